//! The visits of the file to which an import is added: which ids are taken, and which visits may be meant by corrected rows.

use std::collections::{HashMap, HashSet};

use super::names::name_key;
use crate::model::{Archive, Visit};

/// The visits of a file.
#[derive(Debug, Clone, Default)]
pub struct KnownVisits {
    visits: HashMap<String, KnownVisit>,
}

/// A visit of a file.
#[derive(Debug, Clone)]
struct KnownVisit {
    /// The title without case and signs.
    title: String,
    /// The day on which it began, or the date as text.
    date: String,
    /// The names of organizations and stops and the objectives, without case and signs.
    details: HashSet<String>,
}

/// What tells visits apart.
#[derive(Debug, Clone, Copy)]
pub(super) struct Facts<'a> {
    /// The title without case and signs.
    pub(super) title: &'a str,
    pub(super) date: &'a str,
}

impl KnownVisits {
    /// The visits of an archive.
    pub fn of(archive: &Archive) -> Self {
        let visits = archive.visits.iter().map(|visit| (visit.id.to_string(), KnownVisit::of(visit)));
        Self { visits: visits.collect() }
    }

    /// Whether a visit has this id.
    pub fn has(&self, id: &str) -> bool {
        self.visits.contains_key(id)
    }

    /// Whether the visit with this id has this detail.
    pub(super) fn has_detail(&self, id: &str, detail: &str) -> bool {
        self.visits.get(id).is_some_and(|known| known.details.contains(&name_key(detail)))
    }

    /// Whether the id is that of another visit: of another title and another date.
    pub(super) fn is_of_another(&self, id: &str, facts: Facts<'_>) -> bool {
        self.visits.get(id).is_some_and(|known| known.title != facts.title && known.date != facts.date)
    }

    /// The visits that the input does not have.
    pub(super) fn gone(&self, is_there: impl Fn(&str) -> bool) -> GoneVisits<'_> {
        let mut gone = GoneVisits::default();
        for (id, visit) in self.visits.iter().filter(|(id, _)| !is_there(id)) {
            gone.by_title.entry(&visit.title).or_default().push((id, visit));
            if !visit.date.is_empty() {
                gone.by_date.entry(&visit.date).or_default().push((id, visit));
            }
        }
        gone.by_title.values_mut().chain(gone.by_date.values_mut()).for_each(|list| {
            list.sort_by_key(|(id, _)| *id);
            list.truncate(COMPARED);
        });
        gone
    }
}

/// The most visits of one title or one date with which a new one is compared.
const COMPARED: usize = 100;

/// Visits of a file that the input does not have.
#[derive(Debug, Default)]
pub(super) struct GoneVisits<'a> {
    by_title: HashMap<&'a str, Vec<(&'a str, &'a KnownVisit)>>,
    by_date: HashMap<&'a str, Vec<(&'a str, &'a KnownVisit)>>,
}

impl<'a> GoneVisits<'a> {
    /// The visit that may be a new one before it was corrected: it has the same title; or the same date and a similar title or a detail in
    /// common.
    pub(super) fn corrected(&self, facts: Facts<'_>, has_detail: impl Fn(&str) -> bool) -> Option<&'a str> {
        let shares = |known: &KnownVisit| known.details.iter().any(|detail| has_detail(detail));
        let is_alike = |known: &KnownVisit| {
            let letters = known.title.chars().count().max(facts.title.chars().count());
            strsim::damerau_levenshtein(&known.title, facts.title) * 4 <= letters
        };
        let titled = self.by_title.get(facts.title).map_or(&[][..], Vec::as_slice);
        let dated = self.by_date.get(facts.date).map_or(&[][..], Vec::as_slice);
        let found = titled.iter().find(|(_, known)| shares(known)).or_else(|| titled.first());
        found.or_else(|| dated.iter().find(|(_, known)| shares(known) || is_alike(known))).map(|(id, _)| *id)
    }
}

impl KnownVisit {
    fn of(visit: &Visit) -> Self {
        let date = visit.start_date.map(|date| date.to_string()).or_else(|| visit.date_text.clone());
        let date = date.unwrap_or_default();
        let organizations = visit.organizations.iter().map(|it| name_key(&it.name));
        let stops = visit.itinerary.iter().map(|it| name_key(&it.name));
        let objectives = visit.objectives.iter().map(|it| name_key(&it.text));
        let people = visit.participants.iter().filter_map(|it| it.name.as_deref()).map(name_key);
        Self {
            title: name_key(&visit.title),
            date: date.split('T').next().unwrap_or_default().to_owned(),
            details: organizations.chain(stops).chain(objectives).chain(people).collect(),
        }
    }
}
