//! What records lack.

use serde::{Deserialize, Serialize};

use super::query::CountUnit;
use crate::model::{RecordTime, Side, Statement, Stop, Visit};

/// A fact that a record lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize, Serialize)]
pub enum Gap {
    /// The days are not known exactly.
    Day,
    /// No source.
    Source,
    /// No host.
    Host,
    /// No visitor.
    Visitor,
    /// No stop.
    Stop,
    /// No statement.
    Statement,
    /// No speaker.
    Speaker,
    /// No coordinates.
    Coordinates,
}

/// The gaps of a record, as bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Gaps(u8);

impl Gap {
    /// The facts that records of a kind may lack.
    pub fn of(unit: CountUnit) -> &'static [Self] {
        match unit {
            CountUnit::Visit => {
                &[Self::Day, Self::Source, Self::Host, Self::Visitor, Self::Stop, Self::Statement]
            }
            CountUnit::Stop => &[Self::Day, Self::Coordinates],
            CountUnit::Statement => &[Self::Day, Self::Source, Self::Speaker, Self::Stop],
            CountUnit::Person => &[],
        }
    }
}

impl Gaps {
    fn new<const N: usize>(gaps: [(Gap, bool); N]) -> Self {
        let bits = gaps.into_iter().filter(|(_, is_lacking)| *is_lacking).map(|(gap, _)| Self::bit(gap));
        Self(bits.fold(0, |all, bit| all | bit))
    }

    fn bit(gap: Gap) -> u8 {
        1 << (gap as u8)
    }

    pub(super) fn has(self, gap: Gap) -> bool {
        self.0 & Self::bit(gap) != 0
    }

    pub(super) fn of_visit(visit: &Visit) -> Self {
        let is_without = |side| {
            visit.organizations_of(side).is_empty()
                && visit.participants.iter().all(|it| it.side != Some(side))
        };
        Self::new([
            (Gap::Day, visit.when().and_then(RecordTime::exact).is_none()),
            (Gap::Source, visit.sources.is_empty()),
            (Gap::Host, is_without(Side::Host)),
            (Gap::Visitor, is_without(Side::Visitor)),
            (Gap::Stop, visit.itinerary.is_empty()),
            (Gap::Statement, visit.statements.is_empty()),
        ])
    }

    pub(super) fn of_stop(stop: &Stop) -> Self {
        Self::new([
            (Gap::Day, stop.when().and_then(RecordTime::exact).is_none()),
            (Gap::Coordinates, stop.place.iter().all(|place| place.coordinates.is_none())),
        ])
    }

    /// `when`: the time at the stop or during the visit, if the statement has none.
    pub(super) fn of_statement(statement: &Statement, when: Option<RecordTime>) -> Self {
        Self::new([
            (Gap::Day, statement.when().or(when).and_then(RecordTime::exact).is_none()),
            (Gap::Source, statement.sources.is_empty()),
            (Gap::Speaker, statement.speaker.is_empty()),
            (Gap::Stop, statement.stop.is_none()),
        ])
    }
}
