//! A line of text that is safe to show: runs of visible characters, each with a role.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation as _;

use super::visible::{Visibility, visible};
use super::width;

/// The distance of tab stops, in columns.
const TAB: usize = 4;

/// The role of a run of text. The theme maps roles to colours and weights; the text must be understandable without them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TextRole {
    /// Running text.
    #[default]
    Plain,
    /// Emphasized text: names, titles.
    Strong,
    /// Secondary facts.
    Dim,
    /// The accent: keys, the current position.
    Accent,
    /// Verbatim quotes.
    Quote,
    /// A heading above a group.
    Heading,
    /// The type of a statement.
    Kind,
    /// Those who visit.
    Visitor,
    /// Those who are visited.
    Host,
    /// Uncertain, missing or invalid facts.
    Warning,
    /// A mark that replaces a hidden character.
    Mark,
}

/// Characters with the same role. Only [`Line`] creates runs, so their text has always been through [`visible()`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    text: String,
    role: TextRole,
    highlighted: bool,
}

impl Run {
    /// The characters, safe to show.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The role of the characters.
    pub fn role(&self) -> TextRole {
        self.role
    }

    /// Whether the characters are a search match.
    pub fn is_highlighted(&self) -> bool {
        self.highlighted
    }
}

/// A line: a sequence of runs.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Line {
    runs: Vec<Run>,
}

impl Line {
    /// An empty line.
    pub fn new() -> Self {
        Self::default()
    }

    /// A line with one role.
    pub fn of(text: &str, role: TextRole) -> Self {
        Self::new().with(text, role)
    }

    /// This line with `text` appended.
    #[must_use]
    pub fn with(mut self, text: &str, role: TextRole) -> Self {
        self.push(text, role);
        self
    }

    /// Appends `text`; line breaks become spaces (see [`Line::split`] for text with several lines).
    pub fn push(&mut self, text: &str, role: TextRole) {
        self.push_highlighted(text, role, &[]);
    }

    /// Appends `text` with the byte ranges in `highlights` (on character boundaries, ascending) marked as matches.
    pub fn push_highlighted(&mut self, text: &str, role: TextRole, highlights: &[Range<usize>]) {
        for (number, line) in Self::split(text, role, highlights).iter().enumerate() {
            if number > 0 {
                self.put(" ", role, false);
            }
            self.append(line);
        }
    }

    /// Splits `text` at its line breaks, with the byte ranges in `highlights` marked as matches.
    pub fn split(text: &str, role: TextRole, highlights: &[Range<usize>]) -> Vec<Self> {
        let mut lines = vec![Self::new()];
        let mut column = 0;
        for piece in visible(text) {
            let Some(line) = lines.last_mut() else { break };
            let blank = if piece.visibility == Visibility::Tab { TAB - column % TAB } else { 0 };
            column += width(&piece.shown) + blank;
            match piece.visibility {
                Visibility::Break => {
                    lines.push(Self::new());
                    column = 0;
                }
                Visibility::Tab => line.put(&" ".repeat(blank), role, false),
                Visibility::Mark => line.put(&piece.shown, TextRole::Mark, false),
                Visibility::Plain => line.put_highlighted(&piece.shown, role, piece.source.start, highlights),
            }
        }
        lines
    }

    /// Appends a text at byte offset `start` of its source, and marks the ascending `highlights`.
    fn put_highlighted(&mut self, text: &str, role: TextRole, start: usize, highlights: &[Range<usize>]) {
        let end = start + text.len();
        let mut at = start;
        for highlighted in highlights
            .iter()
            .skip_while(|highlighted| highlighted.end <= start)
            .take_while(|highlighted| highlighted.start < end)
        {
            let (from, to) = (highlighted.start.clamp(at, end), highlighted.end.clamp(at, end));
            for (range, is_highlighted) in [(at..from, false), (from..to, true)] {
                self.put(
                    text.get(range.start - start..range.end - start).unwrap_or_default(),
                    role,
                    is_highlighted,
                );
            }
            at = to;
        }
        self.put(text.get(at - start..).unwrap_or_default(), role, false);
    }

