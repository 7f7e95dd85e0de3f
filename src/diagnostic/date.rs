//! Suggestions for text that is not a valid date: the same meaning in the notation of the format.

use super::lookalike;
use crate::lang::{Both, Lang, date_plain, date_readings, date_readings_in_usual_century, has_invalid_day};
use crate::model::PartialDate;

/// How to fix the date.
pub(super) fn help(text: &str, lang: Lang) -> String {
    if let Some(words) = lookalike::help(text, lang) {
        return words;
    }
    let text = &lookalike::plain(text);
    let dates: Vec<PartialDate> = date_readings(text).iter().map(|reading| reading.date).collect();
    if !dates.is_empty() {
        return instead(&dates, "", lang);
    }
    let dates: Vec<PartialDate> =
        date_readings_in_usual_century(text).iter().map(|reading| reading.date).collect();
    if let Some(year) = dates.first().and_then(|date| date.first().date()?.year()) {
        let short = year.rem_euclid(100);
        let condition = match lang {
            Lang::Id => format!(" bila {short:02} berarti {year}"),
            Lang::En => format!(" if {short:02} is {year}"),
        };
        return instead(&dates, &condition, lang);
    }
    match unknown_digits(text) {
        Some(date) => instead(&[date], "", lang),
        None => of_interval(text, lang).unwrap_or_else(|| help_text(text).get(lang).to_owned()),
    }
}

/// The suggestion for one reading, or for two alternative readings.
fn instead(dates: &[PartialDate], condition: &str, lang: Lang) -> String {
    let words = |date| date_plain(lang, date);
    let write = match (dates, lang) {
        ([one, other, ..], Lang::Id) => format!(
            "Tulis {} bila maksudnya {}, atau {} bila maksudnya {}",
            written(one),
            words(one),
            written(other),
            words(other)
        ),
        ([one, other, ..], Lang::En) => {
            format!("Write {} for {}, or {} for {}", written(one), words(one), written(other), words(other))
        }
        ([date, ..], lang) => {
            // The year 0 is 1 BC, so years before 1 need words.
            let is_usual = date.is_plain() && date.year().is_some_and(|year| year > 0);
            let words = if is_usual { String::new() } else { format!(" ({})", words(date)) };
            format!("{} {}{words}", Both { id: "Tulis", en: "Write" }.get(lang), written(date))
        }
        ([], _) => String::new(),
    };
    match lang {
        Lang::Id => format!("{write}{condition}; teks aslinya dapat dicatat di date_text."),
        Lang::En => format!("{write}{condition}; the original wording can go in date_text."),
    }
}

/// A date in YAML notation: brackets must be quoted.
fn written(date: &PartialDate) -> String {
    let text = date.to_string();
    if text.starts_with(['[', '{']) { format!("\"{text}\"") } else { text }
}

/// A date in which other characters stand for unknown digits: `19??`, `2012-06-xx`, `2012-06-00`.
fn unknown_digits(text: &str) -> Option<PartialDate> {
    let text = text.trim();
    let with_signs = text.to_ascii_uppercase().replace(['?', 'U', '*', '_'], "X");
    let without_zeros = text.trim_end_matches("-00");
    [with_signs.as_str(), without_zeros].into_iter().find_map(|text| text.parse().ok())
}

/// The suggestion for two dates separated by a slash or two dots.
fn of_interval(text: &str, lang: Lang) -> Option<String> {
    if text.starts_with(['[', '{']) {
        return None;
    }
    let sign = if text.contains('/') { "/" } else { ".." };
    let parts: Vec<&str> = text.split(sign).map(str::trim).collect();
    let date = |text: &&str| text.parse::<PartialDate>().ok();
    let is_open = |text: &&str| matches!(*text, "" | "..");
    match parts.as_slice() {
        [first, last] if is_open(first) && is_open(last) => Some(BOTH_ENDS_OPEN.get(lang).to_owned()),
        [first, last] => {
            let has_time = |text: &&str| date(text).is_some_and(|date| date.time().is_some());
            let ends = date(first).zip(date(last));
            if ends.is_some_and(|(first, last)| is_before(&last, &first)) {
                return Some(ENDS_BEFORE.get(lang).to_owned());
            }
            if has_time(first) || has_time(last) {
                let single = ends.filter(|ends| [ends.0, ends.1].iter().all(|end| end.single().is_some()));
                return Some(without_times(single, lang));
            }
            let parsed = |text: &&str| date(text).or_else(|| one(&date_readings(text)));
            let joined = parsed(first).zip(parsed(last)).map(|(first, last)| format!("{first}/{last}"));
            match joined.and_then(|text| text.parse().ok()) {
                Some(date) => Some(instead(&[date], "", lang)),
                // One of the two dates is invalid.
                None => [first, last]
                    .into_iter()
                    .find(|it| !is_open(it) && date(it).is_none())
                    .map(|it| help_text(it).get(lang).to_owned()),
            }
        }
        [first, .., last]
            if parts.iter().all(|part| date(part).is_some_and(|date| date.single().is_some())) =>
        {
            let set = format!("\"{{{}}}\"", parts.join(","));
            Some(match lang {
                Lang::Id => {
                    format!("Tulis {set} untuk tiap tanggal itu, atau {first}/{last} untuk seluruh waktunya.")
                }
                Lang::En => {
                    format!("Write {set} for each of these dates, or {first}/{last} for all of the time.")
                }
            })
        }
        _ => None,
    }
}

