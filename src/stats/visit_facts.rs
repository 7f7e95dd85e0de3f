//! The values of the parts of one visit, as numbers.

use hashbrown::HashMap;

use super::fact::{Fact, ValueKey, ValueLabel};
use super::index::Facts;
use super::query::CountBy;
use crate::lang::Country;
use crate::model::{
    City, Id, Organization, Participant, RecordKind, RecordTime, Side, Stop, Target, Visit, place_key,
};
use crate::text::fold;

/// A visit with the numbers of its people, organizations and places.
pub(super) struct VisitFacts<'a> {
    pub(super) visit: &'a Visit,
    /// The index of each stop.
    pub(super) stop_at: HashMap<&'a Id, usize>,
    organization_at: HashMap<&'a Id, usize>,
    participant_at: HashMap<&'a Id, usize>,
    /// Each participant among people.
    pub(super) people: Vec<u32>,
    /// Each organization among people: it may speak.
    organizations_as_people: Vec<u32>,
    pub(super) organizations: Vec<u32>,
    pub(super) places: Vec<u32>,
    cities: Located,
    countries: Located,
}

/// The cities or the countries of a visit.
struct Located {
    stops: Vec<Option<u32>>,
    organizations: Vec<Option<u32>>,
    /// Those of hosts and visitors.
    parties: Vec<u32>,
}

impl<'a> VisitFacts<'a> {
    pub(super) fn new(facts: &mut Facts, at: usize, visit: &'a Visit) -> Self {
        let fact = &mut facts[CountBy::Person];
        let mut person = |agent, kind, item| {
            fact.value(ValueKey::Agent(agent), || ValueLabel::Record(Target::new(at, kind, item)))
        };
        let participants = visit.participants.iter().enumerate();
        let people =
            participants.map(|(item, it)| person(visit.agent(it), RecordKind::Participant, item)).collect();
        let organizations = || visit.organizations.iter().enumerate();
        let organizations_as_people =
            organizations().map(|(item, it)| person(it.agent(), RecordKind::Organization, item)).collect();
        let fact = &mut facts[CountBy::Organization];
        let organization = |(item, it): (usize, &Organization)| {
            let label = || ValueLabel::Record(Target::new(at, RecordKind::Organization, item));
            fact.value(ValueKey::Agent(it.agent()), label)
        };
        let all_organizations = organizations().map(organization).collect();
        let fact = &mut facts[CountBy::Stop];
        let place = |(item, stop): (usize, &Stop)| {
            let label = || ValueLabel::Record(Target::new(at, RecordKind::Stop, item));
            fact.value(ValueKey::Text(place_key(stop)), label)
        };
        let places = visit.itinerary.iter().enumerate().map(place).collect();
        Self {
            visit,
            stop_at: visit.itinerary.iter().enumerate().map(|(at, it)| (&it.id, at)).collect(),
            organization_at: visit.organizations.iter().enumerate().map(|(at, it)| (&it.id, at)).collect(),
            participant_at: visit.participants.iter().enumerate().map(|(at, it)| (&it.id, at)).collect(),
            people,
            organizations_as_people,
            organizations: all_organizations,
            places,
            cities: Located::cities(&mut facts[CountBy::City], visit),
            countries: Located::countries(&mut facts[CountBy::Country], visit),
        }
    }

    fn organization(&self, id: &Id) -> Option<u32> {
        self.organizations.get(*self.organization_at.get(id)?).copied()
    }

