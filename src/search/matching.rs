//! How well a word of the query matches a word of a record.

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use snowball_stemmers_rs::{Algorithm, Stemmer};

/// The quality of a match, from 1 to 255; 255 is the word itself.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Quality(pub(super) u8);

impl Quality {
    /// The quality of the word itself.
    pub(super) const EXACT: Self = Self(EXACT);
}

/// The best quality of a subsequence; every literal match is better.
const SUBSEQUENCE_BEST: u8 = 100;
/// The shortest term that also matches within words, and as a subsequence.
pub(super) const PART_FROM: usize = 3;
const EXACT: u8 = 255;
const PREFIX: u8 = 215;
const PREFIX_WORST: u8 = 173;
/// A prefix with nasal substitution.
pub(super) const AFFIX: Quality = Quality(172);
const SUBSTRING: u8 = 165;
const TYPO: u8 = 155;
const TYPO_PREFIX: u8 = 122;
const TYPO_TWICE: u8 = 118;
const SUBSEQUENCE_WORST: u8 = 40;
/// The shortest word that is stemmed, and the shortest stem that is searched.
const STEMMED_FROM: usize = 6;
const STEM_FROM: usize = 5;
/// The longest word that is compared, in bytes: the time of the matcher grows with the product of the lengths.
const MAX_BYTES: usize = 128;
/// The lowest score of a subsequence, as a fraction of the score of the term itself.
const MIN_RATIO: f32 = 0.45;

/// The quality of a literal match: of the word itself, a prefix, or a part of it. One or two letters match as a prefix only.
pub(super) fn literal_quality(term: &str, word: &str) -> Option<Quality> {
    let is_part = word.starts_with(term) || (term.chars().count() >= PART_FROM && word.contains(term));
    is_part.then(|| part_quality(term, word))
}

/// The quality of a literal match, for a term that is a part of the word.
pub(super) fn part_quality(term: &str, word: &str) -> Quality {
    match word.strip_prefix(term) {
        Some("") => Quality(EXACT),
        Some(rest) => {
            let missing = u8::try_from(rest.chars().count()).unwrap_or(u8::MAX);
            Quality(PREFIX.saturating_sub(missing.saturating_mul(3)).max(PREFIX_WORST))
        }
        None => Quality(SUBSTRING),
    }
}

/// Matches words that have a term of at least three letters as a subsequence, with the same first letter.
pub(super) struct SubsequenceMatcher<'t> {
    term: &'t str,
    matcher: SkimMatcherV2,
    /// The score of the term itself.
    max_score: i64,
}

impl<'t> SubsequenceMatcher<'t> {
    /// None if the term is too short.
    pub(super) fn new(term: &'t str) -> Option<Self> {
        let matcher = SkimMatcherV2::default();
        let max_score = matcher.fuzzy_match(term, term).filter(|_| term.chars().count() >= PART_FROM)?;
        Some(Self { term, matcher, max_score })
    }

    pub(super) fn quality(&self, word: &str) -> Option<Quality> {
        let score = self.is_possible(word).then(|| self.matcher.fuzzy_match(word, self.term))??;
        self.rate(score)
    }

    /// The indices of the matching characters of the word.
    pub(super) fn letters(&self, word: &str) -> Option<Vec<usize>> {
        let (score, letters) =
            self.is_possible(word).then(|| self.matcher.fuzzy_indices(word, self.term))??;
        self.rate(score).map(|_| letters)
    }

    fn is_possible(&self, word: &str) -> bool {
        self.term.chars().next() == word.chars().next()
            && word.len() <= MAX_BYTES
            && is_subsequence(self.term, word)
    }

    fn rate(&self, score: i64) -> Option<Quality> {
        let ratio = as_f32(score) / as_f32(self.max_score).max(1.0);
        let range = f32::from(SUBSEQUENCE_BEST - SUBSEQUENCE_WORST);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 60")]
        let above = (range * ratio.min(1.0)) as u8;
        (ratio >= MIN_RATIO).then_some(Quality(SUBSEQUENCE_WORST + above))
    }
}

/// The prefixes that nasal substitution in Indonesian makes of a term after me- and pe-: `meningkat` and `peningkat` of
/// `tingkat`, `mengunjung` and `pengunjung` of `kunjung`.
fn nasal_prefixes(term: &str) -> Option<[String; 2]> {
    let (nasal, rest) = [("n", 't'), ("ng", 'k'), ("ny", 's'), ("m", 'p')]
        .into_iter()
        .find_map(|(nasal, letter)| Some((nasal, term.strip_prefix(letter)?)))?;
    let changes = rest.starts_with(['a', 'i', 'u', 'e', 'o']) && rest.chars().count() >= 3;
    changes.then(|| ["me", "pe"].map(|prefix| format!("{prefix}{nasal}{rest}")))
}

/// Matches words with a typo: one letter added, missing or changed, or two neighbours exchanged, from four letters on; the
/// same in a prefix of a longer word; two such typos from eight letters on.
pub(super) struct TypoMatcher<'t> {
    term: &'t str,
    length: usize,
    /// For each letter of the term its positions, as bits.
    positions: Vec<(char, u64)>,
}

impl<'t> TypoMatcher<'t> {
    /// None if the term is shorter than four characters or longer than 64.
    pub(super) fn new(term: &'t str) -> Option<Self> {
        let length = term.chars().count();
        let mut positions: Vec<(char, u64)> = Vec::new();
        for (at, c) in term.chars().enumerate() {
            let bit = 1_u64.checked_shl(u32::try_from(at).ok()?)?;
            match positions.iter_mut().find(|(known, _)| *known == c) {
                Some((_, bits)) => *bits |= bit,
                None => positions.push((c, bit)),
            }
        }
        (length >= TYPO_FROM).then_some(Self { term, length, positions })
    }

