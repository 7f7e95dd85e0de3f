//! What a text prints between quotation marks, in whichever way its language writes them.
//!
//! A mark says by itself, or by what stands beside it, whether it opens or closes. One that opens waits on a stack for its
//! other half. At the end of a paragraph nothing is open any more, unless the next paragraph opens with the mark again: so a
//! quotation of several paragraphs is printed.

use std::ops::Range;

use super::words::{is_apostrophe, is_quotation_mark};
use crate::lang::is_reporting;
use crate::text::is_hidden;

/// Lines with more characters than this are paragraphs: nobody breaks lines so late.
const LINE: usize = 120;
/// More marks than this never wait for their other halves at once.
const DEPTH: usize = 16;
/// So many bytes of the end of a paragraph may say who was speaking.
const ATTRIBUTION: usize = 160;

/// A stretch of text between quotation marks.
#[derive(Debug, Clone)]
pub(super) struct Stretch {
    /// Its bytes, without the marks.
    pub(super) bytes: Range<usize>,
    /// The quotation that it belongs to; one of several paragraphs has several stretches.
    pub(super) quotation: usize,
    /// Where the mark stands that begins it, or the one that ends it when none begins it.
    pub(super) mark: usize,
}

/// What stands between quotation marks in a text.
#[derive(Debug, Default)]
pub(super) struct Quoted {
    /// In their order; none lies in another.
    stretches: Vec<Stretch>,
    /// Of each quotation, whether both its marks are there.
    whole: Vec<bool>,
    /// The marks by which a quotation goes on in the next paragraph.
    resumed: Vec<usize>,
    /// Single marks that open, or are apostrophes: nothing closes them.
    stray: Vec<usize>,
    /// Where each paragraph but the first begins.
    paragraphs: Vec<usize>,
}

impl Quoted {
    pub(super) fn of(text: &str) -> Self {
        let mut reader = Reader { text, open: Vec::new(), line: 0, goes_on: None, quoted: Self::default() };
        reader.read();
        let mut quoted = reader.quoted;
        quoted.stretches.sort_by_key(|stretch| stretch.bytes.start);
        quoted.stray.sort_unstable();
        quoted
    }

    /// The stretch that a place lies in.
    pub(super) fn at(&self, byte: usize) -> Option<&Stretch> {
        let behind = self.stretches.partition_point(|stretch| stretch.bytes.start <= byte);
        let stretch = self.stretches.get(behind.checked_sub(1)?)?;
        (byte < stretch.bytes.end).then_some(stretch)
    }

    /// Whether both marks of a stretch are there.
    pub(super) fn is_whole(&self, stretch: &Stretch) -> bool {
        self.whole.get(stretch.quotation).copied().unwrap_or_default()
    }

    pub(super) fn resumes(&self, mark: usize) -> bool {
        self.resumed.binary_search(&mark).is_ok()
    }

    pub(super) fn is_stray(&self, mark: usize) -> bool {
        self.stray.binary_search(&mark).is_ok()
    }

    /// The number of the paragraph that a place lies in.
    pub(super) fn paragraph(&self, byte: usize) -> usize {
        self.paragraphs.partition_point(|start| *start <= byte)
    }
}

/// Marks that close what another one of them has opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Double,
    Single,
    Guillemet,
    SingleGuillemet,
    Corner,
    WhiteCorner,
}

/// A mark that waits for its other half.
#[derive(Debug)]
struct Open {
    mark: char,
    kind: Kind,
    /// Where it stands, and where what it opens begins.
    at: Range<usize>,
    /// The quotation that goes on here.
    goes_on: Option<usize>,
    /// What stands between marks within, should this one turn out to open nothing.
    inside: Vec<Stretch>,
    /// Where the line ends in which the paragraph may have ended.
    line_end: Option<usize>,
    /// A single mark that closes it, or is an apostrophe.
    may_close: Option<usize>,
}

/// What stands beside a mark.
#[derive(Debug, Clone, Copy)]
struct Beside {
    before: Option<char>,
    after: Option<char>,
}

impl Beside {
    fn opens(self) -> bool {
        let ends =
            |c: char| c.is_alphanumeric() || matches!(c, '.' | ',' | '!' | '?' | ';' | '…' | ')' | ']');
        !self.before.is_some_and(ends) && self.after.is_some_and(|c| !c.is_whitespace())
    }

    fn closes(self) -> bool {
        self.before.is_some_and(|c| !c.is_whitespace()) && !self.after.is_some_and(char::is_alphanumeric)
    }

    /// Within a word a mark is an apostrophe.
    fn is_in_word(self) -> bool {
        self.before.is_some_and(char::is_alphanumeric) && self.after.is_some_and(char::is_alphanumeric)
    }

