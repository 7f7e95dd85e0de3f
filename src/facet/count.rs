//! Counts the statements that match the filters, and those that would match with one more filter; those of a visit one by one.

use std::ops::Range;

use super::compiled::CompiledFilters;
use super::entry::{SpeakerFacts, StatementEntry, UNKNOWN, index, number, once_each};
use super::filter::{Filter, FilterKind, StopKey};
use super::scope::Scope;
use super::set::TextSearch;
use super::statements::Statements;
use super::table::Facets;
use crate::model::{Archive, Record, RecordKind, Target, Visit, place_key};
use crate::stats::Condition;

/// The statements that match the filters, and the counts for further filters.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Counts {
    /// The matching statements, the newest visit first.
    pub shown: Statements,
    /// The number of statements in the scope.
    pub total: usize,
    pub(super) stops: Vec<u32>,
    pub(super) places: Vec<u32>,
    pub(super) people: Vec<u32>,
    pub(super) organizations: Vec<u32>,
    /// The matching statements by visit.
    pub(super) visits: Vec<u32>,
    /// The number of statements without a stop that match the filters of other kinds.
    pub without_place: usize,
    /// The number of statements without a speaker that match the filters of other kinds.
    pub without_speaker: usize,
}

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
        match scope {
            Scope::All => self.count_all(archive, &compiled),
            Scope::Visit(_) => self.count_at(archive, &compiled, self.positions_in(scope)),
        }
    }

    /// The counts of the statements of a visit.
    fn count_at(&self, archive: &Archive, compiled: &CompiledFilters, positions: Range<u32>) -> Counts {
        let mut shown = Vec::new();
        let mut counts = Counts {
            total: positions.len(),
            stops: vec![0; self.place_of.len()],
            places: vec![0; self.places.len()],
            people: vec![0; self.people.len()],
            organizations: vec![0; self.organizations.len()],
            visits: vec![0; archive.visits.len()],
            ..Counts::default()
        };
        for position in positions {
            let Some(entry) = self.entries.get(index(position)) else { continue };
            match compiled.failed_kind((self, archive), entry) {
                Ok(None) => {
                    shown.push(position);
                    increment(&mut counts.visits, entry.visit);
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
        counts.shown = Statements::Listed(shown.into());
        counts
    }

    /// The number of statements that match the filters.
    pub fn count_matching(
        &self,
        archive: &Archive,
        scope: Scope,
        filters: &[Filter],
        texts: TextSearch<'_>,
    ) -> usize {
        let compiled = CompiledFilters::new(self, archive, filters, texts);
        match scope {
            Scope::All => self.count_all_matching(archive, &compiled),
            Scope::Visit(_) => {
                let matches = |entry: &&StatementEntry| compiled.matches_but(None, (self, archive), entry);
                self.entries_in(scope).iter().filter(matches).count()
            }
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
        let entry = self.entries_in(Scope::Visit(target.visit)).iter().find(|entry| entry.target() == target);
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
        if scope == Scope::All {
            return self.count_each_of_all(archive, &compiled, candidates, texts);
        }
        let count = |candidate: &Filter| {
            let kind = candidate.kind();
            let own = CompiledFilters::new(self, archive, std::slice::from_ref(candidate), texts);
            let matches = |entry: &&StatementEntry| {
                own.matches_but(None, (self, archive), entry)
                    && compiled.matches_but(Some(kind), (self, archive), entry)
            };
            self.entries_in(scope).iter().filter(matches).count()
        };
        candidates.iter().map(count).collect()
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
            // Times and what is lacking are no values.
            Filter::Fact(condition @ Condition::Value(..)) => self.facts(archive).has_value_of(condition),
            _ => true,
        }
    }

    fn applies_to(&self, archive: &Archive, (scope, visit): (Scope, &Visit), filter: &Filter) -> bool {
        match filter {
            Filter::Side(_) | Filter::Type(_) | Filter::Text(..) | Filter::Stop(Some(_)) => true,
            Filter::Person(Some(agent)) => visit.participant_who(agent).is_some(),
            Filter::Organization(id) => visit.organization(id).is_some(),
            Filter::Fact(condition) => scope.visit().is_some_and(|visit| {
                self.facts(archive).visit_meets(archive, &self.facts(archive).tests_of([condition]), visit)
            }),
            Filter::Stop(None) | Filter::Person(None) | Filter::Day(_) | Filter::Topic(_) => {
                self.count_matching(archive, scope, std::slice::from_ref(filter), &|_, _| None) > 0
            }
        }
    }
}

/// Adds one to a count.
fn increment(counts: &mut [u32], number: u32) {
    if let Some(count) = counts.get_mut(index(number)) {
        *count += 1;
    }
}

fn count_at(counts: &[u32], number: Option<u32>) -> usize {
    number.and_then(|number| counts.get(index(number))).copied().map_or(0, index)
}

impl Counts {
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

    /// For each of [`Facets::distinct`] the number of statements that match if it is selected, in the scope of all visits.
    pub fn of_distinct(&self, kind: RecordKind) -> impl Iterator<Item = usize> {
        let counts = match kind {
            RecordKind::Stop => self.places.as_slice(),
            RecordKind::Participant => &self.people,
            RecordKind::Organization => &self.organizations,
            RecordKind::Visit | RecordKind::Statement => &[],
        };
        counts.iter().map(|count| index(*count))
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
            (Some(Record::Visit(_)), _) => count_at(&self.visits, Some(number(target.visit))),
            _ => 0,
        }
    }
}

#[cfg(test)]
#[path = "count_tests.rs"]
mod tests;
