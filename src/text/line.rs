//! A line of text ready to be shown: runs of harmless words, each with the role that it plays on the page.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation as _;

use super::visible::{Visibility, visible};
use super::width;

/// Columns between two tab stops.
const TAB: usize = 4;

/// What a run of text is to the reader. The theme turns roles into colours and weights; the words alone must
/// still be enough without either.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TextRole {
    /// Running text.
    #[default]
    Plain,
    /// What the eye should find first: names, titles.
    Strong,
    /// Secondary facts.
    Dim,
    /// The one accent: keys, the place where we are.
    Accent,
    /// Words printed by a source in quotation marks.
    Quote,
    /// A heading between groups.
    Heading,
    /// What is uncertain, missing or wrong.
    Warning,
    /// A mark that stands for a hidden character.
    Mark,
}

/// Some characters of one role. Built by [`Line`] only, so its text has always gone through the door.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    text: String,
    role: TextRole,
    hit: bool,
}

impl Run {
    /// The characters, safe to show.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The role they play.
    pub fn role(&self) -> TextRole {
        self.role
    }

    /// Whether a search found these characters.
    pub fn is_hit(&self) -> bool {
        self.hit
    }
}

/// One line: runs side by side.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Line {
    runs: Vec<Run>,
}

impl Line {
    /// An empty line.
    pub fn new() -> Self {
        Self::default()
    }

    /// A line of one role.
    pub fn of(text: &str, role: TextRole) -> Self {
        Self::new().with(text, role)
    }

    /// This line and, after it, `text`.
    #[must_use]
    pub fn with(mut self, text: &str, role: TextRole) -> Self {
        self.push(text, role);
        self
    }

    /// Appends `text`; line breaks in it become spaces (see [`Line::split`] for text that may hold them).
    pub fn push(&mut self, text: &str, role: TextRole) {
        self.push_hits(text, role, &[]);
    }

    /// Appends `text` with the byte ranges in `hits` (on characters, in order) marked as found.
    pub fn push_hits(&mut self, text: &str, role: TextRole, hits: &[Range<usize>]) {
        for (number, line) in Self::split(text, role, hits).iter().enumerate() {
            if number > 0 {
                self.put(" ", role, false);
            }
            self.append(line);
        }
    }

    /// `text` as lines, one for each line of the source, with the byte ranges in `hits` marked as found.
    pub fn split(text: &str, role: TextRole, hits: &[Range<usize>]) -> Vec<Self> {
        let mut lines = vec![Self::new()];
        let mut column = 0;
        for piece in visible(text) {
            let Some(line) = lines.last_mut() else { break };
            let blank = if piece.sight == Visibility::Tab { TAB - column % TAB } else { 0 };
            column += width(&piece.shown) + blank;
            match piece.sight {
                Visibility::Break => {
                    lines.push(Self::new());
                    column = 0;
                }
                Visibility::Tab => line.put(&" ".repeat(blank), role, false),
                Visibility::Mark => line.put(&piece.shown, TextRole::Mark, false),
                Visibility::Plain => line.put_with_hits(&piece.shown, role, piece.source.start, hits),
            }
        }
        lines
    }

    /// Appends a text that stands at `start` of its source, and marks what the `hits` cover, which are in order.
    fn put_with_hits(&mut self, text: &str, role: TextRole, start: usize, hits: &[Range<usize>]) {
        let end = start + text.len();
        let mut at = start;
        for hit in hits.iter().skip_while(|hit| hit.end <= start).take_while(|hit| hit.start < end) {
            let (from, to) = (hit.start.clamp(at, end), hit.end.clamp(at, end));
            for (range, is_hit) in [(at..from, false), (from..to, true)] {
                self.put(text.get(range.start - start..range.end - start).unwrap_or_default(), role, is_hit);
            }
            at = to;
        }
        self.put(text.get(at - start..).unwrap_or_default(), role, false);
    }

    /// This line and, after it, another one.
    #[must_use]
    pub fn joined(mut self, other: &Self) -> Self {
        self.append(other);
        self
    }

    /// Appends another line.
    pub fn append(&mut self, other: &Self) {
        for run in &other.runs {
            self.put(&run.text, run.role, run.hit);
        }
    }

    fn put(&mut self, text: &str, role: TextRole, hit: bool) {
        if text.is_empty() {
            return;
        }
        match self.runs.last_mut() {
            Some(last) if last.role == role && last.hit == hit => last.text.push_str(text),
            _ => self.runs.push(Run { text: text.to_owned(), role, hit }),
        }
    }

    /// The runs, left to right.
    pub fn runs(&self) -> &[Run] {
        &self.runs
    }

    /// Terminal columns.
    pub fn width(&self) -> usize {
        self.runs.iter().map(|run| width(&run.text)).sum()
    }

    /// Whether nothing stands on it.
    pub fn is_empty(&self) -> bool {
        self.runs.is_empty()
    }

    /// The characters without their roles.
    pub fn plain(&self) -> String {
        self.runs.iter().map(Run::text).collect()
    }

    /// The stretch of this line that `range` names, in bytes of [`Line::plain`].
    #[must_use]
    pub fn slice(&self, range: &Range<usize>) -> Self {
        self.slices(std::slice::from_ref(range)).pop().unwrap_or_default()
    }

    /// The stretches that `ranges` name, which follow each other.
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
                out.put(here.text.get(from..to).unwrap_or_default(), here.role, here.hit);
                if end > range.end {
                    break;
                }
                (start, run) = (end, runs.next());
            }
            out
        };
        ranges.iter().map(&mut cut).collect()
    }

    /// This line without its first columns; a cluster that straddles the edge goes with them.
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

    /// Rows with `first` before the first one, and as much blank before the others: a hanging indent.
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

    /// This line in at most `columns`: what does not fit is replaced by `…`.
    #[must_use]
    pub fn cut(&self, columns: usize) -> Self {
        if self.width() <= columns {
            return self.clone();
        }
        let text = self.plain();
        let mut end = 0;
        let mut taken = 0;
        for (at, cluster) in text.grapheme_indices(true) {
            taken += width(cluster);
            if taken + 1 > columns {
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

    /// This line cut or filled with spaces to exactly `columns`.
    #[must_use]
    pub fn fit(&self, columns: usize) -> Self {
        let mut out = self.cut(columns);
        let missing = columns.saturating_sub(out.width());
        out.put(&" ".repeat(missing), TextRole::Plain, false);
        out
    }

    /// `self` at the left and `right` at the right end of `columns`; the left is cut first.
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

#[cfg(test)]
#[expect(clippy::single_range_in_vec_init, reason = "one hit")]
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
    fn hits_stay_on_their_characters_behind_marks() {
        let mut line = Line::new();
        line.push_hits("a\u{1b}bcd", TextRole::Plain, &[3..4]);
        let hit: Vec<&str> = line.runs().iter().filter(|run| run.is_hit()).map(Run::text).collect();
        assert_eq!((line.plain().as_str(), hit), ("a␛bcd", vec!["c"]));
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
