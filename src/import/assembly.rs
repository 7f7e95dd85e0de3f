//! Puts visits together from the rows of all sheets: finds the visit of a row, and people, organizations, stops and sources by
//! their names.

use std::collections::{HashMap, HashSet};

use serde_yaml::{Mapping, Value as Yaml};

use super::cells;
use super::columns::RowKind;
use super::draft::{VisitDraft, text_of};
use super::imported::Imported;
use super::known_visits::KnownVisits;
use super::map::Map;
use super::names::{AgentKind, SeenName, name_key, similar, untitled_key};
use super::remark::{Place, Remark, RemarkKind};
use super::row::RowView;
use crate::entry::id_for;
use crate::lang::Lang;
use crate::model::Id;
use crate::text::{is_web_address, web_host};

/// The visits that are put together.
pub(super) struct Assembly<'a> {
    pub(super) lang: Lang,
    pub(super) map: &'a Map,
    pub(super) remarks: Vec<Remark>,
    pub(super) drafts: Vec<VisitDraft>,
    /// The visits of the file to which the import is added.
    pub(super) known: &'a KnownVisits,
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
    pub(super) fn new(lang: Lang, map: &'a Map, known: &'a KnownVisits) -> Self {
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

    pub(super) fn leave_out(&mut self, place: Place, reason: String) {
        self.remarks.push(Remark { place, what: RemarkKind::LeftOut(reason) });
    }

    pub(super) fn change(&mut self, place: Place, what: String) {
        self.remarks.push(Remark { place, what: RemarkKind::Changed(what) });
    }

    /// Adds a visit. Without an id it gets one when all visits of rows are known.
    pub(super) fn add_visit(&mut self, id: String, fields: Mapping, place: Place) -> usize {
        let mut fields = fields;
        fields.shift_remove("id");
        let title = name_key(text_of(&fields, "title").unwrap_or_default());
        let index = self.drafts.len();
        self.by_title.entry(title).or_default().push(index);
        self.drafts.push(VisitDraft::new(String::new(), place, fields));
        if !id.is_empty() {
            self.name_visit(index, id);
        }
        index
    }

    /// Gives a visit its id.
    pub(super) fn name_visit(&mut self, index: usize, id: String) {
        if let Some(draft) = self.drafts.get_mut(index) {
            draft.id.clone_from(&id);
            self.by_id.insert(id, index);
        }
    }

    /// Whether a visit of the input has this id.
    pub(super) fn has_visit(&self, id: &str) -> bool {
        self.by_id.contains_key(id)
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
        let date = row.day("visit_date");
        // The date of the record itself may tell visits apart, but does not rule one out.
        let own_date = row.day("start_date").or_else(|| row.day("date"));
        let Some(words) = title.as_ref().or(name.as_ref()) else {
            let date = date.or(own_date);
            let fitting: Vec<usize> =
                (0..self.drafts.len()).filter(|at| self.is_on(*at, date.as_deref())).collect();
            return match (fitting.as_slice(), date) {
                ([only], _) => Ok(*only),
                ([_, _, ..], Some(date)) => Err(NoVisit::Several(date)),
                _ => Err(NoVisit::Unnamed),
            };
        };
        let mut fitting = self.by_title.get(&name_key(words)).cloned().unwrap_or_default();
        fitting.retain(|at| self.is_on(*at, date.as_deref()));
        if let [_, _, ..] = fitting.as_slice() {
            fitting.retain(|at| self.is_on(*at, own_date.as_deref()));
            return match fitting.as_slice() {
                [only] => Ok(*only),
                _ => Err(NoVisit::Several(words.clone())),
            };
        }
        if let [only] = fitting.as_slice() {
            return Ok(*only);
        }
        let mut fields = Mapping::new();
        let is_known = name.as_deref().is_some_and(|id| self.known.has(id));
        if !is_known || title.is_some() {
            fields.insert("title".into(), words.as_str().into());
        }
        if let Some(date) = &date {
            fields.insert("start_date".into(), date.as_str().into());
        }
        let id = name.as_ref().filter(|id| is_known || title.is_some() || is_like_an_id(id));
        let id = id.filter(|id| Id::is_valid(id)).cloned();
        let made = || id_for(&format!("{words} {}", date.unwrap_or_default()), |id| self.has_visit(id));
        let id = id.unwrap_or_else(made);
        Ok(self.add_visit(id, fields, row.place()))
    }

    /// Whether a visit is on a day: it begins on it, or the day is within it. True if there is no day.
    fn is_on(&self, visit: usize, date: Option<&str>) -> bool {
        let (Some(draft), Some(day)) = (self.drafts.get(visit), date) else { return true };
        let of = |field| text_of(&draft.fields, field).and_then(|date| date.split('T').next());
        let Some(start) = of("start_date") else { return false };
        let is_within =
            |end: &str| cells::is_day(start) && cells::is_day(end) && (start..=end).contains(&day);
        start == day || of("end_date").is_some_and(is_within)
    }

    /// The id of a person or an organization of a visit by a name or an id. One that is not known is added.
    pub(super) fn agent(&mut self, visit: usize, kind: AgentKind, name: &str, place: &Place) -> String {
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
    pub(super) fn agent_id(&mut self, visit: usize, kind: AgentKind, name: &str, place: &Place) -> String {
        let is_person = kind == AgentKind::Person;
        let key = (is_person, name_key(name));
        let is_here = |id: &str| self.drafts.get(visit).is_some_and(|draft| draft.has(id));
        if let Some(seen) =
            self.agents.get(&key).and_then(|at| self.seen.get(*at)).filter(|it| !is_here(&it.id))
        {
            let id = seen.id.clone();
            if seen.name != name {
                let what = self.lang.import_same_name(name, &seen.name, &seen.place.text(self.lang));
                self.change(place.clone(), what);
            }
            return id;
        }
        let plain = if is_person { untitled_key(name) } else { name.to_owned() };
        let id = id_for(&plain, |id| self.agent_ids.contains(id) || is_here(id));
        self.remember_agent(kind, name, &id, place);
        id
    }

    /// Remembers the id of a name.
    pub(super) fn remember_agent(&mut self, kind: AgentKind, name: &str, id: &str, place: &Place) {
        let key = (kind == AgentKind::Person, name_key(name));
        if !self.agents.contains_key(&key) {
            self.agents.insert(key, self.seen.len());
            self.seen.push(SeenName { kind, name: name.to_owned(), id: id.to_owned(), place: place.clone() });
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
        let id = if is_id { text.to_owned() } else { self.local_id(visit, web_host(text)) };
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
            let what = self.lang.import_similar_names(&other.name, &one.name, &one.place.text(self.lang));
            self.remarks.push(Remark { place: other.place.clone(), what: RemarkKind::Asked(what) });
            names.push((other.name.clone(), one.name.clone()));
        }
        names
    }

    /// Adds the visits in the record format.
    pub(super) fn finish(self, out: &mut Imported) {
        out.remarks = self.remarks;
        for draft in self.drafts {
            out.places.push(draft.place.text(self.lang));
            out.visits.push(draft.finish());
        }
    }

    /// The amount of an expense, and its currency: rupiah, which is told, if none is named.
    pub(super) fn put_amount(&mut self, row: &RowView<'_>, fields: &mut Mapping) {
        let Some(cell) = row.get("amount") else { return };
        let (amount, currency) = cells::amount(&cell);
        fields.insert("amount".into(), amount.into());
        if currency.is_none() && !fields.contains_key("currency") {
            let what = RemarkKind::Asked(self.lang.import_no_currency().to_owned());
            self.remarks.push(Remark { place: row.place(), what });
        }
        fields.entry("currency".into()).or_insert(currency.unwrap_or("IDR").into());
    }
}

/// The list of a visit for people or for organizations.
pub(super) fn list_of(kind: AgentKind) -> RowKind {
    if kind == AgentKind::Person { RowKind::Participants } else { RowKind::Organizations }
}

/// Whether a text looks like an id and not like a name.
pub(super) fn is_like_an_id(text: &str) -> bool {
    Id::is_valid(text) && !text.contains(char::is_uppercase)
}
