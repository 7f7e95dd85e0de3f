//! Events, which are the input of the explorer, and effects, which are its output.

use crate::app::copied::Copied;
use crate::app::data::Data;
use crate::app::input::key::Key;
use crate::app::theme::Palette;
use std::path::PathBuf;
use std::sync::Arc;

use crate::edit::{self, AddError, Saved};
use crate::entry::NewRecord;
use crate::export::{ExportFormat, ExportSummary, KeptBasket, KeptBaskets, Naming, SaveError, Selection};
use crate::facet::StatementSet;
use crate::lang::Counted;
use crate::load::Progress;
use crate::search::{Depth, Index, Query, SearchRequest, SearchResults, Searcher};

/// An event from outside the explorer.
#[derive(Debug)]
pub enum Event {
    /// A key was pressed.
    Key(Key),
    /// A text was pasted.
    Paste(String),
    /// The mouse was used.
    Mouse(Mouse),
    /// The size of the terminal has changed.
    Resize {
        /// The number of columns.
        columns: u16,
        /// The number of rows.
        rows: u16,
    },
    /// How far the first load has come.
    Progress(Progress),
    /// A part of the records has been loaded, more than the part before.
    Grown(Box<Data>),
    /// The records have been loaded.
    Loaded(Box<Data>),
    /// The records have been reloaded.
    Reloaded(Box<Data>),
    /// The index of the records that came last is complete.
    Indexed,
    /// Results of a search. Unless they are exact, others follow.
    Found {
        /// The number of the search.
        number: u64,
        /// The results.
        hits: SearchResults,
    },
    /// The statements that match a text.
    TextMatched(TextMatched),
    /// A text was copied, or could not be.
    Copied(Copied, Delivery),
    /// An export has ended.
    Exported(Exported),
    /// A basket was kept, or could not be.
    BasketKept(Box<KeptBasket>, Result<(), SaveError>),
    /// The baskets that are kept.
    Baskets(KeptBaskets),
    /// The palette that fits the background of the terminal.
    Background(Palette),
    /// The editor was closed, or has failed.
    Edited(Result<(), EditorError>),
    /// A text was changed in the editor, or the editor has failed.
    TextEdited(Result<String, EditorError>),
    /// A record was added to its file, or could not be.
    Added(Result<Box<Saved>, AddError>),
    /// The file with this path is as it was before an addition, or could not be restored.
    Undone(PathBuf, Result<(), edit::SaveError>),
    /// The file with this path is as it was after an addition that was taken back, or could not be changed.
    Redone(PathBuf, Result<(), edit::SaveError>),
    /// A web address was opened, or could not be.
    Browsed(Browsed),
    /// The theme was written to the settings, or could not be.
    ThemeSaved(ThemeSaved),
}

/// Whether the theme was written to the settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ThemeSaved {
    /// It was written to the file with this path.
    InFile(String),
    /// It was written to this file, but this environment variable overrides it.
    Overridden(String, String),
    /// There is no home directory for the file.
    NoHome,
    /// The file with this path has errors, and was left alone.
    Faulty(String),
    /// It cannot be written; the reason.
    Failed(String),
}

/// Why the editor has failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EditorError {
    /// The command for the editor, from the environment, has an unbalanced quotation mark.
    UnbalancedQuotes(String),
    /// The program cannot be started: its name, and the error of the system, or `None` if the program does not exist.
    NotStarted(String, Option<String>),
    /// The program, with this name, has ended with this exit status.
    Failed(String, i32),
    /// The program, with this name, was killed by this signal.
    Killed(String, i32),
    /// The text that was edited cannot be written or read; the reason.
    NoText(String),
}

/// Whether a web address was opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Browsed {
    /// It was opened.
    Opened(String),
    /// The user is at another machine, or there is no graphical display.
    NoDisplay(String),
    /// No program could open it.
    Failed(String),
}

impl Event {
    /// Whether it says that a file could not be written.
    pub fn is_failed_write(&self) -> bool {
        match self {
            Self::Exported(result) => result.is_err(),
            Self::BasketKept(_, result) => result.is_err(),
            Self::Added(result) => result.is_err(),
            Self::Undone(_, result) | Self::Redone(_, result) => result.is_err(),
            _ => false,
        }
    }
}

/// The name of the exported file, the noun for its records, and a summary; or the error.
pub type Exported = Result<(String, Counted, ExportSummary), SaveError>;

/// How a text was copied. Only a program on this machine confirms that the text is on the clipboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delivery {
    /// A program with this name has put it on the clipboard.
    Copied(&'static str),
    /// This many bytes were sent to the terminal, which does not confirm them.
    Sent(usize),
    /// The text has this many bytes, more than terminals accept; nothing was sent.
    TooLong(usize),
    /// No clipboard is available.
    NoClipboard,
}

