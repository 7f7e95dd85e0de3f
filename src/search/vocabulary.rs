//! The different words of the records, in the order of the alphabet, and how they are found: by their beginning, by a
//! part, and by their letters.

use std::hash::BuildHasher as _;
use std::ops::Range;

use hashbrown::hash_table::Entry;
use hashbrown::{DefaultHashBuilder, HashTable};
use memchr::memmem;

use super::postings::{index, number};

/// Between two words; it is in none.
const END: char = '\n';

/// A word by its place in the alphabet.
pub(super) type Place = u32;

/// Words by the alphabet.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    /// Each with [`END`] after it.
    words: String,
    starts: Vec<u32>,
    /// The numbers that the words have in texts and postings: the sooner a word was met, the smaller.
    numbers: Vec<u32>,
    /// Which letters a word has.
    masks: Vec<u32>,
    /// How many characters, at most 255.
    lengths: Vec<u8>,
}

impl Vocabulary {
    pub(super) fn len(&self) -> usize {
        self.numbers.len()
    }

    pub(super) fn word(&self, place: Place) -> &str {
        let start = self.starts.get(index(place)).copied().map_or(0, index);
        let end = self.starts.get(index(place) + 1).copied().map_or(start, index);
        self.words.get(start..end.saturating_sub(END.len_utf8())).unwrap_or_default()
    }

    /// The number of a word in texts and postings.
    pub(super) fn number(&self, place: Place) -> u32 {
        self.numbers.get(index(place)).copied().unwrap_or(u32::MAX)
    }

    pub(super) fn find(&self, word: &str) -> Option<Place> {
        let at = self.first_not_before(word);
        (self.word(at) == word && index(at) < self.len()).then_some(at)
    }

    /// The words that begin so.
    pub(super) fn beginning(&self, with: &str) -> Range<Place> {
        let start = self.first_not_before(with);
        let mut end = number(self.len());
        let mut known = start;
        // Halving between words that begin so and words that come after all of them.
        while known < end {
            let middle = known.midpoint(end);
            if self.word(middle).starts_with(with) {
                known = middle + 1;
            } else {
                end = middle;
            }
        }
        start..end
    }

    fn first_not_before(&self, word: &str) -> Place {
        let (mut from, mut to) = (0, number(self.len()));
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

    /// The words that end so.
    pub(super) fn ending(&self, with: &str) -> Vec<Place> {
        self.containing(&format!("{with}{END}"))
    }

    /// The words that have this part anywhere: goes once through all of them as one text.
    pub(super) fn containing(&self, part: &str) -> Vec<Place> {
        let mut places: Vec<Place> = Vec::new();
        let mut place = 0;
        for at in memmem::find_iter(self.words.as_bytes(), part.as_bytes()) {
            let after = self.starts.get(place..).unwrap_or_default();
            place += gallop(after, number(at)).saturating_sub(1);
            if places.last() != Some(&number(place)) {
                places.push(number(place));
            }
        }
        places
    }

    /// The words of a range of which letters and length are as wanted.
    pub(super) fn with(
        &self,
        range: Range<Place>,
        letters: impl Fn(u32) -> bool,
        length: impl Fn(u8) -> bool,
    ) -> Vec<Place> {
        let within = index(range.start)..index(range.end);
        let masks = self.masks.get(within.clone()).unwrap_or_default().iter();
        let lengths = self.lengths.get(within).unwrap_or_default();
        let meant =
            range.zip(masks.zip(lengths)).filter(|(_, (mask, long))| length(**long) && letters(**mask));
        meant.map(|(place, _)| place).collect()
    }

    /// For each number the place.
    pub(super) fn places(&self) -> Vec<Place> {
        let mut places = vec![0; self.len()];
        for (place, of) in self.numbers.iter().enumerate() {
            if let Some(place_of) = places.get_mut(index(*of)) {
                *place_of = number(place);
            }
        }
        places
    }

    /// All of them.
    pub(super) fn all(&self) -> Range<Place> {
        0..number(self.len())
    }

    pub(super) fn bytes(&self) -> usize {
        self.words.len() + self.starts.len() * 4 + self.numbers.len() * 8 + self.lengths.len()
    }
}

/// How many of the growing numbers are not above `limit`, if they are few: looks near the beginning first.
fn gallop(numbers: &[u32], limit: u32) -> usize {
    let mut step = 1;
    while numbers.get(step).is_some_and(|number| *number <= limit) {
        step *= 2;
    }
    let from = step / 2;
    let to = numbers.len().min(step + 1);
    from + numbers.get(from..to).unwrap_or_default().partition_point(|number| *number <= limit)
}

/// The letters of a word as bits: one for each of the alphabet, and few for all others. A change of one letter changes at
/// most two of them.
pub(super) fn letters(word: &str) -> u32 {
    word.chars().fold(0, |mask, c| {
        let bit = match c {
            'a'..='z' => u32::from(c) - u32::from('a'),
            '0'..='9' => 26,
            _ => 27 + u32::from(c) % 5,
        };
        mask | 1 << bit
    })
}

/// Words while they are being met.
#[derive(Debug, Default)]
pub(super) struct Growing {
    hasher: DefaultHashBuilder,
    slots: HashTable<Slot>,
    words: String,
    starts: Vec<u32>,
}

/// A word in the table: its number, and what tells most words apart without a look at the word itself, which stands
/// elsewhere in memory: the first bytes and the length. A word of no more bytes is told wholly.
#[derive(Debug, Clone, Copy)]
struct Slot {
    first: u64,
    rest: u32,
    number: u32,
}

/// The bytes of the word in a [`Slot`].
const TOLD: usize = 11;

impl Slot {
    fn of(word: &str, number: u32) -> Self {
        let mut told = word.bytes();
        let mut take = |count: usize| {
            let bytes = told.by_ref().map(u64::from).chain(std::iter::repeat(0));
            bytes.take(count).fold(0_u64, |number, byte| number << 8 | byte)
        };
        let (first, rest) = (take(8), take(TOLD - 8));
        let length = u64::try_from(word.len()).unwrap_or(u64::MAX).min(255);
        Self { first, rest: u32::try_from(rest << 8 | length).unwrap_or(u32::MAX), number }
    }
}

impl Growing {
    /// The numbers of words, in their order.
    pub(super) fn numbers<'w>(
        &mut self,
        words: impl Iterator<Item = &'w str> + Clone,
        numbers: &mut Vec<u32>,
    ) {
        // All hashes first: then the look-ups, which wait for memory, can wait at the same time.
        let hasher = &self.hasher;
        let known: Vec<u64> = words.clone().map(|word| hasher.hash_one(word)).collect();
        numbers.reserve(known.len());
        for (hash, word) in known.into_iter().zip(words) {
            let number = self.number_of(hash, word);
            numbers.push(number);
        }
    }

