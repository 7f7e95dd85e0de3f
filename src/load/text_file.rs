//! A decoded file, with an index of its lines and characters for source excerpts.

use std::ops::Range;
use std::sync::OnceLock;

use memchr::{memchr2_iter, memmem};

use super::problem::{LocatedProblem, RelatedLocation};
use crate::diagnostic::{BinaryFormat, Diagnostic, Location, Problem, SourceSpan, UnusableVisit};

/// How many source lines are shown above the line with the problem.
pub(super) const LINES_ABOVE: u32 = 2;
/// How many characters of a long source line are kept: before the span, and in total.
const EXCERPT_BEFORE: u32 = 200;
const EXCERPT_CHARS: usize = 600;
/// How many lines are inspected to recognize a table.
const TABLE_LINES: usize = 20;

/// How many bytes are inspected to recognize a binary file.
pub(super) const HEAD_BYTES: usize = 8 << 10;

/// A decoded file.
#[derive(Debug)]
pub(super) struct TextFile {
    pub(super) name: String,
    pub(super) text: String,
    starts: OnceLock<Vec<usize>>,
    char_index: OnceLock<Vec<usize>>,
    has_tight_comments: OnceLock<bool>,
    is_json_lines: OnceLock<bool>,
}

/// The characters of longer lines, in bytes, are found by an index.
const LONG_LINE: usize = 64 << 10;
/// The distance between two entries of the index.
const INDEX_STEP: usize = 1_024;

impl TextFile {
    /// Whether the text is a JSON array.
    pub(super) fn is_json_list(&self) -> bool {
        self.text.trim_start().starts_with('[')
    }

    /// Whether the text is JSON Lines: a JSON object on each line.
    pub(super) fn is_json_lines(&self) -> bool {
        *self.is_json_lines.get_or_init(|| {
            let mut lines = self.text.lines().map(str::trim).filter(|line| !line.is_empty()).peekable();
            lines.peek().is_some() && lines.all(|line| line.starts_with("{\""))
        })
    }

    /// The parts of the text that are read separately, each with the number of lines before it: consecutive JSON objects,
    /// or any other text as a whole.
    pub(super) fn parts(&self) -> Vec<(u32, &str)> {
        if !self.text.trim_start().starts_with('{') {
            return vec![(0, &self.text)];
        }
        let mut begins = vec![(0, 0)];
        let mut ends_record = false;
        for (number, start) in (0..).zip(self.starts()) {
            let line = self.line(number + 1).unwrap_or_default();
            if ends_record && line.starts_with('{') {
                begins.push((number, *start));
            }
            ends_record = if line.trim().is_empty() { ends_record } else { line.trim_end().ends_with('}') };
        }
        let ends = begins.iter().skip(1).map(|(_, start)| *start).chain([self.text.len()]);
        let parts = begins.iter().zip(ends);
        parts.filter_map(|((lines, start), end)| Some((*lines, self.text.get(*start..end)?))).collect()
    }

    pub(super) fn new(name: &str, text: String) -> Self {
        Self {
            name: name.to_owned(),
            text,
            starts: OnceLock::new(),
            char_index: OnceLock::new(),
            has_tight_comments: OnceLock::new(),
            is_json_lines: OnceLock::new(),
        }
    }

    /// Decodes UTF-8, or UTF-16 with a byte order mark. Removes byte order marks at the start of lines.
    pub(super) fn decode(name: &str, bytes: Vec<u8>) -> Result<Self, Box<Diagnostic>> {
        if let Some(what) = binary(&bytes) {
            return Err(Box::new(file_problem(name, Problem::Binary(what))));
        }
        let refuse = |byte| Box::new(file_problem(name, Problem::NotText { byte }));
        let is_utf16 = matches!(bytes.as_slice(), [0xff, 0xfe, ..] | [0xfe, 0xff, ..]);
        let mut text = match bytes.as_slice() {
            [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes).map_err(refuse)?,
            [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes).map_err(refuse)?,
            _ => String::from_utf8(bytes).map_err(|error| {
                let byte = error.utf8_error().valid_up_to();
                let valid = String::from_utf8_lossy(error.as_bytes().get(..byte).unwrap_or_default());
                invalid_byte(name, &valid, byte)
            })?,
        };
        if let Some(at) = memchr::memchr(0, text.as_bytes()) {
            let valid = text.get(..at).unwrap_or_default();
            let byte = if is_utf16 { 2 + valid.encode_utf16().count() * 2 } else { at };
            return Err(invalid_byte(name, valid, byte));
        }
        if memmem::find(text.as_bytes(), "\u{feff}".as_bytes()).is_some() {
            text = without_byte_order_marks(&text);
        }
        Ok(Self::new(name, text))
    }

