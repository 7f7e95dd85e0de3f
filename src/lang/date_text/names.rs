//! The words used in dates.

use crate::lang::dates::WEEKDAYS;
use crate::text::fold;

const MONTHS: [&[&str]; 12] = [
    &["jan", "januari", "january"],
    &["feb", "febr", "februari", "february", "peb", "pebruari"],
    &["mar", "maret", "march", "mrt"],
    &["apr", "april"],
    &["mei", "may"],
    &["jun", "juni", "june"],
    &["jul", "juli", "july"],
    &["agu", "ags", "agt", "agst", "agust", "agustus", "aug", "august"],
    &["sep", "sept", "september"],
    &["okt", "oktober", "oct", "october"],
    &["nov", "november", "nop", "nopember"],
    &["des", "desember", "dec", "december"],
];

const SEASONS: [&[&str]; 4] =
    [&["spring", "semi"], &["summer", "panas"], &["autumn", "fall", "gugur"], &["winter", "dingin"]];

const ORDINALS: [&[&str]; 4] = [
    &["1", "i", "pertama", "kesatu", "first"],
    &["2", "ii", "kedua", "second"],
    &["3", "iii", "ketiga", "third"],
    &["4", "iv", "keempat", "fourth"],
];

/// The names of the parts of a year, the number of parts, and the EDTF number of the first.
const PARTS: &[(&[&str], u8, u8)] = &[
    (&["q", "kuartal", "triwulan", "tw", "quarter"], 4, 33),
    (&["caturwulan", "cawu"], 3, 37),
    (&["h", "semester", "half"], 2, 40),
];

fn place(names: &[&[&str]], word: &str) -> Option<u8> {
    names.iter().position(|names| names.contains(&word)).and_then(|at| u8::try_from(at).ok())
}

/// The month with this name, from 1.
pub(super) fn month_named(word: &str) -> Option<u8> {
    place(&MONTHS, word).map(|at| at + 1)
}

/// The EDTF number of a season.
pub(super) fn season_named(word: &str) -> Option<u8> {
    place(&SEASONS, word).map(|at| at + 21)
}

/// An ordinal from 1 to 4.
pub(super) fn ordinal(word: &str) -> Option<u8> {
    place(&ORDINALS, word).map(|at| at + 1)
}

/// The EDTF number of a part of a year.
pub(super) fn part_named(word: &str, number: u8) -> Option<u8> {
    let (_, count, first) = PARTS.iter().find(|(names, ..)| names.contains(&word))?;
    (number <= *count).then(|| first + number - 1)
}

/// The weekday with this name, from 0 for Monday.
pub(in crate::lang) fn weekday_named(word: &str) -> Option<usize> {
    match word {
        "jum'at" => Some(4),
        "ahad" => Some(6),
        word => WEEKDAYS.iter().find_map(|names| names.iter().position(|name| fold(name) == word)),
    }
}

/// Words between the start and the end of an interval.
pub(super) fn is_until(word: &str) -> bool {
    matches!(
        word,
        "sampai" | "hingga" | "sd" | "to" | "until" | "till" | "til" | "through" | "thru" | "至" | "到"
    )
}

/// Words before a date since which something has lasted.
pub(super) fn is_since(word: &str) -> bool {
    matches!(word, "sejak" | "mulai" | "semenjak" | "since")
}

/// Words before the first date of an interval.
pub(super) fn is_from(word: &str) -> bool {
    matches!(word, "dari" | "from")
}

/// Words before two dates between which something happened.
pub(super) fn is_between(word: &str) -> bool {
    matches!(word, "antara" | "between")
}

/// Words for the open end of an interval.
pub(super) fn is_now(word: &str) -> bool {
    matches!(word, "sekarang" | "kini" | "present" | "now" | "today" | "ongoing")
}

/// Whether an era name means years before the year 1; none for other words.
pub(super) fn era_named(word: &str) -> Option<bool> {
    match word {
        "bc" | "bce" | "sm" => Some(true),
        "ad" | "ce" | "masehi" => Some(false),
        _ => None,
    }
}

/// Words between the dates of a list.
pub(super) fn is_and(word: &str) -> bool {
    matches!(word, "dan" | "and" | "serta")
}

/// Words between alternative dates.
pub(super) fn is_or(word: &str) -> bool {
    matches!(word, "atau" | "or")
}

/// Words that do not affect the date.
pub(super) fn is_filler(word: &str) -> bool {
    matches!(word, "hari" | "tanggal" | "tgl" | "pada" | "bulan" | "tahun" | "on" | "the" | "in" | "of")
}

/// Words relative to today.
pub(super) fn depends_on_today(word: &str) -> bool {
    let words = [
        "kemarin",
        "kemaren",
        "besok",
        "esok",
        "lusa",
        "sekarang",
        "tadi",
        "lalu",
        "ini",
        "depan",
        "mendatang",
        "terakhir",
        "yesterday",
        "today",
        "tomorrow",
        "tonight",
        "now",
        "last",
        "this",
        "next",
        "ago",
        "recent",
    ];
    words.contains(&word) || weekday_named(word).is_some()
}

/// Words and symbols before an approximate date.
pub(super) const ABOUT: &[&[&str]] = &[
    &["sekitar"],
    &["kira", "-", "kira"],
    &["kurang", "lebih"],
    &["lebih", "kurang"],
    &["about"],
    &["around"],
    &["approximately"],
    &["approx"],
    &["circa"],
    &["ca"],
    &["c"],
    &["~"],
    &["±"],
];

/// The UTC offset of an Indonesian time zone, in the notation of the format.
pub(super) fn zone_named(word: &str) -> Option<&'static str> {
    match word {
        "wib" => Some("+07:00"),
        "wita" => Some("+08:00"),
        "wit" => Some("+09:00"),
        "z" | "utc" | "gmt" => Some("Z"),
        _ => None,
    }
}
