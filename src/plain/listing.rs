//! A numbered list: its items in groups, and the visible part.

use std::ops::Range;

use crate::facet::place_key;
use crate::load::Loaded;
use crate::model::{Archive, Record, RecordKind, Statement, Target, Visit};
use crate::search::{SearchResult, SearchResults};

/// The number of items shown at once.
pub(super) const CHUNK: usize = 20;

/// An item of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ListItem {
    /// A record.
    Record(Target),
    /// A problem in the data, by index.
    Problem(usize),
}

/// The heading of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum GroupHeading {
    /// Records of one kind.
    Kind(RecordKind),
    /// The same person, organization or place in other visits.
    Elsewhere,
    /// Search results of one kind, with the total number of results.
    Found(RecordKind, usize),
    /// Results whose date may match, with the total number.
    Possible(usize),
    /// Suggestions for a query without exact results.
    Maybe,
    /// Problems in the data.
    Problems,
}

/// Items below a heading.
#[derive(Debug)]
pub(super) struct ListGroup {
    pub(super) heading: GroupHeading,
    pub(super) rows: Vec<ListItem>,
}

/// A numbered list, and the first item of the visible part.
#[derive(Debug, Default)]
pub(super) struct Listing {
    groups: Vec<ListGroup>,
    from: usize,
}

impl Listing {
    /// A list without its empty groups.
    fn new(groups: impl IntoIterator<Item = (GroupHeading, Vec<ListItem>)>) -> Self {
        let groups = groups.into_iter().filter(|(_, rows)| !rows.is_empty());
        Self { groups: groups.map(|(heading, rows)| ListGroup { heading, rows }).collect(), from: 0 }
    }

    /// All visits, newest first.
    pub(super) fn of_archive(archive: &Archive) -> Self {
        let visits = archive.newest_first().into_iter().map(|at| ListItem::Record(Target::visit(at)));
        Self::new([(GroupHeading::Kind(RecordKind::Visit), visits.collect())])
    }

    /// All problems in the data.
    pub(super) fn of_problems(loaded: &Loaded) -> Self {
        Self::new([(GroupHeading::Problems, (0..loaded.diagnostics.len()).map(ListItem::Problem).collect())])
    }

    /// The search results, by kind.
    pub(super) fn of_results(results: &SearchResults) -> Self {
        let groups = results.groups.iter().map(|group| {
            let rows = group.results.iter().map(|result| ListItem::Record(result.target));
            (GroupHeading::Found(group.kind, group.total), rows.collect())
        });
        let rows =
            |results: &[SearchResult]| results.iter().map(|result| ListItem::Record(result.target)).collect();
        let possible = (GroupHeading::Possible(results.possible.total), rows(&results.possible.results));
        Self::new(groups.chain([possible, (GroupHeading::Maybe, rows(&results.fuzzy))]))
    }

    /// The records related to a record: everything in a visit; for a stop, a person or an organization, the statements there or by
    /// them, and the same in other visits.
    pub(super) fn of_record(archive: &Archive, target: Target) -> Self {
        let Some(record) = archive.record(target) else { return Self::default() };
        let visit = record.visit();
        let rows = |kind, items: Vec<usize>| {
            let row = |item| ListItem::Record(Target::new(target.visit, kind, item));
            (GroupHeading::Kind(kind), items.into_iter().map(row).collect())
        };
        let statements_where = |fits: &dyn Fn(&Statement) -> bool| {
            let mut items = visit.statements_in_order();
            items.retain(|at| visit.statements.get(*at).is_some_and(fits));
            rows(RecordKind::Statement, items)
        };
        let elsewhere = || (GroupHeading::Elsewhere, elsewhere(archive, target, record));
        match record {
            Record::Statement(..) => Self::default(),
            Record::Visit(_) => Self::new([
                rows(RecordKind::Stop, visit.stops_in_order()),
                rows(RecordKind::Participant, (0..visit.participants.len()).collect()),
                rows(RecordKind::Organization, (0..visit.organizations.len()).collect()),
                statements_where(&|_| true),
            ]),
            Record::Stop(_, stop) => {
                Self::new([statements_where(&|it| it.stop.as_ref() == Some(&stop.id)), elsewhere()])
            }
            Record::Participant(..) | Record::Organization(..) => {
                Self::new([statements_where(&|it| it.speaker.contains(record.id())), elsewhere()])
            }
        }
    }

    /// The number of items.
    pub(super) fn len(&self) -> usize {
        self.groups.iter().map(|group| group.rows.len()).sum()
    }

    /// The item at an index, from 0.
    pub(super) fn row(&self, at: usize) -> Option<ListItem> {
        self.groups.iter().flat_map(|group| &group.rows).nth(at).copied()
    }

    /// The indices of the visible part.
    pub(super) fn chunk(&self) -> Range<usize> {
        self.from..(self.from + CHUNK).min(self.len())
    }

    /// Advances to the next part; returns `false` if there is none.
    pub(super) fn advance(&mut self) -> bool {
        let is_more = self.chunk().end < self.len();
        if is_more {
            self.from += CHUNK;
        }
        is_more
    }

    /// Goes back to the first part.
    pub(super) fn start_over(&mut self) {
        self.from = 0;
    }

    /// The items of the part by group, each with the index of its first item.
    pub(super) fn groups_in_chunk(&self) -> impl Iterator<Item = (&ListGroup, usize, &[ListItem])> {
        let chunk = self.chunk();
        let mut start = 0;
        self.groups.iter().filter_map(move |group| {
            let first = start;
            start += group.rows.len();
            let within = chunk.start.max(first)..chunk.end.min(start);
            let rows =
                group.rows.get(within.start.saturating_sub(first)..within.end.saturating_sub(first))?;
            (!rows.is_empty()).then_some((group, within.start, rows))
        })
    }
}

/// The same person, organization or place in other visits, newest first.
fn elsewhere(archive: &Archive, target: Target, record: Record<'_>) -> Vec<ListItem> {
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
    met.map(ListItem::Record).collect()
}
