//! The position of the terminal cursor while text is typed; input methods, dead keys and screen magnifiers rely on it.

use ratatui::layout::Position;

use super::chrome::find_in_pane_line;
use super::entry_form;
use super::input_field::{cursor_in, within};
use crate::app::layout::Mode;
use crate::app::{App, Overlay};

/// The cell of the cursor; none when no text is being typed.
pub fn cursor(app: &App) -> Option<Position> {
    if app.layout().mode == Mode::TooSmall {
        return None;
    }
    match (app.overlay(), &app.find_in_pane()) {
        (Some(Overlay::Search(search)), _) => {
            Some(cursor_in(app.layout().input, &|columns| search.cursor(columns)).0)
        }
        (Some(Overlay::CommandPalette(palette)), _) if palette.is_typed => {
            let (input, _) = app.layout().palette(palette.is_help);
            Some(cursor_in(input, &|columns| palette.cursor(columns)).0)
        }
        (Some(Overlay::EntryForm(form)), _) => entry_form::cursor(app, form),
        (Some(overlay @ Overlay::SaveForm(form)), _) => {
            let place = (app.list_area(overlay), form.list);
            entry_form::cell_in_row(app, place, (0, app.save_form_cursor(form)?))
        }
        // A message covers the input.
        (None, Some(find_in_pane)) if app.notice().is_none() && app.pending().is_empty() => {
            let (_, column) = find_in_pane_line(app, find_in_pane);
            Some(within(app.layout().footer, column))
        }
        _ => None,
    }
}
