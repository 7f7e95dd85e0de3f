//! Handles events: each changes the state, and the screen is arranged for it.

use crate::app::data::Data;
use crate::app::event::{Effect, Event};
use crate::app::layout::Pane;
use crate::app::notice::Notice;
use crate::app::overlay::search::SearchPane;
use crate::app::overlay::{Overlay, TextView};
use crate::app::scroll::Scroll;
use crate::app::state::App;
use crate::facet::Scope;

impl App {
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
            Event::TextMatched(matched) => {
                self.take_text_matches(matched);
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
        self.arrange();
        effect.into_iter().chain(self.next_searches()).collect()
    }

    /// The records have come: the newest visit is opened.
    fn show(&mut self, data: Data) {
        self.data = data;
        self.open_newest();
        self.relist_commands();
        // What was asked before there were records is asked again, wherever the search is now.
        self.searches_mut().for_each(SearchPane::find);
    }

    /// Opens the newest visit.
    pub(in crate::app) fn open_newest(&mut self) {
        match self.data.archive.newest_first().first() {
            Some(newest) => drop(self.change_scope(Scope::Visit(*newest))),
            None => self.browser.refresh(&mut self.data),
        }
        // One visit needs no choosing: begin with what was said.
        let alone = self.browser.rows.of(Pane::Visits).len() == 1;
        let has_statements = !self.list(Pane::Statements).is_empty();
        self.focus_on(if alone && has_statements { Pane::Statements } else { Pane::Visits });
    }

    pub(in crate::app) fn show_problems(&mut self, diagnostic: usize) {
        let row = if diagnostic == 0 { 0 } else { self.row_of_problem(diagnostic) };
        self.overlays.push(Overlay::TextView(TextView::Problems, Scroll::at(row)));
    }
}