    /// A problem if the text is HTML.
    pub(super) fn web_page(&self) -> Option<LocatedProblem> {
        let blanks = self.text.find(|c: char| !c.is_whitespace())?;
        let head: String = self.text.get(blanks..)?.chars().take(14).collect::<String>().to_ascii_lowercase();
        let lines = self.text.get(..blanks)?.matches('\n').count();
        let line = u32::try_from(lines + 1).unwrap_or(1);
        let is_page = ["<!doctype", "<html", "<head", "<body"].iter().any(|tag| head.starts_with(tag));
        is_page.then(|| LocatedProblem::new(Problem::WebPage, SourceSpan { line, column: 1, length: 1 }))
    }

    /// A problem if the text is a table: all lines have as many cells as the first, and it is not YAML.
    pub(super) fn table(&self) -> Option<LocatedProblem> {
        let mut lines = self.text.lines().filter(|line| !line.trim().is_empty()).take(TABLE_LINES);
        let (first, mut others) = (lines.next()?, lines.peekable());
        let is_yaml = first.contains(": ")
            || first.ends_with(':')
            || first.trim_start().starts_with(['-', '[', '{', '#', '%', '!', '&', '*', '|', '>']);
        let cells = |line: &str, sign: char| {
            // A quoted text is one cell.
            line.split('"').step_by(2).map(|outside| outside.matches(sign).count()).sum::<usize>()
        };
        let sign = [',', ';', '\t'].into_iter().max_by_key(|sign| cells(first, *sign))?;
        let count = cells(first, sign);
        let is_table =
            !is_yaml && count > 0 && others.peek().is_some() && others.all(|line| cells(line, sign) == count);
        is_table.then(|| LocatedProblem::new(Problem::Table, SourceSpan { line: 1, column: 1, length: 1 }))
    }

    /// A line without its line break. Lines count from 1.
    pub(super) fn line(&self, number: u32) -> Option<&str> {
        let start = self.start(number)?;
        let end = self.start(number.checked_add(1)?).unwrap_or(self.text.len());
        Some(self.text.get(start..end)?.trim_end_matches(['\n', '\r']))
    }

    /// The byte offset of a line. As in YAML, a lone carriage return ends a line, too.
    pub(super) fn start(&self, number: u32) -> Option<usize> {
        self.starts().get(usize::try_from(number.checked_sub(1)?).ok()?).copied()
    }

    fn starts(&self) -> &[usize] {
        self.starts.get_or_init(|| {
            let bytes = self.text.as_bytes();
            let is_end = |at: &usize| bytes.get(*at) == Some(&b'\n') || bytes.get(at + 1) != Some(&b'\n');
            let ends = memchr2_iter(b'\n', b'\r', bytes).filter(is_end);
            std::iter::once(0).chain(ends.map(|at| at + 1)).collect()
        })
    }

    /// The byte offset of a column, or of the end of the line if it is shorter.
    fn offset(&self, line: u32, column: u32) -> Option<usize> {
        let (start, before) = (self.start(line)?, usize::try_from(column.checked_sub(1)?).ok()?);
        let next = self.start(line + 1).unwrap_or(self.text.len());
        let text = self.text.get(start..next)?.trim_end_matches(['\n', '\r']);
        let end = start + text.len();
        if text.len() < LONG_LINE {
            return Some(text.char_indices().nth(before).map_or(end, |(byte, _)| start + byte));
        }
        let target = self.number(start) + before;
        let mark = self.char_index().get(target / INDEX_STEP).copied();
        let rest = mark
            .and_then(|mark| Some((mark, self.text.get(mark..)?.char_indices().nth(target % INDEX_STEP)?)));
        Some(rest.map_or(end, |(mark, (byte, _))| end.min(mark + byte)))
    }

