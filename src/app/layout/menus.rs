//! The rectangles of menus, in the corner above the footer.

use ratatui::layout::Rect;

use super::Layout;

/// The minimum rows of the preview in the copy menu, where there is room; the maximum is twice as many.
const COPY_PREVIEW_ROWS: u16 = 6;

impl Layout {
    /// The rectangle of a menu with this many rows.
    pub fn menu(&self, rows: usize) -> Rect {
        self.corner(rows, 64)
    }

    /// The same for the menu of themes, which leaves more of the screen visible.
    pub fn theme_menu(&self, rows: usize) -> Rect {
        self.corner(rows, 44)
    }

    fn corner(&self, rows: usize, columns: u16) -> Rect {
        let height = u16::try_from(rows + 2).unwrap_or(u16::MAX).min(self.overlay.height);
        let width = self.overlay.width.min(columns);
        let (x, y) = (self.overlay.width - width, self.overlay.height - height);
        Rect { x, y, width, height }
    }

    /// The copy menu with this many rows, and the preview below it.
    pub fn copy_menu(&self, rows: usize) -> (Rect, Rect) {
        let area = self.overlay;
        let width = area.width.min(100);
        let wanted = u16::try_from(rows + 2).unwrap_or(u16::MAX);
        let preview = area
            .height
            .saturating_sub(wanted)
            .clamp(COPY_PREVIEW_ROWS.min(area.height / 3), 2 * COPY_PREVIEW_ROWS);
        let height = wanted.min(area.height - preview);
        let y = area.y + area.height - height - preview;
        let menu = Rect { x: area.x + area.width - width, y, width, height };
        (menu, Rect { y: y + height, height: preview, ..menu })
    }
}
