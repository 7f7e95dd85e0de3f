//! The best k of many scored records, in memory for 2k of them.

use super::level::MatchLevel;
use super::numbers::RecordNumber;

/// How well a record matches a query: by level first.
#[derive(Debug, Clone, Copy, Default, PartialEq, PartialOrd)]
pub(super) struct Score {
    pub(super) level: MatchLevel,
    pub(super) value: f32,
}

/// Keeps the best records of those that are pushed; of equal ones, those with the lowest numbers.
pub(super) struct TopK {
    limit: usize,
    best: Vec<(Score, RecordNumber)>,
    /// The worst of a full list: only a better one gets in.
    worst: Option<(Score, RecordNumber)>,
}

impl TopK {
    pub(super) fn new(limit: usize) -> Self {
        Self { limit, best: Vec::new(), worst: None }
    }

    /// Adds a record.
    pub(super) fn push(&mut self, score: Score, record: RecordNumber) {
        if !self.admits(&(score, record)) {
            return;
        }
        self.best.push((score, record));
        if self.best.len() >= self.limit.saturating_mul(2).max(2) {
            self.prune();
        }
    }

    /// Whether a record with a score, or a record whose score is at most that, can be among the best.
    pub(super) fn admits(&self, scored: &(Score, RecordNumber)) -> bool {
        self.worst.is_none_or(|worst| best_first(scored, &worst).is_lt())
    }

    /// The best records, best first.
    pub(super) fn finish(mut self) -> Vec<(Score, RecordNumber)> {
        self.prune();
        self.best
    }

    /// Removes all but the best.
    pub(super) fn prune(&mut self) {
        if self.best.len() > self.limit {
            self.best.select_nth_unstable_by(self.limit, best_first);
            self.best.truncate(self.limit);
        }
        self.best.sort_unstable_by(best_first);
        if self.best.len() == self.limit {
            self.worst = self.best.last().copied();
        }
    }
}

/// The order of scored records: of equal ones, those with the lowest numbers come first.
pub(super) fn best_first(
    (a, one): &(Score, RecordNumber),
    (b, other): &(Score, RecordNumber),
) -> std::cmp::Ordering {
    b.level.cmp(&a.level).then(b.value.total_cmp(&a.value)).then(one.cmp(other))
}
