//! Whether the texts of the sources have a quote as it is recorded: its words, between quotation marks.

use std::ops::Range;
use std::path::PathBuf;

use super::index::Index;
use super::nearest::{Nearest, nearest};
use super::quoted::Quoted;
use super::words::{Words, look_alike, signs};
use crate::diagnostic::{Diagnostic, Difference, Discrepancy, Spot};
use crate::load::files::{self, Input};
use crate::load::source::Source;
use crate::text::is_hidden;

/// So many passages with the same words are looked at.
const PASSAGES: usize = 1_000;
/// So many words of a passage are told.
const TOLD: usize = 8;

/// The texts that quotes are looked for in.
#[derive(Debug, Default)]
pub struct SourceTexts(Vec<Text>);

/// A quote as it is looked for.
#[derive(Debug)]
pub(super) struct Quote<'a> {
    pub(super) text: &'a str,
    pub(super) words: Words,
    /// Whether the source prints quotes between marks, as all do but transcripts.
    pub(super) needs_marks: bool,
}

/// The text of a source.
#[derive(Debug)]
pub(super) struct Text {
    source: Source,
    pub(super) words: Words,
    pub(super) index: Index,
    /// The same of the words between quotation marks.
    between_marks: Index,
    quoted: Quoted,
}

/// In what a passage of a text and the quote differ, and where. Those that come first weigh less.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Flaw {
    pub(super) how: Discrepancy,
    /// The bytes in the text.
    pub(super) place: Range<usize>,
}

/// A passage that has the words of a quote, or of a part of it, and what is wrong with it.
#[derive(Debug, Clone)]
struct Passage {
    words: Range<usize>,
    flaw: Option<Flaw>,
}

impl SourceTexts {
    /// Reads the texts from files.
    pub fn read(paths: &[PathBuf]) -> Result<Self, Box<Diagnostic>> {
        let read = |path: &PathBuf| {
            let input = Input::Named(path.clone());
            Ok(Text::of(Source::decode(&input.name(), files::bytes(&input, "", false)?)?))
        };
        paths.iter().map(read).collect::<Result<_, _>>().map(Self)
    }

    /// Their names.
    pub fn names(&self) -> Vec<String> {
        self.0.iter().map(|text| text.source.name.clone()).collect()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// In what a quote differs from each text, by the one that it differs from least, and the place there.
    pub(super) fn discrepancy(&self, quote: &str, needs_marks: bool) -> Option<(Discrepancy, Option<Spot>)> {
        let quote = Quote { text: quote, words: Words::of(quote), needs_marks };
        let absent = || Discrepancy::Absent { difference: None, texts: self.names() };
        if quote.words.len() == 0 {
            let is_there = self.0.iter().any(|text| text.source.text.contains(quote.text.trim()));
            return (!is_there).then(|| (absent(), None));
        }
        let mut best: Option<(&Text, Flaw)> = None;
        for text in &self.0 {
            let Some(passage) = text.passage(&quote) else { continue };
            let flaw = passage.flaw?;
            if best.as_ref().is_none_or(|(_, best)| weight(&flaw) < weight(best)) {
                best = Some((text, flaw));
            }
        }
        let near = || {
            let near =
                self.0.iter().filter_map(|text| Some((text, nearest(text, &quote, text.missing(&quote))?)));
            near.max_by_key(|(_, Nearest { matched, .. })| *matched)
        };
        let Some((text, flaw)) = best.or_else(|| near().map(|(text, near)| (text, near.flaw))) else {
            return Some((absent(), None));
        };
        Some((flaw.how, Some(text.source.spot(text.source.place(&flaw.place), 0))))
    }
}

/// How much a flaw weighs.
fn weight(flaw: &Flaw) -> u8 {
    match flaw.how {
        Discrepancy::Unpaired(_) => 0,
        Discrepancy::Joined => 1,
        Discrepancy::OutsideMarks(_) => 3,
        _ => 2,
    }
}

impl Quote<'_> {
    /// The words between its ellipses.
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

impl Text {
    pub(super) fn of(source: Source) -> Self {
        let words = Words::of(&source.text);
        let quoted = Quoted::of(&source.text);
        let is_quoted =
            |word: &usize| words.places.get(*word).is_some_and(|place| quoted.at(place.start).is_some());
        let index = Index::of(&words.keys, 0..words.len());
        let between_marks = Index::of(&words.keys, (0..words.len()).filter(is_quoted));
        Self { source, words, index, between_marks, quoted }
    }

