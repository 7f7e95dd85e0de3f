//! Which record is meant, whatever files are read again: a number for each record that the explorer holds on to.
//!
//! A [`Target`] says where a record stands in one archive, and means another one in the next. What outlives a key press holds
//! a [`RecordKey`] instead, and asks for its target when it is used.

use std::collections::HashMap;

use super::data::Data;
use crate::facet::place_key;
use crate::model::{Agent, Archive, Id, Record, RecordKind, Target};

/// A record, for as long as the program runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RecordKey(usize);

/// The records that are held, by what they are known by in files.
#[derive(Debug, Default)]
pub(super) struct RecordKeys {
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

impl Data {
    /// The key of a record, which is held from now on.
    pub(super) fn hold(&mut self, target: Target) -> Option<RecordKey> {
        if let Some(key) = self.key(target) {
            return Some(key);
        }
        let record = self.archive.record(target)?;
        let name = Name { visit: record.visit().id.clone(), kind: target.kind, id: record.id().clone() };
        let key = RecordKey(self.keys.held.len());
        self.keys.held.push(Held { name: name.clone(), who_or_where: entity(record), target: Some(target) });
        self.keys.by_name.entry(name).or_insert(key);
        self.keys.by_target.insert(target, key);
        Some(key)
    }

    /// The key of a record, if it is held.
    pub(super) fn key(&self, target: Target) -> Option<RecordKey> {
        self.keys.by_target.get(&target).copied()
    }

    /// Where a record stands; nothing when it is not in the archive any more.
    pub fn target(&self, key: RecordKey) -> Option<Target> {
        self.keys.held.get(key.0)?.target
    }

    /// The same; of a place, a person or an organization whose record has gone, that of another visit.
    pub(super) fn target_anywhere(&self, key: RecordKey) -> Option<Target> {
        let held = self.keys.held.get(key.0)?;
        held.target.or_else(|| match held.who_or_where.as_ref()? {
            Entity::Place(key) => self.facets.stop_at(key),
            Entity::Agent(agent) => self.facets.participant_who(agent),
            Entity::Organization(id) => self.facets.organization(id),
        })
    }

    /// Goes on holding what was held of other data.
    pub(super) fn take_keys(&mut self, keys: RecordKeys) {
        self.keys = keys;
        self.keys.locate(&self.archive);
    }
}

impl RecordKeys {
    /// Finds every held record in an archive.
    fn locate(&mut self, archive: &Archive) {
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

    fn data(visits: &[(&str, &[&str])]) -> Data {
        let statement = |id: &&str| format!("{{id: {id}, type: quote, text: {id}}}");
        let visit = |(id, statements): &(&str, &[&str])| {
            let statements: Vec<String> = statements.iter().map(statement).collect();
            format!("  - {{id: {id}, title: {id}, statements: [{}]}}\n", statements.join(", "))
        };
        let text: String = visits.iter().map(visit).collect();
        load_text("visits.yaml", format!("schema_version: '1.0'\nvisits:\n{text}").into()).into()
    }

    fn name(data: &Data, key: RecordKey) -> Option<String> {
        data.target(key).and_then(|target| data.archive.record(target)).map(|record| record.reference())
    }

    #[test]
    fn a_key_means_the_same_record_wherever_it_stands() {
        let mut old = data(&[("a", &["s1", "s2"]), ("b", &["s1"])]);
        let targets: Vec<Target> = old.archive.targets().collect();
        let keys: Vec<RecordKey> = targets.iter().filter_map(|target| old.hold(*target)).collect();
        assert_eq!(
            targets.iter().filter_map(|target| old.hold(*target)).collect::<Vec<_>>(),
            keys,
            "held once"
        );
        let names: Vec<Option<String>> = keys.iter().map(|key| name(&old, *key)).collect();
        let mut new = data(&[("c", &["s2"]), ("b", &["s0", "s1"]), ("a", &["s2"])]);
        new.take_keys(std::mem::take(&mut old.keys));
        for (key, was) in keys.iter().zip(&names) {
            let is_gone = was.as_deref() == Some("a#s1");
            assert_eq!(name(&new, *key), was.clone().filter(|_| !is_gone));
        }
        // What has gone can come back.
        let mut back = data(&[("a", &["s1"])]);
        back.take_keys(std::mem::take(&mut new.keys));
        let there: Vec<String> = keys.iter().filter_map(|key| name(&back, *key)).collect();
        assert_eq!(there, ["a", "a#s1"]);
    }
}
