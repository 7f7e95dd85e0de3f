//! The result of a search: the best hits of each kind of record, and how many records match.

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
pub struct Hit {
    /// The record.
    pub target: Target,
    /// How it matches.
    pub level: MatchLevel,
    /// The relevance; higher is better. Comparable within one query and level only.
    pub score: f32,
}

/// The hits of one kind of record.
#[derive(Debug, Clone, PartialEq)]
pub struct HitGroup {
    /// The kind of record.
    pub kind: RecordKind,
    /// How many records of this kind match literally.
    pub total: usize,
    /// The best hits, best first; hits of equal rank newest first.
    pub hits: Vec<Hit>,
}

/// The records whose date only possibly matches. They are counted separately.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PossibleHits {
    /// How many records there are.
    pub total: usize,
    /// The best hits, best first.
    pub hits: Vec<Hit>,
}

impl PossibleHits {
    /// The best `limit` of all hits, whatever their kind.
    pub(super) fn new(found: &Hits, total: usize, limit: usize) -> Self {
        let found = found.ranked().into_iter().take(limit);
        Self { total, hits: found.map(|hit| Hit { level: MatchLevel::Possible, ..hit }).collect() }
    }
}

/// The result of a search.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Hits {
    /// The literal matches: the kinds that have any, in the order of [`GROUPS`].
    pub groups: Vec<HitGroup>,
    /// The records that match literally but whose date only possibly matches.
    pub possible: PossibleHits,
    /// Matches by affix, stem, typo or subsequence, best first. Empty if there are enough literal matches.
    pub fuzzy: Vec<Hit>,
    /// Words of the query that were dropped because nothing matches them together with the others.
    pub dropped_words: Vec<String>,
    /// Whether all matching records were scored.
    pub is_exact: bool,
}

impl Hits {
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

    /// All hits in one list, best first; hits of equal rank by kind.
    pub fn ranked(&self) -> Vec<Hit> {
        let mut hits: Vec<Hit> = self.groups.iter().flat_map(|group| group.hits.iter().copied()).collect();
        hits.sort_by(Hit::best_first);
        hits.extend(&self.possible.hits);
        hits.extend(&self.fuzzy);
        hits
    }

    /// The best hit of all.
    pub fn best(&self) -> Option<Hit> {
        let firsts = self.groups.iter().filter_map(|group| group.hits.first());
        let others = self.possible.hits.first().into_iter().chain(self.fuzzy.first());
        firsts.chain(others).copied().min_by(Hit::best_first)
    }
}

impl Hit {
    /// The order of hits: by level, then by score.
    pub(super) fn best_first(&self, other: &Self) -> Ordering {
        other.level.cmp(&self.level).then(other.score.total_cmp(&self.score))
    }
}
