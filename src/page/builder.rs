//! Builds a detail page: headings, labelled facts and sections, and their layout in columns.

use super::context::PageContext;
use crate::lang::{clock, date_long, from_to};
use crate::model::{Certainty, Edge, Extra, PartialDate};
use crate::text::{Line, TextRole, wrap, wrap_text};

/// The width of the label column, including the space after it, on a wide page.
const WIDE_LABEL: usize = 19;
/// The same on a narrow page. A longer label is on a line of its own, above its text.
const LABEL: usize = 14;
/// The minimum width of a wide page.
const WIDE: usize = 4 * WIDE_LABEL;

/// An entry of a detail page.
#[derive(Debug, Clone, PartialEq)]
pub enum PageEntry {
    /// Running text.
    Text(String, TextRole),
    /// A line that is already styled.
    Line(Line),
    /// A blank line between two parts of the page.
    Gap,
    /// The heading of a section.
    Heading(String),
    /// An item of a section.
    Item(String),
    /// A labelled fact; an empty label continues the fact above.
    Fact(&'static str, String, TextRole),
}

/// Collects the entries of a detail page.
pub(super) struct PageBuilder<'s, 'a> {
    ctx: &'s PageContext<'a>,
    entries: Vec<PageEntry>,
}

impl<'s, 'a> PageBuilder<'s, 'a> {
    pub(super) fn new(ctx: &'s PageContext<'a>) -> Self {
        Self { ctx, entries: Vec::new() }
    }

    /// Adds running text over the whole width.
    pub(super) fn text(&mut self, text: &str, role: TextRole) -> &mut Self {
        self.entries.push(PageEntry::Text(text.to_owned(), role));
        self
    }

    /// Adds a line that is already styled; it is wrapped.
    pub(super) fn line(&mut self, line: Line) -> &mut Self {
        self.entries.push(PageEntry::Line(line));
        self
    }

    /// Adds a blank line, unless there already is one.
    pub(super) fn gap(&mut self) -> &mut Self {
        self.entries.push(PageEntry::Gap);
        self
    }

    /// Adds a heading and the items below it; nothing if there are no items.
    pub(super) fn section<S: AsRef<str>>(
        &mut self,
        heading: &str,
        items: impl IntoIterator<Item = S>,
    ) -> &mut Self {
        let mut items = items.into_iter().peekable();
        if items.peek().is_some() {
            self.heading(heading);
        }
        self.entries.extend(items.map(|item| PageEntry::Item(item.as_ref().to_owned())));
        self
    }

    /// The heading of a section.
    pub(super) fn heading(&mut self, heading: &str) -> &mut Self {
        self.gap();
        self.entries.push(PageEntry::Heading(heading.to_owned()));
        self
    }

    /// Adds a labelled fact, unless the text is empty.
    pub(super) fn fact(&mut self, label: &'static str, text: &str) -> &mut Self {
        self.fact_as(label, text, TextRole::Plain)
    }

    /// Adds a labelled fact in a given role, unless the text is empty.
    pub(super) fn fact_as(&mut self, label: &'static str, text: &str, role: TextRole) -> &mut Self {
        if !text.is_empty() {
            self.entries.push(PageEntry::Fact(label, text.to_owned(), role));
        }
        self
    }

    /// Adds a labelled fact, if there is one.
    pub(super) fn maybe(&mut self, label: &'static str, text: Option<&str>) -> &mut Self {
        self.fact(label, text.unwrap_or_default())
    }

    /// Adds the date or the period, with the times of day where they are known.
    pub(super) fn dates(
        &mut self,
        (start, end): (Option<PartialDate>, Option<PartialDate>),
        certainty: Option<Certainty>,
        zone: Option<&str>,
    ) -> &mut Self {
        let m = self.ctx.messages();
        let lang = self.ctx.lang;
        let hour = |date: &PartialDate| clock(lang, date, zone);
        let with_hour = |date: PartialDate| {
            let time = hour(&date).map(|time| format!(", {time}"));
            format!("{}{}", date_long(lang, &date), time.unwrap_or_default())
        };
        let end = end.filter(|end| Some(*end) != start);
        let (begins, ends) = (start, end);
        let is_open = |date: Option<PartialDate>| {
            date.is_some_and(|date| date.first() == Edge::Open && date.last().is_none())
        };
        let day = |date: Option<PartialDate>| date.and_then(|date| date.civil());
        let end = match end {
            Some(end) if day(Some(end)).is_some() && day(Some(end)) == day(start) => hour(&end),
            end => end.map(with_hour),
        };
        let certainty = self.ctx.certainty(certainty);
        match (start.map(with_hour), end) {
            (None, None) => self.fact_as(m.date, m.not_stated, TextRole::Warning),
            (Some(start), None) => self.fact(m.date, &format!("{start}{certainty}")),
            (start, Some(end)) => {
                let start = start.unwrap_or_else(|| "…".to_owned());
                let start = Some(start.as_str()).filter(|_| !is_open(begins));
                let end = Some(end.as_str()).filter(|_| !is_open(ends));
                self.fact(m.date, &(from_to(lang, start, end) + &certainty))
            }
        }
    }

    /// Adds a labelled list, one item per line.
    pub(super) fn list<S: AsRef<str>>(
        &mut self,
        label: &'static str,
        items: impl IntoIterator<Item = S>,
    ) -> &mut Self {
        for (number, item) in items.into_iter().enumerate() {
            self.fact(if number == 0 { label } else { "" }, item.as_ref());
        }
        self
    }

    /// Adds the section of custom fields.
    pub(super) fn extra_fields<'e>(&mut self, extra: impl IntoIterator<Item = &'e Extra>) -> &mut Self {
        let fields = extra.into_iter().flat_map(Extra::fields);
        self.section(self.ctx.messages().own_fields, fields.map(|(name, value)| format!("{name}: {value}")))
    }

    /// The entries of the page.
    pub(super) fn into_entries(self) -> Vec<PageEntry> {
        self.entries
    }

    /// Lays the page out in lines: facts in two columns, items after a dash.
    pub(super) fn into_lines(self) -> Vec<Line> {
        let (columns, highlights) = (self.ctx.columns, self.ctx.highlights);
        let indent = if columns < WIDE { LABEL } else { WIDE_LABEL };
        let wrapped = |text: &str, role, room: usize| wrap_text(text, role, &highlights(text), room.max(1));
        let mut lines: Vec<Line> = Vec::new();
        for entry in self.entries {
            match entry {
                PageEntry::Text(text, role) => lines.extend(wrapped(&text, role, columns)),
                PageEntry::Line(line) => lines.extend(wrap(&line, columns)),
                PageEntry::Gap if lines.last().is_some_and(|line| !line.is_empty()) => {
                    lines.push(Line::new());
                }
                PageEntry::Gap => {}
                PageEntry::Heading(heading) => {
                    lines.extend(wrap(&Line::of(&heading, TextRole::Heading), columns));
                }
                PageEntry::Item(item) => {
                    let rows = wrapped(&item, TextRole::Plain, columns.saturating_sub(2));
                    lines.extend(Line::hang(&Line::of("– ", TextRole::Dim), &rows));
                }
                PageEntry::Fact(label, text, role) => {
                    let rows = wrapped(&text, role, columns.saturating_sub(indent));
                    let mut label = Line::of(label, TextRole::Dim);
                    if label.width() >= indent {
                        lines.extend(wrap(&label, columns));
                        label = Line::new();
                    }
                    lines.extend(Line::hang(&label.fit(indent), &rows));
                }
            }
        }
        while lines.last().is_some_and(Line::is_empty) {
            lines.pop();
        }
        lines
    }
}
