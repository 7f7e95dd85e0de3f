//! Commands: what a user can do, where keys are pressed, and what a row of the table of commands says.

mod table;

pub use table::COMMANDS;

use crate::app::browse::sorting::Order;
use crate::app::form::Form;
use crate::export::ExportFormat;
use crate::lang::{Both, Lang};

/// Everything a user can want.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// Move within a list or a text.
    Move(Move),
    /// To the pane at the left, or one level out.
    Left,
    /// To the pane at the right, or one level in.
    Right,
    /// To the next pane.
    NextPane,
    /// To the pane before.
    PreviousPane,
    /// To the pane of this number.
    Pane(usize),
    /// Open what is chosen.
    Open,
    /// Change the filters.
    Filters(Change),
    /// Narrow the pane while typing.
    FindInPane,
    /// Show or hide rows outside the filters.
    Outside,
    /// To the place before.
    Back,
    /// To the place after.
    Forward,
    /// To the next hit of the last search.
    NextHit,
    /// To the hit before.
    PreviousHit,
    /// Search everything.
    Search,
    /// Search elsewhere: everywhere, in this visit, at this stop.
    SearchWithin,
    /// Look for all kinds, for one kind, for the next one.
    SearchKind,
    /// An older query.
    OlderQuery,
    /// A newer query.
    NewerQuery,
    /// Copy what is chosen.
    Copy,
    /// Copy it in this form.
    CopyAs(Form),
    /// Copy in the form of last time.
    CopyAgain,
    /// In the words of the next translation.
    NextWords,
    /// Show it on the normal screen instead.
    Print,
    /// Write what is in sight into a file.
    Export,
    /// Write it in this form.
    ExportAs(ExportFormat),
    /// Do something outside.
    External(ExternalAction),
    /// Show what is wrong with the data.
    Problems,
    /// Show the commands and their keys.
    Help,
    /// Find a command by its name.
    Palette,
    /// One pane on the whole screen, and back.
    Zoom,
    /// Order the rows of the pane; once more turns them round.
    Sort(Order),
    /// How many lines of a statement a list shows.
    Lines,
    /// The page of a person or a place across all visits.
    Gather,
    /// The statements before and after.
    InContext,
    /// The variants of an utterance side by side.
    Variants,
    /// The words of its next translation in its place.
    Translation,
    /// From the statement to its sources and its file.
    Trail,
    /// Do something with the basket.
    Basket(BasketAction),
    /// The other language.
    Language,
    /// One step out. Never leaves the program.
    StepOut,
    /// Close what lies on top, else leave the program.
    Close,
    /// Leave the program.
    Quit,
    /// Clear the input, or leave the program when asked twice.
    Interrupt,
    /// Take the clicks of the mouse, or leave them to the terminal.
    Clicks,
    /// Hand the terminal back to the shell.
    Suspend,
    /// Draw everything anew.
    Repaint,
    /// Change the text of an input.
    Edit(Edit),
}

/// What is done outside the explorer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ExternalAction {
    /// Open the chosen record in the editor, at its very place.
    EditRecord,
    /// Open its file in the editor.
    EditFile,
    /// Open its source in a browser.
    OpenSource,
    /// Read the records again.
    Reload,
}

/// Changes of the filters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Change {
    /// Put the row beside the filters of its kind.
    Add,
    /// Take off the last filter.
    DropLast,
    /// Take off the filter of this number, from 0.
    Drop(usize),
    /// Take off all filters.
    DropAll,
    /// Undo the last change.
    Undo,
    /// Redo it.
    Redo,
}

/// What can be done with the basket.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BasketAction {
    /// Show it.
    Show,
    /// Put a statement in, or take it out.
    Mark,
    /// Move a statement up.
    Earlier,
    /// Move it down.
    Later,
    /// Empty it.
    Empty,
    /// Bring back what was last in it.
    Undo,
    /// Leave the program, which prints it then.
    Print,
}

/// Steps within a list or a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Move {
    /// To the next row.
    Next,
    /// To the row before.
    Previous,
    /// To the first row.
    First,
    /// To the last row.
    Last,
    /// Half a window down.
    HalfPageDown,
    /// Half a window up.
    HalfPageUp,
    /// A window down.
    PageDown,
    /// A window up.
    PageUp,
}

