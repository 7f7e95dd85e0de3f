//! A set of small numbers with a bit for each, so that set operations handle sixty-four numbers at a time.

use std::ops::Range;

use borsh::{BorshDeserialize, BorshSerialize};

/// A set of the numbers below a length.
#[derive(Debug, Clone, Default, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub(crate) struct BitSet(Vec<u64>);

impl BitSet {
    /// The empty set of numbers below `length`.
    pub(crate) fn new(length: usize) -> Self {
        Self(vec![0; length.div_ceil(64)])
    }

    /// The numbers below a length for which `is_in` is true.
    pub(crate) fn of(length: usize, is_in: impl Fn(usize) -> bool) -> Self {
        let word = |first: usize| {
            let numbers = (0..64).zip(first..length);
            numbers.fold(0, |word: u64, (bit, number)| word | (u64::from(is_in(number)) << bit))
        };
        Self((0..length).step_by(64).map(word).collect())
    }

    /// The numbers that all sets have; `None` without a set.
    pub(crate) fn intersection<'s>(sets: impl IntoIterator<Item = &'s Self>) -> Option<Self> {
        let mut sets = sets.into_iter();
        let mut common = sets.next()?.clone();
        sets.for_each(|set| common.intersect_with(set));
        Some(common)
    }

    pub(crate) fn insert(&mut self, number: u32) {
        if let Some(word) = self.0.get_mut(word_index(number)) {
            *word |= 1 << (number % 64);
        }
    }

    pub(crate) fn contains(&self, number: u32) -> bool {
        self.0.get(word_index(number)).is_some_and(|word| word & (1 << (number % 64)) != 0)
    }

    pub(crate) fn insert_range(&mut self, range: Range<u32>) {
        self.update_words_of(range, |word, mask| *word |= mask);
    }

    pub(crate) fn union_with(&mut self, other: &Self) {
        self.0.iter_mut().zip(&other.0).for_each(|(word, other)| *word |= other);
    }

    pub(crate) fn intersect_with(&mut self, other: &Self) {
        self.0.iter_mut().zip(&other.0).for_each(|(word, other)| *word &= other);
    }

    pub(crate) fn difference_with(&mut self, other: &Self) {
        self.0.iter_mut().zip(&other.0).for_each(|(word, other)| *word &= !other);
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    pub(crate) fn count(&self) -> usize {
        self.0.iter().map(|word| ones(*word)).sum()
    }

    /// The number of elements in a range.
    pub(crate) fn count_in(&self, range: Range<u32>) -> usize {
        self.words_of(range).map(|(_, word)| ones(word)).sum()
    }

    /// How many of some numbers are elements.
    pub(crate) fn count_of(&self, numbers: &[u32]) -> usize {
        numbers.iter().filter(|number| self.contains(**number)).count()
    }

    /// Adds the elements of another set in a range, each moved by as much as the start of the range to `to`.
    pub(crate) fn insert_moved(&mut self, other: &Self, range: Range<u32>, to: u32) {
        for (first, word) in other.words_of(range.clone()) {
            let before = range.start.saturating_sub(first);
            let (first, word) = (first + before - range.start + to, word >> before);
            let (at, shift) = (word_index(first), first % 64);
            if let Some(lower) = self.0.get_mut(at) {
                *lower |= word << shift;
            }
            if let Some(upper) = self.0.get_mut(at + 1).filter(|_| shift > 0) {
                *upper |= word >> (64 - shift);
            }
        }
    }

    /// The elements in a range, in ascending order.
    pub(crate) fn iter_in(&self, range: Range<u32>) -> impl Iterator<Item = u32> {
        self.words_of(range).flat_map(|(first, mut word)| {
            std::iter::from_fn(move || {
                let bit = (word != 0).then(|| word.trailing_zeros())?;
                word &= word - 1;
                Some(first + bit)
            })
        })
    }

    pub(crate) fn bytes(&self) -> usize {
        self.0.len() * 8
    }

    /// For each word that overlaps the range, the number of its first bit, and its bits in the range.
    fn words_of(&self, range: Range<u32>) -> impl Iterator<Item = (u32, u64)> {
        let words = self.0.get(word_index(range.start)..).unwrap_or_default();
        let firsts = (range.start / 64 * 64..range.end).step_by(64);
        firsts.zip(words).map(move |(first, word)| (first, word & mask(first, &range)))
    }

    fn update_words_of(&mut self, range: Range<u32>, change: impl Fn(&mut u64, u64)) {
        let words = self.0.get_mut(word_index(range.start)..).unwrap_or_default();
        let firsts = (range.start / 64 * 64..range.end).step_by(64);
        firsts.zip(words).for_each(|(first, word)| change(word, mask(first, &range)));
    }
}

