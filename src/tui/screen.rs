//! Tracks what the terminal shows, and makes the bytes that update it.

use std::io;
use std::mem;

use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::queue;
use crossterm::terminal::{Clear, ClearType};
use ratatui::backend::{Backend as _, CrosstermBackend};
use ratatui::buffer::{Buffer, Cell, CellWidth as _};
use ratatui::layout::{Position, Rect};

use super::guard;
use crate::text::is_one_column;

/// The maximum number of cells of a frame: a terminal may claim 65,535 by 65,535.
const MAX_CELLS: u32 = 1_000_000;

/// The content of the terminal. Not `ratatui::Terminal`, which queries the size before every frame (it may differ from the one
/// of the layout) and writes to the terminal when dropped. Nor ratatui's diff of two frames, which relies on the terminal
/// drawing every cluster with the expected width.
pub(super) struct Screen {
    shown: Buffer,
    next: Buffer,
    /// Whether the content of the terminal is unknown.
    is_unknown: bool,
    /// The position of the visible cursor.
    cursor: Option<Position>,
}

impl Screen {
    /// A screen with unknown size and content.
    pub(super) fn new() -> Self {
        let nothing = Buffer::empty(Rect::ZERO);
        Self { shown: nothing.clone(), next: nothing, is_unknown: true, cursor: None }
    }

    /// Sets the size for the next frame, in columns and rows.
    pub(super) fn resize(&mut self, (columns, rows): (u16, u16)) {
        let area = Rect::new(0, 0, columns, rows);
        self.shown.resize(area);
        self.next.resize(area);
        self.invalidate();
    }

    /// Redraws everything with the next frame.
    pub(super) fn invalidate(&mut self) {
        self.is_unknown = true;
    }

    /// Draws the frame and the cursor that `paint` returns. Writes nothing if they are unchanged.
    pub(super) fn show(&mut self, paint: impl FnOnce(&mut Buffer) -> Option<Position>) -> io::Result<()> {
        let bytes = self.frame(paint)?;
        if bytes.is_empty() { Ok(()) } else { guard::write(&bytes) }
    }

    /// The bytes that update the terminal.
    fn frame(&mut self, paint: impl FnOnce(&mut Buffer) -> Option<Position>) -> io::Result<Vec<u8>> {
        self.next.reset();
        let cursor = paint(&mut self.next);
        let mut bytes = Vec::new();
        if mem::take(&mut self.is_unknown) {
            self.shown.reset();
            self.cursor = None;
            queue!(bytes, Hide, Clear(ClearType::All))?;
        }
        let columns = usize::from(self.next.area.width).max(1);
        let rows = self.shown.content.chunks(columns).zip(self.next.content.chunks(columns));
        for ((old, new), y) in rows.zip(0..) {
            draw_row(y, old, new, &mut bytes)?;
        }
        mem::swap(&mut self.shown, &mut self.next);
        let before = mem::replace(&mut self.cursor, cursor);
        match cursor {
            // Drawing has moved the cursor.
            Some(Position { x, y }) if !bytes.is_empty() || before != cursor => {
                queue!(bytes, MoveTo(x, y), Show)?;
            }
            None if before.is_some() => queue!(bytes, Hide)?,
            _ => {}
        }
        Ok(bytes)
    }
}

/// Updates a row. If the old or the new row has clusters of uncertain width, the state of the row is unknown: it is cleared and
/// redrawn.
fn draw_row(y: u16, old: &[Cell], new: &[Cell], bytes: &mut Vec<u8>) -> io::Result<()> {
    if old == new {
        return Ok(());
    }
    if old.iter().chain(new).all(has_certain_width) {
        // The numbers come second: a terminal may have 65,535 columns, and none is counted beyond them.
        let changed = old.iter().zip(new).zip(0..).filter(|((old, new), _)| old != new);
        return CrosstermBackend::new(bytes).draw(changed.map(|((_, cell), x)| (x, y, cell)));
    }
    queue!(bytes, MoveTo(0, y), Clear(ClearType::CurrentLine))?;
    let mut backend = CrosstermBackend::new(bytes);
    // Each call moves the cursor first, whose position is unknown after a cluster of uncertain width.
    for stretch in draws(new).chunk_by(|(_, left), _| has_certain_width(left)) {
        backend.draw(stretch.iter().map(|(x, cell)| (*x, y, cell)))?;
    }
    Ok(())
}

/// The cells to draw of a row, with their columns. A cluster of uncertain width is preceded by blanks in its style over its
/// expected width.
fn draws(row: &[Cell]) -> Vec<(u16, Cell)> {
    let mut draws = Vec::new();
    let mut covered: u16 = 0;
    for (cell, x) in row.iter().zip(0..) {
        if x < covered && cell.symbol() == " " {
            continue;
        }
        if !has_certain_width(cell) {
            covered = x.saturating_add(cell.cell_width());
            let mut blank = cell.clone();
            blank.set_symbol(" ");
            draws.extend((x..covered).map(|x| (x, blank.clone())));
            let after = row.iter().take(usize::from(covered)).skip(usize::from(x) + 1);
            // A menu border covers its right half.
            if after.into_iter().any(|cell| cell.symbol() != " ") {
                continue;
            }
        }
        draws.push((x, cell.clone()));
    }
    draws
}

fn has_certain_width(cell: &Cell) -> bool {
    is_one_column(cell.symbol())
}

/// The size of the terminal in columns and rows, limited by the maximum number of cells.
pub(super) fn size() -> io::Result<(u16, u16)> {
    let size = rustix::termios::tcgetwinsize(rustix::stdio::stdout())?;
    let most = MAX_CELLS / u32::from(size.ws_col.max(1));
    Ok((size.ws_col, size.ws_row.min(u16::try_from(most).unwrap_or(u16::MAX))))
}

#[cfg(test)]
#[path = "screen_tests.rs"]
mod tests;
