//! The chosen filters, with the way back and forth through their changes.

use crate::facet::Filter;

/// The filters in the order in which they were chosen, and their history.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filters {
    chosen: Vec<Filter>,
    before: Vec<Vec<Filter>>,
    after: Vec<Vec<Filter>>,
}

impl Filters {
    /// The filters.
    pub fn chosen(&self) -> &[Filter] {
        &self.chosen
    }

    /// Puts other filters in their place. The change can be undone.
    pub(in crate::app) fn change(&mut self, chosen: Vec<Filter>) {
        if chosen != self.chosen {
            self.before.push(std::mem::replace(&mut self.chosen, chosen));
            self.after.clear();
        }
    }

    /// Takes a filter off, or puts it in the place of the others of its kind; says whether it is chosen now.
    pub(in crate::app) fn toggle(&mut self, filter: Filter) -> bool {
        if self.chosen.contains(&filter) {
            self.remove(|other| *other == filter);
            return false;
        }
        let kind = filter.kind();
        let place = self.chosen.iter().position(|other| other.kind() == kind);
        let mut chosen: Vec<Filter> =
            self.chosen.iter().filter(|other| other.kind() != kind).cloned().collect();
        chosen.insert(place.unwrap_or(chosen.len()).min(chosen.len()), filter);
        self.change(chosen);
        true
    }

    /// Takes a filter off, or puts it beside the others of its kind.
    pub(in crate::app) fn add(&mut self, filter: Filter) {
        if self.chosen.contains(&filter) {
            self.remove(|other| *other == filter);
        } else {
            self.insert(filter);
        }
    }

    /// Puts a filter beside the others, unless it is there.
    pub(in crate::app) fn insert(&mut self, filter: Filter) {
        if !self.chosen.contains(&filter) {
            self.change(self.chosen.iter().cloned().chain([filter]).collect());
        }
    }

    /// Puts other filters in their place as a place is taken up again: that is no change to be undone.
    pub(in crate::app) fn take_up(&mut self, chosen: Vec<Filter>) {
        self.chosen = chosen;
    }

    /// Takes off the filters that are meant; says which.
    pub(in crate::app) fn remove(&mut self, meant: impl Fn(&Filter) -> bool) -> Vec<Filter> {
        let (off, kept): (Vec<Filter>, Vec<Filter>) = self.chosen.iter().cloned().partition(meant);
        self.change(kept);
        off
    }

    /// Takes off the filter in a place, counted from 0.
    pub(in crate::app) fn remove_at(&mut self, place: usize) {
        if place < self.chosen.len() {
            let mut chosen = self.chosen.clone();
            chosen.remove(place);
            self.change(chosen);
        }
    }

    /// Back to the filters before the last change; says whether there were any.
    pub(in crate::app) fn undo(&mut self) -> bool {
        // What was taken up with a place may be the very state before.
        while let Some(chosen) = self.before.pop() {
            if chosen != self.chosen {
                self.after.push(std::mem::replace(&mut self.chosen, chosen));
                return true;
            }
        }
        false
    }

    /// Whether there is a change to be undone.
    pub(in crate::app) fn can_undo(&self) -> bool {
        self.before.iter().any(|chosen| *chosen != self.chosen)
    }

    /// Whether one was undone.
    pub(in crate::app) fn can_redo(&self) -> bool {
        !self.after.is_empty()
    }

    /// Forth again.
    pub(in crate::app) fn redo(&mut self) -> bool {
        let Some(chosen) = self.after.pop() else { return false };
        self.before.push(std::mem::replace(&mut self.chosen, chosen));
        true
    }
}

/// Each thing once, in the order in which it comes first.
pub(in crate::app) fn each_once<T: PartialEq>(things: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut different = Vec::new();
    for thing in things {
        if !different.contains(&thing) {
            different.push(thing);
        }
    }
    different
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
        assert_eq!(filters.chosen(), [Filter::Type(StatementType::Paraphrase), Filter::Side(Side::Host)]);
        filters.add(Filter::Type(StatementType::Quote));
        assert_eq!(filters.chosen().len(), 3);
        assert!(!filters.toggle(Filter::Side(Side::Host)));
        assert_eq!(filters.chosen().len(), 2);
    }

    proptest! {
        #[test]
        fn undo_inverts_and_redo_inverts_that(steps in prop::collection::vec((0u8..4, filter(), 0usize..4), 1..20)) {
            let mut filters = Filters::default();
            let mut states = vec![Vec::new()];
            for (step, filter, place) in steps {
                match step {
                    0 => drop(filters.toggle(filter)),
                    1 => filters.add(filter),
                    2 => filters.remove_at(place),
                    _ => drop(filters.remove(|_| true)),
                }
                if states.last().map(Vec::as_slice) != Some(filters.chosen()) {
                    states.push(filters.chosen().to_vec());
                }
            }
            for state in states.iter().rev().skip(1) {
                prop_assert!(filters.undo());
                prop_assert_eq!(filters.chosen(), state.as_slice());
            }
            prop_assert!(!filters.undo());
            for state in states.iter().skip(1) {
                prop_assert!(filters.redo());
                prop_assert_eq!(filters.chosen(), state.as_slice());
            }
            prop_assert!(!filters.redo());
        }
    }
}
