//! The rows of the timeline, and of one visit by day and hour.

use crate::app::overlay::stats_view::timeline::{DayRow, Days, Timeline};
use crate::app::state::App;
use crate::chart::{column_of, labels_in_columns};
use crate::lang::{STATEMENTS, STOPS, date_long};
use crate::model::{PartialDate, SingleDate};
use crate::page::{leading_status, leading_stop_status, visit_date};
use crate::stats::{StopTime, clock};
use crate::text::{Line, TextRole, height};

/// From this many columns on, a row is one line.
const ONE_LINE: usize = 76;
/// The columns of a date and of a time of day.
const DATE: usize = 22;
const CLOCK: usize = 13;

/// The columns of the names beside the bars, and those of the bars.
struct Columns {
    name: usize,
    bar: usize,
}

impl Columns {
    /// Of rows with a date or a time of this many columns.
    fn of(columns: usize, when: usize) -> Self {
        if columns < ONE_LINE {
            return Self { name: 0, bar: columns };
        }
        let name = columns * 35 / 100;
        Self { name, bar: columns.saturating_sub(name + when + 4) }
    }

    /// Of one visit; without hours there are only names.
    fn of_days(days: &Days, columns: usize) -> Self {
        match days.days.hours() {
            None => Self { name: columns, bar: 0 },
            Some(_) => Self::of(columns, CLOCK),
        }
    }

    /// Where the bars begin.
    fn offset(&self, when: usize) -> usize {
        if self.name == 0 { 0 } else { self.name + when + 4 }
    }
}

impl App {
    /// The dates above the timeline.
    pub(super) fn axis_line(&self, timeline: &Timeline, columns: usize) -> Line {
        let Some(axis) = timeline.axis else { return Line::new() };
        let at = Columns::of(columns, DATE);
        let before = Line::of(&" ".repeat(at.offset(DATE)), TextRole::Plain);
        before.with(&labels_in_columns(axis.marks(self.lang).into_iter(), at.bar), TextRole::Dim)
    }

    pub(super) fn timeline_lines(
        &self,
        timeline: &Timeline,
        (row, mark): (usize, &str),
        columns: usize,
    ) -> Vec<Line> {
        let Some(span) = timeline.span(row) else { return Vec::new() };
        let Some(visit) = self.data.archive.visits.get(span.visit) else { return Vec::new() };
        let at = Columns::of(columns, DATE);
        let date = Line::of(&visit_date(self.lang, visit), TextRole::Dim);
        let bar = timeline.axis.map(|axis| axis.columns_of(span, at.bar)).unwrap_or_default();
        let bar = Line::of(&bar, TextRole::Accent);
        let status = leading_status(self.lang, visit);
        let title = Line::of(mark, TextRole::Plain).with(&status, TextRole::Warning);
        let title = title.with(&visit.title, TextRole::Plain);
        if at.name == 0 {
            return vec![title.spread(&date, columns), bar];
        }
        let gap = Line::of("  ", TextRole::Plain);
        vec![title.fit(at.name).joined(&gap).joined(&date.fit(DATE)).joined(&gap).joined(&bar)]
    }

    /// The hours above the days; without any the numbers of stops and statements.
    pub(super) fn hours_line(&self, days: &Days, columns: usize) -> Line {
        let Some((first, last)) = days.days.hours() else {
            let (stops, statements) = days.days.counts();
            let counts = [(stops, STOPS), (statements, STATEMENTS)];
            let counts = counts.map(|(count, what)| self.lang.counted(count, what)).join(" · ");
            return Line::of(&counts, TextRole::Plain).cut(columns);
        };
        let at = Columns::of_days(days, columns);
        let step = usize::from((last - first).div_ceil(8).max(1));
        let share = |hour: u16| f64::from(hour - first) / f64::from(last - first);
        let marks = (first..last).step_by(step).map(|hour| (share(hour), clock(hour * 60, self.lang)));
        let before = Line::of(&" ".repeat(at.offset(CLOCK)), TextRole::Plain);
        before.with(&labels_in_columns(marks, at.bar), TextRole::Dim)
    }

