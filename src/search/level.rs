//! The match level, the first criterion of the ranking.

/// How well a record matches a query. A later level ranks above an earlier one, whatever the score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum MatchLevel {
    /// At least one word matches only as a subsequence of letters.
    #[default]
    Subsequence,
    /// At least one word matches only by an affix, by its stem, or with a typo.
    Loose,
    /// Every word matches literally, but the date of the record only possibly.
    Possible,
    /// Every word matches literally: as a whole, as a prefix, or as a part of a word.
    Literal,
    /// The words match literally and are consecutive.
    Phrase,
}
