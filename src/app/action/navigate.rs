//! Going: to a visit, to a hit of the search, back and forward.

use crate::app::browse::LISTS;
use crate::app::browse::history::Place;
use crate::app::browse::rows::fits;
use crate::app::layout::Pane;
use crate::app::notice::Notice;
use crate::app::scroll::Scroll;
use crate::app::state::App;
use crate::facet::{Filter, Scope};
use crate::model::{RecordKind, Target};
use crate::search::Query;

impl App {
    pub(in crate::app) fn place(&mut self) -> Option<Place> {
        let rows = LISTS.map(|pane| self.chosen(pane)?.key(&mut self.data));
        Some(Place {
            scope: self.browser.scope?,
            filters: self.browser.filters.chosen().to_vec(),
            focus: self.browser.focus,
            source: self.browser.source,
            lists: self.browser.lists,
            rows,
            hide_outside: self.browser.options.hide_outside,
            scroll: self.browser.scroll,
        })
    }

    /// Remembers where we are, before going elsewhere.
    pub(in crate::app) fn leave_place(&mut self) {
        // What was being typed is not where one was, and neither is a visit that was merely passed.
        let typing = self.browser.find_in_pane.as_mut().and_then(|find_in_pane| find_in_pane.before.take());
        let passing = self.arrive();
        let place = typing.or(passing).or_else(|| self.place());
        if let Some(place) = place {
            self.browser.history.leave(place);
        }
    }

    pub(in crate::app) fn back(&mut self) {
        self.stay();
        let place = self.place().and_then(|present| {
            let is_there = |place: &Place| place.scope.of(&self.data).is_some();
            self.browser.history.back(present, is_there)
        });
        if let Some(place) = place {
            self.take_place(place);
        }
    }

    pub(in crate::app) fn forward(&mut self) {
        let place = self.browser.passing.take().or_else(|| self.place()).and_then(|present| {
            let is_there = |place: &Place| place.scope.of(&self.data).is_some();
            self.browser.history.forward(present, is_there)
        });
        if let Some(place) = place {
            self.take_place(place);
        }
    }

    /// Takes up a place as it was left.
    pub(in crate::app) fn take_place(&mut self, place: Place) {
        self.browser.scope = Some(place.scope);
        (self.browser.find_in_pane, self.browser.passing) = (None, None);
        self.browser.options.hide_outside = place.hide_outside;
        self.browser.filters.take_up(place.filters);
        self.browser.refresh(&mut self.data);
        self.browser.hidden_selection = Default::default();
        for ((pane, list), row) in LISTS.into_iter().zip(place.lists).zip(place.rows) {
            let mut list = list;
            let again = row.and_then(|row| row.find(self.browser.rows.of(pane), &self.data));
            if let Some(row) = again {
                list.follow(row);
            }
            self.browser.put(pane, list.resized(self.browser.rows.of(pane).len()));
        }
        (self.browser.focus, self.browser.source, self.browser.scroll) =
            (place.focus, place.source, place.scroll);
    }

    /// Opens a visit, or all visits, and goes to its stops, or else to its statements.
    pub(in crate::app) fn go_to(&mut self, scope: Scope) {
        self.leave_place();
        let dropped = self.change_scope(scope);
        if !dropped.is_empty() {
            self.notice = Some(Notice::Revealed { dropped, hit: None });
        }
        let mut next = [Pane::Stops, Pane::Statements, Pane::Participants].into_iter();
        let next = next.find(|pane| self.has_content(*pane));
        self.focus_on(next.unwrap_or(Pane::Detail));
    }

    /// Filters are taken along as far as they mean something there; the others are dropped, and named.
    pub(in crate::app) fn change_scope(&mut self, scope: Scope) -> Vec<Filter> {
        if self.scope() == Some(scope) {
            return Vec::new();
        }
        self.browser.set_scope(&mut self.data, Some(scope));
        self.browser.find_in_pane = None;
        let (mut kept, mut dropped) = self.taken_along(self.browser.filters.chosen(), scope);
        if let Some(visit) = scope.visit().map(Target::visit) {
            // An open visit is listed.
            let hiding = self.hiding(Pane::Visits, visit);
            kept.retain(|filter| !hiding.contains(filter));
            dropped.extend(hiding);
        }
        self.browser.filters.change(kept);
        self.browser.refresh(&mut self.data);
        self.begin_lists();
        self.choose_in(Pane::Visits, scope.visit().map(Target::visit));
        dropped
    }

    /// Chooses a record in a list; the first row when there is none.
    pub(in crate::app) fn choose_in(&mut self, pane: Pane, target: Option<Target>) {
        let row = target
            .and_then(|target| self.browser.rows.position(pane, &self.data, target))
            .unwrap_or_default();
        self.browser.select(pane, row);
    }

    /// Shows a record in its place: its visit is opened, unless all are; it is chosen in its pane. The filters that hide
    /// it, no others, are dropped: these are returned.
    pub(in crate::app) fn reveal(&mut self, target: Target) -> Vec<Filter> {
        self.leave_place();
        self.browser.find_in_pane = None;
        let mut dropped = Vec::new();
        if self.scope() != Some(Scope::All) || target.kind == RecordKind::Visit {
            dropped = self.change_scope(Scope::Visit(target.visit));
        }
        let pane = Pane::of_kind(target.kind);
        let hiding = self.hiding(pane, target);
        dropped.extend(self.browser.filters.remove(|filter| hiding.contains(filter)));
        self.browser.refresh(&mut self.data);
        if self.browser.rows.position(pane, &self.data, target).is_none() && self.browser.options.hide_outside
        {
            self.toggle_outside();
        }
        self.choose_in(pane, Some(target));
        self.focus_on(pane);
        self.browser.scroll = Scroll::at_hit();
        dropped
    }

    /// The filters that keep a record from being listed.
    fn hiding(&self, pane: Pane, target: Target) -> Vec<Filter> {
        let filters = self.browser.filters.chosen();
        if pane == Pane::Statements {
            let texts = |text: &str| self.browser.texts.statements(text);
            return self.data.facets.hiding_filters(&self.data.archive, target, filters, &texts);
        }
        let hides = |filter: &&Filter| match filter {
            Filter::Text(of, text) if Some(*of) == pane.text_of() => {
                !Query::parse(text).is_ok_and(|query| fits(&self.data.archive, target, &query))
            }
            _ => false,
        };
        filters.iter().filter(hides).cloned().collect()
    }
}