    pub(super) fn day_lines(&self, days: &Days, row: usize, columns: usize) -> Vec<Line> {
        let Some(own) = days.rows.get(row).copied() else { return Vec::new() };
        let m = self.lang.messages();
        let mut lines = Vec::new();
        if let Some(heading) = days.heading(row) {
            let words = match heading {
                Some(day) => date_long(self.lang, &PartialDate::from(SingleDate::from(day))),
                None => m.stops_without_day.to_owned(),
            };
            lines.extend((row > 0).then(Line::new));
            lines.push(Line::of(&words, TextRole::Heading).cut(columns));
        }
        match own {
            DayRow::Stop(..) | DayRow::Undated(_) => {
                if let Some(time) = days.stop_time(own) {
                    lines.extend(self.stop_time_lines(days, time, columns));
                }
            }
            DayRow::Statements(day) => lines.extend(self.density_lines(days, day, columns)),
            DayRow::UndatedStatements(count) => {
                let count = self.lang.counted(count, STATEMENTS);
                lines.push(Line::of(&format!("{count}, {}", m.date_not_stated), TextRole::Dim));
            }
        }
        lines
    }

    fn stop_time_lines(&self, days: &Days, time: &StopTime, columns: usize) -> Vec<Line> {
        let stop = self.data.archive.visits.get(days.days.visit).and_then(|it| it.itinerary.get(time.stop));
        let Some(stop) = stop else { return Vec::new() };
        let at = Columns::of_days(days, columns);
        let doubt = if time.is_sure { "" } else { " (?)" };
        let name = Line::of(&leading_stop_status(self.lang, stop), TextRole::Warning)
            .with(stop.name_in(self.lang.code()).unwrap_or(&stop.name), TextRole::Plain)
            .with(doubt, TextRole::Warning);
        let clock = Line::of(&time.clock(self.lang), TextRole::Dim);
        // A number beside a name counts statements, as in the panes.
        let count = if time.statements > 0 { self.lang.number(time.statements) } else { String::new() };
        let bar = days.days.hours().zip(time.from).map(|(hours, from)| {
            let to = time.to.unwrap_or(from + 1);
            drawn(hours, (from, to), at.bar)
        });
        let bar = Line::of(&bar.unwrap_or_default(), TextRole::Accent);
        if at.name == 0 {
            let first = clock.fit(if clock.is_empty() { 0 } else { CLOCK }).joined(&name);
            let mut lines = vec![first.spread(&Line::of(&count, TextRole::Dim), columns)];
            lines.extend((!bar.is_empty()).then_some(bar));
            return lines;
        }
        if bar.is_empty() && at.bar == 0 {
            return vec![name.spread(&Line::of(&count, TextRole::Dim), columns)];
        }
        let gap = Line::of("  ", TextRole::Plain);
        let left = name.spread(&Line::of(&count, TextRole::Dim), at.name);
        vec![left.joined(&gap).joined(&clock.fit(CLOCK)).joined(&gap).joined(&bar)]
    }

    /// The statements of a day by hour, as blocks below the bars.
    fn density_lines(&self, days: &Days, day: usize, columns: usize) -> Vec<Line> {
        let Some(day) = days.days.days.get(day) else { return Vec::new() };
        let at = Columns::of_days(days, columns);
        let (said, most) =
            (day.hours.iter().sum::<usize>(), day.hours.iter().max().copied().unwrap_or_default());
        let words = if said > 0 {
            self.lang.counted(said + day.without_hour, STATEMENTS)
        } else {
            let without = self.lang.messages().stop_not_stated;
            format!("+ {}, {without}", self.lang.counted(day.without_hour, STATEMENTS))
        };
        let blocks: String = days.days.hours().filter(|_| most > 0).map_or(String::new(), |(first, last)| {
            let hours = usize::from(last - first);
            let hour = |column: usize| usize::from(first) + column * hours / at.bar.max(1);
            let of_hour = |hour: usize| day.hours.get(hour).copied().unwrap_or_default();
            (0..at.bar).map(|column| height(of_hour(hour(column)), most)).collect()
        });
        let (words, blocks) = (Line::of(&words, TextRole::Dim), Line::of(&blocks, TextRole::Quote));
        if at.name == 0 || most == 0 {
            return [Some(words), (most > 0).then_some(blocks)].into_iter().flatten().collect();
        }
        vec![words.fit(at.offset(CLOCK)).joined(&blocks)]
    }
}

/// A time of the day in columns.
fn drawn((first, last): (u16, u16), (from, to): (u16, u16), columns: usize) -> String {
    let minutes = f64::from((last - first) * 60);
    let share = |minute: u16| f64::from(minute.saturating_sub(first * 60)) / minutes;
    let start = column_of(share(from), columns);
    let end = column_of((share(to) - 1e-9).max(0.0), columns).max(start);
    format!("{}{}", " ".repeat(start), "━".repeat(end - start + 1))
}
