//! The index of an archive: one or more segments, built in parallel.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use super::index_part::IndexPart;
use super::numbers::to_u32;
use super::segment::Segment;
use crate::model::Archive;
use crate::parallel::{available_cores, run_parallel};

/// The smallest size of a segment, in records: fewer are not worth a thread.
const MIN_SEGMENT: usize = 20_000;
/// The maximum number of segments of a new index: more threads do not make a search faster.
const MAX_SEGMENTS: usize = 8;

/// The index of an archive. Those who search one that is not complete yet wait for it.
#[derive(Debug)]
pub struct Index(OnceLock<IndexParts>);

#[derive(Debug, Default)]
struct IndexParts {
    parts: Vec<IndexPart>,
    /// For each visit of the archive its position among all, newest first.
    ranks: Vec<u32>,
}

impl Default for Index {
    /// The index of an archive without records.
    fn default() -> Self {
        Self(IndexParts::default().into())
    }
}

impl Index {
    /// Indexes an archive on all processors.
    pub fn new(archive: &Archive) -> Self {
        Self::on(archive, available_cores())
    }

    /// Indexes an archive on at most this number of processors.
    pub fn on(archive: &Archive, processors: usize) -> Self {
        Self::with_segments(archive, |records| segment_count(records, processors))
    }

    /// Indexes an archive; `count` gives the number of segments for a number of records.
    pub(super) fn with_segments(archive: &Archive, count: impl Fn(usize) -> usize) -> Self {
        Self::of(archive, segments(archive, &archive.newest_first(), count))
    }

    /// The index of an archive that consists of these segments. For each there are its visits, newest first, as indices into the
    /// archive, or `None` for those that the archive does not have any more.
    pub fn of(archive: &Archive, segments: Vec<(Arc<Segment>, Vec<Option<usize>>)>) -> Self {
        let newest = archive.newest_first();
        let mut positions = vec![0; newest.len()];
        let mut statements = 0;
        for at in &newest {
            if let Some((position, visit)) = positions.get_mut(*at).zip(archive.visits.get(*at)) {
                *position = to_u32(statements);
                statements += visit.statements.len();
            }
        }
        let position = |visit: usize| positions.get(visit).copied();
        let part = |(segment, visits)| IndexPart::new(segment, visits, position);
        let parts = segments.into_iter().map(part).collect();
        Self(IndexParts { parts, ranks: ranks(&newest) }.into())
    }

    /// An index that somebody is going to complete.
    pub fn pending() -> Self {
        Self(OnceLock::new())
    }

    /// Whether it is not complete yet.
    pub fn is_pending(&self) -> bool {
        self.0.get().is_none()
    }

    /// Completes a pending index.
    pub fn complete(&self, index: Self) {
        if let Some(parts) = index.0.into_inner() {
            let _ = self.0.set(parts);
        }
    }

    /// The segments, and which visits they have.
    pub fn parts(&self) -> &[IndexPart] {
        &self.0.wait().parts
    }

    /// The position of a visit among all, newest first.
    pub(super) fn rank(&self, visit: usize) -> Option<u32> {
        self.0.wait().ranks.get(visit).copied()
    }

    fn segments(&self) -> impl Iterator<Item = &Segment> {
        self.parts().iter().map(|part| part.segment.as_ref())
    }

    /// The short terms that match so many records that their matches are precomputed, the most frequent one last.
    pub(super) fn short_terms(&self) -> Vec<String> {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for (term, records) in self.segments().flat_map(|segment| &segment.short_terms) {
            *counts.entry(term).or_default() += records.count();
        }
        let mut terms: Vec<(usize, &str)> = counts.into_iter().map(|(term, count)| (count, term)).collect();
        terms.sort_unstable();
        terms.into_iter().map(|(_, term)| term.to_owned()).collect()
    }

    /// The size of each part of the index in bytes.
    pub fn sizes(&self) -> Vec<(&'static str, usize)> {
        let mut sizes: Vec<(&'static str, usize)> = Vec::new();
        for (name, bytes) in self.segments().flat_map(Segment::sizes) {
            match sizes.iter_mut().find(|(known, _)| *known == name) {
                Some((_, sum)) => *sum += bytes,
                None => sizes.push((name, bytes)),
            }
        }
        sizes
    }

    /// The size of the index in bytes.
    pub fn bytes(&self) -> usize {
        self.sizes().into_iter().map(|(_, bytes)| bytes).sum()
    }
}

/// For each visit its position among all, which are given newest first.
pub(super) fn ranks(newest: &[usize]) -> Vec<u32> {
    let mut ranks = vec![0; newest.len()];
    for (rank, at) in newest.iter().enumerate() {
        ranks.get_mut(*at).into_iter().for_each(|it| *it = to_u32(rank));
    }
    ranks
}

/// The number of segments for a number of records.
pub(super) fn segment_count(records: usize, processors: usize) -> usize {
    (records / MIN_SEGMENT).clamp(1, processors.clamp(1, MAX_SEGMENTS))
}

/// The number of records of a visit.
pub(super) fn record_count(archive: &Archive, visit: usize) -> usize {
    archive.visits.get(visit).map_or(1, |visit| {
        1 + visit.itinerary.len()
            + visit.participants.len()
            + visit.organizations.len()
            + visit.statements.len()
    })
}

/// Indexes some visits of an archive, newest first; `count` gives the number of segments for a number of records.
pub(super) fn segments(
    archive: &Archive,
    visits: &[usize],
    count: impl Fn(usize) -> usize,
) -> Vec<(Arc<Segment>, Vec<Option<usize>>)> {
    let records = |at: &usize| record_count(archive, *at);
    let parts = count(visits.iter().map(records).sum());
    let mut rest = visits;
    let mut tasks = Vec::new();
    for part in (1..=parts).rev() {
        let share = rest.iter().map(records).sum::<usize>().div_ceil(part);
        let mut before = 0;
        let enough = |at: &usize| {
            let is_within = before < share;
            before += records(at);
            !is_within
        };
        let (task, others) = rest.split_at(rest.iter().position(enough).unwrap_or(rest.len()));
        tasks.push(task);
        rest = others;
    }
    let build = |visits: &[usize]| {
        (Arc::new(Segment::new(archive, visits)), visits.iter().copied().map(Some).collect())
    };
    run_parallel(tasks, build)
}

#[cfg(test)]
#[path = "search_tests.rs"]
mod tests;

#[cfg(test)]
#[path = "field_tests.rs"]
mod field_tests;

#[cfg(test)]
#[path = "size_tests.rs"]
mod size_tests;

#[cfg(test)]
#[path = "index_update_tests.rs"]
mod index_update_tests;
