//! Rows that are visits, as offices keep them: who came, how many, why, where, and who received them.

use serde_yaml::{Mapping, Value as Yaml};

use super::assembly::Assembly;
use super::cells;
use super::columns::RowKind;
use super::draft::{complete, text_of};
use super::names::AgentKind;
use super::row::RowView;
use crate::entry::id_for;
use crate::text::shorten;

impl Assembly<'_> {
    /// Adds the visit of a row; `None` if the row is none.
    pub(super) fn visit_row(&mut self, row: &RowView<'_>) -> Option<usize> {
        let mut fields = row.fields(&mut self.remarks);
        self.put_time(row, &mut fields);
        let place = row.place();
        let id = row.get("id");
        if !fields.contains_key("title") {
            let Some(title) = made_title(row) else {
                let reason = self.lang.import_no_title().to_owned();
                self.leave_out(place, reason);
                return None;
            };
            // Once is enough: other titles are made in the same way.
            if !std::mem::replace(&mut self.has_told_titles, true) {
                let what = self.lang.import_made_title(&shorten(&title));
                self.change(row.place(), what);
            }
            fields.insert("title".into(), title.into());
        }
        if let Some(known) = id.as_deref().and_then(|id| self.visit_with_id(id)) {
            let differing = match self.drafts.get_mut(known) {
                Some(draft) => complete(&mut draft.fields, fields),
                None => Vec::new(),
            };
            self.tell_differing(&place, &differing);
            return Some(known);
        }
        if let Some(id) = id.as_deref().filter(|id| !super::assembly::is_usable(id)) {
            fields.insert("x-id".into(), id.into());
        }
        Some(self.add_visit(id.as_deref(), fields, place))
    }

    /// Adds the records that the row of a visit names.
    pub(super) fn visit_records(&mut self, visit: usize, row: &RowView<'_>) {
        let place = row.place();
        let visitors = self.organizations(visit, row, "visitor", Some("visitor"));
        let hosts = self.organizations(visit, row, "host", Some("host"));
        self.organizations(visit, row, "organizations", None);
        self.group(visit, row, &visitors);
        for text in row.texts("visitors") {
            // The number of people stands where their names do.
            if cells::count(&text).is_none() {
                self.person(visit, &text, ("visitor", None, visitors.first()), &place);
            }
        }
        for text in row.texts("receivers") {
            self.person(visit, &text, ("host", Some("receiving_official"), hosts.first()), &place);
        }
        self.stops.extend(row.texts("stops").into_iter().map(|name| (visit, name)));
        for text in row.texts("outcomes") {
            let mut record = Mapping::new();
            record.insert("id".into(), self.local_id(visit, &text).into());
            record.insert("text".into(), text.into());
            self.add_record(visit, RowKind::Outcomes, record);
        }
        self.visit_source(visit, row);
    }

    /// The organizations in a column, with their role. Returns their ids.
    fn organizations(
        &mut self,
        visit: usize,
        row: &RowView<'_>,
        field: &str,
        role: Option<&str>,
    ) -> Vec<String> {
        let place = row.place();
        let mut ids = Vec::new();
        for name in row.texts(field) {
            let id = self.agent(visit, AgentKind::Organization, &name, &place);
            if let Some((role, draft)) = role.zip(self.drafts.get_mut(visit))
                && let Some(record) = draft.record_mut(&id)
            {
                record.entry("role".into()).or_insert(role.into());
            }
            ids.push(id);
        }
        ids
    }

    /// The visitors as a group, if their number is known.
    fn group(&mut self, visit: usize, row: &RowView<'_>, visitors: &[String]) {
        let people = row.get("visitors").filter(|text| cells::count(text).is_some());
        let Some(text) = row.get("count").or(people) else { return };
        let Some(draft) = self.drafts.get_mut(visit) else { return };
        let count = cells::count(&text);
        if count == Some(0) {
            return;
        }
        let id = id_for(&format!("rombongan {}", draft.id), |id| draft.has(id));
        let mut group = Mapping::new();
        group.insert("id".into(), id.into());
        group.insert("type".into(), "group".into());
        group.insert("side".into(), "visitor".into());
        match visitors {
            [] => drop(group.insert("name".into(), "Rombongan".into())),
            [only] => drop(group.insert("organization".into(), only.as_str().into())),
            several => {
                let ids = several.iter().map(|id| id.as_str().into()).collect();
                group.insert("organization".into(), Yaml::Sequence(ids));
            }
        }
        match count {
            Some(count) => drop(group.insert("count".into(), count.into())),
            None => row.keep_text("count", &text, &mut group, &mut self.remarks),
        }
        draft.add(RowKind::Participants, group);
    }

    /// A person or a post of a cell, with the side, the role and the organization that the column says.
    fn person(
        &mut self,
        visit: usize,
        text: &str,
        (side, role, organization): (&str, Option<&str>, Option<&String>),
        place: &str,
    ) {
        if cells::is_organization(text) {
            self.agent(visit, AgentKind::Organization, text, place);
            return;
        }
        let (name, post) = cells::person(text);
        let id = match (&name, &post) {
            (Some(name), _) => self.agent(visit, AgentKind::Person, name, place),
            (None, Some(post)) => self.post_holder(visit, post, organization),
            (None, None) => return,
        };
        let Some(record) = self.drafts.get_mut(visit).and_then(|draft| draft.record_mut(&id)) else { return };
        let mut more = Mapping::new();
        more.insert("side".into(), side.into());
        if let Some(role) = role {
            more.insert("role".into(), role.into());
        }
        if let Some(post) = post {
            more.insert("post".into(), post.into());
        }
        if let Some(organization) = organization {
            more.insert("organization".into(), organization.as_str().into());
        }
        // What is known already stays.
        complete(record, more);
    }

    /// Somebody of whom only the post is known: the same person in this visit only.
    pub(super) fn post_holder(&mut self, visit: usize, post: &str, organization: Option<&String>) -> String {
        if let Some(id) = self.drafts.get(visit).and_then(|draft| draft.post_holder(post)) {
            return id;
        }
        let whose = organization.cloned().or_else(|| self.drafts.get(visit).map(|draft| draft.id.clone()));
        let name = format!("{post} {}", whose.unwrap_or_default());
        let id = self.local_id(visit, &name);
        let mut record = Mapping::new();
        record.insert("id".into(), id.as_str().into());
        record.insert("post".into(), post.into());
        self.add_record(visit, RowKind::Participants, record);
        id
    }

    fn visit_source(&mut self, visit: usize, row: &RowView<'_>) {
        let publisher = row.get("publisher");
        for text in row.texts("url") {
            let id = self.source(visit, &text);
            let record = id.as_str().and_then(|id| self.drafts.get_mut(visit)?.record_mut(id));
            if let Some((record, publisher)) = record.zip(publisher.as_deref()) {
                record.entry("publisher".into()).or_insert(publisher.into());
            }
        }
        if let Some(publisher) = publisher.filter(|_| row.get("url").is_none()) {
            let mut record = Mapping::new();
            record.insert("id".into(), self.local_id(visit, &publisher).into());
            record.insert("publisher".into(), publisher.into());
            self.add_record(visit, RowKind::Sources, record);
        }
    }

    /// Puts the time of day into the dates, if the date is one day.
    pub(super) fn put_time(&mut self, row: &RowView<'_>, fields: &mut Mapping) {
        let Some(text) = row.get("time") else { return };
        let date = text_of(fields, "start_date").filter(|date| is_day(date)).map(str::to_owned);
        let end = text_of(fields, "end_date").map(str::to_owned);
        let is_one_day = end.is_none() || end == date;
        if let Some(date) = date.filter(|_| is_one_day)
            && let Some((start, end)) = cells::time(&text)
        {
            fields.insert("start_date".into(), format!("{date}T{start}").into());
            if let Some(end) = end {
                fields.insert("end_date".into(), format!("{date}T{end}").into());
            }
            return;
        }
        fields.insert("x-time".into(), text.as_str().into());
        let what = self.lang.import_no_time(&shorten(&text), "x-time");
        self.change(row.place(), what);
    }

    /// Tells in which fields two rows about the same thing differ.
    pub(super) fn tell_differing(&mut self, place: &str, fields: &[String]) {
        if !fields.is_empty() {
            let what = self.lang.import_differing(&fields.join(", "));
            self.change(place.to_owned(), what);
        }
    }

    pub(super) fn add_record(&mut self, visit: usize, kind: RowKind, record: Mapping) {
        if let Some(draft) = self.drafts.get_mut(visit) {
            draft.add(kind, record);
        }
    }
}

/// The title of a visit without one: that of its visitors, or its first objective. It is the same in each language of the
/// interface, because the id is made of it.
fn made_title(row: &RowView<'_>) -> Option<String> {
    let visitor = row.texts("visitor").into_iter().next();
    let made = visitor.map(|visitor| format!("Kunjungan {visitor}"));
    made.or_else(|| row.texts("objectives").into_iter().next())
}

/// Whether a date is a single day without a time.
fn is_day(date: &str) -> bool {
    date.len() == "2026-01-10".len() && date.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
}
