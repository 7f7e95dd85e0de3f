//! Why a file could not be read at all.

use super::sheet::Limit;

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
    /// A quotation mark of this row is not closed.
    OpenQuote(usize),
}

impl From<Limit> for Unreadable {
    fn from(limit: Limit) -> Self {
        Self::TooLarge(limit)
    }
}
