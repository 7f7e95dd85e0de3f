//! Reads files on all processors: several files at once, and long files in pieces. The results do not depend on it.

use std::num::NonZero;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;

use super::cut::{Section, sections};
use super::parsed_file::ParsedFile;
use super::pieces::{Part, join, parts, read_part};
use super::read::{ReadOptions, read};
use super::text_file::TextFile;

/// About how many bytes of a file are read as one piece: few enough that all processors finish at about the same time.
const PIECE_BYTES: usize = 256 << 10;

/// Reads all documents of some files. The results are in the order of the files.
pub(super) fn read_files(files: &[&TextFile], options: ReadOptions<'_>) -> Vec<ParsedFile> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let size = if threads > 1 { PIECE_BYTES } else { usize::MAX / 2 };
    read_with(files, options, (threads, size))
}

fn read_with(
    files: &[&TextFile],
    options: ReadOptions<'_>,
    (threads, size): (usize, usize),
) -> Vec<ParsedFile> {
    let cut: Vec<Option<Vec<Section>>> = files.iter().map(|source| sections(&source.text, size)).collect();
    // Once a piece is in doubt, its file is read as a whole, and its other pieces need not be read.
    let in_doubt: Vec<AtomicBool> = files.iter().map(|_| AtomicBool::new(false)).collect();
    let tasks = files.iter().zip(&cut).zip(&in_doubt).flat_map(|((source, sections), in_doubt)| {
        let task = |part| Task { source, part, in_doubt };
        match sections {
            Some(sections) => parts(sections).into_iter().map(|part| task(Some(part))).collect(),
            None => vec![task(None)],
        }
    });
    let tasks: Vec<Task<'_>> = tasks.collect();
    let mut found = run(threads, &tasks, |task| task.read(options)).into_iter();
    let joined: Vec<Option<ParsedFile>> = files
        .iter()
        .zip(&cut)
        .map(|(source, sections)| match sections {
            Some(sections) => {
                let found: Vec<_> = found.by_ref().take(parts(sections).len()).collect();
                join(source, options, sections, found.into_iter().collect::<Option<Vec<_>>>()?)
            }
            None => found.next()?,
        })
        .collect();
    let doubtful: Vec<&TextFile> =
        files.iter().zip(&joined).filter(|(_, found)| found.is_none()).map(|(source, _)| *source).collect();
    let mut whole = run(threads, &doubtful, |source| read(source, options)).into_iter();
    joined.into_iter().filter_map(|found| found.or_else(|| whole.next())).collect()
}

/// A file, or a part of it, to be read.
struct Task<'a> {
    source: &'a TextFile,
    part: Option<Part<'a>>,
    /// Whether a part of the file is in doubt.
    in_doubt: &'a AtomicBool,
}

impl Task<'_> {
    /// `None` if this part or another one of the file is in doubt.
    fn read(&self, options: ReadOptions<'_>) -> Option<ParsedFile> {
        let Some(part) = self.part else { return Some(read(self.source, options)) };
        if self.in_doubt.load(Ordering::Relaxed) {
            return None;
        }
        let found = read_part(self.source, options, part);
        self.in_doubt.fetch_or(found.is_none(), Ordering::Relaxed);
        found
    }
}

/// Does work for each task on some threads, one of which is this one. The results are in the order of the tasks.
fn run<T: Sync, R: Send>(threads: usize, tasks: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let take_tasks = || {
        let next_task = || {
            let number = next.fetch_add(1, Ordering::Relaxed);
            Some((number, work(tasks.get(number)?)))
        };
        std::iter::from_fn(next_task).collect::<Vec<(usize, R)>>()
    };
    let mut results = thread::scope(|scope| {
        let others = threads.min(tasks.len()).saturating_sub(1);
        let others: Vec<_> = (0..others).map(|_| scope.spawn(take_tasks)).collect();
        let mut results = take_tasks();
        for other in others {
            match other.join() {
                Ok(more) => results.extend(more),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        results
    });
    results.sort_unstable_by_key(|(number, _)| *number);
    results.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
#[path = "parallel_tests.rs"]
mod tests;
