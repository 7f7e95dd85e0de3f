//! What is typed, what it means, and what is marked.

use proptest::prelude::*;

use super::*;

fn marked(query: &str, text: &str) -> Vec<String> {
    let ranges = Query::parse(query).expect(query).ranges(text);
    ranges.into_iter().map(|range| text.get(range).expect("a boundary").to_owned()).collect()
}

fn clauses(query: &str) -> Vec<String> {
    let show = |atom: &Atom| {
        let field = atom.field.map(|field| format!("{field:?}:")).unwrap_or_default();
        match &atom.form {
            Form::Phrase(ways) => format!("{field}Phrase({:?})", ways.first().expect("a way")),
            form => format!("{field}{form:?}"),
        }
    };
    let query = Query::parse(query).expect(query);
    let clause = |clause: &Clause| {
        let any = clause.any.iter().map(show).collect::<Vec<_>>().join(" | ");
        let sign = if clause.without {
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
fn every_form_is_read() {
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
        let show = |clause: &Clause| match clause.any.as_slice() {
            [Atom { form: Form::Days(DayFilter { days, wholly }), .. }] => {
                format!("{}{}..{}", if *wholly { "=" } else { "" }, days.first, days.last)
            }
            [atom] => atom.shown(),
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
    // What is a date by itself takes no more.
    assert_eq!(dates("tgl:2024 2025"), "2024-01-01..2024-12-31 2025");
    assert_eq!(dates("tgl:=2024-06"), "=2024-06-01..2024-06-30");
    assert_eq!(dates("tgl:"), "");
    assert!(Query::parse("tgl:januari siapa:2025").is_err());
    assert!(Query::parse("tgl:januari -2025").is_err());
}

#[test]
fn it_is_said_how_a_date_was_read() {
    let remark = |text: &str| Query::parse(text).expect(text).remark(Lang::En);
    assert_eq!(
        remark("tgl:01/02/2025..30/06/2025 x").as_deref(),
        Some("read as day/month: 1 Feb – 30 Jun 2025")
    );
    assert_eq!(remark("tgl:2025-02-01"), None);
}

#[test]
fn a_wrong_query_says_where_and_what() {
    let wrong = |text: &str| Query::parse(text).expect_err(text);
    assert_eq!(wrong("mutu \"layanan"), WrongQuery { at: 5, fault: QueryFault::OpenQuote });
    assert_eq!(wrong("mutu jenis:lisan").at, 5);
    assert_eq!(wrong("jenis:lisan").fault, QueryFault::BadValue("jenis", "lisan".to_owned()));
    assert_eq!(wrong("tgl:kemarin").fault, QueryFault::BadDate("kemarin".to_owned(), NoDays::Relative));
    assert_eq!(wrong("tgl:hari ini").fault, QueryFault::BadDate("hari ini".to_owned(), NoDays::Relative));
    assert_eq!(wrong("x tgl:januari").at, 2);
    let message = wrong("date:yesterday").message(Lang::En);
    assert_eq!(message, "“yesterday” depends on today; write the date, for example 2026-01-10 or 2026-01");
}

#[test]
fn what_is_no_field_is_text_and_said() {
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
        matches!(&clauses("type:memorandum")[..], [it] if it.contains("List") && it.contains("memorandum"))
    );
    assert_eq!(clauses("participant:a person:a"), clauses("peserta:a orang:a"));
}

#[test]
fn words_that_are_one_elsewhere_are_marked() {
    assert_eq!(marked("prakerja", "kartu Pra-Kerja dan prakerja"), ["Pra-Kerja", "prakerja"]);
    assert_eq!(marked("pra-kerja", "kartu prakerja, pra kerja"), ["prakerja", "pra kerja"]);
    assert_eq!(marked("covid 19", "COVID19"), ["COVID", "COVID19"]);
    assert_eq!(marked("alquran", "Al-Qur’an"), ["Al-Qur’an"]);
    assert_eq!(marked("台北", "臺北市"), ["臺北"]);
    assert_eq!(marked("quran", "Al-Qur’an"), ["Qur’an"]);
}

#[test]
fn the_matched_part_of_a_word_is_marked() {
    assert_eq!(marked("inspirasi", "banyak inspirasi bagi kami"), ["inspirasi"]);
    assert_eq!(marked("layan", "Pelayanan, melayani"), ["layan", "layan"]);
    assert_eq!(marked("cafe", "di Café"), ["Café"]);
    assert_eq!(marked("asse", "Straße"), ["aße"]);
    assert_eq!(marked("\"satu pintu\"", "satu, Satu Pintu"), ["Satu Pintu"]);
    assert_eq!(marked("kan$ -satu", "satukan satu"), ["kan"]);
}

#[test]
fn scattered_letters_are_marked_where_there_is_nothing_better() {
    assert_eq!(marked("pntk", "Pontianak").concat(), "Pntk");
    assert_eq!(marked("pntk", "pntk Pontianak"), ["pntk"]);
}

proptest! {
    #[test]
    fn any_string_is_a_query_or_says_why_not(query in any::<String>(), text in any::<String>()) {
        match Query::parse(&query) {
            Ok(query) => {
                for range in query.ranges(&text) {
                    prop_assert!(text.get(range).is_some());
                }
                query.fits(&[&text]);
            }
            Err(wrong) => prop_assert!(wrong.at <= query.chars().count()),
        }
    }

    #[test]
    fn any_signs_are_a_query_or_say_why_not(query in "[a-z\"'^$|:!. -]{0,30}", text in "[a-z ]{0,30}") {
        if let Ok(query) = Query::parse(&query) {
            query.ranges(&text);
        }
    }
}

#[test]
fn a_pasted_book_is_a_query_too() {
    let book = "a".repeat(100_000);
    assert_eq!(Query::parse(&book).map(|query| query.clauses.len()), Ok(1));
    assert_eq!(Query::parse(&"kata ".repeat(100_000)).map(|query| query.clauses.len()), Ok(ATOMS));
    let cut = Query::parse(&"kata ".repeat(100)).expect("a query");
    assert_eq!(cut.remark(Lang::En).as_deref(), Some("only the first 32 words are searched"));
    for long in [format!("tgl:{book}"), format!("jenis:{book}")] {
        let message = Query::parse(&long).expect_err("no value").message(Lang::Id);
        assert!(message.chars().count() < 200, "{message}");
    }
    let remark = Query::parse(&format!("{}:x", "b".repeat(1_000))).expect("text").remark(Lang::En);
    assert!(remark.is_some_and(|remark| remark.chars().count() < 200));
    let either = Query::parse(&"ini | itu ".repeat(1_000)).expect("a query");
    assert_eq!(either.clauses.iter().map(|clause| clause.any.len()).sum::<usize>(), ATOMS);
}
