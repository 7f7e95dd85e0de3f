//! Keys, the keymap and commands; the state of keyboard and mouse.

use crate::app::input::key::Key;
use crate::app::input::keymap::Keymap;
use crate::app::layout::{Border, Pane};
use crate::app::list::List;

pub mod command;
pub mod key;
pub mod keymap;
pub(in crate::app) mod rows;
pub(in crate::app) mod typing;

/// What the left button of the mouse was pressed on.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::app) struct Pressed {
    /// The border that follows the mouse.
    pub(in crate::app) border: Option<Border>,
    /// The pane whose title it is, unless the mouse was moved.
    pub(in crate::app) title: Option<Pane>,
}

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
    /// What the left button was pressed on, until it is released.
    pub(in crate::app) pressed: Pressed,
    /// Whether the last click was on a row: only then a double click opens it.
    pub(in crate::app) clicked_row: bool,
    /// Whether anything was pressed, pasted or clicked.
    pub(in crate::app) is_used: bool,
}

impl Default for Input {
    fn default() -> Self {
        Self {
            keymap: Keymap::default(),
            pending: Vec::new(),
            follow_up: List::default(),
            captures_mouse: true,
            pressed: Pressed::default(),
            clicked_row: false,
            is_used: false,
        }
    }
}
