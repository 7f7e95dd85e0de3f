//! What all views share: the records, their facts, and the part that is covered.

use super::condition::Condition;
use super::index::FactIndex;
use super::query::CountUnit;
use super::selection::Selection;
use crate::lang::Lang;
use crate::model::{Archive, Target, Visit};

/// A part of an archive, to be counted.
#[derive(Debug, Clone, Copy)]
pub struct View<'a> {
    /// The records.
    pub archive: &'a Archive,
    /// Their facts.
    pub facts: &'a FactIndex,
    /// The part that is covered.
    pub selection: &'a Selection,
    /// The language of labels.
    pub lang: Lang,
}

impl<'a> View<'a> {
    /// The covered visits with their places in the index, newest first.
    pub(super) fn visits(&self) -> impl Iterator<Item = (usize, usize, &'a Visit)> {
        let Self { archive, facts, selection, .. } = *self;
        let all = facts.visits.iter().enumerate();
        let covered = all.filter(move |(place, _)| selection.has(CountUnit::Visit, *place));
        covered.filter_map(move |(place, at)| Some((place, *at, archive.visits.get(*at)?)))
    }

    /// The visits with a covered record that a condition is about and that meets it, newest first.
    pub fn visits_meeting(&self, condition: &Condition) -> Vec<usize> {
        let (facts, unit) = (self.facts, condition.unit().unwrap_or(CountUnit::Visit));
        let tests = facts.tests_of([condition]);
        let meets = |place: usize, record: usize| {
            self.selection.has(unit, record) && facts.meets(self.archive, &tests, unit, (place, record))
        };
        let has_one = |place: usize| facts.records_at(unit, place).any(|record| meets(place, record));
        self.visits().filter(|(place, ..)| has_one(*place)).map(|(_, at, _)| at).collect()
    }

    /// Whether a stop or a statement of a visit is covered.
    pub(super) fn has(&self, unit: CountUnit, target: Target) -> bool {
        self.selection.has(unit, self.facts.records_of(unit, target.visit).start + target.item)
    }
}
