//! The part of an archive that a view covers.

use std::ops::Range;

use super::condition::Condition;
use super::fact::{ValueKey, index};
use super::index::{FactIndex, NO_STOP};
use super::query::{CountBy, CountUnit};
use crate::model::{Archive, Days, Target};

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
    pub fn of_statements(facts: &FactIndex, statements: impl Iterator<Item = Target>) -> Self {
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

    /// The records that meet all conditions, what belongs to them, and what they belong to. If conditions are about statements, that
    /// is the same as [`Self::of_statements`] of those that meet them.
    pub fn meeting(facts: &FactIndex, archive: &Archive, conditions: &[Condition]) -> Self {
        if conditions.is_empty() {
            return Self::all();
        }
        let tests = facts.tests_of(conditions);
        let unit = tests.unit();
        let mut marks = CountUnit::ALL.map(|of| {
            let meets = |place, record| of >= unit && facts.meets(archive, &tests, of, (place, record));
            Self::marked(facts, of, meets)
        });
        let mut spoken_in = vec![usize::MAX; facts.facts[CountBy::Person].len()];
        for place in 0..facts.visits.len() {
            Self::mark_around(facts, place, &mut marks, &mut spoken_in);
            if unit != CountUnit::Statement {
                Self::mark_with_stops(facts, place, &mut marks, unit);
            }
        }
        Self { marks: Some(marks) }
    }

    /// Marks the visit of marked stops or people; with a visit all people, if no stops are asked for, or else those who attended one.
    fn mark_with_stops(facts: &FactIndex, place: usize, marks: &mut [Vec<bool>; 4], unit: CountUnit) {
        let [visits, people, stops, _] = marks;
        let stops_here = facts.records_at(CountUnit::Stop, place);
        let people_here = facts.records_at(CountUnit::Person, place);
        let has_one =
            |marks: &[bool], here: Range<usize>| marks.get(here).is_some_and(|marks| marks.contains(&true));
        if has_one(stops, stops_here.clone())
            || (unit == CountUnit::Person && has_one(people, people_here.clone()))
        {
            mark(visits, place);
        }
        if unit == CountUnit::Visit {
            if let Some(people) = people.get_mut(people_here).filter(|_| visits.get(place) == Some(&true)) {
                people.fill(true);
            }
            return;
        }
        let places_of = |unit, record| facts.values((unit, CountBy::Stop), (place, record));
        let there = stops_here.filter(|stop| stops.get(*stop) == Some(&true));
        let there: Vec<u32> = there.flat_map(|stop| places_of(CountUnit::Stop, stop)).copied().collect();
        for person in people_here {
            if places_of(CountUnit::Person, person).iter().any(|place| there.contains(place)) {
                mark(people, person);
            }
        }
    }

    /// The records that have one of some values of a fact, unless none are given: their own, or those of their visit; and may be
    /// within some days. With them the visits that they belong to.
    pub fn having(
        facts: &FactIndex,
        archive: &Archive,
        (by, keys): (CountBy, &[ValueKey]),
        days: Option<Days>,
    ) -> Self {
        if keys.is_empty() && days.is_none() {
            return Self::all();
        }
        let values: Vec<u32> = keys.iter().filter_map(|key| facts.facts[by].find(key)).collect();
        let has_value = |unit, at| {
            keys.is_empty() || facts.values((unit, by), at).iter().any(|value| values.contains(value))
        };
        let is_within = |unit, at| days.is_none_or(|days| facts.overlaps(archive, days, unit, at));
        let mut marks = CountUnit::ALL.map(|unit| {
            let is_covered = |place, record| {
                let at = (place, record);
                has_value(unit, at) && is_within(unit, at)
            };
            Self::marked(facts, unit, is_covered)
        });
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

    /// For each record of a kind whether it is covered, by the place of its visit and its number.
    fn marked(facts: &FactIndex, unit: CountUnit, is_covered: impl Fn(usize, usize) -> bool) -> Vec<bool> {
        let places = 0..facts.visits.len();
        let records = places.flat_map(|place| facts.records_at(unit, place).map(move |it| (place, it)));
        records.map(|(place, record)| is_covered(place, record)).collect()
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
