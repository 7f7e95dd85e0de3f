//! The rows of the panes, built from the archive, the scope and the filters.

use crate::app::browse::fact_filters::FactFilters;
use crate::app::browse::pane_rows::PaneRows;
use crate::app::browse::row::{Row, RowHeading, RowState};
use crate::app::browse::row_builder::RowBuilder;
use crate::app::browse::statement_rows::StatementRows;
use crate::app::browse::visits_basis::VisitsBasis;
use crate::app::data::Data;
use crate::app::layout::Pane;
use std::collections::HashSet;

use crate::facet::{Facets, Filter, FilterKind, FilteredPane, Scope, StopKey, place_key};
use crate::lang::{Lang, date_short};
use crate::model::{
    Archive, Attendance, Id, PartialDate, Participant, Record, RecordKind, Side, Stop, Target, Visit,
};
use crate::search::Query;

/// The rows of the four lists, with the number of records in each, shown and in total.
#[derive(Debug, Default)]
pub struct Rows {
    visits: Vec<Row>,
    stops: Vec<Row>,
    participants: Vec<Row>,
    statements: StatementRows,
    /// The number of rows that are records, by [`Pane::index`].
    shown: [usize; 4],
    /// The same without hiding any.
    totals: [usize; 4],
    /// The number of participants that are people, shown and in total.
    people: (usize, usize),
    /// What the rows of the visits were built from; none if they are to be built again.
    basis: Option<VisitsBasis>,
}

impl Rows {
    /// Rebuilds the rows of all panes, except those that stay the same.
    pub(in crate::app) fn rebuild(&mut self, builder: &RowBuilder<'_>) {
        let basis = VisitsBasis::of(builder);
        if basis.is_none() || basis != self.basis {
            self.list_visits(builder);
            self.basis = basis;
        }
        self.list_open_visit(builder);
    }

    fn list_visits(&mut self, builder: &RowBuilder<'_>) {
        let [of_visits, ..] = builder.sortings;
        let visits = of_visits.sort(Pane::Visits, &builder.data.archive, builder.visits());
        let total = count_records(&visits);
        self.visits = builder.filter_rows(Pane::Visits, visits);
        if of_visits.groups_dates() {
            builder.head_years(&mut self.visits);
        }
        self.shown = [count_records(&self.visits), 0, 0, 0];
        self.totals = [total, 0, 0, 0];
    }

    /// Rebuilds all rows but those of the visits.
    pub(in crate::app) fn list_open_visit(&mut self, builder: &RowBuilder<'_>) {
        let [_, of_stops, of_participants, _] = builder.sortings;
        let archive = &builder.data.archive;
        let stops = of_stops.sort(Pane::Stops, archive, builder.stops());
        let participants = of_participants.sort(Pane::Participants, archive, builder.participants());
        self.statements.list(builder);
        let people = |rows: &[Row]| rows.iter().filter(|row| row.is_of(RecordKind::Participant)).count();
        let all_people = people(&participants);
        let [visits, ..] = self.totals;
        self.totals = [visits, count_records(&stops), count_records(&participants), builder.counts.total];
        self.stops = builder.filter_rows(Pane::Stops, stops);
        self.participants = builder.filter_rows(Pane::Participants, participants);
        let [visits, ..] = self.shown;
        self.shown =
            [visits, count_records(&self.stops), count_records(&self.participants), self.statements.len()];
        self.people = (people(&self.participants), all_people);
    }

    /// The rows of a list; the detail has none. `facets` are those of the data that the rows were built from.
    pub(in crate::app) fn of<'a>(&'a self, pane: Pane, facets: &'a Facets) -> PaneRows<'a> {
        if pane == Pane::Statements {
            return PaneRows::of_statements(&self.statements, facets);
        }
        PaneRows::listed(self.listed(pane))
    }

    /// The rows of a list other than that of the statements.
    fn listed(&self, pane: Pane) -> &[Row] {
        match pane {
            Pane::Visits => &self.visits,
            Pane::Stops => &self.stops,
            Pane::Participants => &self.participants,
            Pane::Statements | Pane::Detail => &[],
        }
    }

