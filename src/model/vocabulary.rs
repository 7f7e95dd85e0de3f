//! The closed lists of words in the record format, each with the name that files use.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

macro_rules! terms {
    ($($(#[$doc:meta])* $name:ident { $($term:ident = $text:literal),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize, Serialize)]
        pub enum $name {
            $(#[doc = concat!("`", $text, "`")] #[serde(rename = $text)] $term,)+
        }

        impl $name {
            /// Every term, in the order of the format.
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

terms! {
    /// How sure the record is of a fact: said by the source, concluded by the writer, or left open.
    Certainty { Stated = "stated", Inferred = "inferred", Unknown = "unknown" }

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
    Status { Tentative = "tentative", Confirmed = "confirmed", Cancelled = "cancelled", Passed = "passed" }

    /// Whether a stop was made.
    StopStatus { Planned = "planned", Visited = "visited", Cancelled = "cancelled" }

    /// The part an organization has in a visit.
    Role { Visitor = "visitor", Host = "host", Organizer = "organizer", ThirdParty = "third_party" }

    /// One person, or several under one name.
    ParticipantType { Person = "person", Group = "group" }

    /// Whose side a participant is on.
    Side { Visitor = "visitor", Host = "host", ThirdParty = "third_party" }

    /// What a participant does in a visit.
    ParticipantRole {
        HeadOfDelegation = "head_of_delegation",
        Member = "member",
        Companion = "companion",
        ReceivingOfficial = "receiving_official",
        Presenter = "presenter",
        Moderator = "moderator",
        Staff = "staff",
        Other = "other",
    }

    /// Words of a source in quotation marks, indirect speech in the writer's words, or what a transcript narrates.
    StatementType { Quote = "quote", Paraphrase = "paraphrase", Narrative = "narrative" }

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
}
