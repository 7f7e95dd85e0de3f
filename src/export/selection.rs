//! Which visits are exported, and which of their statements.

use std::collections::BTreeMap;

use crate::model::{Archive, RecordKind, Statement, Target, Visit};

/// The visits and statements to export.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    /// The selected visits, each once, in the order of the archive.
    pub parts: Vec<VisitSelection>,
    /// The statements in the order in which the user chose them, for quote cards; empty for the order of the visits.
    pub ordered: Vec<Target>,
}

/// A selected visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisitSelection {
    /// An index into the visits of the archive.
    pub visit: usize,
    /// Ascending indices into the statements of the visit; `None` for all of them.
    pub statements: Option<Vec<usize>>,
}

impl Selection {
    /// Selects everything.
    pub fn all(archive: &Archive) -> Self {
        let parts =
            (0..archive.visits.len()).map(|visit| VisitSelection { visit, statements: None }).collect();
        Self { parts, ordered: Vec::new() }
    }

    /// Selects the visits of the records. If statements of a visit are among the records, only those are selected, else all of its
    /// statements.
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

    /// Selects the statements among the records, in this order for quote cards.
    pub fn ordered(records: impl IntoIterator<Item = Target>) -> Self {
        let statements = records.into_iter().filter(|record| record.kind == RecordKind::Statement);
        let ordered: Vec<Target> = statements.collect();
        Self { ordered: ordered.clone(), ..Self::of(ordered) }
    }

    /// The number of selected statements.
    pub fn statements(&self, archive: &Archive) -> usize {
        let of = |part: &VisitSelection| {
            archive.visits.get(part.visit).map_or(0, |visit| part.statements_of(visit).count())
        };
        self.parts.iter().map(of).sum()
    }
}

impl VisitSelection {
    /// Whether the statement at this index is selected.
    pub(super) fn has(&self, at: usize) -> bool {
        self.statements.as_ref().is_none_or(|chosen| chosen.binary_search(&at).is_ok())
    }

    /// The selected statements, in the order of the record.
    pub fn statements_of<'a>(&'a self, visit: &'a Visit) -> impl Iterator<Item = &'a Statement> {
        let statements = visit.statements.iter().enumerate().filter(|(at, _)| self.has(*at));
        statements.map(|(_, statement)| statement)
    }

    /// The selected statements, in chronological order.
    pub fn statements_in_order<'a>(&'a self, visit: &'a Visit) -> impl Iterator<Item = &'a Statement> {
        let chosen = visit.statements_in_order().into_iter().filter(|at| self.has(*at));
        chosen.filter_map(|at| visit.statements.get(at))
    }
}
