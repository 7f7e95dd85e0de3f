//! What one visit cannot show: that ids mean the same in all of them.

use std::collections::{HashMap, HashSet};

use super::crosscheck::place;
use super::finding::{Finding, Measure};
use super::source::Source;
use crate::diagnostic::{At, Diagnostic, Fault, Owner, Severity, Spot, Tally, Warning};
use crate::lang::is_title;
use crate::model::{Id, Visit};
use crate::text::folded_words;

/// More spellings of one name need not be remembered.
const NAMES: usize = 20;

/// The ids so far.
#[derive(Debug, Default)]
pub(super) struct Across {
    visits: HashMap<String, Where>,
    named: HashMap<String, Named>,
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

/// A person or an organization, with the names that were accepted for one.
#[derive(Debug)]
struct Named {
    names: Vec<String>,
    first: Where,
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

/// Whose name it is: degrees stand behind the comma of a person's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Of {
    Person,
    Organization,
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
        for it in &visit.organizations {
            self.meet_named(Of::Organization, &it.id, [&it.name].into_iter().chain(&it.other_names), file);
        }
        for it in &visit.participants {
            // One who is known by the post alone may be anybody.
            if it.name.is_some() {
                self.meet_named(Of::Person, &it.id, it.name.iter().chain(&it.other_names), file);
            }
        }
        true
    }

    fn meet_named<'a>(
        &mut self,
        of: Of,
        id: &Id,
        names: impl Iterator<Item = &'a String> + Clone,
        file: InFile<'_>,
    ) {
        let at = place(id).unwrap_or_default();
        let Some(known) = self.named.get_mut(id.as_str()) else {
            let first = Where { file: file.number, at };
            self.named.insert(id.to_string(), Named { names: names.cloned().collect(), first });
            return;
        };
        let is_known = |name: &String| known.names.iter().any(|known| is_same_name(of, known, name));
        if names.clone().any(is_known) {
            // Who has these names, too, may be called by them elsewhere.
            for name in names {
                if known.names.len() < NAMES && !known.names.contains(name) {
                    known.names.push(name.clone());
                }
            }
            return;
        }
        let first = known.first.clone();
        let first_of = |name: Option<&String>| name.cloned().unwrap_or_default();
        let both = Box::new((first_of(names.clone().next()), first_of(known.names.first())));
        if self.measure.tells(Severity::Warning) {
            let fault = Warning::SameIdDifferentName { id: id.to_string(), names: both };
            self.told.push(file.diagnostic(fault, at, &first));
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

    /// When all visits have been met: drops what was noted of visits that came later, and tells how much is not told.
    pub(super) fn finish(self, told: &mut Vec<Diagnostic>) -> Tally {
        told.retain(
            |it| !matches!(&it.fault, Fault::Warning(Warning::UnresolvedRelated(id)) if self.is_excused(id)),
        );
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

/// Whether two names may be one's: titles, case, initials and parts that are left out do not count.
fn is_same_name(of: Of, one: &str, other: &str) -> bool {
    let words = |name: &str| -> Vec<String> {
        let name = if of == Of::Person { name.split(',').next().unwrap_or_default() } else { name };
        folded_words(name).filter(|word| !is_title(word)).collect()
    };
    if one == other {
        return true;
    }
    let (one, other) = (words(one), words(other));
    let (fewer, more) = if one.len() < other.len() { (&one, &other) } else { (&other, &one) };
    // Moh. for Muhammad: three letters and the first the same.
    let is_initial = |a: &str, b: &str| a.chars().count() <= 3 && a.chars().next() == b.chars().next();
    let is_in =
        |word: &String| more.iter().any(|it| it == word || is_initial(it, word) || is_initial(word, it));
    !fewer.is_empty() && fewer.iter().all(is_in)
}

#[cfg(test)]
mod tests {
    use super::{Of, is_same_name};

    #[test]
    fn titles_case_initials_and_omissions_make_no_other_name() {
        for (one, other) in [
            ("Ratna Contoh", "Dr. Hj. RATNA CONTOH, S.Sos., M.Si."),
            ("Ratna Contoh", "Ibu Ratna"),
            ("H. Joko Contoh", "J. Contoh"),
            ("Moh. Contoh", "Muhammad Contoh"),
            ("Dr.", "Dr."),
        ] {
            assert!(is_same_name(Of::Person, one, other), "{one} {other}");
        }
        assert!(is_same_name(Of::Organization, "Pemerintah Kota Contoh", "pemerintah kota contoh"));
        assert!(!is_same_name(Of::Person, "Ratna Contoh", "Ratno Contoh"));
        assert!(!is_same_name(Of::Person, "Dr. Ir.", "Siti Contoh"));
        assert!(!is_same_name(Of::Organization, "Kota Contoh, Kalimantan", "Kota Contoh, Jawa"));
    }
}
