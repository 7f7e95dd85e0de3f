//! The passage of a text that is most like a quote, when none is the same, and the first of what differs.

use std::ops::Range;

use super::texts::{Flaw, Quote, Text};
use super::words::seen;
use crate::diagnostic::Discrepancy;

/// So many words of the quote, the rarest, lead to passages, and so many passages each.
const LEADS: usize = 8;
const PASSAGES: usize = 200;
/// So many words may be left out in one place.
const LEFT_OUT: usize = 300;
/// So many words may be changed in one place.
const CHANGED: usize = 8;
/// Where a single word must do to show that the two go on together, so many words may be changed or left out.
const BEFORE_ONE: usize = 20;

/// The passage most like a quote.
#[derive(Debug)]
pub(super) struct Nearest {
    /// How many words are the same.
    pub(super) matched: usize,
    pub(super) flaw: Flaw,
}

/// Words of the quote, and those that stand in the text instead.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Edit {
    record: Range<usize>,
    source: Range<usize>,
}

/// The passage most like a part of the quote, if they have at least half of the words in common.
pub(super) fn nearest(text: &Text, quote: &Quote<'_>, part: Range<usize>) -> Option<Nearest> {
    let record = quote.words.keys.get(part.clone())?;
    let (inner, at) = anchor(text, record)?;
    let source = &text.words.keys;
    // From the words that are the same to the end, and the other way round to the beginning.
    let end = source.len().min(at + record.len() + LEFT_OUT * 2);
    let behind = edits(record.get(inner.clone())?.len(), record.get(inner.start..)?, source.get(at..end)?);
    let start = at.saturating_sub(inner.start + LEFT_OUT * 2);
    let reversed = |keys: &[u64]| keys.iter().rev().copied().collect::<Vec<u64>>();
    let before = edits(0, &reversed(record.get(..inner.start)?), &reversed(source.get(start..at)?));
    let turn = |range: &Range<usize>, end: usize| end - range.end..end - range.start;
    let before = before
        .iter()
        .rev()
        .map(|it| Edit { record: turn(&it.record, inner.start), source: turn(&it.source, at) });
    let shift = |range: &Range<usize>, by: usize| range.start + by..range.end + by;
    let behind = behind
        .iter()
        .map(|it| Edit { record: shift(&it.record, inner.start), source: shift(&it.source, at) });
    let edits: Vec<Edit> = before.chain(behind).collect();
    let matched = record.len() - edits.iter().map(|edit| edit.record.len()).sum::<usize>();
    let flaw = Compared { text, quote, part, edits: &edits }.flaw()?;
    let is_near = matched * 2 >= record.len() && matched > 1;
    (is_near || matches!(flaw.how, Discrepancy::CutWord(_))).then_some(Nearest { matched, flaw })
}

/// The longest run of words that the text has, near the rarest ones; and where it has them.
fn anchor(text: &Text, record: &[u64]) -> Option<(Range<usize>, usize)> {
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
            let behind = tail.iter().zip(source_tail).take_while(|(a, b)| a == b).count();
            if best.as_ref().is_none_or(|(best, _)| best.len() < before + behind) {
                best = Some((lead - before..lead + behind, place - before));
            }
        }
    }
    best
}

/// What it takes to make the words of the record from those of the source, which have `same` in common at the beginning.
fn edits(same: usize, record: &[u64], source: &[u64]) -> Vec<Edit> {
    let (mut r, mut s) = (same, same);
    let mut edits = Vec::new();
    while r < record.len() {
        if record.get(r) == source.get(s) {
            (r, s) = (r + 1, s + 1);
            continue;
        }
        let rest = (record.get(r..).unwrap_or_default(), source.get(s..).unwrap_or_default());
        let (changed, instead) =
            meet(rest.0, rest.1).unwrap_or((rest.0.len(), rest.0.len().min(rest.1.len())));
        edits.push(Edit { record: r..r + changed, source: s..s + instead });
        (r, s) = (r + changed, s + instead);
    }
    edits
}

