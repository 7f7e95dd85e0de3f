//! Conditions on records: a value of a fact, a gap, a range of days.

use serde::{Deserialize, Serialize};

use super::fact::{NO_VALUES, ValueKey, index, number};
use super::gap::Gap;
use super::index::{FactIndex, NO_STOP};
use super::query::{CountBy, CountUnit};
use crate::bit_set::BitSet;
use crate::model::{Archive, DateMatch, Days, RecordTime, Stop, Target};

/// A condition on the records of one kind, or on times. What belongs to a record meets the same conditions: to a visit all its
/// records, to a stop its statements.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize, Serialize)]
pub enum Condition {
    /// Records of this kind with this value of a fact; none for those without a value.
    Value(CountUnit, CountBy, Option<ValueKey>),
    /// Records of this kind that lack something.
    Lacking(CountUnit, Gap),
    /// The time may overlap these days; the time of people is that of their visit.
    During(Days),
}

impl Condition {
    /// The kind of the records that it is about; none for a time, which all have.
    pub fn unit(&self) -> Option<CountUnit> {
        match self {
            Self::Value(unit, ..) | Self::Lacking(unit, _) => Some(*unit),
            Self::During(_) => None,
        }
    }
}

/// Conditions of which all must be met, with the numbers of an index instead of keys.
#[derive(Debug, Clone, Default)]
pub struct ConditionTests(Vec<Test>);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Test {
    /// No record of the archive has the value.
    Never(CountUnit),
    Value(CountUnit, CountBy, u32),
    NoValue(CountUnit, CountBy),
    Lacking(CountUnit, Gap),
    During(Days),
}

impl Test {
    fn unit(self) -> Option<CountUnit> {
        match self {
            Self::Never(unit) | Self::Value(unit, ..) | Self::NoValue(unit, _) | Self::Lacking(unit, _) => {
                Some(unit)
            }
            Self::During(_) => None,
        }
    }
}

impl ConditionTests {
    /// The kind of records that a visit must have one of which meets all conditions: in the order of [`CountUnit`] the last that a
    /// condition is about.
    pub fn unit(&self) -> CountUnit {
        self.0.iter().filter_map(|test| test.unit()).max().unwrap_or(CountUnit::Visit)
    }

    /// The kinds of records that show that a visit meets all conditions: where times matter, also later kinds, since a statement
    /// may have another time than its visit.
    fn units(&self) -> impl Iterator<Item = CountUnit> + use<> {
        let (unit, has_days) = (self.unit(), self.0.iter().any(|test| matches!(test, Test::During(_))));
        CountUnit::ALL.into_iter().filter(move |it| *it == unit || (has_days && *it > unit))
    }
}

