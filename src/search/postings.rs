//! Lists of growing numbers, many and mostly short: for each key the steps from one number to the next, in as few bytes
//! as they need.

use std::slice;

/// For each key, numbers in growing order.
#[derive(Debug, Default)]
pub(super) struct Postings {
    bytes: Vec<u8>,
    starts: Vec<u32>,
}

impl Postings {
    /// The numbers of a key.
    pub(super) fn of(&self, key: u32) -> impl Iterator<Item = u32> {
        let mut bytes = self.stretch(key).iter();
        let mut last = 0;
        std::iter::from_fn(move || {
            last += read(&mut bytes)?;
            Some(last - 1)
        })
    }

    /// How many bytes the numbers of a key take: about as many as they are.
    pub(super) fn weight(&self, key: u32) -> usize {
        self.stretch(key).len()
    }

    pub(super) fn bytes(&self) -> usize {
        self.bytes.len() + self.starts.len() * 4
    }

    fn stretch(&self, key: u32) -> &[u8] {
        stretch(&self.bytes, &self.starts, key)
    }
}

/// What there will be of each key: everything is noted first, then written, in the same order.
#[derive(Debug, Default)]
pub(super) struct Tally(Vec<Noted>);

#[derive(Debug, Clone, Copy, Default)]
struct Noted {
    /// The last number and one; 0 before the first.
    last: u32,
    count: u32,
    bytes: u32,
}

impl Tally {
    /// Notes a number of a key; the same number may come several times in a row.
    pub(super) fn note(&mut self, key: u32, number: u32) {
        let at = index(key);
        if at >= self.0.len() {
            self.0.resize(at + 1, Noted::default());
        }
        let Some(noted) = self.0.get_mut(at) else { return };
        if noted.last != number + 1 {
            noted.bytes += width(number + 1 - noted.last);
            noted.last = number + 1;
            noted.count += 1;
        }
    }

    /// How many numbers a key has.
    pub(super) fn count(&self, key: u32) -> u32 {
        self.0.get(index(key)).map_or(0, |noted| noted.count)
    }

    /// Makes room for what was noted of keys, in their new order; nothing for those that are left out.
    pub(super) fn room(self, keys: impl Iterator<Item = Option<u32>>) -> Filling {
        let mut starts = Vec::new();
        let mut cursors = Vec::new();
        let mut end = 0;
        for key in keys {
            starts.push(end);
            cursors.push((end, 0));
            end += key.and_then(|key| self.0.get(index(key))).map_or(0, |noted| noted.bytes);
        }
        starts.push(end);
        Filling { postings: Postings { bytes: vec![0; index(end)], starts }, cursors }
    }
}

/// Lists that are being written.
pub(super) struct Filling {
    postings: Postings,
    /// For each key, where its next number goes, and the last number and one.
    cursors: Vec<(u32, u32)>,
}

impl Filling {
    /// Writes a number of a key, which is the place that it has now.
    pub(super) fn put(&mut self, key: u32, number: u32) {
        let Some((at, last)) = self.cursors.get_mut(index(key)) else { return };
        if *last == number + 1 {
            return;
        }
        let mut rest = number + 1 - *last;
        *last = number + 1;
        while let Some(byte) = self.postings.bytes.get_mut(index(*at)) {
            *at += 1;
            (*byte, rest) = low_bits(rest);
            if rest == 0 {
                break;
            }
        }
    }

    pub(super) fn done(self) -> Postings {
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

/// The part of a flat list that belongs to a key.
pub(super) fn stretch<'a, T>(of: &'a [T], starts: &[u32], key: u32) -> &'a [T] {
    let start = starts.get(index(key)).copied().map_or(0, index);
    let end = starts.get(index(key) + 1).copied().map_or(start, index);
    of.get(start..end).unwrap_or_default()
}

/// A number as an index.
pub(super) fn index(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

/// An index as a number.
pub(super) fn number(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_written_is_read(lists in prop::collection::vec(prop::collection::btree_set(any::<u32>().prop_map(|n| n >> 1), 0..20), 0..9)) {
            let mut tally = Tally::default();
            let each = |take: &mut dyn FnMut(u32, u32)| {
                for (key, list) in lists.iter().enumerate() {
                    for value in list {
                        take(number(key), *value);
                    }
                }
            };
            each(&mut |key, value| { tally.note(key, value); tally.note(key, value); });
            let counts: Vec<usize> = (0..number(lists.len())).map(|key| index(tally.count(key))).collect();
            prop_assert_eq!(counts, lists.iter().map(BTreeSet::len).collect::<Vec<_>>());
            let mut filling = tally.room((0..number(lists.len())).map(|key| Some(key).filter(|key| *key != 3)));
            each(&mut |key, value| if key != 3 { filling.put(key, value) });
            let postings = filling.done();
            for (key, list) in lists.iter().enumerate() {
                let expected: Vec<u32> = if key == 3 { Vec::new() } else { list.iter().copied().collect() };
                prop_assert_eq!(postings.of(number(key)).collect::<Vec<_>>(), expected);
            }
        }
    }
}
