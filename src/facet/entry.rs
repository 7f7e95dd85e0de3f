//! The facts of a statement as small numbers.

use std::ops::Range;

use crate::model::{RecordKind, Side, StatementType, Target};

/// The number of a missing fact.
pub(super) const UNKNOWN: u32 = u32::MAX;

/// The facts of a statement.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct StatementEntry {
    /// The position of the statement: among those of its visit as they are listed.
    pub(super) position: u32,
    /// The index of the visit, and the index among its statements as written.
    pub(super) visit: u32,
    pub(super) item: u32,
    /// The number of the stop among all stops of the archive.
    pub(super) stop: u32,
    pub(super) place: u32,
    /// The speakers, as a range of `Facets::statement_speakers`; empty if none is given.
    pub(super) speakers: Range<u32>,
    /// The topics, as a range of `Facets::topics`.
    pub(super) topics: Range<u32>,
    /// The number of the day.
    pub(super) day: u32,
    pub(super) kind: StatementType,
}

impl StatementEntry {
    /// The statement.
    pub(super) fn target(&self) -> Target {
        Target::new(index(self.visit), RecordKind::Statement, index(self.item))
    }
}

/// A number as an index.
pub(super) fn index(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

/// An index as a number.
pub(super) fn number(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(UNKNOWN)
}

/// A speaker as a member of an organization; a speaker in several organizations has several entries.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct SpeakerFacts {
    pub(super) person: u32,
    pub(super) organization: u32,
    pub(super) side: Option<Side>,
}

/// The different values of a fact of the speakers: a statement counts once for each.
pub(super) fn once_each(
    speakers: &[SpeakerFacts],
    of: impl Fn(&SpeakerFacts) -> u32 + Copy,
) -> impl Iterator<Item = u32> {
    let is_first = move |at: usize, number: u32| speakers.iter().take(at).all(|before| of(before) != number);
    speakers
        .iter()
        .map(of)
        .enumerate()
        .filter(move |(at, number)| is_first(*at, *number))
        .map(|(_, number)| number)
}
