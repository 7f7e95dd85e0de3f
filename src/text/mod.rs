//! Text as people read it: what may reach a terminal, how wide it is, where it breaks, and how it is compared.
//!
//! Nothing in this room knows what a visit is. Two doors matter to the rest of the house: a string from a file
//! becomes a [`Line`] only through [`visible()`], so no byte of data can act on a terminal; and two strings are
//! the same to a reader when [`fold()`] makes them equal.

mod ascii;
mod fold;
mod json;
mod line;
mod markdown;
mod nearest;
mod slug;
mod visible;
mod wrap;

pub use ascii::ascii;
pub use fold::{FoldedWords, Word, fold, folded_words, words};
pub use json::{json, write_json};
pub use line::{Line, Role, Run};
pub use markdown::markdown;
pub use nearest::nearest;
pub use slug::slug;
pub use visible::{Piece, Sight, is_hidden, visible, visible_lines, visible_string};
pub use wrap::{wrap, wrap_text};

use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::UnicodeWidthStr as _;

/// `text` with its first letter in capitals.
pub fn capital(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
    first + chars.as_str()
}

/// The number of terminal columns that `text` takes: the sum over its clusters, because cells are filled by cluster.
///
/// Meant for text that went through [`visible()`].
pub fn width(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.graphemes(true).map(str::width).sum() }
}

/// Whether a text is an address of the web, and no path or command of some machine.
pub fn is_web_address(text: &str) -> bool {
    text.starts_with("https://") || text.starts_with("http://")
}
