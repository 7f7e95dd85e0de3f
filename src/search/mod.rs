//! From words to hits, over every kind of record.
//!
//! The face is small: an [`Index`] of an archive answers a [`Query`] with [`Hits`]. Every word of the query must match
//! a word of the record: exactly, as a prefix, as a substring, or, behind all of these, as scattered letters. A
//! statement is also found by whoever made it, by where, and in which visit.

mod index;
mod matching;
mod query;

pub use index::Index;
pub use query::Query;

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
    /// Whether some word was found only as scattered letters.
    pub scattered: bool,
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
}

impl Hits {
    /// How many there are.
    pub fn total(&self) -> usize {
        self.groups.iter().map(|group| group.hits.len()).sum()
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
        firsts.copied().reduce(|best, hit| if hit.rank() > best.rank() { hit } else { best })
    }
}

impl Hit {
    /// What is found in full comes before what is found as scattered letters, whatever the score.
    fn rank(&self) -> (bool, f32) {
        (!self.scattered, self.score)
    }
}
