//! Compares a quote with the text of a source: its words, between quotation marks.

use std::ops::Range;

use super::index::WordIndex;
use super::numbers;
use super::quotations::QuotationIndex;
use super::words::{Words, looks_equal, signs};
use crate::diagnostic::{Difference, QuoteMismatch};
use crate::load::text_file::TextFile;
use crate::text::is_hidden;

/// How many passages with the same words are inspected.
const PASSAGES: usize = 1_000;
/// How many words of a passage a message shows.
const EXCERPT_WORDS: usize = 8;

/// A quote that is looked for.
#[derive(Debug)]
pub(super) struct Quote<'a> {
    pub(super) text: &'a str,
    pub(super) words: Words,
    /// Whether the source prints quotes between marks. Only transcripts do not.
    pub(super) needs_marks: bool,
}

/// The text of a source.
#[derive(Debug)]
pub(super) struct SourceText {
    pub(super) source: TextFile,
    pub(super) words: Words,
    pub(super) index: WordIndex,
    /// An index of the words between quotation marks.
    between_marks: WordIndex,
    quoted: QuotationIndex,
}

/// A mismatch between a quote and a passage, with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct LocatedMismatch {
    pub(super) kind: QuoteMismatch,
    /// The byte range in the text.
    pub(super) place: Range<usize>,
}

/// A passage with the words of a quote or of a part of it, and its mismatch.
#[derive(Debug, Clone)]
pub(super) struct Passage {
    words: Range<usize>,
    pub(super) mismatch: Option<LocatedMismatch>,
}

/// How serious a mismatch is; 0 is the least.
pub(super) fn severity(mismatch: &LocatedMismatch) -> u8 {
    match mismatch.kind {
        QuoteMismatch::UnpairedMark(_) => 0,
        QuoteMismatch::SeparateQuotations => 1,
        QuoteMismatch::OutsideMarks(_) => 3,
        _ => 2,
    }
}

impl Quote<'_> {
    /// The words between ellipses.
    fn parts(&self) -> Vec<Range<usize>> {
        let has_ellipsis = |at: &usize| {
            self.text.get(self.words.gap(*at, self.text)).is_some_and(|gap| signs(gap).contains('…'))
        };
        let mut parts = Vec::new();
        let mut start = 0;
        for end in (1..self.words.len()).filter(has_ellipsis).chain([self.words.len()]) {
            parts.push(start..end);
            start = end;
        }
        parts
    }
}

impl SourceText {
    pub(super) fn of(source: TextFile) -> Self {
        let words = Words::of(&source.text);
        let quoted = QuotationIndex::of(&source.text);
        let is_quoted =
            |word: &usize| words.places.get(*word).is_some_and(|place| quoted.at(place.start).is_some());
        let index = WordIndex::of(&words.keys, 0..words.len());
        let between_marks = WordIndex::of(&words.keys, (0..words.len()).filter(is_quoted));
        Self { source, words, index, between_marks, quoted }
    }

    fn str(&self, bytes: Range<usize>) -> &str {
        self.source.text.get(bytes).unwrap_or_default()
    }

    /// Where a sequence of words occurs, at or after `from`; first the occurrences between quotation marks.
    fn occurrences<'a>(&'a self, wanted: &'a [u64], from: usize) -> impl Iterator<Item = Range<usize>> + 'a {
        let between = self.between_marks.occurrences(wanted, &self.words.keys, from).take(PASSAGES);
        between.chain(self.index.occurrences(wanted, &self.words.keys, from).take(PASSAGES))
    }

    fn has(&self, quote: &Quote<'_>, part: &Range<usize>) -> bool {
        let keys = quote.words.keys.get(part.clone()).unwrap_or_default();
        self.index.occurrences(keys, &self.words.keys, 0).next().is_some()
    }

    /// The first part of the quote that the text does not contain, or all of it.
    pub(super) fn missing(&self, quote: &Quote<'_>) -> Range<usize> {
        let parts = quote.parts();
        parts.into_iter().find(|part| !self.has(quote, part)).unwrap_or(0..quote.words.len())
    }

