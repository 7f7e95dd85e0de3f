//! The values that a visit, a person, a stop or a statement has of a fact.

use std::collections::{HashMap, HashSet};

use super::By;
use crate::lang::Lang;
use crate::model::{
    Agent, City, Id, Organization, Participant, Record, RecordTime, Side, Speaker, Statement, Stop, Visit,
    place_key,
};
use crate::text::fold;

/// A value: what makes two the same, and what it is called.
#[derive(Debug, Clone)]
pub(super) struct Value<'a> {
    pub(super) key: Key,
    pub(super) label: Label<'a>,
}

/// What makes two values the same.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Key {
    /// A year, and a month where that is known.
    Time(i32, Option<u8>),
    /// Whoever it is.
    Agent(Agent),
    /// An id, or a word.
    Text(String),
}

/// What a value is called.
#[derive(Debug, Clone)]
pub(super) enum Label<'a> {
    /// A word.
    Text(String),
    /// As the record is called, with what tells it from others.
    Record(Record<'a>),
}

/// What is counted, in its visit.
#[derive(Debug, Clone, Copy)]
pub(super) enum Subject<'a> {
    Visit,
    Participant(&'a Participant),
    Stop(&'a Stop),
    Statement(&'a Statement),
}

/// A visit, with its records at hand.
pub(super) struct Scene<'a> {
    visit: &'a Visit,
    lang: Lang,
    stops: HashMap<&'a Id, &'a Stop>,
    speakers: HashMap<&'a Id, Speaker<'a>>,
    organizations: HashMap<&'a Id, &'a Organization>,
    /// The cities of hosts and visitors.
    cities: Vec<Value<'a>>,
    /// Their countries.
    countries: Vec<Value<'a>>,
}

impl Key {
    /// As programs are told it.
    pub(super) fn text(&self) -> String {
        match self {
            Self::Time(year, Some(month)) => format!("{}-{month:02}", written(*year)),
            Self::Time(year, None) => written(*year),
            Self::Agent(agent) => agent.to_string(),
            Self::Text(text) => text.clone(),
        }
    }
}

/// A year in four digits, as dates have it.
fn written(year: i32) -> String {
    let sign = if year < 0 { "-" } else { "" };
    format!("{sign}{:04}", year.unsigned_abs())
}

impl<'a> Value<'a> {
    fn word(key: &str, label: &str) -> Self {
        Self { key: Key::Text(key.to_owned()), label: Label::Text(label.to_owned()) }
    }

    fn agent(record: Record<'a>) -> Option<Self> {
        Some(Self { key: Key::Agent(record.agent()?), label: Label::Record(record) })
    }

    fn city(city: City) -> Self {
        Self { key: Key::Text(city.key), label: Label::Text(city.name) }
    }

    fn country(name: &str) -> Self {
        // Codes are written in capitals.
        let name = if name.len() == 2 { name.to_ascii_uppercase() } else { name.trim().to_owned() };
        Self { key: Key::Text(fold(&name)), label: Label::Text(name) }
    }

    fn time(when: Option<RecordTime>, by: By) -> Option<Self> {
        // What may lie in several months counts for its year.
        let date = when?.month()?;
        let month = if by == By::Month { date.month() } else { None };
        let key = Key::Time(i32::from(date.year()?), month);
        Some(Self { label: Label::Text(key.text()), key })
    }
}

impl<'a> Scene<'a> {
    pub(super) fn new(visit: &'a Visit, lang: Lang) -> Self {
        let people = visit.participants.iter().map(|it| (&it.id, Speaker::Participant(it)));
        let organizations = || visit.organizations.iter().map(|it| (&it.id, it));
        let as_speakers = organizations().map(|(id, it)| (id, Speaker::Organization(it)));
        let mut cities: Vec<Value<'a>> =
            visit.parties().filter_map(|it| visit.city_of(it)).map(Value::city).collect();
        let mut countries: Vec<Value<'a>> =
            visit.parties().filter_map(|it| visit.country_of(it)).map(Value::country).collect();
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

    /// The values that a subject has of a fact, each once.
    pub(super) fn values(&self, by: By, subject: Subject<'a>) -> Vec<Value<'a>> {
        let mut values = match by {
            By::Visit => vec![Value {
                key: Key::Text(self.visit.id.to_string()),
                label: Label::Record(Record::Visit(self.visit)),
            }],
            By::Person => self.people(subject),
            By::Organization => self.organizations(subject),
            By::Host => self.side(Side::Host),
            By::Visitor => self.side(Side::Visitor),
            By::Stop => self.stops(subject).into_iter().map(|stop| self.place(stop)).collect(),
            By::City => self.located(
                subject,
                &self.cities,
                |stop| self.visit.city_of_stop(stop).map(Value::city),
                |it| self.visit.city_of(it).map(Value::city),
            ),
            By::Country => self.located(
                subject,
                &self.countries,
                |stop| self.visit.country_of_stop(stop).map(Value::country),
                |it| self.visit.country_of(it).map(Value::country),
            ),
            By::Year | By::Month => Value::time(self.when(subject), by).into_iter().collect(),
            By::Status => self.status(subject).into_iter().collect(),
            By::Kind => self.kind(subject).into_iter().collect(),
            By::Classification => self.classification(subject).into_iter().collect(),
            By::Topic => self.topics(subject).iter().map(|topic| Value::word(&fold(topic), topic)).collect(),
        };
        once_each(&mut values);
        values
    }

    fn person(&self, participant: &'a Participant) -> Option<Value<'a>> {
        Value::agent(Record::Participant(self.visit, participant))
    }

    fn organization(&self, id: &Id) -> Option<Value<'a>> {
        let organization = self.organizations.get(id)?;
        Value::agent(Record::Organization(self.visit, organization))
    }

    fn people(&self, subject: Subject<'a>) -> Vec<Value<'a>> {
        let participants = self.visit.participants.iter();
        match subject {
            Subject::Visit => participants.filter_map(|it| self.person(it)).collect(),
            Subject::Participant(it) => self.person(it).into_iter().collect(),
            Subject::Stop(stop) => participants
                .filter(|it| it.attendance.iter().any(|there| there.stop == stop.id && there.is_attended()))
                .filter_map(|it| self.person(it))
                .collect(),
            Subject::Statement(statement) => {
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

    fn organizations(&self, subject: Subject<'a>) -> Vec<Value<'a>> {
        let ids: Vec<&Id> = match subject {
            Subject::Visit => self.visit.organizations.iter().map(|it| &it.id).collect(),
            Subject::Participant(it) => it.organizations().collect(),
            Subject::Stop(stop) => stop.organization.iter().collect(),
            Subject::Statement(statement) => {
                let of = |speaker| match speaker {
                    Speaker::Participant(it) => it.organizations().collect(),
                    Speaker::Organization(it) => vec![&it.id],
                };
                self.speakers(statement).flat_map(of).collect()
            }
        };
        ids.into_iter().filter_map(|id| self.organization(id)).collect()
    }

    /// The organizations of a side, or else those who are on it.
    fn side(&self, side: Side) -> Vec<Value<'a>> {
        let organizations = self.visit.organizations_of(side);
        let people = self.visit.participants.iter().filter(|it| it.side == Some(side));
        if organizations.is_empty() {
            return people.filter_map(|it| self.person(it)).collect();
        }
        organizations.into_iter().filter_map(|it| self.organization(&it.id)).collect()
    }

    fn stops(&self, subject: Subject<'a>) -> Vec<&'a Stop> {
        let with = |id: &Id| self.stops.get(id).copied();
        match subject {
            Subject::Visit => self.visit.itinerary.iter().collect(),
            Subject::Participant(it) => {
                let attended = it.attendance.iter().filter(|there| there.is_attended());
                attended.filter_map(|there| with(&there.stop)).collect()
            }
            Subject::Stop(stop) => vec![stop],
            Subject::Statement(statement) => statement.stop.as_ref().and_then(with).into_iter().collect(),
        }
    }

    fn place(&self, stop: &'a Stop) -> Value<'a> {
        Value { key: Key::Text(place_key(stop)), label: Label::Record(Record::Stop(self.visit, stop)) }
    }

    /// Where it is, and where hosts and visitors are from; of a person or a stop only its own.
    fn located(
        &self,
        subject: Subject<'a>,
        parties: &[Value<'a>],
        of_stop: impl Fn(&'a Stop) -> Option<Value<'a>>,
        of_organization: impl Fn(&'a Organization) -> Option<Value<'a>>,
    ) -> Vec<Value<'a>> {
        let here = || self.stops(subject).into_iter().filter_map(&of_stop);
        match subject {
            Subject::Participant(it) => {
                let organizations = it.organizations().filter_map(|id| self.organizations.get(id));
                organizations.filter_map(|it| of_organization(it)).collect()
            }
            Subject::Stop(_) => here().collect(),
            Subject::Visit | Subject::Statement(_) => here().chain(parties.iter().cloned()).collect(),
        }
    }

    /// When it began; what says no date itself was some time during what it belongs to.
    fn when(&self, subject: Subject<'a>) -> Option<RecordTime> {
        let begins = |date| RecordTime::new(date, None);
        let during_the_visit = || self.visit.when().map(RecordTime::sometime);
        match subject {
            Subject::Visit | Subject::Participant(_) => begins(self.visit.start_date),
            Subject::Stop(stop) => begins(stop.start_date).or_else(during_the_visit),
            Subject::Statement(statement) => {
                let stop = || statement.stop.as_ref().and_then(|id| self.stops.get(id));
                let at_the_stop = || stop().and_then(|stop| stop.when()).map(RecordTime::sometime);
                statement.when().or_else(at_the_stop).or_else(during_the_visit)
            }
        }
    }

    fn status(&self, subject: Subject<'a>) -> Option<Value<'a>> {
        match subject {
            Subject::Stop(stop) => stop.status.as_ref().map(|it| Value::word(it.name(), it.label(self.lang))),
            _ => self.visit.status.as_ref().map(|it| Value::word(it.name(), it.label(self.lang))),
        }
    }

    fn kind(&self, subject: Subject<'a>) -> Option<Value<'a>> {
        match subject {
            Subject::Statement(it) => Some(Value::word(it.kind.name(), it.kind.label(self.lang))),
            Subject::Participant(it) => {
                it.kind.as_ref().map(|kind| Value::word(kind.name(), kind.label(self.lang)))
            }
            Subject::Visit | Subject::Stop(_) => self.classification(subject),
        }
    }

    fn classification(&self, subject: Subject<'a>) -> Option<Value<'a>> {
        match subject {
            Subject::Stop(stop) => {
                let term = stop.classification.as_deref()?;
                Some(Value::word(term, &self.lang.classification(term)))
            }
            _ => self.visit.classification.as_ref().map(|it| Value::word(it.name(), it.label(self.lang))),
        }
    }

    fn topics(&self, subject: Subject<'a>) -> &'a [String] {
        match subject {
            Subject::Visit | Subject::Participant(_) => &self.visit.topics,
            Subject::Stop(stop) => &stop.topics,
            Subject::Statement(statement) => &statement.topics,
        }
    }
}

fn once_each(values: &mut Vec<Value<'_>>) {
    let mut met = HashSet::new();
    values.retain(|value| met.insert(value.key.clone()));
}
