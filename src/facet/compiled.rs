//! The filters in use, with small numbers instead of ids, and which statements match them.

use std::sync::Arc;

use super::entry::{StatementEntry, UNKNOWN};
use super::filter::{Filter, FilterKind, StopKey};
use super::lists::{ListedFact, Lists};
use super::set::{StatementSet, TextSearch};
use super::table::Facets;
use crate::bit_set::BitSet;
use crate::model::{Archive, RecordKind, Side, StatementType, Target};
use crate::stats::{Condition, ConditionTests};
use crate::text::fold;

/// The filters, grouped by kind, with numbers instead of ids.
#[derive(Debug, Default)]
pub(super) struct CompiledFilters {
    pub(super) kinds: Vec<FilterKind>,
    stops: Vec<StopFilter>,
    people: Vec<u32>,
    organizations: Vec<u32>,
    sides: Vec<Side>,
    types: Vec<StatementType>,
    days: Vec<u32>,
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
    pub(super) fn new(facets: &Facets, archive: &Archive, filters: &[Filter], texts: TextSearch<'_>) -> Self {
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
                Filter::Day(day) => {
                    compiled.days.push(facets.days.get(day).copied().unwrap_or(NO_MATCH));
                }
                Filter::Topic(topic) => {
                    compiled.topics.push(facets.topic_names.get(&fold(topic)).copied().unwrap_or(NO_MATCH));
                }
                Filter::Fact(condition) => conditions.push(condition),
                Filter::Text(of, text) => compiled.texts.extend(texts(*of, text)),
            }
        }
        if !conditions.is_empty() {
            compiled.facts = facets.facts(archive).tests_of(conditions);
        }
        compiled
    }

    /// Whether a statement matches the filters of a kind.
    pub(super) fn matches(
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
            FilterKind::Day => self.days.contains(&entry.day),
            FilterKind::Topic => facets.topics_of(entry).iter().any(|topic| self.topics.contains(topic)),
            // All facts and all texts must match: unlike other filters of one kind they are not alternatives.
            FilterKind::Fact => facets.facts(archive).statement_meets(archive, &self.facts, entry.target()),
            FilterKind::Text => self.texts.iter().all(|found| found.positions().contains(entry.position)),
        }
    }

    /// The only kind of filters that a statement does not match; none if it matches all; an error if it fails several.
    pub(super) fn failed_kind(
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

    /// Whether a statement matches the filters of all kinds, perhaps but one.
    pub(super) fn matches_but(
        &self,
        without: Option<FilterKind>,
        data: (&Facets, &Archive),
        entry: &StatementEntry,
    ) -> bool {
        let mut others = self.kinds.iter().filter(|kind| Some(**kind) != without);
        others.all(|kind| self.matches(*kind, data, entry))
    }

    /// The lists of the statements that match the filters of a kind, if there are some.
    fn lists(&self, kind: FilterKind, facets: &Facets) -> Option<Lists> {
        let place = |stop: &StopFilter| match stop {
            StopFilter::Stop(number) => facets.place_of_stop(*number).unwrap_or(NO_MATCH),
            StopFilter::Place(place) => *place,
            StopFilter::Unknown => UNKNOWN,
        };
        match kind {
            FilterKind::Stop => Some((ListedFact::Place, self.stops.iter().map(place).collect())),
            FilterKind::Person => Some((ListedFact::Person, self.people.clone())),
            FilterKind::Organization => Some((ListedFact::Organization, self.organizations.clone())),
            FilterKind::Side => Some((ListedFact::Side, self.sides.iter().map(|it| *it as u32).collect())),
            FilterKind::Type => Some((ListedFact::Type, self.types.iter().map(|it| *it as u32).collect())),
            FilterKind::Day => Some((ListedFact::Day, self.days.clone())),
            FilterKind::Topic => Some((ListedFact::Topic, self.topics.clone())),
            FilterKind::Fact | FilterKind::Text => None,
        }
    }

    /// The list of the statements that match, if there is a single filter and it has a list.
    pub(super) fn list<'f>(&self, facets: &'f Facets) -> Option<&'f [u32]> {
        let [kind] = self.kinds.as_slice() else { return None };
        match self.lists(*kind, facets)? {
            // A place has more than a stop of one visit.
            (fact, values) if !self.has_stop_of_visit(*kind) => match values.as_slice() {
                [value] => Some(facets.lists.with(fact, *value)),
                _ => None,
            },
            _ => None,
        }
    }

    fn has_stop_of_visit(&self, kind: FilterKind) -> bool {
        kind == FilterKind::Stop && self.stops.iter().any(|stop| matches!(stop, StopFilter::Stop(_)))
    }

    /// The positions of the statements of all visits that match the filters of a kind.
    pub(super) fn positions(
        &self,
        kind: FilterKind,
        data @ (facets, archive): (&Facets, &Archive),
    ) -> BitSet {
        match (kind, self.lists(kind, facets)) {
            (_, Some(lists)) => {
                let is_exact = !self.has_stop_of_visit(kind);
                let matches = |position: &u32| {
                    is_exact
                        || facets.entry_at(*position).is_some_and(|entry| self.matches(kind, data, entry))
                };
                let mut positions = BitSet::new(facets.entries.len());
                facets.lists.with_any(&lists).filter(matches).for_each(|position| positions.insert(position));
                positions
            }
            (FilterKind::Text, None) => {
                let texts = self.texts.iter().map(|text| text.positions());
                // Texts whose matches are unknown are ignored.
                BitSet::intersection(texts).unwrap_or_else(|| BitSet::of(facets.entries.len(), |_| true))
            }
            (FilterKind::Fact, None) => {
                facets.positions_of(&facets.facts(archive).statements_meeting(archive, &self.facts))
            }
            (_, None) => BitSet::of(facets.entries.len(), |at| {
                facets.entries.get(at).is_some_and(|entry| self.matches(kind, data, entry))
            }),
        }
    }
}
