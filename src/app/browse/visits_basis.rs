//! What the rows of the visits depend on: they are kept as long as a change of the filters does not concern them, as when
//! something is selected within one visit.

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
