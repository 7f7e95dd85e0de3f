//! The lists of overlays: their rectangles and rows.

use crate::app::layout::{inside, text_columns};
use crate::app::list::{Heights, List};
use crate::app::overlay::Overlay;
use crate::app::state::App;
use crate::text::Line;
use ratatui::layout::Rect;

impl App {
    /// The rectangle of the list of an overlay, with its border.
    pub fn list_area(&self, overlay: &Overlay) -> Rect {
        match overlay {
            Overlay::Search(_) => self.layout.results,
            Overlay::CommandPalette(palette) => self.layout.palette(palette.is_help).1,
            Overlay::FilterMenu(menu) => self.layout.menu(menu.rows.len()),
            Overlay::CopyMenu(menu) => self.layout.copy_menu(menu.list.len()).0,
            Overlay::KindMenu(list) => self.layout.menu(list.len()),
            Overlay::ThemeMenu(menu) => self.layout.theme_menu(menu.list.len()),
            Overlay::EntryForm(_) => self.layout.entry_form().0,
            Overlay::SaveForm(form) => self.layout.menu(form.lines()),
            Overlay::BasketMenu(menu) => self.layout.menu(menu.list.len()),
            Overlay::Stats(view) => self.layout.stats_view(view.side()).list,
            Overlay::RecordPage(_) | Overlay::TextView(..) => self.layout.overlay,
        }
    }

    /// The lines of a row of an overlay.
    pub(in crate::app) fn overlay_lines(&self, overlay: &Overlay, row: usize) -> Vec<Line> {
        let columns = text_columns(self.list_area(overlay));
        match overlay {
            Overlay::Search(search) => self.result_lines(search, row),
            Overlay::CommandPalette(palette) => self.palette_lines(palette, row, columns),
            Overlay::FilterMenu(menu) => self.filter_menu_lines(menu, row),
            Overlay::CopyMenu(menu) => self.copy_menu_lines(menu, row),
            Overlay::RecordPage(page) => self.page_lines(page, row, columns),
            Overlay::KindMenu(_) => self.kind_lines(row),
            Overlay::ThemeMenu(_) => self.theme_lines(row),
            Overlay::EntryForm(form) => self.form_row_lines(form, row),
            Overlay::SaveForm(form) => self.save_form_lines(form, row),
            Overlay::BasketMenu(menu) => self.basket_menu_lines(menu, row),
            Overlay::Stats(view) => self.stats_lines(view, row, columns),
            Overlay::TextView(..) => Vec::new(),
        }
    }

    /// Changes the list of the top overlay, given its window and the heights of its rows. Returns whether there is such a list.
    pub(in crate::app) fn change_top_list(
        &mut self,
        change: impl FnOnce(&mut List, usize, Heights<'_>),
    ) -> bool {
        let Some(overlay) = self.overlays.top() else { return false };
        let Some(mut list) = overlay.list() else { return false };
        let window = usize::from(inside(self.list_area(overlay)).height);
        change(&mut list, window, &mut |row| self.overlay_lines(overlay, row).len().max(1));
        if let Some(overlay) = self.overlays.top_mut() {
            overlay.set_list(list);
        }
        true
    }
}
