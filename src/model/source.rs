//! What a record rests on: its sources, and what its writer has to say about it.

use schemars::JsonSchema;
use serde::Deserialize;

use super::shorthand::{id_or_record, text_or_record};
use super::{Certainty, Extra, Id, NoteType, PartialDate, SourceType};

/// What the writer of the record has to say about it.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// Why the note was written.
    #[serde(rename = "type")]
    pub kind: Option<NoteType>,
    /// The ids of what it is about; none for the visit as a whole.
    #[serde(default)]
    pub about: Vec<Id>,
    /// The note.
    pub text: String,
    /// What it rests on.
    #[serde(default)]
    pub sources: Vec<SourceRef>,
    /// Custom fields, whose names begin with `x-`.
    #[serde(rename = "x-", default)]
    pub extra: Extra,
}

/// Where the facts of a visit come from.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The id of the source, the only one in its visit.
    pub id: Id,
    /// What kind of document it is.
    #[serde(rename = "type")]
    pub kind: Option<SourceType>,
    /// Its title.
    pub title: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// When it was published: `2026`, `2026-01` or `2026-01-10`.
    pub date: Option<PartialDate>,
    /// Its web address.
    pub url: Option<String>,
    /// Where a copy is kept.
    pub archive_url: Option<String>,
    /// When it was last looked at.
    pub accessed: Option<PartialDate>,
    /// BCP 47, such as `id`.
    pub language: Option<String>,
    /// The license it is under.
    pub license: Option<String>,
    /// The checksum of the file in `path`.
    pub sha256: Option<String>,
    /// A copy beside the record.
    pub path: Option<String>,
    /// Custom fields, whose names begin with `x-`.
    #[serde(rename = "x-", default)]
    pub extra: Extra,
}

id_or_record! {
    /// A source and the place in it. Written as the id of the source alone, or with a locator.
    SourceRef {
        /// The id of the source.
        id,
        /// The place in the source: `paragraf 5`, `p. 3`, `00:12:30`.
        locator: String,
    }
}

text_or_record! {
    /// Something that the record says of the visit. Written as a text alone, or with what it rests on.
    Claim {
        /// The text.
        text: String,
        /// How sure it is.
        certainty: Option<Certainty>,
        /// Where it is known from.
        sources: Vec<SourceRef>,
    }
}
