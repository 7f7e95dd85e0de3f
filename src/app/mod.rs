//! The explorer: its state, and the only code that changes it.
//!
//! An [`Event`] goes in, [`Effect`]s come out. There is no terminal here, no clock, no file and no thread, so every
//! journey can be told as keys in and lines out.

mod absent;
mod availability;
mod basket;
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

use std::sync::Arc;

use event::{Effect, Event};
use history::{History, Place};
use key::Key;
use keymap::Keymap;
use layout::{Layout, Needs, Pane};
use looking::Looks;
use moving::Wanted;
use row::RowKey;
use scope::OpenScope;
use scroll::Scroll;

use crate::cite::{PostOrder, Style};
use crate::facet::{Counts, Scope, StatementSet};
use crate::lang::Lang;
use crate::model::Target;
use crate::search::{Query, Searcher};

/// The explorer.
#[derive(Debug)]
pub struct App {
    /// The records.
    pub data: Data,
    /// The language of the interface.
    pub lang: Lang,
    /// Where everything stands.
    pub layout: Layout,
    /// Which keys do what.
    pub keymap: Keymap,
    /// The pane that has the keys.
    pub focus: Pane,
    /// The list whose choice the detail shows.
    source: Pane,
    /// What the panes are about: all visits, or the open one; none before the records have come.
    scope: Option<OpenScope>,
    /// What the statements must have.
    pub chips: Chips,
    /// A pane that is narrowed while somebody types.
    pub narrowing: Option<Narrowing>,
    /// How the records are looked at.
    looks: Looks,
    /// The rows that the panes could fill, as long as nothing changes them.
    wanted: Option<Wanted>,
    /// The marked statements.
    pub basket: Basket,
    counts: Counts,
    /// Looks up the texts that narrow the statements.
    searcher: Option<Searcher>,
    /// The statements with each text that narrows them.
    texts: Vec<(String, Arc<StatementSet>)>,
    /// When no statement passes the chips: what taking off each would give.
    pub without: Vec<usize>,
    /// What the panes list.
    pub rows: Rows,
    lists: [List; 4],
    /// Choices that are not listed now, and come back with their rows.
    remembered: [Option<RowKey>; 4],
    /// How far the detail is scrolled.
    pub scroll: Scroll,
    history: History,
    /// Where the reader was before the visits that are merely passed.
    passing: Option<Place>,
    /// What lies on top of the panes.
    pub overlay: Option<Overlay>,
    /// What the help or the copying was opened on, the last on top: it comes back when they go.
    beneath: Vec<Overlay>,
    /// The last search, for going through its hits and for coming back to it.
    last_search: Option<Box<SearchPane>>,
    /// What was searched for, the latest last.
    searches: Vec<String>,
    /// The number of the last inquiry.
    inquiries: u64,
    /// What the last search found is marked until the next one.
    found: Option<Query>,
    /// Clicks are ours; else they are the terminal's, which selects text with them.
    pub takes_clicks: bool,
    /// Whether the last click chose a row: only then does a double click open it.
    clicked: bool,
    /// The first keys of a sequence that is not finished.
    pub pending: Vec<Key>,
    /// The chosen row in the menu of what may follow them.
    follow_up: List,
    /// The form that was copied last.
    last_form: Form,
    /// Where a post stands beside a name in a sentence for the press.
    post_order: PostOrder,
    /// A word to the user.
    pub notice: Option<Notice>,
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
            keymap: Keymap::default(),
            focus: Pane::Visits,
            source: Pane::Visits,
            scope: None,
            chips: Chips::default(),
            narrowing: None,
            looks: Looks::default(),
            wanted: None,
            basket: Basket::default(),
            counts: Counts::default(),
            searcher: None,
            texts: Vec::new(),
            without: Vec::new(),
            remembered: Default::default(),
            rows: Rows::default(),
            lists: [List::default(); 4],
            scroll: Scroll::default(),
            history: History::default(),
            passing: None,
            overlay: None,
            beneath: Vec::new(),
            last_search: None,
            searches: Vec::new(),
            inquiries: 0,
            found: None,
            takes_clicks: true,
            clicked: false,
            pending: Vec::new(),
            follow_up: List::default(),
            last_form: Form::Cite(Style::Press),
            post_order: PostOrder::default(),
            notice: None,
        }
    }

    /// The same, as a user has set it.
    #[must_use]
    pub fn with(self, settings: Settings) -> Self {
        let Settings { keymap, form, post_order, takes_clicks, faults } = settings;
        let notice = (faults > 0).then_some(Notice::Settings(faults));
        Self { keymap, last_form: form, post_order, takes_clicks, notice, ..self }
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
        let alone = self.rows.of(Pane::Visits).len() == 1;
        let has_statements = !self.list(Pane::Statements).is_empty();
        self.focus_on(if alone && has_statements { Pane::Statements } else { Pane::Visits });
    }

    fn show_problems(&mut self, diagnostic: usize) {
        let row = if diagnostic == 0 { 0 } else { self.row_of_problem(diagnostic) };
        self.overlay = Some(Overlay::Reading(Text::Problems, Scroll::at(row)));
    }

    /// The list whose choice the detail shows; no other list shows a choice, because only this one has been made.
    pub fn source(&self) -> Pane {
        self.source
    }

    /// Whether a pane has records to list, shown or hidden by chips.
    pub fn has_content(&self, pane: Pane) -> bool {
        matches!(pane, Pane::Visits | Pane::Detail) || self.rows.shown(pane).1 > 0
    }

    /// How many statements pass the chips, and of how many.
    pub fn statements(&self) -> (usize, usize) {
        (self.counts.shown.len(), self.counts.total)
    }

    /// The state of a list.
    pub fn list(&self, pane: Pane) -> List {
        self.lists.get(pane.index()).copied().unwrap_or_default()
    }

    fn put(&mut self, pane: Pane, list: List) {
        if let Some(place) = self.lists.get_mut(pane.index()) {
            *place = list;
        }
    }

    /// The chosen row of a list.
    pub fn chosen(&self, pane: Pane) -> Option<Row> {
        self.rows.of(pane).get(self.list(pane).selected()?).copied()
    }

    /// What the detail shows: the choice of the list that had the keys last.
    pub fn subject(&self) -> Option<Target> {
        self.chosen(self.source).and_then(|row| row.target())
    }

    /// Arranges the screen for what there is now, and brings every choice into sight.
    fn settle(&mut self) {
        let screen = self.layout.screen;
        // Twice, because the heights of rows depend on the widths of panes, and the heights of panes on the rows.
        for _ in 0..2 {
            let rows = self.rows_wanted();
            let has_chips = !self.chips.chosen().is_empty();
            let has = Pane::ALL.map(|pane| self.has_content(pane));
            let needs = Needs { focus: self.focus, rows, has_chips, has, zoomed: self.looks.zoomed };
            let layout = Layout::of(screen.width, screen.height, needs);
            if std::mem::replace(&mut self.layout, layout) == self.layout {
                break;
            }
        }
        self.settle_lists();
    }
}
