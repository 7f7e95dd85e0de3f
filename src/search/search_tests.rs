//! Which records a search finds, and in which order.

use std::sync::Arc;

use super::super::{
    Depth, MatchLevel, Query, ScopeFilter, SearchFilter, SearchRequest, SearchResult, SearchResults, Searcher,
};
use super::*;
use crate::load::{EXAMPLE, load_text};
use crate::model::{Record, RecordKind, Target};

fn found(query: &str) -> (Archive, SearchResults) {
    let archive = load_text("visits.yaml", EXAMPLE.into()).archive;
    let results = Arc::new(Index::new(&archive)).search(&Query::parse(query).expect(query));
    (archive, results)
}

fn best(query: &str) -> Option<String> {
    let (archive, results) = found(query);
    Some(archive.record(results.best()?.target)?.id().to_string())
}

fn ids(query: &str, kind: RecordKind) -> Vec<String> {
    let (archive, results) = found(query);
    let of_kind = results.ranked().into_iter().filter(|result| result.target.kind == kind);
    of_kind.filter_map(|result| Some(archive.record(result.target)?.id().to_string())).collect()
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
    let level = |query: &str| found(query).1.best().map(|result| result.level);
    assert_eq!((best("inspirsai").as_deref(), level("inspirsai")), (Some("q3"), Some(MatchLevel::Loose)));
    assert_eq!((best("motifasi").as_deref(), level("motifasi")), (Some("q4"), Some(MatchLevel::Loose)));
    assert_eq!((best("insprs").as_deref(), level("insprs")), (Some("q3"), Some(MatchLevel::Subsequence)));
    let (_, results) = found("pontianak");
    assert!(results.ranked().iter().all(|result| result.level >= MatchLevel::Literal));
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
    let results = Arc::new(Index::new(&archive)).search(&Query::parse("mutu layanan").expect("a query"));
    let first =
        results.best().and_then(|result| archive.record(result.target)).map(|record| record.id().to_string());
    assert_eq!(
        (first.as_deref(), results.best().map(|result| result.level)),
        (Some("b"), Some(MatchLevel::Phrase))
    );
}

#[test]
fn every_word_must_match_or_is_reported() {
    let (_, results) = found("inspirasi kesehatan masyarakat zebra");
    assert_eq!((results.total() > 0, results.dropped_words), (true, vec!["zebra".to_owned()]));
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
                let results = searcher.search(&request, Depth::Quick, &|| false).expect("not cancelled");
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
                assert_eq!(results.total(), filtered.count(), "{text} {scope:?} {kinds:?}");
                assert!(results.groups.iter().all(|group| group.results.len() == group.total.min(3)));
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
    let results = Arc::new(Index::new(&archive)).search(&Query::parse("ibu hamil").expect("a query"));
    let first =
        results.best().and_then(|result| archive.record(result.target)).map(|record| record.id().to_string());
    assert_eq!((first.as_deref(), results.total()), (Some("b"), 2));
}

#[test]
fn a_word_ranks_above_its_synonym() {
    let text = "schema_version: '1.0'\nvisits:\n  - id: v\n    title: V\n    statements:\n      \
                - {id: a, type: quote, text: puskesmas kami ramai sejak pagi hari sampai siang}\n      \
                - {id: b, type: quote, text: kesehatan warga kami jaga sejak pagi hari sampai siang}\n";
    let archive = load_text("a.yaml", text.into()).archive;
    let results = Arc::new(Index::new(&archive)).search(&Query::parse("kesehatan").expect("a query"));
    let first =
        results.best().and_then(|result| archive.record(result.target)).map(|record| record.id().to_string());
    assert_eq!(first.as_deref(), Some("b"));
}

#[test]
fn words_bound_to_a_field_are_not_adjacent() {
    let level = |query: &str| found(query).1.best().map(|result| result.level);
    assert_eq!(level("siapa:bagus inspirasi"), Some(MatchLevel::Literal));
}

const SPANS: &str = "schema_version: '1.0'\nvisits:\n  \
    - {id: a, title: Antrean, start_date: 2024-06-28, end_date: 2024-07-03, statements: [{id: q, type: quote, text: antrean}]}\n  \
    - {id: b, title: Antrean, start_date: 2024-06-2X}\n  \
    - {id: c, title: Antrean, start_date: 2024-06}\n  \
    - {id: d, title: Antrean, start_date: 2023}\n  \
    - {id: e, title: Antrean}\n";

/// The ids of the results, and of those whose date only possibly matches.
fn by_date(query: &str) -> (Vec<String>, Vec<String>) {
    let archive = load_text("a.yaml", SPANS.into()).archive;
    let results = Arc::new(Index::new(&archive)).search(&Query::parse(query).expect(query));
    let ids = |results: &mut dyn Iterator<Item = &SearchResult>| {
        let mut ids: Vec<String> =
            results.filter_map(|result| Some(archive.record(result.target)?.id().to_string())).collect();
        ids.sort();
        ids
    };
    assert_eq!(results.possible.total, results.possible.results.len());
    assert!(results.possible.results.iter().all(|result| result.level == MatchLevel::Possible));
    let certain = ids(&mut results.groups.iter().flat_map(|group| &group.results));
    (certain, ids(&mut results.possible.results.iter()))
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
    let results =
        Arc::new(Index::new(&archive)).search(&Query::parse("antraen date:2024-06-25").expect("a query"));
    assert_eq!((results.total_with_possible(), results.fuzzy.len()), (0, 2));
    assert!(results.fuzzy.iter().all(|result| result.level == MatchLevel::Loose));
}
