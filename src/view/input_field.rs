//! A bordered input of one line, and the position of its cursor.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::widgets::Widget as _;

use super::paint;
use super::theme::Theme;
use crate::app::layout::inside;
use crate::text::{Line, TextRole};

/// The prompt.
const PROMPT: &str = " > ";

/// Draws a bordered input. `cursor` returns the column of the cursor and the number of hidden columns before it, for a
/// number of visible columns.
pub(super) fn draw(
    (title, right): (&str, &str),
    (typed, cursor): (&Line, &dyn Fn(usize) -> (usize, usize)),
    area: Rect,
    theme: Theme,
    buffer: &mut Buffer,
) {
    paint::block(title, paint::fit_beside(title, right, area), true, theme).render(area, buffer);
    let (_, hidden) = cursor_in(area, cursor);
    let line = Line::of(PROMPT, TextRole::Accent).joined(&typed.skip(hidden));
    paint::put(&line, inside(area), Style::default(), theme, buffer);
}

/// The cell of the cursor in a bordered input, and the number of hidden columns before it. `cursor` returns the column of
/// the cursor and that number, for a number of visible columns.
pub(super) fn cursor_in(area: Rect, cursor: &dyn Fn(usize) -> (usize, usize)) -> (Position, usize) {
    let inner = inside(area);
    let prompt = PROMPT.len();
    let (column, hidden) = cursor(usize::from(inner.width).saturating_sub(prompt + 2));
    (within(inner, prompt + column.saturating_sub(hidden)), hidden)
}

/// A cell of the first row of an area, not beyond its last column.
pub(super) fn within(area: Rect, column: usize) -> Position {
    let column = u16::try_from(column).unwrap_or(u16::MAX).min(area.width.saturating_sub(1));
    Position { x: area.x + column, y: area.y }
}
