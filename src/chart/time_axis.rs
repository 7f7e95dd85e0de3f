//! An axis of days, with round dates marked: in pictures, and in the columns of a text.

use jiff::civil::Date;

use super::picture::length;
use crate::lang::{Lang, date_short};
use crate::model::{Days, PartialDate, SingleDate};
use crate::stats::VisitSpan;
use crate::text::width;

/// The most marks on an axis.
const MOST_MARKS: i32 = 5;
/// Days in a month and in a year.
const MONTH: i32 = 31;
const YEAR: i32 = 366;

/// An axis from a first to a last day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TimeAxis {
    days: Days,
}

/// The days from the epoch.
fn number(day: Date) -> i32 {
    let days = day.duration_since(Date::constant(1970, 1, 1)).as_hours() / 24;
    i32::try_from(days).unwrap_or_default()
}

/// The day with this number of days from the epoch.
fn day(number: f64) -> Option<Date> {
    let hours = jiff::SignedDuration::from_secs_f64(number.round() * 86_400.0);
    Date::constant(1970, 1, 1).checked_add(hours).ok()
}

impl TimeAxis {
    /// An axis of these days.
    pub fn new(days: Days) -> Self {
        Self { days }
    }

    /// How many days it has.
    fn length(self) -> i32 {
        number(self.days.last) - number(self.days.first) + 1
    }

    /// Where a day begins, from 0 to 1; days outside are at the ends.
    pub fn start_of(self, day: Date) -> f64 {
        self.share(number(day))
    }

    /// Where a day ends.
    pub fn end_of(self, day: Date) -> f64 {
        self.share(number(day) + 1)
    }

    fn share(self, day: i32) -> f64 {
        (f64::from(day - number(self.days.first)) / f64::from(self.length())).clamp(0.0, 1.0)
    }

    /// A span in columns: `━` where it is certain, `╌` where it is possible.
    pub fn columns_of(self, span: &VisitSpan, columns: usize) -> String {
        let share = |at: usize| length(at) / length(columns);
        let column = |end: f64| (0..columns).take_while(|at| share(*at) <= end).count().saturating_sub(1);
        let mut drawn = vec![' '; columns];
        let mut draw = |days: Days, sign: char| {
            // What is outside of the axis is not drawn at its ends.
            if days.last < self.days.first || days.first > self.days.last {
                return;
            }
            let first = column(self.start_of(days.first));
            for at in first..=column(self.end_of(days.last) - 1e-9).max(first) {
                if let Some(it) = drawn.get_mut(at) {
                    *it = sign;
                }
            }
        };
        for piece in &span.pieces {
            draw(piece.possible, '╌');
            if let Some(certain) = piece.certain.filter(|_| span.is_sure) {
                draw(certain, '━');
            }
        }
        drawn.into_iter().collect()
    }

    /// The days of the axis.
    pub fn days(self) -> Days {
        self.days
    }

    /// The axis with `factor` times as many days, at least one, around a day; within `all` days.
    #[must_use]
    pub fn zoomed(self, factor: f64, around: Date, all: Days) -> Self {
        let wanted = (f64::from(self.length()) * factor).round().max(1.0);
        let whole = Self::new(all);
        if wanted >= f64::from(whole.length()) {
            return whole;
        }
        let before = wanted * self.start_of(around);
        whole.part_from(f64::from(number(around)) - before, wanted)
    }

    /// The axis moved by a part of its length, within `all` days.
    #[must_use]
    pub fn moved(self, part: f64, all: Days) -> Self {
        let days = f64::from(self.length());
        Self::new(all).part_from(f64::from(number(self.days.first)) + (days * part).round(), days)
    }

    /// As many days of this axis from a number of a day, or as near to it as there are.
    fn part_from(self, first: f64, count: f64) -> Self {
        let last_start = f64::from(number(self.days.last)) + 1.0 - count;
        let first = first
            .clamp(f64::from(number(self.days.first)), last_start.max(f64::from(number(self.days.first))));
        let day = |number: f64| day(number).unwrap_or(self.days.first);
        Self::new(Days { first: day(first), last: day(first + count - 1.0) })
    }

