//! The frame of a detail page: a heading, labelled facts in two columns, sections.

use super::Sheet;
use crate::lang::{clock, date_long};
use crate::model::{Certainty, Extra, PartialDate};
use crate::text::{Line, Role, wrap, wrap_text};

/// Columns of the labels.
const LABEL: usize = 13;

/// A detail page while it is written.
pub(super) struct Fields<'s, 'a> {
    sheet: &'s Sheet<'a>,
    lines: Vec<Line>,
}

impl<'s, 'a> Fields<'s, 'a> {
    pub(super) fn new(sheet: &'s Sheet<'a>) -> Self {
        Self { sheet, lines: Vec::new() }
    }

    /// Running text over the whole width.
    pub(super) fn text(&mut self, text: &str, role: Role) -> &mut Self {
        self.lines.extend(wrap_text(text, role, &(self.sheet.hits)(text), self.sheet.columns));
        self
    }

    /// A line that was made elsewhere, wrapped.
    pub(super) fn line(&mut self, line: &Line) -> &mut Self {
        self.lines.extend(wrap(line, self.sheet.columns));
        self
    }

    /// An empty line, unless one stands there already.
    pub(super) fn gap(&mut self) -> &mut Self {
        if self.lines.last().is_some_and(|line| !line.is_empty()) {
            self.lines.push(Line::new());
        }
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
        for item in items {
            self.item(item.as_ref());
        }
        self
    }

    /// The heading of a section.
    pub(super) fn heading(&mut self, heading: &str) -> &mut Self {
        self.gap();
        self.line(&Line::of(heading, Role::Heading))
    }

    /// A labelled fact; none when there is nothing to say.
    pub(super) fn fact(&mut self, label: &str, text: &str) -> &mut Self {
        self.fact_as(label, text, Role::Plain)
    }

    /// A labelled fact in a role.
    pub(super) fn fact_as(&mut self, label: &str, text: &str, role: Role) -> &mut Self {
        if text.is_empty() {
            return self;
        }
        let room = self.sheet.columns.saturating_sub(LABEL).max(1);
        let rows = wrap_text(text, role, &(self.sheet.hits)(text), room);
        let label = Line::of(label, Role::Dim).fit(LABEL - 1).with(" ", Role::Plain);
        self.lines.extend(Line::hang(&label, &rows));
        self
    }

    /// A labelled fact that may be missing.
    pub(super) fn maybe(&mut self, label: &str, text: Option<&str>) -> &mut Self {
        self.fact(label, text.unwrap_or_default())
    }

    /// From when to when, with the hours where they are known.
    pub(super) fn dates(
        &mut self,
        (start, end): (Option<PartialDate>, Option<PartialDate>),
        certainty: Option<Certainty>,
        zone: Option<&str>,
    ) -> &mut Self {
        let m = self.sheet.messages();
        let lang = self.sheet.lang;
        let hour = |date: &PartialDate| clock(lang, date, zone);
        let with_hour = |date: PartialDate| {
            let time = hour(&date).map(|time| format!(", {time}"));
            format!("{}{}", date_long(lang, &date), time.unwrap_or_default())
        };
        let end = end.filter(|end| Some(*end) != start);
        let day = |date: Option<PartialDate>| date.and_then(|date| date.civil());
        let end = match end {
            Some(end) if day(Some(end)).is_some() && day(Some(end)) == day(start) => hour(&end),
            end => end.map(with_hour),
        };
        let certainty = self.sheet.certainty(certainty);
        match (start.map(with_hour), end) {
            (None, None) => self.fact_as(m.date, m.not_said, Role::Warning),
            (Some(start), None) => self.fact(m.date, &format!("{start}{certainty}")),
            (start, Some(end)) => {
                let start = start.unwrap_or_else(|| "…".to_owned());
                self.fact(m.date, &format!("{start} – {end}{certainty}"))
            }
        }
    }

    /// A labelled list, one item under the other.
    pub(super) fn list<S: AsRef<str>>(
        &mut self,
        label: &str,
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
        self.section(self.sheet.messages().own_fields, fields.map(|(name, value)| format!("{name}: {value}")))
    }

    /// An item of a section, with a dash.
    fn item(&mut self, text: &str) {
        let room = self.sheet.columns.saturating_sub(2).max(1);
        let rows = wrap_text(text, Role::Plain, &(self.sheet.hits)(text), room);
        self.lines.extend(Line::hang(&Line::of("– ", Role::Dim), &rows));
    }

    pub(super) fn finish(&mut self) -> Vec<Line> {
        while self.lines.last().is_some_and(Line::is_empty) {
            self.lines.pop();
        }
        std::mem::take(&mut self.lines)
    }
}
