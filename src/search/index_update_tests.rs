//! An updated index gives the same answers as a new one.

use std::fmt::Write as _;
use std::sync::Arc;

use proptest::prelude::*;

use super::super::searcher::bounds_tests::{QUERIES, visit, words};
use super::super::{Depth, Query, ScopeFilter, SearchFilter, SearchRequest, Searcher};
use super::*;
use crate::load::load_text;
use crate::model::{RecordKind, Target};

/// A file of visits.
#[derive(Debug, Clone)]
struct Records {
    /// The number of documents before theirs.
    documents: usize,
    /// The title, the license, and a field of the file's own.
    head: [String; 3],
    /// The visits in order: each with its id, its day, and its fields.
    visits: Vec<(usize, usize, String)>,
}

impl Records {
    fn archive(&self) -> Archive {
        let mut text = "schema_version: '1.1'\ntitle: mutu\nvisits: []\n---\n".repeat(self.documents);
        let [title, license, note] = &self.head;
        let _ = write!(
            text,
            "schema_version: '1.1'\ntitle: {title}\nlicense: {license}\nx-note: {note}\nvisits:\n"
        );
        for (id, day, fields) in &self.visits {
            let fields = fields.replace("2024-05-06", &format!("2024-05-{day:02}"));
            let _ = write!(text, "  - id: v{id}\n{fields}");
        }
        let archive = load_text("some.yaml", text.clone().into_bytes()).archive;
        assert_eq!(archive.visits.len(), self.visits.len(), "{text}");
        archive
    }

    fn change(&mut self, change: &Change, new_id: usize) {
        let count = self.visits.len();
        match change {
            Change::Fields(at, fields) => self.visits[at % count].2.clone_from(fields),
            Change::Day(at, day) => self.visits[at % count].1 = *day,
            Change::Move(from, to) => {
                let moved = self.visits.remove(from % count);
                self.visits.insert(to % count, moved);
            }
            Change::Remove(at) if count > 1 => drop(self.visits.remove(at % count)),
            Change::Remove(_) => {}
            Change::Insert(at, day, fields) => {
                self.visits.insert(at % (count + 1), (new_id, *day, fields.clone()));
            }
            Change::Head(at, text) => self.head[at % 3].clone_from(text),
            Change::Documents(count) => self.documents = *count,
        }
    }
}

#[derive(Debug, Clone)]
enum Change {
    Fields(usize, String),
    Day(usize, usize),
    Move(usize, usize),
    Remove(usize),
    Insert(usize, usize, String),
    Head(usize, String),
    Documents(usize),
}

fn change() -> impl Strategy<Value = Change> {
    let (at, day) = (|| 0..9_usize, || 1..4_usize);
    prop_oneof![
        (at(), visit()).prop_map(|(at, fields)| Change::Fields(at, fields)),
        (at(), day()).prop_map(|(at, day)| Change::Day(at, day)),
        (at(), at()).prop_map(|(from, to)| Change::Move(from, to)),
        at().prop_map(Change::Remove),
        (at(), day(), visit()).prop_map(|(at, day, fields)| Change::Insert(at, day, fields)),
        (at(), words(2)).prop_map(|(at, text)| Change::Head(at, text)),
        (0..3_usize).prop_map(Change::Documents),
    ]
}

