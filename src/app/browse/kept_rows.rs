//! Rows that are kept as long as a change of the filters does not concern them: those of the visits, which are the same
//! whatever is selected within one visit, and those of all statements of all visits, which come back when filters are removed.

use crate::app::browse::row::Row;
use crate::app::browse::row_builder::RowBuilder;
use crate::app::browse::sorting::Sorting;
use crate::app::layout::Pane;
use crate::facet::{Filter, FilteredPane, Scope};

/// What the rows of the visits depend on apart from the data.
#[derive(Debug, PartialEq)]
pub(in crate::app) struct VisitsBasis {
    filters: Vec<Filter>,
    typed: Option<String>,
    show_outside: bool,
    sorting: Sorting,
}

impl VisitsBasis {
    /// The basis of the visits; none if they depend on the counts.
    pub(in crate::app) fn of(builder: &RowBuilder<'_>) -> Option<Self> {
        if builder.scope == Scope::All && builder.filters.iter().any(Filter::filters_statements) {
            return None;
        }
        let concerns_visits =
            |filter: &&Filter| matches!(filter, Filter::Fact(_) | Filter::Text(FilteredPane::Visits, _));
        let [sorting, ..] = builder.sortings;
        let typed = builder.find_in_pane.filter(|(pane, _)| *pane == Pane::Visits);
        Some(Self {
            filters: builder.filters.iter().filter(concerns_visits).cloned().collect(),
            typed: typed.map(|(_, text)| text.to_owned()),
            show_outside: builder.show_outside,
            sorting,
        })
    }
}

/// The rows of all statements of all visits in an order.
#[derive(Debug, Default)]
pub(in crate::app) struct AllStatements {
    /// Whether these are the rows that are listed now.
    are_listed: bool,
    sorting: Sorting,
    /// The rows while others are listed; empty if there are none to keep.
    kept: Vec<Row>,
}

impl AllStatements {
    /// The rows of the statements for a builder: the listed or the kept ones if they are the same, else those that `list` returns.
    pub(in crate::app) fn or_list(
        &mut self,
        builder: &RowBuilder<'_>,
        mut listed: Vec<Row>,
        list: impl FnOnce() -> Vec<Row>,
    ) -> Vec<Row> {
        let [.., sorting] = builder.sortings;
        let is_all = builder.scope == Scope::All;
        if !is_all || sorting != self.sorting {
            *self = Self { sorting, ..Self::default() };
            listed.clear();
        }
        if std::mem::take(&mut self.are_listed) {
            self.kept = listed;
        }
        self.are_listed = is_all && builder.counts.shown.len() == builder.counts.total;
        let kept = if self.are_listed { std::mem::take(&mut self.kept) } else { Vec::new() };
        if kept.is_empty() { list() } else { kept }
    }
}
