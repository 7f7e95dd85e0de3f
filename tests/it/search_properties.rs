//! Properties of the search: on small archives, compared with a naive search.

use std::sync::Arc;

use lawat::load::load_text;
use lawat::model::{Archive, Record};
use lawat::search::{Index, MatchLevel, Query, SearchResult};
use proptest::prelude::*;

use crate::session::Session;

const WORDS: &[&str] =
    &["mutu", "layanan", "pelayanan", "loket", "antrean", "warga", "inspirasi", "kota", "satu", "pintu"];

/// Statements of a few words each, and no other texts.
fn archive() -> impl Strategy<Value = (Vec<Vec<&'static str>>, Archive)> {
    let text = prop::collection::vec(prop::sample::select(WORDS.to_vec()), 1..8);
    prop::collection::vec(text, 1..12).prop_map(|texts| {
        let statements: Vec<String> = texts
            .iter()
            .enumerate()
            .map(|(n, words)| format!("{{id: q{n}, type: quote, text: {}}}", words.join(" ")))
            .collect();
        let file = format!(
            "schema_version: '1.0'\nvisits: [{{id: v, title: Judul, statements: [{}]}}]\n",
            statements.join(", ")
        );
        (texts, load_text("a.yaml", file.into_bytes()).archive)
    })
}

fn query() -> impl Strategy<Value = Vec<&'static str>> {
    prop::collection::vec(
        prop::sample::select(vec!["mutu", "lay", "layanan", "loket", "pin", "kota", "zebra"]),
        1..4,
    )
}

fn literal(archive: &Archive, query: &str) -> Vec<SearchResult> {
    let hits = Arc::new(Index::new(archive)).search(&Query::parse(query).unwrap()).ranked();
    hits.into_iter().filter(|hit| hit.level >= MatchLevel::Literal).collect()
}

