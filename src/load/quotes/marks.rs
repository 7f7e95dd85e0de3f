//! Quotation marks that should not be part of a quote.

use crate::diagnostic::MarkProblem;

/// The problem with the double quotation marks of a quote, if there is one.
pub(super) fn mark_problem(text: &str) -> Option<MarkProblem> {
    // Most quotes have no character that could be a mark.
    if !text.bytes().fold(false, |has, byte| has | matches!(byte, b'"' | b'\'' | 0x80..)) {
        return None;
    }
    let chars: Vec<char> = text.trim().chars().collect();
    let at = |at: Option<usize>| at.and_then(|at| chars.get(at)).copied();
    // The positions of open marks, the pairs, and whether a closing mark had nothing to close.
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
            // In German, this mark closes a quotation.
            '“' => last != Some('„'),
            // For the others, the adjacent characters decide. A straight mark after a digit stands for inches.
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
        Some(MarkProblem::Enclosing)
    } else if alone || !open.is_empty() {
        Some(MarkProblem::Unpaired)
    } else {
        pairs.iter().any(is_reported).then_some(MarkProblem::ReporterText)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn enclosing_and_unmatched_marks_are_found() {
        for text in
            ["“Satu pintu”", "\"Satu pintu.\"", "“Satu pintu”.", "'Satu pintu'", "«Une porte»", "「一扇门」"]
        {
            assert_eq!(mark_problem(text), Some(MarkProblem::Enclosing), "{text}");
        }
        for text in [
            "“Satu pintu",
            "Satu pintu,” katanya",
            "Satu pintu,” katanya. “Untuk semua",
            "Satu pintu,\" katanya. \"Untuk semua",
            "“Satu pintu,” katanya, “untuk semua",
        ] {
            assert_eq!(mark_problem(text), Some(MarkProblem::Unpaired), "{text}");
        }
        for text in [
            "“Satu pintu,” kata Ratna.",
            "\"Satu pintu,\" kata Ratna.",
            "“Satu,” kata Ratna. “Dua,” katanya.",
        ] {
            assert_eq!(mark_problem(text), Some(MarkProblem::ReporterText), "{text}");
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
            assert_eq!(mark_problem(text), None, "{text}");
        }
    }
}