    /// Round dates on the axis, with their labels.
    pub fn marks(self, lang: Lang) -> Vec<(f64, String)> {
        let length = self.length();
        let name = |date: SingleDate| date_short(lang, &PartialDate::from(date));
        if length <= 2 * MONTH {
            let step = (length + MOST_MARKS - 1) / MOST_MARKS;
            let first = number(self.days.first);
            let days = self.days.each().filter(|day| (number(*day) - first) % step == 0);
            return days.map(|day| (self.start_of(day), name(SingleDate::from(day)))).collect();
        }
        let (months, is_years) = match length {
            _ if length <= 20 * MONTH => {
                ([1, 2, 3, 4, 6].into_iter().find(|it| length / MONTH <= it * MOST_MARKS), false)
            }
            _ => (None, true),
        };
        let step = match months {
            Some(months) if !is_years => months,
            _ => 12 * round_years(length / YEAR / MOST_MARKS + 1),
        };
        let begins_step = |month: &i32| month.rem_euclid(step) == 0;
        let month_of = |day: Date| i32::from(day.year()) * 12 + i32::from(day.month()) - 1;
        let months = month_of(self.days.first)..=month_of(self.days.last);
        let start = |month: i32| {
            let year = i16::try_from(month.div_euclid(12)).ok()?;
            Date::new(year, i8::try_from(month.rem_euclid(12) + 1).ok()?, 1).ok()
        };
        let days = months.filter(begins_step).filter_map(start).filter(|day| *day >= self.days.first);
        days.map(|day| {
            let date = SingleDate::from(day);
            let label = if step % 12 == 0 { date.without_month() } else { date.without_day() };
            (self.start_of(day), name(label))
        })
        .collect()
    }
}

/// Labels at their places in a line of this many columns; those without room are left out.
pub fn labels_in_columns(marks: impl Iterator<Item = (f64, String)>, columns: usize) -> String {
    let mut line = String::new();
    for (share, label) in marks {
        let at = column_of(share, columns);
        let label = format!("╵{label}");
        let used = width(&line);
        if (used == 0 || at > used) && at + width(&label) <= columns {
            line.push_str(&" ".repeat(at - used));
            line.push_str(&label);
        }
    }
    line
}

/// The column of a share of a length.
pub fn column_of(share: f64, columns: usize) -> usize {
    let whole = u32::try_from(columns).unwrap_or(u32::MAX);
    (0..columns)
        .take_while(|at| f64::from(u32::try_from(*at).unwrap_or(u32::MAX)) <= share * f64::from(whole))
        .count()
        .saturating_sub(1)
}

/// 1, 2, 5, 10, 20, … years: the next that is not less.
fn round_years(least: i32) -> i32 {
    let steps = (0..4).flat_map(|power| [1, 2, 5].map(|digit| digit * 10_i32.pow(power)));
    steps.into_iter().find(|step| *step >= least).unwrap_or(5_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_round_and_few() {
        let marks = |first: &str, last: &str| {
            let days = Days { first: first.parse().unwrap(), last: last.parse().unwrap() };
            let marks = TimeAxis::new(days).marks(Lang::En);
            assert!(marks.len() <= 7 && marks.is_sorted_by(|one, other| one.0 < other.0), "{marks:?}");
            marks.into_iter().map(|(_, label)| label).collect::<Vec<_>>().join(", ")
        };
        assert_eq!(marks("2024-03-12", "2024-03-14"), "12 Mar 2024, 13 Mar 2024, 14 Mar 2024");
        assert_eq!(marks("2024-02-10", "2024-06-02"), "Mar 2024, Apr 2024, May 2024, Jun 2024");
        assert_eq!(marks("2019-02-10", "2024-06-02"), "2020, 2022, 2024");
        assert_eq!(marks("1901-02-10", "2024-06-02"), "1950, 2000");
        assert_eq!(marks("2024-03-12", "2024-03-12"), "12 Mar 2024");
    }
}
