//! What can lie on top of the panes.

use super::search::SearchPane;

/// One thing at a time.
#[derive(Debug)]
pub enum Overlay {
    /// The search.
    Search(SearchPane),
    /// The keys; rows above the window.
    Help(usize),
    /// The faults of the data; rows above the window.
    Problems(usize),
}

/// A word to the user. It goes with the next key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// Esc has nothing left to close.
    EscDoesNotQuit,
    /// Ctrl-C quits when it is pressed again.
    OnceMore,
    /// There is nothing to open.
    NothingToOpen,
    /// The data has no faults.
    NoProblems,
}
