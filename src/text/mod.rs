//! Text processing: safe output to terminals, width, wrapping, folding.
//!
//! Independent of the data model. A string from a file becomes a [`Line`] only through [`visible()`], so no data can control a
//! terminal; and two strings look the same to a reader if [`fold()`] makes them equal.

mod ascii;
mod bar;
mod fold;
mod han;
mod hex;
mod json;
mod line;
mod markdown;
mod name;
mod named;
mod natural;
mod nearest;
mod slug;
mod visible;
mod width;
mod wrap;
mod yaml;

pub use ascii::{ascii, ascii_text};
pub use bar::{SHADES, bar, height};
pub use fold::{FoldedWords, Word, fold, folded_words, words};
pub use hex::hex;
pub use json::{json, parse_json, write_json};
pub use line::{Line, Run, TextRole, shorten};
pub use markdown::markdown;
pub use name::character_name;
pub(crate) use named::named_enum;
pub use natural::{NaturalKey, natural};
pub use nearest::nearest;
pub use slug::slug;
pub use visible::{Visibility, VisiblePart, is_hidden, visible, visible_lines, visible_string};
pub use width::{is_one_column, width};
pub use wrap::{wrap, wrap_text};
pub use yaml::yaml;

/// `text` with its first letter in upper case.
pub fn capitalize(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
    first + chars.as_str()
}

/// Whether a text is an HTTP or HTTPS URL.
pub fn is_web_address(text: &str) -> bool {
    text.starts_with("https://") || text.starts_with("http://")
}

/// The host of a web address without `www.`; any other text as it is.
pub fn web_host(text: &str) -> &str {
    let address = text.strip_prefix("https://").or(text.strip_prefix("http://")).unwrap_or(text);
    let host = address.split(['/', '?', '#']).next().unwrap_or(address);
    host.strip_prefix("www.").unwrap_or(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_letter_becomes_a_capital_one() {
        for (text, expected) in
            [("", ""), ("wali kota", "Wali kota"), ("éa", "Éa"), ("ßa", "SSa"), ("1 a", "1 a")]
        {
            assert_eq!(capitalize(text), expected);
        }
    }

    #[test]
    fn a_web_address_has_a_host() {
        for (text, expected) in [
            ("https://www.contoh.id/berita?a=1", "contoh.id"),
            ("http://contoh.id?a", "contoh.id"),
            ("https://contoh.id#a", "contoh.id"),
            ("Harian Contoh", "Harian Contoh"),
        ] {
            assert_eq!(web_host(text), expected);
        }
    }

    #[test]
    fn only_two_schemes_are_of_the_web() {
        for (text, expected) in [
            ("http://a", true),
            ("https://a", true),
            ("HTTP://a", false),
            ("javascript:a", false),
            ("file:///a", false),
            (" https://a", false),
            ("httpx://a", false),
            ("", false),
        ] {
            assert_eq!(is_web_address(text), expected, "{text}");
        }
    }
}
