//! What only shows in an archive of thousands of records: frequent words, precomputed matches, and quick searches that do not
//! score all records.

use std::collections::HashSet;
use std::sync::Arc;

use super::super::record_texts::own_texts;
use super::super::shared_texts::SharedTexts;
use super::super::texts::FieldText;
use super::super::{CachingSearcher, Depth, Query, SearchRequest, SearchResults, Searcher};
use super::*;
use crate::load::load_text;
use crate::model::{Record, RecordKind, Target};
use crate::search::fields::{Field, QueryField};
use crate::text::folded_words;

#[path = "../../benches/generator/mod.rs"]
mod generator;
use generator::{A_VISIT, Generator};

const STATEMENTS: usize = 6_000;

fn archive() -> Archive {
    let mut generator = Generator::new(3, STATEMENTS);
    let mut text = Generator::HEAD.to_owned();
    for _ in 0..STATEMENTS / A_VISIT {
        generator.visit(&mut text, A_VISIT);
    }
    let loaded = load_text("generated.yaml", text.into_bytes());
    assert_eq!(loaded.diagnostics.first(), None);
    loaded.archive
}

fn request(text: &str) -> SearchRequest {
    SearchRequest { query: Query::parse(text).expect(text), limit: 20, ..SearchRequest::default() }
}

fn answer(searcher: &mut Searcher, request: &SearchRequest, depth: Depth) -> SearchResults {
    searcher.search(request, depth, &|| false).expect("not cancelled")
}

/// Every word of every record, with its field, for a linear search.
fn all_words(archive: &Archive) -> Vec<Vec<(String, Field, RecordKind)>> {
    let mut all = Vec::new();
    for visit in &archive.visits {
        let at = archive.position(&visit.id).expect("a visit");
        let shared_texts = SharedTexts::new(visit);
        let shared: Vec<Vec<FieldText<'_>>> = shared_texts.iter().map(|(texts, _)| texts).collect();
        for target in archive.targets().filter(|target| target.visit == at) {
            let record: Record<'_> = archive.record(target).expect("a record");
            let referenced =
                shared_texts.of(record).into_iter().flat_map(|text| shared[text as usize].clone());
            let texts = own_texts(archive, &shared_texts, record).into_iter().chain(referenced);
            let words = texts.flat_map(|(text, field)| {
                folded_words(&text).map(move |word| (word, field, target.kind)).collect::<Vec<_>>()
            });
            all.push(words.collect());
        }
    }
    all
}

#[test]
fn totals_agree_with_a_linear_search_for_any_number_of_segments() {
    let archive = archive();
    let all = all_words(&archive);
    let linear = |is_match: &dyn Fn(&(String, Field, RecordKind)) -> bool| {
        all.iter().filter(|words| words.iter().any(is_match)).count()
    };
    let indices = [1, 3].map(|count| Arc::new(Index::with_segments(&archive, |_| count)));
    let total = |index: &Arc<Index>, text: &str| {
        answer(&mut Searcher::new(Arc::clone(index)), &request(text), Depth::Quick).total()
    };
    let expect = |text: &str, is_match: &dyn Fn(&(String, Field, RecordKind)) -> bool| {
        let expected = linear(is_match);
        assert!(expected > 0, "{text}");
        for index in &indices {
            assert_eq!(total(index, text), expected, "{text} in {} segments", index.parts().len());
        }
    };
    // The linear search ignores abbreviations and initials: these terms are none, and not a part of any.
    let in_text = |field: Field| field < Field::Cited;
    for term in ["kan", "ngan", "warga", "pontianak", "kunjungan"] {
        expect(term, &|(word, field, _)| in_text(*field) && word.contains(term));
    }
    for term in ["^balikp", "^pont", "^w", "^ya"] {
        let begins = |(word, field, _): &(String, Field, RecordKind)| {
            in_text(*field) && word.starts_with(term.trim_start_matches('^'))
        };
        let [one, three] = [total(&indices[0], term), total(&indices[1], term)];
        assert!(one == three && one >= linear(&begins) && one > 0, "{term}");
    }
    for (text, name, term) in [
        ("siapa:^kep", QueryField::Person, "kep"),
        ("di:^mal", QueryField::Stop, "mal"),
        ("di:^pus", QueryField::Stop, "pus"),
        ("kunjungan:^ker", QueryField::Visit, "ker"),
        ("org:^peme", QueryField::Organization, "peme"),
        ("topik:^topik", QueryField::Topic, "topik"),
        ("kunjungan:^v1", QueryField::Visit, "v1"),
        ("sumber:^a", QueryField::Source, "a"),
        ("jabatan:^kep", QueryField::Post, "kep"),
        ("kota:^s", QueryField::City, "s"),
    ] {
        expect(text, &|(word, field, kind)| name.includes(*field, *kind) && word.starts_with(term));
    }
    let frequent = indices[0].segments().map(|segment| segment.words.frequent.len()).sum::<usize>();
    let precomputed = indices[0].segments().map(|segment| segment.short_terms.len()).sum::<usize>();
    assert!(frequent > 50 && precomputed > 10, "{frequent} frequent words, {precomputed} short terms");
    for text in
        ["\"wali kota\"", "\"yang dan\"", "warga -pontianak", "-yang", "mutu | mpp", "siapa:sekretaris mutu"]
    {
        assert_eq!(total(&indices[0], text), total(&indices[1], text), "{text}");
        assert!(total(&indices[0], text) > 0, "{text}");
    }
}

