//! An index of the positions of words and pairs of words in a text.

use std::ops::Range;

/// How many bits of a key are the number of its bucket.
const BUCKETS: u32 = 16;
/// If a pair occurs at most this often, no rarer one is looked for.
const FEW: usize = 8;

/// The positions of words and word pairs, as word indices. A quote that is not in a text usually contains a pair that
/// is not in it either, so that one lookup is enough.
#[derive(Debug)]
pub(super) struct WordIndex {
    /// Keys and positions, sorted.
    entries: Vec<(u64, u32)>,
    /// The end of each bucket.
    ends: Vec<usize>,
}

impl WordIndex {
    /// Indexes some words of the text, given in ascending order.
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

    /// The entries of a word or a pair.
    fn entries(&self, key: u64) -> &[(u64, u32)] {
        let bucket = bucket(key);
        let end = |bucket: usize| self.ends.get(bucket).copied().unwrap_or_default();
        let start = bucket.checked_sub(1).map_or(0, end);
        let entries = self.entries.get(start..end(bucket)).unwrap_or_default();
        let entries = entries.get(entries.partition_point(|(other, _)| *other < key)..).unwrap_or_default();
        entries.get(..entries.partition_point(|(other, _)| *other == key)).unwrap_or_default()
    }

    /// How often a word occurs.
    pub(super) fn count(&self, key: u64) -> usize {
        self.entries(key).len()
    }

    /// Where a word occurs.
    pub(super) fn places(&self, key: u64) -> impl Iterator<Item = usize> {
        self.entries(key).iter().filter_map(|(_, place)| usize::try_from(*place).ok())
    }

    /// Where a sequence of words occurs, at or after `from`. `keys` are the words of the text.
    pub(super) fn occurrences<'a>(
        &'a self,
        wanted: &'a [u64],
        keys: &'a [u64],
        from: usize,
    ) -> impl Iterator<Item = Range<usize>> + 'a {
        let alone = wanted.first().filter(|_| wanted.len() == 1).copied();
        let pairs = wanted.iter().zip(wanted.iter().skip(1)).map(|(a, b)| pair(*a, *b));
        let all = alone.into_iter().chain(pairs).map(|key| self.entries(key)).enumerate();
        // Start from the rarest word or pair.
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
        let after = entries.partition_point(|entry| place(entry) < from + offset);
        let starts = entries.iter().skip(after).filter_map(move |entry| place(entry).checked_sub(offset));
        let words = starts.map(|start| start..start + wanted.len());
        words.filter(move |words| keys.get(words.clone()) == Some(wanted))
    }
}

/// The key of a pair, unlikely to equal the key of a word.
fn pair(a: u64, b: u64) -> u64 {
    a.wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(b)
}

fn bucket(key: u64) -> usize {
    usize::try_from(key >> (u64::BITS - BUCKETS)).unwrap_or_default()
}
