//! A segment as a part of an index: where its visits are in the archive, and which of them are still there.
//!
//! A segment is never changed. When visits have changed, another part has them, and here their old records do not count.

use std::ops::Range;
use std::sync::Arc;

use super::numbers::{RecordNumber, to_u32, to_usize};
use super::request::{ScopeFilter, SearchFilter};
use super::results::GROUPS;
use super::segment::Segment;
use super::shared_texts::SharedTexts;
use crate::bit_set::BitSet;
use crate::model::{RecordKind, Target};

/// A segment, and what its visits are in an archive.
#[derive(Debug)]
pub struct IndexPart {
    pub(super) segment: Arc<Segment>,
    /// The visits of the segment, newest first, as indices into the archive; `None` for those that have changed since, or
    /// are no longer there.
    visits: Vec<Option<usize>>,
    /// The records that are still there; `None` if all are.
    present: Option<BitSet>,
    /// The statements that are still there, each range with the position of its first one among all statements.
    statements: Vec<(Range<RecordNumber>, u32)>,
}

impl IndexPart {
    /// A segment with these visits. `position` gives the position of the first statement of a visit among all statements.
    pub(super) fn new(
        segment: Arc<Segment>,
        visits: Vec<Option<usize>>,
        position: impl Fn(usize) -> Option<u32>,
    ) -> Self {
        let mut present = visits.contains(&None).then(|| segment.no_records());
        let mut statements: Vec<(Range<RecordNumber>, u32)> = Vec::new();
        for (at, visit) in visits.iter().enumerate() {
            let Some(visit) = visit else { continue };
            let [of_statements, ..] = segment.ranges_of_visit(at);
            if let Some(present) = &mut present {
                segment.ranges_of_visit(at).into_iter().for_each(|range| present.insert_range(range));
            }
            let Some(position) = position(*visit) else { continue };
            match statements.last_mut() {
                Some((range, first))
                    if range.end == of_statements.start && *first + to_u32(range.len()) == position =>
                {
                    range.end = of_statements.end;
                }
                _ => statements.push((of_statements, position)),
            }
        }
        Self { segment, visits, present, statements }
    }

    /// The segment.
    pub fn segment(&self) -> &Arc<Segment> {
        &self.segment
    }

    /// The visits of the segment, newest first, as indices into the archive; `None` for those that have changed since, or
    /// are no longer there.
    pub fn visits(&self) -> &[Option<usize>] {
        &self.visits
    }

    /// The number of records that are still there.
    pub(super) fn len(&self) -> usize {
        self.present.as_ref().map_or(self.segment.len(), BitSet::count)
    }

    /// The records that are still there; `None` if all are.
    pub(super) fn present(&self) -> Option<&BitSet> {
        self.present.as_ref()
    }

    /// The statements that are still there, each range with the position of its first one among all statements.
    pub(super) fn statements(&self) -> &[(Range<RecordNumber>, u32)] {
        &self.statements
    }

    /// All records that are still there.
    pub(super) fn all_records(&self) -> BitSet {
        self.present.clone().unwrap_or_else(|| {
            let mut all = self.segment.no_records();
            all.insert_range(self.segment.all());
            all
        })
    }

    pub(super) fn target(&self, record: RecordNumber) -> Option<Target> {
        let info = self.segment.record_info.get(to_usize(record))?;
        let visit = (*self.visits.get(to_usize(info.visit))?)?;
        Some(Target::new(visit, self.segment.kind(record), to_usize(info.item)))
    }

    /// The records that match a filter; `None` if all do.
    pub(super) fn candidates(&self, filter: &SearchFilter) -> Option<BitSet> {
        let mut records = match &filter.scope {
            ScopeFilter::All if filter.kinds.is_empty() => return None,
            ScopeFilter::All => self.all_records(),
            ScopeFilter::Visit(visit) => self.records_of_visit(*visit),
            ScopeFilter::Stop(stop) => self.records_at_stop(*stop),
        };
        if !filter.kinds.is_empty() {
            let mut of_kinds = self.segment.no_records();
            let kinds =
                GROUPS.iter().zip(&self.segment.kinds).filter(|(kind, _)| filter.kinds.contains(kind));
            kinds.for_each(|(_, numbers)| of_kinds.insert_range(numbers.clone()));
            records.intersect_with(&of_kinds);
        }
        Some(records)
    }

    /// The position of a visit among those of the segment.
    fn position(&self, visit: usize) -> Option<usize> {
        self.visits.iter().position(|it| *it == Some(visit))
    }

    fn records_of_visit(&self, visit: usize) -> BitSet {
        let mut records = self.segment.no_records();
        if let Some(at) = self.position(visit) {
            self.segment.ranges_of_visit(at).into_iter().for_each(|range| records.insert_range(range));
        }
        records
    }

    /// A stop and the statements made there.
    fn records_at_stop(&self, stop: Target) -> BitSet {
        let mut records = self.segment.no_records();
        let Some(at) = self.position(stop.visit) else { return records };
        let of_kinds = GROUPS.into_iter().zip(self.segment.ranges_of_visit(at));
        let mut stops = of_kinds.filter(|(kind, _)| *kind == RecordKind::Stop).flat_map(|(_, range)| range);
        if let Some(record) = stops.find(|record| self.target(*record) == Some(stop)) {
            records.insert(record);
            let first = self.segment.first_shared_texts.get(at).copied().unwrap_or_default();
            let text = first + SharedTexts::of_stop(stop.item);
            self.segment.referrers.get(text).for_each(|record| records.insert(record));
        }
        records
    }
}
