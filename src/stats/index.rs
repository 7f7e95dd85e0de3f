//! The index of all facts of an archive: for each record a small number for the values that it has.
//!
//! It is made once for an archive; then every view is a pass over arrays of numbers.

use std::ops::{Index, IndexMut, Range};

use super::fact::{Fact, NO_VALUES, index};
use super::gap::Gaps;
use super::query::{CountBy, CountUnit};

const FACTS: usize = CountBy::ALL.len();
const UNITS: usize = CountUnit::ALL.len();

/// A statement without a stop.
pub(super) const NO_STOP: u32 = u32::MAX;

/// All facts with their values.
#[derive(Debug, Default)]
pub(super) struct Facts([Fact; FACTS]);

impl Facts {
    /// Frees what only adding needs.
    pub(super) fn finish(&mut self) {
        self.0.iter_mut().for_each(Fact::finish);
    }
}

impl Index<CountBy> for Facts {
    type Output = Fact;

    fn index(&self, by: CountBy) -> &Fact {
        &self.0[by as usize]
    }
}

impl IndexMut<CountBy> for Facts {
    fn index_mut(&mut self, by: CountBy) -> &mut Fact {
        &mut self.0[by as usize]
    }
}

/// The records of one kind: those of the newest visit first, in each visit as written.
#[derive(Debug, Default)]
pub(super) struct Records {
    /// For each fact the list of values of each record; empty if all records of a visit have those of the visit.
    pub(super) columns: [Vec<u32>; FACTS],
    pub(super) gaps: Vec<Gaps>,
    /// Where the records of each visit end, in the order of the visits.
    pub(super) ends: Vec<u32>,
}

/// The facts of the visits, people, stops and statements of an archive.
#[derive(Debug, Default)]
pub struct FactIndex {
    pub(super) facts: Facts,
    records: [Records; UNITS],
    /// The visits, newest first.
    pub(super) visits: Vec<usize>,
    /// For each visit its place in that order.
    places: Vec<usize>,
    /// For each statement whether it is a quote.
    pub(super) quotes: Vec<bool>,
    /// For each statement the number of its stop.
    pub(super) stops_of_statements: Vec<u32>,
}

impl FactIndex {
    /// An index without records that knows the order of the visits, newest first.
    pub(super) fn in_order(visits: Vec<usize>) -> Self {
        let mut places = vec![0; visits.len()];
        for (place, at) in visits.iter().enumerate() {
            if let Some(it) = places.get_mut(*at) {
                *it = place;
            }
        }
        Self { visits, places, ..Self::default() }
    }

    pub(super) fn records_mut(&mut self, unit: CountUnit) -> &mut Records {
        &mut self.records[unit as usize]
    }

    /// The numbers of the records of the visit at a place.
    pub(super) fn records_at(&self, unit: CountUnit, place: usize) -> Range<usize> {
        let ends = &self.records[unit as usize].ends;
        let end = |place: usize| ends.get(place).copied().map_or(0, index);
        place.checked_sub(1).map_or(0, end)..end(place)
    }

    /// The place of a visit.
    pub(super) fn place_of(&self, visit: usize) -> Option<usize> {
        self.places.get(visit).copied()
    }

    /// The numbers of the records of a visit.
    pub(super) fn records_of(&self, unit: CountUnit, visit: usize) -> Range<usize> {
        self.place_of(visit).map_or(0..0, |place| self.records_at(unit, place))
    }

    /// How many records there are.
    pub(super) fn len(&self, unit: CountUnit) -> usize {
        self.records[unit as usize].ends.last().copied().map_or(0, index)
    }

    /// For each record of a kind the list of its values of a fact; empty if all records of a visit have those of the visit.
    pub(super) fn column(&self, unit: CountUnit, by: CountBy) -> &[u32] {
        &self.records[unit as usize].columns[by as usize]
    }

    /// The values of a record of the visit at a place.
    pub(super) fn values(&self, (unit, by): (CountUnit, CountBy), (place, record): (usize, usize)) -> &[u32] {
        let list = match self.column(unit, by) {
            [] => self.column(CountUnit::Visit, by).get(place),
            column => column.get(record),
        };
        self.facts[by].values_of(list.copied().unwrap_or(NO_VALUES))
    }

    pub(super) fn gaps(&self, unit: CountUnit, record: usize) -> Gaps {
        self.records[unit as usize].gaps.get(record).copied().unwrap_or_default()
    }

    pub(super) fn is_quote(&self, unit: CountUnit, record: usize) -> bool {
        unit == CountUnit::Statement && self.quotes.get(record).copied().unwrap_or_default()
    }
}
