//! The panes: what is open, filtered, listed and selected, and the history of places.

pub(in crate::app) mod fact_filters;
pub(in crate::app) mod filters;
pub(in crate::app) mod find_in_pane;
pub(in crate::app) mod history;
pub(in crate::app) mod options;
pub(in crate::app) mod pane_rows;
mod refresh;
pub(in crate::app) mod row;
mod row_builder;
pub(in crate::app) mod rows;
pub(in crate::app) mod scope;
pub(in crate::app) mod sorting;
mod statement_rows;
pub(in crate::app) mod text_matches;
mod visits_basis;

use crate::app::browse::filters::Filters;
use crate::app::browse::find_in_pane::FindInPane;
use crate::app::browse::history::{History, Place};
use crate::app::browse::options::ViewOptions;
use crate::app::browse::pane_rows::PaneRows;
use crate::app::browse::row::{Row, RowKey};
use crate::app::browse::rows::Rows;
use crate::app::browse::scope::OpenScope;
use crate::app::browse::text_matches::TextMatches;
use crate::app::data::Data;
use crate::app::layout::Pane;
use crate::app::list::List;
use crate::app::scroll::Scroll;
use crate::facet::{Counts, Scope};
use crate::model::Target;

/// The panes that are lists.
pub(in crate::app) const LISTS: [Pane; 4] = [Pane::Visits, Pane::Stops, Pane::Participants, Pane::Statements];

/// The state of the panes.
#[derive(Debug)]
pub(in crate::app) struct Browser {
    /// All visits or the open visit; `None` before records are loaded, and while a visit with errors is selected.
    pub(in crate::app) scope: Option<OpenScope>,
    /// The active filters, with their history.
    pub(in crate::app) filters: Filters,
    /// The text by which a pane is narrowed while it is typed.
    pub(in crate::app) find_in_pane: Option<FindInPane>,
    /// Sorting, lines, translation, zoom.
    pub(in crate::app) options: ViewOptions,
    /// The pane with the focus.
    pub(in crate::app) focus: Pane,
    /// The list whose selected row the detail shows.
    pub(in crate::app) source: Pane,
    /// The scroll position of the detail.
    pub(in crate::app) scroll: Scroll,
    /// The rows of the lists.
    pub(in crate::app) rows: Rows,
    /// The selection and the scroll position of each list.
    pub(in crate::app) lists: [List; 4],
    /// Selected rows that are hidden now. They are selected again when they reappear.
    pub(in crate::app) hidden_selection: [Option<RowKey>; 4],
    /// The number of statements per fact.
    pub(in crate::app) counts: Counts,
    /// If no statement passes the filters: for each filter, how many would pass without it.
    pub(in crate::app) counts_without_each: Vec<usize>,
    /// The statements that match the texts of filters.
    pub(in crate::app) text_matches: TextMatches,
    /// The places before and after the current one.
    pub(in crate::app) history: History,
    /// The place before the user moved through the visits, until it is pushed onto the history.
    pub(in crate::app) pending_place: Option<Place>,
}

impl Default for Browser {
    fn default() -> Self {
        Self {
            scope: None,
            filters: Filters::default(),
            find_in_pane: None,
            options: ViewOptions::default(),
            focus: Pane::Visits,
            source: Pane::Visits,
            scroll: Scroll::default(),
            rows: Rows::default(),
            lists: [List::default(); 4],
            hidden_selection: Default::default(),
            counts: Counts::default(),
            counts_without_each: Vec::new(),
            text_matches: TextMatches::default(),
            history: History::default(),
            pending_place: None,
        }
    }
}

impl Browser {
    /// The list of a pane.
    pub(in crate::app) fn list(&self, pane: Pane) -> List {
        self.lists.get(pane.index()).copied().unwrap_or_default()
    }

    /// Replaces the list of a pane.
    pub(in crate::app) fn set_list(&mut self, pane: Pane, list: List) {
        if let Some(slot) = self.lists.get_mut(pane.index()) {
            *slot = list;
        }
    }

    /// The rows of a pane.
    pub(in crate::app) fn rows_of<'a>(&'a self, data: &'a Data, pane: Pane) -> PaneRows<'a> {
        self.rows.of(pane, &data.facets)
    }

    /// Selects a row of a pane.
    pub(in crate::app) fn select(&mut self, pane: Pane, row: usize) {
        let mut list = self.list(pane);
        list.select(row);
        self.set_list(pane, list);
    }

    /// Selects a record in a pane, or the first row if it is not listed.
    pub(in crate::app) fn select_record(&mut self, data: &Data, pane: Pane, target: Option<Target>) {
        let row = target.and_then(|target| self.rows_of(data, pane).find(data, target));
        self.select(pane, row.unwrap_or_default());
    }

    /// The selected row of a pane.
    pub(in crate::app) fn selected_row(&self, data: &Data, pane: Pane) -> Option<Row> {
        self.rows_of(data, pane).get(self.list(pane).selected()?)
    }

    pub(in crate::app) fn set_hidden_selection(&mut self, pane: Pane, row: Option<RowKey>) {
        if let Some(slot) = self.hidden_selection.get_mut(pane.index()) {
            *slot = row;
        }
    }

    /// Forgets the hidden selection of a pane, because the user has selected another row.
    pub(in crate::app) fn forget_hidden_selection(&mut self, pane: Pane) {
        self.set_hidden_selection(pane, None);
    }

    /// Whether a row is the open visit or an active filter.
    pub(in crate::app) fn is_marked(&self, data: &Data, pane: Pane, row: usize) -> bool {
        match self.rows_of(data, pane).get(row) {
            Some(Row::All { .. }) => self.scope(data) == Some(Scope::All),
            Some(Row::Record { target, .. }) if pane == Pane::Visits => {
                self.scope(data) == Some(Scope::Visit(target.visit))
            }
            Some(row) => row.is_active_filter(),
            None => false,
        }
    }
}
