//! Renders records as lines of text for a given width and language, without colours and independent of a terminal.
//!
//! The panes, the search results and the exports use the same pages. Missing information and inferred facts are marked as such.

mod builder;
mod context;
mod details;
mod organization;
mod participant;
mod place;
mod profile;
mod provenance;
mod statement;
mod stop;
mod variants;
mod visit;

pub use builder::PageEntry;
pub use context::{
    PageContext, Size, leading_status, no_highlights, title_after_status, unusual_status, visit_date,
};
pub use participant::{side_heading, side_line};
pub use stop::{day_heading, leading_stop_status};

use std::borrow::Cow;

use crate::model::{ArchiveCounts, Id, Record, Statement, Stop, Visit};
use crate::text::{Line, Run, TextRole, wrap_text};

/// Whether a person or an organization appears in a visit, and with which post: `None` if absent, `Some(None)` without a post.
pub fn appearance(record: Record<'_>, visit: &Visit) -> Option<Option<String>> {
    match record {
        Record::Participant(own, person) => {
            visit.participant_who(&own.agent(person)).map(|person| visit.post_of(person).map(Cow::into_owned))
        }
        Record::Organization(_, it) => visit.organization(&it.id).map(|_| None),
        Record::Stop(..) | Record::Visit(_) | Record::Statement(..) => None,
    }
}

impl PageContext<'_> {
    /// The record as a list item, with `count` at the right edge.
    pub fn item(&self, record: Record<'_>, size: Size, count: &str) -> Vec<Line> {
        match record {
            Record::Statement(visit, statement) => statement::item(self, visit, statement),
            Record::Stop(visit, stop) => stop::item(self, visit, stop, size, count),
            Record::Participant(visit, participant) => {
                participant::item(self, visit, participant, size, count)
            }
            Record::Organization(_, organization) => organization::item(self, organization, size, count),
            Record::Visit(visit) => visit::item(self, visit, size, count),
        }
    }

    /// For a visit without statements, the number of its participants, stops or organizations, whichever comes first.
    pub fn contents(&self, visit: &Visit) -> String {
        visit::contents(self, visit)
    }

    /// The detail page of a record, with everything known about it.
    pub fn detail(&self, record: Record<'_>) -> Vec<Line> {
        self.fields(record).into_lines()
    }

    /// The detail page of a statement without its words.
    pub fn statement_facts(&self, visit: &Visit, statement: &Statement) -> Vec<Line> {
        statement::facts(self, visit, statement).into_lines()
    }

    /// The entries of that page, for other layouts.
    pub fn entries(&self, record: Record<'_>) -> Vec<PageEntry> {
        self.fields(record).into_entries()
    }

    fn fields(&self, record: Record<'_>) -> builder::PageBuilder<'_, '_> {
        match record {
            Record::Statement(visit, statement) => statement::detail(self, visit, statement),
            Record::Stop(visit, stop) => stop::detail(self, visit, stop),
            Record::Participant(visit, participant) => participant::detail(self, visit, participant),
            Record::Organization(visit, organization) => organization::detail(self, visit, organization),
            Record::Visit(visit) => visit::detail(self, visit),
        }
    }

    /// The record as a search result: its text, and below it the context it belongs to.
    pub fn result(&self, record: Record<'_>) -> Vec<Line> {
        match record {
            Record::Statement(visit, statement) => statement::result(self, visit, statement),
            Record::Stop(visit, stop) => stop::result(self, visit, stop),
            Record::Participant(visit, participant) => participant::result(self, visit, participant),
            Record::Organization(visit, organization) => organization::result(self, visit, organization),
            Record::Visit(visit) => visit::result(self, visit),
        }
    }

    /// A line below a search result that shows a match in a field which the result itself leaves out: the text around the first match.
    pub fn reason(&self, label: &str, text: &str) -> Line {
        let lead = Line::of(&format!("{label}: "), TextRole::Dim);
        let (before, after) = (Line::of("… ", TextRole::Dim), Line::of(" …", TextRole::Dim));
        let around = lead.width() + before.width() + after.width();
        let lines = wrap_text(
            text,
            TextRole::Dim,
            &(self.highlights)(text),
            self.columns.saturating_sub(around).max(1),
        );
        let found =
            lines.iter().position(|line| line.runs().iter().any(Run::is_highlighted)).unwrap_or_default();
        let mut line = if found > 0 { lead.joined(&before) } else { lead };
        line.append(lines.get(found).unwrap_or(&Line::new()));
        if found + 1 < lines.len() {
            line.append(&after);
        }
        line.cut(self.columns)
    }

    /// The head of the page of a person, an organization or a place across all visits, with its counts.
    pub fn profile(&self, record: Record<'_>, counted: &str) -> Vec<Line> {
        profile::page(self, record, counted).into_lines()
    }

    /// The entries of that head, for other layouts.
    pub fn profile_entries(&self, record: Record<'_>, counted: &str) -> Vec<PageEntry> {
        profile::page(self, record, counted).into_entries()
    }

    /// A stop on one line: time of day, status, names and address.
    pub fn stop_line(&self, visit: &Visit, stop: &Stop) -> String {
        stop::line(self, visit, stop)
    }

    /// The notes of a visit on open questions, about one of its records or about any.
    pub fn open_notes(&self, visit: &Visit, about: Option<&Id>) -> Vec<String> {
        details::open_notes(self, visit, about)
    }

    /// The provenance of a statement: its sources and its position in the record file.
    pub fn provenance(&self, visit: &Visit, statement: &Statement) -> Vec<Line> {
        provenance::page(self, visit, statement).into_lines()
    }

    /// The variants of the same utterance, with the differences marked.
    pub fn variants(&self, visit: &Visit, statement: &Statement) -> Vec<Line> {
        variants::page(self, visit, statement)
    }

    /// The page for all visits: the counts of the archive.
    pub fn archive_page(&self, counts: ArchiveCounts) -> Vec<Line> {
        let m = self.messages();
        let mut page = builder::PageBuilder::new(self);
        page.text(m.all_visits, TextRole::Strong);
        page.gap();
        page.fact(m.visits, &self.lang.number(counts.visits));
        page.fact(m.stops_label, &self.lang.stops_at_places(counts.stops, counts.places));
        page.fact(m.participants, &self.lang.people_taking_part(counts.people, counts.participations));
        page.fact(m.statements, &self.lang.number(counts.statements));
        page.list(m.file, &self.archive.files);
        page.into_lines()
    }

    /// The visits for which `met` returns something, newest first, each with that fact; empty if there are fewer than two.
    pub fn appearances(&self, met: impl Fn(usize, &Visit) -> Option<Option<String>>) -> Vec<Line> {
        let met = |at: usize| {
            let visit = self.archive.visits.get(at)?;
            Some((visit, met(at, visit)?))
        };
        let visits: Vec<_> = self.archive.newest_first().into_iter().filter_map(met).collect();
        if visits.len() < 2 {
            return Vec::new();
        }
        let mut page = builder::PageBuilder::new(self);
        let entry = |(visit, fact): &(&Visit, Option<String>)| {
            let fact = fact.as_ref().map(|fact| format!(" ({fact})")).unwrap_or_default();
            format!("{}: {}{fact}", visit_date(self.lang, visit), visit.title)
        };
        page.section(self.messages().met_in, visits.iter().map(entry));
        let mut lines = vec![Line::new()];
        lines.extend(page.into_lines());
        lines
    }
}
