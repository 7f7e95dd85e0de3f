//! The rows of a text that is being typed, and where its cursor is in them.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation as _;

use crate::text::{Line, TextRole, visible_string, width};

/// The bytes of each row of a text in this many columns. A row ends behind a space where it can.
pub(in crate::app) fn input_rows(text: &str, columns: usize) -> Vec<Range<usize>> {
    let mut rows = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        rows_of_line(line, start, columns.max(1), &mut rows);
        start += line.len() + 1;
    }
    rows
}

fn rows_of_line(line: &str, offset: usize, columns: usize, rows: &mut Vec<Range<usize>>) {
    let (mut start, mut used) = (0, 0);
    // Behind the last space of the row, and the columns up to there.
    let mut space = None;
    for (at, cluster) in line.grapheme_indices(true) {
        let columns_here = width(&visible_string(cluster));
        if cluster == " " {
            used += columns_here;
            space = Some((at + cluster.len(), used));
            continue;
        }
        if used + columns_here > columns && at > start {
            let (end, columns_before) = space.take().unwrap_or((at, used));
            rows.push(offset + start..offset + end);
            start = end;
            used -= columns_before;
        }
        used += columns_here;
    }
    rows.push(offset + start..offset + line.len());
}

/// The row and the column of a byte of the text.
pub(in crate::app) fn place_of(text: &str, rows: &[Range<usize>], byte: usize) -> (usize, usize) {
    let row = rows.iter().rposition(|row| row.start <= byte).unwrap_or_default();
    let start = rows.get(row).map_or(0, |row| row.start);
    (row, Line::of(text.get(start..byte).unwrap_or_default(), TextRole::Plain).width())
}

/// The byte at a column of a row, or at its end.
pub(in crate::app) fn byte_at(text: &str, row: &Range<usize>, column: usize) -> usize {
    let words = text.get(row.clone()).unwrap_or_default();
    let mut used = 0;
    let found = words.grapheme_indices(true).find(|(_, cluster)| {
        used += width(&visible_string(cluster));
        used > column
    });
    // The end of a row that is continued is the start of the next one.
    let is_continued = !text.get(row.end..).unwrap_or_default().starts_with('\n') && row.end < text.len();
    let last = words.grapheme_indices(true).next_back().map_or(0, |(at, _)| at);
    row.start + found.map_or(if is_continued { last } else { words.len() }, |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rows(text: &str, columns: usize) -> Vec<&str> {
        input_rows(text, columns).into_iter().map(|row| text.get(row).unwrap()).collect()
    }

    #[test]
    fn rows_end_behind_spaces_and_at_line_breaks() {
        assert_eq!(rows("", 5), [""]);
        assert_eq!(rows("satu dua tiga", 8), ["satu dua ", "tiga"]);
        assert_eq!(rows("satu  dua\n\ntiga", 5), ["satu  ", "dua", "", "tiga"]);
        assert_eq!(rows("panjangsekali", 5), ["panja", "ngsek", "ali"]);
        assert_eq!(rows("a panjangsekali", 5), ["a ", "panja", "ngsek", "ali"]);
        assert_eq!(rows("市政府", 4), ["市政", "府"]);
    }

    #[test]
    fn the_cursor_moves_between_rows() {
        let text = "satu dua\ntiga";
        let rows = input_rows(text, 5);
        assert_eq!(place_of(text, &rows, 7), (1, 2));
        assert_eq!(place_of(text, &rows, 8), (1, 3));
        assert_eq!(place_of(text, &rows, 9), (2, 0));
        assert_eq!(byte_at(text, &rows[0], 9), 4, "not the start of the next row");
        assert_eq!((byte_at(text, &rows[1], 9), byte_at(text, &rows[2], 2)), (8, 11));
    }

    proptest! {
        #[test]
        fn no_character_is_lost_and_every_place_is_found(text in "[a-c 市é\n]{0,60}", columns in 1usize..12) {
            let rows = input_rows(&text, columns);
            let whole: String = rows.iter().map(|row| text.get(row.clone()).unwrap()).collect();
            prop_assert_eq!(whole, text.replace('\n', ""));
            for (byte, _) in text.char_indices() {
                let (row, column) = place_of(&text, &rows, byte);
                prop_assert!(row < rows.len() && column <= columns + text.len());
            }
        }
    }
}
