//! An axis of days, with round dates marked.

use jiff::civil::Date;

use crate::lang::{Lang, date_short};
use crate::model::{Days, PartialDate, SingleDate};

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
