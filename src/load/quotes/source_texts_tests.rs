//! Which quotes a text contains, and how others differ.

use proptest::prelude::*;

use super::*;

fn texts(text: &str) -> SourceTexts {
    SourceTexts(vec![SourceText::of(TextFile::decode("a.txt", text.into()).unwrap())])
}

/// The mismatch of a quote, with its words and its place in the text.
fn excerpt(text: &str, quote: &str, needs_marks: bool) -> String {
    let Some((kind, location)) = texts(text).mismatch(quote, needs_marks) else {
        return "verified".to_owned();
    };
    let at = location
        .and_then(|location| location.at)
        .map(|at| format!(" {}:{}+{}", at.line, at.column, at.length));
    let what = match kind {
        QuoteMismatch::NotFound { difference: None, .. } => "absent".to_owned(),
        QuoteMismatch::NotFound { difference: Some(it), .. } => format!("{}|{}", it.record, it.source),
        QuoteMismatch::OutsideMarks(words) => format!("outside {words}"),
        QuoteMismatch::MissingEllipsis(words) => format!("left out {words}"),
        QuoteMismatch::CutWord(it) => format!("cut {}|{}", it.record, it.source),
        QuoteMismatch::UnpairedMark(mark) => format!("unpaired {mark}"),
        QuoteMismatch::SeparateQuotations => "joined".to_owned(),
        QuoteMismatch::Reordered(words) => format!("reordered {words}"),
    };
    what + &at.unwrap_or_default()
}

fn in_marks(text: &str, quote: &str) -> String {
    excerpt(text, quote, true)
}

#[test]
fn a_quote_is_verified_between_whatever_marks_the_text_has() {
    for text in [
        "“Kami belajar dan membuka diri,” kata Ratna.",
        "\"Kami belajar dan membuka diri,\" kata Ratna.",
        "\"Kami belajar dan membuka diri,\"kata Ratna.",
        "Kata Ratna:\"Kami belajar dan membuka diri\".",
        "„Kami belajar dan membuka diri“, kata Ratna.",
        "„Kami belajar dan membuka diri”, kata Ratna.",
        "„Kami belajar dan membuka diri\", kata Ratna.",
        "« Kami belajar dan membuka diri », kata Ratna.",
        "«Kami belajar dan membuka diri», kata Ratna.",
        "»Kami belajar dan membuka diri«, kata Ratna.",
        "»Kami belajar dan membuka diri», kata Ratna.",
        "”Kami belajar dan membuka diri”, kata Ratna.",
        "“Kami belajar dan membuka diri,“ kata Ratna.",
        "‹Kami belajar dan membuka diri›, kata Ratna.",
        "‘Kami belajar dan membuka diri,’ kata Ratna.",
        "'Kami belajar dan membuka diri,' kata Ratna.",
        "‚Kami belajar dan membuka diri‘, kata Ratna.",
        "``Kami belajar dan membuka diri,'' kata Ratna.",
        "Pada Jum'at, \"Kami belajar dan membuka diri,\" kata Ratna.",
        "Layar 24\" rusak. \"Kami belajar dan membuka diri,\" kata Ratna.",
        "Pada ’90-an “Kami belajar dan membuka diri,” kata Ratna.",
        "‘Ayo, kata ‘pintu’ itu: “Kami belajar dan membuka diri.”",
        "Ia berkata, “Kata orang, ‘Kami belajar dan membuka diri,’ begitulah.”",
        "＂Kami belajar dan membuka diri＂、と。",
    ] {
        assert_eq!(in_marks(text, "Kami belajar dan membuka diri"), "verified", "{text}");
        assert_eq!(in_marks(text, "belajar dan membuka"), "verified", "{text}");
        assert!(!in_marks(text, "dan membuka diri kata Ratna").starts_with("verified"), "{text}");
    }
    assert_eq!(
        in_marks("主任說：「問：公務如何減量？我想『合併』。」他答。", "公務如何減量？我想「合併」"),
        "verified"
    );
    assert_eq!(in_marks("主任說：「問：公務如何減量？」他答。", "他答"), "outside 他答 1:16+2");
}

