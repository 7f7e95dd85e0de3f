//! The filters in use, with small numbers instead of ids, and which statements match them.

use std::borrow::Cow;
use std::sync::Arc;

use jiff::civil::Date;

use super::entry::{StatementEntry, UNKNOWN};
use super::filter::{Filter, FilterKind, StopKey};
use super::lists::ListedFact;
use super::set::{StatementSet, TextSearch};
use super::table::Facets;
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
            FilterKind::Day => entry.day.is_some_and(|day| self.days.contains(&day)),
            FilterKind::Topic => facets.topics_of(entry).iter().any(|topic| self.topics.contains(topic)),
            // All facts and all texts must match: unlike other filters of one kind they are not alternatives.
            FilterKind::Fact => facets.facts().statement_meets(archive, &self.facts, entry.target),
            FilterKind::Text => self.texts.iter().all(|found| found.contains(entry.target)),
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

    /// The fact that filters of a kind are about, and its values, if there are lists of their statements.
    fn listed(&self, kind: FilterKind, facets: &Facets) -> Option<(ListedFact, Vec<u32>)> {
        let place = |stop: &StopFilter| match stop {
            StopFilter::Stop(number) => facets.place_of_stop(*number).unwrap_or(NO_MATCH),
            StopFilter::Place(place) => *place,
            StopFilter::Unknown => UNKNOWN,
        };
        match kind {
            FilterKind::Stop => Some((ListedFact::Place, self.stops.iter().map(place).collect())),
            FilterKind::Person => Some((ListedFact::Person, self.people.clone())),
            FilterKind::Organization => Some((ListedFact::Organization, self.organizations.clone())),
            FilterKind::Topic => Some((ListedFact::Topic, self.topics.clone())),
            FilterKind::Side | FilterKind::Type | FilterKind::Day | FilterKind::Fact | FilterKind::Text => {
                None
            }
        }
    }

    /// The statements of the archive that may match the filters of all kinds, perhaps but one.
    pub(super) fn candidates<'f>(&self, without: Option<FilterKind>, facets: &'f Facets) -> Candidates<'f> {
        let others = || self.kinds.iter().filter(|kind| Some(**kind) != without);
        if others().next().is_none() {
            return Candidates::All;
        }
        let lists = others().filter_map(|kind| self.listed(*kind, facets));
        let shortest = lists.min_by_key(|list| facets.lists.length(list));
        shortest.map_or(Candidates::Any, |list| Candidates::Listed(facets.lists.with_any(&list)))
    }
}

/// Statements that may match filters, of all visits.
pub(super) enum Candidates<'f> {
    /// All match.
    All,
    /// Only those with these entries may match.
    Listed(Cow<'f, [u32]>),
    /// Any may match.
    Any,
}
