//! Dates as sources give them: to the day, to the month, to the year, with unknown digits, in doubt.
//!
//! The notation is EDTF (ISO 8601-2), level 1 with unspecified digits: `2026`, `2026-01`, `2026-01-10`,
//! `2026-01-10T09:30`, `2026-01-10T09:30+07:00`, `XXXX-10-19`, and a trailing `?`, `~` or `%`.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, Error, Visitor};

/// What is known of a date. As a value it stands for the interval of days that it may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PartialDate {
    year: [u8; 4],
    month: Option<[u8; 2]>,
    day: Option<[u8; 2]>,
    time: Option<Time>,
    doubt: Doubt,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Time {
    hour: u8,
    minute: u8,
    /// Minutes east of UTC; none: the time of the place.
    offset: Option<i16>,
}

/// The sign behind a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Doubt {
    /// None.
    #[default]
    None,
    /// `?`: the source may be wrong.
    Uncertain,
    /// `~`: about this time.
    Approximate,
    /// `%`: both.
    Both,
}

/// How finely a date is known; the coarser is the greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// To the minute.
    Minute,
    /// To the day.
    Day,
    /// To the month, or to a day with unknown digits.
    Month,
    /// To the year.
    Year,
    /// Not even that.
    Unknown,
}

/// Text that is not a date of the format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotADate;

impl fmt::Display for NotADate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a date")
    }
}

impl PartialDate {
    /// The year, when all its digits are known.
    pub fn year(&self) -> Option<i16> {
        number(&self.year)
    }

    /// The month, 1 to 12, when it is known.
    pub fn month(&self) -> Option<u8> {
        self.month.as_ref().and_then(|digits| number(digits))
    }

    /// The day of the month, when it is known.
    pub fn day(&self) -> Option<u8> {
        self.day.as_ref().and_then(|digits| number(digits))
    }

    /// Hour and minute, with the minutes east of UTC when the date says them.
    pub fn time(&self) -> Option<(u8, u8, Option<i16>)> {
        self.time.map(|time| (time.hour, time.minute, time.offset))
    }

    /// The same without the time of day.
    #[must_use]
    pub fn day_only(self) -> Self {
        Self { time: None, ..self }
    }

    /// The sign behind it.
    pub fn doubt(&self) -> Doubt {
        self.doubt
    }

    /// The full date, when year, month and day are all known.
    pub fn civil(&self) -> Option<Date> {
        let (month, day) = (i8::try_from(self.month()?).ok()?, i8::try_from(self.day()?).ok()?);
        Date::new(self.year()?, month, day).ok()
    }

    /// The day of the week, from 0 for Monday, when all of the date is known.
    pub fn weekday(&self) -> Option<usize> {
        self.civil().map(|day| usize::from(day.weekday().to_monday_zero_offset().unsigned_abs()))
    }

    /// The days of the week, as [`Self::weekday`] counts them, from this date to another, when both are full.
    pub fn weekdays_until(&self, end: Option<Self>) -> Option<Vec<usize>> {
        let (first, last) = (self.civil()?, end?.civil()?);
        let days = first.series(jiff::Span::new().days(1)).take_while(|day| *day <= last).take(7);
        Some(days.map(|day| usize::from(day.weekday().to_monday_zero_offset().unsigned_abs())).collect())
    }

    /// How finely it is known.
    pub fn precision(&self) -> Precision {
        match (self.year(), self.month(), self.day(), self.time) {
            (None, ..) if self.years().is_none() => Precision::Unknown,
            (None, ..) | (_, None, ..) => Precision::Year,
            (_, _, None, _) => Precision::Month,
            (_, _, _, None) => Precision::Day,
            (_, _, _, Some(_)) => Precision::Minute,
        }
    }

    /// The first day it may mean; none when nothing of the year is known.
    pub fn earliest(&self) -> Option<Date> {
        let [year, _] = self.years()?;
        self.days_of(year).next()
    }

    /// The last day it may mean; none when nothing of the year is known.
    pub fn latest(&self) -> Option<Date> {
        let [_, year] = self.years()?;
        self.days_of(year).last()
    }

    /// The order in which dates are listed: by the earliest day, the coarser after the finer, an unknown
    /// year last.
    pub fn order(&self) -> impl Ord + use<> {
        let day = self.earliest();
        let time = self.time.map(|time| (time.hour, time.minute));
        (day.is_none(), day, self.precision(), time)
    }

