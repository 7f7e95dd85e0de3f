//! Makes text safe for terminals: control, invisible and excessive characters are replaced with marks.

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation as _;

/// The maximum number of combining marks of a cluster; the rest is replaced with one `…`.
const MARKS_KEPT: usize = 8;
/// The maximum length of a cluster in bytes; a longer one is shown in part.
const CLUSTER_BYTES: usize = 64;

/// How a part of a text is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Visibility {
    /// As it is.
    Plain,
    /// A mark that replaces characters unsafe for a terminal.
    Mark,
    /// A line break.
    Break,
    /// A tab, to be expanded to the next tab stop.
    Tab,
}

/// A part of a text, and what is shown for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisiblePart<'a> {
    /// The byte range in the source.
    pub source: Range<usize>,
    /// The text to show; empty for a line break or a tab.
    pub shown: Cow<'a, str>,
    /// How it is shown.
    pub visibility: Visibility,
}

/// Splits `text` into parts that are safe to show. Their source ranges are consecutive and cover all of it.
pub fn visible(text: &str) -> Vec<VisiblePart<'_>> {
    let mut pieces: Vec<VisiblePart<'_>> = Vec::new();
    // Most texts need no look at their clusters.
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        flush(text, &mut Some(0..text.len()).filter(|all| !all.is_empty()), &mut pieces);
        return pieces;
    }
    let mut plain: Option<Range<usize>> = None;
    for (start, cluster) in text.grapheme_indices(true) {
        let end = start + cluster.len();
        if is_harmless(cluster) {
            plain = Some(plain.map_or(start..end, |run| run.start..end));
            continue;
        }
        flush(text, &mut plain, &mut pieces);
        let (shown, visibility) = show(cluster, after(text, end));
        pieces.push(VisiblePart { source: start..end, shown, visibility });
    }
    flush(text, &mut plain, &mut pieces);
    pieces
}

/// `text` as one safe line: line breaks and tabs become spaces.
pub fn visible_string(text: &str) -> String {
    harmless(text, " ")
}

/// `text` as safe lines: line breaks stay, tabs become spaces.
pub fn visible_lines(text: &str) -> String {
    harmless(text, "\n")
}

fn harmless(text: &str, broken: &'static str) -> String {
    let shown = |piece: VisiblePart<'_>| match piece.visibility {
        Visibility::Plain | Visibility::Mark => piece.shown.into_owned(),
        Visibility::Break => broken.to_owned(),
        Visibility::Tab => " ".to_owned(),
    };
    visible(text).into_iter().map(shown).collect()
}

fn flush<'a>(text: &'a str, plain: &mut Option<Range<usize>>, pieces: &mut Vec<VisiblePart<'a>>) {
    if let Some(source) = plain.take()
        && let Some(shown) = text.get(source.clone())
    {
        pieces.push(VisiblePart { source, shown: Cow::Borrowed(shown), visibility: Visibility::Plain });
    }
}

fn after(text: &str, at: usize) -> Option<char> {
    text.get(at..).and_then(|tail| tail.chars().next())
}

/// The common case: one or a few ordinary characters.
fn is_harmless(cluster: &str) -> bool {
    if let [byte] = cluster.as_bytes() {
        return (0x20..0x7f).contains(byte);
    }
    cluster.len() <= CLUSTER_BYTES
        && !cluster.chars().any(is_hidden)
        && cluster.chars().filter(|&c| is_combining_mark(c)).count() <= MARKS_KEPT
}

/// Whether an invisible character shapes its neighbours: joiners between letters or emoji (Persian, Indic scripts, emoji
/// families), variation selectors of emoji and ideographs.
fn shapes(c: char, left: Option<char>, right: Option<char>) -> bool {
    let shaped = |c: Option<char>| c.is_some_and(|c| !c.is_ascii() && !is_hidden(c) && !c.is_whitespace());
    match c {
        '\u{200c}' | '\u{200d}' => (shaped(left) || left == Some('\u{fe0f}')) && shaped(right),
        '\u{fe0e}' | '\u{fe0f}' => left.is_some_and(|c| !c.is_alphabetic() && !is_hidden(c)),
        '\u{e0100}'..='\u{e01ef}' => left.is_some_and(|c| c.is_alphabetic() && !c.is_ascii()),
        _ => false,
    }
}

fn show<'a>(cluster: &str, right: Option<char>) -> (Cow<'a, str>, Visibility) {
    match cluster {
        "\n" | "\r\n" => return (Cow::Borrowed(""), Visibility::Break),
        "\t" => return (Cow::Borrowed(""), Visibility::Tab),
        _ => {}
    }
    let mut shown = String::new();
    let mut visibility = Visibility::Plain;
    let mut marks = 0;
    let chars: Vec<char> = cluster.chars().collect();
    for (at, &c) in chars.iter().enumerate() {
        // What could be shaped across the start of a cluster would be in it.
        let left = at.checked_sub(1).and_then(|at| chars.get(at).copied());
        let right = chars.get(at + 1).copied().or(right);
        if is_hidden(c) && !shapes(c, left, right) {
            visibility = Visibility::Mark;
            push_mark(&mut shown, c);
            continue;
        }
        marks += usize::from(is_combining_mark(c));
        if marks > MARKS_KEPT || shown.len() + c.len_utf8() > CLUSTER_BYTES {
            shown.push('…');
            break;
        }
        shown.push(c);
    }
    (Cow::Owned(shown), visibility)
}

