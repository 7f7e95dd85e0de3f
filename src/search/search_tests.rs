//! Which records a search finds, and in which order.

use std::sync::Arc;

use super::super::{Depth, Hit, Hits, MatchLevel, Query, ScopeFilter, SearchFilter, SearchRequest, Searcher};
use super::*;
use crate::load::{EXAMPLE, load_text};
use crate::model::{Record, RecordKind, Target};

fn found(query: &str) -> (Archive, Hits) {
    let archive = load_text("visits.yaml", EXAMPLE.into()).archive;
    let hits = Arc::new(Index::new(&archive)).search(&Query::parse(query).expect(query));
    (archive, hits)
}

fn best(query: &str) -> Option<String> {
    let (archive, hits) = found(query);
    Some(archive.record(hits.best()?.target)?.id().to_string())
}

fn ids(query: &str, kind: RecordKind) -> Vec<String> {
    let (archive, hits) = found(query);
    let of_kind = hits.ranked().into_iter().filter(|hit| hit.target.kind == kind);
    of_kind.filter_map(|hit| Some(archive.record(hit.target)?.id().to_string())).collect()
}

#[test]
fn a_quote_is_found_by_a_word() {
    assert_eq!(best("inspirasi").as_deref(), Some("q3"));
    assert_eq!(best("INSPIRASI kesehatan").as_deref(), Some("q3"));
    assert_eq!(best("sinergi").as_deref(), Some("q5"));
}

#[test]
fn a_statement_is_found_by_speaker_stop_and_visit() {
    assert_eq!(ids("bagus motivasi", RecordKind::Statement), ["q4"]);
    assert_eq!(ids("sekretaris sinergi", RecordKind::Statement), ["q5"]);
    assert_eq!(ids("rsud inspirasi", RecordKind::Statement), ["q3"]);
    assert_eq!(ids("studi sinergi", RecordKind::Statement), ["q5"]);
}

#[test]
fn every_kind_is_found() {
    // Notes about other records contain the words, too.
    assert_eq!(ids("khatulistiwa", RecordKind::Stop).first().map(String::as_str), Some("tugu"));
    assert_eq!(ids("amirullah", RecordKind::Participant).first().map(String::as_str), Some("amirullah"));
    assert_eq!(ids("ssma", RecordKind::Organization), ["rsud-ssma"]);
    assert_eq!(ids("tiru", RecordKind::Visit), ["balikpapan-pontianak-2026"]);
}

#[test]
fn abbreviations_and_their_long_forms_find_each_other() {
    assert_eq!(ids("sekda", RecordKind::Participant), ["amirullah"]);
    assert_eq!(ids("wawali", RecordKind::Participant), ["bagus-susetyo"]);
    assert_eq!(ids("mal pelayanan", RecordKind::Stop).first().map(String::as_str), Some("mpp"));
    assert_eq!(ids("rumah sakit umum daerah", RecordKind::Stop).first().map(String::as_str), Some("rsud"));
}

#[test]
fn fuzzy_matches_rank_last_and_are_searched_only_if_needed() {
    let level = |query: &str| found(query).1.best().map(|hit| hit.level);
    assert_eq!((best("inspirsai").as_deref(), level("inspirsai")), (Some("q3"), Some(MatchLevel::Loose)));
    assert_eq!((best("motifasi").as_deref(), level("motifasi")), (Some("q4"), Some(MatchLevel::Loose)));
    assert_eq!((best("insprs").as_deref(), level("insprs")), (Some("q3"), Some(MatchLevel::Subsequence)));
    let (_, hits) = found("pontianak");
    assert!(hits.ranked().iter().all(|hit| hit.level >= MatchLevel::Literal));
}

