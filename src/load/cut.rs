//! Where a text can be cut into pieces that are read separately: between documents, and between the items of a list of
//! visits. The cuts are found by the first signs of lines, which may deceive; `pieces` checks whether they are right.

use std::ops::Range;

use memchr::{memchr_iter, memmem};

/// Begins a document.
const MARKER: &str = "---";
/// The key of the list of visits.
const VISITS: &[u8] = b"visits:";

/// A piece of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    /// The bytes, to the end of the sign that begins the next piece: the parser must accept it as a sign there.
    pub(super) bytes: Range<usize>,
    /// The number of lines before the piece.
    pub(super) lines_before: u32,
}

/// A part of a text.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Section {
    /// Whole documents.
    Documents(Piece),
    /// One document with a long list of visits.
    List(CutList),
}

/// A document whose list of visits is cut into pieces.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct CutList {
    /// The fields before the list and its first item.
    pub(super) head: Piece,
    /// The other items, except the last.
    pub(super) items: Vec<Piece>,
    /// The last item and the fields after the list.
    pub(super) tail: Piece,
    /// The column index of the dashes.
    pub(super) dash: usize,
}

/// The sections of a text, with pieces of about `size` bytes. `None` if the text is short, or should not be cut.
pub(super) fn sections(text: &str, size: usize) -> Option<Vec<Section>> {
    let bytes = text.as_bytes();
    let is_flow = matches!(bytes.trim_ascii_start().first(), Some(b'{' | b'['));
    if bytes.len() < 2 * size || is_flow || has_lone_return(bytes) || has_directive(bytes) {
        return None;
    }
    let mut cutter = Cutter { bytes, at: 0, lines: 0 };
    let mut sections = Vec::new();
    let mut begin = 0;
    for end in document_ends(bytes) {
        let list = (end - begin >= 2 * size).then(|| cut_list(bytes, begin..end, size)).flatten();
        if let Some(cuts) = list {
            sections.extend(cutter.documents(begin));
            sections.push(Section::List(cutter.list(&cuts, end)));
        } else if end - cutter.at >= size {
            sections.extend(cutter.documents(end));
        }
        begin = end;
    }
    sections.extend(cutter.documents(bytes.len()));
    let is_cut = !matches!(sections.as_slice(), [] | [Section::Documents(_)]);
    is_cut.then_some(sections)
}

/// Whether a carriage return ends a line on its own. Lines are counted by line feeds here.
fn has_lone_return(bytes: &[u8]) -> bool {
    memchr_iter(b'\r', bytes).any(|at| bytes.get(at + 1) != Some(&b'\n'))
}

/// Whether a line begins with a sign that may apply to several documents.
fn has_directive(bytes: &[u8]) -> bool {
    bytes.first() == Some(&b'%') || memmem::find(bytes, b"\n%").is_some()
}

/// Where the documents of a text end.
fn document_ends(bytes: &[u8]) -> impl Iterator<Item = usize> {
    let is_marker = |at: &usize| bytes.get(at + MARKER.len()).is_none_or(u8::is_ascii_whitespace);
    memmem::find_iter(bytes, b"\n---").map(|at| at + 1).filter(is_marker).chain([bytes.len()])
}

/// The places where the list of visits of a document is cut.
struct ListCuts {
    /// The beginnings of items: of the second, of others, and of the last.
    items: Vec<usize>,
    dash: usize,
}

fn cut_list(bytes: &[u8], document: Range<usize>, size: usize) -> Option<ListCuts> {
    let key = fields_before_list(bytes.get(document.clone())?)?.len();
    let after = document.start + key + VISITS.len();
    let (first, mut lines) = lines(bytes, after..document.end);
    if !is_blank(first) {
        return None;
    }
    let (_, first) = lines.by_ref().find(|(_, line)| !is_blank(line))?;
    let dash = indent(first);
    let mut cuts: Vec<usize> = Vec::new();
    let mut last = None;
    for (at, line) in lines {
        let column = indent(line);
        if is_blank(line) || column > dash {
            continue;
        }
        if column < dash || !line.get(column..)?.starts_with(b"- ") {
            break;
        }
        if begins_record(line.get(column + 2..)?) {
            if cuts.last().is_none_or(|cut| at - cut >= size) {
                cuts.push(at);
            }
            last = Some(at);
        }
    }
    let last = last.filter(|last| cuts.first().is_some_and(|first| last - first >= size))?;
    cuts.extend((cuts.last() != Some(&last)).then_some(last));
    Some(ListCuts { items: cuts, dash })
}

/// The fields of a document before its list of visits.
pub(super) fn fields_before_list(document: &[u8]) -> Option<&[u8]> {
    let end = if document.starts_with(VISITS) { 0 } else { memmem::find(document, b"\nvisits:")? + 1 };
    document.get(..end)
}

/// The rest of the line at the start of a range, and the lines after it, each with its place.
fn lines(bytes: &[u8], range: Range<usize>) -> (&[u8], impl Iterator<Item = (usize, &[u8])>) {
    let text = bytes.get(range.clone()).unwrap_or_default();
    let mut ends = memchr_iter(b'\n', text).chain([text.len()]);
    let mut at = 0;
    let mut next = move || {
        let begin = at;
        let end = ends.next()?;
        at = end + 1;
        Some((range.start + begin, text.get(begin..end)?))
    };
    let (_, first) = next().unwrap_or_default();
    (first, std::iter::from_fn(next))
}

/// Whether a line has at most a comment.
fn is_blank(line: &[u8]) -> bool {
    matches!(line.trim_ascii_start(), [] | [b'#', ..])
}

fn indent(line: &[u8]) -> usize {
    line.iter().take_while(|byte| **byte == b' ').count()
}

/// Whether the text after a dash is a key, so that the item is a mapping.
fn begins_record(text: &[u8]) -> bool {
    let key = text.iter().take_while(|byte| byte.is_ascii_lowercase() || **byte == b'_').count();
    key > 0
        && text.get(key) == Some(&b':')
        && text.get(key + 1).is_none_or(|byte| matches!(byte, b' ' | b'\r'))
}

/// Turns the places of cuts into pieces, from the start of the text to its end.
struct Cutter<'t> {
    bytes: &'t [u8],
    /// The end of the last piece, and the number of lines before it.
    at: usize,
    lines: u32,
}

impl Cutter<'_> {
    /// The documents up to `end`, unless there are none.
    fn documents(&mut self, end: usize) -> Option<Section> {
        (self.at < end).then(|| Section::Documents(self.piece(end, MARKER.len())))
    }

    fn list(&mut self, cuts: &ListCuts, end: usize) -> CutList {
        let dash = cuts.dash;
        let mut pieces: Vec<Piece> = cuts.items.iter().map(|cut| self.piece(*cut, dash + 1)).collect();
        let head = pieces.remove(0);
        CutList { head, items: pieces, tail: self.piece(end, MARKER.len()), dash }
    }

    /// The piece that ends at `end`, with so many bytes of the next.
    fn piece(&mut self, end: usize, sign: usize) -> Piece {
        let (begin, lines_before) = (self.at, self.lines);
        let lines = memchr_iter(b'\n', self.bytes.get(begin..end).unwrap_or_default()).count();
        self.lines += u32::try_from(lines).unwrap_or(u32::MAX);
        self.at = end;
        Piece { bytes: begin..(end + sign).min(self.bytes.len()), lines_before }
    }
}