#[test]
fn a_quick_search_has_exact_totals() {
    let index = Arc::new(Index::new(&archive()));
    for text in ["yang", "k", "pelayanan", "warga yang"] {
        let mut searcher = Searcher::new(Arc::clone(&index));
        let quick = answer(&mut searcher, &request(text), Depth::Quick);
        let exact = answer(&mut searcher, &request(text), Depth::Exact);
        let totals = |results: &SearchResults| {
            results.groups.iter().map(|group| (group.kind, group.total)).collect::<Vec<_>>()
        };
        assert_eq!(totals(&quick), totals(&exact), "{text}");
        assert!(
            exact.is_exact
                && exact.best().map(|result| result.score) >= quick.best().map(|result| result.score)
        );
    }
    let results = answer(&mut Searcher::new(index), &request("k"), Depth::Quick);
    assert!(!results.is_exact, "{} results are more than a quick search scores", results.total());
}

#[test]
fn a_searcher_with_full_caches_finds_the_same() {
    let index = Arc::new(Index::new(&archive()));
    let mut cached = Searcher::new(Arc::clone(&index));
    let mut seen: HashSet<Target> = HashSet::new();
    let mut cancelled_at = 1;
    for text in ["pelayanan publik", "mengunjungi", "siapa:sekretaris mutu", "pelayanna", "kota kota"] {
        let letters = text.chars().count();
        for typed in
            (1..=letters).chain((1..letters).rev()).map(|count| text.chars().take(count).collect::<String>())
        {
            // The user types on during the search, sooner or later.
            let checks = std::sync::atomic::AtomicUsize::new(0);
            cancelled_at = cancelled_at * 5 % 97;
            let is_cancelled = || checks.fetch_add(1, std::sync::atomic::Ordering::Relaxed) >= cancelled_at;
            cached.search(&request(&typed), Depth::Exact, &is_cancelled);
            let results = answer(&mut cached, &request(&typed), Depth::Exact);
            assert_eq!(
                results,
                answer(&mut Searcher::new(Arc::clone(&index)), &request(&typed), Depth::Exact),
                "{typed}"
            );
            seen.extend(results.best().map(|result| result.target));
        }
    }
    assert!(seen.len() > 5);
}

#[test]
fn short_terms_that_are_searched_ahead_are_answered_at_once() {
    let archive = archive();
    for count in [1, 3] {
        let index = Arc::new(Index::with_segments(&archive, |_| count));
        let terms = index.short_terms();
        assert!(terms.len() > 20 && terms.iter().any(|term| term == "k"), "{terms:?}");
        let mut searcher = CachingSearcher::new(Arc::clone(&index));
        let first = searcher.search(&request("k"), Depth::Quick, &|| false).expect("not cancelled");
        assert!(!first.is_exact, "as long as it is not known");
        assert!(!searcher.search_ahead(20, &|| false), "as long as it is not prepared");
        searcher.prepare();
        assert!(searcher.search_ahead(20, &|| true), "a cancelled search is to be done again");
        while searcher.search_ahead(20, &|| false) {}
        for term in &terms {
            let known = searcher.search(&request(term), Depth::Quick, &|| false).expect("not cancelled");
            let expected = answer(&mut Searcher::new(Arc::clone(&index)), &request(term), Depth::Exact);
            assert!(known.is_exact, "{term}");
            assert_eq!(known, expected, "{term}");
        }
    }
}

#[test]
fn exact_results_are_kept_until_many_others_follow() {
    let index = Arc::new(Index::on(&archive(), 1));
    let mut searcher = CachingSearcher::new(index);
    let mut is_known = |depth: Depth, limit: usize| {
        let request = SearchRequest { limit, ..request("k") };
        searcher.search(&request, depth, &|| false).expect("not cancelled").is_exact
    };
    assert!(!is_known(Depth::Quick, 0));
    assert!(!is_known(Depth::Quick, 0), "what is not exact is not kept");
    (0..130).for_each(|limit| assert!(is_known(Depth::Exact, limit)));
    assert!(is_known(Depth::Quick, 129) && is_known(Depth::Quick, 100));
    assert!(!is_known(Depth::Quick, 0), "it was pushed out");
}
