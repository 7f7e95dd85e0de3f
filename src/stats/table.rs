//! Counts records, and arranges the counts as rows and columns.

use std::cmp::Reverse;
use std::collections::HashSet;

use super::fact::{Fact, ValueKey, ValueLabel, index, number};
use super::names::names;
use super::query::{CountBy, CountQuery, CountUnit, Limit};
use super::view::View;
use crate::text::{fold, natural};

/// Years and months without records have rows of their own, unless there are more rows than this.
const MAX_TIME_ROWS: usize = 1_200;

/// A table of counts.
#[derive(Debug, Clone, Default, PartialEq)]
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
    /// The number of rows that a limit left out.
    pub more_rows: usize,
    /// The number of columns that a limit left out.
    pub more_columns: usize,
}

/// A row of a table of counts.
#[derive(Debug, Clone, PartialEq)]
pub struct TableRow {
    /// The key of the value; none for records without a value.
    pub key: Option<ValueKey>,
    /// The label of the value; for records without a value, words that say so.
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
#[derive(Debug, Clone, PartialEq)]
pub struct TableColumn {
    /// The key of the value; none for records without a value.
    pub key: Option<ValueKey>,
    /// The label of the value; for records without a value, words that say so.
    pub name: String,
    /// The number of records.
    pub count: usize,
}

/// A record that is counted.
#[derive(Debug, Clone, Copy)]
struct CountedItem {
    /// The place of its visit.
    place: usize,
    /// Its number among the records of its kind.
    record: usize,
    /// The number that several records of one person share.
    person: Option<u32>,
    is_quote: bool,
}

/// Counts for each value of a fact; last those for records without a value.
struct Axis {
    by: CountBy,
    slots: Vec<Slot>,
    people: HashSet<(usize, u32)>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Slot {
    count: usize,
    quotes: usize,
    visits: usize,
    /// The place of the last visit, from 1.
    last: usize,
}

impl Axis {
    fn new(fact: &Fact, by: CountBy) -> Self {
        Self { by, slots: vec![Slot::default(); fact.len() + 1], people: HashSet::new() }
    }

    fn add(&mut self, slot: usize, item: CountedItem) {
        let is_new = item.person.is_none_or(|person| self.people.insert((slot, person)));
        let Some(slot) = self.slots.get_mut(slot) else { return };
        slot.count += usize::from(is_new);
        slot.quotes += usize::from(item.is_quote);
        if slot.last != item.place + 1 {
            slot.last = item.place + 1;
            slot.visits += 1;
        }
    }

    fn slot(&self, value: Option<u32>) -> Slot {
        let at = value.map_or(self.slots.len().saturating_sub(1), index);
        self.slots.get(at).copied().unwrap_or_default()
    }

    /// The slots of a record's values.
    fn slots_of<'v>(&self, values: &'v [u32]) -> impl Iterator<Item = usize> + use<'v> {
        let unknown = values.is_empty().then(|| self.slots.len().saturating_sub(1));
        values.iter().map(|value| index(*value)).chain(unknown)
    }
}

/// The values on an axis in their final order, with their names.
struct Order {
    /// None for records without a value.
    values: Vec<Option<ListedValue>>,
    names: Vec<String>,
    left_out: usize,
}

/// A value in a table: one of the index, or a time between that no record has.
#[derive(Debug, Clone, PartialEq, Eq)]
enum ListedValue {
    Known(u32),
    Empty(ValueKey),
}

/// The numbers of records by a fact, without names.
pub(super) struct ValueCounts {
    /// The number of records of each value, by its number.
    pub(super) records: Vec<usize>,
    /// The number of visits of each value.
    pub(super) visits: Vec<usize>,
    /// The number of records.
    pub(super) total: usize,
}

