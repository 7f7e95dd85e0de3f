//! The explorer: its state, and the only code that changes it.
//!
//! An [`Event`] goes in, [`Effect`]s come out. There is no terminal here, no clock, no file and no thread, so every
//! journey can be told as keys in and lines out.

mod chips;
mod choosing;
pub mod command;
mod copying;
mod data;
pub mod event;
mod form;
mod going;
mod history;
pub mod key;
pub mod keymap;
mod labels;
pub mod layout;
mod lines;
mod list;
mod menu;
mod mouse;
mod moves;
mod moving;
mod narrowing;
mod outside;
mod overlay;
mod reloading;
mod rows;
mod search;
mod searching;

pub use chips::Chips;
pub use data::Data;
pub use form::{CopyMenu, Form};
pub use list::{List, Slot};
pub use menu::Menu;
pub use narrowing::Narrowing;
pub use overlay::{Notice, Overlay};
pub use rows::{Lead, Row, Rows, Standing};
pub use search::{Heading, ResultRow, SearchPane};

use std::sync::Arc;

use command::{Action, Context, Edit};
use event::{Effect, Event};
use history::History;
use key::Key;
use layout::{Layout, Needs, Pane};

use crate::cite::Style;
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
    /// The pane that has the keys.
    pub focus: Pane,
    /// The list whose choice the detail shows.
    source: Pane,
    /// What the panes are about: all visits, or the open one; none before the records have come.
    pub scope: Option<Scope>,
    /// What the statements must have.
    pub chips: Chips,
    /// A pane that is narrowed while somebody types.
    pub narrowing: Option<Narrowing>,
    /// Rows outside the chips are not shown.
    hide_outside: bool,
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
    remembered: [Option<Row>; 4],
    /// Rows of the detail above its window.
    pub scrolled: usize,
    history: History,
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
    /// The detail is to begin where the search found something, once it is known where that is.
    scroll_to_hit: bool,
    /// Whether the last click chose a row: only then does a double click open it.
    clicked: bool,
    /// The first keys of a sequence that is not finished.
    pub pending: Vec<Key>,
    /// The form that was copied last.
    last_form: Form,
    /// A word to the user.
    pub notice: Option<Notice>,
}

impl App {
    /// An explorer without records and without a size.
    pub fn new(lang: Lang) -> Self {
        Self {
            data: Data::default(),
            lang,
            layout: Layout::default(),
            focus: Pane::Visits,
            source: Pane::Visits,
            scope: None,
            chips: Chips::default(),
            narrowing: None,
            hide_outside: false,
            counts: Counts::default(),
            searcher: None,
            texts: Vec::new(),
            without: Vec::new(),
            remembered: [None; 4],
            rows: Rows::default(),
            lists: [List::default(); 4],
            scrolled: 0,
            history: History::default(),
            overlay: None,
            beneath: Vec::new(),
            last_search: None,
            searches: Vec::new(),
            inquiries: 0,
            found: None,
            scroll_to_hit: false,
            clicked: false,
            pending: Vec::new(),
            last_form: Form::Cite(Style::Press),
            notice: None,
        }
    }