    fn str(&self, bytes: Range<usize>) -> &str {
        self.source.text.get(bytes).unwrap_or_default()
    }

    /// Where these words stand, at `from` or behind it: first those places that are between marks.
    fn occurrences<'a>(&'a self, wanted: &'a [u64], from: usize) -> impl Iterator<Item = Range<usize>> + 'a {
        let between = self.between_marks.occurrences(wanted, &self.words.keys, from).take(PASSAGES);
        between.chain(self.index.occurrences(wanted, &self.words.keys, from).take(PASSAGES))
    }

    fn has(&self, quote: &Quote<'_>, part: &Range<usize>) -> bool {
        let keys = quote.words.keys.get(part.clone()).unwrap_or_default();
        self.index.occurrences(keys, &self.words.keys, 0).next().is_some()
    }

    /// The words of the quote, or of its first part, that the text does not have.
    fn missing(&self, quote: &Quote<'_>) -> Range<usize> {
        let parts = quote.parts();
        parts.into_iter().find(|part| !self.has(quote, part)).unwrap_or(0..quote.words.len())
    }

    /// The passage that has a quote, best without a flaw: as a whole, or in the parts between its ellipses.
    fn passage(&self, quote: &Quote<'_>) -> Option<Passage> {
        let all = 0..quote.words.len();
        let whole = self.best(quote, std::slice::from_ref(&all));
        if whole.as_ref().is_some_and(|whole| whole.flaw.is_none()) {
            return whole;
        }
        let parts = quote.parts();
        let in_parts = if parts.len() > 1 && parts.iter().all(|part| self.has(quote, part)) {
            self.best(quote, &parts).or_else(|| self.apart(quote, &parts))
        } else {
            None
        };
        in_parts.into_iter().chain(whole).min_by_key(|passage| passage.flaw.as_ref().map(weight))
    }

    fn best(&self, quote: &Quote<'_>, parts: &[Range<usize>]) -> Option<Passage> {
        let (first, rest) = parts.split_first()?;
        let mut best: Option<Passage> = None;
        for words in self.occurrences(quote.words.keys.get(first.clone())?, 0) {
            let passage = Passage { flaw: self.flaw(quote, first, &words), words };
            let Some(passage) =
                rest.iter().try_fold(passage, |passage, part| self.goes_on(quote, passage, part))
            else {
                continue;
            };
            if passage.flaw.is_none() {
                return Some(passage);
            }
            let is_better =
                |best: &Passage| passage.flaw.as_ref().map(weight) < best.flaw.as_ref().map(weight);
            if best.as_ref().is_none_or(is_better) {
                best = Some(passage);
            }
        }
        best
    }

    /// The last of parts that stand in the text, but not one behind the other.
    fn apart(&self, quote: &Quote<'_>, parts: &[Range<usize>]) -> Option<Passage> {
        let passages = parts.iter().map(|part| self.best(quote, std::slice::from_ref(part)));
        let passages: Vec<Passage> = passages.collect::<Option<_>>()?;
        let words = passages.last()?.words.clone();
        let apart = Flaw { how: Discrepancy::Joined, place: self.words.bytes(&words) };
        let flaws = passages.into_iter().filter_map(|passage| passage.flaw);
        Some(Passage { words, flaw: flaws.chain([apart]).max_by_key(weight) })
    }

    /// A passage with the next part of the quote behind it.
    fn goes_on(&self, quote: &Quote<'_>, passage: Passage, part: &Range<usize>) -> Option<Passage> {
        let keys = quote.words.keys.get(part.clone())?;
        let next = |words: Range<usize>| Passage { flaw: self.flaw(quote, part, &words), words };
        let mut places = self.occurrences(keys, passage.words.end).map(next);
        let first = places.next()?;
        let next =
            if first.flaw.is_none() { first } else { places.find(|it| it.flaw.is_none()).unwrap_or(first) };
        let (last, begin) = (passage.words.end - 1, next.words.start);
        let joined = quote.needs_marks && !self.are_one(last, begin);
        let place = self.words.bytes(&next.words);
        let joined = joined.then_some(Flaw { how: Discrepancy::Joined, place });
        let flaw = [passage.flaw, joined, next.flaw].into_iter().flatten().max_by_key(weight);
        Some(Passage { words: next.words, flaw })
    }

