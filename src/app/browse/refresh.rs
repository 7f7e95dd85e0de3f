//! Recomputes the counts and the rows of the panes from the data and the filters.

use std::sync::Arc;

use crate::app::browse::find_in_pane::FindInPane;
use crate::app::browse::row::RowKey;
use crate::app::browse::row_builder::RowBuilder;
use crate::app::browse::rows::visits_matching;
use crate::app::browse::scope::OpenScope;
use crate::app::browse::{Browser, LISTS};
use crate::app::data::Data;
use crate::app::layout::Pane;
use crate::app::list::List;
use crate::app::scroll::Scroll;
use crate::facet::{Filter, FilteredPane, Scope, StatementSet};
use crate::stats::Condition;

impl Browser {
    /// The scope in the current archive; `None` if nothing is open.
    pub(in crate::app) fn scope(&self, data: &Data) -> Option<Scope> {
        self.scope.and_then(|scope| scope.resolve(data))
    }

    pub(in crate::app) fn set_scope(&mut self, data: &mut Data, scope: Option<Scope>) {
        self.scope = scope.and_then(|scope| OpenScope::new(data, scope));
    }

    /// The text that is being typed for the statements.
    pub(in crate::app) fn typed_text(&self) -> Option<&str> {
        let find_in_pane = self.find_in_pane.as_ref();
        let find_in_pane = find_in_pane.filter(|it| it.pane == Pane::Statements && it.days().is_none())?;
        Some(find_in_pane.text().trim()).filter(|text| !text.is_empty())
    }

    /// The active filters, and the range of dates that is being typed.
    fn row_filters(&self) -> Vec<Filter> {
        let mut filters = self.filters.active().to_vec();
        let days = self.find_in_pane.as_ref().and_then(FindInPane::days);
        filters.extend(days.map(Condition::During).map(Filter::Fact));
        filters
    }

    /// The same, and the text that is being typed for the statements.
    fn all_filters(&self) -> Vec<Filter> {
        let mut filters = self.row_filters();
        filters.extend(self.typed_text().map(|it| Filter::Text(FilteredPane::Statements, it.to_owned())));
        filters
    }

    /// Refreshes the panes after a change of the find-in-pane text. Statements are searched for it first: the panes do not change
    /// before the matches are known.
    pub(in crate::app) fn refresh_typed(&mut self, data: &mut Data) {
        let typed = self.typed_text().map(str::to_owned);
        if self.text_matches.expect(typed.as_deref()) {
            self.refresh_found(data);
        }
    }

    /// Refreshes the panes for the find-in-pane text, whose matches are known. If the statement that was selected before is
    /// hidden, the first one is selected, whatever was found for the first letters.
    pub(in crate::app) fn refresh_found(&mut self, data: &mut Data) {
        let detail = self.selected_row(data, self.source).and_then(|row| row.key(data));
        let scroll = self.scroll;
        self.refresh(data);
        let pane = Pane::Statements;
        let is_hidden = self.hidden_selection.get(pane.index()).is_some_and(Option::is_some);
        if is_hidden && self.find_in_pane.as_ref().is_some_and(|it| it.pane == pane) {
            self.select(pane, 0);
        }
        if detail == self.selected_row(data, self.source).and_then(|row| row.key(data)) {
            self.scroll = scroll;
        }
    }

    /// Recomputes counts and rows, and selects the same rows as before. A selected row that is hidden now is selected again when it
    /// reappears, unless the user selects another one before.
    pub(in crate::app) fn refresh(&mut self, data: &mut Data) {
        let selected = LISTS.map(|pane| self.selected_row(data, pane)?.key(data));
        self.count(data);
        let mut rows = std::mem::take(&mut self.rows);
        rows.rebuild(&self.row_builder(data, &self.row_filters()));
        self.rows = rows;
        self.restore_selections(data, selected);
    }

    /// Recomputes the rows of the open visit, and resets its lists. The list of visits stays as it is.
    pub(in crate::app) fn list_open_visit(&mut self, data: &Data) {
        self.count(data);
        let mut rows = std::mem::take(&mut self.rows);
        rows.list_open_visit(&self.row_builder(data, &self.row_filters()));
        self.rows = rows;
        self.reset_lists(data);
    }

