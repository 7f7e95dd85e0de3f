//! Messages to the user.

use crate::app::browse::options::Lines;
use crate::app::copied::Copied;
use crate::app::event::{Browsed, Delivery, EditorError, ThemeSaved};
use crate::app::form::Form;
use crate::app::input::key::Key;
use crate::app::theme::Palette;
use crate::facet::Filter;
use crate::model::RecordKind;

/// A message to the user, shown in the footer until the next key press.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// There is nothing left for Esc to close.
    EscDoesNotQuit,
    /// Ctrl-C quits if it is pressed again.
    PressAgainToQuit,
    /// There is nothing to open here.
    NothingToOpen,
    /// The data has no problems.
    NoProblems,
    /// The user has moved to another record.
    Navigated {
        /// The filters that were removed to show it.
        removed: Vec<Filter>,
        /// If it is a search result: its number, from 1, and the number of results.
        result: Option<(usize, usize)>,
    },
    /// There are no search results to step through.
    NoResults,
    /// There is no such filter to remove.
    NoFilter,
    /// The row cannot be used as a filter.
    NotAFilter,
    /// There is no change to undo or redo.
    NothingToUndo,
    /// How many lines of each statement are shown now.
    Lines(Lines),
    /// There is no earlier place in the history.
    AtHistoryStart,
    /// There is no later place in the history.
    AtHistoryEnd,
    /// Nothing is selected that can be copied.
    NothingToCopy,
    /// The record, of this kind, cannot be copied in this form.
    FormNotAvailable(Form, RecordKind),
    /// How to begin: with the built-in example on the screen, or without any records.
    FirstSteps {
        /// Whether the built-in example is shown.
        has_example: bool,
    },
    /// The built-in example is not a file.
    BuiltInHasNoFile,
    /// The selection is not stored in one file.
    NothingToEdit,
    /// The records were read from a pipe, not from a file.
    ReadFromPipe,
    /// The record has no web address.
    NoWebAddress,
    /// The editor failed.
    EditorFailed(EditorError),
    /// Whether a web address was opened.
    Browsed(Browsed),
    /// The command needs all records, which are still being loaded.
    StillLoading,
    /// The records are being reloaded.
    Reloading,
    /// The records have been reloaded.
    Reloaded {
        /// The number of visits before and now.
        visits: (usize, usize),
        /// The number of statements before and now.
        statements: (usize, usize),
        /// Whether any record has changed.
        has_changed: bool,
    },
    /// The shown records are older than the files.
    Outdated,
    /// What was copied, and how.
    Copied(Box<Copied>, Delivery),
    /// The settings have this many problems.
    SettingsProblems(usize),
    /// The session that was kept last cannot be read: which file, and why.
    SessionUnreadable(String),
    /// The result of an export, as text.
    Exported(String),
    /// Whether mouse clicks come to the explorer now, or stay with the terminal.
    MouseCapture(bool),
    /// The command needs a statement.
    NotAStatement,
    /// In the narrow layout every pane fills the screen already.
    AlreadyFullScreen,
    /// Text cannot be pasted here.
    CannotPaste,
    /// These keys have no command here.
    UnboundKeys(Vec<Key>),
    /// A name is needed.
    NameIsMissing,
    /// The name of a file has a folder in it.
    NameWithFolder,
    /// Nothing is selected that has a page.
    NoPage,
    /// The statement has no variants.
    NoVariants,
    /// The statement has no translation.
    NoTranslation,
    /// The rows of the pane cannot be sorted in this order.
    NotSortable,
    /// Why a command does nothing in a view of the whole.
    Stats(StatsNotice),
    /// The explorer is where the user left it.
    SessionRestored,
    /// Whether the theme with this palette was written to the settings.
    ThemeSaved(Palette, ThemeSaved),
    /// About records that are added.
    Entry(EntryNotice),
    /// About the basket.
    Basket(BasketNotice),
}

/// Why a command does nothing in a view of the whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StatsNotice {
    /// The row has no value that could be compared.
    NothingToMark,
    /// Fewer than two values are marked.
    TooFewMarked,
    /// The view shows nothing.
    NothingToDraw,
    /// The view cannot be zoomed.
    NotZoomable,
    /// The view is not the map.
    NotAMap,
    /// The view is not the matrix.
    NotAMatrix,
}

/// A message about the basket.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BasketNotice {
    /// The command works in the basket only.
    NotOpen,
    /// No statement is marked.
    Empty,
    /// Quitting would lose this many marked statements.
    WouldBeLost(usize),
    /// The basket has this many statements now.
    Holds(usize),
    /// The basket is kept under this name.
    Kept(String),
    /// A basket is kept under this name already.
    NameIsTaken(String),
    /// No basket is kept.
    NoneIsKept,
    /// Files of baskets cannot be read: which, and why.
    Unreadable(String),
    /// A basket was opened.
    Opened {
        /// How many of its statements are in the data.
        present: usize,
        /// How many are not.
        missing: usize,
    },
}

/// A message about records that are added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EntryNotice {
    /// There is no file to which a record could be added.
    NoFileToAddTo,
    /// The file is one of JSON lines, to which nothing is added.
    JsonLines,
    /// Closing the form would lose what was typed.
    FormWouldBeLost,
    /// A name was typed that is not known, but begins like a known one.
    MayBeKnown {
        /// What was typed.
        typed: String,
        /// The known name.
        known: String,
    },
    /// The text is too long for a field.
    TextTooLong,
    /// The field has one line.
    OneLineOnly,
    /// The preview is visible already.
    PreviewIsVisible,
    /// A file is being written.
    Writing,
    /// A record was added; its file and its line.
    Added(String),
    /// The addition to this file was taken back.
    Undone(String),
    /// Nothing was written; the reason.
    NotWritten(String),
    /// The text from the editor has not the fields of the form; the reason.
    FaultyText(String),
}
