//! A fault in the data as a value: what is wrong, where it stands, and what would mend it.
//!
//! Whoever finds a fault builds a [`Diagnostic`]; whoever shows it chooses a rendering. A fault stops nothing.

mod code;
mod fault;
mod render;

pub use code::{Code, Severity};
pub use fault::{Fault, Kind, Shape, Snag};
pub use render::{concise, full};

/// Where something stands in a file. Lines and columns count from 1, columns and length in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct At {
    /// The line.
    pub line: u32,
    /// The column.
    pub column: u32,
    /// How many characters of that line it takes; at least one is marked.
    pub length: u32,
}

/// A fault and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What is wrong.
    pub fault: Fault,
    /// The name of the file, as it is shown.
    pub file: String,
    /// Where in the file; none when the fault is the file's.
    pub at: Option<At>,
    /// The lines up to the place, with their numbers, for showing the source.
    pub source: Vec<(u32, String)>,
    /// The column that those lines are given from: 1, unless they are very long.
    pub source_from: u32,
    /// The visit that cannot be used because of it.
    pub visit: Option<Owner>,
}

/// The visit that a fault belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owner {
    /// Its title or id, as far as it is known.
    pub name: String,
    /// The line where it begins.
    pub line: u32,
}

impl Diagnostic {
    /// Its stable code.
    pub fn code(&self) -> Code {
        self.fault.code()
    }

    /// `file:line:column`, as far as it is known.
    pub fn place(&self) -> String {
        match self.at {
            Some(at) => format!("{}:{}:{}", self.file, at.line, at.column),
            None => self.file.clone(),
        }
    }
}
