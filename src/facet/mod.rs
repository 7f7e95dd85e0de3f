//! Which statements remain when some facts are chosen, and how many each further choice would give.
//!
//! A choice is a [`Chip`]. Chips of one kind widen each other (or), chips of different kinds narrow each other (and); so do
//! texts.
//! The count of a row ignores the chips of its own kind, so it says what choosing that row would give. One pass over
//! the statements, as small numbers, answers all of it.

mod chip;
mod count;
mod set;
mod table;

pub use crate::model::place_key;
pub use chip::{Chip, ChipKind, StopKey, TextOf};
pub use count::{Counts, Texts};
pub use set::StatementSet;
pub use table::Facets;

use crate::model::{Archive, Visit};

/// What is looked at: all visits, or one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Scope {
    /// All visits.
    #[default]
    All,
    /// One: an index into the archive.
    Visit(usize),
}

impl Scope {
    /// The one visit.
    pub fn visit(self) -> Option<usize> {
        match self {
            Self::All => None,
            Self::Visit(visit) => Some(visit),
        }
    }

    /// The one visit, as it stands in the archive.
    pub fn visit_in(self, archive: &Archive) -> Option<&Visit> {
        archive.visits.get(self.visit()?)
    }
}
