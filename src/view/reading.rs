//! What is read on top of the panes: the help, and the faults of the data.

use ratatui::buffer::Buffer;
use ratatui::widgets::Widget as _;

use super::ink;
use super::panes::text;
use super::theme::Theme;
use crate::app::App;

/// Draws the lines from a row on, under a title.
pub(super) fn draw(app: &App, (title, row): (&str, usize), theme: Theme, buffer: &mut Buffer) {
    let area = app.layout.overlay;
    ink::block(title, "", true, theme).render(area, buffer);
    text(&app.reading_lines(), row, area, theme, buffer);
}