fn words_of<'a>(texts: &'a [Vec<&'static str>], archive: &Archive, hit: &SearchResult) -> &'a [&'static str] {
    let Some(Record::Statement(_, statement)) = archive.record(hit.target) else { panic!("only statements") };
    let number: usize = statement.id.as_str().trim_start_matches('q').parse().unwrap();
    &texts[number]
}

/// Whether a text contains a term; one or two letters match the beginning of words only.
fn has(words: &[&str], term: &str) -> bool {
    words.iter().any(|word| word.starts_with(term) || (term.len() > 2 && word.contains(term)))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn the_total_is_that_of_a_naive_scan((texts, archive) in archive(), terms in query()) {
        let found = literal(&archive, &terms.join(" "));
        let naive = texts.iter().filter(|words| terms.iter().all(|term| has(words, term))).count();
        // If a word occurs nowhere, the others may be enough; that is reported.
        let whole = found.iter().all(|hit| terms.iter().all(|term| has(words_of(&texts, &archive, hit), term)));
        prop_assert!(found.len() == naive || (naive == 0 && !whole));
    }

    #[test]
    fn another_word_never_adds_literal_results((texts, archive) in archive(), terms in query(), more in query()) {
        let few = texts.iter().filter(|words| terms.iter().chain(&more).all(|term| has(words, term))).count();
        prop_assume!(few > 0);
        let before = literal(&archive, &terms.join(" ")).len();
        let after = literal(&archive, &[terms, more].concat().join(" ")).len();
        prop_assert!(after <= before);
    }

    #[test]
    fn complete_matches_rank_above_partial_ones((_, archive) in archive(), typed in "[a-z]{3,9}( [a-z]{3,9})?") {
        let hits = Arc::new(Index::new(&archive)).search(&Query::parse(&typed).unwrap()).ranked();
        prop_assert!(hits.is_sorted_by(|a, b| a.level >= b.level));
    }

    #[test]
    fn a_phrase_ranks_above_its_separate_words((texts, archive) in archive(), first in 0usize..10, second in 0usize..10) {
        let (first, second) = (WORDS[first], WORDS[second]);
        prop_assume!(first != second);
        let hits = literal(&archive, &format!("{first} {second}"));
        let together = |hit: &SearchResult| words_of(&texts, &archive, hit).windows(2).any(|pair| pair == [first, second]);
        let apart_before_together = hits.windows(2).any(|pair| {
            pair[0].level < MatchLevel::Phrase && together(&pair[1])
        });
        prop_assert!(!apart_before_together);
    }

    #[test]
    fn any_string_is_answered_or_rejected(typed in any::<String>()) {
        let session = Session::example().press("/");
        let session = typed.chars().filter(|c| *c != '<').fold(session, |session, c| session.press(&c.to_string()));
        session.screen();
    }
}

#[test]
fn long_and_odd_queries_are_answered_quickly() {
    let archive = load_text("a.yaml", lawat::load::EXAMPLE.into()).archive;
    let index = Arc::new(Index::new(&archive));
    let long = "a".repeat(100_000);
    for typed in [long.as_str(), "\0", "\u{301}\u{301}", "İ ß", "שלום عليكم", "((((", "a | | b", "-", "!!"]
    {
        if let Ok(query) = Query::parse(typed) {
            index.search(&query);
        }
    }
    let book = format!(
        "schema_version: '1.0'\nvisits: [{{id: v, title: V, statements: [{{id: s, type: quote, text: {}}}]}}]\n",
        "kata ".repeat(1_000_000)
    );
    let archive = load_text("a.yaml", book.into_bytes()).archive;
    assert_eq!(literal(&archive, "kata").len(), 1);
}

/// What somebody types, and the record that they would expect first.
const EXPECTED: &[(&str, &str)] = &[
    // Words of a quote, half remembered.
    ("mendaftar rumah", "sehat-1"),
    ("waktu tunggu obat", "sehat-2"),
    ("pendaftaran daring", "sehat-3"),
    ("imunisasi", "sehat-4"),
    ("ujung tombak", "sehat-5"),
    ("stunting desa", "sehat-6"),
    ("kesalahan resep", "sehat-7"),
    ("satu hari kerja", "pintu-1"),
    ("instansi satu atap", "pintu-2"),
    ("antrean elektronik", "pintu-3"),
    ("hak warga", "pintu-4"),
    ("mendengar keluhan", "pintu-5"),
    ("nota kesepahaman", "pintu-6"),
    ("pengaduan tiga hari", "pintu-7"),
    ("pemasaran digital", "umkm-1"),
    ("rotan eropa", "umkm-2"),
    ("bahan baku", "umkm-3"),
    ("anggaran pembinaan", "umkm-4"),
    ("halal", "umkm-5"),
    ("ekonomi kreatif", "umkm-6"),
    ("hujan turun", "banjir-1"),
    ("sungai dikeruk", "banjir-2"),
    ("peringatan dini", "banjir-3"),
    ("drainase sampah", "banjir-5"),
    ("ingatan", "arsip-1"),
    ("dipindai", "arsip-2"),
    ("tanda tangan elektronik", "arsip-3"),
    ("menginap", "wisata-1"),
    ("kas desa", "wisata-3"),
    ("promosi", "wisata-4"),
    // Phrases.
    ("\"rumah pompa\" tiga", "banjir-4"),
    ("\"dua puluh menit\"", "sehat-2"),
    ("\"dua puluh empat\"", "pintu-2"),
    // Names, half remembered, without titles, with other apostrophes and accents.
    ("bambang suryono", "bambang"),
    ("suryono", "bambang"),
    ("dewi anggra", "dewi"),
    ("yusuf masud", "yusuf"),
    ("mas’ud", "yusuf"),
    ("lina cafe", "lina"),
    ("ir surya atmaja", "surya"),
    ("wirawan", "nyoman"),
    ("simbolon", "clara"),
    // Offices and abbreviations.
    ("sekda waru", "gilang"),
    ("walikota jati", "bambang"),
    ("wabup kenanga", "tuti"),
    ("kadis koperasi", "rina"),
    ("dinkes randu", "yusuf"),
    ("kabag umum nangka", "edi"),
    ("anggota dewan pala", "hasan"),
    // Places.
    ("mpp jati", "mpp"),
    ("rsud cemara", "rsud"),
    ("bukit senja", "bukit"),
    ("waduk", "waduk"),
    ("galeri seroja", "galeri"),
    // Typos.
    ("imunsiasi", "sehat-4"),
    ("pemasran digital", "umkm-1"),
    ("menginpa", "wisata-1"),
    ("bambnag", "bambang"),
    ("drainasi", "banjir-5"),
    // Affixes and stems.
    ("keruk sungai", "banjir-2"),
    ("pindai surat", "arsip-2"),
    ("tuang nota", "pintu-6"),
    ("pelatihan usaha", "umkm-1"),
    ("latih arsiparis", "arsip-4"),
    // A speaker and a subject.
    ("dewi resep", "sehat-7"),
    ("siapa:tuti peringatan", "banjir-3"),
    ("di:balai keluhan", "pintu-5"),
    ("tgl:2020 promosi", "wisata-4"),
];

/// Queries for which the expected record is not the first, with the reason.
const KNOWN_MISSES: &[&str] = &[
    // Statements of the mayor at the MPP of Jati have `jati` in more fields than the mayor, who is third.
    "walikota jati",
];

#[test]
fn the_expected_record_comes_first() {
    let archive = load_text("quotes.yaml", include_str!("../data/quotes.yaml").into()).archive;
    assert!(archive.targets().count() >= 60 && EXPECTED.len() >= 60);
    let index = Arc::new(Index::new(&archive));
    let mut first = 0;
    let mut misses = Vec::new();
    for (typed, expected) in EXPECTED {
        let hits = index.search(&Query::parse(typed).unwrap()).ranked();
        let ids: Vec<&str> =
            hits.iter().filter_map(|hit| Some(archive.record(hit.target)?.id().as_str())).take(5).collect();
        first += usize::from(ids.first() == Some(expected));
        if ids.first() != Some(expected) && !KNOWN_MISSES.contains(typed) {
            misses.push(format!("{typed}: {expected} in {ids:?}"));
        }
        assert!(ids.iter().take(3).any(|id| id == expected), "{typed}: {expected} in {ids:?}");
    }
    assert!(misses.is_empty(), "{misses:#?}");
    assert!(first * 10 >= EXPECTED.len() * 9, "{first} of {}", EXPECTED.len());
}