/// The only reading.
fn one(readings: &[crate::lang::DateReading]) -> Option<PartialDate> {
    match readings {
        [reading] => Some(reading.date),
        _ => None,
    }
}

fn is_before(date: &PartialDate, other: &PartialDate) -> bool {
    date.latest().zip(other.earliest()).is_some_and(|(last, first)| last < first)
}

fn without_times(ends: Option<(PartialDate, PartialDate)>, lang: Lang) -> String {
    match (ends, lang) {
        (Some((start, end)), Lang::Id) => {
            format!(
                "Rentang tidak memuat jam: tulis start_date: {start} dan end_date: {end}, atau tanggalnya saja."
            )
        }
        (Some((start, end)), Lang::En) => {
            format!(
                "An interval has no time of day: write start_date: {start} and end_date: {end}, or only the days."
            )
        }
        (None, Lang::Id) => "Rentang tidak memuat jam: tulis tanggalnya saja.".to_owned(),
        (None, Lang::En) => "An interval has no time of day: write only the days.".to_owned(),
    }
}

const BOTH_ENDS_OPEN: Both = Both {
    id: "Awal dan akhirnya sama-sama terbuka, jadi tidak menyatakan waktu apa pun; hapus isian ini.",
    en: "Both ends are open, so it gives no time at all; remove the field.",
};

const ENDS_BEFORE: Both = Both {
    id: "Tanggal selesai mendahului tanggal mulai; periksa keduanya.",
    en: "The end is before the start; check both dates.",
};

fn help_text(text: &str) -> Both {
    let text = text.trim();
    if text.starts_with(['[', '{']) {
        return of_set(text);
    }
    let without_signs = text.replace(['?', '~', '%'], "");
    if without_signs != text && without_signs.parse::<PartialDate>().is_ok() {
        return Both {
            id: "Tanda ?, ~, dan % berlaku untuk seluruh tanggal dan ditulis di akhir; bagian yang diragukan dapat dijelaskan di date_text.",
            en: "?, ~ and % apply to the whole date and go at its end; explain in date_text which part is uncertain.",
        };
    }
    if lacks_the_day(text) {
        return NO_SUCH_DAY;
    }
    Both {
        id: "Tulis tahun-bulan-tanggal, misalnya 2026-01-10; 2026-01 atau 2026 juga boleh.",
        en: "Write year-month-day, for example 2026-01-10; 2026-01 or 2026 is also valid.",
    }
}

const NO_SUCH_DAY: Both = Both {
    id: "Tanggal itu tidak ada pada bulan tersebut; bila tidak pasti, tulis bulannya saja.",
    en: "That day does not exist in that month; if the day is uncertain, write only the month.",
};

/// Whether a text is a date except that its month has no such day.
fn lacks_the_day(text: &str) -> bool {
    let month = text.rsplit_once('-').filter(|(_, day)| day.len() == 2).map(|(month, _)| month);
    let is_month = |month: &str| month.parse::<PartialDate>().is_ok_and(|it| it.month().is_some());
    month.is_some_and(is_month) || has_invalid_day(text)
}

