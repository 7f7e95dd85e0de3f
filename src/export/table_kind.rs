//! The tables that can be exported, and the CSV options.

use super::selection::Selection;
use crate::model::Archive;
use crate::text::named_enum;

named_enum! {
    /// The tables that can be exported.
    pub enum ExportTable {
        /// One row per statement.
        Statements = "statements",
        /// One row per visit.
        Visits = "visits",
        /// One row per stop.
        Stops = "stops",
        /// One row per participant of a visit.
        Participants = "participants",
        /// One row per organization of a visit.
        Organizations = "organizations",
        /// One row per outcome.
        Outcomes = "outcomes",
        /// One row per expense.
        Expenses = "expenses",
        /// One row per media item.
        Media = "media",
        /// One row per note.
        Notes = "notes",
        /// One row per source.
        Sources = "sources",
    }
}

impl ExportTable {
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
