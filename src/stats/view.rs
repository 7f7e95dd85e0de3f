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

    /// The covered visits that meet a condition, or have a statement that does, newest first.
    pub fn visits_meeting(&self, condition: &Condition) -> Vec<usize> {
        let test = self.facts.test_of(condition);
        let visits = self.visits().map(|(_, at, _)| at);
        visits.filter(|at| self.facts.visit_meets(self.archive, test, *at)).collect()
    }

    /// Whether a stop or a statement of a visit is covered.
    pub(super) fn has(&self, unit: CountUnit, target: Target) -> bool {
        self.selection.has(unit, self.facts.records_of(unit, target.visit).start + target.item)
    }
}
