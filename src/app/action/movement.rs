//! Movement in lists, in texts and between panes.

use crate::app::input::command::Move;
use crate::app::layout::{Pane, inside};
use crate::app::list::{Heights, List};
use crate::app::overlay::Overlay;
use crate::app::scroll::Scroll;
use crate::app::state::App;

impl App {
    /// The number of rows inside the border of a pane.
    pub fn window(&self, pane: Pane) -> usize {
        usize::from(inside(self.layout.pane(pane)).height)
    }

    /// The height of a row of a pane in lines.
    pub(in crate::app) fn row_height(&self, pane: Pane, row: usize) -> usize {
        self.row_lines(pane, row, self.row_format(pane)).len().max(1)
    }

    /// Moves in the list or text with the focus. Moving up from the first search result recalls older queries.
    pub(in crate::app) fn move_by(&mut self, step: Move) {
        match step {
            _ if matches!(self.overlays.top(), Some(Overlay::EntryForm(_))) => self.move_in_form(step),
            Move::Next => self.step(true),
            Move::Previous if self.is_at_top_of_results() => self.recall(true),
            Move::Previous => self.step(false),
            Move::First => self.jump(false),
            Move::Last => self.jump(true),
            Move::HalfPageDown => self.page(true, 2),
            Move::HalfPageUp => self.page(false, 2),
            Move::PageDown => self.page(true, 1),
            Move::PageUp => self.page(false, 1),
        }
    }

    /// Moves one row down or up.
    pub(in crate::app) fn step(&mut self, down: bool) {
        self.move_selection(
            &|list, window, heights| if down { list.down(window, heights) } else { list.up(window, heights) },
            if down { 1 } else { -1 },
        );
    }

    /// Moves down or up by the window divided by `part`.
    pub(in crate::app) fn page(&mut self, down: bool, part: usize) {
        let has_preview = !self.layout.preview.is_empty();
        if let (true, Some(Overlay::Search(search))) = (has_preview, self.overlays.top_mut()) {
            // In the search, pages scroll the preview.
            let rows = usize::from(inside(self.layout.preview).height).max(1);
            search.scroll.shift(if down { signed(rows) } else { -signed(rows) });
            return;
        }
        let window = match self.overlays.top() {
            Some(overlay) => usize::from(inside(self.list_area(overlay)).height),
            None => self.window(self.browser.focus),
        };
        let rows = (window / part).max(1);
        self.move_selection(
            &|list, window, heights| {
                if down { list.page_down(rows, window, heights) } else { list.page_up(rows, window, heights) }
            },
            if down { signed(rows) } else { -signed(rows) },
        );
    }

    /// Moves to the first or the last row.
    pub(in crate::app) fn jump(&mut self, last: bool) {
        let far = signed(usize::MAX / 4);
        self.move_selection(
            &|list, _, _| list.select(if last { usize::MAX } else { 0 }),
            if last { far } else { -far },
        );
    }

    /// Moves the selection of the list with the focus by `step`, or scrolls the text with the focus by `rows`.
    fn move_selection(&mut self, step: &dyn Fn(&mut List, usize, Heights<'_>), rows: isize) {
        if let Some(Overlay::TextView(_, scroll)) = self.overlays.top_mut() {
            scroll.shift(rows);
            return;
        }
        if self.change_top_list(|list, window, heights| step(list, window, heights)) {
            return;
        }
        if self.browser.focus == Pane::Detail {
            self.browser.scroll.shift(rows);
        } else {
            let pane = self.browser.focus;
            self.browser.forget_hidden_selection(pane);
            let mut list = self.list(pane);
            step(&mut list, self.window(pane), &mut |row| self.row_height(pane, row));
            self.browser.set_list(pane, list);
            self.browser.scroll = Scroll::default();
        }
    }

    /// Scrolls a pane by rows.
    pub(in crate::app) fn scroll(&mut self, pane: Pane, down: bool, rows: usize) {
        if pane == Pane::Detail {
            self.browser.scroll.shift(if down { signed(rows) } else { -signed(rows) });
            return;
        }
        let mut list = self.list(pane);
        for _ in 0..rows {
            list.scroll(down, self.window(pane), &mut |row| self.row_height(pane, row));
        }
        self.browser.set_list(pane, list);
        if pane == self.browser.source {
            self.browser.scroll = Scroll::default();
        }
    }

    /// Moves the focus to a pane. A list becomes the source of the detail.
    pub(in crate::app) fn focus_on(&mut self, pane: Pane) {
        // Find in pane ends when its pane loses the focus.
        if self.browser.find_in_pane.as_ref().is_some_and(|find_in_pane| find_in_pane.pane != pane) {
            self.browser.find_in_pane = None;
            self.browser.refresh(&mut self.data);
        }
        if pane == Pane::Visits && self.browser.source != Pane::Visits {
            // The wheel may have moved the selection away from the open visit.
            let open = (0..self.rows_of(pane).len()).find(|row| self.is_marked(pane, *row));
            if let Some(row) = open {
                self.browser.select(pane, row);
            }
        } else if pane != Pane::Visits {
            self.commit_pending_place();
        }
        self.browser.focus = pane;
        if pane != Pane::Detail && self.browser.source != pane {
            self.browser.source = pane;
            self.browser.scroll = Scroll::default();
        }
    }

    /// Moves the focus to the next or the previous pane with content, in a cycle.
    pub(in crate::app) fn cycle_focus(&mut self, forward: bool) {
        let count = Pane::ALL.len();
        let offset = |step: usize| if forward { step } else { count - step };
        let others =
            (1..count).filter_map(|step| Pane::ALL.get((self.browser.focus.index() + offset(step)) % count));
        if let Some(next) = others.copied().find(|pane| self.has_content(*pane)) {
            self.focus_on(next);
        }
    }

    /// Moves the focus to the next pane with content on the right or the left, and stops at the ends.
    pub(in crate::app) fn focus_sideways(&mut self, right: bool) {
        let is_last = self.browser.focus == if right { Pane::Detail } else { Pane::Visits };
        if !is_last {
            self.cycle_focus(right);
        }
    }
}

fn signed(rows: usize) -> isize {
    isize::try_from(rows).unwrap_or(isize::MAX)
}
