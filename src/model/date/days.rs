//! Days from one to another.

use jiff::civil::Date;

/// Days from one to another, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Days {
    /// The first.
    pub first: Date,
    /// The last.
    pub last: Date,
}

impl Days {
    /// All days that there are.
    pub const ALL: Self = Self { first: Date::MIN, last: Date::MAX };

    /// A single day.
    pub fn one(day: Date) -> Self {
        Self { first: day, last: day }
    }

    /// Whether a day is one of them.
    pub fn has(self, day: Date) -> bool {
        self.first <= day && day <= self.last
    }

    /// Whether all days of the other are among these.
    pub fn holds(self, other: Self) -> bool {
        self.first <= other.first && other.last <= self.last
    }

    /// Whether there is a day that both have.
    pub fn overlaps(self, other: Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }

    /// One after the other.
    pub fn each(self) -> impl Iterator<Item = Date> {
        std::iter::successors(Some(self.first), |day| day.tomorrow().ok())
            .take_while(move |day| *day <= self.last)
    }

    /// The days of the week, from 0 for Monday, that are among them.
    pub fn weekdays(self) -> Vec<usize> {
        self.each().take(7).map(weekday).collect()
    }
}

/// The day of the week, from 0 for Monday.
pub(super) fn weekday(day: Date) -> usize {
    usize::from(day.weekday().to_monday_zero_offset().unsigned_abs())
}
