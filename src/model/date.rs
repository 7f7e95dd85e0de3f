//! Dates as sources give them: by day, month or year, with unknown digits, uncertain, or as an interval.
//!
//! The notation is EDTF (ISO 8601-2): `2026`, `2026-01`, `2026-01-10`, `2026-01-10T09:30+07:00`, `XXXX-10-19`, seasons and
//! other parts of a year (`2026-21`), a trailing `?`, `~` or `%`, intervals with open or unknown ends (`2026-01/2026-03`,
//! `2026/..`, `../2026`, `2026/`), one of several days (`[2026-01-10..2026-01-12]`, `[2026-01-10,2026-01-12]`) or all of them
//! (`{2026-01-10,2026-01-12}`), and years before the year 1 (`-0044`).

use std::fmt;
use std::str::FromStr;

use borsh::{BorshDeserialize, BorshSerialize};
use jiff::civil::Date;

pub(super) mod binary;
pub mod day_text;
mod days;
mod doubt;
mod schema;
mod set;
mod single;

pub use days::Days;
pub use doubt::{Doubt, NotADate};
pub use single::{SingleDate, YearPart};

use set::DateSet;
use single::{digits, number};

/// A date or an interval, as precise as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, BorshSerialize, BorshDeserialize)]
pub struct PartialDate {
    first: Edge,
    rest: Rest,
}

/// All of a date except its start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, BorshSerialize, BorshDeserialize)]
enum Rest {
    Nothing,
    Time(Time),
    Last(Join, Edge),
    /// All dates of a set, including the first.
    Set(&'static DateSet),
}

/// The start or the end of an interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, BorshSerialize, BorshDeserialize)]
pub enum Edge {
    /// A date.
    Date(SingleDate),
    /// `..`: open.
    Open,
    /// Unknown.
    Unknown,
}

/// How two dates are combined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, BorshSerialize, BorshDeserialize)]
pub enum Join {
    /// `A/B`: the whole interval.
    Through,
    /// `[A..B]`: some day between them.
    Between,
    /// `[A,B]`: one of them.
    Or,
    /// `{A,B}`: each of them.
    And,
}

/// The year in which the Gregorian calendar began.
const FIRST_GREGORIAN: i16 = 1582;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, BorshSerialize, BorshDeserialize)]
struct Time {
    hour: u8,
    minute: u8,
    second: Option<u8>,
    /// The offset in minutes east of UTC; `None` for local time.
    offset: Option<i16>,
}

impl Edge {
    /// The date.
    pub fn date(self) -> Option<SingleDate> {
        match self {
            Self::Date(date) => Some(date),
            Self::Open | Self::Unknown => None,
        }
    }

    /// The days that it may mean; `None` if the year is not known.
    fn days(self) -> Option<Days> {
        self.date().and_then(|date| date.days())
    }

    fn doubt(self) -> Doubt {
        self.date().map_or(Doubt::None, |date| date.doubt())
    }

    /// Parses one side of an interval.
    fn read(text: &str, nothing: Self) -> Result<Self, NotADate> {
        match text {
            "" => Ok(nothing),
            ".." => Ok(Self::Open),
            date => SingleDate::read(date).map(Self::Date),
        }
    }
}

impl PartialDate {
    /// The start, or the single date if there is no [`Self::last`].
    pub fn first(&self) -> Edge {
        self.first
    }

    /// The end, and how it is combined with the start, if there are two dates.
    pub fn last(&self) -> Option<(Join, Edge)> {
        match self.rest {
            Rest::Nothing | Rest::Time(_) => None,
            Rest::Last(join, last) => Some((join, last)),
            Rest::Set(set) => Some((set.join, set.last)),
        }
    }

    /// The members of a set in source order, and whether one or each of them is meant.
    pub fn members(&self) -> Option<(Join, &'static [Self])> {
        match self.rest {
            Rest::Set(set) => Some((set.join, &set.members)),
            _ => None,
        }
    }

    /// The date, if it is a single one.
    pub fn single(&self) -> Option<SingleDate> {
        self.first.date().filter(|_| matches!(self.rest, Rest::Nothing | Rest::Time(_)))
    }

