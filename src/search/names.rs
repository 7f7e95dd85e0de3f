//! Finding a name by some of its letters, for short lists that are narrowed while somebody types.

use fuzzy_matcher::FuzzyMatcher as _;
use fuzzy_matcher::skim::SkimMatcherV2;

use crate::text::{fold, folded_words};

/// How well a name matches what was typed; the best match is the greatest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NameMatch {
    /// Each word is found by its letters in their order, with others between them; the higher the score, the closer.
    Scattered(i64),
    /// Each word is a part of a word of the name.
    Part,
    /// Each word begins a word of the name.
    Prefix,
}

/// Matches a name with what was typed, word by word, in any order, without regard to case and accents. None when a word is not
/// found. Nothing typed matches every name.
pub fn match_name(typed: &str, name: &str) -> Option<NameMatch> {
    let words: Vec<String> = folded_words(typed).collect();
    let own: Vec<String> = folded_words(name).collect();
    let all =
        |is_in: &dyn Fn(&str, &str) -> bool| words.iter().all(|word| own.iter().any(|own| is_in(own, word)));
    if all(&|own, word| own.starts_with(word)) {
        return Some(NameMatch::Prefix);
    }
    if all(&|own, word| own.contains(word)) {
        return Some(NameMatch::Part);
    }
    let (matcher, name) = (SkimMatcherV2::default(), fold(name));
    words.iter().map(|word| matcher.fuzzy_match(&name, word)).sum::<Option<i64>>().map(NameMatch::Scattered)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_come_before_parts_and_parts_before_scattered_letters() {
        for (typed, name, matched) in [
            ("sal", "Salin teks", Some(NameMatch::Prefix)),
            ("teks SALIN", "Salin teks", Some(NameMatch::Prefix)),
            ("", "Salin", Some(NameMatch::Prefix)),
            ("alin", "Menyalin", Some(NameMatch::Part)),
            ("sal xyz", "Salin teks", None),
        ] {
            assert_eq!(match_name(typed, name), matched, "{typed} in {name}");
        }
        let scattered = match_name("sal", "Saring panel");
        assert!(matches!(scattered, Some(NameMatch::Scattered(_))) && scattered < Some(NameMatch::Part));
    }
}
