//! How well a word of the query matches a word of a record.

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

/// How good a match is, from 1 to 255: 255 for the word itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Quality(pub(super) u8);

/// The best that scattered letters can reach; every literal match is above.
pub(super) const SCATTERED_AT_BEST: u8 = 100;
const EXACT: u8 = 255;
const PREFIX: u8 = 215;
const PREFIX_AT_WORST: u8 = 173;
const SUBSTRING: u8 = 165;
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
        assert_eq!(quality("an", "layanan"), None, "two letters are a beginning only");
        assert_eq!(quality("xyz", "layanan"), None);
        assert_eq!(quality("mutu", "memutuskan").map(|q| q > Quality(SCATTERED_AT_BEST)), Some(true));
    }
}
