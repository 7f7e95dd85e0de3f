//! The vocabularies of the record format, with the terms that files use.
//!
//! In a closed vocabulary, any other word is an error. In an open one, other words are kept as written, with a warning.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

macro_rules! terms {
    ($($(#[$doc:meta])* $name:ident { $($term:ident = $text:literal),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize, Serialize, borsh::BorshSerialize, borsh::BorshDeserialize)]
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
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, borsh::BorshSerialize, borsh::BorshDeserialize)]
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
    /// The certainty of a fact: stated by the source, inferred by the author of the record, or unknown.
    Certainty { Stated = "stated", Inferred = "inferred", Unknown = "unknown" }

    /// The certainty of attendance. A status is accepted here, too.
    AttendanceCertainty {
        Stated = "stated",
        Inferred = "inferred",
        Unknown = "unknown",
        Absent = "absent",
        Apologies = "apologies",
        Remote = "remote",
    }

    /// The side of a participant.
    Side { Visitor = "visitor", Host = "host", ThirdParty = "third_party" }

    /// A quote from a source, indirect speech in the author's words, or narration in a transcript.
    StatementType { Quote = "quote", Paraphrase = "paraphrase", Narrative = "narrative" }
}

open_terms! {
    /// The type of visit.
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

    /// Whether a stop took place.
    StopStatus {
        Planned = "planned",
        Visited = "visited",
        Postponed = "postponed",
        Cancelled = "cancelled",
    }

    /// The role of an organization in a visit.
    Role { Visitor = "visitor", Host = "host", Organizer = "organizer", ThirdParty = "third_party" }

    /// A person, or a group under one name.
    ParticipantType { Person = "person", Group = "group" }

    /// The role of a participant in a visit.
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

    /// The medium of a statement.
    Medium {
        Interview = "interview",
        Remarks = "remarks",
        Speech = "speech",
        WrittenStatement = "written_statement",
        SocialMedia = "social_media",
        Transcript = "transcript",
    }

    /// An outcome of a visit.
    OutcomeType {
        Memorandum = "memorandum",
        Agreement = "agreement",
        Commitment = "commitment",
        Gift = "gift",
        FollowUp = "follow_up",
        Other = "other",
    }

    /// The status of an outcome.
    OutcomeStatus { Announced = "announced", Signed = "signed", Done = "done" }

    /// The relation between two visits.
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

    /// The type of media.
    MediaType { Photo = "photo", Video = "video", Audio = "audio", Document = "document", Link = "link" }

    /// The type of a source.
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

    /// Whether a meeting is in person or remote.
    Mode { InPerson = "in_person", Remote = "remote", Virtual = "virtual", Hybrid = "hybrid" }

    /// The attendance at a stop. `present` and `remote` count as attended.
    AttendanceStatus { Present = "present", Remote = "remote", Absent = "absent", Apologies = "apologies" }
}