    /// The number of records in a list, shown and in total.
    pub fn shown(&self, pane: Pane) -> (usize, usize) {
        (
            self.shown.get(pane.index()).copied().unwrap_or_default(),
            self.totals.get(pane.index()).copied().unwrap_or_default(),
        )
    }

    /// The number of records in the title of a pane, shown and in total. Among participants, organizations do not count.
    pub fn title_count(&self, pane: Pane) -> (usize, usize) {
        if pane == Pane::Participants { self.people } else { self.shown(pane) }
    }

    /// The number of a row among the records of its kind, from 1, and the number of these; `None` if it is not a record.
    pub fn record_number(&self, pane: Pane, row: usize) -> Option<(usize, usize)> {
        let ((records, _), (people, _)) = (self.shown(pane), self.people);
        if pane == Pane::Statements {
            return (row < records).then_some((row + 1, records));
        }
        let rows = self.listed(pane);
        let kind = rows.get(row)?.target()?.kind;
        // The records of a kind follow one another.
        let first = rows.iter().position(|row| row.is_of(kind))?;
        let count = match kind {
            RecordKind::Participant => people,
            RecordKind::Organization => records - people,
            _ => records,
        };
        Some((row + 1 - first, count))
    }
}

impl Pane {
    /// The pane that lists records of this kind.
    pub fn of_kind(kind: RecordKind) -> Self {
        match kind {
            RecordKind::Visit => Self::Visits,
            RecordKind::Stop => Self::Stops,
            RecordKind::Participant | RecordKind::Organization => Self::Participants,
            RecordKind::Statement => Self::Statements,
        }
    }

    /// The pane as the target of a text filter; `None` for the detail.
    pub(in crate::app) fn filtered_pane(self) -> Option<FilteredPane> {
        match self {
            Self::Visits => Some(FilteredPane::Visits),
            Self::Stops => Some(FilteredPane::Stops),
            Self::Participants => Some(FilteredPane::Participants),
            Self::Statements => Some(FilteredPane::Statements),
            Self::Detail => None,
        }
    }
}

