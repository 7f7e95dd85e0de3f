//! The path from the start to the current page.

use super::listing::Listing;
use crate::model::Target;
use crate::search::Query;

/// A page of the plain mode.
#[derive(Debug)]
pub(super) enum PlainPage {
    /// All visits.
    Start,
    /// A record.
    Record(Target),
    /// The results of a search.
    Search(SearchPage),
    /// The list of problems in the data.
    Problems,
    /// One of those problems, by index.
    Problem(usize),
}

/// A search with results.
#[derive(Debug)]
pub(super) struct SearchPage {
    pub(super) text: String,
    pub(super) query: Query,
    /// The words of the query that were ignored, joined.
    pub(super) left_out: String,
}

/// A page on the path, with its list.
#[derive(Debug)]
pub(super) struct PathEntry {
    pub(super) page: PlainPage,
    pub(super) list: Listing,
    /// The list item that was opened last from this page.
    pub(super) at: Option<usize>,
}

impl PlainPage {
    pub(super) fn record(&self) -> Option<Target> {
        match self {
            Self::Record(target) => Some(*target),
            _ => None,
        }
    }
}

impl PathEntry {
    pub(super) fn new(page: PlainPage, list: Listing) -> Self {
        Self { page, list, at: None }
    }
}
