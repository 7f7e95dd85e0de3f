//! A row of a pane: the record it shows, and its relation to the filters.

use crate::app::browse::pane_rows::PaneRows;
use crate::app::data::Data;
use crate::app::identity::RecordKey;
use crate::facet::FilterKind;
use crate::model::{RecordKind, Target};

/// A row of a pane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// A record.
    Record {
        /// The record; across all visits, the newest record of the place, person or organization.
        target: Target,
        /// The heading above the row.
        heading: Option<RowHeading>,
        /// How many statements would be shown with this row as a filter; `None` if there are no statements at all.
        count: Option<usize>,
        /// The relation of the row to the filters.
        state: RowState,
    },
    /// All visits at once.
    All {
        /// The number of statements; `None` if there are none.
        count: Option<usize>,
    },
    /// The statements without a stated stop or speaker.
    NotStated {
        /// [`FilterKind::Stop`] or [`FilterKind::Person`].
        kind: FilterKind,
        /// The number of these statements.
        count: usize,
        /// Whether the row is an active filter.
        is_active: bool,
    },
    /// A visit or a file that cannot be used: the index of its first diagnostic.
    Broken(usize),
}

/// A heading above the first row of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowHeading {
    /// The year of the visits, and their number.
    Year(usize),
    /// The visit of the statements.
    Visit,
    /// The day of the stop.
    Day,
    /// The side of the participant.
    Side,
    /// The people of all visits.
    People,
    /// Organizations.
    Organizations,
    /// Participants who may or may not have been at the stop that is a filter.
    UnknownAttendance,
}

/// The relation of a row to the filters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowState {
    /// The row is an active filter.
    ActiveFilter,
    /// Statements of the row pass the filters.
    Inside,
    /// No statement of the row passes the filters: it is dimmed or hidden.
    Outside,
}

/// The identity of a row, valid when the rows are rebuilt and when the files are reloaded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::app) enum RowKey {
    /// A record.
    Record(RecordKey),
    /// All visits at once.
    All,
    /// The statements without a stated stop or speaker.
    NotStated(FilterKind),
    /// What cannot be used: the name of the file, and of the visit if it is known.
    Broken(String, Option<String>),
}

impl Row {
    /// Its identity.
    pub(in crate::app) fn key(self, data: &mut Data) -> Option<RowKey> {
        Some(match self {
            Self::Record { target, .. } => RowKey::Record(data.intern(target)?),
            Self::All { .. } => RowKey::All,
            Self::NotStated { kind, .. } => RowKey::NotStated(kind),
            Self::Broken(first) => {
                let (file, visit) = broken(data, first)?;
                RowKey::Broken(file.to_owned(), visit.map(str::to_owned))
            }
        })
    }

    /// Its record.
    pub fn target(&self) -> Option<Target> {
        match self {
            Self::Record { target, .. } => Some(*target),
            Self::All { .. } | Self::NotStated { .. } | Self::Broken(_) => None,
        }
    }

    /// Whether it is a record of this kind.
    pub(in crate::app) fn is_of(&self, kind: RecordKind) -> bool {
        self.target().is_some_and(|target| target.kind == kind)
    }

    /// Whether it is an active filter.
    pub fn is_active_filter(&self) -> bool {
        matches!(
            self,
            Self::Record { state: RowState::ActiveFilter, .. } | Self::NotStated { is_active: true, .. }
        )
    }

    /// The heading above it.
    pub(in crate::app) fn heading(&self) -> Option<RowHeading> {
        match self {
            Self::Record { heading, .. } => *heading,
            Self::All { .. } | Self::NotStated { .. } | Self::Broken(_) => None,
        }
    }

    pub(in crate::app) fn set_heading(&mut self, new: Option<RowHeading>) {
        if let Self::Record { heading, .. } = self {
            *heading = new;
        }
    }

    /// How many statements would be shown with this row as a filter.
    pub(in crate::app) fn count(&self) -> Option<usize> {
        match self {
            Self::Record { count, .. } | Self::All { count } => *count,
            Self::NotStated { count, .. } => Some(*count),
            Self::Broken(_) => None,
        }
    }

    pub(in crate::app) fn is_outside(&self) -> bool {
        matches!(self, Self::Record { state: RowState::Outside, .. })
    }
}

/// The names of the file and the visit of a diagnostic.
fn broken(data: &Data, first: usize) -> Option<(&str, Option<&str>)> {
    let diagnostic = data.diagnostics.get(first)?;
    Some((&diagnostic.location.file, diagnostic.visit.as_ref().map(|owner| owner.name.as_str())))
}

impl RowKey {
    /// Whether its record is in the data, listed or not.
    pub(in crate::app) fn exists(&self, data: &Data) -> bool {
        match self {
            Self::Record(key) => data.target_anywhere(*key).is_some(),
            Self::All | Self::NotStated(_) | Self::Broken(..) => true,
        }
    }

    /// The index of the row with this identity.
    pub(in crate::app) fn find(&self, rows: PaneRows<'_>, data: &Data) -> Option<usize> {
        match self {
            Self::Record(key) => rows.find(data, data.target_anywhere(*key)?),
            Self::All => rows.iter().position(|row| matches!(row, Row::All { .. })),
            Self::NotStated(kind) => {
                rows.iter().position(|row| matches!(row, Row::NotStated { kind: of, .. } if of == *kind))
            }
            Self::Broken(file, visit) => rows.iter().position(|row| match row {
                Row::Broken(first) => broken(data, first) == Some((file, visit.as_deref())),
                _ => false,
            }),
        }
    }
}
