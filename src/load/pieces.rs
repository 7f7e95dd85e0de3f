//! Reads the pieces of a file separately, and puts the results together. A piece with any sign that it may not mean the same
//! alone as in the file is not read at all; then the file is read as a whole.

use granit_parser::Event;

use super::compose::{Budget, Composer, Gap};
use super::cut::{CutList, Piece, Section};
use super::parsed_file::ParsedFile;
use super::read::{FileReader, ReadOptions};
use super::text_file::TextFile;
use crate::diagnostic::ProblemCount;

/// One of the pieces of a file that are read separately.
#[derive(Debug, Clone, Copy)]
pub(super) enum Part<'a> {
    /// Whole documents.
    Documents(&'a Piece),
    /// Items of a list of visits.
    Items(&'a Piece),
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
    sections: &[Section],
    parts: impl IntoIterator<Item = ParsedFile>,
) -> Option<ParsedFile> {
    let mut parts = parts.into_iter();
    let mut whole = ParsedFile::default();
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
