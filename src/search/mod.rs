//! From words to hits, over every kind of record.
//!
//! The face is small: an [`Index`] of an archive, and a [`Searcher`] who answers what is asked of it with [`Hits`]. What
//! somebody types is cut into clauses (`query`). The index is made of segments that are searched side by side; in each,
//! a word of the query is matched with the words of the vocabulary (`expand`, `matching`), the postings give the records
//! that have it (`find`, `segment`), and those that satisfy all clauses are judged: by class first, then by score
//! (`judge`). Looser ways are tried only where too little has every word in full (`rank`).

mod abbreviations;
mod bits;
mod build;
mod dates;
mod expand;
mod fields;
mod find;
mod hints;
mod index;
mod invert;
mod joined;
mod judge;
mod labels;
mod lenders;
mod marks;
mod matching;
mod names;
mod postings;
mod query;
mod rank;
mod reason;
mod segment;
mod side;
mod stream;
mod texts;
mod tokens;
mod vocabulary;

pub use dates::NoDays;
pub use expand::Class;
pub use fields::Field;
pub use index::Index;
pub use names::{NameMatch, match_name};
pub use query::{Query, QueryFault, WrongQuery};
pub use rank::Searcher;
pub use reason::{Reason, reasons};

use std::cmp::Ordering;

use crate::model::{RecordKind, Target};
use crate::text::shorten;

/// The order of the groups in a list of results. It is fixed, so that rows do not jump while somebody types.
pub const GROUPS: [RecordKind; 5] = [
    RecordKind::Statement,
    RecordKind::Stop,
    RecordKind::Participant,
    RecordKind::Organization,
    RecordKind::Visit,
];

/// What is asked.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Ask {
    /// What to look for.
    pub query: Query,
    /// Where to look.
    pub restriction: Restriction,
    /// How many hits of a kind are told, at most; all are counted.
    pub limit: usize,
}

/// Which records are searched.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Restriction {
    /// In which part of the archive.
    pub within: Within,
    /// Of which kinds; all when there is none.
    pub kinds: Vec<RecordKind>,
}

/// A part of the archive.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Within {
    /// All of it.
    #[default]
    All,
    /// One visit.
    Visit(usize),
    /// One stop: the stop itself, and what was said there.
    Stop(Target),
}

/// How thoroughly the best hits are looked for. Totals are exact either way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// Among the newest thousands of records: soon enough for the next frame.
    AtOnce,
    /// Among all records.
    Exact,
}

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
    /// How many records of this kind have every word in full.
    pub total: usize,
    /// The best of them, the best first; newest first among equals.
    pub hits: Vec<Hit>,
}

/// What is possible by its date. It is counted apart.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Possible {
    /// How many there are.
    pub total: usize,
    /// The best of them.
    pub hits: Vec<Hit>,
}

impl Possible {
    /// The best of so many, in one order.
    fn new(found: &Hits, total: usize, limit: usize) -> Self {
        let found = found.ranked().into_iter().take(limit);
        Self { total, hits: found.map(|hit| Hit { class: Class::Possible, ..hit }).collect() }
    }
}

/// The answer to a query.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Hits {
    /// What has every word in full: the kinds of which there is any, in the order of [`GROUPS`].
    pub groups: Vec<Group>,
    /// What has every word in full, and by its date only may be among the days that are asked for: the best first.
    pub possible: Possible,
    /// What may be meant, when that is little: found by affixes, stems, typos or scattered letters, the best first.
    pub maybe: Vec<Hit>,
    /// Words of the query that nothing was found for, when the others were enough.
    pub left_out: Vec<String>,
    /// Whether the best were looked for among all records.
    pub is_exact: bool,
}

impl Hits {
    /// How many records have every word in full.
    pub fn total(&self) -> usize {
        self.groups.iter().map(|group| group.total).sum()
    }

    /// How many records have every word in full, and are or may be of the days that are asked for.
    pub fn total_with_possible(&self) -> usize {
        self.total() + self.possible.total
    }

    /// The words that were left out, as far as a line has room for them.
    pub fn left_out_briefly(&self) -> String {
        shorten(&self.left_out.join(", "))
    }

    /// All hits in one order: the best first, by kind among equals.
    pub fn ranked(&self) -> Vec<Hit> {
        let mut hits: Vec<Hit> = self.groups.iter().flat_map(|group| group.hits.iter().copied()).collect();
        hits.sort_by(Hit::best_first);
        hits.extend(&self.possible.hits);
        hits.extend(&self.maybe);
        hits
    }

    /// The best of all.
    pub fn best(&self) -> Option<Hit> {
        let firsts = self.groups.iter().filter_map(|group| group.hits.first());
        let others = self.possible.hits.first().into_iter().chain(self.maybe.first());
        firsts.chain(others).copied().min_by(Hit::best_first)
    }
}

impl Hit {
    /// The order of hits: the class comes first, whatever the score.
    fn best_first(&self, other: &Self) -> Ordering {
        other.class.cmp(&self.class).then(other.score.total_cmp(&self.score))
    }
}
