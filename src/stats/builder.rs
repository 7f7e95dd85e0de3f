//! Builds the index, one visit after the other.

use hashbrown::HashMap;

use super::fact::{ValueKey, ValueLabel, number};
use super::gap::Gaps;
use super::index::{FactIndex, NO_STOP};
use super::query::{CountBy, CountUnit};
use super::visit_facts::VisitFacts;
use crate::lang::Lang;
use crate::model::{
    Archive, Id, Participant, RecordTime, ShortText, Side, Statement, StatementType, Stop, Target, Visit,
};
use crate::text::fold;

/// The facts that are times.
const TIMES: [CountBy; 2] = [CountBy::Year, CountBy::Month];

impl FactIndex {
    /// Collects the facts of an archive.
    pub fn new(archive: &Archive) -> Self {
        let index = Self::in_order(archive.newest_first());
        let mut builder = Builder { index, topics: HashMap::new(), types: [None; StatementType::ALL.len()] };
        for at in builder.index.visits.clone() {
            if let Some(visit) = archive.visits.get(at) {
                builder.add_visit(at, visit);
            }
        }
        builder.index.facts.finish();
        builder.index
    }
}

/// An index that grows.
struct Builder<'a> {
    index: FactIndex,
    /// The number of each topic as written.
    topics: HashMap<&'a str, u32>,
    /// For each type of statement the list with only it.
    types: [Option<u32>; StatementType::ALL.len()],
}

impl<'a> Builder<'a> {
    fn put(&mut self, unit: CountUnit, by: CountBy, values: &[u32]) {
        let list = self.index.facts[by].list(values);
        self.put_list(unit, by, list);
    }

    fn put_list(&mut self, unit: CountUnit, by: CountBy, list: u32) {
        self.index.records_mut(unit).columns[by as usize].push(list);
    }

    fn put_lists<const N: usize>(&mut self, unit: CountUnit, facts: [CountBy; N], lists: [u32; N]) {
        for (by, list) in facts.into_iter().zip(lists) {
            self.put_list(unit, by, list);
        }
    }

    fn put_time(&mut self, unit: CountUnit, when: Option<RecordTime>) {
        let times = self.times(when);
        self.put_lists(unit, TIMES, times);
    }

    /// The lists with the year and the month.
    fn times(&mut self, when: Option<RecordTime>) -> [u32; TIMES.len()] {
        TIMES.map(|by| {
            let value = when.map(|when| self.time(by, when));
            self.index.facts[by].list(value.as_slice())
        })
    }

    fn time(&mut self, by: CountBy, when: RecordTime) -> u32 {
        let of_a_year = when.month().and_then(|date| Some((date.year()?, date.month())));
        let key = of_a_year.map_or(ValueKey::SeveralYears, |(year, month)| {
            // A date that may be in several months counts for its year only.
            ValueKey::Time(i32::from(year), month.filter(|_| by == CountBy::Month))
        });
        self.index.facts[by].value(key, || ValueLabel::Key)
    }

    /// The number of a word of a list, which has a label in each language.
    fn term(&mut self, by: CountBy, name: &str, label: impl Fn(Lang) -> String) -> u32 {
        self.index.facts[by].value(ValueKey::Text(name.to_owned()), || ValueLabel::translated(label))
    }

