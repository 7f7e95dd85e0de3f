//! Rows that are visits, as offices keep them: who came, how many, why, where, and who received them.

use serde_yaml::{Mapping, Value as Yaml};

use super::assembly::Assembly;
use super::cells;
use super::columns::RowKind;
use super::draft::{complete, text_of};
use super::names::AgentKind;
use super::people::{CellPerson, organizations, people};
use super::remark::{Place, Remark, RemarkKind};
use super::row::RowView;
use super::visit_ids::{given_id, id_parts};
use crate::entry::id_for;
use crate::lang::is_organization;
use crate::model::Id;
use crate::text::shorten;

impl Assembly<'_> {
    /// Adds the visit of a row; `None` if the row is none.
    pub(super) fn visit_row(&mut self, row: &RowView<'_>) -> Option<usize> {
        let mut fields = row.fields(&mut self.remarks);
        self.put_time(row, &mut fields);
        let place = row.place();
        let written = row.get("id");
        let id = written.as_deref().map(given_id);
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
        let title = text_of(&fields, "title").unwrap_or_default();
        let parts = id_parts(row, title);
        if let Some(id) = written.filter(|id| !Id::is_valid(id)) {
            fields.insert("x-id".into(), id.into());
        }
        let index = self.add_visit(id.unwrap_or_default(), fields, place);
        if let Some(draft) = self.drafts.get_mut(index) {
            draft.id_parts = parts;
        }
        Some(index)
    }

    /// Adds the records that the row of a visit names.
    pub(super) fn visit_records(&mut self, visit: usize, row: &RowView<'_>) {
        let visitors = self.organizations(visit, row, "visitor", Some("visitor"));
        let hosts = self.organizations(visit, row, "host", Some("host"));
        self.organizations(visit, row, "organizations", None);
        self.group(visit, row, &visitors);
        // The number of people stands where their names do.
        if let Some(text) = row.get("visitors").filter(|text| cells::count(text).is_none()) {
            self.people(visit, row, &text, ("visitor", None, visitors.first()));
        }
        if let Some(text) = row.get("receivers") {
            self.people(visit, row, &text, ("host", Some("receiving_official"), hosts.first()));
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
        let mut names = Vec::new();
        for text in row.texts(field) {
            names.extend(organizations(&text).unwrap_or_else(|| {
                let what = self.lang.import_several_organizations(&shorten(&text));
                self.remarks.push(Remark { place: row.place(), what: RemarkKind::Asked(what) });
                vec![text]
            }));
        }
        for name in names {
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

    /// The people of a cell, with the side, the role and the organization that the column says.
    fn people(
        &mut self,
        visit: usize,
        row: &RowView<'_>,
        text: &str,
        whose: (&str, Option<&str>, Option<&String>),
    ) {
        let place = row.place();
        let is_number = |found: &CellPerson| found.name.as_deref().and_then(cells::count).is_some();
        for found in self.people_of(row, text).into_iter().filter(|found| !is_number(found)) {
            self.person(visit, found, whose, &place);
        }
    }

    /// The people that a text of a row names. What may be several is told.
    pub(super) fn people_of(&mut self, row: &RowView<'_>, text: &str) -> Vec<CellPerson> {
        let found = people(text);
        for text in found.uncertain {
            let what = self.lang.import_several_people(&shorten(&text));
            self.remarks.push(Remark { place: row.place(), what: RemarkKind::Asked(what) });
        }
        found.people
    }

    fn person(
        &mut self,
        visit: usize,
        found: CellPerson,
        (side, role, organization): (&str, Option<&str>, Option<&String>),
        place: &Place,
    ) {
        let CellPerson { name, post } = found;
        if let Some(name) = name.as_deref().filter(|name| is_organization(name)) {
            self.agent(visit, AgentKind::Organization, name, place);
            return;
        }
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
        let date = text_of(fields, "start_date").filter(|date| cells::is_day(date)).map(str::to_owned);
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
    pub(super) fn tell_differing(&mut self, place: &Place, fields: &[String]) {
        if !fields.is_empty() {
            let what = self.lang.import_differing(&fields.join(", "));
            self.change(place.clone(), what);
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
