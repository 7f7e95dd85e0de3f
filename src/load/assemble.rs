//! Combines several inputs into one archive: first the registers, then the visits of each file, checked against all
//! others.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::PathBuf;
use std::sync::Arc;

use super::contents::Contents;
use super::cross_file::{CrossFileChecks, CurrentFile};
use super::file_text::FileText;
use super::files::{InputBytes, RecordInput};
use super::parallel::{FileWatch, read_files};
use super::parsed_file::{KnownPieces, ParsedFile};
use super::progress::{ProgressCounter, Watch, stops};
use super::quotes::{QuoteCount, SourceTexts};
use super::read::ReadOptions;
use super::register::Register;
use super::skipped::{SkipReason, SkippedFile};
use super::text_file::TextFile;
use crate::diagnostic::{Diagnostic, ProblemCode, ProblemCount};
use crate::model::{Archive, Header, Id, Visit};

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
    /// What it was read from, if the loader computes that: only of long archives, and only if all inputs are regular files.
    pub contents: Option<Contents>,
}

/// What is counted while inputs are checked.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct CheckCounts {
    /// Quotes that were compared with texts.
    pub(super) quotes: QuoteCount,
    /// Questions that are left in comments.
    pub(super) questions: usize,
}

/// What is kept of what was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Keep {
    /// Only problems and counts.
    Nothing,
    /// The visits.
    Visits,
    /// The visits, and the contents of each file.
    Files,
}

/// The result of [`read_all`].
pub(super) struct ReadAll {
    pub(super) loaded: Loaded,
    pub(super) counts: CheckCounts,
    pub(super) register: Register,
    /// The contents of the files, if they are kept.
    pub(super) files: Vec<ParsedFile>,
}

/// Loads inputs in two passes: first their registers, which may come after the visits that use them; then everything.
pub(super) fn read_all(
    inputs: &[RecordInput],
    (texts, keep): (&SourceTexts, Keep),
    watch: Watch<'_>,
    mut bytes: impl FnMut(&RecordInput) -> InputBytes,
) -> ReadAll {
    let mut register = Register::default();
    // A single input is read only once.
    let mut alone = None;
    let mut lengths: HashMap<usize, usize> = HashMap::new();
    for input in inputs {
        let read = bytes(input);
        if let Ok(read) = &read {
            register.add_file(read);
            *lengths.entry(read.len()).or_default() += 1;
        }
        alone = (inputs.len() == 1).then_some(read);
    }
    register.resolve_places();
    let all_bytes = lengths.iter().map(|(length, count)| length * count).sum();
    watch.counter.expect(all_bytes);
    let options = ReadOptions { texts, register: &register, keep: keep != Keep::Nothing };
    let mut builder = ArchiveBuilder::new(options, watch, all_bytes);
    if keep == Keep::Files {
        builder = builder.remembering();
    }
    for input in inputs {
        let read = alone.take().unwrap_or_else(|| bytes(input));
        let may_be_same =
            read.as_ref().is_ok_and(|read| lengths.get(&read.len()).is_some_and(|count| *count > 1));
        builder.take(input, read, may_be_same);
    }
    let (loaded, counts, files) = builder.finish();
    ReadAll { loaded, counts, register, files }
}

/// The usable visits in the beginnings of inputs. The last visit of each may be incomplete.
pub(super) fn read_head(inputs: &[RecordInput], bytes: impl FnMut(&RecordInput) -> InputBytes) -> Archive {
    let watch = Watch { counter: &ProgressCounter::default(), grown: None };
    read_all(inputs, (&SourceTexts::default(), Keep::Visits), watch, bytes).loaded.archive
}

/// Loads one text as a file of this name.
pub(super) fn read_text(name: &str, bytes: Vec<u8>) -> Loaded {
    let (texts, mut register) = (SourceTexts::default(), Register::default());
    register.add_file(&bytes);
    register.resolve_places();
    let options = ReadOptions { texts: &texts, register: &register, keep: true };
    let watch = Watch { counter: &ProgressCounter::default(), grown: None };
    let mut builder = ArchiveBuilder::new(options, watch, bytes.len());
    builder.push(decode(name, bytes, false));
    builder.finish().0
}

/// How many bytes of files are decoded before they are read together.
const BATCH_BYTES: usize = 32 << 20;
/// If the contents of files are kept, those with at least so many bytes are read alone, and the contents of their pieces are
/// kept, too.
const LONG: usize = 8 << 20;

