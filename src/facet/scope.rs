//! The visits that are browsed.

use crate::model::{Archive, Visit};

/// The visits that are browsed: all of them, or a single one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Scope {
    /// All visits.
    #[default]
    All,
    /// A single visit, as an index into the archive.
    Visit(usize),
}

impl Scope {
    /// The index of the single visit.
    pub fn visit(self) -> Option<usize> {
        match self {
            Self::All => None,
            Self::Visit(visit) => Some(visit),
        }
    }

    /// The single visit.
    pub fn visit_in(self, archive: &Archive) -> Option<&Visit> {
        archive.visits.get(self.visit()?)
    }
}
