//! The vocabulary: the different words of the records in alphabetical order, with lookup by prefix, by part and by letters.

use std::hash::BuildHasher as _;
use std::ops::Range;

use borsh::{BorshDeserialize, BorshSerialize};
use hashbrown::hash_table::Entry;
use hashbrown::{DefaultHashBuilder, HashTable};
use memchr::memmem;

use super::numbers::{to_u32, to_usize};

/// Separates two words. No word contains it.
const END: char = '\n';

/// The rank of a word in alphabetical order. Postings and lookups use it.
pub(super) type WordRank = u32;

/// The id of a word, assigned in order of first occurrence. Texts consist of ids.
pub(super) type WordId = u32;

/// Words in alphabetical order.
#[derive(Debug, Default, BorshSerialize, BorshDeserialize)]
pub(super) struct Vocabulary {
    /// The words, each followed by [`END`].
    words: String,
    starts: Vec<u32>,
    /// The id of each word.
    ids: Vec<WordId>,
    /// The letters of each word, see [`letter_mask`].
    masks: Vec<u32>,
    /// The length of each word in characters, at most 255.
    lengths: Vec<u8>,
}

impl Vocabulary {
    pub(super) fn len(&self) -> usize {
        self.ids.len()
    }

    pub(super) fn word(&self, rank: WordRank) -> &str {
        let start = self.starts.get(to_usize(rank)).copied().map_or(0, to_usize);
        let end = self.starts.get(to_usize(rank) + 1).copied().map_or(start, to_usize);
        self.words.get(start..end.saturating_sub(END.len_utf8())).unwrap_or_default()
    }

    /// The id of a word.
    pub(super) fn id(&self, rank: WordRank) -> WordId {
        self.ids.get(to_usize(rank)).copied().unwrap_or(u32::MAX)
    }

    pub(super) fn find(&self, word: &str) -> Option<WordRank> {
        let at = self.lower_bound(word);
        (self.word(at) == word && to_usize(at) < self.len()).then_some(at)
    }

    /// The words with a prefix.
    pub(super) fn with_prefix(&self, prefix: &str) -> Range<WordRank> {
        let start = self.lower_bound(prefix);
        let mut end = to_u32(self.len());
        let mut known = start;
        // A binary search for the first word without the prefix.
        while known < end {
            let middle = known.midpoint(end);
            if self.word(middle).starts_with(prefix) {
                known = middle + 1;
            } else {
                end = middle;
            }
        }
        start..end
    }

