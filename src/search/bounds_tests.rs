//! Bounds are never too low, and ranking by them finds what scoring every record finds.

use std::fmt::Write as _;

use proptest::prelude::*;
use proptest::sample::select;

use super::super::bounds::{Bounds, KindWeights};
use super::super::scorer::Scorer;
use super::super::top_k::best_first;
use super::*;
use crate::load::load_text;
use crate::model::Archive;

/// Few words, so that they meet: words with the same beginning, compounds and their parts, abbreviations, titles.
const WORDS: &[&str] = &[
    "kota",
    "kotaku",
    "ko",
    "k",
    "wali",
    "walikota",
    "mutu",
    "bermutu",
    "mpp",
    "mal",
    "pelayanan",
    "publik",
    "kepala",
    "dinas",
    "kadis",
    "sekda",
    "sekretaris",
    "daerah",
    "dr",
    "a",
];

pub(in crate::search) const QUERIES: &[&str] = &[
    "k",
    "ko",
    "kota",
    "mutu",
    "wali kota",
    "walikota",
    "kepala d",
    "mal pelayanan publik",
    "mpp",
    "sekda",
    "dr kepala",
    "kota kota",
    "k k",
    "mutu | kota",
    "kota | \"wali kota\"",
    "\"wali kota\"",
    "kota -mutu",
    "^ko",
    "tu$",
    "'kota",
    "siapa:kepala",
    "siapa:k kota",
    "topik:kota",
    "topik:k mutu",
    "di:mal",
    "di:k topik:m",
    "jenis:kutipan k",
    "jenis:kutipan",
    "kunjungan:kota k",
    "org:dinas k",
    "kota:k",
    "sumber:k mutu",
    "\"wali kota\" k",
    "topik:\"wali kota\"",
    "siapa:\"kepala dinas\" k",
    "-mutu",
    "tgl:2024 k",
    "kpl",
    "topik:walikota",
    "siapa:walikota | mutu",
    "topik:bermutu kota",
    "k | topik:mutu",
];

pub(in crate::search) fn words(most: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(select(WORDS), 1..=most).prop_map(|words| words.join(" "))
}

/// A visit with some people, stops and statements, and other texts here and there.
pub(in crate::search) fn visit() -> impl Strategy<Value = String> {
    let people = prop::collection::vec((words(2), words(3)), 1..3);
    let stops = prop::collection::vec((words(3), words(1)), 1..3);
    let statement =
        (words(9), 0..3_usize, 0..3_usize, prop::collection::vec(words(2), 0..3), prop::option::of(words(3)));
    (words(3), people, stops, prop::collection::vec(statement, 0..6), words(2)).prop_map(
        |(title, people, stops, statements, organization)| {
            let mut text = format!("    title: {title}\n    start_date: 2024-05-06\n    organizations: [{{id: o, name: {organization}}}]\n");
            text.push_str("    participants:\n");
            for (at, (name, post)) in people.iter().enumerate() {
                let _ = writeln!(text, "      - {{id: p{at}, name: {name}, post: {post}, organization: o}}");
            }
            text.push_str("    itinerary:\n");
            for (at, (name, city)) in stops.iter().enumerate() {
                let _ = writeln!(text, "      - {{id: s{at}, name: {name}, place: {{locality: {city}}}}}");
            }
            text.push_str("    sources: [{id: src, type: press_release, publisher: kota}]\n    statements:\n");
            for (at, (said, speaker, stop, topics, context)) in statements.iter().enumerate() {
                let speaker = if *speaker < people.len() { format!(", speaker: p{speaker}") } else { String::new() };
                let stop = if *stop < stops.len() { format!(", stop: s{stop}") } else { String::new() };
                let context = context.as_ref().map_or(String::new(), |it| format!(", context: {it}"));
                let topics = topics.join(", ");
                let _ = writeln!(
                    text,
                    "      - {{id: q{at}, type: quote, text: {said}{speaker}{stop}{context}, topics: [{topics}], sources: [{{id: src}}]}}"
                );
            }
            text
        },
    )
}

fn archive(visits: &[String]) -> Archive {
    let mut text = "schema_version: '1.1'\nvisits:\n".to_owned();
    for (at, visit) in visits.iter().enumerate() {
        let _ = write!(text, "  - id: v{at}\n{visit}");
    }
    let archive = load_text("some.yaml", text.clone().into_bytes()).archive;
    assert_eq!(archive.visits.len(), visits.len(), "{text}");
    archive
}

