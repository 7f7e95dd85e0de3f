//! What the panes list: the rows of each, made from the archive, the scope and the chips.

use std::collections::HashSet;

use super::chips::Narrowing;
use super::data::Data;
use super::layout::Pane;
use crate::facet::{Chip, ChipKind, Counts, Scope, StopKey, TextOf, place_key};
use crate::model::{PartialDate, Participant, Record, RecordKind, Side, Stop, Target, Visit};
use crate::search::Query;

/// A row of a pane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// A record.
    Record {
        /// Which; for a place or a person in all visits, the newest of its records.
        target: Target,
        /// The heading that stands above it.
        lead: Option<Lead>,
        /// How many statements choosing it would give.
        count: Option<usize>,
        /// How it stands to the chips.
        standing: Standing,
    },
    /// All visits at once.
    All {
        /// How many statements there are.
        count: usize,
    },
    /// What is not said, as a choice: the place, or the speaker.
    Unsaid {
        /// [`ChipKind::Stop`] or [`ChipKind::Person`].
        kind: ChipKind,
        /// How many statements leave it open.
        count: usize,
        /// Whether it is chosen.
        chosen: bool,
    },
    /// A visit or a file that cannot be used: the first of its diagnostics.
    Broken(usize),
}

/// A heading above the rows of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lead {
    /// The day of the stop.
    Day,
    /// The side of the participant.
    Side,
    /// People of all visits.
    People,
    /// Organizations.
    Organizations,
    /// Nobody says whether they were at the chosen stop.
    UnknownAttendance,
}

/// How a row stands to the chips.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// A chip.
    Chosen,
    /// Within what the chips leave.
    Inside,
    /// Outside: shown dimmed, or not at all.
    Outside,
}

/// The rows of the four lists, and how many there would be of each if none were hidden.
#[derive(Debug, Default)]
pub struct Rows {
    visits: Vec<Row>,
    stops: Vec<Row>,
    participants: Vec<Row>,
    statements: Vec<Row>,
    totals: [usize; 4],
}

/// What the rows are made from.
pub(super) struct Choice<'a> {
    pub(super) data: &'a Data,
    pub(super) scope: Scope,
    pub(super) chips: &'a [Chip],
    pub(super) counts: &'a Counts,
    pub(super) narrowing: Option<&'a Narrowing>,
    /// Rows outside are not shown.
    pub(super) hide_outside: bool,
}

impl Rows {
    /// Everything that the panes list.
    pub(super) fn new(choice: &Choice<'_>) -> Self {
        let visits = choice.visits();
        let stops = choice.stops();
        let participants = choice.participants();
        let statement = |target: &Target| Row::Record {
            target: *target,
            lead: None,
            count: None,
            standing: Standing::Inside,
        };
        let statements: Vec<Row> = choice.counts.shown.iter().map(statement).collect();
        let records = |rows: &[Row]| rows.iter().filter(|row| row.target().is_some()).count();
        let totals = [records(&visits), records(&stops), records(&participants), choice.counts.total];
        Self {
            visits: choice.seen(Pane::Visits, visits),
            stops: choice.seen(Pane::Stops, stops),
            participants: choice.seen(Pane::Participants, participants),
            statements,
            totals,
        }
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
        let shown = self.of(pane).iter().filter(|row| row.target().is_some()).count();
        (shown, self.totals.get(pane.index()).copied().unwrap_or_default())
    }

    /// The row of a record, or of another record of the same place or person.
    pub(super) fn position(&self, pane: Pane, data: &Data, target: Target) -> Option<usize> {
        let rows = self.of(pane);
        let exact = rows.iter().position(|row| row.target() == Some(target));
        let same =
            |row: &Row| row.target().is_some_and(|other| data.facets.same(&data.archive, other, target));
        exact.or_else(|| if pane == Pane::Statements { None } else { rows.iter().position(same) })
    }
}

impl super::App {
    /// Whether a row is the open visit, or a chip.
    pub fn is_marked(&self, pane: Pane, row: usize) -> bool {
        match self.rows.of(pane).get(row) {
            Some(Row::All { .. }) => self.scope == Some(Scope::All),
            Some(Row::Record { target, .. }) if pane == Pane::Visits => {
                self.scope == Some(Scope::Visit(target.visit))
            }
            Some(row) => row.is_chosen(),
            None => false,
        }
    }
}