/// A search to run in the background. Its results come back as an [`Event::Found`].
#[derive(Debug, Clone)]
pub struct SearchJob {
    /// Its number; a job with a greater number replaces it.
    pub number: u64,
    /// The index to search.
    pub index: Arc<Index>,
    /// What to search for.
    pub request: SearchRequest,
}

/// A job is identified by its number.
impl PartialEq for SearchJob {
    fn eq(&self, other: &Self) -> bool {
        self.number == other.number
    }
}

impl SearchJob {
    /// Runs the search until the results are exact.
    pub fn run(&self) -> Event {
        let hits = Searcher::new(Arc::clone(&self.index)).search(&self.request, Depth::Exact, &|| false);
        Event::Found { number: self.number, hits: hits.unwrap_or_default() }
    }
}

/// A search in the background for all statements that match a text. They come back as an [`Event::TextMatched`].
#[derive(Debug, Clone)]
pub struct TextJob {
    /// The index to search.
    pub index: Arc<Index>,
    /// The text.
    pub text: String,
}

/// A job is identified by its text and its index.
impl PartialEq for TextJob {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text && Arc::ptr_eq(&self.index, &other.index)
    }
}

impl TextJob {
    /// Runs the search.
    pub fn run(&self) -> Event {
        self.run_with(&mut Searcher::new(Arc::clone(&self.index)))
    }

    /// Runs the search with a searcher of the same index, which caches words between searches.
    pub fn run_with(&self, searcher: &mut Searcher) -> Event {
        let query = Query::parse(&self.text).unwrap_or_default();
        let statements = Arc::new(StatementSet::new(searcher.statements_with(&query)));
        Event::TextMatched(TextMatched { job: self.clone(), statements })
    }
}

/// The result of a [`TextJob`].
#[derive(Debug)]
pub struct TextMatched {
    /// The job.
    pub job: TextJob,
    /// All statements that match the text.
    pub statements: Arc<StatementSet>,
}

/// A mouse event at a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mouse {
    /// The column, from 0.
    pub column: u16,
    /// The row, from 0.
    pub row: u16,
    /// What the mouse did.
    pub kind: MouseKind,
}

/// What the mouse did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MouseKind {
    /// The left button was pressed.
    Click,
    /// The left button was pressed twice at the same cell.
    DoubleClick,
    /// The mouse was moved while the left button was down.
    Drag,
    /// The left button was released.
    Release,
    /// The wheel was turned down.
    WheelDown,
    /// The wheel was turned up.
    WheelUp,
}

/// What the caller must do for the explorer.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Quit.
    Quit,
    /// Quit, and print this text on the normal screen.
    QuitPrinting(String),
    /// Suspend the program.
    Suspend,
    /// Redraw every cell.
    Repaint,
    /// Capture mouse clicks, or leave them to the terminal.
    CaptureMouse(bool),
    /// Run a search in the background.
    Search(SearchJob),
    /// Search in the background for all statements that match a text.
    MatchText(TextJob),
    /// Copy a text, and return its description in an [`Event::Copied`].
    Copy(String, Copied),
    /// Print a text on the normal screen, where it can be selected, until a key is pressed.
    Print(String),
    /// Open a file in the user's editor, then return an [`Event::Edited`].
    Edit {
        /// The file.
        path: PathBuf,
        /// The line and the column, from 1; `None` for the top.
        at: Option<(u32, u32)>,
    },
    /// Let the user change a text in the editor, then return it in an [`Event::TextEdited`].
    EditText(String),
    /// Add a record to a file, then return an [`Event::Added`].
    Add {
        /// The file.
        path: PathBuf,
        /// The record.
        record: Box<NewRecord>,
    },
    /// Restore a file as it was before an addition, then return an [`Event::Undone`].
    Undo(Arc<Saved>),
    /// Make an addition again that was taken back, then return an [`Event::Redone`].
    Redo(Arc<Saved>),
    /// Reload the files, and return the records in an [`Event::Reloaded`].
    Reload,
    /// Open a web address, then return an [`Event::Browsed`].
    Browse(String),
    /// Write the theme to the settings, then return an [`Event::ThemeSaved`].
    SaveTheme(Palette),
    /// Export records to a new file in the working directory, then return an [`Event::Exported`].
    Export {
        /// The format, which also gives the file extension.
        format: ExportFormat,
        /// The records.
        selection: Selection,
        /// The file name without its extension, and how collected quotes begin.
        naming: Naming,
    },
    /// Keep a basket, in place of one of the same name if that is wanted, then return an [`Event::BasketKept`].
    KeepBasket(Box<KeptBasket>, bool),
    /// Read the baskets that are kept, then return them in an [`Event::Baskets`].
    ReadBaskets,
}

impl Effect {
    /// Runs a search in this thread, for callers without another one; `None` for other effects.
    pub fn run_search(&self) -> Option<Event> {
        match self {
            Self::Search(job) => Some(job.run()),
            Self::MatchText(job) => Some(job.run()),
            _ => None,
        }
    }
}
