//! How much there is of what: visits, people, stops or statements, by one of their facts or by two.
//!
//! What has several values of a fact, such as topics, counts for each, and once in a total. What has none is counted as such.

mod facts;
mod table;

pub use table::{Column, Row, Table, count};

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Visits.
    Visit,
    /// People and groups, each once in however many visits.
    Person,
    /// Stops.
    Stop,
    /// Statements.
    Statement,
}

/// The fact that is counted by. Of a person, a stop or a statement it is that one's own; what only a visit has is the visit's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// The visit.
    Visit,
    /// The place of a stop.
    Stop,
    /// Whoever speaks, attends or takes part.
    Person,
    /// The organization of whoever speaks or takes part, or that is visited.
    Organization,
    /// The organizations of the hosts; where there is none, the hosts.
    Host,
    /// The organizations of the visitors; where there is none, the visitors.
    Visitor,
    /// The cities of the stop, the hosts and the visitors.
    City,
    /// Their countries.
    Country,
    /// The status of the stop or the visit.
    Status,
    /// The type of the statement or the participant, else the classification.
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

/// What is asked.
#[derive(Debug, Clone, Copy)]
pub struct Question {
    /// What is counted.
    pub unit: Unit,
    /// The rows.
    pub by: By,
    /// The columns of a table.
    pub across: Option<By>,
}

impl By {
    /// Whether its values have an order of their own, in which none is left out.
    fn is_time(self) -> bool {
        matches!(self, Self::Year | Self::Month)
    }
}
