//! Checks that involve several visits or files: unique IDs, one identity per ID, and related visits.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use super::file_text::FileText;
use super::identity::{Identity, identities, registered_identities};
use super::problem::{LocatedProblem, ReportLimit};
use super::references::source_span;
use crate::diagnostic::{
    Diagnostic, Location, Problem, ProblemCount, ReferenceKind, Severity, SourceSpan, UnusableVisit, Warning,
};
use crate::model::{Header, Id, Visit};

/// The IDs seen so far.
#[derive(Debug, Default)]
pub(super) struct CrossFileChecks {
    visits: HashMap<String, FilePosition>,
    /// The identities of people and organizations by ID.
    known: HashMap<String, KnownIdentity>,
    /// The IDs of the register, of places (`true`) and of people and organizations (`false`).
    registered: HashMap<(bool, String), FilePosition>,
    /// IDs of visits that exist but cannot be used.
    unusable: HashSet<String>,
    /// Whether there may be visits whose ID could not be read because of a syntax error.
    has_syntax_errors: bool,
    /// The problems of the current file.
    reported: Vec<Diagnostic>,
    /// How many problems are reported of the current file, and how many more there are in all files.
    limit: ReportLimit,
    /// Unresolved related visits that were not reported.
    unreported_related: Vec<String>,
}

/// A position in one of the files.
#[derive(Debug, Clone)]
struct FilePosition {
    file: usize,
    at: SourceSpan,
}

/// The first record with an ID, and how many later ones have another identity.
#[derive(Debug)]
struct KnownIdentity {
    identity: Identity,
    first: FilePosition,
    others: usize,
}

/// The file whose visits are being checked.
#[derive(Clone, Copy)]
pub(super) struct CurrentFile<'a> {
    pub(super) source: &'a FileText<'a>,
    /// Its index in the names of all files.
    pub(super) number: usize,
    pub(super) names: &'a [String],
}

impl CurrentFile<'_> {
    /// A problem whose related location may be in an earlier file.
    fn diagnostic(self, problem: impl Into<Problem>, at: SourceSpan, other: &FilePosition) -> Diagnostic {
        let other = if other.file == self.number {
            self.source.get().location(other.at, 0)
        } else {
            let file = self.names.get(other.file).cloned().unwrap_or_default();
            Location { file, at: Some(other.at), ..Location::default() }
        };
        Diagnostic {
            related: Some(other),
            ..self.source.get().diagnostic(LocatedProblem::new(problem, at), None)
        }
    }
}

impl CrossFileChecks {
    /// Adds the visits of a file that cannot be used.
    pub(super) fn add_unusable(&mut self, ids: Vec<String>, has_syntax_errors: bool) {
        self.unusable.extend(ids);
        self.has_syntax_errors |= has_syntax_errors;
    }

    /// Adds a visit and compares it with earlier ones. Returns false if its ID is already in use.
    pub(super) fn check_visit(&mut self, visit: &Visit, file: CurrentFile<'_>) -> bool {
        let at = source_span(&visit.id).unwrap_or_default();
        if let Some(first) = self.visits.get(visit.id.as_str()).cloned() {
            if self.limit.admits(Severity::Error) {
                let problem = Problem::DuplicateId(visit.id.to_string());
                let unusable = UnusableVisit { name: visit.title.clone(), line: at.line };
                self.reported
                    .push(Diagnostic { visit: Some(unusable), ..file.diagnostic(problem, at, &first) });
            }
            return false;
        }
        self.visits.insert(visit.id.to_string(), FilePosition { file: file.number, at });
        for (id, identity) in identities(visit) {
            self.check_identity(id, identity, file);
        }
        true
    }

