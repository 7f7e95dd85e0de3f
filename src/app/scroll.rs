//! How far a text is scrolled. Its place stays when the lines are wrapped anew.

use crate::text::{Line, Run};

/// The place in a text that is read through a window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Scroll {
    row: usize,
    /// The text is to begin where a search found something, once it is known where that is.
    to_hit: bool,
    settled: Settled,
}

/// Where the text was when it was last laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Settled {
    row: usize,
    /// Rows and columns of the window.
    window: (usize, usize),
    /// Letters and figures above the window: as many, however the lines are wrapped.
    letters: usize,
}

impl Scroll {
    /// From a row on.
    pub(in crate::app) fn at(row: usize) -> Self {
        Self { row, ..Self::default() }
    }

    /// From where a search found something.
    pub(in crate::app) fn at_hit() -> Self {
        Self { to_hit: true, ..Self::default() }
    }

    /// Rows above the window.
    pub fn row(self) -> usize {
        self.row
    }

    /// Moves by rows; down when there are more than none.
    pub(in crate::app) fn shift(&mut self, rows: isize) {
        self.row = self.row.saturating_add_signed(rows);
    }

    /// Goes no further than the end, and finds the place again when the window of `rows` and `columns` is another one.
    pub(in crate::app) fn settle(&mut self, lines: &[Line], window @ (rows, _): (usize, usize)) {
        let settled = self.settled;
        let to_hit = std::mem::take(&mut self.to_hit);
        let stays = !to_hit && self.row == settled.row && window != settled.window;
        if to_hit {
            self.row = first_hit(lines, rows);
        } else if stays {
            self.row = row_of(lines, settled.letters);
        }
        self.row = self.row.min(lines.len().saturating_sub(rows));
        // Where the reader has not moved, the same letter goes on counting: else each other width would lead a little further up.
        let letters =
            if stays || self.row == settled.row { settled.letters } else { letters_above(lines, self.row) };
        self.settled = Settled { row: self.row, window, letters };
    }
}

/// The row to begin with, so that the first thing found is in sight: the top, if it is seen from there.
fn first_hit(lines: &[Line], rows: usize) -> usize {
    let row = lines.iter().position(|line| line.runs().iter().any(Run::is_highlighted)).unwrap_or_default();
    if row < rows { 0 } else { row.saturating_sub(rows / 3) }
}

fn letters(line: &Line) -> usize {
    line.runs().iter().flat_map(|run| run.text().chars()).filter(|c| c.is_alphanumeric()).count()
}

fn letters_above(lines: &[Line], row: usize) -> usize {
    lines.iter().take(row).map(letters).sum()
}

/// The row with the letter that has so many before it.
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

    /// A text of which every word is its number.
    fn text(columns: usize) -> Vec<Line> {
        let words: Vec<String> = (100..400).map(|number| number.to_string()).collect();
        wrap_text(&words.join(" "), TextRole::Plain, &[], columns)
    }

    fn first_word(scroll: Scroll, lines: &[Line]) -> String {
        lines[scroll.row()].plain().split(' ').next().unwrap_or_default().to_owned()
    }

    #[test]
    fn the_place_stays_in_a_window_of_another_size() {
        let (narrow, wide) = (text(38), text(98));
        let mut scroll = Scroll::default();
        scroll.settle(&narrow, (8, 38));
        assert_eq!(scroll.row(), 0);
        scroll.shift(13);
        scroll.settle(&narrow, (8, 38));
        assert_eq!(first_word(scroll, &narrow), "217");
        for _ in 0..5 {
            scroll.settle(&wide, (4, 98));
            assert!(wide[scroll.row()].plain().contains("217"));
            scroll.settle(&narrow, (8, 38));
            assert_eq!(first_word(scroll, &narrow), "217", "and does not creep");
        }
        // Where all of it is seen, and where nothing is.
        scroll.settle(&wide, (100, 98));
        assert_eq!(scroll.row(), 0);
        scroll.settle(&narrow, (8, 38));
        assert_eq!(first_word(scroll, &narrow), "217");
        scroll.settle(&[], (0, 0));
        scroll.shift(-3);
        scroll.settle(&narrow, (8, 38));
        assert_eq!(scroll.row(), 13);
    }

    #[test]
    fn the_reader_goes_on_from_where_the_text_is() {
        let lines = text(38);
        let mut scroll = Scroll::at(usize::MAX / 2);
        scroll.settle(&lines, (8, 38));
        assert_eq!(scroll.row(), lines.len() - 8);
        scroll.shift(-2);
        scroll.settle(&lines, (8, 38));
        scroll.settle(&text(98), (8, 98));
        scroll.shift(isize::MIN);
        scroll.settle(&text(98), (8, 98));
        scroll.settle(&lines, (8, 38));
        assert_eq!(scroll.row(), 0);
    }
}
