//! Keys and clicks, and what they mean.

use crate::app::input::key::Key;
use crate::app::input::keymap::Keymap;
use crate::app::list::List;

pub mod command;
pub mod key;
pub mod keymap;
pub(in crate::app) mod typing;

/// Keys and clicks.
#[derive(Debug)]
pub(in crate::app) struct Input {
    /// Which keys do what.
    pub(in crate::app) keymap: Keymap,
    /// The first keys of a sequence that is not finished.
    pub(in crate::app) pending: Vec<Key>,
    /// The chosen row in the menu of what may follow them.
    pub(in crate::app) follow_up: List,
    /// Clicks are ours; else they are the terminal's, which selects text with them.
    pub(in crate::app) takes_clicks: bool,
    /// Whether the last click chose a row: only then does a double click open it.
    pub(in crate::app) clicked: bool,
}

impl Default for Input {
    fn default() -> Self {
        Self {
            keymap: Keymap::default(),
            pending: Vec::new(),
            follow_up: List::default(),
            takes_clicks: true,
            clicked: false,
        }
    }
}
