//! The counts of an archive.

use std::collections::HashSet;

use super::{Archive, place_key};

/// The counts of an archive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ArchiveCounts {
    /// The number of visits.
    pub visits: usize,
    /// The number of distinct people and groups over all visits.
    pub people: usize,
    /// The number of participants: who takes part in two visits counts twice.
    pub participations: usize,
    /// The number of distinct places.
    pub places: usize,
    /// The number of stops: a place visited twice counts twice.
    pub stops: usize,
    /// The number of statements.
    pub statements: usize,
}

impl Archive {
    /// The number of statements.
    pub fn statements(&self) -> usize {
        self.visits.iter().map(|visit| visit.statements.len()).sum()
    }

    /// The counts of all kinds of record.
    pub fn counts(&self) -> ArchiveCounts {
        let visits = || self.visits.iter();
        let people = visits().flat_map(|visit| visit.participants.iter().map(|it| visit.agent(it)));
        let places = visits().flat_map(|visit| visit.itinerary.iter().map(place_key));
        ArchiveCounts {
            visits: self.visits.len(),
            people: people.collect::<HashSet<_>>().len(),
            participations: visits().map(|visit| visit.participants.len()).sum(),
            places: places.collect::<HashSet<_>>().len(),
            stops: visits().map(|visit| visit.itinerary.len()).sum(),
            statements: self.statements(),
        }
    }
}