    /// The passage that contains the quote, preferably without a mismatch: as a whole, or in the parts between its
    /// ellipses.
    pub(super) fn passage(&self, quote: &Quote<'_>) -> Option<Passage> {
        let all = 0..quote.words.len();
        let whole = self.best(quote, std::slice::from_ref(&all));
        if whole.as_ref().is_some_and(|whole| whole.mismatch.is_none()) {
            return whole;
        }
        let parts = quote.parts();
        let in_parts = if parts.len() > 1 && parts.iter().all(|part| self.has(quote, part)) {
            self.best(quote, &parts).or_else(|| self.in_separate_passages(quote, &parts))
        } else {
            None
        };
        in_parts.into_iter().chain(whole).min_by_key(|passage| passage.mismatch.as_ref().map(severity))
    }

    fn best(&self, quote: &Quote<'_>, parts: &[Range<usize>]) -> Option<Passage> {
        let (first, rest) = parts.split_first()?;
        let mut best: Option<Passage> = None;
        for words in self.occurrences(quote.words.keys.get(first.clone())?, 0) {
            let passage = Passage { mismatch: self.mismatch(quote, first, &words), words };
            let Some(passage) =
                rest.iter().try_fold(passage, |passage, part| self.extended(quote, passage, part))
            else {
                continue;
            };
            if passage.mismatch.is_none() {
                return Some(passage);
            }
            let is_better = |best: &Passage| {
                passage.mismatch.as_ref().map(severity) < best.mismatch.as_ref().map(severity)
            };
            if best.as_ref().is_none_or(is_better) {
                best = Some(passage);
            }
        }
        best
    }

    /// The last of the parts, if the text contains them but not in sequence.
    fn in_separate_passages(&self, quote: &Quote<'_>, parts: &[Range<usize>]) -> Option<Passage> {
        let passages = parts.iter().map(|part| self.best(quote, std::slice::from_ref(part)));
        let passages: Vec<Passage> = passages.collect::<Option<_>>()?;
        let words = passages.last()?.words.clone();
        let kind = QuoteMismatch::Reordered(self.excerpt(words.clone()));
        let reordered = LocatedMismatch { kind, place: self.words.bytes(&words) };
        let mismatches = passages.into_iter().filter_map(|passage| passage.mismatch);
        Some(Passage { words, mismatch: mismatches.chain([reordered]).max_by_key(severity) })
    }

    /// A passage extended by the next part of the quote.
    fn extended(&self, quote: &Quote<'_>, passage: Passage, part: &Range<usize>) -> Option<Passage> {
        let keys = quote.words.keys.get(part.clone())?;
        let next = |words: Range<usize>| Passage { mismatch: self.mismatch(quote, part, &words), words };
        let mut places = self.occurrences(keys, passage.words.end).map(next);
        let first = places.next()?;
        let next = if first.mismatch.is_none() {
            first
        } else {
            places.find(|it| it.mismatch.is_none()).unwrap_or(first)
        };
        let (last, begin) = (passage.words.end - 1, next.words.start);
        let start = |word: usize| self.words.places.get(word).map_or(0, |place| place.start);
        let joined = quote.needs_marks && !self.quoted.are_one(&self.source.text, start(last), start(begin));
        let place = self.words.bytes(&next.words);
        let joined = joined.then_some(LocatedMismatch { kind: QuoteMismatch::SeparateQuotations, place });
        let mismatch = [passage.mismatch, joined, next.mismatch].into_iter().flatten().max_by_key(severity);
        Some(Passage { words: next.words, mismatch })
    }

    /// The mismatch of a passage that has the words of a part of the quote.
    fn mismatch(
        &self,
        quote: &Quote<'_>,
        part: &Range<usize>,
        words: &Range<usize>,
    ) -> Option<LocatedMismatch> {
        let marks = if quote.needs_marks { self.marks(words) } else { None };
        let is_elsewhere = |mismatch: &LocatedMismatch| {
            matches!(mismatch.kind, QuoteMismatch::OutsideMarks(_) | QuoteMismatch::SeparateQuotations)
        };
        if marks.as_ref().is_some_and(is_elsewhere) {
            return marks;
        }
        self.visible_difference(quote, part, words).or_else(|| self.cut_number(quote, part, words)).or(marks)
    }

    /// A mismatch if a part of the quote begins or ends within a number.
    fn cut_number(
        &self,
        quote: &Quote<'_>,
        part: &Range<usize>,
        words: &Range<usize>,
    ) -> Option<LocatedMismatch> {
        let edges = [(part.start, words.start), (part.end - 1, words.end - 1)];
        let (recorded, printed) =
            edges.into_iter().find_map(|(recorded, printed)| self.numbers(quote, recorded, printed))?;
        if printed.len() < recorded.len() {
            return Some(self.not_found(quote, recorded, printed));
        }
        let kind = QuoteMismatch::CutWord(Box::new(self.difference(quote, recorded, printed.clone())));
        Some(LocatedMismatch { kind, place: printed })
    }

