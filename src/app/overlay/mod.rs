//! What lies on the panes, one thing over the other.

pub(in crate::app) mod copying;
pub(in crate::app) mod menu;
pub(in crate::app) mod page;
pub(in crate::app) mod palette;
pub(in crate::app) mod search;

use crate::app::identity::RecordKey;
use crate::app::list::List;
use crate::app::overlay::copying::CopyMenu;
use crate::app::overlay::menu::Menu;
use crate::app::overlay::page::RecordPage;
use crate::app::overlay::palette::CommandPalette;
use crate::app::overlay::search::SearchPane;
use crate::app::scroll::Scroll;

/// One thing at a time.
#[derive(Debug)]
pub enum Overlay {
    /// The search.
    Search(Box<SearchPane>),
    /// The commands: the help, or the palette.
    CommandPalette(CommandPalette),
    /// What could be chosen of the record in the detail.
    Menu(Menu),
    /// In which form records are copied, or written.
    Copy(CopyMenu),
    /// Records of all visits, brought together.
    RecordPage(RecordPage),
    /// A text that is read; rows above the window.
    TextView(TextView, Scroll),
}

/// A text that is read on top of the panes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextView {
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
            Self::CommandPalette(palette) => Some(palette.list),
            Self::Menu(menu) => Some(menu.list),
            Self::Copy(menu) => Some(menu.list),
            Self::RecordPage(page) => Some(page.list),
            Self::TextView(..) => None,
        }
    }

    pub(in crate::app) fn put(&mut self, list: List) {
        match self {
            Self::Search(search) => {
                if search.list.selected() != list.selected() {
                    search.scroll = Scroll::at_hit();
                }
                search.list = list;
            }
            Self::CommandPalette(palette) => palette.list = list,
            Self::Menu(menu) => menu.list = list,
            Self::Copy(menu) => menu.list = list,
            Self::RecordPage(page) => page.list = list,
            Self::TextView(..) => {}
        }
    }
}

/// A stack: what was opened last lies on top, and what it was opened on comes back when it goes.
#[derive(Debug, Default)]
pub(in crate::app) struct Overlays(Vec<Overlay>);

impl Overlays {
    /// What lies on top.
    pub(in crate::app) fn top(&self) -> Option<&Overlay> {
        self.0.last()
    }

    pub(in crate::app) fn top_mut(&mut self) -> Option<&mut Overlay> {
        self.0.last_mut()
    }

    /// What lies under that.
    pub(in crate::app) fn below(&self) -> Option<&Overlay> {
        self.0.iter().rev().nth(1)
    }

    /// Everything, from the top down.
    pub(in crate::app) fn iter(&self) -> impl Iterator<Item = &Overlay> {
        self.0.iter().rev()
    }

    pub(in crate::app) fn iter_mut(&mut self) -> impl Iterator<Item = &mut Overlay> {
        self.0.iter_mut().rev()
    }

    /// Whether the panes are all there is.
    pub(in crate::app) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Opens something on top.
    pub(in crate::app) fn push(&mut self, overlay: Overlay) {
        self.0.push(overlay);
    }

    /// Opens what there is, one over the other.
    pub(in crate::app) fn extend(&mut self, overlays: impl IntoIterator<Item = Overlay>) {
        self.0.extend(overlays);
    }

    /// Takes away what lies on top.
    pub(in crate::app) fn pop(&mut self) -> Option<Overlay> {
        self.0.pop()
    }

    /// The same, if it is what is meant.
    pub(in crate::app) fn pop_if(&mut self, is_meant: impl FnOnce(&Overlay) -> bool) -> Option<Overlay> {
        if self.top().is_some_and(is_meant) { self.pop() } else { None }
    }

    /// Takes away everything, and returns it from the lowest up.
    pub(in crate::app) fn take(&mut self) -> Vec<Overlay> {
        std::mem::take(&mut self.0)
    }
}
