//! The entry point for events: each changes the state, then the screen is arranged.

use crate::app::browse::rows::Rows;
use crate::app::data::Data;
use crate::app::event::{Effect, Event};
use crate::app::layout::Pane;
use crate::app::notice::Notice;
use crate::app::overlay::search::SearchPane;
use crate::app::overlay::{Overlay, TextView};
use crate::app::scroll::Scroll;
use crate::app::state::{App, NextRecords};
use crate::facet::{Filter, FilteredPane, Scope};

impl App {
    /// Changes the state for an event, and returns the effects that the caller must run.
    pub fn handle(&mut self, event: Event) -> Vec<Effect> {
        self.input.is_used |= matches!(event, Event::Key(_) | Event::Paste(_) | Event::Mouse(_));
        let effect = match event {
            Event::Key(key) => self.press(key),
            Event::Paste(text) => {
                self.paste(&text);
                None
            }
            Event::Mouse(mouse) => self.mouse(mouse),
            Event::Resize { columns, rows } => {
                (self.layout.screen.width, self.layout.screen.height) = (columns, rows);
                None
            }
            Event::Progress(progress) => {
                self.data.progress = Some(progress);
                None
            }
            Event::Grown(data) => {
                self.show_loaded(*data);
                None
            }
            Event::Loaded(data) => self.take_records(NextRecords::First(data)),
            Event::Reloaded(data) => self.take_records(NextRecords::Again(data)),
            Event::Indexed => self.next_records.take().and_then(|next| self.take_records(next)),
            Event::Found { number, hits } => {
                self.receive_results(number, &hits);
                None
            }
            Event::TextMatched(matched) => {
                self.receive_text_matches(matched);
                None
            }
            Event::Copied(what, delivery) => self.notify(Notice::Copied(Box::new(what), delivery)),
            Event::Exported(exported) => self.notify(Notice::Exported(self.export_text(&exported))),
            Event::Edited(edited) => {
                self.notice = edited.err().map(Notice::EditorFailed);
                None
            }
            Event::TextEdited(edited) => {
                self.receive_form_text(edited);
                None
            }
            Event::Background(palette) => self.set_palette(palette),
            Event::BasketKept(kept, result) => self.receive_kept_basket(*kept, result),
            Event::Baskets(baskets) => self.show_baskets(baskets),
            Event::Added(added) => self.receive_addition(added),
            Event::Undone(path, undone) => Some(self.receive_undo(&path, undone)),
            Event::Redone(path, redone) => Some(self.receive_redo(&path, redone)),
            Event::ThemeSaved(saved) => self.receive_saved_theme(saved),
            Event::Browsed(browsed) => self.notify(Notice::Browsed(browsed)),
        };
        self.update();
        effect.into_iter().chain(self.next_searches()).collect()
    }

    /// Makes what depends on other parts of the state agree with them.
    fn update(&mut self) {
        self.open_selected_visit();
        self.refresh_entry_form();
        self.advance_tour();
        self.arrange();
    }

    fn notify(&mut self, notice: Notice) -> Option<Effect> {
        self.notice = Some(notice);
        None
    }

    /// Shows records, as soon as all is there that is needed at once: for filters by texts, the index of the search.
    fn take_records(&mut self, next: NextRecords) -> Option<Effect> {
        let (NextRecords::First(data) | NextRecords::Again(data)) = &next;
        let of_session = self.last_session.iter().flat_map(|session| &session.filters);
        let mut filters = of_session.chain(self.browser.filters.active());
        let needs_index = self.browser.typed_text().is_some()
            || filters.any(|filter| matches!(filter, Filter::Text(FilteredPane::Statements, _)));
        match next {
            next if needs_index && data.index.is_pending() => self.next_records = Some(next),
            NextRecords::First(data) => self.load(*data),
            NextRecords::Again(data) => self.reload(*data),
        }
        None
    }

    /// Shows all records.
    fn load(&mut self, data: Data) {
        self.show_loaded(data);
        // Where the user has gone meanwhile counts more.
        if self.input.is_used {
            self.last_session = None;
        } else {
            self.restore_session();
        }
        let is_empty = self.data.archive.visits.is_empty() && self.data.problem_count().errors == 0;
        if self.notice.is_none() && self.tour.is_none() && (self.data.built_in || is_empty) {
            self.notice = Some(Notice::FirstSteps { has_example: self.data.built_in });
        }
    }

    /// Shows the first records, with the newest visit open, or more of them. It is the newest one until the user does something;
    /// then everything stays in its place.
    fn show_loaded(&mut self, data: Data) {
        if self.data.is_loaded {
            self.replace_data(data);
            if !self.input.is_used {
                self.open_newest();
            }
            return;
        }
        self.data = data;
        self.browser.rows = Rows::default();
        self.browser.text_matches.clear();
        self.open_newest();
        self.relist_commands();
        // Queries that were typed before there were records.
        self.searches_mut().for_each(SearchPane::request);
    }

    /// Opens the newest visit.
    pub(in crate::app) fn open_newest(&mut self) {
        match self.data.archive.newest_first().first() {
            Some(newest) => drop(self.change_scope(Scope::Visit(*newest))),
            None => self.browser.refresh(&mut self.data),
        }
        // With only one visit there is none to select: begin with its statements.
        let is_only = self.rows_of(Pane::Visits).len() == 1;
        let has_statements = !self.list(Pane::Statements).is_empty();
        self.focus_on(if is_only && has_statements { Pane::Statements } else { Pane::Visits });
    }

    /// Opens the problems of the data, scrolled to a diagnostic.
    pub(in crate::app) fn show_problems(&mut self, diagnostic: usize) {
        let row = if diagnostic == 0 { 0 } else { self.row_of_problem(diagnostic) };
        self.overlays.push(Overlay::TextView(TextView::Problems, Scroll::at(row)));
    }
}
