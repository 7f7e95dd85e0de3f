//! A single date: a day, a month, a part of a year or a year, as far as the digits are known.

use std::fmt;

use borsh::{BorshDeserialize, BorshSerialize};
use jiff::civil::Date;

use super::days::Days;
use super::doubt::{Doubt, NotADate};

/// A single date: year, month or part of the year, and day, as far as known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, BorshSerialize, BorshDeserialize)]
pub struct SingleDate {
    /// Whether the year is before 0.
    is_negative: bool,
    year: [u8; 4],
    /// A month, or the number of a part of the year.
    month: Option<[u8; 2]>,
    day: Option<[u8; 2]>,
    doubt: Doubt,
}

/// A season, a quarter, a third or a half of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct YearPart(u8);

impl YearPart {
    /// The first EDTF number of a part of the year.
    pub const FIRST: u8 = 21;
    /// The last of these numbers.
    pub const LAST: u8 = 41;

    /// The EDTF number: 21 to 24 seasons, 25 to 28 those of the northern hemisphere, 29 to 32 those of the southern, 33 to 36
    /// quarters, 37 to 39 thirds, 40 and 41 halves.
    pub fn number(self) -> u8 {
        self.0
    }

    /// The season, from 1 for spring to 4 for winter, if it is one.
    pub fn season(self) -> Option<u8> {
        (self.0 <= 32).then_some((self.0 - Self::FIRST) % 4 + 1)
    }

    /// The first month, and the number of months. Seasons without a hemisphere are northern.
    fn months(self) -> (i8, i8) {
        match self.0 {
            21 | 25 | 31 => (3, 3),
            22 | 26 | 32 => (6, 3),
            23 | 27 | 29 => (9, 3),
            24 | 28 | 30 => (12, 3),
            33 => (1, 3),
            34 => (4, 3),
            35 => (7, 3),
            36 => (10, 3),
            37 => (1, 4),
            38 => (5, 4),
            39 => (9, 4),
            40 => (1, 6),
            _ => (7, 6),
        }
    }

    /// Its days in a year. A season that extends into the next year belongs to the year in which it begins.
    fn days(self, year: i16) -> Option<Days> {
        let (first, count) = self.months();
        let first = Date::new(year, first, 1).ok()?;
        let after = first.checked_add(jiff::Span::new().months(count)).ok()?;
        Some(Days { first, last: after.yesterday().ok()? })
    }
}

impl SingleDate {
    /// The year, if all digits are known.
    pub fn year(&self) -> Option<i16> {
        number(&self.year).map(|year: i16| if self.is_negative { -year } else { year })
    }

    /// Whether no digit of the year is known.
    pub fn is_of_any_year(&self) -> bool {
        self.year == [b'X'; 4]
    }

    /// The month from 1 to 12, if known.
    pub fn month(&self) -> Option<u8> {
        self.month.and_then(|digits| number(&digits)).filter(|month| *month <= 12)
    }

    /// The part of the year, if it is one.
    pub fn part(&self) -> Option<YearPart> {
        let number = self.month.and_then(|digits| number::<u8>(&digits))?;
        (YearPart::FIRST..=YearPart::LAST).contains(&number).then_some(YearPart(number))
    }

    /// The day of the month, if known.
    pub fn day(&self) -> Option<u8> {
        self.day.and_then(|digits| number(&digits))
    }

    /// Whether a month is given.
    pub fn names_months(&self) -> bool {
        self.month.is_some_and(|digits| digits != [b'X'; 2])
    }

    /// Whether a day is given.
    pub fn names_days(&self) -> bool {
        self.day.is_some_and(|digits| digits != [b'X'; 2])
    }

    /// Whether any digit is unknown.
    pub fn has_unknown_digits(&self) -> bool {
        self.digits().any(|digit| digit == b'X')
    }

    /// Whether the days that it may mean are contiguous.
    pub fn is_stretch(&self) -> bool {
        let digits = self.digits();
        digits.skip_while(|digit| *digit != b'X').all(|digit| digit == b'X')
    }

    fn digits(&self) -> impl Iterator<Item = u8> {
        let Self { year, month, day, .. } = *self;
        year.into_iter().chain(month.into_iter().flatten()).chain(day.into_iter().flatten())
    }

    /// The first year of the decade, if exactly that is known.
    pub fn decade(&self) -> Option<i16> {
        let [century @ .., last] = self.year;
        let is_decade = last == b'X' && !self.is_negative && !self.names_months();
        number::<i16>(&century).filter(|_| is_decade).map(|decade| decade * 10)
    }

    /// The date without its day.
    #[must_use]
    pub fn without_day(self) -> Self {
        Self { day: None, ..self }
    }

    /// The date without its month and day.
    #[must_use]
    pub fn without_month(self) -> Self {
        Self { month: None, day: None, ..self }
    }

    /// The qualifier.
    pub fn doubt(&self) -> Doubt {
        self.doubt
    }

    /// The date with another qualifier.
    #[must_use]
    pub(in crate::model) fn in_doubt(self, doubt: Doubt) -> Self {
        Self { doubt, ..self }
    }

    /// The calendar date, if year, month and day are known.
    pub fn civil(&self) -> Option<Date> {
        let (month, day) = (i8::try_from(self.month()?).ok()?, i8::try_from(self.day()?).ok()?);
        Date::new(self.year()?, month, day).ok()
    }

    /// The range from the first to the last day that it may mean; `None` if the year is not known.
    pub fn days(&self) -> Option<Days> {
        if let Some(day) = self.civil() {
            return Some(Days::one(day));
        }
        if self.is_of_any_year() {
            return None;
        }
        Some(Days { first: self.first_in(Days::ALL)?, last: self.last_in(Days::ALL)? })
    }

