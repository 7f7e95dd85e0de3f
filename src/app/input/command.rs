//! Commands: their actions, the contexts of keys, and the rows of the table of commands.

mod table;

pub use table::COMMANDS;

use serde::{Deserialize, Serialize};

use crate::app::browse::sorting::Order;
use crate::app::form::Form;
use crate::export::ExportFormat;
use crate::lang::{Both, Lang};

/// Everything the user can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// Move within a list or a text.
    Move(Move),
    /// Go to the pane on the left, or one level out.
    Left,
    /// Go to the pane on the right, or one level in.
    Right,
    /// Go to the next pane.
    NextPane,
    /// Go to the previous pane.
    PreviousPane,
    /// Go to the pane with this index.
    Pane(usize),
    /// Open the selection.
    Open,
    /// Change the filters.
    Filters(FilterChange),
    /// Narrow the pane to the rows that match a text, while it is typed.
    FindInPane,
    /// Show or hide rows outside the filters.
    ToggleOutside,
    /// Go back in the history.
    Back,
    /// Go forward in the history.
    Forward,
    /// Go to the next result of the last search.
    NextResult,
    /// Go to the previous result of the last search.
    PreviousResult,
    /// Open the search.
    Search,
    /// Change the scope of the search: all visits, this visit, this stop.
    SearchWithin,
    /// Change the kind of record to search for: all kinds, or one after the other.
    SearchKind,
    /// Keep the query as a filter of the statements of all visits.
    KeepSearch,
    /// Recall an older query.
    OlderQuery,
    /// Recall a newer query.
    NewerQuery,
    /// Open the copy menu.
    Copy,
    /// Copy in this form.
    CopyAs(Form),
    /// Copy in the last form used.
    CopyAgain,
    /// Copy the next translation, or the original.
    CopyTranslation,
    /// Print on the normal screen instead of copying.
    Print,
    /// Open the export menu.
    Export,
    /// Export in this format.
    ExportAs(ExportFormat),
    /// Run something outside the explorer.
    External(ExternalAction),
    /// Show the problems of the data.
    Problems,
    /// Show the commands and their keys.
    Help,
    /// Open the command palette.
    Palette,
    /// Open the menu of themes.
    Themes,
    /// Let the pane fill the screen, or show all panes again.
    Zoom,
    /// Sort the rows of the pane. The same order again reverses them.
    Sort(Order),
    /// Change how many lines of each statement are shown.
    Lines,
    /// Open the page of a person, an organization or a place across all visits.
    RecordPage,
    /// Show the statements before and after.
    InContext,
    /// Show the variants of a statement side by side.
    Variants,
    /// Show the next translation in place of the original.
    Translation,
    /// Show the path from the statement to its sources and its file.
    SourceTrail,
    /// Show or change the basket.
    Basket(BasketAction),
    /// Add a record.
    Entry(EntryAction),
    /// Open or change a view of the whole.
    Stats(StatsAction),
    /// Switch the language.
    Language,
    /// Go one step out. Never quits.
    StepOut,
    /// Close the top overlay, or quit.
    Close,
    /// Quit.
    Quit,
    /// Clear or close the input; without one, quit when pressed twice.
    Interrupt,
    /// Capture mouse clicks, or leave them to the terminal.
    ToggleMouse,
    /// Suspend the program.
    Suspend,
    /// Redraw the screen.
    Repaint,
    /// Edit the text of an input.
    Edit(Edit),
}

/// Commands that run outside the explorer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ExternalAction {
    /// Open the file of the record or problem in the editor, at its line and column.
    EditRecord,
    /// Open its file in the editor, at the top.
    EditFile,
    /// Open its source in a web browser.
    OpenSource,
    /// Reload the files.
    Reload,
}

/// A change of the filters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FilterChange {
    /// Add the row to the filters, also to those of its kind.
    Add,
    /// Remove the last filter.
    RemoveLast,
    /// Remove the filter with this index.
    Remove(usize),
    /// Remove all filters.
    RemoveAll,
    /// Undo the last change.
    Undo,
    /// Redo the last undone change.
    Redo,
}

/// A command of the basket.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BasketAction {
    /// Show the basket.
    Show,
    /// Mark or unmark a statement.
    Mark,
    /// Move the statement up.
    MoveUp,
    /// Move the statement down.
    MoveDown,
    /// Remove all statements.
    Empty,
    /// Undo the last change of the basket.
    Undo,
    /// Keep the basket under a name.
    Keep,
    /// Open a basket that was kept.
    OpenKept,
    /// Quit, and print the basket.
    QuitAndPrint,
}

/// A command by which records are added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EntryAction {
    /// Open the form for a record of the kind of the pane.
    Add,
    /// Go to the next field.
    NextField,
    /// Go to the previous field.
    PreviousField,
    /// Break the line.
    LineBreak,
    /// Write the record to its file.
    Save,
    /// Show what will be written.
    Preview,
    /// Change the answers in the editor.
    Editor,
}

/// The views of the whole that have commands of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize)]
pub enum StatsKind {
    /// How many, when, who, where to, about what.
    Overview,
    /// When the visits were.
    Timeline,
    /// Where the stops were.
    Map,
    /// Counts by two facts.
    Matrix,
}

impl StatsKind {
    /// All of them, in the order of the tabs.
    pub const ALL: [Self; 4] = [Self::Overview, Self::Timeline, Self::Map, Self::Matrix];
}

