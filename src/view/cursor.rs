//! The position of the terminal cursor while text is typed; input methods, dead keys and screen magnifiers rely on it.

use ratatui::layout::{Position, Rect};

use super::chrome::find_in_pane_line;
use crate::app::layout::{Mode, inside};
use crate::app::{App, Overlay};

/// The prompt of a bordered input.
pub(super) const PROMPT: &str = " > ";

/// The cell of the cursor; none when no text is being typed.
pub fn cursor(app: &App) -> Option<Position> {
    if app.layout().mode == Mode::TooSmall {
        return None;
    }
    match (app.overlay(), &app.find_in_pane()) {
        (Some(Overlay::Search(search)), _) => {
            Some(in_field(app.layout().input, &|columns| search.cursor(columns)).0)
        }
        (Some(Overlay::CommandPalette(palette)), _) => {
            let (input, _) = app.layout().palette(palette.is_help);
            Some(in_field(input, &|columns| palette.cursor(columns)).0)
        }
        // A message covers the input.
        (None, Some(find_in_pane)) if app.notice().is_none() && app.pending().is_empty() => {
            let (_, column) = find_in_pane_line(app, find_in_pane);
            Some(within(app.layout().footer, column))
        }
        _ => None,
    }
}

/// The cell of the cursor in a bordered input, and the number of hidden columns before it. `cursor` returns the column of
/// the cursor and that number, for a number of visible columns.
pub(super) fn in_field(area: Rect, cursor: &dyn Fn(usize) -> (usize, usize)) -> (Position, usize) {
    let inner = inside(area);
    let prompt = PROMPT.len();
    let (column, hidden) = cursor(usize::from(inner.width).saturating_sub(prompt + 2));
    (within(inner, prompt + column.saturating_sub(hidden)), hidden)
}

fn within(area: Rect, column: usize) -> Position {
    let column = u16::try_from(column).unwrap_or(u16::MAX).min(area.width.saturating_sub(1));
    Position { x: area.x + column, y: area.y }
}
