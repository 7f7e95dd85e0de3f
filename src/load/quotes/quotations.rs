//! Finds the quotations in a text, in any typographic convention. Whether a mark opens or closes depends on the mark
//! and the adjacent characters. Opening marks are kept on a stack. At the end of a paragraph all marks are closed,
//! unless the next paragraph begins with the same opening mark: a quotation of several paragraphs is printed that way.

use std::ops::Range;

use super::mark_kinds::{MarkKind, Neighbors, kind, opens};
use super::split::is_split;
use super::words::is_quotation_mark;
use crate::lang::is_reporting;
use crate::text::is_hidden;

/// Longer lines are paragraphs, because no text is wrapped that late. In characters.
const PARAGRAPH_LINE: usize = 120;
/// How many marks may be open at once.
const MAX_OPEN: usize = 16;
/// How many bytes at the end of a paragraph are searched for an attribution.
const ATTRIBUTION_BYTES: usize = 160;

/// A range of text between quotation marks.
#[derive(Debug, Clone)]
pub(super) struct QuotedRange {
    /// The bytes between the marks.
    pub(super) bytes: Range<usize>,
    /// The index of the quotation; one of several paragraphs has several ranges.
    pub(super) quotation: usize,
    /// The byte offset of the opening mark, or of the closing mark if there is no opening one.
    pub(super) mark: usize,
}

/// The quotations of a text.
#[derive(Debug, Default)]
pub(super) struct QuotationIndex {
    /// Sorted and disjoint.
    ranges: Vec<QuotedRange>,
    /// For each quotation, whether it has both marks.
    complete: Vec<bool>,
    /// The opening marks that continue a quotation in the next paragraph.
    continuation_marks: Vec<usize>,
    /// Single marks without a closing mark: opening marks or apostrophes.
    unmatched: Vec<usize>,
    /// The byte offsets of the paragraphs, except the first.
    paragraphs: Vec<usize>,
}

/// Words between quotation marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quotation {
    /// The bytes between the marks, in order; several if the quotation continues in further paragraphs.
    pub parts: Vec<Range<usize>>,
    /// Whether it has both marks.
    pub is_complete: bool,
}

/// The outer quotations of a text, in order, as `lawat check --text` sees them.
pub fn quotations(text: &str) -> Vec<Quotation> {
    let index = QuotationIndex::of(text);
    let mut quotations: Vec<Quotation> = Vec::new();
    // The place of each quotation in the list.
    let mut places: Vec<Option<usize>> = vec![None; index.complete.len()];
    for range in &index.ranges {
        let Some(place) = places.get_mut(range.quotation) else { continue };
        let place = *place.get_or_insert(quotations.len());
        if place == quotations.len() {
            quotations.push(Quotation { parts: Vec::new(), is_complete: index.has_both_marks(range) });
        }
        if let Some(quotation) = quotations.get_mut(place) {
            quotation.parts.push(range.bytes.clone());
        }
    }
    quotations
}

impl QuotationIndex {
    pub(super) fn of(text: &str) -> Self {
        let mut scanner =
            MarkScanner { text, open: Vec::new(), line: 0, continues: None, quoted: Self::default() };
        scanner.read();
        let mut quoted = scanner.quoted;
        quoted.ranges.sort_by_key(|range| range.bytes.start);
        quoted.unmatched.sort_unstable();
        quoted
    }

    /// The range that contains a byte.
    pub(super) fn at(&self, byte: usize) -> Option<&QuotedRange> {
        let next = self.ranges.partition_point(|range| range.bytes.start <= byte);
        let range = self.ranges.get(next.checked_sub(1)?)?;
        (byte < range.bytes.end).then_some(range)
    }

    /// Whether the words at two bytes belong to one quotation, or to one that is only interrupted by its attribution.
    pub(super) fn are_one(&self, text: &str, a: usize, b: usize) -> bool {
        let last = |byte| self.ranges.partition_point(|range| range.bytes.start <= byte);
        let ranges = self.ranges.get(last(a).saturating_sub(1)..last(b)).unwrap_or_default();
        let str = |from: usize, to: usize| text.get(from..to).unwrap_or_default();
        ranges.windows(2).all(|pair| {
            let [one, other] = pair else { return false };
            let (end, start) = (one.bytes.end, other.bytes.start);
            let next = self.ranges.get(last(other.bytes.start)).map(|next| next.bytes.start);
            let paragraph = self.paragraphs.get(self.paragraph(other.bytes.end)).copied();
            let after = next.into_iter().chain(paragraph).min().unwrap_or(text.len());
            let (one_text, other_text) = (str(one.bytes.start, end), str(start, other.bytes.end));
            one.quotation == other.quotation
                || self.paragraph(end) == self.paragraph(start)
                    && is_split(one_text, str(end, start), other_text, str(other.bytes.end, after))
        })
    }

