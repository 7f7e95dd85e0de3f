//! A query: the words that somebody typed, and where a text has them.

use std::ops::Range;

use super::matching::{Quality, literal, scattered};
use crate::text::{Word, folded_words, words};

/// More words than this are a pasted text; the first ones are enough to find it.
const TERMS: usize = 32;
/// A longer word is no word of any record.
const LETTERS: usize = 64;

/// What to look for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    terms: Vec<String>,
}

impl Query {
    /// Any text is a query.
    pub fn parse(text: &str) -> Self {
        // A pasted text may be long: cut it before looking for its words.
        let end = text.char_indices().nth(TERMS * LETTERS).map_or(text.len(), |(at, _)| at);
        let text = text.get(..end).unwrap_or(text);
        let terms = words(text).map(|word| word.folded.chars().take(LETTERS).collect()).take(TERMS).collect();
        Self { terms }
    }

    /// The folded words.
    pub fn terms(&self) -> &[String] {
        &self.terms
    }

    /// Whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// Whether every word stands in full in one of the texts.
    pub fn fits(&self, texts: &[&str]) -> bool {
        let found: Vec<String> = texts.iter().flat_map(|text| folded_words(text)).collect();
        self.terms.iter().all(|term| found.iter().any(|word| literal(term, word).is_some()))
    }

    /// The byte ranges of `text` that the query matches, on character boundaries, in order. Scattered letters are
    /// marked only where the text has nothing better for a word of the query.
    pub fn ranges(&self, text: &str) -> Vec<Range<usize>> {
        if self.terms.is_empty() {
            return Vec::new();
        }
        let found: Vec<Word> = words(text).collect();
        let mut ranges: Vec<Range<usize>> = self
            .terms
            .iter()
            .flat_map(|term| {
                let in_full: Vec<_> = found.iter().filter_map(|word| whole(term, word)).collect();
                if in_full.is_empty() {
                    found.iter().flat_map(|word| letters(term, word)).collect()
                } else {
                    in_full
                }
            })
            .collect();
        ranges.sort_by_key(|range| range.start);
        ranges
    }
}

fn whole(term: &str, word: &Word) -> Option<Range<usize>> {
    literal(term, &word.folded)?;
    let at = word.folded.find(term)?;
    let before = word.folded.get(..at)?.chars().count();
    Some(word.source(before..before + term.chars().count()))
}

fn letters(term: &str, word: &Word) -> Vec<Range<usize>> {
    match scattered(term, &word.folded) {
        Some((Quality(_), letters)) => letters.into_iter().map(|at| word.source(at..at + 1)).collect(),
        None => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn marked(query: &str, text: &str) -> Vec<String> {
        let ranges = Query::parse(query).ranges(text);
        ranges.into_iter().map(|range| text.get(range).expect("a boundary").to_owned()).collect()
    }

    #[test]
    fn the_matched_part_of_a_word_is_marked() {
        assert_eq!(marked("inspirasi", "banyak inspirasi bagi kami"), ["inspirasi"]);
        assert_eq!(marked("layan", "Pelayanan, melayani"), ["layan", "layan"]);
        assert_eq!(marked("cafe", "di Café"), ["Café"]);
        assert_eq!(marked("asse", "Straße"), ["aße"]);
    }

    #[test]
    fn scattered_letters_are_marked_where_there_is_nothing_better() {
        assert_eq!(marked("pntk", "Pontianak").concat(), "Pntk");
        assert_eq!(marked("pntk", "pntk Pontianak"), ["pntk"]);
    }

    proptest! {
        #[test]
        fn any_string_is_a_query_and_every_range_is_on_boundaries(query in any::<String>(), text in any::<String>()) {
            for range in Query::parse(&query).ranges(&text) {
                prop_assert!(text.get(range).is_some());
            }
        }
    }

    #[test]
    fn a_pasted_book_is_a_query_too() {
        let book = "a".repeat(100_000);
        assert_eq!(Query::parse(&book).terms().len(), 1);
        assert_eq!(Query::parse(&"kata ".repeat(100_000)).terms().len(), TERMS);
    }
}