/// Compares what two indexes of an archive find.
fn compare(archive: &Archive, index: &Arc<Index>, new: &Arc<Index>) {
    let mut searchers = [index, new].map(|index| Searcher::new(Arc::clone(index)));
    let visit = archive.visits.len() / 2;
    let filters = [
        SearchFilter::default(),
        SearchFilter { scope: ScopeFilter::Visit(visit), ..SearchFilter::default() },
        SearchFilter {
            scope: ScopeFilter::Stop(Target::new(visit, RecordKind::Stop, 0)),
            ..SearchFilter::default()
        },
        SearchFilter { kinds: vec![RecordKind::Participant, RecordKind::Visit], ..SearchFilter::default() },
    ];
    for text in
        QUERIES.iter().copied().chain(["kotta", "bermuti", "pelyn", "zebra kota mutu", "topik:prakerja"])
    {
        let query = Query::parse(text).expect(text);
        for filter in &filters {
            let request = SearchRequest { query: query.clone(), filter: filter.clone(), limit: 4 };
            let [found, expected] =
                searchers.each_mut().map(|it| it.search(&request, Depth::Exact, &|| false).expect("done"));
            assert_eq!(found, expected, "{text} {filter:?}");
        }
        let [found, expected] = searchers.each_mut().map(|it| it.statements_with(&query));
        assert_eq!(found, expected, "{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn an_updated_index_finds_what_a_new_one_finds(
        visits in prop::collection::vec((1..4_usize, visit()), 1..6),
        head in [words(2), words(2), words(2)],
        changes in prop::collection::vec(change(), 1..6),
        segments in 1..4_usize,
        min_kept in 1..30_usize,
    ) {
        let visits = visits.into_iter().enumerate().map(|(id, (day, fields))| (id, day, fields)).collect();
        let mut records = Records { documents: 0, head, visits };
        let mut before = records.archive();
        let mut index = Arc::new(Index::with_segments(&before, |_| segments));
        for (number, change) in changes.iter().enumerate() {
            records.change(change, 100 + number);
            let archive = records.archive();
            index = Arc::new(index.update_with(&before, &archive, min_kept, |_| 1));
            compare(&archive, &index, &Arc::new(Index::with_segments(&archive, |_| 1)));
            before = archive;
        }
    }
}

/// A year with a visit a day.
fn year(changed: &[usize]) -> Archive {
    let visit = |day: usize| {
        let word = if changed.contains(&day) { "berubah" } else { "tetap" };
        format!(
            "  - {{id: v{day}, title: Hari {day}, start_date: 2024-{:02}-{:02}, statements: [{{id: q, type: quote, text: Kata {word}}}]}}\n",
            1 + day / 28,
            1 + day % 28
        )
    };
    let visits: String = (0..336).map(visit).collect();
    load_text("some.yaml", format!("schema_version: '1.1'\nvisits:\n{visits}").into_bytes()).archive
}

/// The sizes of the segments in visits, and whether each was in the index before.
fn parts(index: &Index, before: &Index) -> Vec<(usize, bool)> {
    let is_known = |part: &IndexPart| before.parts().iter().any(|it| Arc::ptr_eq(&it.segment, &part.segment));
    index.parts().iter().map(|part| (part.visits().len(), is_known(part))).collect()
}

#[test]
fn what_has_not_changed_is_taken_over() {
    let mut before = year(&[]);
    let mut index = Index::with_segments(&before, |_| 2);
    for (changed, expected) in [
        (vec![], vec![(168, true), (168, true)]),
        (vec![3], vec![(168, true), (168, true), (1, false)]),
        (vec![3, 4], vec![(168, true), (168, true), (2, false)]),
        // Enough for a segment that stays.
        ((0..40).collect(), vec![(168, true), (168, true), (40, false)]),
        ((0..41).collect(), vec![(168, true), (168, true), (40, true), (1, false)]),
        // More than half of the records of one have changed.
        ((0..100).collect(), vec![(168, true), (40, true), (128, false)]),
        (vec![3], vec![(168, true), (128, true), (100, false)]),
    ] {
        let now = year(&changed);
        let new = index.update_with(&before, &now, 60, |_| 1);
        let found = parts(&new, &index);
        assert_eq!(found, expected, "{} changed", changed.len());
        compare(&now, &Arc::new(new), &Arc::new(Index::with_segments(&now, |_| 1)));
        index = index.update_with(&before, &now, 60, |_| 1);
        before = now;
    }
}

fn load(text: &str) -> Archive {
    load_text("some.yaml", text.as_bytes().to_vec()).archive
}

/// Compares the updated index of a text with a new one.
fn compare_update(before: &str, text: &str) -> Index {
    let (before, archive) = (load(before), load(text));
    let old = Index::with_segments(&before, |_| 1);
    let update = || old.update_with(&before, &archive, 1, |_| 1);
    compare(&archive, &Arc::new(update()), &Arc::new(Index::with_segments(&archive, |_| 1)));
    update()
}

#[test]
fn the_other_words_of_a_segment_do_not_matter() {
    let visit = |id: &str, topics: &str| {
        format!(
            "  - {{id: {id}, title: T, statements: [{{id: q, type: quote, text: A, topics: [{topics}]}}]}}\n"
        )
    };
    let others = visit("b", "prakerja kerja pra baru") + &visit("c", "prakerja umum");
    let without = format!("schema_version: '1.1'\nvisits:\n{others}");
    let with = without.clone() + &visit("a", "pra kerja");
    compare_update(&with, &without);
    compare_update(&without, &with);
}

#[test]
fn fuzzy_results_are_the_best_of_the_newest() {
    let visit = |id: usize, statements: usize, word: &str| {
        let statements: Vec<String> =
            (0..statements).map(|at| format!("{{id: q{at}, type: quote, text: {word}}}")).collect();
        let (day, statements) = (31 - id, statements.join(", "));
        format!("  - {{id: v{id}, title: T, start_date: 2024-01-{day:02}, statements: [{statements}]}}\n")
    };
    // The best are among the newest of all, but not of the newest that the share of their part would be.
    let word = |id| if id == 7 { "pembangunan" } else { "pembangunan daerah yang lama" };
    let visits: String = (0..9).map(|id| visit(id, 500, word(id))).collect();
    let before = format!("schema_version: '1.1'\nvisits:\n{visits}");
    let index = Arc::new(compare_update(&before, &(before.clone() + &visit(10, 2000, "lain"))));
    assert_eq!(index.parts().len(), 2);
    let fuzzy = index.search(&Query::parse("pembangunam").unwrap()).fuzzy;
    assert!(fuzzy.len() == 100 && fuzzy.iter().all(|result| result.target.visit == 7));
}

#[test]
fn documents_before_do_not_matter() {
    let visits = "visits: [{id: a, title: A}, {id: b, title: B}]\n";
    let one = format!("schema_version: '1.1'\n{visits}");
    let two = format!("schema_version: '1.1'\nvisits: [{{id: c, title: C}}]\n---\n{one}");
    let sizes =
        |index: Index| -> Vec<usize> { index.parts().iter().map(|part| part.visits().len()).collect() };
    assert_eq!(sizes(compare_update(&one, &two)), [2, 1], "a and b are taken over");
    let titled = two.replace("---\n", "---\ntitle: Arsip\n");
    assert_eq!(sizes(compare_update(&one, &titled)), [3], "their header has changed");
}

#[test]
fn an_index_with_too_many_segments_is_built_anew() {
    let mut before = year(&[]);
    let mut index = Index::with_segments(&before, |_| 1);
    let mut counts = Vec::new();
    for changed in 1..40 {
        let now = year(&(0..changed * 3).collect::<Vec<_>>());
        index = index.update_with(&before, &now, 6, |_| 1);
        counts.push(index.parts().len());
        before = now;
    }
    assert!(counts.contains(&7) && counts.iter().all(|count| *count <= 7), "{counts:?}");
    assert!(counts.iter().filter(|count| **count == 1).count() > 1, "{counts:?}");
}