#[test]
fn the_operators_of_the_query_language_work() {
    assert_eq!(ids("\"banyak inspirasi\"", RecordKind::Statement), ["q3"]);
    assert_eq!(ids("\"inspirasi banyak\"", RecordKind::Statement), [""; 0]);
    assert_eq!(ids("'pembenahan | 'sinergi", RecordKind::Statement).len(), 2);
    assert!(ids("mengapresiasi", RecordKind::Statement).contains(&"p5".to_owned()), "the stem of apresiasi");
    assert_eq!(ids("jenis:kutipan", RecordKind::Statement).len(), 5);
    assert_eq!(ids("jenis:kutipan siapa:amirullah", RecordKind::Statement), ["q5"]);
    assert_eq!(ids("jenis:kutipan di:rsud", RecordKind::Statement), ["q3", "q4"]);
    assert_eq!(ids("mutu -pelayanan", RecordKind::Statement), [""; 0]);
    assert_eq!(ids("tgl:2026-01 sinergi", RecordKind::Statement), ["q5"]);
    assert_eq!(ids("tgl:2025 sinergi", RecordKind::Statement), [""; 0]);
    assert_eq!(ids("'inspirasi", RecordKind::Statement), ["q3"]);
    assert_eq!(ids("'inspira", RecordKind::Statement), [""; 0]);
    assert_eq!(ids("^inspi", RecordKind::Statement), ["q3"]);
    assert_eq!(ids("nergi$", RecordKind::Statement), ["q5"]);
    assert_eq!(ids("topik:kesehatan jenis:kutipan", RecordKind::Statement), ["q3", "q4"]);
    assert_eq!(ids("sumber:artikel jenis:kutipan", RecordKind::Statement).len(), 5);
}

#[test]
fn a_phrase_comes_before_its_words_apart() {
    let text = "schema_version: '1.0'\nvisits:\n  - id: v\n    title: V\n    statements:\n      \
                - {id: a, type: quote, text: layanan yang baik butuh mutu dan lagi layanan}\n      \
                - {id: b, type: quote, text: kami bicara lama sekali tentang banyak hal lain dan juga mutu layanan di sana}\n";
    let archive = load_text("a.yaml", text.into()).archive;
    let hits = Arc::new(Index::new(&archive)).search(&Query::parse("mutu layanan").expect("a query"));
    let first = hits.best().and_then(|hit| archive.record(hit.target)).map(|record| record.id().to_string());
    assert_eq!((first.as_deref(), hits.best().map(|hit| hit.level)), (Some("b"), Some(MatchLevel::Phrase)));
}

#[test]
fn every_word_must_match_or_is_reported() {
    let (_, hits) = found("inspirasi kesehatan masyarakat zebra");
    assert_eq!((hits.total() > 0, hits.dropped_words), (true, vec!["zebra".to_owned()]));
    assert_eq!(found("inspirasi zebra").1.total(), 0, "one of two is not most of them");
    assert_eq!(found("tgl:1900 inspirasi kesehatan").1.total(), 0, "a filter is never dropped");
    assert_eq!(found("jenis:kutipan tgl:2026 zebra").1.total(), 0, "and does not count as a word");
    assert_eq!(found("").1.total(), 0);
    assert_eq!(found(" .,- ").1.total(), 0);
}

#[test]
fn the_number_of_segments_does_not_matter() {
    let archive = load_text("dozen.yaml", include_bytes!("../../tests/data/dozen.yaml").to_vec()).archive;
    let indices = [1, 2, 3, 7].map(|count| Arc::new(Index::with_segments(&archive, |_| count)));
    let queries = [
        "a",
        "me",
        "warga",
        "pelayanan publik",
        "kota -warga",
        "\"mal pelayanan\"",
        "siapa:kepala",
        "di:mpp",
        "tgl:2024",
        "jenis:kutipan | arsip",
        "pelayanna",
        "plyn",
        "zebra warga kota",
        "sumber:a",
        "topik:layanan",
        "^pe",
        "an$",
    ];
    for text in queries {
        let query = Query::parse(text).expect(text);
        let [one, others @ ..] = &indices;
        let expected = one.search(&query);
        for other in others {
            assert_eq!(other.search(&query), expected, "{text}");
        }
    }
}

