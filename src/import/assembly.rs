//! Puts visits together from the rows of all sheets: finds the visit of a row, and people, organizations, stops and sources by
//! their names.

use std::collections::{HashMap, HashSet};

use serde_yaml::{Mapping, Value as Yaml};

use super::cells;
use super::columns::RowKind;
use super::draft::{VisitDraft, text_of};
use super::imported::{Imported, Remark, RemarkKind};
use super::map::Map;
use super::names::{AgentKind, SeenName, name_key, similar, untitled_key};
use super::row::RowView;
use crate::entry::id_for;
use crate::lang::Lang;
use crate::model::Id;
use crate::text::is_web_address;

/// The visits that are put together.
pub(super) struct Assembly<'a> {
    pub(super) lang: Lang,
    pub(super) map: &'a Map,
    pub(super) remarks: Vec<Remark>,
    pub(super) drafts: Vec<VisitDraft>,
    /// The visits of the file to which the import is added.
    known: &'a HashSet<String>,
    by_id: HashMap<String, usize>,
    by_title: HashMap<String, Vec<usize>>,
    /// The ids of people and organizations by their names, with titles.
    agents: HashMap<(bool, String), usize>,
    agent_ids: HashSet<String>,
    seen: Vec<SeenName>,
    /// Whether it was told that titles are made of other fields.
    pub(super) has_told_titles: bool,
    /// Stops that rows of visits name, added when all people and organizations have their ids.
    pub(super) stops: Vec<(usize, String)>,
    /// The stops that people attended, likewise: the visit, the id of the person, the text.
    pub(super) attendances: Vec<(usize, String, String)>,
}

/// Why a row has no visit.
pub(super) enum NoVisit {
    /// It names none.
    Unnamed,
    /// It names several.
    Several(String),
}

impl<'a> Assembly<'a> {
    pub(super) fn new(lang: Lang, map: &'a Map, known: &'a HashSet<String>) -> Self {
        Self {
            lang,
            map,
            known,
            remarks: Vec::new(),
            drafts: Vec::new(),
            by_id: HashMap::new(),
            by_title: HashMap::new(),
            agents: HashMap::new(),
            agent_ids: HashSet::new(),
            seen: Vec::new(),
            has_told_titles: false,
            stops: Vec::new(),
            attendances: Vec::new(),
        }
    }

    pub(super) fn leave_out(&mut self, place: String, reason: String) {
        self.remarks.push(Remark { place, what: RemarkKind::LeftOut(reason) });
    }

    pub(super) fn change(&mut self, place: String, what: String) {
        self.remarks.push(Remark { place, what: RemarkKind::Changed(what) });
    }

    /// Adds a visit. Its id is the one that the row gives, or is made of its title and its date.
    pub(super) fn add_visit(&mut self, id: Option<&str>, mut fields: Mapping, place: String) -> usize {
        let title = text_of(&fields, "title").unwrap_or_default().to_owned();
        let date =
            text_of(&fields, "start_date").or_else(|| text_of(&fields, "date_text")).unwrap_or_default();
        let date = date.split('T').next().unwrap_or_default();
        let is_taken = |id: &str| self.by_id.contains_key(id);
        let id = match id.filter(|id| is_usable(id)) {
            Some(id) => id.to_owned(),
            None => id_for(&format!("{} {date}", shortened(&title)), is_taken),
        };
        fields.shift_remove("id");
        let index = self.drafts.len();
        self.by_id.insert(id.clone(), index);
        self.by_title.entry(name_key(&title)).or_default().push(index);
        self.drafts.push(VisitDraft::new(id, place, fields));
        index
    }

