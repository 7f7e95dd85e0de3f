//! Opening rows and menus as filters, changing the filters, and find in pane.

use crate::app::browse::find_in_pane::FindInPane;
use crate::app::browse::row::Row;
use crate::app::browse::rows::filter_of;
use crate::app::input::command::FilterChange;
use crate::app::layout::Pane;
use crate::app::notice::Notice;
use crate::app::overlay::Overlay;
use crate::app::overlay::filter_menu::FilterMenu;
use crate::app::state::App;

use crate::facet::{Filter, FilterKind, Scope};
use crate::model::Record;
use crate::stats::Condition;

impl App {
    /// The filter for a record in the current scope; `None` for visits and statements.
    pub fn filter_of_record(&self, record: Record<'_>) -> Option<Filter> {
        filter_of(self.scope()?, record)
    }

    fn filter_of_row(&self, row: Row) -> Option<Filter> {
        match row {
            Row::Record { target, .. } => self.filter_of_record(self.data.archive.record(target)?),
            Row::NotStated { kind: FilterKind::Stop, .. } => Some(Filter::Stop(None)),
            Row::NotStated { .. } => Some(Filter::Person(None)),
            Row::All { .. } | Row::Broken(_) => None,
        }
    }

    /// Opens the selected row of the pane with the focus: a visit, and then its stops or statements; a stop or a person as a
    /// filter; a statement in the detail; the detail as a menu of filters.
    pub(in crate::app) fn open_in_panes(&mut self) {
        if self.browser.find_in_pane.is_some() {
            return self.keep_find_in_pane();
        }
        match (self.browser.focus, self.selected_row(self.browser.focus)) {
            (_, Some(Row::Broken(diagnostic))) => self.show_problems(diagnostic),
            (_, Some(Row::All { .. })) => self.open_scope(Scope::All),
            (Pane::Visits, Some(Row::Record { target, .. })) => self.open_scope(Scope::Visit(target.visit)),
            (Pane::Stops | Pane::Participants, Some(row))
                if self.has_statements() || row.is_active_filter() =>
            {
                self.filter_of_row(row).into_iter().for_each(|filter| self.toggle_filter(filter));
            }
            (Pane::Stops | Pane::Participants | Pane::Statements, Some(_)) => {
                self.push_history();
                self.focus_on(Pane::Detail);
            }
            (Pane::Detail, _) => self.open_filter_menu(),
            _ => self.notice = Some(Notice::NothingToOpen),
        }
    }

    /// Puts a filter in place of the others of its kind and moves the focus to the statements; removes it if it is active.
    pub(in crate::app) fn toggle_filter(&mut self, filter: Filter) {
        self.push_history();
        let is_active = self.browser.filters.toggle(filter);
        self.browser.refresh(&mut self.data);
        if is_active {
            self.focus_on(Pane::Statements);
        }
    }

    pub(in crate::app) fn change_filters(&mut self, change: FilterChange) {
        self.commit_pending_place();
        let filters = &mut self.browser.filters;
        match change {
            FilterChange::Add => self.add_filter(),
            FilterChange::RemoveLast => {
                let last = filters.active().len().checked_sub(1);
                self.remove_filter(last);
            }
            FilterChange::Remove(index) => self.remove_filter(Some(index)),
            FilterChange::RemoveAll => self.remove_all_filters(),
            FilterChange::Undo if filters.undo() => self.browser.refresh(&mut self.data),
            FilterChange::Redo if filters.redo() => self.browser.refresh(&mut self.data),
            FilterChange::Undo | FilterChange::Redo => {}
        }
    }

    /// Adds the selected filter to the others, also to those of its kind; removes it if it is active.
    fn add_filter(&mut self) {
        let filter = match self.overlays.top() {
            Some(Overlay::FilterMenu(menu)) => menu.selected(),
            Some(_) => None,
            None => self.selected_row(self.browser.focus).and_then(|row| self.filter_of_row(row)),
        };
        let Some(filter) = filter else {
            self.notice = Some(Notice::NotAFilter);
            return;
        };
        self.browser.filters.toggle_additional(filter);
        self.browser.refresh(&mut self.data);
        if let Some(Overlay::FilterMenu(mut menu)) =
            self.overlays.pop_if(|it| matches!(it, Overlay::FilterMenu(_)))
        {
            menu.set_counts(|filters| self.browser.count_each(&self.data, filters));
            self.overlays.push(Overlay::FilterMenu(menu));
        }
    }

    pub(in crate::app) fn remove_filter(&mut self, index: Option<usize>) {
        self.commit_pending_place();
        if let Some(index) = index {
            self.browser.filters.remove_at(index);
            self.browser.refresh(&mut self.data);
        }
    }

    pub(in crate::app) fn remove_all_filters(&mut self) {
        self.commit_pending_place();
        self.browser.filters.set(Vec::new());
        self.browser.refresh(&mut self.data);
    }

    pub(in crate::app) fn begin_find_in_pane(&mut self) {
        let pane = self.browser.current_list();
        self.focus_on(pane);
        self.commit_pending_place();
        let place = self.browser.current_place(&mut self.data);
        self.browser.find_in_pane = Some(FindInPane::new(pane, place));
    }

    /// Ends find in pane, with its text as a filter.
    fn keep_find_in_pane(&mut self) {
        self.commit_pending_place();
        let Some(find_in_pane) = self.browser.find_in_pane.take() else { return };
        let text = find_in_pane.text().trim().to_owned();
        if let Some(days) = find_in_pane.days() {
            self.browser.filters.add(Filter::Fact(Condition::During(days)));
        } else if let Some(of) = find_in_pane.pane.filtered_pane().filter(|_| !text.is_empty()) {
            self.browser.filters.add(Filter::Text(of, text));
        }
        self.browser.refresh(&mut self.data);
    }

    /// The menu of filters for the record in the detail.
    pub(in crate::app) fn filter_menu(&self) -> FilterMenu {
        let record = self.detail_target().and_then(|target| self.data.archive.record(target));
        FilterMenu::new(self.scope().unwrap_or_default(), record, |filters| {
            self.browser.count_each(&self.data, filters)
        })
    }

    fn open_filter_menu(&mut self) {
        let menu = self.filter_menu();
        if menu.is_empty() {
            self.notice = Some(Notice::NothingToOpen);
        } else {
            self.overlays.push(Overlay::FilterMenu(menu));
        }
    }
}
