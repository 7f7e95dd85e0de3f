//! A set of statements, with one bit each. It is queried for every statement of an archive, so it must be fast.

use std::sync::Arc;

use super::filter::FilteredPane;
use crate::model::{Archive, Target};

/// Returns the statements that match the text of a filter of a pane; `None` as long as they are unknown: then the filter is ignored.
pub type TextSearch<'a> = &'a dyn Fn(FilteredPane, &str) -> Option<Arc<StatementSet>>;

/// A set of statements.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StatementSet {
    /// The bits of each visit.
    visits: Vec<Vec<u64>>,
}

impl StatementSet {
    /// All statements of some visits.
    pub fn of_visits(archive: &Archive, visits: impl IntoIterator<Item = usize>) -> Self {
        let mut set = Self { visits: vec![Vec::new(); archive.visits.len()] };
        for at in visits {
            if let (Some(words), Some(visit)) = (set.visits.get_mut(at), archive.visits.get(at)) {
                *words = vec![u64::MAX; visit.statements.len().div_ceil(64)];
            }
        }
        set
    }

    /// Whether the set contains statements of a visit.
    pub(super) fn has_any_of(&self, visit: usize) -> bool {
        self.visits.get(visit).is_some_and(|words| words.iter().any(|word| *word != 0))
    }

    /// Whether the set contains a statement.
    pub fn contains(&self, statement: Target) -> bool {
        let word = self.visits.get(statement.visit).and_then(|words| words.get(statement.item / 64));
        word.is_some_and(|word| word & (1 << (statement.item % 64)) != 0)
    }
}

impl FromIterator<Target> for StatementSet {
    fn from_iter<I: IntoIterator<Item = Target>>(statements: I) -> Self {
        let mut set = Self::default();
        for Target { visit, item, .. } in statements {
            if set.visits.len() <= visit {
                set.visits.resize(visit + 1, Vec::new());
            }
            if let Some(words) = set.visits.get_mut(visit) {
                if words.len() <= item / 64 {
                    words.resize(item / 64 + 1, 0);
                }
                if let Some(word) = words.get_mut(item / 64) {
                    *word |= 1 << (item % 64);
                }
            }
        }
        set
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::RecordKind;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_is_a_set(pairs in prop::collection::vec((0usize..5, 0usize..200), 0..40), visit in 0usize..6, item in 0usize..300) {
            let target = |(visit, item)| Target::new(visit, RecordKind::Statement, item);
            let set: StatementSet = pairs.iter().copied().map(target).collect();
            prop_assert_eq!(set.contains(target((visit, item))), pairs.contains(&(visit, item)));
        }
    }
}