    /// The number of characters between two byte offsets.
    fn chars_between(&self, start: usize, end: usize) -> usize {
        if end.saturating_sub(start) < LONG_LINE {
            return self.text.get(start..end).unwrap_or_default().chars().count();
        }
        self.number(end) - self.number(start)
    }

    /// The span of a byte range, limited to its first line.
    pub(super) fn place(&self, bytes: &Range<usize>) -> SourceSpan {
        let line = self.starts().partition_point(|start| *start <= bytes.start).max(1);
        let start = self.starts().get(line - 1).copied().unwrap_or_default();
        let next = self.starts().get(line).copied().unwrap_or(self.text.len());
        let marked = self.text.get(bytes.start..bytes.end.min(next)).unwrap_or_default().trim_end();
        let column = self.chars_between(start, bytes.start) + 1;
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        SourceSpan { line: count(line), column: count(column), length: count(marked.chars().count().max(1)) }
    }

    /// The number of characters before a byte offset.
    fn number(&self, byte: usize) -> usize {
        let char_index = self.char_index();
        let before = char_index.partition_point(|mark| *mark <= byte).saturating_sub(1);
        let mark = char_index.get(before).copied().unwrap_or_default();
        before * INDEX_STEP + self.text.get(mark..byte).unwrap_or_default().chars().count()
    }

    /// The byte offset of every 1,024th character, because a line may be as long as a file.
    fn char_index(&self) -> &[usize] {
        self.char_index
            .get_or_init(|| self.text.char_indices().step_by(INDEX_STEP).map(|(byte, _)| byte).collect())
    }

    /// The first occurrence of a character at or after `from`, within so many bytes.
    pub(super) fn find(&self, character: char, from: SourceSpan, bytes: usize) -> Option<SourceSpan> {
        let offset = self.offset(from.line, from.column)?;
        let near = self.text.get(offset..)?.char_indices().take_while(|(byte, _)| *byte <= bytes);
        let mut at = SourceSpan { length: 1, ..from };
        for (byte, c) in near {
            if c == character {
                return Some(at);
            }
            at.column += 1;
            if self.start(at.line + 1).is_some_and(|start| start == offset + byte + c.len_utf8()) {
                at = SourceSpan { line: at.line + 1, column: 1, length: 1 };
            }
        }
        None
    }

    /// The text from a span on.
    pub(super) fn text_from(&self, at: SourceSpan) -> Option<&str> {
        self.text.get(self.offset(at.line, at.column)?..)
    }

    /// Whether there is a comment without a space after `#`.
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

    /// A location in this file, with its source line and `above` lines before it.
    pub(super) fn location(&self, at: SourceSpan, above: u32) -> Location {
        let source_from = at.column.saturating_sub(EXCERPT_BEFORE).max(1);
        let kept = |number: u32| {
            let rest = self.text.get(self.offset(number, source_from)?..)?;
            let on_line = rest.chars().take_while(|c| !matches!(c, '\n' | '\r'));
            Some((number, on_line.take(EXCERPT_CHARS).collect()))
        };
        Location {
            file: self.name.clone(),
            at: Some(at),
            source: (at.line.saturating_sub(above).max(1)..=at.line).filter_map(kept).collect(),
            source_from,
        }
    }

    /// A diagnostic for a problem in this file.
    pub(super) fn diagnostic(&self, located: LocatedProblem, visit: Option<UnusableVisit>) -> Diagnostic {
        Diagnostic {
            problem: located.problem,
            location: self.location(located.at, LINES_ABOVE),
            related: located.related.map(|it| match it {
                RelatedLocation::SameFile(at) => self.location(at, 0),
                RelatedLocation::OtherFile(location) => *location,
            }),
            visit,
        }
    }
}