    /// This line with another one appended.
    #[must_use]
    pub fn joined(mut self, other: &Self) -> Self {
        self.append(other);
        self
    }

    /// Appends another line.
    pub fn append(&mut self, other: &Self) {
        for run in &other.runs {
            self.put(&run.text, run.role, run.highlighted);
        }
    }

    fn put(&mut self, text: &str, role: TextRole, highlighted: bool) {
        if text.is_empty() {
            return;
        }
        match self.runs.last_mut() {
            Some(last) if last.role == role && last.highlighted == highlighted => last.text.push_str(text),
            _ => self.runs.push(Run { text: text.to_owned(), role, highlighted }),
        }
    }

    /// The runs, left to right.
    pub fn runs(&self) -> &[Run] {
        &self.runs
    }

    /// The width in terminal columns.
    pub fn width(&self) -> usize {
        self.runs.iter().map(|run| width(&run.text)).sum()
    }

    /// Whether the line has no characters.
    pub fn is_empty(&self) -> bool {
        self.runs.is_empty()
    }

    /// The characters without their roles.
    pub fn plain(&self) -> String {
        self.runs.iter().map(Run::text).collect()
    }

    /// The part of this line in a byte range of [`Line::plain`].
    #[must_use]
    pub fn slice(&self, range: &Range<usize>) -> Self {
        self.slices(std::slice::from_ref(range)).pop().unwrap_or_default()
    }

    /// The parts of this line in consecutive byte ranges of [`Line::plain`].
    pub fn slices(&self, ranges: &[Range<usize>]) -> Vec<Self> {
        let mut runs = self.runs.iter();
        let mut run = runs.next();
        let mut start = 0;
        let mut cut = |range: &Range<usize>| {
            let mut out = Self::new();
            while let Some(here) = run {
                let end = start + here.text.len();
                let from = range.start.clamp(start, end) - start;
                let to = range.end.clamp(start, end) - start;
                out.put(here.text.get(from..to).unwrap_or_default(), here.role, here.highlighted);
                if end > range.end {
                    break;
                }
                (start, run) = (end, runs.next());
            }
            out
        };
        ranges.iter().map(&mut cut).collect()
    }

    /// This line without its first columns; a cluster across the boundary is dropped.
    #[must_use]
    pub fn skip(&self, columns: usize) -> Self {
        let text = self.plain();
        let mut gone = 0;
        let first = text.grapheme_indices(true).find(|(_, cluster)| {
            let enough = gone >= columns;
            gone += width(cluster);
            enough
        });
        self.slice(&(first.map_or(text.len(), |(at, _)| at)..text.len()))
    }

    /// A hanging indent: `first` before the first row, and spaces of the same width before the others.
    pub fn hang(first: &Self, rows: &[Self]) -> Vec<Self> {
        let blank = Self::of(&" ".repeat(first.width()), TextRole::Plain);
        let before = |number: usize| if number == 0 { first.clone() } else { blank.clone() };
        let row = |(number, row)| {
            let mut line = before(number);
            line.append(row);
            line
        };
        rows.iter().enumerate().map(row).collect()
    }

    /// This line truncated to at most `columns`, with `…` at the end if needed.
    #[must_use]
    pub fn cut(&self, columns: usize) -> Self {
        if self.width() <= columns {
            return self.clone();
        }
        let text = self.plain();
        let mut end = 0;
        let mut used = 0;
        for (at, cluster) in text.grapheme_indices(true) {
            used += width(cluster);
            if used + 1 > columns {
                break;
            }
            end = at + cluster.len();
        }
        let mut out = self.slice(&(0..end));
        if columns > 0 {
            let role = out.runs.last().map_or(TextRole::Plain, Run::role);
            out.put("…", role, false);
        }
        out
    }

    /// This line truncated or padded to exactly `columns`.
    #[must_use]
    pub fn fit(&self, columns: usize) -> Self {
        let mut out = self.cut(columns);
        let missing = columns.saturating_sub(out.width());
        out.put(&" ".repeat(missing), TextRole::Plain, false);
        out
    }

