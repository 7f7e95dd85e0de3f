//! A problem with its span, before the diagnostic is built, and the limit of problems per file.

use crate::diagnostic::{Location, Problem, ProblemCount, Severity, SourceSpan};

/// How many errors, and how many warnings, are reported for a file.
const REPORT_LIMIT: usize = 1_000;

/// A problem and its span in the current file.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct LocatedProblem {
    pub(super) problem: Problem,
    pub(super) at: SourceSpan,
    /// Another location that explains the problem.
    pub(super) related: Option<RelatedLocation>,
}

/// Another location that explains a problem.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum RelatedLocation {
    /// In the same file.
    SameFile(SourceSpan),
    /// In another file.
    OtherFile(Box<Location>),
}

impl LocatedProblem {
    pub(super) fn new(problem: impl Into<Problem>, at: SourceSpan) -> Self {
        Self { problem: problem.into(), at, related: None }
    }

    pub(super) fn with_related(self, other: SourceSpan) -> Self {
        Self { related: Some(RelatedLocation::SameFile(other)), ..self }
    }

    pub(super) fn with_location(self, location: Option<Location>) -> Self {
        Self { related: location.map(|location| RelatedLocation::OtherFile(Box::new(location))), ..self }
    }
}

/// How many problems of a file were reported, and how many were only counted.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct ReportLimit {
    pub(super) reported: ProblemCount,
    pub(super) unreported: ProblemCount,
}

impl ReportLimit {
    /// Counts one more problem. Returns whether to report it.
    pub(super) fn admits(&mut self, severity: Severity) -> bool {
        let has_capacity = self.has_capacity(severity);
        let count = if has_capacity { &mut self.reported } else { &mut self.unreported };
        count.add(severity);
        has_capacity
    }

    /// Whether one more problem would be reported.
    pub(super) fn has_capacity(&self, severity: Severity) -> bool {
        let count = match severity {
            Severity::Error => self.reported.errors,
            Severity::Warning => self.reported.warnings,
        };
        count < REPORT_LIMIT
    }
}