    /// Adds the register of a document: its IDs are unique, and have the same identity as in visits.
    pub(super) fn check_register(&mut self, header: &Header, file: CurrentFile<'_>) {
        let people = header.people.iter().map(|it| (&it.id, false));
        let organizations = header.organizations.iter().map(|it| (&it.id, false));
        let places = header.places.iter().map(|it| (&it.id, true));
        for (id, is_place) in people.chain(organizations).chain(places) {
            let at = source_span(id).unwrap_or_default();
            match self.registered.entry((is_place, id.to_string())) {
                Entry::Vacant(new) => drop(new.insert(FilePosition { file: file.number, at })),
                Entry::Occupied(first) if self.limit.admits(Severity::Error) => {
                    let problem = Problem::DuplicateId(id.to_string());
                    self.reported.push(file.diagnostic(problem, at, first.get()));
                }
                Entry::Occupied(_) => {}
            }
        }
        for (id, identity) in registered_identities(header) {
            self.check_identity(id, identity, file);
        }
    }

    /// Reports the first record whose identity differs from earlier ones with the same ID, and counts the others.
    fn check_identity(&mut self, id: &Id, identity: Identity, file: CurrentFile<'_>) {
        let at = source_span(id).unwrap_or_default();
        let Some(known) = self.known.get_mut(id.as_str()) else {
            let first = FilePosition { file: file.number, at };
            self.known.insert(id.to_string(), KnownIdentity { identity, first, others: 0 });
            return;
        };
        let Some(conflict) = known.identity.merge_or_conflict(identity) else { return };
        known.others += 1;
        if known.others == 1 && self.limit.admits(Severity::Warning) {
            let conflict = Box::new(conflict);
            let problem = Warning::SameIdDifferentName { id: id.to_string(), conflict, more: 0 };
            self.reported.push(file.diagnostic(problem, at, &known.first));
        }
    }

    /// Notes related visits that have not been met yet; see [`Self::finish`].
    pub(super) fn check_related(&mut self, visit: &Visit, source: &FileText<'_>) {
        for related in &visit.related {
            if self.is_known(related.visit.as_str()) {
                continue;
            }
            let id = related.visit.to_string();
            if self.limit.has_capacity(Severity::Warning) {
                self.limit.admits(Severity::Warning);
                let at = source_span(&related.visit).unwrap_or_default();
                self.reported.push(
                    source.get().diagnostic(LocatedProblem::new(Warning::UnresolvedRelated(id), at), None),
                );
            } else {
                self.unreported_related.push(id);
            }
        }
    }

    /// Takes the problems of the current file, and resets the limit.
    pub(super) fn take_diagnostics(&mut self) -> Vec<Diagnostic> {
        self.limit.reported = ProblemCount::default();
        std::mem::take(&mut self.reported)
    }

    /// Completes the checks when all visits are known: removes reports about visits that came later, adds how often an
    /// identity differs, and returns how many problems were not reported.
    pub(super) fn finish(self, diagnostics: &mut Vec<Diagnostic>) -> ProblemCount {
        for diagnostic in diagnostics.iter_mut() {
            if let Problem::Warning(Warning::SameIdDifferentName { id, more, .. }) = &mut diagnostic.problem {
                *more = self.known.get(id.as_str()).map_or(0, |known| known.others.saturating_sub(1));
            }
        }
        diagnostics.retain(|it| match &it.problem {
            Problem::Warning(Warning::UnresolvedRelated(id)) => !self.may_exist(id),
            // The register may refer to an organization of a visit.
            Problem::UnknownReference { id, wanted: ReferenceKind::RegisteredOrganization, .. }
                if it.visit.is_none() =>
            {
                !self.has_syntax_errors && !self.known.contains_key(id)
            }
            _ => true,
        });
        let related = self.unreported_related.iter().filter(|id| !self.may_exist(id)).count();
        self.limit.unreported.plus(ProblemCount { warnings: related, ..ProblemCount::default() })
    }

    fn is_known(&self, id: &str) -> bool {
        self.visits.contains_key(id) || self.unusable.contains(id)
    }

    /// Whether the visit may exist in a part that could not be read.
    fn may_exist(&self, id: &str) -> bool {
        self.has_syntax_errors || self.is_known(id)
    }
}
