//! Where words stand in a text, alone and in pairs.

use std::ops::Range;

/// A key begins with the number of its bucket, of so many bits.
const BUCKETS: u32 = 16;
/// A pair that stands in no more places than this leads to the others fast enough.
const FEW: usize = 8;

/// The places of words and of pairs of words, each the number of a word in the text.
///
/// A quote that is not in a text has mostly a pair that is not there either, so that one look is enough.
#[derive(Debug)]
pub(super) struct Index {
    /// In their order.
    entries: Vec<(u64, u32)>,
    /// Where each bucket ends.
    ends: Vec<usize>,
}

impl Index {
    /// Of some words of the text, in their order.
    pub(super) fn of(keys: &[u64], words: impl Iterator<Item = usize>) -> Self {
        let mut entries = Vec::new();
        let mut last = None;
        for word in words {
            let (Some(&key), Ok(number)) = (keys.get(word), u32::try_from(word)) else { continue };
            entries.push((key, number));
            if let Some((before, other)) = last.replace((word, key))
                && before + 1 == word
            {
                entries.push((pair(other, key), number - 1));
            }
        }
        entries.sort_unstable();
        let mut ends = vec![0; 1 << BUCKETS];
        for (at, (key, _)) in entries.iter().enumerate() {
            if let Some(end) = ends.get_mut(bucket(*key)) {
                *end = at + 1;
            }
        }
        let mut last = 0;
        for end in &mut ends {
            last = last.max(*end);
            *end = last;
        }
        Self { entries, ends }
    }

    /// Where a word stands, or a pair begins.
    fn entries(&self, key: u64) -> &[(u64, u32)] {
        let bucket = bucket(key);
        let end = |bucket: usize| self.ends.get(bucket).copied().unwrap_or_default();
        let start = bucket.checked_sub(1).map_or(0, end);
        let entries = self.entries.get(start..end(bucket)).unwrap_or_default();
        let entries = entries.get(entries.partition_point(|(other, _)| *other < key)..).unwrap_or_default();
        entries.get(..entries.partition_point(|(other, _)| *other == key)).unwrap_or_default()
    }

    /// How often a word stands in the text.
    pub(super) fn count(&self, key: u64) -> usize {
        self.entries(key).len()
    }

    /// Where a word stands.
    pub(super) fn places(&self, key: u64) -> impl Iterator<Item = usize> {
        self.entries(key).iter().filter_map(|(_, place)| usize::try_from(*place).ok())
    }

    /// Where these words stand, one behind the other, at `from` or behind it; `keys` are those of the text.
    pub(super) fn occurrences<'a>(
        &'a self,
        wanted: &'a [u64],
        keys: &'a [u64],
        from: usize,
    ) -> impl Iterator<Item = Range<usize>> + 'a {
        let alone = wanted.first().filter(|_| wanted.len() == 1).copied();
        let pairs = wanted.iter().zip(wanted.iter().skip(1)).map(|(a, b)| pair(*a, *b));
        let all = alone.into_iter().chain(pairs).map(|key| self.entries(key)).enumerate();
        // The rarest leads to the others.
        let mut rarest: Option<(usize, &[(u64, u32)])> = None;
        for (offset, entries) in all {
            if rarest.is_none_or(|(_, rarest)| entries.len() < rarest.len()) {
                rarest = Some((offset, entries));
            }
            if entries.len() <= FEW {
                break;
            }
        }
        let (offset, entries) = rarest.unwrap_or_default();
        let place = |entry: &(u64, u32)| usize::try_from(entry.1).unwrap_or(usize::MAX);
        let behind = entries.partition_point(|entry| place(entry) < from + offset);
        let starts = entries.iter().skip(behind).filter_map(move |entry| place(entry).checked_sub(offset));
        let words = starts.map(|start| start..start + wanted.len());
        words.filter(move |words| keys.get(words.clone()) == Some(wanted))
    }
}

/// The key of a pair, which no word is likely to have.
fn pair(a: u64, b: u64) -> u64 {
    a.wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(b)
}

fn bucket(key: u64) -> usize {
    usize::try_from(key >> (u64::BITS - BUCKETS)).unwrap_or_default()
}
