//! Filter chips: the facts that the user has chosen.

use jiff::civil::Date;

use crate::model::{Agent, Id, Side, StatementType};

/// A condition on statements. Chips hold ids and agents, so that they stay valid after a reload.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Chip {
    /// Made at a stop; none for statements without a stop.
    Stop(Option<StopKey>),
    /// Made by a person; none for statements without a speaker.
    Person(Option<Agent>),
    /// Made by an organization or a member of it.
    Organization(Id),
    /// Made by someone on a side: a host, a visitor or a third party.
    Side(Side),
    /// Of a type.
    Type(StatementType),
    /// Certainly made on a day.
    Day(Date),
    /// On a topic, as it is in the file.
    Topic(String),
    /// The rows of a pane must match this text.
    Text(FilteredPane, String),
}

/// Identifies a stop.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum StopKey {
    /// A stop of a visit: the ids of the visit and the stop.
    InVisit(Id, Id),
    /// The stops at a place in all visits; see [`place_key`](crate::model::place_key).
    Place(String),
}

/// The pane whose rows a text filters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FilteredPane {
    /// The visits.
    Visits,
    /// The stops.
    Stops,
    /// The participants.
    Participants,
    /// The statements.
    Statements,
}

/// The kinds of chips.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ChipKind {
    /// [`Chip::Stop`].
    Stop,
    /// [`Chip::Person`].
    Person,
    /// [`Chip::Organization`].
    Organization,
    /// [`Chip::Side`].
    Side,
    /// [`Chip::Type`].
    Type,
    /// [`Chip::Day`].
    Day,
    /// [`Chip::Topic`].
    Topic,
    /// [`Chip::Text`].
    Text,
}

impl Chip {
    /// Its kind.
    pub fn kind(&self) -> ChipKind {
        match self {
            Self::Stop(_) => ChipKind::Stop,
            Self::Person(_) => ChipKind::Person,
            Self::Organization(_) => ChipKind::Organization,
            Self::Side(_) => ChipKind::Side,
            Self::Type(_) => ChipKind::Type,
            Self::Day(_) => ChipKind::Day,
            Self::Topic(_) => ChipKind::Topic,
            Self::Text(..) => ChipKind::Text,
        }
    }

    /// Whether it filters the statements, and not only the rows of another pane.
    pub fn narrows_statements(&self) -> bool {
        !matches!(
            self,
            Self::Text(FilteredPane::Visits | FilteredPane::Stops | FilteredPane::Participants, _)
        )
    }
}
