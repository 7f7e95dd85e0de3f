//! References to records of an archive, by index.

use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

use super::{Archive, Id, Organization, Participant, Statement, Stop, Visit};

/// The kinds of record that can be opened and searched.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Deserialize,
    Serialize,
    BorshSerialize,
    BorshDeserialize,
)]
pub enum RecordKind {
    /// A statement.
    Statement,
    /// A stop of an itinerary.
    Stop,
    /// A participant.
    Participant,
    /// An organization.
    Organization,
    /// A visit as a whole.
    Visit,
}

/// A reference to a record of an archive: the index of the visit, and the index in the visit's list of that kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Target {
    /// The index of the visit.
    pub visit: usize,
    /// The kind of the record.
    pub kind: RecordKind,
    /// The index in the list of that kind; 0 for the visit itself.
    pub item: usize,
}

/// A record with the visit it belongs to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Record<'a> {
    /// A statement.
    Statement(&'a Visit, &'a Statement),
    /// A stop.
    Stop(&'a Visit, &'a Stop),
    /// A participant.
    Participant(&'a Visit, &'a Participant),
    /// An organization.
    Organization(&'a Visit, &'a Organization),
    /// A visit.
    Visit(&'a Visit),
}

impl Target {
    /// A reference to a visit itself.
    pub fn visit(visit: usize) -> Self {
        Self { visit, kind: RecordKind::Visit, item: 0 }
    }

    /// A reference to a record of a visit.
    pub fn new(visit: usize, kind: RecordKind, item: usize) -> Self {
        Self { visit, kind, item }
    }
}

impl Archive {
    /// The record of a reference; `None` if it does not exist.
    pub fn record(&self, target: Target) -> Option<Record<'_>> {
        let visit = self.visits.get(target.visit)?;
        let item = target.item;
        Some(match target.kind {
            RecordKind::Visit => Record::Visit(visit),
            RecordKind::Stop => Record::Stop(visit, visit.itinerary.get(item)?),
            RecordKind::Participant => Record::Participant(visit, visit.participants.get(item)?),
            RecordKind::Organization => Record::Organization(visit, visit.organizations.get(item)?),
            RecordKind::Statement => Record::Statement(visit, visit.statements.get(item)?),
        })
    }

    /// The first speaker of a statement: the participant or the organization.
    pub fn speaker_of(&self, statement: Target) -> Option<Target> {
        let Record::Statement(visit, it) = self.record(statement)? else { return None };
        let speaker = it.speaker.first()?;
        let place = |kind, at: Option<usize>| at.map(|item| Target::new(statement.visit, kind, item));
        let person = visit.participants.iter().position(|person| person.id == *speaker);
        let organization = || visit.organizations.iter().position(|organization| organization.id == *speaker);
        place(RecordKind::Participant, person).or_else(|| place(RecordKind::Organization, organization()))
    }

    /// The stop where a statement was made.
    pub fn stop_of(&self, statement: Target) -> Option<Target> {
        let Record::Statement(visit, it) = self.record(statement)? else { return None };
        let item = visit.itinerary.iter().position(|stop| Some(&stop.id) == it.stop.as_ref())?;
        Some(Target::new(statement.visit, RecordKind::Stop, item))
    }

    /// All records, each visit before its other records.
    pub fn targets(&self) -> impl Iterator<Item = Target> {
        (0..self.visits.len()).flat_map(|at| self.targets_of(at))
    }

    /// A visit, then its other records.
    pub fn targets_of(&self, at: usize) -> impl Iterator<Item = Target> {
        self.visits.get(at).into_iter().flat_map(move |visit| {
            let list = move |kind, length: usize| (0..length).map(move |item| Target::new(at, kind, item));
            std::iter::once(Target::visit(at))
                .chain(list(RecordKind::Stop, visit.itinerary.len()))
                .chain(list(RecordKind::Participant, visit.participants.len()))
                .chain(list(RecordKind::Organization, visit.organizations.len()))
                .chain(list(RecordKind::Statement, visit.statements.len()))
        })
    }

    /// The record of a kind with these ids, of its visit and its own.
    pub fn find(&self, visit: &Id, kind: RecordKind, id: &Id) -> Option<Target> {
        let is_it = |target: &Target| {
            target.kind == kind && self.record(*target).is_some_and(|record| record.id() == id)
        };
        self.targets_of(self.position(visit)?).find(is_it)
    }
}

impl<'a> Record<'a> {
    /// The visit that it belongs to.
    pub fn visit(&self) -> &'a Visit {
        match self {
            Self::Statement(visit, _)
            | Self::Stop(visit, _)
            | Self::Participant(visit, _)
            | Self::Organization(visit, _)
            | Self::Visit(visit) => visit,
        }
    }

    /// The kind of the record.
    pub fn kind(&self) -> RecordKind {
        match self {
            Self::Statement(..) => RecordKind::Statement,
            Self::Stop(..) => RecordKind::Stop,
            Self::Participant(..) => RecordKind::Participant,
            Self::Organization(..) => RecordKind::Organization,
            Self::Visit(_) => RecordKind::Visit,
        }
    }

    /// The id of the record.
    pub fn id(&self) -> &'a Id {
        match self {
            Self::Statement(_, statement) => &statement.id,
            Self::Stop(_, stop) => &stop.id,
            Self::Participant(_, participant) => &participant.id,
            Self::Organization(_, organization) => &organization.id,
            Self::Visit(visit) => &visit.id,
        }
    }

    /// The name or title of the record; for a statement, its text.
    pub fn label(&self) -> &'a str {
        match self {
            Self::Statement(_, statement) => &statement.text,
            Self::Stop(_, stop) => &stop.name,
            Self::Participant(visit, participant) => visit.label(participant),
            Self::Organization(_, organization) => &organization.name,
            Self::Visit(visit) => &visit.title,
        }
    }

    /// The stable reference: `visit-id#id`, or the id of the visit alone.
    pub fn reference(&self) -> String {
        match self {
            Self::Visit(visit) => visit.id.to_string(),
            _ => format!("{}#{}", self.visit().id, self.id()),
        }
    }
}
