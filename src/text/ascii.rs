//! ASCII replacements of the same width, for terminals and fonts without Unicode.

use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation as _;

use super::{fold, width};

/// The ASCII replacement for a cluster of one or two columns. Heavy borders become `=` and `#`; a cluster without a replacement
/// becomes `?`.
pub fn ascii(cluster: &str) -> char {
    let Some(first) = cluster.chars().next() else { return ' ' };
    match first {
        c if c.is_ascii() && cluster.chars().skip(1).all(is_combining_mark) => c,
        '─' | '╌' | '▍'..='▏' | '‐'..='―' | '−' | '·' | '•' => '-',
        '│' | '╎' => '|',
        '┌' | '┐' | '└' | '┘' | '├' | '┤' | '┬' | '┴' | '┼' => '+',
        '━' => '=',
        '┃' | '┏' | '┓' | '┗' | '┛' | '▓' | '▅'..='▋' => '#',
        '“'..='‟' | '«' | '»' | '″' => '"',
        '‘'..='‛' | 'ʼ' | 'ʻ' | '′' | '´' => '\'',
        '◆' => '*',
        '▐' => '%',
        '○' => 'o',
        '░' | '▁' | '▂' | '\u{2801}'..='\u{28ff}' => '.',
        '▒' | '▃' | '▄' => ':',
        '\u{2800}' => ' ',
        '▌' | '›' | '→' | '⟩' => '>',
        '‹' | '←' | '⟨' | '↵' => '<',
        '↑' | '⌂' => '^',
        '↓' => 'v',
        '×' | '✓' => 'x',
        '±' | '…' => '~',
        c => base_letter(c, &fold(cluster)),
    }
}

/// A text in ASCII, with the same width.
pub fn ascii_text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for cluster in text.graphemes(true) {
        out.push(ascii(cluster));
        out.extend(std::iter::repeat_n(' ', width(cluster).saturating_sub(1)));
    }
    out
}

/// The base letter without accents; for punctuation only a mere variant.
fn base_letter(c: char, folded: &str) -> char {
    let mut letters = folded.chars();
    match (letters.next(), letters.next()) {
        (Some(letter), rest) if letter.is_ascii() && (rest.is_none() || c.is_alphabetic()) => {
            if c.is_uppercase() { letter.to_ascii_uppercase() } else { letter }
        }
        _ => '?',
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_sign_has_a_likeness() {
        for (text, expected) in [
            ("Kota A · 10–12 Mei", "Kota A - 10-12 Mei"),
            ("“Mas’ud …” «x»", "\"Mas'ud ~\" \"x\""),
            ("Łódź, Ærø, Straße, Nguyễn, ÉCOLE", "Lodz, Aro, Strase, Nguyen, ECOLE"),
            ("e\u{301}\u{302}a\u{308}", "ea"),
            ("m² ½ ﬁ Ｋ！\u{a0}\u{202f}z", "m2 ? f K!  z"),
            ("東京 שלום 👩\u{200d}❤\u{fe0f}\u{200d}👨 ␛ �", "?? ???? ? ? ?"),
            ("┏━┓┃ ┌─┐│ ▌◆ ↑↓←→ 3×", "#=## +-+| >* ^v<> 3x"),
            ("a\tb~", "a\tb~"),
        ] {
            let spelt: String = text.graphemes(true).map(ascii).collect();
            assert_eq!(spelt, expected, "{text}");
        }
    }

    #[test]
    fn ascii_is_left_alone() {
        for c in '\0'..='\u{7f}' {
            assert_eq!(ascii(c.encode_utf8(&mut [0; 4])), c);
        }
    }

    proptest! {
        #[test]
        fn nothing_else_comes_out(text in any::<String>()) {
            prop_assert!(text.graphemes(true).all(|cluster| ascii(cluster).is_ascii()));
            let shown = crate::text::visible_string(&text);
            let spelt = ascii_text(&shown);
            prop_assert!(spelt.is_ascii() && spelt.len() >= width(&shown));
        }
    }
}
