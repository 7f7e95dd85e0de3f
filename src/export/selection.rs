//! Which visits are exported, and which of their statements.

use std::collections::BTreeMap;

use crate::model::{Archive, RecordKind, Statement, Target, Visit};

/// Visits in the order of the archive.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    /// Each chosen visit, once.
    pub parts: Vec<VisitSelection>,
    /// The statements among them in the order in which somebody named them; for a sheet of quotes. Empty: as they were made.
    pub ordered: Vec<Target>,
}

/// What is chosen of a visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisitSelection {
    /// An index into the visits of the archive.
    pub visit: usize,
    /// Indices into its statements, in order; none for all of them.
    pub statements: Option<Vec<usize>>,
}

impl Selection {
    /// Everything.
    pub fn all(archive: &Archive) -> Self {
        let parts =
            (0..archive.visits.len()).map(|visit| VisitSelection { visit, statements: None }).collect();
        Self { parts, ordered: Vec::new() }
    }

    /// The visits that the records belong to. Of a visit in which statements are among them, those statements; of any other
    /// visit all.
    pub fn of(records: impl IntoIterator<Item = Target>) -> Self {
        let mut visits: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for record in records {
            let statements = visits.entry(record.visit).or_default();
            if record.kind == RecordKind::Statement {
                statements.push(record.item);
            }
        }
        let part = |(visit, mut statements): (usize, Vec<usize>)| {
            statements.sort_unstable();
            statements.dedup();
            VisitSelection { visit, statements: (!statements.is_empty()).then_some(statements) }
        };
        Self { parts: visits.into_iter().map(part).collect(), ordered: Vec::new() }
    }

    /// The statements among the records, which keep this order in a sheet of quotes.
    pub fn ordered(records: impl IntoIterator<Item = Target>) -> Self {
        let statements = records.into_iter().filter(|record| record.kind == RecordKind::Statement);
        let ordered: Vec<Target> = statements.collect();
        Self { ordered: ordered.clone(), ..Self::of(ordered) }
    }

    /// How many statements it has.
    pub fn statements(&self, archive: &Archive) -> usize {
        let of = |part: &VisitSelection| {
            archive.visits.get(part.visit).map_or(0, |visit| part.statements_of(visit).count())
        };
        self.parts.iter().map(of).sum()
    }
}

impl VisitSelection {
    /// Whether the statement of this index is chosen.
    pub(super) fn has(&self, at: usize) -> bool {
        self.statements.as_ref().is_none_or(|chosen| chosen.binary_search(&at).is_ok())
    }

    /// The chosen statements, as they stand in the visit.
    pub fn statements_of<'a>(&'a self, visit: &'a Visit) -> impl Iterator<Item = &'a Statement> {
        let statements = visit.statements.iter().enumerate().filter(|(at, _)| self.has(*at));
        statements.map(|(_, statement)| statement)
    }

    /// The chosen statements in the order in which they were made.
    pub fn statements_in_order<'a>(&'a self, visit: &'a Visit) -> impl Iterator<Item = &'a Statement> {
        let chosen = visit.statements_in_order().into_iter().filter(|at| self.has(*at));
        chosen.filter_map(|at| visit.statements.get(at))
    }
}
