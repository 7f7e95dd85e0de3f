//! A problem as it is reported: with its location and severity; and the count of such reports.

use super::code::{ProblemCode, Severity};
use super::location::Location;
use super::problem::Problem;
use borsh::{BorshDeserialize, BorshSerialize};

/// A problem with its location.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Diagnostic {
    /// The problem.
    pub problem: Problem,
    /// The location.
    pub location: Location,
    /// Another location that explains the problem, such as the first of two records with the same ID.
    pub related: Option<Location>,
    /// The visit that cannot be used because of the problem.
    pub visit: Option<UnusableVisit>,
}

/// The number of problems.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, BorshSerialize, BorshDeserialize)]
pub struct ProblemCount {
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
}

/// A visit that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct UnusableVisit {
    /// The title or the ID, as far as it is known.
    pub name: String,
    /// The line of the visit, or of its ID.
    pub line: u32,
}

impl Diagnostic {
    /// The stable code.
    pub fn code(&self) -> ProblemCode {
        self.problem.code()
    }

    /// The severity of the code.
    pub fn severity(&self) -> Severity {
        self.code().severity()
    }
}

impl ProblemCount {
    /// Counts diagnostics.
    pub fn of(diagnostics: &[Diagnostic]) -> Self {
        let mut count = Self::default();
        for diagnostic in diagnostics {
            count.add(diagnostic.severity());
        }
        count
    }

    /// Counts one more problem.
    pub fn add(&mut self, severity: Severity) {
        match severity {
            Severity::Error => self.errors += 1,
            Severity::Warning => self.warnings += 1,
        }
    }

    /// The sum of both.
    #[must_use]
    pub fn plus(self, more: Self) -> Self {
        Self { errors: self.errors + more.errors, warnings: self.warnings + more.warnings }
    }

    /// Whether there are no problems.
    pub fn is_empty(self) -> bool {
        self == Self::default()
    }
}
