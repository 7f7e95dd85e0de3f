//! The value of a date field: which days are wanted, as people write them.

use jiff::civil::Date;

use crate::lang::{DateOrder, Lang, date_readings, is_relative, span_short};
use crate::model::{DateMatch, Days, Edge, PartialDate, RecordTime};

/// Which records are wanted by their time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct DayFilter {
    pub(super) days: Days,
    /// Whether all of the time must lie among the days, and not only some of it.
    pub(super) wholly: bool,
}

impl DayFilter {
    /// How a record of this time fits.
    pub(super) fn fit(self, when: RecordTime) -> DateMatch {
        if self.wholly { when.is_within(self.days) } else { when.overlaps(self.days) }
    }
}

/// How a date was read that could be read in another way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ReadAs {
    order: DateOrder,
    first: PartialDate,
    last: Option<PartialDate>,
}

impl ReadAs {
    /// Only what is written in numbers could be read in another way.
    fn of(first: Option<Asked>, last: Option<Asked>) -> Option<Self> {
        let order = [first, last]
            .into_iter()
            .flatten()
            .map(|asked| asked.order)
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

/// Why a text names no days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoDays {
    /// It depends on what day it is.
    Relative,
    /// It lacks the year.
    NoYear,
    /// It is not understood.
    NotADate,
}

/// Reads `2026-01`, `januari 2026`, `Q1 2026`, `10/1/2026`, `2025..2026`, `>2026-01-10`, `<2026`; behind `=`, what lies
/// wholly among the days.
pub(super) fn read(text: &str) -> Result<(DayFilter, Option<ReadAs>), NoDays> {
    let text = text.trim();
    let (wholly, text) = text.strip_prefix('=').map_or((false, text), |rest| (true, rest));
    let signs = [">=", "<=", ">", "<"];
    let signed = signs.into_iter().find_map(|sign| Some((sign, text.strip_prefix(sign)?)));
    let (sign, text) = signed.unwrap_or(("", text));
    let (first, last) = match sign {
        "" => ends(text)?,
        ">" | ">=" => (Some(Asked::read(text)?), None),
        _ => (None, Some(Asked::read(text)?)),
    };
    let no_such_day = |_| NoDays::NotADate;
    let days = Days {
        first: match first {
            Some(first) if sign == ">" => first.last_day()?.tomorrow().map_err(no_such_day)?,
            Some(first) => first.first_day()?,
            None => Days::ALL.first,
        },
        last: match last {
            Some(last) if sign == "<" => last.first_day()?.yesterday().map_err(no_such_day)?,
            Some(last) => last.last_day()?,
            None => Days::ALL.last,
        },
    };
    if days == Days::ALL || days.last < days.first {
        return Err(NoDays::NotADate);
    }
    Ok((DayFilter { days, wholly }, ReadAs::of(first, last)))
}

/// One date, or from one to another, of which one may be missing.
fn ends(text: &str) -> Result<(Option<Asked>, Option<Asked>), NoDays> {
    let one = |asked| (Some(asked), Some(asked));
    if let Ok(date) = text.parse() {
        return Ok(one(Asked { date, order: DateOrder::Explicit }));
    }
    let Some((first, last)) = text.split_once("..") else { return Asked::read(text).map(one) };
    let end = |text: &str| Some(text).filter(|text| !text.trim().is_empty()).map(Asked::read).transpose();
    let (begins, ends) = (end(first)?, end(last)?);
    // The year may be said once for both: juni..juli 2024.
    if begins.is_some_and(|it| it.first_day() == Err(NoDays::NoYear)) && ends.is_some() {
        return Asked::read(&format!("{first} – {last}")).map(one);
    }
    Ok((begins, ends))
}

/// A date of a query.
#[derive(Debug, Clone, Copy)]
struct Asked {
    date: PartialDate,
    order: DateOrder,
}

impl Asked {
    /// Reads a date as the format writes it, or else as people do: of two readings the first.
    fn read(text: &str) -> Result<Self, NoDays> {
        if let Ok(date) = text.parse() {
            return Ok(Self { date, order: DateOrder::Explicit });
        }
        match date_readings(text).first() {
            Some(reading) => Ok(Self { date: reading.date, order: reading.order }),
            None if is_relative(text) => Err(NoDays::Relative),
            None => Err(NoDays::NotADate),
        }
    }

    fn first_day(self) -> Result<Date, NoDays> {
        match self.date.first() {
            Edge::Date(_) => self.date.earliest().ok_or(NoDays::NoYear),
            Edge::Open | Edge::Unknown => Ok(Days::ALL.first),
        }
    }

    fn last_day(self) -> Result<Date, NoDays> {
        match self.date.last().map_or(self.date.first(), |(_, last)| last) {
            Edge::Date(_) => self.date.latest().ok_or(NoDays::NoYear),
            Edge::Open | Edge::Unknown => Ok(Days::ALL.last),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days_of(text: &str) -> Result<String, NoDays> {
        let show =
            |day: Date| if day == Date::MIN || day == Date::MAX { String::new() } else { day.to_string() };
        read(text).map(|(filter, _)| format!("{}..{}", show(filter.days.first), show(filter.days.last)))
    }

    #[test]
    fn what_people_write_are_days() {
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
            assert_eq!(days_of(text).as_deref(), Ok(days), "{text}");
        }
    }

    #[test]
    fn what_is_not_understood_says_why() {
        for (text, why) in [
            ("kemarin", NoDays::Relative),
            ("Yesterday", NoDays::Relative),
            ("minggu lalu", NoDays::Relative),
            ("last week", NoDays::Relative),
            (">kemarin", NoDays::Relative),
            ("januari", NoDays::NoYear),
            ("XXXX-10-19", NoDays::NoYear),
            ("12/3", NoDays::NoYear),
            ("juni..juli", NoDays::NoYear),
            ("2025..kemarin", NoDays::Relative),
            ("XXXX", NoDays::NoYear),
            (">9999", NoDays::NotADate),
            ("..", NoDays::NotADate),
            (">", NoDays::NotADate),
            ("2026..2025", NoDays::NotADate),
            ("layanan", NoDays::NotADate),
        ] {
            assert_eq!(days_of(text), Err(why), "{text}");
        }
    }

    #[test]
    fn it_is_said_which_number_is_the_day() {
        let said =
            |text: &str, lang| read(text).ok().and_then(|(_, read_as)| read_as).map(|it| it.message(lang));
        let both = said("01/02/2025..30/06/2025", Lang::Id);
        assert_eq!(both.as_deref(), Some("dibaca tanggal/bulan: 1 Feb – 30 Jun 2025"));
        assert_eq!(said("1/2/2025", Lang::En).as_deref(), Some("read as day/month: 1 Feb 2025"));
        assert_eq!(said("<1/2/2025", Lang::En).as_deref(), Some("read as day/month: 1 Feb 2025"));
        assert_eq!(said("12/31/2025", Lang::En).as_deref(), Some("read as month/day: 31 Dec 2025"));
        assert_eq!(said("1 Feb 2025", Lang::En), None);
    }
}