/// What was loaded so far, and the state of the checks across files.
pub(super) struct ArchiveBuilder<'a> {
    options: ReadOptions<'a>,
    watch: Watch<'a>,
    /// After how many bytes what was loaded is shown, from the last one to the next.
    stops: Vec<usize>,
    /// The number of bytes of the files that were added, and of all.
    bytes: usize,
    all_bytes: usize,
    loaded: Loaded,
    cross_file: CrossFileChecks,
    /// The names of the files, by the hash of their bytes.
    by_hash: HashMap<u64, String>,
    counts: CheckCounts,
    /// The contents of the files that were added, if they are kept.
    known: Option<Vec<ParsedFile>>,
    /// The next inputs in order, and the number of their bytes.
    pending: Vec<Pending>,
    pending_bytes: usize,
}

/// An input that is not yet added.
pub(super) enum Pending {
    /// A file to be read, some pieces of which may be known. One that was found in a folder is skipped unless it looks like
    /// an archive.
    File { source: TextFile, in_folder: bool, pieces: KnownPieces },
    /// A file that has not changed.
    Known { input: RecordInput, parsed: Box<ParsedFile> },
    /// A file that is not read.
    Skipped(SkippedFile),
    /// A file that cannot be read.
    Unreadable(Diagnostic),
}

impl Pending {
    /// The same file, of which the contents of some pieces are known.
    pub(super) fn with_pieces(self, pieces: KnownPieces) -> Self {
        match self {
            Self::File { source, in_folder, .. } => Self::File { source, in_folder, pieces },
            other => other,
        }
    }

    fn source(&self) -> Option<&TextFile> {
        match self {
            Self::File { source, .. } => Some(source),
            Self::Known { .. } | Self::Skipped(_) | Self::Unreadable(_) => None,
        }
    }
}

impl<'a> ArchiveBuilder<'a> {
    pub(super) fn new(options: ReadOptions<'a>, watch: Watch<'a>, all_bytes: usize) -> Self {
        let mut stops: Vec<usize> = watch.grown.iter().flat_map(|_| stops(all_bytes)).collect();
        stops.reverse();
        Self {
            options,
            watch,
            stops,
            bytes: 0,
            all_bytes,
            loaded: Loaded::default(),
            cross_file: CrossFileChecks::default(),
            by_hash: HashMap::new(),
            counts: CheckCounts::default(),
            known: None,
            pending: Vec::new(),
            pending_bytes: 0,
        }
    }

    /// Takes the next input. The bytes of another one may be the same.
    fn take(&mut self, input: &RecordInput, bytes: InputBytes, may_be_same: bool) {
        let in_folder = input.is_found();
        let next = match (input, bytes) {
            (RecordInput::Skipped(file), _) => Pending::Skipped(file.clone()),
            (RecordInput::Closed(_), Ok(_)) => return,
            (_, Err(diagnostic)) => Pending::Unreadable(*diagnostic),
            (_, Ok(bytes)) => {
                let same = may_be_same.then(|| self.same_file(&input.name(), &bytes)).flatten();
                match same.filter(|_| in_folder) {
                    Some(same) => {
                        Pending::Skipped(SkippedFile { name: input.name(), reason: SkipReason::SameAs(same) })
                    }
                    None => decode(&input.name(), bytes, in_folder),
                }
            }
        };
        self.push(next);
    }

    pub(super) fn push(&mut self, next: Pending) {
        let length = next.source().map_or(0, |source| source.text.len());
        let longest = if self.known.is_some() { LONG } else { BATCH_BYTES };
        let batch = self.stops.last().map_or(longest, |stop| (stop - self.bytes).min(longest));
        // A long file is read alone, so that it can be shown while it grows.
        if length >= batch {
            self.add_pending();
        }
        self.pending.push(next);
        self.pending_bytes += length;
        if self.pending_bytes >= batch {
            self.add_pending();
            self.show_grown();
        }
    }

