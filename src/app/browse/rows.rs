//! What the panes list: the rows of each, made from the archive, the scope and the filters.

use crate::app::browse::row::{Row, RowHeading, RowState};
use crate::app::browse::sorting::Sorting;
use crate::app::data::Data;
use crate::app::layout::Pane;
use std::collections::HashSet;

use crate::facet::{Counts, Filter, FilterKind, FilteredPane, Scope, StopKey, place_key};
use crate::model::{
    Archive, Attendance, Id, PartialDate, Participant, Record, RecordKind, Side, Stop, Target, Visit,
};
use crate::search::Query;

/// The rows of the four lists, and how many there would be of each if none were hidden.
#[derive(Debug, Default)]
pub struct Rows {
    visits: Vec<Row>,
    stops: Vec<Row>,
    participants: Vec<Row>,
    statements: Vec<Row>,
    /// How many of their rows are records: counted once, because there may be very many.
    shown: [usize; 4],
    totals: [usize; 4],
    /// How many of the participants are people, and not organizations.
    people: (usize, usize),
}

/// What the rows are made from.
pub(in crate::app) struct Choice<'a> {
    pub(in crate::app) data: &'a Data,
    pub(in crate::app) scope: Scope,
    pub(in crate::app) filters: &'a [Filter],
    pub(in crate::app) counts: &'a Counts,
    /// The pane that is being narrowed, and what was typed.
    pub(in crate::app) find_in_pane: Option<(Pane, &'a str)>,
    /// Rows outside are not shown.
    pub(in crate::app) hide_outside: bool,
    /// How the rows of each list are ordered.
    pub(in crate::app) sortings: [Sorting; 4],
}

impl Rows {
    /// Everything that the panes list.
    pub(in crate::app) fn new(choice: &Choice<'_>) -> Self {
        let [of_visits, ..] = choice.sortings;
        let visits = of_visits.sort(Pane::Visits, &choice.data.archive, choice.visits());
        let total = records(&visits);
        let visits = choice.seen(Pane::Visits, visits);
        let mut rows =
            Self { shown: [records(&visits), 0, 0, 0], totals: [total, 0, 0, 0], visits, ..Self::default() };
        rows.list_open_visit(choice);
        rows
    }

    /// What the panes list of the open visit, or of all; the visits themselves stay as they are.
    pub(in crate::app) fn list_open_visit(&mut self, choice: &Choice<'_>) {
        let [_, of_stops, of_participants, of_statements] = choice.sortings;
        let archive = &choice.data.archive;
        let stops = of_stops.sort(Pane::Stops, archive, choice.stops());
        let participants = of_participants.sort(Pane::Participants, archive, choice.participants());
        let statement = |target: &Target| Row::Record {
            target: *target,
            lead: None,
            count: None,
            state: RowState::Inside,
        };
        let statements: Vec<Row> = choice.counts.shown.iter().map(statement).collect();
        let people = |rows: &[Row]| rows.iter().filter(|row| row.is_of(RecordKind::Participant)).count();
        let all_people = people(&participants);
        let [visits, ..] = self.totals;
        self.totals = [visits, records(&stops), records(&participants), choice.counts.total];
        self.stops = choice.seen(Pane::Stops, stops);
        self.participants = choice.seen(Pane::Participants, participants);
        self.statements = of_statements.sort(Pane::Statements, archive, statements);
        let [visits, ..] = self.shown;
        self.shown = [visits, records(&self.stops), records(&self.participants), self.statements.len()];
        self.people = (people(&self.participants), all_people);
    }

    /// The rows of a list; the detail has none.
    pub fn of(&self, pane: Pane) -> &[Row] {
        match pane {
            Pane::Visits => &self.visits,
            Pane::Stops => &self.stops,
            Pane::Participants => &self.participants,
            Pane::Statements => &self.statements,
            Pane::Detail => &[],
        }
    }

    /// How many records a list shows, and of how many.
    pub fn shown(&self, pane: Pane) -> (usize, usize) {
        (
            self.shown.get(pane.index()).copied().unwrap_or_default(),
            self.totals.get(pane.index()).copied().unwrap_or_default(),
        )
    }

