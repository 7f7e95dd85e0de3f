//! The header of a document.

use borsh::{BorshDeserialize, BorshSerialize};
use schemars::{JsonSchema, Schema};
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::json;

use super::{Extra, Id, RegisteredOrganization, RegisteredPerson, RegisteredPlace, Visit};

/// The version of the format in exports.
pub const VERSION: &str = "1.1";

/// The fields of an archive except its visits.
#[derive(Debug, Clone, PartialEq, Default, Deserialize, JsonSchema, BorshSerialize, BorshDeserialize)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Visit records of lawat", rename = "Archive", transform = has_visits_or_a_register)]
pub struct Header {
    /// The version of the format: `"1.1"`; `"1.0"` is accepted, too, with the same meaning.
    pub schema_version: String,
    /// The title of the collection.
    pub title: Option<String>,
    /// The default language of the visits, BCP 47 such as `id`.
    pub language: Option<String>,
    /// The default time zone of the visits, IANA such as `Asia/Jakarta`.
    pub timezone: Option<String>,
    /// The license of the records.
    pub license: Option<String>,
    /// The register of people and groups that visits refer to by id; it applies to all files that are loaded together.
    #[serde(default)]
    pub people: Vec<RegisteredPerson>,
    /// The register of organizations that visits refer to by id.
    #[serde(default)]
    pub organizations: Vec<RegisteredOrganization>,
    /// The register of places that stops and organizations refer to by id.
    #[serde(default)]
    pub places: Vec<RegisteredPlace>,
    /// The visits. A file may contain only a register.
    // Visits are read one by one, so that an error in one does not affect others; here only their presence counts.
    #[schemars(with = "Vec<Visit>")]
    #[serde(default)]
    #[borsh(skip)]
    pub visits: Vec<IgnoredAny>,
    /// Custom fields, whose names begin with `x-`.
    #[serde(rename = "x-", default)]
    pub extra: Extra,
    /// The file that it was read from: an index into [`super::Archive::files`].
    #[serde(skip)]
    pub file: usize,
}

impl Header {
    /// The ids in the register.
    pub fn registered(&self) -> impl Iterator<Item = &Id> {
        let people = self.people.iter().map(|it| &it.id);
        let organizations = self.organizations.iter().map(|it| &it.id);
        people.chain(organizations).chain(self.places.iter().map(|it| &it.id))
    }
}

/// For the schema: an archive without visits has a register.
fn has_visits_or_a_register(schema: &mut Schema) {
    let lists = ["visits", "people", "organizations", "places"];
    let has = |list: &str| json!({ "required": [list] });
    schema.insert("anyOf".to_owned(), lists.map(has).to_vec().into());
}