#[test]
fn the_totals_of_a_quick_search_are_exact() {
    let archive = load_text("dozen.yaml", include_bytes!("../../tests/data/dozen.yaml").to_vec()).archive;
    let index = Arc::new(Index::new(&archive));
    for scope in
        [ScopeFilter::All, ScopeFilter::Visit(3), ScopeFilter::Stop(Target::new(2, RecordKind::Stop, 0))]
    {
        for kinds in [vec![], vec![RecordKind::Statement], vec![RecordKind::Stop, RecordKind::Visit]] {
            for text in ["a", "kota", "warga | kota", "pelayanan"] {
                let filter = SearchFilter { scope, kinds: kinds.clone() };
                let query = Query::parse(text).expect(text);
                let request = SearchRequest { query, filter, limit: 3 };
                let mut searcher = Searcher::new(Arc::clone(&index));
                let hits = searcher.search(&request, Depth::Quick, &|| false).expect("not cancelled");
                // The slow way: search everything, then filter.
                let is_in_filter = |target: Target| {
                    let is_kind = kinds.is_empty() || kinds.contains(&target.kind);
                    is_kind && is_within(&archive, scope, target)
                };
                let all = index.search(&request.query);
                let filtered = all
                    .ranked()
                    .into_iter()
                    .filter(|it| it.level >= MatchLevel::Literal && is_in_filter(it.target));
                assert_eq!(hits.total(), filtered.count(), "{text} {scope:?} {kinds:?}");
                assert!(hits.groups.iter().all(|group| group.hits.len() == group.total.min(3)));
            }
        }
    }
}

fn is_within(archive: &Archive, scope: ScopeFilter, target: Target) -> bool {
    match scope {
        ScopeFilter::All => true,
        ScopeFilter::Visit(visit) => target.visit == visit,
        ScopeFilter::Stop(stop) => {
            let at = archive.record(stop).map(|record| record.id().clone());
            match archive.record(target) {
                Some(Record::Statement(_, statement)) => target.visit == stop.visit && statement.stop == at,
                _ => target == stop,
            }
        }
    }
}

#[test]
fn a_cancelled_search_ends_without_an_answer() {
    let archive = load_text("visits.yaml", EXAMPLE.into()).archive;
    let request =
        SearchRequest { query: Query::parse("a").expect("a query"), limit: 9, ..SearchRequest::default() };
    let answer = Searcher::new(Arc::new(Index::new(&archive))).search(&request, Depth::Exact, &|| true);
    assert_eq!(answer, None);
}

#[test]
fn titles_are_optional() {
    assert_eq!(ids("dr bagus", RecordKind::Participant), ["bagus-susetyo"]);
    let text = "schema_version: '1.0'\nvisits:\n  - id: v\n    title: V\n    statements:\n      \
                - {id: a, type: quote, text: di kota sana hamil itu biasa}\n      \
                - {id: b, type: quote, text: setiap ibu hamil datang}\n";
    let archive = load_text("a.yaml", text.into()).archive;
    let hits = Arc::new(Index::new(&archive)).search(&Query::parse("ibu hamil").expect("a query"));
    let first = hits.best().and_then(|hit| archive.record(hit.target)).map(|record| record.id().to_string());
    assert_eq!((first.as_deref(), hits.total()), (Some("b"), 2));
}

#[test]
fn a_word_ranks_above_its_synonym() {
    let text = "schema_version: '1.0'\nvisits:\n  - id: v\n    title: V\n    statements:\n      \
                - {id: a, type: quote, text: puskesmas kami ramai sejak pagi hari sampai siang}\n      \
                - {id: b, type: quote, text: kesehatan warga kami jaga sejak pagi hari sampai siang}\n";
    let archive = load_text("a.yaml", text.into()).archive;
    let hits = Arc::new(Index::new(&archive)).search(&Query::parse("kesehatan").expect("a query"));
    let first = hits.best().and_then(|hit| archive.record(hit.target)).map(|record| record.id().to_string());
    assert_eq!(first.as_deref(), Some("b"));
}

#[test]
fn words_bound_to_a_field_are_not_adjacent() {
    let level = |query: &str| found(query).1.best().map(|hit| hit.level);
    assert_eq!(level("siapa:bagus inspirasi"), Some(MatchLevel::Literal));
}

