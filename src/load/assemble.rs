//! Combines several inputs into one archive: first the registers, then the visits of each file, checked against all
//! others.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::PathBuf;

use super::cross_file::{CrossFileChecks, CurrentFile};
use super::files::{InputBytes, RecordInput};
use super::quotes::{QuoteCount, SourceTexts};
use super::read::{self, ReadOptions};
use super::register::Register;
use super::skipped::{SkipReason, SkippedFile};
use super::text_file::TextFile;
use crate::diagnostic::{Diagnostic, ProblemCode, ProblemCount};
use crate::model::{Archive, Header};

/// An archive and the problems found while loading it.
#[derive(Debug, Default)]
pub struct Loaded {
    /// The usable visits.
    pub archive: Archive,
    /// Errors and warnings, in the order of files and lines.
    pub diagnostics: Vec<Diagnostic>,
    /// How many more there are, in files with too many to report each.
    pub unreported: ProblemCount,
    /// Files in folders that were not read.
    pub skipped: Vec<SkippedFile>,
    /// Whether this is the built-in example.
    pub built_in: bool,
    /// The absolute path of each file, by display name; without files that were read from a pipe.
    pub paths: BTreeMap<String, PathBuf>,
    /// The display names of inputs that were read from a pipe.
    pub streams: Vec<String>,
}

/// What is counted while inputs are checked.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct CheckCounts {
    /// Quotes that were compared with texts.
    pub(super) quotes: QuoteCount,
    /// Questions that are left in comments.
    pub(super) questions: usize,
}

/// Loads inputs in two passes: first their registers, which may come after the visits that use them; then everything.
pub(super) fn read_all(
    inputs: &[RecordInput],
    (texts, keep): (&SourceTexts, bool),
    mut bytes: impl FnMut(&RecordInput) -> InputBytes,
) -> (Loaded, CheckCounts) {
    let mut register = Register::default();
    // A single input is read only once.
    let mut alone = None;
    for input in inputs {
        let read = bytes(input);
        if let Ok(read) = &read {
            register.add_file(read);
        }
        alone = (inputs.len() == 1).then_some(read);
    }
    register.resolve_places();
    let mut builder = ArchiveBuilder::new(ReadOptions { texts, register: &register, keep });
    for input in inputs {
        let read = alone.take().unwrap_or_else(|| bytes(input));
        builder.read(input, read);
    }
    let counts = builder.counts;
    (builder.finish(), counts)
}

/// Loads one text as a file of this name.
pub(super) fn read_text(name: &str, bytes: Vec<u8>) -> Loaded {
    let (texts, mut register) = (SourceTexts::default(), Register::default());
    register.add_file(&bytes);
    register.resolve_places();
    let mut builder = ArchiveBuilder::new(ReadOptions { texts: &texts, register: &register, keep: true });
    builder.add(name, bytes, false);
    builder.finish()
}

/// What was loaded so far, and the state of the checks across files.
struct ArchiveBuilder<'a> {
    options: ReadOptions<'a>,
    loaded: Loaded,
    cross_file: CrossFileChecks,
    /// The names of the files, by the hash of their bytes.
    by_hash: HashMap<u64, String>,
    counts: CheckCounts,
}

impl<'a> ArchiveBuilder<'a> {
    fn new(options: ReadOptions<'a>) -> Self {
        let (loaded, cross_file) = (Loaded::default(), CrossFileChecks::default());
        Self { options, loaded, cross_file, by_hash: HashMap::new(), counts: CheckCounts::default() }
    }

    fn read(&mut self, input: &RecordInput, bytes: InputBytes) {
        let in_folder = matches!(input, RecordInput::Found(_));
        match (input, bytes) {
            (RecordInput::Skipped(file), _) => self.loaded.skipped.push(file.clone()),
            (RecordInput::Closed(_), Ok(_)) => {}
            (_, Err(diagnostic)) => self.loaded.diagnostics.push(*diagnostic),
            (_, Ok(bytes)) => match self.same_file(&input.name(), &bytes) {
                Some(same) if in_folder => {
                    self.loaded
                        .skipped
                        .push(SkippedFile { name: input.name(), reason: SkipReason::SameAs(same) });
                }
                _ => self.add(&input.name(), bytes, in_folder),
            },
        }
    }

    /// The name of an earlier file with the same bytes.
    fn same_file(&mut self, name: &str, bytes: &[u8]) -> Option<String> {
        let mut hasher = DefaultHasher::new();
        bytes.hash(&mut hasher);
        match self.by_hash.entry(hasher.finish()) {
            Entry::Occupied(known) => Some(known.get().clone()),
            Entry::Vacant(new) => {
                new.insert(name.to_owned());
                None
            }
        }
    }

    /// Adds a file. One that was found in a folder is skipped unless it looks like an archive.
    fn add(&mut self, name: &str, bytes: Vec<u8>, in_folder: bool) {
        let Self { options, loaded, cross_file, counts, .. } = self;
        let source = match TextFile::decode(name, bytes) {
            Ok(source) => source,
            Err(diagnostic) => return loaded.diagnostics.push(*diagnostic),
        };
        if let Some(page) = source.web_page().or_else(|| source.table()) {
            return loaded.diagnostics.push(source.diagnostic(page, None));
        }
        let found = read::read(&source, *options);
        if in_folder && !found.is_archive {
            loaded.skipped.push(SkippedFile { name: name.to_owned(), reason: SkipReason::NoRecords });
            return;
        }
        counts.quotes = counts.quotes.plus(found.quotes);
        counts.questions += found.questions;
        let archive = &mut loaded.archive;
        let number = archive.files.len();
        archive.files.push(name.to_owned());
        let first_header = archive.headers.len();
        archive.headers.extend(found.headers.into_iter().map(|header| Header { file: number, ..header }));
        let has_syntax_errors = found.diagnostics.iter().any(|it| it.code() == ProblemCode::Syntax);
        cross_file.add_unusable(found.unusable, has_syntax_errors);
        let first_visit = archive.visits.len();
        for header in archive.headers.iter().skip(first_header) {
            cross_file.check_register(header, CurrentFile { source: &source, number, names: &archive.files });
        }
        for mut visit in found.visits {
            visit.header += first_header;
            let file = CurrentFile { source: &source, number, names: &archive.files };
            if cross_file.check_visit(&visit, file) {
                archive.visits.push(visit);
            }
        }
        for visit in archive.visits.iter().skip(first_visit) {
            cross_file.check_related(visit, &source);
        }
        let mut diagnostics = found.diagnostics;
        diagnostics.append(&mut cross_file.take_diagnostics());
        diagnostics.sort_by_key(|diagnostic| diagnostic.location.at);
        // Error recovery may meet the same syntax error twice, and aliases repeat what is wrong with their anchor.
        diagnostics.dedup_by(|a, b| (a.location.at, &a.problem) == (b.location.at, &b.problem));
        loaded.diagnostics.append(&mut diagnostics);
        loaded.unreported = loaded.unreported.plus(found.limit.unreported);
    }

    fn finish(self) -> Loaded {
        let Self { mut loaded, cross_file, .. } = self;
        loaded.unreported = loaded.unreported.plus(cross_file.finish(&mut loaded.diagnostics));
        loaded
    }
}
