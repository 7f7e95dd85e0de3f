//! Changes to record files: records are added and fields are set, and every other byte stays as it is.
//!
//! The text is parsed into a tree whose values know where they stand (`tree`). [`merge`] compares the records that are there with
//! those that come and collects the changes (`merging`), each a piece of text in the style of its surroundings (`layout`). The new
//! text is parsed again: it must have exactly the values that were there and those that came (`values`), or nothing is written.
//! [`RecordFile`] reads and replaces the file.

mod file;
mod layout;
mod merging;
mod tree;
mod values;

use serde_yaml::Mapping;

pub use file::{RecordFile, SaveError, Saved};
pub use merging::{Merged, RecordChange, add_visits, merge};

use crate::lang::Lang;
use crate::model::VERSION;

/// Why a text cannot be changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EditError {
    /// It has a syntax error in this line.
    Syntax(usize),
    /// What is in this line cannot be changed: an alias, a merged value, a document without fields.
    Unsupported(usize),
    /// A record that comes cannot be written as YAML; the reason.
    Unwritable(String),
    /// The new text would not have the right values.
    Mismatch,
}

impl EditError {
    /// The message for the file with this name.
    pub fn message(&self, path: &str, lang: Lang) -> String {
        match self {
            Self::Syntax(line) => lang.edit_syntax(path, *line),
            Self::Unsupported(line) => lang.edit_unsupported(path, *line),
            Self::Unwritable(reason) => lang.edit_unwritable(path, reason),
            Self::Mismatch => lang.edit_mismatch(path),
        }
    }
}

/// A new file with the records of an archive: the lists `visits`, `people` and so on.
pub fn new_file(archive: &Mapping, language: &str) -> Result<String, EditError> {
    let head = format!("schema_version: '{VERSION}'\nlanguage: {language}\n");
    Ok(merge(&head, archive)?.text)
}