    /// Takes in what happened, and says what is to be done outside.
    pub fn handle(&mut self, event: Event) -> Vec<Effect> {
        let effect = match event {
            Event::Key(key) => self.press(key),
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
                self.take_answer(number, hits);
                None
            }
            Event::Copied(delivery) => {
                self.notice = Some(Notice::Copied(delivery));
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
        self.settle();
        effect.into_iter().chain(self.inquire()).collect()
    }

    /// The records have come: the newest visit is opened.
    fn show(&mut self, data: Data) {
        self.data = data;
        self.open_newest();
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

    fn press(&mut self, key: Key) -> Option<Effect> {
        let asked_to_quit = self.notice.take() == Some(Notice::OnceMore);
        self.pending.push(key);
        let resolved = keymap::resolve(self.context(), &self.pending);
        if !matches!(resolved, keymap::Resolved::Prefix) {
            self.pending.clear();
        }
        if !matches!(resolved, keymap::Resolved::Action(Action::Open)) {
            self.searches_mut().for_each(|search| search.open_best = false);
        }
        match resolved {
            keymap::Resolved::Action(Action::Interrupt) if asked_to_quit => Some(Effect::Quit),
            keymap::Resolved::Action(action) => self.perform(action),
            keymap::Resolved::Prefix => None,
            keymap::Resolved::Nothing => {
                if let Some(c) = key.typed() {
                    self.type_in(c);
                }
                None
            }
        }
    }

    fn type_in(&mut self, c: char) {
        match (&mut self.overlay, &mut self.narrowing) {
            (Some(Overlay::Search(search)), _) => search.type_in(c),
            (None, Some(narrowing)) => {
                narrowing.change(tui_input::InputRequest::InsertChar(c));
                self.refresh();
            }
            _ => {}
        }
    }

    /// Where keys are pressed now.
    pub fn context(&self) -> Context {
        match (&self.overlay, &self.narrowing) {
            (None, Some(_)) => Context::Narrowing,
            (overlay, _) => Self::context_of(overlay.as_ref()),
        }
    }

    fn context_of(overlay: Option<&Overlay>) -> Context {
        match overlay {
            None => Context::Panes,
            Some(Overlay::Search(_)) => Context::Search,
            Some(Overlay::Menu(_)) => Context::Menu,
            Some(Overlay::Copy(menu)) if menu.exports.is_some() => Context::Exporting,
            Some(Overlay::Copy(_)) => Context::Copying,
            Some(Overlay::Help(_) | Overlay::Problems(_)) => Context::Reading,
        }
    }

    fn perform(&mut self, action: Action) -> Option<Effect> {
        match action {
            Action::Next => self.step(true),
            Action::Previous if self.is_at_top_of_results() => self.recall(true),
            Action::Previous => self.step(false),
            Action::First => self.jump(false),
            Action::Last => self.jump(true),
            Action::HalfPageDown => self.page(true, 2),
            Action::HalfPageUp => self.page(false, 2),
            Action::PageDown => self.page(true, 1),
            Action::PageUp => self.page(false, 1),
            Action::Left => self.focus_beside(false),
            Action::Right => self.focus_beside(true),
            Action::NextPane => self.focus_by(1),
            Action::PreviousPane => self.focus_by(Pane::ALL.len() - 1),
            Action::Pane(number) => Pane::ALL.get(number).into_iter().for_each(|pane| self.focus_on(*pane)),
            Action::Open if matches!(self.overlay, Some(Overlay::Copy(_))) => return self.take_row(),
            Action::Open => self.open(),
            Action::Copy => self.open_copying(),
            Action::CopyAs(form) => return self.copy_as(form),
            Action::CopyAgain => return self.copy_again(),
            Action::NextWords => self.next_words(),
            Action::Print => return self.print(),
            Action::Export => self.open_exports(),
            Action::ExportAs(format) => return self.export_as(format),
            Action::AddChip => self.add_chip(),
            Action::DropLastChip => self.drop_chip(self.chips.chosen().len().checked_sub(1)),
            Action::DropChip(place) => self.drop_chip(Some(place)),
            Action::DropAllChips => self.drop_all_chips(),
            Action::UndoChips => self.undo_chips(),
            Action::RedoChips => self.redo_chips(),
            Action::Narrow => self.narrow(),
            Action::Outside => self.toggle_outside(),
            Action::Back => self.back(),
            Action::Forward => self.forward(),
            Action::NextHit => self.walk_hits(true),
            Action::PreviousHit => self.walk_hits(false),
            Action::Search => self.open_search(),
            Action::SearchWithin => self.search_within(),
            Action::SearchKind => self.search_kind(),
            Action::OlderQuery => self.recall(true),
            Action::NewerQuery => self.recall(false),
            Action::EditRecord => return self.edit_record(),
            Action::EditFile => return self.edit_file(),
            Action::OpenSource => return self.open_source(),
            Action::Reload => return self.reload(),
            Action::Problems => self.show_problems(0),
            Action::Help => self.toggle_help(),
            Action::Language => {
                self.lang = self.lang.other();
                self.copy_anew();
            }
            Action::StepOut => self.step_out(),
            Action::Close if self.overlay.is_some() => self.close(),
            Action::Close | Action::Quit => return Some(Effect::Quit),
            Action::Interrupt => self.interrupt(),
            Action::Suspend => return Some(Effect::Suspend),
            Action::Repaint => return Some(Effect::Repaint),
            Action::Edit(edit) => self.edit(edit),
        }
        None
    }

    fn edit(&mut self, edit: Edit) {
        match (&mut self.overlay, &mut self.narrowing) {
            (Some(Overlay::Search(search)), _) => search.edit(edit),
            (None, Some(narrowing)) => {
                narrowing.change(search::request(edit));
                self.refresh();
            }
            _ => {}
        }
    }

    /// One step out: what lies on top, the text that narrows a pane, the detail, all chips; then there is none.
    fn step_out(&mut self) {
        if self.overlay.is_some() {
            self.close();
        } else if let Some(narrowing) = self.narrowing.take() {
            match narrowing.before {
                Some(before) => self.take_place(before),
                None => self.refresh(),
            }
        } else if self.focus == Pane::Detail {
            self.focus_on(self.source);
        } else if !self.chips.chosen().is_empty() {
            self.drop_all_chips();
        } else {
            self.notice = Some(Notice::EscDoesNotQuit);
        }
    }

    fn interrupt(&mut self) {
        match (&mut self.overlay, &mut self.narrowing) {
            (Some(Overlay::Search(search)), _) if !search.text().is_empty() => {
                search.edit(Edit::Clear);
            }
            (Some(_), _) => self.close(),
            (None, Some(narrowing)) if !narrowing.text().is_empty() => self.edit(Edit::Clear),
            (None, Some(_)) => self.step_out(),
            (None, None) => self.notice = Some(Notice::OnceMore),
        }
    }

    /// Closes what lies on top.
    fn close(&mut self) {
        if let Some(Overlay::Search(search)) = self.overlay.take() {
            self.remember(search);
        }
        self.overlay = self.beneath.pop();
    }

    fn toggle_help(&mut self) {
        if matches!(self.overlay, Some(Overlay::Help(_))) {
            self.close();
        } else {
            self.beneath.extend(self.overlay.replace(Overlay::Help(0)));
        }
    }

    fn show_problems(&mut self, diagnostic: usize) {
        if self.data.diagnostics.is_empty() && self.data.skipped == 0 {
            self.notice = Some(Notice::NoProblems);
        } else {
            let row = if diagnostic == 0 { 0 } else { self.row_of_problem(diagnostic) };
            self.overlay = Some(Overlay::Problems(row));
        }
    }

    /// The list whose choice the detail shows; no other list shows a choice, because only this one has been made.
    pub fn source(&self) -> Pane {
        self.source
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
            let rows = Pane::ALL.map(|pane| self.wanted_rows(pane));
            let has_chips = !self.chips.chosen().is_empty();
            let has = |pane| self.rows.shown(pane).1 > 0;
            let has = (has(Pane::Stops), has(Pane::Statements));
            let needs = Needs { focus: self.focus, rows, has_chips, has };
            let layout = Layout::of(screen.width, screen.height, needs);
            if std::mem::replace(&mut self.layout, layout) == self.layout {
                break;
            }
        }
        self.settle_lists();
    }
}
