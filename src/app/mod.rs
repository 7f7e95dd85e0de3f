//! The explorer: its state, and the only code that changes it.
//!
//! An [`Event`] goes in, [`Effect`]s come out. There is no terminal here, no clock, no file and no thread, so every
//! journey can be told as keys in and lines out.

pub mod command;
mod data;
pub mod event;
pub mod key;
pub mod keymap;
pub mod layout;
mod lines;
mod list;
mod mouse;
mod moving;
mod overlay;
mod rows;
mod search;

pub use data::Data;
pub use list::{List, Slot};
pub use overlay::{Notice, Overlay};
pub use rows::{Row, Rows};
pub use search::{Heading, ResultRow, SearchPane};

use command::{Action, Edit, Scope};
use event::{Effect, Event};
use key::Key;
use layout::{Layout, Needs, Pane};

use crate::lang::Lang;
use crate::model::{RecordKind, Target};
use crate::search::Query;

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
    /// The open visit: an index into the archive.
    pub visit: Option<usize>,
    /// What the panes list.
    pub rows: Rows,
    lists: [List; 4],
    /// What the last search found is marked until the next one.
    found: Option<Query>,
    /// The detail is to begin where the search found something, once it is known where that is.
    scroll_to_hit: bool,
    /// Whether the last click chose a row: only then does a double click open it.
    clicked: bool,
    /// Rows of the detail above its window.
    pub scrolled: usize,
    /// What lies on top of the panes.
    pub overlay: Option<Overlay>,
    /// What the help was opened on: it comes back when the help goes.
    pub beneath: Option<Overlay>,
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
            visit: None,
            rows: Rows::default(),
            lists: [List::default(); 4],
            found: None,
            scroll_to_hit: false,
            clicked: false,
            scrolled: 0,
            overlay: None,
            beneath: None,
            notice: None,
        }
    }

    /// Takes in what happened, and says what is to be done outside.
    pub fn handle(&mut self, event: Event) -> Vec<Effect> {
        let effects = match event {
            Event::Key(key) => self.press(key),
            Event::Mouse(mouse) => self.mouse(mouse),
            Event::Resize { columns, rows } => {
                self.layout.screen.width = columns;
                self.layout.screen.height = rows;
                None
            }
            Event::Loaded(loaded) => {
                self.show(*loaded);
                None
            }
        };
        self.settle();
        effects.into_iter().collect()
    }

    /// The records have come: the newest visit is opened.
    fn show(&mut self, data: Data) {
        let newest = data.archive.newest_first().first().copied();
        self.data = data;
        self.open_visit(newest);
        // One visit needs no choosing: begin with what was said.
        let alone = self.rows.of(Pane::Visits).len() == 1;
        let has_statements = !self.list(Pane::Statements).is_empty();
        self.focus_on(if alone && has_statements { Pane::Statements } else { Pane::Visits });
        if let Some(Overlay::Search(search)) = &mut self.overlay {
            search.find(&self.data);
        }
    }

    fn open_visit(&mut self, visit: Option<usize>) {
        self.visit = visit;
        self.rows = Rows::new(&self.data, visit);
        for pane in [Pane::Stops, Pane::Participants, Pane::Statements] {
            self.put(pane, List::new(self.rows.of(pane).len()));
        }
        let mut visits = List::new(self.rows.of(Pane::Visits).len());
        visits.select(
            visit.and_then(|at| self.rows.position(Pane::Visits, Target::visit(at))).unwrap_or_default(),
        );
        self.put(Pane::Visits, visits);
        self.scrolled = 0;
    }

    fn press(&mut self, key: Key) -> Option<Effect> {
        let asked_to_quit = self.notice.take() == Some(Notice::OnceMore);
        match keymap::resolve(self.scope(), key) {
            Some(Action::Interrupt) if asked_to_quit => Some(Effect::Quit),
            Some(action) => self.perform(action),
            None => {
                if let (Some(Overlay::Search(search)), Some(c)) = (&mut self.overlay, key.typed()) {
                    search.type_in(c, &self.data);
                }
                None
            }
        }
    }

    /// Where keys are pressed now.
    pub fn scope(&self) -> Scope {
        Self::scope_of(self.overlay.as_ref())
    }

    fn scope_of(overlay: Option<&Overlay>) -> Scope {
        match overlay {
            None => Scope::Panes,
            Some(Overlay::Search(_)) => Scope::Search,
            Some(Overlay::Help(_) | Overlay::Problems(_)) => Scope::Reading,
        }
    }

    fn perform(&mut self, action: Action) -> Option<Effect> {
        match action {
            Action::Next => self.step(true),
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
            Action::Open => self.open(),
            Action::Search => {
                self.found = None;
                self.overlay = Some(Overlay::Search(SearchPane::default()));
            }
            Action::Problems => self.show_problems(0),
            Action::Help => self.toggle_help(),
            Action::Language => self.lang = self.lang.other(),
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
        if let Some(Overlay::Search(search)) = &mut self.overlay {
            search.edit(edit, &self.data);
        }
    }

    fn step_out(&mut self) {
        if self.overlay.is_some() {
            self.close();
        } else if self.focus == Pane::Detail {
            self.focus_on(self.source);
        } else {
            self.notice = Some(Notice::EscDoesNotQuit);
        }
    }

    fn interrupt(&mut self) {
        match &mut self.overlay {
            Some(Overlay::Search(search)) if !search.text().is_empty() => {
                search.edit(Edit::Clear, &self.data);
            }
            Some(_) => self.close(),
            None => self.notice = Some(Notice::OnceMore),
        }
    }

    /// Closes what lies on top.
    fn close(&mut self) {
        self.overlay = self.beneath.take();
    }

    fn toggle_help(&mut self) {
        if matches!(self.overlay, Some(Overlay::Help(_))) {
            self.close();
        } else {
            self.beneath = self.overlay.replace(Overlay::Help(0));
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

    /// Opens what is chosen: a visit, then its stops or statements; a stop or a person, then what was said there or
    /// by them; a statement in detail.
    fn open(&mut self) {
        if let Some(Overlay::Search(search)) = &self.overlay {
            if let Some(target) = search.chosen() {
                self.reveal(target);
            }
            return;
        }
        if self.overlay.is_some() {
            return;
        }
        match (self.focus, self.chosen(self.focus)) {
            (_, Some(Row::Broken(diagnostic))) => self.show_problems(diagnostic),
            (Pane::Visits, Some(Row::Record { target, .. })) => {
                self.open_visit(Some(target.visit));
                let filled = |pane: &Pane| !self.list(*pane).is_empty();
                let next = [Pane::Stops, Pane::Statements, Pane::Participants].into_iter().find(filled);
                self.focus_on(next.unwrap_or(Pane::Detail));
            }
            (Pane::Stops | Pane::Participants, Some(Row::Record { target, .. })) => {
                self.open_statements_of(target);
            }
            (Pane::Statements, Some(_)) => self.focus_on(Pane::Detail),
            _ => self.notice = Some(Notice::NothingToOpen),
        }
    }

    /// To the first statement that was made at a stop or by somebody; to the detail when there is none.
    fn open_statements_of(&mut self, target: Target) {
        let Some(record) = self.data.archive.record(target) else { return };
        let id = Some(record.id());
        let belongs = |row: &Row| {
            let statement = row.target().and_then(|target| self.data.archive.record(target));
            matches!(statement, Some(crate::model::Record::Statement(_, statement)) if match target.kind {
                RecordKind::Stop => statement.stop.as_ref() == id,
                _ => statement.speaker.as_ref() == id,
            })
        };
        match self.rows.of(Pane::Statements).iter().position(belongs) {
            Some(row) => {
                self.list_mut(Pane::Statements).select(row);
                self.focus_on(Pane::Statements);
            }
            None => self.focus_on(Pane::Detail),
        }
    }

    /// Shows a record in its place: its visit is opened, and it is chosen in its pane.
    fn reveal(&mut self, target: Target) {
        if let Some(Overlay::Search(search)) = self.overlay.take() {
            self.found = Some(search.query);
        }
        if self.visit != Some(target.visit) {
            self.open_visit(Some(target.visit));
        }
        let pane = Pane::of_kind(target.kind);
        if let Some(row) = self.rows.position(pane, target) {
            self.list_mut(pane).select(row);
        }
        self.focus_on(pane);
        self.scroll_to_hit = true;
    }

    /// The list whose choice the detail shows; no other list shows a choice, because only this one has been made.
    pub fn source(&self) -> Pane {
        self.source
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
            self.layout = Layout::of(screen.width, screen.height, Needs { focus: self.focus, rows });
        }
        self.settle_lists();
    }
}
