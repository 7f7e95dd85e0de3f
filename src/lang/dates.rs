//! Dates in words, in both languages.

mod sentence;

use jiff::civil::Date;

use super::Lang;
use crate::model::{Days, Doubt, Edge, Join, PartialDate, SingleDate, YearPart};

pub use sentence::date_in_sentence;

const MONTHS: [[&str; 12]; 2] = [
    [
        "Januari",
        "Februari",
        "Maret",
        "April",
        "Mei",
        "Juni",
        "Juli",
        "Agustus",
        "September",
        "Oktober",
        "November",
        "Desember",
    ],
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
];

const SHORT_MONTHS: [[&str; 12]; 2] = [
    ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"],
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
];

pub(super) const WEEKDAYS: [[&str; 7]; 2] = [
    ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"],
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
];

fn column<const N: usize>(table: &[[&'static str; N]; 2], lang: Lang, at: usize) -> &'static str {
    let [id, en] = table;
    let row = match lang {
        Lang::Id => id,
        Lang::En => en,
    };
    row.get(at).copied().unwrap_or("?")
}

/// The name of the day of the week; none unless the full date is known.
pub fn weekday(lang: Lang, date: &PartialDate) -> Option<&'static str> {
    date.weekday().map(|day| column(&WEEKDAYS, lang, day))
}

/// `Sabtu, 10 Januari 2026`, as far as the date is known.
pub fn date_long(lang: Lang, date: &PartialDate) -> String {
    let in_full = Manner { lang, months: &MONTHS };
    match date.single().zip(weekday(lang, date)) {
        Some((day, name)) => in_full.doubtful(&day, format!("{name}, {}", in_full.plain(&day))),
        None => in_full.date(date),
    }
}

/// `10 Januari 2026`, as far as the date is known.
pub fn date_plain(lang: Lang, date: &PartialDate) -> String {
    Manner { lang, months: &MONTHS }.date(date)
}

/// `10 Jan 2026`, as far as the date is known.
pub fn date_short(lang: Lang, date: &PartialDate) -> String {
    Manner { lang, months: &SHORT_MONTHS }.date(date)
}

/// `10 Januari`, `January 10`; the month or the part of the year when no more is known.
pub fn day_and_month(lang: Lang, date: &PartialDate) -> Option<String> {
    if let Some(part) = date.part() {
        return Some(part_of_year(lang, part).trim_end_matches(" of").to_owned());
    }
    let month = column(&MONTHS, lang, usize::from(date.month()?).saturating_sub(1));
    Some(match (date.day(), lang) {
        (None, _) => month.to_owned(),
        (Some(day), Lang::Id) => format!("{day} {month}"),
        (Some(day), Lang::En) => format!("{month} {day}"),
    })
}

/// An interval; shared parts are written once: `10–12 Jan 2026`, `sejak 10 Jan 2026`.
pub fn span_short(lang: Lang, from: &PartialDate, to: Option<&PartialDate>) -> String {
    Manner { lang, months: &SHORT_MONTHS }.span(from, to)
}

/// A range of days, as whole years or months where it is: `2024 – 2025`, `Jan – Mar 2026`.
pub fn days_short(lang: Lang, days: Days) -> String {
    let is_whole = |is_first: fn(Date) -> Date, is_last: fn(Date) -> Date| {
        days.first == is_first(days.first) && days.last == is_last(days.last)
    };
    let in_years = is_whole(Date::first_of_year, Date::last_of_year);
    let in_months = is_whole(Date::first_of_month, Date::last_of_month);
    let date = |day: Date| {
        let date = SingleDate::from(day);
        PartialDate::from(match () {
            () if in_years => date.without_month(),
            () if in_months => date.without_day(),
            () => date,
        })
    };
    match (days.first == Date::MIN, days.last == Date::MAX) {
        (false, false) => span_short(lang, &date(days.first), Some(&date(days.last))),
        (first_is_open, last_is_open) => {
            let text = |day, is_open: bool| (!is_open).then(|| date_short(lang, &date(day)));
            let (from, to) = (text(days.first, first_is_open), text(days.last, last_is_open));
            from_to(lang, from.as_deref(), to.as_deref())
        }
    }
}

/// The same with full names of months.
pub fn span_plain(lang: Lang, from: &PartialDate, to: Option<&PartialDate>) -> String {
    Manner { lang, months: &MONTHS }.span(from, to)
}

/// An interval between two texts; an open end is `None`.
pub fn from_to(lang: Lang, from: Option<&str>, to: Option<&str>) -> String {
    let manner = Manner { lang, months: &MONTHS };
    match (from, to) {
        (Some(from), Some(to)) => format!("{from} – {to}"),
        (Some(from), None) => manner.since(from),
        (None, to) => manner.until(to.unwrap_or("…")),
    }
}

/// The options for dates in words.
#[derive(Clone, Copy)]
struct Manner<'a> {
    lang: Lang,
    months: &'a [[&'static str; 12]; 2],
}