#[test]
fn single_marks_are_distinguished_from_apostrophes() {
    let text = "‘We don’t know the visitors’ names,’ said Ann. The hosts’ list was ‘lost’, and so on.";
    assert_eq!(in_marks(text, "We don't know the visitors' names"), "verified");
    assert_eq!(in_marks(text, "The hosts’ list"), "outside The hosts’ list 1:48+15");
    assert_eq!(in_marks(text, "lost"), "verified");
    let text = "'We don't know the visitors' names,' said Ann. It's Bob's.";
    assert_eq!(in_marks(text, "We don’t know the visitors’ names"), "verified");
    assert_eq!(in_marks(text, "It’s Bob’s"), "outside It's Bob's 1:48+10");
    assert_eq!(in_marks("‘10 loket buka,’ kata Ratna.", "10 loket buka"), "verified");
    let text = "Jum'at itu Ma'ruf berkata, 'Loket Jum'at tutup,' lalu Ma'ruf pergi.";
    assert_eq!(in_marks(text, "Loket Jum’at tutup"), "verified");
    assert_eq!(in_marks(text, "lalu Ma’ruf pergi"), "outside lalu Ma'ruf pergi 1:50+17");
}

#[test]
fn words_of_the_reporter_are_not_part_of_a_quote() {
    let text = "“Kami belajar,” kata Ratna, “dan membuka diri.” Ia menilai kota itu maju.";
    assert_eq!(in_marks(text, "Ia menilai kota itu maju"), "outside Ia menilai kota itu maju 1:49+24");
    assert_eq!(in_marks(text, "Kami belajar, kata Ratna"), "outside kata Ratna 1:17+10");
    assert_eq!(in_marks(text, "Kami belajar, kata Ratna, dan membuka diri"), "outside kata Ratna 1:17+10");
    assert_eq!(in_marks(text, "kata Ratna, dan membuka"), "outside kata Ratna 1:17+10");
    assert_eq!(in_marks(text, "kota"), "outside kota 1:60+4");
    // The same words may be quoted elsewhere.
    assert_eq!(in_marks("Kota maju pesat. “Kota maju pesat,” katanya.", "Kota maju pesat"), "verified");
}

#[test]
fn a_quotation_split_by_its_attribution_is_one_or_two() {
    let text = "Pagi. “Kami belajar,” kata Ratna, “dan membuka diri.” Siang.\n\n“Loket buka,” kata Budi.";
    for quote in [
        "Kami belajar",
        "dan membuka diri",
        "Kami belajar … dan membuka diri.",
        "Kami belajar, ... dan membuka diri",
        "Kami belajar [...] dan membuka diri",
        "Kami belajar […] dan membuka diri",
        "... belajar (...) dan . . . diri ...",
    ] {
        assert_eq!(in_marks(text, quote), "verified", "{quote}");
    }
    assert_eq!(in_marks(text, "Kami belajar, dan membuka diri"), "left out kata Ratna 1:23+10");
    assert_eq!(in_marks(text, "Kami belajar … Siang"), "outside Siang 1:55+5");
    assert_eq!(in_marks(text, "Kami belajar … Loket buka"), "joined 3:2+10");
    assert_eq!(in_marks(text, "Loket buka … Kami belajar"), "reordered Kami belajar 1:8+12");
    assert_eq!(
        in_marks("“Kami belajar.” “Kami membuka diri.”", "Kami belajar. Kami membuka diri"),
        "joined 1:18+17"
    );
}

#[test]
fn omitted_words_need_an_ellipsis() {
    let text =
        "“Kami akan terus belajar, dan dengan senang hati kami membuka diri kepada siapa pun,” kata Ratna.";
    assert_eq!(
        in_marks(text, "Kami akan terus belajar, dan kami membuka diri"),
        "left out dengan senang hati 1:31+18"
    );
    assert_eq!(in_marks(text, "Kami terus belajar, dan kami membuka diri"), "left out akan 1:7+4");
    assert_eq!(in_marks(text, "Kami terus belajar ... kami membuka diri"), "left out akan 1:7+4");
    assert_eq!(in_marks(text, "Kami akan terus belajar … kami membuka diri"), "verified");
    let text = "“Satu. Dua. Tiga. Empat,” kata Ratna. Kota ini terus maju dan makin maju.";
    assert_eq!(in_marks(text, "Satu. Dua. Empat"), "left out Tiga 1:13+4");
    assert_eq!(in_marks(text, "Kota ini terus makin maju"), "outside Kota ini terus 1:39+14");
}

