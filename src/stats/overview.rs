//! The overview: how many, when, who, where to, about what, and what the records lack.

use super::fact::index;
use super::gap::Gap;
use super::query::{CountBy, CountQuery, CountUnit, Limit};
use super::table::CountTable;
use super::view::View;
use crate::parallel::join;

/// The overview of a part of an archive.
#[derive(Debug, Clone, PartialEq)]
pub struct Overview {
    /// The numbers of records.
    pub totals: Totals,
    /// Visits by year.
    pub years: Ranking,
    /// Visits by month.
    pub months: Ranking,
    /// The most frequent values of other facts.
    pub rankings: Vec<Ranking>,
    /// What records lack.
    pub gaps: Vec<GapCount>,
}

/// The numbers of records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Totals {
    /// Visits.
    pub visits: usize,
    /// Visits that were cancelled or postponed, which are counted among the visits.
    pub called_off: usize,
    /// Distinct people and groups.
    pub people: usize,
    /// Stops.
    pub stops: usize,
    /// Distinct places of stops.
    pub places: usize,
    /// Statements.
    pub statements: usize,
    /// Quotes among the statements.
    pub quotes: usize,
}

/// Counts by one fact.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranking {
    /// What is counted, and by which fact.
    pub query: CountQuery,
    /// The counts.
    pub table: CountTable,
}

/// How many records lack a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GapCount {
    /// The kind of the records.
    pub unit: CountUnit,
    /// What they lack.
    pub gap: Gap,
    /// How many lack it.
    pub count: usize,
    /// How many records there are.
    pub total: usize,
}

impl View<'_> {
    /// The overview; of each fact the `most` most frequent values.
    pub fn overview(&self, most: usize) -> Overview {
        // Who speaks and about what: by statements, if there are any.
        let said =
            if self.count_of(CountUnit::Statement) > 0 { CountUnit::Statement } else { CountUnit::Visit };
        let ranking = |unit, by, rows| {
            let query = CountQuery { unit, by, across: None };
            Ranking { query, table: self.count(query, Limit { rows, columns: 0 }) }
        };
        let rankings = [
            (CountUnit::Visit, CountBy::Host),
            (CountUnit::Visit, CountBy::Visitor),
            (CountUnit::Visit, CountBy::Pair),
            (CountUnit::Visit, CountBy::Person),
            (CountUnit::Visit, CountBy::Stop),
            (CountUnit::Visit, CountBy::City),
            (said, CountBy::Person),
            (said, CountBy::Topic),
        ];
        let is_repeated = |at: usize| rankings.iter().take(at).any(|it| Some(it) == rankings.get(at));
        let different = (0..rankings.len()).filter(|at| !is_repeated(*at)).filter_map(|at| rankings.get(at));
        let ((totals, gaps), rankings) = join(
            || (self.totals(), self.gaps()),
            || different.map(|(unit, by)| ranking(*unit, *by, most)).collect(),
        );
        Overview {
            totals,
            years: ranking(CountUnit::Visit, CountBy::Year, usize::MAX),
            months: ranking(CountUnit::Visit, CountBy::Month, usize::MAX),
            rankings,
            gaps,
        }
    }

    /// The numbers of records.
    pub fn totals(&self) -> Totals {
        let stops = self.count_values(CountUnit::Stop, CountBy::Stop);
        Totals {
            visits: self.visits().count(),
            called_off: self.visits().filter(|(.., visit)| visit.is_called_off()).count(),
            people: self.people(),
            stops: stops.total,
            places: stops.records.iter().filter(|count| **count > 0).count(),
            statements: self.count_of(CountUnit::Statement),
            quotes: self.quotes(),
        }
    }

    /// The number of distinct people and groups.
    fn people(&self) -> usize {
        let mut is_covered = vec![false; self.facts.facts[CountBy::Person].len()];
        for place in 0..self.facts.visits.len() {
            let records = self.facts.records_at(CountUnit::Person, place);
            for record in self.selection.covered(CountUnit::Person, records) {
                let own = self.facts.values((CountUnit::Person, CountBy::Person), (place, record)).first();
                if let Some(it) = own.and_then(|person| is_covered.get_mut(index(*person))) {
                    *it = true;
                }
            }
        }
        is_covered.into_iter().filter(|it| *it).count()
    }

    fn quotes(&self) -> usize {
        let statements = self.covered(CountUnit::Statement);
        statements.filter(|record| self.facts.is_quote(CountUnit::Statement, *record)).count()
    }

    /// The covered records of a kind.
    fn covered(&self, unit: CountUnit) -> impl Iterator<Item = usize> {
        self.selection.covered(unit, 0..self.facts.len(unit))
    }

    fn count_of(&self, unit: CountUnit) -> usize {
        self.selection.count(unit, 0..self.facts.len(unit))
    }

    fn gaps(&self) -> Vec<GapCount> {
        let mut counts = Vec::new();
        for unit in CountUnit::ALL {
            let total = self.count_of(unit);
            let mut lacking = vec![0; Gap::of(unit).len()];
            self.covered(unit).map(|record| self.facts.gaps(unit, record)).for_each(|gaps| {
                for (gap, count) in Gap::of(unit).iter().zip(&mut lacking) {
                    *count += usize::from(gaps.has(*gap));
                }
            });
            let of_unit = Gap::of(unit).iter().zip(lacking);
            counts.extend(of_unit.map(|(gap, count)| GapCount { unit, gap: *gap, count, total }));
        }
        counts
    }
}
