//! The active filters, and the history of their changes.

use crate::app::browse::Browser;
use crate::app::browse::fact_filters::facts_against;
use crate::app::browse::rows::row_matches;
use crate::app::data::Data;
use crate::app::layout::Pane;
use crate::facet::{Filter, Scope};
use crate::model::Target;
use crate::search::Query;

/// The active filters, in the order in which they were added, with undo and redo.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filters {
    active: Vec<Filter>,
    undo_stack: Vec<Vec<Filter>>,
    redo_stack: Vec<Vec<Filter>>,
}

impl Filters {
    /// The active filters.
    pub fn active(&self) -> &[Filter] {
        &self.active
    }

    /// Replaces the filters. The change can be undone.
    pub(in crate::app) fn set(&mut self, active: Vec<Filter>) {
        if active != self.active {
            self.undo_stack.push(std::mem::replace(&mut self.active, active));
            self.redo_stack.clear();
        }
    }

    /// Removes a filter, or puts it in place of the others of its kind. Returns whether it is active now.
    pub(in crate::app) fn toggle(&mut self, filter: Filter) -> bool {
        if self.active.contains(&filter) {
            self.remove(|other| *other == filter);
            return false;
        }
        let kind = filter.kind();
        let index = self.active.iter().position(|other| other.kind() == kind);
        let mut active: Vec<Filter> =
            self.active.iter().filter(|other| other.kind() != kind).cloned().collect();
        active.insert(index.unwrap_or(active.len()).min(active.len()), filter);
        self.set(active);
        true
    }

    /// Removes a filter, or adds it to the others, also to those of its kind.
    pub(in crate::app) fn toggle_additional(&mut self, filter: Filter) {
        if self.active.contains(&filter) {
            self.remove(|other| *other == filter);
        } else {
            self.add(filter);
        }
    }

    /// Adds a filter, unless it is active.
    pub(in crate::app) fn add(&mut self, filter: Filter) {
        if !self.active.contains(&filter) {
            self.set(self.active.iter().cloned().chain([filter]).collect());
        }
    }

    /// Replaces the filters by those of a restored place. This cannot be undone.
    pub(in crate::app) fn restore(&mut self, active: Vec<Filter>) {
        self.active = active;
    }

    /// Removes the filters for which `matches` is true, and returns them.
    pub(in crate::app) fn remove(&mut self, matches: impl Fn(&Filter) -> bool) -> Vec<Filter> {
        let (removed, kept): (Vec<Filter>, Vec<Filter>) = self.active.iter().cloned().partition(matches);
        self.set(kept);
        removed
    }

    /// Removes the filter at an index.
    pub(in crate::app) fn remove_at(&mut self, index: usize) {
        if index < self.active.len() {
            let mut active = self.active.clone();
            active.remove(index);
            self.set(active);
        }
    }

    /// Undoes the last change. Returns whether there was one.
    pub(in crate::app) fn undo(&mut self) -> bool {
        // A restored place may have the same filters as the last state.
        while let Some(active) = self.undo_stack.pop() {
            if active != self.active {
                self.redo_stack.push(std::mem::replace(&mut self.active, active));
                return true;
            }
        }
        false
    }

    /// How many changes can be undone.
    pub(in crate::app) fn changes(&self) -> usize {
        self.undo_stack.len()
    }

    /// Whether there is a change to undo.
    pub(in crate::app) fn can_undo(&self) -> bool {
        self.undo_stack.iter().any(|active| *active != self.active)
    }

    /// Whether there is a change to redo.
    pub(in crate::app) fn can_redo(&self) -> bool {
        !self.redo_stack.is_empty()
    }

    /// Redoes the change that was undone last. Returns whether there was one.
    pub(in crate::app) fn redo(&mut self) -> bool {
        let Some(active) = self.redo_stack.pop() else { return false };
        self.undo_stack.push(std::mem::replace(&mut self.active, active));
        true
    }
}

impl Browser {
    /// The active filters that keep a record out of the list of a pane.
    pub(in crate::app) fn hiding_filters(&self, data: &Data, pane: Pane, target: Target) -> Vec<Filter> {
        let filters = self.filters.active();
        if pane == Pane::Statements {
            let texts = self.text_search(data);
            return data.facets.hiding_filters(&data.archive, target, filters, &texts);
        }
        let is_visit = pane == Pane::Visits;
        let facts = if is_visit { facts_against(data, filters, target.visit) } else { Vec::new() };
        let hides = |filter: &&Filter| match filter {
            Filter::Fact(_) => facts.contains(filter),
            Filter::Text(of, text) if Some(*of) == pane.filtered_pane() => {
                !Query::parse(text).is_ok_and(|query| row_matches(&data.archive, target, &query))
            }
            _ => false,
        };
        filters.iter().filter(hides).cloned().collect()
    }
}

/// Translates filters to another scope. Returns the filters there, and those that have no meaning there.
pub(in crate::app) fn translate(data: &Data, filters: &[Filter], scope: Scope) -> (Vec<Filter>, Vec<Filter>) {
    let mut translated: Vec<Filter> = Vec::new();
    let mut dropped = Vec::new();
    for filter in filters {
        let there = data.facets.translate(&data.archive, scope, filter);
        if there.is_empty() {
            dropped.push(filter.clone());
        }
        translated.extend(there);
    }
    (unique(translated), dropped)
}

/// The items without duplicates, in the order of their first occurrence.
pub(in crate::app) fn unique<T: PartialEq>(items: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut unique = Vec::new();
    for item in items {
        if !unique.contains(&item) {
            unique.push(item);
        }
    }
    unique
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Side, StatementType};
    use proptest::prelude::*;

    fn filter() -> impl Strategy<Value = Filter> {
        prop::sample::select(vec![
            Filter::Type(StatementType::Quote),
            Filter::Type(StatementType::Paraphrase),
            Filter::Side(Side::Host),
            Filter::Stop(None),
            Filter::Person(None),
        ])
    }

    #[test]
    fn one_of_a_kind_unless_it_is_added() {
        let mut filters = Filters::default();
        assert!(filters.toggle(Filter::Type(StatementType::Quote)));
        filters.toggle(Filter::Side(Side::Host));
        filters.toggle(Filter::Type(StatementType::Paraphrase));
        assert_eq!(filters.active(), [Filter::Type(StatementType::Paraphrase), Filter::Side(Side::Host)]);
        filters.toggle_additional(Filter::Type(StatementType::Quote));
        assert_eq!(filters.active().len(), 3);
        assert!(!filters.toggle(Filter::Side(Side::Host)));
        assert_eq!(filters.active().len(), 2);
    }

    proptest! {
        #[test]
        fn undo_inverts_and_redo_inverts_that(steps in prop::collection::vec((0u8..4, filter(), 0usize..4), 1..20)) {
            let mut filters = Filters::default();
            let mut states = vec![Vec::new()];
            for (step, filter, index) in steps {
                match step {
                    0 => drop(filters.toggle(filter)),
                    1 => filters.toggle_additional(filter),
                    2 => filters.remove_at(index),
                    _ => drop(filters.remove(|_| true)),
                }
                if states.last().map(Vec::as_slice) != Some(filters.active()) {
                    states.push(filters.active().to_vec());
                }
            }
            for state in states.iter().rev().skip(1) {
                prop_assert!(filters.undo());
                prop_assert_eq!(filters.active(), state.as_slice());
            }
            prop_assert!(!filters.undo());
            for state in states.iter().skip(1) {
                prop_assert!(filters.redo());
                prop_assert_eq!(filters.active(), state.as_slice());
            }
            prop_assert!(!filters.redo());
        }
    }
}
