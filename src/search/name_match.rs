//! Fuzzy matching of names in short lists, which are filtered as the user types.

use fuzzy_matcher::FuzzyMatcher as _;
use fuzzy_matcher::skim::SkimMatcherV2;

use crate::text::{fold, folded_words};

/// How well a name matches the typed text. A greater value is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NameMatch {
    /// At least one word matches only as a subsequence of letters; a higher score is better.
    Subsequence(i64),
    /// Each word is a part of a word of the name.
    Part,
    /// Each word is a prefix of a word of the name.
    Prefix,
}

/// Matches a name against a typed text: word by word, in any order, ignoring case and accents. None if a word does not
/// match. An empty text matches every name.
pub fn match_name(typed: &str, name: &str) -> Option<NameMatch> {
    let words: Vec<String> = folded_words(typed).collect();
    let name_words: Vec<String> = folded_words(name).collect();
    let all = |is_in: &dyn Fn(&str, &str) -> bool| {
        words.iter().all(|word| name_words.iter().any(|name_words| is_in(name_words, word)))
    };
    if all(&|name_words, word| name_words.starts_with(word)) {
        return Some(NameMatch::Prefix);
    }
    if all(&|name_words, word| name_words.contains(word)) {
        return Some(NameMatch::Part);
    }
    let (matcher, name) = (SkimMatcherV2::default(), fold(name));
    words.iter().map(|word| matcher.fuzzy_match(&name, word)).sum::<Option<i64>>().map(NameMatch::Subsequence)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prefixes_rank_above_parts_and_parts_above_subsequences() {
        for (typed, name, matched) in [
            ("sal", "Salin teks", Some(NameMatch::Prefix)),
            ("teks SALIN", "Salin teks", Some(NameMatch::Prefix)),
            ("", "Salin", Some(NameMatch::Prefix)),
            ("alin", "Menyalin", Some(NameMatch::Part)),
            ("sal xyz", "Salin teks", None),
        ] {
            assert_eq!(match_name(typed, name), matched, "{typed} in {name}");
        }
        let subsequence = match_name("sal", "Saring panel");
        assert!(
            matches!(subsequence, Some(NameMatch::Subsequence(_))) && subsequence < Some(NameMatch::Part)
        );
    }
}