    /// The visit with this id.
    pub(super) fn visit_with_id(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    /// The visit that a row belongs to. One that is not known is added.
    pub(super) fn visit_of(&mut self, row: &RowView<'_>) -> Result<usize, NoVisit> {
        let (name, title) = (row.get("visit"), row.get("visit_title"));
        if let Some(index) = name.as_deref().and_then(|id| self.visit_with_id(id)) {
            return Ok(index);
        }
        let date =
            row.get("visit_date").and_then(|cell| cells::date(&cell, cells::OrderEvidence::default()).ok());
        let date = date.map(|it| it.start);
        let is_on = |draft: &VisitDraft| date.as_deref().is_none_or(|date| starts_on(draft, date));
        let Some(words) = title.as_ref().or(name.as_ref()) else {
            let mut fitting = (0..self.drafts.len()).filter(|at| self.drafts.get(*at).is_some_and(is_on));
            return match (fitting.next(), fitting.next()) {
                (Some(only), None) => Ok(only),
                (Some(_), Some(_)) if date.is_some() => Err(NoVisit::Several(date.unwrap_or_default())),
                _ => Err(NoVisit::Unnamed),
            };
        };
        let titled = self.by_title.get(&name_key(words)).cloned().unwrap_or_default();
        let mut fitting = titled.into_iter().filter(|at| self.drafts.get(*at).is_some_and(is_on));
        match (fitting.next(), fitting.next()) {
            (Some(only), None) => return Ok(only),
            (Some(_), Some(_)) => return Err(NoVisit::Several(words.clone())),
            (None, _) => {}
        }
        let mut fields = Mapping::new();
        let is_known = name.as_deref().is_some_and(|id| self.known.contains(id));
        if !is_known || title.is_some() {
            fields.insert("title".into(), words.as_str().into());
        }
        if let Some(date) = date {
            fields.insert("start_date".into(), date.into());
        }
        let id = name.filter(|id| is_known || title.is_some() || is_like_an_id(id));
        Ok(self.add_visit(id.as_deref(), fields, row.place()))
    }

    /// The id of a person or an organization of a visit by a name or an id. One that is not known is added.
    pub(super) fn agent(&mut self, visit: usize, kind: AgentKind, name: &str, place: &str) -> String {
        let other_name = name;
        let name = self.map.name(name);
        let Some(draft) = self.drafts.get(visit) else { return String::new() };
        if let Some(id) = draft.agent(name) {
            return id;
        }
        let id = self.agent_id(visit, kind, name, place);
        let mut record = Mapping::new();
        record.insert("id".into(), id.as_str().into());
        record.insert("name".into(), name.into());
        if other_name != name {
            record.insert("other_names".into(), Yaml::Sequence(vec![other_name.into()]));
        }
        if let Some(draft) = self.drafts.get_mut(visit) {
            draft.add(list_of(kind), record);
        }
        id
    }

    /// The id for a name: the same in all visits.
    pub(super) fn agent_id(&mut self, visit: usize, kind: AgentKind, name: &str, place: &str) -> String {
        let is_person = kind == AgentKind::Person;
        let key = (is_person, name_key(name));
        let is_here = |id: &str| self.drafts.get(visit).is_some_and(|draft| draft.has(id));
        if let Some(seen) =
            self.agents.get(&key).and_then(|at| self.seen.get(*at)).filter(|it| !is_here(&it.id))
        {
            let id = seen.id.clone();
            if seen.name != name {
                let what = self.lang.import_same_name(name, &seen.name, &seen.place);
                self.change(place.to_owned(), what);
            }
            return id;
        }
        let plain = if is_person { untitled_key(name) } else { name.to_owned() };
        let id = id_for(&plain, |id| self.agent_ids.contains(id) || is_here(id));
        self.remember_agent(kind, name, &id, place);
        id
    }

    /// Remembers the id of a name.
    pub(super) fn remember_agent(&mut self, kind: AgentKind, name: &str, id: &str, place: &str) {
        let key = (kind == AgentKind::Person, name_key(name));
        if !self.agents.contains_key(&key) {
            self.agents.insert(key, self.seen.len());
            self.seen.push(SeenName {
                kind,
                name: name.to_owned(),
                id: id.to_owned(),
                place: place.to_owned(),
            });
        }
        self.agent_ids.insert(id.to_owned());
    }

    /// An id for a record of a visit.
    pub(super) fn local_id(&self, visit: usize, name: &str) -> String {
        id_for(name, |id| {
            self.agent_ids.contains(id) || self.drafts.get(visit).is_none_or(|draft| draft.has(id))
        })
    }

    /// The id of a stop of a visit by a name or an id. One that is not known is added.
    pub(super) fn stop(&mut self, visit: usize, name: &str) -> String {
        if let Some(id) = self.drafts.get(visit).and_then(|draft| draft.stop(name)) {
            return id;
        }
        let id = self.local_id(visit, name);
        self.add_named(visit, RowKind::Stops, &id, name);
        id
    }

    /// Adds a record that has only a name.
    pub(super) fn add_named(&mut self, visit: usize, kind: RowKind, id: &str, name: &str) {
        let mut record = Mapping::new();
        record.insert("id".into(), id.into());
        record.insert("name".into(), name.into());
        if let Some(draft) = self.drafts.get_mut(visit) {
            draft.add(kind, record);
        }
    }

    /// A reference to a source of a visit: by its id, its title or its address, with a place in it. One that is not known is added.
    pub(super) fn source(&mut self, visit: usize, text: &str) -> Yaml {
        let Some(draft) = self.drafts.get(visit) else { return Yaml::Null };
        if let Some(id) = draft.source(text) {
            return id.into();
        }
        let (head, locator) = text.split_once(", ").map_or((text, None), |(head, rest)| (head, Some(rest)));
        let known = draft.source(head);
        let id = match (known, locator) {
            (Some(id), _) => id,
            (None, Some(_)) if is_like_an_id(head) && !draft.has(head) => self.add_source(visit, head),
            (None, _) => return self.add_source(visit, text).into(),
        };
        let Some(locator) = locator else { return id.into() };
        let fields = [("id".into(), id.into()), ("locator".into(), locator.into())];
        Yaml::Mapping(fields.into_iter().collect())
    }

    fn add_source(&mut self, visit: usize, text: &str) -> String {
        let is_id = is_like_an_id(text) && self.drafts.get(visit).is_some_and(|draft| !draft.has(text));
        let id = if is_id { text.to_owned() } else { self.local_id(visit, host(text)) };
        let mut record = Mapping::new();
        record.insert("id".into(), id.as_str().into());
        if is_web_address(text) {
            record.insert("url".into(), text.into());
        } else if !is_id {
            record.insert("title".into(), text.into());
        }
        if let Some(draft) = self.drafts.get_mut(visit) {
            draft.add(RowKind::Sources, record);
        }
        id
    }

    /// Tells which names may be one.
    pub(super) fn similar_names(&mut self) -> Vec<(String, String)> {
        let pairs = similar(&self.seen);
        let mut names = Vec::new();
        for (one, other) in pairs {
            let (Some(one), Some(other)) = (self.seen.get(one), self.seen.get(other)) else { continue };
            let what = self.lang.import_similar_names(&other.name, &one.name, &one.place);
            self.remarks.push(Remark { place: other.place.clone(), what: RemarkKind::Asked(what) });
            names.push((other.name.clone(), one.name.clone()));
        }
        names
    }

    /// Adds the visits in the record format.
    pub(super) fn finish(self, out: &mut Imported) {
        out.remarks = self.remarks;
        for draft in self.drafts {
            out.places.push(draft.place.clone());
            out.visits.push(draft.finish());
        }
    }
}

/// The list of a visit for people or for organizations.
pub(super) fn list_of(kind: AgentKind) -> RowKind {
    if kind == AgentKind::Person { RowKind::Participants } else { RowKind::Organizations }
}

/// Whether a text can be an id.
pub(super) fn is_usable(id: &str) -> bool {
    !id.is_empty()
        && id.chars().count() <= Id::MAX_CHARS
        && id.chars().all(|c| c.is_alphanumeric() || "._-".contains(c))
}

/// Whether a text looks like an id and not like a name.
pub(super) fn is_like_an_id(text: &str) -> bool {
    is_usable(text) && !text.contains(char::is_uppercase)
}

/// A title that leaves room for a date in an id.
fn shortened(title: &str) -> String {
    title.chars().take(48).collect()
}

fn starts_on(draft: &VisitDraft, date: &str) -> bool {
    let start = text_of(&draft.fields, "start_date").unwrap_or_default();
    let day = date.split('T').next().unwrap_or_default();
    start.split('T').next() == Some(day)
}

/// The host of a web address, or the text.
fn host(text: &str) -> &str {
    let address = text.strip_prefix("https://").or(text.strip_prefix("http://")).unwrap_or(text);
    let host = address.split(['/', '?', '#']).next().unwrap_or(address);
    host.strip_prefix("www.").unwrap_or(host)
}
