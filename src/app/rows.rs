//! What the panes list: the rows of each, made from the archive and the open visit.

use crate::model::{Archive, PartialDate, RecordKind, Side, Target, Visit};

use super::data::Data;
use super::layout::Pane;

/// A row of a pane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// A record.
    Record {
        /// Which.
        target: Target,
        /// Whether the heading of its group stands above it.
        leads: bool,
        /// How many statements belong to it.
        count: Option<usize>,
    },
    /// A visit or a file that cannot be used: the first of its diagnostics.
    Broken(usize),
}

/// The rows of the four lists.
#[derive(Debug, Default)]
pub struct Rows {
    visits: Vec<Row>,
    stops: Vec<Row>,
    participants: Vec<Row>,
    statements: Vec<Row>,
}

impl Rows {
    /// Everything that the panes list while `open` is the open visit.
    pub fn new(data: &Data, open: Option<usize>) -> Self {
        let archive = &data.archive;
        let visit = open.and_then(|at| Some((at, archive.visits.get(at)?)));
        Self {
            visits: visits(data),
            stops: visit.map(|(at, visit)| stops(at, visit)).unwrap_or_default(),
            participants: visit.map(|(at, visit)| participants(at, visit)).unwrap_or_default(),
            statements: visit.map(|(at, visit)| statements(at, visit)).unwrap_or_default(),
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

    /// The row of a record.
    pub fn position(&self, pane: Pane, target: Target) -> Option<usize> {
        self.of(pane).iter().position(|row| row.target() == Some(target))
    }
}

impl super::App {
    /// Whether a row of the visits is the open one.
    pub fn is_open(&self, row: usize) -> bool {
        let target = self.rows.of(Pane::Visits).get(row).and_then(Row::target);
        target.is_some_and(|target| self.visit == Some(target.visit))
    }
}

impl Row {
    /// The record it stands for.
    pub fn target(&self) -> Option<Target> {
        match self {
            Self::Record { target, .. } => Some(*target),
            Self::Broken(_) => None,
        }
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
}

/// The good visits, newest first, then what cannot be used: a row for each visit, or file, with faults.
fn visits(data: &Data) -> Vec<Row> {
    let count = |archive: &Archive, at: usize| archive.visits.get(at).map(|visit| visit.statements.len());
    let good = data.archive.newest_first().into_iter().map(|at| Row::Record {
        target: Target::visit(at),
        leads: false,
        count: count(&data.archive, at),
    });
    let mut faulty = Vec::new();
    let mut next = 0;
    while next < data.diagnostics.len() {
        faulty.push(Row::Broken(next));
        next = data.same_record(next).end;
    }
    good.chain(faulty).collect()
}

/// The itinerary; the first stop of each day leads it.
fn stops(at: usize, visit: &Visit) -> Vec<Row> {
    let mut day = None;
    let row = |item: usize| {
        let stop = visit.itinerary.get(item)?;
        // Two stops share a heading when all of it holds for both.
        let days = |date: PartialDate| {
            (date.earliest(), date.latest(), date.doubt(), date.earliest().is_none().then_some(date))
        };
        let own = (stop.start_date.map(days), stop.date_certainty);
        let leads = day.replace(own) != Some(own);
        let count = Some(visit.statements_at(&stop.id));
        Some(Row::Record { target: Target::new(at, RecordKind::Stop, item), leads, count })
    };
    visit.stops_in_order().into_iter().filter_map(row).collect()
}

/// Delegation, hosts, others, those whose side is not said, and the organizations.
fn participants(at: usize, visit: &Visit) -> Vec<Row> {
    let mut rows = Vec::new();
    for side in [Some(Side::Visitor), Some(Side::Host), Some(Side::ThirdParty), None] {
        let of_side =
            visit.participants.iter().enumerate().filter(|(_, participant)| participant.side == side);
        for (number, (item, participant)) in of_side.enumerate() {
            let target = Target::new(at, RecordKind::Participant, item);
            rows.push(Row::Record {
                target,
                leads: number == 0,
                count: Some(visit.statements_by(&participant.id)),
            });
        }
    }
    for (item, organization) in visit.organizations.iter().enumerate() {
        let target = Target::new(at, RecordKind::Organization, item);
        rows.push(Row::Record {
            target,
            leads: item == 0,
            count: Some(visit.statements_by(&organization.id)),
        });
    }
    rows
}

fn statements(at: usize, visit: &Visit) -> Vec<Row> {
    let row = |item| Row::Record {
        target: Target::new(at, RecordKind::Statement, item),
        leads: false,
        count: None,
    };
    visit.statements_in_order().into_iter().map(row).collect()
}