impl RowBuilder<'_> {
    fn visit(&self) -> Option<(usize, &Visit)> {
        self.scope.visit().zip(self.scope.visit_in(&self.data.archive))
    }

    /// The row of a record of a visit.
    fn record(&self, target: Target, heading: Option<RowHeading>) -> Row {
        let count = self.counts.of(&self.data.facets, &self.data.archive, self.scope, target);
        self.row(target, heading, (count, self.is_active_filter(target)))
    }

    /// The rows of the places, the people or the organizations of all visits. There may be many: comparing numbers is faster than
    /// making the filter of each.
    fn distinct(&self, kind: RecordKind) -> impl Iterator<Item = Row> {
        let facets = &self.data.facets;
        let active: Vec<Target> = self.filters.iter().filter_map(|it| facets.record_of(it)).collect();
        let counted = facets.distinct(kind).iter().zip(self.counts.of_distinct(kind));
        counted.map(move |(target, count)| self.row(*target, None, (count, active.contains(target))))
    }

    fn row(&self, target: Target, heading: Option<RowHeading>, (count, is_active): (usize, bool)) -> Row {
        // Without any statements there are no counts, and no row is outside.
        let has_statements = self.counts.total > 0;
        let state = if is_active {
            RowState::ActiveFilter
        } else if count > 0 || !has_statements {
            RowState::Inside
        } else {
            RowState::Outside
        };
        Row::Record { target, heading, count: has_statements.then_some(count), state }
    }

    fn is_active_filter(&self, target: Target) -> bool {
        if target.kind == RecordKind::Participant {
            return self.filters.iter().any(|filter| match filter {
                Filter::Person(Some(agent)) => self.data.facets.is_agent(target, agent),
                _ => false,
            });
        }
        let filter = self.data.archive.record(target).and_then(|record| filter_of(self.scope, record));
        filter.is_some_and(|filter| self.filters.contains(&filter))
    }

    /// The visits, newest first, then a row for each visit or file that cannot be used.
    fn visits(&self) -> Vec<Row> {
        let Data { archive, facets, diagnostics, .. } = self.data;
        let mut rows = Vec::new();
        // With all visits open, each shows how many of its statements pass the filters.
        let narrowed = self.scope == Scope::All && self.filters.iter().any(Filter::filters_statements);
        if archive.visits.len() > 1 {
            let statements = self.data.counts.statements;
            let count = if narrowed { self.counts.shown.len() } else { statements };
            rows.push(Row::All { count: (statements > 0).then_some(count) });
        }
        // A visit without statements may still have the facts that are filters.
        let needs_statement = self.scope == Scope::All && self.filters.iter().any(Filter::needs_statement);
        let facts = FactFilters::new(self.data, self.filters);
        rows.extend(facets.newest_first().iter().map(|at| {
            let target = Target::visit(*at);
            let all = facets.statements_of(*at);
            let passing = self.counts.of(facets, archive, self.scope, target);
            let count = if narrowed { passing } else { all };
            let is_outside = if needs_statement { passing == 0 } else { !facts.admit(*at) };
            let state = if is_outside { RowState::Outside } else { RowState::Inside };
            Row::Record { target, heading: None, count: (all > 0).then_some(count), state }
        }));
        let mut next = 0;
        while next < diagnostics.len() {
            if self.data.prevents_use(next) {
                rows.push(Row::Broken(next));
            }
            next = self.data.same_visit(next).end;
        }
        rows
    }

    /// Puts the year above the first visit of each with the number of its visits, if there are visits of several years.
    fn head_years(&self, rows: &mut [Row]) {
        let archive = &self.data.archive;
        let mut years: Vec<(usize, Option<i16>, usize)> = Vec::new();
        for (at, row) in rows.iter().enumerate() {
            let Some(visit) = row.target().and_then(|target| archive.visits.get(target.visit)) else {
                continue;
            };
            let year = visit.start_date.and_then(|date| date.year());
            match years.last_mut() {
                Some((_, last, count)) if *last == year => *count += 1,
                _ => years.push((at, year, 1)),
            }
        }
        for (at, _, count) in years.iter().filter(|_| years.len() > 1) {
            rows.get_mut(*at).into_iter().for_each(|row| row.set_heading(Some(RowHeading::Year(*count))));
        }
    }

    /// The itinerary of the visit, by day; across all visits, the places. Then the statements without a stated stop.
    fn stops(&self) -> Vec<Row> {
        let mut rows: Vec<Row> = match self.visit() {
            Some((at, visit)) => {
                let mut day = None;
                let row = |item: usize| {
                    let stop = visit.itinerary.get(item)?;
                    // Two stops share a heading if all of it is the same for both.
                    let own = (stop.start_date.map(heading_days), stop.date_certainty);
                    let heading = (day.replace(own) != Some(own)).then_some(RowHeading::Day);
                    Some(self.record(Target::new(at, RecordKind::Stop, item), heading))
                };
                visit.stops_in_order().into_iter().filter_map(row).collect()
            }
            None if self.scope == Scope::All => self.distinct(RecordKind::Stop).collect(),
            None => Vec::new(),
        };
        rows.extend(self.not_stated_row(FilterKind::Stop, self.counts.without_place, &Filter::Stop(None)));
        rows
    }

    fn not_stated_row(&self, kind: FilterKind, count: usize, filter: &Filter) -> Option<Row> {
        let is_active = self.filters.contains(filter);
        (count > 0 || is_active).then_some(Row::NotStated { kind, count, is_active })
    }

    /// The people of the visit by side: delegation, hosts, third parties, not stated; then those who may or may not have been at the
    /// stop that is a filter; then organizations. Across all visits, people and organizations.
    fn participants(&self) -> Vec<Row> {
        let mut rows = Vec::new();
        if let Some((at, visit)) = self.visit() {
            let stops = self.filtered_stops(visit);
            let people: Vec<(&Participant, Row)> = visit
                .participants
                .iter()
                .enumerate()
                .map(|(item, person)| {
                    let row = self.record(Target::new(at, RecordKind::Participant, item), None);
                    (person, with_attendance(person, &stops, row))
                })
                .collect();
            // A speaker at the stop was there, whatever else is known.
            let is_at_stops =
                |stop: &Option<Id>| stop.as_ref().is_some_and(|stop| stops.contains(stop.as_str()));
            let statements = visit.statements.iter().filter(|statement| is_at_stops(&statement.stop));
            let speakers: HashSet<&Id> = statements.flat_map(|statement| &statement.speaker).collect();
            let is_unknown = |person: &Participant| {
                !stops.is_empty() && person.attendance.is_empty() && !speakers.contains(&person.id)
            };
            for side in [Some(Side::Visitor), Some(Side::Host), Some(Side::ThirdParty), None] {
                let of_side = people.iter().filter(|(person, _)| person.side == side && !is_unknown(person));
                push_group(&mut rows, of_side.map(|(_, row)| *row), RowHeading::Side);
            }
            let unknown = people.iter().filter(|(person, _)| is_unknown(person));
            push_group(&mut rows, unknown.map(|(_, row)| *row), RowHeading::UnknownAttendance);
            let organizations = 0..visit.organizations.len();
            let organizations = organizations.map(|item| Target::new(at, RecordKind::Organization, item));
            push_group(
                &mut rows,
                organizations.map(|target| self.record(target, None)),
                RowHeading::Organizations,
            );
        } else if self.scope == Scope::All {
            push_group(&mut rows, self.distinct(RecordKind::Participant), RowHeading::People);
            push_group(&mut rows, self.distinct(RecordKind::Organization), RowHeading::Organizations);
        }
        rows.extend(self.not_stated_row(
            FilterKind::Person,
            self.counts.without_speaker,
            &Filter::Person(None),
        ));
        rows
    }

    /// The ids of the stops of a visit that are active filters.
    fn filtered_stops(&self, visit: &Visit) -> HashSet<String> {
        let is_active_filter = |stop: &&Stop| {
            self.filters.iter().any(|filter| match filter {
                Filter::Stop(Some(StopKey::InVisit(of, id))) => *of == visit.id && *id == stop.id,
                Filter::Stop(Some(StopKey::Place(key))) => place_key(stop) == *key,
                _ => false,
            })
        };
        visit.itinerary.iter().filter(is_active_filter).map(|stop| stop.id.to_string()).collect()
    }

    /// The rows of a pane that match its text filters, without those outside the statement filters if these are hidden.
    fn filter_rows(&self, pane: Pane, mut rows: Vec<Row>) -> Vec<Row> {
        let own = |filter: &Filter| match filter {
            Filter::Text(of, text) if Some(*of) == pane.filtered_pane() => Query::parse(text).ok(),
            _ => None,
        };
        let mut queries: Vec<Query> = self.filters.iter().filter_map(own).collect();
        queries.extend(
            self.find_in_pane
                .filter(|(of, _)| *of == pane)
                .into_iter()
                .filter_map(|(_, text)| Query::parse(text).ok()),
        );
        queries.retain(|query| !query.is_empty());
        let matches = |row: &Row| {
            let all = |target| queries.iter().all(|query| row_matches(&self.data.archive, target, query));
            queries.is_empty() || row.target().is_none_or(all)
        };
        // Without filters nothing is outside of them, also what has no statements at all.
        let hides_outside = !self.show_outside && !self.filters.is_empty();
        let mut heading = None;
        rows.retain_mut(|row| {
            // The heading of a hidden row moves to the next row.
            heading = row.heading().or(heading);
            let is_shown = matches(row) && !(hides_outside && row.is_outside());
            if is_shown && row.target().is_some() {
                row.set_heading(heading.take());
            }
            is_shown
        });
        rows
    }
}

