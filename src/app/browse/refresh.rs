//! Counts and rows of the panes, made from the data and from what is chosen.

use crate::app::browse::row::RowKey;
use crate::app::browse::rows::{Choice, Rows};
use crate::app::browse::scope::OpenScope;
use crate::app::browse::{Browser, LISTS};
use crate::app::data::Data;
use crate::app::layout::Pane;
use crate::app::scroll::Scroll;
use crate::facet::{Filter, FilteredPane, Scope};

impl Browser {
    /// The scope in the archive of now; none when nothing is open.
    pub(in crate::app) fn scope(&self, data: &Data) -> Option<Scope> {
        self.scope.and_then(|scope| scope.of(data))
    }

    pub(in crate::app) fn set_scope(&mut self, data: &mut Data, scope: Option<Scope>) {
        self.scope = scope.and_then(|scope| OpenScope::new(data, scope));
    }

    /// The filters, with what is being typed.
    fn all_filters(&self) -> Vec<Filter> {
        let mut filters = self.filters.chosen().to_vec();
        let typed = self
            .find_in_pane
            .as_ref()
            .filter(|it| it.pane == Pane::Statements && !it.text().trim().is_empty());
        filters.extend(typed.map(|it| Filter::Text(FilteredPane::Statements, it.text().to_owned())));
        filters
    }

    /// Prepares for another text in the input of a pane. That of the statements is searched for first: until its statements are
    /// known, nothing changes.
    pub(in crate::app) fn refresh_typed(&mut self, data: &mut Data) {
        let filters = self.all_filters();
        self.texts.keep(&filters);
        if !self.texts.is_waiting() {
            self.refresh(data);
        }
    }

    /// Makes counts and rows anew, and keeps the choice of each list where it was. A choice that is not listed any more
    /// is remembered, and comes back with its row, unless the reader has moved since.
    pub(in crate::app) fn refresh(&mut self, data: &mut Data) {
        let chosen = LISTS.map(|pane| self.chosen(pane)?.key(data));
        self.count(data);
        self.rows = Rows::new(&self.choice(data));
        self.take_up(data, chosen);
    }

    /// Counts what the filters give.
    pub(in crate::app) fn count(&mut self, data: &Data) {
        let filters = self.all_filters();
        self.texts.keep(&filters);
        let texts = |text: &str| self.texts.statements(text);
        self.counts = data.facets.count(&data.archive, self.scope_or_none(data), &filters, &texts);
        self.without =
            if self.counts.shown.is_empty() { self.without_each(data, &filters) } else { Vec::new() };
    }

    /// What is open; a visit that there is not, when nothing is.
    fn scope_or_none(&self, data: &Data) -> Scope {
        self.scope(data).unwrap_or(Scope::Visit(usize::MAX))
    }

    /// What the rows are made from.
    pub(in crate::app) fn choice<'a>(&'a self, data: &'a Data) -> Choice<'a> {
        Choice {
            data,
            scope: self.scope_or_none(data),
            filters: self.filters.chosen(),
            counts: &self.counts,
            find_in_pane: self.find_in_pane.as_ref().map(|it| (it.pane, it.text())),
            hide_outside: self.options.hide_outside,
            sortings: self.options.sortings,
        }
    }

    fn take_up(&mut self, data: &Data, chosen: [Option<RowKey>; 4]) {
        for (pane, row) in LISTS.into_iter().zip(chosen) {
            let rows = self.rows.of(pane);
            let mut list = self.list(pane).resized(rows.len());
            let remembered = self.hidden_selection.get_mut(pane.index()).and_then(Option::take);
            let find = |row: &Option<RowKey>| row.as_ref()?.find(rows, data);
            let (found, missing) = match (find(&remembered), find(&row)) {
                (Some(row), _) => (Some(row), None),
                (None, Some(row)) => (Some(row), remembered),
                (None, None) => (None, remembered.or(row)),
            };
            if let Some(row) = found {
                list.select(row);
            }
            if let Some(place) = self.hidden_selection.get_mut(pane.index()) {
                *place = missing;
            }
            self.put(pane, list);
        }
        self.scroll = Scroll::default();
    }

    /// How many statements each of the candidates would give beside the filters of other kinds.
    pub(in crate::app) fn count_each(&self, data: &Data, candidates: &[Filter]) -> Vec<usize> {
        let scope = self.scope(data).unwrap_or_default();
        let texts = |text: &str| self.texts.statements(text);
        let archive = (&*data.archive, scope);
        data.facets.count_each(archive, self.filters.chosen(), candidates, &texts)
    }

    /// What taking off each filter would give, with what is being typed.
    fn without_each(&self, data: &Data, all: &[Filter]) -> Vec<usize> {
        let scope = self.scope(data).unwrap_or_default();
        let texts = |text: &str| self.texts.statements(text);
        let without = |place: usize| {
            let others: Vec<Filter> = all
                .iter()
                .enumerate()
                .filter(|(at, _)| *at != place)
                .map(|(_, filter)| filter.clone())
                .collect();
            data.facets.count_matching(&data.archive, scope, &others, &texts)
        };
        (0..self.filters.chosen().len()).map(without).collect()
    }
}
