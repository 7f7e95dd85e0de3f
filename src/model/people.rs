//! Who takes part in a visit: organizations, people, groups.

use schemars::JsonSchema;
use serde::Deserialize;

use super::short::id_or_record;
use super::{Certainty, Extra, Id, ParticipantRole, ParticipantType, Place, Role, Side, SourceRef};

/// An identifier of a person or an organization in somebody else's scheme (Popolo).
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Identifier {
    /// Whose numbers these are, such as `Wikidata`.
    pub scheme: String,
    /// The number or name in that scheme.
    pub identifier: String,
    /// Fields of the writer's own.
    #[serde(rename = "x-", default)]
    pub extra: Extra,
}

/// An organization that takes part in a visit or speaks in it (Popolo).
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Organization {
    /// The id of the organization; the same one in every visit of the archive.
    pub id: Id,
    /// The name in full.
    pub name: String,
    /// Short names, former names, names in other languages.
    #[serde(default)]
    pub other_names: Vec<String>,
    /// What it is: city, regency, province, ministry, legislature, agency, hospital, village, company, university, or
    /// any other word.
    pub classification: Option<String>,
    /// The part it has in the visit.
    pub role: Option<Role>,
    /// The id of the organization that this one belongs to.
    pub parent: Option<Id>,
    /// Where it has its seat.
    pub place: Option<Place>,
    /// Its identifiers in other schemes.
    #[serde(default)]
    pub identifiers: Vec<Identifier>,
    /// Web addresses of pages about the very same organization.
    #[serde(default)]
    pub same_as: Vec<String>,
    /// Fields of the writer's own.
    #[serde(rename = "x-", default)]
    pub extra: Extra,
}

/// A person or a group in a visit. Some are known only by their post; a group may have only an organization.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Participant {
    /// The id of the person, the same one in every visit of the archive. Without a name it holds in this visit only, and
    /// elsewhere where the post and the organization are the same, too; so choose one that fits nobody else.
    pub id: Id,
    /// The name. It may be left out where a post is given, and a group may have only an organization.
    pub name: Option<String>,
    /// One person, or several under one name.
    #[serde(rename = "type")]
    pub kind: Option<ParticipantType>,
    /// Nicknames, former names, other spellings.
    #[serde(default)]
    pub other_names: Vec<String>,
    /// The office held at the time of the visit.
    pub post: Option<String>,
    /// The id of the organization they belong to.
    pub organization: Option<Id>,
    /// The side they are on: the visitors, the hosts, or neither.
    pub side: Option<Side>,
    /// What they do in the visit.
    pub role: Option<ParticipantRole>,
    /// How many people a group has.
    pub count: Option<u32>,
    /// The stops they were at: ids of stops, or `{stop, certainty}`. Empty means unknown, not absent.
    #[serde(default)]
    pub attendance: Vec<Attendance>,
    /// Their identifiers in other schemes.
    #[serde(default)]
    pub identifiers: Vec<Identifier>,
    /// Web addresses of pages about the very same person.
    #[serde(default)]
    pub same_as: Vec<String>,
    /// Where this is known from.
    #[serde(default)]
    pub sources: Vec<SourceRef>,
    /// Fields of the writer's own.
    #[serde(rename = "x-", default)]
    pub extra: Extra,
}

id_or_record! {
    /// A stop somebody was at. Written as the id of the stop alone, or with a certainty.
    Attendance {
        /// The id of the stop.
        stop,
        /// How sure it is that they were there.
        certainty: Certainty,
    }
}
