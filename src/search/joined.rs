//! Words that some write as one and some as two: `prakerja` and `pra-kerja`, `antarkota` and `antar kota`.

use crate::text::Word;

/// Only of a word of so many letters it is asked whether it is two.
pub(super) const SPLIT_FROM: usize = 4;
/// The words of a longer phrase are not joined.
const JOINED_UP_TO: usize = 4;

/// The two words that a word may be, in every way to cut it.
pub(super) fn halves(word: &str) -> impl Iterator<Item = (&str, &str)> {
    let is_long = word.chars().nth(SPLIT_FROM - 1).is_some();
    let cuts = word.char_indices().skip(1).filter(move |_| is_long);
    cuts.filter_map(|(at, _)| word.split_at_checked(at))
}

/// A phrase, and the same with some of its words joined, in every way.
pub(super) fn joinings(words: &[String]) -> Vec<Vec<String>> {
    let Some((first, others)) = words.split_first() else { return Vec::new() };
    let mut ways = vec![vec![first.clone()]];
    for word in others {
        let joined = ways.iter().filter(|_| words.len() <= JOINED_UP_TO).filter_map(|way| {
            let (last, before) = way.split_last()?;
            Some([before, &[format!("{last}{word}")]].concat())
        });
        let joined: Vec<Vec<String>> = joined.collect();
        for way in &mut ways {
            way.push(word.clone());
        }
        ways.extend(joined);
    }
    ways
}

/// How many of the words, from the first on, are together what is `written`; at most so many.
pub(super) fn written_as(written: &str, words: &[Word], most: usize) -> Option<usize> {
    let mut rest = written;
    for (count, word) in words.iter().take(most).enumerate() {
        rest = rest.strip_prefix(word.folded.as_str())?;
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
    fn a_word_is_cut_everywhere() {
        assert_eq!(halves("ektp").collect::<Vec<_>>(), [("e", "ktp"), ("ek", "tp"), ("ekt", "p")]);
        assert_eq!(halves("éa臺b").count(), 3);
        assert_eq!(halves("ktp").count(), 0);
    }

    #[test]
    fn a_phrase_is_joined_in_every_way() {
        let joinings = |text: &str| {
            let words: Vec<String> = text.split(' ').map(str::to_owned).collect();
            joinings(&words).into_iter().map(|way| way.join(" ")).collect::<Vec<_>>()
        };
        assert_eq!(joinings("a"), ["a"]);
        assert_eq!(joinings("a b c"), ["a b c", "ab c", "a bc", "abc"]);
        assert_eq!(joinings("a b c d e"), ["a b c d e"]);
    }

    #[test]
    fn what_is_written_apart_is_found_together() {
        let found: Vec<Word> = words("kartu Pra-Kerja itu").collect();
        let count = |from: usize, written: &str| written_as(written, &found[from..], 2);
        assert_eq!(
            (count(1, "prakerja"), count(1, "pra"), count(1, "prakerjaitu")),
            (Some(2), Some(1), None)
        );
        assert_eq!((count(0, "prakerja"), count(1, "prak")), (None, None));
    }
}
