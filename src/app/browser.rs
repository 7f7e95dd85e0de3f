//! The panes: what is open and chosen, what the lists have, and where the reader was before.

use std::sync::Arc;

use super::chips::Chips;
use super::history::{History, Place};
use super::layout::Pane;
use super::list::List;
use super::looking::Looks;
use super::moving::Wanted;
use super::narrowing::Narrowing;
use super::row::{Row, RowKey};
use super::rows::Rows;
use super::scope::OpenScope;
use super::scroll::Scroll;
use crate::facet::{Counts, StatementSet};
use crate::search::Searcher;

/// The state of the panes.
#[derive(Debug)]
pub(super) struct Browser {
    /// What the panes are about: all visits, or the open one; none before the records have come.
    pub(super) scope: Option<OpenScope>,
    /// What the statements must have.
    pub(super) chips: Chips,
    /// A pane that is narrowed while somebody types.
    pub(super) narrowing: Option<Narrowing>,
    /// How the records are looked at.
    pub(super) looks: Looks,
    /// The pane that has the keys.
    pub(super) focus: Pane,
    /// The list whose choice the detail shows.
    pub(super) source: Pane,
    /// How far the detail is scrolled.
    pub(super) scroll: Scroll,
    /// What the panes list.
    pub(super) rows: Rows,
    /// The choice and the window of each list.
    pub(super) lists: [List; 4],
    /// Choices that are not listed now, and come back with their rows.
    pub(super) remembered: [Option<RowKey>; 4],
    /// Statements by facts.
    pub(super) counts: Counts,
    /// When no statement passes the chips: what taking off each would give.
    pub(super) without: Vec<usize>,
    /// Looks up the texts that narrow the statements.
    pub(super) searcher: Option<Searcher>,
    /// The statements with each text that narrows them.
    pub(super) texts: Vec<(String, Arc<StatementSet>)>,
    /// The rows that the panes could fill, as long as nothing changes them.
    pub(super) wanted: Option<Wanted>,
    /// Where the reader was.
    pub(super) history: History,
    /// Where the reader was before the visits that are merely passed.
    pub(super) passing: Option<Place>,
}

impl Default for Browser {
    fn default() -> Self {
        Self {
            scope: None,
            chips: Chips::default(),
            narrowing: None,
            looks: Looks::default(),
            focus: Pane::Visits,
            source: Pane::Visits,
            scroll: Scroll::default(),
            rows: Rows::default(),
            lists: [List::default(); 4],
            remembered: Default::default(),
            counts: Counts::default(),
            without: Vec::new(),
            searcher: None,
            texts: Vec::new(),
            wanted: None,
            history: History::default(),
            passing: None,
        }
    }
}

impl Browser {
    /// The state of a list.
    pub(super) fn list(&self, pane: Pane) -> List {
        self.lists.get(pane.index()).copied().unwrap_or_default()
    }

    pub(super) fn put(&mut self, pane: Pane, list: List) {
        if let Some(place) = self.lists.get_mut(pane.index()) {
            *place = list;
        }
    }

    /// Chooses a row of a list.
    pub(super) fn select(&mut self, pane: Pane, row: usize) {
        let mut list = self.list(pane);
        list.select(row);
        self.put(pane, list);
    }

    /// The chosen row of a list.
    pub(super) fn chosen(&self, pane: Pane) -> Option<Row> {
        self.rows.of(pane).get(self.list(pane).selected()?).copied()
    }

    /// The reader has moved on: a choice that is not listed now need not come back.
    pub(super) fn forget(&mut self, pane: Pane) {
        if let Some(place) = self.remembered.get_mut(pane.index()) {
            *place = None;
        }
    }
}
