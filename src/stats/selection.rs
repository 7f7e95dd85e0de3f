//! The part of an archive that a view covers.

use std::ops::Range;

use super::condition::Condition;
use super::fact::{ValueKey, index, number};
use super::index::{FactIndex, NO_STOP};
use super::query::{CountBy, CountUnit};
use crate::bit_set::BitSet;
use crate::model::{Archive, Days, Target};

/// The covered records of each kind.
type Marks = [BitSet; CountUnit::ALL.len()];

/// The visits, people, stops and statements that a view covers.
#[derive(Debug, Clone, Default)]
pub struct Selection {
    /// For each kind the records that are covered; none for all.
    marks: Option<Marks>,
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

    fn nothing(facts: &FactIndex) -> Marks {
        CountUnit::ALL.map(|unit| BitSet::new(facts.len(unit)))
    }

    /// Some visits with all their records.
    pub fn of_visits(facts: &FactIndex, visits: &[usize]) -> Self {
        let mut marks = Self::nothing(facts);
        for (unit, marks) in CountUnit::ALL.into_iter().zip(&mut marks) {
            for visit in visits {
                marks.insert_range(numbers(facts.records_of(unit, *visit)));
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
            of_statements.insert(number(record));
        }
        let mut spoken_in = vec![usize::MAX; facts.facts[CountBy::Person].len()];
        for place in 0..facts.visits.len() {
            Self::mark_around(facts, place, &mut marks, &mut spoken_in);
        }
        Self { marks: Some(marks) }
    }

    /// Marks what belongs to the marked statements of a visit. `spoken_in`: the last visit in which each person spoke.
    fn mark_around(facts: &FactIndex, place: usize, marks: &mut Marks, spoken_in: &mut [usize]) {
        let [visits, people, stops, statements] = marks;
        for record in statements.iter_in(numbers(facts.records_at(CountUnit::Statement, place))).map(index) {
            visits.insert(number(place));
            let stop = facts.stops_of_statements.get(record).filter(|stop| **stop != NO_STOP);
            if let Some(stop) = stop {
                stops.insert(*stop);
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
                people.insert(number(record));
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
            if of >= unit { facts.records_meeting(archive, &tests, of) } else { BitSet::new(facts.len(of)) }
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
    fn mark_with_stops(facts: &FactIndex, place: usize, marks: &mut Marks, unit: CountUnit) {
        let [visits, people, stops, _] = marks;
        let stops_here = numbers(facts.records_at(CountUnit::Stop, place));
        let people_here = facts.records_at(CountUnit::Person, place);
        if stops.count_in(stops_here.clone()) > 0
            || (unit == CountUnit::Person && people.count_in(numbers(people_here.clone())) > 0)
        {
            visits.insert(number(place));
        }
        if unit == CountUnit::Visit {
            if visits.contains(number(place)) {
                people.insert_range(numbers(people_here));
            }
            return;
        }
        let places_of = |unit, record| facts.values((unit, CountBy::Stop), (place, record));
        let there = stops.iter_in(stops_here).map(index);
        let there: Vec<u32> = there.flat_map(|stop| places_of(CountUnit::Stop, stop)).copied().collect();
        for person in people_here {
            if places_of(CountUnit::Person, person).iter().any(|place| there.contains(place)) {
                people.insert(number(person));
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
        for place in 0..facts.visits.len() {
            let units = [CountUnit::Person, CountUnit::Stop, CountUnit::Statement];
            let has_one = |(unit, marks): (CountUnit, &BitSet)| {
                marks.count_in(numbers(facts.records_at(unit, place))) > 0
            };
            if units.into_iter().zip(parts.iter()).any(has_one) {
                visits.insert(number(place));
            }
        }
        Self { marks: Some(marks) }
    }

    /// The records of a kind that are covered; `is_covered` gets the place of the visit and the number of a record.
    fn marked(facts: &FactIndex, unit: CountUnit, is_covered: impl Fn(usize, usize) -> bool) -> BitSet {
        let mut marks = BitSet::new(facts.len(unit));
        for place in 0..facts.visits.len() {
            let covered = facts.records_at(unit, place).filter(|record| is_covered(place, *record));
            covered.for_each(|record| marks.insert(number(record)));
        }
        marks
    }

    /// The records of both selections.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self.marks, other.marks) {
            (Some(mut marks), Some(others)) => {
                marks.iter_mut().zip(&others).for_each(|(own, other)| own.intersect_with(other));
                Self { marks: Some(marks) }
            }
            (marks, None) | (None, marks) => Self { marks },
        }
    }

    /// Whether a record is covered.
    pub(super) fn has(&self, unit: CountUnit, record: usize) -> bool {
        self.marks.as_ref().is_none_or(|marks| marks[unit as usize].contains(number(record)))
    }

    /// The covered ones among records of a kind that follow one another.
    pub(super) fn covered(&self, unit: CountUnit, records: Range<usize>) -> impl Iterator<Item = usize> {
        let (all, marked) = match &self.marks {
            None => (Some(records), None),
            Some(marks) => (None, Some(marks[unit as usize].iter_in(numbers(records)).map(index))),
        };
        all.into_iter().flatten().chain(marked.into_iter().flatten())
    }

    /// How many of some records of a kind that follow one another are covered.
    pub(super) fn count(&self, unit: CountUnit, records: Range<usize>) -> usize {
        match &self.marks {
            None => records.len(),
            Some(marks) => marks[unit as usize].count_in(numbers(records)),
        }
    }
}

fn numbers(records: Range<usize>) -> Range<u32> {
    number(records.start)..number(records.end)
}
