//! How well a word of the query matches a word of a record.

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use snowball_stemmers_rs::{Algorithm, Stemmer};

/// How good a match is, from 1 to 255: 255 for the word itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Quality(pub(super) u8);

/// The best that scattered letters can reach; every literal match is above.
const SCATTERED_AT_BEST: u8 = 100;
/// From so many letters a term is also found within words, and by scattered letters.
pub(super) const PART_FROM: usize = 3;
const EXACT: u8 = 255;
const PREFIX: u8 = 215;
const PREFIX_AT_WORST: u8 = 173;
/// With the nasal change.
pub(super) const AFFIX: Quality = Quality(172);
const SUBSTRING: u8 = 165;
const TYPO: u8 = 155;
const TYPO_PREFIX: u8 = 122;
const TYPO_TWICE: u8 = 118;
const SCATTERED_AT_LEAST: u8 = 40;
/// Only long words have a stem worth looking for, and only long stems are worth it.
const STEMMED_FROM: usize = 6;
const STEM_FROM: usize = 5;
/// No word that people write is longer, in bytes; the matcher's time grows with the product of the lengths.
const LONGEST: usize = 128;
/// Scattered letters must score this part of what the word itself would.
const LEAST_RATIO: f32 = 0.45;

/// The word itself, its beginning, or a part of it. One or two letters are a beginning only.
pub(super) fn literal(term: &str, word: &str) -> Option<Quality> {
    let is_part = word.starts_with(term) || (term.chars().count() >= PART_FROM && word.contains(term));
    is_part.then(|| of_part(term, word))
}

/// How good a match is of which it is known that the term is a part of the word.
pub(super) fn of_part(term: &str, word: &str) -> Quality {
    match word.strip_prefix(term) {
        Some("") => Quality(EXACT),
        Some(rest) => {
            let missing = u8::try_from(rest.chars().count()).unwrap_or(u8::MAX);
            Quality(PREFIX.saturating_sub(missing.saturating_mul(3)).max(PREFIX_AT_WORST))
        }
        None => Quality(SUBSTRING),
    }
}

/// Finds the letters of a term in their order, with others between them: from three letters, and the first one must be
/// the first of the word.
pub(super) struct Scattered<'t> {
    term: &'t str,
    matcher: SkimMatcherV2,
    /// What the term itself would score.
    itself: i64,
}

impl<'t> Scattered<'t> {
    /// None when the term is too short.
    pub(super) fn new(term: &'t str) -> Option<Self> {
        let matcher = SkimMatcherV2::default();
        let itself = matcher.fuzzy_match(term, term).filter(|_| term.chars().count() >= PART_FROM)?;
        Some(Self { term, matcher, itself })
    }

    pub(super) fn quality(&self, word: &str) -> Option<Quality> {
        let score = self.is_possible(word).then(|| self.matcher.fuzzy_match(word, self.term))??;
        self.rated(score)
    }

    /// Which characters of the word they are.
    pub(super) fn letters(&self, word: &str) -> Option<Vec<usize>> {
        let (score, letters) =
            self.is_possible(word).then(|| self.matcher.fuzzy_indices(word, self.term))??;
        self.rated(score).map(|_| letters)
    }

    fn is_possible(&self, word: &str) -> bool {
        self.term.chars().next() == word.chars().next()
            && word.len() <= LONGEST
            && is_subsequence(self.term, word)
    }

    fn rated(&self, score: i64) -> Option<Quality> {
        let ratio = as_f32(score) / as_f32(self.itself).max(1.0);
        let room = f32::from(SCATTERED_AT_BEST - SCATTERED_AT_LEAST);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 60")]
        let above = (room * ratio.min(1.0)) as u8;
        (ratio >= LEAST_RATIO).then_some(Quality(SCATTERED_AT_LEAST + above))
    }
}

/// The beginning of words that the nasal change of Indonesian makes of a term after me- and pe-: from `tingkat` to
/// `meningkatkan` and `peningkatan`, from `kunjung` to `mengunjungi`.
fn nasal_beginnings(term: &str) -> Option<[String; 2]> {
    let (nasal, rest) = [("n", 't'), ("ng", 'k'), ("ny", 's'), ("m", 'p')]
        .into_iter()
        .find_map(|(nasal, letter)| Some((nasal, term.strip_prefix(letter)?)))?;
    let changes = rest.starts_with(['a', 'i', 'u', 'e', 'o']) && rest.chars().count() >= 3;
    changes.then(|| ["me", "pe"].map(|prefix| format!("{prefix}{nasal}{rest}")))
}

