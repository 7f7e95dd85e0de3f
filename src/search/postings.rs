//! Postings: for each key a list of ascending numbers. Most lists are short, so each number is stored as the difference from
//! the one before, in as few bytes as it needs.

use std::slice;

use super::numbers::{slice_at, to_usize};
use borsh::{BorshDeserialize, BorshSerialize};

/// For each key, numbers in vocabulary order.
#[derive(Debug, Default, BorshSerialize, BorshDeserialize)]
pub(super) struct Postings {
    bytes: Vec<u8>,
    starts: Vec<u32>,
}

impl Postings {
    /// The numbers of a key.
    pub(super) fn get(&self, key: u32) -> impl Iterator<Item = u32> {
        let mut bytes = self.encoded(key).iter();
        let mut last = 0;
        std::iter::from_fn(move || {
            last += read(&mut bytes)?;
            Some(last - 1)
        })
    }

    /// The size of the list of a key in bytes; at least the number of its numbers.
    pub(super) fn byte_len(&self, key: u32) -> usize {
        self.encoded(key).len()
    }

    pub(super) fn bytes(&self) -> usize {
        self.bytes.len() + self.starts.len() * 4
    }

    fn encoded(&self, key: u32) -> &[u8] {
        slice_at(&self.bytes, &self.starts, key)
    }
}

/// Counts the sizes of the lists. All numbers are counted first and then written, in the same order.
#[derive(Debug, Default)]
pub(super) struct PostingsCounter(Vec<ListSize>);

#[derive(Debug, Clone, Copy, Default)]
struct ListSize {
    /// The last number plus 1; 0 before the first.
    last: u32,
    count: u32,
    bytes: u32,
}

impl PostingsCounter {
    /// Counts a number of a key, and returns whether it is new: a repeated number counts once.
    pub(super) fn add(&mut self, key: u32, number: u32) -> bool {
        let at = to_usize(key);
        if at >= self.0.len() {
            self.0.resize(at + 1, ListSize::default());
        }
        let Some(size) = self.0.get_mut(at) else { return false };
        let is_new = size.last != number + 1;
        if is_new {
            size.bytes += width(number + 1 - size.last);
            size.last = number + 1;
            size.count += 1;
        }
        is_new
    }

    /// The length of the list of a key.
    pub(super) fn count(&self, key: u32) -> u32 {
        self.0.get(to_usize(key)).map_or(0, |size| size.count)
    }

    /// Takes the numbers of a key away: they are stored elsewhere.
    pub(super) fn forget(&mut self, key: u32) {
        if let Some(size) = self.0.get_mut(to_usize(key)) {
            *size = ListSize::default();
        }
    }

    /// Allocates the lists in a new order of the keys.
    pub(super) fn allocate(self, keys: impl ExactSizeIterator<Item = u32>) -> PostingsWriter {
        let mut sizes = self.0;
        let mut starts = Vec::with_capacity(keys.len() + 1);
        let mut end = 0;
        for key in keys {
            starts.push(end);
            if let Some(size) = sizes.get_mut(to_usize(key)) {
                size.last = 0;
                end += std::mem::replace(&mut size.bytes, end);
            }
        }
        starts.push(end);
        PostingsWriter { postings: Postings { bytes: vec![0; to_usize(end)], starts }, cursors: sizes }
    }
}

/// Writes the numbers into the allocated lists.
pub(super) struct PostingsWriter {
    postings: Postings,
    /// For each key, in the order before the allocation, its last number, and in `bytes` the offset of its next one.
    cursors: Vec<ListSize>,
}

impl PostingsWriter {
    /// Writes a number of a key.
    pub(super) fn push(&mut self, key: u32, number: u32) {
        let Some(ListSize { last, bytes: at, .. }) = self.cursors.get_mut(to_usize(key)) else { return };
        if *last == number + 1 {
            return;
        }
        let mut rest = number + 1 - *last;
        *last = number + 1;
        while let Some(byte) = self.postings.bytes.get_mut(to_usize(*at)) {
            *at += 1;
            (*byte, rest) = low_bits(rest);
            if rest == 0 {
                break;
            }
        }
    }

    pub(super) fn finish(self) -> Postings {
        self.postings
    }
}

/// Reads a number: seven bits a byte, the lowest first; the last byte has its high bit clear.
fn read(bytes: &mut slice::Iter<'_, u8>) -> Option<u32> {
    let mut byte = *bytes.next()?;
    let mut number = u32::from(byte & 0x7f);
    let mut shift = 7;
    while byte >= 0x80 {
        byte = *bytes.next()?;
        number |= u32::from(byte & 0x7f).checked_shl(shift)?;
        shift += 7;
    }
    Some(number)
}

fn low_bits(number: u32) -> (u8, u32) {
    let rest = number >> 7;
    let [low, ..] = (number & 0x7f).to_le_bytes();
    (if rest == 0 { low } else { low | 0x80 }, rest)
}

fn width(number: u32) -> u32 {
    (32 - (number | 1).leading_zeros()).div_ceil(7)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::search::numbers::to_u32;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn lists_are_read_as_they_were_written(lists in prop::collection::vec(prop::collection::btree_set(any::<u32>().prop_map(|n| n >> 1), 0..20), 0..9)) {
            let mut counter = PostingsCounter::default();
            let each = |take: &mut dyn FnMut(u32, u32)| {
                for (key, list) in lists.iter().enumerate() {
                    for value in list {
                        take(to_u32(key), *value);
                    }
                }
            };
            each(&mut |key, value| { counter.add(key, value); counter.add(key, value); });
            let counts: Vec<usize> = (0..to_u32(lists.len())).map(|key| to_usize(counter.count(key))).collect();
            prop_assert_eq!(counts, lists.iter().map(BTreeSet::len).collect::<Vec<_>>());
            counter.forget(3);
            let mut writer = counter.allocate((0..to_u32(lists.len())).rev().collect::<Vec<_>>().into_iter());
            each(&mut |key, value| if key != 3 { writer.push(key, value) });
            let postings = writer.finish();
            for (key, list) in lists.iter().enumerate() {
                let expected: Vec<u32> = if key == 3 { Vec::new() } else { list.iter().copied().collect() };
                prop_assert_eq!(postings.get(to_u32(lists.len() - 1 - key)).collect::<Vec<_>>(), expected);
            }
        }
    }
}
