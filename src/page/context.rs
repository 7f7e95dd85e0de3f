//! The context that every page is rendered in, and the parts that several kinds of page share.

use std::ops::Range;

use crate::lang::{Lang, Messages, span_short};
use crate::model::{Archive, Certainty, Extra, Id, Identifier, SourceRef, Status, Visit};
use crate::text::{Line, TextRole, is_web_address, wrap, wrap_text};

/// The context that a record is rendered in: archive, language, width and options.
#[derive(Clone, Copy)]
pub struct PageContext<'a> {
    /// The archive, for references between records and for file names.
    pub archive: &'a Archive,
    /// The language of the labels.
    pub lang: Lang,
    /// The width of the page in columns.
    pub columns: usize,
    /// Returns the byte ranges of a text to highlight as matches, in ascending order.
    pub highlights: &'a dyn Fn(&str) -> Vec<Range<usize>>,
    /// Whether records of several visits are listed together; times of day are left out then.
    pub mixed_visits: bool,
    /// Show the translation at this index instead of the original text, if the statement has one.
    pub translation: Option<usize>,
    /// Whether the page will be published; local file names are left out then.
    pub published: bool,
}

/// Highlights nothing.
pub fn no_highlights(_: &str) -> Vec<Range<usize>> {
    Vec::new()
}

/// How much of a record a list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Size {
    /// One line.
    Compact,
    /// All useful lines.
    Full,
}

impl PageContext<'_> {
    /// The interface messages in the language of the page.
    pub fn messages(&self) -> &'static Messages {
        self.lang.messages()
    }

    /// The name of a record; when the page will be published, in its language.
    pub(super) fn name_of<'v>(&self, visit: &'v Visit, id: &'v Id) -> &'v str {
        if self.published { visit.name_of_in(id, self.lang.code()) } else { visit.name_of(id) }
    }

    /// The name of a participant or an organization if the text is an id, likewise; else the text.
    pub(super) fn name_or_text<'v>(&self, visit: &'v Visit, text: &'v str) -> &'v str {
        visit.speaker_with(&Id::new(text)).map_or(text, |it| self.name_of(visit, it.id()))
    }

    /// The path of a file, unless the page will be published.
    pub(super) fn path(&self, path: Option<&str>) -> Option<String> {
        path.filter(|_| !self.published).map(str::to_owned)
    }

    /// A URL; when the page will be published, only one with a web address.
    pub(super) fn url(&self, url: Option<&str>) -> Option<String> {
        url.filter(|url| !self.published || is_web_address(url)).map(str::to_owned)
    }

    /// The dim line below an item: `fact`, then the title and the date of the visit.
    pub fn belongs_to(&self, visit: &Visit, fact: &str) -> Line {
        let mut line = Line::new();
        if !fact.is_empty() {
            line.push_highlighted(fact, TextRole::Dim, &(self.highlights)(fact));
            line.push(" · ", TextRole::Dim);
        }
        line.push_highlighted(&visit.title, TextRole::Dim, &(self.highlights)(&visit.title));
        if visit.start_date.is_some() {
            line.push(&format!(" · {}", visit_date(self.lang, visit)), TextRole::Dim);
        }
        line.cut(self.columns)
    }

    /// `(disimpulkan)` or the like after a fact that the source does not state; empty for a stated fact and without a certainty.
    pub fn certainty(&self, certainty: Option<Certainty>) -> String {
        match certainty {
            Some(certainty @ (Certainty::Inferred | Certainty::Unknown)) => {
                format!(" ({})", certainty.label(self.lang))
            }
            Some(Certainty::Stated) | None => String::new(),
        }
    }

    /// The name of a language as the value of a labelled field: `Indonesia`, not `bahasa Indonesia`.
    pub(super) fn language(&self, tag: &str) -> String {
        let name = self.lang.language(tag);
        name.strip_prefix("bahasa ").map(str::to_owned).unwrap_or(name)
    }

    /// A count for one visit; says so when the page also shows counts over several visits.
    pub(super) fn in_this_visit(&self, count: usize) -> String {
        if self.mixed_visits { self.lang.in_this_visit(count) } else { self.lang.number(count) }
    }

    /// The sources of a record, each with its locator.
    pub(super) fn sources(&self, visit: &Visit, sources: &[SourceRef]) -> Vec<String> {
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
                format!("{name}{}{}", locator.unwrap_or_default(), extra_suffix(&reference.extra))
            })
            .collect()
    }
}

/// The short date of a visit, followed by `?` if it is inferred; the message for a missing date if there is none.
pub fn visit_date(lang: Lang, visit: &Visit) -> String {
    match visit.start_date {
        Some(start) => {
            let doubt = if visit.date_certainty == Some(Certainty::Inferred) { "?" } else { "" };
            format!("{}{doubt}", span_short(lang, &start, visit.end_date.as_ref()))
        }
        None => lang.messages().date_not_stated.to_owned(),
    }
}

/// What became of a visit, if it is not simply that it takes or took place: ` (cancelled)`; empty otherwise.
pub fn unusual_status(lang: Lang, visit: &Visit) -> String {
    status_in_parentheses(lang, visit).map(|status| format!(" {status}")).unwrap_or_default()
}

/// The same before the title, where truncation cannot hide it: `(cancelled) `.
pub fn leading_status(lang: Lang, visit: &Visit) -> String {
    status_in_parentheses(lang, visit).map(|status| format!("{status} ")).unwrap_or_default()
}

/// The title of a visit after its unusual status: `(cancelled) Study visit`.
pub fn title_after_status(lang: Lang, visit: &Visit) -> String {
    leading_status(lang, visit) + &visit.title
}

fn status_in_parentheses(lang: Lang, visit: &Visit) -> Option<String> {
    let is_usual = |status: &&Status| matches!(status, Status::Confirmed | Status::Passed);
    let status = visit.status.as_ref().filter(|status| !is_usual(status))?;
    Some(format!("({})", status.label(lang)))
}

/// A list item: the name with a count at the right edge, and the facts below it; only the first line if compact.
pub(super) fn list_item<const N: usize>(
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

/// The custom fields, to append to the other facts of a line: `, name: value`.
pub(super) fn extra_suffix(extra: &Extra) -> String {
    extra.fields().iter().fold(String::new(), |line, (name, value)| line + &format!(", {name}: {value}"))
}

/// An identifier with its scheme: `scheme: identifier`.
pub(super) fn identifier(it: &Identifier) -> String {
    format!("{}: {}{}", it.scheme, it.identifier, extra_suffix(&it.extra))
}