impl FactIndex {
    /// Conditions for this index.
    pub fn tests_of<'c>(&self, conditions: impl IntoIterator<Item = &'c Condition>) -> ConditionTests {
        ConditionTests(conditions.into_iter().map(|condition| self.test_of(condition)).collect())
    }

    fn test_of(&self, condition: &Condition) -> Test {
        match condition {
            Condition::Value(unit, by, Some(key)) => {
                self.facts[*by].find(key).map_or(Test::Never(*unit), |value| Test::Value(*unit, *by, value))
            }
            Condition::Value(unit, by, None) => Test::NoValue(*unit, *by),
            Condition::Lacking(unit, gap) => Test::Lacking(*unit, *gap),
            Condition::During(days) => Test::During(*days),
        }
    }

    /// Whether the archive has the value of a condition.
    pub fn has_value_of(&self, condition: &Condition) -> bool {
        !matches!(self.test_of(condition), Test::Never(_))
    }

    /// The statements that meet all conditions, by their numbers: those of the newest visit first, in each visit as written.
    pub(crate) fn statements_meeting(&self, archive: &Archive, tests: &ConditionTests) -> BitSet {
        self.records_meeting(archive, tests, CountUnit::Statement)
    }

    /// Whether a statement meets all conditions.
    pub fn statement_meets(&self, archive: &Archive, tests: &ConditionTests, statement: Target) -> bool {
        let Some(place) = self.place_of(statement.visit) else { return false };
        let record = self.records_at(CountUnit::Statement, place).start + statement.item;
        self.meets(archive, tests, CountUnit::Statement, (place, record))
    }

    /// Whether a visit meets all conditions, or has a record that does.
    pub fn visit_meets(&self, archive: &Archive, tests: &ConditionTests, visit: usize) -> bool {
        let Some(place) = self.place_of(visit) else { return false };
        tests.units().any(|unit| {
            let mut records = self.records_at(unit, place);
            records.any(|record| self.meets(archive, tests, unit, (place, record)))
        })
    }

    /// Whether a record of the visit at a place meets all conditions.
    pub(super) fn meets(
        &self,
        archive: &Archive,
        tests: &ConditionTests,
        unit: CountUnit,
        at: (usize, usize),
    ) -> bool {
        tests.0.iter().all(|test| self.meets_one(archive, *test, unit, at))
    }

    /// The records of a kind that meet all conditions.
    pub(super) fn records_meeting(
        &self,
        archive: &Archive,
        tests: &ConditionTests,
        unit: CountUnit,
    ) -> BitSet {
        let mut met = BitSet::of(self.len(unit), |_| true);
        // Times are looked up record by record: last, for those that are left.
        let (times, others): (Vec<Test>, Vec<Test>) =
            tests.0.iter().partition(|test| matches!(test, Test::During(_)));
        for test in others.into_iter().chain(times) {
            met.intersect_with(&self.records_meeting_one(archive, test, unit, &met));
        }
        met
    }

    /// The records of a kind that meet a condition; those that are not in `among` do not matter.
    fn records_meeting_one(&self, archive: &Archive, test: Test, unit: CountUnit, among: &BitSet) -> BitSet {
        let has_list =
            |of, by, has: &dyn Fn(u32) -> bool| self.belonging_to(of, self.with_list(of, by, has), unit);
        match test {
            Test::Never(_) => BitSet::new(self.len(unit)),
            Test::Value(of, by, value) => {
                let lists = self.facts[by].lists_with(value);
                has_list(of, by, &|list| lists.contains(list))
            }
            Test::NoValue(of, by) => has_list(of, by, &|list| list == NO_VALUES),
            Test::Lacking(of, gap) => {
                let lacking = BitSet::of(self.len(of), |record| self.gaps(of, record).has(gap));
                self.belonging_to(of, lacking, unit)
            }
            Test::During(days) => {
                let mut during = BitSet::new(self.len(unit));
                for place in 0..self.visits.len() {
                    let here = self.records_at(unit, place);
                    let here = among.iter_in(number(here.start)..number(here.end));
                    let is_during =
                        |record: &u32| self.overlaps(archive, days, unit, (place, index(*record)));
                    here.filter(is_during).for_each(|record| during.insert(record));
                }
                during
            }
        }
    }

    /// The records of a kind whose list of values of a fact is one of some lists.
    fn with_list(&self, unit: CountUnit, by: CountBy, is_one: &dyn Fn(u32) -> bool) -> BitSet {
        match self.column(unit, by) {
            [] if unit != CountUnit::Visit => {
                self.belonging_to(CountUnit::Visit, self.with_list(CountUnit::Visit, by, is_one), unit)
            }
            column => {
                BitSet::of(self.len(unit), |record| is_one(column.get(record).copied().unwrap_or(NO_VALUES)))
            }
        }
    }

    /// The records of a kind that belong to some records: to themselves, their visit, or the stop of a statement.
    fn belonging_to(&self, of: CountUnit, holders: BitSet, unit: CountUnit) -> BitSet {
        if of == unit {
            return holders;
        }
        let mut records = BitSet::new(self.len(unit));
        match of {
            CountUnit::Visit => {
                for place in holders.iter_in(0..number(self.visits.len())) {
                    let here = self.records_at(unit, index(place));
                    records.insert_range(number(here.start)..number(here.end));
                }
            }
            CountUnit::Stop if unit == CountUnit::Statement => {
                let stops = (0..).zip(&self.stops_of_statements);
                let there = stops.filter(|(_, stop)| **stop != NO_STOP && holders.contains(**stop));
                there.for_each(|(statement, _)| records.insert(statement));
            }
            _ => {}
        }
        records
    }

    fn meets_one(&self, archive: &Archive, test: Test, unit: CountUnit, at: (usize, usize)) -> bool {
        let holder = |of| self.holder(of, unit, at);
        match test {
            Test::Never(_) => false,
            Test::Value(of, by, value) => {
                holder(of).is_some_and(|at| self.values((of, by), at).contains(&value))
            }
            Test::NoValue(of, by) => holder(of).is_some_and(|at| self.values((of, by), at).is_empty()),
            Test::Lacking(of, gap) => holder(of).is_some_and(|(_, record)| self.gaps(of, record).has(gap)),
            Test::During(days) => self.overlaps(archive, days, unit, at),
        }
    }

    /// The record of a kind that a record belongs to: itself, its visit, or the stop of a statement.
    fn holder(
        &self,
        of: CountUnit,
        unit: CountUnit,
        at @ (place, record): (usize, usize),
    ) -> Option<(usize, usize)> {
        match of {
            _ if of == unit => Some(at),
            CountUnit::Visit => Some((place, place)),
            CountUnit::Stop if unit == CountUnit::Statement => {
                let stop = self.stops_of_statements.get(record).filter(|stop| **stop != NO_STOP)?;
                Some((place, index(*stop)))
            }
            _ => None,
        }
    }

    /// Whether the time of a record may overlap some days.
    pub(super) fn overlaps(
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
