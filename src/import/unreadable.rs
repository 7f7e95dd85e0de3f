//! Why a file could not be read at all.

use super::documents::DocumentError;
use super::sheet::Limit;
use crate::lang::{ImportLimit, Lang};

/// Why a file could not be read at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreadable {
    /// It is neither a text nor one of the formats.
    NoText,
    /// It is a workbook with a password, or in the format of before 2007.
    OldOrProtected,
    /// It is a workbook that is damaged; what is wrong, in the words of its reader.
    Damaged(String),
    /// It is larger than the program reads.
    TooLarge(Limit),
    /// A document cannot be read.
    Document(DocumentError),
    /// A quotation mark of this row is not closed.
    OpenQuote(usize),
}

impl From<DocumentError> for Unreadable {
    fn from(error: DocumentError) -> Self {
        Self::Document(error)
    }
}

impl From<Limit> for Unreadable {
    fn from(limit: Limit) -> Self {
        Self::TooLarge(limit)
    }
}

impl Unreadable {
    /// The message for the file with this name.
    pub fn message(&self, path: &str, lang: Lang) -> String {
        match self {
            Self::NoText => lang.import_no_text(path),
            Self::Document(error) => format!("{path}: {}", error.message(lang)),
            Self::OldOrProtected => lang.import_old_workbook(path),
            Self::Damaged(reason) => lang.import_damaged(path, reason),
            Self::OpenQuote(row) => lang.import_open_quote(path, *row),
            Self::TooLarge(limit) => {
                let (limit, what) = match *limit {
                    Limit::Columns(limit) => (limit, ImportLimit::Columns),
                    Limit::Rows(limit) => (limit, ImportLimit::Rows),
                    Limit::Cells(limit) => (limit, ImportLimit::Cells),
                    Limit::Cell(limit) => (limit, ImportLimit::BytesOfCell),
                    Limit::Size(limit) => (limit, ImportLimit::Bytes),
                };
                lang.import_too_large(path, limit, what)
            }
        }
    }
}
