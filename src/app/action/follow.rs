//! Going through the visits: the panes are about the visit that is chosen, so that two visits never stand side by side.
//!
//! Whoever merely passes a visit leaves no trace: the way back leads to where they began, and the filters that mean nothing in
//! between are there again when they come back. Only who does something with a visit has gone to it ([`App::stay`]).

use crate::app::browse::filters::each_once;
use crate::app::browse::history::Place;
use crate::app::browse::row::Row;
use crate::app::layout::Pane;
use crate::app::list::List;
use crate::app::notice::Notice;
use crate::app::scroll::Scroll;
use crate::app::state::App;
use crate::facet::{Filter, Scope};

impl App {
    /// Opens what is chosen in the pane of the visits, when that is where the reader is.
    pub(in crate::app) fn follow(&mut self) {
        if self.browser.source != Pane::Visits || !self.data.is_loaded {
            return;
        }
        let chosen = match self.chosen(Pane::Visits) {
            Some(Row::All { .. }) => Some(Scope::All),
            Some(Row::Record { target, .. }) => Some(Scope::Visit(target.visit)),
            // Of a visit that cannot be used there is nothing to show.
            Some(Row::Broken(_) | Row::Unsaid { .. }) => None,
            None => return,
        };
        if chosen == self.scope() {
            return;
        }
        let passed = self.browser.passing.take().or_else(|| self.place_of_open_visit());
        let (filters, dropped) = match (&passed, chosen) {
            (Some(place), Some(scope)) => self.taken_along(&place.filters, scope),
            (Some(place), None) => (place.filters.clone(), Vec::new()),
            (None, _) => (self.browser.filters.chosen().to_vec(), Vec::new()),
        };
        self.browser.set_scope(&mut self.data, chosen);
        self.browser.filters.take_up(filters);
        if chosen == Some(Scope::All) {
            // Each visit says what the filters leave of it then, and goes on doing so while one goes through them.
            self.browser.refresh(&mut self.data);
            self.begin_lists();
        } else {
            self.refresh_open_visit();
        }
        self.browser.passing = passed.filter(|place| place.scope.of(&self.data) != chosen);
        if !dropped.is_empty() {
            self.notice = Some(Notice::Revealed { dropped, hit: None });
        }
    }

    /// This place, with the visit chosen that is still open.
    fn place_of_open_visit(&mut self) -> Option<Place> {
        let mut place = self.place()?;
        let visits = self.browser.rows.of(Pane::Visits);
        let open = (0..visits.len()).find(|row| self.is_marked(Pane::Visits, *row));
        let open = open.and_then(|open| visits.get(open).copied());
        let [row, ..] = &mut place.rows;
        *row = open.and_then(|open| open.key(&mut self.data));
        Some(place)
    }

    /// The reader does something with the visit that was come to: the place before is one to go back to now, and taking filters
    /// off on the way can be undone. Returns that place.
    pub(in crate::app) fn arrive(&mut self) -> Option<Place> {
        let before = self.browser.passing.take()?;
        let kept = self.browser.filters.chosen().to_vec();
        if let Some(scope) = self.scope() {
            let (_, dropped) = self.taken_along(&before.filters, scope);
            if !dropped.is_empty() {
                self.notice = Some(Notice::Revealed { dropped, hit: None });
            }
        }
        self.browser.filters.take_up(before.filters.clone());
        self.browser.filters.change(kept);
        Some(before)
    }

    /// The same, for whoever goes nowhere else.
    pub(in crate::app) fn stay(&mut self) {
        if let Some(before) = self.arrive() {
            self.browser.history.leave(before);
        }
    }

    /// The filters as far as they mean something there, and those that do not.
    pub(in crate::app) fn taken_along(&self, filters: &[Filter], scope: Scope) -> (Vec<Filter>, Vec<Filter>) {
        let mut kept: Vec<Filter> = Vec::new();
        let mut dropped = Vec::new();
        for filter in filters {
            let there = self.data.facets.translate(&self.data.archive, scope, filter);
            if there.is_empty() {
                dropped.push(filter.clone());
            }
            kept.extend(there);
        }
        (each_once(kept), dropped)
    }

    /// Lists what the open visit has, from the start.
    fn refresh_open_visit(&mut self) {
        self.browser.count(&self.data);
        let mut rows = std::mem::take(&mut self.browser.rows);
        rows.list_open_visit(&self.browser.choice(&self.data));
        self.browser.rows = rows;
        self.begin_lists();
    }

    /// The lists of the open visit begin with their first rows.
    pub(in crate::app) fn begin_lists(&mut self) {
        self.browser.hidden_selection = Default::default();
        for pane in [Pane::Stops, Pane::Participants, Pane::Statements] {
            self.browser.put(pane, List::new(self.browser.rows.of(pane).len()));
        }
        self.browser.scroll = Scroll::default();
    }
}