impl Row {
    /// The record it stands for.
    pub fn target(&self) -> Option<Target> {
        match self {
            Self::Record { target, .. } => Some(*target),
            Self::All { .. } | Self::Unsaid { .. } | Self::Broken(_) => None,
        }
    }

    /// Whether it is a chip.
    pub fn is_chosen(&self) -> bool {
        matches!(self, Self::Record { standing: Standing::Chosen, .. } | Self::Unsaid { chosen: true, .. })
    }

    fn is_outside(&self) -> bool {
        matches!(self, Self::Record { standing: Standing::Outside, .. })
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
    pub(super) fn text_of(self) -> Option<TextOf> {
        match self {
            Self::Visits => Some(TextOf::Visits),
            Self::Stops => Some(TextOf::Stops),
            Self::Participants => Some(TextOf::Participants),
            Self::Statements => Some(TextOf::Statements),
            Self::Detail => None,
        }
    }
}

impl Choice<'_> {
    fn visit(&self) -> Option<(usize, &Visit)> {
        let at = self.scope.visit()?;
        Some((at, self.data.archive.visits.get(at)?))
    }

    fn record(&self, target: Target, lead: Option<Lead>) -> Row {
        let count = self.counts.of(&self.data.facets, &self.data.archive, self.scope, target);
        let chip = self.data.archive.record(target).and_then(|record| chip_of(self.scope, record));
        let standing = match chip {
            Some(chip) if self.chips.contains(&chip) => Standing::Chosen,
            _ if count > 0 => Standing::Inside,
            _ => Standing::Outside,
        };
        Row::Record { target, lead, count: Some(count), standing }
    }

