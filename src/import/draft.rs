//! A visit that is put together from rows.

use std::collections::HashMap;

use serde_yaml::{Mapping, Value as Yaml};

use super::columns::RowKind;
use super::names::{name_key, untitled_key};
use super::remark::Place;
use crate::model::{
    Expense, Media, Note, Organization, Outcome, Participant, Source, Statement, Stop, Visit,
};

/// What the id of a visit is made of, if its row gives none.
#[derive(Debug, Clone, Default)]
pub(super) struct IdParts {
    /// The number of a letter.
    pub(super) number: Option<String>,
    /// What tells it apart from visits with the same title and date: its visitor, its place …
    pub(super) detail: String,
}

/// A visit that is put together from rows.
#[derive(Debug, Default)]
pub(super) struct VisitDraft {
    pub(super) id: String,
    /// Where it was first named.
    pub(super) place: Place,
    /// What its id is made of, if no row gives one.
    pub(super) id_parts: IdParts,
    /// Its own fields.
    pub(super) fields: Mapping,
    records: Vec<(RowKind, Mapping)>,
    ids: HashMap<String, usize>,
    /// People and organizations by their names, with titles and without.
    agents: HashMap<String, String>,
    stops: HashMap<String, String>,
    /// People without a name by their posts.
    posts: HashMap<String, String>,
    /// Sources by their titles and addresses.
    sources: HashMap<String, String>,
}

impl VisitDraft {
    pub(super) fn new(id: String, place: Place, fields: Mapping) -> Self {
        Self { id, place, fields, ..Self::default() }
    }

    /// Whether a record of the visit has this id.
    pub(super) fn has(&self, id: &str) -> bool {
        self.ids.contains_key(id)
    }

    /// Whether a person, an organization, a stop or an objective has this name, which is without case and signs.
    pub(super) fn has_detail(&self, key: &str) -> bool {
        let objectives = self.fields.get("objectives").and_then(Yaml::as_sequence).into_iter().flatten();
        let mut objectives = objectives.filter_map(Yaml::as_str);
        self.agents.contains_key(key)
            || self.stops.contains_key(key)
            || objectives.any(|objective| name_key(objective) == key)
    }

    /// The kind of the record with this id.
    pub(super) fn kind_of(&self, id: &str) -> Option<RowKind> {
        self.ids.get(id).and_then(|at| self.records.get(*at)).map(|(kind, _)| *kind)
    }

    /// The record with this id.
    pub(super) fn record_mut(&mut self, id: &str) -> Option<&mut Mapping> {
        let at = *self.ids.get(id)?;
        self.records.get_mut(at).map(|(_, record)| record)
    }

    /// The id of a person or an organization, by the id or a name, with titles or without.
    pub(super) fn agent(&self, name: &str) -> Option<String> {
        let is_agent =
            |id: &str| matches!(self.kind_of(id), Some(RowKind::Participants | RowKind::Organizations));
        if is_agent(name) {
            return Some(name.to_owned());
        }
        [name_key(name), untitled_key(name)].iter().find_map(|key| self.agents.get(key)).cloned()
    }

    /// The id of somebody without a name who holds a post.
    pub(super) fn post_holder(&self, post: &str) -> Option<String> {
        self.posts.get(&name_key(post)).cloned()
    }

    /// The id of a stop, by the id or a name.
    pub(super) fn stop(&self, name: &str) -> Option<String> {
        if self.kind_of(name) == Some(RowKind::Stops) {
            return Some(name.to_owned());
        }
        self.stops.get(&name_key(name)).cloned()
    }

    /// The id of a source, by the id, its title or its address.
    pub(super) fn source(&self, name: &str) -> Option<String> {
        if self.kind_of(name) == Some(RowKind::Sources) {
            return Some(name.to_owned());
        }
        self.sources.get(name).cloned()
    }

    /// Adds a record. One without an id is never found again.
    pub(super) fn add(&mut self, kind: RowKind, record: Mapping) {
        if let Some(id) = text_of(&record, "id") {
            self.ids.insert(id.to_owned(), self.records.len());
        }
        self.records.push((kind, record));
        let at = self.records.len() - 1;
        self.remember_names(at);
    }

