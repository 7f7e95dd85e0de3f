//! What the texts of a record contribute to its score. Scores and their upper bounds are computed from it by the same
//! function. Weights are whole numbers, so that sums do not depend on the order in which texts are read.

use super::fields::{FIELDS, Field};
use super::level::MatchLevel;
use super::matching::Quality;
use super::numbers::to_usize;
use super::top_k::Score;

/// The bonus for two adjacent words, or two words near each other, in the order of the query; in tenths of the mean weight
/// of a word.
const ADJACENT: u32 = 5;
const NEAR: u32 = 2;
/// The greatest distance of two words that are near each other.
const NEAR_WORDS: u32 = 3;
/// How much more the best field with a word counts than each other one.
const BEST_FIELD: u32 = 10;
/// The bonus for a text that consists only of words of the query, as a fraction of the score.
const COVERAGE: f32 = 0.35;
/// A field that a record inherits (a statement from its visit, its stop or its speaker) counts this much less in queries that
/// consist only of fields. It is so much that even a partial match in a field of the record itself ranks above it.
const INHERITED: u32 = 4;
/// The weight of the word itself in a field with a weight of a tenth, as its only field.
const TENTH: u32 = 255 * 255 * BEST_FIELD;
/// The weight of an ordinary text, in tenths.
pub(super) const ORDINARY: u32 = 10;

/// How well a record matches a clause of a query: by level first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct ClauseScore {
    pub(super) level: MatchLevel,
    /// In units of a tenth of [`TENTH`]`/ 10`.
    pub(super) weight: u32,
}

impl ClauseScore {
    /// No match.
    pub(super) const NONE: Self = Self { level: MatchLevel::Subsequence, weight: 0 };

    /// A literal match.
    pub(super) fn literal(weight: u32) -> Self {
        Self { level: MatchLevel::Literal, weight }
    }

    /// A match of words in sequence, in a field with a weight in tenths.
    pub(super) fn of_sequence(tenths: u32, words: usize) -> Self {
        let words = u32::try_from(words).unwrap_or(u32::MAX);
        Self::literal(tenths.max(ORDINARY).saturating_mul(TENTH).saturating_mul(words))
    }

    /// A record with a property. It does not change the ranking of words, if there are any.
    pub(super) fn of_filter(only_fields: bool) -> Self {
        Self::literal(if only_fields { ORDINARY * TENTH } else { 0 })
    }

    /// The same for a record that inherits the field.
    pub(super) fn inherited(self) -> Self {
        Self { weight: self.weight / INHERITED, ..self }
    }
}

/// The weights of a word in the fields of a record: the best field counts, and others add a little.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct FieldWeights {
    most: u32,
    all: u32,
}

impl FieldWeights {
    /// A match in fields whose weights, in tenths, are at most `most` and together `all`.
    pub(super) fn new(Quality(quality): Quality, (most, all): (u32, u32)) -> Self {
        let quality = u32::from(quality).pow(2);
        Self { most: quality * most, all: quality * all }
    }

    /// The weights in more fields.
    pub(super) fn and(self, other: Self) -> Self {
        Self { most: self.most.max(other.most), all: self.all + other.all }
    }

    pub(super) fn sum(self) -> u32 {
        self.most * (BEST_FIELD - 1) + self.all
    }
}

/// What shared texts contribute to an atom: the weights of its word, and the best score of its sequences.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct SharedPart {
    pub(super) weights: FieldWeights,
    pub(super) sequence: u32,
}

impl SharedPart {
    /// The part of more texts.
    pub(super) fn and(self, other: Self) -> Self {
        Self { weights: self.weights.and(other.weights), sequence: self.sequence.max(other.sequence) }
    }
}

/// The best match of a word of the query in each field of a record.
#[derive(Clone, Default)]
pub(super) struct BestByField {
    /// A bit for each field that has a match; the values of other fields are stale.
    present: u32,
    fields: [(Quality, MatchLevel); FIELDS],
}

