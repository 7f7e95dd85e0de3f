//! The statements with each value of a fact, by their positions, so that filters need not look at all statements.

use super::entry::{UNKNOWN, index, number};
use crate::parallel::run_on;

/// For each value of a fact the entries of the statements with it, in ascending order. Last come those whose place, speaker or
/// day is not stated.
#[derive(Debug, Default)]
struct EntryLists {
    entries: Vec<u32>,
    /// The start of each list, and the end of the last one.
    starts: Vec<usize>,
}

impl EntryLists {
    /// Collects the lists of `values` values; `each` calls its argument with the value of each entry.
    fn new(values: usize, each: impl Fn(&mut dyn FnMut(u32, u32))) -> Self {
        let at = |value: u32| usize::try_from(value).map_or(values, |at| at.min(values));
        let mut starts = vec![0; values + 2];
        each(&mut |value, _| starts.get_mut(at(value) + 1).into_iter().for_each(|length| *length += 1));
        let mut end = 0;
        for start in &mut starts {
            end += *start;
            *start = end;
        }
        let mut entries = vec![0; end];
        let mut next = starts.clone();
        each(&mut |value, entry| {
            if let Some(next) = next.get_mut(at(value)) {
                entries.get_mut(*next).into_iter().for_each(|it| *it = entry);
                *next += 1;
            }
        });
        Self { entries, starts }
    }

    /// The entries with a value.
    fn of(&self, value: u32) -> &[u32] {
        let last = self.starts.len().saturating_sub(2);
        let at = if value == UNKNOWN { last } else { usize::try_from(value).unwrap_or(usize::MAX) };
        let start = self.starts.get(at).copied().unwrap_or_default();
        let end = self.starts.get(at.saturating_add(1)).copied().unwrap_or(start);
        self.entries.get(start..end).unwrap_or_default()
    }

    /// The number of entries with each value, and of those whose value is not stated.
    fn lengths(&self) -> (Vec<u32>, usize) {
        let length = |pair: &[usize]| match pair {
            [start, end] => number(end - start),
            _ => 0,
        };
        let mut lengths: Vec<u32> = self.starts.windows(2).map(length).collect();
        let unknown = lengths.pop().map_or(0, index);
        (lengths, unknown)
    }

    /// The number of entries with each value that are counted, and of those whose value is not stated.
    fn count(&self, is_counted: impl Fn(u32) -> bool) -> (Vec<u32>, usize) {
        let lists = self.starts.windows(2).filter_map(|pair| match pair {
            [start, end] => self.entries.get(*start..*end),
            _ => None,
        });
        let count = |list: &[u32]| number(list.iter().filter(|entry| is_counted(**entry)).count());
        let mut counts: Vec<u32> = lists.map(count).collect();
        let unknown = counts.pop().map_or(0, index);
        (counts, unknown)
    }
}

/// A fact whose values have lists of statements.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ListedFact {
    Place,
    Person,
    Organization,
    Side,
    Type,
    Day,
    Topic,
}

/// The lists of some values of a fact.
pub(super) type Lists = (ListedFact, Vec<u32>);

impl ListedFact {
    const ALL: [Self; 7] =
        [Self::Place, Self::Person, Self::Organization, Self::Side, Self::Type, Self::Day, Self::Topic];
}

/// The lists of all facts that have some.
#[derive(Debug, Default)]
pub(super) struct FactLists([EntryLists; ListedFact::ALL.len()]);

impl FactLists {
    /// Collects the lists of all statements. `values` is the number of the values of a fact; `each` calls its argument with each value
    /// of a fact and the entry that has it.
    pub(super) fn new(
        threads: usize,
        values: impl Fn(ListedFact) -> usize + Sync,
        each: impl Fn(ListedFact, &mut dyn FnMut(u32, u32)) + Sync,
    ) -> Self {
        let lists = |fact: &ListedFact| EntryLists::new(values(*fact), |take| each(*fact, take));
        let mut lists = run_on(threads, &ListedFact::ALL, lists).into_iter();
        Self(ListedFact::ALL.map(|_| lists.next().unwrap_or_default()))
    }

    fn of(&self, fact: ListedFact) -> &EntryLists {
        &self.0[fact as usize]
    }

    /// The number of statements with each value of a fact, and of those without the fact.
    pub(super) fn lengths(&self, fact: ListedFact) -> (Vec<u32>, usize) {
        self.of(fact).lengths()
    }

    /// The number of statements with each value of a fact that are counted, and of those without the fact.
    pub(super) fn count(&self, fact: ListedFact, is_counted: impl Fn(u32) -> bool) -> (Vec<u32>, usize) {
        self.of(fact).count(is_counted)
    }

    /// The statements with any of some values, in no particular order; those with several values come several times.
    pub(super) fn with_any(&self, (fact, values): &Lists) -> impl Iterator<Item = u32> {
        values.iter().flat_map(|value| self.of(*fact).of(*value)).copied()
    }

    /// The statements with a value, in ascending order.
    pub(super) fn with(&self, fact: ListedFact, value: u32) -> &[u32] {
        self.of(fact).of(value)
    }
}
