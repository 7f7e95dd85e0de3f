//! People, organizations and places that several visits share: each is described once, and visits refer to it by its id.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Coordinates, Extra, Id, Identifier, OneOrMore, ParticipantType, Place, Post};

/// A person or a group of the register. What they are in a visit stands with the visit.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RegisteredPerson {
    /// The id by which visits refer to them.
    pub id: Id,
    /// The name. It may be left out where a post is given, and a group may have only an organization.
    pub name: Option<String>,
    /// The name as English texts write it.
    pub name_en: Option<String>,
    /// The name as Indonesian texts write it.
    pub name_id: Option<String>,
    /// One person, or several under one name.
    #[serde(rename = "type")]
    pub kind: Option<ParticipantType>,
    /// Nicknames, former names, other spellings.
    #[serde(default)]
    pub other_names: Vec<String>,
    /// The office they hold, or a list of them: each its title, or a record with its dates.
    #[serde(default)]
    pub post: OneOrMore<Post>,
    /// The post in English, if there is only one.
    pub post_en: Option<String>,
    /// The post in Indonesian, if there is only one.
    pub post_id: Option<String>,
    /// The id of the organization they belong to, or a list of ids.
    #[serde(default)]
    pub organization: OneOrMore<Id>,
    /// Their identifiers in other schemes.
    #[serde(default)]
    pub identifiers: Vec<Identifier>,
    /// Web addresses of pages about the very same person.
    #[serde(default)]
    pub same_as: Vec<String>,
    /// Custom fields, whose names begin with `x-`.
    #[serde(rename = "x-", default)]
    pub extra: Extra,
}

/// An organization of the register. Its part in a visit stands with the visit.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RegisteredOrganization {
    /// The id by which visits refer to it.
    pub id: Id,
    /// The name in full.
    pub name: String,
    /// The name in English.
    pub name_en: Option<String>,
    /// The name in Indonesian.
    pub name_id: Option<String>,
    /// Short names, former names, names in other languages.
    #[serde(default)]
    pub other_names: Vec<String>,
    /// What it is: city, regency, province, ministry, or any other word.
    pub classification: Option<String>,
    /// The id of the organization that this one belongs to.
    pub parent: Option<Id>,
    /// Where it has its seat: a place, or the id of one.
    pub place: Option<Place>,
    /// Its identifiers in other schemes.
    #[serde(default)]
    pub identifiers: Vec<Identifier>,
    /// Web addresses of pages about the very same organization.
    #[serde(default)]
    pub same_as: Vec<String>,
    /// Custom fields, whose names begin with `x-`.
    #[serde(rename = "x-", default)]
    pub extra: Extra,
}

/// A place of the register.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RegisteredPlace {
    /// The id by which stops and organizations refer to it.
    pub id: Id,
    /// The name of the place.
    pub name: Option<String>,
    /// Street and number.
    pub address: Option<String>,
    /// City, regency or village.
    pub locality: Option<String>,
    /// Province or state.
    pub region: Option<String>,
    /// ISO 3166, such as `ID`.
    pub country: Option<String>,
    /// Where it is on the map.
    pub coordinates: Option<Coordinates>,
    /// Custom fields, whose names begin with `x-`.
    #[serde(rename = "x-", default)]
    pub extra: Extra,
}
