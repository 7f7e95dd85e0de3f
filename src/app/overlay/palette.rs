//! The list of commands: the palette and the help.

use crate::app::input::command::{Command, Group};
use crate::app::list::List;
use crate::app::notice::Notice;
use crate::search::NameMatch;
use tui_input::Input as TextInput;

/// The list of commands.
#[derive(Debug)]
pub struct CommandPalette {
    /// Whether it is the help, which lists all commands, or the palette.
    pub is_help: bool,
    /// Whether letters are typed into the input; otherwise they are keys.
    pub is_typed: bool,
    pub(in crate::app) input: TextInput,
    /// The commands that match the input.
    pub entries: Vec<Entry>,
    /// The selection.
    pub list: List,
}

/// A command in the list.
#[derive(Debug)]
pub struct Entry {
    /// The command.
    pub command: &'static Command,
    /// The heading above it.
    pub heading: Option<CommandHeading>,
    /// Why it is not available; `None` if it is.
    pub unavailable: Option<Notice>,
}

/// A heading among the commands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CommandHeading {
    /// A group of commands.
    Group(Group),
    /// The commands that are not available here.
    NotAvailable,
}

/// How well a command matches the input; the best match is the greatest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::app) enum Match {
    /// A label in either language or the name matches.
    Name(NameMatch),
    /// The words of the input are prefixes of words of the label in the language of the interface.
    LabelPrefix,
    /// The input is one of its keys.
    Key,
}

impl Match {
    pub(in crate::app) fn is_scattered(self) -> bool {
        matches!(self, Self::Name(NameMatch::Subsequence(_)))
    }
}

impl CommandPalette {
    /// The text of the input.
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// The column of the cursor in the text, and how many columns of the text are scrolled out of an input of this width.
    pub fn cursor(&self, columns: usize) -> (usize, usize) {
        (self.input.visual_cursor(), self.input.visual_scroll(columns))
    }

    pub(in crate::app) fn selected(&self) -> Option<&Entry> {
        self.entries.get(self.list.selected()?)
    }
}
