//! The cities and regencies of a visit, each stored once, and the records in each of them.

use hashbrown::HashMap;

use super::numbers::to_u32;
use crate::model::{City, Participant, Visit};

/// The cities of a visit. Other shared texts are referred to by number.
#[derive(Default)]
pub(super) struct Cities {
    list: Vec<City>,
    /// The cities of each stop, participant and organization, by the number of its shared text, as indices into the list.
    of_text: HashMap<u32, Vec<u32>>,
    of_visit: Vec<u32>,
}

/// The numbers of the first shared text of each kind that has a city.
pub(super) struct Firsts {
    pub(super) stop: u32,
    pub(super) participant: u32,
    pub(super) organization: u32,
}

impl Cities {
    /// The cities of the stops, the participants and the organizations of a visit, and those of the visit itself.
    pub(super) fn of(visit: &Visit, firsts: &Firsts) -> Self {
        let mut cities = Self::default();
        for (text, stop) in (firsts.stop..).zip(&visit.itinerary) {
            let city = visit.city_of_stop(stop).map(|city| cities.add(city));
            cities.of_visit.extend(city);
            cities.of_text.insert(text, city.into_iter().collect());
        }
        for (text, organization) in (firsts.organization..).zip(&visit.organizations) {
            let city = visit.city_of(organization).map(|city| cities.add(city));
            cities.of_text.insert(text, city.into_iter().collect());
        }
        let parties = visit.parties().filter_map(|it| visit.city_of(it));
        for city in parties {
            let index = cities.add(city);
            cities.of_visit.push(index);
        }
        for (text, person) in (firsts.participant..).zip(&visit.participants) {
            let of_person = Participant::organizations(person).filter_map(|id| visit.organization(id));
            let of_person = of_person.filter_map(|it| visit.city_of(it)).map(|city| cities.add(city));
            let of_person = of_person.collect();
            cities.of_text.insert(text, of_person);
        }
        cities
    }

    /// The index of a city in the list.
    fn add(&mut self, city: City) -> u32 {
        let known = self.list.iter().position(|it| it.key == city.key);
        to_u32(known.unwrap_or_else(|| {
            self.list.push(city);
            self.list.len() - 1
        }))
    }

    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    /// The city with an index.
    pub(super) fn get(&self, index: usize) -> Option<&City> {
        self.list.get(index)
    }

    /// The cities of a shared text, as indices.
    pub(super) fn of_text(&self, text: u32) -> impl Iterator<Item = u32> {
        self.of_text.get(&text).into_iter().flatten().copied()
    }

    /// The cities of the visit, as indices.
    pub(super) fn of_visit(&self) -> impl Iterator<Item = u32> {
        self.of_visit.iter().copied()
    }
}
