//! The places the user has left, for going back and forward as in a web browser.

use crate::app::browse::row::RowKey;
use crate::app::browse::scope::OpenScope;
use crate::app::browse::{Browser, LISTS};
use crate::app::data::Data;
use crate::app::layout::Pane;
use crate::app::list::List;
use crate::app::scroll::Scroll;
use crate::facet::Filter;

/// Where the user is: what is open, which filters are active, what is selected, and how far it is scrolled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::app) struct Place {
    pub(in crate::app) scope: OpenScope,
    pub(in crate::app) filters: Vec<Filter>,
    pub(in crate::app) focus: Pane,
    pub(in crate::app) source: Pane,
    pub(in crate::app) lists: [List; 4],
    /// The selected row of each list: its index may be another one when the place is restored.
    pub(in crate::app) rows: [Option<RowKey>; 4],
    pub(in crate::app) show_outside: bool,
    pub(in crate::app) scroll: Scroll,
}

/// The places before and after the current one.
#[derive(Debug, Default)]
pub(in crate::app) struct History {
    back_stack: Vec<Place>,
    forward_stack: Vec<Place>,
}

/// The maximum number of places to go back to.
const MAX_PLACES: usize = 200;

impl History {
    /// Adds the place that is left for a new one.
    pub(in crate::app) fn push(&mut self, place: Place) {
        self.forward_stack.clear();
        if self.back_stack.last() != Some(&place) {
            self.back_stack.push(place);
        }
        if self.back_stack.len() > MAX_PLACES {
            self.back_stack.remove(0);
        }
    }

    /// Whether there is a place to go back to whose visit is in the data.
    pub(in crate::app) fn can_go_back(&self, data: &Data) -> bool {
        self.back_stack.iter().any(|place| place.exists(data))
    }

    /// Whether there is a place to go forward to whose visit is in the data.
    pub(in crate::app) fn can_go_forward(&self, data: &Data) -> bool {
        self.forward_stack.iter().any(|place| place.exists(data))
    }

    fn back(&mut self, current: Place, data: &Data) -> Option<Place> {
        let place = pop_existing(&mut self.back_stack, data)?;
        self.forward_stack.push(current);
        Some(place)
    }

    fn forward(&mut self, current: Place, data: &Data) -> Option<Place> {
        let place = pop_existing(&mut self.forward_stack, data)?;
        self.back_stack.push(current);
        Some(place)
    }
}

impl Place {
    /// Whether its visit is in the data.
    fn exists(&self, data: &Data) -> bool {
        self.scope.resolve(data).is_some()
    }
}

/// Removes and returns the last place whose visit is in the data, and drops the places after it.
fn pop_existing(places: &mut Vec<Place>, data: &Data) -> Option<Place> {
    while let Some(place) = places.pop() {
        if place.exists(data) {
            return Some(place);
        }
    }
    None
}

impl Browser {
    /// The current place; `None` if nothing is open.
    pub(in crate::app) fn current_place(&self, data: &mut Data) -> Option<Place> {
        let rows = LISTS.map(|pane| self.selected_row(data, pane)?.key(data));
        Some(Place {
            scope: self.scope?,
            filters: self.filters.active().to_vec(),
            focus: self.focus,
            source: self.source,
            lists: self.lists,
            rows,
            show_outside: self.options.show_outside,
            scroll: self.scroll,
        })
    }

    /// The current place, but with the open visit selected.
    pub(in crate::app) fn place_of_open_visit(&self, data: &mut Data) -> Option<Place> {
        let mut place = self.current_place(data)?;
        let visits = self.rows_of(data, Pane::Visits);
        let open = (0..visits.len()).find(|row| self.is_marked(data, Pane::Visits, *row));
        let open = open.and_then(|open| visits.get(open));
        let [row, ..] = &mut place.rows;
        *row = open.and_then(|open| open.key(data));
        Some(place)
    }

    /// Restores a place as it was left.
    pub(in crate::app) fn restore_place(&mut self, data: &mut Data, place: Place) {
        self.scope = Some(place.scope);
        (self.find_in_pane, self.pending_place) = (None, None);
        self.options.show_outside = place.show_outside;
        self.filters.restore(place.filters);
        self.refresh(data);
        self.hidden_selection = Default::default();
        for ((pane, mut list), row) in LISTS.into_iter().zip(place.lists).zip(place.rows) {
            let rows = self.rows_of(data, pane);
            if let Some(row) = row.and_then(|row| row.find(rows, data)) {
                list.select_moved(row);
            }
            self.set_list(pane, list.resized(rows.len()));
        }
        (self.focus, self.source, self.scroll) = (place.focus, place.source, place.scroll);
    }

    /// Goes back to the previous place, if there is one.
    pub(in crate::app) fn go_back(&mut self, data: &mut Data) {
        let place = self.current_place(data).and_then(|current| self.history.back(current, data));
        if let Some(place) = place {
            self.restore_place(data, place);
        }
    }

    /// Goes forward to the next place, if there is one.
    pub(in crate::app) fn go_forward(&mut self, data: &mut Data) {
        let current = self.pending_place.take().or_else(|| self.current_place(data));
        if let Some(place) = current.and_then(|current| self.history.forward(current, data)) {
            self.restore_place(data, place);
        }
    }
}
