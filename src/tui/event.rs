//! The events of the shell's loop.

use std::io;

use crate::app::event::Event;

/// An event of the shell's loop.
pub(super) enum ShellEvent {
    /// An event for the explorer.
    App(Event),
    /// The record files have changed; the watcher reads them on request.
    RecordsChanged,
    /// The terminal has answered what it was asked.
    Answered(TerminalAnswer),
    /// The terminal was resized (SIGWINCH).
    Resized,
    /// SIGTSTP: suspend the process.
    Suspend,
    /// SIGCONT: the process was resumed.
    Resumed,
    /// Exit, and end the process with this signal.
    Terminate(i32),
    /// A thread has panicked; the hook has printed the message.
    Panicked,
    /// Input is paused until it is resumed; all earlier input has been sent.
    InputPaused,
    /// Reading input has failed for good.
    InputFailed(io::Error),
}

/// An answer of the terminal to what it was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TerminalAnswer {
    /// The background is light, or dark.
    Background { is_light: bool },
    /// The attributes of the terminal.
    Attributes,
}
