//! The passage of a text that is most similar to a quote, and the first difference between them.

use std::ops::Range;

use super::source_text::{LocatedMismatch, Quote, SourceText};
use super::words::visible_form;
use crate::diagnostic::QuoteMismatch;

/// How many words of the quote, the rarest ones, are looked up, and how many occurrences of each.
const LEADS: usize = 8;
const PASSAGES: usize = 200;
/// How many words may be omitted in one place.
const LEFT_OUT: usize = 300;
/// How many words may be changed in one place.
const CHANGED: usize = 8;
/// How many words may be changed or omitted if only one word follows.
const BEFORE_ONE: usize = 20;

/// The passage most similar to a quote.
#[derive(Debug)]
pub(super) struct ClosestPassage {
    /// How many words are equal.
    pub(super) matched: usize,
    pub(super) mismatch: LocatedMismatch,
}

/// Words of the quote and the words of the text in their place.
#[derive(Debug, Clone, PartialEq, Eq)]
struct WordEdit {
    record: Range<usize>,
    source: Range<usize>,
}

/// The passage most similar to a part of the quote, if at least half of the words are equal.
pub(super) fn closest(text: &SourceText, quote: &Quote<'_>, part: Range<usize>) -> Option<ClosestPassage> {
    let record = quote.words.keys.get(part.clone())?;
    let (inner, at) = anchor(text, record)?;
    let source = &text.words.keys;
    // Compare from the equal words to the end, then backwards to the beginning.
    let end = source.len().min(at + record.len() + LEFT_OUT * 2);
    let following = edits(record.get(inner.clone())?.len(), record.get(inner.start..)?, source.get(at..end)?);
    let start = at.saturating_sub(inner.start + LEFT_OUT * 2);
    let reversed = |keys: &[u64]| keys.iter().rev().copied().collect::<Vec<u64>>();
    let before = edits(0, &reversed(record.get(..inner.start)?), &reversed(source.get(start..at)?));
    let turn = |range: &Range<usize>, end: usize| end - range.end..end - range.start;
    let before = before
        .iter()
        .rev()
        .map(|it| WordEdit { record: turn(&it.record, inner.start), source: turn(&it.source, at) });
    let shift = |range: &Range<usize>, by: usize| range.start + by..range.end + by;
    let following = following
        .iter()
        .map(|it| WordEdit { record: shift(&it.record, inner.start), source: shift(&it.source, at) });
    let edits: Vec<WordEdit> = before.chain(following).collect();
    let matched = record.len() - edits.iter().map(|edit| edit.record.len()).sum::<usize>();
    let mismatch = Alignment { text, quote, part, edits: &edits }.mismatch()?;
    let is_near = matched * 2 >= record.len() && matched > 1;
    (is_near || matches!(mismatch.kind, QuoteMismatch::CutWord(_)))
        .then_some(ClosestPassage { matched, mismatch })
}

/// The longest run of equal words around the rarest words of the quote, and its position in the text.
fn anchor(text: &SourceText, record: &[u64]) -> Option<(Range<usize>, usize)> {
    let count = |word: usize| record.get(word).map_or(0, |key| text.index.count(*key));
    let mut leads: Vec<(usize, usize)> = (0..record.len()).map(|word| (count(word), word)).collect();
    leads.retain(|(count, _)| *count > 0);
    leads.sort_unstable();
    let mut best: Option<(Range<usize>, usize)> = None;
    for (_, lead) in leads.into_iter().take(LEADS) {
        for place in record.get(lead).into_iter().flat_map(|key| text.index.places(*key)).take(PASSAGES) {
            let (head, tail) = record.split_at_checked(lead)?;
            let (source_head, source_tail) = text.words.keys.split_at_checked(place)?;
            let before = head.iter().rev().zip(source_head.iter().rev()).take_while(|(a, b)| a == b).count();
            let following = tail.iter().zip(source_tail).take_while(|(a, b)| a == b).count();
            if best.as_ref().is_none_or(|(best, _)| best.len() < before + following) {
                best = Some((lead - before..lead + following, place - before));
            }
        }
    }
    best
}

/// The edits between the words of the record and those of the source, whose first `same` words are equal.
fn edits(same: usize, record: &[u64], source: &[u64]) -> Vec<WordEdit> {
    let (mut r, mut s) = (same, same);
    let mut edits = Vec::new();
    while r < record.len() {
        if record.get(r) == source.get(s) {
            (r, s) = (r + 1, s + 1);
            continue;
        }
        let rest = (record.get(r..).unwrap_or_default(), source.get(s..).unwrap_or_default());
        let (changed, instead) =
            resynchronize(rest.0, rest.1).unwrap_or((rest.0.len(), rest.0.len().min(rest.1.len())));
        edits.push(WordEdit { record: r..r + changed, source: s..s + instead });
        (r, s) = (r + changed, s + instead);
    }
    edits
}

