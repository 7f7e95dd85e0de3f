//! What a record looks like to a reader: lines of words at a width, in a language. No colours, no terminal.
//!
//! The panes and the search results show the same pages. What a record leaves open is said, and
//! so is what its writer concluded.

mod fields;
mod organization;
mod participant;
mod profile;
mod statement;
mod stop;
mod trail;
mod variants;
mod visit;

pub use fields::Entry;
pub use participant::side_heading;
pub use stop::day_heading;
pub use visit::visit_date;

use std::borrow::Cow;
use std::ops::Range;

use crate::lang::{Lang, Messages};
use crate::model::{
    Archive, ArchiveCounts, Certainty, Extra, Id, Identifier, Record, SourceRef, Statement, Stop, Visit,
};
use crate::text::{Line, Run, TextRole, is_web_address, wrap, wrap_text};

/// What every page needs to know.
#[derive(Clone, Copy)]
pub struct PageContext<'a> {
    /// The archive, for the names of its files.
    pub archive: &'a Archive,
    /// The language of the labels.
    pub lang: Lang,
    /// The width of the page in columns.
    pub columns: usize,
    /// The byte ranges of a text that a search has found.
    pub hits: &'a dyn Fn(&str) -> Vec<Range<usize>>,
    /// Whether records of several visits stand side by side: then the hours of one mean nothing.
    pub mixed_visits: bool,
    /// The words of this translation stand in the place of the original, where there is one.
    pub translation: Option<usize>,
    /// Whether others will read the page: then it names no file of this machine.
    pub published: bool,
}

/// No text is found.
pub fn no_hits(_: &str) -> Vec<Range<usize>> {
    Vec::new()
}

/// How much of a record a list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// One line.
    Compact,
    /// As many as are useful.
    Full,
}

/// An item of a list: its name with a count at the right, and facts below. Compact, it is one line.
fn entry<const N: usize>(
    ctx: &PageContext<'_>,
    (name, count): (&Line, &str),
    size: Size,
    facts: [Option<&str>; N],
) -> Vec<Line> {
    let count = Line::of(count, TextRole::Dim);
    if size == Size::Compact {
        return vec![name.spread(&count, ctx.columns)];
    }
    let mut lines = wrap(name, ctx.columns.saturating_sub(count.width() + 1));
    if let Some(first) = lines.first_mut() {
        *first = first.spread(&count, ctx.columns);
    }
    let indent = Line::of("  ", TextRole::Plain);
    for fact in facts.into_iter().flatten() {
        let rows = wrap_text(fact, TextRole::Dim, &[], ctx.columns.saturating_sub(indent.width()));
        lines.extend(Line::hang(&indent, &rows));
    }
    lines
}

/// Whether a person or an organization is met in a visit, and the post held there.
pub fn appearance(record: Record<'_>, visit: &Visit) -> Option<Option<String>> {
    match record {
        Record::Participant(own, person) => {
            visit.participant_who(&own.agent(person)).map(|person| visit.post_of(person).map(Cow::into_owned))
        }
        Record::Organization(_, it) => visit.organization(&it.id).map(|_| None),
        Record::Stop(..) | Record::Visit(_) | Record::Statement(..) => None,
    }
}

/// The writer's own fields, behind the other facts of a line.
fn own(extra: &Extra) -> String {
    extra.fields().iter().fold(String::new(), |line, (name, value)| line + &format!(", {name}: {value}"))
}

/// An identifier with the scheme it belongs to.
fn identifier(it: &Identifier) -> String {
    format!("{}: {}{}", it.scheme, it.identifier, own(&it.extra))
}