    /// The number of a word.
    pub(super) fn number(&mut self, word: &str) -> u32 {
        self.number_of(self.hasher.hash_one(word), word)
    }

    fn number_of(&mut self, hash: u64, word: &str) -> u32 {
        let Self { hasher, slots, words, starts } = self;
        let wanted = Slot::of(word, number(starts.len()));
        let known = |number: u32| known(words, starts, number);
        let is_it = |slot: &Slot| {
            (slot.first, slot.rest) == (wanted.first, wanted.rest)
                && (word.len() <= TOLD || known(slot.number) == word)
        };
        match slots.entry(hash, is_it, |slot| hasher.hash_one(known(slot.number))) {
            Entry::Occupied(entry) => entry.get().number,
            Entry::Vacant(entry) => {
                entry.insert(wanted);
                starts.push(number(words.len()));
                words.push_str(word);
                wanted.number
            }
        }
    }

    pub(super) fn word(&self, number: u32) -> &str {
        known(&self.words, &self.starts, number)
    }

    pub(super) fn len(&self) -> usize {
        self.starts.len()
    }

    /// Puts the words into the order of the alphabet.
    pub(super) fn sorted(self) -> Vocabulary {
        // The first bytes as a number decide nearly always.
        let mut order: Vec<(u64, u32)> = self.slots.iter().map(|slot| (slot.first, slot.number)).collect();
        order.sort_unstable_by(|(a, one), (b, other)| {
            a.cmp(b).then_with(|| self.word(*one).cmp(self.word(*other)))
        });
        let mut vocabulary = Vocabulary::default();
        vocabulary.words.reserve_exact(self.words.len() + order.len());
        for (_, of) in order {
            let word = self.word(of);
            vocabulary.starts.push(number(vocabulary.words.len()));
            vocabulary.words.push_str(word);
            vocabulary.words.push(END);
            vocabulary.numbers.push(of);
            vocabulary.masks.push(letters(word));
            vocabulary.lengths.push(u8::try_from(word.chars().count()).unwrap_or(u8::MAX));
        }
        vocabulary.starts.push(number(vocabulary.words.len()));
        vocabulary
    }
}

fn known<'a>(words: &'a str, starts: &[u32], number: u32) -> &'a str {
    let start = starts.get(index(number)).copied().map_or(0, index);
    let end = starts.get(index(number) + 1).copied().map_or(words.len(), index);
    words.get(start..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn vocabulary(words: &[String]) -> Vocabulary {
        let mut growing = Growing::default();
        for word in words {
            let number = growing.number(word);
            assert_eq!(growing.number(word), number);
            assert_eq!(growing.word(number), word);
        }
        growing.sorted()
    }

    proptest! {
        #[test]
        fn words_are_found_as_a_slow_look_finds_them(words in prop::collection::vec("[abé]{1,5}", 0..40), part in "[abé]{1,3}") {
            let known = vocabulary(&words);
            let mut sorted = words.clone();
            sorted.sort();
            sorted.dedup();
            prop_assert_eq!(known.all().map(|place| known.word(place).to_owned()).collect::<Vec<_>>(), sorted.clone());
            let meant = |is: &dyn Fn(&str) -> bool| sorted.iter().filter(|word| is(word)).cloned().collect::<Vec<_>>();
            let found = |places: Vec<Place>| places.into_iter().map(|place| known.word(place).to_owned()).collect::<Vec<_>>();
            prop_assert_eq!(found(known.beginning(&part).collect()), meant(&|word| word.starts_with(&part)));
            prop_assert_eq!(found(known.containing(&part)), meant(&|word| word.contains(&part)));
            prop_assert_eq!(found(known.ending(&part)), meant(&|word| word.ends_with(&part)));
            prop_assert_eq!(found(known.find(&part).into_iter().collect()), meant(&|word| word == part));
            let mask = letters(&part);
            prop_assert_eq!(found(known.with(known.all(), |of| of == mask, |_| true)), meant(&|word| letters(word) == mask));
        }
    }
}
