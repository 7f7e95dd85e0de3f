//! Dates in words, in both languages.

use super::Lang;
use crate::model::{Doubt, PartialDate};
use crate::text::fold;

pub(super) const MONTHS: [[&str; 12]; 2] = [
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

/// The name of its day of the week, when all of the date is known.
pub fn weekday(lang: Lang, date: &PartialDate) -> Option<&'static str> {
    date.weekday().map(|day| column(&WEEKDAYS, lang, day))
}

/// The days of the week that a printed text names in Indonesian or English, from 0 for Monday, each as printed.
pub fn weekdays_in(text: &str) -> Vec<(usize, &str)> {
    let words: Vec<&str> = text
        .split(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’' | '‘' | '`')))
        .filter(|word| !word.is_empty())
        .collect();
    let named = |word: &str| match fold(word).as_str() {
        "jum'at" => Some(4),
        "ahad" => Some(6),
        folded => WEEKDAYS.iter().find_map(|names| names.iter().position(|name| fold(name) == folded)),
    };
    let day = |(at, word): (usize, &&'_ str)| {
        // Minggu is also a week: minggu lalu, dua minggu.
        let next = words.get(at + 1).map(|next| fold(next)).unwrap_or_default();
        let is_week = word.starts_with('m') || WEEK.contains(&next.as_str());
        // Malam Minggu is the evening before, and Pasar Minggu a part of Jakarta.
        let before = at.checked_sub(1).and_then(|at| words.get(at)).map(|word| fold(word));
        let is_other = before.is_some_and(|word| matches!(word.as_str(), "malam" | "pasar"));
        named(word).filter(|day| !is_other && (*day != 6 || !is_week))
    };
    words.iter().enumerate().filter_map(|(at, word)| Some((day((at, word))?, *word))).collect()
}

/// What follows on the word for a week.
const WEEK: &[&str] = &[
    "lalu",
    "ini",
    "itu",
    "depan",
    "mendatang",
    "pertama",
    "kedua",
    "ketiga",
    "keempat",
    "kelima",
    "terakhir",
    "ke",
    "i",
    "ii",
    "iii",
    "iv",
    "v",
];

/// `Sabtu, 10 Januari 2026`, as far as the date is known.
pub fn date_long(lang: Lang, date: &PartialDate) -> String {
    let plain = words(lang, date, &MONTHS);
    let named = weekday(lang, date).map(|day| format!("{day}, {plain}"));
    in_doubt(lang, date, named.unwrap_or(plain))
}

/// `10 Januari 2026`, as far as the date is known.
pub fn date_plain(lang: Lang, date: &PartialDate) -> String {
    in_doubt(lang, date, words(lang, date, &MONTHS))
}

/// `10 Januari`, `January 10`; the month alone when that is all that is known of it.
pub fn day_and_month(lang: Lang, date: &PartialDate) -> Option<String> {
    let month = column(&MONTHS, lang, usize::from(date.month()?).saturating_sub(1));
    Some(match (date.day(), lang) {
        (None, _) => month.to_owned(),
        (Some(day), Lang::Id) => format!("{day} {month}"),
        (Some(day), Lang::En) => format!("{month} {day}"),
    })
}

/// `10 Jan 2026`, as far as the date is known.
pub fn date_short(lang: Lang, date: &PartialDate) -> String {
    in_doubt(lang, date, words(lang, date, &SHORT_MONTHS))
}

/// From one date to another, without saying twice what they share: `10–12 Jan 2026`.
pub fn span_short(lang: Lang, from: &PartialDate, to: Option<&PartialDate>) -> String {
    let Some(to) = to.filter(|to| *to != from) else { return date_short(lang, from) };
    let end = date_short(lang, to);
    let certain = from.doubt() == Doubt::None && to.doubt() == Doubt::None;
    match (from.civil().filter(|_| certain), to.civil()) {
        (Some(a), Some(b)) if a == b => end,
        (Some(a), Some(b)) if (a.year(), a.month()) == (b.year(), b.month()) => format!("{}–{end}", a.day()),
        (Some(a), Some(b)) if a.year() == b.year() => {
            let month = column(&SHORT_MONTHS, lang, usize::from(a.month().unsigned_abs()).saturating_sub(1));
            format!("{} {month} – {end}", a.day())
        }
        _ => format!("{} – {end}", date_short(lang, from)),
    }
}

/// Hour and minute as the language writes them, with the name of the zone where it is one of Indonesia's.
pub fn clock(lang: Lang, date: &PartialDate, timezone: Option<&str>) -> Option<String> {
    let (hour, minute, offset) = date.time()?;
    let dot = match lang {
        Lang::Id => '.',
        Lang::En => ':',
    };
    let zone = match offset {
        // Others keep these hours, too; only in Indonesia have they these names.
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

/// Day, month and year, as many as are known; a date of which single digits are unknown is given as it is written.
fn words(lang: Lang, date: &PartialDate, months: &[[&'static str; 12]; 2]) -> String {
    let written = date.to_string();
    let bare = written.split(['T', '?', '~', '%']).next().unwrap_or_default();
    let bare = bare.trim_end_matches("-XX");
    let known = bare.strip_prefix("XXXX-").unwrap_or(bare);
    if let Some(decade) = known.strip_suffix('X').filter(|it| it.len() == 3 && !it.contains('X')) {
        return match lang {
            Lang::Id => format!("tahun {decade}0-an"),
            Lang::En => format!("the {decade}0s"),
        };
    }
    if known.contains('X') {
        return bare.to_owned();
    }
    let month = date.month().map(|month| column(months, lang, usize::from(month).saturating_sub(1)));
    let day = date.day().map(|day| day.to_string());
    let year = bare.split('-').next().unwrap_or_default();
    let parts = [day.as_deref(), month, Some(year).filter(|_| known == bare)];
    let known_parts = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
    match (known == bare, lang) {
        (true, _) => known_parts,
        (false, Lang::Id) => format!("{known_parts}, tahun tak diketahui"),
        (false, Lang::En) => format!("{known_parts}, year not known"),
    }
}

fn in_doubt(lang: Lang, date: &PartialDate, text: String) -> String {
    match (date.doubt(), lang) {
        (Doubt::None, _) => text,
        (Doubt::Uncertain, _) => format!("{text} (?)"),
        (Doubt::Approximate, Lang::Id) => format!("sekitar {text}"),
        (Doubt::Approximate, Lang::En) => format!("about {text}"),
        (Doubt::Both, Lang::Id) => format!("sekitar {text} (?)"),
        (Doubt::Both, Lang::En) => format!("about {text} (?)"),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn printed_days_are_known_in_both_languages() {
        let days = |text| super::weekdays_in(text).into_iter().map(|(day, _)| day).collect::<Vec<_>>();
        assert_eq!(days("Sabtu (10/1/2026)"), [5]);
        assert_eq!(days("Selasa dan Rabu, 12–13 Maret 2024"), [1, 2]);
        assert_eq!(days("Jum’at siang, Jumat, JUMAT"), [4, 4, 4]);
        assert_eq!(days("on Monday morning"), [0]);
        assert_eq!(days("Minggu, Minggu lalu, dua minggu"), [6]);
        assert_eq!(days("Malam Minggu, Minggu ke-2, Minggu II"), [0; 0]);
        assert_eq!(days("Sabtuan"), [0; 0]);
    }

    use super::*;

    fn date(text: &str) -> PartialDate {
        text.parse().expect(text)
    }

    #[test]
    fn dates_in_words() {
        for (text, id, en) in [
            ("2026-01-10", "Sabtu, 10 Januari 2026", "Saturday, 10 January 2026"),
            ("2026-08", "Agustus 2026", "August 2026"),
            ("2026", "2026", "2026"),
            ("2024-03~", "sekitar Maret 2024", "about March 2024"),
            ("2024?", "2024 (?)", "2024 (?)"),
            ("XXXX-10-19", "19 Oktober, tahun tak diketahui", "19 October, year not known"),
            ("2024-05-XX", "Mei 2024", "May 2024"),
            ("2024-XX", "2024", "2024"),
            ("202X", "tahun 2020-an", "the 2020s"),
        ] {
            assert_eq!(date_long(Lang::Id, &date(text)), id);
            assert_eq!(date_long(Lang::En, &date(text)), en);
        }
    }

    #[test]
    fn spans_say_nothing_twice() {
        for (from, to, short) in [
            ("2024-03-12", "2024-03-13", "12–13 Mar 2024"),
            ("2024-03-31", "2024-04-02", "31 Mar – 2 Apr 2024"),
            ("2024-12-31", "2025-01-02", "31 Des 2024 – 2 Jan 2025"),
            ("2024-03-12", "2024-03-12", "12 Mar 2024"),
            ("2024-03", "2024-04", "Mar 2024 – Apr 2024"),
            ("2024-03-12?", "2024-03-13", "12 Mar 2024 (?) – 13 Mar 2024"),
        ] {
            assert_eq!(span_short(Lang::Id, &date(from), Some(&date(to))), short);
        }
    }

    #[test]
    fn the_clock_names_the_zones_of_indonesia() {
        let at = date("2026-01-10T09:05");
        assert_eq!(clock(Lang::Id, &at, Some("Asia/Pontianak")).as_deref(), Some("09.05 WIB"));
        assert_eq!(clock(Lang::En, &at, Some("Europe/Paris")).as_deref(), Some("09:05"));
        let with_offset = date("2026-01-10T09:05+09:00");
        assert_eq!(clock(Lang::En, &with_offset, Some("Asia/Jayapura")).as_deref(), Some("09:05 WIT"));
        assert_eq!(clock(Lang::En, &with_offset, Some("Asia/Tokyo")).as_deref(), Some("09:05 UTC+09:00"));
    }
}
