//! Sources, notes and claims.

use borsh::{BorshDeserialize, BorshSerialize};
use schemars::JsonSchema;
use serde::Deserialize;

use super::shorthand::shorthand_record;
use super::{Certainty, Extra, Id, NoteType, PartialDate, ShortText, SourceType};

/// A note by the author of the record.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema, BorshSerialize, BorshDeserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// The type of note.
    #[serde(rename = "type")]
    pub kind: Option<NoteType>,
    /// The ids of the subjects; none for the visit as a whole.
    #[serde(default)]
    pub about: Vec<Id>,
    /// The text of the note.
    pub text: String,
    /// The sources of the note.
    #[serde(default)]
    pub sources: Vec<SourceRef>,
    /// Custom fields, whose names begin with `x-`.
    #[serde(rename = "x-", default)]
    pub extra: Extra,
}

/// A source of a visit.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema, BorshSerialize, BorshDeserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The id of the source, unique in its visit.
    pub id: Id,
    /// The type of document.
    #[serde(rename = "type")]
    pub kind: Option<SourceType>,
    /// The title.
    pub title: Option<String>,
    /// The publisher.
    pub publisher: Option<String>,
    /// The author or authors.
    pub author: Option<String>,
    /// The date of publication: `2026`, `2026-01` or `2026-01-10`.
    pub date: Option<PartialDate>,
    /// The web address.
    pub url: Option<String>,
    /// The web address of an archived copy.
    pub archive_url: Option<String>,
    /// When it was last accessed.
    pub accessed: Option<PartialDate>,
    /// The language, BCP 47 such as `id`.
    pub language: Option<String>,
    /// The license.
    pub license: Option<String>,
    /// The checksum of the file in `path`.
    pub sha256: Option<String>,
    /// The path of a local copy, relative to the record file.
    pub path: Option<String>,
    /// Custom fields, whose names begin with `x-`.
    #[serde(rename = "x-", default)]
    pub extra: Extra,
}

shorthand_record! {
    /// A reference to a source. Written as the id of the source alone, or with a locator.
    SourceRef {
        /// The id of the source.
        id: Id,
        /// The place in the source: `paragraf 5`, `p. 3`, `00:12:30`.
        locator: Option<ShortText>,
    }
}

shorthand_record! {
    /// A claim about the visit. Written as a text alone, or with its certainty and sources.
    Claim {
        /// The text.
        text: String,
        /// The certainty.
        certainty: Option<Certainty>,
        /// The sources.
        sources: Vec<SourceRef>,
    }
}
