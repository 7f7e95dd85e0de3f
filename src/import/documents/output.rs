//! Where readers put what they found.

use std::collections::{BTreeMap, HashSet};

use serde_yaml::{Mapping, Value};

use super::ids::Ids;
use crate::import::{Imported, Place, Remark, RemarkKind};
use crate::lang::Lang;

/// The records of an import, and what must be said about them.
pub(super) struct Output<'a> {
    pub(super) lang: Lang,
    /// The ids of visits.
    pub(super) visit_ids: Ids,
    people: HashSet<String>,
    organizations: HashSet<String>,
    found: &'a mut Imported,
}

impl<'a> Output<'a> {
    /// Adds to what was found in other files.
    pub(super) fn new(lang: Lang, found: &'a mut Imported) -> Self {
        let (visit_ids, people) = (ids_of(&found.visits).collect(), ids_of(&found.people).collect());
        Self { lang, visit_ids, people, organizations: ids_of(&found.organizations).collect(), found }
    }

    pub(super) fn visit(&mut self, visit: Mapping) {
        if let Some(id) = id_of(&visit) {
            self.visit_ids.add(id);
        }
        self.found.visits.push(visit);
    }

    pub(super) fn person(&mut self, person: Mapping) {
        self.people.extend(id_of(&person).map(str::to_owned));
        self.found.people.push(person);
    }

    pub(super) fn organization(&mut self, organization: Mapping) {
        self.organizations.extend(id_of(&organization).map(str::to_owned));
        self.found.organizations.push(organization);
    }

    /// Whether the register has a person with this id.
    pub(super) fn has_person(&self, id: &str) -> bool {
        self.people.contains(id)
    }

    /// Whether the register has an organization with this id.
    pub(super) fn has_organization(&self, id: &str) -> bool {
        self.organizations.contains(id)
    }

    /// The ids of people and organizations.
    pub(super) fn registered(&self) -> Ids {
        self.people.iter().chain(&self.organizations).cloned().collect()
    }

    /// Says that something was left out, and why.
    pub(super) fn left_out(&mut self, place: impl Into<String>, reason: impl Into<String>) {
        let what = RemarkKind::LeftOut(reason.into());
        self.found.remarks.push(Remark { place: Place::Text(place.into()), what });
    }

    /// Says that something is not as it was written.
    pub(super) fn changed(&mut self, place: impl Into<String>, what: impl Into<String>) {
        let what = RemarkKind::Changed(what.into());
        self.found.remarks.push(Remark { place: Place::Text(place.into()), what });
    }
}

/// The id of a record, if it is a text.
pub(super) fn id_of(record: &Mapping) -> Option<&str> {
    record.get("id").and_then(Value::as_str)
}

fn ids_of(records: &[Mapping]) -> impl Iterator<Item = String> {
    records.iter().filter_map(id_of).map(str::to_owned)
}

/// Names that were met, and how often.
#[derive(Debug, Default)]
pub(super) struct Names(BTreeMap<String, usize>);

impl Names {
    pub(super) fn add(&mut self, name: &str) {
        self.add_all(name, 1);
    }

    pub(super) fn add_all(&mut self, name: &str, count: usize) {
        // Names from outside are as many and as long as their writer likes.
        if count > 0 && self.0.len() < 50 || self.0.contains_key(name) {
            *self.0.entry(name.chars().take(60).collect()).or_default() += count;
        }
    }

    /// `email (2), image (12)`; `None` if there are none.
    pub(super) fn listed(&self) -> Option<String> {
        let each: Vec<String> = self.0.iter().map(|(name, count)| format!("{name} ({count})")).collect();
        (!each.is_empty()).then(|| each.join(", "))
    }
}
