//! The rows of one list, to be read.

use crate::app::browse::row::Row;
use crate::app::browse::statement_rows::StatementRows;
use crate::app::data::Data;
use crate::facet::Facets;
use crate::model::Target;

/// The rows of a list.
#[derive(Debug, Clone, Copy)]
pub struct PaneRows<'a>(Source<'a>);

#[derive(Debug, Clone, Copy)]
enum Source<'a> {
    Listed(&'a [Row]),
    Statements(&'a StatementRows, &'a Facets),
}

impl<'a> PaneRows<'a> {
    pub(in crate::app) fn listed(rows: &'a [Row]) -> Self {
        Self(Source::Listed(rows))
    }

    pub(in crate::app) fn of_statements(rows: &'a StatementRows, facets: &'a Facets) -> Self {
        Self(Source::Statements(rows, facets))
    }

    /// The number of rows.
    pub fn len(self) -> usize {
        match self.0 {
            Source::Listed(rows) => rows.len(),
            Source::Statements(rows, _) => rows.len(),
        }
    }

    /// Whether there are none.
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// The row with this number, from 0.
    pub fn get(self, row: usize) -> Option<Row> {
        match self.0 {
            Source::Listed(rows) => rows.get(row).copied(),
            Source::Statements(rows, facets) => rows.get(facets, row),
        }
    }

    /// All rows.
    pub fn iter(self) -> impl DoubleEndedIterator<Item = Row> + 'a {
        (0..self.len()).filter_map(move |row| self.get(row))
    }

    /// The row of a record, or else of another record of the same place, person or organization.
    pub(in crate::app) fn find(self, data: &Data, target: Target) -> Option<usize> {
        let rows = match self.0 {
            Source::Listed(rows) => rows,
            Source::Statements(rows, facets) => return rows.find(facets, target),
        };
        let is_same =
            |row: &Row| row.target().is_some_and(|other| data.facets.is_same(&data.archive, other, target));
        let exact = rows.iter().position(|row| row.target() == Some(target));
        exact.or_else(|| rows.iter().position(is_same))
    }
}