    /// Whether a single mark may be the apostrophe of an English plural: the visitors’ book.
    fn is_plural(self) -> bool {
        self.before.is_some_and(|c| matches!(c, 's' | 'S')) && self.after.is_some_and(char::is_whitespace)
    }
}

struct Reader<'a> {
    text: &'a str,
    open: Vec<Open>,
    /// Where the last line or paragraph begins that begins a sentence.
    line: usize,
    /// The quotation that the next mark goes on with.
    goes_on: Option<usize>,
    quoted: Quoted,
}

impl Reader<'_> {
    fn read(&mut self) {
        let lines_are_paragraphs = has_long_lines(self.text);
        let mut chars =
            self.text.char_indices().filter(|(_, c)| c.is_whitespace() || !is_hidden(*c)).peekable();
        let mut before: Option<char> = None;
        // The last character that is seen, with its end, and the line ends behind it.
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
                self.line_end(Line { last, next: (c, at), is_hard: lines > 1 || lines_are_paragraphs });
            }
            let mut end = at + c.len_utf8();
            let mut mark = c;
            // Typewriters write ``so''.
            if matches!(c, '\'' | '`') && chars.peek().is_some_and(|(_, next)| *next == c) {
                end += c.len_utf8();
                mark = if c == '`' { '“' } else { '"' };
                chars.next();
            }
            if is_quotation_mark(mark) {
                let beside = Beside { before, after: chars.peek().map(|(_, c)| *c) };
                self.mark(mark, at..end, beside);
            }
            (before, last, lines) = (Some(c), (Some(c), end), 0);
        }
        self.end_paragraph(last.1, None);
    }

    fn mark(&mut self, mark: char, at: Range<usize>, beside: Beside) {
        let Some(kind) = kind(mark) else { return };
        if kind == Kind::Single && beside.is_in_word() {
            return;
        }
        // Behind a digit they are inches.
        let is_measure = mark == '"' && beside.before.is_some_and(|c| c.is_ascii_digit());
        let last = self.open.iter().rfind(|open| open.kind == kind).map(|open| open.mark);
        if is_measure && last.is_none() {
            return;
        }
        match opens(mark, last, beside) {
            true if kind == Kind::Single && !beside.opens() => {}
            true => self.open(mark, kind, at),
            false if kind == Kind::Single => self.close_single(at, beside),
            false => self.close(kind, at),
        }
    }

    fn open(&mut self, mark: char, kind: Kind, at: Range<usize>) {
        if self.open.last().is_some_and(|open| open.kind == kind && open.may_close.is_some()) {
            self.close_doubtful();
        }
        if self.open.len() == DEPTH {
            self.end_paragraph(at.start, None);
        }
        let goes_on = self.goes_on.take().filter(|_| self.open.is_empty());
        if goes_on.is_some() {
            self.quoted.resumed.push(at.start);
        }
        self.open.push(Open { mark, kind, at, goes_on, inside: Vec::new(), line_end: None, may_close: None });
    }

    fn close_single(&mut self, at: Range<usize>, beside: Beside) {
        match self.open.last_mut() {
            Some(open) if open.kind == Kind::Single && beside.is_plural() => open.may_close = Some(at.start),
            Some(open) if open.kind == Kind::Single => self.close(Kind::Single, at),
            _ => {}
        }
    }

    /// A single mark that might have been an apostrophe was none.
    fn close_doubtful(&mut self) {
        if let Some(at) = self.open.last().and_then(|open| open.may_close) {
            self.close(Kind::Single, at..at);
        }
    }

    fn close(&mut self, kind: Kind, at: Range<usize>) {
        if kind != Kind::Single {
            self.close_doubtful();
        }
        let Some(place) = self.open.iter().rposition(|open| open.kind == kind) else {
            if self.open.iter().all(|open| open.kind == Kind::Single) {
                self.close_unopened(at.start);
            }
            return;
        };
        self.open.truncate(place + 1);
        let Some(open) = self.open.pop() else { return };
        let quotation = self.quotation(open.goes_on);
        if let Some(whole) = self.quoted.whole.get_mut(quotation) {
            *whole = true;
        }
        let stretch = Stretch { bytes: open.at.end..at.start, quotation, mark: open.at.start };
        match self.open.last_mut() {
            Some(outer) => outer.inside.push(stretch),
            None => self.quoted.stretches.push(stretch),
        }
    }

    /// What a closing mark ends that nothing has opened: the line, as far as it is not quoted.
    fn close_unopened(&mut self, at: usize) {
        let last = self.quoted.stretches.last().map_or(0, |stretch| stretch.bytes.end);
        let quotation = self.quotation(None);
        let bytes = self.line.max(last)..at;
        self.quoted.stretches.push(Stretch { bytes, quotation, mark: at });
    }

    fn quotation(&mut self, goes_on: Option<usize>) -> usize {
        goes_on.unwrap_or_else(|| {
            self.quoted.whole.push(false);
            self.quoted.whole.len() - 1
        })
    }

    /// What the end of a line ends. Lines of a column break anywhere; a paragraph ends behind a sentence.
    fn line_end(&mut self, line: Line) {
        let (next, start) = line.next;
        let ends_sentence = line.ends_sentence();
        if next.is_lowercase() || !(ends_sentence || line.is_hard) {
            return;
        }
        let opening = kind(next).filter(|_| opens(next, None, Beside { before: None, after: Some('a') }));
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

    /// Gives up what is open, or lets it go on where the next paragraph opens with the same mark.
    fn end_paragraph(&mut self, end: usize, next: Option<Kind>) {
        self.close_doubtful();
        let open = std::mem::take(&mut self.open);
        let goes_on = open.first().filter(|open| {
            let words = self.text.get(open.at.end..end).unwrap_or_default();
            next == Some(open.kind) && open.line_end.is_none() && attribution(words).is_none()
        });
        self.goes_on = None;
        if let Some(open) = goes_on {
            let quotation = self.quotation(open.goes_on);
            let bytes = open.at.end..end;
            self.quoted.stretches.push(Stretch { bytes, quotation, mark: open.at.start });
            self.goes_on = Some(quotation);
            return;
        }
        let end = open.first().and_then(|open| open.line_end).unwrap_or(end);
        for (place, it) in open.iter().enumerate() {
            if it.kind == Kind::Single {
                self.quoted.stray.push(it.at.start);
            } else {
                let next = open.get(place + 1).filter(|next| next.kind != Kind::Single);
                let ends =
                    [next.map(|next| next.at.start), it.inside.first().map(|first| first.mark), Some(end)];
                let end = ends.into_iter().flatten().min().unwrap_or(end).max(it.at.end);
                let words = self.text.get(it.at.end..end).unwrap_or_default();
                let bytes = it.at.end..it.at.end + attribution(words).unwrap_or(words.len());
                let quotation = self.quotation(it.goes_on);
                self.quoted.stretches.push(Stretch { bytes, quotation, mark: it.at.start });
            }
        }
        self.quoted.stretches.extend(open.into_iter().flat_map(|open| open.inside));
    }
}

