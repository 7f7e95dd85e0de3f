//! The index of an archive: one or more segments, built in parallel.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::segment::Segment;
use crate::model::Archive;
use crate::parallel::{available_cores, run_parallel};

/// The smallest size of a segment, in records: fewer are not worth a thread.
const MIN_SEGMENT: usize = 20_000;
/// The maximum number of segments: more threads do not make a search faster.
const MAX_SEGMENTS: usize = 8;

/// The index of an archive. Those who search one that is not complete yet wait for it.
#[derive(Debug)]
pub struct Index(OnceLock<Vec<Segment>>);

impl Default for Index {
    /// The index of an archive without records.
    fn default() -> Self {
        Vec::new().into()
    }
}

impl Index {
    /// Indexes an archive on all processors.
    pub fn new(archive: &Archive) -> Self {
        Self::on(archive, available_cores())
    }

    /// Indexes an archive on at most this number of processors.
    pub fn on(archive: &Archive, processors: usize) -> Self {
        Self::with_segments(archive, |records| {
            (records / MIN_SEGMENT).clamp(1, processors.clamp(1, MAX_SEGMENTS))
        })
    }

    /// Indexes an archive; `count` gives the number of segments for a number of records.
    pub(super) fn with_segments(archive: &Archive, count: impl Fn(usize) -> usize) -> Self {
        let visits = archive.newest_first();
        let records = |at: &usize| {
            archive.visits.get(*at).map_or(1, |visit| {
                1 + visit.itinerary.len()
                    + visit.participants.len()
                    + visit.organizations.len()
                    + visit.statements.len()
            })
        };
        let all: usize = visits.iter().map(records).sum();
        let parts = count(all);
        let mut rest = visits.as_slice();
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
        run_parallel(tasks, |visits| Segment::new(archive, visits)).into()
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
        if let Some(segments) = index.0.into_inner() {
            let _ = self.0.set(segments);
        }
    }

    /// The segments, those with the newest visits first.
    pub fn segments(&self) -> &[Segment] {
        self.0.wait()
    }

    /// The short terms that match so many records that their matches are precomputed, the most frequent one last.
    pub(super) fn short_terms(&self) -> Vec<String> {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for (term, records) in self.segments().iter().flat_map(|segment| &segment.short_terms) {
            *counts.entry(term).or_default() += records.count();
        }
        let mut terms: Vec<(usize, &str)> = counts.into_iter().map(|(term, count)| (count, term)).collect();
        terms.sort_unstable();
        terms.into_iter().map(|(_, term)| term.to_owned()).collect()
    }

    /// The size of each part of the index in bytes.
    pub fn sizes(&self) -> Vec<(&'static str, usize)> {
        let mut sizes: Vec<(&'static str, usize)> = Vec::new();
        for (name, bytes) in self.segments().iter().flat_map(Segment::sizes) {
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

impl From<Vec<Segment>> for Index {
    fn from(segments: Vec<Segment>) -> Self {
        Self(segments.into())
    }
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