const SPANS: &str = "schema_version: '1.0'\nvisits:\n  \
    - {id: a, title: Antrean, start_date: 2024-06-28, end_date: 2024-07-03, statements: [{id: q, type: quote, text: antrean}]}\n  \
    - {id: b, title: Antrean, start_date: 2024-06-2X}\n  \
    - {id: c, title: Antrean, start_date: 2024-06}\n  \
    - {id: d, title: Antrean, start_date: 2023}\n  \
    - {id: e, title: Antrean}\n";

/// The ids of the hits, and of those whose date only possibly matches.
fn by_date(query: &str) -> (Vec<String>, Vec<String>) {
    let archive = load_text("a.yaml", SPANS.into()).archive;
    let hits = Arc::new(Index::new(&archive)).search(&Query::parse(query).expect(query));
    let ids = |hits: &mut dyn Iterator<Item = &Hit>| {
        let mut ids: Vec<String> =
            hits.filter_map(|hit| Some(archive.record(hit.target)?.id().to_string())).collect();
        ids.sort();
        ids
    };
    assert_eq!(hits.possible.total, hits.possible.hits.len());
    assert!(hits.possible.hits.iter().all(|hit| hit.level == MatchLevel::Possible));
    let certain = ids(&mut hits.groups.iter().flat_map(|group| &group.hits));
    (certain, ids(&mut hits.possible.hits.iter()))
}

#[test]
fn a_date_matches_what_overlaps_it_and_separately_what_possibly_does() {
    let check = |query: &str, certain: &[&str], possible: &[&str]| {
        let found = by_date(query);
        assert_eq!(
            (found.0.as_slice(), found.1.as_slice()),
            (
                certain.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>().as_slice(),
                possible.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>().as_slice(),
            ),
            "{query}"
        );
    };
    // A statement without a date was made some time during its visit.
    check("date:2024-06", &["a", "b", "c"], &["q"]);
    check("date:2024-07", &["a"], &["q"]);
    check("date:2024-06-25", &[], &["b", "c"]);
    check("date:2024-06-30", &["a"], &["c", "q"]);
    check("date:2024", &["a", "b", "c", "q"], &[]);
    check("date:=2024-06", &["b", "c"], &[]);
    check("date:=2024-06..2024-07", &["a", "b", "c", "q"], &[]);
    check("date:2023-05 antrean", &[], &["d"]);
    check("-date:2024-06", &["d", "e"], &["q"]);
    check("-date:2024-06-25 antrean", &["a", "d", "e", "q"], &["b", "c"]);
    check("date:2022 | date:2024-06-25", &[], &["b", "c"]);
    check("date:2022", &[], &[]);
}

#[test]
fn words_match_loosely_if_the_date_is_possible() {
    let archive = load_text("a.yaml", SPANS.into()).archive;
    let hits =
        Arc::new(Index::new(&archive)).search(&Query::parse("antraen date:2024-06-25").expect("a query"));
    assert_eq!((hits.total_with_possible(), hits.fuzzy.len()), (0, 2));
    assert!(hits.fuzzy.iter().all(|hit| hit.level == MatchLevel::Loose));
}

/// The ids of the literal matches of a query in a file with these visits.
fn ids_in(visits: &str, query: &str) -> Vec<String> {
    let text = format!("schema_version: '1.0'\nvisits:\n{visits}");
    let loaded = load_text("a.yaml", text.into());
    assert!(!loaded.archive.visits.is_empty(), "{:?}", loaded.diagnostics);
    let hits = Arc::new(Index::new(&loaded.archive)).search(&Query::parse(query).expect(query));
    let hits = hits.groups.iter().flat_map(|group| &group.hits);
    hits.filter_map(|hit| Some(loaded.archive.record(hit.target)?.id().to_string())).collect()
}