/// A diagnostic for a whole file.
pub(super) fn file_problem(name: &str, problem: Problem) -> Diagnostic {
    Diagnostic {
        problem,
        location: Location { file: name.to_owned(), ..Location::default() },
        related: None,
        visit: None,
    }
}

/// A diagnostic for an invalid byte after the text `valid`.
fn invalid_byte(name: &str, valid: &str, byte: usize) -> Box<Diagnostic> {
    let source = TextFile::new(name, format!("{valid}?"));
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let starts = source.starts();
    let line = starts.partition_point(|start| *start <= valid.len());
    let start = starts.get(line.saturating_sub(1)).copied().unwrap_or_default();
    let column = valid.get(start..).unwrap_or_default().chars().count() + 1;
    let at = SourceSpan { line: number(line), column: number(column), length: 1 };
    let mut location = source.location(at, 0);
    for (_, text) in &mut location.source {
        text.pop();
    }
    Box::new(Diagnostic { location, ..file_problem(name, Problem::NotText { byte }) })
}

/// Removes byte order marks from the start of lines. They remain when files are concatenated.
fn without_byte_order_marks(text: &str) -> String {
    let lines = text.split_inclusive(['\n', '\r']);
    lines.map(|line| line.trim_start_matches('\u{feff}')).collect()
}

/// The binary format of a file, judged by its first bytes.
pub(super) fn binary(bytes: &[u8]) -> Option<BinaryFormat> {
    const SIGNS: &[(&[u8], BinaryFormat)] = &[
        (b"%PDF-", BinaryFormat::Pdf),
        (b"PK\x03\x04", BinaryFormat::Office),
        (b"\xd0\xcf\x11\xe0", BinaryFormat::Office),
        (b"\x1f\x8b", BinaryFormat::Office),
        (b"\x89PNG", BinaryFormat::Picture),
        (b"\xff\xd8\xff", BinaryFormat::Picture),
        (b"GIF8", BinaryFormat::Picture),
    ];
    let known = SIGNS.iter().find(|(sign, _)| bytes.starts_with(sign)).map(|(_, what)| *what);
    let head = bytes.get(..HEAD_BYTES).unwrap_or(bytes);
    let is_utf16 = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    let (pairs, _) = head.as_chunks::<2>();
    let has_every = |at: usize| pairs.iter().all(|pair| pair.get(at) == Some(&0));
    let unmarked = || has_every(0) != has_every(1);
    let nul = || if unmarked() { BinaryFormat::Utf16 } else { BinaryFormat::Other };
    known.or_else(|| (!is_utf16 && head.contains(&0)).then(nul))
}

/// Decodes UTF-16, or returns the offset of the first invalid byte in the file.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_in_lines_of_any_length() {
        let long = "é-".repeat(LONG_LINE);
        let text = format!("satu é\r\n{long}\rdua\n\n{long}");
        let source = TextFile::new("a.yaml", text);
        let lines: Vec<&str> = vec!["satu é", &long, "dua", "", &long];
        let found: Vec<&str> = (1..=5).filter_map(|number| source.line(number)).collect();
        assert!(found == lines && source.line(6).is_none());
        for (number, line) in (1..).zip(lines) {
            let start = source.start(number).unwrap();
            let chars = line.chars().count();
            for before in [0, 1, 2, 7, INDEX_STEP, chars.saturating_sub(1), chars] {
                let byte = start + line.char_indices().nth(before).map_or(line.len(), |(byte, _)| byte);
                let column = u32::try_from(before + 1).unwrap();
                assert_eq!(source.offset(number, column), Some(byte), "{number}:{column}");
                if before < chars {
                    let place = source.place(&(byte..byte + 1));
                    assert_eq!((place.line, place.column), (number, column));
                }
            }
            assert_eq!(source.offset(number, u32::MAX), Some(start + line.len()));
        }
    }
}