/// Why a set of dates is invalid.
fn of_set(text: &str) -> Both {
    let inner = text.trim_matches(['[', ']', '{', '}']).trim();
    let ends = |member: &str| {
        let (first, last) = member.split_once("..")?;
        first.trim().parse::<PartialDate>().ok().zip(last.trim().parse().ok())
    };
    match inner {
        "" | ".." => BOTH_ENDS_OPEN,
        _ if inner
            .split(',')
            .flat_map(|member| member.split(".."))
            .any(|date| lacks_the_day(date.trim())) =>
        {
            NO_SUCH_DAY
        }
        _ if inner.split(',').filter_map(ends).any(|(first, last)| is_before(&last, &first)) => ENDS_BEFORE,
        _ => Both {
            id: "Dalam himpunan, tiap tanggal ditulis tahun-bulan-tanggal dan dipisahkan koma: \"[2026-01-10,2026-01-12]\" untuk salah satunya, \"{2026-01-10,2026-01-12}\" untuk semuanya.",
            en: "In a set each date is written year-month-day, with commas between: \"[2026-01-10,2026-01-12]\" for one of them, \"{2026-01-10,2026-01-12}\" for all.",
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_remedy_means_the_same() {
        for (text, words) in [
            ("03/07/2025", "Write 2025-07-03 for 3 July 2025, or 2025-03-07 for 7 March 2025;"),
            ("25/03/2025", "Write 2025-03-25;"),
            ("2025-20-08", "Write 2025-08-20;"),
            ("Spring 2020", "Write 2020-21 (spring 2020);"),
            ("12 Maret 2024", "Write 2024-03-12;"),
            ("198x", "Write 198X (the 1980s);"),
            ("19??", "Write 19XX (between 1900 and 1999);"),
            ("2012-06-xx", "Write 2012-06-XX (June 2012);"),
            ("2012-06-00", "Write 2012-06;"),
            ("2004-06~-11", "?, ~ and % apply to the whole date"),
            ("2024-03-12t09:00:00z", "Write 2024-03-12T09:00:00+00:00;"),
            ("2024–2025", "Write 2024/2025 (2024 – 2025);"),
            ("2025-02-30", "That day does not exist in that month;"),
            ("2025/2024", "The end is before the start;"),
            ("[2020-06-06;2020-06-08]", "In a set each date is written"),
            ("[2020..2019,2021]", "The end is before the start;"),
            ("{2020-06-06,2020-06-31}", "That day does not exist in that month;"),
            (
                "2024-03-12T09:00/2024-03-12T11:00",
                "An interval has no time of day: write start_date: 2024-03-12T09:00 and end_date: 2024-03-12T11:00,",
            ),
            ("2024-03-12T09:00/..", "An interval has no time of day: write only the days."),
            ("../..", "Both ends are open,"),
            ("/", "Both ends are open,"),
            ("[..]", "Both ends are open,"),
            ("2023-02-29/2023-03-02", "That day does not exist in that month;"),
            (
                "2026/2027/2028",
                "Write \"{2026,2027,2028}\" for each of these dates, or 2026/2028 for all of the time.",
            ),
            ("1 Maret 2024/3 Maret 2024", "Write 2024-03-01/2024-03-03 (1–3 March 2024);"),
        ] {
            let help = help(text, Lang::En);
            assert!(help.starts_with(words), "{text}: {help}");
        }
    }

    #[test]
    fn what_people_write_gets_a_remedy_of_its_own() {
        for (text, words) in [
            ("2024‑03‑12", "Write 2024-03-12; the hyphens are U+2011."),
            ("2024–03–12", "Write 2024-03-12; the hyphens are U+2013."),
            ("２０２４-０３-１２", "Write 2024-03-12; the digits are U+FF12, U+FF10 …."),
            ("2024-O3-12", "Write 2024-03-12; “O” is a letter."),
            ("2024-03-12\u{200b}", "Write 2024-03-12; U+200B is invisible."),
            ("2024–12", "Write 2024-12;"),
            ("44 BC", "Write -0043 (44 BC);"),
            ("44 SM", "Write -0043 (44 BC);"),
            ("03/07/25", "Write 2025-07-03 for 3 July 2025, or 2025-03-07 for 7 March 2025 if 25 is 2025;"),
            ("25/3/99", "Write 1999-03-25 if 99 is 1999;"),
            ("2020-06-06 atau 2020-06-08", "Write \"[2020-06-06,2020-06-08]\" (6 or 8 June 2020);"),
            (
                "6, 8 dan 10 Juni 2020",
                "Write \"{2020-06-06,2020-06-08,2020-06-10}\" (6, 8 and 10 June 2020);",
            ),
            ("2019-06-01..2019-06-03", "Write 2019-06-01/2019-06-03 (1–3 June 2019);"),
            ("sejak 2020", "Write 2020/.. (since 2020);"),
            ("until 2020", "Write ../2020 (until 2020);"),
            ("2019–present", "Write 2019/.. (since 2019);"),
            ("winter 2020/2021", "Write 2020-24 (winter 2020);"),
            ("kira-kira Maret 2024", "Write 2024-03~ (about March 2024);"),
            ("12 Desember 2024?", "Write 2024-12-12? (12 December 2024 (?));"),
            ("29/02/2023", "That day does not exist in that month;"),
            ("31 April 2024", "That day does not exist in that month;"),
            ("kemarin", "Write year-month-day,"),
        ] {
            let help = help(text, Lang::En);
            assert!(help.starts_with(words), "{text}: {help}");
        }
    }
}
