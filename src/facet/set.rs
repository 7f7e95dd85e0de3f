//! A set of statements.

use std::sync::Arc;

use super::filter::FilteredPane;
use crate::bit_set::BitSet;

/// Returns the statements that match the text of a filter of a pane; `None` as long as they are unknown: then the filter is ignored.
pub type TextSearch<'a> = &'a dyn Fn(FilteredPane, &str) -> Option<Arc<StatementSet>>;

/// Some statements of an archive, by their numbers: those of the newest visit first, in each visit as written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StatementSet(BitSet);

impl StatementSet {
    /// The statements with these numbers.
    pub(crate) fn new(numbers: BitSet) -> Self {
        Self(numbers)
    }

    /// Their numbers.
    pub(super) fn numbers(&self) -> &BitSet {
        &self.0
    }
}
