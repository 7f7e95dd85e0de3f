//! How queries are parsed, and what they highlight.

use proptest::prelude::*;

use super::*;
use crate::search::DateFilterError;

fn highlighted(query: &str, text: &str) -> Vec<String> {
    let ranges = Query::parse(query).expect(query).highlights(text);
    ranges.into_iter().map(|range| text.get(range).expect("a boundary").to_owned()).collect()
}

fn clauses(query: &str) -> Vec<String> {
    let show = |atom: &Atom| {
        let field = atom.field.map(|field| format!("{field:?}:")).unwrap_or_default();
        match &atom.form {
            AtomForm::Phrase(variants) => {
                format!("{field}Phrase({:?})", variants.first().expect("a variant"))
            }
            form => format!("{field}{form:?}"),
        }
    };
    let query = Query::parse(query).expect(query);
    let clause = |clause: &Clause| {
        let any = clause.alternatives.iter().map(show).collect::<Vec<_>>().join(" | ");
        let sign = if clause.negated {
            "-"
        } else if clause.optional {
            "?"
        } else {
            ""
        };
        format!("{sign}{any}")
    };
    query.clauses.iter().map(clause).collect()
}

#[test]
fn every_form_is_parsed() {
    assert_eq!(clauses("Mutu layanan"), ["Word(\"mutu\")", "Word(\"layanan\")"]);
    assert_eq!(
        clauses("\"mutu pelayanan\" “satu pintu”"),
        ["Phrase([\"mutu\", \"pelayanan\"])", "Phrase([\"satu\", \"pintu\"])"]
    );
    assert_eq!(clauses("'mutu ^pem kan$"), ["Exact(\"mutu\")", "Prefix(\"pem\")", "Suffix(\"kan\")"]);
    assert_eq!(
        clauses("-rumah !\"rumah sakit\" x"),
        ["-Word(\"rumah\")", "-Phrase([\"rumah\", \"sakit\"])", "Word(\"x\")"]
    );
    assert_eq!(clauses("mpp | rsud kota"), ["Word(\"mpp\") | Word(\"rsud\")", "Word(\"kota\")"]);
    assert_eq!(clauses("mpp|rsud kota"), clauses("mpp | rsud kota"));
    assert_eq!(clauses("kota:a|kota:b"), ["City:Word(\"a\") | City:Word(\"b\")"]);
    assert_eq!(clauses("kota:a|\"b c\""), ["City:Word(\"a\") | City:Phrase([\"b\", \"c\"])"]);
    assert_eq!(clauses("kota:a | b"), ["City:Word(\"a\") | Word(\"b\")"]);
    assert_eq!(clauses("kota:a|siapa:b"), ["City:Word(\"a\") | Person:Word(\"b\")"]);
    assert_eq!(clauses("-kota:a|b"), ["-City:Word(\"a\")", "-City:Word(\"b\")"]);
    assert_eq!(clauses("\"a|b\""), ["Phrase([\"a\", \"b\"])"]);
    assert_eq!(clauses("siapa:bagus who:bagus"), ["Person:Word(\"bagus\")", "Person:Word(\"bagus\")"]);
    assert_eq!(clauses("di:\"balai kota\""), ["Stop:Phrase([\"balai\", \"kota\"])"]);
    assert_eq!(clauses("jenis:kutipan type:quote"), ["Type:Type(Quote)", "Type:Type(Quote)"]);
    assert_eq!(clauses("10/1/2026"), ["Phrase([\"10\", \"1\", \"2026\"])"]);
    assert_eq!(clauses("09:30"), ["Phrase([\"09\", \"30\"])"]);
    assert_eq!(clauses("| | - ! ' ^ $ \"\" ,"), [""; 0]);
    assert_eq!(clauses("Dr. Bagus"), ["?Word(\"dr\")", "Word(\"bagus\")"]);
    assert_eq!(clauses("dr"), ["Word(\"dr\")"]);
}

