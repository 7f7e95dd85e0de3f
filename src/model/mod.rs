//! The records of visits, immutable after loading.
//!
//! The fields are those of the record format (`docs/FORMAT.md`), whose vocabulary follows Popolo, Open Civic Data, schema.org and
//! EDTF. Every [`Id`] knows its position, so each record can be traced back to its file.
//!
//! ```
//! use lawat::load::load_text;
//! use lawat::model::{Id, Target};
//!
//! let records = "schema_version: '1.1'\nvisits: [{ id: visit, title: Studi tiru, start_date: 2026-01-10 }]";
//! let archive = load_text("visits.yaml", records.into()).archive;
//! let visit = archive.visit(&Id::new("visit")).unwrap();
//! assert_eq!(visit.start_date.unwrap().year(), Some(2026));
//! assert_eq!(archive.source_location(visit, &visit.id), "visits.yaml:2");
//! assert_eq!(archive.record(Target::visit(0)).unwrap().reference(), "visit");
//! ```

mod agent;
mod archive;
mod city;
mod counts;
mod date;
mod details;
mod extra;
mod header;
mod id;
mod language;
mod list;
mod lookup;
mod money;
mod one_or_more;
mod outcome;
mod people;
mod posts;
mod register;
mod registered;
mod schema;
mod short_text;
mod shorthand;
mod source;
mod statement;
mod stop;
mod target;
mod visit;
mod visits;
mod vocabulary;
mod when;
mod write;

pub use agent::{Agent, distinct_labels};
pub use archive::Archive;
pub use city::City;
pub use counts::ArchiveCounts;
pub use date::day_text;
pub use date::{Days, Doubt, Edge, Join, NotADate, PartialDate, SingleDate, YearPart};
pub use details::{Details, RareFields};
pub use extra::{Extra, ExtraValue};
pub use header::{Header, VERSION};
pub use id::Id;
pub use list::List;
pub use lookup::Lookup;
pub use money::{Decimal, NotADecimal};
pub use one_or_more::{ONE_OR_MORE, OneOrMore};
pub use outcome::{Expense, Media, Outcome, Related};
pub use people::{Attendance, Identifier, Organization, Participant, Post, RareParticipantFields};
pub use register::{RegisteredOrganization, RegisteredPerson, RegisteredPlace};
pub use schema::{is_field, schema};
pub use short_text::ShortText;
pub use shorthand::{ID_OR_RECORD, TEXT_OR_RECORD};
pub use source::{Claim, Note, Source, SourceRef};
pub use statement::{RareStatementFields, Statement, Translation};
pub use stop::{Coordinates, Place, RareStopFields, Stop, place_key};
pub use target::{Record, RecordKind, Target};
pub use visit::{DateFrom, Dated, Speaker, Visit};
pub use visits::{Visits, VisitsIter};
pub use vocabulary::{
    AttendanceCertainty, AttendanceStatus, Certainty, MediaType, Medium, Mode, NoteType, OutcomeStatus,
    OutcomeType, ParticipantRole, ParticipantType, RelatedType, Role, Side, SourceType, StatementType,
    Status, StopStatus, VisitClassification,
};
pub use when::{DateMatch, RecordTime, TimePiece};
pub use write::Document;
