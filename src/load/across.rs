//! What one visit cannot show: that ids mean the same in all of them.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use super::crosscheck::place;
use super::finding::{Finding, Measure};
use super::identity::{Identity, identities, registered_identities};
use super::source::Source;
use crate::diagnostic::{At, Diagnostic, Fault, Kind, Owner, Severity, Spot, Tally, Warning};
use crate::model::{Header, Id, Visit};

/// The ids so far.
#[derive(Debug, Default)]
pub(super) struct Across {
    visits: HashMap<String, Where>,
    /// Whom and what the ids of people and organizations stand for.
    known: HashMap<String, Known>,
    /// The ids of the register: of people and organizations, and of places.
    registered: HashMap<(bool, String), Where>,
    /// Visits that cannot be used, but are there.
    broken: HashSet<String>,
    /// Whether there may be visits of which not even the id could be read.
    has_breaks: bool,
    /// What of the present file is told.
    told: Vec<Diagnostic>,
    /// How many that is, and how many there are beyond those, of all files.
    measure: Measure,
    /// Related visits that had not been met, beyond those.
    untold_related: Vec<String>,
}

/// Where something stands.
#[derive(Debug, Clone)]
struct Where {
    file: usize,
    at: At,
}

/// Who or what was first met with an id, and how many places have somebody else.
#[derive(Debug)]
struct Known {
    identity: Identity,
    first: Where,
    others: usize,
}

/// A file while its visits are met.
#[derive(Clone, Copy)]
pub(super) struct InFile<'a> {
    pub(super) source: &'a Source,
    /// Its number in the names of all files.
    pub(super) number: usize,
    pub(super) names: &'a [String],
}

impl InFile<'_> {
    /// A fault, whose other place may stand in an earlier file.
    fn diagnostic(self, fault: impl Into<Fault>, at: At, other: &Where) -> Diagnostic {
        let other = if other.file == self.number {
            self.source.spot(other.at, 0)
        } else {
            let file = self.names.get(other.file).cloned().unwrap_or_default();
            Spot { file, at: Some(other.at), ..Spot::default() }
        };
        Diagnostic { other: Some(other), ..self.source.diagnostic(Finding::new(fault, at), None) }
    }
}

impl Across {
    /// Meets what cannot be used of a file.
    pub(super) fn meet_broken(&mut self, ids: Vec<String>, has_breaks: bool) {
        self.broken.extend(ids);
        self.has_breaks |= has_breaks;
    }

    /// Meets a visit, and notes what does not fit to those before. False: its id is taken.
    pub(super) fn meet(&mut self, visit: &Visit, file: InFile<'_>) -> bool {
        let at = place(&visit.id).unwrap_or_default();
        if let Some(first) = self.visits.get(visit.id.as_str()).cloned() {
            if self.measure.tells(Severity::Error) {
                let fault = Fault::DuplicateId(visit.id.to_string());
                let owner = Owner { name: visit.title.clone(), line: at.line };
                self.told.push(Diagnostic { visit: Some(owner), ..file.diagnostic(fault, at, &first) });
            }
            return false;
        }
        self.visits.insert(visit.id.to_string(), Where { file: file.number, at });
        for (id, identity) in identities(visit) {
            self.meet_identity(id, identity, file);
        }
        true
    }

    /// Meets the register of a document: each of its ids stands for one thing, and for the same one as in visits.
    pub(super) fn meet_register(&mut self, header: &Header, file: InFile<'_>) {
        let people = header.people.iter().map(|it| (&it.id, false));
        let organizations = header.organizations.iter().map(|it| (&it.id, false));
        let places = header.places.iter().map(|it| (&it.id, true));
        for (id, is_place) in people.chain(organizations).chain(places) {
            let at = place(id).unwrap_or_default();
            match self.registered.entry((is_place, id.to_string())) {
                Entry::Vacant(new) => drop(new.insert(Where { file: file.number, at })),
                Entry::Occupied(first) if self.measure.tells(Severity::Error) => {
                    let fault = Fault::DuplicateId(id.to_string());
                    self.told.push(file.diagnostic(fault, at, first.get()));
                }
                Entry::Occupied(_) => {}
            }
        }
        for (id, identity) in registered_identities(header) {
            self.meet_identity(id, identity, file);
        }
    }

    /// Tells once of an id that it stands for somebody else than at first; the places of the same kind are counted.
    fn meet_identity(&mut self, id: &Id, identity: Identity, file: InFile<'_>) {
        let at = place(id).unwrap_or_default();
        let Some(known) = self.known.get_mut(id.as_str()) else {
            let first = Where { file: file.number, at };
            self.known.insert(id.to_string(), Known { identity, first, others: 0 });
            return;
        };
        let Some(differing) = known.identity.meet(identity) else { return };
        known.others += 1;
        if known.others == 1 && self.measure.tells(Severity::Warning) {
            let differing = Box::new(differing);
            let fault = Warning::SameIdDifferentName { id: id.to_string(), differing, more: 0 };
            self.told.push(file.diagnostic(fault, at, &known.first));
        }
    }

    /// Notes the related visits that have not been met so far; see [`Self::finish`].
    pub(super) fn related(&mut self, visit: &Visit, source: &Source) {
        for related in &visit.related {
            if self.is_met(related.visit.as_str()) {
                continue;
            }
            let id = related.visit.to_string();
            if self.measure.has_room(Severity::Warning) {
                self.measure.tells(Severity::Warning);
                let at = place(&related.visit).unwrap_or_default();
                self.told.push(source.diagnostic(Finding::new(Warning::UnresolvedRelated(id), at), None));
            } else {
                self.untold_related.push(id);
            }
        }
    }

    /// What is told of the present file.
    pub(super) fn take_told(&mut self) -> Vec<Diagnostic> {
        self.measure.told = Tally::default();
        std::mem::take(&mut self.told)
    }

    /// When all visits have been met: drops what was noted of visits that came later, adds how often an id is somebody
    /// else's, and tells how much is not told.
    pub(super) fn finish(self, told: &mut Vec<Diagnostic>) -> Tally {
        for diagnostic in told.iter_mut() {
            if let Fault::Warning(Warning::SameIdDifferentName { id, more, .. }) = &mut diagnostic.fault {
                *more = self.known.get(id.as_str()).map_or(0, |known| known.others.saturating_sub(1));
            }
        }
        told.retain(|it| match &it.fault {
            Fault::Warning(Warning::UnresolvedRelated(id)) => !self.is_excused(id),
            // What a register refers to may stand in a visit.
            Fault::UnknownReference { id, wanted: Kind::RegisteredOrganization, .. }
                if it.visit.is_none() =>
            {
                !self.has_breaks && !self.known.contains_key(id)
            }
            _ => true,
        });
        let related = self.untold_related.iter().filter(|id| !self.is_excused(id)).count();
        self.measure.untold.plus(Tally { warnings: related, ..Tally::default() })
    }

    fn is_met(&self, id: &str) -> bool {
        self.visits.contains_key(id) || self.broken.contains(id)
    }

    /// What could not be read may hold the visit.
    fn is_excused(&self, id: &str) -> bool {
        self.has_breaks || self.is_met(id)
    }
}
