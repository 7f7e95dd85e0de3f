//! Updates an index after its files have changed: what was indexed of unchanged visits is taken over.

use std::collections::HashMap;
use std::sync::Arc;

use super::index::{Index, ranks, record_count, segment_count, segments};
use super::segment::Segment;
use crate::model::{Archive, Header, Id, Visit};
use crate::parallel::available_cores;

/// The smallest part of an index that is taken over, in records: fewer are indexed again, so that many small changes do not
/// leave many small segments.
const MIN_KEPT: usize = 2_000;
/// How many segments more than a new index an updated one may have.
const MORE_PARTS: usize = 6;

impl Index {
    /// The index of an archive, of which this is the index of an earlier state.
    #[must_use]
    pub fn update(&self, before: &Archive, archive: &Archive) -> Self {
        let count = |records| segment_count(records, available_cores());
        self.update_with(before, archive, MIN_KEPT, count)
    }

    /// Updates likewise, and keeps parts of at least `min_kept` records; `count` gives the number of segments for a number of
    /// records.
    pub(super) fn update_with(
        &self,
        before: &Archive,
        archive: &Archive,
        min_kept: usize,
        count: impl Fn(usize) -> usize,
    ) -> Self {
        let newest = archive.newest_first();
        let ranks = ranks(&newest);
        let unchanged = unchanged_visits(before, archive);
        let mut kept: Vec<(Arc<Segment>, Vec<Option<usize>>)> = Vec::new();
        let mut is_kept = vec![false; newest.len()];
        for part in self.parts() {
            let mut last = None;
            // The records of a segment stay in their order: a visit that is not after the others any more is indexed again.
            let mut in_order = |visit: usize| {
                let rank = ranks.get(visit).copied().filter(|rank| last < Some(*rank))?;
                last = Some(rank);
                Some(visit)
            };
            let mut now = |visit: &Option<usize>| unchanged.get((*visit)?).copied()?.and_then(&mut in_order);
            let visits: Vec<Option<usize>> = part.visits().iter().map(&mut now).collect();
            let records: usize = visits.iter().flatten().map(|at| record_count(archive, *at)).sum();
            if records >= min_kept && records * 2 >= part.segment().len() {
                for at in visits.iter().flatten() {
                    is_kept.get_mut(*at).into_iter().for_each(|it| *it = true);
                }
                kept.push((Arc::clone(part.segment()), visits));
            }
        }
        let is_new = |at: &usize| !is_kept.get(*at).copied().unwrap_or_default();
        let others: Vec<usize> = newest.iter().copied().filter(is_new).collect();
        let parts_of = |visits: &[usize]| count(visits.iter().map(|at| record_count(archive, *at)).sum());
        let more = if others.is_empty() { 0 } else { parts_of(&others) };
        if kept.len() + more > parts_of(&newest) + MORE_PARTS {
            return Self::with_segments(archive, count);
        }
        if more > 0 {
            kept.extend(segments(archive, &others, &count));
        }
        Self::of(archive, kept)
    }
}

/// For each visit before where it is now, if what is indexed of it has not changed.
fn unchanged_visits(before: &Archive, archive: &Archive) -> Vec<Option<usize>> {
    let positions: HashMap<&Id, usize> =
        archive.visits.iter().enumerate().map(|(at, visit)| (&visit.id, at)).collect();
    let mut headers = SameHeaders::default();
    let now = |old: &Arc<Visit>| {
        let at = *positions.get(&old.id)?;
        let new = archive.visits.as_slice().get(at)?;
        let has_same_header =
            headers.has((before.header(old), old.header), (archive.header(new), new.header));
        (has_same_header && is_same(old, new)).then_some(at)
    };
    before.visits.as_slice().iter().map(now).collect()
}

/// Whether two visits are the same apart from the numbers of their headers.
fn is_same(old: &Arc<Visit>, new: &Arc<Visit>) -> bool {
    let renumbered = || Visit { header: new.header, ..(**old).clone() };
    Arc::ptr_eq(old, new) || if old.header == new.header { old == new } else { renumbered() == **new }
}

/// Which headers have the same texts, by their numbers before and now: each pair is compared once.
#[derive(Default)]
struct SameHeaders(HashMap<(usize, usize), bool>);

impl SameHeaders {
    fn has(&mut self, (old, before): (Option<&Header>, usize), (new, now): (Option<&Header>, usize)) -> bool {
        *self.0.entry((before, now)).or_insert_with(|| match (old, new) {
            (Some(old), Some(new)) => {
                old.title == new.title && old.license == new.license && old.extra == new.extra
            }
            (old, new) => old.is_none() && new.is_none(),
        })
    }
}
