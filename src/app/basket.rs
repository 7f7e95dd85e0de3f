//! The basket: the statements that the user has marked, of any visit, in the user's order.

use crate::app::data::Data;
use crate::app::identity::RecordKey;
use crate::export::Naming;
use crate::model::Target;

/// The maximum number of changes that can be undone.
const MAX_UNDO: usize = 50;

/// The marked statements. A statement that is missing after a reload keeps its position, in case it comes back.
#[derive(Debug, Clone, Default)]
pub struct Basket {
    marks: Vec<RecordKey>,
    undo_stack: Vec<Change>,
    /// The name under which it is kept.
    name: Option<Naming>,
    /// The marks as they are kept on the disk.
    kept: Vec<RecordKey>,
}

/// What a change of the basket replaced.
#[derive(Debug, Clone)]
struct Change {
    marks: Vec<RecordKey>,
    /// If another basket was opened: the name of the one before, and its marks on the disk.
    kept: Option<(Option<Naming>, Vec<RecordKey>)>,
}

impl Basket {
    /// The statements that are in the data, in the order of the basket.
    pub fn targets<'a>(&'a self, data: &'a Data) -> impl Iterator<Item = Target> + 'a {
        self.marks.iter().filter_map(|mark| data.target(*mark))
    }

    /// How many statements are in the data, and how many are missing from it.
    pub fn count(&self, data: &Data) -> (usize, usize) {
        let present = self.targets(data).count();
        (present, self.marks.len() - present)
    }

    /// Whether none of the statements is in the data.
    pub fn is_empty(&self, data: &Data) -> bool {
        self.targets(data).next().is_none()
    }

    /// Whether a record is in the basket.
    pub fn contains(&self, data: &Data, target: Target) -> bool {
        data.key(target).is_some_and(|key| self.marks.contains(&key))
    }

    /// The name under which it is kept.
    pub fn name(&self) -> Option<&Naming> {
        self.name.as_ref()
    }

    /// Whether statements would be lost with the program.
    pub fn has_changed(&self) -> bool {
        self.marks != self.kept
    }

    /// The references of all statements (`visit#statement`), also of those that are missing from the data.
    pub(in crate::app) fn references(&self, data: &Data) -> Vec<String> {
        self.marks.iter().filter_map(|mark| data.reference(*mark)).collect()
    }

    /// It is kept under this name.
    pub(in crate::app) fn set_kept(&mut self, name: Naming) {
        (self.name, self.kept) = (Some(name), self.marks.clone());
    }

    /// Replaces all statements by those that are kept under a name.
    pub(in crate::app) fn open(&mut self, marks: Vec<RecordKey>, name: Naming) {
        let kept = Some((self.name.take(), std::mem::take(&mut self.kept)));
        self.change(marks, kept);
        self.set_kept(name);
    }

    fn set(&mut self, marks: Vec<RecordKey>) {
        self.change(marks, None);
    }

    fn change(&mut self, marks: Vec<RecordKey>, kept: Option<(Option<Naming>, Vec<RecordKey>)>) {
        let marks = std::mem::replace(&mut self.marks, marks);
        self.undo_stack.push(Change { marks, kept });
        let surplus = self.undo_stack.len().saturating_sub(MAX_UNDO);
        self.undo_stack.drain(..surplus);
    }

    /// Appends a statement, or removes it.
    pub(in crate::app) fn toggle(&mut self, statement: RecordKey) {
        let mut marks = self.marks.clone();
        if marks.contains(&statement) {
            marks.retain(|mark| *mark != statement);
        } else {
            marks.push(statement);
        }
        self.set(marks);
    }

    /// Swaps a statement with the next or the previous one that is in the data. Returns whether there is one.
    pub(in crate::app) fn shift(&mut self, data: &Data, statement: RecordKey, down: bool) -> bool {
        let is_present = |at: &usize| self.marks.get(*at).is_some_and(|mark| data.target(*mark).is_some());
        let index = self.marks.iter().position(|mark| *mark == statement);
        let other = index.and_then(|index| {
            if down {
                (index + 1..self.marks.len()).find(is_present)
            } else {
                (0..index).rev().find(is_present)
            }
        });
        let Some((a, b)) = index.zip(other) else { return false };
        let mut marks = self.marks.clone();
        marks.swap(a, b);
        self.set(marks);
        true
    }

    /// Removes all statements.
    pub(in crate::app) fn clear(&mut self) {
        self.set(Vec::new());
    }

    /// Undoes the last change. Returns whether there was one.
    pub(in crate::app) fn undo(&mut self) -> bool {
        let Some(change) = self.undo_stack.pop() else { return false };
        self.marks = change.marks;
        if let Some((name, kept)) = change.kept {
            (self.name, self.kept) = (name, kept);
        }
        true
    }

    /// Whether there is a change to undo.
    pub(in crate::app) fn can_undo(&self) -> bool {
        !self.undo_stack.is_empty()
    }
}
