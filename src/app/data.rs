//! The loaded records, and what is computed from them once.

use crate::app::identity::{RecordKey, RecordKeys};
use std::collections::{BTreeMap, HashSet};
use std::mem;
use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, ProblemCount, Severity};
use crate::facet::Facets;
use crate::lang::Lang;
use crate::load::{Loaded, Progress, SkippedFile};
use crate::model::{Archive, ArchiveCounts, Id, RecordKind, Target};
use crate::search::Index;
use crate::stats::{FactIndex, Selection, View};

/// The loaded records, with their index and their problems.
#[derive(Debug, Default)]
pub struct Data {
    /// The visits without errors.
    pub archive: Arc<Archive>,
    /// The search index of the archive.
    pub index: Arc<Index>,
    /// The facts of the archive that statements are filtered by.
    pub facets: Arc<Facets>,
    /// The number of records of each kind.
    pub counts: ArchiveCounts,
    /// The reported problems of the files.
    pub diagnostics: Vec<Diagnostic>,
    /// How many more problems there are.
    pub unreported: ProblemCount,
    /// The files of the folders that were not read.
    pub skipped: Vec<SkippedFile>,
    /// Whether this is the built-in example.
    pub built_in: bool,
    /// The paths of the files, by the names under which they are shown.
    pub paths: BTreeMap<String, PathBuf>,
    /// The names of the pipes that were read.
    pub streams: Vec<String>,
    /// Whether anything has been loaded.
    pub is_loaded: bool,
    /// How far the first load has come; `None` if it has ended.
    pub progress: Option<Progress>,
    /// The keys of the records that the explorer refers to.
    pub(in crate::app) keys: RecordKeys,
    /// If the archive is older than the files, because an error prevents the use of the new version: the problems of this archive.
    /// `diagnostics` and `unreported` are then those of the files.
    pub old_problems: Option<(Vec<Diagnostic>, ProblemCount)>,
}

impl Data {
    /// The number of problems, reported or not.
    pub fn problem_count(&self) -> ProblemCount {
        ProblemCount::of(&self.diagnostics).plus(self.unreported)
    }

    /// All records with their facts, for the views of the whole.
    pub fn whole(&self, lang: Lang) -> View<'_> {
        View { archive: &self.archive, facts: self.facts(), selection: Selection::whole(), lang }
    }

    /// All facts of all records.
    pub(in crate::app) fn facts(&self) -> &FactIndex {
        self.facets.facts(&self.archive)
    }

    /// Whether the archive is older than the files.
    pub fn is_outdated(&self) -> bool {
        self.old_problems.is_some()
    }

    /// The first error.
    pub(in crate::app) fn first_error(&self) -> Option<&Diagnostic> {
        self.diagnostics.iter().find(|it| it.severity() == Severity::Error)
    }

    /// Whether the diagnostic at this index means that its visit or file was not loaded.
    pub fn prevents_use(&self, at: usize) -> bool {
        let prevents = |it: &Diagnostic| it.visit.is_some() || it.severity() == Severity::Error;
        self.diagnostics.get(at).is_some_and(prevents)
    }

    /// The indices of the diagnostics about the same visit, from the first one; only that one if it is about no visit.
    pub fn same_visit(&self, first: usize) -> Range<usize> {
        let is_same = |at: &usize| {
            let (a, b) = (self.diagnostics.get(first), self.diagnostics.get(*at));
            a.zip(b).is_some_and(|(a, b)| {
                a.location.file == b.location.file && a.visit.is_some() && a.visit == b.visit
            })
        };
        let others = (first + 1..self.diagnostics.len()).take_while(is_same).count();
        first..(first + 1 + others).min(self.diagnostics.len())
    }
}

impl Data {
    /// The key of a record, created if it has none.
    pub(in crate::app) fn intern(&mut self, target: Target) -> Option<RecordKey> {
        self.keys.intern(&self.archive, target)
    }

