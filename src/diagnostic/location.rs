//! Spans and locations in files.

use borsh::{BorshDeserialize, BorshSerialize};

/// A span in a file. Lines and columns count from 1; columns and length are in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, BorshSerialize, BorshDeserialize)]
pub struct SourceSpan {
    /// The line, from 1.
    pub line: u32,
    /// The column, from 1.
    pub column: u32,
    /// The length in characters, limited to the line. At least one character is underlined.
    pub length: u32,
}

/// A location in a file, with an excerpt of the source.
#[derive(Debug, Clone, PartialEq, Eq, Default, BorshSerialize, BorshDeserialize)]
pub struct Location {
    /// The display name of the file.
    pub file: String,
    /// The span; `None` for the file as a whole.
    pub at: Option<SourceSpan>,
    /// The lines to show, numbered; the last one contains the span. Empty if the file is not available.
    pub source: Vec<(u32, String)>,
    /// The column where these lines start: 1, unless they are very long.
    pub source_from: u32,
}

impl Location {
    /// `file:line:column`, or the file alone.
    pub fn place(&self) -> String {
        match self.at {
            Some(at) => format!("{}:{}:{}", self.file, at.line, at.column),
            None => self.file.clone(),
        }
    }
}
