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
    /// The lowest score in a full list: only a better one gets in.
    threshold: Option<Score>,
}

impl TopK {
    pub(super) fn new(limit: usize) -> Self {
        Self { limit, best: Vec::new(), threshold: None }
    }

    /// Adds a record. Records are pushed in the order of their numbers.
    pub(super) fn push(&mut self, score: Score, record: RecordNumber) {
        if self.threshold.is_some_and(|threshold| score <= threshold) {
            return;
        }
        self.best.push((score, record));
        if self.best.len() >= self.limit.saturating_mul(2).max(2) {
            self.prune();
        }
    }

    /// The best records, best first.
    pub(super) fn finish(mut self) -> Vec<(Score, RecordNumber)> {
        self.prune();
        self.best
    }

    fn prune(&mut self) {
        let order = |(a, one): &(Score, RecordNumber), (b, other): &(Score, RecordNumber)| {
            b.level.cmp(&a.level).then(b.value.total_cmp(&a.value)).then(one.cmp(other))
        };
        if self.best.len() > self.limit {
            self.best.select_nth_unstable_by(self.limit, order);
            self.best.truncate(self.limit);
            self.threshold =
                self.best.iter().map(|(score, _)| *score).reduce(|a, b| if b < a { b } else { a });
        }
        self.best.sort_unstable_by(order);
    }
}
