//! Inverts the texts: from the words of each document to the documents of each word. The postings are ordered by the rank
//! of the words, so that those of words with the same prefix lie next to each other and are read together.

use hashbrown::HashMap;

use super::bit_set::BitSet;
use super::forward_index::{ForwardIndex, Part};
use super::matching::PART_FROM;
use super::numbers::{to_u32, to_usize};
use super::postings::{Postings, PostingsCounter};
use super::segment::{FrequentWord, Segment, WordPostings};
use super::shared_texts::SharedKind;
use super::vocabulary::{Vocabulary, WordRank};

/// A word is frequent if at least one of this many records contains it,
const FREQUENT: usize = 32;
/// and at least this many records: shorter lists are read fast enough.
const FREQUENT_FROM: usize = 64;
/// The matches of a short term are precomputed if their postings take at least one byte per this many records.
const PRECOMPUTED: usize = 2;

/// The shared texts, the kind of each, and the records that refer to each.
pub(super) struct SharedInput<'r> {
    pub(super) texts: &'r ForwardIndex,
    pub(super) kinds: &'r [SharedKind],
    pub(super) referrers: &'r Postings,
}

/// Where the records of a word are stored.
#[derive(Clone, Copy)]
enum Destination {
    /// In the postings of the word with this rank.
    Postings(WordRank),
    /// In the frequent word with this index.
    Frequent(u16),
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

/// Inverts the texts of records and the shared texts. The counters have the sizes of the postings, by the id of the word.
pub(super) fn invert(
    vocabulary: &Vocabulary,
    (own, own_sizes): (&ForwardIndex, OwnSizes),
    (shared, shared_sizes): (&SharedInput<'_>, PostingsCounter),
) -> WordPostings {
    let mut frequent = frequent_words(vocabulary, (own, &own_sizes), shared);
    let destinations = destinations(vocabulary, &frequent);
    let ids = || vocabulary.all().map(|rank| vocabulary.id(rank));
    let is_rare = |word: &u32| matches!(destinations.get(to_usize(*word)), Some(Destination::Postings(_)));
    let [mut main, mut others] = [own_sizes.main, own_sizes.others]
        .map(|it| it.allocate(ids().map(|word| Some(word).filter(is_rare))));
    for record in own.documents() {
        own.for_each_word(record, |word, part| match (destinations.get(to_usize(word)), part) {
            (Some(Destination::Postings(rank)), Part::Main) => main.push(*rank, record),
            (Some(Destination::Postings(rank)), Part::Others) => others.push(*rank, record),
            (Some(Destination::Frequent(at)), _) => {
                if let Some(frequent) = frequent.get_mut(usize::from(*at)) {
                    frequent.insert(record, part);
                }
            }
            (None, _) => {}
        });
    }
    frequent.iter_mut().for_each(FrequentWord::unite_parts);
    let mut shared_postings = shared_sizes.allocate(ids().map(Some));
    for (text, kind) in shared.texts.documents().zip(shared.kinds) {
        shared.texts.for_each_word(text, |word, _| match destinations.get(to_usize(word)) {
            Some(Destination::Postings(rank)) => shared_postings.push(*rank, text),
            Some(Destination::Frequent(at)) => {
                let Some(frequent) = frequent.get_mut(usize::from(*at)) else { return };
                shared_postings.push(frequent.word, text);
                if *kind != SharedKind::FieldOnly {
                    let records = frequent.all.get_or_insert_with(|| frequent.main.clone());
                    shared.referrers.get(text).for_each(|record| records.insert(record));
                }
            }
            None => {}
        });
    }
    WordPostings { main: main.finish(), others: others.finish(), shared: shared_postings.finish(), frequent }
}

/// The frequent words, still without records. A record counts several times if several of its texts contain the word.
fn frequent_words(
    vocabulary: &Vocabulary,
    (own, own_sizes): (&ForwardIndex, &OwnSizes),
    shared: &SharedInput<'_>,
) -> Vec<FrequentWord> {
    let records = to_usize(own.documents().end);
    let own_count = |word| to_usize(own_sizes.main.count(word) + own_sizes.others.count(word));
    let mut counts: Vec<usize> = (0..to_u32(vocabulary.len())).map(own_count).collect();
    let searched = |(_, kind): &(u32, &SharedKind)| **kind != SharedKind::FieldOnly;
    for (text, _) in shared.texts.documents().zip(shared.kinds).filter(searched) {
        let referrers = shared.referrers.get(text).count();
        shared.texts.for_each_word(text, |word, _| {
            if let Some(count) = counts.get_mut(to_usize(word)) {
                *count += referrers;
            }
        });
    }
    let is_frequent = |rank: &WordRank| {
        let count = counts.get(to_usize(vocabulary.id(*rank))).copied().unwrap_or_default();
        count >= FREQUENT_FROM && count * FREQUENT >= records
    };
    let empty = |word| FrequentWord { word, main: BitSet::new(records), others: None, all: None };
    vocabulary.all().filter(is_frequent).take(usize::from(u16::MAX)).map(empty).collect()
}

/// Where the records of each word are stored, by the id of the word.
fn destinations(vocabulary: &Vocabulary, frequent: &[FrequentWord]) -> Vec<Destination> {
    let mut destinations: Vec<Destination> =
        vocabulary.ranks_by_id().into_iter().map(Destination::Postings).collect();
    for (at, frequent) in frequent.iter().enumerate() {
        if let Some(destination) = destinations.get_mut(to_usize(vocabulary.id(frequent.word))) {
            *destination = Destination::Frequent(u16::try_from(at).unwrap_or(u16::MAX));
        }
    }
    destinations
}

impl Segment {
    /// Precomputes the matches of short terms. The first letters that a user types match so many words that reading all
    /// their postings would take too long then.
    pub(super) fn precompute_short_terms(&mut self) {
        let mut sizes: HashMap<&str, usize> = HashMap::new();
        for rank in self.vocabulary.all() {
            let size = self.words.own_byte_len(rank);
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