    /// Remembers the names of a record, so that other rows can refer to it. The first one that has a name keeps it.
    fn remember_names(&mut self, at: usize) {
        let Some((kind, record)) = self.records.get(at) else { return };
        let Some(id) = text_of(record, "id").map(str::to_owned) else { return };
        let other = |field: &str| record.get(field).and_then(Yaml::as_sequence).into_iter().flatten();
        let names = ["name", "short_name"].into_iter().filter_map(|field| text_of(record, field));
        let names: Vec<String> =
            names.chain(other("other_names").filter_map(Yaml::as_str)).map(str::to_owned).collect();
        if kind == &RowKind::Sources {
            let names = ["title", "url"].into_iter().filter_map(|field| text_of(record, field));
            for name in names {
                self.sources.entry(name.to_owned()).or_insert_with(|| id.clone());
            }
            return;
        }
        if let Some(post) = text_of(record, "post").filter(|_| !record.contains_key("name")) {
            self.posts.entry(name_key(post)).or_insert_with(|| id.clone());
        }
        let known = match kind {
            RowKind::Participants | RowKind::Organizations => &mut self.agents,
            RowKind::Stops => &mut self.stops,
            _ => return,
        };
        for key in names.iter().flat_map(|name| [name_key(name), untitled_key(name)]) {
            known.entry(key).or_insert_with(|| id.clone());
        }
    }

    /// Completes a record by another one about the same thing. Returns the fields in which they differ; these stay.
    pub(super) fn complete(&mut self, id: &str, more: Mapping) -> Vec<String> {
        let Some(at) = self.ids.get(id).copied() else { return Vec::new() };
        let mut differing = Vec::new();
        if let Some((_, record)) = self.records.get_mut(at) {
            differing = complete(record, more);
        }
        self.remember_names(at);
        differing
    }

    /// The visit in the record format.
    pub(super) fn finish(self) -> Mapping {
        let mut visit = self.fields;
        visit.insert("id".into(), self.id.into());
        let mut lists: HashMap<RowKind, Vec<Yaml>> = HashMap::new();
        for (kind, record) in self.records {
            lists.entry(kind).or_default().push(Yaml::Mapping(sorted(record, fields_of(kind))));
        }
        for kind in RowKind::ALL {
            if let Some(list) = lists.remove(&kind) {
                visit.insert(kind.list().into(), Yaml::Sequence(list));
            }
        }
        sorted(visit, Visit::FIELDS)
    }
}

/// Completes a record by the fields of another one. Returns those in which they differ; lists are joined.
pub(super) fn complete(record: &mut Mapping, more: Mapping) -> Vec<String> {
    let mut differing = Vec::new();
    for (field, value) in more {
        match record.get_mut(&field) {
            None => drop(record.insert(field, value)),
            Some(own) if *own == value => {}
            Some(Yaml::Sequence(own)) if value.is_sequence() => {
                for item in value.as_sequence().into_iter().flatten() {
                    if !own.contains(item) {
                        own.push(item.clone());
                    }
                }
            }
            Some(_) => differing.extend(field.as_str().filter(|it| *it != "id").map(str::to_owned)),
        }
    }
    differing
}

/// A text field of a record.
pub(super) fn text_of<'r>(record: &'r Mapping, field: &str) -> Option<&'r str> {
    record.get(field).and_then(Yaml::as_str)
}

/// Sets a field, whose name leads into records by dots.
pub(super) fn set(record: &mut Mapping, name: &str, value: Yaml) {
    match name.split_once('.').filter(|(outer, _)| !outer.starts_with("x-")) {
        None => drop(record.insert(name.into(), value)),
        Some((outer, inner)) => {
            let outer = record.entry(outer.into()).or_insert_with(|| Yaml::Mapping(Mapping::new()));
            if let Some(outer) = outer.as_mapping_mut() {
                set(outer, inner, value);
            }
        }
    }
}

/// The record with its fields in the order of the format, custom fields last.
fn sorted(record: Mapping, order: &[&str]) -> Mapping {
    let rank = |key: &Yaml| order.iter().position(|name| key.as_str() == Some(name)).unwrap_or(usize::MAX);
    let mut fields: Vec<(Yaml, Yaml)> = record.into_iter().collect();
    fields.sort_by_key(|(key, _)| rank(key));
    fields.into_iter().collect()
}

fn fields_of(kind: RowKind) -> &'static [&'static str] {
    match kind {
        RowKind::Visits => Visit::FIELDS,
        RowKind::Organizations => Organization::FIELDS,
        RowKind::Participants => Participant::FIELDS,
        RowKind::Stops => Stop::FIELDS,
        RowKind::Statements => Statement::FIELDS,
        RowKind::Outcomes => Outcome::FIELDS,
        RowKind::Media => Media::FIELDS,
        RowKind::Expenses => Expense::FIELDS,
        RowKind::Sources => Source::FIELDS,
        RowKind::Notes => Note::FIELDS,
    }
}