    /// Whether the quotation of a range has both marks.
    pub(super) fn has_both_marks(&self, range: &QuotedRange) -> bool {
        self.complete.get(range.quotation).copied().unwrap_or_default()
    }

    pub(super) fn is_continuation(&self, mark: usize) -> bool {
        self.continuation_marks.binary_search(&mark).is_ok()
    }

    pub(super) fn is_unmatched(&self, mark: usize) -> bool {
        self.unmatched.binary_search(&mark).is_ok()
    }

    /// The index of the paragraph that contains a byte.
    pub(super) fn paragraph(&self, byte: usize) -> usize {
        self.paragraphs.partition_point(|start| *start <= byte)
    }
}

/// An opening mark that is not closed yet.
#[derive(Debug)]
struct OpenMark {
    mark: char,
    kind: MarkKind,
    /// The bytes of the mark.
    at: Range<usize>,
    /// The quotation that it continues.
    continues: Option<usize>,
    /// Ranges within, which remain if this mark is not closed.
    inside: Vec<QuotedRange>,
    /// The end of the line that may end the paragraph.
    line_end: Option<usize>,
    /// A single mark that may be its closing mark or an apostrophe.
    may_close: Option<usize>,
}

struct MarkScanner<'a> {
    text: &'a str,
    open: Vec<OpenMark>,
    /// The start of the last line or paragraph that begins a sentence.
    line: usize,
    /// The quotation that the next mark continues.
    continues: Option<usize>,
    quoted: QuotationIndex,
}

