//! Tables of a long visit, so that finding a record by its id, or counting the statements at a stop, does not search it all.

use std::collections::HashMap;
use std::fmt;
use std::hash::{BuildHasher as _, RandomState};
use std::sync::OnceLock;

use hashbrown::HashTable;

use super::{Id, Organization, Participant, Source, Speaker, Statement, Stop, Visit};

/// Of fewer records a table would cost more, in memory above all, than searching them one by one.
const LONG: usize = 256;

/// The tables of a visit, each made when it is first needed. They are not part of the visit: a copy starts without any, and an
/// archive forgets them where it lets a visit be changed.
#[derive(Default)]
pub struct Lookup {
    ids: OnceLock<Box<IdTables>>,
    references: OnceLock<Box<ReferenceTables>>,
}

impl Clone for Lookup {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl PartialEq for Lookup {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl fmt::Debug for Lookup {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Lookup")
    }
}

/// A record with an id that is unique in its list.
trait Identified {
    fn id(&self) -> &Id;
}

macro_rules! identified {
    ($($record:ty)+) => {$(
        impl Identified for $record {
            fn id(&self) -> &Id {
                &self.id
            }
        }
    )+};
}
identified! { Organization Participant Source Statement Stop }

/// Where the records of each list are, by their ids.
struct IdTables {
    hasher: RandomState,
    organizations: IdTable,
    participants: IdTable,
    sources: IdTable,
    statements: IdTable,
    stops: IdTable,
}

/// The index of the first record with each id.
struct IdTable {
    indices: HashTable<usize>,
    /// The number of records: if there are more or fewer by now, the table is not used.
    records: usize,
}

impl IdTable {
    fn new(records: &[impl Identified], hasher: &RandomState) -> Self {
        let mut indices = HashTable::new();
        if records.len() >= LONG {
            for (at, record) in records.iter().enumerate() {
                let is_it = |other: &usize| records.get(*other).is_some_and(|it| it.id() == record.id());
                let hash = |at: &usize| records.get(*at).map_or(0, |it| hasher.hash_one(it.id()));
                indices.entry(hasher.hash_one(record.id()), is_it, hash).or_insert(at);
            }
        }
        Self { indices, records: records.len() }
    }
}

impl IdTables {
    fn new(visit: &Visit) -> Self {
        let hasher = RandomState::new();
        Self {
            organizations: IdTable::new(&visit.organizations, &hasher),
            participants: IdTable::new(&visit.participants, &hasher),
            sources: IdTable::new(&visit.sources, &hasher),
            statements: IdTable::new(&visit.statements, &hasher),
            stops: IdTable::new(&visit.itinerary, &hasher),
            hasher,
        }
    }
}

impl Visit {
    /// The stop with this id.
    pub fn stop(&self, id: &Id) -> Option<&Stop> {
        self.find(&self.itinerary, |tables| &tables.stops, id)
    }

    /// The participant with this id.
    pub fn participant(&self, id: &Id) -> Option<&Participant> {
        self.find(&self.participants, |tables| &tables.participants, id)
    }

    /// The organization with this id.
    pub fn organization(&self, id: &Id) -> Option<&Organization> {
        self.find(&self.organizations, |tables| &tables.organizations, id)
    }

    /// The source with this id.
    pub fn source(&self, id: &Id) -> Option<&Source> {
        self.find(&self.sources, |tables| &tables.sources, id)
    }

    /// The statement with this id.
    pub fn statement(&self, id: &Id) -> Option<&Statement> {
        self.find(&self.statements, |tables| &tables.statements, id)
    }

