//! Which parts of a text match a query, for highlighting.

use std::ops::Range;

use super::compounds::{MAX_PARTS, joined_length};
use super::matching::{LooseMatcher, SubsequenceMatcher, literal_quality};
use super::query::{Atom, AtomForm, Query};
use crate::text::{Word, words};

impl Query {
    /// Whether the texts match all words of the query literally. Fields are ignored: a word may be in any text.
    pub fn matches(&self, texts: &[&str]) -> bool {
        let found: Vec<Vec<Word>> = texts.iter().map(|text| words(text).collect()).collect();
        let has = |atom: &Atom| {
            atom.is_filter() || found.iter().any(|text| !atom.literal_highlights(text).is_empty())
        };
        let mut clauses = self
            .clauses
            .iter()
            .filter(|clause| !clause.optional && !clause.alternatives.iter().any(Atom::is_filter));
        clauses.all(|clause| clause.alternatives.iter().any(has) != clause.negated)
    }

    /// The byte ranges of `text` that match the query literally, in order and on character boundaries.
    pub fn literal_highlights(&self, text: &str) -> Vec<Range<usize>> {
        self.ranges(text, Atom::literal_highlights)
    }

    /// The byte ranges of `text` that match the query, in order and on character boundaries. Loose matches of a word are
    /// highlighted only if the text has no literal match of it, and subsequences only if it has no loose one.
    pub fn highlights(&self, text: &str) -> Vec<Range<usize>> {
        self.ranges(text, Atom::highlights)
    }

    fn ranges(&self, text: &str, of: fn(&Atom, &[Word]) -> Vec<Range<usize>>) -> Vec<Range<usize>> {
        let atoms: Vec<&Atom> = self
            .clauses
            .iter()
            .filter(|clause| !clause.negated)
            .flat_map(|clause| &clause.alternatives)
            .collect();
        if atoms.is_empty() {
            return Vec::new();
        }
        let found: Vec<Word> = words(text).collect();
        let mut ranges: Vec<Range<usize>> = atoms.iter().flat_map(|atom| of(atom, &found)).collect();
        ranges.sort_by_key(|range| (range.start, range.end));
        ranges
    }
}

impl Atom {
    /// The ranges of the best matches.
    pub(super) fn highlights(&self, found: &[Word]) -> Vec<Range<usize>> {
        let literal = self.literal_highlights(found);
        if literal.is_empty() { self.fuzzy_highlights(found) } else { literal }
    }

    /// The ranges of literal matches.
    pub(super) fn literal_highlights(&self, found: &[Word]) -> Vec<Range<usize>> {
        match &self.form {
            AtomForm::Word(term) => {
                let mut ranges: Vec<_> = found.iter().filter_map(|word| part(term, word)).collect();
                if let Some(previous) = &self.previous {
                    let joined = format!("{previous}{term}");
                    ranges.extend(found.iter().filter(|word| word.folded == joined).map(whole));
                }
                ranges.extend(sequences(found, |rest| {
                    joined_length(term, rest, MAX_PARTS).filter(|count| *count > 1)
                }));
                ranges
            }
            AtomForm::Exact(term) => found.iter().filter(|word| word.folded == *term).map(whole).collect(),
            AtomForm::Prefix(term) => found
                .iter()
                .filter(|word| word.folded.starts_with(term.as_str()))
                .filter_map(|word| part(term, word))
                .collect(),
            AtomForm::Suffix(term) => {
                let end = |word: &&Word| word.folded.ends_with(term.as_str());
                let tail = |word: &Word| {
                    let length = word.folded.chars().count();
                    word.source(length - term.chars().count()..length)
                };
                found.iter().filter(end).map(tail).collect()
            }
            AtomForm::Phrase(variants) => variants
                .iter()
                .flat_map(|variant| {
                    sequences(found, |rest| {
                        let matching =
                            rest.iter().zip(variant).filter(|(word, term)| word.folded == **term).count();
                        (matching == variant.len()).then_some(matching)
                    })
                })
                .collect(),
            AtomForm::Type(_) | AtomForm::Kind(_) | AtomForm::Keyword(_) | AtomForm::Days(_) => Vec::new(),
        }
    }

    /// The ranges of loose matches, or else of subsequences.
    fn fuzzy_highlights(&self, found: &[Word]) -> Vec<Range<usize>> {
        let AtomForm::Word(term) = &self.form else { return Vec::new() };
        let matcher = LooseMatcher::new(term);
        let loose: Vec<_> = found.iter().filter(|word| matcher.matches(&word.folded)).map(whole).collect();
        match SubsequenceMatcher::new(term).filter(|_| loose.is_empty()) {
            Some(matcher) => found.iter().flat_map(|word| letters(&matcher, word)).collect(),
            None => loose,
        }
    }
}

/// The ranges of the sequences of words that match. `length` gives the length of the match at the start of a slice, in words.
fn sequences(found: &[Word], length: impl Fn(&[Word]) -> Option<usize>) -> Vec<Range<usize>> {
    let sequence = |from: usize| {
        let rest = found.get(from..)?;
        let last = rest.get(length(rest)?.checked_sub(1)?)?;
        Some(whole(rest.first()?).start..whole(last).end)
    };
    (0..found.len()).filter_map(sequence).collect()
}

fn whole(word: &Word) -> Range<usize> {
    word.source(0..word.folded.chars().count())
}

fn part(term: &str, word: &Word) -> Option<Range<usize>> {
    literal_quality(term, &word.folded)?;
    let at = word.folded.find(term)?;
    let before = word.folded.get(..at)?.chars().count();
    Some(word.source(before..before + term.chars().count()))
}

fn letters(matcher: &SubsequenceMatcher<'_>, word: &Word) -> Vec<Range<usize>> {
    let letters = matcher.letters(&word.folded).unwrap_or_default();
    letters.into_iter().map(|at| word.source(at..at + 1)).collect()
}