/// The number of rows that are records.
fn count_records(rows: &[Row]) -> usize {
    rows.iter().filter(|row| row.target().is_some()).count()
}

/// The visits whose rows match a text.
pub(in crate::app) fn visits_matching(archive: &Archive, text: &str) -> Vec<usize> {
    let query = Query::parse(text).unwrap_or_default();
    (0..archive.visits.len()).filter(|at| row_matches(archive, Target::visit(*at), &query)).collect()
}

/// Whether the text of a row matches a query. Statements always do: they are searched in the background.
pub(in crate::app) fn row_matches(archive: &Archive, target: Target, query: &Query) -> bool {
    let Some(record) = archive.record(target) else { return false };
    let mut dates: Vec<String> = Vec::new();
    let texts: Vec<&str> = match record {
        Record::Visit(visit) => {
            dates.extend(printed_dates(visit.start_date));
            let texts = [Some(&visit.title), visit.local_term.as_ref(), visit.date_text.as_ref()];
            let parties = visit.parties().map(|it| &it.name);
            texts.into_iter().flatten().chain(parties).chain(&dates).map(String::as_str).collect()
        }
        Record::Stop(_, stop) => {
            let names =
                [Some(&stop.name), stop.short_name.as_ref()].into_iter().flatten().chain(&stop.other_names);
            let address = stop.place.iter().flat_map(|place| [&place.address, &place.locality]).flatten();
            dates.extend(printed_dates(stop.start_date));
            names.chain(address).chain(&dates).map(String::as_str).collect()
        }
        Record::Participant(visit, person) => {
            let posts = person.post.iter().map(|post| post.title.as_str());
            let names = person.other_names.iter().map(String::as_str).chain(posts);
            names.chain([visit.label(person)]).collect()
        }
        Record::Organization(_, organization) => {
            organization.other_names.iter().chain([&organization.name]).map(String::as_str).collect()
        }
        Record::Statement(..) => return true,
    };
    query.matches(&texts)
}