    /// The numbers of organizations.
    pub(super) fn organizations_with<'i>(&self, ids: impl Iterator<Item = &'i Id>) -> Vec<u32> {
        ids.filter_map(|id| self.organization(id)).collect()
    }

    /// A speaker among people, and the speaker's organizations.
    pub(super) fn speaker(&self, id: &Id) -> (Option<u32>, Vec<u32>) {
        // If a person and an organization have the same id, the person counts.
        if let Some(at) = self.participant_at.get(id) {
            let organizations = self.visit.participants.get(*at).map(Participant::organizations);
            let organizations = organizations.map(|ids| self.organizations_with(ids));
            return (self.people.get(*at).copied(), organizations.unwrap_or_default());
        }
        let at = self.organization_at.get(id);
        let as_person = at.and_then(|at| self.organizations_as_people.get(*at)).copied();
        (as_person, self.organization(id).into_iter().collect())
    }

    /// The people who attended a stop.
    pub(super) fn people_at(&self, stop: &Stop) -> Vec<u32> {
        let is_there =
            |it: &Participant| it.attendance.iter().any(|there| there.stop == stop.id && there.is_attended());
        let there = self.visit.with_attendance_at(&stop.id).filter(|(_, it)| is_there(it));
        there.filter_map(|(at, _)| self.people.get(at).copied()).collect()
    }

    /// The values of a side among hosts or visitors: its organizations, or else its people.
    pub(super) fn side(&self, fact: &mut Fact, at: usize, side: Side) -> Vec<u32> {
        let mut number = |agent, kind, item| {
            fact.value(ValueKey::Agent(agent), || ValueLabel::Record(Target::new(at, kind, item)))
        };
        let of_side = self.visit.organizations_of(side);
        let organizations = of_side.iter().filter_map(|it| {
            let item = *self.organization_at.get(&it.id)?;
            Some(number(it.agent(), RecordKind::Organization, item))
        });
        let organizations: Vec<u32> = organizations.collect();
        if !organizations.is_empty() {
            return organizations;
        }
        let people = self.visit.participants.iter().enumerate().filter(|(_, it)| it.side == Some(side));
        people.map(|(item, it)| number(self.visit.agent(it), RecordKind::Participant, item)).collect()
    }

    /// The cities or countries of a participant: those of the organizations.
    pub(super) fn located_participant(&self, by: CountBy, item: usize) -> Vec<u32> {
        let ids = self.visit.participants.get(item).map(Participant::organizations);
        let at = ids.into_iter().flatten().filter_map(|id| self.organization_at.get(id));
        at.filter_map(|at| *self.located(by).organizations.get(*at)?).collect()
    }

    /// The city or the country of a stop.
    pub(super) fn located_stop(&self, by: CountBy, item: usize) -> Vec<u32> {
        self.located(by).stops.get(item).copied().flatten().into_iter().collect()
    }

    /// The cities or countries of a statement at a stop, or of the whole visit: of stops, hosts and visitors.
    pub(super) fn located_with_parties(&self, by: CountBy, stops: impl Iterator<Item = usize>) -> Vec<u32> {
        let there = stops.flat_map(|stop| self.located_stop(by, stop));
        there.chain(self.located(by).parties.iter().copied()).collect()
    }

    fn located(&self, by: CountBy) -> &Located {
        if by == CountBy::Country { &self.countries } else { &self.cities }
    }

    /// The time of a statement without its own: some time at its stop, or else during the visit.
    pub(super) fn time_at(&self, stop: Option<usize>) -> Option<RecordTime> {
        let at_the_stop = stop.and_then(|at| self.visit.itinerary.get(at)?.when());
        at_the_stop.or_else(|| self.visit.when()).map(RecordTime::sometime)
    }
}

impl Located {
    fn new(visit: &Visit, stops: Vec<Option<u32>>, organizations: Vec<Option<u32>>) -> Self {
        let with = visit.organizations.iter().zip(&organizations);
        let parties = with.filter(|(it, _)| it.side() != Some(Side::ThirdParty)).filter_map(|(_, at)| *at);
        Self { stops, parties: parties.collect(), organizations }
    }

    fn cities(fact: &mut Fact, visit: &Visit) -> Self {
        let mut number = |city: City| {
            let name = city.name;
            fact.value(ValueKey::Text(city.key), || ValueLabel::Text(name.into()))
        };
        let stops = visit.itinerary.iter().map(|it| visit.city_of_stop(it).map(&mut number)).collect();
        let organizations = visit.organizations.iter().map(|it| visit.city_of(it).map(&mut number)).collect();
        Self::new(visit, stops, organizations)
    }

    fn countries(fact: &mut Fact, visit: &Visit) -> Self {
        let mut number = |name: &str| {
            // A country is one, whether its code or its name is written.
            let code = Country::called(name).map(Country::code);
            let name = code.unwrap_or(name.trim()).to_owned();
            fact.value(ValueKey::Text(fold(&name)), || ValueLabel::Text(name.into()))
        };
        let stops = visit.itinerary.iter().map(|it| visit.country_of_stop(it).map(&mut number)).collect();
        let organizations =
            visit.organizations.iter().map(|it| visit.country_of(it).map(&mut number)).collect();
        Self::new(visit, stops, organizations)
    }
}