    /// What the title of a list counts: organizations stand below the participants, but are none.
    pub fn counted(&self, pane: Pane) -> (usize, usize) {
        if pane == Pane::Participants { self.people } else { self.shown(pane) }
    }

    /// Which of the records of its kind a row is, counted from 1, and of how many; none for what is no record.
    pub fn number(&self, pane: Pane, row: usize) -> Option<(usize, usize)> {
        let rows = self.of(pane);
        let kind = rows.get(row)?.target()?.kind;
        let count = |rows: &[Row]| rows.iter().filter(|row| row.is_of(kind)).count();
        Some((count(rows.get(..=row)?), count(rows)))
    }

    /// The row of a record, or of another record of the same place or person.
    pub(in crate::app) fn position(&self, pane: Pane, data: &Data, target: Target) -> Option<usize> {
        let rows = self.of(pane);
        let exact = rows.iter().position(|row| row.target() == Some(target));
        let same =
            |row: &Row| row.target().is_some_and(|other| data.facets.is_same(&data.archive, other, target));
        exact.or_else(|| if pane == Pane::Statements { None } else { rows.iter().position(same) })
    }
}

impl Pane {
    /// The pane that lists records of a kind.
    pub fn of_kind(kind: RecordKind) -> Self {
        match kind {
            RecordKind::Visit => Self::Visits,
            RecordKind::Stop => Self::Stops,
            RecordKind::Participant | RecordKind::Organization => Self::Participants,
            RecordKind::Statement => Self::Statements,
        }
    }

    /// What a text that narrows this pane is about.
    pub(in crate::app) fn text_of(self) -> Option<FilteredPane> {
        match self {
            Self::Visits => Some(FilteredPane::Visits),
            Self::Stops => Some(FilteredPane::Stops),
            Self::Participants => Some(FilteredPane::Participants),
            Self::Statements => Some(FilteredPane::Statements),
            Self::Detail => None,
        }
    }
}

