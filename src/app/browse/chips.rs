//! The chosen chips, with the way back and forth through their changes.

use crate::facet::Chip;

/// The chips in the order in which they were chosen, and their history.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Chips {
    chosen: Vec<Chip>,
    before: Vec<Vec<Chip>>,
    after: Vec<Vec<Chip>>,
}

impl Chips {
    /// The chips.
    pub fn chosen(&self) -> &[Chip] {
        &self.chosen
    }

    /// Puts other chips in their place. The change can be undone.
    pub(in crate::app) fn change(&mut self, chosen: Vec<Chip>) {
        if chosen != self.chosen {
            self.before.push(std::mem::replace(&mut self.chosen, chosen));
            self.after.clear();
        }
    }

    /// Takes a chip off, or puts it in the place of the others of its kind; says whether it is chosen now.
    pub(in crate::app) fn toggle(&mut self, chip: Chip) -> bool {
        if self.chosen.contains(&chip) {
            self.remove(|other| *other == chip);
            return false;
        }
        let kind = chip.kind();
        let place = self.chosen.iter().position(|other| other.kind() == kind);
        let mut chosen: Vec<Chip> =
            self.chosen.iter().filter(|other| other.kind() != kind).cloned().collect();
        chosen.insert(place.unwrap_or(chosen.len()).min(chosen.len()), chip);
        self.change(chosen);
        true
    }

    /// Takes a chip off, or puts it beside the others of its kind.
    pub(in crate::app) fn add(&mut self, chip: Chip) {
        if self.chosen.contains(&chip) {
            self.remove(|other| *other == chip);
        } else {
            self.insert(chip);
        }
    }

    /// Puts a chip beside the others, unless it is there.
    pub(in crate::app) fn insert(&mut self, chip: Chip) {
        if !self.chosen.contains(&chip) {
            self.change(self.chosen.iter().cloned().chain([chip]).collect());
        }
    }

    /// Puts other chips in their place as a place is taken up again: that is no change to be undone.
    pub(in crate::app) fn take_up(&mut self, chosen: Vec<Chip>) {
        self.chosen = chosen;
    }

    /// Takes off the chips that are meant; says which.
    pub(in crate::app) fn remove(&mut self, meant: impl Fn(&Chip) -> bool) -> Vec<Chip> {
        let (off, kept): (Vec<Chip>, Vec<Chip>) = self.chosen.iter().cloned().partition(meant);
        self.change(kept);
        off
    }

    /// Takes off the chip in a place, counted from 0.
    pub(in crate::app) fn remove_at(&mut self, place: usize) {
        if place < self.chosen.len() {
            let mut chosen = self.chosen.clone();
            chosen.remove(place);
            self.change(chosen);
        }
    }

    /// Back to the chips before the last change; says whether there were any.
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

    fn chip() -> impl Strategy<Value = Chip> {
        prop::sample::select(vec![
            Chip::Type(StatementType::Quote),
            Chip::Type(StatementType::Paraphrase),
            Chip::Side(Side::Host),
            Chip::Stop(None),
            Chip::Person(None),
        ])
    }

    #[test]
    fn one_of_a_kind_unless_it_is_added() {
        let mut chips = Chips::default();
        assert!(chips.toggle(Chip::Type(StatementType::Quote)));
        chips.toggle(Chip::Side(Side::Host));
        chips.toggle(Chip::Type(StatementType::Paraphrase));
        assert_eq!(chips.chosen(), [Chip::Type(StatementType::Paraphrase), Chip::Side(Side::Host)]);
        chips.add(Chip::Type(StatementType::Quote));
        assert_eq!(chips.chosen().len(), 3);
        assert!(!chips.toggle(Chip::Side(Side::Host)));
        assert_eq!(chips.chosen().len(), 2);
    }

    proptest! {
        #[test]
        fn undo_inverts_and_redo_inverts_that(steps in prop::collection::vec((0u8..4, chip(), 0usize..4), 1..20)) {
            let mut chips = Chips::default();
            let mut states = vec![Vec::new()];
            for (step, chip, place) in steps {
                match step {
                    0 => drop(chips.toggle(chip)),
                    1 => chips.add(chip),
                    2 => chips.remove_at(place),
                    _ => drop(chips.remove(|_| true)),
                }
                if states.last().map(Vec::as_slice) != Some(chips.chosen()) {
                    states.push(chips.chosen().to_vec());
                }
            }
            for state in states.iter().rev().skip(1) {
                prop_assert!(chips.undo());
                prop_assert_eq!(chips.chosen(), state.as_slice());
            }
            prop_assert!(!chips.undo());
            for state in states.iter().skip(1) {
                prop_assert!(chips.redo());
                prop_assert_eq!(chips.chosen(), state.as_slice());
            }
            prop_assert!(!chips.redo());
        }
    }
}