/// How many words of each are to be passed over until both go on together.
fn meet(record: &[u64], source: &[u64]) -> Option<(usize, usize)> {
    let goes_on = |&(changed, instead): &(usize, usize)| {
        let rest = record.get(changed..).unwrap_or_default();
        let same =
            rest.iter().zip(source.get(instead..).unwrap_or_default()).take(2).take_while(|(a, b)| a == b);
        let same = same.count();
        same == 2 || same == 1 && rest.len() == 1 && changed + instead <= BEFORE_ONE
    };
    // Rather a few words are left out than one is added.
    let left_out = (1..=BEFORE_ONE).map(|instead| (0, instead));
    let steps = (1..=LEFT_OUT)
        .flat_map(|steps| (0..=steps.min(CHANGED)).map(move |changed| (changed, steps - changed)));
    left_out.chain(steps).find(goes_on)
}

/// A quote beside the passage most like it.
struct Compared<'a> {
    text: &'a Text,
    quote: &'a Quote<'a>,
    /// The words of the quote that are compared.
    part: Range<usize>,
    /// By words of the part, and of the text.
    edits: &'a [Edit],
}

impl Compared<'_> {
    fn flaw(&self) -> Option<Flaw> {
        let first = self.edits.first()?;
        if self.edits.iter().all(|edit| edit.record.is_empty()) {
            return Some(self.left_out(first));
        }
        if let Some(cut) = self.cut_word() {
            return Some(cut);
        }
        // What stands behind the end of a quotation belongs to somebody else.
        let end = if self.quote.needs_marks {
            self.text.end_of_stretch(first.source.start.saturating_sub(1))
        } else {
            usize::MAX
        };
        let printed = first.source.start..first.source.end.min(end.max(first.source.start));
        Some(self.text.differ(self.quote, self.recorded(&first.record), self.text.words.bytes(&printed)))
    }

    /// The bytes of some words of the part.
    fn recorded(&self, words: &Range<usize>) -> Range<usize> {
        self.quote.words.bytes(&(words.start + self.part.start..words.end + self.part.start))
    }

    /// That words are left out; or, where what remains does not stand between marks, that it does not.
    fn left_out(&self, first: &Edit) -> Flaw {
        let mut start = first.source.start - first.record.start;
        let ends = self.edits.iter().map(|edit| (edit.source.start, edit.source.end));
        let last =
            self.edits.last().map_or(start, |last| last.source.end + self.part.len() - last.record.end);
        for (end, next) in ends.chain([(last, last)]) {
            let outside = Some(start..end).filter(|words| !words.is_empty() && self.quote.needs_marks);
            let flaw = outside.and_then(|words| self.text.marks(&words));
            if let Some(flaw) = flaw.filter(|flaw| matches!(flaw.how, Discrepancy::OutsideMarks(_))) {
                return flaw;
            }
            start = next;
        }
        let words = first.source.clone();
        Flaw { place: self.text.words.bytes(&words), how: Discrepancy::LeftOut(self.text.told(words)) }
    }

    /// That nothing differs but the first word or the last, of which the quote has a part.
    fn cut_word(&self) -> Option<Flaw> {
        let last = self.part.len();
        let mut found = None;
        for edit in self.edits {
            let is_one = edit.record.len() == 1 && edit.source.len() == 1;
            let (recorded, printed) = (self.recorded(&edit.record), self.text.words.bytes(&edit.source));
            let sides = self.text.sides(self.quote, recorded.clone(), printed.clone());
            let (record, source) = (seen(&sides.record), seen(&sides.source));
            let is_cut = (edit.record.start == 0 && source.ends_with(&record))
                || (edit.record.end == last && source.starts_with(&record));
            if !is_one || !is_cut || record.is_empty() {
                return None;
            }
            found.get_or_insert(Flaw { how: Discrepancy::CutWord(Box::new(sides)), place: printed });
        }
        found
    }
}
