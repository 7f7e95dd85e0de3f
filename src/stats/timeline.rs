//! The timeline: when visits were, as far as that is known; and one visit by day and hour.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::query::CountUnit;
use super::view::View;
use crate::model::{Certainty, Days, PartialDate, RecordKind, RecordTime, Target, TimePiece, Visit};

/// When the visits of a part of an archive were.
#[derive(Debug, PartialEq)]
pub struct Timeline {
    /// The visits with a time, the earliest first.
    pub spans: Vec<VisitSpan>,
    /// The visits whose year is not known, without pieces.
    pub undated: Vec<VisitSpan>,
    /// From the first to the last day that is named; open ends are beyond.
    pub days: Option<Days>,
}

/// The time of a visit.
#[derive(Debug, PartialEq)]
pub struct VisitSpan {
    /// The visit.
    pub visit: usize,
    /// Its days; several pieces for a list of dates.
    pub pieces: Vec<TimePiece>,
    /// Whether the dates are not marked as inferred, uncertain or approximate.
    pub is_sure: bool,
    /// The number of statements.
    pub statements: usize,
}

/// One visit by day and hour.
#[derive(Debug, PartialEq)]
pub struct VisitDays {
    /// The visit.
    pub visit: usize,
    /// The days with a stop or a statement, in order.
    pub days: Vec<VisitDay>,
    /// The stops without an exact day.
    pub undated: Vec<StopTime>,
    /// The number of statements without a day and without a stop.
    pub undated_statements: usize,
}

/// A day of a visit.
#[derive(Debug, PartialEq)]
pub struct VisitDay {
    /// The day.
    pub day: Date,
    /// Its stops: those with an hour first, in order; then the others in their order.
    pub stops: Vec<StopTime>,
    /// The number of statements by the hour in which they were made.
    pub hours: [usize; 24],
    /// The number of other statements that are not of a stop.
    pub without_hour: usize,
}

/// A stop with its time of day.
#[derive(Debug, Clone, PartialEq)]
pub struct StopTime {
    /// The index of the stop in the visit.
    pub stop: usize,
    /// The minute of the day when it began.
    pub from: Option<u16>,
    /// The minute when it ended, on the same day.
    pub to: Option<u16>,
    /// Whether the day is not marked as inferred or uncertain.
    pub is_sure: bool,
    /// The number of its statements.
    pub statements: usize,
}

/// The minute of the day of a date with a time.
fn minute(date: Option<PartialDate>) -> Option<u16> {
    let (hour, minute, _) = date?.time()?;
    Some(u16::from(hour) * 60 + u16::from(minute))
}

