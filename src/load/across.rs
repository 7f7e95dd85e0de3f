//! What one visit cannot show: that ids mean the same in all of them.

use std::collections::{HashMap, HashSet};

use super::crosscheck::place;
use super::finding::Finding;
use super::source::Source;
use crate::diagnostic::{At, Diagnostic, Fault, Owner, Spot};
use crate::lang::is_title;
use crate::model::{Id, Visit};
use crate::text::folded_words;

/// So many faults of a file that other visits show are told one by one.
const TOLD: usize = 1_000;

/// The ids so far.
#[derive(Debug, Default)]
pub(super) struct Across {
    visits: HashMap<String, Place>,
    people: HashMap<String, Named>,
    /// Visits that cannot be used, but are there.
    broken: HashSet<String>,
    /// Related visits that had not been met, and are not told one by one.
    untold_related: Vec<String>,
    /// How many other names are not told one by one.
    untold_names: usize,
}

/// Where something stands.
#[derive(Debug, Clone)]
struct Place {
    file: usize,
    at: At,
}

/// A person or an organization, as it was first met.
#[derive(Debug)]
struct Named {
    name: String,
    other_names: Vec<String>,
    place: Place,
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
    fn diagnostic(self, fault: Fault, at: At, other: &Place) -> Diagnostic {
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
    /// Meets a visit that cannot be used.
    pub(super) fn meet_broken(&mut self, id: String) {
        self.broken.insert(id);
    }

    /// Meets a visit, and notes what does not fit to those before. False: its id is taken.
    pub(super) fn meet(&mut self, visit: &Visit, file: InFile<'_>, told: &mut Vec<Diagnostic>) -> bool {
        let at = place(&visit.id).unwrap_or_default();
        if let Some(first) = self.visits.get(visit.id.as_str()) {
            let fault = Fault::DuplicateId(visit.id.to_string());
            let owner = Owner { name: visit.title.clone(), line: at.line };
            told.push(Diagnostic { visit: Some(owner), ..file.diagnostic(fault, at, first) });
            return false;
        }
        self.visits.insert(visit.id.to_string(), Place { file: file.number, at });
        for organization in &visit.organizations {
            let named = (&organization.id, organization.name.as_str(), organization.other_names.as_slice());
            self.meet_named(named, file, told);
        }
        for participant in &visit.participants {
            if let Some(name) = &participant.name {
                self.meet_named((&participant.id, name, &participant.other_names), file, told);
            }
        }
        true
    }

    fn meet_named(
        &mut self,
        (id, name, other_names): (&Id, &str, &[String]),
        file: InFile<'_>,
        told: &mut Vec<Diagnostic>,
    ) {
        let at = place(id).unwrap_or_default();
        let Some(known) = self.people.get(id.as_str()) else {
            let place = Place { file: file.number, at };
            let named = Named { name: name.to_owned(), other_names: other_names.to_vec(), place };
            self.people.insert(id.to_string(), named);
            return;
        };
        let is_same = known.name == name
            || (known.other_names.iter().chain([&known.name])).any(|known| {
                is_same_name(known, name) || other_names.iter().any(|name| is_same_name(known, name))
            });
        if is_same {
            return;
        }
        if told.len() >= TOLD {
            self.untold_names += 1;
        } else {
            let names = Box::new((name.to_owned(), known.name.clone()));
            let fault = Fault::SameIdDifferentName { id: id.to_string(), names };
            told.push(file.diagnostic(fault, at, &known.place));
        }
    }

    /// Notes the related visits that have not been met so far; see [`Self::forget_resolved`].
    pub(super) fn related(&mut self, visit: &Visit, source: &Source, told: &mut Vec<Diagnostic>) {
        for related in &visit.related {
            let id = related.visit.to_string();
            if self.is_met(&id) {
                continue;
            }
            if told.len() < TOLD {
                let at = place(&related.visit).unwrap_or_default();
                told.push(source.diagnostic(Finding::new(Fault::UnresolvedRelated(id), at), None));
            } else {
                self.untold_related.push(id);
            }
        }
    }

    fn is_met(&self, id: &str) -> bool {
        self.visits.contains_key(id) || self.broken.contains(id)
    }

    /// When all visits have been met: drops what was noted of visits that came later, and gives the number of faults
    /// that are not told.
    pub(super) fn forget_resolved(&self, told: &mut Vec<Diagnostic>) -> usize {
        told.retain(|it| !matches!(&it.fault, Fault::UnresolvedRelated(id) if self.is_met(id)));
        self.untold_names + self.untold_related.iter().filter(|id| !self.is_met(id)).count()
    }
}

/// Whether two names may be one person's: titles, case and parts that are left out do not count.
fn is_same_name(one: &str, other: &str) -> bool {
    let words = |name: &str| -> Vec<String> {
        // Behind a comma stand degrees.
        let name = name.split(',').next().unwrap_or_default();
        folded_words(name).filter(|word| !is_title(word) && word != "h").collect()
    };
    let (one, other) = (words(one), words(other));
    let (fewer, more) = if one.len() < other.len() { (&one, &other) } else { (&other, &one) };
    fewer.iter().all(|word| more.contains(word))
}

#[cfg(test)]
mod tests {
    use super::is_same_name;

    #[test]
    fn titles_case_and_omissions_make_no_other_name() {
        for (one, other) in [
            ("Ratna Contoh", "Dr. Hj. RATNA CONTOH, S.Sos., M.Si."),
            ("Ratna Contoh", "Ibu Ratna"),
            ("Pemerintah Kota Contoh", "pemerintah kota contoh"),
        ] {
            assert!(is_same_name(one, other), "{one} {other}");
        }
        assert!(!is_same_name("Ratna Contoh", "Ratno Contoh"));
        assert!(!is_same_name("Kota A", "Kota B"));
    }
}