    /// A component that all dates share.
    fn shared<T: PartialEq>(&self, part: impl Fn(&SingleDate) -> Option<T> + Copy) -> Option<T> {
        let first = part(&self.first.date()?)?;
        let is_shared = match self.rest {
            Rest::Nothing | Rest::Time(_) => true,
            Rest::Last(_, last) => last.date().and_then(|last| part(&last)).as_ref() == Some(&first),
            Rest::Set(set) => set.members.iter().all(|date| date.shared(part).as_ref() == Some(&first)),
        };
        is_shared.then_some(first)
    }

    /// The year, if all digits are known.
    pub fn year(&self) -> Option<i16> {
        self.shared(SingleDate::year)
    }

    /// The month from 1 to 12, if known.
    pub fn month(&self) -> Option<u8> {
        self.shared(|date| Some((date.year(), date.month()?))).map(|(_, month)| month)
    }

    /// The day of the month, if known.
    pub fn day(&self) -> Option<u8> {
        self.shared(|date| Some((date.year(), date.month(), date.day()?))).map(|(.., day)| day)
    }

    /// The part of the year, if it is one.
    pub fn part(&self) -> Option<YearPart> {
        self.shared(|date| Some((date.year(), date.part()?))).map(|(_, part)| part)
    }

    /// Hour, minute, and the offset in minutes east of UTC if given.
    pub fn time(&self) -> Option<(u8, u8, Option<i16>)> {
        self.clock().map(|time| (time.hour, time.minute, time.offset))
    }

    fn clock(&self) -> Option<Time> {
        match self.rest {
            Rest::Time(time) => Some(time),
            _ => None,
        }
    }

    /// The date without the time of day.
    #[must_use]
    pub fn day_only(self) -> Self {
        match self.rest {
            Rest::Time(_) => Self { rest: Rest::Nothing, ..self },
            _ => self,
        }
    }

    /// The qualifier of the date, or of all dates combined.
    pub fn doubt(&self) -> Doubt {
        match self.rest {
            Rest::Nothing | Rest::Time(_) => self.first.doubt(),
            Rest::Last(_, last) => self.first.doubt().and(last.doubt()),
            Rest::Set(set) => set.members.iter().map(Self::doubt).fold(Doubt::None, Doubt::and),
        }
    }

    /// Whether it is a calendar day, month or year with all digits known and without a qualifier.
    pub fn is_plain(&self) -> bool {
        let is_plain = |date: SingleDate| {
            !date.has_unknown_digits() && date.part().is_none() && date.doubt() == Doubt::None
        };
        self.single().is_some_and(is_plain)
    }

    /// Start and end as separate dates; the date alone unless it is an interval between two dates.
    pub fn ends(self) -> (Self, Option<Self>) {
        match (self.first, self.rest) {
            (first @ Edge::Date(_), Rest::Last(Join::Through, last @ Edge::Date(_))) => {
                (Self { first, rest: Rest::Nothing }, last.date().map(Self::from))
            }
            _ => (self, None),
        }
    }

    /// The calendar date, if year, month and day are known.
    pub fn civil(&self) -> Option<Date> {
        self.shared(SingleDate::civil)
    }

    /// The day of the week from 0 for Monday, if the whole date is known. `None` before the Gregorian calendar, when days of the week
    /// were different.
    pub fn weekday(&self) -> Option<usize> {
        self.civil().filter(|day| day.year() > FIRST_GREGORIAN).map(days::weekday)
    }

    /// The first day it may mean; `None` if it is open or the year is not known.
    pub fn earliest(&self) -> Option<Date> {
        match self.rest {
            Rest::Set(set) => set.bound(Self::earliest, Date::min),
            _ => self.first.days().map(|days| days.first),
        }
    }

    /// The last day it may mean; `None` if it is open or the year is not known.
    pub fn latest(&self) -> Option<Date> {
        match self.rest {
            Rest::Nothing | Rest::Time(_) => self.first.days().map(|days| days.last),
            Rest::Last(_, last) => last.days().map(|days| days.last),
            Rest::Set(set) => set.bound(Self::latest, Date::max),
        }
    }

    /// The sort key: by earliest day, less precise dates after more precise ones; by last day if there is no earliest one; unknown
    /// years last.
    pub fn order(&self) -> impl Ord + use<> {
        let (first, last) = (self.earliest(), self.latest());
        let day = first.or(last);
        (day.is_none(), day, last.is_none(), last, self.clock().is_none(), self.clock())
    }