/// Hours and minutes in a language, with the name of the time zone if it is Indonesian.
pub fn clock(lang: Lang, date: &PartialDate, timezone: Option<&str>) -> Option<String> {
    let (hour, minute, offset) = date.time()?;
    let dot = match lang {
        Lang::Id => '.',
        Lang::En => ':',
    };
    let zone = match offset {
        // Other countries use the same offsets, but these names are Indonesian.
        Some(offset) => zone_of_offset(offset)
            .filter(|_| timezone.is_some_and(|name| zone_of_name(name).is_some()))
            .map_or_else(|| offset_in_digits(offset, dot), str::to_owned),
        None => timezone.and_then(zone_of_name).unwrap_or_default().to_owned(),
    };
    let zone = if zone.is_empty() { zone } else { format!(" {zone}") };
    Some(format!("{hour:02}{dot}{minute:02}{zone}"))
}

fn zone_of_name(name: &str) -> Option<&'static str> {
    match name {
        "Asia/Jakarta" | "Asia/Pontianak" => Some("WIB"),
        "Asia/Makassar" | "Asia/Ujung_Pandang" => Some("WITA"),
        "Asia/Jayapura" => Some("WIT"),
        _ => None,
    }
}

fn zone_of_offset(minutes: i16) -> Option<&'static str> {
    match minutes {
        420 => Some("WIB"),
        480 => Some("WITA"),
        540 => Some("WIT"),
        _ => None,
    }
}

fn offset_in_digits(minutes: i16, dot: char) -> String {
    let sign = if minutes < 0 { '−' } else { '+' };
    format!("UTC{sign}{:02}{dot}{:02}", minutes.abs() / 60, minutes.abs() % 60)
}

