//! Text as people read it: what may reach a terminal, how wide it is, where it breaks, and how it is compared.
//!
//! Nothing in this room knows what a visit is. Two doors matter to the rest of the house: a string from a file
//! becomes a [`Line`] only through [`visible()`], so no byte of data can act on a terminal; and two strings are
//! the same to a reader when [`fold()`] makes them equal.

mod ascii;
mod fold;
mod han;
mod json;
mod line;
mod markdown;
mod name;
mod natural;
mod nearest;
mod slug;
mod visible;
mod wrap;

pub use ascii::{ascii, ascii_text};
pub use fold::{FoldedWords, Word, fold, folded_words, words};
pub use json::{json, write_json};
pub use line::{Line, Run, TextRole};
pub use markdown::markdown;
pub use name::character_name;
pub use natural::{NaturalKey, natural};
pub use nearest::nearest;
pub use slug::slug;
pub use visible::{Visibility, VisiblePart, is_hidden, visible, visible_lines, visible_string};
pub use wrap::{wrap, wrap_text};

use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::UnicodeWidthStr as _;

/// So many columns of a text of others are said again.
const ECHO: usize = 40;

/// A text as it is said again in a message: not more of it than a line has room for.
pub fn shorten(text: &str) -> String {
    let end = text.char_indices().nth(8 * ECHO).map_or(text.len(), |(at, _)| at);
    Line::of(text.get(..end).unwrap_or(text), TextRole::Plain).cut(ECHO).plain()
}

/// `text` with its first letter in capitals.
pub fn capitalize(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
    first + chars.as_str()
}

/// The number of terminal columns that `text` takes: the sum over its clusters, because cells are filled by cluster.
///
/// Meant for text that went through [`visible()`].
pub fn width(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.graphemes(true).map(cluster_width).sum() }
}

/// The sound marks of half-width kana extend what stands before them by a column, though Unicode gives them none.
fn cluster_width(cluster: &str) -> usize {
    cluster.width() + cluster.matches(['\u{ff9e}', '\u{ff9f}']).count()
}

/// Whether every terminal draws this cluster in one column. Of other clusters terminals have different opinions: of
/// letters with marks, of joined letters and signs, of what may be a picture or a text, of flags.
pub fn is_one_column(cluster: &str) -> bool {
    let mut chars = cluster.chars();
    let sure = matches!(chars.next(), Some(' '..='~'
        | '\u{a1}'..='\u{a8}' | '\u{aa}'..='\u{ac}' | '\u{af}'..='\u{2ff}'   // Latin letters, without © and ®
        | '\u{1e00}'..='\u{1eff}'                                          // more of them, as in Vietnamese
        | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{203a}'                // punctuation
        | '\u{2190}'..='\u{2193}' | '\u{2500}'..='\u{259f}')); // arrows, frames, blocks
    sure && chars.next().is_none()
}

/// Whether a text is an address of the web, and no path or command of some machine.
pub fn is_web_address(text: &str) -> bool {
    text.starts_with("https://") || text.starts_with("http://")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_some_clusters_nobody_doubts_the_width() {
        for sure in ["a", " ", "é", "ễ", "“", "…", "│", "▌"] {
            assert!(is_one_column(sure), "{sure}");
        }
        for doubtful in
            ["é".repeat(2).as_str(), "e\u{301}", "นำ", "ำ", "ﾞ", "❤", "❤\u{fe0f}", "©", "政", "🇮", "👩"]
        {
            assert!(!is_one_column(doubtful), "{doubtful}");
        }
    }
}
