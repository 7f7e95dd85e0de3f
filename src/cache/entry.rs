//! What was loaded from some paths, with its index: from the cache if it is there, or else read and kept.

use std::io;
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use borsh::{BorshDeserialize, BorshSerialize};

use super::folder::{INDEX, Place, RECORDS};
use super::program::Program;
use super::stored::{Stored, StoredWriter};
use crate::diagnostic::{Diagnostic, Location, Problem, ProblemCount, Warning};
use crate::load::{Contents, ListedFiles, Loaded, Loader, SkippedFile, Watch};
use crate::model::{Archive, Header, Visit};
use crate::search::{Index, Segment};

/// About how many statements a part of a file has: enough to be worth a task, and few enough that all processors finish at about the
/// same time.
const PART: usize = 2_000;

/// All that was loaded except the visits.
#[derive(BorshSerialize, BorshDeserialize)]
struct Head {
    headers: Vec<Header>,
    files: Vec<String>,
    warnings: Vec<KeptWarning>,
    unreported: ProblemCount,
    skipped: Vec<SkippedFile>,
}

/// A warning, its location, and the one that explains it.
#[derive(BorshSerialize, BorshDeserialize)]
struct KeptWarning(Warning, Location, Option<Location>);

impl KeptWarning {
    /// `None` if it is an error.
    fn of(diagnostic: &Diagnostic) -> Option<Self> {
        let Diagnostic { problem: Problem::Warning(warning), location, related, visit: None } = diagnostic
        else {
            return None;
        };
        Some(Self(warning.clone(), location.clone(), related.clone()))
    }
}

impl From<KeptWarning> for Diagnostic {
    fn from(KeptWarning(warning, location, related): KeptWarning) -> Self {
        Self { problem: warning.into(), location, related, visit: None }
    }
}

/// The entry for the records at some paths.
#[derive(Debug)]
pub struct Entry {
    /// Where it is, and the program that writes it; `None` if there is no cache.
    place: Option<(Place, Program)>,
    /// What was loaded from, if it was loaded from files, without errors.
    contents: Option<Contents>,
    writers: Vec<JoinHandle<()>>,
}

impl Entry {
    pub(super) fn new(place: Option<(Place, Program)>) -> Self {
        Self { place, contents: None, writers: Vec::new() }
    }

    /// Loads with the loader, or from the cache. What was loaded is kept in the background.
    pub fn load(&mut self, loader: &mut Loader, watch: Watch<'_>) -> Loaded {
        if self.place.is_none() {
            return loader.load_watched(watch);
        }
        let listed = loader.list();
        if let Some(grown) = watch.grown {
            listed.show_beginning(grown);
        }
        self.recall_listed(loader, &listed).unwrap_or_else(|| {
            let new = loader.load_with_contents(&listed, watch);
            self.contents = new.contents.filter(|_| new.unreported.errors == 0);
            self.keep_records(&new);
            new
        })
    }

    /// What was loaded the last time, if the files are the same.
    pub fn recall(&mut self, loader: &mut Loader) -> Option<Loaded> {
        self.place.as_ref()?;
        let listed = loader.list();
        self.recall_listed(loader, &listed)
    }

    fn recall_listed(&mut self, loader: &mut Loader, listed: &ListedFiles) -> Option<Loaded> {
        let stored = self.stored(RECORDS)?;
        let contents = stored.contents();
        // Decoding begins only if the files are the same, so that nothing is done in vain.
        let (head, visits) = listed.have(contents).then(|| stored.read::<Head, Vec<Visit>>())??;
        let Head { headers, files, warnings, unreported, skipped } = head;
        let mut archive = Archive { headers, files, ..Archive::default() };
        for part in visits {
            archive.visits.extend(part);
        }
        self.contents = Some(contents);
        let diagnostics = warnings.into_iter().map(Diagnostic::from).collect();
        Some(loader.take(listed, Loaded { archive, diagnostics, unreported, skipped, ..Loaded::default() }))
    }

    /// The index of the archive that was loaded: from the cache, or else the one that is built.
    pub fn index(&mut self, build: impl FnOnce() -> Index) -> Arc<Index> {
        let index = Arc::new(Index::pending());
        self.complete(&index, build);
        index
    }

    /// Completes an index likewise. One that was built is kept in the background.
    pub fn complete(&mut self, index: &Arc<Index>, build: impl FnOnce() -> Index) {
        let Some(contents) = self.contents else { return index.complete(build()) };
        let stored = self.stored(INDEX).filter(|stored| stored.contents() == contents);
        if let Some(((), segments)) = stored.and_then(|stored| stored.read::<(), Segment>()) {
            return index.complete(Index::from(segments));
        }
        index.complete(build());
        let kept = Arc::clone(index);
        self.write(INDEX, kept.bytes() as u64, move |writer| {
            writer.push(&())?;
            kept.segments().iter().try_for_each(|segment| writer.push(segment))
        });
    }

    /// Waits until all is kept.
    pub fn wait(&mut self) {
        for writer in self.writers.drain(..) {
            // Without what could not be written, the records are read the next time.
            let _ = writer.join();
        }
    }

    fn stored(&self, end: &str) -> Option<Stored> {
        let (place, program) = self.place.as_ref()?;
        Stored::open(place.open(end)?, program)
    }

    fn keep_records(&mut self, loaded: &Loaded) {
        let Loaded { archive, diagnostics, unreported, skipped, .. } = loaded;
        let Some(contents) = self.contents else { return };
        let Some(warnings) = diagnostics.iter().map(KeptWarning::of).collect::<Option<_>>() else {
            self.contents = None;
            return;
        };
        let head = Head {
            headers: archive.headers.clone(),
            files: archive.files.clone(),
            warnings,
            unreported: *unreported,
            skipped: skipped.clone(),
        };
        let visits = archive.visits.clone();
        self.write(RECORDS, contents.bytes(), move |writer| {
            writer.push(&head)?;
            let mut rest = visits.as_slice();
            while !rest.is_empty() {
                let mut statements = 0;
                let is_enough = |visit: &Arc<Visit>| {
                    let before = statements;
                    statements += visit.statements.len() + 1;
                    before >= PART
                };
                let (part, others) = rest.split_at(rest.iter().position(is_enough).unwrap_or(rest.len()));
                writer.push(&part.iter().map(Arc::as_ref).collect::<Vec<&Visit>>())?;
                rest = others;
            }
            Ok(())
        });
    }

    /// Writes a file of about so many bytes in the background.
    fn write(
        &mut self,
        end: &'static str,
        about: u64,
        parts: impl FnOnce(&mut StoredWriter<'_>) -> io::Result<()> + Send + 'static,
    ) {
        let Some(((place, program), contents)) = self.place.clone().zip(self.contents) else { return };
        let write = move || {
            let _ = place.write(end, about, |file, limit| {
                let mut writer = StoredWriter::new(file, (program, contents), limit);
                parts(&mut writer)?;
                writer.finish()
            });
        };
        self.writers.extend(thread::Builder::new().name("cache".into()).spawn(write));
    }
}