#[test]
fn a_quote_does_not_cut_words() {
    let text = "“Peningkatan pelayanan publik harus berkelanjutan,” kata Ratna.";
    assert_eq!(in_marks(text, "ingkatan pelayanan publik"), "cut ingkatan|Peningkatan 1:2+11");
    assert_eq!(in_marks(text, "pelayanan publik harus berkelan"), "cut berkelan|berkelanjutan 1:37+13");
    assert_eq!(in_marks(text, "layanan pub"), "absent");
    assert_eq!(in_marks(text, "layanan publik"), "cut layanan|pelayanan 1:14+9");
}

#[test]
fn half_a_number_is_half_a_word() {
    let text = "“Ada 20.000 orang dan 12,5 menit,” kata Rano. “Pukul 09.30 naik 3-5 persen, dari US$20 ke 15%,” katanya.";
    for (quote, cut) in [
        ("Ada 20", "cut 20|20.000 1:6+6"),
        ("12", "cut 12|12,5 1:23+4"),
        ("000 orang dan 12", "cut 000|20.000 1:6+6"),
        ("5 menit", "cut 5|12,5 1:23+4"),
        ("Pukul 09", "cut 09|09.30 1:54+5"),
        ("naik 3", "cut 3|3-5 1:65+3"),
        ("Ada 20 … 12,5 menit", "cut 20|20.000 1:6+6"),
        ("20 ke 15%", "cut 20|US$20 1:82+5"),
        ("ke 15", "cut 15|15% 1:91+3"),
        ("Ada 20 orang dan 12,5 menit", "20|20.000 1:6+6"),
        ("Ada 000 orang dan 12,5 menit", "000|20.000 1:6+6"),
        ("Ada 20.000", "verified"),
        ("12,5 menit", "verified"),
        ("Ada 20.000 … 12,5 menit", "verified"),
        ("dari US$20 ke 15%", "verified"),
        ("-15%", "-15%|15% 1:91+3"),
    ] {
        assert_eq!(in_marks(text, quote), cut, "{quote}");
        assert_eq!(excerpt(text, quote, false), cut, "{quote}");
    }
    // A number that is complete elsewhere is verified there.
    assert_eq!(in_marks("“Ada 20.000 orang, lalu ada 20,” katanya.", "ada 20"), "verified");
}

#[test]
fn quotations_of_two_people_are_no_single_quote() {
    let text = "“Kami datang,” kata Rano. Lalu Dewi marah. “Itu sangat lambat,” kata Dewi. “Kami menunggu,” katanya. “Lama,” kata Rano.";
    for (quote, what) in [
        ("Kami datang … sangat lambat", "joined 1:49+13"),
        ("sangat lambat … Kami datang", "reordered Kami datang 1:2+11"),
        ("sangat lambat … Kami menunggu", "verified"),
        ("Kami menunggu … Lama", "joined 1:103+4"),
        ("sangat lambat … Lama", "joined 1:103+4"),
        ("Itu … sangat lambat", "verified"),
    ] {
        assert_eq!(in_marks(text, quote), what, "{quote}");
    }
}

#[test]
fn marks_and_letters_of_other_scripts_are_recognized() {
    for (text, quote) in [
        ("״שלום לכם״ אמר", "שלום לכם"),
        ("״דובר צה״ל אמר שלום״ אמר", "דובר צה\"ל אמר שלום"),
        ("׳שלום לכם׳ אמר", "שלום לכם"),
        ("«مرحـــبا»", "مرحبا"),
        ("«مرحبا»", "مرحـــبا"),
        ("“papan 24\" itu besar,” katanya.", "papan 24\" itu besar"),
        ("“papan 24″ dan 30″ itu besar,” katanya.", "papan 24″ dan 30″ itu besar"),
        ("“papan 24” itu besar,” katanya.", "papan 24” itu besar"),
        ("\"papan 24\" itu besar,\" katanya.", "papan 24\" itu besar"),
        ("\"Kami punya 24\" kata Rano. \"Kami senang,\" katanya.", "Kami punya 24"),
        ("\"Kami punya 24\" kata Rano. Layar 30\" rusak.", "Kami punya 24"),
    ] {
        assert_eq!(in_marks(text, quote), "verified", "{quote} in {text}");
    }
    assert!(in_marks("״שלום לכם״ אמר", "אמר").starts_with("outside"));
}

