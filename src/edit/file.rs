//! Reads a record file, and replaces it when its new text is complete and right.

use std::fs::{self, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use crate::diagnostic::{Diagnostic, concise};
use crate::export::write_atomically;
use crate::lang::Lang;
use crate::load::{load_text, read_bounded};

/// The mark by which some editors recognize UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The bytes of a record file, as they were when it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordFile {
    path: PathBuf,
    /// None if there is no file yet.
    bytes: Option<Vec<u8>>,
}

/// Why a file was not replaced.
#[derive(Debug)]
pub enum SaveError {
    /// It has changed since it was read.
    Changed,
    /// Its new text has errors that the old one has not.
    Faulty(Vec<Diagnostic>),
    /// The operating system's error.
    Failed(io::Error),
}

impl SaveError {
    /// The message for the file with this name.
    pub fn message(&self, path: &str, lang: Lang) -> String {
        match self {
            Self::Changed => lang.edit_file_changed(path),
            Self::Faulty(errors) => {
                let first = errors.first().map(|error| concise(error, lang)).unwrap_or_default();
                lang.edit_faulty(path, &first)
            }
            Self::Failed(error) => lang.unwritable(path, error),
        }
    }
}

/// A file that was replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    old: RecordFile,
    new: Vec<u8>,
}

impl RecordFile {
    /// Reads a file. One that does not exist is new.
    pub fn read(path: &Path) -> io::Result<Self> {
        let bytes = match read_bounded(path.as_os_str()) {
            Ok(bytes) => Some(bytes),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(error),
        };
        Ok(Self { path: path.to_owned(), bytes })
    }

    /// Where the file is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether there is no file yet.
    pub fn is_new(&self) -> bool {
        self.bytes.is_none()
    }

    /// The text without a byte order mark; none if it is not UTF-8.
    pub fn text(&self) -> Option<&str> {
        let text = str::from_utf8(self.bytes.as_deref().unwrap_or_default()).ok()?;
        Some(text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text))
    }

    /// Replaces the file, unless it has changed meanwhile or the new text would have more errors.
    pub fn save(self, text: &str) -> Result<Saved, SaveError> {
        let has_mark = self.bytes.as_deref().is_some_and(|it| it.starts_with(BYTE_ORDER_MARK.as_bytes()));
        let new = if has_mark { format!("{BYTE_ORDER_MARK}{text}") } else { text.to_owned() }.into_bytes();
        let faults = self.new_errors(&new);
        if !faults.is_empty() {
            return Err(SaveError::Faulty(faults));
        }
        self.replace(&new)?;
        Ok(Saved { old: self, new })
    }

    /// The errors of a text that the text of the file has not.
    fn new_errors(&self, new: &[u8]) -> Vec<Diagnostic> {
        let name = self.path.to_string_lossy();
        let errors = |bytes: &[u8]| -> Vec<Diagnostic> {
            let loaded = load_text(&name, bytes.to_vec());
            loaded.diagnostics.into_iter().filter(|it| it.problem.is_fatal()).collect()
        };
        let mut known = self.bytes.as_deref().map(errors).unwrap_or_default();
        let is_known = |error: &Diagnostic| {
            let at = known.iter().position(|it| it.problem == error.problem);
            at.map(|at| known.swap_remove(at)).is_some()
        };
        let mut is_known = is_known;
        errors(new).into_iter().filter(|error| !is_known(error)).collect()
    }

    fn replace(&self, new: &[u8]) -> Result<(), SaveError> {
        // Renaming would replace a file that nobody may write to.
        if !self.is_new() {
            OpenOptions::new().append(true).open(&self.path).map_err(SaveError::Failed)?;
        }
        let now = Self::read(&self.path).map_err(SaveError::Failed)?;
        if now.bytes != self.bytes {
            return Err(SaveError::Changed);
        }
        let written = write_atomically(&self.path, !self.is_new(), |out| out.write_all(new).map(|()| true));
        written.map(|_| ()).map_err(SaveError::Failed)
    }
}

impl Saved {
    /// Where the file is.
    pub fn path(&self) -> &Path {
        self.old.path()
    }

    /// The bytes that it takes to be able to restore the file.
    pub fn size(&self) -> usize {
        self.new.len() + self.old.bytes.as_deref().map_or(0, <[u8]>::len)
    }

    /// Restores the file as it was, unless it has changed since.
    pub fn undo(&self) -> Result<(), SaveError> {
        let new = RecordFile { path: self.old.path.clone(), bytes: Some(self.new.clone()) };
        if let Some(old) = &self.old.bytes {
            return new.replace(old);
        }
        let now = RecordFile::read(&new.path).map_err(SaveError::Failed)?;
        if now.bytes != new.bytes {
            return Err(SaveError::Changed);
        }
        fs::remove_file(&new.path).map_err(SaveError::Failed)
    }

    /// Replaces the file again after [`Saved::undo`], unless it has changed since.
    pub fn redo(&self) -> Result<(), SaveError> {
        self.old.replace(&self.new)
    }
}
