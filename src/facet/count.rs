//! Counts the statements that match the filters, and those that would match with one more filter.

use super::compiled::{Candidates, CompiledFilters};
use super::entry::{SpeakerFacts, StatementEntry, UNKNOWN, once_each};
use super::filter::{Filter, FilterKind, StopKey};
use super::lists::ListedFact;
use super::scope::Scope;
use super::set::TextSearch;
use super::table::Facets;
use crate::model::{Archive, Record, Target, Visit, place_key};

/// The statements that match the filters, and the counts for further filters.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Counts {
    /// The matching statements, the newest visit first.
    pub shown: Vec<Target>,
    /// The number of statements in the scope.
    pub total: usize,
    stops: Vec<u32>,
    places: Vec<u32>,
    people: Vec<u32>,
    organizations: Vec<u32>,
    /// The matching statements by visit.
    visits: Vec<u32>,
    /// The number of statements without a stop that match the filters of other kinds.
    pub without_place: usize,
    /// The number of statements without a speaker that match the filters of other kinds.
    pub without_speaker: usize,
}

/// The kinds of filters that have rows with counts.
const COUNTED: [FilterKind; 3] = [FilterKind::Stop, FilterKind::Person, FilterKind::Organization];

impl Facets {
    /// The statements of a scope that match the filters, and the counts for further filters.
    pub fn count(
        &self,
        archive: &Archive,
        scope: Scope,
        filters: &[Filter],
        texts: TextSearch<'_>,
    ) -> Counts {
        let compiled = CompiledFilters::new(self, archive, filters, texts);
        if scope == Scope::All
            && let Some(counts) = self.count_by_lists(archive, &compiled)
        {
            return counts;
        }
        let entries = self.entries_in(scope);
        let mut counts = Counts {
            total: entries.len(),
            shown: Vec::with_capacity(if compiled.kinds.is_empty() { entries.len() } else { 0 }),
            stops: vec![0; self.place_of.len()],
            places: vec![0; self.places.len()],
            people: vec![0; self.people.len()],
            organizations: vec![0; self.organizations.len()],
            visits: vec![0; archive.visits.len()],
            ..Counts::default()
        };
        for entry in entries {
            match compiled.failed_kind((self, archive), entry) {
                Ok(None) => {
                    counts.shown.push(entry.target);
                    increment_at(&mut counts.visits, entry.target.visit);
                    counts.add_stop(entry);
                    counts.add_people(self.speakers(entry));
                    counts.add_organizations(self.speakers(entry));
                }
                Ok(Some(FilterKind::Stop)) => counts.add_stop(entry),
                Ok(Some(FilterKind::Person)) => counts.add_people(self.speakers(entry)),
                Ok(Some(FilterKind::Organization)) => counts.add_organizations(self.speakers(entry)),
                Ok(Some(_)) | Err(()) => {}
            }
        }
        counts
    }

    /// The same for all visits, by the lists of statements; none if the filters have no lists.
    fn count_by_lists(&self, archive: &Archive, compiled: &CompiledFilters) -> Option<Counts> {
        let mut counts = Counts { total: self.entries.len(), ..Counts::default() };
        match compiled.candidates(None, self) {
            Candidates::All => {
                counts.shown = self.entries.iter().map(|entry| entry.target).collect();
                counts.visits = self.visit_lengths();
            }
            Candidates::Listed(listed) => {
                counts.visits = vec![0; archive.visits.len()];
                for entry in self.listed_entries(&listed) {
                    if compiled.matches_but(None, (self, archive), entry) {
                        counts.shown.push(entry.target);
                        increment_at(&mut counts.visits, entry.target.visit);
                    }
                }
            }
            Candidates::Any => return None,
        }
        for kind in COUNTED {
            match compiled.candidates(Some(kind), self) {
                Candidates::All => counts.take_all(kind, self),
                Candidates::Listed(listed) => {
                    counts.reset(kind, self);
                    let matches =
                        |entry: &&StatementEntry| compiled.matches_but(Some(kind), (self, archive), entry);
                    let entries = self.listed_entries(&listed).filter(matches);
                    entries.for_each(|entry| counts.add(kind, entry, self));
                }
                Candidates::Any => return None,
            }
        }
        Some(counts)
    }

    fn listed_entries(&self, listed: &[u32]) -> impl Iterator<Item = &StatementEntry> {
        listed.iter().filter_map(|at| self.entries.get(usize::try_from(*at).ok()?))
    }

