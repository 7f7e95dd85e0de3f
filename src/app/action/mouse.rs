//! The mouse: a click chooses, a double click opens, the wheel moves what it is over.

use crate::app::event::{Effect, Mouse, MouseKind};
use crate::app::input::command::Action;
use crate::app::layout::{Pane, inside};
use crate::app::notice::Notice;
use crate::app::scroll::Scroll;
use crate::app::state::App;
use crate::facet::Scope;

/// Rows that one turn of the wheel moves.
const WHEEL: usize = 3;

impl App {
    pub(in crate::app) fn mouse(&mut self, mouse: Mouse) -> Option<Effect> {
        self.input.pending.clear();
        match (mouse.kind, !self.overlays.is_empty()) {
            (MouseKind::WheelDown, false) => self.wheel(mouse, true),
            (MouseKind::WheelUp, false) => self.wheel(mouse, false),
            (MouseKind::WheelDown, true) => (0..WHEEL).for_each(|_| self.step(true)),
            (MouseKind::WheelUp, true) => (0..WHEEL).for_each(|_| self.step(false)),
            (MouseKind::Click, false) => self.input.clicked = self.click(mouse),
            (MouseKind::Click, true) => self.input.clicked = self.click_on_top(mouse),
            // The first click of the two has chosen, and may have moved what stands under the mouse.
            (MouseKind::DoubleClick, _) if self.input.clicked => return self.perform(Action::Open),
            (MouseKind::DoubleClick, _) => {}
        }
        None
    }

    /// Gives the clicks to the terminal, or takes them back.
    pub(in crate::app) fn toggle_clicks(&mut self) -> Effect {
        self.input.takes_clicks = !self.input.takes_clicks;
        self.notice = Some(Notice::Clicks(self.input.takes_clicks));
        Effect::Clicks(self.input.takes_clicks)
    }

    fn wheel(&mut self, mouse: Mouse, down: bool) {
        if let Some(pane) = self.layout.pane_at(mouse.column, mouse.row) {
            self.scroll(pane, down, WHEEL);
        }
    }

    /// Gives the keys to the pane, and chooses the row; says whether there is one.
    fn click(&mut self, mouse: Mouse) -> bool {
        self.notice = None;
        if self.layout.tabs.contains((mouse.column, mouse.row).into()) {
            let column = usize::from(mouse.column);
            let clicked = self.tabs().into_iter().find(|tab| tab.columns.contains(&column));
            if let Some(tab) = clicked {
                self.focus_on(tab.pane);
            }
            return false;
        }
        if self.click_on_frame(mouse) {
            return false;
        }
        let Some(pane) = self.layout.pane_at(mouse.column, mouse.row) else { return false };
        self.focus_on(pane);
        let area = inside(self.layout.pane(pane));
        if pane == Pane::Detail || !area.contains((mouse.column, mouse.row).into()) {
            return false;
        }
        let mut list = self.list(pane);
        let row = usize::from(mouse.row - area.y);
        let Some(item) = list.item_at(row, self.window(pane), &mut |row| self.row_height(pane, row)) else {
            return false;
        };
        list.select(item);
        self.browser.forget(pane);
        self.browser.put(pane, list);
        self.browser.scroll = Scroll::default();
        true
    }

    /// A click on the cross of a filter takes it off, one on the breadcrumb goes there.
    fn click_on_frame(&mut self, mouse: Mouse) -> bool {
        let (header, filters) = (self.layout.header, self.layout.filters);
        let column = usize::from(mouse.column);
        if filters.contains((mouse.column, mouse.row).into()) {
            let (_, crosses) = self.filter_line(usize::from(filters.width));
            let hit = crosses.iter().position(|cross| cross.contains(&column));
            if hit.is_some() {
                self.remove_filter(hit);
            }
            return true;
        }
        if header.contains((mouse.column, mouse.row).into()) {
            let (_, [all_visits, filter]) = self.header();
            if filter.contains(&column) {
                self.remove_filter(Some(0));
            } else if self.scope().is_some() && all_visits.contains(&column) {
                self.go_to(Scope::All);
            }
            return true;
        }
        false
    }

    /// Chooses a row of the list on top.
    fn click_on_top(&mut self, mouse: Mouse) -> bool {
        let area = self.overlays.top().map(|overlay| inside(self.list_area(overlay))).unwrap_or_default();
        if !area.contains((mouse.column, mouse.row).into()) {
            return false;
        }
        let mut is_row = false;
        self.change_top_list(|list, window, heights| {
            let item = list.item_at(usize::from(mouse.row - area.y), window, heights);
            is_row = item.is_some();
            list.select(item.or(list.selected()).unwrap_or_default());
        });
        is_row
    }
}
