//! What was loaded from some paths, with its index: from the cache if it is there, or else read and kept.

use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::{fmt, io};

use borsh::{BorshDeserialize, BorshSerialize};

use super::folder::{INDEX, Place, RECORDS, REFERENCES};
use super::program::Program;
use super::references::References;
use super::stored::{Stored, StoredWriter};
use crate::diagnostic::{Diagnostic, ProblemCount};
use crate::load::{Contents, ListedFiles, Loaded, Loader, ProgressCounter, SkippedFile, Watch};
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
    diagnostics: Vec<Diagnostic>,
    unreported: ProblemCount,
    skipped: Vec<SkippedFile>,
}

/// For each segment of an index its visits, as in [`IndexPart::visits`](crate::search::IndexPart::visits).
type SegmentVisits = Vec<Vec<Option<usize>>>;

/// The entry for the records at some paths.
#[derive(Debug)]
pub struct Entry {
    /// Where it is, and the program that writes it; `None` if there is no cache.
    place: Option<(Place, Program)>,
    /// What was loaded from, if it was loaded from files.
    contents: Option<Contents>,
    /// What was loaded or built, and is not kept yet.
    unkept: Vec<Unkept>,
    writers: Vec<JoinHandle<()>>,
}

/// What writes a file of the cache.
struct Unkept(Box<dyn FnOnce() + Send>);

impl fmt::Debug for Unkept {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Unkept")
    }
}

impl Entry {
    pub(super) fn new(place: Option<(Place, Program)>) -> Self {
        Self { place, contents: None, unkept: Vec::new(), writers: Vec::new() }
    }

    /// Loads with the loader, or from the cache.
    pub fn load(&mut self, loader: &mut Loader, watch: Watch<'_>) -> Loaded {
        if self.place.is_none() {
            return loader.load_watched(watch);
        }
        let listed = loader.list();
        if let Some(grown) = watch.grown {
            listed.show_beginning(grown);
        }
        self.recall(loader, &listed).unwrap_or_else(|| {
            let new = self.load_listed(loader, &listed, watch);
            self.prepare_records(&new);
            new
        })
    }

    /// Loads with the loader, which has loaded before.
    pub fn reload(&mut self, loader: &mut Loader) -> Loaded {
        if self.place.is_none() {
            return loader.load();
        }
        let listed = loader.list();
        let watch = Watch { counter: &ProgressCounter::default(), grown: None };
        let new = self.load_listed(loader, &listed, watch);
        let kept = self.stored(RECORDS).map(|kept| kept.contents());
        if kept != self.contents {
            self.prepare_records(&new);
        }
        new
    }

    fn load_listed(&mut self, loader: &mut Loader, listed: &ListedFiles, watch: Watch<'_>) -> Loaded {
        let new = loader.load_with_contents(listed, watch);
        self.contents = new.contents;
        self.unkept.clear();
        new
    }

    /// What was loaded the last time, if the files are the same.
    pub(super) fn recall(&mut self, loader: &mut Loader, listed: &ListedFiles) -> Option<Loaded> {
        let stored = self.current(listed)?;
        Some(loader.take(listed, decode(&stored)?))
    }

    /// The records that are kept, if the files are the same: nothing is decoded in vain.
    fn current(&mut self, listed: &ListedFiles) -> Option<Stored> {
        let stored = self.stored(RECORDS).filter(|stored| listed.have(stored.contents()))?;
        self.contents = Some(stored.contents());
        Some(stored)
    }

    /// The index of the archive that was loaded: from the cache, or else a new one.
    pub fn index(&mut self, archive: &Archive) -> Arc<Index> {
        let index = Arc::new(Index::pending());
        self.complete(&index, archive, || Index::new(archive));
        index
    }

    /// Completes the index of the archive that was loaded: from the cache, or else with the one that is built.
    pub fn complete(&mut self, index: &Arc<Index>, archive: &Archive, build: impl FnOnce() -> Index) {
        let Some(contents) = self.contents else { return index.complete(build()) };
        let stored = self.stored(INDEX).filter(|stored| stored.contents() == contents);
        if let Some((visits, segments)) = stored.and_then(|stored| stored.read::<SegmentVisits, Segment>()) {
            return index
                .complete(Index::of(archive, segments.into_iter().map(Arc::new).zip(visits).collect()));
        }
        index.complete(build());
        let kept = Arc::clone(index);
        self.prepare(INDEX, kept.bytes() as u64, move |writer| {
            let visits: SegmentVisits = kept.parts().iter().map(|part| part.visits().to_vec()).collect();
            writer.push(&visits)?;
            kept.parts().iter().try_for_each(|part| writer.push(part.segment().as_ref()))
        });
    }

    /// The references of all records, if the records are kept, and the files are the same.
    pub fn references(&mut self, loader: &Loader) -> Option<References> {
        self.place.as_ref()?;
        let records = self.current(&loader.list())?;
        let stored = self.stored(REFERENCES).filter(|stored| stored.contents() == records.contents());
        if let Some(((), parts)) = stored.and_then(|stored| stored.read()) {
            return Some(References::from(parts));
        }
        let references = References::of(&decode(&records)?.archive);
        let kept = references.clone();
        self.prepare(REFERENCES, 0, move |writer| {
            writer.push(&())?;
            kept.parts().iter().try_for_each(|part| writer.push(part))
        });
        Some(references)
    }

    /// Keeps in the background what was loaded and built.
    pub fn keep(&mut self) {
        self.writers.retain(|writer| !writer.is_finished());
        let spawn = |Unkept(write)| thread::Builder::new().name("cache".into()).spawn(write);
        self.writers.extend(self.unkept.drain(..).flat_map(spawn));
    }

    /// How many files are to be written.
    #[cfg(test)]
    pub(super) fn unkept(&self) -> usize {
        self.unkept.len()
    }

    /// Keeps what was loaded and built, and waits until that is done.
    pub fn wait(&mut self) {
        self.keep();
        for writer in self.writers.drain(..) {
            // Without what could not be written, the records are read the next time.
            let _ = writer.join();
        }
    }

    fn stored(&self, end: &str) -> Option<Stored> {
        let (place, program) = self.place.as_ref()?;
        Stored::open(place.open(end)?, program)
    }

    fn prepare_records(&mut self, loaded: &Loaded) {
        let Loaded { archive, diagnostics, unreported, skipped, .. } = loaded;
        let Some(contents) = self.contents else { return };
        let head = Head {
            headers: archive.headers.clone(),
            files: archive.files.clone(),
            diagnostics: diagnostics.clone(),
            unreported: *unreported,
            skipped: skipped.clone(),
        };
        let visits = archive.visits.clone();
        self.prepare(RECORDS, contents.bytes(), move |writer| {
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

    /// Prepares to write a file of about so many bytes.
    fn prepare(
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
        self.unkept.push(Unkept(Box::new(write)));
    }
}

/// What was loaded, without where it comes from.
fn decode(records: &Stored) -> Option<Loaded> {
    let (head, visits) = records.read::<Head, Vec<Visit>>()?;
    let Head { headers, files, diagnostics, unreported, skipped } = head;
    let mut archive = Archive { headers, files, ..Archive::default() };
    for part in visits {
        archive.visits.extend(part);
    }
    Some(Loaded { archive, diagnostics, unreported, skipped, ..Loaded::default() })
}
