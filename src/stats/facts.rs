//! The values of the facts of visits, people, stops and statements.

use std::collections::{HashMap, HashSet};

use super::query::CountBy;
use crate::lang::Lang;
use crate::model::{
    Agent, City, Id, Organization, Participant, Record, RecordTime, Side, Speaker, Statement, Stop, Visit,
    place_key,
};
use crate::text::fold;

/// A value of a fact.
#[derive(Debug, Clone)]
pub(super) struct FactValue<'a> {
    pub(super) key: ValueKey,
    pub(super) label: ValueLabel<'a>,
}

/// Identifies a value. Values with the same key are counted together.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum ValueKey {
    /// A year, and a month where that is known.
    Time(i32, Option<u8>),
    /// Several years: the time is in one or all of them.
    SeveralYears,
    /// A person, a group or an organization.
    Agent(Agent),
    /// An id or a word.
    Text(String),
}

/// The label of a value.
#[derive(Debug, Clone)]
pub(super) enum ValueLabel<'a> {
    /// This text.
    Text(String),
    /// The label of the record, made distinct from those of other records.
    Record(Record<'a>),
}

/// A record that is counted, in its visit.
#[derive(Debug, Clone, Copy)]
pub(super) enum CountedRecord<'a> {
    Visit,
    Participant(&'a Participant),
    Stop(&'a Stop),
    Statement(&'a Statement),
}

/// A visit with lookup tables for its records.
pub(super) struct VisitFacts<'a> {
    visit: &'a Visit,
    lang: Lang,
    stops: HashMap<&'a Id, &'a Stop>,
    speakers: HashMap<&'a Id, Speaker<'a>>,
    organizations: HashMap<&'a Id, &'a Organization>,
    /// The cities of hosts and visitors.
    cities: Vec<FactValue<'a>>,
    /// The countries of hosts and visitors.
    countries: Vec<FactValue<'a>>,
}

impl ValueKey {
    /// The key as text, for JSON and CSV.
    pub(super) fn text(&self) -> String {
        match self {
            Self::Time(year, Some(month)) => format!("{}-{month:02}", year_text(*year)),
            Self::Time(year, None) => year_text(*year),
            Self::SeveralYears => "several".to_owned(),
            Self::Agent(agent) => agent.to_string(),
            Self::Text(text) => text.clone(),
        }
    }
}

/// A year with at least four digits.
fn year_text(year: i32) -> String {
    let sign = if year < 0 { "-" } else { "" };
    format!("{sign}{:04}", year.unsigned_abs())
}

impl<'a> FactValue<'a> {
    fn word(key: &str, label: &str) -> Self {
        Self { key: ValueKey::Text(key.to_owned()), label: ValueLabel::Text(label.to_owned()) }
    }

    fn agent(record: Record<'a>) -> Option<Self> {
        Some(Self { key: ValueKey::Agent(record.agent()?), label: ValueLabel::Record(record) })
    }

    fn city(city: City) -> Self {
        Self { key: ValueKey::Text(city.key), label: ValueLabel::Text(city.name) }
    }

    fn country(name: &str) -> Self {
        // Codes of countries are in capitals.
        let name = if name.len() == 2 { name.to_ascii_uppercase() } else { name.trim().to_owned() };
        Self { key: ValueKey::Text(fold(&name)), label: ValueLabel::Text(name) }
    }

    fn time(when: RecordTime, by: CountBy, lang: Lang) -> Self {
        let of_a_year = when.month().and_then(|date| Some((date.year()?, date.month())));
        let Some((year, month)) = of_a_year else {
            let label = ValueLabel::Text(lang.messages().several_years.to_owned());
            return Self { key: ValueKey::SeveralYears, label };
        };
        // A date that may be in several months counts for its year only.
        let key = ValueKey::Time(i32::from(year), month.filter(|_| by == CountBy::Month));
        Self { label: ValueLabel::Text(key.text()), key }
    }
}

impl<'a> VisitFacts<'a> {
    pub(super) fn new(visit: &'a Visit, lang: Lang) -> Self {
        let people = visit.participants.iter().map(|it| (&it.id, Speaker::Participant(it)));
        let organizations = || visit.organizations.iter().map(|it| (&it.id, it));
        let as_speakers = organizations().map(|(id, it)| (id, Speaker::Organization(it)));
        let mut cities: Vec<FactValue<'a>> =
            visit.parties().filter_map(|it| visit.city_of(it)).map(FactValue::city).collect();
        let mut countries: Vec<FactValue<'a>> =
            visit.parties().filter_map(|it| visit.country_of(it)).map(FactValue::country).collect();
        once_each(&mut cities);
        once_each(&mut countries);
        Self {
            visit,
            lang,
            stops: visit.itinerary.iter().map(|stop| (&stop.id, stop)).collect(),
            speakers: as_speakers.chain(people).collect(),
            organizations: organizations().collect(),
            cities,
            countries,
        }
    }

    /// The different values of a fact that a record has.
    pub(super) fn values(&self, by: CountBy, record: CountedRecord<'a>) -> Vec<FactValue<'a>> {
        let mut values = match by {
            CountBy::Visit => vec![FactValue {
                key: ValueKey::Text(self.visit.id.to_string()),
                label: ValueLabel::Record(Record::Visit(self.visit)),
            }],
            CountBy::Person => self.people(record),
            CountBy::Organization => self.organizations(record),
            CountBy::Host => self.side(Side::Host),
            CountBy::Visitor => self.side(Side::Visitor),
            CountBy::Stop => self.stops(record).into_iter().map(|stop| self.place(stop)).collect(),
            CountBy::City => self.located(
                record,
                &self.cities,
                |stop| self.visit.city_of_stop(stop).map(FactValue::city),
                |it| self.visit.city_of(it).map(FactValue::city),
            ),
            CountBy::Country => self.located(
                record,
                &self.countries,
                |stop| self.visit.country_of_stop(stop).map(FactValue::country),
                |it| self.visit.country_of(it).map(FactValue::country),
            ),
            CountBy::Year | CountBy::Month => {
                self.when(record).map(|when| FactValue::time(when, by, self.lang)).into_iter().collect()
            }
            CountBy::Status => self.status(record).into_iter().collect(),
            CountBy::Kind => self.kind(record).into_iter().collect(),
            CountBy::Classification => self.classification(record).into_iter().collect(),
            CountBy::Topic => {
                self.topics(record).iter().map(|topic| FactValue::word(&fold(topic), topic)).collect()
            }
        };
        once_each(&mut values);
        values
    }

    fn person(&self, participant: &'a Participant) -> Option<FactValue<'a>> {
        FactValue::agent(Record::Participant(self.visit, participant))
    }

    fn organization(&self, id: &Id) -> Option<FactValue<'a>> {
        let organization = self.organizations.get(id)?;
        FactValue::agent(Record::Organization(self.visit, organization))
    }

    fn people(&self, record: CountedRecord<'a>) -> Vec<FactValue<'a>> {
        let participants = self.visit.participants.iter();
        match record {
            CountedRecord::Visit => participants.filter_map(|it| self.person(it)).collect(),
            CountedRecord::Participant(it) => self.person(it).into_iter().collect(),
            CountedRecord::Stop(stop) => participants
                .filter(|it| it.attendance.iter().any(|there| there.stop == stop.id && there.is_attended()))
                .filter_map(|it| self.person(it))
                .collect(),
            CountedRecord::Statement(statement) => {
                let named = |speaker| match speaker {
                    Speaker::Participant(it) => self.person(it),
                    Speaker::Organization(it) => self.organization(&it.id),
                };
                self.speakers(statement).filter_map(named).collect()
            }
        }
    }

    fn speakers(&self, statement: &'a Statement) -> impl Iterator<Item = Speaker<'a>> {
        statement.speaker.iter().filter_map(|id| self.speakers.get(id).copied())
    }

    fn organizations(&self, record: CountedRecord<'a>) -> Vec<FactValue<'a>> {
        let ids: Vec<&Id> = match record {
            CountedRecord::Visit => self.visit.organizations.iter().map(|it| &it.id).collect(),
            CountedRecord::Participant(it) => it.organizations().collect(),
            CountedRecord::Stop(stop) => stop.organization.iter().collect(),
            CountedRecord::Statement(statement) => {
                let of = |speaker| match speaker {
                    Speaker::Participant(it) => it.organizations().collect(),
                    Speaker::Organization(it) => vec![&it.id],
                };
                self.speakers(statement).flat_map(of).collect()
            }
        };
        ids.into_iter().filter_map(|id| self.organization(id)).collect()
    }

    /// The organizations of a side, or else the people on it.
    fn side(&self, side: Side) -> Vec<FactValue<'a>> {
        let organizations = self.visit.organizations_of(side);
        let people = self.visit.participants.iter().filter(|it| it.side == Some(side));
        if organizations.is_empty() {
            return people.filter_map(|it| self.person(it)).collect();
        }
        organizations.into_iter().filter_map(|it| self.organization(&it.id)).collect()
    }

    fn stops(&self, record: CountedRecord<'a>) -> Vec<&'a Stop> {
        let with = |id: &Id| self.stops.get(id).copied();
        match record {
            CountedRecord::Visit => self.visit.itinerary.iter().collect(),
            CountedRecord::Participant(it) => {
                let attended = it.attendance.iter().filter(|there| there.is_attended());
                attended.filter_map(|there| with(&there.stop)).collect()
            }
            CountedRecord::Stop(stop) => vec![stop],
            CountedRecord::Statement(statement) => {
                statement.stop.as_ref().and_then(with).into_iter().collect()
            }
        }
    }

    fn place(&self, stop: &'a Stop) -> FactValue<'a> {
        FactValue {
            key: ValueKey::Text(place_key(stop)),
            label: ValueLabel::Record(Record::Stop(self.visit, stop)),
        }
    }

    /// The values of the places of stops, hosts and visitors; for a person or a stop, only of its own place.
    fn located(
        &self,
        record: CountedRecord<'a>,
        parties: &[FactValue<'a>],
        of_stop: impl Fn(&'a Stop) -> Option<FactValue<'a>>,
        of_organization: impl Fn(&'a Organization) -> Option<FactValue<'a>>,
    ) -> Vec<FactValue<'a>> {
        let here = || self.stops(record).into_iter().filter_map(&of_stop);
        match record {
            CountedRecord::Participant(it) => {
                let organizations = it.organizations().filter_map(|id| self.organizations.get(id));
                organizations.filter_map(|it| of_organization(it)).collect()
            }
            CountedRecord::Stop(_) => here().collect(),
            CountedRecord::Visit | CountedRecord::Statement(_) => {
                here().chain(parties.iter().cloned()).collect()
            }
        }
    }

    /// The start of a record: its own date, or else some time at its stop or during its visit.
    fn when(&self, record: CountedRecord<'a>) -> Option<RecordTime> {
        let begins = |date| RecordTime::new(date, None);
        let during_the_visit = || self.visit.when().map(RecordTime::sometime);
        match record {
            CountedRecord::Visit | CountedRecord::Participant(_) => begins(self.visit.start_date),
            CountedRecord::Stop(stop) => begins(stop.start_date).or_else(during_the_visit),
            CountedRecord::Statement(statement) => {
                let stop = || statement.stop.as_ref().and_then(|id| self.stops.get(id));
                let at_the_stop = || stop().and_then(|stop| stop.when()).map(RecordTime::sometime);
                statement.when().or_else(at_the_stop).or_else(during_the_visit)
            }
        }
    }

    fn status(&self, record: CountedRecord<'a>) -> Option<FactValue<'a>> {
        match record {
            CountedRecord::Stop(stop) => {
                stop.status.as_ref().map(|it| FactValue::word(it.name(), it.label(self.lang)))
            }
            _ => self.visit.status.as_ref().map(|it| FactValue::word(it.name(), it.label(self.lang))),
        }
    }

    fn kind(&self, record: CountedRecord<'a>) -> Option<FactValue<'a>> {
        match record {
            CountedRecord::Statement(it) => Some(FactValue::word(it.kind.name(), it.kind.label(self.lang))),
            CountedRecord::Participant(it) => {
                it.kind.as_ref().map(|kind| FactValue::word(kind.name(), kind.label(self.lang)))
            }
            CountedRecord::Visit | CountedRecord::Stop(_) => self.classification(record),
        }
    }

    fn classification(&self, record: CountedRecord<'a>) -> Option<FactValue<'a>> {
        match record {
            CountedRecord::Stop(stop) => {
                let term = stop.classification.as_deref()?;
                Some(FactValue::word(term, &self.lang.classification(term)))
            }
            _ => self.visit.classification.as_ref().map(|it| FactValue::word(it.name(), it.label(self.lang))),
        }
    }

    fn topics(&self, record: CountedRecord<'a>) -> &'a [String] {
        match record {
            CountedRecord::Visit | CountedRecord::Participant(_) => &self.visit.topics,
            CountedRecord::Stop(stop) => &stop.topics,
            CountedRecord::Statement(statement) => &statement.topics,
        }
    }
}

fn once_each(values: &mut Vec<FactValue<'_>>) {
    let mut seen = HashSet::new();
    values.retain(|value| seen.insert(value.key.clone()));
}
