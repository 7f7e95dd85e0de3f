//! A file as text: decoded, with its lines at hand for showing the place of a fault.

use std::cell::OnceCell;
use std::ops::Range;

use super::finding::{Finding, Other};
use crate::diagnostic::{At, Binary, Diagnostic, Fault, Owner, Spot};

/// Lines of source shown above the one with the fault.
const LINES_ABOVE: u32 = 2;
/// Characters of a source line that are kept for showing: before the place, and in all.
const KEPT_BEFORE: u32 = 200;
const LINE_KEPT: usize = 600;
/// So many lines of a sheet are looked at.
const SHEET_LINES: usize = 20;

/// So many bytes show what a file is.
pub(super) const HEAD: usize = 8 << 10;

/// A decoded file.
#[derive(Debug)]
pub(super) struct Source {
    pub(super) name: String,
    pub(super) text: String,
    starts: OnceCell<Vec<usize>>,
    marks: OnceCell<Vec<usize>>,
    has_tight_comments: OnceCell<bool>,
}

/// The characters between two marks.
const STEP: usize = 1_024;

impl Source {
    /// Whether the text is a list of JSON.
    pub(super) fn is_json_list(&self) -> bool {
        self.text.trim_start().starts_with('[')
    }

    fn new(name: &str, text: String) -> Self {
        Self {
            name: name.to_owned(),
            text,
            starts: OnceCell::new(),
            marks: OnceCell::new(),
            has_tight_comments: OnceCell::new(),
        }
    }

    /// Decodes UTF-8, or UTF-16 with its mark; a mark at the start of a line is dropped.
    pub(super) fn decode(name: &str, bytes: Vec<u8>) -> Result<Self, Box<Diagnostic>> {
        if let Some(what) = binary(&bytes) {
            return Err(Box::new(file_fault(name, Fault::Binary(what))));
        }
        let refuse = |byte| Box::new(file_fault(name, Fault::NotText { byte }));
        let is_utf16 = matches!(bytes.as_slice(), [0xff, 0xfe, ..] | [0xfe, 0xff, ..]);
        let mut text = match bytes.as_slice() {
            [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes).map_err(refuse)?,
            [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes).map_err(refuse)?,
            _ => String::from_utf8(bytes).map_err(|error| {
                let byte = error.utf8_error().valid_up_to();
                let good = String::from_utf8_lossy(error.as_bytes().get(..byte).unwrap_or_default());
                located_byte(name, &good, byte)
            })?,
        };
        if let Some(at) = text.find('\0') {
            let good = text.get(..at).unwrap_or_default();
            let byte = if is_utf16 { 2 + good.encode_utf16().count() * 2 } else { at };
            return Err(located_byte(name, good, byte));
        }
        if text.contains('\u{feff}') {
            text = without_marks(&text);
        }
        Ok(Self::new(name, text))
    }

    /// That this is HTML, if it is.
    pub(super) fn web_page(&self) -> Option<Finding> {
        let blanks = self.text.find(|c: char| !c.is_whitespace())?;
        let head: String = self.text.get(blanks..)?.chars().take(14).collect::<String>().to_ascii_lowercase();
        let lines = self.text.get(..blanks)?.matches('\n').count();
        let line = u32::try_from(lines + 1).unwrap_or(1);
        let is_page = ["<!doctype", "<html", "<head", "<body"].iter().any(|tag| head.starts_with(tag));
        is_page.then(|| Finding::new(Fault::WebPage, At { line, column: 1, length: 1 }))
    }

    /// That this is a sheet of rows and columns, if it is: lines that are cut into as many cells as the first, and no YAML.
    pub(super) fn sheet(&self) -> Option<Finding> {
        let mut lines = self.text.lines().filter(|line| !line.trim().is_empty()).take(SHEET_LINES);
        let (first, mut others) = (lines.next()?, lines.peekable());
        let is_yaml = first.contains(": ")
            || first.ends_with(':')
            || first.trim_start().starts_with(['-', '[', '{', '#', '%', '!', '&', '*', '|', '>']);
        let cells = |line: &str, sign: char| {
            // What stands in quotation marks is one cell.
            line.split('"').step_by(2).map(|outside| outside.matches(sign).count()).sum::<usize>()
        };
        let sign = [',', ';', '\t'].into_iter().max_by_key(|sign| cells(first, *sign))?;
        let count = cells(first, sign);
        let is_sheet =
            !is_yaml && count > 0 && others.peek().is_some() && others.all(|line| cells(line, sign) == count);
        is_sheet.then(|| Finding::new(Fault::Sheet, At { line: 1, column: 1, length: 1 }))
    }

