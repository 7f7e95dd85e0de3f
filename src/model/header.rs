//! The header of a document.

use schemars::{JsonSchema, Schema};
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::json;

use super::{Extra, Id, RegisteredOrganization, RegisteredPerson, RegisteredPlace, Visit};

/// The version of the format in exports.
pub(super) const VERSION: &str = "1.1";

/// The fields of an archive, besides its visits.
#[derive(Debug, Clone, PartialEq, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Visit records of lawat", rename = "Archive", transform = has_visits_or_a_register)]
pub struct Header {
    /// The version of the format: `"1.1"`; what is written in `"1.0"` means the same in it.
    pub schema_version: String,
    /// What the collection is called.
    pub title: Option<String>,
    /// BCP 47, such as `id`: the language of all visits that do not name their own.
    pub language: Option<String>,
    /// IANA, such as `Asia/Jakarta`: the time zone of all visits that do not name their own.
    pub timezone: Option<String>,
    /// The license of the records.
    pub license: Option<String>,
    /// People and groups that visits refer to by their ids: the register, for all files that are read together.
    #[serde(default)]
    pub people: Vec<RegisteredPerson>,
    /// Organizations that visits refer to by their ids.
    #[serde(default)]
    pub organizations: Vec<RegisteredOrganization>,
    /// Places that stops and organizations refer to by their ids.
    #[serde(default)]
    pub places: Vec<RegisteredPlace>,
    /// The visits; a file may have a register alone.
    // Visits are read one by one, so that an error in one does not affect others; here only their presence counts.
    #[schemars(with = "Vec<Visit>")]
    #[serde(default)]
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
