//! Adds a record that somebody entered to its file.

use std::io;
use std::path::Path;

use super::error::EditError;
use super::file::{RecordFile, SaveError, Saved};
use super::merging::{Merged, merge};
use crate::entry::NewRecord;
use crate::lang::Lang;

/// Why a record was not added.
#[derive(Debug)]
pub enum AddError {
    /// The file cannot be read.
    Unreadable(io::Error),
    /// The file is not UTF-8.
    NotUtf8,
    /// The record has no place in the text of the file.
    Edit(EditError),
    /// The file was not replaced.
    Save(SaveError),
}

impl AddError {
    /// The message for the file with this name.
    pub fn message(&self, path: &str, lang: Lang) -> String {
        match self {
            Self::Unreadable(error) => lang.unreadable(path, error),
            Self::NotUtf8 => lang.edit_not_utf8(path),
            Self::Edit(error) => error.message(path, lang),
            Self::Save(error) => error.message(path, lang),
        }
    }

    /// Whether the file has changed since its records were loaded.
    pub fn is_change(&self) -> bool {
        matches!(self, Self::Save(SaveError::Changed))
    }
}

/// Adds a record to a file. A file without records gets this language. If the id of the record, or of one that comes with it, has been taken
/// since it was made, the file counts as changed: nothing that is there is ever set.
pub fn add(path: &Path, record: &NewRecord, language: Lang) -> Result<Saved, AddError> {
    let file = RecordFile::read(path).map_err(AddError::Unreadable)?;
    let text = file.text().ok_or(AddError::NotUtf8)?;
    let merged = merge(text, &record.archive, Some(language)).map_err(AddError::Edit)?;
    if !only_adds(&merged, record) {
        return Err(AddError::Save(SaveError::Changed));
    }
    file.save(&merged.text).map_err(AddError::Save)
}

/// Whether the record is new, and no field of another one is set.
fn only_adds(merged: &Merged, record: &NewRecord) -> bool {
    merged.changes.iter().all(|it| it.fields.is_empty()) && merged.changes.iter().any(|it| it.id == record.id)
}
