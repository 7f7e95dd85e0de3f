//! What was loaded, with everything that is made from it once.

use crate::app::identity::{RecordKey, RecordKeys};
use std::collections::{BTreeMap, HashSet};
use std::mem;
use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, ProblemCount, Severity};
use crate::facet::Facets;
use crate::load::{Loaded, SkippedFile};
use crate::model::{Archive, ArchiveCounts, Id, Target};
use crate::search::Index;

/// The records, and what belongs to them as a whole.
#[derive(Debug, Default)]
pub struct Data {
    /// The good visits.
    pub archive: Arc<Archive>,
    /// Its words.
    pub index: Arc<Index>,
    /// Its facts.
    pub facets: Facets,
    /// How much there is.
    pub counts: ArchiveCounts,
    /// What is wrong with the rest, and what deserves a look.
    pub diagnostics: Vec<Diagnostic>,
    /// How much more there is.
    pub unreported: ProblemCount,
    /// Files of folders that are not read.
    pub skipped: Vec<SkippedFile>,
    /// Whether it is the example inside the program.
    pub built_in: bool,
    /// Where the files are, by the names by which they are shown.
    pub paths: BTreeMap<String, PathBuf>,
    /// The names of what came through pipes.
    pub streams: Vec<String>,
    /// Whether it has come at all.
    pub is_loaded: bool,
    /// The records that the explorer holds on to.
    pub(in crate::app) keys: RecordKeys,
    /// What was wrong with the records that are shown, when the diagnostics are those of newer ones, which would have
    /// cost some of these.
    pub outdated: Option<(Vec<Diagnostic>, ProblemCount)>,
}

impl Data {
    /// How much is wrong.
    pub fn faults(&self) -> ProblemCount {
        ProblemCount::of(&self.diagnostics).plus(self.unreported)
    }

    /// Whether a diagnostic tells of something that cannot be used.
    pub fn is_costly(&self, at: usize) -> bool {
        let costs = |it: &Diagnostic| it.visit.is_some() || it.severity() == Severity::Error;
        self.diagnostics.get(at).is_some_and(costs)
    }

    /// The diagnostics of the visit, or of the file, that this first one belongs to.
    pub fn same_record(&self, first: usize) -> Range<usize> {
        let belongs = |at: &usize| {
            let (a, b) = (self.diagnostics.get(first), self.diagnostics.get(*at));
            a.zip(b).is_some_and(|(a, b)| {
                a.location.file == b.location.file && a.visit.is_some() && a.visit == b.visit
            })
        };
        let others = (first + 1..self.diagnostics.len()).take_while(belongs).count();
        first..(first + 1 + others).min(self.diagnostics.len())
    }
}

impl Data {
    /// The key of a record, which is held from now on.
    pub(in crate::app) fn hold(&mut self, target: Target) -> Option<RecordKey> {
        self.keys.hold(&self.archive, target)
    }

    /// The key of a record, if it is held.
    pub(in crate::app) fn key(&self, target: Target) -> Option<RecordKey> {
        self.keys.key(target)
    }

    /// Where a record stands; nothing when it is not in the archive any more.
    pub fn target(&self, key: RecordKey) -> Option<Target> {
        self.keys.target(key)
    }

    /// The same; of a place, a person or an organization whose record has gone, that of another visit.
    pub(in crate::app) fn target_anywhere(&self, key: RecordKey) -> Option<Target> {
        self.keys.target_anywhere(key, &self.facets)
    }

    /// Goes on holding what was held of other data.
    pub(in crate::app) fn take_keys(&mut self, keys: RecordKeys) {
        self.keys = keys;
        self.keys.locate(&self.archive);
    }
}

impl From<Loaded> for Data {
    fn from(loaded: Loaded) -> Self {
        let Loaded { archive, diagnostics, unreported, skipped, built_in, paths, streams } = loaded;
        Self {
            index: Arc::new(Index::new(&archive)),
            facets: Facets::new(&archive),
            counts: archive.counts(),
            archive: Arc::new(archive),
            diagnostics,
            unreported,
            skipped,
            built_in,
            paths,
            streams,
            is_loaded: true,
            keys: RecordKeys::default(),
            outdated: None,
        }
    }
}

impl Data {
    /// Whether newer records lack a visit that these have, and have an error that these have not: then it is not gone, but
    /// cannot be read.
    pub(in crate::app) fn would_lose(&self, new: &Self) -> bool {
        let there: HashSet<&Id> = new.archive.visits.iter().map(|visit| &visit.id).collect();
        if self.archive.visits.iter().all(|visit| there.contains(&visit.id)) {
            return false;
        }
        let own = (&self.diagnostics, self.unreported);
        let (known, unreported) =
            self.outdated.as_ref().map_or(own, |(known, unreported)| (known, *unreported));
        let owner = |it: &Diagnostic| it.visit.as_ref().map(|owner| owner.name.clone());
        let same = |a: &Diagnostic, b: &Diagnostic| {
            a.problem == b.problem && a.location.file == b.location.file && owner(a) == owner(b)
        };
        let errors = new.diagnostics.iter().filter(|it| it.severity() == Severity::Error);
        let mut unknown = errors.filter(|it| !known.iter().any(|known| same(known, it)));
        unknown.next().is_some() || new.unreported.errors > unreported.errors
    }

    /// These records, with the faults of newer ones.
    pub(in crate::app) fn with_faults_of(&mut self, new: Self) -> Self {
        let own = (mem::take(&mut self.diagnostics), self.unreported);
        // The rows of the panes still speak of them.
        self.diagnostics.clone_from(&own.0);
        let mut paths = mem::take(&mut self.paths);
        paths.extend(new.paths);
        Self {
            archive: Arc::clone(&self.archive),
            index: Arc::clone(&self.index),
            facets: mem::take(&mut self.facets),
            counts: self.counts,
            built_in: self.built_in,
            is_loaded: true,
            keys: RecordKeys::default(),
            outdated: self.outdated.take().or(Some(own)),
            diagnostics: new.diagnostics,
            unreported: new.unreported,
            skipped: new.skipped,
            paths,
            streams: new.streams,
        }
    }
}
