//! The rows of statements, as numbers: there may be a million of them, so each is made when it is asked for.

use crate::app::browse::row::{Row, RowHeading, RowState};
use crate::app::browse::row_builder::RowBuilder;
use crate::app::browse::sorting::Sorting;
use crate::facet::{Facets, Scope, Statements};
use crate::model::Target;

/// The statements that pass the filters, in the order of their rows.
#[derive(Debug, Default)]
pub(in crate::app) struct StatementRows {
    statements: Statements,
    sorting: Sorting,
    /// Whether the visit stands above the first of its statements.
    names_visits: bool,
    /// All statements of all visits, if they have been sorted: it takes long, and they come back when filters are removed.
    sorted: Option<(Sorting, Statements)>,
}

impl StatementRows {
    /// Lists the statements that pass the filters.
    pub(in crate::app) fn list(&mut self, builder: &RowBuilder<'_>) {
        let ([.., sorting], shown) = (builder.sortings, &builder.counts.shown);
        let has_all_visits = builder.scope == Scope::All;
        let is_all = has_all_visits && shown.len() == builder.counts.total;
        self.sorted.take_if(|(of, _)| *of != sorting);
        self.statements = match &self.sorted {
            _ if !sorting.sorts_statements() => shown.clone(),
            Some((_, sorted)) if is_all => sorted.clone(),
            _ => sorting.sort_statements(builder.data, shown),
        };
        if is_all && sorting.sorts_statements() {
            self.sorted = Some((sorting, self.statements.clone()));
        }
        self.sorting = sorting;
        // If those of several visits are listed one after the other.
        self.names_visits = has_all_visits && sorting.groups_dates();
    }

    pub(in crate::app) fn len(&self) -> usize {
        self.statements.len()
    }

    pub(in crate::app) fn get(&self, facets: &Facets, row: usize) -> Option<Row> {
        let statement = |row| facets.statement(self.statements.get(row)?);
        let target = statement(row)?;
        let above = row.checked_sub(1).and_then(statement);
        let is_first = above.is_none_or(|above| above.visit != target.visit);
        let heading = (self.names_visits && is_first).then_some(RowHeading::Visit);
        Some(Row::Record { target, heading, count: None, state: RowState::Inside })
    }

    /// The row of a statement.
    pub(in crate::app) fn find(&self, facets: &Facets, statement: Target) -> Option<usize> {
        let position = facets.position_of(statement)?;
        if self.sorting.sorts_statements() {
            return self.statements.iter().position(|it| it == position);
        }
        self.statements.find(position)
    }
}
