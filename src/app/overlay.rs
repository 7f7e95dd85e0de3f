//! What can lie on top of the panes.

use super::event::{Browsed, Delivery, EditorFault};
use super::form::{CopyMenu, Form};
use super::menu::Menu;
use super::search::SearchPane;
use crate::facet::Chip;

/// One thing at a time.
#[derive(Debug)]
pub enum Overlay {
    /// The search.
    Search(Box<SearchPane>),
    /// The keys; rows above the window.
    Help(usize),
    /// The faults of the data; rows above the window.
    Problems(usize),
    /// What could be chosen of the record in the detail.
    Menu(Menu),
    /// In which form a record is copied, or records are written.
    Copy(CopyMenu),
}

/// A word to the user. It goes with the next key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// Esc has nothing left to close.
    EscDoesNotQuit,
    /// Ctrl-C quits when it is pressed again.
    OnceMore,
    /// There is nothing to open.
    NothingToOpen,
    /// The data has no faults.
    NoProblems,
    /// A place was gone to: these chips were dropped on the way; it is the hit of this number, of so many.
    Revealed {
        /// The chips.
        dropped: Vec<Chip>,
        /// The number, and how many.
        hit: Option<(usize, usize)>,
    },
    /// Nothing was searched for, or found.
    NoHits,
    /// There is no such chip.
    NoChip,
    /// The row is no chip.
    NothingToAdd,
    /// The chips have no other state.
    NothingToUndo,
    /// There is no place behind or ahead.
    NoPlace,
    /// Nothing is chosen that could be copied.
    NothingToCopy,
    /// The record has no such form.
    NotInThisForm(Form),
    /// What is built in has no file.
    BuiltIn,
    /// What is chosen is written nowhere.
    NothingToEdit,
    /// What came through a pipe has no file.
    NoFile,
    /// The record has no address on the web.
    NoAddress,
    /// The editor has not done what it was opened for.
    NotEdited(EditorFault),
    /// What became of an address.
    Browsed(Browsed),
    /// The records are being read again.
    Reloading,
    /// The records have been read again.
    Reloaded {
        /// How many visits there were, and are.
        visits: (usize, usize),
        /// How many statements.
        statements: (usize, usize),
        /// Whether they say anything else.
        has_changed: bool,
    },
    /// How a copy went.
    Copied(Delivery),
    /// How an export went.
    Exported(String),
}
