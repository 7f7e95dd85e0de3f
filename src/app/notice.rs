//! A word to the user.

use crate::app::browse::options::Lines;
use crate::app::copied::Copied;
use crate::app::event::{Browsed, Delivery, EditorFault};
use crate::app::form::Form;
use crate::app::input::key::Key;
use crate::facet::Filter;
use crate::model::RecordKind;

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
    /// A place was gone to: these filters were dropped on the way; it is the hit of this number, of so many.
    Revealed {
        /// The filters.
        dropped: Vec<Filter>,
        /// The number, and how many.
        hit: Option<(usize, usize)>,
    },
    /// Nothing was searched for, or found.
    NoHits,
    /// There is no such filter.
    NoFilter,
    /// The row is no filter.
    NothingToAdd,
    /// The filters have no other state.
    NothingToUndo,
    /// So much is shown of each statement now.
    Lines(Lines),
    /// There is no place behind.
    AtFirstPlace,
    /// There is no place ahead.
    AtLastPlace,
    /// Nothing is chosen that could be copied.
    NothingToCopy,
    /// Records of this kind, or this one, have no such form.
    NotInThisForm(Form, RecordKind),
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
    /// What was copied, and how that went.
    Copied(Box<Copied>, Delivery),
    /// So many faults are in the settings.
    Settings(usize),
    /// How an export went.
    Exported(String),
    /// Whether the clicks of the mouse are ours now.
    Clicks(bool),
    /// Only a statement can be marked, traced, read in context.
    NotAStatement,
    /// Every pane is as large as the screen.
    AlreadyWhole,
    /// Nothing can be pasted here.
    NoInput,
    /// These keys do nothing here.
    NoCommand(Vec<Key>),
    /// That is done in the basket.
    NotInTheBasket,
    /// Nothing is marked.
    NothingMarked,
    /// So many statements are marked, and would be lost.
    Marked(usize),
    /// So many statements were put into the basket, or are in it now.
    InBasket(usize),
    /// Nobody and no place is chosen that could have a page.
    NoPage,
    /// The statement has no variants.
    NoVariants,
    /// The statement has no translation.
    NoTranslation,
    /// The rows of the pane cannot be put in this order.
    NothingToSort,
}
