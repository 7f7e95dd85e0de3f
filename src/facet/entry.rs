//! The facts of a statement as small numbers.

use std::ops::Range;

use jiff::civil::Date;

use crate::model::{Side, StatementType, Target};

/// The number of a missing fact.
pub(super) const UNKNOWN: u32 = u32::MAX;

/// The facts of a statement.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct StatementEntry {
    pub(super) target: Target,
    /// The number of the stop among all stops of the archive.
    pub(super) stop: u32,
    pub(super) place: u32,
    /// The speakers, as a range of `Facets::statement_speakers`; empty if none is given.
    pub(super) speakers: Range<u32>,
    pub(super) kind: StatementType,
    pub(super) day: Option<Date>,
    pub(super) topics: Range<usize>,
}

impl StatementEntry {
    /// The speakers of the statement among those of all statements.
    pub(super) fn speakers_in<'s>(&self, all: &'s [SpeakerFacts]) -> &'s [SpeakerFacts] {
        let at = |number| usize::try_from(number).unwrap_or(usize::MAX);
        all.get(at(self.speakers.start)..at(self.speakers.end)).unwrap_or_default()
    }

    /// The topics of the statement among those of all statements.
    pub(super) fn topics_in<'t>(&self, all: &'t [u32]) -> &'t [u32] {
        all.get(self.topics.clone()).unwrap_or_default()
    }
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
