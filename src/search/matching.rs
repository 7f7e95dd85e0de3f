//! How well a word of the query matches a word of a record.

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

/// How good a match is, from 1 to 255: 255 for the word itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Quality(pub(super) u8);

/// The best that scattered letters can reach; every literal match is above.
const SCATTERED_AT_BEST: u8 = 100;
const EXACT: u8 = 255;
const PREFIX: u8 = 215;
const PREFIX_AT_WORST: u8 = 173;
const AFFIX: u8 = 172;
const SUBSTRING: u8 = 165;
const TYPO: u8 = 155;
const TYPO_PREFIX: u8 = 122;
const TYPO_TWICE: u8 = 118;
const SCATTERED_AT_LEAST: u8 = 40;
/// No word that people write is longer, in bytes; the matcher's time grows with the product of the lengths.
const LONGEST: usize = 128;
/// Scattered letters must score this part of what the word itself would.
const LEAST_RATIO: f32 = 0.45;

/// The word itself, its beginning, or a part of it. One or two letters are a beginning only.
pub(super) fn literal(term: &str, word: &str) -> Option<Quality> {
    if word == term {
        return Some(Quality(EXACT));
    }
    if let Some(rest) = word.strip_prefix(term) {
        let missing = u8::try_from(rest.chars().count()).unwrap_or(u8::MAX);
        return Some(Quality(PREFIX.saturating_sub(missing.saturating_mul(3)).max(PREFIX_AT_WORST)));
    }
    (term.chars().count() > 2 && word.contains(term)).then_some(Quality(SUBSTRING))
}

/// The letters of the term in their order, with others between them: from three letters, and the first one must be
/// the first of the word. Also says which characters of the word they are.
pub(super) fn scattered(term: &str, word: &str) -> Option<(Quality, Vec<usize>)> {
    let shortest = term.chars().count() >= 3 && term.chars().next() == word.chars().next();
    if !shortest || word.len() > LONGEST || !is_subsequence(term, word) {
        return None;
    }
    let matcher = SkimMatcherV2::default();
    let (score, letters) = matcher.fuzzy_indices(word, term)?;
    let itself = matcher.fuzzy_match(term, term)?;
    let ratio = as_f32(score) / as_f32(itself).max(1.0);
    if ratio < LEAST_RATIO {
        return None;
    }
    let room = f32::from(SCATTERED_AT_BEST - SCATTERED_AT_LEAST);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 60")]
    let above = (room * ratio.min(1.0)) as u8;
    Some((Quality(SCATTERED_AT_LEAST + above), letters))
}

/// The word with the nasal change of Indonesian after me- and pe-: from `tingkat` to `meningkatkan` and `peningkatan`,
/// from `kunjung` to `mengunjungi`.
pub(super) fn affix(term: &str, word: &str) -> Option<Quality> {
    let rest =
        |letter: char| term.strip_prefix(letter).filter(|rest| rest.starts_with(['a', 'i', 'u', 'e', 'o']));
    let nasal = if let Some(rest) = rest('t') {
        ("n", rest)
    } else if let Some(rest) = rest('k') {
        ("ng", rest)
    } else if let Some(rest) = rest('s') {
        ("ny", rest)
    } else if let Some(rest) = rest('p') {
        ("m", rest)
    } else {
        return None;
    };
    let (nasal, rest) = nasal;
    if rest.chars().count() < 3 {
        return None;
    }
    let stem = word.strip_prefix("me").or_else(|| word.strip_prefix("pe"))?;
    stem.strip_prefix(nasal)?.starts_with(rest).then_some(Quality(AFFIX))
}

/// A word that was mistyped: one letter too many, too few, another, or two exchanged, from four letters; the same in the
/// beginning of a longer word; two such faults from eight letters.
pub(super) fn typo(term: &str, word: &str) -> Option<Quality> {
    let (length, other) = (term.chars().count(), word.chars().count());
    if length < 4 || word.len() > LONGEST {
        return None;
    }
    let distance = |word: &str| strsim::osa_distance(term, word);
    if length.abs_diff(other) <= 1 && distance(word) == 1 {
        return Some(Quality(TYPO));
    }
    if other > length + 1 && term.chars().next() == word.chars().next() {
        let beginning = |letters: usize| word.chars().take(letters).collect::<String>();
        if (length - 1..=length + 1).any(|letters| distance(&beginning(letters)) == 1) {
            return Some(Quality(TYPO_PREFIX));
        }
    }
    (length >= 8 && length.abs_diff(other) <= 2 && distance(word) == 2).then_some(Quality(TYPO_TWICE))
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

    #[test]
    fn the_closer_the_better() {
        let quality = |term: &str, word: &str| {
            literal(term, word).or_else(|| scattered(term, word).map(|(quality, _)| quality))
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
        ] {
            assert_eq!(affix(term, word), Some(Quality(AFFIX)), "{term} in {word}");
        }
        assert_eq!(affix("layan", "melayani"), None, "a substring finds it");
        for (term, word, expected) in [
            ("pelayanna", "pelayanan", Some(TYPO)),
            ("motifasi", "motivasi", Some(TYPO)),
            ("inspirsai", "inspirasi", Some(TYPO)),
            ("pelayna", "pelayanan", Some(TYPO_PREFIX)),
            ("kesehtaan", "kesehatan", Some(TYPO)),
            ("peninkatn", "peningkatan", Some(TYPO_TWICE)),
            ("mut", "muu", None),
            ("kota", "desa", None),
        ] {
            assert_eq!(typo(term, word).map(|quality| quality.0), expected, "{term} for {word}");
        }
        assert_eq!(quality("an", "layanan"), None, "two letters are a beginning only");
        assert_eq!(quality("xyz", "layanan"), None);
        assert_eq!(quality("mutu", "memutuskan").map(|q| q > Quality(SCATTERED_AT_BEST)), Some(true));
    }
}
