//! Counts the statements that match the filters, and those that would match with one more filter, in one pass.

use std::sync::Arc;

use jiff::civil::Date;

use super::filter::{Filter, FilterKind, FilteredPane, StopKey};
use super::scope::Scope;
use super::set::StatementSet;
use super::table::{Facets, SpeakerFacts, StatementEntry, UNKNOWN};
use crate::model::{Archive, Record, RecordKind, Side, StatementType, Target, Visit, place_key};
use crate::stats::{Condition, ConditionTests};
use crate::text::fold;

/// Returns the statements that match the text of a filter of a pane; `None` as long as they are unknown: then the filter is ignored.
pub type TextSearch<'a> = &'a dyn Fn(FilteredPane, &str) -> Option<Arc<StatementSet>>;

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

/// The filters, grouped by kind, with numbers instead of ids.
#[derive(Debug, Default)]
struct CompiledFilters {
    kinds: Vec<FilterKind>,
    stops: Vec<StopFilter>,
    people: Vec<u32>,
    organizations: Vec<u32>,
    sides: Vec<Side>,
    types: Vec<StatementType>,
    days: Vec<Date>,
    topics: Vec<u32>,
    facts: ConditionTests,
    texts: Vec<Arc<StatementSet>>,
}

#[derive(Debug, PartialEq)]
enum StopFilter {
    Stop(u32),
    Place(u32),
    Unknown,
}

/// A number that is not in use. A filter whose record no longer exists matches nothing.
const NO_MATCH: u32 = UNKNOWN - 1;

impl CompiledFilters {
    fn new(facets: &Facets, archive: &Archive, filters: &[Filter], texts: TextSearch<'_>) -> Self {
        let mut compiled = Self::default();
        let mut conditions: Vec<&Condition> = Vec::new();
        for filter in filters.iter().filter(|filter| filter.filters_statements()) {
            if !compiled.kinds.contains(&filter.kind()) {
                compiled.kinds.push(filter.kind());
            }
            match filter {
                Filter::Stop(None) => compiled.stops.push(StopFilter::Unknown),
                Filter::Stop(Some(StopKey::Place(key))) => {
                    compiled.stops.push(StopFilter::Place(facets.places.find(key).unwrap_or(NO_MATCH)));
                }
                Filter::Stop(Some(StopKey::InVisit(visit, stop))) => {
                    let number = archive.position(visit).and_then(|at| {
                        let item = archive.visits.get(at)?.itinerary.iter().position(|it| it.id == *stop)?;
                        facets.stop_number(Target::new(at, RecordKind::Stop, item))
                    });
                    compiled.stops.push(StopFilter::Stop(number.unwrap_or(NO_MATCH)));
                }
                Filter::Person(None) => compiled.people.push(UNKNOWN),
                Filter::Person(Some(agent)) => {
                    compiled.people.push(facets.people.find(agent).unwrap_or(NO_MATCH));
                }
                Filter::Organization(id) => {
                    compiled.organizations.push(facets.organizations.find(id).unwrap_or(NO_MATCH));
                }
                Filter::Side(side) => compiled.sides.push(*side),
                Filter::Type(kind) => compiled.types.push(*kind),
                Filter::Day(day) => compiled.days.push(*day),
                Filter::Topic(topic) => {
                    compiled.topics.push(facets.topic_names.get(&fold(topic)).copied().unwrap_or(NO_MATCH));
                }
                Filter::Fact(condition) => conditions.push(condition),
                Filter::Text(of, text) => compiled.texts.extend(texts(*of, text)),
            }
        }
        compiled.facts = facets.facts().tests_of(conditions);
        compiled
    }

    /// Whether a statement matches the filters of a kind.
    fn matches(
        &self,
        kind: FilterKind,
        (facets, archive): (&Facets, &Archive),
        entry: &StatementEntry,
    ) -> bool {
        match kind {
            FilterKind::Stop => self.stops.iter().any(|stop| match stop {
                StopFilter::Stop(number) => entry.stop == *number,
                StopFilter::Place(place) => entry.place == *place,
                StopFilter::Unknown => entry.stop == UNKNOWN,
            }),
            FilterKind::Person => {
                let speakers = facets.speakers(entry);
                let is_speaker = |person: &u32| {
                    if *person == UNKNOWN {
                        speakers.is_empty()
                    } else {
                        speakers.iter().any(|it| it.person == *person)
                    }
                };
                self.people.iter().any(is_speaker)
            }
            FilterKind::Organization => {
                facets.speakers(entry).iter().any(|it| self.organizations.contains(&it.organization))
            }
            FilterKind::Side => {
                let sides = facets.speakers(entry).iter().filter_map(|it| it.side);
                sides.into_iter().any(|side| self.sides.contains(&side))
            }
            FilterKind::Type => self.types.contains(&entry.kind),
            FilterKind::Day => entry.day.is_some_and(|day| self.days.contains(&day)),
            FilterKind::Topic => {
                let topics = facets.topics.get(entry.topics.clone()).unwrap_or_default();
                topics.iter().any(|topic| self.topics.contains(topic))
            }
            // All facts and all texts must match: unlike other filters of one kind they are not alternatives.
            FilterKind::Fact => facets.facts().statement_meets(archive, &self.facts, entry.target),
            FilterKind::Text => self.texts.iter().all(|found| found.contains(entry.target)),
        }
    }

    /// The only kind of filters that a statement does not match; none if it matches all; an error if it fails several.
    fn failed_kind(
        &self,
        data: (&Facets, &Archive),
        entry: &StatementEntry,
    ) -> Result<Option<FilterKind>, ()> {
        let mut failed = None;
        for kind in &self.kinds {
            if !self.matches(*kind, data, entry) && failed.replace(*kind).is_some() {
                return Err(());
            }
        }
        Ok(failed)
    }
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

    /// The number of statements of a scope that match the filters.
    pub fn count_matching(
        &self,
        archive: &Archive,
        scope: Scope,
        filters: &[Filter],
        texts: TextSearch<'_>,
    ) -> usize {
        let compiled = CompiledFilters::new(self, archive, filters, texts);
        self.entries_in(scope)
            .iter()
            .filter(|entry| compiled.failed_kind((self, archive), entry) == Ok(None))
            .count()
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
        for entry in self.entries_in(scope) {
            let Ok(failed) = compiled.failed_kind((self, archive), entry) else { continue };
            for ((kind, candidate), count) in candidates.iter().zip(&mut counts) {
                let others_match = failed.is_none_or(|failed| failed == *kind);
                *count += usize::from(others_match && candidate.matches(*kind, (self, archive), entry));
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

/// The different values of a fact of the speakers: a statement counts once for each.
fn once_each(
    speakers: &[SpeakerFacts],
    of: impl Fn(&SpeakerFacts) -> u32 + Copy,
) -> impl Iterator<Item = u32> {
    let is_first = move |at: usize, number: u32| speakers.iter().take(at).all(|before| of(before) != number);
    speakers
        .iter()
        .map(of)
        .enumerate()
        .filter(move |(at, number)| is_first(*at, *number))
        .map(|(_, number)| number)
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