#[test]
fn compounds_written_as_one_word_and_as_two_find_each_other() {
    for (one, other) in [
        ("alquran", "al-qur'an"),
        ("alquran", "Al Qur’an"),
        ("covid19", "covid-19"),
        ("prakerja", "pra-kerja"),
        ("antarkota", "antar kota"),
        ("e-ktp", "ektp"),
    ] {
        for (written, typed) in [(one, other), (other, one), (one, one), (other, other)] {
            let visit = format!(
                "  - {{id: v, title: T, statements: [{{id: q, type: quote, text: \"soal {written} itu\"}}]}}\n"
            );
            assert_eq!(ids_in(&visit, typed), ["q"], "{typed} in {written}");
            assert_eq!(ids_in(&visit, &format!("soal {typed}")), ["q"], "soal {typed} in {written}");
        }
    }
    for (one, other) in [("terpadu-satu-pintu", "terpadusatupintu"), ("e KTP el baru", "ektpelbaru")] {
        for (written, typed) in [(one, other), (other, one)] {
            let visit = format!("  - {{id: v, title: T, itinerary: [{{id: s, name: Loket {written}}}]}}\n");
            for typed in [typed.replace(' ', "-"), format!("di:{}", typed.replace(' ', "-"))] {
                assert_eq!(ids_in(&visit, &typed), ["s"], "{typed} in {written}");
            }
        }
    }
    let apart = "  - {id: v, title: T, statements: [{id: q, type: quote, text: antar ke kota}]}\n";
    assert_eq!(ids_in(apart, "antarkota"), [""; 0]);
    assert_eq!(ids_in(apart, "siapa:antarkota"), [""; 0]);
}

#[test]
fn a_time_of_day_is_found_with_a_full_stop_and_with_a_colon() {
    for (written, typed) in [("09:30", "09.30"), ("09.30", "09:30"), ("9.30", "09:30"), ("09:30", "9.30")] {
        let visit = format!(
            "  - {{id: v, title: T, statements: [{{id: q, type: quote, text: 'pukul {written} WIB'}}]}}\n"
        );
        for typed in [typed.to_owned(), format!("pukul {typed}"), format!("\"pukul {typed}\"")] {
            assert_eq!(ids_in(&visit, &typed), ["q"], "{typed} in {written}");
        }
    }
}

const CITIES: &str = "  - {id: d, title: D, start_date: '2026-04', itinerary: [{id: sd, name: Loket, place: {locality: Kabupaten Umpama}}]}
  - {id: a, title: A, start_date: '2026-03', organizations: [{id: o, name: Pemerintah Kota Umpama, role: host}]}
  - {id: b, title: B, start_date: '2026-02', itinerary: [{id: sb, name: Loket, place: {locality: Umpama}}]}
  - {id: c, title: C, start_date: '2026-01', itinerary: [{id: sc, name: Loket, place: {locality: Kota Umpama}}]}
";

#[test]
fn a_city_has_one_name_and_the_regency_around_it_another() {
    let visits = |query: &str| ids_in(CITIES, &format!("{query} jenis:kunjungan"));
    for city in ["kota umpama", "pemkot umpama", "City of Umpama", "Umpama City", "Pemerintah Kota Umpama"] {
        let mut found = visits(&format!("kota:\"{city}\""));
        found.sort();
        assert_eq!(found, ["a", "b", "c"], "{city}");
        assert_eq!(visits(&format!("-kota:\"{city}\"")), ["d"], "{city}");
    }
    for regency in ["kab umpama", "kab. umpama", "kabupaten umpama", "Pemkab Umpama", "Umpama Regency"] {
        assert_eq!(visits(&format!("city:\"{regency}\"")), ["d"], "{regency}");
    }
    for either in ["kota:umpama", "kota:\"umpama\"", "kota:umpam"] {
        let found = visits(either);
        assert_eq!((found.len(), found.last().map(String::as_str)), (4, Some("d")), "{either}");
    }
    assert_eq!(ids_in(CITIES, "kota:\"kota umpama\" jenis:persinggahan").len(), 2);
    assert_eq!(ids_in(CITIES, "kota:umpama jenis:persinggahan").last().map(String::as_str), Some("sd"));
    // What a city is need not be said of it anywhere.
    assert_eq!(ids_in(CITIES, "kota jenis:persinggahan"), ["sc"]);
    assert_eq!(visits("host:\"pemkot umpama\""), ["a"]);
    assert_eq!(ids_in(CITIES, "\"pemkot umpama\" jenis:organisasi"), ["o"]);
}