    /// Shows what was loaded, if it is much more than before.
    fn show_grown(&mut self) {
        let shown = self.stops.len();
        self.stops.retain(|stop| *stop > self.bytes);
        let is_worth_it = self.stops.len() < shown && self.bytes <= self.all_bytes / 2;
        if let Some(grown) = self.watch.grown.filter(|_| is_worth_it) {
            grown(self.loaded.archive.clone());
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

    /// Reads the pending files, and adds everything in order.
    fn add_pending(&mut self) {
        let pending = std::mem::take(&mut self.pending);
        self.bytes += std::mem::take(&mut self.pending_bytes);
        let mut files = self.read(&pending).into_iter();
        for next in pending {
            match next {
                Pending::File { source, in_folder, .. } => {
                    if let Some(found) = files.next() {
                        self.add(&FileText::Read(&source), found, in_folder);
                    }
                }
                Pending::Known { input, parsed } => {
                    self.add(&FileText::known(&input), *parsed, input.is_found());
                }
                Pending::Skipped(file) => self.loaded.skipped.push(file),
                Pending::Unreadable(diagnostic) => self.loaded.diagnostics.push(diagnostic),
            }
        }
    }

    /// Reads the pending files, and shows what there is of a single long one before its end.
    fn read(&self, pending: &[Pending]) -> Vec<ParsedFile> {
        let sources: Vec<&TextFile> = pending.iter().filter_map(Pending::source).collect();
        let before = &self.loaded.archive;
        let show = |headers: Vec<Header>, visits: Vec<Arc<Visit>>| {
            let mut archive = before.clone();
            let file = archive.files.len();
            archive.files.extend(sources.iter().map(|source| source.name.clone()));
            archive.headers.extend(headers.into_iter().map(|header| Header { file, ..header }));
            let mut known: HashSet<&Id> = before.visits.iter().map(|visit| &visit.id).collect();
            archive.visits.extend(visits.iter().filter(|visit| known.insert(&visit.id)).cloned());
            if let Some(grown) = self.watch.grown {
                grown(archive);
            }
        };
        let watch = FileWatch {
            counter: self.watch.counter,
            first_header: before.headers.len(),
            grown: (!self.stops.is_empty()).then_some(&show),
            pieces: match pending {
                [Pending::File { source, pieces, .. }] if source.text.len() >= LONG => Some(pieces),
                _ => None,
            }
            .filter(|_| self.known.is_some()),
        };
        read_files(&sources, self.options, watch)
    }

    fn add(&mut self, source: &FileText<'_>, mut found: ParsedFile, in_folder: bool) {
        let Self { loaded, cross_file, counts, .. } = self;
        found.renumber(loaded.archive.headers.len());
        if let Some(known) = &mut self.known {
            known.push(found.clone());
        }
        if in_folder && !found.is_archive {
            let name = source.name();
            loaded.skipped.push(SkippedFile { name, reason: SkipReason::NoRecords });
            return;
        }
        counts.quotes = counts.quotes.plus(found.quotes);
        counts.questions += found.questions;
        let archive = &mut loaded.archive;
        let number = archive.files.len();
        archive.files.push(source.name());
        let first_header = archive.headers.len();
        archive.headers.extend(found.headers.into_iter().map(|header| Header { file: number, ..header }));
        let has_syntax_errors = found.diagnostics.iter().any(|it| it.code() == ProblemCode::Syntax);
        cross_file.add_unusable(found.unusable, has_syntax_errors);
        let first_visit = archive.visits.len();
        for header in archive.headers.iter().skip(first_header) {
            cross_file.check_register(header, CurrentFile { source, number, names: &archive.files });
        }
        for visit in found.visits {
            let file = CurrentFile { source, number, names: &archive.files };
            if cross_file.check_visit(&visit, file) {
                archive.visits.push(visit);
            }
        }
        for visit in archive.visits.iter().skip(first_visit) {
            cross_file.check_related(visit, source);
        }
        let mut diagnostics = found.diagnostics;
        diagnostics.append(&mut cross_file.take_diagnostics());
        diagnostics.sort_by_key(|diagnostic| diagnostic.location.at);
        // Error recovery may meet the same syntax error twice, and aliases repeat what is wrong with their anchor.
        diagnostics.dedup_by(|a, b| (a.location.at, &a.problem) == (b.location.at, &b.problem));
        loaded.diagnostics.append(&mut diagnostics);
        loaded.unreported = loaded.unreported.plus(found.limit.unreported);
    }

    /// Keeps the contents of the files, too.
    pub(super) fn remembering(self) -> Self {
        Self { known: Some(Vec::new()), ..self }
    }

    /// Takes the next file, which has not changed.
    pub(super) fn push_known(&mut self, input: RecordInput, parsed: ParsedFile) {
        self.push(Pending::Known { input, parsed: Box::new(parsed) });
    }

    /// Everything, with the contents of each file if they are kept.
    pub(super) fn finish(mut self) -> (Loaded, CheckCounts, Vec<ParsedFile>) {
        self.add_pending();
        let Self { mut loaded, cross_file, counts, known, .. } = self;
        loaded.unreported = loaded.unreported.plus(cross_file.finish(&mut loaded.diagnostics));
        (loaded, counts, known.unwrap_or_default())
    }
}

/// Decodes a file, unless it is of another kind.
pub(super) fn decode(name: &str, bytes: Vec<u8>, in_folder: bool) -> Pending {
    let source = match TextFile::decode(name, bytes) {
        Ok(source) => source,
        Err(diagnostic) => return Pending::Unreadable(*diagnostic),
    };
    match source.web_page().or_else(|| source.table()) {
        Some(page) => Pending::Unreadable(source.diagnostic(page, None)),
        None => Pending::File { source, in_folder, pieces: KnownPieces::default() },
    }
}
