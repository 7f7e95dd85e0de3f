//! What a visit is: the records as they were read, built once and never changed.
//!
//! Field names are those of the record format, whose vocabulary follows Popolo, Open Civic Data, schema.org and
//! EDTF. Every [`Id`] knows where in its file it is written, so each record can be led back to its place.

mod agent;
mod city;
mod date;
mod extent;
mod extra;
mod header;
mod id;
mod money;
mod outcome;
mod people;
mod register;
mod schema;
mod several;
mod short;
mod source;
mod statement;
mod stop;
mod target;
mod visit;
mod vocabulary;
mod when;
mod write;

pub use agent::{Agent, distinct_labels};
pub use city::City;
pub use date::{Days, Doubt, Edge, Join, PartialDate, SingleDate, YearPart};
pub use extent::Extent;
pub use extra::{Extra, Free};
pub use header::Header;
pub use id::Id;
pub use money::{Decimal, NotADecimal};
pub use outcome::{Expense, Media, Outcome, Related};
pub use people::{Attendance, Identifier, Organization, Participant, Post};
pub use register::{RegisteredOrganization, RegisteredPerson, RegisteredPlace};
pub use schema::{is_field, schema};
pub use several::{ONE_OR_MORE, OneOrMore};
pub use short::{ID_OR_RECORD, TEXT_OR_RECORD};
pub use source::{Claim, Note, Source, SourceRef};
pub use statement::{Statement, Translation};
pub use stop::{Coordinates, Place, Stop, place_key};
pub use target::{Record, RecordKind, Target};
pub use visit::{DateFrom, Dated, Speaker, Visit};
pub use vocabulary::{
    AttendanceStatus, Certainty, MediaType, Medium, Mode, NoteType, OutcomeStatus, OutcomeType,
    ParticipantRole, ParticipantType, RelatedType, Role, Side, SourceType, StatementType, Status, StopStatus,
    VisitClassification,
};
pub use when::{Fit, When};
pub use write::Document;

/// Everything that was loaded: visits of one or many files.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Archive {
    /// In the order of the files, and in the order within each file.
    pub visits: Vec<Visit>,
    /// What each document says of its visits as a whole; [`Visit::header`] is an index into this list.
    pub headers: Vec<Header>,
    /// The names of the files, as they are shown; [`Header::file`] is an index into this list.
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

    /// What the document of a visit says of its visits as a whole.
    pub fn header(&self, visit: &Visit) -> Option<&Header> {
        self.headers.get(visit.header)
    }

    /// The name of the file that a visit was read from.
    pub fn file(&self, visit: &Visit) -> &str {
        let file = self.header(visit).and_then(|header| self.files.get(header.file));
        file.map_or("?", String::as_str)
    }

    /// Where a record of `visit` is written: `file:line`.
    pub fn place(&self, visit: &Visit, id: &Id) -> String {
        format!("{}:{}", self.file(visit), id.line())
    }

    /// The visits as they are listed, as indices: newest first, those whose year is not known last.
    pub fn newest_first(&self) -> Vec<usize> {
        let mut visits: Vec<(usize, &Visit)> = self.visits.iter().enumerate().collect();
        let day = |visit: &Visit| visit.start_date.and_then(|date| date.earliest().or_else(|| date.latest()));
        visits.sort_by_key(|(_, visit)| std::cmp::Reverse(day(visit)));
        visits.into_iter().map(|(at, _)| at).collect()
    }
}
