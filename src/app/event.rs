//! What reaches the explorer from outside, and what it asks of the outside in return.

use crate::app::copied::Copied;
use crate::app::data::Data;
use crate::app::input::key::Key;
use std::path::PathBuf;
use std::sync::Arc;

use crate::export::{ExportFormat, ExportSummary, SaveError, Selection};
use crate::facet::StatementSet;
use crate::lang::Counted;
use crate::search::{Depth, Index, Query, SearchRequest, SearchResults, Searcher};

/// Something happened.
#[derive(Debug)]
pub enum Event {
    /// A key was pressed.
    Key(Key),
    /// A text was pasted.
    Paste(String),
    /// The mouse did something at a cell.
    Mouse(Mouse),
    /// The terminal has this many columns and rows now.
    Resize {
        /// Columns.
        columns: u16,
        /// Rows.
        rows: u16,
    },
    /// The records have been read.
    Loaded(Box<Data>),
    /// They have been read again.
    Reloaded(Box<Data>),
    /// Results of a search; exact ones follow if these are not.
    Found {
        /// The number of the search.
        number: u64,
        /// The results.
        hits: SearchResults,
    },
    /// The statements with a text.
    TextMatched(TextMatched),
    /// A text has left for the clipboard, or could not.
    Copied(Copied, Delivery),
    /// A file was written, or could not be.
    Exported(Exported),
    /// The editor is closed, or could not be opened.
    Edited(Result<(), EditorFault>),
    /// An address has been opened, or could not be.
    Browsed(Browsed),
}

/// Why an editor has not done what it was opened for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EditorFault {
    /// What the environment names has a quotation mark without its twin.
    Unbalanced(String),
    /// The program cannot be started: the name, and the system's reason unless there is no such program.
    NotStarted(String, Option<String>),
    /// It has ended with this status.
    Failed(String, i32),
    /// It has died of this signal.
    Killed(String, i32),
}

/// What became of an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Browsed {
    /// A program has taken it.
    Opened(String),
    /// The reader sits at another machine, or at none with windows.
    Elsewhere(String),
    /// No program has taken it.
    Failed(String),
}

/// The name of a file, what was counted, and what was written; or why not.
pub type Exported = Result<(String, Counted, ExportSummary), SaveError>;

/// How a text went to the clipboard. Only of a program on this machine can it be known that it arrived.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delivery {
    /// A program of this machine, of this name, has taken it.
    Taken(&'static str),
    /// So many bytes were sent to the terminal, which does not answer.
    Sent(usize),
    /// It is so many bytes long, more than terminals take; nothing was sent.
    TooLong(usize),
    /// There is no way to a clipboard from here.
    NoWay,
}

/// A search to run in the background. Its results come back as an [`Event::Found`].
#[derive(Debug, Clone)]
pub struct SearchJob {
    /// A job with a greater number replaces this one.
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
    /// Runs the search to the end.
    pub fn run(&self) -> Event {
        let hits = Searcher::new(Arc::clone(&self.index)).search(&self.request, Depth::Exact, &|| false);
        Event::Found { number: self.number, hits: hits.unwrap_or_default() }
    }
}

/// A search in the background for all statements with a text. They come back as an [`Event::TextMatched`].
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

    /// Runs the search with a searcher of the same index, which may know the words from a search before.
    pub fn run_with(&self, searcher: &mut Searcher) -> Event {
        let query = Query::parse(&self.text).unwrap_or_default();
        let statements = Arc::new(searcher.statements_with(&query).into_iter().collect());
        Event::TextMatched(TextMatched { job: self.clone(), statements })
    }
}

/// The result of a [`TextJob`].
#[derive(Debug)]
pub struct TextMatched {
    /// The job.
    pub job: TextJob,
    /// All statements with the text.
    pub statements: Arc<StatementSet>,
}

/// What the mouse did, and in which cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mouse {
    /// Column, from 0.
    pub column: u16,
    /// Row, from 0.
    pub row: u16,
    /// What it did.
    pub kind: MouseKind,
}

/// What a mouse does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MouseKind {
    /// The left button went down.
    Click,
    /// It went down again at the same place, soon enough.
    DoubleClick,
    /// The wheel turned towards the reader's future: down the page.
    WheelDown,
    /// The wheel turned up the page.
    WheelUp,
}

/// What the explorer asks its shell to do.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Leave.
    Quit,
    /// Leave, and print this on the normal screen.
    QuitPrinting(String),
    /// Give the terminal back until the shell's user asks for us again.
    Suspend,
    /// Draw every cell anew.
    Repaint,
    /// Take the clicks of the mouse, or leave them to the terminal.
    Clicks(bool),
    /// Run a search in the background.
    Search(SearchJob),
    /// Search in the background for all statements with a text.
    MatchText(TextJob),
    /// Bring a text to the clipboard, and say what it was and how that went in an [`Event::Copied`].
    Copy(String, Copied),
    /// Show a text on the normal screen, where it can be selected, until a key is pressed.
    Print(String),
    /// Open a file in the user's editor, and say how that went in an [`Event::Edited`].
    Edit {
        /// The file.
        path: PathBuf,
        /// The line and the column, from 1, unless it is its top.
        at: Option<(u32, u32)>,
    },
    /// Read the records again, and bring them as an [`Event::Reloaded`].
    Reload,
    /// Open an address of the web, and say how that went in an [`Event::Browsed`].
    Browse(String),
    /// Write records into a new file of this name in the working folder, and say how that went in an [`Event::Exported`].
    Export {
        /// The form, by which the name ends.
        format: ExportFormat,
        /// Which records.
        selection: Selection,
        /// The name without its end.
        name: String,
    },
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
