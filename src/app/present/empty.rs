//! What stands in a pane that lists nothing: that there is nothing, or how many are hidden and how to get them back.

use crate::app::input::command::{Action, Change};
use crate::app::layout::Pane;
use crate::app::state::App;
use crate::facet::Filter;
use crate::text::{Line, TextRole, wrap_text};

impl App {
    /// What stands in a pane without rows.
    pub fn empty_lines(&self, pane: Pane, columns: usize) -> Vec<Line> {
        let m = self.lang.messages();
        let (_, total) = self.browser.rows.shown(pane);
        let words = match pane {
            _ if !self.data.is_loaded => m.loading,
            _ if total > 0 => return self.hidden_lines(pane, total, columns),
            Pane::Visits => m.no_visits,
            _ if self.scope().is_none() => m.nothing_chosen,
            Pane::Stops => m.no_stops,
            Pane::Participants => m.no_participants,
            Pane::Statements | Pane::Detail => m.no_statements,
        };
        wrap_text(words, TextRole::Dim, &[], columns)
    }

    /// How many rows are hidden, and how to get them back; of statements also what taking off each filter would give.
    fn hidden_lines(&self, pane: Pane, total: usize, columns: usize) -> Vec<Line> {
        let ways = self.ways_back(pane, true).join(", ");
        let hidden = wrap_text(&self.lang.hidden(total, &ways), TextRole::Dim, &[], columns);
        if pane != Pane::Statements || self.browser.without.is_empty() {
            return hidden;
        }
        let mut lines = wrap_text(self.lang.messages().no_match, TextRole::Plain, &[], columns);
        lines.extend(hidden);
        lines.push(Line::new());
        let filters = self.browser.filters.chosen().iter().enumerate().zip(&self.browser.without);
        for ((place, filter), count) in filters.filter(|((_, filter), _)| filter.filters_statements()) {
            let label =
                Line::of(&format!("[{} {} ×]", place + 1, self.filter_label(filter)), TextRole::Accent);
            let gives = Line::of(&self.lang.would_give(*count), TextRole::Dim);
            lines.push(label.spread(&gives, columns));
        }
        lines
    }

    /// How many rows of a pane are hidden, as far as that is not said by the filters, and what brings them back.
    pub fn hidden_words(&self, pane: Pane) -> Option<String> {
        let (shown, total) = self.browser.rows.shown(pane);
        let way = self.ways_back(pane, false).into_iter().next()?;
        // Where no row is left, that stands in their place.
        let is_empty = self.list(pane).is_empty();
        let hides =
            shown < total && !is_empty && matches!(pane, Pane::Visits | Pane::Stops | Pane::Participants);
        hides.then(|| self.lang.hidden(total - shown, &way))
    }

    /// The keys that bring back what a pane hides, with what each does; filters by their names where there is room.
    fn ways_back(&self, pane: Pane, has_room: bool) -> Vec<String> {
        let key = |action| self.key_of(action);
        let mut ways = Vec::new();
        if self.browser.find_in_pane.as_ref().is_some_and(|it| it.pane == pane) {
            ways.push(self.lang.key_cancels(&key(Action::StepOut)));
        }
        if pane == Pane::Statements {
            let has_filters = !self.browser.filters.chosen().is_empty();
            ways.extend(has_filters.then(|| self.lang.key_drops_all(&key(Action::Filters(Change::DropAll)))));
            return ways;
        }
        let filters = self.browser.filters.chosen().iter().enumerate();
        let own = |filter: &Filter| matches!(filter, Filter::Text(of, _) if Some(*of) == pane.text_of());
        ways.extend(filters.filter(|(_, filter)| own(filter)).map(|(place, filter)| {
            let name = if has_room { self.filter_label(filter) } else { String::new() };
            self.lang.key_drops(&key(Action::Filters(Change::Drop(place))), &name)
        }));
        if self.browser.options.hide_outside {
            ways.push(self.lang.key_shows(&key(Action::Outside)));
        }
        ways
    }
}
