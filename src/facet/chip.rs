//! A chosen fact.

use jiff::civil::Date;

use crate::model::{Agent, Id, Side, StatementType};

/// A fact that statements must have. Chips hold ids and agents, so that they outlive a reload.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Chip {
    /// Made at a stop; none: the place is not said.
    Stop(Option<StopKey>),
    /// Made by a participant; none: the speaker is not said.
    Person(Option<Agent>),
    /// Made by an organization, or by somebody of it.
    Organization(Id),
    /// Made by somebody of a side.
    Side(Side),
    /// Of a type.
    Type(StatementType),
    /// Made on a day, for certain.
    Day(Date),
    /// About a topic, as it is written.
    Topic(String),
    /// Rows of a pane with these words.
    Text(TextOf, String),
}

/// Which stop is meant.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum StopKey {
    /// A stop of one visit: the ids of both.
    Within(Id, Id),
    /// A place, in whichever visit.
    Place(String),
}

/// The pane whose rows a text narrows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TextOf {
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

    /// Whether it narrows the statements, and not only the rows of another pane.
    pub fn narrows_statements(&self) -> bool {
        !matches!(self, Self::Text(TextOf::Visits | TextOf::Stops | TextOf::Participants, _))
    }
}
