//! The records inside a visit. Their fields, and the names of those, are those of the record format.

#![expect(
    missing_docs,
    reason = "a field is what its name says in the record format; only what surprises is said here"
)]

use std::fmt;

use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::{
    Certainty, Id, MediaType, Medium, NoteType, OutcomeStatus, OutcomeType, PartialDate, ParticipantRole,
    ParticipantType, RelatedType, Role, Side, SourceType, StatementType, StopStatus,
};

/// An identifier of a person or an organization in somebody else's scheme (Popolo).
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Identifier {
    pub scheme: String,
    pub identifier: String,
}

/// An organization that takes part in a visit or speaks in it (Popolo).
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organization {
    pub id: Id,
    pub name: String,
    #[serde(default)]
    pub other_names: Vec<String>,
    pub classification: Option<String>,
    pub role: Option<Role>,
    pub parent: Option<Id>,
    #[serde(default)]
    pub identifiers: Vec<Identifier>,
    #[serde(default)]
    pub same_as: Vec<String>,
}

/// A person or a group in a visit. Some are known only by their post; a group may have only an organization.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Participant {
    pub id: Id,
    pub name: Option<String>,
    #[serde(rename = "type")]
    pub kind: Option<ParticipantType>,
    #[serde(default)]
    pub other_names: Vec<String>,
    /// The office held at the time of the visit.
    pub post: Option<String>,
    pub organization: Option<Id>,
    pub side: Option<Side>,
    pub role: Option<ParticipantRole>,
    /// How many people a group has.
    pub count: Option<u32>,
    /// The stops they were at; empty means unknown, not absent.
    #[serde(default)]
    pub attendance: Vec<Attendance>,
    #[serde(default)]
    pub identifiers: Vec<Identifier>,
    #[serde(default)]
    pub same_as: Vec<String>,
    #[serde(default)]
    pub sources: Vec<SourceRef>,
}

/// A stop somebody was at. Written as the id of the stop alone, or with a certainty.
#[derive(Debug, Clone, PartialEq)]
pub struct Attendance {
    pub stop: Id,
    pub certainty: Option<Certainty>,
}

/// Where a stop is (schema.org `Place`).
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    pub id: Option<String>,
    pub address: Option<String>,
    pub locality: Option<String>,
    pub region: Option<String>,
    /// ISO 3166.
    pub country: Option<String>,
    pub coordinates: Option<Coordinates>,
}

/// WGS 84, in degrees.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Coordinates {
    pub latitude: f64,
    pub longitude: f64,
    /// Metres.
    pub precision_m: Option<f64>,
    pub source: Option<String>,
}

/// A visit to a place: an item of the itinerary (schema.org `Trip.itinerary`).
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stop {
    pub id: Id,
    pub name: String,
    pub short_name: Option<String>,
    #[serde(default)]
    pub other_names: Vec<String>,
    pub status: Option<StopStatus>,
    pub position: Option<u32>,
    pub position_certainty: Option<Certainty>,
    pub classification: Option<String>,
    pub organization: Option<Id>,
    pub place: Option<Place>,
    pub start_date: Option<PartialDate>,
    pub end_date: Option<PartialDate>,
    /// The date as the source prints it.
    pub date_text: Option<String>,
    pub date_certainty: Option<Certainty>,
    /// IANA.
    pub timezone: Option<String>,
    #[serde(default)]
    pub activities: Vec<String>,
    #[serde(default)]
    pub topics: Vec<String>,
    #[serde(default)]
    pub sources: Vec<SourceRef>,
}

/// Something said (Popolo `Speech`, schema.org `Quotation`).
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    pub id: Id,
    #[serde(rename = "type")]
    pub kind: StatementType,
    pub text: String,
    /// BCP 47.
    pub language: Option<String>,
    /// A participant or an organization.
    pub speaker: Option<Id>,
    pub speaker_certainty: Option<Certainty>,
    /// How the source names the speaker.
    pub attribution_text: Option<String>,
    /// Who read it out.
    pub delivered_by: Option<Id>,
    pub on_behalf_of: Option<Id>,
    #[serde(default)]
    pub audience: Vec<Id>,
    /// Where it was said; none when the source is silent.
    pub stop: Option<Id>,
    pub stop_certainty: Option<Certainty>,
    /// What it is about, which is not where it was said.
    #[serde(default)]
    pub about: Vec<Id>,
    pub date: Option<PartialDate>,
    pub date_certainty: Option<Certainty>,
    pub context: Option<String>,
    pub medium: Option<Medium>,
    pub position: Option<u32>,
    #[serde(default)]
    pub topics: Vec<String>,
    #[serde(default)]
    pub translations: Vec<Translation>,
    /// The same utterance as another outlet prints it.
    pub variant_of: Option<Id>,
    #[serde(default)]
    pub sources: Vec<SourceRef>,
}

