//! The form by which a record is added, and the preview of what will be written.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::{Clear, Widget as _};

use super::paint;
use super::panes::{Items, text};
use super::theme::Theme;
use crate::app::layout::inside;
use crate::app::{App, EntryForm, FormRow, List};
use crate::text::{Line, TextRole, width};

/// Draws the form; beside it, or in its place, the preview.
pub(super) fn draw(app: &App, form: &EntryForm, theme: Theme, buffer: &mut Buffer) {
    let m = app.lang().messages();
    let (area, _) = app.layout().entry_form();
    let preview = app.form_preview_area(form);
    // Its folders are in the last row of the form.
    let file = app.form_file();
    let file = file.rsplit('/').next().unwrap_or_default();
    Clear.render(area.union(preview).intersection(buffer.area), buffer);
    if preview != area {
        let room = usize::from(area.width).saturating_sub(width(file) + 7);
        let title = Line::of(&app.form_title(form), TextRole::Plain).cut(room).plain();
        paint::block(&title, paint::fit_beside(&title, file, area), true, theme).render(area, buffer);
        let is_blank_first = |row| !matches!(form.row(row), FormRow::Field(_));
        let items = Items {
            list: form.list,
            rows: app.frame().overlay(),
            focused: true,
            shows_selection: true,
            is_active: &|_| false,
            heading_lines: &|row| usize::from(is_blank_first(row)),
            position: String::new(),
            reverses: false,
        };
        items.draw(area, theme, buffer);
    }
    if !preview.is_empty() {
        let covers = preview == area;
        let file = paint::fit_beside(m.will_be_written, file, preview);
        paint::block(m.will_be_written, file, covers, theme).render(preview, buffer);
        text(app.frame().text(), form.scroll.row(), (preview, covers), theme, buffer);
    }
}

/// The cell of the cursor in the field with the focus.
pub(super) fn cursor(app: &App, form: &EntryForm) -> Option<Position> {
    let (area, _) = app.layout().entry_form();
    if app.form_preview_area(form) == area {
        return None;
    }
    cell_in_row(app, (area, form.list), app.form_cursor(form)?)
}

/// The cell of a line and a column of the selected row of the top overlay.
pub(super) fn cell_in_row(
    app: &App,
    (area, list): (Rect, List),
    (line, column): (usize, usize),
) -> Option<Position> {
    let inner = inside(area);
    let selected = list.selected()?;
    let (slot, _) = app.frame().overlay().slots.iter().find(|(slot, _)| slot.item == selected)?;
    let row = slot.at + line.checked_sub(slot.rows.start)?;
    let row = u16::try_from(row).ok().filter(|row| *row < inner.height)?;
    let column = u16::try_from(column + 1).unwrap_or(u16::MAX).min(inner.width.saturating_sub(1));
    Some(Position { x: inner.x + column, y: inner.y + row })
}
