//! What can lie on top of the panes.

use ratatui::layout::Rect;

use super::App;
use super::copied::Copied;
use super::event::{Browsed, Delivery, EditorFault};
use super::form::{CopyMenu, Form};
use super::gathering::Gathering;
use super::guide::Guide;
use super::identity::RecordKey;
use super::key::Key;
use super::layout::{inside, text_columns};
use super::list::{Heights, List};
use super::looking::Lines;
use super::menu::Menu;
use super::scroll::Scroll;
use super::search::SearchPane;
use crate::facet::Chip;
use crate::model::RecordKind;
use crate::text::Line;

/// One thing at a time.
#[derive(Debug)]
pub enum Overlay {
    /// The search.
    Search(Box<SearchPane>),
    /// The commands: the help, or the palette.
    Guide(Guide),
    /// What could be chosen of the record in the detail.
    Menu(Menu),
    /// In which form records are copied, or written.
    Copy(CopyMenu),
    /// Records of all visits, brought together.
    Gathering(Gathering),
    /// A text that is read; rows above the window.
    Reading(Text, Scroll),
}

/// A text that is read on top of the panes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Text {
    /// The faults of the data.
    Problems,
    /// From a statement to its sources and its file.
    Trail(RecordKey),
    /// The variants of an utterance side by side.
    Variants(RecordKey),
}

impl Overlay {
    /// The list in it, unless it is a text.
    pub fn list(&self) -> Option<List> {
        match self {
            Self::Search(search) => Some(search.list),
            Self::Guide(guide) => Some(guide.list),
            Self::Menu(menu) => Some(menu.list),
            Self::Copy(menu) => Some(menu.list),
            Self::Gathering(gathering) => Some(gathering.list),
            Self::Reading(..) => None,
        }
    }

    fn put(&mut self, list: List) {
        match self {
            Self::Search(search) => {
                if search.list.selected() != list.selected() {
                    search.scroll = Scroll::at_hit();
                }
                search.list = list;
            }
            Self::Guide(guide) => guide.list = list,
            Self::Menu(menu) => menu.list = list,
            Self::Copy(menu) => menu.list = list,
            Self::Gathering(gathering) => gathering.list = list,
            Self::Reading(..) => {}
        }
    }
}

impl App {
    /// Where the list of an overlay stands, with its border.
    pub fn list_area(&self, overlay: &Overlay) -> Rect {
        match overlay {
            Overlay::Search(_) => self.layout.results,
            Overlay::Guide(guide) => self.layout.guide(guide.is_help).1,
            Overlay::Menu(menu) => self.layout.menu(menu.rows.len()),
            Overlay::Copy(menu) => self.layout.copying(menu.list.len()).0,
            Overlay::Gathering(_) | Overlay::Reading(..) => self.layout.overlay,
        }
    }

    /// A row of the list of an overlay.
    pub fn overlay_lines(&self, overlay: &Overlay, row: usize) -> Vec<Line> {
        let columns = text_columns(self.list_area(overlay));
        match overlay {
            Overlay::Search(search) => self.result_lines(search, row),
            Overlay::Guide(guide) => self.guide_lines(guide, row, columns),
            Overlay::Menu(menu) => self.menu_lines(menu, row),
            Overlay::Copy(menu) => self.copying_lines(menu, row),
            Overlay::Gathering(gathering) => self.gathered_lines(gathering, row, columns),
            Overlay::Reading(..) => Vec::new(),
        }
    }

    /// Does something to the list on top, by its window and the heights of its rows; says whether there is one.
    pub(super) fn on_top(&mut self, deed: impl FnOnce(&mut List, usize, Heights<'_>)) -> bool {
        let Some(mut overlay) = self.overlays.pop() else { return false };
        let list = overlay.list();
        if let Some(mut list) = list {
            let window = usize::from(inside(self.list_area(&overlay)).height);
            deed(&mut list, window, &|row| self.overlay_lines(&overlay, row).len().max(1));
            overlay.put(list);
        }
        self.overlays.push(overlay);
        list.is_some()
    }
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
