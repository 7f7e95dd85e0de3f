//! The text of a file that is put together with others.

use std::cell::OnceCell;

use super::files::{self, RecordInput};
use super::text_file::TextFile;

/// The text of a file.
pub(super) enum FileText<'a> {
    /// It was read.
    Read(&'a TextFile),
    /// The file has not changed since the last time; its text is read only if a problem needs it.
    Known { input: &'a RecordInput, text: OnceCell<TextFile> },
}

impl<'a> FileText<'a> {
    /// The text of a file that has not changed.
    pub(super) fn known(input: &'a RecordInput) -> Self {
        Self::Known { input, text: OnceCell::new() }
    }

    /// The display name of the file.
    pub(super) fn name(&self) -> String {
        match self {
            Self::Read(file) => file.name.clone(),
            Self::Known { input, .. } => input.name(),
        }
    }

    /// The text; empty if it cannot be read any more.
    pub(super) fn get(&self) -> &TextFile {
        match self {
            Self::Read(file) => file,
            Self::Known { input, text } => text.get_or_init(|| {
                let (name, bytes) = (input.name(), files::bytes(input, true, None));
                let text = TextFile::decode(&name, bytes.unwrap_or_default());
                text.unwrap_or_else(|_| TextFile::new(&name, String::new()))
            }),
        }
    }
}
