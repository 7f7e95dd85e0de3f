//! Quotation marks: outer ones around a text, and alternating ones for quotes inside it.

/// The maximum depth of nested quotation marks.
const MAX_DEPTH: usize = 32;

/// Puts a text in outer quotation marks: “a “b” c” becomes “a ‘b’ c”.
///
/// Indonesian (EYD V) and English use the same marks. Apostrophes and unpaired straight marks, such as inches, stay unchanged.
pub(super) fn quoted(words: &str) -> String {
    format!("“{}”", within(words))
}

/// The text as it is written inside outer quotation marks.
pub(super) fn within(words: &str) -> String {
    let chars: Vec<char> = words.chars().collect();
    let mut written = chars.clone();
    // The open marks, each with its position and whether it is double.
    let mut open: Vec<(usize, bool)> = Vec::new();
    for (at, &c) in chars.iter().enumerate() {
        let left = at.checked_sub(1).and_then(|at| chars.get(at).copied());
        let right = chars.get(at + 1).copied();
        let Some((double, opens)) = mark(c, left, right) else { continue };
        // „a“: an opening mark of another style closes here.
        let closes_low = c == '“' && open.iter().rev().any(|(from, _)| chars.get(*from) == Some(&'„'));
        if opens && !closes_low {
            // Bounds the work for hostile input.
            if open.len() < MAX_DEPTH {
                open.push((at, double));
            }
        } else if let Some(place) = open.iter().rposition(|(_, kind)| *kind == double) {
            open.truncate(place + 1);
            // Nested marks alternate between single and double.
            let (opening, closing) = if place % 2 == 0 { ('‘', '’') } else { ('“', '”') };
            let from = open.pop().map_or(at, |(from, _)| from);
            for (place, mark) in [(from, opening), (at, closing)] {
                written.get_mut(place).into_iter().for_each(|c| *c = mark);
            }
        } else if c == '”' {
            // Without an opening mark, it must not close the outer ones.
            written.get_mut(at).into_iter().for_each(|c| *c = '’');
        }
    }
    // Marks without a closing one are inside the outer marks, too.
    for (depth, (at, _)) in open.into_iter().enumerate().filter(|(_, (_, double))| *double) {
        let opening = if depth % 2 == 0 { '‘' } else { '“' };
        written.get_mut(at).into_iter().for_each(|c| *c = opening);
    }
    written.into_iter().collect()
}

/// For a quotation mark: whether it is double, and whether it opens.
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

/// A quote before its reporting verb: `“…,” kata`. A final full stop becomes a comma; other final punctuation stays.
pub(super) fn before_verb(words: &str) -> String {
    let words = within(words.trim_end());
    let (bare, inner) = closed(&words);
    let open = if ends_itself(bare) { bare } else { open_ended(bare) };
    if ends_itself(open) { format!("“{open}{inner}”") } else { format!("“{open},{inner}”") }
}

/// A text before a comma, which goes inside its closing marks. After other final punctuation inside marks there is no comma.
pub(super) fn with_comma(words: &str) -> String {
    let (bare, marks) = closed(words.trim_end());
    match marks {
        "" => format!("{bare},"),
        marks if ends_itself(bare) => format!("{bare}{marks}"),
        marks => format!("{},{marks}", open_ended(bare)),
    }
}

/// A quoted text in an enumeration: the comma goes inside the marks, even after other final punctuation.
pub(super) fn enumerated(words: &str) -> String {
    let words = within(words.trim_end());
    let (bare, inner) = closed(&words);
    let open = if ends_itself(bare) { bare } else { open_ended(bare) };
    let comma = if open.ends_with(WIDE_STOPS) || open.ends_with(WIDE_ENDS) { "" } else { "," };
    format!("“{open}{comma}{inner}”")
}

/// Splits the closing marks from the end of a text; an apostrophe is not one.
fn closed(text: &str) -> (&str, &str) {
    let closes = |c: char| match c {
        '”' => text.contains('“'),
        '’' => text.contains('‘'),
        _ => false,
    };
    let bare = text.trim_end_matches(closes);
    text.split_at_checked(bare.len()).unwrap_or((text, ""))
}

/// A text without its final full stop, unless that is part of an ellipsis or an abbreviation.
pub(super) fn open_ended(words: &str) -> &str {
    let words = words.trim_end();
    if let Some(open) = words.strip_suffix(WIDE_STOPS).or_else(|| words.strip_suffix(['、', '，'])) {
        return open;
    }
    let Some(open) = words.strip_suffix(['.', ';', ':', ',']).map(str::trim_end) else { return words };
    let last = open.rsplit(|c: char| c.is_whitespace() || "([“‘".contains(c)).next().unwrap_or_default();
    // S.H, M.Si, a.n; but neither 1.500 nor a web address.
    let mut parts = last.split('.');
    let is_letter = |part: &str| part.chars().count() <= 2 && part.chars().all(char::is_alphabetic);
    let is_degree = last.contains('.')
        && (last.contains(char::is_uppercase) || last.split('.').all(|part| part.chars().count() == 1))
        && parts.next().is_some_and(is_letter)
        && parts.all(|it| it.chars().count() <= 3);
    let is_short =
        is_degree || is_spaced_initial(open, last) || ABBREVIATIONS.contains(&last.to_lowercase().as_str());
    if words.ends_with('.') && (open.ends_with('.') || is_short) { words } else { open }
}