    /// Whether two words are of one quotation, or at least of quotations in one paragraph.
    fn are_one(&self, a: usize, b: usize) -> bool {
        let start = |word: usize| self.words.places.get(word).map_or(0, |place| place.start);
        let quotation = |word| self.quoted.at(start(word)).map(|stretch| stretch.quotation);
        quotation(a) == quotation(b) || self.quoted.paragraph(start(a)) == self.quoted.paragraph(start(b))
    }

    /// What is wrong with a passage that has the words of a part of the quote.
    fn flaw(&self, quote: &Quote<'_>, part: &Range<usize>, words: &Range<usize>) -> Option<Flaw> {
        let marks = if quote.needs_marks { self.marks(words) } else { None };
        let is_elsewhere =
            |flaw: &Flaw| matches!(flaw.how, Discrepancy::OutsideMarks(_) | Discrepancy::Joined);
        if marks.as_ref().is_some_and(is_elsewhere) {
            return marks;
        }
        self.difference(quote, part, words).or(marks)
    }

    /// What is wrong with the quotation marks around a passage.
    pub(super) fn marks(&self, words: &Range<usize>) -> Option<Flaw> {
        let of = |word: usize| self.words.places.get(word).and_then(|place| self.quoted.at(place.start));
        let first = of(words.start);
        if first.is_none()
            && let Some(mark) = self.stray_before(words.start)
        {
            return Some(self.unpaired(mark));
        }
        // Within one stretch all words are, when the first and the last one are.
        if !first.zip(of(words.end - 1)).is_some_and(|(first, last)| first.bytes == last.bytes) {
            let is_quoted = |word: &usize| of(*word).is_some();
            if let Some(start) = words.clone().find(|word| !is_quoted(word)) {
                let end = (start..words.end).find(is_quoted).unwrap_or(words.end);
                let place = self.words.bytes(&(start..end));
                return Some(Flaw { how: Discrepancy::OutsideMarks(self.told(start..end)), place });
            }
            let is_other = |word: &usize| of(*word).map(|it| it.quotation) != first.map(|it| it.quotation);
            if let Some(other) = words.clone().find(is_other) {
                return Some(Flaw { how: Discrepancy::Joined, place: self.words.bytes(&(other..words.end)) });
            }
        }
        first.filter(|stretch| !self.quoted.is_whole(stretch)).map(|stretch| self.unpaired(stretch.mark))
    }

    fn unpaired(&self, mark: usize) -> Flaw {
        let c = self.str(mark..self.source.text.len()).chars().next().unwrap_or('“');
        Flaw { how: Discrepancy::Unpaired(c), place: mark..mark + c.len_utf8() }
    }

    /// The single mark before a word that nothing closes.
    fn stray_before(&self, word: usize) -> Option<usize> {
        let gap = self.words.gap(word, &self.source.text);
        let (at, _) = self.str(gap.clone()).char_indices().rev().find(|(_, c)| !is_hidden(*c))?;
        Some(gap.start + at).filter(|mark| self.quoted.is_stray(*mark))
    }

    /// The first of what a reader sees differ between a part of the quote and a passage with the same words.
    fn difference(&self, quote: &Quote<'_>, part: &Range<usize>, words: &Range<usize>) -> Option<Flaw> {
        let differ = |recorded: Range<usize>, printed: Range<usize>| {
            let (recorded, printed) = (quote.words.bytes(&recorded), self.words.bytes(&printed));
            Some(self.differ(quote, recorded, printed))
        };
        for (recorded, printed) in part.clone().zip(words.clone()) {
            if recorded > part.start {
                let gaps =
                    (quote.words.gap(recorded, quote.text), self.words.gap(printed, &self.source.text));
                if !self.agree(quote, gaps) {
                    return differ(recorded - 1..recorded + 1, printed - 1..printed + 1);
                }
            }
            let record = quote.words.places.get(recorded).and_then(|place| quote.text.get(place.clone()));
            let source = self.words.places.get(printed).and_then(|place| self.source.text.get(place.clone()));
            if !record.zip(source).is_some_and(|(a, b)| look_alike(a, b)) {
                return differ(recorded..recorded + 1, printed..printed + 1);
            }
        }
        self.difference_beside(quote, part, words)
    }

