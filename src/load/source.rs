//! A file as text: decoded, with its lines at hand for showing the place of a fault.

use std::cell::{Cell, OnceCell};

use super::finding::Finding;
use crate::diagnostic::{At, Binary, Diagnostic, Fault, Owner, Spot};

/// Lines of source shown above the one with the fault.
const LINES_ABOVE: u32 = 2;
/// Characters of a source line that are kept for showing: before the place, and in all.
const KEPT_BEFORE: u32 = 200;
const LINE_KEPT: usize = 600;

/// So many bytes show what a file is.
pub(super) const HEAD: usize = 8 << 10;

/// A decoded file.
#[derive(Debug)]
pub(super) struct Source {
    pub(super) name: String,
    pub(super) text: String,
    starts: OnceCell<Vec<usize>>,
    cursors: Cell<[Cursor; CURSORS]>,
}

/// As many lines as a place is shown with, and one more.
const CURSORS: usize = LINES_ABOVE as usize + 2;

/// A column of a line, and the byte where it begins.
#[derive(Debug, Clone, Copy, Default)]
struct Cursor {
    line: u32,
    column: u32,
    byte: usize,
}

impl Source {
    /// Decodes UTF-8, or UTF-16 with its mark; a mark at the start is dropped.
    pub(super) fn decode(name: &str, bytes: Vec<u8>) -> Result<Self, Box<Diagnostic>> {
        if let Some(what) = binary(&bytes) {
            return Err(Box::new(file_fault(name, Fault::Binary(what))));
        }
        let refuse = |byte| Box::new(file_fault(name, Fault::NotText { byte }));
        let mut text = match bytes.as_slice() {
            [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes).map_err(refuse)?,
            [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes).map_err(refuse)?,
            _ => String::from_utf8(bytes).map_err(|error| {
                let byte = error.utf8_error().valid_up_to();
                let good = String::from_utf8_lossy(error.as_bytes().get(..byte).unwrap_or_default());
                located_byte(name, &good, byte)
            })?,
        };
        if let Some(byte) = text.find('\0') {
            return Err(located_byte(name, text.get(..byte).unwrap_or_default(), byte));
        }
        if text.starts_with('\u{feff}') {
            text.remove(0);
        }
        let source = Self { name: name.to_owned(), text, starts: OnceCell::new(), cursors: Cell::default() };
        if is_web_page(&source.text) {
            let blanks = source.text.find(|c: char| !c.is_whitespace()).unwrap_or_default();
            let lines = source.text.get(..blanks).unwrap_or_default().matches('\n').count();
            let line = u32::try_from(lines + 1).unwrap_or(1);
            let finding = Finding::new(Fault::WebPage, At { line, column: 1, length: 1 });
            return Err(Box::new(source.diagnostic(finding, None)));
        }
        Ok(source)
    }

    /// A line without its end; lines count from 1.
    pub(super) fn line(&self, number: u32) -> Option<&str> {
        let start = self.start(number)?;
        let end = self.start(number.checked_add(1)?).unwrap_or(self.text.len());
        Some(self.text.get(start..end)?.trim_end_matches(['\n', '\r']))
    }

    /// The byte where a line begins. As in YAML, a lone carriage return ends a line, too.
    pub(super) fn start(&self, number: u32) -> Option<usize> {
        let starts = self.starts.get_or_init(|| {
            let bytes = self.text.as_bytes();
            let ends = |at: &usize| match bytes.get(*at) {
                Some(b'\n') => true,
                Some(b'\r') => bytes.get(at + 1) != Some(&b'\n'),
                _ => false,
            };
            std::iter::once(0).chain((0..bytes.len()).filter(ends).map(|at| at + 1)).collect()
        });
        starts.get(usize::try_from(number.checked_sub(1)?).ok()?).copied()
    }

    /// The byte where a column of a line begins, or the line ends. A line may be as long as a file, and places that are
    /// asked for lie near each other: so each search goes on from the last.
    fn offset(&self, line: u32, column: u32) -> Option<usize> {
        let mut cursors = self.cursors.get();
        let cursor = cursors.get_mut(usize::try_from(line).ok()? % CURSORS)?;
        if cursor.line != line {
            *cursor = Cursor { line, column: 1, byte: self.start(line)? };
        }
        let distance = usize::try_from(column.abs_diff(cursor.column)).ok()?;
        let (before, behind) = self.text.split_at_checked(cursor.byte)?;
        if column < cursor.column {
            cursor.byte -= before.chars().rev().take(distance).map(char::len_utf8).sum::<usize>();
            cursor.column = column;
        } else {
            let on_line = behind.chars().take_while(|c| !matches!(c, '\n' | '\r')).take(distance);
            let (columns, bytes) =
                on_line.fold((0, 0), |(columns, bytes), c| (columns + 1, bytes + c.len_utf8()));
            cursor.column += columns;
            cursor.byte += bytes;
        }
        let byte = cursor.byte;
        self.cursors.set(cursors);
        Some(byte)
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
            other: finding.other.map(|at| self.spot(at, 0)),
            visit,
        }
    }
}

/// A fault of a whole file.
pub(super) fn file_fault(name: &str, fault: Fault) -> Diagnostic {
    Diagnostic { fault, spot: Spot { file: name.to_owned(), ..Spot::default() }, other: None, visit: None }
}

fn located_byte(name: &str, good: &str, byte: usize) -> Box<Diagnostic> {
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let line = number(good.matches('\n').count() + 1);
    let tail = good.rsplit('\n').next().unwrap_or_default();
    let at = At { line, column: number(tail.chars().count() + 1), length: 1 };
    let source_from = at.column.saturating_sub(KEPT_BEFORE).max(1);
    let before = usize::try_from(source_from - 1).unwrap_or(usize::MAX);
    let source = vec![(line, tail.chars().skip(before).take(LINE_KEPT).collect())];
    let spot = Spot { file: name.to_owned(), at: Some(at), source, source_from };
    Box::new(Diagnostic { spot, ..file_fault(name, Fault::NotText { byte }) })
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

fn is_web_page(text: &str) -> bool {
    let head: String = text.trim_start().chars().take(14).collect::<String>().to_ascii_lowercase();
    ["<!doctype", "<html", "<head", "<body"].iter().any(|tag| head.starts_with(tag))
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
