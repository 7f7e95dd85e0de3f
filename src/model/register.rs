//! The register: people, organizations and places that several visits refer to by id.

use borsh::{BorshDeserialize, BorshSerialize};
use schemars::JsonSchema;
use serde::Deserialize;

use super::{Coordinates, Extra, Id, Identifier, OneOrMore, ParticipantType, Place, Post};

/// A person or a group in the register. Fields that concern one visit are in the visit.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema, BorshSerialize, BorshDeserialize)]
#[serde(deny_unknown_fields)]
pub struct RegisteredPerson {
    /// The id by which visits refer to them.
    pub id: Id,
    /// The name. It may be omitted if a post is given; a group may have only an organization.
    pub name: Option<String>,
    /// The name in English.
    pub name_en: Option<String>,
    /// The name in Indonesian.
    pub name_id: Option<String>,
    /// A person, or a group under one name.
    #[serde(rename = "type")]
    pub kind: Option<ParticipantType>,
    /// Other names: nicknames, former names, other spellings.
    #[serde(default)]
    pub other_names: Vec<String>,
    /// The post, or a list of posts: each a title, or a record with dates.
    #[serde(default)]
    pub post: OneOrMore<Post>,
    /// The post in English, if there is only one.
    pub post_en: Option<String>,
    /// The post in Indonesian, if there is only one.
    pub post_id: Option<String>,
    /// The id of the organization they belong to, or a list of ids.
    #[serde(default)]
    pub organization: OneOrMore<Id>,
    /// Identifiers in other systems.
    #[serde(default)]
    pub identifiers: Vec<Identifier>,
    /// Web addresses of pages about exactly this person.
    #[serde(default)]
    pub same_as: Vec<String>,
    /// Custom fields, whose names begin with `x-`.
    #[serde(rename = "x-", default)]
    pub extra: Extra,
}

/// An organization in the register. Fields that concern one visit are in the visit.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema, BorshSerialize, BorshDeserialize)]
#[serde(deny_unknown_fields)]
pub struct RegisteredOrganization {
    /// The id by which visits refer to it.
    pub id: Id,
    /// The full name.
    pub name: String,
    /// The name in English.
    pub name_en: Option<String>,
    /// The name in Indonesian.
    pub name_id: Option<String>,
    /// Other names: short names, former names, names in other languages.
    #[serde(default)]
    pub other_names: Vec<String>,
    /// The type: city, regency, province, ministry, or any other word.
    pub classification: Option<String>,
    /// The id of the organization that this one belongs to.
    pub parent: Option<Id>,
    /// The place of its headquarters, or the id of a place.
    pub place: Option<Place>,
    /// Identifiers in other systems.
    #[serde(default)]
    pub identifiers: Vec<Identifier>,
    /// Web addresses of pages about exactly this organization.
    #[serde(default)]
    pub same_as: Vec<String>,
    /// Custom fields, whose names begin with `x-`.
    #[serde(rename = "x-", default)]
    pub extra: Extra,
}

/// A place in the register.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema, BorshSerialize, BorshDeserialize)]
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
    /// The coordinates.
    pub coordinates: Option<Coordinates>,
    /// Custom fields, whose names begin with `x-`.
    #[serde(rename = "x-", default)]
    pub extra: Extra,
}