/// A statement in another language.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Translation {
    /// BCP 47.
    pub language: String,
    pub text: String,
}

/// What came out of a visit.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    pub id: Id,
    pub text: String,
    #[serde(rename = "type")]
    pub kind: Option<OutcomeType>,
    #[serde(default)]
    pub parties: Vec<Id>,
    pub date: Option<PartialDate>,
    pub status: Option<OutcomeStatus>,
    pub stop: Option<Id>,
    #[serde(default)]
    pub sources: Vec<SourceRef>,
}

/// A picture, a recording or a document.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Media {
    #[serde(rename = "type")]
    pub kind: MediaType,
    pub id: Option<Id>,
    pub title: Option<String>,
    pub url: Option<String>,
    pub path: Option<String>,
    pub credit: Option<String>,
    pub stop: Option<Id>,
    pub license: Option<String>,
}

/// What something cost. The amount is kept as it is written, so that nothing is lost in arithmetic.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expense {
    pub amount: String,
    /// ISO 4217.
    pub currency: String,
    pub note: Option<String>,
    #[serde(default)]
    pub sources: Vec<SourceRef>,
}

/// Another visit that belongs to this one.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Related {
    #[serde(rename = "type")]
    pub kind: RelatedType,
    pub visit: Id,
}

/// What the writer of the record has to say about it.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    #[serde(rename = "type")]
    pub kind: Option<NoteType>,
    #[serde(default)]
    pub about: Vec<Id>,
    pub text: String,
    #[serde(default)]
    pub sources: Vec<SourceRef>,
}

/// Where the facts of a visit come from.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    pub id: Id,
    #[serde(rename = "type")]
    pub kind: Option<SourceType>,
    pub title: Option<String>,
    pub publisher: Option<String>,
    pub author: Option<String>,
    pub date: Option<PartialDate>,
    pub url: Option<String>,
    pub archive_url: Option<String>,
    pub accessed: Option<PartialDate>,
    /// BCP 47.
    pub language: Option<String>,
    pub license: Option<String>,
    pub sha256: Option<String>,
    pub path: Option<String>,
}

/// A source and the place in it. Written as the id of the source alone, or with a locator.
#[derive(Debug, Clone, PartialEq)]
pub struct SourceRef {
    pub id: Id,
    /// `paragraf 5`, `p. 3`, `00:12:30`.
    pub locator: Option<String>,
}

/// Under this name a deserializer that knows places is asked for a record that may be written as an id alone: it
/// answers as for [`Id::WITH_PLACE`], or with a map. Any other deserializer answers with a string or a map.
pub const ID_OR_RECORD: &str = "lawat::IdOrRecord";

/// Reads the field `$id` alone, or the whole record.
macro_rules! id_or_record {
    ($record:ident, $id:ident, $other:ident: $type:ty) => {
        impl<'de> Deserialize<'de> for $record {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                #[derive(Deserialize)]
                #[serde(deny_unknown_fields)]
                struct Long {
                    $id: Id,
                    $other: Option<$type>,
                }

                struct Either;

                impl<'de> Visitor<'de> for Either {
                    type Value = $record;

                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.write_str("an id or a record")
                    }

                    fn visit_str<E: Error>(self, id: &str) -> Result<$record, E> {
                        Ok($record { $id: Id::new(id), $other: None })
                    }

                    fn visit_seq<A: SeqAccess<'de>>(self, id: A) -> Result<$record, A::Error> {
                        Ok($record { $id: Id::with_place(id)?, $other: None })
                    }

                    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<$record, A::Error> {
                        let Long { $id, $other } = Long::deserialize(MapAccessDeserializer::new(map))?;
                        Ok($record { $id, $other })
                    }

                    fn visit_newtype_struct<D>(self, either: D) -> Result<$record, D::Error>
                    where
                        D: Deserializer<'de>,
                    {
                        either.deserialize_any(self)
                    }
                }

                deserializer.deserialize_newtype_struct(ID_OR_RECORD, Either)
            }
        }
    };
}

id_or_record!(Attendance, stop, certainty: Certainty);
id_or_record!(SourceRef, id, locator: String);