fn push_mark(shown: &mut String, c: char) {
    match u32::from(c) {
        code @ 0..0x20 => shown.extend(char::from_u32(0x2400 + code)),
        0x7f => shown.push('␡'),
        code => shown.extend(["⟨U+", &format!("{code:04X}"), "⟩"]),
    }
}

/// Whether a character controls a terminal, changes the text direction, is invisible, or is none at all.
pub fn is_hidden(c: char) -> bool {
    c.is_control()
        // Noncharacters: U+FFFE and U+FFFF, and the same in every plane. YAML takes these two for no text.
        || u32::from(c) & 0xfffe == 0xfffe
        || matches!(c,
            '\u{00ad}' | '\u{034f}' | '\u{061c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fdd0}'..='\u{fdef}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
            | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_acts_on_a_terminal_is_shown_as_a_mark() {
        for (text, shown) in [
            ("a\u{1b}[31;1Hb", "a␛[31;1Hb"),
            ("\u{9b}31m", "⟨U+009B⟩31m"),
            ("a\rEVIL", "a␍EVIL"),
            ("adm\u{200b}in", "adm⟨U+200B⟩in"),
            ("x\u{202e}y", "x⟨U+202E⟩y"),
            ("a\u{2028}b", "a⟨U+2028⟩b"),
            ("\u{7f}", "␡"),
            ("a\tb\nc", "a b c"),
            ("a\u{200d}b", "a⟨U+200D⟩b"),
            ("a\u{ffff}\u{fdd0}\u{1fffe}\u{fffd}", "a⟨U+FFFF⟩⟨U+FDD0⟩⟨U+1FFFE⟩\u{fffd}"),
            ("a\u{fe00}b\u{fe0f}", "a⟨U+FE00⟩b⟨U+FE0F⟩"),
            ("a\u{200c}خ \u{62e}\u{200c}a", "a⟨U+200C⟩خ \u{62e}⟨U+200C⟩a"),
            ("a\u{e0100}→\u{e0100}", "a⟨U+E0100⟩→⟨U+E0100⟩"),
            ("\n\u{200d}é", " ⟨U+200D⟩é"),
        ] {
            assert_eq!(visible_string(text), shown, "{text:?}");
        }
    }

    #[test]
    fn living_scripts_are_left_alone() {
        for text in [
            "می\u{200c}خواهم",
            "👨\u{200d}👩\u{200d}👧",
            "שלום",
            "❤\u{fe0f}",
            "1\u{fe0f}\u{20e3}",
            "葛\u{e0100}",
            "👩\u{200d}❤\u{fe0f}\u{200d}👨",
            "é",
            "Nguyễn",
        ] {
            assert_eq!(visible_string(text), text);
        }
    }

    #[test]
    fn a_flood_of_marks_is_cut() {
        let flood = format!("e{}", "\u{301}".repeat(10_000));
        let shown = visible_string(&flood);
        assert!(shown.len() <= CLUSTER_BYTES + 3 && shown.ends_with('…'), "{} bytes", shown.len());
    }

    /// A cluster keeps eight marks and 64 bytes, and all of what is within them is one part.
    #[test]
    fn a_cluster_is_cut_where_it_becomes_too_long() {
        let jamo = "\u{1100}".repeat(20);
        for (whole, cut) in [
            (format!("e{}", "\u{301}".repeat(8)), format!("e{}", "\u{301}".repeat(9))),
            (format!("{jamo}\u{301}\u{301}"), format!("{jamo}\u{301}\u{301}\u{301}")),
        ] {
            assert_eq!(visible_string(&cut), format!("{whole}…"));
            let text = format!("Café {whole}.");
            let plain = Visibility::Plain;
            let part = VisiblePart { source: 0..text.len(), shown: Cow::Borrowed(&text), visibility: plain };
            assert_eq!(visible(&text), [part]);
        }
    }

    proptest! {
        #[test]
        fn nothing_forbidden_gets_through_and_nothing_is_left_out(text in any::<String>()) {
            let mut at = 0;
            for piece in visible(&text) {
                prop_assert_eq!(piece.source.start, at);
                at = piece.source.end;
                let harmless = |c: char| {
                    !is_hidden(c) || matches!(c, '\u{200c}' | '\u{200d}' | '\u{fe0e}' | '\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
                };
                prop_assert!(piece.shown.chars().all(harmless));
            }
            prop_assert_eq!(at, text.len());
        }
    }
}
