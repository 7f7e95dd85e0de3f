//! The records that were added to files, so that they can be taken back.

use crate::edit::Saved;
use crate::entry::Kind;

/// The bytes that are kept to take additions back. The last one is kept in any case.
const MAX_BYTES: usize = 64 << 20;

/// A record that was added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::app) struct AddedRecord {
    /// Its kind.
    pub(in crate::app) kind: Kind,
    /// The id of its visit.
    pub(in crate::app) visit: String,
    /// Its id.
    pub(in crate::app) id: String,
}

#[derive(Debug)]
struct Addition {
    saved: Box<Saved>,
    /// How many changes of the filters came before it.
    filter_changes: usize,
}

/// The additions, in their order.
#[derive(Debug, Default)]
pub(in crate::app) struct Additions {
    done: Vec<Addition>,
    /// The record that is being written, or that is to be shown as soon as it is loaded.
    pub(in crate::app) awaited: Option<AddedRecord>,
    /// Whether a file is being written.
    pub(in crate::app) is_writing: bool,
}

impl Additions {
    /// Remembers an addition, made after so many changes of the filters.
    pub(in crate::app) fn push(&mut self, saved: Box<Saved>, filter_changes: usize) {
        self.done.push(Addition { saved, filter_changes });
        let bytes = |done: &[Addition]| done.iter().map(|it| it.saved.size()).sum::<usize>();
        while self.done.len() > 1 && bytes(&self.done) > MAX_BYTES {
            self.done.remove(0);
        }
    }

    /// The filters were changed to show the last addition.
    pub(in crate::app) fn set_filter_changes(&mut self, filter_changes: usize) {
        if let Some(last) = self.done.last_mut() {
            last.filter_changes = filter_changes;
        }
    }

    /// Whether the last addition came after the last of so many changes of the filters.
    pub(in crate::app) fn is_last(&self, filter_changes: usize) -> bool {
        self.done.last().is_some_and(|it| filter_changes <= it.filter_changes)
    }

    /// The last addition, to be taken back.
    pub(in crate::app) fn pop(&mut self) -> Option<Box<Saved>> {
        self.done.pop().map(|it| it.saved)
    }
}
