//! Moving: within a list, within a text, between panes.

use crate::app::browse::LISTS;
use crate::app::browse::wanted::{DependsOn, Wanted};
use crate::app::input::command::Move;
use crate::app::layout::{Pane, inside, text_columns};
use crate::app::list::{Heights, List};
use crate::app::overlay::Overlay;
use crate::app::scroll::Scroll;
use crate::app::state::App;

use crate::page::Size;

impl App {
    /// The rows of the window of a pane.
    pub fn window(&self, pane: Pane) -> usize {
        usize::from(inside(self.layout.pane(pane)).height)
    }

    fn reading_window(&self) -> usize {
        usize::from(inside(self.layout.overlay).height)
    }

    /// The height of a row of a pane.
    pub fn row_height(&self, pane: Pane, row: usize) -> usize {
        self.row_lines(pane, row).len().max(1)
    }

    /// The rows that each pane could fill; counted anew when what they depend on has changed.
    pub(in crate::app) fn rows_wanted(&mut self) -> [usize; 5] {
        let (lang, options, screen) = (self.lang, self.browser.options, self.layout.screen);
        let widths = Pane::ALL.map(|pane| self.layout.pane(pane).width);
        let depends_on = DependsOn { lang, options, screen, widths };
        match self.browser.wanted {
            Some(Wanted { of, rows }) if of == depends_on => rows,
            _ => {
                let rows = Pane::ALL.map(|pane| self.wanted_rows(pane));
                self.browser.wanted = Some(Wanted { of: depends_on, rows });
                rows
            }
        }
    }

    /// The rows that a pane could fill, as far as it matters for arranging the screen.
    fn wanted_rows(&self, pane: Pane) -> usize {
        match pane {
            Pane::Detail => 1,
            // That there is nothing is said in two lines.
            _ if self.list(pane).is_empty() => 2,
            Pane::Statements => self.list(pane).len(),
            _ => {
                let mut rows = 0;
                for row in 0..self.list(pane).len() {
                    // The visits want all their lines, whether they have them now or not.
                    rows += match pane {
                        Pane::Visits => self.row_lines_at(pane, row, Size::Full).len(),
                        _ => self.row_height(pane, row),
                    };
                    // More than the screen has need not be counted.
                    if rows > usize::from(self.layout.screen.height) {
                        break;
                    }
                }
                rows
            }
        }
    }

    /// Brings every choice into sight, and no text beyond its end.
    pub(in crate::app) fn settle_lists(&mut self) {
        // What is covered need not be measured.
        if self.overlays.is_empty() {
            for pane in LISTS {
                let mut list = self.list(pane);
                list.settle(self.window(pane), &|row| self.row_height(pane, row));
                self.browser.put(pane, list);
            }
            let lines = self.detail_lines();
            let window = self.window(Pane::Detail);
            self.browser.scroll.settle(&lines, (window, text_columns(self.layout.pane(Pane::Detail))));
        }
        self.on_top(|list, window, heights| list.settle(window, heights));
        match self.overlays.pop() {
            Some(Overlay::TextView(text, mut scroll)) => {
                let window = (self.reading_window(), text_columns(self.layout.overlay));
                scroll.settle(&self.reading_lines(text), window);
                self.overlays.push(Overlay::TextView(text, scroll));
            }
            Some(Overlay::Search(mut search)) => {
                let preview = self.layout.preview;
                let window = (usize::from(inside(preview).height), text_columns(preview));
                let lines = self.preview_lines(&search);
                search.scroll.settle(&lines, window);
                self.overlays.push(Overlay::Search(search));
            }
            Some(overlay) => self.overlays.push(overlay),
            None => {}
        }
    }

