//! Wraps lines at Unicode word boundaries, and inside a word only if it is wider than a row.

use std::ops::Range;

use textwrap::WordSeparator;
use textwrap::core::Fragment;
use textwrap::wrap_algorithms::wrap_first_fit;
use unicode_segmentation::UnicodeSegmentation as _;

use super::line::{Line, TextRole};
use super::width;

/// An unbreakable chunk, and the white space after it.
#[derive(Debug)]
struct Chunk {
    start: usize,
    /// The end of the visible part; white space extends to the next chunk.
    end: usize,
    columns: usize,
    gap: usize,
}

impl Fragment for Chunk {
    #[expect(clippy::cast_precision_loss, reason = "columns of a terminal line are far below 2^52")]
    fn width(&self) -> f64 {
        self.columns as f64
    }
    #[expect(clippy::cast_precision_loss, reason = "columns of a terminal line are far below 2^52")]
    fn whitespace_width(&self) -> f64 {
        self.gap as f64
    }
    fn penalty_width(&self) -> f64 {
        0.0
    }
}

/// Wraps `line` into rows of at most `columns` (at least 1). An empty line gives one empty row.
pub fn wrap(line: &Line, columns: usize) -> Vec<Line> {
    let columns = columns.max(1);
    if line.width() <= columns {
        return vec![line.clone()];
    }
    let text = line.plain();
    let chunks = chunks(&text, columns);
    #[expect(clippy::cast_precision_loss, reason = "columns of a terminal line are far below 2^52")]
    let room = [columns as f64];
    let rows = wrap_first_fit(&chunks, &room).into_iter();
    let rows: Vec<Range<usize>> = rows.filter_map(|row| Some(row.first()?.start..row.last()?.end)).collect();
    line.slices(&rows)
}

/// Wraps text with line breaks into rows of at most `columns`, with the byte ranges in `highlights` marked.
pub fn wrap_text(text: &str, role: TextRole, highlights: &[Range<usize>], columns: usize) -> Vec<Line> {
    Line::split(text, role, highlights).iter().flat_map(|line| wrap(line, columns)).collect()
}

/// Whether this is a letter of a script without spaces whose words only a dictionary tells: Thai and Lao, Burmese, Khmer. textwrap has no
/// dictionary: it takes a run of them for one word, and in a debug build its segmenter says so on standard error.
fn needs_dictionary(c: char) -> bool {
    matches!(c,
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{a9e0}'..='\u{a9ff}' | '\u{aa60}'..='\u{aa7f}')
}

fn chunks(text: &str, columns: usize) -> Vec<Chunk> {
    let mut chunks = Vec::new();
    let mut start = 0;
    // The Unicode line breaking tables are needed for scripts without spaces; they are slow for long texts.
    let spaced = |c: char| matches!(c, '\0'..'\u{700}' | '\u{2000}'..='\u{206f}');
    let separator = if text.chars().all(spaced) || text.contains(needs_dictionary) {
        WordSeparator::AsciiSpace
    } else {
        WordSeparator::UnicodeBreakProperties
    };
    for word in separator.find_words(text) {
        let end = start + word.word.len();
        let gap = width(word.whitespace);
        if width(word.word) <= columns {
            chunks.push(Chunk { start, end, columns: width(word.word), gap });
        } else {
            break_apart(word.word, start, columns, &mut chunks);
            if let Some(last) = chunks.last_mut() {
                last.gap = gap;
            }
        }
        start = end + word.whitespace.len();
    }
    chunks
}

/// Splits a word that is wider than a row between clusters.
fn break_apart(word: &str, offset: usize, columns: usize, chunks: &mut Vec<Chunk>) {
    let mut chunk = Chunk { start: offset, end: offset, columns: 0, gap: 0 };
    for (at, cluster) in word.grapheme_indices(true) {
        let wide = width(cluster);
        if chunk.columns > 0 && chunk.columns + wide > columns {
            let next = Chunk { start: offset + at, end: offset + at, columns: 0, gap: 0 };
            chunks.push(std::mem::replace(&mut chunk, next));
        }
        chunk.end = offset + at + cluster.len();
        chunk.columns += wide;
    }
    chunks.push(chunk);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rows(text: &str, columns: usize) -> Vec<String> {
        wrap_text(text, TextRole::Plain, &[], columns).iter().map(Line::plain).collect()
    }

    #[test]
    fn prose_wraps_at_words() {
        assert_eq!(
            rows("Kami terus belajar dan membuka diri.", 14),
            ["Kami terus", "belajar dan", "membuka diri."]
        );
        assert_eq!(rows("", 10), [""]);
        assert_eq!(rows("a\n\nb", 10), ["a", "", "b"]);
    }

    #[test]
    fn a_word_wider_than_the_row_is_broken() {
        assert_eq!(rows("abcdefgh ij", 3), ["abc", "def", "gh", "ij"]);
        assert_eq!(rows("政府服务中心", 4), ["政府", "服务", "中心"]);
    }

    #[test]
    fn scripts_without_spaces_break_by_their_rules() {
        assert_eq!(rows("政府服务，中心", 8), ["政府服", "务，中心"]);
        assert_eq!(rows("aa satu/dua", 8), ["aa", "satu/dua"]);
        assert_eq!(rows("政", 1), ["政"]);
    }

    /// Thai, Lao, Burmese and Khmer: at spaces, and between clusters where a word is too long.
    #[test]
    fn scripts_that_need_a_dictionary_break_at_spaces() {
        for word in ["ประเทศ", "ປະເທດ", "နိုင်ငံ", "ប្រទេស"] {
            let columns = width(word);
            assert_eq!(rows(&format!("{word} {word}"), columns), [word, word]);
            assert!(word.contains(needs_dictionary));
            let long = word.repeat(3);
            let rows = rows(&long, columns);
            assert!(rows.len() > 1 && rows.iter().all(|row| width(row) <= columns), "{rows:?}");
            assert_eq!(rows.concat(), long);
        }
    }

    proptest! {
        #[test]
        fn no_word_is_lost_and_no_row_is_too_wide(text in "[a-z é你👩لا -]{0,80}", columns in 2usize..30) {
            let wrapped = rows(&text, columns);
            prop_assert!(wrapped.iter().all(|row| width(row) <= columns), "{:?}", wrapped);
            let bare = |s: &str| s.split_whitespace().collect::<String>();
            prop_assert_eq!(bare(&wrapped.concat()), bare(&text));
        }
    }
}