/// How many words of each side to skip until both continue with equal words.
fn resynchronize(record: &[u64], source: &[u64]) -> Option<(usize, usize)> {
    let extended = |&(changed, instead): &(usize, usize)| {
        let rest = record.get(changed..).unwrap_or_default();
        let same =
            rest.iter().zip(source.get(instead..).unwrap_or_default()).take(2).take_while(|(a, b)| a == b);
        let same = same.count();
        same == 2 || same == 1 && rest.len() == 1 && changed + instead <= BEFORE_ONE
    };
    // Prefer omitting a few words to adding one.
    let left_out = (1..=BEFORE_ONE).map(|instead| (0, instead));
    let steps = (1..=LEFT_OUT)
        .flat_map(|steps| (0..=steps.min(CHANGED)).map(move |changed| (changed, steps - changed)));
    left_out.chain(steps).find(extended)
}

/// A quote and the most similar passage.
struct Alignment<'a> {
    text: &'a SourceText,
    quote: &'a Quote<'a>,
    /// The words of the quote that are compared.
    part: Range<usize>,
    /// The edits, as word indices in the part and in the text.
    edits: &'a [WordEdit],
}

impl Alignment<'_> {
    fn mismatch(&self) -> Option<LocatedMismatch> {
        let first = self.edits.first()?;
        if self.edits.iter().all(|edit| edit.record.is_empty()) {
            return Some(self.words_left_out(first));
        }
        if let Some(cut) = self.cut_word() {
            return Some(cut);
        }
        // Words after the end of the quotation are not the speaker's.
        let end = if self.quote.needs_marks {
            self.text.end_of_quotation(first.source.start.saturating_sub(1))
        } else {
            usize::MAX
        };
        let printed = first.source.start..first.source.end.min(end.max(first.source.start));
        Some(self.text.not_found(self.quote, self.recorded(&first.record), self.text.words.bytes(&printed)))
    }

    /// The bytes of words of the part.
    fn recorded(&self, words: &Range<usize>) -> Range<usize> {
        self.quote.words.bytes(&(words.start + self.part.start..words.end + self.part.start))
    }

    /// A mismatch for omitted words; or, if the remaining words are outside quotation marks, for those.
    fn words_left_out(&self, first: &WordEdit) -> LocatedMismatch {
        let mut start = first.source.start - first.record.start;
        let ends = self.edits.iter().map(|edit| (edit.source.start, edit.source.end));
        let last =
            self.edits.last().map_or(start, |last| last.source.end + self.part.len() - last.record.end);
        for (end, next) in ends.chain([(last, last)]) {
            let outside = Some(start..end).filter(|words| !words.is_empty() && self.quote.needs_marks);
            let mismatch = outside.and_then(|words| self.text.marks(&words));
            if let Some(mismatch) =
                mismatch.filter(|mismatch| matches!(mismatch.kind, QuoteMismatch::OutsideMarks(_)))
            {
                return mismatch;
            }
            start = next;
        }
        if let Some((recorded, printed)) = self.cut_number(first) {
            return self.text.not_found(self.quote, recorded, printed);
        }
        let words = first.source.clone();
        LocatedMismatch {
            place: self.text.words.bytes(&words),
            kind: QuoteMismatch::MissingEllipsis(self.text.excerpt(words)),
        }
    }

    /// The numbers in the quote and in the text, if the omitted words are part of a number.
    fn cut_number(&self, omitted: &WordEdit) -> Option<(Range<usize>, Range<usize>)> {
        let before = omitted.record.start.checked_sub(1).zip(omitted.source.start.checked_sub(1));
        let after = Some((omitted.record.end, omitted.source.end));
        let omitted = self.text.words.bytes(&omitted.source);
        before.into_iter().chain(after).find_map(|(recorded, printed)| {
            let numbers = self.text.numbers(self.quote, recorded + self.part.start, printed)?;
            (numbers.1.start < omitted.end && omitted.start < numbers.1.end).then_some(numbers)
        })
    }

    /// A mismatch if only the first or last word differs, and the quote has a part of it.
    fn cut_word(&self) -> Option<LocatedMismatch> {
        let last = self.part.len();
        let mut found = None;
        for edit in self.edits {
            let is_one = edit.record.len() == 1 && edit.source.len() == 1;
            let (recorded, printed) = (self.recorded(&edit.record), self.text.words.bytes(&edit.source));
            let difference = self.text.difference(self.quote, recorded.clone(), printed.clone());
            let (record, source) = (visible_form(&difference.record), visible_form(&difference.source));
            let is_cut = (edit.record.start == 0 && source.ends_with(&record))
                || (edit.record.end == last && source.starts_with(&record));
            if !is_one || !is_cut || record.is_empty() {
                return None;
            }
            found.get_or_insert(LocatedMismatch {
                kind: QuoteMismatch::CutWord(Box::new(difference)),
                place: printed,
            });
        }
        found
    }
}
