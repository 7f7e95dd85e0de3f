//! Keys, the keymap and commands; the state of keyboard and mouse.

use crate::app::input::key::Key;
use crate::app::input::keymap::Keymap;
use crate::app::list::List;

pub mod command;
pub mod key;
pub mod keymap;
pub(in crate::app) mod rows;
pub(in crate::app) mod typing;

/// The state of keyboard and mouse.
#[derive(Debug)]
pub(in crate::app) struct Input {
    /// The keys of the commands.
    pub(in crate::app) keymap: Keymap,
    /// The first keys of an unfinished sequence.
    pub(in crate::app) pending: Vec<Key>,
    /// The selection in the menu of the commands that may follow.
    pub(in crate::app) follow_up: List,
    /// Whether mouse clicks come to the explorer; otherwise the terminal selects text with them.
    pub(in crate::app) captures_mouse: bool,
    /// Whether the last click was on a row: only then a double click opens it.
    pub(in crate::app) clicked_row: bool,
}

impl Default for Input {
    fn default() -> Self {
        Self {
            keymap: Keymap::default(),
            pending: Vec::new(),
            follow_up: List::default(),
            captures_mouse: true,
            clicked_row: false,
        }
    }
}