    pub(super) fn quality(&self, word: &str) -> Option<Quality> {
        let other = word.chars().count();
        if word.len() > MAX_BYTES {
            return None;
        }
        if self.length.abs_diff(other) <= 1 && has_one_typo(self.term, word, |rest, of| rest == of) {
            return Some(Quality(TYPO));
        }
        let same_first_letter = self.term.chars().next() == word.chars().next();
        let is_prefix = |rest: &str, of: &str| of.starts_with(rest);
        if other > self.length + 1 && same_first_letter && has_one_typo(self.term, word, is_prefix) {
            return Some(Quality(TYPO_PREFIX));
        }
        (self.length >= TWO_TYPOS_FROM && self.length.abs_diff(other) <= 2 && self.distance(word) == 2)
            .then_some(Quality(TYPO_TWICE))
    }

    /// The edit distance between the term and the word, in which an exchange of neighbours counts as one. A column of the
    /// usual table is two numbers here, with a bit for each row (H. Hyyrö, A bit-vector algorithm for computing Levenshtein
    /// and Damerau edit distances, 2003).
    fn distance(&self, word: &str) -> usize {
        let last = 1_u64 << (self.length - 1);
        let (mut up, mut down) = (u64::MAX, 0_u64);
        let (mut diagonal, mut before) = (0_u64, 0_u64);
        let mut distance = self.length;
        for c in word.chars() {
            let here = self.positions.iter().find(|(known, _)| *known == c).map_or(0, |(_, bits)| *bits);
            let transposed = ((!diagonal & here) << 1) & before;
            diagonal = ((here & up).wrapping_add(up) ^ up) | here | down | transposed;
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

/// The shortest terms that match with one typo, and with two, in characters.
const TYPO_FROM: usize = 4;
pub(super) const TWO_TYPOS_FROM: usize = 8;

/// Whether a single edit at the first difference makes the rest match.
fn has_one_typo(term: &str, word: &str, matches: impl Fn(&str, &str) -> bool) -> bool {
    let same = term.char_indices().zip(word.chars()).find(|((_, a), b)| a != b).map(|((at, _), _)| at);
    let same = same.unwrap_or(term.len().min(word.len()));
    let (Some(term), Some(word)) = (term.get(same..), word.get(same..)) else { return false };
    let step = |text| -> Option<(char, &str)> {
        let mut rest = str::chars(text);
        Some((rest.next()?, rest.as_str()))
    };
    match (step(term), step(word)) {
        (Some((a, after_a)), Some((b, after_b))) => {
            let transposed =
                step(after_a).zip(step(after_b)).is_some_and(|((next_a, rest_a), (next_b, rest_b))| {
                    a == next_b && b == next_a && matches(rest_a, rest_b)
                });
            transposed || matches(after_a, after_b) || matches(after_a, word) || matches(term, after_b)
        }
        (Some((_, after)), None) => matches(after, word),
        (None, Some((_, after))) => matches(term, after),
        (None, None) => false,
    }
}

/// Matches words by an affix, a typo, or the stem of a term.
pub(super) struct LooseMatcher<'t> {
    /// The prefixes with nasal substitution.
    pub(super) nasal: Option<[String; 2]>,
    pub(super) typo: Option<TypoMatcher<'t>>,
    pub(super) stem: Option<String>,
}

impl<'t> LooseMatcher<'t> {
    pub(super) fn new(term: &'t str) -> Self {
        Self { nasal: nasal_prefixes(term), typo: TypoMatcher::new(term), stem: stem(term) }
    }

    pub(super) fn matches(&self, word: &str) -> bool {
        self.nasal.iter().flatten().any(|prefix| word.starts_with(prefix))
            || self.typo.as_ref().is_some_and(|term| term.quality(word).is_some())
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

/// A fast check before the matcher runs.
fn is_subsequence(term: &str, word: &str) -> bool {
    let mut letters = word.chars();
    term.chars().all(|c| letters.any(|letter| letter == c))
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
        fn one_typo_is_a_distance_of_one(term in "[abé]{0,6}", word in "[abé]{0,6}") {
            let whole = has_one_typo(&term, &word, |rest, of| rest == of);
            prop_assert_eq!(whole, strsim::osa_distance(&term, &word) == 1);
        }

        #[test]
        fn distances_are_those_of_strsim(term in "[abcé]{4,64}", word in "[abcé]{0,70}") {
            let matcher = TypoMatcher::new(&term).expect("long enough");
            prop_assert_eq!(matcher.distance(&word), strsim::osa_distance(&term, &word));
        }
    }

    #[test]
    fn closer_matches_have_a_higher_quality() {
        let quality = |term: &str, word: &str| {
            literal_quality(term, word).or_else(|| SubsequenceMatcher::new(term)?.quality(word))
        };
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
            let prefixes = nasal_prefixes(term).unwrap_or_default();
            assert!(prefixes.iter().any(|prefix| word.starts_with(prefix)), "{term} in {word}");
        }
        assert_eq!(nasal_prefixes("layan"), None, "a substring finds melayani");
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
            let found = TypoMatcher::new(term).and_then(|term| term.quality(word));
            assert_eq!(found.map(|quality| quality.0), expected, "{term} for {word}");
        }
        assert_eq!(quality("an", "layanan"), None, "two letters match as a prefix only");
        assert_eq!(quality("xyz", "layanan"), None);
        assert_eq!(quality("mutu", "memutuskan").map(|q| q > Quality(SUBSEQUENCE_BEST)), Some(true));
    }
}
