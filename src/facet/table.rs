//! The facts of all statements of an archive as small numbers: stop, speakers, sides, day and topics.

use std::borrow::Borrow;
use std::hash::Hash;
use std::ops::Range;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};

use hashbrown::HashMap;
use jiff::civil::Date;

use super::entry::{SpeakerFacts, StatementEntry, UNKNOWN, index, number, once_each};
use super::filter::{Filter, StopKey};
use super::lists::{FactLists, ListedFact};
use super::scope::Scope;
use super::set::StatementSet;
use super::whole::WholeCounts;
use crate::bit_set::BitSet;
use crate::model::{
    Agent, Archive, Id, Record, RecordKind, RecordTime, Side, Statement, StatementType, Target, Visit,
    place_key,
};
use crate::stats::FactIndex;
use crate::text::fold;

/// Assigns a number to each key, such as the id of an organization, that identifies the same thing in several visits.
#[derive(Debug)]
pub(super) struct KeyTable<K> {
    numbers: HashMap<K, u32>,
    /// For each key its newest record.
    newest: Vec<Target>,
    /// For each key the last visit that it occurred in, and the number of its visits.
    visits: Vec<(usize, usize)>,
}

impl<K> Default for KeyTable<K> {
    fn default() -> Self {
        Self { numbers: HashMap::new(), newest: Vec::new(), visits: Vec::new() }
    }
}

impl<K: Eq + Hash> KeyTable<K> {
    /// The number of a key; `target` is a record with it. Records come newest first.
    fn number(&mut self, key: K, target: Target) -> u32 {
        let next = u32::try_from(self.numbers.len()).unwrap_or(UNKNOWN);
        let number = *self.numbers.entry(key).or_insert(next);
        if number == next {
            self.newest.push(target);
            self.visits.push((target.visit, 1));
        } else if let Some((last, count)) =
            usize::try_from(number).ok().and_then(|at| self.visits.get_mut(at))
            && *last != target.visit
        {
            (*last, *count) = (target.visit, *count + 1);
        }
        number
    }

    pub(super) fn find<Q: Eq + Hash + ?Sized>(&self, key: &Q) -> Option<u32>
    where
        K: Borrow<Q>,
    {
        self.numbers.get(key).copied()
    }

    /// The newest record with a key.
    fn newest<Q: Eq + Hash + ?Sized>(&self, key: &Q) -> Option<Target>
    where
        K: Borrow<Q>,
    {
        self.newest.get(usize::try_from(self.find(key)?).ok()?).copied()
    }

    pub(super) fn len(&self) -> usize {
        self.numbers.len()
    }

    /// The number of visits with a key.
    fn visit_count(&self, number: Option<u32>) -> usize {
        let found = number.and_then(|number| self.visits.get(usize::try_from(number).ok()?));
        found.map_or(0, |(_, count)| *count)
    }
}

/// The facts of the statements of an archive, in the order in which they are listed: the newest visit first.
#[derive(Debug, Default)]
pub struct Facets {
    pub(super) entries: Vec<StatementEntry>,
    /// For each entry the number of the statement in the index of facts: as the position, but in each visit as written.
    numbers: Vec<u32>,
    /// For each visit the range of its entries.
    ranges: Vec<Range<usize>>,
    /// The number of the first stop of each visit.
    first_stop: Vec<u32>,
    /// For each stop the number of its place.
    pub(super) place_of: Vec<u32>,
    /// The number of the first participant of each visit.
    first_participant: Vec<usize>,
    /// For each participant the number of the person.
    person_of: Vec<u32>,
    /// The speakers of all entries, in their order.
    statement_speakers: Vec<SpeakerFacts>,
    pub(super) places: KeyTable<String>,
    pub(super) people: KeyTable<Agent>,
    pub(super) organizations: KeyTable<Id>,
    pub(super) topic_names: HashMap<String, u32>,
    /// The numbers of the days.
    pub(super) days: HashMap<Date, u32>,
    /// The topics of all entries, in their order.
    topics: Vec<u32>,
    /// The visits, newest first.
    newest_first: Vec<usize>,
    /// All facts of all records, from the first time on that they are asked for.
    facts: OnceLock<FactIndex>,
    /// Whether they were asked for.
    are_facts_used: AtomicBool,
    pub(super) lists: FactLists,
    whole: WholeCounts,
}