    /// Moves within what has the keys; above the first result of the search are the queries of before.
    pub(in crate::app) fn move_by(&mut self, step: Move) {
        match step {
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

    /// One row down or up.
    pub(in crate::app) fn step(&mut self, down: bool) {
        self.travel(
            &|list, window, heights| if down { list.down(window, heights) } else { list.up(window, heights) },
            if down { 1 } else { -1 },
        );
    }

    /// A window, or a part of one, down or up.
    pub(in crate::app) fn page(&mut self, down: bool, part: usize) {
        let has_preview = !self.layout.preview.is_empty();
        if let (true, Some(Overlay::Search(search))) = (has_preview, self.overlays.top_mut()) {
            // In the search the list is walked by rows; pages turn the preview, where there is one.
            let rows = usize::from(inside(self.layout.preview).height).max(1);
            search.scroll.shift(if down { signed(rows) } else { -signed(rows) });
            return;
        }
        let window = match self.overlays.top() {
            Some(overlay) => usize::from(inside(self.list_area(overlay)).height),
            None => self.window(self.browser.focus),
        };
        let rows = (window / part).max(1);
        self.travel(
            &|list, window, heights| {
                if down { list.page_down(rows, window, heights) } else { list.page_up(rows, window, heights) }
            },
            if down { signed(rows) } else { -signed(rows) },
        );
    }

    /// To the first or the last row.
    pub(in crate::app) fn jump(&mut self, last: bool) {
        let far = signed(usize::MAX / 4);
        self.travel(
            &|list, _, _| list.select(if last { usize::MAX } else { 0 }),
            if last { far } else { -far },
        );
    }

    /// Moves the choice of the list that has the keys, or a text by so many rows.
    fn travel(&mut self, step: &dyn Fn(&mut List, usize, Heights<'_>), rows: isize) {
        if let Some(Overlay::TextView(_, scroll)) = self.overlays.top_mut() {
            scroll.shift(rows);
            return;
        }
        if self.on_top(|list, window, heights| step(list, window, heights)) {
            return;
        }
        if self.browser.focus == Pane::Detail {
            self.browser.scroll.shift(rows);
        } else {
            let pane = self.browser.focus;
            self.browser.forget(pane);
            let mut list = self.list(pane);
            step(&mut list, self.window(pane), &|row| self.row_height(pane, row));
            self.browser.put(pane, list);
            self.browser.scroll = Scroll::default();
        }
    }

    /// Moves the window of a pane by rows, as the wheel does.
    pub(in crate::app) fn scroll(&mut self, pane: Pane, down: bool, rows: usize) {
        if pane == Pane::Detail {
            self.browser.scroll.shift(if down { signed(rows) } else { -signed(rows) });
            return;
        }
        let mut list = self.list(pane);
        for _ in 0..rows {
            list.scroll(down, self.window(pane), &|row| self.row_height(pane, row));
        }
        self.browser.put(pane, list);
        if pane == self.browser.source {
            self.browser.scroll = Scroll::default();
        }
    }

    /// Gives the keys to a pane. The detail goes on showing what it showed.
    pub(in crate::app) fn focus_on(&mut self, pane: Pane) {
        // A pane is narrowed while it has the keys.
        if self.browser.find_in_pane.as_ref().is_some_and(|find_in_pane| find_in_pane.pane != pane) {
            self.browser.find_in_pane = None;
            self.browser.refresh(&mut self.data);
        }
        if pane == Pane::Visits && self.browser.source != Pane::Visits {
            // The wheel may have turned the list; the open visit is where to go on from.
            let open = (0..self.browser.rows.of(pane).len()).find(|row| self.is_marked(pane, *row));
            if let Some(row) = open {
                self.browser.select(pane, row);
            }
        } else if pane != Pane::Visits {
            self.stay();
        }
        self.browser.focus = pane;
        if pane != Pane::Detail && self.browser.source != pane {
            self.browser.source = pane;
            self.browser.scroll = Scroll::default();
        }
    }

    /// Gives the keys to the next pane with content, or to the one before; around the end.
    pub(in crate::app) fn focus_by(&mut self, forward: bool) {
        let count = Pane::ALL.len();
        let place = |step: usize| if forward { step } else { count - step };
        let others =
            (1..count).filter_map(|step| Pane::ALL.get((self.browser.focus.index() + place(step)) % count));
        if let Some(next) = others.copied().find(|pane| self.has_content(*pane)) {
            self.focus_on(next);
        }
    }

    /// Gives the keys to the next pane with content at the right or the left; in the narrow mode that is one level in or out.
    pub(in crate::app) fn focus_beside(&mut self, right: bool) {
        let is_last = self.browser.focus == if right { Pane::Detail } else { Pane::Visits };
        if !is_last {
            self.focus_by(right);
        }
    }
}

fn signed(rows: usize) -> isize {
    isize::try_from(rows).unwrap_or(isize::MAX)
}