impl View<'_> {
    /// Counts the records by a fact, without naming its values.
    pub(super) fn count_values(&self, unit: CountUnit, by: CountBy) -> ValueCounts {
        let (total, mut axes) = self.axes(unit, [by]);
        let mut slots = axes.pop().map(|axis| axis.slots).unwrap_or_default();
        // Without that of the records that lack the fact.
        slots.pop();
        let of = |count: fn(&Slot) -> usize| slots.iter().map(count).collect();
        ValueCounts { records: of(|slot| slot.count), visits: of(|slot| slot.visits), total: total.count }
    }

    /// Counts all records, and those with each value of some facts, in one pass.
    fn axes(&self, unit: CountUnit, facts: impl IntoIterator<Item = CountBy>) -> (Slot, Vec<Axis>) {
        let mut axes: Vec<Axis> = facts.into_iter().map(|by| Axis::new(&self.facts.facts[by], by)).collect();
        let mut all = Axis { by: CountBy::Visit, slots: vec![Slot::default()], people: HashSet::new() };
        // Nested iterators are much faster in this form than in a `for` loop.
        self.items(unit).for_each(|item| {
            all.add(0, item);
            for axis in &mut axes {
                let values = self.facts.values((unit, axis.by), (item.place, item.record));
                for slot in axis.slots_of(values) {
                    axis.add(slot, item);
                }
            }
        });
        (all.slot(Some(0)), axes)
    }

    /// Counts the records by one or two facts.
    pub fn count(&self, query: CountQuery, limit: Limit) -> CountTable {
        let (total, axes) = self.axes(query.unit, std::iter::once(query.by).chain(query.across));
        let mut axes = axes.into_iter();
        let Some(rows) = axes.next() else { return CountTable::default() };
        let columns = axes.next();
        let row_order = self.order(query.unit, &rows, limit.rows);
        let column_order = columns.as_ref().map(|axis| self.order(query.unit, axis, limit.columns));
        let cells = match (&columns, &column_order) {
            (Some(columns), Some(order)) => self.cells(query.unit, (&rows, &row_order), (columns, order)),
            _ => vec![Vec::new(); row_order.values.len()],
        };
        CountTable {
            rows: row_order.rows(self, &rows, cells),
            columns: columns
                .zip(column_order.as_ref())
                .map(|(axis, it)| it.columns(self, &axis))
                .unwrap_or_default(),
            total: total.count,
            visits: total.visits,
            more_rows: row_order.left_out,
            more_columns: column_order.map_or(0, |order| order.left_out),
        }
    }

    /// The covered records of a kind, visit by visit.
    fn items(&self, unit: CountUnit) -> impl Iterator<Item = CountedItem> {
        (0..self.facts.visits.len())
            .flat_map(move |place| {
                let records = self.selection.covered(unit, self.facts.records_at(unit, place));
                records.map(move |record| (place, record))
            })
            .map(move |(place, record)| {
                let own = || self.facts.values((unit, CountBy::Person), (place, record)).first().copied();
                let person = if unit == CountUnit::Person { own() } else { None };
                CountedItem { place, record, person, is_quote: self.facts.is_quote(unit, record) }
            })
    }

    /// The numbers of records by row and column.
    fn cells(
        &self,
        unit: CountUnit,
        (rows, row_order): (&Axis, &Order),
        (columns, column_order): (&Axis, &Order),
    ) -> Vec<Vec<usize>> {
        let (at_row, at_column) = (row_order.positions(rows), column_order.positions(columns));
        let mut cells = vec![vec![0; column_order.values.len()]; row_order.values.len()];
        let mut people = HashSet::new();
        for item in self.items(unit) {
            let values = |axis: &Axis| self.facts.values((unit, axis.by), (item.place, item.record));
            for row in rows.slots_of(values(rows)).filter_map(|slot| *at_row.get(slot)?) {
                for column in columns.slots_of(values(columns)).filter_map(|slot| *at_column.get(slot)?) {
                    let is_new = item.person.is_none_or(|person| people.insert((row, column, person)));
                    if let Some(cell) = cells.get_mut(row).and_then(|cells| cells.get_mut(column)) {
                        *cell += usize::from(is_new);
                    }
                }
            }
        }
        cells
    }

    /// The values of an axis in their final order; last, if needed, the records without a value.
    fn order(&self, unit: CountUnit, axis: &Axis, limit: usize) -> Order {
        let known = axis.slots.iter().take(axis.slots.len().saturating_sub(1)).enumerate();
        let known: Vec<u32> = known.filter(|(_, slot)| slot.count > 0).map(|(at, _)| number(at)).collect();
        let (mut values, left_out) = if axis.by.is_time() {
            self.times(axis.by, &known, limit)
        } else {
            let all = known.len();
            let kept = self.most_frequent(axis, known, limit);
            let left_out = all - kept.len();
            (kept.into_iter().map(ListedValue::Known).map(Some).collect(), left_out)
        };
        if axis.slot(None).count > 0 {
            values.push(None);
        }
        Order { names: self.names_of((unit, axis.by), &values), values, left_out }
    }

    /// The values with the most records, in the order of their names where the numbers are equal. Of those with as many as the last
    /// one, the newest are kept: to choose by name, all of them would have to be named.
    fn most_frequent(&self, axis: &Axis, mut values: Vec<u32>, limit: usize) -> Vec<u32> {
        let order = |value: &u32| (Reverse(axis.slot(Some(*value)).count), *value);
        if let Some(last) = limit.checked_sub(1)
            && last < values.len()
        {
            values.select_nth_unstable_by_key(last, order);
        }
        values.truncate(limit);
        let labels = names(self.facts, self.archive, (axis.by, &values), self.lang);
        let mut ranked: Vec<_> = values.into_iter().zip(labels).collect();
        ranked.sort_by_cached_key(|(value, label)| (order(value).0, natural(label)));
        ranked.into_iter().map(|(value, _)| value).collect()
    }

    /// The years or months in order, with those between that no record has; of too many, the latest.
    fn times(&self, by: CountBy, known: &[u32], limit: usize) -> (Vec<Option<ListedValue>>, usize) {
        let fact = &self.facts.facts[by];
        let mut keys: Vec<ValueKey> = known.iter().filter_map(|value| fact.key(*value).cloned()).collect();
        keys.extend(between(by, &keys));
        keys.sort_unstable();
        keys.dedup();
        let left_out = keys.len().saturating_sub(limit);
        let listed = |key: ValueKey| match fact.find(&key).filter(|value| known.contains(value)) {
            Some(value) => ListedValue::Known(value),
            None => ListedValue::Empty(key),
        };
        (keys.into_iter().skip(left_out).map(listed).map(Some).collect(), left_out)
    }

    fn names_of(&self, (unit, by): (CountUnit, CountBy), values: &[Option<ListedValue>]) -> Vec<String> {
        let known = |value: &Option<ListedValue>| match value {
            Some(ListedValue::Known(value)) => Some(*value),
            Some(ListedValue::Empty(_)) | None => None,
        };
        let numbers: Vec<u32> = values.iter().filter_map(known).collect();
        let mut names = names(self.facts, self.archive, (by, &numbers), self.lang).into_iter();
        let name = |value: &Option<ListedValue>| match value {
            Some(ListedValue::Known(_)) => names.next().unwrap_or_default(),
            Some(ListedValue::Empty(key)) => key.to_string(),
            None => by.missing(unit, self.lang).to_owned(),
        };
        values.iter().map(name).collect()
    }

    /// The label of a value; none if no record has it.
    pub fn name(&self, by: CountBy, key: &ValueKey) -> Option<String> {
        let value = self.facts.facts[by].find(key)?;
        names(self.facts, self.archive, (by, &[value]), self.lang).pop()
    }

    /// The key of a value, by the key as text or by the label.
    pub fn find(&self, by: CountBy, text: &str) -> Option<ValueKey> {
        let fact = &self.facts.facts[by];
        let keys = || (0..number(fact.len())).filter_map(|value| Some((value, fact.key(value)?)));
        let exact = keys().find(|(_, key)| key.to_string() == text);
        let folded = fold(text);
        let is_named = |value: u32| {
            !matches!(fact.label(value), Some(ValueLabel::Key) | None)
                && names(self.facts, self.archive, (by, &[value]), self.lang)
                    .iter()
                    .any(|name| fold(name) == folded)
        };
        exact.or_else(|| keys().find(|(value, _)| is_named(*value))).map(|(_, key)| key.clone())
    }
}

