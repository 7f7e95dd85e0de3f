//! Every statement of an archive as small numbers: where, by whom, of which side, when, about what.

use std::borrow::Borrow;
use std::collections::HashMap;
use std::hash::Hash;
use std::ops::Range;

use jiff::civil::Date;

use super::Scope;
use crate::model::{
    Agent, Archive, Id, Record, RecordKind, RecordTime, Side, Statement, StatementType, Target, Visit,
    place_key,
};
use crate::text::fold;

/// A fact that is not said.
pub(super) const UNSAID: u32 = u32::MAX;

/// The facts of a statement, each the number of a name.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Entry {
    pub(super) target: Target,
    /// The stop, counted through the whole archive.
    pub(super) stop: u32,
    pub(super) place: u32,
    /// Everybody who spoke, as a part of [`Facets::voices`]; empty where nobody is said to have spoken.
    pub(super) voices: Range<u32>,
    pub(super) kind: StatementType,
    pub(super) day: Option<Date>,
    pub(super) topics: Range<usize>,
}

/// Somebody who speaks, for one of the organizations they belong to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Voice {
    pub(super) person: u32,
    pub(super) organization: u32,
    pub(super) side: Option<Side>,
}

/// What makes records the same, each with its number, the record that it was first met in, and in how many visits it was met.
#[derive(Debug)]
pub(super) struct Names<K> {
    numbers: HashMap<K, u32>,
    firsts: Vec<Target>,
    visits: Vec<(usize, usize)>,
}

impl<K> Default for Names<K> {
    fn default() -> Self {
        Self { numbers: HashMap::new(), firsts: Vec::new(), visits: Vec::new() }
    }
}

impl<K: Eq + Hash> Names<K> {
    fn number(&mut self, name: K, target: Target) -> u32 {
        let next = u32::try_from(self.numbers.len()).unwrap_or(UNSAID);
        let number = *self.numbers.entry(name).or_insert(next);
        if number == next {
            self.firsts.push(target);
            self.visits.push((target.visit, 1));
        } else if let Some((last, count)) =
            usize::try_from(number).ok().and_then(|at| self.visits.get_mut(at))
            && *last != target.visit
        {
            (*last, *count) = (target.visit, *count + 1);
        }
        number
    }

    pub(super) fn find<Q: Eq + Hash + ?Sized>(&self, name: &Q) -> Option<u32>
    where
        K: Borrow<Q>,
    {
        self.numbers.get(name).copied()
    }

    /// The newest record of a name.
    fn first<Q: Eq + Hash + ?Sized>(&self, name: &Q) -> Option<Target>
    where
        K: Borrow<Q>,
    {
        self.firsts.get(usize::try_from(self.find(name)?).ok()?).copied()
    }

    pub(super) fn len(&self) -> usize {
        self.numbers.len()
    }

    fn visits(&self, number: Option<u32>) -> usize {
        let met = number.and_then(|number| self.visits.get(usize::try_from(number).ok()?));
        met.map_or(0, |(_, count)| *count)
    }
}

/// The statements of an archive by their facts, in the order in which they are listed: the newest visit first.
#[derive(Debug, Default)]
pub struct Facets {
    pub(super) entries: Vec<Entry>,
    /// The entries of each visit.
    of_visit: Vec<Range<usize>>,
    /// The number of the first stop of each visit.
    first_stop: Vec<u32>,
    /// The place of each stop.
    pub(super) place_of: Vec<u32>,
    /// The number of the first participant of each visit, and the person that each is.
    first_participant: Vec<usize>,
    person_of: Vec<u32>,
    /// Who made each statement, in the order of the entries.
    voices: Vec<Voice>,
    pub(super) places: Names<String>,
    pub(super) people: Names<Agent>,
    pub(super) organizations: Names<Id>,
    pub(super) topic_names: HashMap<String, u32>,
    pub(super) topics: Vec<u32>,
}

impl Facets {
    /// Reads an archive.
    pub fn new(archive: &Archive) -> Self {
        let count = archive.visits.len();
        let mut facets = Self {
            of_visit: vec![0..0; count],
            first_stop: vec![0; count],
            first_participant: vec![0; count],
            ..Self::default()
        };
        for number in archive.newest_first() {
            if let Some(visit) = archive.visits.get(number) {
                facets.read(number, visit);
            }
        }
        facets
    }

    fn read(&mut self, number: usize, visit: &Visit) {
        let first_stop = u32::try_from(self.place_of.len()).unwrap_or(UNSAID);
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
        // Who is who is looked up once a visit, not once a statement.
        let stops: HashMap<&Id, u32> =
            visit.itinerary.iter().map(|stop| &stop.id).zip(first_stop..).collect();
        let speakers = self.speakers(number, visit);
        let from = self.entries.len();
        for item in visit.statements_in_order() {
            let Some(statement) = visit.statements.get(item) else { continue };
            let stop = statement.stop.as_ref().and_then(|id| stops.get(id)).copied().unwrap_or(UNSAID);
            let voices = statement.speaker.iter().filter_map(|id| speakers.get(id)).flatten();
            let target = Target::new(number, RecordKind::Statement, item);
            let entry = self.entry(visit, statement, (target, stop), voices);
            self.entries.push(entry);
        }
        if let (Some(range), Some(first)) = (self.of_visit.get_mut(number), self.first_stop.get_mut(number)) {
            (*range, *first) = (from..self.entries.len(), first_stop);
        }
    }

