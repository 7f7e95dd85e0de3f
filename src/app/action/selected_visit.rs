//! Moving through the visits: the selected visit is always the open one.
//!
//! Moving to a visit does not add to the history, and does not change the filters for good: filters without a meaning in one visit
//! are active again in the next visit where they have one. The place from before is kept as [`Browser::pending_place`]. It is
//! committed when the user does something with a visit ([`App::commit_pending_place`]).
//!
//! [`Browser::pending_place`]: crate::app::browse::Browser::pending_place

use crate::app::browse::filters::translate;
use crate::app::browse::history::Place;
use crate::app::browse::row::Row;
use crate::app::layout::Pane;
use crate::app::notice::Notice;
use crate::app::state::App;
use crate::facet::Scope;

impl App {
    /// Opens the visit that is selected in the visits pane, if that is the source of the detail.
    pub(in crate::app) fn open_selected_visit(&mut self) {
        if self.browser.source != Pane::Visits || !self.data.is_loaded {
            return;
        }
        let selected = match self.selected_row(Pane::Visits) {
            Some(Row::All { .. }) => Some(Scope::All),
            Some(Row::Record { target, .. }) => Some(Scope::Visit(target.visit)),
            // A visit that cannot be used has nothing to show.
            Some(Row::Broken(_) | Row::NotStated { .. }) => None,
            None => return,
        };
        if selected == self.scope() {
            return;
        }
        let pending = self.browser.pending_place.take();
        let pending = pending.or_else(|| self.browser.place_of_open_visit(&mut self.data));
        let (filters, dropped) = match (&pending, selected) {
            (Some(place), Some(scope)) => translate(&self.data, &place.filters, scope),
            (Some(place), None) => (place.filters.clone(), Vec::new()),
            (None, _) => (self.browser.filters.active().to_vec(), Vec::new()),
        };
        self.browser.set_scope(&mut self.data, selected);
        self.browser.filters.restore(filters);
        if selected == Some(Scope::All) {
            // Each visit then shows how many of its statements pass the filters, also while the user moves on.
            self.browser.refresh(&mut self.data);
            self.browser.reset_lists(&self.data);
        } else {
            self.browser.list_open_visit(&self.data);
        }
        self.browser.pending_place = pending.filter(|place| place.scope.resolve(&self.data) != selected);
        if !dropped.is_empty() {
            self.notice = Some(Notice::Navigated { removed: dropped, result: None });
        }
    }

    /// Ends moving through the visits: the removal of filters on the way can be undone from now on. Returns the place from before,
    /// for the history.
    pub(in crate::app) fn take_pending_place(&mut self) -> Option<Place> {
        let before = self.browser.pending_place.take()?;
        let kept = self.browser.filters.active().to_vec();
        if let Some(scope) = self.scope() {
            let (_, dropped) = translate(&self.data, &before.filters, scope);
            if !dropped.is_empty() {
                self.notice = Some(Notice::Navigated { removed: dropped, result: None });
            }
        }
        self.browser.filters.restore(before.filters.clone());
        self.browser.filters.set(kept);
        Some(before)
    }

    /// Ends moving through the visits, and pushes the place from before onto the history.
    pub(in crate::app) fn commit_pending_place(&mut self) {
        if let Some(before) = self.take_pending_place() {
            self.browser.history.push(before);
        }
    }
}
