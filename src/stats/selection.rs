//! The part of an archive that a view covers.

use super::condition::{Condition, ConditionTest};
use super::fact::index;
use super::index::{FactIndex, NO_STOP};
use super::query::{CountBy, CountUnit};
use crate::model::{Archive, Target};

/// The visits, people, stops and statements that a view covers.
#[derive(Debug, Clone, Default)]
pub struct Selection {
    /// For each kind the records that are covered; none for all.
    marks: Option<[Vec<bool>; 4]>,
}

impl Selection {
    /// The whole archive.
    pub fn all() -> Self {
        Self::default()
    }

    /// The whole archive, to be shared.
    pub fn whole() -> &'static Self {
        static WHOLE: Selection = Selection { marks: None };
        &WHOLE
    }

    /// Whether it is the whole archive.
    pub fn is_all(&self) -> bool {
        self.marks.is_none()
    }

    fn nothing(facts: &FactIndex) -> [Vec<bool>; 4] {
        CountUnit::ALL.map(|unit| vec![false; facts.len(unit)])
    }

    /// Some visits with all their records.
    pub fn of_visits(facts: &FactIndex, visits: &[usize]) -> Self {
        let mut marks = Self::nothing(facts);
        for (unit, marks) in CountUnit::ALL.into_iter().zip(&mut marks) {
            for visit in visits {
                if let Some(marks) = marks.get_mut(facts.records_of(unit, *visit)) {
                    marks.fill(true);
                }
            }
        }
        Self { marks: Some(marks) }
    }

    /// Some statements, with their visits, the stops where they were made, and the people who made them.
    pub fn of_statements(facts: &FactIndex, statements: &[Target]) -> Self {
        let mut marks = Self::nothing(facts);
        let [.., of_statements] = &mut marks;
        for statement in statements {
            let record = facts.records_of(CountUnit::Statement, statement.visit).start + statement.item;
            mark(of_statements, record);
        }
        let mut spoken_in = vec![usize::MAX; facts.facts[CountBy::Person].len()];
        for place in 0..facts.visits.len() {
            Self::mark_around(facts, place, &mut marks, &mut spoken_in);
        }
        Self { marks: Some(marks) }
    }

    /// Marks what belongs to the marked statements of a visit. `spoken_in`: the last visit in which each person spoke.
    fn mark_around(facts: &FactIndex, place: usize, marks: &mut [Vec<bool>; 4], spoken_in: &mut [usize]) {
        let [visits, people, stops, statements] = marks;
        for record in facts.records_at(CountUnit::Statement, place) {
            if statements.get(record) != Some(&true) {
                continue;
            }
            mark(visits, place);
            let stop = facts.stops_of_statements.get(record).filter(|stop| **stop != NO_STOP);
            if let Some(stop) = stop {
                mark(stops, index(*stop));
            }
            for speaker in facts.values((CountUnit::Statement, CountBy::Person), (place, record)) {
                if let Some(last) = spoken_in.get_mut(index(*speaker)) {
                    *last = place;
                }
            }
        }
        for record in facts.records_at(CountUnit::Person, place) {
            let own = facts.values((CountUnit::Person, CountBy::Person), (place, record));
            if own.iter().any(|person| spoken_in.get(index(*person)) == Some(&place)) {
                mark(people, record);
            }
        }
    }

    /// The records that meet the conditions, of which those of one kind are alternatives; and the visits with such records.
    pub fn meeting(facts: &FactIndex, archive: &Archive, conditions: &[Condition]) -> Self {
        let kinds = facts.tests_of(conditions);
        if kinds.is_empty() {
            return Self::all();
        }
        Self::matching(facts, |unit, place, record| {
            let meets = |test: &ConditionTest| facts.meets(archive, *test, unit, (place, record));
            kinds.iter().all(|(_, tests)| tests.iter().any(meets))
        })
    }

    /// The records that are covered, and the visits that have one of them.
    fn matching(facts: &FactIndex, is_covered: impl Fn(CountUnit, usize, usize) -> bool) -> Self {
        let of_unit = |unit| -> Vec<bool> {
            let places = 0..facts.visits.len();
            let records = places.flat_map(|place| facts.records_at(unit, place).map(move |it| (place, it)));
            records.map(|(place, record)| is_covered(unit, place, record)).collect()
        };
        let mut marks = CountUnit::ALL.map(of_unit);
        let [visits, parts @ ..] = &mut marks;
        for (place, visit) in visits.iter_mut().enumerate() {
            let units = [CountUnit::Person, CountUnit::Stop, CountUnit::Statement];
            let has_one = |(unit, marks): (CountUnit, &Vec<bool>)| {
                marks.get(facts.records_at(unit, place)).is_some_and(|marks| marks.contains(&true))
            };
            *visit |= units.into_iter().zip(parts.iter()).any(has_one);
        }
        Self { marks: Some(marks) }
    }

    /// The records of both selections.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        let both =
            |one: Vec<bool>, other: Vec<bool>| one.into_iter().zip(other).map(|(a, b)| a && b).collect();
        match (self.marks, other.marks) {
            (Some(marks), Some(others)) => {
                let mut others = others.into_iter();
                Self { marks: Some(marks.map(|own| both(own, others.next().unwrap_or_default()))) }
            }
            (marks, None) | (None, marks) => Self { marks },
        }
    }

    /// Whether a record is covered.
    pub(super) fn has(&self, unit: CountUnit, record: usize) -> bool {
        self.marks.as_ref().is_none_or(|marks| marks[unit as usize].get(record) == Some(&true))
    }

    /// The number of records that are covered among those of the visit at a place.
    pub(super) fn count_at(&self, facts: &FactIndex, unit: CountUnit, place: usize) -> usize {
        let records = facts.records_at(unit, place);
        if self.is_all() { records.len() } else { records.filter(|record| self.has(unit, *record)).count() }
    }
}

fn mark(marks: &mut [bool], at: usize) {
    if let Some(it) = marks.get_mut(at) {
        *it = true;
    }
}