    /// Person, organization and side of everybody who can speak in a visit.
    fn speakers<'v>(&self, number: usize, visit: &'v Visit) -> HashMap<&'v Id, Vec<Voice>> {
        let of = |id| self.organizations.find(id).unwrap_or(UNSAID);
        let organizations = visit
            .organizations
            .iter()
            .map(|it| (&it.id, vec![Voice { person: UNSAID, organization: of(&it.id), side: it.side() }]));
        let people = visit.participants.iter().enumerate().map(|(item, it)| {
            let person = self.person(Target::new(number, RecordKind::Participant, item)).unwrap_or(UNSAID);
            let voice = |organization| Voice { person, organization, side: it.side };
            let mut voices: Vec<Voice> = it.organizations().map(|id| voice(of(id))).collect();
            if voices.is_empty() {
                voices.push(voice(UNSAID));
            }
            (&it.id, voices)
        });
        // Of an id that both have, the person is meant.
        organizations.chain(people).collect()
    }

    fn entry<'v>(
        &mut self,
        visit: &Visit,
        statement: &Statement,
        (target, stop): (Target, u32),
        voices: impl Iterator<Item = &'v Voice>,
    ) -> Entry {
        let spoke = |voices: &Vec<Voice>| u32::try_from(voices.len()).unwrap_or(UNSAID);
        let first_voice = spoke(&self.voices);
        self.voices.extend(voices);
        let first = self.topics.len();
        for topic in &statement.topics {
            let next = u32::try_from(self.topic_names.len()).unwrap_or(UNSAID);
            self.topics.push(*self.topic_names.entry(fold(topic)).or_insert(next));
        }
        Entry {
            target,
            stop,
            place: usize::try_from(stop).ok().and_then(|at| self.place_of.get(at)).copied().unwrap_or(UNSAID),
            voices: first_voice..spoke(&self.voices),
            kind: statement.kind,
            day: visit.when_said(statement).and_then(RecordTime::day),
            topics: first..self.topics.len(),
        }
    }

    /// Everybody who made a statement.
    pub(super) fn voices(&self, entry: &Entry) -> &[Voice] {
        let at = |number| usize::try_from(number).unwrap_or(usize::MAX);
        self.voices.get(at(entry.voices.start)..at(entry.voices.end)).unwrap_or_default()
    }

    /// The statements of a scope.
    pub(super) fn of(&self, scope: Scope) -> &[Entry] {
        let range = match scope {
            Scope::All => 0..self.entries.len(),
            Scope::Visit(visit) => self.of_visit.get(visit).cloned().unwrap_or_default(),
        };
        self.entries.get(range).unwrap_or_default()
    }

    /// The number of a stop, counted through the whole archive.
    pub(super) fn stop_number(&self, stop: Target) -> Option<u32> {
        self.first_stop.get(stop.visit)?.checked_add(u32::try_from(stop.item).ok()?)
    }

    /// The number of the place of a stop.
    pub(super) fn place(&self, stop: Target) -> Option<u32> {
        let stop = usize::try_from(self.stop_number(stop)?).ok()?;
        self.place_of.get(stop).copied()
    }

    /// The number of the person that a participant is.
    pub(super) fn person(&self, participant: Target) -> Option<u32> {
        let first = self.first_participant.get(participant.visit)?;
        self.person_of.get(first + participant.item).copied()
    }

    /// The newest stop at a place.
    pub fn stop_at(&self, key: &str) -> Option<Target> {
        self.places.first(key)
    }

    /// The newest participant who is this agent.
    pub fn participant_who(&self, agent: &Agent) -> Option<Target> {
        self.people.first(agent)
    }

    /// The newest record of the organization with this id.
    pub fn organization(&self, id: &Id) -> Option<Target> {
        self.organizations.first(id)
    }

    /// Whether a stop is at a place.
    pub fn is_at(&self, stop: Target, key: &str) -> bool {
        self.places.find(key).is_some_and(|place| self.place(stop) == Some(place))
    }

    /// Whether a participant is this agent.
    pub fn is_who(&self, participant: Target, agent: &Agent) -> bool {
        self.people.find(agent).is_some_and(|person| self.person(participant) == Some(person))
    }

    /// One record for each place, person or organization of the archive, the newest first.
    pub fn each(&self, kind: RecordKind) -> &[Target] {
        match kind {
            RecordKind::Stop => &self.places.firsts,
            RecordKind::Participant => &self.people.firsts,
            RecordKind::Organization => &self.organizations.firsts,
            RecordKind::Visit | RecordKind::Statement => &[],
        }
    }

    /// In how many visits the place, the person or the organization of a record is met.
    pub fn visits_with(&self, archive: &Archive, target: Target) -> usize {
        match archive.record(target) {
            Some(Record::Stop(..)) => self.places.visits(self.place(target)),
            Some(Record::Participant(..)) => self.people.visits(self.person(target)),
            Some(Record::Organization(_, organization)) => {
                self.organizations.visits(self.organizations.find(&organization.id))
            }
            _ => 1,
        }
    }

    /// Whether two records stand for the same thing, in whichever visits.
    pub fn same(&self, archive: &Archive, a: Target, b: Target) -> bool {
        match (archive.record(a), archive.record(b)) {
            _ if a == b => true,
            (Some(Record::Stop(..)), Some(Record::Stop(..))) => self.place(a) == self.place(b),
            (Some(Record::Participant(..)), Some(Record::Participant(..))) => {
                self.person(a) == self.person(b)
            }
            (Some(Record::Organization(_, a)), Some(Record::Organization(_, b))) => a.id == b.id,
            _ => false,
        }
    }
}
