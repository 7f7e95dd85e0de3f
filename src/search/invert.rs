//! From texts with words to words with texts. There words are known by their places in the alphabet: those that begin
//! alike stand together, and are read together.

use hashbrown::HashMap;

use super::bits::Bits;
use super::lenders::Role;
use super::matching::PART_FROM;
use super::postings::{Postings, Tally, index, number};
use super::segment::{Frequent, Segment, WordPostings};
use super::stream::Stream;
use super::vocabulary::{Place, Vocabulary};

/// A word is frequent when it stands in one of so many records.
const FREQUENT: usize = 32;
/// And in so many at least: a shorter list is short enough.
const AT_LEAST: usize = 64;
/// The lists of all words with a short part are put together when they take one byte for so many records.
const MANY: usize = 2;

/// What is lent: the texts of the lenders, what each is, and who borrows.
pub(super) struct Lent<'r> {
    pub(super) texts: &'r Stream,
    pub(super) roles: &'r [Role],
    pub(super) borrowers: &'r Postings,
}

/// Where the records of a word are written: to a list at its place in the alphabet, or among the frequent ones.
#[derive(Clone, Copy)]
enum Whither {
    Rare(Place),
    Frequent(u16),
}

/// Turns the texts round; how often each word was met in own and in lent texts is known by the numbers of the words.
pub(super) fn invert(
    vocabulary: &Vocabulary,
    (own, of_word): (&Stream, Tally),
    (lent, lenders_of_word): (&Lent<'_>, Tally),
) -> WordPostings {
    let mut frequent = frequent(vocabulary, (own, &of_word), lent);
    let whither = whither(vocabulary, &frequent);
    let words = || vocabulary.all().map(|place| vocabulary.number(place));
    let is_rare = |word: &u32| matches!(whither.get(index(*word)), Some(Whither::Rare(_)));
    let mut of_word = of_word.room(words().map(|word| Some(word).filter(is_rare)));
    for unit in own.units() {
        own.each_word(unit, |word| match whither.get(index(word)) {
            Some(Whither::Rare(place)) => of_word.put(*place, unit),
            Some(Whither::Frequent(at)) => {
                if let Some(frequent) = frequent.get_mut(usize::from(*at)) {
                    frequent.own.set(unit);
                }
            }
            None => {}
        });
    }
    let mut lenders_of_word = lenders_of_word.room(words().map(Some));
    for (unit, role) in lent.texts.units().zip(lent.roles) {
        lent.texts.each_word(unit, |word| match whither.get(index(word)) {
            Some(Whither::Rare(place)) => lenders_of_word.put(*place, unit),
            Some(Whither::Frequent(at)) => {
                let Some(frequent) = frequent.get_mut(usize::from(*at)) else { return };
                lenders_of_word.put(frequent.word, unit);
                if *role != Role::Asked {
                    let all = frequent.all.get_or_insert_with(|| frequent.own.clone());
                    lent.borrowers.of(unit).for_each(|record| all.set(record));
                }
            }
            None => {}
        });
    }
    WordPostings { own: of_word.done(), lent: lenders_of_word.done(), frequent }
}

/// The frequent words, with no record yet: those that may stand in one of so many records, their own or lent.
fn frequent(vocabulary: &Vocabulary, (own, of_word): (&Stream, &Tally), lent: &Lent<'_>) -> Vec<Frequent> {
    let records = index(own.units().end);
    let mut counts: Vec<usize> =
        (0..number(vocabulary.len())).map(|word| index(of_word.count(word))).collect();
    for (unit, _) in lent.texts.units().zip(lent.roles).filter(|(_, role)| **role != Role::Asked) {
        let borrowers = lent.borrowers.of(unit).count();
        lent.texts.each_word(unit, |word| {
            if let Some(count) = counts.get_mut(index(word)) {
                *count += borrowers;
            }
        });
    }
    let is_frequent = |place: &Place| {
        let count = counts.get(index(vocabulary.number(*place))).copied().unwrap_or_default();
        count >= AT_LEAST && count * FREQUENT >= records
    };
    let nowhere = |word| Frequent { word, own: Bits::new(records), all: None };
    vocabulary.all().filter(is_frequent).take(usize::from(u16::MAX)).map(nowhere).collect()
}

/// Where the records of each word are written, by the number of the word.
fn whither(vocabulary: &Vocabulary, frequent: &[Frequent]) -> Vec<Whither> {
    let mut whither: Vec<Whither> = vocabulary.places().into_iter().map(Whither::Rare).collect();
    for (at, frequent) in frequent.iter().enumerate() {
        if let Some(of_word) = whither.get_mut(index(vocabulary.number(frequent.word))) {
            *of_word = Whither::Frequent(u16::try_from(at).unwrap_or(u16::MAX));
        }
    }
    whither
}

impl Segment {
    /// What is typed first is so short that it matches words without number: their lists are put together now, and not
    /// while somebody types.
    pub(super) fn put_together(&mut self) {
        let mut weights: HashMap<&str, usize> = HashMap::new();
        for place in self.vocabulary.all() {
            let weight = self.words.own.weight(place);
            short_parts(self.vocabulary.word(place))
                .for_each(|part| *weights.entry(part).or_default() += weight);
        }
        let heavy = weights.into_iter().filter(|(_, weight)| weight * MANY >= self.len());
        let together = heavy.map(|(part, _)| {
            let standing = if part.chars().count() < PART_FROM {
                self.standing(self.vocabulary.beginning(part))
            } else {
                self.standing(self.vocabulary.containing(part).into_iter())
            };
            (part.to_owned(), standing.records)
        });
        self.together = together.collect();
    }
}

/// What a short term can match in a word: the beginnings that are too short to be looked for within words, and all parts
/// of the shortest length that is not.
fn short_parts(word: &str) -> impl Iterator<Item = &str> {
    let borders = || word.char_indices().map(|(at, _)| at).chain([word.len()]);
    let beginnings = borders().skip(1).take(PART_FROM - 1).map(|end| (0, end));
    let parts = borders().zip(borders().skip(PART_FROM));
    beginnings.chain(parts).filter_map(|(from, to)| word.get(from..to))
}
