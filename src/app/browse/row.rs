//! A row of a pane: what it stands for, and how it stands to the filters.

use crate::app::data::Data;
use crate::app::identity::RecordKey;
use crate::facet::FilterKind;
use crate::model::{RecordKind, Target};

/// A row of a pane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// A record.
    Record {
        /// Which; for a place or a person in all visits, the newest of its records.
        target: Target,
        /// The heading that stands above it.
        lead: Option<RowHeading>,
        /// How many statements choosing it would give; none where nothing was said.
        count: Option<usize>,
        /// How it stands to the filters.
        state: RowState,
    },
    /// All visits at once.
    All {
        /// How many statements there are, if there are any.
        count: Option<usize>,
    },
    /// What is not said, as a choice: the place, or the speaker.
    Unsaid {
        /// [`FilterKind::Stop`] or [`FilterKind::Person`].
        kind: FilterKind,
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
pub enum RowHeading {
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

/// How a row stands to the filters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowState {
    /// A filter.
    Chosen,
    /// Within what the filters leave.
    Inside,
    /// Outside: shown dimmed, or not at all.
    Outside,
}

/// What a row stands for, whatever files are read again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::app) enum RowKey {
    /// A record.
    Record(RecordKey),
    /// All visits at once.
    All,
    /// What is not said.
    Unsaid(FilterKind),
    /// What cannot be used: its file, and its visit where that is known.
    Broken(String, Option<String>),
}

impl Row {
    /// What it stands for.
    pub(in crate::app) fn key(self, data: &mut Data) -> Option<RowKey> {
        Some(match self {
            Self::Record { target, .. } => RowKey::Record(data.hold(target)?),
            Self::All { .. } => RowKey::All,
            Self::Unsaid { kind, .. } => RowKey::Unsaid(kind),
            Self::Broken(first) => {
                let (file, visit) = broken(data, first)?;
                RowKey::Broken(file.to_owned(), visit.map(str::to_owned))
            }
        })
    }

    /// The record it stands for.
    pub fn target(&self) -> Option<Target> {
        match self {
            Self::Record { target, .. } => Some(*target),
            Self::All { .. } | Self::Unsaid { .. } | Self::Broken(_) => None,
        }
    }

    /// Whether it stands for a record of a kind.
    pub(in crate::app) fn is_of(&self, kind: RecordKind) -> bool {
        self.target().is_some_and(|target| target.kind == kind)
    }

    /// Whether it is a filter.
    pub fn is_chosen(&self) -> bool {
        matches!(self, Self::Record { state: RowState::Chosen, .. } | Self::Unsaid { chosen: true, .. })
    }

    /// The heading that stands above it.
    pub(in crate::app) fn lead(&self) -> Option<RowHeading> {
        match self {
            Self::Record { lead, .. } => *lead,
            Self::All { .. } | Self::Unsaid { .. } | Self::Broken(_) => None,
        }
    }

    pub(in crate::app) fn set_lead(&mut self, heading: Option<RowHeading>) {
        if let Self::Record { lead, .. } = self {
            *lead = heading;
        }
    }

    /// How many statements choosing it would give.
    pub(in crate::app) fn count(&self) -> Option<usize> {
        match self {
            Self::Record { count, .. } | Self::All { count } => *count,
            Self::Unsaid { count, .. } => Some(*count),
            Self::Broken(_) => None,
        }
    }

    pub(in crate::app) fn is_outside(&self) -> bool {
        matches!(self, Self::Record { state: RowState::Outside, .. })
    }
}

/// The file and the visit that the first of some diagnostics is about.
fn broken(data: &Data, first: usize) -> Option<(&str, Option<&str>)> {
    let fault = data.diagnostics.get(first)?;
    Some((&fault.location.file, fault.visit.as_ref().map(|owner| owner.name.as_str())))
}

impl RowKey {
    /// Whether there still is what it stands for, listed or not.
    pub(in crate::app) fn is_there(&self, data: &Data) -> bool {
        match self {
            Self::Record(key) => data.target_anywhere(*key).is_some(),
            Self::All | Self::Unsaid(_) | Self::Broken(..) => true,
        }
    }

    /// The row among others that stands for this.
    pub(in crate::app) fn find(&self, rows: &[Row], data: &Data) -> Option<usize> {
        match self {
            Self::Record(key) => {
                let target = data.target_anywhere(*key)?;
                let is_it = |row: &Row| row.target() == Some(target);
                let is_same = |row: &Row| {
                    row.target().is_some_and(|other| data.facets.is_same(&data.archive, other, target))
                };
                let is_statement = target.kind == RecordKind::Statement;
                let exact = rows.iter().position(is_it);
                exact.or_else(|| if is_statement { None } else { rows.iter().position(is_same) })
            }
            Self::All => rows.iter().position(|row| matches!(row, Row::All { .. })),
            Self::Unsaid(kind) => {
                rows.iter().position(|row| matches!(row, Row::Unsaid { kind: of, .. } if of == kind))
            }
            Self::Broken(file, visit) => rows.iter().position(|row| match row {
                Row::Broken(first) => broken(data, *first) == Some((file, visit.as_deref())),
                _ => false,
            }),
        }
    }
}