impl Manner<'_> {
    fn either(self, id: &'static str, en: &'static str) -> &'static str {
        super::Both { id, en }.get(self.lang)
    }

    fn date(self, date: &PartialDate) -> String {
        if let Some((join, members)) = date.members() {
            return self.listed(join, members);
        }
        match (date.first(), date.last()) {
            (Edge::Date(date), None) => self.single(&date),
            (_, None) => self.either("terbuka", "open").to_owned(),
            (first, Some((Join::Between, last))) => self.between(first, last),
            (first, Some((_, last))) => self.through(first, last),
        }
    }

    /// Alternative or listed dates: `6, 8 or 10 June 2020`.
    fn listed(self, join: Join, members: &[PartialDate]) -> String {
        let next = members.iter().skip(1).map(Some).chain([None]);
        let words = members.iter().zip(next).map(|(date, next)| {
            let shortened = date.single().zip(next.and_then(PartialDate::single));
            shortened.and_then(|(date, next)| self.shortened(&date, &next)).unwrap_or_else(|| self.date(date))
        });
        let words: Vec<String> = words.collect();
        let and = if join == Join::Or { self.either("atau", "or") } else { self.either("dan", "and") };
        match words.as_slice() {
            [before @ .., last] if before.len() > 1 => {
                format!("{}{} {and} {last}", before.join(", "), self.either(",", ""))
            }
            words => words.join(&format!(" {and} ")),
        }
    }

    /// An interval.
    fn span(self, from: &PartialDate, to: Option<&PartialDate>) -> String {
        let Some(to) = to.filter(|to| *to != from) else { return self.date(from) };
        match (from.last(), to.last()) {
            (None, None) if from.civil().is_some() && from.day_only() == to.day_only() => self.date(to),
            (None, None) => self.through(from.first(), to.first()),
            _ => format!("{} – {}", self.date(from), self.date(to)),
        }
    }

    /// The whole time from the first to the last date.
    fn through(self, first: Edge, last: Edge) -> String {
        let (from, to) = self.pair(first.date(), last.date());
        match (first, last) {
            (Edge::Date(date), _) if first == last => self.single(&date),
            (Edge::Date(_), Edge::Date(_))
                if from.bytes().all(|byte| byte.is_ascii_digit()) && from.len() < 3 =>
            {
                format!("{from}–{to}")
            }
            (Edge::Date(_), Edge::Date(_)) => format!("{from} – {to}"),
            (_, Edge::Open) => self.since(&from),
            (Edge::Open, _) => self.until(&to),
            (_, Edge::Unknown) => {
                let unknown = self.either("akhirnya tidak diketahui", "end unknown");
                format!("{} {from}, {unknown}", self.either("dari", "from"))
            }
            (Edge::Unknown, _) => {
                format!(
                    "{}, {}",
                    self.until(&to),
                    self.either("awalnya tidak diketahui", "beginning unknown")
                )
            }
        }
    }

    fn since(self, from: &str) -> String {
        format!("{} {from}", self.either("sejak", "since"))
    }

    fn until(self, to: &str) -> String {
        format!("{} {to}", self.either("sampai", "until"))
    }

    /// Some time between the two dates.
    fn between(self, first: Edge, last: Edge) -> String {
        let (from, to) = self.pair(first.date(), last.date());
        match (first, last) {
            (Edge::Date(_), Edge::Date(_)) => {
                format!("{} {from} {} {to}", self.either("antara", "between"), self.either("dan", "and"))
            }
            (Edge::Date(_), _) => match self.lang {
                Lang::Id => format!("paling awal {from}"),
                Lang::En => format!("{from} or later"),
            },
            _ => match self.lang {
                Lang::Id => format!("paling lambat {to}"),
                Lang::En => format!("{to} or earlier"),
            },
        }
    }

    /// Both dates in words; parts that they share are left out of the first.
    fn pair(self, first: Option<SingleDate>, last: Option<SingleDate>) -> (String, String) {
        let words = |date: Option<SingleDate>| date.map(|date| self.single(&date)).unwrap_or_default();
        let shared = first.zip(last).and_then(|(first, last)| self.shortened(&first, &last));
        (shared.unwrap_or_else(|| words(first)), words(last))
    }

    /// The first of two dates without the parts that they share: the year, or month and year.
    fn shortened(self, first: &SingleDate, last: &SingleDate) -> Option<String> {
        let is_certain =
            [first, last].iter().all(|date| date.doubt() == Doubt::None && !date.has_unknown_digits());
        let is_alike = first.names_days() == last.names_days();
        let (month, other) = (first.month()?, last.month()?);
        let name = column(self.months, self.lang, usize::from(month).saturating_sub(1));
        let words = match first.day() {
            Some(day) if month == other => day.to_string(),
            Some(day) => format!("{day} {name}"),
            None if month == other => return None,
            None => name.to_owned(),
        };
        (is_certain && is_alike && first.year() == last.year()).then_some(words)
    }

    fn single(self, date: &SingleDate) -> String {
        self.doubtful(date, self.known(date))
    }

    /// Day, month and year, as far as known; a date with unspecified digits is written as in the record.
    fn known(self, date: &SingleDate) -> String {
        let has_month = date.month().is_some() || date.part().is_some() || !date.names_months();
        let has_day = date.day().is_some() || !date.names_days();
        let has_year = date.year().is_some() || date.is_of_any_year();
        if has_month && has_day && has_year {
            return self.plain(date);
        }
        let days = date.days().filter(|_| date.is_stretch());
        let Some((first, last)) = days.map(|days| limits(date, days)) else {
            return date.to_string().trim_end_matches(['?', '~', '%']).to_owned();
        };
        if let Some(decade) = date.decade() {
            return match self.lang {
                Lang::Id => format!("tahun {decade}-an"),
                Lang::En => format!("the {decade}s"),
            };
        }
        self.between(Edge::Date(first), Edge::Date(last))
    }

    /// Day, month and year, as far as given.
    fn plain(self, date: &SingleDate) -> String {
        let month =
            date.month().map(|month| column(self.months, self.lang, usize::from(month).saturating_sub(1)));
        let month = month.or_else(|| date.part().map(|part| part_of_year(self.lang, part)));
        let day = date.day().map(|day| match month {
            Some(_) => day.to_string(),
            None => format!(
                "{} {day}, {},",
                self.either("tanggal", "day"),
                self.either("bulan tidak diketahui", "month unknown")
            ),
        });
        let year = date.year().map(|year| year_in_words(self.lang, year));
        let unknown = self.either("tahun tidak diketahui", "year unknown");
        let parts = [day.as_deref(), month, year.as_deref()].into_iter().flatten();
        let known = parts.collect::<Vec<_>>().join(" ");
        match (year, known.is_empty()) {
            (Some(_), _) => known,
            (None, false) => format!("{}, {unknown}", known.trim_end_matches(',')),
            (None, true) => unknown.to_owned(),
        }
    }

    /// Adds the words for uncertain and approximate dates.
    fn doubtful(self, date: &SingleDate, words: String) -> String {
        let about = self.either("sekitar", "about");
        match date.doubt() {
            Doubt::None => words,
            Doubt::Uncertain => format!("{words} (?)"),
            Doubt::Approximate => format!("{about} {words}"),
            Doubt::Both => format!("{about} {words} (?)"),
        }
    }
}

