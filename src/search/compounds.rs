//! Compound words, which may be written as one word or several: `prakerja` and `pra-kerja`, `antarkota` and `antar kota`.

use crate::text::Word;

/// The shortest word that may be a compound, in letters.
pub(super) const SPLIT_FROM: usize = 4;
/// The maximum number of words of a compound.
pub(super) const MAX_PARTS: usize = 8;
/// The maximum number of ways to split a word into a given number of words, if that is more than two. Of a word with more, which ones
/// count depends on the words of the segment: only those of a word such as `aaaaaaaaaaaa`, among many short words.
const MAX_SPLITS: usize = 32;
/// The longest phrase of which any words may be joined; of longer ones all or none are.
const MAX_JOINED: usize = 4;

/// The ways to split a word into known words: all with two words, and some with more, those with long first words.
pub(super) fn splits(word: &str, is_known: impl Fn(&str) -> bool) -> Vec<Vec<&str>> {
    if word.chars().nth(SPLIT_FROM - 1).is_none() {
        return Vec::new();
    }
    let cuts: Vec<usize> = word.char_indices().map(|(at, _)| at).chain([word.len()]).collect();
    let known = |from: usize, to: usize| word.get(from..to).filter(|part| !part.is_empty() && is_known(part));
    // The positions after which the rest consists of known words.
    let mut open = vec![word.len()];
    for from in cuts.iter().rev() {
        if open.iter().any(|to| from < to && known(*from, *to).is_some()) {
            open.push(*from);
        }
    }
    let mut begun: Vec<(Vec<&str>, usize)> = vec![(Vec::new(), 0)];
    let mut found = Vec::new();
    for count in 1..=MAX_PARTS {
        let longer = begun.iter().flat_map(|(before, from)| {
            let ends = open.iter().filter(move |to| from < to);
            ends.filter_map(|to| Some(([before.as_slice(), &[known(*from, *to)?]].concat(), *to)))
        });
        let max = if count > 2 { MAX_SPLITS } else { usize::MAX };
        let (whole, rest): (Vec<_>, Vec<_>) = longer.take(max).partition(|(_, to)| *to == word.len());
        found.extend(whole.into_iter().map(|(parts, _)| parts).filter(|_| count > 1));
        begun = rest;
    }
    found
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
    if words.len() > MAX_JOINED {
        variants.push(vec![words.concat()]);
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
        let two = |word| splits(word, |_| true).into_iter().filter(|it| it.len() == 2).collect::<Vec<_>>();
        assert_eq!(two("ektp"), [["ekt", "p"], ["ek", "tp"], ["e", "ktp"]]);
        assert_eq!(two("éa臺b").len(), 3);
        assert_eq!(two("ktp").len(), 0);
    }

    #[test]
    fn a_word_is_split_into_known_words() {
        let known = |list: &'static [&str]| move |word: &str| list.contains(&word);
        let words = &["ter", "terpadu", "satu", "pintu", "padu", "s"];
        assert_eq!(
            splits("terpadusatupintu", known(words)),
            [&["terpadu", "satu", "pintu"][..], &["ter", "padu", "satu", "pintu"]]
        );
        assert_eq!(splits("terpadusatupint", known(words)), [[""; 0]; 0]);
        assert_eq!(splits("ektpelku", known(&["e", "ktp", "el", "ku"])), [["e", "ktp", "el", "ku"]]);
        assert!(splits(&"a".repeat(64), |_| true).len() < 64 + MAX_PARTS * MAX_SPLITS);
    }

    #[test]
    fn a_phrase_is_joined_in_every_way() {
        let join_variants = |text: &str| {
            let words: Vec<String> = text.split(' ').map(str::to_owned).collect();
            join_variants(&words).into_iter().map(|variant| variant.join(" ")).collect::<Vec<_>>()
        };
        assert_eq!(join_variants("a"), ["a"]);
        assert_eq!(join_variants("a b c"), ["a b c", "ab c", "a bc", "abc"]);
        assert_eq!(join_variants("a b c d e"), ["a b c d e", "abcde"]);
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
