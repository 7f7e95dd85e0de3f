//! A row of a pane: what it stands for, and how it stands to the chips.

use crate::facet::ChipKind;
use crate::model::{RecordKind, Target};

/// A row of a pane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// A record.
    Record {
        /// Which; for a place or a person in all visits, the newest of its records.
        target: Target,
        /// The heading that stands above it.
        lead: Option<Lead>,
        /// How many statements choosing it would give; none where nothing was said.
        count: Option<usize>,
        /// How it stands to the chips.
        standing: Standing,
    },
    /// All visits at once.
    All {
        /// How many statements there are, if there are any.
        count: Option<usize>,
    },
    /// What is not said, as a choice: the place, or the speaker.
    Unsaid {
        /// [`ChipKind::Stop`] or [`ChipKind::Person`].
        kind: ChipKind,
        /// How many statements leave it open.
        count: usize,
        /// Whether it is chosen.
        chosen: bool,
    },
    /// A visit or a file that cannot be used: the first of its diagnostics.
    Broken(usize),
}

/// A heading above the rows of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lead {
    /// The day of the stop.
    Day,
    /// The side of the participant.
    Side,
    /// People of all visits.
    People,
    /// Organizations.
    Organizations,
    /// Nobody says whether they were at the chosen stop.
    UnknownAttendance,
}

/// How a row stands to the chips.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// A chip.
    Chosen,
    /// Within what the chips leave.
    Inside,
    /// Outside: shown dimmed, or not at all.
    Outside,
}

impl Row {
    /// The record it stands for.
    pub fn target(&self) -> Option<Target> {
        match self {
            Self::Record { target, .. } => Some(*target),
            Self::All { .. } | Self::Unsaid { .. } | Self::Broken(_) => None,
        }
    }

    /// Whether it stands for a record of a kind.
    pub(super) fn is_of(&self, kind: RecordKind) -> bool {
        self.target().is_some_and(|target| target.kind == kind)
    }

    /// Whether it is a chip.
    pub fn is_chosen(&self) -> bool {
        matches!(self, Self::Record { standing: Standing::Chosen, .. } | Self::Unsaid { chosen: true, .. })
    }

    /// The heading that stands above it.
    pub(super) fn lead(&self) -> Option<Lead> {
        match self {
            Self::Record { lead, .. } => *lead,
            Self::All { .. } | Self::Unsaid { .. } | Self::Broken(_) => None,
        }
    }

    pub(super) fn set_lead(&mut self, heading: Option<Lead>) {
        if let Self::Record { lead, .. } = self {
            *lead = heading;
        }
    }

    /// How many statements choosing it would give.
    pub(super) fn count(&self) -> Option<usize> {
        match self {
            Self::Record { count, .. } | Self::All { count } => *count,
            Self::Unsaid { count, .. } => Some(*count),
            Self::Broken(_) => None,
        }
    }

    pub(super) fn is_outside(&self) -> bool {
        matches!(self, Self::Record { standing: Standing::Outside, .. })
    }
}
