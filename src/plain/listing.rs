//! A numbered list: what stands in it, in groups, and which part of it is told.

use std::ops::Range;

use crate::facet::place_key;
use crate::load::Loaded;
use crate::model::{Archive, Record, RecordKind, Statement, Target, Visit};
use crate::search::{Hit, Hits};

/// So many items are told at once.
pub(super) const PART: usize = 20;

/// What a number stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Row {
    /// A record.
    Record(Target),
    /// A fault of the data.
    Fault(usize),
}

/// What the items of a group are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Heading {
    /// Records of a kind.
    Kind(RecordKind),
    /// The same person, organization or place in other visits.
    Elsewhere,
    /// What was found of a kind, with the number of all that there are.
    Found(RecordKind, usize),
    /// What is only possible by its date, with the number of all.
    Possible(usize),
    /// What may be meant.
    Maybe,
    /// Faults of the data.
    Faults,
}

/// Items under a heading.
#[derive(Debug)]
pub(super) struct Group {
    pub(super) heading: Heading,
    pub(super) rows: Vec<Row>,
}

/// A numbered list, and where the part begins that was told last.
#[derive(Debug, Default)]
pub(super) struct Listing {
    groups: Vec<Group>,
    from: usize,
}

impl Listing {
    /// Groups with nothing in them are left out.
    fn new(groups: impl IntoIterator<Item = (Heading, Vec<Row>)>) -> Self {
        let groups = groups.into_iter().filter(|(_, rows)| !rows.is_empty());
        Self { groups: groups.map(|(heading, rows)| Group { heading, rows }).collect(), from: 0 }
    }

    /// All visits, the newest first.
    pub(super) fn of_archive(archive: &Archive) -> Self {
        let visits = archive.newest_first().into_iter().map(|at| Row::Record(Target::visit(at)));
        Self::new([(Heading::Kind(RecordKind::Visit), visits.collect())])
    }

    /// All faults of the data.
    pub(super) fn of_faults(loaded: &Loaded) -> Self {
        Self::new([(Heading::Faults, (0..loaded.diagnostics.len()).map(Row::Fault).collect())])
    }

    /// What was found, by kind.
    pub(super) fn of_hits(hits: &Hits) -> Self {
        let groups = hits.groups.iter().map(|group| {
            let rows = group.hits.iter().map(|hit| Row::Record(hit.target));
            (Heading::Found(group.kind, group.total), rows.collect())
        });
        let rows = |hits: &[Hit]| hits.iter().map(|hit| Row::Record(hit.target)).collect();
        let possible = (Heading::Possible(hits.possible.total), rows(&hits.possible.hits));
        Self::new(groups.chain([possible, (Heading::Maybe, rows(&hits.fuzzy))]))
    }

    /// What belongs to a record: of a visit everything, of a stop or a person what was said there or by them, and where
    /// else they are met.
    pub(super) fn of_record(archive: &Archive, target: Target) -> Self {
        let Some(record) = archive.record(target) else { return Self::default() };
        let visit = record.visit();
        let rows = |kind, items: Vec<usize>| {
            let row = |item| Row::Record(Target::new(target.visit, kind, item));
            (Heading::Kind(kind), items.into_iter().map(row).collect())
        };
        let said = |fits: &dyn Fn(&Statement) -> bool| {
            let mut items = visit.statements_in_order();
            items.retain(|at| visit.statements.get(*at).is_some_and(fits));
            rows(RecordKind::Statement, items)
        };
        let elsewhere = || (Heading::Elsewhere, elsewhere(archive, target, record));
        match record {
            Record::Statement(..) => Self::default(),
            Record::Visit(_) => Self::new([
                rows(RecordKind::Stop, visit.stops_in_order()),
                rows(RecordKind::Participant, (0..visit.participants.len()).collect()),
                rows(RecordKind::Organization, (0..visit.organizations.len()).collect()),
                said(&|_| true),
            ]),
            Record::Stop(_, stop) => Self::new([said(&|it| it.stop.as_ref() == Some(&stop.id)), elsewhere()]),
            Record::Participant(..) | Record::Organization(..) => {
                Self::new([said(&|it| it.speaker.contains(record.id())), elsewhere()])
            }
        }
    }

    /// How many items there are.
    pub(super) fn len(&self) -> usize {
        self.groups.iter().map(|group| group.rows.len()).sum()
    }

    /// The item that stands there, counted from 0.
    pub(super) fn row(&self, at: usize) -> Option<Row> {
        self.groups.iter().flat_map(|group| &group.rows).nth(at).copied()
    }

    /// The part that is told, as the first number from 0 and the one behind the last.
    pub(super) fn part(&self) -> Range<usize> {
        self.from..(self.from + PART).min(self.len())
    }

    /// Goes on to the next part; false when there is none.
    pub(super) fn go_on(&mut self) -> bool {
        let is_more = self.part().end < self.len();
        if is_more {
            self.from += PART;
        }
        is_more
    }

    /// Goes back to the first part.
    pub(super) fn start_over(&mut self) {
        self.from = 0;
    }

    /// The items of the part, each group with the number of its first one.
    pub(super) fn groups_of_part(&self) -> impl Iterator<Item = (&Group, usize, &[Row])> {
        let part = self.part();
        let mut start = 0;
        self.groups.iter().filter_map(move |group| {
            let first = start;
            start += group.rows.len();
            let within = part.start.max(first)..part.end.min(start);
            let rows =
                group.rows.get(within.start.saturating_sub(first)..within.end.saturating_sub(first))?;
            (!rows.is_empty()).then_some((group, within.start, rows))
        })
    }
}

/// The same person, organization or place in the other visits, the newest first.
fn elsewhere(archive: &Archive, target: Target, record: Record<'_>) -> Vec<Row> {
    let place = match record {
        Record::Stop(_, stop) => Some(place_key(stop)),
        _ => None,
    };
    let agent = record.agent();
    let item = |visit: &Visit| match record {
        Record::Stop(..) => visit.itinerary.iter().position(|stop| Some(place_key(stop)) == place),
        Record::Participant(..) => visit.participants.iter().position(|it| Some(visit.agent(it)) == agent),
        Record::Organization(_, own) => visit.organizations.iter().position(|it| it.id == own.id),
        Record::Visit(_) | Record::Statement(..) => None,
    };
    let others = archive.newest_first().into_iter().filter(|at| *at != target.visit);
    let met = others.filter_map(|at| Some(Target::new(at, target.kind, item(archive.visits.get(at)?)?)));
    met.map(Row::Record).collect()
}
