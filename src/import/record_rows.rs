//! Rows that are records of a visit: organizations, people, stops, statements and the rest.

use serde_yaml::{Mapping, Value as Yaml};

use super::assembly::{Assembly, NoVisit, is_like_an_id, list_of};
use super::cells;
use super::columns::RowKind;
use super::draft::text_of;
use super::names::AgentKind;
use super::people::{CellPerson, person};
use super::remark::Place;
use super::row::RowView;
use crate::lang::{format_name, is_organization};
use crate::model::{Id, Role};

impl Assembly<'_> {
    /// Adds the record of a row that is not a visit.
    pub(super) fn record_row(&mut self, row: &RowView<'_>) {
        let visit = match self.visit_of(row) {
            Ok(visit) => visit,
            Err(NoVisit::Unnamed) => {
                let reason = self.lang.import_no_visit().to_owned();
                return self.leave_out(row.place(), reason);
            }
            Err(NoVisit::Several(name)) => {
                let reason = self.lang.import_several_visits(&name);
                return self.leave_out(row.place(), reason);
            }
        };
        let mut fields = row.fields(&mut self.remarks);
        match row.plan.kind {
            RowKind::Visits => {}
            RowKind::Organizations => self.organization_row(visit, row, fields),
            RowKind::Participants => self.participant_row(visit, row, fields),
            RowKind::Stops => {
                self.put_time(row, &mut fields);
                self.stop_row(visit, row, fields);
            }
            RowKind::Statements => self.statement_row(visit, row, fields),
            RowKind::Sources => self.source_row(visit, row, fields),
            RowKind::Outcomes | RowKind::Media | RowKind::Expenses | RowKind::Notes => {
                self.other_row(visit, row, fields);
            }
        }
    }

    fn organization_row(&mut self, visit: usize, row: &RowView<'_>, mut fields: Mapping) {
        let place = row.place();
        let name = text_of(&fields, "name").unwrap_or_default().to_owned();
        if let Some(role) = row.get("role") {
            fields.insert("role".into(), format_name(&role, Role::NAMES).unwrap_or(&role).into());
        }
        put_identifiers(row, &mut fields);
        let id = match row.get("id").filter(|id| Id::is_valid(id)) {
            Some(id) => {
                self.remember_agent(AgentKind::Organization, &name, &id, &place);
                id
            }
            None => self.named_id(visit, AgentKind::Organization, &name, &place),
        };
        fields.insert("id".into(), id.into());
        self.put_record(visit, RowKind::Organizations, fields, &place);
    }

    /// Puts the organization that the one of a row belongs to, when all have their ids.
    pub(super) fn parent_of(&mut self, row: &RowView<'_>) {
        let Ok(visit) = self.visit_of(row) else { return };
        let parent = self.organizations_of(visit, row, "parent", "parent_name").into_iter().next();
        let named = row.get("id").or_else(|| row.get("name"));
        let draft = self.drafts.get_mut(visit);
        let Some((draft, named)) = draft.zip(named.as_deref()) else { return };
        if let Some(record) = draft.agent(named).and_then(|id| draft.record_mut(&id))
            && let Some(parent) = parent
        {
            record.insert("parent".into(), parent.into());
        }
    }

    /// The id of a person or an organization of a visit by a name.
    fn named_id(&mut self, visit: usize, kind: AgentKind, name: &str, place: &Place) -> String {
        let name = self.map.name(name).to_owned();
        let known = self.drafts.get(visit).and_then(|draft| draft.agent(&name));
        known.unwrap_or_else(|| self.agent_id(visit, kind, &name, place))
    }

    fn participant_row(&mut self, visit: usize, row: &RowView<'_>, mut fields: Mapping) {
        let place = row.place();
        let organizations = self.organizations_of(visit, row, "organization", "organization_name");
        put_ids(&mut fields, "organization", &organizations);
        if let Some(count) = row.get("count") {
            match cells::count(&count) {
                Some(count) => drop(fields.insert("count".into(), count.into())),
                None => row.keep_text("count", &count, &mut fields, &mut self.remarks),
            }
            fields.entry("type".into()).or_insert("group".into());
        }
        one_alone(&mut fields, "post");
        put_identifiers(row, &mut fields);
        self.references(visit, row, &mut fields);
        let own = row.get("id").filter(|id| Id::is_valid(id));
        let name = text_of(&fields, "name").map(str::to_owned);
        let is_one = own.is_some() || row.plan.is_export || fields.contains_key("count");
        let people = match &name {
            Some(_) if is_one => vec![CellPerson { name: name.clone(), post: None }],
            Some(name) => self.people_of(row, name),
            None => vec![CellPerson::default()],
        };
        for CellPerson { name, post } in people {
            let mut fields = fields.clone();
            match &name {
                Some(name) => drop(fields.insert("name".into(), self.map.name(name).into())),
                None => drop(fields.shift_remove("name")),
            }
            if let Some(post) = post {
                fields.entry("post".into()).or_insert(post.into());
            }
            let id = match (&own, &name) {
                (Some(id), name) => {
                    if let Some(name) = name {
                        self.remember_agent(AgentKind::Person, name, id, &place);
                    }
                    id.clone()
                }
                (None, Some(name)) => self.named_id(visit, AgentKind::Person, name, &place),
                (None, None) => self.unnamed_id(visit, &fields, organizations.first()),
            };
            self.attendances.extend(row.get("attendance").map(|stops| (visit, id.clone(), stops)));
            self.put_record(visit, RowKind::Participants, with_id(fields, id), &place);
        }
    }

    /// An id for somebody without a name.
    fn unnamed_id(&self, visit: usize, fields: &Mapping, organization: Option<&String>) -> String {
        let posts = fields.get("post");
        let post = posts.and_then(|post| post.as_str().or_else(|| post.as_sequence()?.first()?.as_str()));
        let post = post.map(str::to_owned);
        if let Some(id) = post.as_deref().and_then(|post| self.drafts.get(visit)?.post_holder(post)) {
            return id;
        }
        let visit_id = self.drafts.get(visit).map(|draft| draft.id.as_str()).unwrap_or_default();
        let what = post.unwrap_or_else(|| text_of(fields, "type").unwrap_or("peserta").to_owned());
        self.local_id(visit, &format!("{what} {}", organization.map_or(visit_id, String::as_str)))
    }

    fn stop_row(&mut self, visit: usize, row: &RowView<'_>, mut fields: Mapping) {
        let place = row.place();
        let name = text_of(&fields, "name").unwrap_or_default().to_owned();
        let organizations = self.organizations_of(visit, row, "organization", "organization_name");
        if let Some(organization) = organizations.first() {
            fields.insert("organization".into(), organization.as_str().into());
        }
        self.references(visit, row, &mut fields);
        let known = self.drafts.get(visit).and_then(|draft| draft.stop(&name));
        let id = row
            .get("id")
            .filter(|id| Id::is_valid(id))
            .or(known)
            .unwrap_or_else(|| self.local_id(visit, &name));
        self.put_record(visit, RowKind::Stops, with_id(fields, id), &place);
    }

    /// Adds a record, or completes the one with its id.
    fn put_record(&mut self, visit: usize, kind: RowKind, fields: Mapping, place: &Place) {
        let Some(draft) = self.drafts.get_mut(visit) else { return };
        let id = text_of(&fields, "id").unwrap_or_default().to_owned();
        if draft.kind_of(&id) != Some(kind) {
            return draft.add(kind, fields);
        }
        // People are found by their names without titles.
        let is_person = kind == RowKind::Participants;
        let differing = draft.complete(&id, fields).into_iter().filter(|field| !is_person || field != "name");
        let differing: Vec<String> = differing.collect();
        self.tell_differing(place, &differing);
    }

    /// Adds the people and organizations that a statement names, before stops get their ids.
    pub(super) fn speakers_of(&mut self, row: &RowView<'_>) {
        let Ok(visit) = self.visit_of(row) else { return };
        for field in ["speaker", "delivered_by", "interpreted_by", "on_behalf_of", "audience"] {
            self.agents_of(visit, row, field);
        }
    }

    fn statement_row(&mut self, visit: usize, row: &RowView<'_>, mut fields: Mapping) {
        let place = row.place();
        if !fields.contains_key("type") {
            let text = text_of(&fields, "text").unwrap_or_default().to_owned();
            let words = quoted(&text).map(str::to_owned);
            fields.insert("type".into(), if words.is_some() { "quote" } else { "paraphrase" }.into());
            if let Some(words) = words {
                fields.insert("text".into(), words.into());
            } else {
                let what = self.lang.import_paraphrase().to_owned();
                self.change(place.clone(), what);
            }
        }
        for field in ["speaker", "delivered_by", "interpreted_by", "on_behalf_of", "audience"] {
            let ids = self.agents_of(visit, row, field);
            if field == "audience" && !ids.is_empty() {
                fields.insert(field.into(), Yaml::Sequence(ids.into_iter().map(Yaml::from).collect()));
            } else {
                put_ids(&mut fields, field, &ids);
            }
        }
        self.put_stop(visit, row, &mut fields);
        self.put_about(visit, row, &mut fields);
        if let Some(text) = row.get("translations") {
            let read = pairs(&text, "language", "text");
            put_pairs(&mut fields, "translations", read, &text);
        }
        self.references(visit, row, &mut fields);
        let text = text_of(&fields, "text").unwrap_or_default().to_owned();
        let id = row.get("id").filter(|id| Id::is_valid(id)).unwrap_or_else(|| self.local_id(visit, &text));
        self.put_record(visit, RowKind::Statements, with_id(fields, id), &place);
    }

    fn source_row(&mut self, visit: usize, row: &RowView<'_>, fields: Mapping) {
        let name = ["title", "publisher", "url"].iter().find_map(|field| text_of(&fields, field));
        let known = name.and_then(|name| self.drafts.get(visit)?.source(name));
        let own = row.get("id").filter(|id| Id::is_valid(id)).or(known);
        let id = own.unwrap_or_else(|| self.local_id(visit, name.unwrap_or("sumber")));
        self.put_record(visit, RowKind::Sources, with_id(fields, id), &row.place());
    }

    /// Outcomes, media, expenses and notes.
    fn other_row(&mut self, visit: usize, row: &RowView<'_>, mut fields: Mapping) {
        let kind = row.plan.kind;
        let parties = self.agents_of(visit, row, "parties");
        if !parties.is_empty() {
            fields.insert("parties".into(), Yaml::Sequence(parties.into_iter().map(Yaml::from).collect()));
        }
        one_alone(&mut fields, "responsible");
        self.put_amount(row, &mut fields);
        if kind == RowKind::Media && !fields.contains_key("type") {
            fields.insert("type".into(), if fields.contains_key("url") { "link" } else { "document" }.into());
        }
        self.put_stop(visit, row, &mut fields);
        self.put_about(visit, row, &mut fields);
        self.references(visit, row, &mut fields);
        let own = row.get("id").filter(|id| Id::is_valid(id));
        if kind == RowKind::Outcomes {
            let text = text_of(&fields, "text").unwrap_or_default().to_owned();
            let id = own.unwrap_or_else(|| self.local_id(visit, &text));
            return self.put_record(visit, kind, with_id(fields, id), &row.place());
        }
        if let Some(id) = own {
            fields.insert("id".into(), id.into());
        }
        self.add_record(visit, kind, fields);
    }

    /// The sources that a row refers to, and the place in them.
    fn references(&mut self, visit: usize, row: &RowView<'_>, fields: &mut Mapping) {
        let mut list: Vec<Yaml> = Vec::new();
        for text in ["sources", "source"].iter().flat_map(|field| row.texts(field)) {
            list.push(self.source(visit, &text));
        }
        if let Some(locator) = row.get("locator") {
            match list.as_mut_slice() {
                [Yaml::String(id)] => {
                    let id = std::mem::take(id);
                    let pair = [("id".into(), id.into()), ("locator".into(), locator.into())];
                    list = vec![Yaml::Mapping(pair.into_iter().collect())];
                }
                _ => row.keep_text("locator", &locator, fields, &mut self.remarks),
            }
        }
        if !list.is_empty() {
            fields.insert("sources".into(), Yaml::Sequence(list));
        }
    }

    /// The ids of organizations in a column. Our own tables have their ids in one column and their names in another.
    fn organizations_of(&mut self, visit: usize, row: &RowView<'_>, field: &str, names: &str) -> Vec<String> {
        let place = row.place();
        let (ids, names) = (row.texts(field), row.texts(names));
        if ids.is_empty() {
            let agents = names.iter().map(|name| self.agent(visit, AgentKind::Organization, name, &place));
            return agents.collect();
        }
        let pairs =
            ids.iter().enumerate().map(|(at, id)| (id, names.get(at).filter(|_| names.len() == ids.len())));
        let mut found = Vec::new();
        for (id, name) in pairs {
            found.push(match name.filter(|_| Id::is_valid(id)) {
                Some(name) => self.agent_with_id(visit, AgentKind::Organization, (id, name), &place),
                None => self.agent(visit, AgentKind::Organization, id, &place),
            });
        }
        found
    }

    fn agent_with_id(
        &mut self,
        visit: usize,
        kind: AgentKind,
        (id, name): (&str, &str),
        place: &Place,
    ) -> String {
        if self.drafts.get(visit).is_some_and(|draft| !draft.has(id)) {
            self.remember_agent(kind, name, id, place);
            self.add_named(visit, list_of(kind), id, name);
        }
        id.to_owned()
    }

    /// The ids of the people and organizations in a column.
    fn agents_of(&mut self, visit: usize, row: &RowView<'_>, field: &str) -> Vec<String> {
        let place = row.place();
        let texts = row.texts(field);
        let names = if field == "speaker" { row.texts("speaker_name") } else { Vec::new() };
        let is_paired = names.len() == texts.len();
        let mut ids = Vec::new();
        for (at, text) in texts.iter().enumerate() {
            let text = text.as_str();
            let kind = |name: &str| {
                let is_own = row.get("organization").is_some_and(|it| it == name);
                if is_organization(name) || is_own { AgentKind::Organization } else { AgentKind::Person }
            };
            if let Some(id) = self.drafts.get(visit).and_then(|draft| draft.agent(self.map.name(text))) {
                ids.push(id);
            } else if let Some(name) = names.get(at).filter(|_| is_paired && is_like_an_id(text)) {
                let id = self.agent_with_id(visit, kind(name), (text, name), &place);
                self.complete_speaker(visit, &id, row, texts.len());
                ids.push(id);
            } else {
                let people = if row.plan.is_export { vec![person(text)] } else { self.people_of(row, text) };
                let speakers = if field == "speaker" { texts.len().max(people.len()) } else { 0 };
                for CellPerson { name, post } in people {
                    let id = match (name, post) {
                        (Some(name), _) => self.agent(visit, kind(&name), &name, &place),
                        (None, Some(post)) => self.post_holder(visit, &post, None),
                        (None, None) => continue,
                    };
                    self.complete_speaker(visit, &id, row, speakers);
                    ids.push(id);
                }
            }
        }
        ids
    }

    /// The post and the organization of the only speaker of a statement.
    fn complete_speaker(&mut self, visit: usize, id: &str, row: &RowView<'_>, speakers: usize) {
        let is_person =
            self.drafts.get(visit).and_then(|draft| draft.kind_of(id)) == Some(RowKind::Participants);
        if speakers != 1 || !is_person {
            return;
        }
        let place = row.place();
        let mut more = Mapping::new();
        if let Some(post) = row.get("post") {
            more.insert("post".into(), post.into());
        }
        let organizations: Vec<String> = row
            .texts("organization")
            .iter()
            .map(|name| self.agent(visit, AgentKind::Organization, name, &place))
            .collect();
        put_ids(&mut more, "organization", &organizations);
        if let Some(draft) = self.drafts.get_mut(visit) {
            draft.complete(id, more);
        }
    }

    fn put_stop(&mut self, visit: usize, row: &RowView<'_>, fields: &mut Mapping) {
        let (id, name) = (row.get("stop"), row.get("stop_name"));
        let Some(named) = id.as_ref().or(name.as_ref()) else { return };
        let known = self.drafts.get(visit).and_then(|draft| draft.stop(named));
        let stop = match (known, &id, &name) {
            (Some(known), ..) => known,
            (None, Some(id), Some(name))
                if Id::is_valid(id) && self.drafts.get(visit).is_some_and(|it| !it.has(id)) =>
            {
                self.add_named(visit, RowKind::Stops, id, name);
                id.clone()
            }
            _ => self.stop(visit, named),
        };
        fields.insert("stop".into(), stop.into());
    }

    /// What a statement or a note is about: records of the visit, which are known by now.
    fn put_about(&mut self, visit: usize, row: &RowView<'_>, fields: &mut Mapping) {
        let mut ids: Vec<Yaml> = Vec::new();
        for text in row.texts("about") {
            let found = self.drafts.get(visit).and_then(|draft| {
                let own = Some(text.clone()).filter(|id| draft.has(id) || draft.id == *id);
                own.or_else(|| draft.stop(&text))
                    .or_else(|| draft.agent(&text))
                    .or_else(|| draft.source(&text))
            });
            match found {
                Some(id) => ids.push(id.into()),
                // A statement that comes later.
                None if is_like_an_id(&text) => ids.push(text.into()),
                None => ids.push(self.stop(visit, &text).into()),
            }
        }
        if !ids.is_empty() {
            fields.insert("about".into(), Yaml::Sequence(ids));
        }
    }

    /// Adds the stops that rows of visits and people only name, when the others have their ids.
    pub(super) fn put_stops(&mut self) {
        for (visit, name) in std::mem::take(&mut self.stops) {
            self.stop(visit, &name);
        }
        for (visit, id, text) in std::mem::take(&mut self.attendances) {
            let mut list: Vec<Yaml> = Vec::new();
            for piece in cells::texts(&text) {
                let (name, facts) =
                    piece.strip_suffix(')').and_then(|it| it.split_once(" (")).unwrap_or((&piece, ""));
                let mut record = Mapping::new();
                record.insert("stop".into(), self.stop(visit, name).into());
                for fact in facts.split(", ").filter(|fact| !fact.is_empty()) {
                    let is_certainty = ["stated", "inferred", "unknown"].contains(&fact);
                    record.insert(if is_certainty { "certainty" } else { "status" }.into(), fact.into());
                }
                let alone = record.get("stop").cloned().filter(|_| record.len() == 1);
                list.push(alone.unwrap_or(Yaml::Mapping(record)));
            }
            if let Some(record) = self.drafts.get_mut(visit).and_then(|draft| draft.record_mut(&id)) {
                record.insert("attendance".into(), Yaml::Sequence(list));
            }
        }
    }
}

