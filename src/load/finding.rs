//! A fault at its place, while the text that it stands in is read.

use crate::diagnostic::{At, Fault};

/// What is wrong, and where in the text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Finding {
    pub(super) fault: Fault,
    pub(super) at: At,
    /// The other place that it takes to see what is wrong.
    pub(super) other: Option<At>,
}

impl Finding {
    pub(super) fn new(fault: impl Into<Fault>, at: At) -> Self {
        Self { fault: fault.into(), at, other: None }
    }

    pub(super) fn and(self, other: At) -> Self {
        Self { other: Some(other), ..self }
    }
}
