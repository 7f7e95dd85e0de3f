//! What is counted, and by which facts.

use serde::{Deserialize, Serialize};

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize, Serialize)]
pub enum CountUnit {
    /// Visits.
    Visit,
    /// People and groups, each once even if they take part in several visits.
    Person,
    /// Stops.
    Stop,
    /// Statements.
    Statement,
}

/// The fact that records are grouped by: their own, or that of their visit if only visits have it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize, Serialize)]
pub enum CountBy {
    /// The visit.
    Visit,
    /// The place of a stop.
    Stop,
    /// The speaker or the participant.
    Person,
    /// The organization of the speaker or the participant, or the one that is visited.
    Organization,
    /// The organizations of the hosts, or else the hosts.
    Host,
    /// The organizations of the visitors, or else the visitors.
    Visitor,
    /// Each visitor with each host.
    Pair,
    /// The cities of the stop, the hosts and the visitors.
    City,
    /// The countries of the stop, the hosts and the visitors.
    Country,
    /// The status of the stop or the visit.
    Status,
    /// The type of the statement or the participant, or else the classification.
    Kind,
    /// The classification of the stop or the visit.
    Classification,
    /// The year.
    Year,
    /// The month.
    Month,
    /// The topics.
    Topic,
}

/// What to count, and by which facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CountQuery {
    /// What is counted.
    pub unit: CountUnit,
    /// The fact for the rows.
    pub by: CountBy,
    /// The fact for the columns, if any.
    pub across: Option<CountBy>,
}

/// The largest numbers of rows and columns; those with the most records are kept, and of those with as many, the newest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    /// Rows, without the one for records that lack the fact.
    pub rows: usize,
    /// Columns, likewise.
    pub columns: usize,
}

impl CountUnit {
    /// All units.
    pub const ALL: [Self; 4] = [Self::Visit, Self::Person, Self::Stop, Self::Statement];
}

impl CountBy {
    /// All facts.
    pub const ALL: [Self; 15] = [
        Self::Visit,
        Self::Stop,
        Self::Person,
        Self::Organization,
        Self::Host,
        Self::Visitor,
        Self::Pair,
        Self::City,
        Self::Country,
        Self::Status,
        Self::Kind,
        Self::Classification,
        Self::Year,
        Self::Month,
        Self::Topic,
    ];

    /// Whether its values are times: they are in order, and those without records are listed, too.
    pub fn is_time(self) -> bool {
        matches!(self, Self::Year | Self::Month)
    }
}

impl Limit {
    /// No limit.
    pub const NONE: Self = Self { rows: usize::MAX, columns: usize::MAX };

    /// As many rows, and as many columns.
    pub fn of(count: usize) -> Self {
        Self { rows: count, columns: count }
    }
}
