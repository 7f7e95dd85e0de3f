//! The menu of filters for the record in the detail.

use crate::app::browse::filters::unique;
use crate::app::browse::rows::filter_of;
use crate::app::list::List;
use crate::facet::{Filter, Scope};
use crate::model::{Record, RecordTime, Speaker, Statement, Visit};

/// The menu of filters.
#[derive(Debug)]
pub struct FilterMenu {
    /// The filters, each with the number of statements that pass it and the active filters of other kinds.
    pub rows: Vec<(Filter, usize)>,
    /// The selection.
    pub list: List,
}

impl FilterMenu {
    /// The filters for the facts of a record.
    pub(in crate::app) fn new(
        scope: Scope,
        record: Option<Record<'_>>,
        count: impl FnOnce(&[Filter]) -> Vec<usize>,
    ) -> Self {
        let filters = unique(record.map(|record| filters_of(scope, record)).unwrap_or_default());
        let rows: Vec<(Filter, usize)> = filters.into_iter().map(|filter| (filter, 0)).collect();
        let mut menu = Self { list: List::new(rows.len()), rows };
        menu.set_counts(count);
        menu
    }

    /// Updates the counts.
    pub(in crate::app) fn set_counts(&mut self, count: impl FnOnce(&[Filter]) -> Vec<usize>) {
        let filters: Vec<Filter> = self.rows.iter().map(|(filter, _)| filter.clone()).collect();
        for ((_, count), new) in self.rows.iter_mut().zip(count(&filters)) {
            *count = new;
        }
    }

    /// Whether it has no filters.
    pub(in crate::app) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The selected filter.
    pub(in crate::app) fn selected(&self) -> Option<Filter> {
        self.rows.get(self.list.selected()?).map(|(filter, _)| filter.clone())
    }
}

/// The filters for the facts of a record that statements can share.
fn filters_of(scope: Scope, record: Record<'_>) -> Vec<Filter> {
    match record {
        Record::Statement(visit, statement) => filters_of_statement(scope, visit, statement),
        Record::Visit(visit) => {
            let of = |statement| filters_of_statement(scope, visit, statement);
            let mut filters: Vec<Filter> = visit.statements.iter().flat_map(of).collect();
            // These can be opened in the panes.
            filters.retain(|filter| {
                !matches!(filter, Filter::Stop(_) | Filter::Person(_) | Filter::Organization(_))
            });
            filters.sort_by_key(Filter::kind);
            filters
        }
        Record::Stop(_, stop) => {
            let day = stop.when().and_then(RecordTime::day).map(Filter::Day);
            let topics = stop.topics.iter().map(|it| Filter::Topic(it.to_string()));
            filter_of(scope, record).into_iter().chain(day).chain(topics).collect()
        }
        Record::Participant(_, person) => {
            let organizations = person.organizations().cloned().map(Filter::Organization);
            let side = person.side.map(Filter::Side);
            filter_of(scope, record).into_iter().chain(organizations).chain(side).collect()
        }
        Record::Organization(_, organization) => {
            filter_of(scope, record).into_iter().chain(organization.side().map(Filter::Side)).collect()
        }
    }
}

fn filters_of_statement(scope: Scope, visit: &Visit, statement: &Statement) -> Vec<Filter> {
    let mut filters = vec![Filter::Type(statement.kind)];
    for speaker in visit.speakers(statement) {
        let record = match speaker {
            Speaker::Participant(person) => Record::Participant(visit, person),
            Speaker::Organization(organization) => Record::Organization(visit, organization),
        };
        for filter in filters_of(scope, record) {
            if !filters.contains(&filter) {
                filters.push(filter);
            }
        }
    }
    if visit.speakers(statement).next().is_none() {
        filters.push(Filter::Person(None));
    }
    let stop = statement.stop.as_ref().and_then(|id| visit.stop(id));
    match stop {
        Some(stop) => filters.extend(filter_of(scope, Record::Stop(visit, stop))),
        None => filters.push(Filter::Stop(None)),
    }
    filters.extend(visit.when_said(statement).and_then(RecordTime::day).map(Filter::Day));
    filters.extend(statement.topics.iter().map(|it| Filter::Topic(it.to_string())));
    filters
}