const SIDES: &str = "  - id: v
    title: Kunjungan kerja
    status: cancelled
    organizations:
      - {id: dinkes, name: Dinas Kesehatan Kota Anggrek, role: host}
      - {id: rs, name: RSUD Melati, parent: pemkab}
      - {id: pemkab, name: Pemerintah Kabupaten Melati, role: visitor}
      - {id: panitia, name: Panitia Kota Dahlia, role: organizer}
    participants:
      - {id: ratna, name: Ratna, post: Kepala Dinas, organization: dinkes, side: host, role: presenter}
      - {id: budi, name: Budi, organization: rs, side: visitor}
    itinerary:
      - {id: s, name: Aula, status: visited, classification: hospital, place: {country: JP}}
      - {id: t, name: Loket, classification: pasar malam, place: {country: IDN, locality: Kota Kenanga}}
    statements:
      - {id: q, type: quote, text: mutu, speaker: ratna, stop: s}
      - {id: r, type: quote, text: mutu, speaker: budi}
    outcomes: [{id: o, text: Naskah bersama, type: memorandum, status: signed, stop: t}]
    sources: [{id: k, type: news, title: Warta, author: Sari}]
";

#[test]
fn every_field_can_be_queried() {
    let check = |query: &str, expected: &[&str]| {
        let mut ids = ids_in(SIDES, query);
        ids.sort();
        assert_eq!(ids, expected, "{query}");
    };
    check("host:anggrek", &["dinkes", "q", "r", "ratna", "s", "t", "v"]);
    check("tuanrumah:anggrek jenis:kunjungan", &["v"]);
    check("visitor:melati type:organization", &["pemkab", "rs"]);
    check("tamu:budi jenis:peserta", &["budi"]);
    check("host:melati", &[]);
    check("host:panitia", &[]);
    check("kota:anggrek", &["dinkes", "q", "ratna", "v"]);
    check("city:melati", &["budi", "pemkab", "r", "rs", "v"]);
    check("kota:dahlia jenis:kunjungan", &[]);
    check("kota:kesehatan", &[]);
    check("kota:kenanga", &["t", "v"]);
    for japan in ["negara:jepang", "country:JP", "country:jpn", "negara:Japan"] {
        check(japan, &["q", "s", "v"]);
    }
    check("country:indonesia", &["t", "v"]);
    check("country:in", &[]);
    for status in ["status:batal", "status:cancelled", "status:dibatalkan"] {
        check(status, &["r", "t", "v"]);
    }
    check("status:dikunjungi", &["q", "s"]);
    check("status:signed", &["v"]);
    check("peran:narasumber", &["q", "ratna"]);
    check("role:presenter mutu", &["q"]);
    check("role:organizer", &["panitia"]);
    check("jabatan:kepala", &["q", "ratna"]);
    check("post:ratna", &[]);
    check("jenistempat:\"rumah sakit\"", &["q", "s", "v"]);
    check("class:pasar", &["t", "v"]);
    check("pasar", &["t"]);
    check("hasil:naskah", &["t", "v"]);
    check("outcome:mutu", &[]);
    check("author:sari", &["v"]);
    check("penulis:warta", &[]);
    check("type:memorandum", &["v"]);
}

#[test]
fn hits_of_equal_rank_are_in_natural_order() {
    let visit = "  - {id: v, title: T, itinerary: [{id: a, name: Loket 10}, {id: b, name: Loket 2}, {id: c, name: Loket 1}]}\n";
    assert_eq!(ids_in(visit, "loket"), ["c", "b", "a"]);
}

