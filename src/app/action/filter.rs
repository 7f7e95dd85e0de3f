//! Choosing: what Enter, `+` and `x` do to the filters, and what follows for the rows.

use crate::app::browse::find_in_pane::FindInPane;
use crate::app::browse::row::Row;
use crate::app::browse::rows::filter_of;
use crate::app::input::command::Change;
use crate::app::layout::Pane;
use crate::app::notice::Notice;
use crate::app::overlay::Overlay;
use crate::app::overlay::menu::Menu;
use crate::app::state::App;

use crate::facet::{Filter, FilterKind, Scope};
use crate::model::Record;

impl App {
    /// The filter that stands for a record in what is open.
    pub fn filter_of_record(&self, record: Record<'_>) -> Option<Filter> {
        filter_of(self.scope()?, record)
    }

    /// The filter that a row stands for.
    fn filter_of_row(&self, row: Row) -> Option<Filter> {
        match row {
            Row::Record { target, .. } => self.filter_of_record(self.data.archive.record(target)?),
            Row::Unsaid { kind: FilterKind::Stop, .. } => Some(Filter::Stop(None)),
            Row::Unsaid { .. } => Some(Filter::Person(None)),
            Row::All { .. } | Row::Broken(_) => None,
        }
    }

    /// Opens what is chosen: a visit, then its stops or statements; a stop or a person as a filter; a statement in
    /// detail; the detail as a menu of filters.
    pub(in crate::app) fn open(&mut self) {
        match self.overlays.top() {
            Some(Overlay::Search(_)) => return self.open_result(),
            Some(Overlay::Menu(menu)) => {
                let filter = menu.chosen();
                self.overlays.pop();
                return filter.into_iter().for_each(|filter| self.choose(filter));
            }
            Some(_) => return,
            None => {}
        }
        if self.browser.find_in_pane.is_some() {
            return self.keep_find_in_pane();
        }
        match (self.browser.focus, self.chosen(self.browser.focus)) {
            (_, Some(Row::Broken(diagnostic))) => self.show_problems(diagnostic),
            (_, Some(Row::All { .. })) => self.go_to(Scope::All),
            (Pane::Visits, Some(Row::Record { target, .. })) => self.go_to(Scope::Visit(target.visit)),
            (Pane::Stops | Pane::Participants, Some(row)) if self.has_statements() || row.is_chosen() => {
                self.filter_of_row(row).into_iter().for_each(|filter| self.choose(filter));
            }
            (Pane::Stops | Pane::Participants | Pane::Statements, Some(_)) => {
                self.leave_place();
                self.focus_on(Pane::Detail);
            }
            (Pane::Detail, _) => self.open_menu(),
            _ => self.notice = Some(Notice::NothingToOpen),
        }
    }

    /// Puts a filter in the place of the others of its kind and goes to the statements; takes it off when it is chosen.
    fn choose(&mut self, filter: Filter) {
        self.leave_place();
        let is_on = self.browser.filters.toggle(filter);
        self.browser.refresh(&mut self.data);
        if is_on {
            self.focus_on(Pane::Statements);
        }
    }

    /// Whether choosing a stop or a person would show what was said: without statements there is only what is known of it.
    pub fn has_statements(&self) -> bool {
        self.browser.counts.total > 0
    }

    /// Changes the filters as is wished.
    pub(in crate::app) fn change_filters(&mut self, change: Change) {
        self.stay();
        match change {
            Change::Add => self.add_filter(),
            Change::DropLast => self.remove_filter(self.browser.filters.chosen().len().checked_sub(1)),
            Change::Drop(place) => self.remove_filter(Some(place)),
            Change::DropAll => self.remove_all_filters(),
            Change::Undo if self.browser.filters.undo() => self.browser.refresh(&mut self.data),
            Change::Redo if self.browser.filters.redo() => self.browser.refresh(&mut self.data),
            Change::Undo | Change::Redo => {}
        }
    }

    /// Puts the filter of the row beside the others of its kind, or takes it off.
    fn add_filter(&mut self) {
        let filter = match self.overlays.top() {
            Some(Overlay::Menu(menu)) => menu.chosen(),
            Some(_) => None,
            None => self.chosen(self.browser.focus).and_then(|row| self.filter_of_row(row)),
        };
        let Some(filter) = filter else {
            self.notice = Some(Notice::NothingToAdd);
            return;
        };
        self.browser.filters.add(filter);
        self.browser.refresh(&mut self.data);
        if let Some(Overlay::Menu(mut menu)) = self.overlays.pop_if(|it| matches!(it, Overlay::Menu(_))) {
            menu.count_anew(|filters| self.browser.count_each(&self.data, filters));
            self.overlays.push(Overlay::Menu(menu));
        }
    }

    pub(in crate::app) fn remove_filter(&mut self, place: Option<usize>) {
        self.stay();
        if let Some(place) = place {
            self.browser.filters.remove_at(place);
            self.browser.refresh(&mut self.data);
        }
    }

    pub(in crate::app) fn remove_all_filters(&mut self) {
        self.stay();
        self.browser.filters.change(Vec::new());
        self.browser.refresh(&mut self.data);
    }

    /// Begins to narrow the pane that has the keys.
    pub(in crate::app) fn begin_find_in_pane(&mut self) {
        let pane = if self.browser.focus == Pane::Detail { self.browser.source } else { self.browser.focus };
        self.focus_on(pane);
        self.stay();
        self.browser.find_in_pane = Some(FindInPane::new(pane, self.place()));
    }

    /// What was typed stays as a filter.
    fn keep_find_in_pane(&mut self) {
        self.stay();
        let Some(find_in_pane) = self.browser.find_in_pane.take() else { return };
        let text = find_in_pane.text().trim().to_owned();
        if let Some(of) = find_in_pane.pane.text_of().filter(|_| !text.is_empty()) {
            self.browser.filters.insert(Filter::Text(of, text));
        }
        self.browser.refresh(&mut self.data);
    }

    pub(in crate::app) fn toggle_outside(&mut self) {
        self.browser.options.hide_outside = !self.browser.options.hide_outside;
        self.browser.refresh(&mut self.data);
    }

    /// What could be chosen of the record in the detail.
    pub(in crate::app) fn menu(&self) -> Menu {
        let record = self.subject().and_then(|target| self.data.archive.record(target));
        Menu::new(self.scope().unwrap_or_default(), record, |filters| {
            self.browser.count_each(&self.data, filters)
        })
    }

    fn open_menu(&mut self) {
        let menu = self.menu();
        if menu.is_empty() {
            self.notice = Some(Notice::NothingToOpen);
        } else {
            self.overlays.push(Overlay::Menu(menu));
        }
    }
}
