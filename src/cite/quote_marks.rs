//! Quotation marks: outer ones around the words, and other ones for what is quoted within them.

/// Marks within marks are told apart to this depth.
const DEEPEST: usize = 32;

/// The words within outer quotation marks: “a “b” c” is written “a ‘b’ c”.
///
/// Indonesian (EYD V) and English use the same marks. Apostrophes stay, and so does a straight mark that has no partner, such
/// as that of inches.
pub(super) fn quoted(words: &str) -> String {
    format!("“{}”", within(words))
}

/// Words as they stand within outer marks.
pub(super) fn within(words: &str) -> String {
    let chars: Vec<char> = words.chars().collect();
    let mut written = chars.clone();
    // The marks that are open, each with its place and whether it is a double one.
    let mut open: Vec<(usize, bool)> = Vec::new();
    for (at, &c) in chars.iter().enumerate() {
        let left = at.checked_sub(1).and_then(|at| chars.get(at).copied());
        let right = chars.get(at + 1).copied();
        let Some((double, opens)) = mark(c, left, right) else { continue };
        // „a“: what opens elsewhere closes here.
        let closes_low = c == '“' && open.iter().rev().any(|(from, _)| chars.get(*from) == Some(&'„'));
        if opens && !closes_low {
            // Nobody quotes so deep; but somebody might make us search through it.
            if open.len() < DEEPEST {
                open.push((at, double));
            }
        } else if let Some(place) = open.iter().rposition(|(_, kind)| *kind == double) {
            open.truncate(place + 1);
            // Within the outer marks a mark is single, within that one double, and so on.
            let (opening, closing) = if place % 2 == 0 { ('‘', '’') } else { ('“', '”') };
            let from = open.pop().map_or(at, |(from, _)| from);
            for (place, mark) in [(from, opening), (at, closing)] {
                written.get_mut(place).into_iter().for_each(|c| *c = mark);
            }
        }
    }
    written.into_iter().collect()
}

/// Whether a character is a quotation mark, and then whether a double one, and whether it opens.
fn mark(c: char, left: Option<char>, right: Option<char>) -> Option<(bool, bool)> {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let begins = left.is_none_or(|c| c.is_whitespace() || "([{–—-/“‘\"'„".contains(c));
    let touches = right.is_some_and(|c| !c.is_whitespace());
    match c {
        '“' | '„' => Some((true, true)),
        '”' => Some((true, false)),
        '"' => Some((true, begins && touches)),
        // Between letters, or before the end of a word such as '98, it is an apostrophe.
        '‘' => (!is_letter(left)).then_some((false, true)),
        '\'' if begins && touches => Some((false, true)),
        '’' | '\'' => (!is_letter(right)).then_some((false, false)),
        _ => None,
    }
}

/// The end of a sentence before the words that report it: `“…,” kata`. A full stop becomes a comma; other signs end the
/// words themselves.
pub(super) fn seam(words: &str) -> String {
    let words = within(words.trim_end());
    let bare = words.trim_end_matches(['’', '”']);
    let inner = words.get(bare.len()..).unwrap_or_default();
    let open = if ends_itself(bare) { bare } else { open_ended(bare) };
    if ends_itself(open) { format!("“{open}{inner}”") } else { format!("“{open},{inner}”") }
}

/// Words without the full stop at their end, unless that belongs to them: an ellipsis, an abbreviation.
pub(super) fn open_ended(words: &str) -> &str {
    let words = words.trim_end();
    if let Some(open) = words.strip_suffix(WIDE_STOPS).or_else(|| words.strip_suffix(['、', '，'])) {
        return open;
    }
    let Some(open) = words.strip_suffix(['.', ';', ':', ',']).map(str::trim_end) else { return words };
    let last = open.rsplit(|c: char| c.is_whitespace() || "([“‘".contains(c)).next().unwrap_or_default();
    // S.H, M.Si, a.n; but neither 1.500 nor an address of the web.
    let mut parts = last.split('.');
    let is_letter = |part: &str| part.chars().count() <= 2 && part.chars().all(char::is_alphabetic);
    let is_degree =
        last.contains('.') && parts.next().is_some_and(is_letter) && parts.all(|it| it.chars().count() <= 3);
    let is_short = is_degree || ABBREVIATIONS.contains(&last.to_lowercase().as_str());
    if words.ends_with('.') && (open.ends_with('.') || is_short) { words } else { open }
}

/// The full stops of Chinese and Japanese: no space follows on them.
const WIDE_STOPS: [char; 3] = ['。', '．', '｡'];

/// The other signs there that end a sentence.
const WIDE_ENDS: [char; 2] = ['！', '？'];

/// Short forms that end with a full stop.
const ABBREVIATIONS: &[&str] = &[
    "dll", "dsb", "dst", "dkk", "tsb", "jl", "hlm", "dr", "drs", "dra", "hj", "prof", "ir", "tbk", "jt",
    "rp", "etc", "inc", "ltd",
];

