//! The timeline: visits as spans of days, and one visit by day and hour.

use crate::chart::TimeAxis;
use crate::model::{Id, RecordKind, Target};
use crate::stats::{self, CountBy, StopTime, ValueKey, View, VisitDays, VisitSpan};

/// The visits as spans of days, on an axis that can be zoomed.
#[derive(Debug)]
pub struct Timeline {
    /// The visits.
    pub timeline: stats::Timeline,
    /// The ids of the visits of the rows.
    ids: Vec<String>,
    /// The days that are visible; none if no visit has a date.
    pub axis: Option<TimeAxis>,
}

impl Timeline {
    pub(in crate::app) fn new(view: &View<'_>) -> Self {
        let timeline = view.timeline();
        let spans = timeline.spans.iter().chain(&timeline.undated);
        let id = |span: &VisitSpan| {
            view.archive.visits.get(span.visit).map(|visit| visit.id.to_string()).unwrap_or_default()
        };
        Self { axis: timeline.days.map(TimeAxis::new), ids: spans.map(id).collect(), timeline }
    }

    pub(in crate::app) fn updated(&self, view: &View<'_>) -> Self {
        let new = Self::new(view);
        let is_same = new.timeline.days == self.timeline.days;
        Self { axis: if is_same { self.axis } else { new.axis }, ..new }
    }

    /// The visit of a row.
    pub fn span(&self, row: usize) -> Option<&VisitSpan> {
        self.timeline.spans.iter().chain(&self.timeline.undated).nth(row)
    }

    /// The row of a visit.
    pub(in crate::app) fn row_of(&self, visit: usize) -> Option<usize> {
        self.timeline.spans.iter().chain(&self.timeline.undated).position(|span| span.visit == visit)
    }

    pub(in crate::app) fn value(&self, row: usize) -> Option<(CountBy, ValueKey)> {
        self.ids.get(row).map(|id| (CountBy::Visit, ValueKey::Text(id.clone())))
    }

    /// Shows `factor` times as many days around the visit of a row.
    pub(in crate::app) fn zoom(&mut self, factor: f64, row: usize) {
        let (Some(axis), Some(all)) = (self.axis, self.timeline.days) else { return };
        let around = self
            .span(row)
            .map(VisitSpan::days)
            .map(|days| if days.first < all.first { days.last.min(all.last) } else { days.first });
        self.axis = Some(axis.zoomed(factor, around.unwrap_or(all.first), all));
    }

    /// Moves the axis by a part of its length.
    pub(in crate::app) fn pan(&mut self, part: f64) {
        if let (Some(axis), Some(all)) = (self.axis, self.timeline.days) {
            self.axis = Some(axis.moved(part, all));
        }
    }

    /// Shows all days.
    pub(in crate::app) fn fit(&mut self) {
        self.axis = self.timeline.days.map(TimeAxis::new);
    }
}

/// One visit by day and hour.
#[derive(Debug)]
pub struct Days {
    /// The days.
    pub days: VisitDays,
    /// Their rows.
    pub rows: Vec<DayRow>,
    /// The id of the visit.
    id: Option<Id>,
}

/// A row of a visit by day and hour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayRow {
    /// A stop: the index of the day, and of the stop in it.
    Stop(usize, usize),
    /// The statements of a day by hour.
    Statements(usize),
    /// A stop without an exact day.
    Undated(usize),
    /// The number of statements without a day and a stop.
    UndatedStatements(usize),
}

impl Days {
    /// The days of a visit.
    pub(in crate::app) fn new(view: &View<'_>, visit: usize) -> Self {
        let nothing = || VisitDays { visit, days: Vec::new(), undated: Vec::new(), undated_statements: 0 };
        let days = view.days_of(visit).unwrap_or_else(nothing);
        let of_day = |(at, day): (usize, &stats::VisitDay)| {
            let has_statements = day.without_hour > 0 || day.hours.iter().any(|count| *count > 0);
            let stops = (0..day.stops.len()).map(move |stop| DayRow::Stop(at, stop));
            stops.chain(has_statements.then_some(DayRow::Statements(at))).collect::<Vec<_>>()
        };
        let mut rows: Vec<DayRow> = days.days.iter().enumerate().flat_map(of_day).collect();
        rows.extend((0..days.undated.len()).map(DayRow::Undated));
        let without = days.undated_statements;
        rows.extend((without > 0).then_some(DayRow::UndatedStatements(without)));
        let id = view.archive.visits.get(visit).map(|visit| visit.id.clone());
        Self { days, rows, id }
    }

    /// The same visit in other records.
    pub(in crate::app) fn updated(&self, view: &View<'_>) -> Self {
        let visit = self.id.as_ref().and_then(|id| view.archive.position(id));
        Self { id: self.id.clone(), ..Self::new(view, visit.unwrap_or(usize::MAX)) }
    }

    /// The time at the stop of a row.
    pub fn stop_time(&self, row: DayRow) -> Option<&StopTime> {
        match row {
            DayRow::Stop(day, stop) => self.days.days.get(day)?.stops.get(stop),
            DayRow::Undated(stop) => self.days.undated.get(stop),
            DayRow::Statements(_) | DayRow::UndatedStatements(_) => None,
        }
    }

    /// The stop of a row.
    pub(in crate::app) fn stop(&self, row: usize) -> Option<Target> {
        let stop = self.stop_time(*self.rows.get(row)?)?.stop;
        Some(Target::new(self.days.visit, RecordKind::Stop, stop))
    }

    /// The heading above a row, if it is the first of its day: the day, or none for what has no exact day.
    pub fn heading(&self, row: usize) -> Option<Option<jiff::civil::Date>> {
        let of = |row: usize| {
            self.rows.get(row).map(|row| match row {
                DayRow::Stop(day, _) | DayRow::Statements(day) => Some(*day),
                DayRow::Undated(_) | DayRow::UndatedStatements(_) => None,
            })
        };
        let own = of(row)?;
        let before = row.checked_sub(1).and_then(of);
        (before != Some(own)).then(|| own.and_then(|at| self.days.days.get(at)).map(|day| day.day))
    }
}
