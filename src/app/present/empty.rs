//! The message in an empty pane: that there are no records, or how many are hidden and how to show them.

use crate::app::input::command::{Action, FilterChange};
use crate::app::layout::Pane;
use crate::app::state::App;
use crate::facet::{Filter, FilteredPane, Scope};
use crate::lang::ORGANIZATIONS;
use crate::text::{Line, TextRole, wrap_text};

impl App {
    /// The message in a pane without rows.
    pub fn empty_lines(&self, pane: Pane, columns: usize) -> Vec<Line> {
        let m = self.lang.messages();
        let (_, total) = self.browser.rows.shown(pane);
        let message = match pane {
            _ if !self.data.is_loaded => m.loading,
            _ if total > 0 => return self.hidden_lines(pane, columns),
            Pane::Visits => m.no_visits,
            _ if self.scope().is_none() => m.nothing_chosen,
            Pane::Stops => m.no_stops,
            Pane::Participants => m.no_participants,
            Pane::Statements | Pane::Detail => m.no_statements,
        };
        wrap_text(message, TextRole::Dim, &[], columns)
    }

    /// How many rows are hidden, and how to show them; for statements, also how many would pass without each filter.
    fn hidden_lines(&self, pane: Pane, columns: usize) -> Vec<Line> {
        let hints = self.unhide_hints(pane, true).join(", ");
        let hidden = self.lang.hidden(&self.hidden_rows(pane), &hints);
        let hidden = wrap_text(&hidden, TextRole::Dim, &[], columns);
        if pane != Pane::Statements || self.browser.counts_without_each.is_empty() {
            return hidden;
        }
        let mut lines = wrap_text(self.lang.messages().no_match, TextRole::Plain, &[], columns);
        lines.extend(hidden);
        lines.push(Line::new());
        let filters = self.browser.filters.active().iter().enumerate().zip(&self.browser.counts_without_each);
        let all = self.scope() == Some(Scope::All);
        let narrows = |filter: &Filter| {
            filter.filters_statements() && (all || !matches!(filter, Filter::Text(FilteredPane::Visits, _)))
        };
        for ((index, filter), count) in filters.filter(|((_, filter), _)| narrows(filter)) {
            let label =
                Line::of(&format!("[{} {} ×]", index + 1, self.filter_label(filter)), TextRole::Accent);
            let count = Line::of(&self.lang.would_give(*count), TextRole::Dim);
            lines.push(label.spread(&count, columns));
        }
        lines
    }

    /// How many rows of a pane with rows are hidden, and how to show them. `None` for statements, whose filters are shown elsewhere.
    pub fn hidden_text(&self, pane: Pane) -> Option<String> {
        let (shown, total) = self.browser.rows.shown(pane);
        let hint = self.unhide_hints(pane, false).into_iter().next()?;
        // A pane without rows shows the message inside.
        let is_empty = self.list(pane).is_empty();
        let has_hidden =
            shown < total && !is_empty && matches!(pane, Pane::Visits | Pane::Stops | Pane::Participants);
        has_hidden.then(|| self.lang.hidden(&self.hidden_rows(pane), &hint))
    }

    /// The number of hidden rows: as in the titles organizations do not count among participants, unless only they are hidden.
    fn hidden_rows(&self, pane: Pane) -> String {
        let ((shown, total), (counted, all)) =
            (self.browser.rows.shown(pane), self.browser.rows.title_count(pane));
        let (rows, in_title) = (total - shown, all - counted);
        if rows > 0 && in_title == 0 {
            return self.lang.counted(rows, ORGANIZATIONS);
        }
        self.lang.number(in_title)
    }

    /// The keys that show the hidden rows of a pane, with what each does; with the labels of filters if there is room.
    fn unhide_hints(&self, pane: Pane, has_room: bool) -> Vec<String> {
        let key = |action| self.key_of(action);
        let mut hints = Vec::new();
        if self.browser.find_in_pane.as_ref().is_some_and(|it| it.pane == pane) {
            hints.push(self.lang.key_cancels(&key(Action::StepOut)));
        }
        if pane == Pane::Statements {
            let has_filters = !self.browser.filters.active().is_empty();
            hints.extend(
                has_filters.then(|| self.lang.key_drops_all(&key(Action::Filters(FilterChange::RemoveAll)))),
            );
            return hints;
        }
        let filters = self.browser.filters.active().iter().enumerate();
        let own =
            |filter: &Filter| matches!(filter, Filter::Text(of, _) if Some(*of) == pane.filtered_pane());
        hints.extend(filters.filter(|(_, filter)| own(filter)).map(|(index, filter)| {
            let name = if has_room { self.filter_label(filter) } else { String::new() };
            self.lang.key_drops(&key(Action::Filters(FilterChange::Remove(index))), &name)
        }));
        if !self.browser.options.show_outside {
            hints.push(self.lang.key_shows(&key(Action::ToggleOutside)));
        }
        hints
    }
}