    /// The good visits, newest first, then what cannot be used: a row for each visit, or file, with faults.
    fn visits(&self) -> Vec<Row> {
        let Data { archive, diagnostics, .. } = self.data;
        let mut rows = Vec::new();
        if archive.visits.len() > 1 {
            rows.push(Row::All { count: archive.visits.iter().map(|visit| visit.statements.len()).sum() });
        }
        rows.extend(archive.newest_first().into_iter().map(|at| Row::Record {
            target: Target::visit(at),
            lead: None,
            count: archive.visits.get(at).map(|visit| visit.statements.len()),
            standing: Standing::Inside,
        }));
        let mut next = 0;
        while next < diagnostics.len() {
            rows.push(Row::Broken(next));
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
                    let lead = (day.replace(own) != Some(own)).then_some(Lead::Day);
                    Some(self.record(Target::new(at, RecordKind::Stop, item), lead))
                };
                visit.stops_in_order().into_iter().filter_map(row).collect()
            }
            None if self.scope == Scope::All => {
                self.data.facets.each(RecordKind::Stop).iter().map(|stop| self.record(*stop, None)).collect()
            }
            None => Vec::new(),
        };
        rows.extend(self.unsaid(ChipKind::Stop, self.counts.place_unsaid, &Chip::Stop(None)));
        rows
    }

    fn unsaid(&self, kind: ChipKind, count: usize, chip: &Chip) -> Option<Row> {
        let chosen = self.chips.contains(chip);
        (count > 0 || chosen).then_some(Row::Unsaid { kind, count, chosen })
    }

    /// Delegation, hosts, others, those whose side is not said, and the organizations; under the chip of a stop, apart,
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
            let is_unknown = |person: &Participant, row: &Row| {
                person.attendance.is_empty() && !chosen.is_empty() && row.is_outside()
            };
            for side in [Some(Side::Visitor), Some(Side::Host), Some(Side::ThirdParty), None] {
                let of_side =
                    people.iter().filter(|(person, row)| person.side == side && !is_unknown(person, row));
                lead(&mut rows, of_side.map(|(_, row)| *row), Lead::Side);
            }
            let unknown = people.iter().filter(|(person, row)| is_unknown(person, row));
            lead(&mut rows, unknown.map(|(_, row)| *row), Lead::UnknownAttendance);
            let organizations = 0..visit.organizations.len();
            let organizations = organizations.map(|item| Target::new(at, RecordKind::Organization, item));
            lead(&mut rows, organizations.map(|target| self.record(target, None)), Lead::Organizations);
        } else if self.scope == Scope::All {
            let each = |kind| self.data.facets.each(kind).iter().map(|target| self.record(*target, None));
            lead(&mut rows, each(RecordKind::Participant), Lead::People);
            lead(&mut rows, each(RecordKind::Organization), Lead::Organizations);
        }
        rows.extend(self.unsaid(ChipKind::Person, self.counts.speaker_unsaid, &Chip::Person(None)));
        rows
    }

    /// The stops of a visit that are chips.
    fn chosen_stops(&self, visit: &Visit) -> HashSet<String> {
        let is_chosen = |stop: &&Stop| {
            self.chips.iter().any(|chip| match chip {
                Chip::Stop(Some(StopKey::Within(of, id))) => *of == visit.id && *id == stop.id,
                Chip::Stop(Some(StopKey::Place(key))) => place_key(stop) == *key,
                _ => false,
            })
        };
        visit.itinerary.iter().filter(is_chosen).map(|stop| stop.id.to_string()).collect()
    }

    /// The rows of a pane that its texts leave, without those outside when these are not wanted.
    fn seen(&self, pane: Pane, rows: Vec<Row>) -> Vec<Row> {
        let own = |chip: &Chip| match chip {
            Chip::Text(of, text) if Some(*of) == pane.text_of() => Query::parse(text).ok(),
            _ => None,
        };
        let mut queries: Vec<Query> = self.chips.iter().filter_map(own).collect();
        queries.extend(
            self.narrowing
                .filter(|it| it.pane == pane)
                .into_iter()
                .filter_map(|it| Query::parse(it.text()).ok()),
        );
        queries.retain(|query| !query.is_empty());
        let fits = |row: &Row| {
            queries.is_empty()
                || row.target().is_some_and(|target| queries.iter().all(|query| self.fits(target, query)))
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

    fn fits(&self, target: Target, query: &Query) -> bool {
        let Some(record) = self.data.archive.record(target) else { return false };
        let texts: Vec<&str> = match record {
            Record::Visit(visit) => [Some(&visit.title), visit.local_term.as_ref()]
                .into_iter()
                .flatten()
                .map(String::as_str)
                .collect(),
            Record::Stop(_, stop) => {
                let names = [Some(&stop.name), stop.short_name.as_ref()]
                    .into_iter()
                    .flatten()
                    .chain(&stop.other_names);
                let address = stop.place.iter().flat_map(|place| [&place.address, &place.locality]).flatten();
                names.chain(address).map(String::as_str).collect()
            }
            Record::Participant(visit, person) => {
                let names = person.other_names.iter().chain(&person.post).map(String::as_str);
                names.chain([visit.label(person)]).collect()
            }
            Record::Organization(_, organization) => {
                organization.other_names.iter().chain([&organization.name]).map(String::as_str).collect()
            }
            Record::Statement(..) => return true,
        };
        query.fits(&texts)
    }
}

/// Rows with a heading above the first.
fn lead(rows: &mut Vec<Row>, group: impl Iterator<Item = Row>, heading: Lead) {
    for (number, mut row) in group.enumerate() {
        if let (0, Row::Record { lead, .. }) = (number, &mut row) {
            *lead = Some(heading);
        }
        rows.push(row);
    }
}

/// Whoever is said to have been at a chosen stop is not outside, even if they said nothing there.
fn attended(person: &Participant, chosen: &HashSet<String>, mut row: Row) -> Row {
    let was_there = person.attendance.iter().any(|attendance| chosen.contains(attendance.stop.as_str()));
    if let (true, Row::Record { standing, .. }) = (was_there, &mut row)
        && *standing == Standing::Outside
    {
        *standing = Standing::Inside;
    }
    row
}

/// What a heading says of a date.
fn days(date: PartialDate) -> impl PartialEq + Copy {
    let days = (date.earliest(), date.latest());
    (days, date.doubt(), date.earliest().is_none().then_some(date))
}

/// The chip that stands for a record.
pub(super) fn chip_of(scope: Scope, record: Record<'_>) -> Option<Chip> {
    match record {
        Record::Stop(visit, stop) => Some(Chip::Stop(Some(match scope {
            Scope::All => StopKey::Place(place_key(stop)),
            Scope::Visit(_) => StopKey::Within(visit.id.clone(), stop.id.clone()),
        }))),
        Record::Participant(_, person) => Some(Chip::Person(Some(person.id.clone()))),
        Record::Organization(_, organization) => Some(Chip::Organization(organization.id.clone())),
        Record::Visit(_) | Record::Statement(..) => None,
    }
}
