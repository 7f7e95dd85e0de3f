//! The matrix: counts by two facts, with a selected cell.

use crate::stats::{Condition, CountBy, CountQuery, CountTable, CountUnit, Limit, ValueKey, View};
use crate::text::width;

/// How many rows and columns there are.
const LIMIT: Limit = Limit { rows: 200, columns: 40 };

/// The facts that rows and columns may have.
const FACTS: [CountBy; 10] = [
    CountBy::Person,
    CountBy::Organization,
    CountBy::Host,
    CountBy::Visitor,
    CountBy::Stop,
    CountBy::City,
    CountBy::Topic,
    CountBy::Year,
    CountBy::Month,
    CountBy::Kind,
];

/// Counts by two facts.
#[derive(Debug)]
pub struct Matrix {
    /// What is counted by which facts.
    pub query: CountQuery,
    /// The counts.
    pub table: CountTable,
    /// The selected column.
    pub column: usize,
    /// The largest count of a cell.
    pub(in crate::app) most: usize,
    /// The columns of the longest name of a row.
    pub(in crate::app) longest_name: usize,
}

impl Matrix {
    /// Who spoke where; without statements, hosts by years.
    pub(in crate::app) fn new(view: &View<'_>) -> Self {
        let (by, across) = if view.archive.statements() > 0 {
            (CountBy::Person, CountBy::Stop)
        } else {
            (CountBy::Host, CountBy::Year)
        };
        Self::of(view, (by, across))
    }

    fn of(view: &View<'_>, (by, across): (CountBy, CountBy)) -> Self {
        let of_visits = |by| matches!(by, CountBy::Host | CountBy::Visitor);
        let is_of_visits = (of_visits(by) || of_visits(across))
            && !matches!(by, CountBy::Person | CountBy::Topic)
            && !matches!(across, CountBy::Person | CountBy::Topic);
        let unit = if is_of_visits || view.archive.statements() == 0 {
            CountUnit::Visit
        } else {
            CountUnit::Statement
        };
        let query = CountQuery { unit, by, across: Some(across) };
        Self::counted(view, query)
    }

    fn counted(view: &View<'_>, query: CountQuery) -> Self {
        let table = view.count(query, LIMIT);
        let most = table.rows.iter().flat_map(|row| &row.cells).max().copied().unwrap_or_default();
        let longest_name = table.rows.iter().map(|row| width(&row.name)).max().unwrap_or_default();
        Self { query, table, column: 0, most, longest_name }
    }

    pub(in crate::app) fn updated(&self, view: &View<'_>) -> Self {
        let new = Self::counted(view, self.query);
        Self { column: self.column.min(new.table.columns.len().saturating_sub(1)), ..new }
    }

    /// The number of its rows, with one that says how many are left out.
    pub(in crate::app) fn len(&self) -> usize {
        self.table.rows.len() + usize::from(self.table.more_rows > 0 || self.table.more_columns > 0)
    }

    /// The fact of the columns.
    pub fn across(&self) -> CountBy {
        self.query.across.unwrap_or(CountBy::Stop)
    }

    /// The same with the next fact for the rows, or for the columns.
    pub(in crate::app) fn with_next_fact(&self, view: &View<'_>, of_rows: bool) -> Self {
        let (by, across) = (self.query.by, self.across());
        let (changed, other) = if of_rows { (by, across) } else { (across, by) };
        let at = FACTS.iter().position(|it| *it == changed).unwrap_or_default();
        let next = (1..=FACTS.len()).filter_map(|step| FACTS.get((at + step) % FACTS.len()));
        let next = next.copied().find(|it| *it != other).unwrap_or(changed);
        Self::of(view, if of_rows { (next, across) } else { (by, next) })
    }

    /// Selects the next or the previous column.
    pub(in crate::app) fn move_column(&mut self, right: bool) {
        let last = self.table.columns.len().saturating_sub(1);
        self.column = if right { (self.column + 1).min(last) } else { self.column.saturating_sub(1) };
    }

    /// The conditions of the records that the selected cell of a row counts.
    pub(in crate::app) fn conditions(&self, row: usize) -> Option<Vec<Condition>> {
        let row = self.table.rows.get(row)?;
        let of = |by, key: &Option<ValueKey>| Condition::Value(self.query.unit, by, key.clone());
        let column = self.table.columns.get(self.column).map(|it| of(self.across(), &it.key));
        Some([Some(of(self.query.by, &row.key)), column].into_iter().flatten().collect())
    }

    pub(in crate::app) fn value(&self, row: usize) -> Option<(CountBy, ValueKey)> {
        Some((self.query.by, self.table.rows.get(row)?.key.clone()?))
    }
}
