//! Search requests: the query, the scope and the depth.

use super::query::Query;
use crate::model::{RecordKind, Target};

/// A search: the query, the records to search, and the number of results.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SearchRequest {
    /// What to look for.
    pub query: Query,
    /// Which records to search.
    pub filter: SearchFilter,
    /// The maximum number of results of each kind of record. Totals count all of them.
    pub limit: usize,
}

/// Which records are searched.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SearchFilter {
    /// The part of the archive.
    pub scope: ScopeFilter,
    /// The kinds of records; all kinds if empty.
    pub kinds: Vec<RecordKind>,
}

/// The part of the archive that is searched.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ScopeFilter {
    /// The whole archive.
    #[default]
    All,
    /// One visit, as an index into the archive.
    Visit(usize),
    /// One stop: the stop itself and the statements made there.
    Stop(Target),
}

/// How many of the matching records are scored. Totals are exact either way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// The newest few thousand: fast enough for the next frame.
    Quick,
    /// All of them.
    Exact,
}
