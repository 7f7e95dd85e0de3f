//! The result of a search: the best results of each kind of record, and how many records match.

use std::cmp::Ordering;

use super::level::MatchLevel;
use crate::model::{RecordKind, Target};
use crate::text::shorten;

/// The order of the groups in a list of results. It is fixed, so that rows do not jump while the user types.
pub const GROUPS: [RecordKind; 5] = [
    RecordKind::Statement,
    RecordKind::Stop,
    RecordKind::Participant,
    RecordKind::Organization,
    RecordKind::Visit,
];

/// A record that matches a query.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SearchResult {
    /// The record.
    pub target: Target,
    /// How it matches.
    pub level: MatchLevel,
    /// The relevance; higher is better. Comparable within one query and level only.
    pub score: f32,
}

/// The results of one kind of record.
#[derive(Debug, Clone, PartialEq)]
pub struct ResultGroup {
    /// The kind of record.
    pub kind: RecordKind,
    /// How many records of this kind match literally.
    pub total: usize,
    /// The best results, best first; results of equal rank newest first.
    pub results: Vec<SearchResult>,
}

/// The records whose date only possibly matches. They are counted separately.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PossibleResults {
    /// How many records there are.
    pub total: usize,
    /// The best results, best first.
    pub results: Vec<SearchResult>,
}

impl PossibleResults {
    /// The best `limit` of all results, whatever their kind.
    pub(super) fn new(found: &SearchResults, total: usize, limit: usize) -> Self {
        let found = found.ranked().into_iter().take(limit);
        Self {
            total,
            results: found.map(|result| SearchResult { level: MatchLevel::Possible, ..result }).collect(),
        }
    }
}

/// The result of a search.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SearchResults {
    /// The literal matches: the kinds that have any, in the order of [`GROUPS`].
    pub groups: Vec<ResultGroup>,
    /// The records that match literally but whose date only possibly matches.
    pub possible: PossibleResults,
    /// Matches by affix, stem, typo or subsequence, best first. Empty if there are enough literal matches.
    pub fuzzy: Vec<SearchResult>,
    /// Words of the query that were dropped because nothing matches them together with the others.
    pub dropped_words: Vec<String>,
    /// Whether all matching records were scored.
    pub is_exact: bool,
}

impl SearchResults {
    /// How many records match literally.
    pub fn total(&self) -> usize {
        self.groups.iter().map(|group| group.total).sum()
    }

    /// How many records match literally, including those whose date only possibly matches.
    pub fn total_with_possible(&self) -> usize {
        self.total() + self.possible.total
    }

    /// The dropped words, shortened to fit on a line.
    pub fn dropped_words_brief(&self) -> String {
        shorten(&self.dropped_words.join(", "))
    }

    /// All results in one list, best first; results of equal rank by kind.
    pub fn ranked(&self) -> Vec<SearchResult> {
        let mut results: Vec<SearchResult> =
            self.groups.iter().flat_map(|group| group.results.iter().copied()).collect();
        results.sort_by(SearchResult::best_first);
        results.extend(&self.possible.results);
        results.extend(&self.fuzzy);
        results
    }

    /// The best result of all.
    pub fn best(&self) -> Option<SearchResult> {
        let firsts = self.groups.iter().filter_map(|group| group.results.first());
        let others = self.possible.results.first().into_iter().chain(self.fuzzy.first());
        firsts.chain(others).copied().min_by(SearchResult::best_first)
    }
}

impl SearchResult {
    /// The order of results: by level, then by score.
    pub(super) fn best_first(&self, other: &Self) -> Ordering {
        other.level.cmp(&self.level).then(other.score.total_cmp(&self.score))
    }
}
