//! The records that were added to files, so that they can be taken back, and added again.

use std::path::Path;
use std::sync::Arc;

use crate::edit::{SaveError, Saved};
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
    record: AddedRecord,
    saved: Arc<Saved>,
    /// How many changes of the filters came before it, or before it was taken back.
    filter_changes: usize,
}

/// The additions, in their order.
#[derive(Debug, Default)]
pub(in crate::app) struct Additions {
    done: Vec<Addition>,
    /// Those that were taken back, the last one at the end.
    undone: Vec<Addition>,
    /// The record that is being written, or that is to be shown as soon as it is loaded.
    pub(in crate::app) awaited: Option<AddedRecord>,
    /// Whether a file is being written.
    pub(in crate::app) is_writing: bool,
}

impl Additions {
    /// Remembers that the awaited record was added, after so many changes of the filters.
    pub(in crate::app) fn push(&mut self, saved: Box<Saved>, filter_changes: usize) {
        let Some(record) = self.awaited.clone() else { return };
        self.done.push(Addition { record, saved: saved.into(), filter_changes });
        self.undone.clear();
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

    /// The addition to be taken back, if it came after the last of so many changes of the filters.
    pub(in crate::app) fn to_undo(&self, filter_changes: usize) -> Option<Arc<Saved>> {
        let last = self.done.last().filter(|it| filter_changes <= it.filter_changes);
        last.map(|it| Arc::clone(&it.saved))
    }

    /// The addition to be made again, if no filter has changed since it was taken back.
    pub(in crate::app) fn to_redo(&self, filter_changes: usize) -> Option<Arc<Saved>> {
        let last = self.undone.last().filter(|it| filter_changes == it.filter_changes);
        last.map(|it| Arc::clone(&it.saved))
    }

    /// The last addition was taken back, after so many changes of the filters.
    pub(in crate::app) fn set_undone(&mut self, filter_changes: usize) {
        let last = self.done.pop();
        self.undone.extend(last.map(|it| Addition { filter_changes, ..it }));
    }

    /// The addition that was taken back last was made again, and is to be shown.
    pub(in crate::app) fn set_redone(&mut self) {
        let last = self.undone.pop();
        self.awaited = last.as_ref().map(|it| it.record.clone());
        self.done.extend(last);
    }

    /// An addition to this file could not be taken back or made again. If the file has changed since, it never can be, nor can
    /// those before it.
    pub(in crate::app) fn give_up(&mut self, path: &Path, error: &SaveError) {
        if matches!(error, SaveError::Changed) {
            self.done.retain(|it| it.saved.path() != path);
            self.undone.retain(|it| it.saved.path() != path);
        }
    }
}
