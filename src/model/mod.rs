//! What a visit is: the records as they were read, built once and never changed.
//!
//! Field names are those of the record format, whose vocabulary follows Popolo, Open Civic Data, schema.org and
//! EDTF. Every [`Id`] knows where in its file it is written, so each record can be led back to its place.

mod date;
mod id;
mod record;
mod target;
mod visit;
mod vocabulary;

pub use date::{Doubt, PartialDate, Precision};
pub use id::Id;
pub use record::{
    Attendance, Coordinates, Expense, ID_OR_RECORD, Identifier, Media, Note, Organization, Outcome,
    Participant, Place, Related, Source, SourceRef, Statement, Stop, Translation,
};
pub use target::{Record, RecordKind, Target};
pub use visit::{DateFrom, Dated, Speaker, Visit};
pub use vocabulary::{
    Certainty, MediaType, Medium, NoteType, OutcomeStatus, OutcomeType, ParticipantRole, ParticipantType,
    RelatedType, Role, Side, SourceType, StatementType, Status, StopStatus, VisitClassification,
};

/// Everything that was loaded: visits of one or many files.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Archive {
    /// In the order of the files, and in the order within each file.
    pub visits: Vec<Visit>,
    /// The names of the files, as they are shown; [`Visit::file`] is an index into this list.
    pub files: Vec<String>,
}

impl Archive {
    /// The index of the visit with this id.
    pub fn position(&self, id: &Id) -> Option<usize> {
        self.visits.iter().position(|visit| visit.id == *id)
    }

    /// The visit with this id.
    pub fn visit(&self, id: &Id) -> Option<&Visit> {
        self.visits.iter().find(|visit| visit.id == *id)
    }

    /// Where a record of `visit` is written: `file:line`.
    pub fn place(&self, visit: &Visit, id: &Id) -> String {
        let file = self.files.get(visit.file).map_or("?", String::as_str);
        format!("{file}:{}", id.line())
    }

    /// The visits as they are listed, as indices: newest first, those whose year is not known last.
    pub fn newest_first(&self) -> Vec<usize> {
        let mut visits: Vec<(usize, &Visit)> = self.visits.iter().enumerate().collect();
        let day = |visit: &Visit| visit.start_date.and_then(|date| date.earliest());
        visits.sort_by_key(|(_, visit)| std::cmp::Reverse(day(visit)));
        visits.into_iter().map(|(at, _)| at).collect()
    }
}
