//! Filters: the facts that the user has selected.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::model::{Agent, Id, Side, StatementType, day_text};
use crate::stats::{Condition, ConditionKind};

/// A condition on statements. Filters hold ids and agents, so that they stay valid after a reload.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize, Serialize)]
pub enum Filter {
    /// Made at a stop; none for statements without a stop.
    Stop(Option<StopKey>),
    /// Made by a person; none for statements without a speaker.
    Person(Option<Agent>),
    /// Made by an organization or a member of it.
    Organization(Id),
    /// Made by someone on a side: a host, a visitor or a third party.
    Side(Side),
    /// With a type.
    Type(StatementType),
    /// Certainly made on a day.
    Day(#[serde(with = "day_text")] Date),
    /// On a topic, as written in the file.
    Topic(String),
    /// With a fact, of their own or of their visit.
    Fact(Condition),
    /// The rows of a pane must match this text.
    Text(FilteredPane, String),
}

/// Identifies a stop.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize, Serialize)]
pub enum StopKey {
    /// A stop of a visit: the ids of the visit and the stop.
    InVisit(Id, Id),
    /// The stops at a place in all visits; see [`place_key`](crate::model::place_key).
    Place(String),
}

/// The pane whose rows a text filters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize)]
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

/// The kinds of filters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FilterKind {
    /// [`Filter::Stop`].
    Stop,
    /// [`Filter::Person`].
    Person,
    /// [`Filter::Organization`].
    Organization,
    /// [`Filter::Side`].
    Side,
    /// [`Filter::Type`].
    Type,
    /// [`Filter::Day`].
    Day,
    /// [`Filter::Topic`].
    Topic,
    /// [`Filter::Fact`].
    Fact(ConditionKind),
    /// [`Filter::Text`].
    Text,
}

impl Filter {
    /// Its kind.
    pub fn kind(&self) -> FilterKind {
        match self {
            Self::Stop(_) => FilterKind::Stop,
            Self::Person(_) => FilterKind::Person,
            Self::Organization(_) => FilterKind::Organization,
            Self::Side(_) => FilterKind::Side,
            Self::Type(_) => FilterKind::Type,
            Self::Day(_) => FilterKind::Day,
            Self::Topic(_) => FilterKind::Topic,
            Self::Fact(condition) => FilterKind::Fact(condition.kind()),
            Self::Text(..) => FilterKind::Text,
        }
    }

    /// Whether it filters statements instead of only the rows of another pane.
    pub fn filters_statements(&self) -> bool {
        !matches!(
            self,
            Self::Text(FilteredPane::Visits | FilteredPane::Stops | FilteredPane::Participants, _)
        )
    }
}
