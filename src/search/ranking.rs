//! Ranks the records of a segment that satisfy a query: the best of each kind.
//!
//! If there are many, their upper bounds are computed first, and the records are scored from the highest bound on, until no
//! other one can be among the best.

use super::bounds::{Bounds, KindWeights};
use super::numbers::RecordNumber;
use super::results::GROUPS;
use super::scorer::{ClauseMatches, Scorer};
use super::segment::Segment;
use super::top_k::{Score, TopK, best_first};
use crate::bit_set::BitSet;

/// How many records are bounded or scored between two checks for cancellation.
const CHECK_INTERVAL: usize = 512;
/// Fewer records are scored without bounds, since that is as fast.
const BOUNDED_FROM: usize = 4096;
/// How many records are scored before others are dropped whose bounds are too low.
const FIRST_STEP: usize = 256;

/// Scored records, best first.
pub(super) type Ranked = Vec<(Score, RecordNumber)>;

/// The best records of a segment.
pub(super) struct SegmentResults {
    /// For each kind of record.
    pub(super) best: Vec<Ranked>,
    /// Whether no other record can be among them.
    pub(super) is_exact: bool,
}

/// What to rank, and how thoroughly.
pub(super) struct RankingTask<'a> {
    pub(super) segment: &'a Segment,
    pub(super) clauses: &'a [ClauseMatches<'a>],
    /// The records that satisfy the query.
    pub(super) records: &'a BitSet,
    /// The maximum number of results of each kind.
    pub(super) limit: usize,
    /// For each kind, how many of the newest records are scored; if none, all that upper bounds do not exclude.
    pub(super) max_scored: Option<[usize; GROUPS.len()]>,
    pub(super) is_cancelled: &'a (dyn Fn() -> bool + Sync),
}

impl RankingTask<'_> {
    /// The best records; none if cancelled.
    pub(super) fn run(&self) -> Option<SegmentResults> {
        if self.records.is_empty() {
            return Some(SegmentResults { best: Vec::new(), is_exact: true });
        }
        let mut scorer = Scorer::new(self.segment, self.clauses);
        match self.max_scored {
            Some(max_scored) => self.newest(&mut scorer, max_scored),
            None if self.records.count() < BOUNDED_FROM.max(self.limit.saturating_mul(4)) => {
                self.newest(&mut scorer, [usize::MAX; GROUPS.len()])
            }
            None => self.best_by_bounds(&mut scorer),
        }
    }

    /// The best of the newest records of each kind.
    pub(super) fn newest(
        &self,
        scorer: &mut Scorer<'_>,
        max_scored: [usize; GROUPS.len()],
    ) -> Option<SegmentResults> {
        let mut results = SegmentResults { best: Vec::new(), is_exact: true };
        for (numbers, max) in self.segment.kinds.iter().zip(max_scored) {
            let mut best = TopK::new(self.limit);
            let mut of_kind = self.records.iter_in(numbers.clone());
            self.each(of_kind.by_ref().take(max), |record| best.push(scorer.score(record), record))?;
            results.is_exact &= of_kind.next().is_none();
            results.best.push(best.finish());
        }
        Some(results)
    }

    /// The best of all records of each kind.
    pub(super) fn best_by_bounds(&self, scorer: &mut Scorer<'_>) -> Option<SegmentResults> {
        let bounds = Bounds::new(scorer, self.records, self.is_cancelled)?;
        let mut results = SegmentResults { best: Vec::new(), is_exact: true };
        for ((kind, numbers), fields) in
            GROUPS.into_iter().zip(&self.segment.kinds).zip(self.segment.own_fields)
        {
            let weights = KindWeights::new(kind, fields);
            let mut bounded = Vec::new();
            self.each(self.records.iter_in(numbers.clone()), |record| {
                bounded.push((bounds.of(scorer, record, &weights), record));
            })?;
            results.best.push(self.best_of(scorer, bounded)?);
        }
        Some(results)
    }

    /// The best of some records, each with the bound of its score; none if cancelled.
    fn best_of(&self, scorer: &mut Scorer<'_>, mut rest: Ranked) -> Option<Ranked> {
        let mut best = TopK::new(self.limit);
        let mut step = FIRST_STEP;
        while !rest.is_empty() {
            let first = step.min(rest.len());
            if first < rest.len() {
                rest.select_nth_unstable_by(first, best_first);
            }
            let records = rest.drain(..first).map(|(_, record)| record);
            self.each(records, |record| best.push(scorer.score(record), record))?;
            best.prune();
            rest.retain(|bounded| best.admits(bounded));
            step *= 2;
        }
        Some(best.finish())
    }

    /// Does work for each of some records; none if cancelled.
    fn each(
        &self,
        records: impl Iterator<Item = RecordNumber>,
        mut work: impl FnMut(RecordNumber),
    ) -> Option<()> {
        for (count, record) in records.enumerate() {
            if count % CHECK_INTERVAL == 0 && (self.is_cancelled)() {
                return None;
            }
            work(record);
        }
        Some(())
    }
}
