//! Inverts the texts: from the words of each document to the documents of each word. The postings are ordered by the rank
//! of the words, so that those of words with the same prefix lie next to each other and are read together.

use hashbrown::HashMap;

use super::forward_index::{ForwardIndex, Part};
use super::matching::PART_FROM;
use super::numbers::to_usize;
use super::postings::{Postings, PostingsCounter};
use super::segment::{FrequentWord, Segment, WordPostings};
use super::shared_texts::SharedKind;
use super::vocabulary::{Vocabulary, WordId};
use crate::bit_set::BitSet;

/// A set takes less space than a list if it has at least one of this many records.
const DENSE: usize = 8;
/// Sets of fewer records are not worthwhile: such lists are read fast enough.
const DENSE_FROM: usize = 64;
/// The matches of a short term are precomputed if their postings take at least one byte per this many records,
const PRECOMPUTED: usize = 2;
/// not counting those of less than this many bytes.
const COUNTED_FROM: usize = 4;

/// The shared texts, the kind of each, and the records that refer to each.
pub(super) struct SharedInput<'r> {
    pub(super) texts: &'r ForwardIndex,
    pub(super) kinds: &'r [SharedKind],
    pub(super) referrers: &'r Postings,
}

/// The sizes of the postings of records by the id of the word: in their main texts, and in others.
#[derive(Default)]
pub(super) struct OwnSizes {
    pub(super) main: PostingsCounter,
    pub(super) others: PostingsCounter,
}

impl OwnSizes {
    pub(super) fn of(&mut self, part: Part) -> &mut PostingsCounter {
        match part {
            Part::Main => &mut self.main,
            Part::Others => &mut self.others,
        }
    }
}

/// The frequent words while the texts are inverted.
struct FrequentWords {
    words: Vec<FrequentWord>,
    /// For each id of a word up to the last frequent one, its index and 1; 0 for others.
    by_id: Vec<u16>,
}

impl FrequentWords {
    fn get_mut(&mut self, word: WordId) -> Option<&mut FrequentWord> {
        let at = usize::from(*self.by_id.get(to_usize(word))?).checked_sub(1)?;
        self.words.get_mut(at)
    }
}

/// Inverts the texts of records and the shared texts. The counters have the sizes of the postings, by the id of the word.
pub(super) fn invert(
    vocabulary: &Vocabulary,
    (own, mut own_sizes): (&ForwardIndex, OwnSizes),
    (shared, shared_sizes): (&SharedInput<'_>, PostingsCounter),
) -> WordPostings {
    let mut frequent = frequent_words(vocabulary, (own, &mut own_sizes), shared);
    let mut main = own_sizes.main.allocate(vocabulary.ids());
    let mut others = own_sizes.others.allocate(vocabulary.ids());
    for record in own.documents() {
        own.for_each_word(record, |word, part| {
            let is_stored = frequent.get_mut(word).is_some_and(|frequent| frequent.insert(record, part));
            match part {
                Part::Main if !is_stored => main.push(word, record),
                Part::Others if !is_stored => others.push(word, record),
                _ => {}
            }
        });
    }
    let mut shared_postings = shared_sizes.allocate(vocabulary.ids());
    for (text, kind) in shared.texts.documents().zip(shared.kinds) {
        shared.texts.for_each_word(text, |word, _| {
            shared_postings.push(word, text);
            let all = frequent.get_mut(word).and_then(|frequent| frequent.all.as_mut());
            if let Some(all) = all.filter(|_| *kind != SharedKind::FieldOnly) {
                shared.referrers.get(text).for_each(|record| all.insert(record));
            }
        });
    }
    let mut frequent_ranks = BitSet::new(vocabulary.len());
    frequent.words.iter().for_each(|frequent| frequent_ranks.insert(frequent.word));
    WordPostings {
        main: main.finish(),
        others: others.finish(),
        shared: shared_postings.finish(),
        frequent: frequent.words,
        frequent_ranks,
    }
}

/// The frequent words, with empty sets instead of the lists that these replace. A record counts several times if several of
/// its texts contain the word.
fn frequent_words(
    vocabulary: &Vocabulary,
    (own, own_sizes): (&ForwardIndex, &mut OwnSizes),
    shared: &SharedInput<'_>,
) -> FrequentWords {
    let records = to_usize(own.documents().end);
    let mut referring: Vec<usize> = vec![0; vocabulary.len()];
    let searched = |(_, kind): &(u32, &SharedKind)| **kind != SharedKind::FieldOnly;
    for (text, _) in shared.texts.documents().zip(shared.kinds).filter(searched) {
        let referrers = shared.referrers.get(text).count();
        shared.texts.for_each_word(text, |word, _| {
            if let Some(count) = referring.get_mut(to_usize(word)) {
                *count += referrers;
            }
        });
    }
    let is_dense = |count: usize| count >= DENSE_FROM && count * DENSE >= records;
    let set = |count: usize| is_dense(count).then(|| BitSet::new(records));
    let mut frequent = FrequentWords { words: Vec::new(), by_id: Vec::new() };
    for word in vocabulary.all() {
        let id = vocabulary.id(word);
        let [main, others] = [Part::Main, Part::Others].map(|part| to_usize(own_sizes.of(part).count(id)));
        let inherited = referring.get(to_usize(id)).copied().unwrap_or_default();
        let all = main + others + inherited;
        if !is_dense(all) || frequent.words.len() >= usize::from(u16::MAX) {
            continue;
        }
        let is_mixed = main.max(others) < all;
        let sets =
            FrequentWord { word, main: set(main), others: set(others), all: set(all).filter(|_| is_mixed) };
        for (part, set) in [(Part::Main, &sets.main), (Part::Others, &sets.others)] {
            if set.is_some() {
                own_sizes.of(part).forget(id);
            }
        }
        frequent.words.push(sets);
        frequent.by_id.resize(frequent.by_id.len().max(to_usize(id) + 1), 0);
        if let Some(at) = frequent.by_id.get_mut(to_usize(id)) {
            *at = u16::try_from(frequent.words.len()).unwrap_or_default();
        }
    }
    frequent
}

impl Segment {
    /// Precomputes the matches of short terms. The first letters that a user types match so many words that reading all
    /// their postings would take too long then.
    pub(super) fn precompute_short_terms(&mut self) {
        let mut sizes: HashMap<&str, usize> = HashMap::new();
        for rank in self.vocabulary.all() {
            let size = self.words.own_byte_len(rank);
            // Most words are in one record, and matter little together.
            if size < COUNTED_FROM {
                continue;
            }
            short_parts(self.vocabulary.word(rank)).for_each(|part| *sizes.entry(part).or_default() += size);
        }
        let large = sizes.into_iter().filter(|(_, size)| size * PRECOMPUTED >= self.len());
        let matches = large.map(|(part, _)| {
            let matches = if part.chars().count() < PART_FROM {
                self.matches(self.vocabulary.with_prefix(part))
            } else {
                self.matches(self.vocabulary.containing(part).into_iter())
            };
            (part.to_owned(), matches.records)
        });
        self.short_terms = matches.collect();
    }
}

/// The short terms that match a word: prefixes that are too short to be searched within words, and all parts of the
/// shortest length that is searched there.
fn short_parts(word: &str) -> impl Iterator<Item = &str> {
    let boundaries = || word.char_indices().map(|(at, _)| at).chain([word.len()]);
    let prefixes = boundaries().skip(1).take(PART_FROM - 1).map(|end| (0, end));
    let parts = boundaries().zip(boundaries().skip(PART_FROM));
    prefixes.chain(parts).filter_map(|(from, to)| word.get(from..to))
}
