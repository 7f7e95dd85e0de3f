//! Where one types: there stands the terminal's cursor, by which input methods, dead keys and magnifiers find the place.

use ratatui::layout::{Position, Rect};

use super::chrome::find_in_pane_line;
use crate::app::layout::{Mode, inside};
use crate::app::{App, Overlay};

/// What stands before the text of an input in a border.
pub(super) const PROMPT: &str = " > ";

/// The cell where the next letter will stand, if letters are typed at all.
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
        // A word to the user stands where the text is.
        (None, Some(find_in_pane)) if app.notice().is_none() && app.pending().is_empty() => {
            let (_, column) = find_in_pane_line(app, find_in_pane);
            Some(within(app.layout().footer, column))
        }
        _ => None,
    }
}

/// The cell of the cursor of an input in a border, and how many columns of the text before it are out of sight. `ask` says where
/// the cursor is, and that, by the columns that can be seen.
pub(super) fn in_field(area: Rect, ask: &dyn Fn(usize) -> (usize, usize)) -> (Position, usize) {
    let inner = inside(area);
    let prompt = PROMPT.len();
    let (column, hidden) = ask(usize::from(inner.width).saturating_sub(prompt + 2));
    (within(inner, prompt + column.saturating_sub(hidden)), hidden)
}

fn within(area: Rect, column: usize) -> Position {
    let column = u16::try_from(column).unwrap_or(u16::MAX).min(area.width.saturating_sub(1));
    Position { x: area.x + column, y: area.y }
}
