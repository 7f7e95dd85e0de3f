//! Finding a name by some of its letters, for short lists that are narrowed while somebody types.

use fuzzy_matcher::FuzzyMatcher as _;
use fuzzy_matcher::skim::SkimMatcherV2;

use crate::text::fold;

/// A word as it is typed is worth more than any scattered letters.
const LITERAL: i64 = 1_000;
/// More at the start of a word.
const AT_START: i64 = 500;

/// How well a name fits what was typed, the greater the better: each word of it must be found, as it is, or by its letters
/// in their order. None when one is not. Nothing typed fits everything alike.
pub fn closeness(typed: &str, name: &str) -> Option<i64> {
    let (typed, name) = (fold(typed), fold(name));
    let matcher = SkimMatcherV2::default();
    let of_word = |word: &str| {
        let starts = name.split(|c: char| !c.is_alphanumeric()).any(|part| part.starts_with(word));
        if starts {
            Some(LITERAL + AT_START)
        } else if name.contains(word) {
            Some(LITERAL)
        } else {
            matcher.fuzzy_match(&name, word).map(|score| score.min(LITERAL - 1))
        }
    };
    typed.split_whitespace().map(of_word).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_come_before_parts_and_parts_before_scattered_letters() {
        let at_start = closeness("sal", "Salin teks");
        let within = closeness("sal", "Menyalin: asal-usul");
        let scattered = closeness("sal", "Saring panel");
        assert!(
            at_start > within && within > scattered && scattered.is_some(),
            "{at_start:?} {within:?} {scattered:?}"
        );
        assert_eq!(closeness("sal xyz", "Salin teks"), None);
        assert_eq!(closeness("teks SALIN", "Salin teks"), closeness("salin teks", "Salin teks"));
        assert_eq!(closeness("  ", "Salin"), Some(0));
    }
}
