//! The one place where text is put into cells. Only a [`Line`] can be put, and a line is harmless by its making.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::widgets::{Block, BorderType};

use super::theme::Theme;
use crate::text::{Line, TextRole, ascii, visible_string, width};

/// Puts a line into the first row of an area, over a style. What does not fit is left out.
pub(super) fn put(line: &Line, area: Rect, over: Style, theme: Theme, buffer: &mut Buffer) {
    let area = area.intersection(buffer.area);
    if area.is_empty() {
        return;
    }
    let mut x = area.x;
    for run in line.runs() {
        let room = usize::from(area.right().saturating_sub(x));
        let mut style = over.patch(theme.run(run));
        // On a turned ground dim letters cannot be read, and colours make patches.
        if over.add_modifier.contains(Modifier::REVERSED) {
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

/// What may stand at the right of a title in the border of an area: nothing, when both do not fit.
pub(super) fn beside<'w>(title: &str, words: &'w str, area: Rect) -> &'w str {
    // A blank at each side of both, and some border.
    let needed = width(title) + width(words) + 7;
    if needed <= usize::from(area.width) { words } else { "" }
}

/// A bordered block with a title at the left and a count at the right: heavy for what has the keys.
pub(super) fn block(title: &str, count: &str, focused: bool, theme: Theme) -> Block<'static> {
    let kind = if focused { BorderType::Thick } else { BorderType::Plain };
    let text = theme.role(if focused { TextRole::Strong } else { TextRole::Dim });
    let on_border = |words: &str| ratatui::text::Line::styled(format!(" {} ", visible_string(words)), text);
    let block = Block::bordered().border_type(kind).border_style(theme.border(focused));
    let block = if title.is_empty() { block } else { block.title_top(on_border(title)) };
    if count.is_empty() { block } else { block.title_top(on_border(count).right_aligned()) }
}

/// Writes everything that is drawn in ASCII, cell by cell, so that all of it stays where it is.
pub(super) fn spell_in_ascii(buffer: &mut Buffer) {
    let mut wide = None;
    for cell in &mut buffer.content {
        // The cell behind a wide character has been covered by it, and is seen now.
        if let Some(style) = wide.take() {
            cell.set_symbol(" ").set_style(style);
        } else if !cell.symbol().is_ascii() {
            wide = (width(cell.symbol()) > 1).then(|| cell.style());
            let sign = ascii(cell.symbol());
            cell.set_char(sign);
        }
    }
}
