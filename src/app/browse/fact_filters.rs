//! The filters by facts, which also narrow the list of visits, whichever is open.

use crate::app::data::Data;
use crate::facet::Filter;
use crate::stats::{Condition, ConditionKind, ConditionTest};

/// The filters by facts. Those of one kind are alternatives.
pub(in crate::app) struct FactFilters<'a> {
    data: &'a Data,
    kinds: Vec<(ConditionKind, Vec<ConditionTest>)>,
}

impl<'a> FactFilters<'a> {
    pub(in crate::app) fn new(data: &'a Data, filters: &[Filter]) -> Self {
        Self { data, kinds: data.facets.facts().tests_of(conditions(filters)) }
    }

    /// Whether a visit or one of its statements meets them.
    pub(in crate::app) fn admit(&self, visit: usize) -> bool {
        self.kinds.iter().all(|(kind, _)| self.admit_by(*kind, visit))
    }

    /// Whether a visit or one of its statements meets those of a kind.
    pub(in crate::app) fn admit_by(&self, kind: ConditionKind, visit: usize) -> bool {
        let (archive, facts) = (&self.data.archive, self.data.facets.facts());
        let meets = |test: &ConditionTest| facts.visit_meets(archive, *test, visit);
        self.kinds.iter().filter(|(of, _)| *of == kind).all(|(_, tests)| tests.iter().any(meets))
    }
}

/// The conditions among filters.
pub(in crate::app) fn conditions(filters: &[Filter]) -> impl Iterator<Item = &Condition> {
    filters.iter().filter_map(|filter| match filter {
        Filter::Fact(condition) => Some(condition),
        _ => None,
    })
}
