//! Going: to a visit, to a hit of the search, back and forward.

use super::chips::each_once;
use super::history::Place;
use super::layout::Pane;
use super::rows::fits;
use super::search::Within;
use super::{App, Notice, Overlay, Row, SearchPane};
use crate::facet::{Chip, Scope};
use crate::model::{RecordKind, Target};
use crate::search::Query;

/// The panes that are lists.
pub(super) const LISTS: [Pane; 4] = [Pane::Visits, Pane::Stops, Pane::Participants, Pane::Statements];

impl App {
    pub(super) fn place(&self) -> Option<Place> {
        Some(Place {
            scope: self.scope?,
            chips: self.chips.chosen().to_vec(),
            focus: self.focus,
            source: self.source,
            lists: self.lists,
            rows: LISTS.map(|pane| self.chosen(pane)),
            hide_outside: self.hide_outside,
            scrolled: self.scrolled,
        })
    }

    /// Remembers where we are, before going elsewhere.
    pub(super) fn leave_place(&mut self) {
        // What was being typed is not where one was.
        let place =
            self.narrowing.as_mut().and_then(|narrowing| narrowing.before.take()).or_else(|| self.place());
        if let Some(place) = place {
            self.history.leave(place);
        }
    }

    pub(super) fn back(&mut self) {
        let place = self.place().and_then(|present| self.history.back(present));
        self.go_back_to(place);
    }

    pub(super) fn forward(&mut self) {
        let place = self.place().and_then(|present| self.history.forward(present));
        self.go_back_to(place);
    }

    fn go_back_to(&mut self, place: Option<Place>) {
        match place {
            Some(place) => self.take_place(place),
            None => self.notice = Some(Notice::NoPlace),
        }
    }

    /// Takes up a place as it was left.
    pub(super) fn take_place(&mut self, place: Place) {
        self.scope = Some(place.scope);
        self.narrowing = None;
        self.hide_outside = place.hide_outside;
        self.chips.take_up(place.chips);
        self.refresh();
        self.remembered = [None; 4];
        for ((pane, list), row) in LISTS.into_iter().zip(place.lists).zip(place.rows) {
            let mut list = list.resized(self.rows.of(pane).len());
            let again = row.and_then(|row| self.rows.again(pane, &self.data, row));
            if let Some(row) = again {
                list.select(row);
            }
            self.put(pane, list);
        }
        (self.focus, self.source, self.scrolled) = (place.focus, place.source, place.scrolled);
    }

    /// Opens a visit, or all visits, and goes to its stops, or else to its statements.
    pub(super) fn go_to(&mut self, scope: Scope) {
        self.leave_place();
        let dropped = self.change_scope(scope);
        if !dropped.is_empty() {
            self.notice = Some(Notice::Revealed { dropped, hit: None });
        }
        let filled = |pane: &Pane| !self.list(*pane).is_empty() || self.rows.shown(*pane).1 > 0;
        let next = [Pane::Stops, Pane::Statements, Pane::Participants].into_iter().find(filled);
        self.focus_on(next.unwrap_or(Pane::Detail));
    }

    /// Chips are taken along as far as they mean something there; the others are dropped, and named.
    fn change_scope(&mut self, scope: Scope) -> Vec<Chip> {
        if self.scope == Some(scope) {
            return Vec::new();
        }
        self.scope = Some(scope);
        self.narrowing = None;
        let mut kept: Vec<Chip> = Vec::new();
        let mut dropped = Vec::new();
        for chip in self.chips.chosen() {
            let there = self.data.facets.translate(&self.data.archive, scope, chip);
            if there.is_empty() {
                dropped.push(chip.clone());
            }
            kept.extend(there);
        }
        self.chips.change(each_once(kept));
        self.refresh();
        self.remembered = [None; 4];
        for pane in [Pane::Stops, Pane::Participants, Pane::Statements] {
            self.put(pane, super::List::new(self.rows.of(pane).len()));
        }
        self.choose_in(Pane::Visits, scope.visit().map(Target::visit));
        dropped
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
        // Where it looked may not be where we are any more.
        let visit = self.scope.and_then(Scope::visit);
        let elsewhere = match &search.within {
            Within::All => false,
            Within::Visit(at) => visit != Some(*at),
            Within::Stop(stop) => visit != Some(stop.visit),
        };
        if elsewhere {
            search.within = Within::All;
            search.find(&self.data);
        }
        self.overlay = Some(Overlay::Search(search));
    }

    pub(super) fn remember(&mut self, search: Box<SearchPane>) {
        self.last_search = Some(search);
    }

    /// Everywhere, in the open visit, at the stop that is a chip or that the keys were on, everywhere again.
    pub(super) fn search_within(&mut self) {
        let visit = self.scope.and_then(Scope::visit);
        let stop_of = |row: &Row| {
            row.target().filter(|stop| stop.kind == RecordKind::Stop && Some(stop.visit) == visit)
        };
        let chip = self.rows.of(Pane::Stops).iter().filter(|row| row.is_chosen()).find_map(stop_of);
        let under_keys = self.chosen(Pane::Stops).filter(|_| self.source == Pane::Stops);
        let stop = chip.or_else(|| under_keys.as_ref().and_then(stop_of));
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
        let dropped = self.reveal(target);
        if !dropped.is_empty() {
            self.notice = Some(Notice::Revealed { dropped, hit: None });
        }
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
        let total = search.hits.total();
        if let Some(target) = search.chosen() {
            let dropped = self.reveal(target);
            self.notice = Some(Notice::Revealed { dropped, hit: Some((next + 1, total)) });
        }
    }

    /// Shows a record in its place: its visit is opened, unless all are; it is chosen in its pane. The chips that hide
    /// it, no others, are dropped: these are returned.
    fn reveal(&mut self, target: Target) -> Vec<Chip> {
        self.leave_place();
        self.narrowing = None;
        let mut dropped = Vec::new();
        if self.scope != Some(Scope::All) || target.kind == RecordKind::Visit {
            dropped = self.change_scope(Scope::Visit(target.visit));
        }
        let pane = Pane::of_kind(target.kind);
        let hiding = self.hiding(pane, target);
        dropped.extend(self.chips.remove(|chip| hiding.contains(chip)));
        self.refresh();
        if self.rows.position(pane, &self.data, target).is_none() && self.hide_outside {
            self.toggle_outside();
        }
        self.choose_in(pane, Some(target));
        self.focus_on(pane);
        self.scroll_to_hit = true;
        dropped
    }

    /// The chips that keep a record from being listed.
    fn hiding(&self, pane: Pane, target: Target) -> Vec<Chip> {
        let chips = self.chips.chosen();
        if pane == Pane::Statements {
            let texts = |text: &str| self.with_text(text);
            return self.data.facets.hiding(&self.data.archive, target, chips, &texts);
        }
        let hides = |chip: &&Chip| match chip {
            Chip::Text(of, text) if Some(*of) == pane.text_of() => {
                !Query::parse(text).is_ok_and(|query| fits(&self.data.archive, target, &query))
            }
            _ => false,
        };
        chips.iter().filter(hides).cloned().collect()
    }
}
