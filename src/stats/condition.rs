//! Conditions on records: a value of a fact, a gap, a range of days.

use serde::{Deserialize, Serialize};

use super::fact::ValueKey;
use super::gap::Gap;
use super::index::{FactIndex, NO_STOP};
use super::query::{CountBy, CountUnit};
use crate::model::{Archive, DateMatch, Days, RecordTime, Stop, Target};

/// A condition on records.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize, Serialize)]
pub enum Condition {
    /// With this value of a fact; none for records without a value.
    Value(CountBy, Option<ValueKey>),
    /// Records of this kind that lack something, and what belongs to them: of visits all their records, of stops their statements.
    Lacking(CountUnit, Gap),
    /// The time may overlap these days; the time of people is that of their visit.
    During(Days),
}

/// The kinds of conditions. Conditions of one kind are alternatives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ConditionKind {
    /// [`Condition::Value`] of a fact.
    Value(CountBy),
    /// [`Condition::Lacking`].
    Lacking,
    /// [`Condition::During`].
    During,
}

impl Condition {
    /// Its kind.
    pub fn kind(&self) -> ConditionKind {
        match self {
            Self::Value(by, _) => ConditionKind::Value(*by),
            Self::Lacking(..) => ConditionKind::Lacking,
            Self::During(_) => ConditionKind::During,
        }
    }
}

/// A condition with the numbers of an index instead of keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ConditionTest(Test);

impl ConditionTest {
    /// Whether no record can meet it, because the archive does not have its value.
    pub fn is_never(self) -> bool {
        self.0 == Test::Never
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Test {
    /// No record of the archive has the value.
    Never,
    Value(CountBy, u32),
    NoValue(CountBy),
    Lacking(CountUnit, Gap),
    During(Days),
}

impl FactIndex {
    /// The condition for this index.
    pub fn test_of(&self, condition: &Condition) -> ConditionTest {
        ConditionTest(match condition {
            Condition::Value(by, Some(key)) => {
                self.facts[*by].find(key).map_or(Test::Never, |value| Test::Value(*by, value))
            }
            Condition::Value(by, None) => Test::NoValue(*by),
            Condition::Lacking(unit, gap) => Test::Lacking(*unit, *gap),
            Condition::During(days) => Test::During(*days),
        })
    }

    /// Conditions for this index by their kinds.
    pub fn tests_of<'c>(
        &self,
        conditions: impl IntoIterator<Item = &'c Condition>,
    ) -> Vec<(ConditionKind, Vec<ConditionTest>)> {
        let mut kinds: Vec<(ConditionKind, Vec<ConditionTest>)> = Vec::new();
        for condition in conditions {
            let test = self.test_of(condition);
            match kinds.iter_mut().find(|(kind, _)| *kind == condition.kind()) {
                Some((_, tests)) => tests.push(test),
                None => kinds.push((condition.kind(), vec![test])),
            }
        }
        kinds
    }

    /// Whether a statement meets a condition.
    pub fn statement_meets(&self, archive: &Archive, test: ConditionTest, statement: Target) -> bool {
        let Some(place) = self.place_of(statement.visit) else { return false };
        let record = self.records_at(CountUnit::Statement, place).start + statement.item;
        self.meets(archive, test, CountUnit::Statement, (place, record))
    }

    /// Whether a visit or one of its statements meets a condition.
    pub fn visit_meets(&self, archive: &Archive, test: ConditionTest, visit: usize) -> bool {
        let Some(place) = self.place_of(visit) else { return false };
        let statement = |record| self.meets(archive, test, CountUnit::Statement, (place, record));
        self.meets(archive, test, CountUnit::Visit, (place, place))
            || (self.may_differ(test) && self.records_at(CountUnit::Statement, place).any(statement))
    }

    /// Whether the records of a visit may meet a condition that the visit does not meet.
    fn may_differ(&self, ConditionTest(test): ConditionTest) -> bool {
        match test {
            Test::Never => false,
            Test::Value(by, _) | Test::NoValue(by) => self.has_own(CountUnit::Statement, by),
            Test::Lacking(unit, _) => unit != CountUnit::Visit,
            Test::During(_) => true,
        }
    }

    /// Whether a record of the visit at a place meets a condition.
    pub(super) fn meets(
        &self,
        archive: &Archive,
        ConditionTest(test): ConditionTest,
        unit: CountUnit,
        at @ (place, record): (usize, usize),
    ) -> bool {
        match test {
            Test::Value(by, value) => self.values((unit, by), at).contains(&value),
            Test::NoValue(by) => self.values((unit, by), at).is_empty(),
            Test::Lacking(of, gap) if of == unit => self.gaps(unit, record).has(gap),
            Test::Lacking(CountUnit::Visit, gap) => self.gaps(CountUnit::Visit, place).has(gap),
            Test::Lacking(CountUnit::Stop, gap) if unit == CountUnit::Statement => {
                let stop = self.stops_of_statements.get(record).filter(|stop| **stop != NO_STOP);
                stop.is_some_and(|stop| self.gaps(CountUnit::Stop, super::fact::index(*stop)).has(gap))
            }
            Test::Never | Test::Lacking(..) => false,
            Test::During(days) => self.overlaps(archive, days, unit, at),
        }
    }

    fn overlaps(
        &self,
        archive: &Archive,
        days: Days,
        unit: CountUnit,
        (place, record): (usize, usize),
    ) -> bool {
        let Some(visit) = self.visits.get(place).and_then(|at| archive.visits.get(*at)) else {
            return false;
        };
        let item = record.saturating_sub(self.records_at(unit, place).start);
        let when = match unit {
            CountUnit::Visit | CountUnit::Person => visit.when(),
            CountUnit::Stop => {
                let own = visit.itinerary.get(item).and_then(Stop::when);
                own.or_else(|| visit.when().map(RecordTime::sometime))
            }
            CountUnit::Statement => visit.statements.get(item).and_then(|it| visit.when_said(it)),
        };
        when.is_some_and(|when| when.overlaps(days) != DateMatch::No)
    }
}