    /// The number of statements of a scope that match the filters.
    pub fn count_matching(
        &self,
        archive: &Archive,
        scope: Scope,
        filters: &[Filter],
        texts: TextSearch<'_>,
    ) -> usize {
        let compiled = CompiledFilters::new(self, archive, filters, texts);
        let matches = |entry: &&StatementEntry| compiled.matches_but(None, (self, archive), entry);
        match compiled.candidates(None, self) {
            Candidates::Listed(listed) if scope == Scope::All => {
                self.listed_entries(&listed).filter(matches).count()
            }
            _ => self.entries_in(scope).iter().filter(matches).count(),
        }
    }

    /// The filters that hide a statement: those that it does not match; of alternatives all.
    pub fn hiding_filters(
        &self,
        archive: &Archive,
        target: Target,
        filters: &[Filter],
        texts: TextSearch<'_>,
    ) -> Vec<Filter> {
        let all = CompiledFilters::new(self, archive, filters, texts);
        let alone =
            |filter: &Filter| CompiledFilters::new(self, archive, std::slice::from_ref(filter), texts);
        let entry = self.entries_in(Scope::Visit(target.visit)).iter().find(|entry| entry.target == target);
        let hides = |filter: &&Filter| {
            let fails = |entry| {
                let kind = filter.kind();
                let matches = |filters: &CompiledFilters| filters.matches(kind, (self, archive), entry);
                !matches(&all) && (kind.has_alternatives() || !matches(&alone(filter)))
            };
            filter.filters_statements() && entry.is_some_and(fails)
        };
        filters.iter().filter(hides).cloned().collect()
    }

    /// For each candidate the number of statements that match it and the filters of other kinds.
    pub fn count_each(
        &self,
        (archive, scope): (&Archive, Scope),
        filters: &[Filter],
        candidates: &[Filter],
        texts: TextSearch<'_>,
    ) -> Vec<usize> {
        let compiled = CompiledFilters::new(self, archive, filters, texts);
        let one = |filter: &Filter| {
            (filter.kind(), CompiledFilters::new(self, archive, std::slice::from_ref(filter), texts))
        };
        let candidates: Vec<(FilterKind, CompiledFilters)> = candidates.iter().map(one).collect();
        let mut counts = vec![0; candidates.len()];
        let mut open: Vec<(&(FilterKind, CompiledFilters), &mut usize)> = Vec::new();
        for (candidate, count) in candidates.iter().zip(&mut counts) {
            let (kind, filter) = candidate;
            let own = filter.candidates(None, self);
            let (Scope::All, Candidates::Listed(listed)) = (scope, own) else {
                open.push((candidate, count));
                continue;
            };
            let matches = |entry: &&StatementEntry| {
                filter.matches(*kind, (self, archive), entry)
                    && compiled.matches_but(Some(*kind), (self, archive), entry)
            };
            *count = self.listed_entries(&listed).filter(matches).count();
        }
        let entries = if open.is_empty() { &[] } else { self.entries_in(scope) };
        for entry in entries {
            let Ok(failed) = compiled.failed_kind((self, archive), entry) else { continue };
            for ((kind, filter), count) in &mut open {
                let others_match = failed.is_none_or(|failed| failed == *kind);
                **count += usize::from(others_match && filter.matches(*kind, (self, archive), entry));
            }
        }
        counts
    }

    /// The filters with the same meaning in another scope: the same filter, or for a stop those at the same place. Empty if no record
    /// of that scope has the fact.
    pub fn translate(&self, archive: &Archive, scope: Scope, filter: &Filter) -> Vec<Filter> {
        let open = scope.visit_in(archive);
        match (filter, open) {
            (Filter::Stop(Some(key)), _) => {
                let place = match key {
                    StopKey::Place(key) => Some(key.clone()),
                    StopKey::InVisit(id, stop) => {
                        // In its own visit a stop stays the same.
                        if open.is_some_and(|open| open.id == *id) {
                            return vec![filter.clone()];
                        }
                        archive.visit(id).and_then(|visit| visit.stop(stop)).map(place_key)
                    }
                };
                let Some(place) = place else { return Vec::new() };
                let Some(open) = open else { return vec![Filter::Stop(Some(StopKey::Place(place)))] };
                let there = open.itinerary.iter().filter(|stop| place_key(stop) == place);
                there
                    .map(|stop| Filter::Stop(Some(StopKey::InVisit(open.id.clone(), stop.id.clone()))))
                    .collect()
            }
            (_, Some(open)) if !self.applies_to(archive, (scope, open), filter) => Vec::new(),
            _ => vec![filter.clone()],
        }
    }