    /// The first of these days in a range.
    pub(in crate::model) fn first_in(&self, days: Days) -> Option<Date> {
        self.years(days).find_map(|year| self.days_of(year).find(|day| days.has(*day)))
    }

    /// The last of these days in a range.
    pub(in crate::model) fn last_in(&self, days: Days) -> Option<Date> {
        self.years(days).rev().find_map(|year| self.days_of(year).filter(|day| days.has(*day)).last())
    }

    /// The possible years that may overlap the range.
    fn years(&self, days: Days) -> impl DoubleEndedIterator<Item = i16> + use<'_> {
        let filled = |fill: u8| {
            let digits = self.year.map(|digit| if digit == b'X' { fill } else { digit });
            number::<i16>(&digits).unwrap_or_default()
        };
        let (low, high) = (filled(b'0'), filled(b'9'));
        // There is no year -0.
        let (low, high) = if self.is_negative { (-high, (-low).min(-1)) } else { (low, high) };
        // A winter may have begun in the year before.
        let years = low.max(days.first.year().saturating_sub(1))..=high.min(days.last.year());
        years.filter(|year| self.fits_year(*year))
    }

    fn fits_year(&self, year: i16) -> bool {
        let fits = |(known, digit): (&u8, u8)| *known == b'X' || *known == b'0' + digit;
        self.year.iter().zip(year_digits(year)).all(fits)
    }

    /// The days that it may mean in one year.
    fn days_of(&self, year: i16) -> impl Iterator<Item = Date> + use<'_> {
        let part = self.part();
        let of_part = part.and_then(|part| part.days(year)).into_iter().flat_map(Days::each);
        let months = (1..=12).filter(move |month| part.is_none() && fits(self.month, *month));
        let of_months = months.flat_map(move |month| {
            (1..=31)
                .filter(move |day| fits(self.day, *day))
                .filter_map(move |day| Date::new(year, month, day).ok())
        });
        of_part.chain(of_months)
    }

    /// Parses a date with its qualifier.
    pub(super) fn read(text: &str) -> Result<Self, NotADate> {
        let (body, doubt) = Doubt::strip(text);
        Ok(Self { doubt, ..Self::read_digits(body)? })
    }

    fn read_digits(text: &str) -> Result<Self, NotADate> {
        let (rest, is_negative) = match text.strip_prefix('-') {
            Some(rest) => (rest, true),
            None => (text, false),
        };
        let mut parts = rest.split('-');
        let year = digits::<4>(parts.next().unwrap_or_default())?;
        let month = parts.next().map(digits::<2>).transpose()?;
        let day = parts.next().map(digits::<2>).transpose()?;
        let date = Self { is_negative, year, month, day, doubt: Doubt::None };
        let is_part_with_day = date.part().is_some() && day.is_some();
        if parts.next().is_some() || is_part_with_day || (is_negative && year == [b'0'; 4]) {
            return Err(NotADate);
        }
        // Some year must have such a day; the calendar repeats after 400 years.
        let is_possible = date.years(Days::ALL).take(400).any(|year| date.days_of(year).next().is_some());
        if is_possible { Ok(date) } else { Err(NotADate) }
    }
}

impl From<Date> for SingleDate {
    fn from(day: Date) -> Self {
        let two = |number: i8| [b'0' + number.unsigned_abs() / 10, b'0' + number.unsigned_abs() % 10];
        let year = year_digits(day.year()).map(|digit| b'0' + digit);
        let (month, day_of_month) = (Some(two(day.month())), Some(two(day.day())));
        Self { is_negative: day.year() < 0, year, month, day: day_of_month, doubt: Doubt::None }
    }
}

/// The four digits of a year, without its sign.
fn year_digits(year: i16) -> [u8; 4] {
    let year = year.unsigned_abs();
    [year / 1000, year / 100 % 10, year / 10 % 10, year % 10]
        .map(|digit| u8::try_from(digit).unwrap_or_default())
}

/// Whether a two-digit number matches the known digits.
fn fits(known: Option<[u8; 2]>, value: i8) -> bool {
    let value = value.unsigned_abs();
    let digits = [b'0' + value / 10, b'0' + value % 10];
    known.is_none_or(|known| known.iter().zip(digits).all(|(known, digit)| *known == b'X' || *known == digit))
}

/// The number, if all digits are known.
pub(super) fn number<N: TryFrom<u16>>(digits: &[u8]) -> Option<N> {
    let mut value = 0u16;
    for digit in digits {
        value = value * 10 + u16::from(digit.checked_sub(b'0').filter(|digit| *digit < 10)?);
    }
    N::try_from(value).ok()
}

/// Parses a fixed number of digits, each known or `X`.
pub(super) fn digits<const N: usize>(text: &str) -> Result<[u8; N], NotADate> {
    let bytes = <[u8; N]>::try_from(text.as_bytes()).ok().ok_or(NotADate)?;
    let known = bytes.iter().all(|byte| byte.is_ascii_digit() || *byte == b'X');
    if known { Ok(bytes) } else { Err(NotADate) }
}

impl fmt::Display for SingleDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.is_negative { "-" } else { "" };
        write!(f, "{sign}{}", String::from_utf8_lossy(&self.year))?;
        for part in [self.month, self.day].into_iter().flatten() {
            write!(f, "-{}", String::from_utf8_lossy(&part))?;
        }
        f.write_str(self.doubt.sign())
    }
}
