//! Suggestions for dates with characters that only look like digits, hyphens and other signs.

use crate::lang::{Both, Lang};
use crate::model::PartialDate;
use crate::text::{fold, is_hidden};

/// What a lookalike character replaces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Hyphen,
    Digit,
    Letter,
    Sign,
    Invisible,
}

/// The suggestion for text that would be a date if its lookalike characters were replaced.
pub(super) fn help(text: &str, lang: Lang) -> Option<String> {
    let text = text.trim();
    let read: Vec<(char, Option<Kind>, String)> =
        text.chars().map(|c| (c, kind(c), replacement(c))).collect();
    let date: PartialDate =
        read.iter().map(|(.., replacement)| replacement.as_str()).collect::<String>().parse().ok()?;
    // A dash between two years or months usually means an interval.
    let is_stretch = date.civil().is_none() && text.contains(['–', '—']);
    let kinds = [Kind::Hyphen, Kind::Digit, Kind::Letter, Kind::Sign, Kind::Invisible];
    let differences = kinds.into_iter().filter_map(|kind| {
        let mut found: Vec<char> = Vec::new();
        for (c, ..) in read.iter().filter(|(_, this, _)| *this == Some(kind)) {
            if !found.contains(c) {
                found.push(*c);
            }
        }
        (!found.is_empty()).then(|| words(kind, &found, lang))
    });
    let differences = differences.collect::<Vec<_>>().join(", ");
    let write = Both { id: "Tulis", en: "Write" }.get(lang);
    (!differences.is_empty() && !is_stretch).then(|| format!("{write} {date}; {differences}."))
}

/// Replaces lookalike characters of digits and punctuation; letters and dashes are left.
pub(super) fn plain(text: &str) -> String {
    let is_replaced = |c| matches!(kind(c), Some(Kind::Digit | Kind::Sign | Kind::Invisible));
    text.chars().map(|c| if is_replaced(c) { replacement(c) } else { c.to_string() }).collect()
}

fn kind(c: char) -> Option<Kind> {
    match c {
        'O' | 'o' | 'l' | 'I' => Some(Kind::Letter),
        c if c.is_ascii() => None,
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' | '\u{30fc}' => {
            Some(Kind::Hyphen)
        }
        c if is_hidden(c) => Some(Kind::Invisible),
        '\u{2044}' | '\u{2215}' | '\u{2236}' => Some(Kind::Sign),
        c => match fold(&c.to_string()).chars().next() {
            Some(plain) if plain.is_ascii_digit() => Some(Kind::Digit),
            Some(plain) if plain.is_ascii_punctuation() => Some(Kind::Sign),
            _ => None,
        },
    }
}

/// The characters that a lookalike stands for.
fn replacement(c: char) -> String {
    match (kind(c), c) {
        (None, c) => c.to_string(),
        (Some(Kind::Hyphen), _) => "-".to_owned(),
        (Some(Kind::Invisible), _) => String::new(),
        (Some(Kind::Letter), 'O' | 'o') => "0".to_owned(),
        (Some(Kind::Letter), _) => "1".to_owned(),
        (_, '\u{2044}' | '\u{2215}') => "/".to_owned(),
        (_, '\u{2236}') => ":".to_owned(),
        (_, c) => fold(&c.to_string()),
    }
}

fn words(kind: Kind, found: &[char], lang: Lang) -> String {
    let codes: Vec<String> = found.iter().take(2).map(|c| format!("U+{:04X}", u32::from(*c))).collect();
    let codes = codes.join(", ") + if found.len() > 2 { " …" } else { "" };
    let letters: Vec<String> = found.iter().map(|c| format!("“{c}”")).collect();
    let letters = letters.join(", ");
    match (kind, lang) {
        (Kind::Hyphen, Lang::Id) => format!("tanda hubungnya {codes}"),
        (Kind::Hyphen, Lang::En) => format!("the hyphens are {codes}"),
        (Kind::Digit, Lang::Id) => format!("angkanya {codes}"),
        (Kind::Digit, Lang::En) => format!("the digits are {codes}"),
        (Kind::Letter, Lang::Id) => format!("{letters} itu huruf"),
        (Kind::Letter, Lang::En) if found.len() == 1 => format!("{letters} is a letter"),
        (Kind::Letter, Lang::En) => format!("{letters} are letters"),
        (Kind::Sign, Lang::Id) => format!("{letters} itu {codes}"),
        (Kind::Sign, Lang::En) => format!("{letters} is {codes}"),
        (Kind::Invisible, Lang::Id) => format!("{codes} tidak terlihat"),
        (Kind::Invisible, Lang::En) => format!("{codes} is invisible"),
    }
}