/// Finds words that were mistyped: one letter too many, too few, another, or two exchanged, from four letters; the same
/// in the beginning of a longer word; two such faults from eight letters.
pub(super) struct Mistyped<'t> {
    term: &'t str,
    length: usize,
    /// For each letter of the term, where it stands in it: a bit for each place.
    places: Vec<(char, u64)>,
}

impl<'t> Mistyped<'t> {
    /// None when the term is too short, or longer than anybody would mistype it.
    pub(super) fn new(term: &'t str) -> Option<Self> {
        let length = term.chars().count();
        let mut places: Vec<(char, u64)> = Vec::new();
        for (at, c) in term.chars().enumerate() {
            let bit = 1_u64.checked_shl(u32::try_from(at).ok()?)?;
            match places.iter_mut().find(|(known, _)| *known == c) {
                Some((_, bits)) => *bits |= bit,
                None => places.push((c, bit)),
            }
        }
        (length >= TYPO_FROM).then_some(Self { term, length, places })
    }

    pub(super) fn quality(&self, word: &str) -> Option<Quality> {
        let other = word.chars().count();
        if word.len() > LONGEST {
            return None;
        }
        if self.length.abs_diff(other) <= 1 && has_one_fault(self.term, word, |rest, of| rest == of) {
            return Some(Quality(TYPO));
        }
        let begins_alike = self.term.chars().next() == word.chars().next();
        let begins = |rest: &str, of: &str| of.starts_with(rest);
        if other > self.length + 1 && begins_alike && has_one_fault(self.term, word, begins) {
            return Some(Quality(TYPO_PREFIX));
        }
        (self.length >= TWO_TYPOS_FROM && self.length.abs_diff(other) <= 2 && self.distance(word) == 2)
            .then_some(Quality(TYPO_TWICE))
    }

    /// How many changes make the word of the term, an exchange of neighbours being one. A column of the usual table is
    /// two numbers here, a bit for each row (H. Hyyrö, A bit-vector algorithm for computing Levenshtein and Damerau edit
    /// distances, 2003).
    fn distance(&self, word: &str) -> usize {
        let last = 1_u64 << (self.length - 1);
        let (mut up, mut down) = (u64::MAX, 0_u64);
        let (mut diagonal, mut before) = (0_u64, 0_u64);
        let mut distance = self.length;
        for c in word.chars() {
            let here = self.places.iter().find(|(known, _)| *known == c).map_or(0, |(_, bits)| *bits);
            let exchanged = ((!diagonal & here) << 1) & before;
            diagonal = ((here & up).wrapping_add(up) ^ up) | here | down | exchanged;
            let (right, left) = (down | !(diagonal | up), diagonal & up);
            distance += usize::from(right & last != 0);
            distance -= usize::from(left & last != 0);
            let right = right << 1 | 1;
            up = left << 1 | !(diagonal | right);
            down = right & diagonal;
            before = here;
        }
        distance
    }
}

/// The shortest term of which typos are looked for, and two of them, in characters.
const TYPO_FROM: usize = 4;
pub(super) const TWO_TYPOS_FROM: usize = 8;

/// Whether a single change at the first difference makes the rest fit.
fn has_one_fault(term: &str, word: &str, fits: impl Fn(&str, &str) -> bool) -> bool {
    let same = term.char_indices().zip(word.chars()).find(|((_, a), b)| a != b).map(|((at, _), _)| at);
    let same = same.unwrap_or(term.len().min(word.len()));
    let (Some(term), Some(word)) = (term.get(same..), word.get(same..)) else { return false };
    let step = |text| -> Option<(char, &str)> {
        let mut rest = str::chars(text);
        Some((rest.next()?, rest.as_str()))
    };
    match (step(term), step(word)) {
        (Some((a, after_a)), Some((b, after_b))) => {
            let exchanged =
                step(after_a).zip(step(after_b)).is_some_and(|((next_a, rest_a), (next_b, rest_b))| {
                    a == next_b && b == next_a && fits(rest_a, rest_b)
                });
            exchanged || fits(after_a, after_b) || fits(after_a, word) || fits(term, after_b)
        }
        (Some((_, after)), None) => fits(after, word),
        (None, Some((_, after))) => fits(term, after),
        (None, None) => false,
    }
}

