//! The explorer: its state, and the only code that changes it.
//!
//! An [`Event`] goes in, [`Effect`]s come out. There is no terminal here, no clock, no file and no thread, so every
//! journey can be told as keys in and lines out.

mod absent;
mod availability;
mod basket;
mod browser;
mod chips;
mod choosing;
pub mod command;
mod copied;
mod copying;
mod data;
pub mod event;
mod following;
mod form;
mod gathering;
mod going;
mod guide;
mod history;
mod identity;
pub mod key;
pub mod keymap;
mod labels;
pub mod layout;
mod lines;
mod list;
mod looking;
mod menu;
mod mouse;
mod moving;
mod narrowing;
mod outside;
mod overlay;
mod overlays;
mod pressing;
mod reloading;
mod row;
mod rows;
mod scope;
mod scroll;
mod search;
mod searching;
mod sequence;
mod sorting;
mod typing;

pub use basket::Basket;
pub use chips::Chips;
pub use copied::Copied;
pub use data::Data;
pub use form::{CopyMenu, Form};
pub use gathering::{About, Gathering};
pub use guide::Guide;
pub use identity::RecordKey;
pub use list::{List, Sight, Slot};
pub use menu::Menu;
pub use narrowing::Narrowing;
pub use overlay::{Notice, Overlay, Text};
pub use row::{Lead, Row, Standing};
pub use rows::Rows;
pub use search::{Heading, ResultRow, SearchPane};
pub use sorting::{Order, Sorting};

use browser::Browser;
use event::{Effect, Event};
use form::CopyOptions;
use key::Key;
use keymap::Keymap;
use layout::{Layout, Needs, Pane};
use overlays::Overlays;
use pressing::Input;
use scroll::Scroll;
use searching::Searches;

use crate::cite::PostOrder;
use crate::facet::Scope;
use crate::lang::Lang;
use crate::model::Target;

/// The explorer. Only [`App::handle`] changes it.
#[derive(Debug)]
pub struct App {
    /// The records.
    data: Data,
    /// The language of the interface.
    lang: Lang,
    /// Where everything stands.
    layout: Layout,
    /// The panes.
    browser: Browser,
    /// What lies on the panes.
    overlays: Overlays,
    /// Searches of before.
    search: Searches,
    /// Keys and clicks.
    input: Input,
    /// The marked statements.
    basket: Basket,
    /// How records are copied.
    copying: CopyOptions,
    /// A word to the user.
    notice: Option<Notice>,
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
    pub fn chips(&self) -> &Chips {
        &self.browser.chips
    }

    /// A pane that is narrowed while somebody types.
    pub fn narrowing(&self) -> Option<&Narrowing> {
        self.browser.narrowing.as_ref()
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

    /// Takes in what happened, and says what is to be done outside.
    pub fn handle(&mut self, event: Event) -> Vec<Effect> {
        let effect = match event {
            Event::Key(key) => self.press(key),
            Event::Paste(text) => {
                self.paste(&text);
                None
            }
            Event::Mouse(mouse) => self.mouse(mouse),
            Event::Resize { columns, rows } => {
                self.layout.screen.width = columns;
                self.layout.screen.height = rows;
                None
            }
            Event::Loaded(data) => {
                self.show(*data);
                None
            }
            Event::Reloaded(data) => {
                self.reloaded(*data);
                None
            }
            Event::Found { number, hits } => {
                self.take_answer(number, &hits);
                None
            }
            Event::Copied(what, delivery) => {
                self.notice = Some(Notice::Copied(Box::new(what), delivery));
                None
            }
            Event::Exported(exported) => {
                self.notice = Some(Notice::Exported(self.exported_words(&exported)));
                None
            }
            Event::Edited(edited) => {
                self.notice = edited.err().map(Notice::NotEdited);
                None
            }
            Event::Browsed(browsed) => {
                self.notice = Some(Notice::Browsed(browsed));
                None
            }
        };
        self.follow();
        self.settle();
        effect.into_iter().chain(self.inquire()).collect()
    }

    /// The records have come: the newest visit is opened.
    fn show(&mut self, data: Data) {
        self.data = data;
        self.open_newest();
        self.judge_commands();
        // What was asked before there were records is asked again, wherever the search is now.
        self.searches_mut().for_each(SearchPane::find);
    }

    /// Opens the newest visit.
    fn open_newest(&mut self) {
        match self.data.archive.newest_first().first() {
            Some(newest) => drop(self.change_scope(Scope::Visit(*newest))),
            None => self.refresh(),
        }
        // One visit needs no choosing: begin with what was said.
        let alone = self.browser.rows.of(Pane::Visits).len() == 1;
        let has_statements = !self.list(Pane::Statements).is_empty();
        self.focus_on(if alone && has_statements { Pane::Statements } else { Pane::Visits });
    }

    fn show_problems(&mut self, diagnostic: usize) {
        let row = if diagnostic == 0 { 0 } else { self.row_of_problem(diagnostic) };
        self.overlays.push(Overlay::Reading(Text::Problems, Scroll::at(row)));
    }

    /// The list whose choice the detail shows; no other list shows a choice, because only this one has been made.
    pub fn source(&self) -> Pane {
        self.browser.source
    }

    /// Whether a pane has records to list, shown or hidden by chips.
    pub fn has_content(&self, pane: Pane) -> bool {
        matches!(pane, Pane::Visits | Pane::Detail) || self.browser.rows.shown(pane).1 > 0
    }

    /// How many statements pass the chips, and of how many.
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

    /// Arranges the screen for what there is now, and brings every choice into sight.
    fn settle(&mut self) {
        let screen = self.layout.screen;
        // Twice, because the heights of rows depend on the widths of panes, and the heights of panes on the rows.
        for _ in 0..2 {
            let rows = self.rows_wanted();
            let has_chips = !self.browser.chips.chosen().is_empty();
            let has = Pane::ALL.map(|pane| self.has_content(pane));
            let needs =
                Needs { focus: self.browser.focus, rows, has_chips, has, zoomed: self.browser.looks.zoomed };
            let layout = Layout::of(screen.width, screen.height, needs);
            if std::mem::replace(&mut self.layout, layout) == self.layout {
                break;
            }
        }
        self.settle_lists();
    }
}