impl MarkScanner<'_> {
    fn read(&mut self) {
        let lines_are_paragraphs = has_long_lines(self.text);
        let mut chars =
            self.text.char_indices().filter(|(_, c)| c.is_whitespace() || !is_hidden(*c)).peekable();
        let mut before: Option<char> = None;
        // The last visible character with its end, and the number of line breaks after it.
        let (mut last, mut lines) = ((None, 0), 0);
        while let Some((at, c)) = chars.next() {
            if c.is_whitespace() {
                let is_second_half = c == '\n' && before == Some('\r');
                lines += usize::from(matches!(c, '\n' | '\r' | '\u{c}' | '\u{2028}') && !is_second_half);
                lines += 2 * usize::from(c == '\u{2029}');
                before = Some(c);
                continue;
            }
            if lines > 0 {
                self.line_end(LineEnd { last, next: (c, at), is_hard: lines > 1 || lines_are_paragraphs });
            }
            let mut end = at + c.len_utf8();
            let mut mark = c;
            // Typewriter style: ``like this'', or two curly ones, ‘’like this’’.
            let next = chars.peek().map(|(_, next)| *next);
            let are_two = match c {
                '\'' | '`' => next == Some(c),
                '‘' | '’' => matches!(next, Some('‘' | '’')),
                _ => false,
            };
            if let (true, Some(next)) = (are_two, next) {
                end += next.len_utf8();
                mark = if c == '`' { '“' } else { '"' };
                chars.next();
            }
            if is_quotation_mark(mark) {
                let neighbors = Neighbors { before, after: chars.peek().map(|(_, c)| *c) };
                self.mark(mark, at..end, neighbors);
            }
            (before, last, lines) = (Some(c), (Some(c), end), 0);
        }
        self.end_paragraph(last.1, None);
    }

    fn mark(&mut self, mark: char, at: Range<usize>, neighbors: Neighbors) {
        let Some(kind) = kind(mark) else { return };
        if kind == MarkKind::Single && neighbors.is_in_word() {
            return;
        }
        if matches!(mark, '"' | '״') && neighbors.is_in_hebrew() {
            return;
        }
        let mut open = self.open.iter().rev().filter(|open| open.kind == kind).map(|open| open.mark);
        let (last, is_nested) = (open.next(), open.next().is_some());
        // A mark after a digit stands for inches if the quotation is closed later.
        let is_measure =
            matches!(mark, '"' | '″' | '”') && neighbors.before.is_some_and(|c| c.is_ascii_digit());
        if is_measure && (last.is_none() && mark != '”' || !is_nested && self.closes_later(at.end)) {
            return;
        }
        let is_closing_typo = last.is_some() && kind == MarkKind::Double && self.leads_to_attribution(&at);
        let is_opening_typo = last.is_none()
            && mark == '”'
            && (self.begins_line(&at, neighbors) || neighbors.begins_words_behind_pause());
        match (opens(mark, last, neighbors) || is_opening_typo) && !is_closing_typo {
            true if kind == MarkKind::Double && is_opening_typo => self.open(mark, kind, at),
            true if kind == MarkKind::Single && !neighbors.opens() => {}
            true => self.open(mark, kind, at),
            false if kind == MarkKind::Single => self.close_single(at, neighbors),
            false => self.close(kind, at),
        }
    }

    /// “Selamat datang, "kata Ratna.”, “Selamat datang “ kata Ratna.”: whether a mark with its space on the wrong side stands
    /// before a verb of speaking.
    fn leads_to_attribution(&self, at: &Range<usize>) -> bool {
        let before = self.text.get(..at.start).unwrap_or_default();
        let after = self.text.get(at.end..).unwrap_or_default();
        let is_apart = after.starts_with([' ', ',']) || before.trim_end().ends_with([',', '.', '?', '!']);
        before.ends_with(' ') && is_apart && begins_with_reporting(after)
    }

    /// “” Selamat datang”, kata Ratna.”: whether a closing mark stands for an opening one, first in its line.
    fn begins_line(&self, at: &Range<usize>, neighbors: Neighbors) -> bool {
        let before = self.text.get(..at.start).unwrap_or_default();
        let line = self.text.get(at.end..).unwrap_or_default().split('\n').next().unwrap_or_default();
        let is_first = before.trim_end_matches([' ', '\t']).ends_with('\n') || before.trim_start().is_empty();
        let words = line.trim_start();
        is_first
            && neighbors.after.is_some_and(char::is_whitespace)
            && words.starts_with(char::is_uppercase)
            && words.contains(['”', '"'])
    }

    /// Whether the next double mark in the line that is not after a digit is a closing one.
    fn closes_later(&self, from: usize) -> bool {
        let line = self.text.get(from..).unwrap_or_default().split(['\n', '\r']).next().unwrap_or_default();
        let mut before = None;
        let mut chars = line.chars().filter(|c| c.is_whitespace() || !is_hidden(*c)).peekable();
        while let Some(c) = chars.next() {
            let neighbors = Neighbors { before: before.replace(c), after: chars.peek().copied() };
            if kind(c) == Some(MarkKind::Double) && !neighbors.before.is_some_and(|c| c.is_ascii_digit()) {
                let is_opening = matches!(c, '“' | '„' | '‟' | '❝' | '〝');
                return !is_opening && neighbors.closes() && !neighbors.opens();
            }
        }
        false
    }

    fn open(&mut self, mark: char, kind: MarkKind, at: Range<usize>) {
        if self.open.last().is_some_and(|open| open.kind == kind && open.may_close.is_some()) {
            self.close_doubtful();
        }
        if self.open.len() == MAX_OPEN {
            self.end_paragraph(at.start, None);
        }
        let continues = self.continues.take().filter(|_| self.open.is_empty());
        if continues.is_some() {
            self.quoted.continuation_marks.push(at.start);
        }
        self.open.push(OpenMark {
            mark,
            kind,
            at,
            continues,
            inside: Vec::new(),
            line_end: None,
            may_close: None,
        });
    }

    fn close_single(&mut self, at: Range<usize>, neighbors: Neighbors) {
        match self.open.last_mut() {
            Some(open) if open.kind == MarkKind::Single && neighbors.is_plural() => {
                open.may_close = Some(at.start);
            }
            Some(open) if open.kind == MarkKind::Single => self.close(MarkKind::Single, at),
            // “Selamat datang’, kata Ratna.”
            Some(open)
                if open.kind == MarkKind::Double
                    && begins_with_reporting(self.text.get(at.end..).unwrap_or_default()) =>
            {
                self.close(MarkKind::Double, at);
            }
            _ => {}
        }
    }

    /// Treats a possible apostrophe as the closing mark.
    fn close_doubtful(&mut self) {
        if let Some(at) = self.open.last().and_then(|open| open.may_close) {
            self.close(MarkKind::Single, at..at);
        }
    }

    fn close(&mut self, kind: MarkKind, at: Range<usize>) {
        if kind != MarkKind::Single {
            self.close_doubtful();
        }
        let Some(place) = self.open.iter().rposition(|open| open.kind == kind) else {
            if self.open.iter().all(|open| open.kind == MarkKind::Single) {
                self.close_unopened(at.start);
            }
            return;
        };
        self.open.truncate(place + 1);
        let Some(open) = self.open.pop() else { return };
        let quotation = self.quotation(open.continues);
        if let Some(complete) = self.quoted.complete.get_mut(quotation) {
            *complete = true;
        }
        let range = QuotedRange { bytes: open.at.end..at.start, quotation, mark: open.at.start };
        match self.open.last_mut() {
            Some(outer) => outer.inside.push(range),
            None => self.quoted.ranges.push(range),
        }
    }

    /// A closing mark without an opening one ends a range that begins with the line or after the last range.
    fn close_unopened(&mut self, at: usize) {
        let last = self.quoted.ranges.last().map_or(0, |range| range.bytes.end);
        let quotation = self.quotation(None);
        let bytes = self.line.max(last)..at;
        self.quoted.ranges.push(QuotedRange { bytes, quotation, mark: at });
    }

    fn quotation(&mut self, continues: Option<usize>) -> usize {
        continues.unwrap_or_else(|| {
            self.quoted.complete.push(false);
            self.quoted.complete.len() - 1
        })
    }

    /// Handles a line break. Wrapped lines break anywhere; a paragraph ends after a sentence.
    fn line_end(&mut self, line: LineEnd) {
        let (next, start) = line.next;
        let ends_sentence = line.ends_sentence();
        if next.is_lowercase() || !(ends_sentence || line.is_hard) {
            return;
        }
        let opening = kind(next).filter(|_| opens(next, None, Neighbors { before: None, after: Some('a') }));
        let opens_again = opening.is_some() && opening == self.open.first().map(|open| open.kind);
        let ends_paragraph = line.is_hard && (ends_sentence || self.open.is_empty());
        if ends_paragraph {
            self.quoted.paragraphs.push(start);
        }
        if ends_paragraph || (ends_sentence && opens_again) {
            self.end_paragraph(line.last.1, opening);
        } else if let Some(open) = self.open.first_mut() {
            open.line_end.get_or_insert(line.last.1);
        }
        self.line = start;
    }

    /// Drops open marks, or continues the quotation if the next paragraph begins with the same mark.
    fn end_paragraph(&mut self, end: usize, next: Option<MarkKind>) {
        self.close_doubtful();
        let open = std::mem::take(&mut self.open);
        let continues = open.first().filter(|open| {
            let words = self.text.get(open.at.end..end).unwrap_or_default();
            next == Some(open.kind) && open.line_end.is_none() && attribution(words).is_none()
        });
        self.continues = None;
        if let Some(open) = continues {
            let quotation = self.quotation(open.continues);
            let bytes = open.at.end..end;
            self.quoted.ranges.push(QuotedRange { bytes, quotation, mark: open.at.start });
            self.continues = Some(quotation);
            return;
        }
        let end = open.first().and_then(|open| open.line_end).unwrap_or(end);
        for (place, it) in open.iter().enumerate() {
            if it.kind == MarkKind::Single {
                self.quoted.unmatched.push(it.at.start);
            } else {
                let next = open.get(place + 1).filter(|next| next.kind != MarkKind::Single);
                let ends =
                    [next.map(|next| next.at.start), it.inside.first().map(|first| first.mark), Some(end)];
                let end = ends.into_iter().flatten().min().unwrap_or(end).max(it.at.end);
                let words = self.text.get(it.at.end..end).unwrap_or_default();
                let bytes = it.at.end..it.at.end + attribution(words).unwrap_or(words.len());
                let quotation = self.quotation(it.continues);
                self.quoted.ranges.push(QuotedRange { bytes, quotation, mark: it.at.start });
            }
        }
        self.quoted.ranges.extend(open.into_iter().flat_map(|open| open.inside));
    }
}

