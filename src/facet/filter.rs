//! Filters: the facts that the user has selected.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::model::{Agent, Id, Side, StatementType, day_text};
use crate::stats::{Condition, CountUnit};

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
    /// With a fact, of their own, of their stop or of their visit.
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
    Fact,
    /// [`Filter::Text`].
    Text,
}

impl FilterKind {
    /// Whether filters of this kind are alternatives: one of them must match. Of the others all must match.
    pub fn has_alternatives(self) -> bool {
        !matches!(self, Self::Fact | Self::Text)
    }
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
            Self::Fact(_) => FilterKind::Fact,
            Self::Text(..) => FilterKind::Text,
        }
    }

    /// Whether it filters statements, not only the rows of another pane. A text that visits must match filters the statements of all
    /// visits, but not those of the one that is open.
    pub fn filters_statements(&self) -> bool {
        !matches!(self, Self::Text(FilteredPane::Stops | FilteredPane::Participants, _))
    }

    /// Whether a visit must have a statement that matches. What visits or stops match, others match without any statements.
    pub fn needs_statement(&self) -> bool {
        match self {
            Self::Fact(condition) => condition.unit() == Some(CountUnit::Statement),
            Self::Text(of, _) => *of == FilteredPane::Statements,
            _ => true,
        }
    }
}