    /// The numbers that contain a word of the quote and a word of the text, if they differ.
    pub(super) fn numbers(
        &self,
        quote: &Quote<'_>,
        recorded: usize,
        printed: usize,
    ) -> Option<(Range<usize>, Range<usize>)> {
        let number = |words: &Words, text: &str, word: usize| {
            words.places.get(word).map(|place| numbers::number_at(text, place))
        };
        let recorded = number(&quote.words, quote.text, recorded)?;
        let printed = number(&self.words, &self.source.text, printed)?;
        let are_equal = looks_equal(quote.text.get(recorded.clone())?, self.str(printed.clone()));
        (!are_equal).then_some((recorded, printed))
    }

    /// The mismatch of the quotation marks around a passage.
    pub(super) fn marks(&self, words: &Range<usize>) -> Option<LocatedMismatch> {
        let of = |word: usize| self.words.places.get(word).and_then(|place| self.quoted.at(place.start));
        let first = of(words.start);
        if first.is_none()
            && let Some(mark) = self.unmatched_mark_before(words.start)
        {
            return Some(self.unpaired(mark));
        }
        // All words are in one range if the first and the last one are.
        if !first.zip(of(words.end - 1)).is_some_and(|(first, last)| first.bytes == last.bytes) {
            let is_quoted = |word: &usize| of(*word).is_some();
            if let Some(start) = words.clone().find(|word| !is_quoted(word)) {
                let end = (start..words.end).find(is_quoted).unwrap_or(words.end);
                let place = self.words.bytes(&(start..end));
                return Some(LocatedMismatch {
                    kind: QuoteMismatch::OutsideMarks(self.excerpt(start..end)),
                    place,
                });
            }
            let is_other = |word: &usize| of(*word).map(|it| it.quotation) != first.map(|it| it.quotation);
            if let Some(other) = words.clone().find(is_other) {
                return Some(LocatedMismatch {
                    kind: QuoteMismatch::SeparateQuotations,
                    place: self.words.bytes(&(other..words.end)),
                });
            }
        }
        first.filter(|range| !self.quoted.has_both_marks(range)).map(|range| self.unpaired(range.mark))
    }

    fn unpaired(&self, mark: usize) -> LocatedMismatch {
        let c = self.str(mark..self.source.text.len()).chars().next().unwrap_or('“');
        LocatedMismatch { kind: QuoteMismatch::UnpairedMark(c), place: mark..mark + c.len_utf8() }
    }

    /// A single mark before a word that is never closed.
    fn unmatched_mark_before(&self, word: usize) -> Option<usize> {
        let gap = self.words.gap(word, &self.source.text);
        let (at, _) = self.str(gap.clone()).char_indices().rev().find(|(_, c)| !is_hidden(*c))?;
        Some(gap.start + at).filter(|mark| self.quoted.is_unmatched(*mark))
    }

    /// The first visible difference between a part of the quote and a passage with the same words.
    fn visible_difference(
        &self,
        quote: &Quote<'_>,
        part: &Range<usize>,
        words: &Range<usize>,
    ) -> Option<LocatedMismatch> {
        let not_found = |recorded: Range<usize>, printed: Range<usize>| {
            let (recorded, printed) = (quote.words.bytes(&recorded), self.words.bytes(&printed));
            Some(self.not_found(quote, recorded, printed))
        };
        for (recorded, printed) in part.clone().zip(words.clone()) {
            if recorded > part.start {
                let gaps =
                    (quote.words.gap(recorded, quote.text), self.words.gap(printed, &self.source.text));
                if !self.signs_match(quote, gaps) {
                    return not_found(recorded - 1..recorded + 1, printed - 1..printed + 1);
                }
            }
            let record = quote.words.places.get(recorded).and_then(|place| quote.text.get(place.clone()));
            let source = self.words.places.get(printed).and_then(|place| self.source.text.get(place.clone()));
            if !record.zip(source).is_some_and(|(a, b)| looks_equal(a, b)) {
                return not_found(recorded..recorded + 1, printed..printed + 1);
            }
        }
        self.difference_at_edges(quote, part, words)
    }

