//! What reaches the explorer from outside, and what it asks of the outside in return.

use super::data::Data;
use super::key::Key;

/// Something happened.
#[derive(Debug)]
pub enum Event {
    /// A key was pressed.
    Key(Key),
    /// The mouse did something at a cell.
    Mouse(Mouse),
    /// The terminal has this many columns and rows now.
    Resize {
        /// Columns.
        columns: u16,
        /// Rows.
        rows: u16,
    },
    /// The records have been read.
    Loaded(Box<Data>),
}

/// What the mouse did, and in which cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mouse {
    /// Column, from 0.
    pub column: u16,
    /// Row, from 0.
    pub row: u16,
    /// What it did.
    pub deed: Deed,
}

/// What a mouse does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// The left button went down.
    Click,
    /// It went down again at the same place, soon enough.
    DoubleClick,
    /// The wheel turned towards the reader's future: down the page.
    WheelDown,
    /// The wheel turned up the page.
    WheelUp,
}

/// What the explorer asks its shell to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// Leave.
    Quit,
    /// Give the terminal back until the shell's user asks for us again.
    Suspend,
    /// Draw every cell anew.
    Repaint,
}
