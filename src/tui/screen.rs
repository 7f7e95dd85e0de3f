//! What stands on the terminal, and the bytes that make it show something else.

use std::io::{self, Write};
use std::mem;

use crossterm::queue;
use crossterm::terminal::{Clear, ClearType};
use ratatui::backend::{Backend as _, CrosstermBackend};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::guard;

/// No frame has more cells than this: a terminal may claim 65,535 by 65,535.
const MOST_CELLS: u32 = 1_000_000;

/// The terminal's picture. Not `ratatui::Terminal`: that asks for the size before every frame, which may then be
/// another one than the explorer was laid out for, and it writes to the terminal when it is dropped.
pub(super) struct Screen {
    shown: Buffer,
    next: Buffer,
    backend: CrosstermBackend<Frame>,
    /// Nothing is known about what the terminal shows.
    unknown: bool,
}

impl Screen {
    /// A screen of which nothing is known, not even its size.
    pub(super) fn new() -> Self {
        let nothing = Buffer::empty(Rect::ZERO);
        Self {
            shown: nothing.clone(),
            next: nothing,
            backend: CrosstermBackend::new(Frame::default()),
            unknown: true,
        }
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

    /// Shows what `paint` paints. Writes nothing when that is what stands there.
    pub(super) fn show(&mut self, paint: impl FnOnce(&mut Buffer)) -> io::Result<()> {
        self.next.reset();
        paint(&mut self.next);
        if mem::take(&mut self.unknown) {
            self.shown.reset();
            queue!(self.backend, Clear(ClearType::All))?;
        }
        let changes = self.shown.diff(&self.next);
        if !changes.is_empty() {
            self.backend.draw(changes.into_iter())?;
        }
        Write::flush(&mut self.backend)?;
        mem::swap(&mut self.shown, &mut self.next);
        Ok(())
    }
}

/// The terminal's columns and rows, as far as we use them.
pub(super) fn size() -> io::Result<(u16, u16)> {
    let size = rustix::termios::tcgetwinsize(rustix::stdio::stdout())?;
    let most = MOST_CELLS / u32::from(size.ws_col.max(1));
    Ok((size.ws_col, size.ws_row.min(u16::try_from(most).unwrap_or(u16::MAX))))
}

/// The bytes of one frame, until they leave together. They do not leave by themselves.
#[derive(Default)]
struct Frame(Vec<u8>);

impl Write for Frame {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        let sent = guard::write(&self.0);
        self.0.clear();
        sent
    }
}
