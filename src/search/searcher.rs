//! Answers search requests: finds the records that satisfy the query at a tolerance, and ranks them.

use std::borrow::Cow;
use std::sync::Arc;

use super::atom_matches::{AtomCache, AtomMatches};
use super::expand::Tolerance;
use super::index::Index;
use super::index_part::IndexPart;
use super::numbers::RecordNumber;
use super::query::{Atom, Clause, Query};
use super::ranking::{RankingTask, SegmentResults};
use super::request::{Depth, SearchFilter, SearchRequest};
use super::results::{GROUPS, PossibleResults, ResultGroup, SearchResult, SearchResults};
use super::scorer::ClauseMatches;
use super::top_k::Score;
use crate::bit_set::BitSet;
use crate::model::RecordKind;
use crate::parallel::run_parallel;

/// Fuzzy matches are looked for only if there are fewer literal matches than this.
const ENOUGH_RESULTS: usize = 20;
/// If no record matches all words, at least this share of them must match.
const MIN_WORDS: (usize, usize) = (3, 5);
/// The maximum number of fuzzy results.
const MAX_FUZZY_RESULTS: usize = 100;

/// Searches an index, and caches the matches of the words of the last queries.
#[derive(Debug)]
pub struct Searcher {
    index: Arc<Index>,
    /// One for each part of the index.
    caches: Vec<AtomCache>,
}

/// The matches of a query in one part of the index at some tolerance.
struct PartMatches<'q> {
    clauses: Vec<ClauseMatches<'q>>,
    /// The records that satisfy all clauses.
    records: BitSet,
}

/// Whether the search was cancelled in the meantime.
type IsCancelled<'a> = &'a (dyn Fn() -> bool + Sync);

/// The parameters of all steps of a search.
#[derive(Clone, Copy)]
struct SearchContext<'a> {
    /// For each part of the index the records to search; `None` to search all.
    candidates: &'a [Option<BitSet>],
    limit: usize,
    depth: Depth,
    is_cancelled: IsCancelled<'a>,
}

impl Index {
    /// All records that satisfy a query, for a single search: nothing is cached.
    pub fn search(self: &Arc<Self>, query: &Query) -> SearchResults {
        let request = SearchRequest { query: query.clone(), limit: usize::MAX, ..SearchRequest::default() };
        Searcher::new(Arc::clone(self)).search(&request, Depth::Exact, &|| false).unwrap_or_default()
    }
}

impl Searcher {
    /// A searcher with empty caches.
    pub fn new(index: Arc<Index>) -> Self {
        let caches = index.parts().iter().map(|_| AtomCache::default()).collect();
        Self { index, caches }
    }

    /// The index that is searched.
    pub fn index(&self) -> &Arc<Index> {
        &self.index
    }

    /// The records that satisfy the query, best first. None if `is_cancelled` became true before the end.
    pub fn search(
        &mut self,
        request: &SearchRequest,
        depth: Depth,
        is_cancelled: IsCancelled<'_>,
    ) -> Option<SearchResults> {
        if request.query.is_empty() {
            return Some(SearchResults { is_exact: true, ..SearchResults::default() });
        }
        let candidates = self.candidates(&request.filter);
        let context = SearchContext { candidates: &candidates, limit: request.limit, depth, is_cancelled };
        let results = self.search_all_clauses(&request.query, context)?;
        if results.total_with_possible() > 0 || !results.fuzzy.is_empty() {
            return Some(results);
        }
        let Some((kept, dropped_words)) = self.drop_words(&request.query, context)? else {
            return Some(results);
        };
        let results = self.search_all_clauses(&kept, context)?;
        Some(SearchResults { dropped_words, ..results })
    }

