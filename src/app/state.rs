//! The state of the explorer, seen from outside.

use crate::app::basket::Basket;
use crate::app::browse::Browser;
use crate::app::browse::filters::Filters;
use crate::app::browse::find_in_pane::FindInPane;
use crate::app::browse::row::Row;
use crate::app::browse::rows::Rows;
use crate::app::data::Data;
use crate::app::form::Form;
use crate::app::frame::Frame;
use crate::app::input::Input;
use crate::app::input::key::Key;
use crate::app::input::keymap::Keymap;
use crate::app::layout::{Layout, Pane};
use crate::app::list::List;
use crate::app::notice::Notice;
use crate::app::overlay::copying::CopyOptions;
use crate::app::overlay::search::Searches;
use crate::app::overlay::{Overlay, Overlays};
use crate::app::scroll::Scroll;
use crate::cite::PostOrder;
use crate::facet::Scope;
use crate::lang::Lang;
use crate::model::Target;

/// The explorer. Only [`App::handle`] changes it.
#[derive(Debug)]
pub struct App {
    /// The records.
    pub(in crate::app) data: Data,
    /// The language of the interface.
    pub(in crate::app) lang: Lang,
    /// Where everything stands.
    pub(in crate::app) layout: Layout,
    /// The panes.
    pub(in crate::app) browser: Browser,
    /// What lies on the panes.
    pub(in crate::app) overlays: Overlays,
    /// Searches of before.
    pub(in crate::app) search: Searches,
    /// Keys and clicks.
    pub(in crate::app) input: Input,
    /// The marked statements.
    pub(in crate::app) basket: Basket,
    /// How records are copied.
    pub(in crate::app) copying: CopyOptions,
    /// A word to the user.
    pub(in crate::app) notice: Option<Notice>,
    /// The content of the next frame.
    pub(in crate::app) frame: Frame,
}

/// What a user has set.
#[derive(Debug)]
pub struct Settings {
    /// Which keys do what.
    pub keymap: Keymap,
    /// The form that is copied before another one has been chosen.
    pub form: Form,
    /// Where a post stands beside a name in a sentence for the press.
    pub post_order: PostOrder,
    /// Clicks are ours.
    pub takes_clicks: bool,
    /// How many faults the settings have.
    pub faults: usize,
}

impl App {
    /// An explorer without records and without a size.
    pub fn new(lang: Lang) -> Self {
        Self {
            data: Data::default(),
            lang,
            layout: Layout::default(),
            browser: Browser::default(),
            overlays: Overlays::default(),
            search: Searches::default(),
            input: Input::default(),
            basket: Basket::default(),
            copying: CopyOptions::default(),
            notice: None,
            frame: Frame::default(),
        }
    }

    /// The same, as a user has set it.
    #[must_use]
    pub fn with(self, settings: Settings) -> Self {
        let Settings { keymap, form, post_order, takes_clicks, faults } = settings;
        let notice = (faults > 0).then_some(Notice::Settings(faults));
        let input = Input { keymap, takes_clicks, ..self.input };
        Self { input, copying: CopyOptions { last_form: form, post_order }, notice, ..self }
    }

    /// The records.
    pub fn data(&self) -> &Data {
        &self.data
    }

    /// The language of the interface.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Where everything stands.
    pub fn layout(&self) -> &Layout {
        &self.layout
    }

    /// The content of the next frame.
    pub fn frame(&self) -> &Frame {
        &self.frame
    }

    /// Which keys do what.
    pub fn keymap(&self) -> &Keymap {
        &self.input.keymap
    }

    /// The first keys of a sequence that is not finished.
    pub fn pending(&self) -> &[Key] {
        &self.input.pending
    }

    /// Whether clicks are ours; else they are the terminal's, which selects text with them.
    pub fn takes_clicks(&self) -> bool {
        self.input.takes_clicks
    }

    /// The pane that has the keys.
    pub fn focus(&self) -> Pane {
        self.browser.focus
    }

    /// What the statements must have.
    pub fn filters(&self) -> &Filters {
        &self.browser.filters
    }

    /// A pane that is narrowed while somebody types.
    pub fn find_in_pane(&self) -> Option<&FindInPane> {
        self.browser.find_in_pane.as_ref()
    }

    /// What the panes list.
    pub fn rows(&self) -> &Rows {
        &self.browser.rows
    }

    /// How far the detail is scrolled.
    pub fn detail_scroll(&self) -> Scroll {
        self.browser.scroll
    }

    /// What lies on top of the panes.
    pub fn overlay(&self) -> Option<&Overlay> {
        self.overlays.top()
    }

    /// The marked statements.
    pub fn basket(&self) -> &Basket {
        &self.basket
    }

    /// A word to the user.
    pub fn notice(&self) -> Option<&Notice> {
        self.notice.as_ref()
    }

    /// The list whose choice the detail shows; no other list shows a choice, because only this one has been made.
    pub fn source(&self) -> Pane {
        self.browser.source
    }

    /// Whether a pane has records to list, shown or hidden by filters.
    pub fn has_content(&self, pane: Pane) -> bool {
        matches!(pane, Pane::Visits | Pane::Detail) || self.browser.rows.shown(pane).1 > 0
    }

    /// How many statements pass the filters, and of how many.
    pub fn statements(&self) -> (usize, usize) {
        (self.browser.counts.shown.len(), self.browser.counts.total)
    }

    /// The state of a list.
    pub fn list(&self, pane: Pane) -> List {
        self.browser.list(pane)
    }

    /// The chosen row of a list.
    pub fn chosen(&self, pane: Pane) -> Option<Row> {
        self.browser.chosen(pane)
    }

    /// What the detail shows: the choice of the list that had the keys last.
    pub fn subject(&self) -> Option<Target> {
        self.chosen(self.browser.source).and_then(|row| row.target())
    }
}

impl App {
    /// Whether a row is the open visit, or a filter.
    pub fn is_marked(&self, pane: Pane, row: usize) -> bool {
        match self.browser.rows.of(pane).get(row) {
            Some(Row::All { .. }) => self.scope() == Some(Scope::All),
            Some(Row::Record { target, .. }) if pane == Pane::Visits => {
                self.scope() == Some(Scope::Visit(target.visit))
            }
            Some(row) => row.is_chosen(),
            None => false,
        }
    }
}

impl App {
    /// What the panes are about; none before the records have come, and where a visit is chosen that cannot be used.
    pub fn scope(&self) -> Option<Scope> {
        self.browser.scope(&self.data)
    }
}
