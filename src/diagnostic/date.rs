//! Suggestions for text that is not a valid date: the same meaning in the notation of the format.

use crate::lang::{Both, Lang, date_plain, date_readings};
use crate::model::PartialDate;

/// How to fix the date.
pub(super) fn help(text: &str, lang: Lang) -> String {
    let both = |id: String, en: String| match lang {
        Lang::Id => id,
        Lang::En => en,
    };
    let mut dates: Vec<PartialDate> = date_readings(text).iter().map(|reading| reading.date).collect();
    if dates.is_empty() {
        dates.extend(unknown_digits(text));
    }
    match dates.as_slice() {
        [date] if !date.is_plain() => {
            let words = date_plain(lang, date);
            both(
                format!("Tulis {date} ({words}); teks aslinya dapat dicatat di date_text."),
                format!("Write {date} ({words}); the original wording can go in date_text."),
            )
        }
        [date] => both(
            format!("Tulis {date}; teks aslinya dapat dicatat di date_text."),
            format!("Write {date}; the original wording can go in date_text."),
        ),
        [one, other, ..] => {
            let (first, second) = (date_plain(lang, one), date_plain(lang, other));
            both(
                format!(
                    "Tulis {one} bila maksudnya {first}, atau {other} bila maksudnya {second}; teks aslinya dapat dicatat di date_text."
                ),
                format!(
                    "Write {one} for {first}, or {other} for {second}; the original wording can go in date_text."
                ),
            )
        }
        [] => match members(text) {
            Some((first, last)) if text.starts_with('[') => both(
                format!(
                    "Tulis “[{first}..{last}]” untuk suatu waktu di antaranya; daftarnya dapat dicatat di date_text."
                ),
                format!(
                    "Write “[{first}..{last}]” for some time between them; the list itself can go in date_text."
                ),
            ),
            Some((first, last)) => both(
                format!(
                    "Tulis start_date: {first} dan end_date: {last}; daftarnya dapat dicatat di date_text, atau beri setiap persinggahan tanggalnya sendiri."
                ),
                format!(
                    "Write start_date: {first} and end_date: {last}; the list itself can go in date_text, or give each stop its own date."
                ),
            ),
            None => help_text(text).get(lang).to_owned(),
        },
    }
}

/// A date in which other characters stand for unknown digits: `19??`, `2012-06-xx`, `2012-06-00`.
fn unknown_digits(text: &str) -> Option<PartialDate> {
    let text = text.trim();
    let with_signs = text.to_ascii_uppercase().replace(['?', 'U', '*', '_'], "X");
    let without_zeros = text.trim_end_matches("-00");
    [with_signs.as_str(), without_zeros].into_iter().find_map(|text| text.parse().ok())
}

/// The earliest and the latest of a set of dates.
fn members(text: &str) -> Option<(PartialDate, PartialDate)> {
    let inner = text.trim().strip_prefix(['[', '{'])?.strip_suffix([']', '}'])?;
    let dates = inner.split([',', '/']).flat_map(|part| part.split(".."));
    let mut dates: Vec<PartialDate> = dates.map(|date| date.trim().parse().ok()).collect::<Option<_>>()?;
    dates.sort_by_key(PartialDate::order);
    (dates.len() > 1).then_some((*dates.first()?, *dates.last()?))
}

fn help_text(text: &str) -> Both {
    let ends = text.split_once('/').map(|(first, last)| [first, last].map(str::parse::<PartialDate>));
    if let Some([Ok(_), Ok(_)]) = ends {
        return Both {
            id: "Tanggal selesai mendahului tanggal mulai; periksa keduanya.",
            en: "The end is before the start; check both dates.",
        };
    }
    let without_signs = text.replace(['?', '~', '%'], "");
    if without_signs != text && without_signs.parse::<PartialDate>().is_ok() {
        return Both {
            id: "Tanda ?, ~, dan % berlaku untuk seluruh tanggal dan ditulis di akhir; bagian yang diragukan dapat dijelaskan di date_text.",
            en: "?, ~ and % apply to the whole date and go at its end; explain in date_text which part is uncertain.",
        };
    }
    let month = text.trim().rsplit_once('-').filter(|(_, day)| day.len() == 2).map(|(month, _)| month);
    let is_month = |month: &str| month.parse::<PartialDate>().is_ok_and(|it| it.month().is_some());
    if month.is_some_and(is_month) {
        return Both {
            id: "Tanggal itu tidak ada pada bulan tersebut; bila tidak pasti, tulis bulannya saja.",
            en: "That day does not exist in that month; if the day is uncertain, write only the month.",
        };
    }
    Both {
        id: "Tulis tahun-bulan-tanggal, misalnya 2026-01-10; 2026-01 atau 2026 juga boleh.",
        en: "Write year-month-day, for example 2026-01-10; 2026-01 or 2026 is also valid.",
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
            ("[2020-06-06,2020-06-08,2020-06-07]", "Write “[2020-06-06..2020-06-08]” for some time between"),
            ("{2020-06-06,2020-06-08}", "Write start_date: 2020-06-06 and end_date: 2020-06-08;"),
            ("kemarin", "Write year-month-day,"),
            ("10/1/26", "Write year-month-day,"),
        ] {
            let help = help(text, Lang::En);
            assert!(help.starts_with(words), "{text}: {help}");
        }
    }
}