    /// `self` at the left and `right` at the right edge of `columns`; the left part is truncated first.
    #[must_use]
    pub fn spread(&self, right: &Self, columns: usize) -> Self {
        let room = columns.saturating_sub(right.width() + usize::from(!right.is_empty()));
        let mut out = self.fit(room);
        if !right.is_empty() {
            out.put(" ", TextRole::Plain, false);
        }
        out.append(&right.cut(columns));
        out.cut(columns)
    }
}

/// The maximum width of quoted text in messages, in columns.
const MAX_QUOTED_COLUMNS: usize = 40;

/// A text shortened to one line for quoting in a message.
pub fn shorten(text: &str) -> String {
    let end = text.char_indices().nth(8 * MAX_QUOTED_COLUMNS).map_or(text.len(), |(at, _)| at);
    Line::of(text.get(..end).unwrap_or(text), TextRole::Plain).cut(MAX_QUOTED_COLUMNS).plain()
}

#[cfg(test)]
#[expect(clippy::single_range_in_vec_init, reason = "one range")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_line_is_cut_with_an_ellipsis_and_filled_with_spaces() {
        let line = Line::of("Pontianak", TextRole::Strong);
        assert_eq!(line.cut(5).plain(), "Pont…");
        assert_eq!(line.fit(11).plain(), "Pontianak  ");
        assert_eq!(line.spread(&Line::of("9", TextRole::Dim), 12).plain(), "Pontianak  9");
        assert_eq!(line.spread(&Line::of("9", TextRole::Dim), 6).plain(), "Pon… 9");
    }

    #[test]
    fn tabs_go_to_the_next_stop_and_breaks_make_lines() {
        let lines: Vec<String> =
            Line::split("left\tright\nnext", TextRole::Plain, &[]).iter().map(Line::plain).collect();
        assert_eq!(lines, ["left    right", "next"]);
        assert_eq!(Line::of("a\nb", TextRole::Plain).plain(), "a b");
    }

    #[test]
    fn tabs_are_as_wide_as_there_is_room_to_the_stop() {
        assert_eq!(Line::split("ab\tc\td", TextRole::Plain, &[])[0].plain(), "ab  c   d");
    }

    #[test]
    fn characters_of_one_role_are_one_run() {
        let line = Line::of("a", TextRole::Strong).with("b", TextRole::Strong).with("c", TextRole::Dim);
        let runs: Vec<(&str, TextRole)> = line.runs().iter().map(|run| (run.text(), run.role())).collect();
        assert_eq!(runs, [("ab", TextRole::Strong), ("c", TextRole::Dim)]);
        let marked = &Line::split("abcd", TextRole::Plain, &[1..2])[0];
        let runs: Vec<(&str, bool)> =
            marked.runs().iter().map(|run| (run.text(), run.is_highlighted())).collect();
        assert_eq!(runs, [("a", false), ("b", true), ("cd", false)]);
    }

    #[test]
    fn a_text_in_a_message_has_at_most_40_columns() {
        let short = "e\u{301}".repeat(40);
        assert_eq!(shorten(&short), short);
        assert_eq!(shorten(&"政".repeat(30)), "政".repeat(19) + "…");
    }

    #[test]
    fn highlights_stay_on_their_characters_behind_marks() {
        let mut line = Line::new();
        line.push_highlighted("a\u{1b}bcd", TextRole::Plain, &[3..4]);
        let highlighted: Vec<&str> =
            line.runs().iter().filter(|run| run.is_highlighted()).map(Run::text).collect();
        assert_eq!((line.plain().as_str(), highlighted), ("a␛bcd", vec!["c"]));
    }

    proptest! {
        #[test]
        fn every_cut_has_the_width_that_was_asked_for(text in "\\PC{0,40}", columns in 0usize..40) {
            let line = Line::of(&text, TextRole::Plain);
            prop_assert!(line.cut(columns).width() <= columns);
            prop_assert_eq!(line.fit(columns).width(), columns);
        }
    }
}
