//! From words to hits, over every kind of record.
//!
//! The face is small: an [`Index`] of an archive answers a [`Query`] with [`Hits`]. What somebody types is cut into
//! clauses (`query`); each word is matched with every word of the vocabulary (`expand`, `matching`), loosely only where too little has it in full; the records
//! that may satisfy all clauses come from the postings of the index, and each is judged: by class first, then by score
//! (`rank`). A statement is also found by whoever made it, by where, and in which visit (`fields`).

mod abbreviations;
mod expand;
mod fields;
mod index;
mod matching;
mod query;
mod rank;

pub use expand::Class;
pub use index::Index;
pub use query::{Query, QueryFault, WrongQuery};

use std::cmp::Ordering;

use crate::model::{RecordKind, Target};

/// The order of the groups in a list of results. It is fixed, so that rows do not jump while somebody types.
pub const GROUPS: [RecordKind; 5] = [
    RecordKind::Statement,
    RecordKind::Stop,
    RecordKind::Participant,
    RecordKind::Organization,
    RecordKind::Visit,
];

/// A record that answers a query.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hit {
    /// The record.
    pub target: Target,
    /// How it was found.
    pub class: Class,
    /// The greater, the better; comparable within one query.
    pub score: f32,
}

/// The hits of one kind.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// The kind.
    pub kind: RecordKind,
    /// The best first; newest first among equals.
    pub hits: Vec<Hit>,
}

/// The answer to a query.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Hits {
    /// The groups that have hits, in the order of [`GROUPS`].
    pub groups: Vec<Group>,
    /// Words of the query that nothing was found for, when the others were enough.
    pub left_out: Vec<String>,
}

impl Hits {
    /// How many there are.
    pub fn total(&self) -> usize {
        self.groups.iter().map(|group| group.hits.len()).sum()
    }

    /// All of them in one order: the best first, by kind among equals.
    pub fn ranked(&self) -> Vec<Hit> {
        let mut hits: Vec<Hit> = self.groups.iter().flat_map(|group| group.hits.iter().copied()).collect();
        hits.sort_by(Hit::best_first);
        hits
    }

    /// Keeps the hits that are meant.
    pub fn retain(&mut self, meant: impl Fn(Target) -> bool) {
        for group in &mut self.groups {
            group.hits.retain(|hit| meant(hit.target));
        }
        self.groups.retain(|group| !group.hits.is_empty());
    }

    /// The best of all.
    pub fn best(&self) -> Option<Hit> {
        let firsts = self.groups.iter().filter_map(|group| group.hits.first());
        firsts.copied().min_by(Hit::best_first)
    }
}

impl Hit {
    /// The order of hits: the class comes first, whatever the score.
    fn best_first(&self, other: &Self) -> Ordering {
        other.class.cmp(&self.class).then(other.score.total_cmp(&self.score))
    }
}
