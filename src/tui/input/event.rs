//! The events that terminal input is decoded to.

use crate::app::key::Key;
use crate::tui::event::TerminalAnswer;

/// A decoded input event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum InputEvent {
    /// A key was pressed.
    Key(Key),
    /// A mouse event in a cell: column and row, from 0.
    Mouse(MouseGesture, u16, u16),
    /// A text was pasted.
    Paste(String),
    /// The terminal has answered.
    Answer(TerminalAnswer),
}

/// The mouse events that the explorer uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MouseGesture {
    /// The left button went down.
    Down,
    /// The mouse was moved with the left button down.
    Drag,
    /// The left button went up.
    Up,
    WheelUp,
    WheelDown,
}

/// The result of parsing the beginning of the input.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Parsed {
    /// A complete sequence: its length in bytes, and its event, if it has one.
    Complete(usize, Option<InputEvent>),
    /// The start of a bracketed paste: its length in bytes.
    PasteStart(usize),
    /// More bytes are needed.
    Incomplete,
}