/// The earliest and the latest of the days that a date may mean, in the precision of the date.
fn limits(date: &SingleDate, days: Days) -> (SingleDate, SingleDate) {
    let cut = |day: SingleDate| match (date.names_days(), date.names_months()) {
        (true, _) => day,
        (false, true) => day.without_day(),
        (false, false) => day.without_month(),
    };
    (cut(days.first.into()), cut(days.last.into()))
}

/// `2026`; a year before the year 1 has its era: `45 SM`.
fn year_in_words(lang: Lang, year: i16) -> String {
    match (year > 0, lang) {
        (true, _) => year.to_string(),
        (false, Lang::Id) => format!("{} SM", 1 - year),
        (false, Lang::En) => format!("{} BC", 1 - year),
    }
}

/// The names of the parts of a year, by EDTF number.
const PARTS: [[&str; 21]; 2] = [
    [
        "musim semi",
        "musim panas",
        "musim gugur",
        "musim dingin",
        "musim semi belahan utara",
        "musim panas belahan utara",
        "musim gugur belahan utara",
        "musim dingin belahan utara",
        "musim semi belahan selatan",
        "musim panas belahan selatan",
        "musim gugur belahan selatan",
        "musim dingin belahan selatan",
        "triwulan I",
        "triwulan II",
        "triwulan III",
        "triwulan IV",
        "caturwulan I",
        "caturwulan II",
        "caturwulan III",
        "semester I",
        "semester II",
    ],
    [
        "spring",
        "summer",
        "autumn",
        "winter",
        "northern spring",
        "northern summer",
        "northern autumn",
        "northern winter",
        "southern spring",
        "southern summer",
        "southern autumn",
        "southern winter",
        "first quarter of",
        "second quarter of",
        "third quarter of",
        "fourth quarter of",
        "first third of",
        "second third of",
        "last third of",
        "first half of",
        "second half of",
    ],
];

fn part_of_year(lang: Lang, part: YearPart) -> &'static str {
    column(&PARTS, lang, usize::from(part.number() - YearPart::FIRST))
}

#[cfg(test)]
#[path = "dates/dates_tests.rs"]
mod tests;