/// A line break.
#[derive(Clone, Copy)]
struct LineEnd {
    /// The last character before it, and its end.
    last: (Option<char>, usize),
    /// The first character after it, and its offset.
    next: (char, usize),
    /// Whether a paragraph ends here if a sentence does.
    is_hard: bool,
}

impl LineEnd {
    fn ends_sentence(self) -> bool {
        let is_end = |c| {
            matches!(
                c,
                '.' | '!' | '?' | '…' | ':' | ';' | ')' | ']' | '。' | '！' | '？' | '．' | '؟' | '۔' | '।'
            )
        };
        self.last.0.is_none_or(|c| is_end(c) || is_quotation_mark(c))
    }
}

/// Whether a text begins with a verb of speaking, perhaps behind a comma.
fn begins_with_reporting(text: &str) -> bool {
    let words = text.trim_start_matches([',', ' ']);
    is_reporting(words.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default())
}

/// Where the attribution at the end of a paragraph begins: `, kata Ratna.`
fn attribution(words: &str) -> Option<usize> {
    let from = (words.len().saturating_sub(ATTRIBUTION_BYTES)..words.len())
        .find(|at| words.is_char_boundary(*at))?;
    let mut before = "";
    let mut at = from;
    words.get(from..)?.split_inclusive(char::is_whitespace).find_map(|word| {
        let start = at;
        at += word.len();
        let word = word.trim_end();
        let follows = before.ends_with([',', '?', '!']);
        before = if word.is_empty() { before } else { word };
        let is_verb = is_reporting(word.trim_end_matches(|c: char| !c.is_alphanumeric()));
        (follows && is_verb).then_some(start)
    })
}

/// Whether most of the text is in lines as long as paragraphs.
fn has_long_lines(text: &str) -> bool {
    let long: usize = text.lines().filter(|line| line.chars().count() > PARAGRAPH_LINE).map(str::len).sum();
    long * 2 > text.len()
}
