//! Arranges the screen after an event: the layout, the scroll positions, and the content of the next frame. Each row and each text
//! is rendered once.

use std::collections::HashMap;
use std::hash::Hash;

use crate::app::browse::LISTS;
use crate::app::frame::{Frame, VisibleRows};
use crate::app::layout::{Layout, LayoutInput, Mode, Pane, columns_in, inside, text_columns};
use crate::app::list::List;
use crate::app::overlay::Overlay;
use crate::app::present::{RowFormat, row_size};
use crate::app::state::App;
use crate::page::Size;
use crate::text::Line;

/// A cache of rendered rows, so that none is rendered twice.
struct RenderedRows<K>(HashMap<K, Vec<Line>>);

impl<K: Eq + Hash + Copy> RenderedRows<K> {
    fn height(&mut self, row: K, render: impl FnOnce(K) -> Vec<Line>) -> usize {
        self.0.entry(row).or_insert_with(|| render(row)).len().max(1)
    }

    fn take(&mut self, row: K, render: impl FnOnce(K) -> Vec<Line>) -> Vec<Line> {
        self.0.remove(&row).unwrap_or_else(|| render(row))
    }
}

/// The cache for the rows of all panes.
type RenderedPanes = RenderedRows<(Pane, usize, RowFormat)>;

impl App {
    /// Arranges the screen for the current state.
    pub(in crate::app) fn arrange(&mut self) {
        let mut rendered = RenderedRows(HashMap::new());
        self.layout = self.new_layout(&mut rendered);
        self.frame = Frame::default();
        if self.layout.mode == Mode::TooSmall {
            return;
        }
        if self.shows_panes() {
            self.arrange_panes(&mut rendered);
        }
        self.arrange_top_overlay();
        if let Some(page @ Overlay::RecordPage(_)) = self.base_overlay().filter(|_| self.is_menu_open()) {
            let (_, rows) = self.arranged(page);
            self.frame.page = rows;
        }
    }

    fn new_layout(&self, rendered: &mut RenderedPanes) -> Layout {
        let screen = self.layout.screen;
        let needs = LayoutInput {
            focus: self.browser.focus,
            rows: &mut |pane, mode, width| self.useful_rows(pane, (mode, width), rendered),
            has_filters: !self.browser.filters.active().is_empty(),
            has_content: Pane::ALL.map(|pane| self.has_content(pane)),
            zoomed: self.browser.options.zoomed,
            tour: u16::try_from(self.tour_lines(usize::from(screen.width.saturating_sub(1))).len())
                .unwrap_or_default(),
            sizes: self.browser.options.sizes,
        };
        Layout::of(screen.width, screen.height, needs)
    }

    /// The number of rows that a pane can fill, not counted beyond the height of the screen.
    fn useful_rows(&self, pane: Pane, (mode, width): (Mode, u16), rendered: &mut RenderedPanes) -> usize {
        if pane == Pane::Detail {
            let format = RowFormat { columns: columns_in(width), size: Size::Full };
            return rendered
                .height((pane, 0, format), |(.., format)| self.detail_lines(mode, format.columns));
        }
        let list = self.list(pane);
        if list.is_empty() {
            return self.empty_lines(pane, columns_in(width)).len();
        }
        // If there is room, visits show all their lines.
        let size = if pane == Pane::Visits { Size::Full } else { row_size(mode, pane, usize::MAX) };
        let format = RowFormat { columns: columns_in(width), size };
        let mut rows = 0;
        for row in 0..list.len() {
            rows += rendered.height((pane, row, format), |(..)| self.row_lines(pane, row, format));
            if rows > usize::from(self.layout.screen.height) {
                break;
            }
        }
        rows
    }

    fn arrange_panes(&mut self, rendered: &mut RenderedPanes) {
        for pane in LISTS {
            let mut list = self.list(pane);
            let (window, format) = (self.window(pane), self.row_format(pane));
            let render = |(pane, row, format)| self.row_lines(pane, row, format);
            list.fit_to_window(window, &mut |row| rendered.height((pane, row, format), render));
            let rows = list.visible(window, |row| rendered.take((pane, row, format), render), Vec::len);
            self.browser.set_list(pane, list);
            if let Some(slot) = self.frame.panes.get_mut(pane.index()) {
                *slot = rows;
            }
        }
        let area = self.layout.pane(Pane::Detail);
        if !area.is_empty() {
            let format = RowFormat { columns: text_columns(area), size: Size::Full };
            let render =
                |(.., format): (Pane, usize, RowFormat)| self.detail_lines(self.layout.mode, format.columns);
            self.frame.detail = rendered.take((Pane::Detail, 0, format), render);
            let window = (self.window(Pane::Detail), text_columns(area));
            self.browser.scroll.fit_to_window(&self.frame.detail, window);
        }
    }

    fn arrange_top_overlay(&mut self) {
        let Some(overlay) = self.overlays.top() else { return };
        let (list, rows) = self.arranged(overlay);
        self.frame.overlay = rows;
        if let (Some(list), Some(overlay)) = (list, self.overlays.top_mut()) {
            overlay.set_list(list);
        }
        let area = match self.overlays.top() {
            Some(Overlay::TextView(text, _)) => {
                self.frame.text = self.text_view_lines(*text);
                self.layout.overlay
            }
            Some(Overlay::Search(search)) => {
                self.frame.text = self.preview_lines(search);
                self.layout.preview
            }
            Some(Overlay::EntryForm(form)) => {
                let area = self.form_preview_area(form);
                self.frame.text = self.form_preview_lines(form, text_columns(area));
                area
            }
            Some(Overlay::Stats(view)) => {
                self.frame.text = self.stats_text(view);
                self.layout.stats_view(view.side()).side
            }
            Some(Overlay::CopyMenu(menu)) => {
                self.frame.text = self.copy_preview_lines(menu);
                return;
            }
            _ => return,
        };
        let window = (usize::from(inside(area).height), text_columns(area));
        match self.overlays.top_mut() {
            Some(Overlay::TextView(_, scroll)) => scroll.fit_to_window(&self.frame.text, window),
            Some(Overlay::Search(search)) => search.scroll.fit_to_window(&self.frame.text, window),
            Some(Overlay::Stats(view)) => view.scroll.fit_to_window(&self.frame.text, window),
            Some(Overlay::EntryForm(form)) => form.scroll.fit_to_window(&self.frame.text, window),
            _ => {}
        }
    }

    /// The list of an overlay with its selection visible, and its visible rows.
    fn arranged(&self, overlay: &Overlay) -> (Option<List>, VisibleRows) {
        let Some(mut list) = overlay.list() else { return (None, VisibleRows::default()) };
        let window = usize::from(inside(self.list_area(overlay)).height);
        let mut rendered = RenderedRows(HashMap::new());
        let render = |row| self.overlay_lines(overlay, row);
        list.fit_to_window(window, &mut |row| rendered.height(row, render));
        let rows = list.visible(window, |row| rendered.take(row, render), Vec::len);
        (Some(list), rows)
    }
}
