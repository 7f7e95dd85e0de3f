//! The only place that puts text into cells. It accepts only a [`Line`], whose text is safe for terminals by
//! construction.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::widgets::{Block, BorderType};

use super::theme::Theme;
use crate::text::{Line, TextRole, ascii, visible_string, width};

/// Puts a line into the first row of an area, in a style on top of which the styles of the runs apply. What does not fit
/// is cut off.
pub(super) fn put(line: &Line, area: Rect, base: Style, theme: Theme, buffer: &mut Buffer) {
    let area = area.intersection(buffer.area);
    if area.is_empty() {
        return;
    }
    let mut x = area.x;
    for run in line.runs() {
        let room = usize::from(area.right().saturating_sub(x));
        let mut style = base.patch(theme.run(run));
        // On a reversed background, dim text is illegible and colours make patches.
        if base.add_modifier.contains(Modifier::REVERSED) {
            style = Style { fg: None, ..style.remove_modifier(Modifier::DIM) };
        }
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

/// The text at the right of a title on the border of an area; empty when both do not fit.
pub(super) fn fit_beside<'w>(title: &str, text: &'w str, area: Rect) -> &'w str {
    // A space on each side of both, and at least three cells of border.
    let needed = width(title) + width(text) + 7;
    if needed <= usize::from(area.width) { text } else { "" }
}

/// A bordered block with a title on the left and a count on the right; the focused one has a heavy border.
pub(super) fn block(title: &str, count: &str, focused: bool, theme: Theme) -> Block<'static> {
    let kind = if focused { BorderType::Thick } else { BorderType::Plain };
    let title_style = theme.role(if focused { TextRole::Strong } else { TextRole::Dim });
    let on_border =
        |text: &str| ratatui::text::Line::styled(format!(" {} ", visible_string(text)), title_style);
    let block = Block::bordered().border_type(kind).border_style(theme.border(focused));
    let block = if title.is_empty() { block } else { block.title_top(on_border(title)) };
    if count.is_empty() { block } else { block.title_top(on_border(count).right_aligned()) }
}

/// Replaces all symbols in the buffer with ASCII, cell by cell, so that nothing moves.
pub(super) fn replace_with_ascii(buffer: &mut Buffer) {
    let mut wide = None;
    for cell in &mut buffer.content {
        // The cell after a wide character was covered by it and becomes visible.
        if let Some(style) = wide.take() {
            cell.set_symbol(" ").set_style(style);
        } else if !cell.symbol().is_ascii() {
            wide = (width(cell.symbol()) > 1).then(|| cell.style());
            let replacement = ascii(cell.symbol());
            cell.set_char(replacement);
        }
    }
}
