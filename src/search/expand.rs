//! Matches one word of a query against the vocabulary: which words match, how well, and at which level.

use super::level::MatchLevel;
use super::matching::{
    AFFIX, LooseMatcher, PART_FROM, Quality, SubsequenceMatcher, TWO_TYPOS_FROM, literal_quality,
    part_quality,
};
use super::query::AtomForm;
use super::vocabulary::{Vocabulary, WordRank, letter_mask};
use crate::bit_set::BitSet;

/// How loosely an atom may match. Each tolerance includes the stricter ones of the same kind of atom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tolerance {
    /// Words literally, and dates for certain.
    Literal,
    /// Also dates that only possibly match.
    Possible,
    /// Also affixes, stems and typos.
    Loose,
    /// Also subsequences of letters.
    Subsequence,
}

impl Tolerance {
    /// The tolerance that makes a difference for a form: only words match loosely, and only dates match possibly.
    pub(super) fn for_form(self, form: &AtomForm) -> Self {
        match form {
            AtomForm::Word(_) if self != Self::Possible => self,
            AtomForm::Days(_) => self.min(Self::Possible),
            _ => Self::Literal,
        }
    }

    /// The tolerance of a negated clause: a certain result must not even possibly match it.
    pub(super) fn for_negated(self) -> Self {
        if self == Self::Literal { Self::Possible } else { Self::Literal }
    }
}

/// A word of the vocabulary that matches a word of the query.
#[derive(Debug, Clone, Copy)]
pub(super) struct WordMatch {
    pub(super) rank: WordRank,
    pub(super) quality: Quality,
    pub(super) level: MatchLevel,
}

/// The quality of a match of the stem, relative to the same match of the whole term.
const STEM: f32 = 0.62;
const SUFFIX: Quality = Quality(200);

/// The words that match a form literally; none for phrases and filters. `shorter` are the matches of the same word without
/// its last letter: only those can match.
pub(super) fn literal_matches(
    form: &AtomForm,
    vocabulary: &Vocabulary,
    shorter: Option<&[WordMatch]>,
) -> Vec<WordMatch> {
    let ranks: Vec<WordRank> = match form {
        AtomForm::Word(term) if term.chars().count() < PART_FROM => vocabulary.with_prefix(term).collect(),
        AtomForm::Word(term) => match shorter {
            Some(shorter) => shorter.iter().map(|known| known.rank).collect(),
            None => vocabulary.containing(term),
        },
        AtomForm::Exact(term) => vocabulary.find(term).into_iter().collect(),
        AtomForm::Prefix(term) => vocabulary.with_prefix(term).collect(),
        AtomForm::Suffix(term) => vocabulary.with_suffix(term),
        AtomForm::Phrase(_)
        | AtomForm::Type(_)
        | AtomForm::Kind(_)
        | AtomForm::Keyword(_)
        | AtomForm::Days(_) => Vec::new(),
    };
    let quality = |rank| match (form, shorter) {
        (AtomForm::Suffix(_), _) => Some(SUFFIX),
        (AtomForm::Word(term), Some(_)) => literal_quality(term, vocabulary.word(rank)),
        (AtomForm::Word(term) | AtomForm::Exact(term) | AtomForm::Prefix(term), _) => {
            Some(part_quality(term, vocabulary.word(rank)))
        }
        _ => None,
    };
    let level = MatchLevel::Literal;
    ranks.into_iter().filter_map(|rank| Some(WordMatch { rank, quality: quality(rank)?, level })).collect()
}

/// The match of the compound of the previous word of the query and the term, as good as the term itself.
pub(super) fn compound_match(previous: &str, term: &str, vocabulary: &Vocabulary) -> Option<WordMatch> {
    let rank = vocabulary.find(&format!("{previous}{term}"))?;
    Some(WordMatch { rank, quality: part_quality(term, term), level: MatchLevel::Literal })
}

/// The words that match a term by an affix, a typo or its stem, without those in `known`, which match better.
pub(super) fn loose_matches(term: &str, vocabulary: &Vocabulary, known: &BitSet) -> Vec<WordMatch> {
    let matcher = LooseMatcher::new(term);
    let mut found: Vec<WordMatch> = Vec::new();
    let mut seen = known.clone();
    let mut take = |rank: WordRank, quality: Option<Quality>| {
        if let Some(quality) = quality.filter(|_| !seen.contains(rank)) {
            seen.insert(rank);
            found.push(WordMatch { rank, quality, level: MatchLevel::Loose });
        }
    };
    for prefix in matcher.nasal.iter().flatten() {
        vocabulary.with_prefix(prefix).for_each(|rank| take(rank, Some(AFFIX)));
    }
    if let Some(typo) = &matcher.typo {
        for rank in typo_candidates(term, vocabulary) {
            take(rank, typo.quality(vocabulary.word(rank)));
        }
    }
    if let Some(stem) = &matcher.stem {
        for rank in vocabulary.containing(stem) {
            let Quality(quality) = part_quality(stem, vocabulary.word(rank));
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a fraction of a byte"
            )]
            let quality = (f32::from(quality) * STEM) as u8;
            take(rank, Some(Quality(quality)));
        }
    }
    found
}

/// The words that can be the term with a typo, judged by their letters and lengths only.
fn typo_candidates(term: &str, vocabulary: &Vocabulary) -> Vec<WordRank> {
    let (length, mask) = (term.chars().count(), letter_mask(term));
    // A typo changes at most two letters, and the length by at most one.
    let typos = if length >= TWO_TYPOS_FROM { 2 } else { 1 };
    let max_bits = u32::try_from(2 * typos).unwrap_or_default();
    let similar = vocabulary.filter(
        vocabulary.all(),
        |other| (other ^ mask).count_ones() <= max_bits,
        |other| length.abs_diff(usize::from(other)) <= typos,
    );
    let longer = vocabulary.filter(
        vocabulary.with_prefix(first_letter(term)),
        |other| (mask & !other).count_ones() <= 1,
        |other| usize::from(other) > length + 1,
    );
    similar.into_iter().chain(longer).collect()
}

/// The words that have the term as a subsequence of letters, without those in `known`, which match better.
pub(super) fn subsequence_matches(term: &str, vocabulary: &Vocabulary, known: &BitSet) -> Vec<WordMatch> {
    let Some(matcher) = SubsequenceMatcher::new(term) else { return Vec::new() };
    let mask = letter_mask(term);
    let candidates =
        vocabulary.filter(vocabulary.with_prefix(first_letter(term)), |other| mask & !other == 0, |_| true);
    let unknown = candidates.into_iter().filter(|rank| !known.contains(*rank));
    let word_match = |rank| {
        let quality = matcher.quality(vocabulary.word(rank))?;
        Some(WordMatch { rank, quality, level: MatchLevel::Subsequence })
    };
    unknown.filter_map(word_match).collect()
}

fn first_letter(term: &str) -> &str {
    let end = term.chars().next().map_or(0, char::len_utf8);
    term.get(..end).unwrap_or_default()
}