    /// Two dates, unless the end is entirely before the start or both are open.
    fn joined(first: Edge, join: Join, last: Edge) -> Result<Self, NotADate> {
        let is_empty = first.date().is_none() && last.date().is_none();
        let is_reversed = first.days().zip(last.days()).is_some_and(|(first, last)| last.last < first.first);
        let date = Self { first, rest: Rest::Last(join, last) };
        if is_empty || is_reversed { Err(NotADate) } else { Ok(date) }
    }

    fn read_single(text: &str) -> Result<Self, NotADate> {
        let (body, doubt) = Doubt::strip(text);
        let (days, rest) = match body.split_once(['T', ' ']) {
            Some((days, time)) => (days, Rest::Time(Time::read(time)?)),
            None => (body, Rest::Nothing),
        };
        let date = SingleDate::read(days)?;
        if date.doubt() != Doubt::None || (rest != Rest::Nothing && date.civil().is_none()) {
            return Err(NotADate);
        }
        Ok(Self { rest, ..Self::from(date.in_doubt(doubt)) })
    }
}

impl From<SingleDate> for PartialDate {
    fn from(date: SingleDate) -> Self {
        Self { first: Edge::Date(date), rest: Rest::Nothing }
    }
}

impl FromStr for PartialDate {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        let text = text.trim();
        if text == ".." {
            return Ok(Self { first: Edge::Open, rest: Rest::Nothing });
        }
        if text.starts_with(['[', '{']) {
            return Self::read_set(text);
        }
        match text.split_once('/') {
            Some((first, last)) => Self::joined(
                Edge::read(first.trim(), Edge::Unknown)?,
                Join::Through,
                Edge::read(last.trim(), Edge::Unknown)?,
            ),
            None => Self::read_single(text),
        }
    }
}

impl Time {
    /// Parses `09:30` or `09:30:15`, followed by `Z`, `+07` or `+07:00`. Fractions of a second are dropped.
    fn read(text: &str) -> Result<Self, NotADate> {
        let (clock, offset) = match text.find(['+', '-', 'Z']) {
            Some(at) => text.split_at(at),
            None => (text, ""),
        };
        let part = |text: &str| digits::<2>(text).and_then(|digits| number::<u8>(&digits).ok_or(NotADate));
        let mut parts = clock.trim_end().split(':');
        let hour = part(parts.next().unwrap_or_default())?;
        let minute = part(parts.next().unwrap_or_default())?;
        let second = parts.next().map(|text| {
            let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
            let is_number = !fraction.is_empty() && fraction.bytes().all(|byte| byte.is_ascii_digit());
            if is_number { part(whole) } else { Err(NotADate) }
        });
        let second = second.transpose()?;
        let offset = match offset.strip_prefix(['+', '-']) {
            None if offset.is_empty() => None,
            None if offset == "Z" => Some(0),
            None => return Err(NotADate),
            Some(east) => {
                let (hours, minutes) = east.split_once(':').unwrap_or((east, "00"));
                let east = i16::from(part(hours)?) * 60 + i16::from(part(minutes)?);
                Some(if offset.starts_with('-') { -east } else { east })
            }
        };
        let is_within = parts.next().is_none()
            && hour < 24
            && minute < 60
            && second.is_none_or(|second| second < 60)
            && offset.is_none_or(|offset: i16| offset.abs() <= 18 * 60);
        if is_within { Ok(Self { hour, minute, second, offset }) } else { Err(NotADate) }
    }
}

impl fmt::Display for Edge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(date) => date.fmt(f),
            Self::Open => f.write_str(".."),
            Self::Unknown => Ok(()),
        }
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "T{:02}:{:02}", self.hour, self.minute)?;
        if let Some(second) = self.second {
            write!(f, ":{second:02}")?;
        }
        if let Some(offset) = self.offset {
            let sign = if offset < 0 { '-' } else { '+' };
            write!(f, "{sign}{:02}:{:02}", offset.abs() / 60, offset.abs() % 60)?;
        }
        Ok(())
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let first = self.first;
        match self.rest {
            Rest::Nothing => first.fmt(f),
            Rest::Time(time) => {
                let date = first.date().map(|date| date.in_doubt(Doubt::None).to_string());
                write!(f, "{}{time}{}", date.unwrap_or_default(), self.doubt().sign())
            }
            Rest::Last(Join::Through, last) => write!(f, "{first}/{last}"),
            Rest::Last(_, last) => write!(f, "[{}]", set::Range(first, last)),
            Rest::Set(set) => set.fmt(f),
        }
    }
}

#[cfg(test)]
mod tests;
