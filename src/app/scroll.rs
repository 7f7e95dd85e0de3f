//! The scroll position of a text. It stays at the same passage when the text is wrapped to another width.

use crate::text::{Line, Run};

/// The scroll position of a text in a window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Scroll {
    row: usize,
    /// Whether to scroll to the first highlight when the lines are known.
    to_highlight: bool,
    last_fit: LastFit,
}

/// The state when the text was last fitted to a window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct LastFit {
    row: usize,
    /// Rows and columns of the window.
    window: (usize, usize),
    /// The number of letters and digits above the window, which does not depend on the wrapping.
    letters: usize,
}

impl Scroll {
    /// At a row.
    pub(in crate::app) fn at(row: usize) -> Self {
        Self { row, ..Self::default() }
    }

    /// At the first highlight.
    pub(in crate::app) fn at_highlight() -> Self {
        Self { to_highlight: true, ..Self::default() }
    }

    /// The number of rows above the window.
    pub fn row(self) -> usize {
        self.row
    }

    /// Scrolls by rows; down if `rows` is positive.
    pub(in crate::app) fn shift(&mut self, rows: isize) {
        self.row = self.row.saturating_add_signed(rows);
    }

    /// Limits the position to the end of the text, and finds the same passage again if the size of the window, rows and columns, has
    /// changed.
    pub(in crate::app) fn fit_to_window(&mut self, lines: &[Line], window @ (rows, _): (usize, usize)) {
        let last_fit = self.last_fit;
        let to_highlight = std::mem::take(&mut self.to_highlight);
        let stays = !to_highlight && self.row == last_fit.row && window != last_fit.window;
        if to_highlight {
            self.row = first_highlight(lines, rows);
        } else if stays {
            self.row = row_of(lines, last_fit.letters);
        }
        self.row = self.row.min(lines.len().saturating_sub(rows));
        // Keep the letter while the user does not scroll; otherwise each change of width would move the text up a little.
        let letters =
            if stays || self.row == last_fit.row { last_fit.letters } else { letters_above(lines, self.row) };
        self.last_fit = LastFit { row: self.row, window, letters };
    }
}

/// The row to scroll to so that the first highlight is visible: the top, if it is visible from there.
fn first_highlight(lines: &[Line], rows: usize) -> usize {
    let row = lines.iter().position(|line| line.runs().iter().any(Run::is_highlighted)).unwrap_or_default();
    if row < rows { 0 } else { row.saturating_sub(rows / 3) }
}

fn letters(line: &Line) -> usize {
    line.runs().iter().flat_map(|run| run.text().chars()).filter(|c| c.is_alphanumeric()).count()
}

fn letters_above(lines: &[Line], row: usize) -> usize {
    lines.iter().take(row).map(letters).sum()
}

/// The row of the letter that has this many letters before it.
fn row_of(lines: &[Line], before: usize) -> usize {
    let mut count = 0;
    let holds = |line: &Line| {
        count += letters(line);
        count > before
    };
    if before == 0 { 0 } else { lines.iter().position(holds).unwrap_or(lines.len()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{TextRole, wrap_text};

    /// A text whose words are numbers.
    fn text(columns: usize) -> Vec<Line> {
        let words: Vec<String> = (100..400).map(|number| number.to_string()).collect();
        wrap_text(&words.join(" "), TextRole::Plain, &[], columns)
    }

    fn first_word(scroll: Scroll, lines: &[Line]) -> String {
        lines[scroll.row()].plain().split(' ').next().unwrap_or_default().to_owned()
    }

    #[test]
    fn the_passage_stays_in_a_window_of_another_size() {
        let (narrow, wide) = (text(38), text(98));
        let mut scroll = Scroll::default();
        scroll.fit_to_window(&narrow, (8, 38));
        assert_eq!(scroll.row(), 0);
        scroll.shift(13);
        scroll.fit_to_window(&narrow, (8, 38));
        assert_eq!(first_word(scroll, &narrow), "217");
        for _ in 0..5 {
            scroll.fit_to_window(&wide, (4, 98));
            assert!(wide[scroll.row()].plain().contains("217"));
            scroll.fit_to_window(&narrow, (8, 38));
            assert_eq!(first_word(scroll, &narrow), "217", "and does not creep");
        }
        // All of the text is visible; none of it is.
        scroll.fit_to_window(&wide, (100, 98));
        assert_eq!(scroll.row(), 0);
        scroll.fit_to_window(&narrow, (8, 38));
        assert_eq!(first_word(scroll, &narrow), "217");
        scroll.fit_to_window(&[], (0, 0));
        scroll.shift(-3);
        scroll.fit_to_window(&narrow, (8, 38));
        assert_eq!(scroll.row(), 13);
    }

    #[test]
    fn scrolling_starts_from_the_visible_row() {
        let lines = text(38);
        let mut scroll = Scroll::at(usize::MAX / 2);
        scroll.fit_to_window(&lines, (8, 38));
        assert_eq!(scroll.row(), lines.len() - 8);
        scroll.shift(-2);
        scroll.fit_to_window(&lines, (8, 38));
        scroll.fit_to_window(&text(98), (8, 98));
        scroll.shift(isize::MIN);
        scroll.fit_to_window(&text(98), (8, 98));
        scroll.fit_to_window(&lines, (8, 38));
        assert_eq!(scroll.row(), 0);
    }
}