    /// Significant punctuation before the first word or after the last word of the quote that the text does not have.
    fn difference_at_edges(
        &self,
        quote: &Quote<'_>,
        part: &Range<usize>,
        words: &Range<usize>,
    ) -> Option<LocatedMismatch> {
        let gaps = |recorded, printed| {
            (quote.words.gap(recorded, quote.text), self.words.gap(printed, &self.source.text))
        };
        let lacks = |(recorded, printed): &(Range<usize>, Range<usize>)| {
            !has_same_signs(quote.text.get(recorded.clone()).unwrap_or_default(), self.str(printed.clone()))
        };
        let (before, after) = (gaps(part.start, words.start), gaps(part.end, words.end));
        if part.start == 0 && lacks(&before) {
            let recorded = before.0.start..quote.words.bytes(&(0..1)).end;
            let printed = before.1.start..self.words.bytes(&(words.start..words.start + 1)).end;
            return Some(self.not_found(quote, recorded, printed));
        }
        if part.end == quote.words.len() && lacks(&after) {
            let recorded = quote.words.bytes(&(part.end - 1..part.end)).start..after.0.end;
            let printed = self.words.bytes(&(words.end - 1..words.end)).start..after.1.end;
            return Some(self.not_found(quote, recorded, printed));
        }
        None
    }

    /// Whether the punctuation between two words of the quote matches that of the text.
    fn signs_match(&self, quote: &Quote<'_>, (recorded, printed): (Range<usize>, Range<usize>)) -> bool {
        let record = quote.text.get(recorded).unwrap_or_default();
        let source = self.str(printed.clone());
        let looks_same = |source: &str| record == source || signs(record) == signs(source);
        looks_same(source) || {
            // A quotation of several paragraphs has an opening mark in each.
            let is_continuation = |at: &usize| self.quoted.is_continuation(printed.start + at);
            let signs = source.char_indices();
            signs.clone().any(|(at, _)| is_continuation(&at))
                && looks_same(
                    &signs.filter(|(at, _)| !is_continuation(at)).map(|(_, c)| c).collect::<String>(),
                )
        }
    }

    /// A mismatch of the kind “not found”, with the difference.
    pub(super) fn not_found(
        &self,
        quote: &Quote<'_>,
        recorded: Range<usize>,
        printed: Range<usize>,
    ) -> LocatedMismatch {
        let difference = self.difference(quote, recorded, printed.clone());
        let texts = vec![self.source.name.clone()];
        LocatedMismatch {
            kind: QuoteMismatch::NotFound { difference: Some(Box::new(difference)), texts },
            place: printed,
        }
    }

    pub(super) fn difference(
        &self,
        quote: &Quote<'_>,
        recorded: Range<usize>,
        printed: Range<usize>,
    ) -> Difference {
        let record = plain(quote.text.get(recorded).unwrap_or_default());
        Difference { record, source: plain(self.str(printed)) }
    }

    /// The first words of a passage.
    pub(super) fn excerpt(&self, words: Range<usize>) -> String {
        let shown = words.start..words.end.min(words.start + EXCERPT_WORDS);
        let more = if shown.end < words.end { " …" } else { "" };
        plain(self.str(self.words.bytes(&shown))) + more
    }

    /// The index after the last word of the quotation that contains a word, or after the last word of the text.
    pub(super) fn end_of_quotation(&self, word: usize) -> usize {
        let start = self.words.places.get(word).map_or(0, |place| place.start);
        let end = self.quoted.at(start).map(|range| range.bytes.end);
        end.map_or(self.words.len(), |end| self.words.places.partition_point(|place| place.start < end))
    }
}

/// Whether the significant punctuation next to the words of a quote is also in the source. Other punctuation belongs to
/// the sentence around the quote.
fn has_same_signs(record: &str, source: &str) -> bool {
    let is_insignificant =
        |c: &char| matches!(c, '\'' | '.' | ',' | ';' | ':' | '…' | '-' | '(' | ')' | '[' | ']');
    let significant = |gap: &str| signs(gap).chars().filter(|c| !is_insignificant(c)).collect::<String>();
    let record = significant(record);
    record.is_empty() || significant(source).contains(&record)
}

/// A passage on one line, without hidden characters.
fn plain(passage: &str) -> String {
    let words: Vec<&str> = passage.split_whitespace().collect();
    words.join(" ").chars().filter(|c| !is_hidden(*c)).collect()
}
