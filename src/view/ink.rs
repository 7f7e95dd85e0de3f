//! The one place where text is put into cells. Only a [`Line`] can be put, and a line is harmless by its making.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::theme::Theme;
use crate::text::{Line, Role};

/// Puts a line into the first row of an area, over a style. What does not fit is left out.
pub(super) fn put(line: &Line, area: Rect, over: Style, theme: Theme, buffer: &mut Buffer) {
    let area = area.intersection(buffer.area);
    if area.is_empty() {
        return;
    }
    let mut x = area.x;
    for run in line.runs() {
        let room = usize::from(area.right().saturating_sub(x));
        let style = over.patch(theme.run(run));
        (x, _) = buffer.set_stringn(x, area.y, run.text(), room, style);
    }
}

/// Puts lines one below the other.
pub(super) fn put_all<'l>(
    lines: impl IntoIterator<Item = &'l Line>,
    area: Rect,
    theme: Theme,
    buffer: &mut Buffer,
) {
    for (line, row) in lines.into_iter().zip(area.rows()) {
        put(line, row, Style::default(), theme, buffer);
    }
}

/// A line for the border of a block.
pub(super) fn title(text: &str, theme: Theme, focused: bool) -> ratatui::text::Line<'static> {
    let style = if focused { theme.role(Role::Strong) } else { Style::default() };
    ratatui::text::Line::styled(format!(" {} ", crate::text::visible_string(text)), style)
}
