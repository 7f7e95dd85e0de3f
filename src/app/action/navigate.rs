//! Navigation: to a visit, to a search result, back and forward.

use crate::app::browse::filters::translate;
use crate::app::layout::Pane;
use crate::app::notice::Notice;
use crate::app::scroll::Scroll;
use crate::app::state::App;
use crate::facet::{Filter, Scope};
use crate::model::{RecordKind, Target};

impl App {
    /// Pushes the current place onto the history, before the user goes to another one.
    pub(in crate::app) fn push_history(&mut self) {
        // The places before find in pane and before moving through the visits are those to come back to.
        let before_typing =
            self.browser.find_in_pane.as_mut().and_then(|find_in_pane| find_in_pane.place_before.take());
        let pending = self.take_pending_place();
        let place = before_typing.or(pending).or_else(|| self.browser.current_place(&mut self.data));
        if let Some(place) = place {
            self.browser.history.push(place);
        }
    }

    pub(in crate::app) fn back(&mut self) {
        self.commit_pending_place();
        self.browser.go_back(&mut self.data);
    }

    /// Opens a visit, or all visits, and moves the focus to the first pane with content: stops, statements, participants.
    pub(in crate::app) fn open_scope(&mut self, scope: Scope) {
        self.push_history();
        let removed = self.change_scope(scope);
        if !removed.is_empty() {
            self.notice = Some(Notice::Navigated { removed, result: None });
        }
        let mut next = [Pane::Stops, Pane::Statements, Pane::Participants].into_iter();
        let next = next.find(|pane| self.has_content(*pane));
        self.focus_on(next.unwrap_or(Pane::Detail));
    }

    /// Opens a scope, with the filters translated to it. Returns the filters that have no meaning in it.
    pub(in crate::app) fn change_scope(&mut self, scope: Scope) -> Vec<Filter> {
        if self.scope() == Some(scope) {
            return Vec::new();
        }
        self.browser.set_scope(&mut self.data, Some(scope));
        self.browser.find_in_pane = None;
        let (mut kept, mut dropped) = translate(&self.data, self.browser.filters.active(), scope);
        if let Some(visit) = scope.visit().map(Target::visit) {
            // The open visit must be listed.
            let hiding = self.browser.hiding_filters(&self.data, Pane::Visits, visit);
            kept.retain(|filter| !hiding.contains(filter));
            dropped.extend(hiding);
        }
        self.browser.filters.set(kept);
        self.browser.refresh(&mut self.data);
        self.browser.reset_lists(&self.data);
        self.browser.select_record(&self.data, Pane::Visits, scope.visit().map(Target::visit));
        dropped
    }

    /// Opens the visit of a record, unless all visits are open, and selects the record in its pane. Returns the filters that were
    /// removed, because they hid the record.
    pub(in crate::app) fn reveal(&mut self, target: Target) -> Vec<Filter> {
        self.push_history();
        self.browser.find_in_pane = None;
        let mut removed = Vec::new();
        if self.scope() != Some(Scope::All) || target.kind == RecordKind::Visit {
            removed = self.change_scope(Scope::Visit(target.visit));
        }
        let pane = Pane::of_kind(target.kind);
        let hiding = self.browser.hiding_filters(&self.data, pane, target);
        removed.extend(self.browser.filters.remove(|filter| hiding.contains(filter)));
        self.browser.refresh(&mut self.data);
        if self.rows_of(pane).find(&self.data, target).is_none() && !self.browser.options.show_outside {
            self.browser.toggle_outside(&mut self.data);
        }
        self.browser.select_record(&self.data, pane, Some(target));
        self.focus_on(pane);
        self.browser.scroll = Scroll::at_highlight();
        removed
    }
}
