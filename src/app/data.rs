//! What was loaded, with everything that is made from it once.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

use super::identity::RecordKeys;
use crate::diagnostic::{Diagnostic, Severity, Tally};
use crate::facet::Facets;
use crate::load::{Loaded, Skipped};
use crate::model::{Archive, Extent};
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
    pub extent: Extent,
    /// What is wrong with the rest, and what deserves a look.
    pub diagnostics: Vec<Diagnostic>,
    /// How much more there is.
    pub untold: Tally,
    /// Files of folders that are not read.
    pub skipped: Vec<Skipped>,
    /// Whether it is the example inside the program.
    pub built_in: bool,
    /// Where the files are, by the names by which they are shown.
    pub paths: BTreeMap<String, PathBuf>,
    /// The names of what came through pipes.
    pub streams: Vec<String>,
    /// Whether it has come at all.
    pub is_loaded: bool,
    /// The records that the explorer holds on to.
    pub(super) keys: RecordKeys,
    /// What was wrong with the records that are shown, when the diagnostics are those of newer ones, which would have
    /// cost some of these.
    pub outdated: Option<(Vec<Diagnostic>, Tally)>,
}

impl Data {
    /// How much is wrong.
    pub fn faults(&self) -> Tally {
        Tally::of(&self.diagnostics).plus(self.untold)
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
            a.zip(b)
                .is_some_and(|(a, b)| a.spot.file == b.spot.file && a.visit.is_some() && a.visit == b.visit)
        };
        let others = (first + 1..self.diagnostics.len()).take_while(belongs).count();
        first..(first + 1 + others).min(self.diagnostics.len())
    }
}

impl From<Loaded> for Data {
    fn from(loaded: Loaded) -> Self {
        let Loaded { archive, diagnostics, untold, skipped, built_in, paths, streams } = loaded;
        Self {
            index: Arc::new(Index::new(&archive)),
            facets: Facets::new(&archive),
            extent: archive.extent(),
            archive: Arc::new(archive),
            diagnostics,
            untold,
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
