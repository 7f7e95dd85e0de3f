//! The values of a fact, and the lists of values that records have, as small numbers.

use std::fmt;

use hashbrown::HashMap;
use serde::{Deserialize, Serialize};

use crate::bit_set::BitSet;
use crate::lang::Lang;
use crate::model::{Agent, Target};

/// Identifies a value of a fact. Values with the same key are counted together.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize, Serialize)]
pub enum ValueKey {
    /// A year, and a month where that is known.
    Time(i32, Option<u8>),
    /// Several years: the time is in one or all of them.
    SeveralYears,
    /// A person, a group or an organization.
    Agent(Agent),
    /// An id or a word.
    Text(String),
    /// A visitor and a host.
    Pair(Box<(ValueKey, ValueKey)>),
}

/// The key as text, for JSON and CSV.
impl fmt::Display for ValueKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Time(year, month) => {
                let sign = if *year < 0 { "-" } else { "" };
                write!(f, "{sign}{:04}", year.unsigned_abs())?;
                month.map_or(Ok(()), |month| write!(f, "-{month:02}"))
            }
            Self::SeveralYears => f.write_str("several"),
            Self::Agent(agent) => agent.fmt(f),
            Self::Text(text) => f.write_str(text),
            Self::Pair(pair) => write!(f, "{} → {}", pair.0, pair.1),
        }
    }
}

/// The label of a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum ValueLabel {
    /// That of the key.
    Key,
    /// This text.
    Text(Box<str>),
    /// A text in each language, in the order of [`Lang::ALL`].
    Translated([Box<str>; 2]),
    /// The label of the record, made distinct from those of other records.
    Record(Target),
    /// The labels of a visitor and a host, by their numbers.
    Pair(u32, u32),
}

impl ValueLabel {
    /// A label in each language.
    pub(super) fn translated(text: impl Fn(Lang) -> String) -> Self {
        Self::Translated(Lang::ALL.map(|lang| text(lang).into_boxed_str()))
    }
}

/// The number of the list without values.
pub(super) const NO_VALUES: u32 = 0;

/// A fact: all its values, and all combinations of values that records have.
#[derive(Debug)]
pub(super) struct Fact {
    numbers: HashMap<ValueKey, u32>,
    keys: Vec<ValueKey>,
    labels: Vec<ValueLabel>,
    /// The values of each list, end to end.
    items: Vec<u32>,
    /// The end of each list in [`Self::items`].
    ends: Vec<u32>,
    /// For each value the number of the list that has only it, or [`NO_VALUES`]. Most lists are such.
    single: Vec<u32>,
    /// The numbers of the lists with several values.
    lists: HashMap<Box<[u32]>, u32>,
}

impl Default for Fact {
    fn default() -> Self {
        Self {
            numbers: HashMap::new(),
            keys: Vec::new(),
            labels: Vec::new(),
            items: Vec::new(),
            ends: vec![0],
            single: Vec::new(),
            lists: HashMap::new(),
        }
    }
}

/// A length as a number.
pub(super) fn number(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// A number as an index.
pub(super) fn index(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

impl Fact {
    /// The number of a value; the label counts if it is new.
    pub(super) fn value(&mut self, key: ValueKey, label: impl FnOnce() -> ValueLabel) -> u32 {
        if let Some(known) = self.numbers.get(&key) {
            return *known;
        }
        let next = number(self.keys.len());
        self.keys.push(key.clone());
        self.labels.push(label());
        self.numbers.insert(key, next);
        next
    }

    /// The number of a list of values, of which each counts once.
    pub(super) fn list(&mut self, values: &[u32]) -> u32 {
        let Some(first) = values.first() else { return NO_VALUES };
        if values.iter().all(|value| value == first) {
            return self.single(*first);
        }
        let mut once: Vec<u32> = Vec::with_capacity(values.len());
        for value in values {
            if !once.contains(value) {
                once.push(*value);
            }
        }
        if let Some(known) = self.lists.get(once.as_slice()) {
            return *known;
        }
        let next = self.push(&once);
        self.lists.insert(once.into_boxed_slice(), next);
        next
    }

    /// The number of the list with only this value.
    fn single(&mut self, value: u32) -> u32 {
        let known = self.single.get(index(value)).copied().unwrap_or(NO_VALUES);
        if known != NO_VALUES {
            return known;
        }
        let next = self.push(&[value]);
        self.single.resize(self.single.len().max(self.keys.len()), NO_VALUES);
        if let Some(single) = self.single.get_mut(index(value)) {
            *single = next;
        }
        next
    }

    fn push(&mut self, values: &[u32]) -> u32 {
        let next = number(self.ends.len());
        self.items.extend(values);
        self.ends.push(number(self.items.len()));
        next
    }

    /// The values of a list.
    pub(super) fn values_of(&self, list: u32) -> &[u32] {
        let end = self.ends.get(index(list)).copied().unwrap_or_default();
        let start = list.checked_sub(1).and_then(|before| self.ends.get(index(before))).copied();
        self.items.get(index(start.unwrap_or_default())..index(end)).unwrap_or_default()
    }

    /// The lists with a value.
    pub(super) fn lists_with(&self, value: u32) -> BitSet {
        BitSet::of(self.ends.len(), |list| self.values_of(number(list)).contains(&value))
    }

    /// How many values there are.
    pub(super) fn len(&self) -> usize {
        self.keys.len()
    }

    /// The number of a key.
    pub(super) fn find(&self, key: &ValueKey) -> Option<u32> {
        self.numbers.get(key).copied()
    }

    /// The key of a value.
    pub(super) fn key(&self, value: u32) -> Option<&ValueKey> {
        self.keys.get(index(value))
    }

    /// The label of a value.
    pub(super) fn label(&self, value: u32) -> Option<&ValueLabel> {
        self.labels.get(index(value))
    }

    /// Frees what only adding needs.
    pub(super) fn finish(&mut self) {
        (self.lists, self.single) = (HashMap::new(), Vec::new());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_lists_have_one_number_and_each_value_counts_once() {
        let mut fact = Fact::default();
        let value = |fact: &mut Fact, text: &str| {
            fact.value(ValueKey::Text(text.to_owned()), || ValueLabel::Text(text.into()))
        };
        let (a, b) = (value(&mut fact, "a"), value(&mut fact, "b"));
        assert_eq!(value(&mut fact, "a"), a);
        let (one, both) = (fact.list(&[b, b]), fact.list(&[a, b]));
        assert_eq!((fact.list(&[]), fact.list(&[b]), fact.list(&[a, b, a])), (NO_VALUES, one, both));
        assert_eq!((fact.values_of(NO_VALUES), fact.values_of(one)), (&[][..], &[b][..]));
        assert_eq!((fact.values_of(both), fact.len()), (&[a, b][..], 2));
    }

    #[test]
    fn years_have_four_digits() {
        let text = |year, month| ValueKey::Time(year, month).to_string();
        assert_eq!((text(2024, Some(3)), text(-44, None)), ("2024-03".to_owned(), "-0044".to_owned()));
    }
}