/// The ways in which a word may match a term but for those in full and those by scattered letters.
pub(super) struct Loosely<'t> {
    /// The beginnings of words with the nasal change.
    pub(super) nasal: Option<[String; 2]>,
    pub(super) mistyped: Option<Mistyped<'t>>,
    pub(super) stem: Option<String>,
}

impl<'t> Loosely<'t> {
    pub(super) fn new(term: &'t str) -> Self {
        Self { nasal: nasal_beginnings(term), mistyped: Mistyped::new(term), stem: stem(term) }
    }

    pub(super) fn fits(&self, word: &str) -> bool {
        self.nasal.iter().flatten().any(|beginning| word.starts_with(beginning))
            || self.mistyped.as_ref().is_some_and(|term| term.quality(word).is_some())
            || self.stem.as_ref().is_some_and(|stem| word.contains(stem))
    }
}

fn stem(term: &str) -> Option<String> {
    if term.chars().count() < STEMMED_FROM {
        return None;
    }
    let stem = Stemmer::create(Algorithm::Indonesian).stem(term).into_owned();
    (stem != term && stem.chars().count() >= STEM_FROM).then_some(stem)
}

/// Cheap enough to ask of every word before the matcher is asked.
fn is_subsequence(term: &str, word: &str) -> bool {
    let mut letters = word.chars();
    term.chars().all(|wanted| letters.any(|letter| letter == wanted))
}

#[expect(clippy::cast_precision_loss, reason = "scores of words are small")]
fn as_f32(score: i64) -> f32 {
    score as f32
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn one_fault_is_a_distance_of_one(term in "[abé]{0,6}", word in "[abé]{0,6}") {
            let whole = has_one_fault(&term, &word, |rest, of| rest == of);
            prop_assert_eq!(whole, strsim::osa_distance(&term, &word) == 1);
        }

        #[test]
        fn distances_are_those_of_a_table(term in "[abcé]{4,64}", word in "[abcé]{0,70}") {
            let matcher = Mistyped::new(&term).expect("long enough");
            prop_assert_eq!(matcher.distance(&word), strsim::osa_distance(&term, &word));
        }
    }

    #[test]
    fn the_closer_the_better() {
        let quality =
            |term: &str, word: &str| literal(term, word).or_else(|| Scattered::new(term)?.quality(word));
        let ranked = [
            quality("layanan", "layanan"),
            quality("layan", "layanan"),
            quality("layan", "pelayanan"),
            quality("plyn", "pelayanan"),
        ];
        assert!(ranked.is_sorted_by(|a, b| a > b && b.is_some()), "{ranked:?}");
        for (term, word) in [
            ("tingkat", "meningkatkan"),
            ("tingkat", "peningkatan"),
            ("kunjung", "mengunjungi"),
            ("pakai", "memakai"),
            ("sapu", "menyapu"),
        ] {
            let beginnings = nasal_beginnings(term).unwrap_or_default();
            assert!(beginnings.iter().any(|beginning| word.starts_with(beginning)), "{term} in {word}");
        }
        assert_eq!(nasal_beginnings("layan"), None, "a substring finds melayani");
        for (term, word, expected) in [
            ("pelayanna", "pelayanan", Some(TYPO)),
            ("motifasi", "motivasi", Some(TYPO)),
            ("inspirsai", "inspirasi", Some(TYPO)),
            ("pelayna", "pelayanan", Some(TYPO_PREFIX)),
            ("kesehtaan", "kesehatan", Some(TYPO)),
            ("peninkatn", "peningkatan", Some(TYPO_TWICE)),
            ("layan", "pelayan", None),
            ("mutu", "umtu", Some(TYPO)),
            ("mutu", "mutuk", Some(TYPO)),
            ("mutuk", "mutu", Some(TYPO)),
            ("mut", "muu", None),
            ("kota", "desa", None),
        ] {
            let found = Mistyped::new(term).and_then(|term| term.quality(word));
            assert_eq!(found.map(|quality| quality.0), expected, "{term} for {word}");
        }
        assert_eq!(quality("an", "layanan"), None, "two letters are a beginning only");
        assert_eq!(quality("xyz", "layanan"), None);
        assert_eq!(quality("mutu", "memutuskan").map(|q| q > Quality(SCATTERED_AT_BEST)), Some(true));
    }
}