impl Choice<'_> {
    fn visit(&self) -> Option<(usize, &Visit)> {
        self.scope.visit().zip(self.scope.visit_in(&self.data.archive))
    }

    fn record(&self, target: Target, lead: Option<RowHeading>) -> Row {
        // Where nothing was said at all, there is nothing to count, and nobody is outside.
        let has_statements = self.counts.total > 0;
        let count = self.counts.of(&self.data.facets, &self.data.archive, self.scope, target);
        let state = if self.is_chosen(target) {
            RowState::Chosen
        } else if count > 0 || !has_statements {
            RowState::Inside
        } else {
            RowState::Outside
        };
        Row::Record { target, lead, count: has_statements.then_some(count), state }
    }

    fn is_chosen(&self, target: Target) -> bool {
        // Places are many, and their keys are made anew each time: numbers are compared.
        if target.kind == RecordKind::Stop && self.scope == Scope::All {
            return self.filters.iter().any(|filter| match filter {
                Filter::Stop(Some(StopKey::Place(key))) => self.data.facets.is_at_place(target, key),
                _ => false,
            });
        }
        if target.kind == RecordKind::Participant {
            return self.filters.iter().any(|filter| match filter {
                Filter::Person(Some(agent)) => self.data.facets.is_agent(target, agent),
                _ => false,
            });
        }
        let filter = self.data.archive.record(target).and_then(|record| filter_of(self.scope, record));
        filter.is_some_and(|filter| self.filters.contains(&filter))
    }

    /// The good visits, newest first, then what cannot be used: a row for each visit, or file, with faults.
    fn visits(&self) -> Vec<Row> {
        let Data { archive, diagnostics, .. } = self.data;
        let mut rows = Vec::new();
        if archive.visits.len() > 1 {
            let statements = archive.statements();
            rows.push(Row::All { count: (statements > 0).then_some(statements) });
        }
        // With all visits open, each says how many of its statements the filters leave.
        let narrowed = self.scope == Scope::All && self.filters.iter().any(Filter::filters_statements);
        rows.extend(archive.newest_first().into_iter().map(|at| {
            let target = Target::visit(at);
            let all = archive.visits.get(at).map_or(0, |visit| visit.statements.len());
            let left = self.counts.of(&self.data.facets, archive, self.scope, target);
            let count = if narrowed { left } else { all };
            let state = if narrowed && left == 0 { RowState::Outside } else { RowState::Inside };
            Row::Record { target, lead: None, count: (all > 0).then_some(count), state }
        }));
        let mut next = 0;
        while next < diagnostics.len() {
            if self.data.is_costly(next) {
                rows.push(Row::Broken(next));
            }
            next = self.data.same_record(next).end;
        }
        rows
    }

    /// The itinerary, the first stop of each day leading it; in all visits, the places. Then: place not said.
    fn stops(&self) -> Vec<Row> {
        let mut rows: Vec<Row> = match self.visit() {
            Some((at, visit)) => {
                let mut day = None;
                let row = |item: usize| {
                    let stop = visit.itinerary.get(item)?;
                    // Two stops share a heading when all of it holds for both.
                    let own = (stop.start_date.map(days), stop.date_certainty);
                    let lead = (day.replace(own) != Some(own)).then_some(RowHeading::Day);
                    Some(self.record(Target::new(at, RecordKind::Stop, item), lead))
                };
                visit.stops_in_order().into_iter().filter_map(row).collect()
            }
            None if self.scope == Scope::All => self
                .data
                .facets
                .distinct(RecordKind::Stop)
                .iter()
                .map(|stop| self.record(*stop, None))
                .collect(),
            None => Vec::new(),
        };
        rows.extend(self.unsaid(FilterKind::Stop, self.counts.without_place, &Filter::Stop(None)));
        rows
    }

    fn unsaid(&self, kind: FilterKind, count: usize, filter: &Filter) -> Option<Row> {
        let chosen = self.filters.contains(filter);
        (count > 0 || chosen).then_some(Row::Unsaid { kind, count, chosen })
    }

    /// Delegation, hosts, others, those whose side is not said, and the organizations; under the filter of a stop, apart,
    /// those of whom nobody says whether they were there. In all visits, people and organizations.
    fn participants(&self) -> Vec<Row> {
        let mut rows = Vec::new();
        if let Some((at, visit)) = self.visit() {
            let chosen = self.chosen_stops(visit);
            let people: Vec<(&Participant, Row)> = visit
                .participants
                .iter()
                .enumerate()
                .map(|(item, person)| {
                    let row = self.record(Target::new(at, RecordKind::Participant, item), None);
                    (person, attended(person, &chosen, row))
                })
                .collect();
            // Whoever spoke there was there, whatever else is known.
            let at_chosen =
                |stop: &Option<Id>| stop.as_ref().is_some_and(|stop| chosen.contains(stop.as_str()));
            let there = visit.statements.iter().filter(|statement| at_chosen(&statement.stop));
            let spoke: HashSet<&Id> = there.flat_map(|statement| &statement.speaker).collect();
            let is_unknown = |person: &Participant| {
                !chosen.is_empty() && person.attendance.is_empty() && !spoke.contains(&person.id)
            };
            for side in [Some(Side::Visitor), Some(Side::Host), Some(Side::ThirdParty), None] {
                let of_side = people.iter().filter(|(person, _)| person.side == side && !is_unknown(person));
                lead(&mut rows, of_side.map(|(_, row)| *row), RowHeading::Side);
            }
            let unknown = people.iter().filter(|(person, _)| is_unknown(person));
            lead(&mut rows, unknown.map(|(_, row)| *row), RowHeading::UnknownAttendance);
            let organizations = 0..visit.organizations.len();
            let organizations = organizations.map(|item| Target::new(at, RecordKind::Organization, item));
            lead(&mut rows, organizations.map(|target| self.record(target, None)), RowHeading::Organizations);
        } else if self.scope == Scope::All {
            let each = |kind| self.data.facets.distinct(kind).iter().map(|target| self.record(*target, None));
            lead(&mut rows, each(RecordKind::Participant), RowHeading::People);
            lead(&mut rows, each(RecordKind::Organization), RowHeading::Organizations);
        }
        rows.extend(self.unsaid(FilterKind::Person, self.counts.without_speaker, &Filter::Person(None)));
        rows
    }

    /// The stops of a visit that are filters.
    fn chosen_stops(&self, visit: &Visit) -> HashSet<String> {
        let is_chosen = |stop: &&Stop| {
            self.filters.iter().any(|filter| match filter {
                Filter::Stop(Some(StopKey::InVisit(of, id))) => *of == visit.id && *id == stop.id,
                Filter::Stop(Some(StopKey::Place(key))) => place_key(stop) == *key,
                _ => false,
            })
        };
        visit.itinerary.iter().filter(is_chosen).map(|stop| stop.id.to_string()).collect()
    }

    /// The rows of a pane that its texts leave, without those outside when these are not wanted.
    fn seen(&self, pane: Pane, rows: Vec<Row>) -> Vec<Row> {
        let own = |filter: &Filter| match filter {
            Filter::Text(of, text) if Some(*of) == pane.text_of() => Query::parse(text).ok(),
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
        let fits = |row: &Row| {
            let all = |target| queries.iter().all(|query| fits(&self.data.archive, target, query));
            queries.is_empty() || row.target().is_none_or(all)
        };
        let mut lead = None;
        let mut seen: Vec<Row> = Vec::new();
        for mut row in rows {
            // The heading of a row that is not shown goes on to the next one.
            if let Row::Record { lead: own, .. } = &row {
                lead = own.or(lead);
            }
            if !fits(&row) || (self.hide_outside && row.is_outside()) {
                continue;
            }
            if let Row::Record { lead: own, .. } = &mut row {
                *own = lead.take();
            }
            seen.push(row);
        }
        seen
    }
}

