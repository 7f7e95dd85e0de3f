//! Counts records, and arranges the counts as rows and columns.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::facts::{CountedRecord, FactValue, ValueKey, ValueLabel, VisitFacts};
use super::query::{CountBy, CountQuery, CountUnit};
use crate::lang::Lang;
use crate::model::{Agent, Archive, Record, StatementType, Visit, distinct_labels};
use crate::text::natural;

/// Years and months without records have rows of their own, unless there are more rows than this.
const MAX_TIME_ROWS: usize = 1_200;

/// A table of counts.
#[derive(Debug, Default)]
pub struct CountTable {
    /// One row for each value of the first fact: times in order, other values by descending count; last, if needed, the row for
    /// records without a value.
    pub rows: Vec<TableRow>,
    /// The values of the second fact, in the same order.
    pub columns: Vec<TableColumn>,
    /// The number of records. One that counts in several rows counts once here.
    pub total: usize,
    /// The number of visits that they are in.
    pub visits: usize,
}

/// A row of a table of counts.
#[derive(Debug)]
pub struct TableRow {
    /// The key of the value; none for records without a value.
    pub key: Option<String>,
    /// The label of the value; empty for records without a value.
    pub name: String,
    /// The number of records.
    pub count: usize,
    /// The number of quotes among them.
    pub quotes: usize,
    /// The number of visits that they are in.
    pub visits: usize,
    /// The number of records in each column.
    pub cells: Vec<usize>,
}

/// A column of a table of counts.
#[derive(Debug)]
pub struct TableColumn {
    /// The key of the value; none for records without a value.
    pub key: Option<String>,
    /// The label of the value; empty for records without a value.
    pub name: String,
    /// The number of records.
    pub count: usize,
}

/// A count of distinct records.
#[derive(Debug, Default)]
struct Tally {
    records: Vec<usize>,
    visits: Vec<usize>,
    quotes: usize,
}

impl Tally {
    fn add(&mut self, item: CountedItem) {
        self.records.push(item.number);
        if self.visits.last() != Some(&item.visit) {
            self.visits.push(item.visit);
        }
        self.quotes += usize::from(item.is_quote);
    }

    fn count(&self) -> usize {
        let mut records = self.records.clone();
        records.sort_unstable();
        records.dedup();
        records.len()
    }
}

/// A record that is counted.
#[derive(Debug, Clone, Copy)]
struct CountedItem {
    /// Records with the same number, such as those of one person, count once.
    number: usize,
    visit: usize,
    is_quote: bool,
}

/// The values of a fact, in order of first occurrence, with a count for each.
#[derive(Debug, Default)]
struct Axis<'a> {
    numbers: HashMap<ValueKey, usize>,
    keys: Vec<ValueKey>,
    labels: Vec<ValueLabel<'a>>,
    tallies: Vec<Tally>,
    /// The records without a value.
    unknown: Tally,
}

/// The index of a value on an axis; none for records without a value.
type AxisIndex = Option<usize>;

impl<'a> Axis<'a> {
    /// Counts a record; returns the indices where it counts.
    fn add(&mut self, values: Vec<FactValue<'a>>, item: CountedItem) -> Vec<AxisIndex> {
        if values.is_empty() {
            self.unknown.add(item);
            return vec![None];
        }
        values.into_iter().map(|value| Some(self.add_value(value, item))).collect()
    }

    fn add_value(&mut self, value: FactValue<'a>, item: CountedItem) -> usize {
        let at = self.number(value.key, value.label);
        if let Some(tally) = self.tallies.get_mut(at) {
            tally.add(item);
        }
        at
    }

    fn number(&mut self, key: ValueKey, label: ValueLabel<'a>) -> usize {
        let next = self.keys.len();
        let at = *self.numbers.entry(key.clone()).or_insert(next);
        if at == next {
            self.keys.push(key);
            self.labels.push(label);
            self.tallies.push(Tally::default());
        }
        at
    }

    /// Adds the years or months without records between the first and the last.
    fn fill(&mut self, by: CountBy) {
        let month_number = |year: i32, month: u8| year * 12 + i32::from(month) - 1;
        let known = self.keys.iter().filter_map(|key| match (key, by) {
            (ValueKey::Time(year, Some(month)), CountBy::Month) => Some(month_number(*year, *month)),
            (ValueKey::Time(year, None), CountBy::Year) => Some(*year),
            _ => None,
        });
        let known: Vec<i32> = known.collect();
        let Some((first, last)) = known.iter().min().zip(known.iter().max()) else { return };
        if usize::try_from(last - first).is_ok_and(|gap| gap > MAX_TIME_ROWS) {
            return;
        }
        for number in *first..=*last {
            let key = match by {
                CountBy::Month => {
                    ValueKey::Time(number.div_euclid(12), u8::try_from(number.rem_euclid(12) + 1).ok())
                }
                _ => ValueKey::Time(number, None),
            };
            let label = ValueLabel::Text(key.text());
            self.number(key, label);
        }
    }

