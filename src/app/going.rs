//! Going: to a visit, to a hit of the search, back and forward.

use super::choosing::with_text;
use super::history::Place;
use super::layout::Pane;
use super::search::Within;
use super::{App, Notice, Overlay, SearchPane};
use crate::facet::{Chip, Scope};
use crate::model::{RecordKind, Target};

impl App {
    fn place(&self) -> Option<Place> {
        Some(Place {
            scope: self.scope?,
            chips: self.chips.chosen().to_vec(),
            focus: self.focus,
            source: self.source,
            lists: self.lists,
            scrolled: self.scrolled,
        })
    }

    /// Remembers where we are, before going elsewhere.
    pub(super) fn leave_place(&mut self) {
        if let Some(place) = self.place() {
            self.history.leave(place);
        }
    }

    pub(super) fn back(&mut self) {
        let place = self.place().and_then(|present| self.history.back(present));
        self.take_place(place);
    }

    pub(super) fn forward(&mut self) {
        let place = self.place().and_then(|present| self.history.forward(present));
        self.take_place(place);
    }

    fn take_place(&mut self, place: Option<Place>) {
        let Some(place) = place else {
            self.notice = Some(Notice::NoPlace);
            return;
        };
        self.scope = Some(place.scope);
        self.narrowing = None;
        self.chips.change(place.chips);
        self.refresh();
        for pane in [Pane::Visits, Pane::Stops, Pane::Participants, Pane::Statements] {
            // The rows are the same as then, unless rows outside have been hidden since.
            let list = place.lists.get(pane.index()).copied().unwrap_or_default();
            self.put(pane, list.resized(self.rows.of(pane).len()));
        }
        (self.focus, self.source, self.scrolled) = (place.focus, place.source, place.scrolled);
    }

    /// Opens a visit, or all visits, and goes to its stops, or else to its statements.
    pub(super) fn go_to(&mut self, scope: Scope) {
        self.leave_place();
        self.change_scope(scope);
        let filled = |pane: &Pane| !self.list(*pane).is_empty();
        let next = [Pane::Stops, Pane::Statements, Pane::Participants].into_iter().find(filled);
        self.focus_on(next.unwrap_or(Pane::Detail));
    }

    /// Chips that mean nothing there are dropped, and named.
    fn change_scope(&mut self, scope: Scope) {
        if self.scope == Some(scope) {
            return;
        }
        self.scope = Some(scope);
        let means_nothing = |chip: &Chip| !self.data.facets.has_meaning(&self.data.archive, scope, chip);
        let dropped = self.chips.remove(means_nothing);
        if !dropped.is_empty() {
            self.notice = Some(Notice::Dropped(dropped));
        }
        self.refresh();
        for pane in [Pane::Stops, Pane::Participants, Pane::Statements] {
            self.put(pane, super::List::new(self.rows.of(pane).len()));
        }
        self.choose_in(Pane::Visits, scope.visit().map(Target::visit));
    }

    /// Chooses a record in a list; the first row when there is none.
    pub(super) fn choose_in(&mut self, pane: Pane, target: Option<Target>) {
        let row = target.and_then(|target| self.rows.position(pane, &self.data, target)).unwrap_or_default();
        self.list_mut(pane).select(row);
    }

    /// Opens the search with its last query.
    pub(super) fn open_search(&mut self) {
        self.found = None;
        let mut search = self.last_search.take().unwrap_or_default();
        search.is_resumed = !search.text().is_empty();
        self.overlay = Some(Overlay::Search(search));
    }

    pub(super) fn remember(&mut self, search: Box<SearchPane>) {
        self.last_search = Some(search);
    }

    /// Everywhere, in the open visit, at the chosen stop, everywhere again.
    pub(super) fn search_within(&mut self) {
        let visit = self.scope.and_then(Scope::visit);
        let stop = self.chosen(Pane::Stops).and_then(|row| row.target());
        let stop = stop.filter(|stop| stop.kind == RecordKind::Stop && Some(stop.visit) == visit);
        let Some(Overlay::Search(search)) = &mut self.overlay else { return };
        search.within = match (&search.within, visit, stop) {
            (Within::All, Some(visit), _) => Within::Visit(visit),
            (Within::Visit(_), _, Some(stop)) => Within::Stop(stop),
            _ => Within::All,
        };
        search.find(&self.data);
    }

    /// From the search to a hit in its place.
    pub(super) fn reveal_hit(&mut self, target: Target) {
        if let Some(Overlay::Search(search)) = self.overlay.take() {
            self.found = Some(search.query.clone());
            self.remember(search);
        }
        self.reveal(target);
    }

    /// The next or the previous hit of the last search, in its place.
    pub(super) fn walk_hits(&mut self, forward: bool) {
        let Some(search) = self.last_search.as_mut().filter(|search| !search.rows.is_empty()) else {
            self.notice = Some(Notice::NoHits);
            return;
        };
        let count = search.rows.len();
        let present = search.list.selected().unwrap_or_default();
        // The first step goes to the hit itself, when it has not been looked at yet.
        let next = match (self.found.is_some(), forward) {
            (false, _) => present,
            (true, true) => (present + 1) % count,
            (true, false) => (present + count - 1) % count,
        };
        search.list.select(next);
        self.found = Some(search.query.clone());
        if let Some(target) = search.chosen() {
            self.reveal(target);
            if self.notice.is_none() {
                self.notice = Some(Notice::Hit(next + 1, count));
            }
        }
    }

    /// Shows a record in its place: its visit is opened, unless all are; it is chosen in its pane; and the chips that
    /// hide it, no others, are dropped and named.
    fn reveal(&mut self, target: Target) {
        self.leave_place();
        self.narrowing = None;
        if self.scope != Some(Scope::All) || target.kind == RecordKind::Visit {
            self.change_scope(Scope::Visit(target.visit));
        }
        let pane = Pane::of_kind(target.kind);
        let hiding = self.hiding(pane, target);
        if !hiding.is_empty() {
            let mut dropped = match self.notice.take() {
                Some(Notice::Dropped(chips)) => chips,
                _ => Vec::new(),
            };
            dropped.extend(self.chips.remove(|chip| hiding.contains(chip)));
            self.notice = Some(Notice::Dropped(dropped));
        }
        self.refresh();
        if self.rows.position(pane, &self.data, target).is_none() && self.hide_outside {
            self.toggle_outside();
        }
        self.choose_in(pane, Some(target));
        self.focus_on(pane);
        self.scroll_to_hit = true;
    }

    /// The chips that keep a record from being listed.
    fn hiding(&self, pane: Pane, target: Target) -> Vec<Chip> {
        let chips = self.chips.chosen();
        if pane == Pane::Statements {
            let texts = |text: &str| with_text(&self.data.index, text);
            return self.data.facets.hiding(&self.data.archive, target, chips, &texts);
        }
        if self.rows.position(pane, &self.data, target).is_some() {
            return Vec::new();
        }
        let own = |chip: &&Chip| matches!(chip, Chip::Text(of, _) if Some(*of) == pane.text_of());
        chips.iter().filter(own).cloned().collect()
    }
}
