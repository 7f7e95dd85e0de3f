//! What the rows of the panes are built from.

use crate::app::browse::sorting::Sorting;
use crate::app::data::Data;
use crate::app::layout::Pane;
use crate::facet::{Counts, Filter, Scope};

/// The data, the filters and the view, from which rows are built.
pub(in crate::app) struct RowBuilder<'a> {
    pub(in crate::app) data: &'a Data,
    pub(in crate::app) scope: Scope,
    pub(in crate::app) filters: &'a [Filter],
    pub(in crate::app) counts: &'a Counts,
    /// The pane of find in pane, and its text.
    pub(in crate::app) find_in_pane: Option<(Pane, &'a str)>,
    /// Whether rows outside the filters are shown, dimmed.
    pub(in crate::app) show_outside: bool,
    /// The sorting of each list.
    pub(in crate::app) sortings: [Sorting; 4],
}
