//! The mouse: a click selects, a double click opens, the wheel scrolls the list or text under it.

use crate::app::event::{Effect, Mouse, MouseKind};
use crate::app::input::command::Action;
use crate::app::layout::{Pane, inside};
use crate::app::notice::Notice;
use crate::app::overlay::Overlay;
use crate::app::overlay::entry_form::FormRow;
use crate::app::scroll::Scroll;
use crate::app::state::App;
use crate::facet::Scope;

/// The rows that one turn of the wheel scrolls.
const WHEEL_ROWS: usize = 3;

impl App {
    pub(in crate::app) fn mouse(&mut self, mouse: Mouse) -> Option<Effect> {
        self.input.pending.clear();
        match (mouse.kind, !self.overlays.is_empty()) {
            (MouseKind::WheelDown, false) => self.wheel(mouse, true),
            (MouseKind::WheelUp, false) => self.wheel(mouse, false),
            (MouseKind::WheelDown, true) => (0..WHEEL_ROWS).for_each(|_| self.step(true)),
            (MouseKind::WheelUp, true) => (0..WHEEL_ROWS).for_each(|_| self.step(false)),
            (MouseKind::Click, false) => self.input.clicked_row = self.click(mouse),
            (MouseKind::Click, true) => self.input.clicked_row = self.click_on_overlay(mouse),
            // The first click has selected a row, and may have moved the rows under the mouse.
            (MouseKind::DoubleClick, _) if self.input.clicked_row => return self.perform(Action::Open),
            (MouseKind::DoubleClick, _) => {}
        }
        None
    }

    /// Leaves mouse clicks to the terminal, or captures them again.
    pub(in crate::app) fn toggle_mouse(&mut self) -> Effect {
        self.input.captures_mouse = !self.input.captures_mouse;
        self.notice = Some(Notice::MouseCapture(self.input.captures_mouse));
        Effect::CaptureMouse(self.input.captures_mouse)
    }

    fn wheel(&mut self, mouse: Mouse, down: bool) {
        if let Some(pane) = self.layout.pane_at(mouse.column, mouse.row) {
            self.scroll(pane, down, WHEEL_ROWS);
        }
    }

    /// Moves the focus to the pane, and selects the row. Returns whether there is one.
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
        if self.click_on_header(mouse) {
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
        self.browser.forget_hidden_selection(pane);
        self.browser.set_list(pane, list);
        self.browser.scroll = Scroll::default();
        true
    }

    /// Handles a click on the header or the filters: × removes a filter, "All visits" opens all visits. Returns whether it was there.
    fn click_on_header(&mut self, mouse: Mouse) -> bool {
        let (header, filters) = (self.layout.header, self.layout.filters);
        let column = usize::from(mouse.column);
        if filters.contains((mouse.column, mouse.row).into()) {
            let (_, crosses) = self.filter_line(usize::from(filters.width));
            let index = crosses.iter().position(|cross| cross.contains(&column));
            if index.is_some() {
                self.remove_filter(index);
            }
            return true;
        }
        if header.contains((mouse.column, mouse.row).into()) {
            let (_, [all_visits, filter]) = self.header();
            if filter.contains(&column) {
                self.remove_filter(Some(0));
            } else if self.scope().is_some() && all_visits.contains(&column) {
                self.open_scope(Scope::All);
            }
            return true;
        }
        false
    }

    /// Selects a row of the top overlay. Returns whether there is one.
    fn click_on_overlay(&mut self, mouse: Mouse) -> bool {
        let area = self.overlays.top().map(|overlay| inside(self.list_area(overlay))).unwrap_or_default();
        if !area.contains((mouse.column, mouse.row).into()) {
            return false;
        }
        let is_field = |app: &Self| matches!(app.overlays.top(), Some(Overlay::EntryForm(form)) if matches!(form.focus(), FormRow::Field(_)));
        let mut is_row = false;
        self.change_top_list(|list, window, heights| {
            let item = list.item_at(usize::from(mouse.row - area.y), window, heights);
            is_row = item.is_some();
            list.select(item.or(list.selected()).unwrap_or_default());
        });
        // A double click on a field would leave it.
        is_row && !is_field(self)
    }
}