impl Facets {
    /// Collects the facts of an archive.
    pub fn new(archive: &Archive) -> Self {
        let count = archive.visits.len();
        let mut facets = Self {
            ranges: vec![0..0; count],
            first_stop: vec![0; count],
            first_participant: vec![0; count],
            ..Self::default()
        };
        let newest_first = archive.newest_first();
        let mut topics = HashMap::new();
        for number in &newest_first {
            if let Some(visit) = archive.visits.get(*number) {
                facets.add_visit(*number, visit, &mut topics);
            }
        }
        facets.newest_first = newest_first;
        facets.numbers = facets.entries.iter().map(|entry| facets.number_of(entry)).collect();
        facets.lists = FactLists::new(
            facets.threads(),
            |fact| facets.value_count(fact),
            |fact, take| {
                for (at, entry) in (0..).zip(&facets.entries) {
                    facets.each_value(fact, entry, &mut |value| take(value, at));
                }
            },
        );
        facets
    }

    /// All facts of all records of the archive, the one that [`Self::new`] got. The first call collects them.
    pub fn facts(&self, archive: &Archive) -> &FactIndex {
        // Asked for each statement on all processors, so it is not written again.
        if !self.are_facts_used() {
            self.are_facts_used.store(true, Ordering::Relaxed);
        }
        self.collect_facts(archive)
    }

    /// The same before anybody asks for them.
    pub fn collect_facts(&self, archive: &Archive) -> &FactIndex {
        self.facts.get_or_init(|| FactIndex::new(archive))
    }

    /// Whether anybody has asked for the facts.
    pub fn are_facts_used(&self) -> bool {
        self.are_facts_used.load(Ordering::Relaxed)
    }

    #[cfg(test)]
    pub fn has_facts(&self) -> bool {
        self.facts.get().is_some()
    }

    /// What is counted of the whole archive.
    pub fn whole(&self) -> &WholeCounts {
        &self.whole
    }