/// A date as the panes print it, in both languages, and as it is written.
fn printed_dates(date: Option<PartialDate>) -> Vec<String> {
    let written = |date: PartialDate| {
        let mut texts: Vec<String> = Lang::ALL.map(|lang| date_short(lang, &date)).into();
        texts.push(date.to_string());
        texts
    };
    date.map(written).unwrap_or_default()
}

/// Appends a group of rows, with a heading above the first.
fn push_group(rows: &mut Vec<Row>, group: impl Iterator<Item = Row>, heading: RowHeading) {
    for (number, mut row) in group.enumerate() {
        if let (0, Row::Record { heading: above, .. }) = (number, &mut row) {
            *above = Some(heading);
        }
        rows.push(row);
    }
}

/// A person who was at one of the stops is not outside the filters, even without a statement there.
fn with_attendance(person: &Participant, stops: &HashSet<String>, mut row: Row) -> Row {
    let was_at_stops = |it: &Attendance| it.is_attended() && stops.contains(it.stop.as_str());
    let attended = person.attendance.iter().any(was_at_stops);
    if let (true, Row::Record { state, .. }) = (attended, &mut row)
        && *state == RowState::Outside
    {
        *state = RowState::Inside;
    }
    row
}

/// A key for the heading of a day: dates with equal keys have the same heading.
fn heading_days(date: PartialDate) -> impl PartialEq + Copy {
    let days = (date.earliest(), date.latest());
    // A date without a first or a last day shares its heading with equal dates only.
    let is_bounded = date.earliest().is_some() && date.latest().is_some();
    (days, date.doubt(), (!is_bounded).then_some(date.day_only()))
}

/// The filter for a record; `None` for visits and statements.
pub(in crate::app) fn filter_of(scope: Scope, record: Record<'_>) -> Option<Filter> {
    match record {
        Record::Stop(visit, stop) => Some(Filter::Stop(Some(match scope {
            Scope::All => StopKey::Place(place_key(stop)),
            Scope::Visit(_) => StopKey::InVisit(visit.id.clone(), stop.id.clone()),
        }))),
        Record::Participant(visit, person) => Some(Filter::Person(Some(visit.agent(person)))),
        Record::Organization(_, organization) => Some(Filter::Organization(organization.id.clone())),
        Record::Visit(_) | Record::Statement(..) => None,
    }
}