    /// Selects the first row in each list of the open visit.
    pub(in crate::app) fn reset_lists(&mut self, data: &Data) {
        self.hidden_selection = Default::default();
        for pane in [Pane::Stops, Pane::Participants, Pane::Statements] {
            self.set_list(pane, List::new(self.rows_of(data, pane).len()));
        }
        self.scroll = Scroll::default();
    }

    /// Recomputes the counts for the filters.
    fn count(&mut self, data: &Data) {
        let filters = self.all_filters();
        let of = |pane| {
            filters.iter().filter_map(move |filter| match filter {
                Filter::Text(of, text) if *of == pane => Some(text.as_str()),
                _ => None,
            })
        };
        self.text_matches.complete(of(FilteredPane::Statements), &data.index);
        self.text_matches.keep_visits(of(FilteredPane::Visits), |text| {
            data.facets.of_visits(visits_matching(&data.archive, text))
        });
        self.counts = {
            let texts = self.text_search(data);
            data.facets.count(&data.archive, self.scope_or_nothing(data), &filters, &texts)
        };
        self.counts_without_each =
            if self.counts.shown.is_empty() { self.count_without_each(data, &filters) } else { Vec::new() };
    }

    /// The statements that match the texts of filters. Texts for visits narrow the statements of all visits only.
    pub(in crate::app) fn text_search(
        &self,
        data: &Data,
    ) -> impl Fn(FilteredPane, &str) -> Option<Arc<StatementSet>> {
        let of_all = self.scope(data) == Some(Scope::All);
        move |pane, text| match pane {
            FilteredPane::Visits if of_all => self.text_matches.of_visits(text),
            FilteredPane::Statements => self.text_matches.statements(text),
            _ => None,
        }
    }

    /// The scope, or a visit that does not exist if nothing is open.
    fn scope_or_nothing(&self, data: &Data) -> Scope {
        self.scope(data).unwrap_or(Scope::Visit(usize::MAX))
    }

    fn row_builder<'a>(&'a self, data: &'a Data, filters: &'a [Filter]) -> RowBuilder<'a> {
        let typed = self.find_in_pane.as_ref().filter(|it| it.days().is_none());
        RowBuilder {
            data,
            scope: self.scope_or_nothing(data),
            filters,
            counts: &self.counts,
            find_in_pane: typed.map(|it| (it.pane, it.text())),
            show_outside: self.options.show_outside,
            sortings: self.options.sortings,
        }
    }

    fn restore_selections(&mut self, data: &Data, selected: [Option<RowKey>; 4]) {
        for (pane, row) in LISTS.into_iter().zip(selected) {
            let hidden = self.hidden_selection.get_mut(pane.index()).and_then(Option::take);
            let rows = self.rows_of(data, pane);
            let mut list = self.list(pane).resized(rows.len());
            let find = |row: &Option<RowKey>| row.as_ref()?.find(rows, data);
            let (found, still_hidden) = match (find(&hidden), find(&row)) {
                (Some(row), _) => (Some(row), None),
                (None, Some(row)) => (Some(row), hidden),
                (None, None) => (None, hidden.or(row)),
            };
            if let Some(row) = found {
                list.select(row);
            }
            self.set_hidden_selection(pane, still_hidden);
            self.set_list(pane, list);
        }
        self.scroll = Scroll::default();
    }

    /// For each candidate, how many statements pass it and the active filters of other kinds.
    pub(in crate::app) fn count_each(&self, data: &Data, candidates: &[Filter]) -> Vec<usize> {
        let scope = self.scope(data).unwrap_or_default();
        let texts = self.text_search(data);
        let archive = (&*data.archive, scope);
        data.facets.count_each(archive, self.filters.active(), candidates, &texts)
    }

    /// For each active filter, how many statements pass all the others.
    fn count_without_each(&self, data: &Data, all: &[Filter]) -> Vec<usize> {
        let scope = self.scope(data).unwrap_or_default();
        let texts = self.text_search(data);
        let count_without = |index: usize| {
            let others: Vec<Filter> = all
                .iter()
                .enumerate()
                .filter(|(at, _)| *at != index)
                .map(|(_, filter)| filter.clone())
                .collect();
            data.facets.count_matching(&data.archive, scope, &others, &texts)
        };
        (0..self.filters.active().len()).map(count_without).collect()
    }
}