#[test]
fn an_unmatched_mark_is_reported() {
    let text = "“Kami belajar, kata Ratna.\nIa pulang. Ia senang.\n“Loket buka,” kata Budi.\nTamu pulang,” katanya.\n";
    assert_eq!(in_marks(text, "Kami belajar"), "unpaired “ 1:1+1");
    assert_eq!(in_marks(text, "Kami belajar, kata Ratna"), "outside kata Ratna 1:16+10");
    assert_eq!(in_marks(text, "Ia pulang"), "outside Ia pulang 2:1+9");
    assert_eq!(in_marks(text, "Loket buka"), "verified");
    assert_eq!(in_marks(text, "Tamu pulang"), "unpaired ” 4:13+1");
    for text in [
        "“Kami belajar, kata Ratna. “Loket buka,” kata Budi.",
        "“Kami belajar, kata Ratna.\n“Loket buka,” kata Budi.",
        "\"Kami belajar, kata Ratna. \"Loket buka,\" kata Budi.",
        "«Kami belajar, kata Ratna.\n\n«Loket buka,» kata Budi.",
        "‘Kami belajar, kata Ratna.\n\n‘Loket buka,’ kata Budi.",
        "“Kami belajar, kata Ratna.\n\nMereka pulang.\n\n“Loket buka,” kata Budi.",
    ] {
        assert!(in_marks(text, "Kami belajar").starts_with("unpaired"), "{text}");
        assert_eq!(in_marks(text, "Loket buka"), "verified", "{text}");
        assert!(in_marks(text, "kata Budi").starts_with("outside"), "{text}");
    }
}

#[test]
fn a_quotation_of_several_paragraphs_opens_with_each() {
    for text in [
        "“Kami belajar.\n\n“Kami membuka diri.\n\n“Kami pulang,” kata Ratna.",
        "“Kami belajar.\n“Kami membuka diri.\n“Kami pulang,” kata Ratna.",
        "\"Kami belajar.\n\n\"Kami membuka diri.\n\n\"Kami pulang,\" kata Ratna.",
        "« Kami belajar.\n\n« Kami membuka diri.\n\n« Kami pulang », kata Ratna.",
        "‘Kami belajar.\n\n‘Kami membuka diri.\n\n‘Kami pulang,’ kata Ratna.",
    ] {
        for quote in [
            "Kami belajar",
            "Kami membuka diri.",
            "Kami belajar. Kami membuka diri. Kami pulang",
            "Kami belajar. “Kami membuka diri. “Kami pulang",
            "Kami belajar … Kami pulang",
        ] {
            assert_eq!(in_marks(text, quote), "verified", "{quote} in {text}");
        }
    }
    // Lines break anywhere; a paragraph ends after a sentence.
    let text = "“Kami belajar.\nKami membuka\ndiri,” kata Ratna. “Kami pulang\n\nbesok,” katanya.";
    assert_eq!(in_marks(text, "Kami belajar. Kami membuka diri"), "verified");
    assert_eq!(in_marks(text, "Kami pulang besok"), "verified");
}