    /// The key of a record with these ids, which may be missing.
    pub(in crate::app) fn intern_named(&mut self, visit: &str, kind: RecordKind, id: &str) -> RecordKey {
        self.keys.intern_named(&self.archive, (visit, kind, id))
    }

    /// The ids of a record, as a reference: `visit#record`.
    pub(in crate::app) fn reference(&self, key: RecordKey) -> Option<String> {
        self.keys.reference(key)
    }

    /// The key of a record, if it has one.
    pub(in crate::app) fn key(&self, target: Target) -> Option<RecordKey> {
        self.keys.key(target)
    }

    /// The record with this key; `None` if it is not in the archive.
    pub fn target(&self, key: RecordKey) -> Option<Target> {
        self.keys.target(key)
    }

    /// The record with this key, or else a record of the same place, person or organization in another visit.
    pub(in crate::app) fn target_anywhere(&self, key: RecordKey) -> Option<Target> {
        self.keys.target_anywhere(key, &self.facets)
    }

    /// Takes over the keys of other data.
    pub(in crate::app) fn set_keys(&mut self, keys: RecordKeys) {
        self.keys = keys;
        self.keys.locate(&self.archive);
    }
}

impl From<Loaded> for Data {
    fn from(loaded: Loaded) -> Self {
        let data = Self::unindexed(loaded);
        data.index.complete(Index::new(&data.archive));
        data
    }
}

impl Data {
    /// The records with an index that the caller must complete.
    pub fn unindexed(loaded: Loaded) -> Self {
        let Loaded { archive, diagnostics, unreported, skipped, built_in, paths, streams, contents: _ } =
            loaded;
        Self {
            index: Arc::new(Index::pending()),
            facets: Arc::new(Facets::new(&archive)),
            counts: archive.counts(),
            archive: Arc::new(archive),
            diagnostics,
            unreported,
            skipped,
            built_in,
            paths,
            streams,
            is_loaded: true,
            progress: None,
            keys: RecordKeys::default(),
            old_problems: None,
        }
    }
}

impl Data {
    /// Whether a visit of this data is missing in the new data, which has a new error: then the visit was probably not deleted,
    /// but cannot be read.
    pub(in crate::app) fn would_lose_visit(&self, new: &Self) -> bool {
        let in_new: HashSet<&Id> = new.archive.visits.iter().map(|visit| &visit.id).collect();
        if self.archive.visits.iter().all(|visit| in_new.contains(&visit.id)) {
            return false;
        }
        let own = (&self.diagnostics, self.unreported);
        let (known, unreported) =
            self.old_problems.as_ref().map_or(own, |(known, unreported)| (known, *unreported));
        let owner = |it: &Diagnostic| it.visit.as_ref().map(|owner| owner.name.clone());
        let same = |a: &Diagnostic, b: &Diagnostic| {
            a.problem == b.problem && a.location.file == b.location.file && owner(a) == owner(b)
        };
        let errors = new.diagnostics.iter().filter(|it| it.severity() == Severity::Error);
        let mut unknown = errors.filter(|it| !known.iter().any(|known| same(known, it)));
        unknown.next().is_some() || new.unreported.errors > unreported.errors
    }

    /// The records of this data with the problems of the new data.
    pub(in crate::app) fn with_problems_of(&mut self, new: Self) -> Self {
        let own = (mem::take(&mut self.diagnostics), self.unreported);
        // The rows of the panes still refer to them, as to the archive and its facts.
        self.diagnostics.clone_from(&own.0);
        let mut paths = mem::take(&mut self.paths);
        paths.extend(new.paths);
        Self {
            archive: Arc::clone(&self.archive),
            index: Arc::clone(&self.index),
            facets: Arc::clone(&self.facets),
            counts: self.counts,
            built_in: self.built_in,
            is_loaded: true,
            progress: None,
            keys: RecordKeys::default(),
            old_problems: self.old_problems.take().or(Some(own)),
            diagnostics: new.diagnostics,
            unreported: new.unreported,
            skipped: new.skipped,
            paths,
            streams: new.streams,
        }
    }
}