/// Compares both ways to rank the records of each segment.
fn compare(archive: &Archive, text: &str, limit: usize) {
    let index = Arc::new(Index::on(archive, 1));
    let query = Query::parse(text).expect(text);
    let candidates: Vec<Option<BitSet>> = index.parts().iter().map(|_| None).collect();
    let depth = Depth::Exact;
    let context = SearchContext { candidates: &candidates, limit, depth, is_cancelled: &|| false };
    for tolerance in [Tolerance::Literal, Tolerance::Possible, Tolerance::Loose, Tolerance::Subsequence] {
        let matches = Searcher::new(Arc::clone(&index)).match_query(&query, tolerance, context);
        for (part, PartMatches { clauses, records }) in index.parts().iter().zip(matches.expect("done")) {
            let segment = &part.segment;
            let task = RankingTask {
                segment,
                clauses: &clauses,
                records: &records,
                limit,
                max_scored: None,
                is_cancelled: &|| false,
            };
            let all = task.newest(&mut Scorer::new(segment, &clauses), [usize::MAX; GROUPS.len()]);
            let best = task.best_by_bounds(&mut Scorer::new(segment, &clauses));
            assert_eq!(best.expect("done").best, all.expect("done").best, "{text} {tolerance:?}");
            let mut scorer = Scorer::new(segment, &clauses);
            let bounds = Bounds::new(&mut scorer, &records, &|| false).expect("done");
            for ((kind, numbers), fields) in GROUPS.into_iter().zip(&segment.kinds).zip(segment.own_fields) {
                for record in records.iter_in(numbers.clone()) {
                    let bound = bounds.of(&scorer, record, &KindWeights::new(kind, fields));
                    let score = scorer.score(record);
                    let order = best_first(&(bound, 0), &(score, 0));
                    assert!(order.is_le(), "{text} {tolerance:?}: {bound:?} is below {score:?} of {record}");
                }
            }
        }
    }
}

proptest! {
    #[test]
    fn ranking_by_bounds_finds_the_same(
        visits in prop::collection::vec(visit(), 1..5),
        typed in prop_oneof![select(QUERIES).prop_map(str::to_owned), words(4)],
        limit in 1_usize..9,
    ) {
        compare(&archive(&visits), &typed, limit);
    }
}

#[test]
fn ranking_by_bounds_finds_the_same_in_records_with_every_field() {
    for text in
        [&include_bytes!("../../tests/data/whole.yaml")[..], include_bytes!("../../tests/data/dozen.yaml")]
    {
        let archive = load_text("whole.yaml", text.to_vec()).archive;
        for query in
            QUERIES.iter().copied().chain(["p", "a", "di", "kesehatan", "pontianak", "an", "the", "siapa:a"])
        {
            compare(&archive, query, 3);
        }
    }
}

#[test]
fn statements_have_the_positions_in_which_they_are_listed() {
    let visit = |number: usize| {
        let statement = |at: usize| {
            let (day, word) = (1 + at * 11 % 28, WORDS[(at * number) % WORDS.len()]);
            format!("{{id: s{at}, type: quote, date: 2024-02-{day:02}, text: {word}}}")
        };
        let statements: Vec<String> = (0..number * 7 % 90).map(statement).collect();
        let (day, statements) = (1 + number * 5 % 28, statements.join(", "));
        format!("- {{id: v{number}, title: T, start_date: 2024-01-{day:02}, statements: [{statements}]}}\n")
    };
    let visits: String = (1..40).map(visit).collect();
    let archive =
        load_text("some.yaml", format!("schema_version: '1.1'\nvisits:\n{visits}").into_bytes()).archive;
    assert_eq!(archive.visits.len(), 39);
    let visits = archive.newest_first().into_iter().map(|at| &archive.visits[at]);
    let texts: Vec<&str> = visits
        .flat_map(|visit| {
            visit.statements_in_order().into_iter().map(|at| visit.statements[at].text.as_str())
        })
        .collect();
    for segments in [1, 2, 5] {
        let mut searcher = Searcher::new(Arc::new(Index::with_segments(&archive, |_| segments)));
        for word in ["mutu", "dr", "zqxj"] {
            let found = searcher.statements_with(&Query::parse(&format!("'{word}")).unwrap());
            assert_eq!(found, BitSet::of(texts.len(), |number| texts[number] == word), "{word}, {segments}");
        }
    }
}
