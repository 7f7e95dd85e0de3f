//! The value of a date field in a query: a range of days, as people write them.

use jiff::civil::Date;

use crate::lang::{DateOrder, Lang, date_readings, is_relative, span_short};
use crate::model::{DateMatch, Days, Edge, PartialDate, RecordTime};

/// A condition on the time of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct DateFilter {
    pub(super) days: Days,
    /// Whether the time must lie within the days completely, and not only overlap them.
    pub(super) within: bool,
}

impl DateFilter {
    /// Whether a record with this time matches: for certain, possibly, or not.
    pub(super) fn fit(self, when: RecordTime) -> DateMatch {
        if self.within { when.is_within(self.days) } else { when.overlaps(self.days) }
    }
}

/// How an ambiguous date, such as 1/2/2025, was interpreted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct DateInterpretation {
    order: DateOrder,
    first: PartialDate,
    last: Option<PartialDate>,
}

impl DateInterpretation {
    /// None unless one of the dates is ambiguous; only dates in numbers are.
    fn of(first: Option<ParsedDate>, last: Option<ParsedDate>) -> Option<Self> {
        let order = [first, last]
            .into_iter()
            .flatten()
            .map(|parsed| parsed.order)
            .find(|it| *it != DateOrder::Explicit)?;
        let (date, last) = (first.or(last)?.date, last.map(|last| last.date));
        Some(Self { order, first: date, last })
    }

    pub(super) fn message(&self, lang: Lang) -> String {
        let dates = span_short(lang, &self.first, self.last.as_ref());
        match self.order {
            DateOrder::MonthFirst => lang.read_month_first(&dates),
            DateOrder::DayFirst | DateOrder::Explicit => lang.read_day_first(&dates),
        }
    }
}

/// Why a text is not a range of days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateFilterError {
    /// It depends on the current day.
    Relative,
    /// The year is missing.
    MissingYear,
    /// It is not a date, or the range is empty.
    Invalid,
}

/// Parses `2026-01`, `januari 2026`, `Q1 2026`, `10/1/2026`, `2025..2026`, `>2026-01-10`, `<2026`. After `=`, a time must
/// be completely within the days.
pub(super) fn parse(text: &str) -> Result<(DateFilter, Option<DateInterpretation>), DateFilterError> {
    let text = text.trim();
    let (within, text) = text.strip_prefix('=').map_or((false, text), |rest| (true, rest));
    let signs = [">=", "<=", ">", "<"];
    let signed = signs.into_iter().find_map(|sign| Some((sign, text.strip_prefix(sign)?)));
    let (sign, text) = signed.unwrap_or(("", text));
    let (first, last) = match sign {
        "" => ends(text)?,
        ">" | ">=" => (Some(ParsedDate::parse(text)?), None),
        _ => (None, Some(ParsedDate::parse(text)?)),
    };
    let out_of_range = |_| DateFilterError::Invalid;
    let days = Days {
        first: match first {
            Some(first) if sign == ">" => first.last_day()?.tomorrow().map_err(out_of_range)?,
            Some(first) => first.first_day()?,
            None => Days::ALL.first,
        },
        last: match last {
            Some(last) if sign == "<" => last.first_day()?.yesterday().map_err(out_of_range)?,
            Some(last) => last.last_day()?,
            None => Days::ALL.last,
        },
    };
    if days == Days::ALL || days.last < days.first {
        return Err(DateFilterError::Invalid);
    }
    Ok((DateFilter { days, within }, DateInterpretation::of(first, last)))
}

/// The days of a date or a range, as people write them in a query; none if it is neither.
pub fn days_of(text: &str) -> Option<Days> {
    parse(text).ok().map(|(filter, _)| filter.days)
}

/// The ends of a range: a single date, or two dates of which one may be missing.
fn ends(text: &str) -> Result<(Option<ParsedDate>, Option<ParsedDate>), DateFilterError> {
    let one = |parsed| (Some(parsed), Some(parsed));
    if let Ok(date) = text.parse() {
        return Ok(one(ParsedDate { date, order: DateOrder::Explicit }));
    }
    let Some((first, last)) = text.split_once("..") else { return ParsedDate::parse(text).map(one) };
    let end =
        |text: &str| Some(text).filter(|text| !text.trim().is_empty()).map(ParsedDate::parse).transpose();
    let (begins, ends) = (end(first)?, end(last)?);
    // The year may be given once for both: juni..juli 2024.
    if begins.is_some_and(|it| it.first_day() == Err(DateFilterError::MissingYear)) && ends.is_some() {
        return ParsedDate::parse(&format!("{first} – {last}")).map(one);
    }
    Ok((begins, ends))
}

/// A date of a query.
#[derive(Debug, Clone, Copy)]
struct ParsedDate {
    date: PartialDate,
    order: DateOrder,
}

