//! A fault in the data as a value: what is wrong, where it stands, and what would mend it.
//!
//! Whoever finds a fault builds a [`Diagnostic`]; whoever shows it chooses a rendering. A fault stops nothing.

mod code;
mod date;
mod differing;
mod discrepancy;
mod fault;
mod remedy;
mod render;
mod snag;
mod warning;
mod words;

pub use code::{Code, Severity};
pub use differing::Differing;
pub use discrepancy::{Difference, Discrepancy, Unproved};
pub use fault::{Binary, Fault, Kind, Shape};
pub use render::{concise, full};
pub use snag::Snag;
pub use warning::{Marks, Warning};

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

/// A place in a file, with its piece of source.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Spot {
    /// The name of the file, as it is shown.
    pub file: String,
    /// Where in the file; none when the file as a whole is meant.
    pub at: Option<At>,
    /// The lines up to the place, with their numbers, for showing the source; none when the file is no longer at hand.
    pub source: Vec<(u32, String)>,
    /// The column that those lines are given from: 1, unless they are very long.
    pub source_from: u32,
}

/// A fault and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What is wrong.
    pub fault: Fault,
    /// Where.
    pub spot: Spot,
    /// The other place that it takes to see what is wrong, such as that of the first of two twins.
    pub other: Option<Spot>,
    /// The visit that it belongs to, when that cannot be used.
    pub visit: Option<Owner>,
}

/// How many faults there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Of those that are wrong.
    pub errors: usize,
    /// Of the others.
    pub warnings: usize,
}

/// The visit that a fault belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owner {
    /// Its title or id, as far as it is known.
    pub name: String,
    /// The line where it begins, or else where its id stands.
    pub line: u32,
}

impl Spot {
    /// `file:line:column`, as far as it is known.
    pub fn place(&self) -> String {
        match self.at {
            Some(at) => format!("{}:{}:{}", self.file, at.line, at.column),
            None => self.file.clone(),
        }
    }
}

impl Diagnostic {
    /// Its stable code.
    pub fn code(&self) -> Code {
        self.fault.code()
    }

    /// How much it weighs.
    pub fn severity(&self) -> Severity {
        self.code().severity()
    }
}

impl Tally {
    /// Counts.
    pub fn of(diagnostics: &[Diagnostic]) -> Self {
        let mut tally = Self::default();
        for diagnostic in diagnostics {
            tally.add(diagnostic.severity());
        }
        tally
    }

    /// Counts one more.
    pub fn add(&mut self, severity: Severity) {
        match severity {
            Severity::Error => self.errors += 1,
            Severity::Warning => self.warnings += 1,
        }
    }

    /// Both together.
    #[must_use]
    pub fn plus(self, more: Self) -> Self {
        Self { errors: self.errors + more.errors, warnings: self.warnings + more.warnings }
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self == Self::default()
    }
}
