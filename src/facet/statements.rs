//! Statements as small numbers: their positions in the order in which all statements are listed.

use std::ops::Range;
use std::sync::Arc;

use super::entry::{StatementEntry, number};
use super::scope::Scope;
use super::table::Facets;
use crate::model::Target;

/// Some of the statements of an archive, by their positions among all of them: the newest visit first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Statements {
    /// Those that follow one another, as all of a visit do.
    Range(Range<u32>),
    /// Those at these positions.
    Listed(Arc<[u32]>),
}

impl Default for Statements {
    fn default() -> Self {
        Self::Range(0..0)
    }
}

impl Statements {
    /// Their number.
    pub fn len(&self) -> usize {
        match self {
            Self::Range(range) => range.len(),
            Self::Listed(positions) => positions.len(),
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The position of the statement with this number, from 0.
    pub fn get(&self, number: usize) -> Option<u32> {
        match self {
            Self::Range(range) => range.clone().nth(number),
            Self::Listed(positions) => positions.get(number).copied(),
        }
    }

    /// The number of the statement at a position. The positions must be in ascending order.
    pub fn find(&self, position: u32) -> Option<usize> {
        match self {
            Self::Range(range) => range.contains(&position).then(|| (range.start..position).len()),
            Self::Listed(positions) => positions.binary_search(&position).ok(),
        }
    }

    /// Their positions.
    pub fn iter(&self) -> impl Iterator<Item = u32> {
        let (range, listed) = match self {
            Self::Range(range) => (range.clone(), [].as_slice()),
            Self::Listed(positions) => (0..0, &**positions),
        };
        range.chain(listed.iter().copied())
    }
}

impl Facets {
    /// The statement at a position.
    pub fn statement(&self, position: u32) -> Option<Target> {
        self.entry_at(position).map(StatementEntry::target)
    }

    /// The position of a statement.
    pub fn position_of(&self, statement: Target) -> Option<u32> {
        let range = self.range_in(Scope::Visit(statement.visit));
        let mut entries = self.entries.get(range.clone())?.iter();
        Some(number(range.start + entries.position(|entry| entry.target() == statement)?))
    }

    /// The records of statements.
    pub fn targets<'a>(&'a self, statements: &'a Statements) -> impl Iterator<Item = Target> + 'a {
        statements.iter().filter_map(|position| self.statement(position))
    }
}