#[test]
fn variants_of_a_character_match_each_other() {
    for (written, typed) in [
        ("臺北市", "台北"),
        ("高峯", "高峰"),
        ("為替", "爲替"),
        ("ＭＰＰ", "mpp"),
        ("Isparta", "ısparta"),
        ("ꦏꦠ", "ꦏꦠ"),
    ] {
        let visit = format!("  - {{id: v, title: {written}}}\n");
        assert_eq!(ids_in(&visit, typed), ["v"], "{typed} in {written}");
    }
}

/// The ids of all hits of a query in a file with these visits, best first.
fn ranked_in(visits: &str, query: &str) -> Vec<String> {
    let text = format!(
        "schema_version: '1.0'
visits:
{visits}"
    );
    let archive = load_text("a.yaml", text.into()).archive;
    let hits = Arc::new(Index::new(&archive)).search(&Query::parse(query).expect(query));
    let ranked = hits.ranked();
    assert_eq!(hits.best(), ranked.first().copied(), "{query}");
    ranked.into_iter().filter_map(|hit| Some(archive.record(hit.target)?.id().to_string())).collect()
}

#[test]
fn records_with_a_field_rank_above_those_that_inherit_it() {
    let visits = "  - id: v
    title: Studi tiru antrean
    status: cancelled
    start_date: 2024-06-28
    organizations: [{id: o, name: Dinas Kota Anggrek, role: host}]
    participants: [{id: p, name: Ratna, post: Kepala Dinas, organization: o, side: host, role: presenter}]
    itinerary:
      - {id: s, name: Aula, classification: hospital, place: {country: JP}}
      - {id: t, name: Loket, status: cancelled, start_date: 2024-06-29}
    statements:
      - {id: q, type: quote, text: mutu, speaker: p, stop: s, sources: [{id: k}]}
      - {id: r, type: quote, text: mutu}
    sources: [{id: k, type: news, title: Warta, author: Sari}]
";
    for (query, own, inherited) in [
        ("status:batal", &["t", "v"][..], &["q", "r", "s"][..]),
        ("status:batal | status:selesai", &["t", "v"], &["q", "r", "s"]),
        ("kunjungan:tiru", &["v"], &["o", "p", "q", "r", "s", "t"]),
        ("kunjungan:anterean", &["v"], &["o", "p", "q", "r", "s", "t"]),
        ("kunjungan:\"studi tiru\"", &["v"], &["o", "p", "q", "r", "s", "t"]),
        ("kunjungan:studi -jenis:kutipan", &["v"], &["o", "p", "s", "t"]),
        ("siapa:ratna", &["p"], &["q"]),
        ("jabatan:kepala", &["p"], &["q"]),
        ("peran:narasumber", &["p"], &["q"]),
        ("tuanrumah:anggrek", &["o", "p"], &["q", "r", "s", "t", "v"]),
        ("di:aula", &["s"], &["q"]),
        ("di:aula kunjungan:tiru", &["s"], &["q"]),
        ("negara:jepang", &["s", "v"], &["q"]),
        ("jenistempat:hospital", &["s", "v"], &["q"]),
        ("penulis:sari", &["v"], &["q"]),
        ("tgl:2024", &["t", "v"], &["o", "p", "q", "r", "s"]),
        ("tgl:2024 status:batal", &["t", "v"], &["q", "r", "s"]),
    ] {
        let ranked = ranked_in(visits, query);
        let (first, rest) = ranked.split_at(own.len().min(ranked.len()));
        let sorted = |ids: &[String]| {
            let mut ids = ids.to_vec();
            ids.sort();
            ids
        };
        assert_eq!(
            (sorted(first), sorted(rest)),
            (sorted(&to_owned(own)), sorted(&to_owned(inherited))),
            "{query}"
        );
    }
    // Beside words a filter does not change the ranking.
    assert_eq!(ranked_in(visits, "mutu siapa:ratna"), ["q"]);
    assert_eq!(ranked_in(visits, "mutu status:batal"), ["q", "r"]);
}

fn to_owned(ids: &[&str]) -> Vec<String> {
    ids.iter().map(|id| (*id).to_owned()).collect()
}
