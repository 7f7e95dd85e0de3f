//! Counts across all visits: each kind of filters is a set of statements, and what is counted is what the sets have in common.

use super::compiled::CompiledFilters;
use super::count::Counts;
use super::entry::{index, number};
use super::filter::{Filter, FilterKind};
use super::lists::ListedFact;
use super::scope::Scope;
use super::set::TextSearch;
use super::statements::Statements;
use super::table::Facets;
use crate::bit_set::BitSet;
use crate::model::Archive;
use crate::parallel::{available_cores, run_on};

/// The kinds of filters that have rows with counts, and the fact that each is about.
const COUNTED: [(FilterKind, ListedFact); 3] = [
    (FilterKind::Stop, ListedFact::Place),
    (FilterKind::Person, ListedFact::Person),
    (FilterKind::Organization, ListedFact::Organization),
];
/// If at most one statement in so many is counted, they are counted one by one; otherwise the lists of all values are read.
const FEW_ARE_ONE_IN: usize = 16;
/// So many statements are read on all processors; in tests few are enough.
const MANY: usize = if cfg!(test) { 8 } else { 100_000 };

/// The statements that match the filters of each kind, by their positions.
pub(super) struct MatchesByKind(Vec<(FilterKind, BitSet)>);

impl MatchesByKind {
    pub(super) fn new(compiled: &CompiledFilters, data: (&Facets, &Archive)) -> Self {
        Self(compiled.kinds.iter().map(|kind| (*kind, compiled.positions(*kind, data))).collect())
    }

    /// The statements that match the filters of all kinds, perhaps but one; `None` if there are no others, so that all match.
    pub(super) fn without(&self, kind: Option<FilterKind>) -> Option<BitSet> {
        BitSet::intersection(self.0.iter().filter(|(other, _)| Some(*other) != kind).map(|(_, set)| set))
    }
}

impl Facets {
    /// The statements of all visits that match the filters, and the counts for further filters.
    pub(super) fn count_all(&self, archive: &Archive, compiled: &CompiledFilters) -> Counts {
        let matches = MatchesByKind::new(compiled, (self, archive));
        let positions = self.positions_in(Scope::All);
        let mut counts = Counts { total: positions.len(), ..Counts::default() };
        match matches.without(None) {
            None => {
                counts.visits = self.visit_ranges().map(|range| number(range.len())).collect();
                counts.shown = Statements::Range(positions);
            }
            Some(shown) => {
                counts.visits = self.visit_ranges().map(|range| number(shown.count_in(range))).collect();
                counts.shown = Statements::Listed(shown.iter_in(positions).collect());
            }
        }
        let of_kind = |(kind, fact): &(FilterKind, ListedFact)| match matches.without(Some(*kind)) {
            None => self.lists.lengths(*fact),
            Some(set) => self.counts_in(&set, *fact),
        };
        let mut of_kinds = run_on(self.threads(), &COUNTED, of_kind).into_iter();
        (counts.places, counts.without_place) = of_kinds.next().unwrap_or_default();
        (counts.people, counts.without_speaker) = of_kinds.next().unwrap_or_default();
        (counts.organizations, _) = of_kinds.next().unwrap_or_default();
        counts
    }

    /// The number of statements in a set with each value of a fact, and of those without one.
    fn counts_in(&self, set: &BitSet, fact: ListedFact) -> (Vec<u32>, usize) {
        if set.count() > self.entries.len() / FEW_ARE_ONE_IN {
            return self.lists.count(fact, |position| set.contains(position));
        }
        let (mut counts, mut unknown) = (vec![0; self.value_count(fact)], 0);
        for entry in set.iter_in(self.positions_in(Scope::All)).filter_map(|it| self.entry_at(it)) {
            self.each_value(fact, entry, &mut |value| match counts.get_mut(index(value)) {
                Some(count) => *count += 1,
                None => unknown += 1,
            });
        }
        (counts, unknown)
    }

    /// On how many threads all statements are read.
    pub(super) fn threads(&self) -> usize {
        if self.entries.len() < MANY { 1 } else { available_cores() }
    }

    /// The number of statements of all visits that match the filters.
    pub(super) fn count_all_matching(&self, archive: &Archive, compiled: &CompiledFilters) -> usize {
        let matching = MatchesByKind::new(compiled, (self, archive)).without(None);
        matching.map_or(self.entries.len(), |set| set.count())
    }

    /// For each candidate the number of statements of all visits that match it and the filters of other kinds.
    pub(super) fn count_each_of_all(
        &self,
        archive: &Archive,
        compiled: &CompiledFilters,
        candidates: &[Filter],
        texts: TextSearch<'_>,
    ) -> Vec<usize> {
        let matches = MatchesByKind::new(compiled, (self, archive));
        let mut others: Vec<(FilterKind, Option<BitSet>)> = Vec::new();
        for kind in candidates.iter().map(Filter::kind) {
            if !others.iter().any(|(known, _)| *known == kind) {
                others.push((kind, matches.without(Some(kind))));
            }
        }
        let compile = |candidate: &Filter| {
            let alone = CompiledFilters::new(self, archive, std::slice::from_ref(candidate), texts);
            (candidate.kind(), alone)
        };
        let candidates: Vec<(FilterKind, CompiledFilters)> = candidates.iter().map(compile).collect();
        run_on(self.threads(), &candidates, |(kind, candidate)| {
            let others = others.iter().find(|(known, _)| known == kind).and_then(|(_, set)| set.as_ref());
            if let Some(list) = candidate.list(self) {
                return others.map_or(list.len(), |set| set.count_of(list));
            }
            let matching = MatchesByKind::new(candidate, (self, archive)).without(None);
            let both = BitSet::intersection(matching.iter().chain(others));
            both.map_or(self.entries.len(), |set| set.count())
        })
    }
}
