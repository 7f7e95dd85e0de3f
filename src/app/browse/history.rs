//! The places that were left, in the order in which they were: back and forward as in a browser.

use crate::app::browse::row::RowKey;
use crate::app::browse::scope::OpenScope;
use crate::app::layout::Pane;
use crate::app::list::List;
use crate::app::scroll::Scroll;
use crate::facet::Filter;

/// Everything that makes a place: what is open, what is chosen, and where the reader was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::app) struct Place {
    pub(in crate::app) scope: OpenScope,
    pub(in crate::app) filters: Vec<Filter>,
    pub(in crate::app) focus: Pane,
    pub(in crate::app) source: Pane,
    pub(in crate::app) lists: [List; 4],
    /// The chosen row of each list: the lists may have changed in between.
    pub(in crate::app) rows: [Option<RowKey>; 4],
    pub(in crate::app) hide_outside: bool,
    pub(in crate::app) scroll: Scroll,
}

/// Places behind and ahead of the present one.
#[derive(Debug, Default)]
pub(in crate::app) struct History {
    behind: Vec<Place>,
    ahead: Vec<Place>,
}

/// Older places are forgotten.
const REMEMBERED: usize = 200;

impl History {
    /// The present place is left for a new one.
    pub(in crate::app) fn leave(&mut self, place: Place) {
        self.ahead.clear();
        if self.behind.last() != Some(&place) {
            self.behind.push(place);
        }
        if self.behind.len() > REMEMBERED {
            self.behind.remove(0);
        }
    }

    /// Whether a place was left that there still is.
    pub(in crate::app) fn has_behind(&self, is_there: impl Fn(&Place) -> bool) -> bool {
        self.behind.iter().any(is_there)
    }

    /// Whether one was gone back from.
    pub(in crate::app) fn has_ahead(&self, is_there: impl Fn(&Place) -> bool) -> bool {
        self.ahead.iter().any(is_there)
    }

    /// The place before; the present one is ahead of it then. Places that there are no more are forgotten.
    pub(in crate::app) fn back(
        &mut self,
        present: Place,
        is_there: impl Fn(&Place) -> bool,
    ) -> Option<Place> {
        let place = last_of(&mut self.behind, is_there)?;
        self.ahead.push(present);
        Some(place)
    }

    /// The place after.
    pub(in crate::app) fn forward(
        &mut self,
        present: Place,
        is_there: impl Fn(&Place) -> bool,
    ) -> Option<Place> {
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