    /// A line without its end; lines count from 1.
    pub(super) fn line(&self, number: u32) -> Option<&str> {
        let start = self.start(number)?;
        let end = self.start(number.checked_add(1)?).unwrap_or(self.text.len());
        Some(self.text.get(start..end)?.trim_end_matches(['\n', '\r']))
    }

    /// The byte where a line begins. As in YAML, a lone carriage return ends a line, too.
    pub(super) fn start(&self, number: u32) -> Option<usize> {
        self.starts().get(usize::try_from(number.checked_sub(1)?).ok()?).copied()
    }

    fn starts(&self) -> &[usize] {
        self.starts.get_or_init(|| {
            let bytes = self.text.as_bytes();
            let ends = |at: &usize| match bytes.get(*at) {
                Some(b'\n') => true,
                Some(b'\r') => bytes.get(at + 1) != Some(&b'\n'),
                _ => false,
            };
            std::iter::once(0).chain((0..bytes.len()).filter(ends).map(|at| at + 1)).collect()
        })
    }

    /// The byte where a column of a line begins, or the line ends.
    fn offset(&self, line: u32, column: u32) -> Option<usize> {
        let marks = self.marks();
        let start = self.start(line)?;
        let wanted = self.number(start) + usize::try_from(column.checked_sub(1)?).ok()?;
        let mark = marks.get(wanted / STEP).copied();
        let rest =
            mark.and_then(|mark| Some((mark, self.text.get(mark..)?.char_indices().nth(wanted % STEP)?)));
        let byte = rest.map_or(self.text.len(), |(mark, (byte, _))| mark + byte);
        let next = self.start(line + 1).unwrap_or(self.text.len());
        Some(byte.min(start + self.text.get(start..next)?.trim_end_matches(['\n', '\r']).len()))
    }

    /// Where some bytes stand, as far as they stand on one line.
    pub(super) fn place(&self, bytes: &Range<usize>) -> At {
        let line = self.starts().partition_point(|start| *start <= bytes.start).max(1);
        let start = self.starts().get(line - 1).copied().unwrap_or_default();
        let next = self.starts().get(line).copied().unwrap_or(self.text.len());
        let marked = self.text.get(bytes.start..bytes.end.min(next)).unwrap_or_default().trim_end();
        let column = self.number(bytes.start) - self.number(start) + 1;
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        At { line: count(line), column: count(column), length: count(marked.chars().count().max(1)) }
    }

    /// How many characters stand before a byte.
    fn number(&self, byte: usize) -> usize {
        let marks = self.marks();
        let before = marks.partition_point(|mark| *mark <= byte).saturating_sub(1);
        let mark = marks.get(before).copied().unwrap_or_default();
        before * STEP + self.text.get(mark..byte).unwrap_or_default().chars().count()
    }

    /// The bytes of every thousandth character: a line may be as long as a file.
    fn marks(&self) -> &[usize] {
        self.marks.get_or_init(|| self.text.char_indices().step_by(STEP).map(|(byte, _)| byte).collect())
    }

    /// The first place of a character at `from` or behind it, if it is not more than so many bytes away.
    pub(super) fn find(&self, character: char, from: At, bytes: usize) -> Option<At> {
        let offset = self.offset(from.line, from.column)?;
        let near = self.text.get(offset..)?.char_indices().take_while(|(byte, _)| *byte <= bytes);
        let mut at = At { length: 1, ..from };
        for (byte, c) in near {
            if c == character {
                return Some(at);
            }
            at.column += 1;
            if self.start(at.line + 1).is_some_and(|start| start == offset + byte + c.len_utf8()) {
                at = At { line: at.line + 1, column: 1, length: 1 };
            }
        }
        None
    }

    /// The text from a place on.
    pub(super) fn behind(&self, at: At) -> Option<&str> {
        self.text.get(self.offset(at.line, at.column)?..)
    }

