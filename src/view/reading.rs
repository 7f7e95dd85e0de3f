//! What is read on top of the panes: the help, the faults of the data, the menus.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Clear, Widget as _};

use super::ink;
use super::panes::{Items, text};
use super::theme::Theme;
use crate::app::{App, CopyMenu, List, Menu};
use crate::text::Line;

/// Draws the lines from a row on, under a title.
pub(super) fn draw(app: &App, (title, row): (&str, usize), theme: Theme, buffer: &mut Buffer) {
    let area = app.layout.overlay;
    ink::block(title, "", true, theme).render(area, buffer);
    text(&app.reading_lines(), row, area, theme, buffer);
}

/// Draws the menu of chips.
pub(super) fn menu(app: &App, menu: &Menu, theme: Theme, buffer: &mut Buffer) {
    let m = app.lang.messages();
    let area = app.layout.menu(menu.rows.len());
    let lines = |row| app.menu_lines(menu, row);
    boxed((m.menu_title, m.menu_hint), (menu.list, &lines), area, theme, buffer);
}

/// Draws the menu of what can be copied, and below it what the chosen row would give.
pub(super) fn copying(app: &App, menu: &CopyMenu, theme: Theme, buffer: &mut Buffer) {
    let m = app.lang.messages();
    let (area, below) = app.layout.copying(menu.list.len());
    let title = if menu.exports.is_some() { m.export_title } else { m.copy_title };
    let lines = |row| app.copying_lines(menu, row);
    boxed((title, m.copy_hint), (menu.list, &lines), area, theme, buffer);
    Clear.render(below, buffer);
    ink::block(m.preview, "", false, theme).render(below, buffer);
    text(&app.copying_preview(menu), 0, below, theme, buffer);
}

/// Draws the rows of a menu in a box, over what stands there.
fn boxed(
    (title, hint): (&str, &str),
    (list, lines): (List, &dyn Fn(usize) -> Vec<Line>),
    area: Rect,
    theme: Theme,
    buffer: &mut Buffer,
) {
    Clear.render(area, buffer);
    ink::block(title, hint, true, theme).render(area, buffer);
    let items = Items { list, lines, focused: true, marks: true, opened: &|_| false, heading: &|_| 0 };
    items.draw(area, theme, buffer);
}