    /// The statements that match the query literally, by their positions: those of the newest visit first, in each visit in the
    /// order of [`Visit::statements_in_order`](crate::model::Visit::statements_in_order).
    pub(crate) fn statements_with(&mut self, query: &Query) -> BitSet {
        let candidates = self.candidates(&SearchFilter::default());
        let context =
            SearchContext { candidates: &candidates, limit: 0, depth: Depth::Exact, is_cancelled: &|| false };
        let matches = self.match_query(query, Tolerance::Literal, context).unwrap_or_default();
        let runs = || self.index.parts().iter().map(IndexPart::statements);
        let mut all = BitSet::new(runs().flatten().map(|(range, _)| range.len()).sum());
        for (runs, matches) in runs().zip(&matches) {
            for (range, first) in runs {
                all.insert_moved(&matches.records, range.clone(), *first);
            }
        }
        all
    }

    /// For each part of the index the records to search; `None` to search all.
    fn candidates(&self, filter: &SearchFilter) -> Vec<Option<BitSet>> {
        self.index.parts().iter().map(|part| part.candidates(filter)).collect()
    }

    /// The results that satisfy all clauses: the literal matches, and fuzzy ones if those are few.
    fn search_all_clauses(&mut self, query: &Query, context: SearchContext<'_>) -> Option<SearchResults> {
        let literal = self.match_query(query, Tolerance::Literal, context)?;
        let totals = self.totals(&literal);
        let found: usize = totals.iter().sum();
        let mut results = self.best_results(&literal, context)?;
        for (group, total) in results.groups.iter_mut().zip(totals) {
            group.total = total;
        }
        let mut known = literal;
        if query.has_dates() {
            let matches = self.match_more(query, Tolerance::Possible, &known, context)?;
            let possible = self.best_results(&matches, context)?;
            results.is_exact &= possible.is_exact;
            results.possible =
                PossibleResults::new(&possible, self.totals(&matches).iter().sum(), context.limit);
            for (known, more) in known.iter_mut().zip(matches) {
                known.records.union_with(&more.records);
            }
        }
        let found = found + results.possible.total;
        if found < ENOUGH_RESULTS && query.has_words() {
            let mut fuzzy = None;
            for tolerance in [Tolerance::Loose, Tolerance::Subsequence] {
                let matches = self.match_more(query, tolerance, &known, context)?;
                let more: usize = self.totals(&matches).iter().sum();
                fuzzy = Some(matches);
                if found + more >= ENOUGH_RESULTS {
                    break;
                }
            }
            let context = SearchContext { limit: MAX_FUZZY_RESULTS, ..context };
            results.fuzzy = self.best_of_newest(fuzzy.unwrap_or_default(), context)?.ranked();
            results.fuzzy.truncate(MAX_FUZZY_RESULTS);
        }
        results.groups.retain(|group| group.total > 0);
        Some(results)
    }