impl ParsedDate {
    /// Parses a date in the format of the records, or else as people write it. Of two readings it takes the first.
    fn parse(text: &str) -> Result<Self, DateFilterError> {
        if let Ok(date) = text.parse() {
            return Ok(Self { date, order: DateOrder::Explicit });
        }
        match date_readings(text).first() {
            Some(reading) => Ok(Self { date: reading.date, order: reading.order }),
            None if is_relative(text) => Err(DateFilterError::Relative),
            None => Err(DateFilterError::Invalid),
        }
    }

    fn first_day(self) -> Result<Date, DateFilterError> {
        match self.date.first() {
            Edge::Date(_) => self.date.earliest().ok_or(DateFilterError::MissingYear),
            Edge::Open | Edge::Unknown => Ok(Days::ALL.first),
        }
    }

    fn last_day(self) -> Result<Date, DateFilterError> {
        match self.date.last().map_or(self.date.first(), |(_, last)| last) {
            Edge::Date(_) => self.date.latest().ok_or(DateFilterError::MissingYear),
            Edge::Open | Edge::Unknown => Ok(Days::ALL.last),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<String, DateFilterError> {
        let show =
            |day: Date| if day == Date::MIN || day == Date::MAX { String::new() } else { day.to_string() };
        parse(text).map(|(filter, _)| format!("{}..{}", show(filter.days.first), show(filter.days.last)))
    }

    #[test]
    fn dates_as_people_write_them_are_ranges_of_days() {
        for (text, days) in [
            ("2026-01", "2026-01-01..2026-01-31"),
            ("2025..2026", "2025-01-01..2026-12-31"),
            ("2025/2026", "2025-01-01..2026-12-31"),
            (">2026-01-10", "2026-01-11.."),
            (">=2026-01-10", "2026-01-10.."),
            ("<2026", "..2025-12-31"),
            ("<=2026", "..2026-12-31"),
            ("..2026-01", "..2026-01-31"),
            ("2026-01..", "2026-01-01.."),
            ("2019/..", "2019-01-01.."),
            ("../2019", "..2019-12-31"),
            ("2020-21", "2020-03-01..2020-05-31"),
            ("199X", "1990-01-01..1999-12-31"),
            ("januari 2025", "2025-01-01..2025-01-31"),
            ("Jan 2025", "2025-01-01..2025-01-31"),
            ("jan 2025 .. mar 2025", "2025-01-01..2025-03-31"),
            ("juni..juli 2024", "2024-06-01..2024-07-31"),
            ("28 juni .. 3 juli 2024", "2024-06-28..2024-07-03"),
            (">januari 2025", "2025-02-01.."),
            ("Q1 2025", "2025-01-01..2025-03-31"),
            ("12 maret 2024", "2024-03-12..2024-03-12"),
            ("March 12, 2024", "2024-03-12..2024-03-12"),
            ("28 Juni – 3 Juli 2024", "2024-06-28..2024-07-03"),
            ("01/02/2025..30/06/2025", "2025-02-01..2025-06-30"),
            ("12/31/2025", "2025-12-31..2025-12-31"),
            ("-0044..0000", "-000044-01-01..0000-12-31"),
        ] {
            assert_eq!(read(text).as_deref(), Ok(days), "{text}");
        }
    }

    #[test]
    fn an_invalid_date_has_a_reason() {
        for (text, why) in [
            ("kemarin", DateFilterError::Relative),
            ("Yesterday", DateFilterError::Relative),
            ("minggu lalu", DateFilterError::Relative),
            ("last week", DateFilterError::Relative),
            (">kemarin", DateFilterError::Relative),
            ("januari", DateFilterError::MissingYear),
            ("XXXX-10-19", DateFilterError::MissingYear),
            ("12/3", DateFilterError::MissingYear),
            ("juni..juli", DateFilterError::MissingYear),
            ("2025..kemarin", DateFilterError::Relative),
            ("XXXX", DateFilterError::MissingYear),
            (">9999", DateFilterError::Invalid),
            ("..", DateFilterError::Invalid),
            (">", DateFilterError::Invalid),
            ("2026..2025", DateFilterError::Invalid),
            ("layanan", DateFilterError::Invalid),
        ] {
            assert_eq!(read(text), Err(why), "{text}");
        }
    }

    #[test]
    fn an_ambiguous_date_is_explained() {
        let message =
            |text: &str, lang| parse(text).ok().and_then(|(_, read_as)| read_as).map(|it| it.message(lang));
        let both = message("01/02/2025..30/06/2025", Lang::Id);
        assert_eq!(both.as_deref(), Some("dibaca tanggal/bulan: 1 Feb – 30 Jun 2025"));
        assert_eq!(message("1/2/2025", Lang::En).as_deref(), Some("read as day/month: 1 Feb 2025"));
        assert_eq!(message("<1/2/2025", Lang::En).as_deref(), Some("read as day/month: 1 Feb 2025"));
        assert_eq!(message("12/31/2025", Lang::En).as_deref(), Some("read as month/day: 31 Dec 2025"));
        assert_eq!(message("1 Feb 2025", Lang::En), None);
    }
}
