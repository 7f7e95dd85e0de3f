//! One word of a query against the whole vocabulary: which words it matches, how well, and in what class.

use snowball_stemmers_rs::{Algorithm, Stemmer};

use super::matching::{Quality, affix, literal, scattered, typo};
use super::query::Form;

/// How a record was found; the later, the better, whatever the score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Class {
    /// Some word only as scattered letters.
    #[default]
    Scattered,
    /// Some word only by an affix, a stem, or with a typo.
    Loose,
    /// Every word in full: itself, its beginning, or a part of it.
    Literal,
    /// The words one after the other, as they were typed.
    Phrase,
}

/// Which classes are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Reach {
    /// Words in full.
    Literal,
    /// Also affixes, stems and typos.
    Loose,
    /// Also scattered letters.
    Scattered,
}

/// For each word of the vocabulary, how well it matches: 0 where it does not.
pub(super) struct Expansion {
    qualities: Vec<u8>,
    classes: Vec<Class>,
}

/// The part of its quality that a match of the stem has.
const STEM: f32 = 0.62;
/// Only long words have a stem worth looking for, and only long stems are worth it.
const STEMMED_FROM: usize = 6;
const STEM_FROM: usize = 5;

impl Expansion {
    /// The quality and the class of a word.
    pub(super) fn of(&self, word: u32) -> Option<(u8, Class)> {
        let at = usize::try_from(word).ok()?;
        let quality = *self.qualities.get(at)?;
        (quality > 0).then(|| (quality, self.classes.get(at).copied().unwrap_or_default()))
    }

    /// The words that match.
    pub(super) fn words(&self) -> impl Iterator<Item = u32> {
        let matching = self.qualities.iter().enumerate().filter(|(_, quality)| **quality > 0);
        matching.filter_map(|(at, _)| u32::try_from(at).ok())
    }

    /// Matches one form with every word; phrases are not matched word by word.
    pub(super) fn new(form: &Form, vocabulary: &[String], reach: Reach) -> Self {
        let stem = match form {
            Form::Word(term) if reach >= Reach::Loose => stem(term),
            _ => None,
        };
        let judge = |word: &String| match form {
            Form::Word(term) => judge(term, stem.as_deref(), word, reach),
            Form::Exact(term) => (word == term).then_some((255, Class::Literal)),
            Form::Prefix(term) if word.starts_with(term.as_str()) => {
                Some((literal(term, word)?.0, Class::Literal))
            }
            Form::Suffix(term) => word.ends_with(term.as_str()).then_some((200, Class::Literal)),
            Form::Prefix(_) | Form::Phrase(_) | Form::Type(_) | Form::Days(_) => None,
        };
        let (qualities, classes) = vocabulary.iter().map(|word| judge(word).unwrap_or_default()).unzip();
        Self { qualities, classes }
    }
}

/// The best way in which a word matches a term, as far as one may reach.
fn judge(term: &str, stem: Option<&str>, word: &str, reach: Reach) -> Option<(u8, Class)> {
    if let Some(Quality(quality)) = literal(term, word) {
        return Some((quality, Class::Literal));
    }
    if reach >= Reach::Loose {
        let by_stem = || {
            let Quality(quality) = literal(stem?, word)?;
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a part of a byte")]
            let part = (f32::from(quality) * STEM) as u8;
            Some(Quality(part))
        };
        if let Some(Quality(quality)) = affix(term, word).or_else(|| typo(term, word)).or_else(by_stem) {
            return Some((quality, Class::Loose));
        }
    }
    if reach >= Reach::Scattered
        && let Some((Quality(quality), _)) = scattered(term, word)
    {
        return Some((quality, Class::Scattered));
    }
    None
}

fn stem(term: &str) -> Option<String> {
    if term.chars().count() < STEMMED_FROM {
        return None;
    }
    let stem = Stemmer::create(Algorithm::Indonesian).stem(term).into_owned();
    (stem != term && stem.chars().count() >= STEM_FROM).then_some(stem)
}