    /// Whether anywhere a comment has no space behind its sign.
    pub(super) fn has_tight_comments(&self) -> bool {
        *self.has_tight_comments.get_or_init(|| {
            let bytes = self.text.as_bytes();
            memchr::memchr_iter(b'#', bytes).any(|at| {
                let before = at.checked_sub(1).and_then(|at| bytes.get(at));
                let after = bytes.get(at + 1);
                matches!(before, Some(b' '))
                    && !matches!(after, None | Some(b' ' | b'\t' | b'\n' | b'\r' | b'#'))
            })
        })
    }

    /// A place in this file, with its line and so many above it.
    pub(super) fn spot(&self, at: At, above: u32) -> Spot {
        let source_from = at.column.saturating_sub(KEPT_BEFORE).max(1);
        let kept = |number: u32| {
            let behind = self.text.get(self.offset(number, source_from)?..)?;
            let on_line = behind.chars().take_while(|c| !matches!(c, '\n' | '\r'));
            Some((number, on_line.take(LINE_KEPT).collect()))
        };
        Spot {
            file: self.name.clone(),
            at: Some(at),
            source: (at.line.saturating_sub(above).max(1)..=at.line).filter_map(kept).collect(),
            source_from,
        }
    }

    /// A fault with its place in this file.
    pub(super) fn diagnostic(&self, finding: Finding, visit: Option<Owner>) -> Diagnostic {
        Diagnostic {
            fault: finding.fault,
            spot: self.spot(finding.at, LINES_ABOVE),
            other: finding.other.map(|other| match other {
                Other::Here(at) => self.spot(at, 0),
                Other::Elsewhere(spot) => *spot,
            }),
            visit,
        }
    }
}

/// A fault of a whole file.
pub(super) fn file_fault(name: &str, fault: Fault) -> Diagnostic {
    Diagnostic { fault, spot: Spot { file: name.to_owned(), ..Spot::default() }, other: None, visit: None }
}

/// The byte of a file that no text can have, behind what is good.
fn located_byte(name: &str, good: &str, byte: usize) -> Box<Diagnostic> {
    let source = Source::new(name, format!("{good}?"));
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let starts = source.starts();
    let line = starts.partition_point(|start| *start <= good.len());
    let start = starts.get(line.saturating_sub(1)).copied().unwrap_or_default();
    let column = good.get(start..).unwrap_or_default().chars().count() + 1;
    let at = At { line: number(line), column: number(column), length: 1 };
    let mut spot = source.spot(at, 0);
    for (_, text) in &mut spot.source {
        text.pop();
    }
    Box::new(Diagnostic { spot, ..file_fault(name, Fault::NotText { byte }) })
}

/// The text without the marks of byte order that its lines begin with: each is the beginning of a file that was put behind
/// another one.
fn without_marks(text: &str) -> String {
    let lines = text.split_inclusive(['\n', '\r']);
    lines.map(|line| line.trim_start_matches('\u{feff}')).collect()
}

/// What a file is that is no text at all, by its first bytes.
pub(super) fn binary(bytes: &[u8]) -> Option<Binary> {
    const SIGNS: &[(&[u8], Binary)] = &[
        (b"%PDF-", Binary::Pdf),
        (b"PK\x03\x04", Binary::Office),
        (b"\xd0\xcf\x11\xe0", Binary::Office),
        (b"\x1f\x8b", Binary::Office),
        (b"\x89PNG", Binary::Picture),
        (b"\xff\xd8\xff", Binary::Picture),
        (b"GIF8", Binary::Picture),
    ];
    let known = SIGNS.iter().find(|(sign, _)| bytes.starts_with(sign)).map(|(_, what)| *what);
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    let is_utf16 = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    let (pairs, _) = head.as_chunks::<2>();
    let has_every = |at: usize| pairs.iter().all(|pair| pair.get(at) == Some(&0));
    let unmarked = || has_every(0) != has_every(1);
    let nul = || if unmarked() { Binary::Utf16 } else { Binary::Other };
    known.or_else(|| (!is_utf16 && head.contains(&0)).then(nul))
}

/// The text, or the byte of the file where it ends to be one.
fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, usize> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut text = String::with_capacity(bytes.len());
    let mut byte = 2;
    for c in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
        let c = c.ok().ok_or(byte)?;
        byte += c.len_utf16() * 2;
        text.push(c);
    }
    if rest.is_empty() { Ok(text) } else { Err(byte) }
}
