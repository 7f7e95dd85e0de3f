//! The mouse: a click selects, a double click opens, the wheel scrolls the list or text under it, a click on a title sorts, and
//! borders can be dragged.

use crate::app::event::{Effect, Mouse, MouseKind};
use crate::app::input::Pressed;
use crate::app::input::command::{Action, StatsAction};
use crate::app::layout::{Pane, PaneSizes, StatsSide, inside};
use crate::app::notice::Notice;
use crate::app::overlay::Overlay;
use crate::app::overlay::entry_form::FormRow;
use crate::app::scroll::Scroll;
use crate::app::state::App;
use crate::facet::Scope;
use ratatui::layout::Rect;

/// The rows that one turn of the wheel scrolls.
const WHEEL_ROWS: usize = 3;
/// The same for a text.
const SCROLL_ROWS: isize = 3;

impl App {
    pub(in crate::app) fn mouse(&mut self, mouse: Mouse) -> Option<Effect> {
        self.input.pending.clear();
        match (mouse.kind, !self.overlays.is_empty()) {
            (MouseKind::WheelDown, false) => self.wheel(mouse, true),
            (MouseKind::WheelUp, false) => self.wheel(mouse, false),
            (MouseKind::WheelDown, true) => return self.wheel_on_overlay(mouse, true),
            (MouseKind::WheelUp, true) => return self.wheel_on_overlay(mouse, false),
            (MouseKind::Click, false) => {
                let at = (mouse.column, mouse.row);
                self.input.pressed = Pressed {
                    border: self.layout.border_at(at.0, at.1),
                    title: self.layout.title_at(at.0, at.1),
                };
                self.input.clicked_row = self.click(mouse);
            }
            (MouseKind::Click, true) => self.input.clicked_row = self.click_on_overlay(mouse),
            // The first click has selected a row, and may have moved the rows under the mouse.
            (MouseKind::DoubleClick, _) if self.input.clicked_row => return self.perform(Action::Open),
            (MouseKind::DoubleClick, false) => self.reset_sizes(mouse),
            (MouseKind::DoubleClick, true) => {}
            (MouseKind::Drag, _) => self.drag(mouse),
            (MouseKind::Release, _) => self.release(),
        }
        None
    }

    /// Moves the border on which the button was pressed.
    fn drag(&mut self, mouse: Mouse) {
        self.input.pressed.title = None;
        if let Some(border) = self.input.pressed.border {
            let sizes = &mut self.browser.options.sizes;
            *sizes = self.layout.with_border_at(*sizes, border, (mouse.column, mouse.row));
        }
    }

    /// Gives the panes the sizes that follow from their content, if the mouse is on a border between them.
    fn reset_sizes(&mut self, mouse: Mouse) {
        let (column, row) = (mouse.column, mouse.row);
        if self.layout.border_at(column, row).is_some() && self.layout.title_at(column, row).is_none() {
            self.browser.options.sizes = PaneSizes::default();
        }
    }

    /// Sorts the pane whose title was clicked, in the next of its orders.
    fn release(&mut self) {
        let Pressed { title, .. } = std::mem::take(&mut self.input.pressed);
        let next = title.and_then(|pane| Some((pane, self.sorting(pane).order.next_for(pane)?)));
        if let Some((pane, order)) = next.filter(|_| self.overlays.is_empty()) {
            self.focus_on(pane);
            self.browser.sort(&mut self.data, order);
        }
    }

    /// Scrolls the text beside a list, zooms the map, or moves in the list.
    fn wheel_on_overlay(&mut self, mouse: Mouse, down: bool) -> Option<Effect> {
        let at = (mouse.column, mouse.row).into();
        let beside = match self.overlays.top() {
            Some(Overlay::Search(_)) => self.layout.preview,
            Some(Overlay::Stats(view)) => self.layout.stats_view(view.side()).side,
            Some(Overlay::EntryForm(form)) => self.form_preview_area(form),
            _ => Rect::default(),
        };
        if !beside.contains(at) {
            (0..WHEEL_ROWS).for_each(|_| self.step(down));
            return None;
        }
        let rows = if down { SCROLL_ROWS } else { -SCROLL_ROWS };
        match self.overlays.top_mut() {
            Some(Overlay::Stats(view)) if view.side() == StatsSide::Picture => {
                return self.perform(Action::Stats(if down {
                    StatsAction::ZoomOut
                } else {
                    StatsAction::ZoomIn
                }));
            }
            Some(Overlay::Stats(view)) => view.scroll.shift(rows),
            Some(Overlay::Search(search)) => search.scroll.shift(rows),
            Some(Overlay::EntryForm(form)) => form.scroll.shift(rows),
            _ => {}
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
