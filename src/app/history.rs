//! The places that were left, in the order in which they were: back and forward as in a browser.

use super::layout::Pane;
use super::list::List;
use super::row::Row;
use super::scroll::Scroll;
use crate::facet::{Chip, Scope};

/// Everything that makes a place: what is open, what is chosen, and where the reader was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) scope: Scope,
    pub(super) chips: Vec<Chip>,
    pub(super) focus: Pane,
    pub(super) source: Pane,
    pub(super) lists: [List; 4],
    /// The chosen row of each list: the lists may have changed in between.
    pub(super) rows: [Option<Row>; 4],
    pub(super) hide_outside: bool,
    pub(super) scroll: Scroll,
}

/// Places behind and ahead of the present one.
#[derive(Debug, Default)]
pub(super) struct History {
    behind: Vec<Place>,
    ahead: Vec<Place>,
}

/// Older places are forgotten.
const REMEMBERED: usize = 200;

impl History {
    /// The present place is left for a new one.
    pub(super) fn leave(&mut self, place: Place) {
        self.ahead.clear();
        if self.behind.last() != Some(&place) {
            self.behind.push(place);
        }
        if self.behind.len() > REMEMBERED {
            self.behind.remove(0);
        }
    }

    /// Whether a place was left.
    pub(super) fn has_behind(&self) -> bool {
        !self.behind.is_empty()
    }

    /// Whether one was gone back from.
    pub(super) fn has_ahead(&self) -> bool {
        !self.ahead.is_empty()
    }

    /// Puts other places in the place of these, or none.
    pub(super) fn change(&mut self, mut change: impl FnMut(Place) -> Option<Place>) {
        for places in [&mut self.behind, &mut self.ahead] {
            *places = std::mem::take(places).into_iter().filter_map(&mut change).collect();
        }
    }

    /// The place before; the present one is ahead of it then.
    pub(super) fn back(&mut self, present: Place) -> Option<Place> {
        let place = self.behind.pop()?;
        self.ahead.push(present);
        Some(place)
    }

    /// The place after.
    pub(super) fn forward(&mut self, present: Place) -> Option<Place> {
        let place = self.ahead.pop()?;
        self.behind.push(present);
        Some(place)
    }
}
