//! Compound words, which some write as one word and some as two: `prakerja` and `pra-kerja`, `antarkota` and `antar kota`.

use crate::text::Word;

/// The shortest word that may be a compound, in letters.
pub(super) const SPLIT_FROM: usize = 4;
/// The longest phrase whose words may be joined.
const MAX_JOINED: usize = 4;

/// All ways to split a word in two.
pub(super) fn splits(word: &str) -> impl Iterator<Item = (&str, &str)> {
    let is_long = word.chars().nth(SPLIT_FROM - 1).is_some();
    let cuts = word.char_indices().skip(1).filter(move |_| is_long);
    cuts.filter_map(|(at, _)| word.split_at_checked(at))
}

/// A phrase, and all its variants with neighbouring words joined.
pub(super) fn join_variants(words: &[String]) -> Vec<Vec<String>> {
    let Some((first, others)) = words.split_first() else { return Vec::new() };
    let mut variants = vec![vec![first.clone()]];
    for word in others {
        let joined = variants.iter().filter(|_| words.len() <= MAX_JOINED).filter_map(|variant| {
            let (last, before) = variant.split_last()?;
            Some([before, &[format!("{last}{word}")]].concat())
        });
        let joined: Vec<Vec<String>> = joined.collect();
        for variant in &mut variants {
            variant.push(word.clone());
        }
        variants.extend(joined);
    }
    variants
}

/// The number of words, at most `max` from the first one on, that joined together are `word`.
pub(super) fn joined_length(word: &str, words: &[Word], max: usize) -> Option<usize> {
    let mut rest = word;
    for (count, next) in words.iter().take(max).enumerate() {
        rest = rest.strip_prefix(next.folded.as_str())?;
        if rest.is_empty() {
            return Some(count + 1);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::words;

    #[test]
    fn a_word_is_split_everywhere() {
        assert_eq!(splits("ektp").collect::<Vec<_>>(), [("e", "ktp"), ("ek", "tp"), ("ekt", "p")]);
        assert_eq!(splits("éa臺b").count(), 3);
        assert_eq!(splits("ktp").count(), 0);
    }

    #[test]
    fn a_phrase_is_joined_in_every_way() {
        let join_variants = |text: &str| {
            let words: Vec<String> = text.split(' ').map(str::to_owned).collect();
            join_variants(&words).into_iter().map(|variant| variant.join(" ")).collect::<Vec<_>>()
        };
        assert_eq!(join_variants("a"), ["a"]);
        assert_eq!(join_variants("a b c"), ["a b c", "ab c", "a bc", "abc"]);
        assert_eq!(join_variants("a b c d e"), ["a b c d e"]);
    }

    #[test]
    fn separate_words_are_found_as_one() {
        let found: Vec<Word> = words("kartu Pra-Kerja itu").collect();
        let count = |from: usize, written: &str| joined_length(written, &found[from..], 2);
        assert_eq!(
            (count(1, "prakerja"), count(1, "pra"), count(1, "prakerjaitu")),
            (Some(2), Some(1), None)
        );
        assert_eq!((count(0, "prakerja"), count(1, "prak")), (None, None));
    }
}