    fn topics(&mut self, topics: &'a [ShortText]) -> Vec<u32> {
        let mut number = |topic: &'a str| {
            let fact = &mut self.index.facts[CountBy::Topic];
            let new = || fact.value(ValueKey::Text(fold(topic)), || ValueLabel::Text(topic.into()));
            *self.topics.entry(topic).or_insert_with(new)
        };
        topics.iter().map(|topic| number(topic)).collect()
    }

    fn end(&mut self, unit: CountUnit) {
        let records = self.index.records_mut(unit);
        records.ends.push(number(records.gaps.len()));
    }

    fn gaps(&mut self, unit: CountUnit, gaps: Gaps) {
        self.index.records_mut(unit).gaps.push(gaps);
    }

    fn add_visit(&mut self, at: usize, visit: &'a Visit) {
        let facts = VisitFacts::new(&mut self.index.facts, at, visit);
        self.add_visit_itself(at, &facts);
        self.end(CountUnit::Visit);
        for (item, participant) in visit.participants.iter().enumerate() {
            self.add_participant(&facts, item, participant);
        }
        self.end(CountUnit::Person);
        let first_stop = self.index.len(CountUnit::Stop);
        for (item, stop) in visit.itinerary.iter().enumerate() {
            self.add_stop(&facts, item, stop);
        }
        self.end(CountUnit::Stop);
        let mut shared = Shared::default();
        for statement in &visit.statements {
            let stop = statement.stop.as_ref().and_then(|id| facts.stop_at.get(id)).copied();
            let number = stop.map_or(NO_STOP, |stop| number(first_stop + stop));
            self.index.stops_of_statements.push(number);
            self.add_statement(&facts, &mut shared, stop, statement);
        }
        self.end(CountUnit::Statement);
    }

    fn add_visit_itself(&mut self, at: usize, facts: &VisitFacts<'a>) {
        let (unit, visit) = (CountUnit::Visit, facts.visit);
        let own = self.index.facts[CountBy::Visit]
            .value(ValueKey::Text(visit.id.to_string()), || ValueLabel::Record(Target::visit(at)));
        self.put(unit, CountBy::Visit, &[own]);
        self.put(unit, CountBy::Stop, &facts.places);
        self.put(unit, CountBy::Person, &facts.people);
        self.put(unit, CountBy::Organization, &facts.organizations);
        let hosts = facts.side(&mut self.index.facts[CountBy::Host], at, Side::Host);
        let visitors = facts.side(&mut self.index.facts[CountBy::Visitor], at, Side::Visitor);
        let pairs: Vec<u32> = visitors
            .iter()
            .flat_map(|visitor| hosts.iter().map(|host| (*visitor, *host)))
            .filter_map(|(visitor, host)| self.pair(visitor, host))
            .collect();
        self.put(unit, CountBy::Host, &hosts);
        self.put(unit, CountBy::Visitor, &visitors);
        self.put(unit, CountBy::Pair, &pairs);
        for by in [CountBy::City, CountBy::Country] {
            let places = facts.located_with_parties(by, 0..visit.itinerary.len());
            self.put(unit, by, &places);
        }
        let status = visit.status.as_ref();
        let status = status.map(|it| self.term(CountBy::Status, it.name(), |lang| it.label(lang).to_owned()));
        self.put(unit, CountBy::Status, status.as_slice());
        for by in [CountBy::Classification, CountBy::Kind] {
            let class = visit.classification.as_ref();
            let class = class.map(|it| self.term(by, it.name(), |lang| it.label(lang).to_owned()));
            self.put(unit, by, class.as_slice());
        }
        self.put_time(unit, RecordTime::new(visit.start_date, None));
        let topics = self.topics(&visit.topics);
        self.put(unit, CountBy::Topic, &topics);
        self.gaps(unit, Gaps::of_visit(visit));
    }

    fn pair(&mut self, visitor: u32, host: u32) -> Option<u32> {
        let key = |by, value| self.index.facts[by].key(value).cloned();
        let pair = (key(CountBy::Visitor, visitor)?, key(CountBy::Host, host)?);
        let key = ValueKey::Pair(Box::new(pair));
        Some(self.index.facts[CountBy::Pair].value(key, || ValueLabel::Pair(visitor, host)))
    }

    fn add_participant(&mut self, facts: &VisitFacts<'a>, item: usize, participant: &'a Participant) {
        let unit = CountUnit::Person;
        let own = facts.people.get(item).copied();
        self.put(unit, CountBy::Person, own.as_slice());
        let organizations = facts.organizations_with(participant.organizations());
        self.put(unit, CountBy::Organization, &organizations);
        let attended = participant.attendance.iter().filter(|there| there.is_attended());
        let attended = attended.filter_map(|there| facts.stop_at.get(&there.stop));
        let places: Vec<u32> = attended.filter_map(|stop| facts.places.get(*stop).copied()).collect();
        self.put(unit, CountBy::Stop, &places);
        for by in [CountBy::City, CountBy::Country] {
            let places = facts.located_participant(by, item);
            self.put(unit, by, &places);
        }
        let kind = participant.kind.as_ref();
        let kind = kind.map(|it| self.term(CountBy::Kind, it.name(), |lang| it.label(lang).to_owned()));
        self.put(unit, CountBy::Kind, kind.as_slice());
        self.gaps(unit, Gaps::default());
    }

    fn add_stop(&mut self, facts: &VisitFacts<'a>, item: usize, stop: &'a Stop) {
        let unit = CountUnit::Stop;
        self.put(unit, CountBy::Person, &facts.people_at(stop));
        let organizations = facts.organizations_with(stop.organization.iter());
        self.put(unit, CountBy::Organization, &organizations);
        let place = facts.places.get(item).copied();
        self.put(unit, CountBy::Stop, place.as_slice());
        for by in [CountBy::City, CountBy::Country] {
            let places = facts.located_stop(by, item);
            self.put(unit, by, &places);
        }
        let status = stop.status.as_ref();
        let status = status.map(|it| self.term(CountBy::Status, it.name(), |lang| it.label(lang).to_owned()));
        self.put(unit, CountBy::Status, status.as_slice());
        for by in [CountBy::Classification, CountBy::Kind] {
            let class = stop.classification.as_deref();
            let class = class.map(|term| self.term(by, term, |lang| lang.classification(term)));
            self.put(unit, by, class.as_slice());
        }
        let during_the_visit = || facts.visit.when().map(RecordTime::sometime);
        self.put_time(unit, RecordTime::new(stop.start_date, None).or_else(during_the_visit));
        let topics = self.topics(&stop.topics);
        self.put(unit, CountBy::Topic, &topics);
        self.gaps(unit, Gaps::of_stop(stop));
    }

    fn add_statement(
        &mut self,
        facts: &VisitFacts<'a>,
        shared: &mut Shared<'a>,
        stop: Option<usize>,
        statement: &'a Statement,
    ) {
        let unit = CountUnit::Statement;
        self.add_speakers(facts, shared, &statement.speaker);
        let at_stop = shared.stops.entry(stop).or_insert_with(|| self.at_stop(facts, stop));
        self.put_lists(unit, AtStop::PLACES, at_stop.places);
        let kind = self.statement_type(statement.kind);
        self.put_list(unit, CountBy::Kind, kind);
        let times = match statement.when() {
            None => *at_stop.times.get_or_insert_with(|| self.times(at_stop.when)),
            own => self.times(own),
        };
        self.put_lists(unit, TIMES, times);
        let topics = self.topics(&statement.topics);
        self.put(unit, CountBy::Topic, &topics);
        self.index.quotes.push(statement.kind == StatementType::Quote);
        self.gaps(unit, Gaps::of_statement(statement, at_stop.when));
    }

    /// The list with only a type of statement.
    fn statement_type(&mut self, kind: StatementType) -> u32 {
        if let Some(Some(known)) = self.types.get(kind as usize) {
            return *known;
        }
        let value = self.term(CountBy::Kind, kind.name(), |lang| kind.label(lang).to_owned());
        let list = self.index.facts[CountBy::Kind].list(&[value]);
        self.types.get_mut(kind as usize).into_iter().for_each(|known| *known = Some(list));
        list
    }

    fn at_stop(&mut self, facts: &VisitFacts<'a>, stop: Option<usize>) -> AtStop {
        let when = facts.time_at(stop);
        let places = AtStop::PLACES.map(|by| {
            let values = match by {
                CountBy::Stop => stop.and_then(|at| facts.places.get(at)).copied().into_iter().collect(),
                _ => facts.located_with_parties(by, stop.into_iter()),
            };
            self.index.facts[by].list(&values)
        });
        AtStop { when, places, times: None }
    }

    fn add_speakers(&mut self, facts: &VisitFacts<'a>, shared: &mut Shared<'a>, ids: &'a [Id]) {
        let lists = match ids {
            [id] => *shared.speakers.entry(id).or_insert_with(|| self.speakers(facts, ids)),
            _ => self.speakers(facts, ids),
        };
        self.put_lists(CountUnit::Statement, Shared::SPEAKERS, lists);
    }

    /// The lists with the speakers and their organizations.
    fn speakers(&mut self, facts: &VisitFacts<'a>, ids: &[Id]) -> [u32; Shared::SPEAKERS.len()] {
        let (mut people, mut organizations) = (Vec::new(), Vec::new());
        for id in ids {
            let (person, of) = facts.speaker(id);
            people.extend(person);
            organizations.extend(of);
        }
        let [of_people, of_organizations] = Shared::SPEAKERS;
        [self.index.facts[of_people].list(&people), self.index.facts[of_organizations].list(&organizations)]
    }
}

/// What the statements of a visit share, by stop and by speaker, as lists of values.
#[derive(Default)]
struct Shared<'a> {
    stops: HashMap<Option<usize>, AtStop>,
    speakers: HashMap<&'a Id, [u32; Shared::SPEAKERS.len()]>,
}

impl Shared<'_> {
    const SPEAKERS: [CountBy; 2] = [CountBy::Person, CountBy::Organization];
}

/// What the statements at a stop share.
struct AtStop {
    when: Option<RecordTime>,
    places: [u32; Self::PLACES.len()],
    /// The lists of the time, once a statement has no time of its own.
    times: Option<[u32; TIMES.len()]>,
}

impl AtStop {
    const PLACES: [CountBy; 3] = [CountBy::Stop, CountBy::City, CountBy::Country];
}
