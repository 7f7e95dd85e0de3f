//! What is counted of the whole archive only once, since every view without filters shows it.

use std::sync::OnceLock;

use crate::lang::Lang;
use crate::stats::{Overview, Totals, View};

/// Counts of the whole archive, each from the first time on that it is asked for.
#[derive(Debug, Default)]
pub struct WholeCounts {
    totals: OnceLock<Totals>,
    /// For each language how many values are listed of each fact, and the overview.
    overviews: [OnceLock<(usize, Overview)>; Lang::ALL.len()],
}

impl WholeCounts {
    /// The numbers of records in a view.
    pub fn totals(&self, view: &View<'_>) -> Totals {
        if view.selection.is_all() { *self.totals.get_or_init(|| view.totals()) } else { view.totals() }
    }

    /// The overview of a view; of each fact the `most` most frequent values.
    pub fn overview(&self, view: &View<'_>, most: usize) -> Overview {
        let kept = self.overviews.get(view.lang as usize).filter(|_| view.selection.is_all());
        let kept = kept.map(|kept| kept.get_or_init(|| (most, view.overview(most))));
        match kept {
            Some((rows, overview)) if *rows == most => overview.clone(),
            _ => view.overview(most),
        }
    }
}