/// Whether the last word ends initials or a degree with blanks: the C of `A. B. C.`, the Si of `M. Si.`
fn is_spaced_initial(words: &str, last: &str) -> bool {
    let is_capital = |word: &str| word.chars().count() == 1 && word.starts_with(char::is_uppercase);
    let before = words.split_whitespace().rev().nth(1).and_then(|word| word.strip_suffix('.'));
    let before = before.map(|word| word.trim_start_matches(['(', '[', '“', '‘']));
    (is_capital(last) || DEGREES.contains(&last)) && before.is_some_and(is_capital)
}

/// The full stops of Chinese and Japanese, which no space follows.
const WIDE_STOPS: [char; 3] = ['。', '．', '｡'];

/// The other Chinese and Japanese marks that end a sentence.
const WIDE_ENDS: [char; 2] = ['！', '？'];

/// The subjects in degrees with a blank: `M. Si.`
const DEGREES: &[&str] =
    &["Ag", "Ak", "Eng", "Farm", "Hum", "Kep", "Kes", "Kom", "Pd", "Psi", "Sc", "Si", "Sos", "Stat"];

/// Abbreviations that end with a full stop.
const ABBREVIATIONS: &[&str] = &[
    "dll", "dsb", "dst", "dkk", "tsb", "jl", "hlm", "dr", "drs", "dra", "hj", "prof", "ir", "tbk", "jt",
    "rp", "etc", "inc", "ltd", "jr", "sr", "vs", "co", "corp", "mr", "mrs", "ms", "al", "alm", "kab", "kec",
    "kel", "prov", "telp", "ttd", "yth",
];

/// Whether a text ends with punctuation that no full stop may follow.
pub(super) fn ends_itself(words: &str) -> bool {
    let is_ellipsis = words.ends_with("..") || words.ends_with(". .");
    is_ellipsis
        || words.ends_with(['?', '!', '…', '–', '—', '؟'])
        || words.ends_with(WIDE_STOPS)
        || words.ends_with(WIDE_ENDS)
}

/// A sentence with its final full stop added inside its closing marks, if it needs one.
pub(super) fn ended(sentence: &str) -> String {
    let sentence = sentence.trim_end();
    let (bare, marks) = closed(sentence);
    let last = bare.trim_end_matches(['」', '』']);
    if last.ends_with('.') || ends_itself(last) {
        return sentence.to_owned();
    }
    let open = if marks.is_empty() { bare } else { bare.trim_end_matches([',', ';', ':']) };
    format!("{open}.{marks}")
}

/// Whether a text is a single sentence, so that a remark after it applies to all of it.
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
            ("'rumah', katanya", "“‘rumah’, katanya”"),
            ("layar 12 \" lebar", "“layar 12 \" lebar”"),
            ("a „b“ c", "“a ‘b’ c”"),
            ("Ia menulis: “Paragraf pertama", "“Ia menulis: ‘Paragraf pertama”"),
            ("Ia menulis: \"Paragraf pertama", "“Ia menulis: ‘Paragraf pertama”"),
            ("paragraf kedua” katanya", "“paragraf kedua’ katanya”"),
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
            ("Di lantai B2.5.", "“Di lantai B2.5,”"),
            ("Ditandatangani a.n.", "“Ditandatangani a.n.,”"),
            ("The answer is no.", "“The answer is no,”"),
            ("Lihat di lawat.id.", "“Lihat di lawat.id,”"),
            ("服务改善了。", "“服务改善了。”"),
            ("市民は満足だ｡", "“市民は満足だ｡”"),
            ("A. B. C.", "“A. B. C.,”"),
            ("Oleh Ratna, S. H.", "“Oleh Ratna, S. H.,”"),
            ("Oleh Ratna, M. Si.", "“Oleh Ratna, M. Si.,”"),
            ("Kami butuh vitamin C.", "“Kami butuh vitamin C,”"),
            ("Kami butuh vitamin A. Ya.", "“Kami butuh vitamin A. Ya,”"),
            ("Kepada para guru’", "“Kepada para guru’,”"),
            ("Kami menyebutnya “satu pintu”", "“Kami menyebutnya ‘satu pintu,’”"),
            ("Kami menyebutnya “satu pintu.”", "“Kami menyebutnya ‘satu pintu,’”"),
        ] {
            assert_eq!(before_verb(words), written);
        }
    }

    #[test]
    fn commas_and_full_stops_stand_within_the_marks() {
        for (words, comma, stop) in [
            ("Ratna", "Ratna,", "Ratna."),
            ("Ratna, M.Si.", "Ratna, M.Si.,", "Ratna, M.Si."),
            ("“Kepala Dinas”", "“Kepala Dinas,”", "“Kepala Dinas.”"),
            ("Ia bilang “Ya.”", "Ia bilang “Ya,”", "Ia bilang “Ya.”"),
            ("Ia bertanya “Kapan?”", "Ia bertanya “Kapan?”", "Ia bertanya “Kapan?”"),
            ("Ia bilang “Kata ‘ya’”", "Ia bilang “Kata ‘ya,’”", "Ia bilang “Kata ‘ya.’”"),
            ("Rumah para guru’", "Rumah para guru’,", "Rumah para guru’."),
        ] {
            assert_eq!((with_comma(words).as_str(), ended(words).as_str()), (comma, stop));
        }
        for (words, written) in [
            ("Rapat", "“Rapat,”"),
            ("Kami datang …", "“Kami datang …,”"),
            ("Ke mana?", "“Ke mana?,”"),
            ("A. B. C.", "“A. B. C.,”"),
            ("服务改善了。", "“服务改善了。”"),
        ] {
            assert_eq!(enumerated(words), written);
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