    /// The labels of the values; those of different records are distinct.
    fn names(&self) -> Vec<String> {
        let records: Vec<Record<'a>> = self
            .labels
            .iter()
            .filter_map(|label| match label {
                ValueLabel::Record(record) => Some(*record),
                ValueLabel::Text(_) => None,
            })
            .collect();
        let mut distinct = distinct_labels(&records).into_iter();
        let name = |label: &ValueLabel<'a>| match label {
            ValueLabel::Text(text) => text.clone(),
            ValueLabel::Record(_) => distinct.next().unwrap_or_default(),
        };
        self.labels.iter().map(name).collect()
    }

    /// The indices in their final order; last, if needed, the one for records without a value.
    fn order(&self, by: CountBy, names: &[String]) -> Vec<AxisIndex> {
        let mut indices: Vec<usize> = (0..self.keys.len()).collect();
        if by.is_time() {
            indices.sort_by_key(|at| self.keys.get(*at));
        } else {
            indices.sort_by_cached_key(|at| {
                let name = names.get(*at).map(|name| natural(name));
                (Reverse(self.tallies.get(*at).map_or(0, Tally::count)), name)
            });
        }
        let unknown = (!self.unknown.records.is_empty()).then_some(None);
        indices.into_iter().map(Some).chain(unknown).collect()
    }

    fn tally(&self, index: AxisIndex) -> &Tally {
        index.and_then(|at| self.tallies.get(at)).unwrap_or(&self.unknown)
    }

    fn key(&self, index: AxisIndex) -> Option<String> {
        self.keys.get(index?).map(ValueKey::text)
    }
}

/// Counts the records of an archive.
pub fn count(archive: &Archive, query: CountQuery, lang: Lang) -> CountTable {
    let (mut rows, mut columns) = (Axis::default(), Axis::default());
    let mut cells: HashMap<(AxisIndex, AxisIndex), Tally> = HashMap::new();
    let mut all = Tally::default();
    let mut people: HashMap<Agent, usize> = HashMap::new();
    let newest_first =
        archive.newest_first().into_iter().filter_map(|at| Some((at, archive.visits.get(at)?)));
    let mut counted = 0;
    for (at, visit) in newest_first {
        let facts = VisitFacts::new(visit, lang);
        for record in counted_records(visit, query.unit) {
            let (next, known) = (counted, people.len());
            let number = match record {
                CountedRecord::Participant(it) => *people.entry(visit.agent(it)).or_insert(known),
                CountedRecord::Visit | CountedRecord::Stop(_) | CountedRecord::Statement(_) => next,
            };
            counted += 1;
            let is_quote = matches!(record, CountedRecord::Statement(it) if it.kind == StatementType::Quote);
            let item = CountedItem { number, visit: at, is_quote };
            all.add(item);
            let in_rows = rows.add(facts.values(query.by, record), item);
            let Some(across) = query.across else { continue };
            let in_columns = columns.add(facts.values(across, record), item);
            for row in in_rows {
                for column in &in_columns {
                    cells.entry((row, *column)).or_default().add(item);
                }
            }
        }
    }
    CountTable { total: all.count(), visits: all.visits.len(), ..table(query, (rows, columns), &cells) }
}

/// The records of a visit that are counted.
fn counted_records(visit: &Visit, unit: CountUnit) -> Vec<CountedRecord<'_>> {
    match unit {
        CountUnit::Visit => vec![CountedRecord::Visit],
        CountUnit::Person => visit.participants.iter().map(CountedRecord::Participant).collect(),
        CountUnit::Stop => visit.itinerary.iter().map(CountedRecord::Stop).collect(),
        CountUnit::Statement => visit.statements.iter().map(CountedRecord::Statement).collect(),
    }
}

fn table(
    query: CountQuery,
    (mut rows, mut columns): (Axis<'_>, Axis<'_>),
    cells: &HashMap<(AxisIndex, AxisIndex), Tally>,
) -> CountTable {
    let ordered = |axis: &mut Axis<'_>, by: CountBy| {
        if by.is_time() {
            axis.fill(by);
        }
        let names = axis.names();
        let order = axis.order(by, &names);
        (names, order)
    };
    let (row_names, row_order) = ordered(&mut rows, query.by);
    let (column_names, column_order) = query.across.map(|by| ordered(&mut columns, by)).unwrap_or_default();
    let name =
        |names: &[String], index: AxisIndex| index.and_then(|at| names.get(at)).cloned().unwrap_or_default();
    let column = |index: &AxisIndex| TableColumn {
        key: columns.key(*index),
        name: name(&column_names, *index),
        count: columns.tally(*index).count(),
    };
    let row = |index: AxisIndex| {
        let tally = rows.tally(index);
        let cell = |column: &AxisIndex| cells.get(&(index, *column)).map_or(0, Tally::count);
        TableRow {
            key: rows.key(index),
            name: name(&row_names, index),
            count: tally.count(),
            quotes: tally.quotes,
            visits: tally.visits.len(),
            cells: column_order.iter().map(cell).collect(),
        }
    };
    CountTable {
        rows: row_order.into_iter().map(row).collect(),
        columns: column_order.iter().map(column).collect(),
        ..CountTable::default()
    }
}