/// The end of a line.
#[derive(Clone, Copy)]
struct Line {
    /// The last character before it, and its end.
    last: (Option<char>, usize),
    /// The first character behind it, and its place.
    next: (char, usize),
    /// Whether a paragraph ends here, if a sentence does.
    is_hard: bool,
}

impl Line {
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

fn kind(mark: char) -> Option<Kind> {
    Some(match mark {
        '"' | '“' | '”' | '„' | '‟' | '″' | '＂' | '❝' | '❞' | '〝' | '〞' | '〟' => {
            Kind::Double
        }
        '«' | '»' => Kind::Guillemet,
        '‹' | '›' => Kind::SingleGuillemet,
        '「' | '」' | '｢' | '｣' => Kind::Corner,
        '『' | '』' => Kind::WhiteCorner,
        '‚' => Kind::Single,
        c if is_apostrophe(c) => Kind::Single,
        _ => return None,
    })
}

/// Whether a mark opens, where the last open one of its kind is `last`.
fn opens(mark: char, last: Option<char>, beside: Beside) -> bool {
    let looks_open = beside.opens() && !beside.closes();
    let looks_closed = beside.closes() && !beside.opens();
    match mark {
        '„' | '「' | '『' | '｢' | '❝' | '〝' | '‚' | '‛' => true,
        '」' | '』' | '｣' | '❞' | '〞' | '〟' | '´' | '′' | '″' => false,
        // German closes with the marks by which others open.
        '“' | '‟' => last != Some('„') && !(last.is_some() && looks_closed),
        '‘' | '`' => last != Some('‚'),
        // Swedish opens with the mark by which others close.
        '”' => looks_open && last.is_none_or(|last| last == '”'),
        '’' => looks_open && last.is_none(),
        // French points outwards, German inwards, Swedish to the right.
        '«' => last != Some('»'),
        '»' | '›' => last.is_none() && looks_open,
        '‹' => last != Some('›'),
        _ if looks_open || looks_closed => looks_open,
        _ => last.is_none(),
    }
}

/// Where the last words of a paragraph begin to name a speaker, so that they are not spoken: `, kata Ratna.`
fn attribution(words: &str) -> Option<usize> {
    let from =
        (words.len().saturating_sub(ATTRIBUTION)..words.len()).find(|at| words.is_char_boundary(*at))?;
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

/// Whether most of a text stands in lines that are as long as paragraphs.
fn has_long_lines(text: &str) -> bool {
    let long: usize = text.lines().filter(|line| line.chars().count() > LINE).map(str::len).sum();
    long * 2 > text.len()
}
