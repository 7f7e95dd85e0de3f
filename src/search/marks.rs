//! Where a text has what a query asks for.

use std::ops::Range;

use super::joined::written_as;
use super::matching::{Loosely, Scattered, literal};
use super::query::{Atom, Form, Query};
use crate::text::{Word, words};

/// A word that is one in the query may be two in the text.
const HALVES: usize = 2;

impl Query {
    /// Whether every wanted word stands in full in one of the texts, fields aside.
    pub fn fits(&self, texts: &[&str]) -> bool {
        let found: Vec<Vec<Word>> = texts.iter().map(|text| words(text).collect()).collect();
        let has = |atom: &Atom| atom.is_filter() || found.iter().any(|text| !atom.in_full(text).is_empty());
        let mut asked =
            self.clauses.iter().filter(|clause| !clause.optional && !clause.any.iter().any(Atom::is_filter));
        asked.all(|clause| clause.any.iter().any(has) != clause.without)
    }

    /// The byte ranges of `text` that the query matches, on character boundaries, in order. Words that match loosely are
    /// marked where the text has a word of the query nowhere in full, and scattered letters where it has nothing better.
    pub fn ranges(&self, text: &str) -> Vec<Range<usize>> {
        let atoms: Vec<&Atom> =
            self.clauses.iter().filter(|clause| !clause.without).flat_map(|clause| &clause.any).collect();
        if atoms.is_empty() {
            return Vec::new();
        }
        let found: Vec<Word> = words(text).collect();
        let mut ranges: Vec<Range<usize>> = atoms.iter().flat_map(|atom| atom.ranges(&found)).collect();
        ranges.sort_by_key(|range| (range.start, range.end));
        ranges
    }
}

impl Atom {
    /// What of the words is marked.
    pub(super) fn ranges(&self, found: &[Word]) -> Vec<Range<usize>> {
        let in_full = self.in_full(found);
        if in_full.is_empty() { self.loosely(found) } else { in_full }
    }

    /// What of the words matches in full.
    pub(super) fn in_full(&self, found: &[Word]) -> Vec<Range<usize>> {
        match &self.form {
            Form::Word(term) => {
                let mut ranges: Vec<_> = found.iter().filter_map(|word| part(term, word)).collect();
                if let Some(after) = &self.after {
                    let joined = format!("{after}{term}");
                    ranges.extend(found.iter().filter(|word| word.folded == joined).map(whole));
                }
                ranges.extend(rows(found, |rest| written_as(term, rest, HALVES).filter(|count| *count > 1)));
                ranges
            }
            Form::Exact(term) => found.iter().filter(|word| word.folded == *term).map(whole).collect(),
            Form::Prefix(term) => found
                .iter()
                .filter(|word| word.folded.starts_with(term.as_str()))
                .filter_map(|word| part(term, word))
                .collect(),
            Form::Suffix(term) => {
                let end = |word: &&Word| word.folded.ends_with(term.as_str());
                let tail = |word: &Word| {
                    let length = word.folded.chars().count();
                    word.source(length - term.chars().count()..length)
                };
                found.iter().filter(end).map(tail).collect()
            }
            Form::Phrase(ways) => ways
                .iter()
                .flat_map(|way| {
                    let is_there = |rest: &[Word]| {
                        let stands =
                            rest.iter().zip(way).filter(|(word, term)| word.folded == **term).count();
                        (stands == way.len()).then_some(stands)
                    };
                    rows(found, is_there)
                })
                .collect(),
            Form::Type(_) | Form::Kind(_) | Form::List(_) | Form::Days(_) => Vec::new(),
        }
    }

    fn loosely(&self, found: &[Word]) -> Vec<Range<usize>> {
        let Form::Word(term) = &self.form else { return Vec::new() };
        let loosely = Loosely::new(term);
        let loose: Vec<_> = found.iter().filter(|word| loosely.fits(&word.folded)).map(whole).collect();
        match Scattered::new(term).filter(|_| loose.is_empty()) {
            Some(matcher) => found.iter().flat_map(|word| letters(&matcher, word)).collect(),
            None => loose,
        }
    }
}

/// The stretches of words that begin anywhere, for as many words as are wanted from there on.
fn rows(found: &[Word], wanted: impl Fn(&[Word]) -> Option<usize>) -> Vec<Range<usize>> {
    let row = |from: usize| {
        let rest = found.get(from..)?;
        let last = rest.get(wanted(rest)?.checked_sub(1)?)?;
        Some(whole(rest.first()?).start..whole(last).end)
    };
    (0..found.len()).filter_map(row).collect()
}

fn whole(word: &Word) -> Range<usize> {
    word.source(0..word.folded.chars().count())
}

fn part(term: &str, word: &Word) -> Option<Range<usize>> {
    literal(term, &word.folded)?;
    let at = word.folded.find(term)?;
    let before = word.folded.get(..at)?.chars().count();
    Some(word.source(before..before + term.chars().count()))
}

fn letters(matcher: &Scattered<'_>, word: &Word) -> Vec<Range<usize>> {
    let letters = matcher.letters(&word.folded).unwrap_or_default();
    letters.into_iter().map(|at| word.source(at..at + 1)).collect()
}