    /// Signs of weight before the first word of the quote, or behind its last one, that the text does not have there.
    fn difference_beside(
        &self,
        quote: &Quote<'_>,
        part: &Range<usize>,
        words: &Range<usize>,
    ) -> Option<Flaw> {
        let gaps = |recorded, printed| {
            (quote.words.gap(recorded, quote.text), self.words.gap(printed, &self.source.text))
        };
        let lacks = |(recorded, printed): &(Range<usize>, Range<usize>)| {
            !has_signs(quote.text.get(recorded.clone()).unwrap_or_default(), self.str(printed.clone()))
        };
        let (before, behind) = (gaps(part.start, words.start), gaps(part.end, words.end));
        if part.start == 0 && lacks(&before) {
            let recorded = before.0.start..quote.words.bytes(&(0..1)).end;
            let printed = before.1.start..self.words.bytes(&(words.start..words.start + 1)).end;
            return Some(self.differ(quote, recorded, printed));
        }
        if part.end == quote.words.len() && lacks(&behind) {
            let recorded = quote.words.bytes(&(part.end - 1..part.end)).start..behind.0.end;
            let printed = self.words.bytes(&(words.end - 1..words.end)).start..behind.1.end;
            return Some(self.differ(quote, recorded, printed));
        }
        None
    }

    /// Whether the signs between two words of the quote are those of the text.
    fn agree(&self, quote: &Quote<'_>, (recorded, printed): (Range<usize>, Range<usize>)) -> bool {
        let record = quote.text.get(recorded).unwrap_or_default();
        let source = self.str(printed.clone());
        let alike = |source: &str| record == source || signs(record) == signs(source);
        alike(source) || {
            // A quotation of several paragraphs opens again with each.
            let is_resumed = |at: &usize| self.quoted.resumes(printed.start + at);
            let signs = source.char_indices();
            signs.clone().any(|(at, _)| is_resumed(&at))
                && alike(&signs.filter(|(at, _)| !is_resumed(at)).map(|(_, c)| c).collect::<String>())
        }
    }

    /// That a quote is not there as recorded, and the bytes by which the two differ.
    pub(super) fn differ(&self, quote: &Quote<'_>, recorded: Range<usize>, printed: Range<usize>) -> Flaw {
        let difference = self.sides(quote, recorded, printed.clone());
        let texts = vec![self.source.name.clone()];
        Flaw { how: Discrepancy::Absent { difference: Some(Box::new(difference)), texts }, place: printed }
    }

    pub(super) fn sides(
        &self,
        quote: &Quote<'_>,
        recorded: Range<usize>,
        printed: Range<usize>,
    ) -> Difference {
        let record = plain(quote.text.get(recorded).unwrap_or_default());
        Difference { record, source: plain(self.str(printed)) }
    }

    /// The words of a passage, if they are not too many.
    pub(super) fn told(&self, words: Range<usize>) -> String {
        let shown = words.start..words.end.min(words.start + TOLD);
        let more = if shown.end < words.end { " …" } else { "" };
        plain(self.str(self.words.bytes(&shown))) + more
    }

    /// The last word of the stretch that a word stands in, or the end of the text.
    pub(super) fn end_of_stretch(&self, word: usize) -> usize {
        let start = self.words.places.get(word).map_or(0, |place| place.start);
        let end = self.quoted.at(start).map(|stretch| stretch.bytes.end);
        end.map_or(self.words.len(), |end| self.words.places.partition_point(|place| place.start < end))
    }
}

/// Whether the signs beside the words of a quote that say something stand beside them in the source, too. Others belong to
/// the sentence around the quote.
fn has_signs(record: &str, source: &str) -> bool {
    let is_quiet = |c: &char| matches!(c, '\'' | '.' | ',' | ';' | ':' | '…' | '-' | '(' | ')' | '[' | ']');
    let said = |gap: &str| signs(gap).chars().filter(|c| !is_quiet(c)).collect::<String>();
    let record = said(record);
    record.is_empty() || said(source).contains(&record)
}

/// A passage on one line, without what is not seen.
fn plain(passage: &str) -> String {
    let words: Vec<&str> = passage.split_whitespace().collect();
    words.join(" ").chars().filter(|c| !is_hidden(*c)).collect()
}

#[cfg(test)]
#[path = "texts_tests.rs"]
mod tests;