    /// The first word that is not less than `word`.
    fn lower_bound(&self, word: &str) -> WordRank {
        let (mut from, mut to) = (0, to_u32(self.len()));
        while from < to {
            let middle = from.midpoint(to);
            if self.word(middle) < word {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        from
    }

    /// The words with a suffix.
    pub(super) fn with_suffix(&self, suffix: &str) -> Vec<WordRank> {
        self.containing(&format!("{suffix}{END}"))
    }

    /// The words with a part: one pass over all words as a single text.
    pub(super) fn containing(&self, part: &str) -> Vec<WordRank> {
        let mut ranks: Vec<WordRank> = Vec::new();
        let mut rank = 0;
        for at in memmem::find_iter(self.words.as_bytes(), part.as_bytes()) {
            let after = self.starts.get(rank..).unwrap_or_default();
            rank += gallop(after, to_u32(at)).saturating_sub(1);
            if ranks.last() != Some(&to_u32(rank)) {
                ranks.push(to_u32(rank));
            }
        }
        ranks
    }

    /// The words of a range whose letter mask and length satisfy conditions.
    pub(super) fn filter(
        &self,
        range: Range<WordRank>,
        letters: impl Fn(u32) -> bool,
        length: impl Fn(u8) -> bool,
    ) -> Vec<WordRank> {
        let within = to_usize(range.start)..to_usize(range.end);
        let masks = self.masks.get(within.clone()).unwrap_or_default().iter();
        let lengths = self.lengths.get(within).unwrap_or_default();
        let found =
            range.zip(masks.zip(lengths)).filter(|(_, (mask, long))| length(**long) && letters(**mask));
        found.map(|(rank, _)| rank).collect()
    }

    /// The ids of all words, in alphabetical order.
    pub(super) fn ids(&self) -> impl ExactSizeIterator<Item = WordId> {
        self.ids.iter().copied()
    }

    /// All words.
    pub(super) fn all(&self) -> Range<WordRank> {
        0..to_u32(self.len())
    }

    pub(super) fn bytes(&self) -> usize {
        self.words.len() + self.starts.len() * 4 + self.ids.len() * 8 + self.lengths.len()
    }
}

/// How many of the ascending numbers are at most `limit`: a galloping search, which is fast if they are few.
fn gallop(numbers: &[u32], limit: u32) -> usize {
    let mut step = 1;
    while numbers.get(step).is_some_and(|number| *number <= limit) {
        step *= 2;
    }
    let from = step / 2;
    let to = numbers.len().min(step + 1);
    from + numbers.get(from..to).unwrap_or_default().partition_point(|number| *number <= limit)
}

/// The letters of a word as bits: one for each letter from a to z, and a few for all others. A change of one letter changes
/// at most two bits.
pub(super) fn letter_mask(word: &str) -> u32 {
    word.chars().fold(0, |mask, c| {
        let bit = match c {
            'a'..='z' => u32::from(c) - u32::from('a'),
            '0'..='9' => 26,
            _ => 27 + u32::from(c) % 5,
        };
        mask | 1 << bit
    })
}

/// Collects words and assigns their ids.
#[derive(Debug, Default)]
pub(super) struct VocabularyBuilder {
    hasher: DefaultHashBuilder,
    slots: HashTable<WordSlot>,
    words: String,
    starts: Vec<u32>,
}

/// An entry of the hash table. Its first bytes and its length tell most words apart without a look at the word itself, which
/// is elsewhere in memory. A word of up to [`INLINE_BYTES`] is completely in the entry.
#[derive(Debug, Clone, Copy)]
struct WordSlot {
    first: u64,
    rest: u32,
    id: WordId,
}

/// The number of bytes of the word in a [`WordSlot`].
const INLINE_BYTES: usize = 11;

impl WordSlot {
    fn of(word: &str, id: WordId) -> Self {
        let (first, rest) = word.as_bytes().split_at(word.len().min(8));
        let length = u32::try_from(word.len()).unwrap_or(u32::MAX).min(255);
        let number = |bytes: &[u8]| bytes.iter().fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
        let first = match <[u8; 8]>::try_from(first) {
            Ok(first) => u64::from_be_bytes(first),
            // Zeros follow a shorter word, so that the numbers are in alphabetical order.
            Err(_) => number(first).checked_shl(64 - 8 * length).unwrap_or_default(),
        };
        let [.., a, b, c] = number(rest.get(..INLINE_BYTES - 8).unwrap_or(rest)).to_be_bytes();
        Self { first, rest: u32::from_be_bytes([a, b, c, 0]) | length, id }
    }

    /// Whether the word is completely in the entry.
    fn is_complete(&self) -> bool {
        self.rest & 255 <= to_u32(INLINE_BYTES)
    }

    /// The hash of the word, which `word` returns if the entry does not have all of it.
    fn hash<'w>(&self, hasher: &DefaultHashBuilder, word: impl FnOnce() -> &'w str) -> u64 {
        if self.is_complete() { hasher.hash_one((self.first, self.rest)) } else { hasher.hash_one(word()) }
    }
}

impl VocabularyBuilder {
    /// The id of a word, which is added if it is new.
    pub(super) fn intern(&mut self, word: &str) -> WordId {
        let Self { hasher, slots, words, starts } = self;
        let new = WordSlot::of(word, to_u32(starts.len()));
        let known = |id: WordId| word_at(words, starts, id);
        let is_it = |slot: &WordSlot| {
            (slot.first, slot.rest) == (new.first, new.rest) && (slot.is_complete() || known(slot.id) == word)
        };
        let hash = new.hash(hasher, || word);
        match slots.entry(hash, is_it, |slot| slot.hash(hasher, || known(slot.id))) {
            Entry::Occupied(entry) => entry.get().id,
            Entry::Vacant(entry) => {
                entry.insert(new);
                starts.push(to_u32(words.len()));
                words.push_str(word);
                new.id
            }
        }
    }