impl View<'_> {
    /// When the visits were.
    pub fn timeline(&self) -> Timeline {
        let (mut spans, mut undated) = (Vec::new(), Vec::new());
        for (place, at, visit) in self.visits() {
            let when = visit.when();
            let pieces = when.map(RecordTime::pieces).unwrap_or_default();
            let statements = self
                .selection
                .count(CountUnit::Statement, self.facts.records_at(CountUnit::Statement, place));
            let is_stated = visit.date_certainty != Some(Certainty::Inferred);
            let is_sure = is_stated && when.is_some_and(RecordTime::is_sure);
            let list = if pieces.is_empty() { &mut undated } else { &mut spans };
            list.push(VisitSpan { visit: at, pieces, is_sure, statements });
        }
        spans.sort_by_key(|span| {
            let days = span.days();
            (if days.first == Date::MIN { days.last } else { days.first }, days.last)
        });
        let ends = spans.iter().map(VisitSpan::days).flat_map(|days| [days.first, days.last]);
        let ends: Vec<Date> = ends.filter(|day| *day != Date::MIN && *day != Date::MAX).collect();
        let days = ends.iter().min().zip(ends.iter().max());
        Timeline { spans, undated, days: days.map(|(first, last)| Days { first: *first, last: *last }) }
    }

    /// A visit by day and hour; none if it does not exist.
    pub fn days_of(&self, at: usize) -> Option<VisitDays> {
        let visit = self.archive.visits.get(at)?;
        let mut days: BTreeMap<Date, VisitDay> = BTreeMap::new();
        let mut undated = Vec::new();
        let statements = self.statements_by_stop(at, visit, &mut days);
        let (of_stops, undated_statements) = statements;
        for stop in visit.stops_in_order() {
            let Some(record) = visit.itinerary.get(stop) else { continue };
            if !self.has(CountUnit::Stop, Target::new(at, RecordKind::Stop, stop)) {
                continue;
            }
            let (when, day) = (record.when(), start_day(record.start_date));
            let from = minute(record.start_date);
            let ends_that_day = record.end_date.is_some_and(|end| end.civil() == day);
            let time = StopTime {
                stop,
                from,
                to: minute(record.end_date).filter(|to| ends_that_day && from.is_some_and(|from| from < *to)),
                is_sure: record.date_certainty != Some(Certainty::Inferred)
                    && when.is_some_and(RecordTime::is_sure),
                statements: of_stops.get(stop).copied().unwrap_or_default(),
            };
            match day {
                Some(day) => day_in(&mut days, day).stops.push(time),
                None => undated.push(time),
            }
        }
        let mut days: Vec<VisitDay> = days.into_values().collect();
        for day in &mut days {
            day.stops.sort_by_key(|stop| (stop.from.is_none(), stop.from));
        }
        Some(VisitDays { visit: at, days, undated, undated_statements })
    }

    /// Puts the statements that have an hour or no stop into their days; returns the numbers of the others by stop, and of those
    /// without day and stop.
    fn statements_by_stop(
        &self,
        at: usize,
        visit: &Visit,
        days: &mut BTreeMap<Date, VisitDay>,
    ) -> (Vec<usize>, usize) {
        let mut of_stops = vec![0; visit.itinerary.len()];
        let mut undated = 0;
        for (item, statement) in visit.statements.iter().enumerate() {
            if !self.has(CountUnit::Statement, Target::new(at, RecordKind::Statement, item)) {
                continue;
            }
            let stop = statement.stop.as_ref();
            let stop = stop.and_then(|id| visit.itinerary.iter().position(|it| it.id == *id));
            if let Some(count) = stop.and_then(|stop| of_stops.get_mut(stop)) {
                *count += 1;
            }
            let own = statement.date.and_then(|date| date.civil());
            let hour = statement.date.and_then(|date| date.time()).map(|(hour, ..)| usize::from(hour));
            let visit_day = || visit.when().and_then(RecordTime::day);
            match (own.or_else(visit_day), hour, stop) {
                (Some(day), Some(hour), _) => {
                    if let Some(count) = day_in(days, day).hours.get_mut(hour) {
                        *count += 1;
                    }
                }
                (Some(day), None, None) => day_in(days, day).without_hour += 1,
                (None, _, None) => undated += 1,
                (_, _, Some(_)) => {}
            }
        }
        (of_stops, undated)
    }
}

/// The day on which something began, if it is known.
fn start_day(start: Option<PartialDate>) -> Option<Date> {
    let start = start?;
    start.ends().0.civil()
}

fn day_in(days: &mut BTreeMap<Date, VisitDay>, day: Date) -> &mut VisitDay {
    days.entry(day).or_insert_with(|| VisitDay { day, stops: Vec::new(), hours: [0; 24], without_hour: 0 })
}

impl VisitDays {
    /// The numbers of stops and, as far as no hour of a statement is known, of statements.
    pub fn counts(&self) -> (usize, usize) {
        let stops = || self.days.iter().flat_map(|day| &day.stops).chain(&self.undated);
        let without_stop = self.days.iter().map(|day| day.without_hour).sum::<usize>();
        let at_stops = stops().map(|stop| stop.statements).sum::<usize>();
        (stops().count(), at_stops + without_stop + self.undated_statements)
    }

    /// The first hour in which anything was, and the one that follows the last; none if no hour is known.
    pub fn hours(&self) -> Option<(u16, u16)> {
        let stops = self.days.iter().flat_map(|day| &day.stops);
        let minutes = stops.flat_map(|stop| [stop.from, stop.to]).flatten();
        let said = self.days.iter().flat_map(|day| (0_u16..).zip(&day.hours));
        let said = said.filter(|(_, count)| **count > 0).flat_map(|(hour, _)| [hour * 60, hour * 60 + 60]);
        let all: Vec<u16> = minutes.chain(said).collect();
        let (first, last) = (all.iter().min()? / 60, all.iter().max()?.div_ceil(60));
        Some((first, last.max(first + 1)))
    }
}

impl VisitSpan {
    /// All days that it may touch.
    pub fn days(&self) -> Days {
        let all = self.pieces.iter().map(|piece| piece.possible);
        all.reduce(Days::and).unwrap_or(Days::ALL)
    }
}
