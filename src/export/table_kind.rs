//! The tables that can be exported, and how they are written as CSV.

use super::selection::Selection;
use crate::model::Archive;

/// The tables that can be exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ExportTable {
    /// One row per statement.
    Statements,
    /// One row per visit.
    Visits,
    /// One row per stop.
    Stops,
    /// One row per participant of a visit.
    Participants,
    /// One row per organization of a visit.
    Organizations,
    /// One row per outcome.
    Outcomes,
    /// One row per expense.
    Expenses,
    /// One row per media item.
    Media,
    /// One row per note.
    Notes,
    /// One row per source.
    Sources,
}

impl ExportTable {
    /// Every table.
    pub const ALL: [Self; 10] = [
        Self::Statements,
        Self::Visits,
        Self::Stops,
        Self::Participants,
        Self::Organizations,
        Self::Outcomes,
        Self::Expenses,
        Self::Media,
        Self::Notes,
        Self::Sources,
    ];

    /// The default table for a selection: statements if there are any, else stops, participants or visits.
    pub fn default_for(archive: &Archive, selection: &Selection) -> Self {
        let visits = || selection.parts.iter().filter_map(|part| archive.visits.get(part.visit));
        if selection.statements(archive) > 0 {
            Self::Statements
        } else if visits().any(|visit| !visit.itinerary.is_empty()) {
            Self::Stops
        } else if visits().any(|visit| !visit.participants.is_empty()) {
            Self::Participants
        } else {
            Self::Visits
        }
    }

    /// The name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Statements => "statements",
            Self::Visits => "visits",
            Self::Stops => "stops",
            Self::Participants => "participants",
            Self::Organizations => "organizations",
            Self::Outcomes => "outcomes",
            Self::Expenses => "expenses",
            Self::Media => "media",
            Self::Notes => "notes",
            Self::Sources => "sources",
        }
    }
}

/// CSV options.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CsvDialect {
    /// The delimiter between cells.
    pub delimiter: u8,
    /// Whether to begin with a byte order mark, by which Excel recognizes UTF-8.
    pub bom: bool,
}

impl Default for CsvDialect {
    fn default() -> Self {
        Self { delimiter: b',', bom: false }
    }
}
