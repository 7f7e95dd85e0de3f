//! The filters by facts, which also narrow the list of visits, whichever is open.

use crate::app::data::Data;
use crate::facet::Filter;
use crate::stats::{Condition, ConditionTests, CountUnit};

/// The filters by facts, of which all must match.
pub(in crate::app) struct FactFilters<'a> {
    data: &'a Data,
    /// None if there are none: then the facts need not be known.
    tests: Option<ConditionTests>,
}

impl<'a> FactFilters<'a> {
    pub(in crate::app) fn new(data: &'a Data, filters: &'a [Filter]) -> Self {
        Self::of(data, conditions(filters))
    }

    fn of(data: &'a Data, conditions: impl IntoIterator<Item = &'a Condition>) -> Self {
        let mut conditions = conditions.into_iter().peekable();
        let any = conditions.peek().is_some();
        Self { data, tests: any.then(|| data.facts().tests_of(conditions)) }
    }

    /// Whether a visit matches all of them, or has a record that does.
    pub(in crate::app) fn admit(&self, visit: usize) -> bool {
        let meets = |tests| self.data.facts().visit_meets(&self.data.archive, tests, visit);
        self.tests.as_ref().is_none_or(meets)
    }
}

/// The filters by facts without which a visit would match: those that it does not match; and if no record of it matches the others
/// together, all that are not about visits.
pub(in crate::app) fn facts_against(data: &Data, filters: &[Filter], visit: usize) -> Vec<Filter> {
    let admits = |condition: &&Condition| FactFilters::of(data, [*condition]).admit(visit);
    let (met, mut against): (Vec<&Condition>, Vec<&Condition>) = conditions(filters).partition(admits);
    if !FactFilters::of(data, met.iter().copied()).admit(visit) {
        against.extend(met.into_iter().filter(|it| it.unit() != Some(CountUnit::Visit)));
    }
    against.into_iter().cloned().map(Filter::Fact).collect()
}

/// The conditions among filters.
pub(in crate::app) fn conditions(filters: &[Filter]) -> impl Iterator<Item = &Condition> {
    filters.iter().filter_map(|filter| match filter {
        Filter::Fact(condition) => Some(condition),
        _ => None,
    })
}