impl PageContext<'_> {
    /// The messages of the language.
    pub fn messages(&self) -> &'static Messages {
        self.lang.messages()
    }

    /// The path of a file, if the page may name it.
    fn path(&self, path: Option<&str>) -> Option<String> {
        path.filter(|_| !self.published).map(str::to_owned)
    }

    /// An address, if the page may name it: one that only this machine knows is a path.
    fn url(&self, url: Option<&str>) -> Option<String> {
        url.filter(|url| !self.published || is_web_address(url)).map(str::to_owned)
    }

    /// The record as an item of a list, with what was counted of it at the right.
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

    /// What a visit without statements has instead, counted: people, stops, or organizations.
    pub fn contents(&self, visit: &Visit) -> String {
        visit::contents(self, visit)
    }

    /// The record as a page of its own: everything that is known of it.
    pub fn detail(&self, record: Record<'_>) -> Vec<Line> {
        self.fields(record).finish()
    }

    /// What that page says, for those who give it another form.
    pub fn entries(&self, record: Record<'_>) -> Vec<Entry> {
        self.fields(record).entries()
    }

    fn fields(&self, record: Record<'_>) -> fields::Fields<'_, '_> {
        match record {
            Record::Statement(visit, statement) => statement::detail(self, visit, statement),
            Record::Stop(visit, stop) => stop::detail(self, visit, stop),
            Record::Participant(visit, participant) => participant::detail(self, visit, participant),
            Record::Organization(visit, organization) => organization::detail(self, visit, organization),
            Record::Visit(visit) => visit::detail(self, visit),
        }
    }

    /// The record as a search result: what was found, and below it where it belongs.
    pub fn result(&self, record: Record<'_>) -> Vec<Line> {
        match record {
            Record::Statement(visit, statement) => statement::result(self, visit, statement),
            Record::Stop(visit, stop) => stop::result(self, visit, stop),
            Record::Participant(visit, participant) => participant::result(self, visit, participant),
            Record::Organization(visit, organization) => organization::result(self, visit, organization),
            Record::Visit(visit) => visit::result(self, visit),
        }
    }

    /// Below a search result: what of the record was found, where the result itself does not show it; as much of it around the
    /// first hit as a line has room for.
    pub fn reason(&self, label: &str, text: &str) -> Line {
        let lead = Line::of(&format!("{label}: "), TextRole::Dim);
        let (before, behind) = (Line::of("… ", TextRole::Dim), Line::of(" …", TextRole::Dim));
        let around = lead.width() + before.width() + behind.width();
        let lines =
            wrap_text(text, TextRole::Dim, &(self.hits)(text), self.columns.saturating_sub(around).max(1));
        let found = lines.iter().position(|line| line.runs().iter().any(Run::is_hit)).unwrap_or_default();
        let mut line = if found > 0 { lead.joined(&before) } else { lead };
        line.append(lines.get(found).unwrap_or(&Line::new()));
        if found + 1 < lines.len() {
            line.append(&behind);
        }
        line.cut(self.columns)
    }

    /// The head of the page of a person, an organization or a place across all visits, with what was counted of it.
    pub fn profile(&self, record: Record<'_>, counted: &str) -> Vec<Line> {
        profile::page(self, record, counted).finish()
    }

    /// What that head says, for those who give it another form.
    pub fn profile_entries(&self, record: Record<'_>, counted: &str) -> Vec<Entry> {
        profile::page(self, record, counted).entries()
    }

    /// A stop with its hour, its status, its names and its address.
    pub fn stop_in_a_line(&self, visit: &Visit, stop: &Stop) -> String {
        stop::in_a_line(self, visit, stop)
    }

    /// The notes of a visit on what is not settled: on one of its records, or all of them.
    pub fn open_notes(&self, visit: &Visit, about: Option<&Id>) -> Vec<String> {
        visit::open_notes(self, visit, about)
    }

    /// From a statement to its sources and its file.
    pub fn trail(&self, visit: &Visit, statement: &Statement) -> Vec<Line> {
        trail::page(self, visit, statement).finish()
    }

    /// The variants of the utterance that a statement is of, with what differs marked.
    pub fn variants(&self, visit: &Visit, statement: &Statement) -> Vec<Line> {
        variants::page(self, visit, statement)
    }

    /// The dim line under an item: a fact of its own, and the visit.
    pub fn belongs_to(&self, visit: &Visit, fact: &str) -> Line {
        let mut line = Line::new();
        if !fact.is_empty() {
            line.push_hits(fact, TextRole::Dim, &(self.hits)(fact));
            line.push(" · ", TextRole::Dim);
        }
        line.push_hits(&visit.title, TextRole::Dim, &(self.hits)(&visit.title));
        if visit.start_date.is_some() {
            line.push(&format!(" · {}", visit_date(self, visit)), TextRole::Dim);
        }
        line.cut(self.columns)
    }

    /// All visits at once: how much there is.
    pub fn archive_page(&self, counts: ArchiveCounts) -> Vec<Line> {
        let m = self.messages();
        let mut page = fields::Fields::new(self);
        page.text(m.all_visits, TextRole::Strong);
        page.gap();
        page.fact(m.visits, &self.lang.number(counts.visits));
        page.fact(m.stops_label, &self.lang.stops_at_places(counts.stops, counts.places));
        page.fact(m.participants, &self.lang.people_taking_part(counts.people, counts.participations));
        page.fact(m.statements, &self.lang.number(counts.statements));
        page.list(m.file, &self.archive.files);
        page.finish()
    }

    /// The visits in which something is met, the newest first, each with what `met` says of it; nothing when there is only
    /// one.
    pub fn met_in(&self, met: impl Fn(usize, &Visit) -> Option<Option<String>>) -> Vec<Line> {
        let met = |at: usize| {
            let visit = self.archive.visits.get(at)?;
            Some((visit, met(at, visit)?))
        };
        let visits: Vec<_> = self.archive.newest_first().into_iter().filter_map(met).collect();
        if visits.len() < 2 {
            return Vec::new();
        }
        let mut page = fields::Fields::new(self);
        let entry = |(visit, fact): &(&Visit, Option<String>)| {
            let fact = fact.as_ref().map(|fact| format!(" ({fact})")).unwrap_or_default();
            format!("{}: {}{fact}", visit_date(self, visit), visit.title)
        };
        page.section(self.messages().met_in, visits.iter().map(entry));
        let mut lines = vec![Line::new()];
        lines.extend(page.finish());
        lines
    }

    /// `(disimpulkan)` behind what is not stated by the source; nothing behind what is, or where nothing is said.
    pub fn certainty(&self, certainty: Option<Certainty>) -> String {
        match certainty {
            Some(certainty @ (Certainty::Inferred | Certainty::Unknown)) => {
                format!(" ({})", certainty.label(self.lang))
            }
            Some(Certainty::Stated) | None => String::new(),
        }
    }

    /// The name of a language behind a label that says what it is: `Indonesia`, not `bahasa Indonesia`.
    fn language(&self, tag: &str) -> String {
        let name = self.lang.language(tag);
        name.strip_prefix("bahasa ").map(str::to_owned).unwrap_or(name)
    }

    /// A number that counts what one visit has, and says so beside numbers that count what all of them have.
    fn in_this_visit(&self, count: usize) -> String {
        if self.mixed_visits { self.lang.in_this_visit(count) } else { self.lang.number(count) }
    }

    /// The sources of a record, each with its place.
    fn sources(&self, visit: &Visit, sources: &[SourceRef]) -> Vec<String> {
        sources
            .iter()
            .map(|reference| {
                let source = visit.source(&reference.id);
                let kind = source.and_then(|source| source.kind.as_ref()).map(|kind| kind.label(self.lang));
                let title = source.and_then(|source| source.title.as_deref().or(source.publisher.as_deref()));
                let name = match (title, kind) {
                    (Some(title), _) => title.to_owned(),
                    (None, Some(kind)) => format!("{} ({kind})", reference.id),
                    (None, None) => reference.id.to_string(),
                };
                let locator = reference.locator.as_ref().map(|locator| format!(", {locator}"));
                format!("{name}{}{}", locator.unwrap_or_default(), own(&reference.extra))
            })
            .collect()
    }
}