/// Changes of the text of an input.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Edit {
    /// To the left.
    Left,
    /// To the right.
    Right,
    /// A word to the left.
    WordLeft,
    /// A word to the right.
    WordRight,
    /// To the start.
    Start,
    /// To the end.
    End,
    /// Delete to the left.
    DeleteLeft,
    /// Delete to the right.
    DeleteRight,
    /// Delete the word at the left.
    DeleteWord,
    /// Delete the word at the right.
    DeleteWordRight,
    /// Delete everything.
    Clear,
}

/// Where keys are pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Context {
    /// In the panes.
    Panes,
    /// In the search, where letters are typed.
    Search,
    /// In problems, the trail of a source and variants, which are read.
    Reading,
    /// In a pane that is narrowed, where letters are typed.
    FindInPane,
    /// In the menu of filters.
    Menu,
    /// In the menu of what can be copied.
    Copying,
    /// In the menu of what can be written.
    Exporting,
    /// In the help and the palette, where letters are typed.
    Commands,
    /// In what was brought together: the page of a person or a place, a statement in its context, the basket.
    Pages,
}

impl Context {
    /// Every context.
    pub const ALL: [Self; 9] = [
        Self::Panes,
        Self::Search,
        Self::Reading,
        Self::FindInPane,
        Self::Menu,
        Self::Copying,
        Self::Exporting,
        Self::Commands,
        Self::Pages,
    ];

    /// Its stable name, as it is written in a configuration.
    pub fn name(self) -> &'static str {
        match self {
            Self::Panes => "panes",
            Self::Search => "search",
            Self::Reading => "reading",
            Self::FindInPane => "find-in-pane",
            Self::Menu => "menu",
            Self::Copying => "copying",
            Self::Exporting => "exporting",
            Self::Commands => "commands",
            Self::Pages => "pages",
        }
    }

    /// Whether letters are typed there.
    pub fn is_typed(self) -> bool {
        matches!(self, Self::Search | Self::FindInPane | Self::Commands)
    }

    /// Where that is, in words.
    pub fn label(self, lang: Lang) -> &'static str {
        let m = lang.messages();
        match self {
            Self::Panes => m.in_panes,
            Self::Search => m.in_search,
            Self::Reading => m.in_reading,
            Self::FindInPane => m.while_finding_in_pane,
            Self::Menu => m.in_menu,
            Self::Copying => m.in_copying,
            Self::Exporting => m.in_exporting,
            Self::Commands => m.in_commands,
            Self::Pages => m.in_pages,
        }
    }
}

/// The headings of the help.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// Within a pane.
    Moving,
    /// Between panes.
    Panes,
    /// Choosing what statements must have.
    Choosing,
    /// Opening and finding.
    Reading,
    /// Copying and writing.
    Leaving,
    /// While typing.
    Editing,
    /// The program as a whole.
    Program,
}

/// A row of the table.
#[derive(Debug)]
pub struct Command {
    /// What it does.
    pub action: Action,
    /// The stable name.
    pub name: &'static str,
    /// Where the help lists it.
    pub group: Group,
    /// What it does, in words.
    pub words: Both,
    /// A word for the key hints in the footer.
    pub hint: Option<Both>,
    /// Keys by contexts; alternatives are separated by commas, the keys of a sequence by blanks.
    pub keys: &'static [(&'static [Context], &'static str)],
}

impl Command {
    /// The command of an action.
    pub fn of(action: Action) -> Option<&'static Self> {
        COMMANDS.iter().find(|command| command.action == action)
    }

    /// The command of this name.
    pub fn named(name: &str) -> Option<&'static Self> {
        COMMANDS.iter().find(|command| command.name == name)
    }

    /// The keys that it has by itself in a context, as they are written.
    pub fn keys_in(&self, context: Context) -> impl Iterator<Item = &'static str> {
        let here = self.keys.iter().filter(move |(contexts, _)| contexts.contains(&context));
        here.flat_map(|(_, keys)| keys.split(','))
    }
}

impl Group {
    /// Every group, in the order of the help.
    pub const ALL: [Self; 7] = [
        Self::Moving,
        Self::Panes,
        Self::Choosing,
        Self::Reading,
        Self::Editing,
        Self::Leaving,
        Self::Program,
    ];

    /// Its heading.
    pub fn label(self, lang: Lang) -> &'static str {
        let m = lang.messages();
        match self {
            Self::Moving => m.group_moving,
            Self::Panes => m.group_panes,
            Self::Choosing => m.group_choosing,
            Self::Reading => m.group_reading,
            Self::Leaving => m.group_leaving,
            Self::Editing => m.group_editing,
            Self::Program => m.group_program,
        }
    }
}
