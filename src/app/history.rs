//! The places that were left, in the order in which they were: back and forward as in a browser.

use super::layout::Pane;
use super::list::List;
use super::row::RowKey;
use super::scope::OpenScope;
use super::scroll::Scroll;
use crate::facet::Chip;

/// Everything that makes a place: what is open, what is chosen, and where the reader was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) scope: OpenScope,
    pub(super) chips: Vec<Chip>,
    pub(super) focus: Pane,
    pub(super) source: Pane,
    pub(super) lists: [List; 4],
    /// The chosen row of each list: the lists may have changed in between.
    pub(super) rows: [Option<RowKey>; 4],
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

    /// Whether a place was left that there still is.
    pub(super) fn has_behind(&self, is_there: impl Fn(&Place) -> bool) -> bool {
        self.behind.iter().any(is_there)
    }

    /// Whether one was gone back from.
    pub(super) fn has_ahead(&self, is_there: impl Fn(&Place) -> bool) -> bool {
        self.ahead.iter().any(is_there)
    }

    /// The place before; the present one is ahead of it then. Places that there are no more are forgotten.
    pub(super) fn back(&mut self, present: Place, is_there: impl Fn(&Place) -> bool) -> Option<Place> {
        let place = last_of(&mut self.behind, is_there)?;
        self.ahead.push(present);
        Some(place)
    }

    /// The place after.
    pub(super) fn forward(&mut self, present: Place, is_there: impl Fn(&Place) -> bool) -> Option<Place> {
        let place = last_of(&mut self.ahead, is_there)?;
        self.behind.push(present);
        Some(place)
    }
}

fn last_of(places: &mut Vec<Place>, is_there: impl Fn(&Place) -> bool) -> Option<Place> {
    while let Some(place) = places.pop() {
        if is_there(&place) {
            return Some(place);
        }
    }
    None
}