fn with_id(mut fields: Mapping, id: String) -> Mapping {
    fields.insert("id".into(), id.into());
    fields
}

fn put_identifiers(row: &RowView<'_>, fields: &mut Mapping) {
    if let Some(text) = row.get("identifiers") {
        put_pairs(fields, "identifiers", pairs(&text, "scheme", "identifier"), &text);
    }
}

/// Puts one id, or a list of them.
fn put_ids(fields: &mut Mapping, name: &str, ids: &[String]) {
    match ids {
        [] => {}
        [only] => drop(fields.insert(name.into(), only.as_str().into())),
        several => {
            let ids = several.iter().map(|id| id.as_str().into()).collect();
            fields.insert(name.into(), Yaml::Sequence(ids));
        }
    }
}

/// A list of one text as that text.
fn one_alone(fields: &mut Mapping, name: &str) {
    if let Some([only]) = fields.get(name).and_then(Yaml::as_sequence).map(Vec::as_slice) {
        let only = only.clone();
        fields.insert(name.into(), only);
    }
}

/// The words of a text that is in quotation marks as a whole.
fn quoted(text: &str) -> Option<&str> {
    let marks = [('“', '”'), ('"', '"'), ('«', '»'), ('„', '“')];
    let words = marks.iter().find_map(|(open, close)| text.strip_prefix(*open)?.strip_suffix(*close))?;
    Some(words.trim()).filter(|words| !words.is_empty() && !words.contains(['“', '”', '"']))
}

/// `en: Good morning; nl: Goedemorgen`, as records with two fields.
fn pairs(text: &str, first: &str, second: &str) -> Option<Yaml> {
    let mut records: Vec<(&str, String)> = Vec::new();
    for piece in text.split("; ") {
        // A semicolon may be part of a text.
        let pair = piece.split_once(": ").filter(|(one, _)| Id::is_valid(one.trim()));
        match (pair, records.last_mut()) {
            (Some((one, other)), _) => records.push((one.trim(), other.to_owned())),
            (None, Some((_, text))) => {
                text.push_str("; ");
                text.push_str(piece);
            }
            (None, None) => return None,
        }
    }
    let records = records.into_iter().map(|(one, other)| {
        Yaml::Mapping([(first.into(), one.into()), (second.into(), other.into())].into_iter().collect())
    });
    Some(Yaml::Sequence(records.collect()))
}

/// Puts records, or the text that could not be read into a custom field.
fn put_pairs(fields: &mut Mapping, name: &str, read: Option<Yaml>, text: &str) {
    match read {
        Some(records) => drop(fields.insert(name.into(), records)),
        None => drop(fields.insert(format!("x-{name}").into(), text.into())),
    }
}
