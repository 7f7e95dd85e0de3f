//! The basket: statements that were marked, of whichever visits, in the order of the user.

use crate::app::data::Data;
use crate::app::identity::RecordKey;
use crate::model::Target;

/// Older states of the basket are forgotten.
const REMEMBERED: usize = 50;

/// The marked statements. One that has gone from the records may come back with them, and keeps its place.
#[derive(Debug, Clone, Default)]
pub struct Basket {
    pub(in crate::app) marks: Vec<RecordKey>,
    pub(in crate::app) before: Vec<Vec<RecordKey>>,
}

impl Basket {
    /// The statements, in their order, as far as they are there.
    pub fn targets<'a>(&'a self, data: &'a Data) -> impl Iterator<Item = Target> + 'a {
        self.marks.iter().filter_map(|mark| data.target(*mark))
    }

    /// How many there are, and how many more have gone from the records.
    pub fn count(&self, data: &Data) -> (usize, usize) {
        let there = self.targets(data).count();
        (there, self.marks.len() - there)
    }

    /// Whether no statement is there.
    pub fn is_empty(&self, data: &Data) -> bool {
        self.targets(data).next().is_none()
    }

    /// Whether a record is in it.
    pub fn has(&self, data: &Data, target: Target) -> bool {
        data.key(target).is_some_and(|key| self.marks.contains(&key))
    }

    pub(in crate::app) fn change(&mut self, marks: Vec<RecordKey>) {
        self.before.push(std::mem::replace(&mut self.marks, marks));
        let surplus = self.before.len().saturating_sub(REMEMBERED);
        self.before.drain(..surplus);
    }

    /// Puts a statement in as the last, or takes it out.
    pub(in crate::app) fn toggle(&mut self, statement: RecordKey) {
        let mut marks = self.marks.clone();
        if marks.contains(&statement) {
            marks.retain(|mark| *mark != statement);
        } else {
            marks.push(statement);
        }
        self.change(marks);
    }

    /// Exchanges a statement with the one before or after it that is there; says whether there is one.
    pub(in crate::app) fn shift(&mut self, data: &Data, statement: RecordKey, down: bool) -> bool {
        let there = |at: &usize| self.marks.get(*at).is_some_and(|mark| data.target(*mark).is_some());
        let place = self.marks.iter().position(|mark| *mark == statement);
        let other = place.and_then(|place| {
            if down { (place + 1..self.marks.len()).find(there) } else { (0..place).rev().find(there) }
        });
        let Some((a, b)) = place.zip(other) else { return false };
        let mut marks = self.marks.clone();
        marks.swap(a, b);
        self.change(marks);
        true
    }

    /// Whether it was changed.
    pub(in crate::app) fn can_undo(&self) -> bool {
        !self.before.is_empty()
    }
}
