//! The commands as a list: the help, or the palette.

use crate::app::input::command::{Command, Group};
use crate::app::list::List;
use crate::app::notice::Notice;
use crate::search::NameMatch;
use tui_input::Input as TextInput;

/// The list of commands.
#[derive(Debug)]
pub struct CommandPalette {
    /// Whether it is the help, with everything, or the palette.
    pub is_help: bool,
    pub(in crate::app) input: TextInput,
    /// The commands that fit what is typed.
    pub entries: Vec<Entry>,
    /// The chosen one.
    pub list: List,
}

/// A command in the list.
#[derive(Debug)]
pub struct Entry {
    /// Which.
    pub command: &'static Command,
    /// The heading that stands above it.
    pub heading: Option<Above>,
    /// Why it cannot be run here.
    pub why_not: Option<Notice>,
}

/// A heading among the commands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Above {
    /// Of a group.
    Group(Group),
    /// Of what cannot be done here.
    NotHere,
}

/// How well a command matches what is typed; the best match is the greatest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::app) enum Match {
    /// By its name, whichever.
    Name(NameMatch),
    /// Words of the name in the language of the screen begin with the words.
    Shown,
    /// It is one of its keys.
    Key,
}

impl Match {
    pub(in crate::app) fn is_scattered(self) -> bool {
        matches!(self, Self::Name(NameMatch::Subsequence(_)))
    }
}

impl CommandPalette {
    /// What is typed.
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// Where in the input the cursor stands, and how many columns of it are out of sight when `columns` can be seen.
    pub fn cursor(&self, columns: usize) -> (usize, usize) {
        (self.input.visual_cursor(), self.input.visual_scroll(columns))
    }

    pub(in crate::app) fn chosen(&self) -> Option<&Entry> {
        self.entries.get(self.list.selected()?)
    }
}
