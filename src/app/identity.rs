//! Keys of records that stay valid when the files are reloaded.
//!
//! A [`Target`] is the position of a record in one archive, and may be another record in the next archive. State that outlives a
//! key press stores a [`RecordKey`] instead, and resolves it to a target when it is used.

use std::collections::HashMap;

use crate::facet::{Facets, place_key};
use crate::model::{Agent, Archive, Id, Record, RecordKind, Target};

/// The key of a record, valid as long as the program runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RecordKey(usize);

/// All keys, each with the ids of its record. A key is an index into `entries`.
#[derive(Debug, Default)]
pub(in crate::app) struct RecordKeys {
    entries: Vec<HeldRecord>,
    /// The keys of records that are in the current archive.
    by_target: HashMap<Target, RecordKey>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Name {
    visit: Id,
    kind: RecordKind,
    id: Id,
}

#[derive(Debug)]
struct HeldRecord {
    name: Name,
    entity: Option<Entity>,
    /// Its position in the current archive.
    target: Option<Target>,
}

/// A place, a person or an organization, of which several visits may have a record.
#[derive(Debug)]
enum Entity {
    Place(String),
    Agent(Agent),
    Organization(Id),
}

impl RecordKeys {
    /// The key of a record of the archive, created if it has none.
    pub(in crate::app) fn intern(&mut self, archive: &Archive, target: Target) -> Option<RecordKey> {
        if let Some(key) = self.key(target) {
            return Some(key);
        }
        let record = archive.record(target)?;
        let name = Name { visit: record.visit().id.clone(), kind: target.kind, id: record.id().clone() };
        let key = RecordKey(self.entries.len());
        self.entries.push(HeldRecord { name, entity: entity(record), target: Some(target) });
        self.by_target.insert(target, key);
        Some(key)
    }

    /// The key of a record with these ids, which may be missing from the archive.
    pub(in crate::app) fn intern_named(
        &mut self,
        archive: &Archive,
        (visit, kind, id): (&str, RecordKind, &str),
    ) -> RecordKey {
        let name = Name { visit: Id::new(visit), kind, id: Id::new(id) };
        let target = archive.find(&name.visit, kind, &name.id);
        if let Some(key) = target.and_then(|target| self.intern(archive, target)) {
            return key;
        }
        if let Some(at) = self.entries.iter().position(|entry| entry.name == name) {
            return RecordKey(at);
        }
        self.entries.push(HeldRecord { name, entity: None, target: None });
        RecordKey(self.entries.len() - 1)
    }

    /// The ids of a record, as a reference: `visit#record`.
    pub(in crate::app) fn reference(&self, key: RecordKey) -> Option<String> {
        let Name { visit, id, .. } = &self.entries.get(key.0)?.name;
        Some(format!("{visit}#{id}"))
    }

    /// The key of a record, if it has one.
    pub(in crate::app) fn key(&self, target: Target) -> Option<RecordKey> {
        self.by_target.get(&target).copied()
    }

    /// The record with this key; `None` if it is not in the current archive.
    pub(in crate::app) fn target(&self, key: RecordKey) -> Option<Target> {
        self.entries.get(key.0)?.target
    }

    /// The record with this key, or else a record of the same place, person or organization in another visit.
    pub(in crate::app) fn target_anywhere(&self, key: RecordKey, facets: &Facets) -> Option<Target> {
        let entry = self.entries.get(key.0)?;
        entry.target.or_else(|| match entry.entity.as_ref()? {
            Entity::Place(key) => facets.stop_with_key(key),
            Entity::Agent(agent) => facets.participant_with(agent),
            Entity::Organization(id) => facets.organization(id),
        })
    }

    /// Finds the records of all keys in a new archive.
    pub(in crate::app) fn locate(&mut self, archive: &Archive) {
        let visits: HashMap<&Id, usize> =
            archive.visits.iter().enumerate().map(|(at, visit)| (&visit.id, at)).collect();
        // The records of one kind in one visit, computed on first use.
        let mut items: HashMap<(usize, RecordKind), HashMap<&Id, Target>> = HashMap::new();
        self.by_target.clear();
        for (at, entry) in self.entries.iter_mut().enumerate() {
            let Name { visit, kind, id } = &entry.name;
            entry.target = visits.get(visit).and_then(|visit| {
                let of_kind = || {
                    let targets = archive.targets_of(*visit).filter(|target| target.kind == *kind);
                    targets.filter_map(|target| Some((archive.record(target)?.id(), target))).collect()
                };
                items.entry((*visit, *kind)).or_insert_with(of_kind).get(id).copied()
            });
            self.by_target.extend(entry.target.map(|target| (target, RecordKey(at))));
        }
    }
}

fn entity(record: Record<'_>) -> Option<Entity> {
    match record {
        Record::Stop(_, stop) => Some(Entity::Place(place_key(stop))),
        Record::Participant(visit, person) => Some(Entity::Agent(visit.agent(person))),
        Record::Organization(_, organization) => Some(Entity::Organization(organization.id.clone())),
        Record::Visit(_) | Record::Statement(..) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::load_text;

    fn archive(visits: &[(&str, &[&str])]) -> Archive {
        let statement = |id: &&str| format!("{{id: {id}, type: quote, text: {id}}}");
        let visit = |(id, statements): &(&str, &[&str])| {
            let statements: Vec<String> = statements.iter().map(statement).collect();
            format!("  - {{id: {id}, title: {id}, statements: [{}]}}\n", statements.join(", "))
        };
        let text: String = visits.iter().map(visit).collect();
        load_text("visits.yaml", format!("schema_version: '1.0'\nvisits:\n{text}").into()).archive
    }

    fn name(keys: &RecordKeys, archive: &Archive, key: RecordKey) -> Option<String> {
        keys.target(key).and_then(|target| archive.record(target)).map(|record| record.reference())
    }

    #[test]
    fn a_key_means_the_same_record_wherever_it_stands() {
        let mut record_keys = RecordKeys::default();
        let old = archive(&[("a", &["s1", "s2"]), ("b", &["s1"])]);
        let mut intern_all = || -> Vec<RecordKey> {
            old.targets().filter_map(|target| record_keys.intern(&old, target)).collect()
        };
        let keys = intern_all();
        assert_eq!(intern_all(), keys, "each record has one key");
        let names: Vec<Option<String>> = keys.iter().map(|key| name(&record_keys, &old, *key)).collect();
        let new = archive(&[("c", &["s2"]), ("b", &["s0", "s1"]), ("a", &["s2"])]);
        record_keys.locate(&new);
        for (key, was) in keys.iter().zip(&names) {
            let is_missing = was.as_deref() == Some("a#s1");
            assert_eq!(name(&record_keys, &new, *key), was.clone().filter(|_| !is_missing));
        }
        // A missing record may come back.
        let back = archive(&[("a", &["s1"])]);
        record_keys.locate(&back);
        let found: Vec<String> = keys.iter().filter_map(|key| name(&record_keys, &back, *key)).collect();
        assert_eq!(found, ["a", "a#s1"]);
    }
}
