//! What a detail page says, entry by entry: a heading, labelled facts, sections; and its frame in columns.

use super::Sheet;
use crate::lang::{clock, date_long, from_to};
use crate::model::{Certainty, Edge, Extra, PartialDate};
use crate::text::{Line, TextRole, wrap, wrap_text};

/// Columns of the labels, with the space behind them, where the text has room enough beside long labels.
const WIDE_LABEL: usize = 19;
/// The same elsewhere. A longer label stands on a line of its own, above its text.
const LABEL: usize = 14;
/// So many columns have room for long labels.
const WIDE: usize = 3 * WIDE_LABEL;

/// Something that a page says.
#[derive(Debug, Clone, PartialEq)]
pub enum Entry {
    /// Running text.
    Text(String, TextRole),
    /// A line that was made elsewhere.
    Line(Line),
    /// Something else begins.
    Gap,
    /// The heading of a section.
    Heading(String),
    /// An item of a section.
    Item(String),
    /// A labelled fact; without a label, one more of the label before.
    Fact(&'static str, String, TextRole),
}

/// A detail page while it is written.
pub(super) struct Fields<'s, 'a> {
    ctx: &'s PageContext<'a>,
    entries: Vec<Entry>,
}

impl<'s, 'a> Fields<'s, 'a> {
    pub(super) fn new(ctx: &'s PageContext<'a>) -> Self {
        Self { ctx, entries: Vec::new() }
    }

    /// Running text over the whole width.
    pub(super) fn text(&mut self, text: &str, role: TextRole) -> &mut Self {
        self.entries.push(Entry::Text(text.to_owned(), role));
        self
    }

    /// A line that was made elsewhere, wrapped.
    pub(super) fn line(&mut self, line: Line) -> &mut Self {
        self.entries.push(Entry::Line(line));
        self
    }

    /// An empty line, unless one stands there already.
    pub(super) fn gap(&mut self) -> &mut Self {
        self.entries.push(Entry::Gap);
        self
    }

    /// A heading and items under it; neither when there is no item.
    pub(super) fn section<S: AsRef<str>>(
        &mut self,
        heading: &str,
        items: impl IntoIterator<Item = S>,
    ) -> &mut Self {
        let mut items = items.into_iter().peekable();
        if items.peek().is_some() {
            self.heading(heading);
        }
        self.entries.extend(items.map(|item| Entry::Item(item.as_ref().to_owned())));
        self
    }

    /// The heading of a section.
    pub(super) fn heading(&mut self, heading: &str) -> &mut Self {
        self.gap();
        self.entries.push(Entry::Heading(heading.to_owned()));
        self
    }

    /// A labelled fact; none when there is nothing to say.
    pub(super) fn fact(&mut self, label: &'static str, text: &str) -> &mut Self {
        self.fact_as(label, text, TextRole::Plain)
    }

    /// A labelled fact in a role.
    pub(super) fn fact_as(&mut self, label: &'static str, text: &str, role: TextRole) -> &mut Self {
        if !text.is_empty() {
            self.entries.push(Entry::Fact(label, text.to_owned(), role));
        }
        self
    }

    /// A labelled fact that may be missing.
    pub(super) fn maybe(&mut self, label: &'static str, text: Option<&str>) -> &mut Self {
        self.fact(label, text.unwrap_or_default())
    }

    /// From when to when, with the hours where they are known.
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
            (None, None) => self.fact_as(m.date, m.not_said, TextRole::Warning),
            (Some(start), None) => self.fact(m.date, &format!("{start}{certainty}")),
            (start, Some(end)) => {
                let start = start.unwrap_or_else(|| "…".to_owned());
                let start = Some(start.as_str()).filter(|_| !is_open(begins));
                let end = Some(end.as_str()).filter(|_| !is_open(ends));
                self.fact(m.date, &(from_to(lang, start, end) + &certainty))
            }
        }
    }

    /// A labelled list, one item under the other.
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

    /// The section of the writer's own fields.
    pub(super) fn own<'e>(&mut self, extra: impl IntoIterator<Item = &'e Extra>) -> &mut Self {
        let fields = extra.into_iter().flat_map(Extra::fields);
        self.section(self.ctx.messages().own_fields, fields.map(|(name, value)| format!("{name}: {value}")))
    }

    /// What the page says.
    pub(super) fn entries(self) -> Vec<Entry> {
        self.entries
    }

    /// The page in lines: facts in two columns, items with a dash.
    pub(super) fn finish(self) -> Vec<Line> {
        let (columns, hits) = (self.ctx.columns, self.ctx.hits);
        let indent = if columns < WIDE { LABEL } else { WIDE_LABEL };
        let wrapped = |text: &str, role, room: usize| wrap_text(text, role, &hits(text), room.max(1));
        let mut lines: Vec<Line> = Vec::new();
        for entry in self.entries {
            match entry {
                Entry::Text(text, role) => lines.extend(wrapped(&text, role, columns)),
                Entry::Line(line) => lines.extend(wrap(&line, columns)),
                Entry::Gap if lines.last().is_some_and(|line| !line.is_empty()) => lines.push(Line::new()),
                Entry::Gap => {}
                Entry::Heading(heading) => {
                    lines.extend(wrap(&Line::of(&heading, TextRole::Heading), columns))
                }
                Entry::Item(item) => {
                    let rows = wrapped(&item, TextRole::Plain, columns.saturating_sub(2));
                    lines.extend(Line::hang(&Line::of("– ", TextRole::Dim), &rows));
                }
                Entry::Fact(label, text, role) => {
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
