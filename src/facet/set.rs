//! A set of statements.

use std::sync::Arc;

use super::filter::FilteredPane;
use crate::bit_set::BitSet;

/// Returns the statements that match the text of a filter of a pane; `None` as long as they are unknown: then the filter is ignored.
pub type TextSearch<'a> = &'a dyn Fn(FilteredPane, &str) -> Option<Arc<StatementSet>>;

/// Some statements of an archive, by their positions: those of the newest visit first, in each visit in the order of
/// [`Visit::statements_in_order`](crate::model::Visit::statements_in_order).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StatementSet(BitSet);

impl StatementSet {
    /// The statements at these positions.
    pub(crate) fn new(positions: BitSet) -> Self {
        Self(positions)
    }

    /// Their positions.
    pub(super) fn positions(&self) -> &BitSet {
        &self.0
    }
}