/// The positions of the elements of a set in ascending order.
pub(crate) struct Ranks<'s> {
    set: &'s BitSet,
    /// For each word of the set the number of elements before it.
    before: Vec<usize>,
}

impl<'s> Ranks<'s> {
    pub(crate) fn new(set: &'s BitSet) -> Self {
        let mut count = 0;
        let before = |word: &u64| {
            let before = count;
            count += ones(*word);
            before
        };
        Self { set, before: set.0.iter().map(before).collect() }
    }

    /// The position of a number; none if the set does not contain it.
    pub(crate) fn of(&self, number: u32) -> Option<usize> {
        let at = word_index(number);
        let (word, bit) = (self.set.0.get(at)?, 1 << (number % 64));
        (word & bit != 0).then_some(self.before.get(at)? + ones(word & (bit - 1)))
    }
}

/// The bits of a word that are in the range; `first` is the number of its first bit.
fn mask(first: u32, range: &Range<u32>) -> u64 {
    let below = |end: u32| match end.saturating_sub(first) {
        bits @ 0..64 => (1 << bits) - 1,
        _ => u64::MAX,
    };
    below(range.end) & !below(range.start)
}

fn ones(word: u64) -> usize {
    usize::try_from(word.count_ones()).unwrap_or_default()
}

fn word_index(number: u32) -> usize {
    usize::try_from(number / 64).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use proptest::prelude::*;

    fn set(numbers: &BTreeSet<u32>) -> BitSet {
        let mut bits = BitSet::new(200);
        for number in numbers {
            bits.insert(*number);
        }
        bits
    }

    proptest! {
        #[test]
        fn it_is_a_set(a in prop::collection::btree_set(0u32..200, 0..60), b in prop::collection::btree_set(0u32..200, 0..60), from in 0u32..210, length in 0u32..210) {
            let range = from..from.saturating_add(length);
            let inside: Vec<u32> = a.iter().copied().filter(|number| range.contains(number)).collect();
            prop_assert_eq!(set(&a).count_in(range.clone()), inside.len());
            prop_assert_eq!(set(&a).iter_in(range.clone()).collect::<Vec<_>>(), inside);
            prop_assert_eq!(&BitSet::of(200, |number| a.iter().any(|it| *it as usize == number)), &set(&a));
            let all = |bits: &BitSet| bits.iter_in(0..200).collect::<BTreeSet<_>>();
            let [mut united, mut cut, mut less] = [0; 3].map(|_| set(&a));
            united.union_with(&set(&b));
            cut.intersect_with(&set(&b));
            less.difference_with(&set(&b));
            prop_assert_eq!(all(&united), &a | &b);
            prop_assert_eq!(all(&cut), &a & &b);
            prop_assert_eq!(BitSet::intersection([&set(&a), &set(&b), &set(&a)]), Some(cut));
            prop_assert_eq!(BitSet::intersection([]), None);
            prop_assert_eq!(all(&less), &a - &b);
            let mut moved = set(&b);
            moved.insert_moved(&set(&a), range.clone(), 7);
            let inside = a.iter().filter(|number| range.contains(number)).map(|number| number - range.start + 7);
            prop_assert_eq!(all(&moved), b.iter().copied().chain(inside.filter(|number| *number < 200)).collect());
            prop_assert_eq!(set(&a).count_of(&b.iter().copied().collect::<Vec<_>>()), (&a & &b).len());
            let mut filled = set(&a);
            filled.insert_range(range.start.min(200)..range.end.min(200));
            prop_assert_eq!(all(&filled), a.iter().copied().chain(range.filter(|n| *n < 200)).collect());
        }
    }
}
