//! The session: where the user is now, and the way back there when the program starts again.

use crate::app::browse::LISTS;
use crate::app::browse::filters::translate;
use crate::app::browse::history::Place;
use crate::app::browse::row::{Row, RowKey};
use crate::app::browse::scope::OpenScope;
use crate::app::input::command::{Action, StatsAction};
use crate::app::layout::Pane;
use crate::app::list::List;
use crate::app::notice::Notice;
use crate::app::overlay::Overlay;
use crate::app::scroll::Scroll;
use crate::app::session::{SavedRow, Session};
use crate::app::state::App;
use crate::facet::{FilterKind, Scope};

impl App {
    /// Where the user is. `None` if nothing is open, if the records cannot be found again (the built-in example, a pipe), and as long
    /// as the last session waits for all records.
    pub fn session(&self) -> Option<Session> {
        let visit = match self.scope()? {
            Scope::All => None,
            scope @ Scope::Visit(_) => Some(scope.visit_in(&self.data.archive)?.id.clone()),
        };
        if self.data.built_in || !self.data.streams.is_empty() || self.last_session.is_some() {
            return None;
        }
        let view = self.overlays.iter().find_map(|overlay| match overlay {
            Overlay::Stats(view) => Some(view.content.kind()),
            _ => None,
        });
        Some(Session {
            filters: self.browser.filters.active().to_vec(),
            rows: LISTS.map(|pane| self.saved_row(self.selected_row(pane)?)),
            options: self.browser.options,
            view,
            ..Session::new(visit, self.browser.focus, self.browser.source)
        })
    }

    fn saved_row(&self, row: Row) -> Option<SavedRow> {
        match row {
            Row::Record { target, .. } => {
                let record = self.data.archive.record(target)?;
                Some(SavedRow::Record(record.visit().id.clone(), target.kind, record.id().clone()))
            }
            Row::All { .. } => Some(SavedRow::All),
            Row::NotStated { .. } => Some(SavedRow::NotStated),
            Row::Broken(_) => None,
        }
    }

    /// Goes where the user was when the program was left, if that is still there. Going back leads to the start.
    pub(in crate::app) fn restore_session(&mut self) {
        let Some(session) = self.last_session.take() else { return };
        let start = self.session();
        if start.is_none() {
            return;
        }
        self.browser.options = session.options;
        let Some(place) = self.place_of_session(&session) else {
            return self.browser.refresh(&mut self.data);
        };
        let before = self.browser.current_place(&mut self.data);
        self.browser.restore_place(&mut self.data, place);
        for (pane, row) in LISTS.into_iter().zip(&session.rows) {
            self.select_saved_row(pane, row.as_ref());
        }
        let show = StatsAction::Show;
        if let Some(kind) = session.view.filter(|_| self.overlays.is_empty())
            && self.is_available(Action::Stats(show(kind)))
        {
            self.perform_stats(show(kind));
        }
        if self.session() != start {
            if let Some(place) = before {
                self.browser.history.push(place);
            }
            self.notice.get_or_insert(Notice::SessionRestored);
        }
    }

    /// The place of a session; `None` if its visit is gone.
    fn place_of_session(&mut self, session: &Session) -> Option<Place> {
        let archive = &self.data.archive;
        let scope = match &session.visit {
            None => Scope::All,
            Some(id) => Scope::Visit(archive.position(id)?),
        };
        let (filters, _) = translate(&self.data, &session.filters, scope);
        let is_list = session.source != Pane::Detail;
        Some(Place {
            scope: OpenScope::new(&mut self.data, scope)?,
            filters,
            focus: session.focus,
            source: if is_list { session.source } else { Pane::Visits },
            lists: [List::default(); 4],
            rows: Default::default(),
            show_outside: session.options.show_outside,
            scroll: Scroll::default(),
        })
    }

    fn select_saved_row(&mut self, pane: Pane, row: Option<&SavedRow>) {
        let key = row.and_then(|row| self.row_key(pane, row));
        let found = key.and_then(|key| key.find(self.rows_of(pane), &self.data));
        self.browser.select(pane, found.unwrap_or_default());
    }

    fn row_key(&mut self, pane: Pane, row: &SavedRow) -> Option<RowKey> {
        match row {
            SavedRow::Record(visit, kind, id) => {
                let target = self.data.archive.find(visit, *kind, id)?;
                self.data.intern(target).map(RowKey::Record)
            }
            SavedRow::All => Some(RowKey::All),
            SavedRow::NotStated if pane == Pane::Stops => Some(RowKey::NotStated(FilterKind::Stop)),
            SavedRow::NotStated => Some(RowKey::NotStated(FilterKind::Person)),
        }
    }
}
