//! Reads files on all processors: several files at once, and long files in pieces. The results do not depend on it.

use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
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
    let tasks = files.iter().zip(&cut).flat_map(|(source, sections)| match sections {
        Some(sections) => parts(sections).into_iter().map(|part| (*source, Some(part))).collect(),
        None => vec![(*source, None)],
    });
    let tasks: Vec<(&TextFile, Option<Part<'_>>)> = tasks.collect();
    let mut found = run(threads, &tasks, |(source, part)| match part {
        Some(part) => read_part(source, options, *part),
        None => Some(read(source, options)),
    })
    .into_iter();
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
