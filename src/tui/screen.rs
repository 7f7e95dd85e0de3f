//! What stands on the terminal, and the bytes that make it show something else.

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

/// No frame has more cells than this: a terminal may claim 65,535 by 65,535.
const MOST_CELLS: u32 = 1_000_000;

/// The terminal's picture. Not `ratatui::Terminal`: that asks for the size before every frame, which may then be
/// another one than the explorer was laid out for, and it writes to the terminal when it is dropped. Not ratatui's
/// comparison of two frames either: that believes that the terminal draws every cluster as wide as we think it is.
pub(super) struct Screen {
    shown: Buffer,
    next: Buffer,
    /// Nothing is known about what the terminal shows.
    unknown: bool,
    /// Where its cursor is seen.
    cursor: Option<Position>,
}

impl Screen {
    /// A screen of which nothing is known, not even its size.
    pub(super) fn new() -> Self {
        let nothing = Buffer::empty(Rect::ZERO);
        Self { shown: nothing.clone(), next: nothing, unknown: true, cursor: None }
    }

    /// From the next frame on it has this many columns and rows.
    pub(super) fn resize(&mut self, (columns, rows): (u16, u16)) {
        let area = Rect::new(0, 0, columns, rows);
        self.shown.resize(area);
        self.next.resize(area);
        self.forget();
    }

    /// The next frame is drawn from nothing.
    pub(super) fn forget(&mut self) {
        self.unknown = true;
    }

    /// Shows what `paint` paints, and the cursor where it says. Writes nothing when that is what stands there.
    pub(super) fn show(&mut self, paint: impl FnOnce(&mut Buffer) -> Option<Position>) -> io::Result<()> {
        let bytes = self.frame(paint)?;
        if bytes.is_empty() { Ok(()) } else { guard::write(&bytes) }
    }

    /// The bytes that make the terminal show that.
    fn frame(&mut self, paint: impl FnOnce(&mut Buffer) -> Option<Position>) -> io::Result<Vec<u8>> {
        self.next.reset();
        let cursor = paint(&mut self.next);
        let mut bytes = Vec::new();
        if mem::take(&mut self.unknown) {
            self.shown.reset();
            self.cursor = None;
            queue!(bytes, Hide, Clear(ClearType::All))?;
        }
        let columns = usize::from(self.next.area.width).max(1);
        let rows = self.shown.content.chunks(columns).zip(self.next.content.chunks(columns));
        for (y, (old, new)) in (0..).zip(rows) {
            draw_row(y, old, new, &mut bytes)?;
        }
        mem::swap(&mut self.shown, &mut self.next);
        let before = mem::replace(&mut self.cursor, cursor);
        match cursor {
            // Whatever was drawn has moved it.
            Some(Position { x, y }) if !bytes.is_empty() || before != cursor => {
                queue!(bytes, MoveTo(x, y), Show)?;
            }
            None if before.is_some() => queue!(bytes, Hide)?,
            _ => {}
        }
        Ok(bytes)
    }
}

/// Makes another row of one. Where the terminal may think otherwise than we do of how wide a cluster is, before or after,
/// nobody knows what stands on it: it is blanked, and drawn as on a new screen.
fn draw_row(y: u16, old: &[Cell], new: &[Cell], bytes: &mut Vec<u8>) -> io::Result<()> {
    if old == new {
        return Ok(());
    }
    if old.iter().chain(new).all(is_sure) {
        let changed = (0..).zip(old.iter().zip(new)).filter(|(_, (old, new))| old != new);
        return CrosstermBackend::new(bytes).draw(changed.map(|(x, (_, cell))| (x, y, cell)));
    }
    queue!(bytes, MoveTo(0, y), Clear(ClearType::CurrentLine))?;
    let mut backend = CrosstermBackend::new(bytes);
    // Each time it begins it moves the cursor, which may be anywhere behind a cluster in doubt.
    for stretch in strokes(new).chunk_by(|(_, left), _| is_sure(left)) {
        backend.draw(stretch.iter().map(|(x, cell)| (*x, y, cell)))?;
    }
    Ok(())
}

/// What is drawn of a row, and where: in the place of a cluster in doubt first blanks in its style, as many as we give it
/// columns, then the cluster.
fn strokes(row: &[Cell]) -> Vec<(u16, Cell)> {
    let mut strokes = Vec::new();
    let mut covered = 0;
    for (x, cell) in (0..).zip(row) {
        if x < covered && cell.symbol() == " " {
            continue;
        }
        if !is_sure(cell) {
            covered = x + cell.cell_width();
            let mut blank = cell.clone();
            blank.set_symbol(" ");
            strokes.extend((x..covered).map(|x| (x, blank.clone())));
            let behind = row.iter().take(usize::from(covered)).skip(usize::from(x) + 1);
            // The frame of a menu stands on its right half.
            if behind.into_iter().any(|cell| cell.symbol() != " ") {
                continue;
            }
        }
        strokes.push((x, cell.clone()));
    }
    strokes
}

fn is_sure(cell: &Cell) -> bool {
    is_one_column(cell.symbol())
}

/// The terminal's columns and rows, as far as we use them.
pub(super) fn size() -> io::Result<(u16, u16)> {
    let size = rustix::termios::tcgetwinsize(rustix::stdio::stdout())?;
    let most = MOST_CELLS / u32::from(size.ws_col.max(1));
    Ok((size.ws_col, size.ws_row.min(u16::try_from(most).unwrap_or(u16::MAX))))
}

#[cfg(test)]
#[path = "screen_tests.rs"]
mod tests;
