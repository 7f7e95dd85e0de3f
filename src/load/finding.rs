//! A fault at its place, while the text that it stands in is read.

use crate::diagnostic::{At, Fault, Severity, Spot, Tally};

/// So many errors of a file are told one by one, and so many warnings.
const TOLD: usize = 1_000;

/// What is wrong, and where in the text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Finding {
    pub(super) fault: Fault,
    pub(super) at: At,
    /// The other place that it takes to see what is wrong.
    pub(super) other: Option<Other>,
}

/// The other place that it takes to see what is wrong.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Other {
    /// In the same text.
    Here(At),
    /// In another one.
    Elsewhere(Box<Spot>),
}

impl Finding {
    pub(super) fn new(fault: impl Into<Fault>, at: At) -> Self {
        Self { fault: fault.into(), at, other: None }
    }

    pub(super) fn and(self, other: At) -> Self {
        Self { other: Some(Other::Here(other)), ..self }
    }

    pub(super) fn and_elsewhere(self, spot: Option<Spot>) -> Self {
        Self { other: spot.map(|spot| Other::Elsewhere(Box::new(spot))), ..self }
    }
}

/// How many faults of a file are told one by one, and how many there are beyond those.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Measure {
    pub(super) told: Tally,
    pub(super) untold: Tally,
}

impl Measure {
    /// Counts one more. Whether it is told.
    pub(super) fn tells(&mut self, severity: Severity) -> bool {
        let has_room = self.has_room(severity);
        let tally = if has_room { &mut self.told } else { &mut self.untold };
        tally.add(severity);
        has_room
    }

    /// Whether one more would be told.
    pub(super) fn has_room(&self, severity: Severity) -> bool {
        let told = match severity {
            Severity::Error => self.told.errors,
            Severity::Warning => self.told.warnings,
        };
        told < TOLD
    }
}