    /// Whether the archive contains the stop, the person or the organization of a filter.
    pub fn contains(&self, archive: &Archive, filter: &Filter) -> bool {
        match filter {
            Filter::Stop(Some(StopKey::InVisit(visit, stop))) => {
                archive.visit(visit).is_some_and(|visit| visit.stop(stop).is_some())
            }
            Filter::Stop(Some(StopKey::Place(key))) => self.places.find(key).is_some(),
            Filter::Person(Some(agent)) => self.people.find(agent).is_some(),
            Filter::Organization(id) => self.organizations.find(id).is_some(),
            Filter::Fact(condition) => self.facts().has_value_of(condition),
            _ => true,
        }
    }

    fn applies_to(&self, archive: &Archive, (scope, visit): (Scope, &Visit), filter: &Filter) -> bool {
        match filter {
            Filter::Side(_) | Filter::Type(_) | Filter::Text(..) | Filter::Stop(Some(_)) => true,
            Filter::Person(Some(agent)) => visit.participant_who(agent).is_some(),
            Filter::Organization(id) => visit.organization(id).is_some(),
            Filter::Fact(condition) => scope.visit().is_some_and(|visit| {
                self.facts().visit_meets(archive, &self.facts().tests_of([condition]), visit)
            }),
            Filter::Stop(None) | Filter::Person(None) | Filter::Day(_) | Filter::Topic(_) => {
                self.count_matching(archive, scope, std::slice::from_ref(filter), &|_, _| None) > 0
            }
        }
    }
}

/// Adds one to a count.
fn increment(counts: &mut [u32], number: u32) {
    increment_at(counts, usize::try_from(number).unwrap_or(usize::MAX));
}

fn increment_at(counts: &mut [u32], at: usize) {
    if let Some(count) = counts.get_mut(at) {
        *count += 1;
    }
}

fn count_at(counts: &[u32], number: Option<u32>) -> usize {
    let count = number.and_then(|number| counts.get(usize::try_from(number).ok()?));
    count.and_then(|count| usize::try_from(*count).ok()).unwrap_or_default()
}

impl Counts {
    /// Takes the counts of all statements for the rows of a kind.
    fn take_all(&mut self, kind: FilterKind, facets: &Facets) {
        let lists = &facets.lists;
        match kind {
            FilterKind::Stop => {
                self.places = lists.lengths(ListedFact::Place);
                self.without_place = lists.without(ListedFact::Place);
            }
            FilterKind::Person => {
                self.people = lists.lengths(ListedFact::Person);
                self.without_speaker = lists.without(ListedFact::Person);
            }
            _ => self.organizations = lists.lengths(ListedFact::Organization),
        }
    }

    /// Sets the counts for the rows of a kind to zero.
    fn reset(&mut self, kind: FilterKind, facets: &Facets) {
        match kind {
            FilterKind::Stop => self.places = vec![0; facets.places.len()],
            FilterKind::Person => self.people = vec![0; facets.people.len()],
            _ => self.organizations = vec![0; facets.organizations.len()],
        }
    }

    /// Counts a statement for the rows of a kind.
    fn add(&mut self, kind: FilterKind, entry: &StatementEntry, facets: &Facets) {
        match kind {
            FilterKind::Stop => self.add_stop(entry),
            FilterKind::Person => self.add_people(facets.speakers(entry)),
            _ => self.add_organizations(facets.speakers(entry)),
        }
    }

    fn add_stop(&mut self, entry: &StatementEntry) {
        increment(&mut self.stops, entry.stop);
        increment(&mut self.places, entry.place);
        self.without_place += usize::from(entry.stop == UNKNOWN);
    }

    fn add_people(&mut self, speakers: &[SpeakerFacts]) {
        once_each(speakers, |it| it.person).for_each(|person| increment(&mut self.people, person));
        self.without_speaker += usize::from(speakers.is_empty());
    }

    fn add_organizations(&mut self, speakers: &[SpeakerFacts]) {
        once_each(speakers, |it| it.organization)
            .for_each(|number| increment(&mut self.organizations, number));
    }

    /// The number of statements that match if a stop, a person or an organization is selected; for a stop in the scope of
    /// all visits, those at its place.
    pub fn of(&self, facets: &Facets, archive: &Archive, scope: Scope, target: Target) -> usize {
        match (archive.record(target), scope) {
            (Some(Record::Stop(..)), Scope::Visit(_)) => count_at(&self.stops, facets.stop_number(target)),
            (Some(Record::Stop(..)), Scope::All) => count_at(&self.places, facets.place(target)),
            (Some(Record::Participant(..)), _) => count_at(&self.people, facets.person(target)),
            (Some(Record::Organization(_, organization)), _) => {
                count_at(&self.organizations, facets.organizations.find(&organization.id))
            }
            (Some(Record::Visit(_)), _) => count_at(&self.visits, u32::try_from(target.visit).ok()),
            _ => 0,
        }
    }
}

#[cfg(test)]
#[path = "count_tests.rs"]
mod tests;
