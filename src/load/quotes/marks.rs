//! Whether a quote is recorded with quotation marks that it should not have.

use crate::diagnostic::Marks;

/// What is wrong with the double quotation marks of a quote.
pub(super) fn marks(text: &str) -> Option<Marks> {
    let chars: Vec<char> = text.trim().chars().collect();
    let at = |at: Option<usize>| at.and_then(|at| chars.get(at)).copied();
    // The marks that are open, with their places; those that were closed; and whether one had nothing to close.
    let (mut open, mut pairs, mut alone): (Vec<usize>, Vec<(usize, usize)>, bool) =
        (Vec::new(), Vec::new(), false);
    for (place, &c) in chars.iter().enumerate() {
        let (before, after) = (at(place.checked_sub(1)), at(place.checked_add(1)));
        let last = open.last().and_then(|place| chars.get(*place)).copied();
        let begins = !before.is_some_and(char::is_alphanumeric) && after.is_some_and(|c| !c.is_whitespace());
        let ends = last.is_some() && before.is_some_and(|c| !c.is_whitespace());
        let opens = match c {
            '„' | '「' | '『' => true,
            '」' | '』' => false,
            // German closes with the mark by which others open.
            '“' => last != Some('„'),
            // The others say it by what stands beside them, and straight ones behind a digit are inches.
            '"' if before.is_some_and(|c| c.is_ascii_digit()) && last.is_none() => continue,
            '”' | '"' | '»' | '«' => !ends && begins,
            _ => continue,
        };
        match (opens, open.pop()) {
            (true, last) => open.extend(last.into_iter().chain([place])),
            (false, Some(start)) => pairs.push((start, place)),
            (false, None) => alone = true,
        }
    }
    let end = chars.iter().rposition(|c| !matches!(c, '.' | ',' | '!' | '?')).unwrap_or_default();
    let is_all = |&(start, close): &(usize, usize)| start == 0 && close >= end;
    // “…,” kata Ratna
    let is_reported = |&(start, close): &(usize, usize)| start == 0 && at(close.checked_sub(1)) == Some(',');
    let is_single = |c: char| matches!(c, '\'' | '‘' | '’');
    let single = chars.len() > 1
        && at(Some(0)).zip(at(Some(chars.len() - 1))).is_some_and(|(a, b)| is_single(a) && is_single(b));
    if pairs.iter().any(is_all) || (single && chars.iter().filter(|c| is_single(**c)).count() == 2) {
        Some(Marks::Around)
    } else if alone || !open.is_empty() {
        Some(Marks::Alone)
    } else {
        pairs.iter().any(is_reported).then_some(Marks::Reported)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_around_a_quote_or_without_their_half_are_seen() {
        for text in
            ["“Satu pintu”", "\"Satu pintu.\"", "“Satu pintu”.", "'Satu pintu'", "«Une porte»", "「一扇门」"]
        {
            assert_eq!(marks(text), Some(Marks::Around), "{text}");
        }
        for text in [
            "“Satu pintu",
            "Satu pintu,” katanya",
            "Satu pintu,” katanya. “Untuk semua",
            "Satu pintu,\" katanya. \"Untuk semua",
            "“Satu pintu,” katanya, “untuk semua",
        ] {
            assert_eq!(marks(text), Some(Marks::Alone), "{text}");
        }
        for text in [
            "“Satu pintu,” kata Ratna.",
            "\"Satu pintu,\" kata Ratna.",
            "“Satu,” kata Ratna. “Dua,” katanya.",
        ] {
            assert_eq!(marks(text), Some(Marks::Reported), "{text}");
        }
        for text in [
            "Satu pintu",
            "Warga selalu bertanya, “Kapan selesai?”",
            "Wir nennen es „eine Tür“ für alle",
            "Vi kallar det ”en dörr” här",
            "»Tür« sagt man",
            "serba-\"digital\" itu",
            "harga:\"murah\" sekali",
            "Ia berkata “kata ‘pintu’ itu “baru”” tadi",
            "Kami menyebutnya “satu pintu”",
            "“Satu pintu” kata orang, “dan satu loket”",
            "Jum'at kami tutup",
            "Layar 24\" itu rusak",
            "Ia bilang 'ya', lalu 'tidak'",
            "Kata \"pintu\" dan \"loket\" sama",
        ] {
            assert_eq!(marks(text), None, "{text}");
        }
    }
}