/// How many of the rows are records.
fn records(rows: &[Row]) -> usize {
    rows.iter().filter(|row| row.target().is_some()).count()
}

/// Whether a record has the words of a query in what its row shows.
pub(in crate::app) fn fits(archive: &Archive, target: Target, query: &Query) -> bool {
    let Some(record) = archive.record(target) else { return false };
    let texts: Vec<&str> = match record {
        Record::Visit(visit) => [Some(&visit.title), visit.local_term.as_ref()]
            .into_iter()
            .flatten()
            .map(String::as_str)
            .collect(),
        Record::Stop(_, stop) => {
            let names =
                [Some(&stop.name), stop.short_name.as_ref()].into_iter().flatten().chain(&stop.other_names);
            let address = stop.place.iter().flat_map(|place| [&place.address, &place.locality]).flatten();
            names.chain(address).map(String::as_str).collect()
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

/// Rows with a heading above the first.
fn lead(rows: &mut Vec<Row>, group: impl Iterator<Item = Row>, heading: RowHeading) {
    for (number, mut row) in group.enumerate() {
        if let (0, Row::Record { lead, .. }) = (number, &mut row) {
            *lead = Some(heading);
        }
        rows.push(row);
    }
}

/// Whoever is said to have been at a chosen stop is not outside, even if they said nothing there.
fn attended(person: &Participant, chosen: &HashSet<String>, mut row: Row) -> Row {
    let is_there = |it: &Attendance| it.is_attended() && chosen.contains(it.stop.as_str());
    let was_there = person.attendance.iter().any(is_there);
    if let (true, Row::Record { state, .. }) = (was_there, &mut row)
        && *state == RowState::Outside
    {
        *state = RowState::Inside;
    }
    row
}

/// What a heading says of a date.
fn days(date: PartialDate) -> impl PartialEq + Copy {
    let days = (date.earliest(), date.latest());
    // What has no first or no last day is like nothing but itself.
    let is_bounded = date.earliest().is_some() && date.latest().is_some();
    (days, date.doubt(), (!is_bounded).then_some(date.day_only()))
}

/// The filter that stands for a record.
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