#[test]
fn invisible_differences_are_ignored() {
    for (text, quote) in [
        ("Satu kalimat … lalu.", "Satu kalimat ... lalu"),
        ("Satu kalimat...lalu.", "Satu kalimat … lalu"),
        ("Satu kalimat . . . lalu.", "Satu kalimat […] lalu"),
        ("pela-\nyanan antar-\r\n  daerah", "pelayanan antar-daerah"),
        ("pela-\nyanan antar-\ndaerah", "pela- yanan antar-\ndaerah"),
        ("pela\u{ad}yanan pe\u{ad}\nlayanan", "pelayanan pelayanan"),
        ("pra-\ndan pasca", "pra- dan pasca"),
        ("eﬁsien ﬂuktuasi", "efisien fluktuasi"),
        ("pe\u{200b}layanan \u{feff}publik\u{200f}", "pelayanan publik"),
        ("Rp\u{a0}10.000 per\u{202f}orang", "Rp 10.000  per orang"),
        ("kafe\u{301} Jum’at", "kafé Jum'at"),
        ("Qur`an Qurʼan", "Qur’an Qur'an"),
        ("kata ‘satu pintu’ itu — lengkap", "kata “satu pintu” itu - lengkap"),
        ("serba‑digital", "serba-digital"),
        ("公務\n到底，如何", "公務到底,如何"),
        ("ให้\nบริการ", "ให้บริการ"),
        ("Apa ?", "Apa?"),
        ("１２ ＡＢ", "12 AB"),
    ] {
        let text = format!("Tadi: «{text}», katanya.");
        assert_eq!(in_marks(&text, quote), "verified", "{quote} in {text}");
    }
}

#[test]
fn visible_differences_are_named() {
    for (text, quote, difference) in [
        ("meningkatkan kualitas pelayanan", "meningkatkan mutu pelayanan", "mutu|kualitas"),
        ("kami terus belajar", "Kami terus belajar", "Kami|kami"),
        ("satu pintu, dua loket", "satu pintu; dua loket", "pintu; dua|pintu, dua"),
        ("satu ‘pintu’ saja", "satu pintu saja", "satu pintu|satu ‘pintu"),
        ("tanggal 10-20 orang", "tanggal 1020 orang", "1020|10-20"),
        ("tanggal 10-\n20 orang", "tanggal 1020 orang", "1020|10- 20"),
        ("Jum’at tutup", "Jumat tutup", "Jumat|Jum’at"),
        ("m² tanah", "m2 tanah", "m2|m²"),
        ("kapan selesai", "kapan selesai?", "selesai?|selesai»,"),
        ("loket buka", "loket buka pagi", "pagi|"),
        ("loket kami buka pagi sekali", "loket kami tutup buka pagi", "tutup|"),
        ("maju di kota besar", "maju dikota besar", "dikota|di kota"),
        ("satu kata lain kali", "satu k\u{430}ta lain kali", "k\u{430}ta|kata"),
    ] {
        let text = format!("Tadi: «{text}», katanya.");
        let found = in_marks(&text, quote);
        assert!(found.starts_with(&format!("{difference} 1:")), "{found}: {quote} in {text}");
    }
    assert_eq!(in_marks("“Satu pintu,” katanya.", "Lain sama sekali"), "absent");
    assert_eq!(in_marks("“Satu 👍,” katanya.", "👍"), "verified");
    assert_eq!(in_marks("“Satu,” katanya.", "👍"), "absent");
}

#[test]
fn a_transcript_prints_quotes_without_marks() {
    let text = "Ratna: Kami belajar. He wrote: “The first paragraph\n\n“The second.”\n";
    for quote in ["Kami belajar", "He wrote: “The first paragraph", "Kami belajar … The second"] {
        assert_eq!(excerpt(text, quote, false), "verified", "{quote}");
    }
    assert_eq!(excerpt(text, "Kami mengajar", false), "absent");
    assert_eq!(excerpt(text, "Ratna: Kami He wrote: The", false), "left out belajar 1:13+7");
}

const MARKS: &[(&str, &str)] = &[
    ("“", "”"),
    ("\"", "\""),
    ("„", "“"),
    ("«", "»"),
    ("« ", " »"),
    ("»", "«"),
    ("「", "」"),
    ("‘", "’"),
    ("'", "'"),
];

/// A word of the speaker followed by punctuation. Reporters use other letters.
fn spoken() -> impl Strategy<Value = (String, &'static str)> {
    let word = prop_oneof![
        "[A-Ma-m]{1,7}",
        "[a-m]{2,5}['’-][a-m]{2,5}",
        "[a-me\u{e9}]{1,3}ﬁ[a-m]{0,3}",
        // A no-break space before three digits may belong to a number.
        "[0-9]{1,2}",
        Just("公務".to_owned()),
    ];
    let signs = [" ", " ", " ", ", ", ". ", " — ", " … ", "? ", "; ", " (", ") ", "! "];
    (word, prop::sample::select(signs.to_vec()))
}

