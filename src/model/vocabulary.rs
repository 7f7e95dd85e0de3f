//! The vocabularies of the record format, with the terms that files use.
//!
//! In a closed vocabulary, any other word is an error. In an open one, other words are kept as written, with a warning.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

macro_rules! terms {
    ($($(#[$doc:meta])* $name:ident { $($term:ident = $text:literal),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize, Serialize)]
        pub enum $name {
            $(#[doc = concat!("`", $text, "`")] #[serde(rename = $text)] $term,)+
        }

        impl $name {
            /// All terms, in the order of the format.
            pub const ALL: &[Self] = &[$(Self::$term,)+];

            /// The term as files write it.
            pub fn name(self) -> &'static str {
                match self { $(Self::$term => $text,)+ }
            }
        }

        impl JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "type": "string", "enum": [$($text),+] })
            }
        }
    )+};
}

/// A vocabulary that accepts other words, too.
macro_rules! open_terms {
    ($($(#[$doc:meta])* $name:ident { $($term:ident = $text:literal),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name {
            $(#[doc = concat!("`", $text, "`")] $term,)+
            /// Any other word, as written.
            Unlisted(Box<str>),
        }

        impl $name {
            /// The listed terms, in the order of the format.
            pub const LISTED: &[Self] = &[$(Self::$term,)+];

            /// The names of the listed terms.
            pub const NAMES: &[&str] = &[$($text,)+];

            /// The term as files write it.
            pub fn name(&self) -> &str {
                match self {
                    $(Self::$term => $text,)+
                    Self::Unlisted(word) => word,
                }
            }

            /// The word, if it is not a listed term.
            pub fn unlisted(&self) -> Option<&str> {
                match self {
                    Self::Unlisted(word) => Some(word),
                    _ => None,
                }
            }
        }

        impl From<&str> for $name {
            fn from(word: &str) -> Self {
                match word {
                    $($text => Self::$term,)+
                    other => Self::Unlisted(other.into()),
                }
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer).map(|word| word.as_str().into())
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.name())
            }
        }

        impl JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "anyOf": [{ "enum": [$($text),+] }, { "type": "string" }] })
            }
        }
    )+};
}

terms! {
    /// How sure the record is of a fact: said by the source, concluded by the writer, or left open.
    Certainty { Stated = "stated", Inferred = "inferred", Unknown = "unknown" }

    /// How certain it is that somebody attended. A status is understood here, too.
    AttendanceCertainty {
        Stated = "stated",
        Inferred = "inferred",
        Unknown = "unknown",
        Absent = "absent",
        Apologies = "apologies",
        Remote = "remote",
    }

    /// Whose side a participant is on.
    Side { Visitor = "visitor", Host = "host", ThirdParty = "third_party" }

    /// Words of a source in quotation marks, indirect speech in the writer's words, or what a transcript narrates.
    StatementType { Quote = "quote", Paraphrase = "paraphrase", Narrative = "narrative" }
}

open_terms! {
    /// What kind of visit it is.
    VisitClassification {
        StudyVisit = "study_visit",
        WorkingVisit = "working_visit",
        Inspection = "inspection",
        CourtesyCall = "courtesy_call",
        StateVisit = "state_visit",
        SisterCity = "sister_city",
        OfficialTravel = "official_travel",
        Meeting = "meeting",
        Other = "other",
    }

    /// Whether a visit takes place (Open Civic Data).
    Status {
        Tentative = "tentative",
        Confirmed = "confirmed",
        Postponed = "postponed",
        Cancelled = "cancelled",
        Passed = "passed",
    }

    /// Whether a stop was made.
    StopStatus {
        Planned = "planned",
        Visited = "visited",
        Postponed = "postponed",
        Cancelled = "cancelled",
    }

    /// The part an organization has in a visit.
    Role { Visitor = "visitor", Host = "host", Organizer = "organizer", ThirdParty = "third_party" }

    /// One person, or several under one name.
    ParticipantType { Person = "person", Group = "group" }

    /// What a participant does in a visit.
    ParticipantRole {
        HeadOfDelegation = "head_of_delegation",
        Member = "member",
        Companion = "companion",
        ReceivingOfficial = "receiving_official",
        Presenter = "presenter",
        Moderator = "moderator",
        Interpreter = "interpreter",
        Staff = "staff",
        Other = "other",
    }

    /// The form in which a statement was made.
    Medium {
        Interview = "interview",
        Remarks = "remarks",
        Speech = "speech",
        WrittenStatement = "written_statement",
        SocialMedia = "social_media",
        Transcript = "transcript",
    }

    /// What came out of a visit.
    OutcomeType {
        Memorandum = "memorandum",
        Agreement = "agreement",
        Commitment = "commitment",
        Gift = "gift",
        FollowUp = "follow_up",
        Other = "other",
    }

    /// How far an outcome has come.
    OutcomeStatus { Announced = "announced", Signed = "signed", Done = "done" }

    /// How two visits belong together.
    RelatedType {
        PartOf = "part_of",
        SameEvent = "same_event",
        ReturnVisit = "return_visit",
        Follows = "follows",
        Replaces = "replaces",
        ReplacedBy = "replaced_by",
        SeeAlso = "see_also",
    }

    /// Why a note was written.
    NoteType {
        Ambiguity = "ambiguity",
        Conflict = "conflict",
        Correction = "correction",
        Editorial = "editorial",
    }

    /// What kind of thing a piece of media is.
    MediaType { Photo = "photo", Video = "video", Audio = "audio", Document = "document", Link = "link" }

    /// What kind of document a source is.
    SourceType {
        News = "news",
        PressRelease = "press_release",
        OfficialRecord = "official_record",
        Transcript = "transcript",
        Report = "report",
        Dataset = "dataset",
        SocialMedia = "social_media",
        Other = "other",
    }

    /// Whether those who meet are in one place.
    Mode { InPerson = "in_person", Remote = "remote", Virtual = "virtual", Hybrid = "hybrid" }

    /// Whether somebody was at a stop. Only who was present or took part from afar attended.
    AttendanceStatus { Present = "present", Remote = "remote", Absent = "absent", Apologies = "apologies" }
}
