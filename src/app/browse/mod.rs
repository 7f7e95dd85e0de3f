//! The panes: what is open and chosen, what the lists have, and where the reader was before.

pub(in crate::app) mod filters;
pub(in crate::app) mod find_in_pane;
pub(in crate::app) mod history;
pub(in crate::app) mod options;
mod refresh;
pub(in crate::app) mod row;
pub(in crate::app) mod rows;
pub(in crate::app) mod scope;
pub(in crate::app) mod sorting;
pub(in crate::app) mod text_matches;

use crate::app::browse::filters::Filters;
use crate::app::browse::find_in_pane::FindInPane;
use crate::app::browse::history::{History, Place};
use crate::app::browse::options::ViewOptions;
use crate::app::browse::row::{Row, RowKey};
use crate::app::browse::rows::Rows;
use crate::app::browse::scope::OpenScope;
use crate::app::browse::text_matches::TextMatches;
use crate::app::layout::Pane;
use crate::app::list::List;
use crate::app::scroll::Scroll;
use crate::facet::Counts;

/// The panes that are lists.
pub(in crate::app) const LISTS: [Pane; 4] = [Pane::Visits, Pane::Stops, Pane::Participants, Pane::Statements];

/// The state of the panes.
#[derive(Debug)]
pub(in crate::app) struct Browser {
    /// What the panes are about: all visits, or the open one; none before the records have come.
    pub(in crate::app) scope: Option<OpenScope>,
    /// What the statements must have.
    pub(in crate::app) filters: Filters,
    /// A pane that is narrowed while somebody types.
    pub(in crate::app) find_in_pane: Option<FindInPane>,
    /// How the records are looked at.
    pub(in crate::app) options: ViewOptions,
    /// The pane that has the keys.
    pub(in crate::app) focus: Pane,
    /// The list whose choice the detail shows.
    pub(in crate::app) source: Pane,
    /// How far the detail is scrolled.
    pub(in crate::app) scroll: Scroll,
    /// What the panes list.
    pub(in crate::app) rows: Rows,
    /// The choice and the window of each list.
    pub(in crate::app) lists: [List; 4],
    /// Choices that are not listed now, and come back with their rows.
    pub(in crate::app) hidden_selection: [Option<RowKey>; 4],
    /// Statements by facts.
    pub(in crate::app) counts: Counts,
    /// When no statement passes the filters: what taking off each would give.
    pub(in crate::app) without: Vec<usize>,
    /// The statements with the texts of filters.
    pub(in crate::app) texts: TextMatches,
    /// Where the reader was.
    pub(in crate::app) history: History,
    /// Where the reader was before the visits that are merely passed.
    pub(in crate::app) passing: Option<Place>,
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
            without: Vec::new(),
            texts: TextMatches::default(),
            history: History::default(),
            passing: None,
        }
    }
}

impl Browser {
    /// The state of a list.
    pub(in crate::app) fn list(&self, pane: Pane) -> List {
        self.lists.get(pane.index()).copied().unwrap_or_default()
    }

    pub(in crate::app) fn put(&mut self, pane: Pane, list: List) {
        if let Some(place) = self.lists.get_mut(pane.index()) {
            *place = list;
        }
    }

    /// Chooses a row of a list.
    pub(in crate::app) fn select(&mut self, pane: Pane, row: usize) {
        let mut list = self.list(pane);
        list.select(row);
        self.put(pane, list);
    }

    /// The chosen row of a list.
    pub(in crate::app) fn chosen(&self, pane: Pane) -> Option<Row> {
        self.rows.of(pane).get(self.list(pane).selected()?).copied()
    }

    /// The reader has moved on: a choice that is not listed now need not come back.
    pub(in crate::app) fn forget(&mut self, pane: Pane) {
        if let Some(place) = self.hidden_selection.get_mut(pane.index()) {
            *place = None;
        }
    }
}
