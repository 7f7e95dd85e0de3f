//! The words of every record of an archive, in as many segments as there are processors.

use std::sync::Arc;

use super::segment::Segment;
use super::side::{processors, side_by_side};
use super::{Ask, Depth, Hits, Query, Searcher};
use crate::model::Archive;

/// A segment has at least so many records: fewer are not worth a thread.
const A_SEGMENT: usize = 20_000;
/// More threads than this do not make an answer come sooner.
const SEGMENTS: usize = 8;

/// The words of an archive.
#[derive(Debug, Default)]
pub struct Index {
    /// The newest visits come first.
    pub(super) segments: Vec<Segment>,
}

impl Index {
    /// Reads an archive on all processors.
    pub fn new(archive: &Archive) -> Self {
        Self::on(archive, processors())
    }

    /// Reads an archive on so many processors, at most.
    pub fn on(archive: &Archive, processors: usize) -> Self {
        Self::in_parts(archive, |records| (records / A_SEGMENT).clamp(1, processors.clamp(1, SEGMENTS)))
    }

    /// Reads an archive into as many segments as are wanted for so many records.
    fn in_parts(archive: &Archive, wanted: impl Fn(usize) -> usize) -> Self {
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
        let parts = wanted(all);
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
        Self { segments: side_by_side(tasks, |visits| Segment::new(archive, visits)) }
    }

    /// All records that satisfy a query, asked once.
    pub fn search(self: &Arc<Self>, query: &Query) -> Hits {
        let ask = Ask { query: query.clone(), limit: usize::MAX, ..Ask::default() };
        Searcher::new(Arc::clone(self)).answer(&ask, Depth::Exact, &|| false).unwrap_or_default()
    }

    /// How many bytes each of its parts takes.
    pub fn parts(&self) -> Vec<(&'static str, usize)> {
        let mut parts: Vec<(&'static str, usize)> = Vec::new();
        for (name, bytes) in self.segments.iter().flat_map(Segment::parts) {
            match parts.iter_mut().find(|(known, _)| *known == name) {
                Some((_, sum)) => *sum += bytes,
                None => parts.push((name, bytes)),
            }
        }
        parts
    }

    /// How many bytes it takes.
    pub fn bytes(&self) -> usize {
        self.parts().into_iter().map(|(_, bytes)| bytes).sum()
    }
}

#[cfg(test)]
#[path = "search_tests.rs"]
mod tests;

#[cfg(test)]
#[path = "size_tests.rs"]
mod size_tests;