    fn find<'v, R: Identified>(
        &'v self,
        records: &'v [R],
        table: fn(&IdTables) -> &IdTable,
        id: &Id,
    ) -> Option<&'v R> {
        let is_it = |record: &&R| record.id() == id;
        if records.len() < LONG {
            return records.iter().find(is_it);
        }
        let tables = self.lookup.ids.get_or_init(|| Box::new(IdTables::new(self)));
        let table = table(tables);
        if table.records != records.len() {
            return records.iter().find(is_it);
        }
        let found =
            table.indices.find(tables.hasher.hash_one(id), |at| records.get(*at).as_ref().is_some_and(is_it));
        records.get(*found?)
    }

    /// The statements of the same utterance, the one that the others refer to first; only the statement itself if there are no
    /// variants.
    pub fn variants(&self, statement: &Statement) -> Vec<&Statement> {
        let first = statement.variant_of.as_ref().unwrap_or(&statement.id);
        let others = self.with_references(|tables| tables.variants.get(first).cloned().unwrap_or_default());
        let others = others.into_iter().filter_map(|at| self.statements.get(at));
        self.statement(first).into_iter().chain(others).collect()
    }

    /// The number of statements made at a stop.
    pub fn statements_at(&self, stop: &Id) -> usize {
        self.with_references(|tables| count(&tables.at_stops, stop))
    }

    /// The number of statements by an organization or its members.
    pub fn statements_from(&self, organization: &Id) -> usize {
        self.with_references(|tables| count(&tables.from_organizations, organization))
    }

    /// The number of statements by a speaker.
    pub fn statements_by(&self, speaker: &Id) -> usize {
        self.with_references(|tables| count(&tables.by_speakers, speaker))
    }

    /// The participants of whom the record says whether they were at a stop, with their indices.
    pub fn with_attendance_at(&self, stop: &Id) -> impl Iterator<Item = (usize, &Participant)> {
        // All stops of all visits are asked for when an archive opens.
        let there = if self.participants.len() < LONG {
            let is_there = |it: &Participant| it.attendance.iter().any(|there| there.stop == *stop);
            let participants = self.participants.iter().enumerate();
            participants.filter(|(_, it)| is_there(it)).map(|(at, _)| at).collect()
        } else {
            self.with_references(|tables| tables.attendance.get(stop).cloned().unwrap_or_default())
        };
        there.into_iter().filter_map(|at| Some((at, self.participants.get(at)?)))
    }

    fn with_references<T>(&self, read: impl FnOnce(&ReferenceTables) -> T) -> T {
        let tables = self.lookup.references.get_or_init(|| Box::new(ReferenceTables::new(self)));
        let is_current = tables.made_from == ReferenceTables::basis(self);
        if is_current { read(tables) } else { read(&ReferenceTables::new(self)) }
    }
}

fn count(counts: &HashMap<Id, usize>, id: &Id) -> usize {
    counts.get(id).copied().unwrap_or_default()
}

/// What refers to a record: the numbers of statements, those of one utterance, and who was at a stop.
#[derive(Default)]
struct ReferenceTables {
    at_stops: HashMap<Id, usize>,
    by_speakers: HashMap<Id, usize>,
    from_organizations: HashMap<Id, usize>,
    /// By `variant_of` the indices.
    variants: HashMap<Id, Vec<usize>>,
    /// By stop the indices of the participants whose attendance there is stated.
    attendance: HashMap<Id, Vec<usize>>,
    /// The numbers of all statements and all participants.
    made_from: [usize; 2],
}

impl ReferenceTables {
    fn new(visit: &Visit) -> Self {
        let mut tables = Self { made_from: Self::basis(visit), ..Self::default() };
        for (at, statement) in visit.statements.iter().enumerate() {
            count_each(&mut tables.at_stops, statement.stop.iter().collect());
            count_each(&mut tables.by_speakers, statement.speaker.iter().collect());
            let organizations = visit.speakers(statement).flat_map(|speaker| match speaker {
                Speaker::Organization(it) => vec![&it.id],
                Speaker::Participant(it) => it.organizations().collect(),
            });
            count_each(&mut tables.from_organizations, organizations.collect());
            if let Some(first) = &statement.variant_of {
                tables.variants.entry(first.clone()).or_default().push(at);
            }
        }
        for (at, participant) in visit.participants.iter().enumerate() {
            for attendance in &participant.attendance {
                let there = tables.attendance.entry(attendance.stop.clone()).or_default();
                if there.last() != Some(&at) {
                    there.push(at);
                }
            }
        }
        tables
    }

    fn basis(visit: &Visit) -> [usize; 2] {
        [visit.statements.len(), visit.participants.len()]
    }
}