    /// The matches at a tolerance without the records that are known already.
    fn match_more<'q>(
        &mut self,
        query: &'q Query,
        tolerance: Tolerance,
        known: &[PartMatches<'_>],
        context: SearchContext<'_>,
    ) -> Option<Vec<PartMatches<'q>>> {
        let mut matches = self.match_query(query, tolerance, context)?;
        for (matches, known) in matches.iter_mut().zip(known) {
            matches.records.difference_with(&known.records);
        }
        Some(matches)
    }

    /// The matches of a query in each part of the index.
    fn match_query<'q>(
        &mut self,
        query: &'q Query,
        tolerance: Tolerance,
        context: SearchContext<'_>,
    ) -> Option<Vec<PartMatches<'q>>> {
        let tasks = self.index.parts().iter().zip(&mut self.caches).zip(context.candidates).collect();
        let run = |((part, cache), candidates): ((&IndexPart, &mut AtomCache), &Option<BitSet>)| {
            match_part((part, cache), query, tolerance, candidates.as_ref(), context.is_cancelled)
        };
        let mut all: Vec<PartMatches<'q>> = run_parallel(tasks, run).into_iter().collect::<Option<_>>()?;
        // The document frequency of a clause is that in all parts.
        let records: usize = self.index.parts().iter().map(IndexPart::len).sum();
        for (at, _) in query.clauses.iter().enumerate() {
            let of_clause = |matches: &PartMatches<'q>| {
                matches.clauses.get(at).map_or(0, |it| it.atoms.iter().map(|atom| atom.count).sum::<usize>())
            };
            let matching: usize = all.iter().map(of_clause).sum();
            #[expect(clippy::cast_precision_loss, reason = "an estimate")]
            let idf = (1.0 + records as f32 / matching.max(1) as f32).ln();
            all.iter_mut()
                .filter_map(|matches| matches.clauses.get_mut(at))
                .for_each(|clause| clause.idf = idf);
        }
        Some(all)
    }

    /// The number of matching records of each kind.
    fn totals(&self, matches: &[PartMatches<'_>]) -> [usize; GROUPS.len()] {
        let mut totals = [0; GROUPS.len()];
        for (part, matches) in self.index.parts().iter().zip(matches) {
            for (total, numbers) in totals.iter_mut().zip(&part.segment.kinds) {
                *total += matches.records.count_in(numbers.clone());
            }
        }
        totals
    }

    /// The best of the matching records: one group for each kind. A quick search scores the newest of each part.
    fn best_results(&self, matches: &[PartMatches<'_>], context: SearchContext<'_>) -> Option<SearchResults> {
        let all: usize = self.index.parts().iter().map(IndexPart::len).sum();
        self.best_of_each_kind(matches, context, |part| {
            let share = |kind| (max_quick(kind) * part.len()).div_ceil(all.max(1));
            (context.depth == Depth::Quick).then(|| GROUPS.map(share))
        })
    }

    /// The best of the newest of the matching records.
    fn best_of_newest(
        &self,
        mut matches: Vec<PartMatches<'_>>,
        context: SearchContext<'_>,
    ) -> Option<SearchResults> {
        let mut newest: Vec<BitSet> =
            self.index.parts().iter().map(|part| part.segment.no_records()).collect();
        for (at, kind) in GROUPS.into_iter().enumerate() {
            let max = max_quick(kind);
            let mut found: Vec<(Option<u32>, RecordNumber, usize)> = Vec::new();
            for (number, (part, matches)) in self.index.parts().iter().zip(&matches).enumerate() {
                let records = part.segment.kinds.get(at).cloned().unwrap_or_default();
                let rank = |record| self.index.rank(part.target(record)?.visit);
                let newest = matches.records.iter_in(records).take(max);
                found.extend(newest.map(|record| (rank(record), record, number)));
            }
            found.sort_unstable();
            for (_, record, part) in found.into_iter().take(max) {
                newest.get_mut(part).into_iter().for_each(|newest| newest.insert(record));
            }
        }
        matches.iter_mut().zip(newest).for_each(|(matches, newest)| matches.records = newest);
        // So few are scored sooner than bounded.
        self.best_of_each_kind(&matches, context, |_| Some([usize::MAX; GROUPS.len()]))
    }

    /// Ranks matching records: one group for each kind. `max_scored` gives how many of the newest of a part are scored; none if upper
    /// bounds decide.
    fn best_of_each_kind(
        &self,
        matches: &[PartMatches<'_>],
        SearchContext { limit, is_cancelled, .. }: SearchContext<'_>,
        max_scored: impl Fn(&IndexPart) -> Option<[usize; GROUPS.len()]>,
    ) -> Option<SearchResults> {
        let tasks = self.index.parts().iter().zip(matches).map(|(part, matches)| {
            let PartMatches { clauses, records } = matches;
            let max_scored = max_scored(part);
            RankingTask { segment: &part.segment, clauses, records, limit, max_scored, is_cancelled }
        });
        let scored = run_parallel(tasks.collect(), |task: RankingTask<'_>| task.run());
        let scored: Vec<SegmentResults> = scored.into_iter().collect::<Option<_>>()?;
        let mut results =
            SearchResults { is_exact: scored.iter().all(|it| it.is_exact), ..SearchResults::default() };
        for (at, kind) in GROUPS.into_iter().enumerate() {
            let mut of_kind: Vec<SearchResult> = Vec::new();
            for (part, scored) in self.index.parts().iter().zip(&scored) {
                let result = |(Score { level, value }, record): &(Score, RecordNumber)| {
                    Some(SearchResult { target: part.target(*record)?, level: *level, score: *value })
                };
                of_kind.extend(scored.best.get(at).into_iter().flatten().filter_map(result));
            }
            // Of equal results the newest is first. The sort is stable: those of a visit stay in their order.
            let rank = |result: &SearchResult| self.index.rank(result.target.visit);
            of_kind.sort_by(|a, b| a.best_first(b).then_with(|| rank(a).cmp(&rank(b))));
            of_kind.truncate(limit);
            results.groups.push(ResultGroup { kind, total: of_kind.len(), results: of_kind });
        }
        Some(results)
    }

    /// For a query that no record satisfies: the query without the words that match nothing together with the others, and
    /// those words. None inside if too few words are left.
    #[expect(clippy::option_option, reason = "the outer one is none if cancelled")]
    fn drop_words(
        &mut self,
        query: &Query,
        context: SearchContext<'_>,
    ) -> Option<Option<(Query, Vec<String>)>> {
        // Filters and fields are always kept.
        let (words, mut kept): (Vec<Clause>, Vec<Clause>) =
            query.clauses.iter().cloned().partition(Clause::is_droppable);
        let others = kept.len();
        let mut dropped = Vec::new();
        let all = words.len();
        for clause in words {
            kept.push(clause.clone());
            let clauses = Query { clauses: kept.clone(), ..Query::default() };
            let matches = self.match_query(&clauses, Tolerance::Subsequence, context)?;
            if matches.iter().all(|matches| matches.records.is_empty()) {
                kept.pop();
                dropped.extend(clause.alternatives.iter().map(Atom::folded_text));
            }
        }
        let found = kept.len() - others;
        let (part, whole) = MIN_WORDS;
        let is_enough = all > 1 && found > 0 && found * whole >= all * part;
        Some(is_enough.then_some((Query { clauses: kept, ..Query::default() }, dropped)))
    }
}

/// How many records of a kind a quick search scores, and any search of those that match loosely: the newest ones.
fn max_quick(kind: RecordKind) -> usize {
    if kind == RecordKind::Statement { 4096 } else { 512 }
}

/// The matches of a query in a part of the index; none if cancelled.
fn match_part<'q>(
    (part, cache): (&IndexPart, &mut AtomCache),
    query: &'q Query,
    tolerance: Tolerance,
    candidates: Option<&BitSet>,
    is_cancelled: IsCancelled<'_>,
) -> Option<PartMatches<'q>> {
    let mut clauses = Vec::new();
    let mut records = candidates.cloned();
    for clause in &query.clauses {
        let tolerance = if clause.negated { tolerance.for_negated() } else { tolerance };
        let mut atoms = Vec::new();
        for atom in &clause.alternatives {
            if is_cancelled() {
                return None;
            }
            atoms.push(cache.find(part, atom, tolerance));
        }
        if !clause.negated && !clause.optional {
            let any = with_any(&atoms);
            match &mut records {
                Some(records) => records.intersect_with(&any),
                None => records = Some(any.into_owned()),
            }
        }
        clauses.push(ClauseMatches { clause, atoms, idf: 0.0 });
    }
    // A query with negated clauses only matches all other records.
    let mut records = records.unwrap_or_else(|| part.all_records());
    for atom in clauses.iter().filter(|matches| matches.clause.negated).flat_map(|matches| &matches.atoms) {
        records.difference_with(&atom.matched.records);
    }
    Some(PartMatches { clauses, records })
}

/// The records that match any of the atoms; borrowed in the usual case of a single atom.
fn with_any(atoms: &[Arc<AtomMatches>]) -> Cow<'_, BitSet> {
    let mut each = atoms.iter().map(|atom| &atom.matched.records);
    let mut all = each.next().map_or_else(Cow::default, Cow::Borrowed);
    each.for_each(|other| all.to_mut().union_with(other));
    all
}

#[cfg(test)]
#[path = "bounds_tests.rs"]
pub(super) mod bounds_tests;