#[test]
fn a_date_may_be_written_in_several_words() {
    let dates = |text: &str| {
        let query = Query::parse(text).expect(text);
        let show = |clause: &Clause| match clause.alternatives.as_slice() {
            [Atom { form: AtomForm::Days(DateFilter { days, within }), .. }] => {
                format!("{}{}..{}", if *within { "=" } else { "" }, days.first, days.last)
            }
            [atom] => atom.folded_text(),
            _ => String::new(),
        };
        query.clauses.iter().map(show).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(dates("tgl:januari 2025 antrean"), "2025-01-01..2025-01-31 antrean");
    assert_eq!(dates("tgl:\"januari 2025\" antrean"), "2025-01-01..2025-01-31 antrean");
    assert_eq!(dates("antrean tgl:Q1 2025"), "antrean 2025-01-01..2025-03-31");
    assert_eq!(dates("date:12 March 2024 2025"), "2024-03-12..2024-03-12 2025");
    assert_eq!(dates("tgl:jan 2025..mar 2025 x"), "2025-01-01..2025-03-31 x");
    assert_eq!(dates("tgl:>januari 2025"), "2025-02-01..9999-12-31");
    // A complete date takes no further words.
    assert_eq!(dates("tgl:2024 2025"), "2024-01-01..2024-12-31 2025");
    assert_eq!(dates("tgl:=2024-06"), "=2024-06-01..2024-06-30");
    assert_eq!(dates("tgl:"), "");
    assert!(Query::parse("tgl:januari siapa:2025").is_err());
    assert!(Query::parse("tgl:januari -2025").is_err());
}

#[test]
fn an_ambiguous_date_is_remarked() {
    let remark = |text: &str| Query::parse(text).expect(text).remark(Lang::En);
    assert_eq!(
        remark("tgl:01/02/2025..30/06/2025 x").as_deref(),
        Some("read as day/month: 1 Feb – 30 Jun 2025")
    );
    assert_eq!(remark("tgl:2025-02-01"), None);
}

#[test]
fn an_invalid_query_has_a_position_and_a_reason() {
    let error = |text: &str| Query::parse(text).expect_err(text);
    assert_eq!(error("mutu \"layanan"), QueryError { position: 5, kind: QueryErrorKind::UnclosedQuote });
    assert_eq!(error("mutu jenis:lisan").position, 5);
    assert_eq!(error("jenis:lisan").kind, QueryErrorKind::InvalidValue("jenis", "lisan".to_owned()));
    assert_eq!(
        error("tgl:kemarin").kind,
        QueryErrorKind::InvalidDate("kemarin".to_owned(), DateFilterError::Relative)
    );
    assert_eq!(
        error("tgl:hari ini").kind,
        QueryErrorKind::InvalidDate("hari ini".to_owned(), DateFilterError::Relative)
    );
    assert_eq!(error("x tgl:januari").position, 2);
    let message = error("date:yesterday").message(Lang::En);
    assert_eq!(message, "“yesterday” depends on today; write the date, for example 2026-01-10 or 2026-01");
}

#[test]
fn an_unknown_field_is_text_with_a_remark() {
    assert_eq!(clauses("Catatan: biaya"), ["Word(\"catatan\")", "Word(\"biaya\")"]);
    assert_eq!(clauses("siap:bagus"), ["Word(\"siap\")", "Word(\"bagus\")"]);
    assert_eq!(clauses("-x:\"a b\""), ["-Word(\"x\")", "-Phrase([\"a\", \"b\"])"]);
    assert_eq!(
        clauses("https://kota.go.id/x?y=1"),
        ["Phrase([\"https\", \"kota.go.id\", \"x\", \"y\", \"1\"])"]
    );
    let remark = |text: &str, lang| Query::parse(text).expect(text).remark(lang);
    assert_eq!(
        remark("siap:bagus", Lang::En).as_deref(),
        Some("unknown field “siap:”, searched as text; did you mean “siapa:”?")
    );
    assert_eq!(
        remark("Zzzzzz: x", Lang::Id).as_deref(),
        Some("isian “Zzzzzz:” tidak dikenal, dicari sebagai teks")
    );
    for text in ["https://kota.go.id/x?y=1", "09:30", "siapa:bagus", "kota:", "mutu"] {
        assert_eq!(remark(text, Lang::En), None, "{text}");
    }
    let unusual = remark("status:zzz", Lang::En);
    assert!(unusual.as_deref().is_some_and(|it| it.contains("tentative, confirmed")), "{unusual:?}");
    assert_eq!(remark("status:batal negara:jepang", Lang::En), None);
}

#[test]
fn a_kind_of_record_and_a_type_of_statement_are_told_apart() {
    assert_eq!(clauses("jenis:kunjungan"), ["Type:Kind(Visit)"]);
    for person in ["type:participant", "type:person", "jenis:peserta", "jenis:orang"] {
        assert_eq!(clauses(person), ["Type:Kind(Participant)"], "{person}");
    }
    assert_eq!(clauses("type:verbatim"), ["Type:Type(Quote)"]);
    assert!(
        matches!(&clauses("type:memorandum")[..], [it] if it.contains("Keyword") && it.contains("memorandum"))
    );
    assert_eq!(clauses("participant:a person:a"), clauses("peserta:a orang:a"));
}

#[test]
fn compounds_are_highlighted() {
    assert_eq!(highlighted("prakerja", "kartu Pra-Kerja dan prakerja"), ["Pra-Kerja", "prakerja"]);
    assert_eq!(highlighted("pra-kerja", "kartu prakerja, pra kerja"), ["prakerja", "pra kerja"]);
    assert_eq!(highlighted("covid 19", "COVID19"), ["COVID", "COVID19"]);
    assert_eq!(highlighted("alquran", "Al-Qur’an"), ["Al-Qur’an"]);
    assert_eq!(highlighted("台北", "臺北市"), ["臺北"]);
    assert_eq!(highlighted("quran", "Al-Qur’an"), ["Qur’an"]);
}

#[test]
fn the_matching_part_of_a_word_is_highlighted() {
    assert_eq!(highlighted("inspirasi", "banyak inspirasi bagi kami"), ["inspirasi"]);
    assert_eq!(highlighted("layan", "Pelayanan, melayani"), ["layan", "layan"]);
    assert_eq!(highlighted("cafe", "di Café"), ["Café"]);
    assert_eq!(highlighted("asse", "Straße"), ["aße"]);
    assert_eq!(highlighted("\"satu pintu\"", "satu, Satu Pintu"), ["Satu Pintu"]);
    assert_eq!(highlighted("kan$ -satu", "satukan satu"), ["kan"]);
}

#[test]
fn subsequences_are_highlighted_if_nothing_matches_better() {
    assert_eq!(highlighted("pntk", "Pontianak").concat(), "Pntk");
    assert_eq!(highlighted("pntk", "pntk Pontianak"), ["pntk"]);
}

proptest! {
    #[test]
    fn any_string_is_valid_or_an_error(query in any::<String>(), text in any::<String>()) {
        match Query::parse(&query) {
            Ok(query) => {
                for range in query.highlights(&text) {
                    prop_assert!(text.get(range).is_some());
                }
                query.matches(&[&text]);
            }
            Err(error) => prop_assert!(error.position <= query.chars().count()),
        }
    }

    #[test]
    fn any_operators_are_valid_or_an_error(query in "[a-z\"'^$|:!. -]{0,30}", text in "[a-z ]{0,30}") {
        if let Ok(query) = Query::parse(&query) {
            query.highlights(&text);
        }
    }
}

#[test]
fn a_pasted_book_is_a_valid_query() {
    let book = "a".repeat(100_000);
    assert_eq!(Query::parse(&book).map(|query| query.clauses.len()), Ok(1));
    assert_eq!(Query::parse(&"kata ".repeat(100_000)).map(|query| query.clauses.len()), Ok(MAX_ATOMS));
    let cut = Query::parse(&"kata ".repeat(100)).expect("a query");
    assert_eq!(cut.remark(Lang::En).as_deref(), Some("only the first 32 words are searched"));
    for long in [format!("tgl:{book}"), format!("jenis:{book}")] {
        let message = Query::parse(&long).expect_err("no value").message(Lang::Id);
        assert!(message.chars().count() < 200, "{message}");
    }
    let remark = Query::parse(&format!("{}:x", "b".repeat(1_000))).expect("text").remark(Lang::En);
    assert!(remark.is_some_and(|remark| remark.chars().count() < 200));
    let either = Query::parse(&"ini | itu ".repeat(1_000)).expect("a query");
    assert_eq!(either.clauses.iter().map(|clause| clause.alternatives.len()).sum::<usize>(), MAX_ATOMS);
}
