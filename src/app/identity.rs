//! Which record is meant, whatever files are read again: a number for each record that the explorer holds on to.
//!
//! A [`Target`] says where a record stands in one archive, and means another one in the next. What outlives a key press holds
//! a [`RecordKey`] instead, and asks for its target when it is used.

use std::collections::HashMap;

use crate::facet::{Facets, place_key};
use crate::model::{Agent, Archive, Id, Record, RecordKind, Target};

/// A record, for as long as the program runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RecordKey(usize);

/// The records that are held, by what they are known by in files.
#[derive(Debug, Default)]
pub(in crate::app) struct RecordKeys {
    held: Vec<Held>,
    by_name: HashMap<Name, RecordKey>,
    /// Those that are in the archive of now.
    by_target: HashMap<Target, RecordKey>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Name {
    visit: Id,
    kind: RecordKind,
    id: Id,
}

#[derive(Debug)]
struct Held {
    name: Name,
    who_or_where: Option<Entity>,
    /// Where it stands in the archive of now.
    target: Option<Target>,
}

/// What several visits can have a record of.
#[derive(Debug)]
enum Entity {
    Place(String),
    Agent(Agent),
    Organization(Id),
}

impl RecordKeys {
    /// The key of a record of the archive, which is held from now on.
    pub(in crate::app) fn hold(&mut self, archive: &Archive, target: Target) -> Option<RecordKey> {
        if let Some(key) = self.key(target) {
            return Some(key);
        }
        let record = archive.record(target)?;
        let name = Name { visit: record.visit().id.clone(), kind: target.kind, id: record.id().clone() };
        let key = RecordKey(self.held.len());
        self.held.push(Held { name: name.clone(), who_or_where: entity(record), target: Some(target) });
        self.by_name.entry(name).or_insert(key);
        self.by_target.insert(target, key);
        Some(key)
    }

    /// The key of a record, if it is held.
    pub(in crate::app) fn key(&self, target: Target) -> Option<RecordKey> {
        self.by_target.get(&target).copied()
    }

    /// Where a record stands; nothing when it is not in the archive any more.
    pub(in crate::app) fn target(&self, key: RecordKey) -> Option<Target> {
        self.held.get(key.0)?.target
    }

    /// The same; of a place, a person or an organization whose record has gone, that of another visit.
    pub(in crate::app) fn target_anywhere(&self, key: RecordKey, facets: &Facets) -> Option<Target> {
        let held = self.held.get(key.0)?;
        held.target.or_else(|| match held.who_or_where.as_ref()? {
            Entity::Place(key) => facets.stop_with_key(key),
            Entity::Agent(agent) => facets.participant_with(agent),
            Entity::Organization(id) => facets.organization(id),
        })
    }

    /// Finds every held record in another archive.
    pub(in crate::app) fn locate(&mut self, archive: &Archive) {
        let visits: HashMap<&Id, usize> =
            archive.visits.iter().enumerate().map(|(at, visit)| (&visit.id, at)).collect();
        // The records of a kind of a visit, for those visits of which any is held.
        let mut items: HashMap<(usize, RecordKind), HashMap<&Id, Target>> = HashMap::new();
        self.by_target.clear();
        for (at, held) in self.held.iter_mut().enumerate() {
            let Name { visit, kind, id } = &held.name;
            held.target = visits.get(visit).and_then(|visit| {
                let of_kind = || {
                    let targets = archive.targets_of(*visit).filter(|target| target.kind == *kind);
                    targets.filter_map(|target| Some((archive.record(target)?.id(), target))).collect()
                };
                items.entry((*visit, *kind)).or_insert_with(of_kind).get(id).copied()
            });
            self.by_target.extend(held.target.map(|target| (target, RecordKey(at))));
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
        let mut held = RecordKeys::default();
        let old = archive(&[("a", &["s1", "s2"]), ("b", &["s1"])]);
        let mut hold_all =
            || -> Vec<RecordKey> { old.targets().filter_map(|target| held.hold(&old, target)).collect() };
        let keys = hold_all();
        assert_eq!(hold_all(), keys, "held once");
        let names: Vec<Option<String>> = keys.iter().map(|key| name(&held, &old, *key)).collect();
        let new = archive(&[("c", &["s2"]), ("b", &["s0", "s1"]), ("a", &["s2"])]);
        held.locate(&new);
        for (key, was) in keys.iter().zip(&names) {
            let is_gone = was.as_deref() == Some("a#s1");
            assert_eq!(name(&held, &new, *key), was.clone().filter(|_| !is_gone));
        }
        // What has gone can come back.
        let back = archive(&[("a", &["s1"])]);
        held.locate(&back);
        let there: Vec<String> = keys.iter().filter_map(|key| name(&held, &back, *key)).collect();
        assert_eq!(there, ["a", "a#s1"]);
    }
}