    pub(super) fn word(&self, id: WordId) -> &str {
        word_at(&self.words, &self.starts, id)
    }

    pub(super) fn len(&self) -> usize {
        self.starts.len()
    }

    /// Sorts the words.
    pub(super) fn build(self) -> Vocabulary {
        // The first bytes as a number nearly always decide.
        let mut order: Vec<(u64, u32)> = self.slots.iter().map(|slot| (slot.first, slot.id)).collect();
        order.sort_unstable_by(|(a, one), (b, other)| {
            a.cmp(b).then_with(|| self.word(*one).cmp(self.word(*other)))
        });
        let count = order.len();
        let mut vocabulary = Vocabulary {
            words: String::with_capacity(self.words.len() + count),
            starts: Vec::with_capacity(count + 1),
            ids: Vec::with_capacity(count),
            masks: Vec::with_capacity(count),
            lengths: Vec::with_capacity(count),
        };
        for (_, of) in order {
            let word = self.word(of);
            vocabulary.starts.push(to_u32(vocabulary.words.len()));
            vocabulary.words.push_str(word);
            vocabulary.words.push(END);
            vocabulary.ids.push(of);
            vocabulary.masks.push(letter_mask(word));
            vocabulary.lengths.push(u8::try_from(word.chars().count()).unwrap_or(u8::MAX));
        }
        vocabulary.starts.push(to_u32(vocabulary.words.len()));
        vocabulary
    }
}

fn word_at<'a>(words: &'a str, starts: &[u32], id: WordId) -> &'a str {
    let start = starts.get(to_usize(id)).copied().map_or(0, to_usize);
    let end = starts.get(to_usize(id) + 1).copied().map_or(words.len(), to_usize);
    words.get(start..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn vocabulary(words: &[String]) -> Vocabulary {
        let mut vocabulary = VocabularyBuilder::default();
        for word in words {
            let id = vocabulary.intern(word);
            assert_eq!(vocabulary.intern(word), id);
            assert_eq!(vocabulary.word(id), word);
        }
        vocabulary.build()
    }

    proptest! {
        #[test]
        fn lookups_agree_with_a_linear_scan(words in prop::collection::vec("[abé]{1,5}", 0..40), part in "[abé]{1,3}") {
            let known = vocabulary(&words);
            let mut sorted = words.clone();
            sorted.sort();
            sorted.dedup();
            prop_assert_eq!(known.all().map(|rank| known.word(rank).to_owned()).collect::<Vec<_>>(), sorted.clone());
            let expected = |is: &dyn Fn(&str) -> bool| sorted.iter().filter(|word| is(word)).cloned().collect::<Vec<_>>();
            let found = |ranks: Vec<WordRank>| ranks.into_iter().map(|rank| known.word(rank).to_owned()).collect::<Vec<_>>();
            prop_assert_eq!(found(known.with_prefix(&part).collect()), expected(&|word| word.starts_with(&part)));
            prop_assert_eq!(found(known.containing(&part)), expected(&|word| word.contains(&part)));
            prop_assert_eq!(found(known.with_suffix(&part)), expected(&|word| word.ends_with(&part)));
            prop_assert_eq!(found(known.find(&part).into_iter().collect()), expected(&|word| word == part));
            let mask = letter_mask(&part);
            prop_assert_eq!(found(known.filter(known.all(), |of| of == mask, |_| true)), expected(&|word| letter_mask(word) == mask));
        }
    }
}