/// Adds one for each id, but once for an id that occurs several times.
fn count_each(counts: &mut HashMap<Id, usize>, mut ids: Vec<&Id>) {
    ids.sort_unstable();
    ids.dedup();
    for id in ids {
        *counts.entry(id.clone()).or_default() += 1;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::load::load_text;
    use crate::model::{Attendance, RareStatementFields};

    const ONE: &str = "schema_version: '1.1'\nvisits: [{id: a, title: A, sources: [{id: s}], itinerary: [{id: a, name: A}], \
         participants: [{id: p, name: P, attendance: [a]}], \
         statements: [{id: b, type: quote, text: B, sources: [s]}]}]\n";

    /// A visit with stops and statements of these numbers, both of which may occur twice.
    fn visit(stops: &[u16], statements: &[(u16, Option<u16>)]) -> Visit {
        let one = load_text("a.yaml", ONE.into()).archive.visits[0].clone();
        let id = |number: &u16| Id::new(&format!("r{number}"));
        let stop = |number| Stop { id: id(number), ..one.itinerary[0].clone() };
        let statement = |(at, (stop, variant_of)): (usize, &(u16, Option<u16>))| Statement {
            id: Id::new(&format!("q{at}")),
            stop: Some(id(stop)),
            speaker: vec![id(stop), id(stop)].into(),
            details: RareStatementFields {
                variant_of: variant_of.map(|of| Id::new(&format!("q{of}"))),
                ..RareStatementFields::default()
            }
            .into(),
            ..one.statements[0].clone()
        };
        // Everybody was at the stop of the same statement, and at the last one.
        let there =
            |stop: &Id| Attendance { stop: stop.clone(), ..one.participants[0].attendance[0].clone() };
        let participant = |(stop, _): &(u16, Option<u16>)| Participant {
            attendance: [Some(id(stop)), stops.last().map(id)].iter().flatten().map(there).collect(),
            ..one.participants[0].clone()
        };
        Visit {
            participants: statements.iter().map(participant).collect(),
            itinerary: stops.iter().map(stop).collect(),
            statements: statements.iter().enumerate().map(statement).collect(),
            ..Visit::default()
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(12))]
        #[test]
        fn tables_agree_with_a_search_of_all(
            stops in prop::collection::vec(0u16..400, 0..2 * LONG),
            statements in prop::collection::vec((0u16..400, prop::option::weighted(0.2, 0u16..400)), 0..2 * LONG),
        ) {
            let mut visit = visit(&stops, &statements);
            for _ in 0..2 {
                for number in (0..400).step_by(23) {
                    let id = Id::new(&format!("r{number}"));
                    let first = visit.itinerary.iter().position(|it| it.id == id);
                    let found = visit.stop(&id).map(std::ptr::from_ref);
                    prop_assert_eq!(found, first.map(|at| std::ptr::from_ref(&visit.itinerary[at])));
                    let there = visit.statements.iter().filter(|it| it.stop.as_ref() == Some(&id)).count();
                    let is_there = |it: &Participant| it.attendance.iter().any(|there| there.stop == id);
                    let present = visit.participants.iter().enumerate().filter(|(_, it)| is_there(it));
                    let found: Vec<usize> = visit.with_attendance_at(&id).map(|(at, _)| at).collect();
                    prop_assert_eq!(found, present.map(|(at, _)| at).collect::<Vec<_>>());
                    prop_assert_eq!((visit.statements_at(&id), visit.statements_by(&id)), (there, there));
                }
                for statement in visit.statements.iter().step_by(29) {
                    let first = statement.variant_of.as_ref().unwrap_or(&statement.id);
                    let own = visit.statements.iter().filter(|it| it.id == *first);
                    let others = visit.statements.iter().filter(|it| it.variant_of.as_ref() == Some(first));
                    prop_assert_eq!(visit.variants(statement), own.chain(others).collect::<Vec<_>>());
                }
                // What was looked up before is not what is found after a change.
                visit.itinerary.truncate(stops.len() / 2);
                visit.statements.reverse();
                visit.statements.pop();
                visit.participants.pop();
            }
        }
    }
}
