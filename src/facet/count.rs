//! Counts the statements that match the filters, and those that would match with one more filter.

use std::ops::Range;

use super::compiled::CompiledFilters;
use super::entry::{SpeakerFacts, StatementEntry, UNKNOWN, index, number, once_each};
use super::filter::{Filter, FilterKind, StopKey};
use super::lists::{ListedFact, Lists};
use super::scope::Scope;
use super::set::TextSearch;
use super::statements::Statements;
use super::table::Facets;
use crate::model::{Archive, Record, RecordKind, Target, Visit, place_key};

/// The statements that match the filters, and the counts for further filters.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Counts {
    /// The matching statements, the newest visit first.
    pub shown: Statements,
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
        let positions = self.positions_in(scope);
        let total = positions.len();
        if scope != Scope::All {
            return Counts { total, ..self.count_at(archive, &compiled, positions) };
        }
        // Statements that fail these filters count for no row.
        let are_others = |kind| !COUNTED.contains(&kind);
        let Some(candidates) = compiled.candidates(are_others, (self, archive)) else {
            return self.count_by_lists(archive, &compiled);
        };
        if compiled.kinds.len() > 1 || candidates.len() <= total / 2 {
            return Counts { total, ..self.count_at(archive, &compiled, candidates.iter().copied()) };
        }
        // All of them match. The others are fewer, and can be taken off.
        let others = self.count_at(archive, &CompiledFilters::default(), missing(&candidates, positions));
        let mut counts = self.count_all();
        counts.subtract(&others);
        Counts { shown: Statements::Listed(candidates.into()), ..counts }
    }

    /// The counts of some statements, in ascending order.
    fn count_at(
        &self,
        archive: &Archive,
        compiled: &CompiledFilters,
        positions: impl Iterator<Item = u32>,
    ) -> Counts {
        let mut shown = Vec::new();
        let mut counts = Counts {
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

    /// The counts of all statements of all visits.
    fn count_all(&self) -> Counts {
        let positions = self.positions_in(Scope::All);
        let mut counts = Counts {
            total: positions.len(),
            shown: Statements::Range(positions),
            visits: self.visit_lengths(),
            ..Counts::default()
        };
        for kind in COUNTED {
            counts.take_all(kind, self);
        }
        counts
    }

    /// The counts of all visits, if all filters are of kinds that have rows with counts: those of each kind by the lists of the
    /// others.
    fn count_by_lists(&self, archive: &Archive, compiled: &CompiledFilters) -> Counts {
        let mut counts = self.count_all();
        for without in [None].into_iter().chain(COUNTED.map(Some)) {
            let Some(lists) = compiled.shortest_lists(|kind| Some(kind) != without, self) else { continue };
            let mut shown = Vec::new();
            counts.reset(without);
            for (position, entry) in self.entries_at(&self.lists.with_any(&lists)) {
                if !compiled.matches_but(without, (self, archive), entry) {
                    continue;
                }
                match without {
                    None => {
                        shown.push(position);
                        increment(&mut counts.visits, entry.visit);
                    }
                    Some(kind) => counts.add(kind, entry, self),
                }
            }
            if without.is_none() {
                counts.shown = Statements::Listed(shown.into());
            }
        }
        counts
    }

    fn entries_at<'a>(&'a self, positions: &'a [u32]) -> impl Iterator<Item = (u32, &'a StatementEntry)> {
        positions.iter().filter_map(|position| Some((*position, self.entries.get(index(*position))?)))
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
        let matches = |entry: &StatementEntry| compiled.matches_but(None, (self, archive), entry);
        self.count_where(scope, compiled.shortest_lists(|_| true, self), matches)
    }

    /// The number of statements of a scope for which `matches` is true. Across all visits it is true only for some in the lists,
    /// if there are any.
    fn count_where(
        &self,
        scope: Scope,
        lists: Option<Lists>,
        matches: impl Fn(&StatementEntry) -> bool,
    ) -> usize {
        match lists {
            Some(lists) if scope == Scope::All => {
                self.entries_at(&self.lists.with_any(&lists)).filter(|(_, entry)| matches(entry)).count()
            }
            _ => self.entries_in(scope).iter().filter(|entry| matches(entry)).count(),
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
        let count = |candidate: &Filter| {
            let kind = candidate.kind();
            let own = CompiledFilters::new(self, archive, std::slice::from_ref(candidate), texts);
            let matches = |entry: &StatementEntry| {
                own.matches(kind, (self, archive), entry)
                    && compiled.matches_but(Some(kind), (self, archive), entry)
            };
            let own_lists = own.shortest_lists(|_| true, self);
            let other_lists = compiled.shortest_lists(|other| other != kind, self);
            let is_alone = compiled.kinds.iter().all(|other| *other == kind);
            match (own_lists, other_lists) {
                // But the lists of a place have more than the filter of a stop.
                (Some(own), None) if scope == Scope::All && is_alone && kind != FilterKind::Stop => {
                    self.lists.length(&own)
                }
                (own, others) => {
                    let shortest = own.into_iter().chain(others).min_by_key(|it| self.lists.length(it));
                    self.count_where(scope, shortest, matches)
                }
            }
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
            Filter::Fact(condition) => self.facts(archive).has_value_of(condition),
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

/// The positions of a range that are not in a list in ascending order.
fn missing(listed: &[u32], range: Range<u32>) -> impl Iterator<Item = u32> {
    let mut listed = listed.iter().copied().peekable();
    range.filter(move |position| listed.next_if_eq(position).is_none())
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

    /// Takes off the counts of statements that are among those counted; only `shown` and `total` stay.
    fn subtract(&mut self, others: &Self) {
        let lists = [
            (&mut self.places, &others.places),
            (&mut self.people, &others.people),
            (&mut self.organizations, &others.organizations),
            (&mut self.visits, &others.visits),
        ];
        for (counts, others) in lists {
            counts.iter_mut().zip(others).for_each(|(count, others)| *count -= others);
        }
        self.without_place -= others.without_place;
        self.without_speaker -= others.without_speaker;
    }

    /// Sets the counts for the rows of a kind to zero; for none, those of the visits.
    fn reset(&mut self, kind: Option<FilterKind>) {
        match kind {
            None => self.visits.fill(0),
            Some(FilterKind::Stop) => {
                self.places.fill(0);
                self.without_place = 0;
            }
            Some(FilterKind::Person) => {
                self.people.fill(0);
                self.without_speaker = 0;
            }
            Some(_) => self.organizations.fill(0),
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