/// The years or months between the first and the last.
fn between(by: CountBy, keys: &[ValueKey]) -> Vec<ValueKey> {
    let known = keys.iter().filter_map(|key| match (key, by) {
        (ValueKey::Time(year, Some(month)), CountBy::Month) => Some(year * 12 + i32::from(*month) - 1),
        (ValueKey::Time(year, None), CountBy::Year) => Some(*year),
        _ => None,
    });
    let known: Vec<i32> = known.collect();
    let Some((first, last)) = known.iter().min().zip(known.iter().max()) else { return Vec::new() };
    if usize::try_from(last - first).is_ok_and(|gap| gap > MAX_TIME_ROWS) {
        return Vec::new();
    }
    let key = |number: i32| match by {
        CountBy::Month => ValueKey::Time(number.div_euclid(12), u8::try_from(number.rem_euclid(12) + 1).ok()),
        _ => ValueKey::Time(number, None),
    };
    (*first..=*last).map(key).collect()
}

impl Order {
    /// For each slot of the axis its place in the table.
    fn positions(&self, axis: &Axis) -> Vec<Option<usize>> {
        let mut positions = vec![None; axis.slots.len()];
        for (at, value) in self.values.iter().enumerate() {
            let slot = match value {
                Some(ListedValue::Known(value)) => index(*value),
                Some(ListedValue::Empty(_)) => continue,
                None => axis.slots.len().saturating_sub(1),
            };
            if let Some(it) = positions.get_mut(slot) {
                *it = Some(at);
            }
        }
        positions
    }

    /// The key, the name and the counts of each value.
    fn listed<'o>(
        &'o self,
        view: &'o View<'_>,
        axis: &'o Axis,
    ) -> impl Iterator<Item = (Option<ValueKey>, String, Slot)> + 'o {
        let fact = &view.facts.facts[axis.by];
        self.values.iter().zip(&self.names).map(move |(value, name)| {
            let (key, slot) = match value {
                Some(ListedValue::Known(value)) => (fact.key(*value).cloned(), axis.slot(Some(*value))),
                Some(ListedValue::Empty(key)) => (Some(key.clone()), Slot::default()),
                None => (None, axis.slot(None)),
            };
            (key, name.clone(), slot)
        })
    }

    fn rows(&self, view: &View<'_>, axis: &Axis, cells: Vec<Vec<usize>>) -> Vec<TableRow> {
        let listed = self.listed(view, axis).zip(cells);
        let row = |((key, name, slot), cells): ((_, _, Slot), _)| {
            let Slot { count, quotes, visits, .. } = slot;
            TableRow { key, name, count, quotes, visits, cells }
        };
        listed.map(row).collect()
    }

    fn columns(&self, view: &View<'_>, axis: &Axis) -> Vec<TableColumn> {
        self.listed(view, axis)
            .map(|(key, name, slot)| TableColumn { key, name, count: slot.count })
            .collect()
    }
}
