//! The overlays: what is open above the panes, as a stack.

pub(in crate::app) mod choices;
pub(in crate::app) mod copy_menu;
pub(in crate::app) mod entry_form;
pub(in crate::app) mod filter_menu;
pub(in crate::app) mod page;
pub(in crate::app) mod palette;
pub(in crate::app) mod save_form;
pub(in crate::app) mod search;
pub(in crate::app) mod stats_view;
pub(in crate::app) mod theme_menu;

use crate::app::identity::RecordKey;
use crate::app::list::List;
use crate::app::overlay::copy_menu::CopyMenu;
use crate::app::overlay::entry_form::EntryForm;
use crate::app::overlay::filter_menu::FilterMenu;
use crate::app::overlay::page::RecordPage;
use crate::app::overlay::palette::CommandPalette;
use crate::app::overlay::save_form::{BasketMenu, SaveForm};
use crate::app::overlay::search::SearchPane;
use crate::app::overlay::stats_view::StatsView;
use crate::app::overlay::theme_menu::ThemeMenu;
use crate::app::scroll::Scroll;

/// A view above the panes.
#[derive(Debug)]
pub enum Overlay {
    /// The search.
    Search(Box<SearchPane>),
    /// The command palette or the help.
    CommandPalette(CommandPalette),
    /// The menu of filters for the record in the detail.
    FilterMenu(FilterMenu),
    /// The menu of forms to copy and formats to export.
    CopyMenu(CopyMenu),
    /// A page of records.
    RecordPage(RecordPage),
    /// A text, and its scroll position.
    TextView(TextView, Scroll),
    /// The menu of kinds of records that can be added.
    KindMenu(List),
    /// The menu of themes.
    ThemeMenu(ThemeMenu),
    /// The form by which a record is added.
    EntryForm(Box<EntryForm>),
    /// The form that asks for a name.
    SaveForm(Box<SaveForm>),
    /// The baskets that are kept.
    BasketMenu(BasketMenu),
    /// A view of the whole.
    Stats(Box<StatsView>),
}

/// A text that is read in an overlay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextView {
    /// The problems of the data.
    Problems,
    /// The path from a statement to its sources and its file.
    SourceTrail(RecordKey),
    /// The variants of a statement side by side.
    Variants(RecordKey),
}

impl Overlay {
    /// Its list; `None` for a text.
    pub fn list(&self) -> Option<List> {
        match self {
            Self::Search(search) => Some(search.list),
            Self::CommandPalette(palette) => Some(palette.list),
            Self::FilterMenu(menu) => Some(menu.list),
            Self::CopyMenu(menu) => Some(menu.list),
            Self::RecordPage(page) => Some(page.list),
            Self::KindMenu(list) => Some(*list),
            Self::ThemeMenu(menu) => Some(menu.list),
            Self::EntryForm(form) => Some(form.list),
            Self::SaveForm(form) => Some(form.list),
            Self::BasketMenu(menu) => Some(menu.list),
            Self::Stats(view) => Some(view.list),
            Self::TextView(..) => None,
        }
    }

    /// Replaces its list.
    pub(in crate::app) fn set_list(&mut self, list: List) {
        match self {
            Self::Search(search) => {
                if search.list.selected() != list.selected() {
                    search.scroll = Scroll::at_highlight();
                }
                search.list = list;
            }
            Self::CommandPalette(palette) => palette.list = list,
            Self::FilterMenu(menu) => menu.list = list,
            Self::CopyMenu(menu) => menu.list = list,
            Self::RecordPage(page) => page.list = list,
            Self::KindMenu(old) => *old = list,
            Self::ThemeMenu(menu) => menu.list = list,
            Self::EntryForm(form) => form.set_list(list),
            Self::SaveForm(form) => form.list = list,
            Self::BasketMenu(menu) => menu.list = list,
            Self::Stats(view) => {
                if view.list.selected() != list.selected() {
                    view.scroll = Scroll::default();
                }
                view.list = list;
            }
            Self::TextView(..) => {}
        }
    }
}

/// The open overlays as a stack: the one that was opened last is on top.
#[derive(Debug, Default)]
pub(in crate::app) struct Overlays(Vec<Overlay>);

impl Overlays {
    /// The top overlay.
    pub(in crate::app) fn top(&self) -> Option<&Overlay> {
        self.0.last()
    }

    pub(in crate::app) fn top_mut(&mut self) -> Option<&mut Overlay> {
        self.0.last_mut()
    }

    /// The overlay below the top.
    pub(in crate::app) fn below(&self) -> Option<&Overlay> {
        self.0.iter().rev().nth(1)
    }

    /// All overlays, from the top down.
    pub(in crate::app) fn iter(&self) -> impl Iterator<Item = &Overlay> {
        self.0.iter().rev()
    }

    pub(in crate::app) fn iter_mut(&mut self) -> impl Iterator<Item = &mut Overlay> {
        self.0.iter_mut().rev()
    }

    /// Whether no overlay is open.
    pub(in crate::app) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Opens an overlay on top.
    pub(in crate::app) fn push(&mut self, overlay: Overlay) {
        self.0.push(overlay);
    }

    /// Opens overlays, each above the one before.
    pub(in crate::app) fn extend(&mut self, overlays: impl IntoIterator<Item = Overlay>) {
        self.0.extend(overlays);
    }

    /// Closes the top overlay, and returns it.
    pub(in crate::app) fn pop(&mut self) -> Option<Overlay> {
        self.0.pop()
    }

    /// Closes the top overlay if `matches` is true for it, and returns it.
    pub(in crate::app) fn pop_if(&mut self, matches: impl FnOnce(&Overlay) -> bool) -> Option<Overlay> {
        if self.top().is_some_and(matches) { self.pop() } else { None }
    }

    /// Closes the form, also below another overlay.
    pub(in crate::app) fn close_entry_form(&mut self) {
        self.0.retain(|overlay| !matches!(overlay, Overlay::EntryForm(_)));
    }

    /// The open form.
    pub(in crate::app) fn entry_form_mut(&mut self) -> Option<&mut EntryForm> {
        self.iter_mut().find_map(|overlay| match overlay {
            Overlay::EntryForm(form) => Some(&mut **form),
            _ => None,
        })
    }

    /// Closes all overlays, and returns them from the bottom up.
    pub(in crate::app) fn take(&mut self) -> Vec<Overlay> {
        std::mem::take(&mut self.0)
    }
}
