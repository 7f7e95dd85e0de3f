//! The overview: counts by several facts, one below the other, and what the records lack.

use crate::facet::WholeCounts;
use crate::stats::{Condition, CountBy, CountQuery, GapCount, Ranking, TableRow, Totals, ValueKey, View};

/// How many values of each fact are listed.
const MOST: usize = 10;
/// Months are listed if there are at most this many.
const MOST_MONTHS: usize = 60;
/// From this many years or months without visits in a row, they share one row.
const SHARED: usize = 3;

/// The counts, as rows.
#[derive(Debug)]
pub struct Overview {
    /// The rows of all facts.
    pub rows: Vec<OverviewRow>,
    /// The numbers of all records.
    pub(in crate::app) totals: Totals,
}

/// A row of the overview.
#[derive(Debug)]
pub struct OverviewRow {
    /// What is counted, above the first row of its group.
    pub heading: Option<OverviewHeading>,
    /// What it counts.
    pub item: OverviewItem,
    /// The largest count of its group.
    pub most: usize,
}

/// The heading of a group.
#[derive(Debug, Clone, Copy)]
pub enum OverviewHeading {
    /// Counts by a fact.
    Counts(CountQuery),
    /// What the records lack.
    Gaps,
}

/// What a row of the overview counts.
#[derive(Debug)]
pub enum OverviewItem {
    /// The records with a value.
    Value(CountQuery, TableRow),
    /// Years or months without visits: the names of the first and the last.
    None(String, String),
    /// The number of values that are not listed.
    More(usize),
    /// The records that lack something.
    Gap(GapCount),
}

impl Overview {
    pub(in crate::app) fn new(view: &View<'_>, whole: &WholeCounts) -> Self {
        let overview = whole.overview(view, MOST);
        let has_months = overview.months.table.rows.len() <= MOST_MONTHS;
        let mut rows = Vec::new();
        let rankings = overview.rankings.into_iter();
        for ranking in [Some(overview.years), has_months.then_some(overview.months)]
            .into_iter()
            .flatten()
            .chain(rankings)
        {
            rows.extend(rows_of(ranking));
        }
        let gaps = overview.gaps.into_iter().filter(|gap| gap.count > 0).enumerate();
        rows.extend(gaps.map(|(at, gap)| OverviewRow {
            heading: (at == 0).then_some(OverviewHeading::Gaps),
            most: gap.total,
            item: OverviewItem::Gap(gap),
        }));
        Self { rows, totals: overview.totals }
    }

    /// The condition that the records of a row meet.
    pub(in crate::app) fn condition(&self, row: usize) -> Option<Condition> {
        match &self.rows.get(row)?.item {
            OverviewItem::Value(query, row) if row.count > 0 => {
                Some(Condition::Value(query.unit, query.by, row.key.clone()))
            }
            OverviewItem::Gap(gap) => Some(Condition::Lacking(gap.unit, gap.gap)),
            OverviewItem::Value(..) | OverviewItem::None(..) | OverviewItem::More(_) => None,
        }
    }

    /// The value of a row.
    pub(in crate::app) fn value(&self, row: usize) -> Option<(CountBy, ValueKey)> {
        match &self.rows.get(row)?.item {
            OverviewItem::Value(query, row) => Some((query.by, row.key.clone()?)),
            _ => None,
        }
    }
}

fn rows_of(Ranking { query, table }: Ranking) -> Vec<OverviewRow> {
    if table.rows.iter().all(|row| row.key.is_none()) {
        return Vec::new();
    }
    let most = table.rows.iter().map(|row| row.count).max().unwrap_or_default();
    let mut items: Vec<OverviewItem> = Vec::new();
    let mut empty: Vec<TableRow> = Vec::new();
    for row in table.rows {
        if row.count == 0 {
            empty.push(row);
            continue;
        }
        items.extend(shared(query, &mut empty));
        items.push(OverviewItem::Value(query, row));
    }
    items.extend(shared(query, &mut empty));
    items.extend((table.more_rows > 0).then_some(OverviewItem::More(table.more_rows)));
    let heading = |at: usize| (at == 0).then_some(OverviewHeading::Counts(query));
    let row = |(at, item)| OverviewRow { heading: heading(at), item, most };
    items.into_iter().enumerate().map(row).collect()
}

/// The rows of a gap in time: a few have a row each, more share one.
fn shared(query: CountQuery, empty: &mut Vec<TableRow>) -> Vec<OverviewItem> {
    let rows = std::mem::take(empty);
    match (rows.first(), rows.last()) {
        (Some(first), Some(last)) if rows.len() >= SHARED => {
            vec![OverviewItem::None(first.name.clone(), last.name.clone())]
        }
        _ => rows.into_iter().map(|row| OverviewItem::Value(query, row)).collect(),
    }
}
