//! Finds weekdays and dates in printed text.

use super::date_text::{DateToken, date_readings, dates_within, tokens, weekday_named};
use crate::model::PartialDate;

/// The weekdays in a text, in Indonesian or English: the number from 0 for Monday, and the word as printed.
pub fn weekdays_in(text: &str) -> Vec<(usize, &str)> {
    let printed = Printed { text, tokens: tokens(text) };
    let days = (0..printed.tokens.len()).filter_map(|at| Some((printed.weekday(at)?, printed.written(at))));
    days.collect()
}

/// The dates in a text: their readings, and the text as printed. A date may have no year.
pub fn dates_in(text: &str) -> Vec<(Vec<PartialDate>, &str)> {
    let within = dates_within(text).into_iter();
    let found: Vec<_> = within.map(|it| (it.dates, text.get(it.at).unwrap_or_default())).collect();
    if !found.is_empty() {
        return found;
    }
    let whole: Vec<PartialDate> = date_readings(text).iter().map(|reading| reading.date).collect();
    if whole.is_empty() { Vec::new() } else { vec![(whole, text.trim())] }
}

/// Words after “minggu” that show it means a week instead of Sunday.
const AFTER_WEEK: &[&str] = &[
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

/// Words before a weekday that make it part of the name or the issue date of a newspaper.
const NEWSPAPERS: &[&str] = &[
    "antara",
    "harian",
    "jawapos",
    "kabar",
    "kompas",
    "koran",
    "majalah",
    "media",
    "merdeka",
    "mingguan",
    "pos",
    "radar",
    "rakyat",
    "republika",
    "sindo",
    "suara",
    "tabloid",
    "tempo",
    "tribun",
];

/// Words after a weekday that make it part of the name of a newspaper: The Sunday Times.
const ENGLISH_NEWSPAPERS: &[&str] = &[
    "chronicle",
    "express",
    "gazette",
    "herald",
    "independent",
    "journal",
    "mail",
    "mirror",
    "news",
    "observer",
    "post",
    "standard",
    "star",
    "sun",
    "telegraph",
    "times",
    "tribune",
    "world",
];

/// The maximum number of words in the name of a newspaper before the weekday.
const MAX_NAME_WORDS: usize = 3;

/// A printed text and its tokens.
struct Printed<'t> {
    text: &'t str,
    tokens: Vec<DateToken>,
}

impl<'t> Printed<'t> {
    fn written(&self, at: usize) -> &'t str {
        self.tokens.get(at).and_then(|token| self.text.get(token.at.clone())).unwrap_or_default()
    }

    fn word(&self, at: usize) -> Option<&str> {
        self.tokens.get(at).and_then(DateToken::word)
    }

    /// The weekday that a word means; none if it means something else.
    fn weekday(&self, at: usize) -> Option<usize> {
        let day = weekday_named(self.word(at)?)?;
        let next = self.tokens.iter().skip(at + 1).find_map(DateToken::word).unwrap_or_default();
        // “Minggu” also means week: minggu lalu, dua minggu.
        let is_week = day == 6 && (self.written(at).starts_with('m') || AFTER_WEEK.contains(&next));
        // “Malam Minggu” is Saturday evening, and “Pasar Minggu” a district of Jakarta.
        let before = at.checked_sub(1).and_then(|before| self.word(before));
        let is_other = matches!(before, Some("malam" | "pasar"));
        (!is_week && !is_other && !self.is_of_a_newspaper(at)).then_some(day)
    }

    /// Whether a weekday is part of the name or the issue date of a newspaper.
    fn is_of_a_newspaper(&self, at: usize) -> bool {
        let is_name = |at: usize, names: &[&str]| {
            let is_capital = self.written(at).starts_with(char::is_uppercase);
            is_capital && self.word(at).is_some_and(|word| names.contains(&word))
        };
        let after = (at + 1..=at + 2).take_while(|at| self.word(*at).is_some());
        let ends = |at: &usize| {
            self.tokens.get(*at).is_some_and(|token| ['.', ';', ':'].iter().any(|sign| token.is_sign(*sign)))
        };
        let before = (0..at).rev().take_while(|at| !ends(at)).filter(|at| self.word(*at).is_some());
        after.into_iter().any(|at| is_name(at, ENGLISH_NEWSPAPERS))
            || before.take(MAX_NAME_WORDS).any(|at| is_name(at, NEWSPAPERS))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weekdays_are_recognized_in_both_languages() {
        let days = |text| weekdays_in(text).into_iter().map(|(day, _)| day).collect::<Vec<_>>();
        assert_eq!(days("Sabtu (10/1/2026)"), [5]);
        assert_eq!(days("Selasa dan Rabu, 12–13 Maret 2024"), [1, 2]);
        assert_eq!(days("Jum’at siang, Jumat, JUMAT"), [4, 4, 4]);
        assert_eq!(days("on Monday morning"), [0]);
        assert_eq!(days("Minggu, Minggu lalu, dua minggu"), [6]);
        assert_eq!(days("Malam Minggu, Minggu ke-2, Minggu II"), [0; 0]);
        assert_eq!(days("Sabtuan"), [0; 0]);
        assert_eq!(weekdays_in("pada hari Jum'at,"), [(4, "Jum'at")]);
    }

    #[test]
    fn names_of_newspapers_are_not_weekdays() {
        for name in [
            "Media Indonesia, Minggu",
            "Suara Merdeka, Jumat",
            "Koran Minggu",
            "Harian Kompas, Sabtu",
            "The Sunday Times",
            "Sunday Morning Post",
            "dimuat Tempo (Senin)",
        ] {
            assert_eq!(weekdays_in(name), [], "{name}");
        }
        for day in ["konferensi media, Minggu", "Menurut Kompas: Minggu", "Minggu, kata koran itu"] {
            assert_eq!(weekdays_in(day), [(6, "Minggu")], "{day}");
        }
    }

    #[test]
    fn dates_are_found_within_a_text_or_as_the_whole() {
        let dates = |text| {
            let of = |(dates, printed): (Vec<PartialDate>, &str)| (dates.len(), printed.to_owned());
            dates_in(text).into_iter().map(of).collect::<Vec<_>>()
        };
        assert_eq!(
            dates("Sabtu (10/1/2026) dan 12 Januari"),
            [(2, "10/1/2026".to_owned()), (1, "12 Januari".to_owned())]
        );
        assert_eq!(dates("2025"), [(1, "2025".to_owned())]);
        assert_eq!(dates("tiga kali setahun"), []);
    }
}
