//! How much there is in an archive: whoever says a number of it takes it from here.

use std::collections::HashSet;

use super::{Archive, place_key};

/// How much there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ArchiveCounts {
    /// Visits.
    pub visits: usize,
    /// People and groups, each once, in however many visits.
    pub people: usize,
    /// Participants of visits: whoever takes part in two counts twice.
    pub participations: usize,
    /// Places, each once.
    pub places: usize,
    /// Stops: a place that is visited twice counts twice.
    pub stops: usize,
    /// Statements.
    pub statements: usize,
}

impl Archive {
    /// How many statements there are.
    pub fn statements(&self) -> usize {
        self.visits.iter().map(|visit| visit.statements.len()).sum()
    }

    /// How much there is of everything.
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