/// The same for the surrounding text. The numbers decide the choices.
fn noisy(text: &str, choices: &[u8]) -> String {
    let mut choices = choices.iter().cycle().copied();
    let mut choose = || choices.next().unwrap_or_default();
    let mut out = String::new();
    let letters: Vec<char> = text.chars().collect();
    for (at, &c) in letters.iter().enumerate() {
        let within = at > 0
            && [at - 1, at + 1].iter().all(|at| letters.get(*at).is_some_and(char::is_ascii_lowercase));
        match (c, choose() % 6) {
            (' ', 0) => out.push('\u{a0}'),
            (' ', 1) => out.push_str("  "),
            (' ', 2) => out.push_str("\r\n"),
            ('…', 0 | 1) => out.push_str("..."),
            ('…', 2) => out.push_str(". . ."),
            ('—', 0) => out.push('–'),
            ('-', 0) => out.push('\u{2011}'),
            ('\'', 0) => out.push('’'),
            ('’', 0) => out.push('\''),
            ('ﬁ', 0) => out.push_str("fi"),
            ('é', 0) => out.push_str("e\u{301}"),
            ('a'..='m', 0) if within => out.extend([c, '\u{ad}']),
            ('a'..='m', 1) if within => out.extend([c, '\u{200b}']),
            ('a'..='m', 2) if within => out.extend([c, '-', '\n']),
            _ => out.push(c),
        }
    }
    out
}

proptest! {
    #[test]
    fn any_part_of_a_quotation_is_verified(
        words in prop::collection::vec(spoken(), 1..12),
        (from, length) in (0usize..12, 1usize..12),
        (open, close) in prop::sample::select(MARKS.to_vec()),
        (before, after) in ("([N-Zn-z]{1,5}[,.]? ){0,4}", "([N-Zn-z]{1,5}[,.]? ){0,4}"),
        choices in prop::collection::vec(any::<u8>(), 1..40),
    ) {
        let joined = |words: &[(String, &str)]| words.iter().map(|(word, signs)| word.clone() + signs).collect::<String>();
        let from = from % words.len();
        let part = joined(&words[from..(from + length).min(words.len())]);
        let text = format!("{before}{open}{},{close} {after}", joined(&words).trim_end());
        prop_assert_eq!(in_marks(&text, &part), "verified", "{:?} in {:?}", part, text);
        let noisy = noisy(&text, &choices);
        prop_assert_eq!(in_marks(&noisy, &part), "verified", "{:?} in {:?}", part, noisy);
    }

    #[test]
    fn no_word_of_a_reporter_is_verified(
        words in prop::collection::vec("[a-m]{1,5}", 1..6),
        reported in prop::collection::vec("[n-z]{1,5}", 1..6),
        (open, close) in prop::sample::select(MARKS.to_vec()),
        (from, length) in (0usize..18, 1usize..18),
    ) {
        let text = format!("{} {open}{}{close} {}.", reported.join(" "), words.join(" "), reported.join(" "));
        let all: Vec<&str> = reported.iter().chain(&words).chain(&reported).map(String::as_str).collect();
        let from = from % all.len();
        let part = &all[from..(from + length).min(all.len())];
        let is_spoken = part.iter().all(|word| words.iter().any(|spoken| spoken == word));
        let found = in_marks(&text, &part.join(" "));
        prop_assert_eq!(is_spoken, found == "verified", "{}: {:?} in {:?}", found, part, text);
    }

    #[test]
    fn any_two_texts_can_be_compared(text in any::<String>(), quote in any::<String>(), signs in "[“”\"'‘’«»a \n.]{0,30}") {
        for (text, quote) in [(&text, &quote), (&signs, &text), (&text, &signs), (&signs, &signs)] {
            if let Ok(source) = TextFile::decode("a.txt", text.clone().into()) {
                SourceTexts(vec![SourceText::of(source)]).mismatch(quote, true);
            }
        }
    }
}
