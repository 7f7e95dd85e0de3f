//! Ranges of days.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::day_text;

/// An inclusive range of days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize)]
pub struct Days {
    /// The first day.
    #[serde(with = "day_text")]
    pub first: Date,
    /// The last day.
    #[serde(with = "day_text")]
    pub last: Date,
}

impl Days {
    /// All days that can be represented.
    pub const ALL: Self = Self { first: Date::MIN, last: Date::MAX };

    /// A range of one day.
    pub fn one(day: Date) -> Self {
        Self { first: day, last: day }
    }

    /// Whether the range contains a day.
    pub fn has(self, day: Date) -> bool {
        self.first <= day && day <= self.last
    }

    /// Whether the range contains all days of another.
    pub fn holds(self, other: Self) -> bool {
        self.first <= other.first && other.last <= self.last
    }

    /// Whether both ranges have a day in common.
    pub fn overlaps(self, other: Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }

    /// The smallest range with both.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self { first: self.first.min(other.first), last: self.last.max(other.last) }
    }

    /// The days in order.
    pub fn each(self) -> impl Iterator<Item = Date> {
        std::iter::successors(Some(self.first), |day| day.tomorrow().ok())
            .take_while(move |day| *day <= self.last)
    }

    /// The days of the week in the range, from 0 for Monday.
    pub fn weekdays(self) -> Vec<usize> {
        self.each().take(7).map(weekday).collect()
    }
}

/// The day of the week, from 0 for Monday.
pub(super) fn weekday(day: Date) -> usize {
    usize::from(day.weekday().to_monday_zero_offset().unsigned_abs())
}
