//! The extent of a number in a text, including the points, commas and dashes within it, and an adjacent percent sign,
//! currency sign or minus.

use std::ops::Range;

use crate::text::is_hidden;

/// The bytes of the number that contains a word; only those of the word if it is a whole number or none.
pub(super) fn number_at(text: &str, word: &Range<usize>) -> Range<usize> {
    let (mut start, mut end) = (word.start, word.end);
    while let Some(further) = earlier_start(text, start) {
        start = further;
    }
    while let Some(further) = later_end(text, end) {
        end = further;
    }
    start..end
}

/// An earlier start of the number at a byte offset, if it continues to the left.
fn earlier_start(text: &str, place: usize) -> Option<usize> {
    let (before, after) = text.split_at_checked(place)?;
    if !after.starts_with(char::is_numeric) {
        // After the currency sign of `-$5`, the minus remains.
        return after.starts_with(is_currency).then(|| minus(before)).flatten();
    }
    let mut back = before.char_indices().rev().filter(|(_, c)| is_there(*c));
    let (at, sign) = back.next()?;
    let follows_digit = back.next().is_some_and(|(_, c)| c.is_numeric());
    let head = before.get(..at)?;
    if is_currency(sign) {
        Some(head.trim_end_matches(char::is_alphabetic).len())
    } else if follows_digit && (is_within(sign) || is_group(head, sign, after)) {
        Some(head.trim_end_matches(char::is_alphanumeric).len())
    } else {
        minus(before)
    }
}

/// The offset of a minus at the end of a text, unless it is a hyphen.
fn minus(text: &str) -> Option<usize> {
    let head = text.strip_suffix(['-', '−', '+', '±'])?;
    let is_joined = head.ends_with(|c: char| c.is_alphanumeric() || c == '-');
    (!is_joined).then_some(head.len())
}

/// A later end of the number before a byte offset, if it continues to the right.
fn later_end(text: &str, place: usize) -> Option<usize> {
    let (before, after) = text.split_at_checked(place)?;
    let mut ahead = after.char_indices().filter(|(_, c)| is_there(*c));
    let (at, sign) = ahead.next().filter(|_| before.ends_with(char::is_numeric))?;
    let tail = after.get(at + sign.len_utf8()..)?;
    let continues = ahead.next().is_some_and(|(_, c)| c.is_numeric());
    let is_unit = matches!(sign, '%' | '‰' | '‱' | '٪' | '％' | '°') || is_currency(sign);
    let rest = if is_unit {
        tail.trim_start_matches(char::is_alphabetic)
    } else if continues && (is_within(sign) || is_group(before, sign, tail)) {
        tail.trim_start_matches(is_hidden).trim_start_matches(char::is_alphanumeric)
    } else {
        return None;
    };
    Some(text.len() - rest.len())
}

fn is_there(c: char) -> bool {
    c.is_whitespace() || !is_hidden(c)
}

/// Whether a character may connect two digits of a number, a date, a time of day or a range.
fn is_within(sign: char) -> bool {
    matches!(
        sign,
        '.' | ','
            | ':'
            | '/'
            | '-'
            | '‐'
            | '‑'
            | '‒'
            | '–'
            | '−'
            | '×'
            | '·'
            | '٫'
            | '٬'
            | '．'
            | '⁄'
            | '∕'
    )
}

/// Whether a no-break space separates thousands: exactly three digits follow, and at most three precede it.
fn is_group(before: &str, sign: char, after: &str) -> bool {
    let digits = |chars: &mut dyn Iterator<Item = char>| chars.take_while(|c| c.is_numeric()).count();
    matches!(sign, '\u{a0}' | '\u{202f}' | '\u{2009}')
        && digits(&mut after.chars()) == 3
        && (1..=3).contains(&digits(&mut before.chars().rev()))
}

fn is_currency(c: char) -> bool {
    matches!(c, '$' | '¢'..='¥' | '฿' | '\u{20a0}'..='\u{20cf}' | '﷼' | '＄' | '￠' | '￡' | '￥')
}

#[cfg(test)]
mod tests {
    use super::number_at;

    #[test]
    fn a_number_includes_its_separators_and_signs() {
        for (text, word, number) in [
            ("Ada 20.000 orang", "20", "20.000"),
            ("Ada 20.000 orang", "000", "20.000"),
            ("Ada 1.250.000,75 rupiah", "250", "1.250.000,75"),
            ("pukul 09.30–10.15.", "30", "09.30–10.15"),
            ("tanggal 10/1/2026,", "10", "10/1/2026"),
            ("skor 2:1, menang", "2", "2:1"),
            ("naik 12,5%.", "5", "12,5%"),
            ("bayar US$20 juta", "20", "US$20"),
            ("bayar -$20 juta", "20", "-$20"),
            ("bayar 20€ saja", "20", "20€"),
            ("suhu −5 derajat", "5", "−5"),
            ("suhu 30°C siang", "30", "30°C"),
            ("ada 20\u{202f}000 orang", "20", "20\u{202f}000"),
            ("ada 20\u{a0}000\u{a0}000 orang", "000", "20\u{a0}000\u{a0}000"),
            ("senilai 12,5juta", "12", "12,5juta"),
            ("20\u{200b}.\u{200b}000", "20", "20\u{200b}.\u{200b}000"),
            // These are complete.
            ("Ada 20, 30 dan 40.", "20", "20"),
            ("No.20 dan 30", "20", "20"),
            ("tahun 2026. Lalu", "2026", "2026"),
            ("Rp20.000,- per orang", "000", "20.000"),
            ("pada 10\u{a0}Januari", "10", "10"),
            ("tahun 2026\u{a0}100 orang", "100", "100"),
            ("kata orang - 5 orang", "5", "5"),
            ("serba.digital", "digital", "digital"),
        ] {
            let at = text.find(word).unwrap();
            let found = number_at(text, &(at..at + word.len()));
            let shown = text.get(found).unwrap().trim_start_matches("Rp");
            assert_eq!(shown, number, "{word} in {text}");
        }
    }
}
