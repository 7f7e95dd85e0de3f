//! Reads files on all processors: several files at once, and long files in pieces. The results do not depend on it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::cut::{Section, sections};
use super::parsed_file::{KnownPieces, ParsedFile};
use super::piece_key::piece_keys;
use super::pieces::{Part, first_parts, join, parts, read_part};
use super::progress::{ProgressCounter, stops};
use super::read::{ReadOptions, read};
use super::text_file::TextFile;
use crate::model::{Header, Visit};
use crate::parallel::{available_cores, run_on};

/// About how many bytes of a file are read as one piece: few enough that all processors finish at about the same time.
const PIECE_BYTES: usize = 256 << 10;

/// Takes headers and visits.
type Show<'a> = &'a dyn Fn(Vec<Header>, Vec<Arc<Visit>>);

/// Who waits for the files.
#[derive(Clone, Copy)]
pub(super) struct FileWatch<'a> {
    /// Counts what was read.
    pub(super) counter: &'a ProgressCounter,
    /// The number of headers before those of the files.
    pub(super) first_header: usize,
    /// Takes the headers and visits of the first pieces of a single long file, while the others are not read yet.
    pub(super) grown: Option<Show<'a>>,
    /// What is known of the pieces of a single file, if what is read from them is kept again.
    pub(super) pieces: Option<&'a KnownPieces>,
}

/// Reads all documents of some files. The results are in the order of the files.
pub(super) fn read_files(
    files: &[&TextFile],
    options: ReadOptions<'_>,
    watch: FileWatch<'_>,
) -> Vec<ParsedFile> {
    let threads = available_cores();
    let can_cut = threads > 1 || watch.grown.is_some() || watch.pieces.is_some();
    let size = if can_cut { PIECE_BYTES } else { usize::MAX / 2 };
    read_with(files, options, watch, (threads, size))
}

fn read_with(
    files: &[&TextFile],
    options: ReadOptions<'_>,
    watch: FileWatch<'_>,
    (threads, size): (usize, usize),
) -> Vec<ParsedFile> {
    let cut: Vec<Option<Vec<Section>>> = files.iter().map(|source| sections(&source.text, size)).collect();
    if let ([source], [Some(sections)]) = (files, cut.as_slice()) {
        let found = read_pieces(source, options, watch, sections, (threads, size));
        return vec![found.unwrap_or_else(|| read(source, options))];
    }
    // Once a piece is in doubt, its file is read as a whole, and its other pieces need not be read.
    let in_doubt: Vec<AtomicBool> = files.iter().map(|_| AtomicBool::new(false)).collect();
    let tasks = files.iter().zip(&cut).zip(&in_doubt).flat_map(|((source, sections), in_doubt)| {
        let task = |part| Task { source, part, in_doubt, known: None };
        match sections {
            Some(sections) => parts(sections).into_iter().map(|part| task(Some(part))).collect(),
            None => vec![task(None)],
        }
    });
    let tasks: Vec<Task<'_>> = tasks.collect();
    let mut found = run_on(threads, &tasks, |task| task.read(options, watch.counter)).into_iter();
    let joined: Vec<Option<ParsedFile>> = files
        .iter()
        .zip(&cut)
        .map(|(source, sections)| match sections {
            Some(sections) => {
                let found: Vec<_> = found.by_ref().take(parts(sections).len()).collect();
                let found = found.into_iter().collect::<Option<Vec<_>>>()?;
                join(source, options, (sections, watch.first_header), found)
            }
            None => found.next()?,
        })
        .collect();
    let doubtful: Vec<&TextFile> =
        files.iter().zip(&joined).filter(|(_, found)| found.is_none()).map(|(source, _)| *source).collect();
    let mut whole = run_on(threads, &doubtful, |source| read(source, options)).into_iter();
    joined.into_iter().filter_map(|found| found.or_else(|| whole.next())).collect()
}

/// Reads the pieces of a single file, except those that are known. `None` if any is in doubt.
fn read_pieces(
    source: &TextFile,
    options: ReadOptions<'_>,
    watch: FileWatch<'_>,
    sections: &[Section],
    (threads, size): (usize, usize),
) -> Option<ParsedFile> {
    let in_doubt = AtomicBool::new(false);
    let keys = watch.pieces.map(|_| piece_keys(threads, source, sections));
    let known = |at: usize| watch.pieces?.get(keys.as_ref()?.get(at)?);
    let task = |(at, part)| Task { source, part: Some(part), in_doubt: &in_doubt, known: known(at) };
    let tasks: Vec<Task<'_>> = parts(sections).into_iter().enumerate().map(task).collect();
    let work = |task: &Task<'_>| task.read(options, watch.counter);
    let around = (sections, watch.first_header);
    let mut found = Vec::with_capacity(tasks.len());
    if let Some(grown) = watch.grown {
        for stop in stops(source.text.len()).map(|bytes| bytes / size) {
            let next = tasks.get(found.len()..stop.min(tasks.len())).unwrap_or_default();
            found.extend(run_on(threads, next, work));
            let (headers, visits) = first_parts(source, options, around, &mut found);
            grown(headers, visits);
        }
    }
    found.extend(run_on(threads, tasks.get(found.len()..).unwrap_or_default(), work));
    let Some(keys) = keys else {
        return join(source, options, around, found.into_iter().collect::<Option<Vec<_>>>()?);
    };
    // Visits that have what they inherit are shared, not copied.
    let (headers, _) = first_parts(source, options, around, &mut found);
    let found = found.into_iter().collect::<Option<Vec<_>>>()?;
    let pieces = KnownPieces::new(keys, found.clone());
    let whole = join(source, options, around, found)?;
    let inherited = |headers: &[Header]| -> Vec<_> {
        headers.iter().map(|header| (header.language.clone(), header.timezone.clone())).collect()
    };
    // Visits that inherit from fields after their list are copied for it: the pieces would keep the others, too.
    let pieces =
        if inherited(&headers) == inherited(&whole.headers) { pieces } else { KnownPieces::default() };
    Some(ParsedFile { pieces, ..whole })
}

/// A file, or a part of it, to be read.
struct Task<'a> {
    source: &'a TextFile,
    part: Option<Part<'a>>,
    /// Whether a part of the file is in doubt.
    in_doubt: &'a AtomicBool,
    /// What was read from the same part before.
    known: Option<&'a ParsedFile>,
}

impl Task<'_> {
    /// `None` if this part or another one of the file is in doubt.
    fn read(&self, options: ReadOptions<'_>, counter: &ProgressCounter) -> Option<ParsedFile> {
        let Some(part) = self.part else {
            let found = read(self.source, options);
            counter.add(found.visits.len(), self.source.text.len());
            return Some(found);
        };
        if self.in_doubt.load(Ordering::Relaxed) {
            return None;
        }
        let found = self.known.cloned().or_else(|| read_part(self.source, options, part));
        self.in_doubt.fetch_or(found.is_none(), Ordering::Relaxed);
        counter.add(found.as_ref().map_or(0, |found| found.visits.len()), part.bytes().len());
        found
    }
}

#[cfg(test)]
#[path = "parallel_tests.rs"]
mod tests;