/// A command of the views of the whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StatsAction {
    /// Show a view.
    Show(StatsKind),
    /// Go to the next view.
    Next,
    /// Go to the previous view.
    Previous,
    /// Mark a value for a comparison, or unmark it.
    Mark,
    /// Compare the marked values.
    Compare,
    /// Show less of the time or the earth, in more detail.
    ZoomIn,
    /// Show more of it.
    ZoomOut,
    /// Show all of it.
    Fit,
    /// Move the map to the north.
    North,
    /// Move the map to the south.
    South,
    /// Go to the next fact for the rows of the matrix.
    NextRows,
    /// Go to the next fact for its columns.
    NextColumns,
}

/// A step in a list or a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Move {
    /// To the next row.
    Next,
    /// To the previous row.
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

/// An edit of the text of an input.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Edit {
    /// Move the cursor left.
    Left,
    /// Move the cursor right.
    Right,
    /// Move one word left.
    WordLeft,
    /// Move one word right.
    WordRight,
    /// Move to the start.
    Start,
    /// Move to the end.
    End,
    /// Delete the character before the cursor.
    DeleteLeft,
    /// Delete the character at the cursor.
    DeleteRight,
    /// Delete the word before the cursor.
    DeleteWord,
    /// Delete the word after the cursor.
    DeleteWordRight,
    /// Delete everything.
    Clear,
}

/// Where keys are pressed: the same keys may run other commands in another context.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Context {
    /// The panes.
    Panes,
    /// The input of the search.
    Search,
    /// The text views: problems, source trail, variants.
    Reading,
    /// The input of find in pane.
    FindInPane,
    /// The menu of filters.
    Menu,
    /// The copy menu.
    Copying,
    /// The export menu.
    Exporting,
    /// The input of the help and the palette.
    Commands,
    /// The list of the help.
    Help,
    /// The pages of records: an entity across all visits, a statement in context, the basket.
    Pages,
    /// The form by which a record is added.
    Form,
    /// The views of the whole: overview, timeline, map, matrix, comparison.
    Views,
}

impl Context {
    /// All contexts.
    pub const ALL: [Self; 12] = [
        Self::Panes,
        Self::Search,
        Self::Reading,
        Self::FindInPane,
        Self::Menu,
        Self::Copying,
        Self::Exporting,
        Self::Commands,
        Self::Help,
        Self::Pages,
        Self::Form,
        Self::Views,
    ];

    /// Its stable name in the settings.
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
            Self::Help => "help",
            Self::Pages => "pages",
            Self::Form => "form",
            Self::Views => "views",
        }
    }

    /// Whether letters are typed into an input.
    pub fn is_typed(self) -> bool {
        matches!(self, Self::Search | Self::FindInPane | Self::Commands | Self::Form)
    }

    /// Its description: "in the panes".
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
            Self::Help => m.in_help,
            Self::Pages => m.in_pages,
            Self::Form => m.in_form,
            Self::Views => m.in_views,
        }
    }
}

/// The groups of commands in the help.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// Movement within a pane.
    Navigation,
    /// Movement between panes, and how they show records.
    Panes,
    /// Filtering statements.
    Filtering,
    /// Reading and searching.
    Reading,
    /// The whole in numbers and pictures.
    Whole,
    /// Adding records.
    Adding,
    /// Copying and exporting.
    Output,
    /// Editing an input.
    Editing,
    /// The program as a whole.
    Program,
}

/// A row of the table of commands.
#[derive(Debug)]
pub struct Command {
    /// Its action.
    pub action: Action,
    /// Its stable name, for settings and the palette.
    pub name: &'static str,
    /// Its group in the help.
    pub group: Group,
    /// What it does, for the help and the palette.
    pub label: Both,
    /// A short label for the key hints in the footer.
    pub hint: Option<Both>,
    /// Keys by contexts; alternatives are separated by commas, the keys of a sequence by spaces.
    pub keys: &'static [(&'static [Context], &'static str)],
}

impl Command {
    /// The command with this action.
    pub fn of(action: Action) -> Option<&'static Self> {
        COMMANDS.iter().find(|command| command.action == action)
    }

    /// The command with this name.
    pub fn named(name: &str) -> Option<&'static Self> {
        COMMANDS.iter().find(|command| command.name == name)
    }

    /// Its default keys in a context, as in the table.
    pub fn keys_in(&self, context: Context) -> impl Iterator<Item = &'static str> {
        let here = self.keys.iter().filter(move |(contexts, _)| contexts.contains(&context));
        here.flat_map(|(_, keys)| keys.split(','))
    }
}

impl Group {
    /// All groups, in the order of the help.
    pub const ALL: [Self; 9] = [
        Self::Navigation,
        Self::Panes,
        Self::Filtering,
        Self::Reading,
        Self::Whole,
        Self::Adding,
        Self::Editing,
        Self::Output,
        Self::Program,
    ];

    /// Its heading.
    pub fn label(self, lang: Lang) -> &'static str {
        let m = lang.messages();
        match self {
            Self::Navigation => m.group_moving,
            Self::Panes => m.group_panes,
            Self::Filtering => m.group_choosing,
            Self::Reading => m.group_reading,
            Self::Whole => m.group_whole,
            Self::Adding => m.group_adding,
            Self::Output => m.group_leaving,
            Self::Editing => m.group_editing,
            Self::Program => m.group_program,
        }
    }
}