/// Whether words end with a sign that wants no other behind it.
pub(super) fn ends_itself(words: &str) -> bool {
    let is_ellipsis = words.ends_with("..") || words.ends_with(". .");
    is_ellipsis
        || words.ends_with(['?', '!', '…', '–', '—', '؟'])
        || words.ends_with(WIDE_STOPS)
        || words.ends_with(WIDE_ENDS)
}

/// A sentence with the full stop at its end.
pub(super) fn ended(sentence: &str) -> String {
    let sentence = sentence.trim_end();
    let bare = sentence.trim_end_matches(['’', '”', '」', '』']);
    if bare.ends_with('.') || ends_itself(bare) { sentence.to_owned() } else { format!("{sentence}.") }
}

/// Whether words are one sentence, so that what stands behind them belongs to all of them.
pub(super) fn is_one_sentence(words: &str) -> bool {
    let words = words.trim_end();
    let words = words.strip_suffix('.').or_else(|| words.strip_suffix(WIDE_STOPS)).unwrap_or(words);
    let ends = |(c, next): (char, Option<&char>)| {
        let ends_before_space = matches!(c, '.' | '?' | '!' | '…') && next.is_none_or(|c| c.is_whitespace());
        ends_before_space || WIDE_STOPS.contains(&c) || WIDE_ENDS.contains(&c)
    };
    let chars: Vec<char> = words.chars().collect();
    !words.contains('\n') && !chars.iter().enumerate().any(|(at, c)| ends((*c, chars.get(at + 1))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn marks_within_marks_are_others() {
        for (words, written) in [
            ("a “b” c", "“a ‘b’ c”"),
            ("a \"b\" c", "“a ‘b’ c”"),
            ("\"a\" dan \"b\"", "“‘a’ dan ‘b’”"),
            ("a “b ‘c’ d” e", "“a ‘b “c” d’ e”"),
            ("a ‘b’ c", "“a ‘b’ c”"),
            ("a 'b' c", "“a ‘b’ c”"),
            ("a 'b \"c\" d' e", "“a ‘b “c” d’ e”"),
            ("Qur’an, Jum'at, don’t", "“Qur’an, Jum'at, don’t”"),
            ("layar 12\" dan 14\"", "“layar 12\" dan 14\"”"),
            ("(\"a\")", "“(‘a’)”"),
            ("warga '98", "“warga '98”"),
            ("a „b“ c", "“a ‘b’ c”"),
        ] {
            assert_eq!(quoted(words), written);
        }
    }

    #[test]
    fn the_comma_takes_the_place_of_a_full_stop_and_of_no_other_sign() {
        for (words, written) in [
            ("Satu pintu", "“Satu pintu,”"),
            ("Satu pintu.", "“Satu pintu,”"),
            ("Satu pintu?", "“Satu pintu?”"),
            ("Satu pintu …", "“Satu pintu …”"),
            ("Satu pintu...", "“Satu pintu...”"),
            ("Ya. . .", "“Ya. . .”"),
            ("Ya?.", "“Ya?”"),
            ("Ada KTP, KK, dll.", "“Ada KTP, KK, dll.,”"),
            ("Oleh Ratna, S.H.", "“Oleh Ratna, S.H.,”"),
            ("Oleh Ratna, M.Si.", "“Oleh Ratna, M.Si.,”"),
            ("Pengunjung sudah 1.500.", "“Pengunjung sudah 1.500,”"),
            ("The answer is no.", "“The answer is no,”"),
            ("Lihat di lawat.id.", "“Lihat di lawat.id,”"),
            ("服务改善了。", "“服务改善了。”"),
            ("市民は満足だ｡", "“市民は満足だ｡”"),
            ("Kami menyebutnya “satu pintu”", "“Kami menyebutnya ‘satu pintu,’”"),
            ("Kami menyebutnya “satu pintu.”", "“Kami menyebutnya ‘satu pintu,’”"),
        ] {
            assert_eq!(seam(words), written);
        }
    }

    #[test]
    fn sentences_are_counted() {
        assert!(is_one_sentence("Waktu tunggu turun."));
        assert!(is_one_sentence("Waktu tunggu 1.500 menit"));
        assert!(!is_one_sentence("Waktu tunggu turun. Warga senang."));
        assert!(!is_one_sentence("Turunkah waktu tunggu?"));
        assert!(!is_one_sentence("satu\ndua"));
        assert!(is_one_sentence("服务改善了。"));
        assert!(!is_one_sentence("服务改善了。市民满意。"));
        assert!(!is_one_sentence("サービスは良くなった．市民は満足だ"));
    }

    proptest! {
        #[test]
        fn only_marks_are_changed(words in "[a “”‘’\"'.,?]{0,30}") {
            let plain = |text: &str| text.replace(['“', '”', '‘', '’', '"', '\'', '„'], "|");
            prop_assert_eq!(plain(&within(&words)), plain(&words));
            prop_assert_eq!(within(&words).chars().count(), words.chars().count());
        }
    }
}
