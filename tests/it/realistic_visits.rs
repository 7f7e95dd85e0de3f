//! Realistic visits: a fixture for each situation, and what is shown of it.

use std::fmt::Write as _;

use lawat::lang::Lang;
use lawat::load::{Loaded, load, load_text};
use lawat::model::DateFrom;
use lawat::page::{PageContext, no_highlights};

/// Loads a fixture, which must have no errors and no warnings.
fn realistic(name: &str) -> Loaded {
    let loaded = load(&[format!("tests/data/life/{name}.yaml").into()]);
    assert_eq!(loaded.diagnostics, [], "{name}");
    loaded
}

/// All text that is shown of it.
fn read(loaded: &Loaded, lang: Lang) -> String {
    let archive = &loaded.archive;
    let ctx = PageContext {
        archive,
        lang,
        columns: 200,
        highlights: &no_highlights,
        mixed_visits: false,
        translation: None,
        published: false,
    };
    let details = archive.targets().filter_map(|target| archive.record(target)).flat_map(|it| ctx.detail(it));
    details.map(|line| line.plain() + "\n").collect()
}

fn shows(name: &str, lang: Lang, all: &[&str]) -> Loaded {
    let loaded = realistic(name);
    let text = read(&loaded, lang);
    for words in all {
        assert!(text.contains(words), "{name}: {words}\n{text}");
    }
    loaded
}

#[test]
fn three_days_and_an_undated_stop() {
    let loaded = shows("three-days", Lang::Id, &["Hari kunjungan ke monumen tidak disebut."]);
    let visit = &loaded.archive.visits[0];
    assert_eq!(visit.stops_in_order(), [0, 1, 2]);
    assert_eq!(visit.itinerary[2].start_date, None);
}

#[test]
fn four_trips_under_one_budget() {
    let loaded = shows(
        "one-budget",
        Lang::Id,
        &["IDR 48.250.000", "pagu empat perjalanan", "Perjalanan dinas triwulan I"],
    );
    let visits = &loaded.archive.visits;
    let part_of =
        |visit: &&lawat::model::Visit| visit.related.iter().any(|related| related.visit == visits[0].id);
    assert_eq!(visits.iter().filter(part_of).count(), 4);
}

#[test]
fn only_the_year_is_unknown() {
    let loaded = shows("year-unknown", Lang::En, &["19 October, year unknown"]);
    let date = loaded.archive.visits[0].start_date.unwrap();
    assert_eq!((date.year(), date.day(), date.earliest()), (None, Some(19), None));
}

#[test]
fn forty_of_whom_two_are_named() {
    shows("delegation", Lang::Id, &["40 orang", "Sari Wangi", "Bima Perkasa"]);
}

#[test]
fn a_company_speaks() {
    shows("company", Lang::En, &["— PT Antre Nusantara", "about September 2024"]);
}

#[test]
fn a_speech_is_read_by_a_deputy() {
    shows("deputy", Lang::En, &["— Wiguna Lestari, Wali Kota Batu", "Aditi Purnama"]);
}

#[test]
fn an_agreement_is_announced_and_not_signed() {
    shows(
        "agreement",
        Lang::En,
        &["Nota kesepahaman akan disusun (memorandum of understanding, announced, Kota A, Kota B, #nota)"],
    );
}

#[test]
fn one_utterance_in_two_outlets() {
    let loaded = shows("variants", Lang::Id, &["Koran Pagi, hlm. 3", "Koran Sore"]);
    let [first, second] = loaded.archive.visits[0].statements.as_slice() else { panic!("two") };
    assert_eq!(second.variant_of.as_ref(), Some(&first.id));
}

#[test]
fn a_meeting_without_a_stop() {
    let loaded = shows("meeting", Lang::En, &["Rapat dibuka."]);
    let visit = &loaded.archive.visits[0];
    assert!(visit.itinerary.is_empty());
    assert_eq!(visit.dated(&visit.statements[1]).map(|dated| dated.from), Some(DateFrom::Visit));
}

#[test]
fn names_and_ids_of_other_scripts() {
    let all = ["友好访问#话", "محمد العربي", "José Núñez Ñandú", "Nguyễn Thị Ánh", "می\u{200c}خواهم"];
    shows("names", Lang::Id, &all);
}

#[test]
fn a_printed_weekday_that_is_wrong_and_known_to_be() {
    let loaded = shows("wrong-weekday", Lang::Id, &["Sabtu (9/1/2026)", "Jumat, 9 Januari 2026"]);
    // Without the note, the mismatch is reported.
    let text = include_str!("../data/life/wrong-weekday.yaml");
    let unnoted: String =
        text.lines().filter(|line| !line.contains("notes:")).fold(String::new(), |mut all, line| {
            let _ = writeln!(all, "{line}");
            all
        });
    let codes: Vec<&str> =
        load_text("a.yaml", unnoted.into()).diagnostics.iter().map(|it| it.code().name()).collect();
    assert_eq!((codes, loaded.archive.visits.len()), (vec!["weekday-mismatch"], 1));
}

#[test]
fn a_transcript_of_a_thousand_statements() {
    let mut text = String::from(
        "schema_version: '1.0'\nvisits:\n  - id: sidang\n    title: Sidang contoh\n    sources: [{id: risalah, type: transcript}]\n    \
         participants: [{id: ketua, post: Ketua}]\n    statements:\n",
    );
    for at in 1..=1_000 {
        let _ = writeln!(
            text,
            "      - {{id: t{at}, type: narrative, text: Butir {at} dibacakan., speaker: ketua, position: {at}, sources: [{{id: risalah, locator: hlm. {at}}}]}}"
        );
    }
    let loaded = load_text("a.yaml", text.into());
    assert_eq!(loaded.diagnostics, []);
    let visit = &loaded.archive.visits[0];
    assert_eq!((visit.statements.len(), visit.statements_in_order()[999]), (1_000, 999));
}