    fn years(&self) -> Option<[i16; 2]> {
        if self.year.iter().all(|digit| *digit == b'X') {
            return None;
        }
        let with = |fill: u8| {
            let mut digits = self.year;
            digits.iter_mut().filter(|digit| **digit == b'X').for_each(|digit| *digit = fill);
            number(&digits)
        };
        Some([with(b'0')?, with(b'9')?])
    }

    fn days_of(&self, year: i16) -> impl Iterator<Item = Date> + use<'_> {
        let fits = |pattern: Option<[u8; 2]>, value: i8| {
            let value = [b'0' + value.unsigned_abs() / 10, b'0' + value.unsigned_abs() % 10];
            pattern.is_none_or(|p| p.iter().zip(value).all(|(p, v)| *p == b'X' || *p == v))
        };
        (1..=12).filter(move |month| fits(self.month, *month)).flat_map(move |month| {
            (1..=31)
                .filter(move |day| fits(self.day, *day))
                .filter_map(move |day| Date::new(year, month, day).ok())
        })
    }
}

fn number<N: TryFrom<u16>>(digits: &[u8]) -> Option<N> {
    let mut value = 0u16;
    for digit in digits {
        value = value * 10 + u16::from(digit.checked_sub(b'0').filter(|digit| *digit < 10)?);
    }
    N::try_from(value).ok()
}

impl FromStr for PartialDate {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        let text = text.trim();
        let (body, doubt) = match text.as_bytes().last() {
            Some(b'?') => (text.strip_suffix('?'), Doubt::Uncertain),
            Some(b'~') => (text.strip_suffix('~'), Doubt::Approximate),
            Some(b'%') => (text.strip_suffix('%'), Doubt::Both),
            _ => (Some(text), Doubt::None),
        };
        let body = body.unwrap_or(text);
        let (days, time) = match body.split_once('T') {
            Some((days, time)) => (days, Some(parse_time(time)?)),
            None => (body, None),
        };
        let mut parts = days.split('-');
        let year = digits::<4>(parts.next().unwrap_or_default())?;
        let month = parts.next().map(digits::<2>).transpose()?;
        let day = parts.next().map(digits::<2>).transpose()?;
        let date = Self { year, month, day, time, doubt };
        if parts.next().is_some() || (time.is_some() && date.civil().is_none()) {
            return Err(NotADate);
        }
        // Whatever the unknown digits are, some year must have such a day: 2000 has every day there is.
        let possible = match date.years() {
            Some([from, to]) => (from..=to).any(|year| date.days_of(year).next().is_some()),
            None => date.days_of(2000).next().is_some(),
        };
        if possible { Ok(date) } else { Err(NotADate) }
    }
}

fn digits<const N: usize>(text: &str) -> Result<[u8; N], NotADate> {
    let bytes = <[u8; N]>::try_from(text.as_bytes()).ok().ok_or(NotADate)?;
    let known = bytes.iter().all(|byte| byte.is_ascii_digit() || *byte == b'X');
    if known { Ok(bytes) } else { Err(NotADate) }
}

fn parse_time(text: &str) -> Result<Time, NotADate> {
    let (clock, offset) = match text.find(['+', '-', 'Z']) {
        Some(at) => text.split_at(at),
        None => (text, ""),
    };
    let hours = |text: &str| -> Result<(u8, u8), NotADate> {
        let (hour, minute) = text.split_once(':').ok_or(NotADate)?;
        let part = |text: &str| digits::<2>(text).and_then(|digits| number(&digits).ok_or(NotADate));
        Ok((part(hour)?, part(minute)?))
    };
    let (hour, minute) = hours(clock)?;
    let offset = match offset.strip_prefix(['+', '-']) {
        None if offset.is_empty() => None,
        None if offset == "Z" => Some(0),
        None => return Err(NotADate),
        Some(east) => {
            let (hour, minute) = hours(east)?;
            let minutes = i16::from(hour) * 60 + i16::from(minute);
            Some(if offset.starts_with('-') { -minutes } else { minutes })
        }
    };
    let within = hour < 24 && minute < 60 && offset.is_none_or(|offset: i16| offset.abs() <= 18 * 60);
    if within { Ok(Time { hour, minute, offset }) } else { Err(NotADate) }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let write = |f: &mut fmt::Formatter<'_>, digits: &[u8]| f.write_str(&String::from_utf8_lossy(digits));
        write(f, &self.year)?;
        for part in [self.month, self.day].into_iter().flatten() {
            f.write_str("-")?;
            write(f, &part)?;
        }
        if let Some(time) = self.time {
            write!(f, "T{:02}:{:02}", time.hour, time.minute)?;
            if let Some(offset) = time.offset {
                let sign = if offset < 0 { '-' } else { '+' };
                write!(f, "{sign}{:02}:{:02}", offset.abs() / 60, offset.abs() % 60)?;
            }
        }
        f.write_str(match self.doubt {
            Doubt::None => "",
            Doubt::Uncertain => "?",
            Doubt::Approximate => "~",
            Doubt::Both => "%",
        })
    }
}

impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct DateVisitor;

        impl Visitor<'_> for DateVisitor {
            type Value = PartialDate;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(PartialDate::EXPECTED)
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<PartialDate, E> {
                let date = text.parse::<PartialDate>().ok();
                date.ok_or_else(|| E::invalid_value(serde::de::Unexpected::Str(text), &self))
            }
        }

        deserializer.deserialize_str(DateVisitor)
    }
}

impl PartialDate {
    /// What a deserializer says it expected when text is not a date.
    pub const EXPECTED: &str = "a date";
}

/// The notation; that the calendar has such a day is beyond a schema.
impl JsonSchema for PartialDate {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let pattern = concat!(
            r"^[0-9X]{4}(-[0-9X]{2}(-[0-9X]{2}(T[0-9]{2}:[0-9]{2}",
            r"(Z|[+-][0-9]{2}:[0-9]{2})?)?)?)?[?~%]?$",
        );
        // A year alone is a number to YAML.
        json_schema!({ "type": ["string", "integer"], "pattern": pattern, "minimum": 1000, "maximum": 9999 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn date(text: &str) -> PartialDate {
        text.parse().expect(text)
    }

    #[test]
    fn every_written_form_is_read_and_written_back() {
        for text in [
            "2026",
            "2026-01",
            "2026-01-10",
            "2026-01-10T09:30",
            "2026-01-10T09:30+07:00",
            "XXXX-10-19",
            "202X",
            "2026-XX-10",
            "2026-01-10?",
            "2026-01~",
            "2026%",
            "2024-02-29",
            "XXXX-02-29",
        ] {
            assert_eq!(date(text).to_string(), text);
        }
    }

    #[test]
    fn what_no_calendar_has_is_not_a_date() {
        for text in [
            "",
            "26",
            "2026-1",
            "2026-13",
            "2026-02-30",
            "2025-02-29",
            "2026-01-10T25:00",
            "2026-01T09:00",
            "10/1/2026",
            "2026-01-10-01",
            "2026-1X-32",
            "Sabtu",
            "2026-01-10T09:30+99:00",
            "２０２６",
        ] {
            assert_eq!(text.parse::<PartialDate>(), Err(NotADate), "{text}");
        }
    }

    #[test]
    fn a_date_is_an_interval() {
        let days = |text| date(text).earliest().zip(date(text).latest()).map(|(a, b)| format!("{a} {b}"));
        assert_eq!(days("2026-02").as_deref(), Some("2026-02-01 2026-02-28"));
        assert_eq!(days("202X").as_deref(), Some("2020-01-01 2029-12-31"));
        assert_eq!(days("2026-XX-31").as_deref(), Some("2026-01-31 2026-12-31"));
        assert_eq!(days("XXXX-10-19"), None);
    }

    #[test]
    fn the_finer_comes_before_the_coarser_and_the_unknown_last() {
        let mut dates: Vec<PartialDate> =
            ["XXXX-01-01", "2026", "2026-01", "2026-01-01", "2026-01-01T08:00", "2025-12-31"]
                .map(date)
                .into();
        dates.sort_by_key(PartialDate::order);
        let sorted: Vec<String> = dates.iter().map(PartialDate::to_string).collect();
        assert_eq!(sorted, ["2025-12-31", "2026-01-01T08:00", "2026-01-01", "2026-01", "2026", "XXXX-01-01"]);
    }

    proptest! {
        #[test]
        fn any_text_is_a_date_or_not(text in "[0-9XTZ:+?~%-]{0,24}") {
            if let Ok(date) = text.parse::<PartialDate>() {
                prop_assert_eq!(date.to_string().parse(), Ok(date));
                prop_assert!(date.earliest() <= date.latest());
            }
        }
    }
}