impl BestByField {
    pub(super) fn clear(&mut self) {
        self.present = 0;
    }

    pub(super) fn add(&mut self, field: Field, quality: (Quality, MatchLevel)) {
        let Some(best) = self.fields.get_mut(field as usize) else { return };
        let bit = 1 << field as u32;
        *best = if self.present & bit == 0 { quality } else { (*best).max(quality) };
        self.present |= bit;
    }

    fn iter(&self) -> impl Iterator<Item = (Field, (Quality, MatchLevel))> {
        let mut rest = self.present;
        std::iter::from_fn(move || {
            let at = to_usize(rest.trailing_zeros());
            rest &= rest.wrapping_sub(1);
            Some((*Field::ALL.get(at)?, *self.fields.get(at)?))
        })
    }

    /// The weights in all fields, and the best level; none if there is no match. All fields weigh the same if the query names
    /// the field.
    pub(super) fn weights(&self, is_in_field: bool) -> Option<(FieldWeights, MatchLevel)> {
        let weigh = |(field, (quality, level)): (Field, (Quality, MatchLevel))| {
            let tenths = if is_in_field { ORDINARY } else { field.tenths() };
            (FieldWeights::new(quality, (tenths, tenths)), level)
        };
        self.iter().map(weigh).reduce(|(all, best), (one, level)| (all.and(one), best.max(level)))
    }
}

/// What the texts of a record contribute apart from the words as such.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Closeness {
    /// The share of words of the query among the words of a text, in the text where it is highest.
    pub(super) coverage: f32,
    /// The bonus for words near each other, in tenths of the mean weight of a word.
    pub(super) nearness: u32,
    /// Whether all words are consecutive and match literally.
    pub(super) is_phrase: bool,
}

impl Closeness {
    /// The closest that words of a query with some pairs of neighbours can be in either.
    pub(super) fn or(self, other: Self, pairs: u32) -> Self {
        Self {
            coverage: self.coverage.max(other.coverage),
            nearness: (self.nearness + other.nearness).min(pairs * ADJACENT),
            is_phrase: self.is_phrase || other.is_phrase,
        }
    }

    /// The bonus for two words at a distance.
    pub(super) fn nearness_at(distance: u32) -> u32 {
        match distance {
            1 => ADJACENT,
            ..=NEAR_WORDS => NEAR,
            _ => 0,
        }
    }
}

/// The weights of the clauses of a query.
#[derive(Debug, Default)]
pub(super) struct Scheme {
    /// The inverse document frequency of each clause.
    pub(super) idfs: Vec<f32>,
    /// Whether all results are phrases.
    pub(super) has_phrase: bool,
}

impl Scheme {
    /// The score of a record, from how well it matches each clause. Clauses that need not match have none if they do not. It
    /// never decreases if any of the values increases.
    #[expect(clippy::cast_precision_loss, reason = "an estimate, and the same for equal numbers")]
    pub(super) fn score(
        &self,
        clauses: impl Iterator<Item = Option<ClauseScore>>,
        closeness: Closeness,
    ) -> Score {
        let mut total = Score { level: MatchLevel::Literal, value: 0.0 };
        for (idf, clause) in self.idfs.iter().zip(clauses) {
            let Some(ClauseScore { level, weight }) = clause else { continue };
            total.level = total.level.min(level);
            total.value += idf * (weight as f32 / (ORDINARY * TENTH) as f32);
        }
        let mean = self.idfs.iter().sum::<f32>() / self.idfs.len().max(1) as f32;
        total.value += mean * (closeness.nearness as f32 / 10.0);
        total.value *= 1.0 + COVERAGE * closeness.coverage;
        if total.level == MatchLevel::Literal && (self.has_phrase || closeness.is_phrase) {
            total.level = MatchLevel::Phrase;
        }
        total
    }
}
