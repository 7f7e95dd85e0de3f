//! Reads the pieces of a file separately, and puts the results together. A piece with any sign that it may not mean the same
//! alone as in the file is not read at all; then the file is read as a whole.

use std::ops::Range;
use std::sync::Arc;

use granit_parser::Event;

use super::archive_head::inherit;
use super::compose::{Budget, Composer, Gap};
use super::cut::{CutList, Piece, Section};
use super::parsed_file::ParsedFile;
use super::read::{FileReader, ReadOptions};
use super::text_file::TextFile;
use crate::diagnostic::ProblemCount;
use crate::model::{Header, Visit};

/// One of the pieces of a file that are read separately.
#[derive(Debug, Clone, Copy)]
pub(super) enum Part<'a> {
    /// Whole documents.
    Documents(&'a Piece),
    /// Items of a list of visits.
    Items(&'a Piece),
}

impl Part<'_> {
    /// Where it is in the file.
    pub(super) fn bytes(&self) -> Range<usize> {
        let (Self::Documents(piece) | Self::Items(piece)) = self;
        piece.bytes.clone()
    }
}

/// The parts of a file, in order.
pub(super) fn parts(sections: &[Section]) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    for section in sections {
        match section {
            Section::Documents(piece) => parts.push(Part::Documents(piece)),
            Section::List(list) => parts.extend(list.items.iter().map(Part::Items)),
        }
    }
    parts
}

/// Reads one part. `None` if in doubt.
pub(super) fn read_part(source: &TextFile, options: ReadOptions<'_>, part: Part<'_>) -> Option<ParsedFile> {
    let (Part::Documents(piece) | Part::Items(piece)) = part;
    let text = source.text.get(piece.bytes.clone())?;
    let mut composer = Composer::of_piece(text, piece.lines_before, source.text.len());
    let mut reader = FileReader::of_piece(source, options);
    match part {
        Part::Documents(_) => reader.documents(&mut composer),
        Part::Items(_) => read_items(&mut reader, &mut composer)?,
    }
    let found = reader.finish_piece(&composer)?;
    // If there are too many problems, which ones are reported depends on all pieces.
    (found.limit.unreported == ProblemCount::default()).then_some(found)
}

/// Reads the items of a list. `None` if in doubt.
fn read_items<'s>(reader: &mut FileReader<'s>, composer: &mut Composer<'s>) -> Option<()> {
    let next = |composer: &mut Composer<'s>| composer.next()?.ok().map(|(event, _)| event);
    let is_start = |event: Event<'_>| {
        matches!(event, Event::StreamStart | Event::DocumentStart(..) | Event::SequenceStart(_, 0, None))
    };
    for _ in 0..3 {
        next(composer).filter(|event| is_start(event.clone()))?;
    }
    // The sign of the next piece is an empty item.
    reader.items(composer).ok()?.item.filter(|item| item.node.is_null() && item.noted.is_empty())?;
    let is_end = matches!(next(composer)?, Event::DocumentEnd) && matches!(next(composer)?, Event::StreamEnd);
    // An anchor may have an alias in another piece.
    (is_end && !composer.has_anchors()).then_some(())
}

/// Puts the parts of a file together. `None` if in doubt.
pub(super) fn join(
    source: &TextFile,
    options: ReadOptions<'_>,
    (sections, first_header): (&[Section], usize),
    parts: impl IntoIterator<Item = ParsedFile>,
) -> Option<ParsedFile> {
    let mut parts = parts.into_iter();
    let mut whole = ParsedFile { first_header, ..ParsedFile::default() };
    for section in sections {
        match section {
            Section::Documents(_) => whole.append(parts.next()?),
            Section::List(list) => {
                let items = parts.by_ref().take(list.items.len()).collect();
                whole = read_around(source, options, list, (whole, items))?;
            }
        }
    }
    whole.complete(source, options.keep);
    whole.spent.is_within(Budget::of(source.text.len())).then_some(whole)
}

/// The headers and the visits of the first parts, while the others are not read yet. Of a list they are those before its last item;
/// the fields after that are not known.
pub(super) fn first_parts(
    source: &TextFile,
    options: ReadOptions<'_>,
    (sections, first_header): (&[Section], usize),
    found: &mut [Option<ParsedFile>],
) -> (Vec<Header>, Vec<Arc<Visit>>) {
    let mut found = found.iter_mut().map_while(Option::as_mut);
    let mut whole = ParsedFile { first_header, ..ParsedFile::default() };
    for section in sections {
        match section {
            Section::Documents(_) => {
                let Some(documents) = found.next() else { break };
                documents.renumber(whole.next_header());
                whole.visits.extend(documents.visits.iter().cloned());
                whole.headers.extend(documents.headers.iter().cloned());
            }
            Section::List(list) => {
                let Some(mut head) = read_head(source, options, list) else { break };
                head.renumber(whole.next_header());
                let header = head.headers.pop().unwrap_or_default();
                // Those of documents before that of the list.
                whole.headers.append(&mut head.headers);
                let number = whole.next_header();
                whole.visits.append(&mut head.visits);
                for items in found.by_ref().take(list.items.len()) {
                    items.visits.iter_mut().for_each(|visit| inherit(visit, number, &header));
                    items.first_header = number;
                    whole.visits.extend(items.visits.iter().cloned());
                }
                whole.headers.push(header);
            }
        }
    }
    (whole.headers, whole.visits)
}

/// Reads the fields before a list, and its first item. `None` if in doubt.
fn read_head(source: &TextFile, options: ReadOptions<'_>, list: &CutList) -> Option<ParsedFile> {
    let end = list.items.first().unwrap_or(&list.tail).bytes.start;
    let text = source.text.get(list.head.bytes.start..end)?;
    let mut composer = Composer::of_piece(text, list.head.lines_before, source.text.len());
    let mut reader = FileReader::of_piece(source, options);
    reader.documents(&mut composer);
    reader.finish_piece(&composer)
}

/// Reads a document whose list of visits was read already, except its first and its last item. Adds it to what is before.
fn read_around(
    source: &TextFile,
    options: ReadOptions<'_>,
    list: &CutList,
    found: (ParsedFile, Vec<ParsedFile>),
) -> Option<ParsedFile> {
    let first = list.items.first()?;
    let text = [
        source.text.get(list.head.bytes.start..first.bytes.start)?,
        source.text.get(list.tail.bytes.clone())?,
    ]
    .concat();
    let gap = Gap {
        line: first.lines_before + 1,
        column: u32::try_from(list.dash).ok()?,
        lines: list.tail.lines_before - first.lines_before,
    };
    let mut composer = Composer::of_piece(&text, list.head.lines_before, source.text.len()).with_gap(gap);
    let mut reader = FileReader::of_list(source, options, found);
    reader.documents(&mut composer);
    reader.finish_piece(&composer)
}
