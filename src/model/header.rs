//! What a document says of its visits as a whole.

use schemars::JsonSchema;
use serde::Deserialize;
use serde::de::IgnoredAny;

use super::{Extra, Visit};

/// The version of the format that is written.
pub(super) const VERSION: &str = "1.1";

/// The fields of an archive, besides its visits.
#[derive(Debug, Clone, PartialEq, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Visit records of lawat", rename = "Archive")]
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
    /// The visits.
    // They are read one by one, so that a fault of one costs no other; here only their presence is seen.
    #[schemars(with = "Vec<Visit>")]
    pub visits: Vec<IgnoredAny>,
    /// Fields of the writer's own.
    #[serde(rename = "x-", default)]
    pub extra: Extra,
    /// The file it was read from: an index into [`super::Archive::files`].
    #[serde(skip)]
    pub file: usize,
}