    /// `topics`: the number of each topic as written.
    fn add_visit<'v>(&mut self, number: usize, visit: &'v Visit, topics: &mut HashMap<&'v str, u32>) {
        let first_stop = u32::try_from(self.place_of.len()).unwrap_or(UNKNOWN);
        for (item, stop) in visit.itinerary.iter().enumerate() {
            let place = self.places.number(place_key(stop), Target::new(number, RecordKind::Stop, item));
            self.place_of.push(place);
        }
        let first_participant = self.person_of.len();
        for (item, participant) in visit.participants.iter().enumerate() {
            let target = Target::new(number, RecordKind::Participant, item);
            self.person_of.push(self.people.number(visit.agent(participant), target));
        }
        if let Some(first) = self.first_participant.get_mut(number) {
            *first = first_participant;
        }
        for (item, organization) in visit.organizations.iter().enumerate() {
            self.organizations
                .number(organization.id.clone(), Target::new(number, RecordKind::Organization, item));
        }
        // Ids are resolved once for a visit, not once for a statement.
        let stops: HashMap<&Id, u32> =
            visit.itinerary.iter().map(|stop| &stop.id).zip(first_stop..).collect();
        let by_id = self.speakers_by_id(number, visit);
        let from = self.entries.len();
        for item in visit.statements_in_order() {
            let Some(statement) = visit.statements.get(item) else { continue };
            let stop = statement.stop.as_ref().and_then(|id| stops.get(id)).copied().unwrap_or(UNKNOWN);
            let speakers = statement.speaker.iter().filter_map(|id| by_id.get(id)).flatten();
            let target = Target::new(number, RecordKind::Statement, item);
            let topics = self.add_topics(statement, topics);
            let entry = self.entry(visit, statement, (target, stop), (speakers, topics));
            self.entries.push(entry);
        }
        if let (Some(range), Some(first)) = (self.ranges.get_mut(number), self.first_stop.get_mut(number)) {
            (*range, *first) = (from..self.entries.len(), first_stop);
        }
    }

    /// The possible speakers of a visit, by id.
    fn speakers_by_id<'v>(&self, number: usize, visit: &'v Visit) -> HashMap<&'v Id, Vec<SpeakerFacts>> {
        let of = |id| self.organizations.find(id).unwrap_or(UNKNOWN);
        let organizations = visit.organizations.iter().map(|it| {
            (&it.id, vec![SpeakerFacts { person: UNKNOWN, organization: of(&it.id), side: it.side() }])
        });
        let people = visit.participants.iter().enumerate().map(|(item, it)| {
            let person = self.person(Target::new(number, RecordKind::Participant, item)).unwrap_or(UNKNOWN);
            let facts = |organization| SpeakerFacts { person, organization, side: it.side };
            let mut speakers: Vec<SpeakerFacts> = it.organizations().map(|id| facts(of(id))).collect();
            if speakers.is_empty() {
                speakers.push(facts(UNKNOWN));
            }
            (&it.id, speakers)
        });
        // If a person and an organization have the same id, the person counts.
        organizations.chain(people).collect()
    }

    /// Adds the topics of a statement, and returns their range.
    fn add_topics<'v>(&mut self, statement: &'v Statement, known: &mut HashMap<&'v str, u32>) -> Range<u32> {
        let first = self.topics.len();
        for topic in &statement.topics {
            let number = *known.entry(topic).or_insert_with(|| {
                let next = number(self.topic_names.len());
                *self.topic_names.entry(fold(topic)).or_insert(next)
            });
            // “Antrean” and “antrean” are one.
            if !self.topics.get(first..).unwrap_or_default().contains(&number) {
                self.topics.push(number);
            }
        }
        number(first)..number(self.topics.len())
    }

    fn entry<'v>(
        &mut self,
        visit: &Visit,
        statement: &Statement,
        (target, stop): (Target, u32),
        (speakers, topics): (impl Iterator<Item = &'v SpeakerFacts>, Range<u32>),
    ) -> StatementEntry {
        let first_speaker = number(self.statement_speakers.len());
        self.statement_speakers.extend(speakers);
        let next_day = number(self.days.len());
        let day = visit.when_said(statement).and_then(RecordTime::day);
        StatementEntry {
            position: number(self.entries.len()),
            visit: number(target.visit),
            item: number(target.item),
            stop,
            place: self.place_of_stop(stop).unwrap_or(UNKNOWN),
            speakers: first_speaker..number(self.statement_speakers.len()),
            topics,
            day: day.map_or(UNKNOWN, |day| *self.days.entry(day).or_insert(next_day)),
            kind: statement.kind,
        }
    }

    /// The number of the values of a fact.
    pub(super) fn value_count(&self, fact: ListedFact) -> usize {
        match fact {
            ListedFact::Place => self.places.len(),
            ListedFact::Person => self.people.len(),
            ListedFact::Organization => self.organizations.len(),
            ListedFact::Side => Side::ALL.len(),
            ListedFact::Type => StatementType::ALL.len(),
            ListedFact::Day => self.days.len(),
            ListedFact::Topic => self.topic_names.len(),
        }
    }

    /// Calls `take` with each value of a fact that a statement has; with [`UNKNOWN`] if its place, speaker or day is not stated.
    pub(super) fn each_value(&self, fact: ListedFact, entry: &StatementEntry, take: &mut dyn FnMut(u32)) {
        let of: fn(&SpeakerFacts) -> u32 = match fact {
            ListedFact::Place => return take(entry.place),
            ListedFact::Type => return take(entry.kind as u32),
            ListedFact::Day => return take(entry.day),
            ListedFact::Topic => return self.topics_of(entry).iter().copied().for_each(take),
            ListedFact::Person => |it| it.person,
            ListedFact::Organization => |it| it.organization,
            ListedFact::Side => |it| it.side.map_or(UNKNOWN, |side| side as u32),
        };
        let speakers = self.speakers(entry);
        once_each(speakers, of).filter(|value| *value != UNKNOWN).for_each(&mut *take);
        if speakers.is_empty() {
            take(UNKNOWN);
        }
    }

    /// The speakers of a statement.
    pub(super) fn speakers(&self, entry: &StatementEntry) -> &[SpeakerFacts] {
        let Range { start, end } = entry.speakers;
        self.statement_speakers.get(index(start)..index(end)).unwrap_or_default()
    }

    /// The topics of a statement.
    pub(super) fn topics_of(&self, entry: &StatementEntry) -> &[u32] {
        let Range { start, end } = entry.topics;
        self.topics.get(index(start)..index(end)).unwrap_or_default()
    }

    /// The positions of the statements of each visit.
    pub(super) fn visit_ranges(&self) -> impl Iterator<Item = Range<u32>> {
        self.ranges.iter().map(|range| number(range.start)..number(range.end))
    }

    fn number_of(&self, entry: &StatementEntry) -> u32 {
        let first = self.ranges.get(index(entry.visit)).map_or(0, |range| range.start);
        number(first).saturating_add(entry.item)
    }

    /// The positions of the statements with some numbers in the index of facts.
    pub(super) fn positions_of(&self, numbers: &BitSet) -> BitSet {
        let has = |number: &u32| numbers.contains(*number);
        BitSet::of(self.numbers.len(), |position| self.numbers.get(position).is_some_and(has))
    }

    /// The statements of some visits.
    pub fn of_visits(&self, visits: impl IntoIterator<Item = usize>) -> StatementSet {
        let mut positions = BitSet::new(self.entries.len());
        for visit in visits {
            positions.insert_range(self.positions_in(Scope::Visit(visit)));
        }
        StatementSet::new(positions)
    }

    /// The statement at a position.
    pub(super) fn entry_at(&self, position: u32) -> Option<&StatementEntry> {
        self.entries.get(index(position))
    }

    /// The range of the entries of a scope.
    pub(super) fn range_in(&self, scope: Scope) -> Range<usize> {
        match scope {
            Scope::All => 0..self.entries.len(),
            Scope::Visit(visit) => self.ranges.get(visit).cloned().unwrap_or_default(),
        }
    }

    /// The positions of the statements of a scope.
    pub(super) fn positions_in(&self, scope: Scope) -> Range<u32> {
        let range = self.range_in(scope);
        number(range.start)..number(range.end)
    }

    /// The entries of a scope.
    pub(super) fn entries_in(&self, scope: Scope) -> &[StatementEntry] {
        self.entries.get(self.range_in(scope)).unwrap_or_default()
    }

    /// The number of a stop among all stops of the archive.
    pub(super) fn stop_number(&self, stop: Target) -> Option<u32> {
        self.first_stop.get(stop.visit)?.checked_add(u32::try_from(stop.item).ok()?)
    }

    /// The number of the place of a stop.
    pub(super) fn place(&self, stop: Target) -> Option<u32> {
        self.place_of_stop(self.stop_number(stop)?)
    }

    /// The same from the number of the stop.
    pub(super) fn place_of_stop(&self, number: u32) -> Option<u32> {
        self.place_of.get(index(number)).copied()
    }

    /// The number of the person that a participant is.
    pub(super) fn person(&self, participant: Target) -> Option<u32> {
        let first = self.first_participant.get(participant.visit)?;
        self.person_of.get(first + participant.item).copied()
    }

    /// The newest stop at a place.
    pub fn stop_with_key(&self, key: &str) -> Option<Target> {
        self.places.newest(key)
    }

    /// The newest participant that is an agent.
    pub fn participant_with(&self, agent: &Agent) -> Option<Target> {
        self.people.newest(agent)
    }

    /// The newest record of an organization.
    pub fn organization(&self, id: &Id) -> Option<Target> {
        self.organizations.newest(id)
    }

    /// The newest record of the place, the person or the organization of a filter.
    pub fn record_of(&self, filter: &Filter) -> Option<Target> {
        match filter {
            Filter::Stop(Some(StopKey::Place(key))) => self.stop_with_key(key),
            Filter::Person(Some(agent)) => self.participant_with(agent),
            Filter::Organization(id) => self.organization(id),
            _ => None,
        }
    }

    /// Whether a participant is an agent.
    pub fn is_agent(&self, participant: Target, agent: &Agent) -> bool {
        self.people.find(agent).is_some_and(|person| self.person(participant) == Some(person))
    }

    /// The newest record of each place, person or organization of the archive, newest first. Empty for other kinds.
    pub fn distinct(&self, kind: RecordKind) -> &[Target] {
        match kind {
            RecordKind::Stop => &self.places.newest,
            RecordKind::Participant => &self.people.newest,
            RecordKind::Organization => &self.organizations.newest,
            RecordKind::Visit | RecordKind::Statement => &[],
        }
    }

    /// The visits, newest first.
    pub fn newest_first(&self) -> &[usize] {
        &self.newest_first
    }

    /// The number of statements of a visit.
    pub fn statements_of(&self, visit: usize) -> usize {
        self.range_in(Scope::Visit(visit)).len()
    }

    /// The number of visits with the place, the person or the organization of a record; 1 for other kinds.
    pub fn visit_count(&self, archive: &Archive, target: Target) -> usize {
        match archive.record(target) {
            Some(Record::Stop(..)) => self.places.visit_count(self.place(target)),
            Some(Record::Participant(..)) => self.people.visit_count(self.person(target)),
            Some(Record::Organization(_, organization)) => {
                self.organizations.visit_count(self.organizations.find(&organization.id))
            }
            _ => 1,
        }
    }

    /// Whether two records are the same place, person or organization, even in different visits.
    pub fn is_same(&self, archive: &Archive, a: Target, b: Target) -> bool {
        match (a.kind, b.kind) {
            _ if a == b => true,
            (RecordKind::Stop, RecordKind::Stop) => self.place(a) == self.place(b),
            (RecordKind::Participant, RecordKind::Participant) => self.person(a) == self.person(b),
            (RecordKind::Organization, RecordKind::Organization) => {
                let id = |target| archive.record(target).map(|record| record.id());
                id(a) == id(b)
            }
            _ => false,
        }
    }
}
