//! Dates as part of a sentence.

use super::{MONTHS, Manner, column, limits, part_of_year, weekday, year_in_words};
use crate::lang::Lang;
use crate::model::{Doubt, Edge, Join, PartialDate, SingleDate};

/// `on Saturday, 10 January 2026`, `in the 1980s`, `from 2019 on`, `Sabtu (10/1/2026)`: as in a newspaper, as far as the
/// date is known.
pub fn date_in_sentence(lang: Lang, date: &PartialDate) -> String {
    let manner = Manner { lang, months: &MONTHS };
    let words = match (date.first(), date.last()) {
        (Edge::Date(only), None) => match weekday(lang, date).filter(|_| !is_about(&only)) {
            Some(name) => manner.on_weekday(name, &only),
            None => manner.at(&only),
        },
        (_, None) => manner.either("pada waktu yang tidak diketahui", "at an unknown time").to_owned(),
        (first, Some((Join::Through, last))) => manner.whole_interval(first, last),
        (first, Some((Join::Between, last))) => manner.time_within(first, last),
        (first, Some((join @ (Join::Or | Join::And), last))) => match date.members() {
            Some((_, members)) if members.len() > 2 => manner.each_of(first, (join, members)),
            _ => manner.one_of(join, first, last),
        },
    };
    match date.doubt() {
        Doubt::Uncertain | Doubt::Both => format!("{} {words}", manner.either("kemungkinan", "possibly")),
        Doubt::None | Doubt::Approximate => words,
    }
}

fn is_about(date: &SingleDate) -> bool {
    matches!(date.doubt(), Doubt::Approximate | Doubt::Both)
}

/// A date in words, and the preposition before it in English.
struct DateWords {
    preposition: &'static str,
    words: String,
}

impl Manner<'_> {
    fn on_weekday(self, name: &str, date: &SingleDate) -> String {
        match (self.lang, date.civil()) {
            (Lang::Id, Some(day)) => format!("{name} ({}/{}/{})", day.day(), day.month(), day.year()),
            _ => format!("on {name}, {}", self.named(date).words),
        }
    }

    /// `in March 2024`, `around 2024`; Indonesian uses no preposition here.
    fn at(self, date: &SingleDate) -> String {
        let DateWords { preposition, words } = self.named(date);
        match self.lang {
            _ if is_about(date) => self.approximate(date),
            Lang::En if !preposition.is_empty() => format!("{preposition} {words}"),
            Lang::Id | Lang::En => words,
        }
    }

    /// The date with a word for its uncertainty.
    fn approximate(self, date: &SingleDate) -> String {
        let words = self.named(date).words;
        if is_about(date) { format!("{} {words}", self.either("sekitar", "around")) } else { words }
    }

    fn named(self, date: &SingleDate) -> DateWords {
        let month =
            date.month().map(|month| column(self.months, self.lang, usize::from(month).saturating_sub(1)));
        let month = month.or_else(|| date.part().map(|part| part_of_year(self.lang, part)));
        let preposition = if date.day().is_some() { "on" } else { "in" };
        if let Some(decade) = date.decade() {
            let words = match self.lang {
                Lang::Id => format!("tahun {decade}-an"),
                Lang::En => format!("the {decade}s"),
            };
            return DateWords { preposition, words };
        }
        let is_gap = (date.names_days() && date.day().is_none()) || (date.names_months() && month.is_none());
        let is_gap = is_gap || (date.year().is_none() && !date.is_of_any_year());
        if let Some(days) = date.days().filter(|_| is_gap) {
            let (first, last) = limits(date, days);
            return DateWords {
                preposition: "",
                words: self.time_within(Edge::Date(first), Edge::Date(last)),
            };
        }
        let words = match (month, date.day(), date.year()) {
            (None, Some(day), year) => self.day_of_no_month(day, year),
            (Some(_), _, Some(_)) | (None, None, Some(_)) => {
                format!("{}{}", month.map(article).unwrap_or_default(), self.plain(date))
            }
            (Some(month), day, None) => {
                let day = day.map(|day| format!("{day} ")).unwrap_or_default();
                let of = self.either("pada tahun yang tidak diketahui", "of an unknown year");
                format!("{}{day}{} {of}", article(month), month.trim_end_matches(" of"))
            }
            (None, None, None) => {
                self.either("pada tahun yang tidak diketahui", "an unknown year").to_owned()
            }
        };
        DateWords { preposition, words }
    }

    fn day_of_no_month(self, day: u8, year: Option<i16>) -> String {
        let year = year.map(|year| year_in_words(self.lang, year));
        match self.lang {
            Lang::Id => {
                let year = year.map(|year| format!(" tahun {year}")).unwrap_or_default();
                format!("tanggal {day} pada bulan yang tidak diketahui{year}")
            }
            Lang::En => {
                let year = year.map(|year| format!(" in {year}")).unwrap_or_default();
                format!("the {day}{} of an unknown month{year}", ordinal(day))
            }
        }
    }

    /// Both dates; parts that they share are left out of the first.
    fn both(self, first: &SingleDate, last: &SingleDate) -> (String, String) {
        let shared = self.shortened(first, last);
        (shared.unwrap_or_else(|| self.approximate(first)), self.approximate(last))
    }

    /// The whole time from the first to the last date.
    fn whole_interval(self, first: Edge, last: Edge) -> String {
        match (self.lang, first, last) {
            (_, Edge::Date(from), Edge::Date(to)) => {
                let (from, to) = self.both(&from, &to);
                match self.lang {
                    Lang::Id if from.parse::<u8>().is_ok() => format!("{from}–{to}"),
                    Lang::Id => format!("{from} sampai {to}"),
                    Lang::En => format!("from {from} to {to}"),
                }
            }
            (Lang::Id, Edge::Date(from), Edge::Open) => format!("sejak {}", self.approximate(&from)),
            (Lang::En, Edge::Date(from), Edge::Open) => format!("from {} on", self.approximate(&from)),
            (Lang::Id, Edge::Date(from), Edge::Unknown) => {
                format!("sejak {} sampai waktu yang tidak diketahui", self.approximate(&from))
            }
            (Lang::En, Edge::Date(from), Edge::Unknown) => {
                format!("from {} to an unknown date", self.approximate(&from))
            }
            (Lang::Id, Edge::Unknown, Edge::Date(to)) => {
                format!("dari waktu yang tidak diketahui sampai {}", self.approximate(&to))
            }
            (Lang::En, Edge::Unknown, Edge::Date(to)) => {
                format!("from an unknown date to {}", self.approximate(&to))
            }
            (_, _, to) => {
                let to = to.date().map(|to| self.approximate(&to)).unwrap_or_default();
                format!("{} {to}", self.either("sampai", "until"))
            }
        }
    }

    /// Some time between two dates, or before or after one.
    fn time_within(self, first: Edge, last: Edge) -> String {
        match (self.lang, first, last) {
            (_, Edge::Date(from), Edge::Date(to)) => {
                let (from, to) = self.both(&from, &to);
                format!("{} {from} {} {to}", self.either("antara", "between"), self.either("dan", "and"))
            }
            (Lang::Id, Edge::Date(from), _) => format!("paling awal {}", self.approximate(&from)),
            (Lang::En, Edge::Date(from), _) => format!("{} or later", self.at(&from)),
            (Lang::Id, _, to) => {
                let to = to.date().map(|to| self.approximate(&to)).unwrap_or_default();
                format!("paling lambat {to}")
            }
            (Lang::En, _, to) => {
                let to = to.date().map(|to| self.at(&to)).unwrap_or_default();
                format!("{to} or earlier")
            }
        }
    }

    fn each_of(self, first: Edge, (join, members): (Join, &[PartialDate])) -> String {
        let words = self.listed(join, members);
        match (self.lang, first.date().map(|date| self.named(&date).preposition)) {
            (Lang::En, Some(preposition)) if !preposition.is_empty() => format!("{preposition} {words}"),
            _ => words,
        }
    }

    fn one_of(self, join: Join, first: Edge, last: Edge) -> String {
        let Some((one, other)) = first.date().zip(last.date()) else { return String::new() };
        let or = if join == Join::Or { self.either("atau", "or") } else { self.either("dan", "and") };
        let (preposition, words) = (self.named(&one).preposition, self.both(&one, &other));
        let is_alike = preposition == self.named(&other).preposition && !is_about(&one) && !is_about(&other);
        match self.lang {
            Lang::En if is_alike && !preposition.is_empty() => {
                format!("{preposition} {} {or} {}", words.0, words.1)
            }
            Lang::En => format!("{} {or} {}", self.at(&one), self.at(&other)),
            Lang::Id => format!("{} {or} {}", words.0, words.1),
        }
    }
}

/// The article before the English name of a part of a year.
fn article(part: &str) -> &'static str {
    if part.ends_with(" of") { "the " } else { "" }
}

fn ordinal(number: u8) -> &'static str {
    match (number % 10, number / 10) {
        (_, 1) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(dates: &[(&str, &str, &str)]) {
        for (text, id, en) in dates {
            let date: PartialDate = text.parse().expect(text);
            assert_eq!(date_in_sentence(Lang::Id, &date), *id, "{text}");
            assert_eq!(date_in_sentence(Lang::En, &date), *en, "{text}");
        }
    }

    #[test]
    fn one_date_is_a_part_of_a_sentence() {
        check(&[
            ("2026-01-10", "Sabtu (10/1/2026)", "on Saturday, 10 January 2026"),
            ("2024-03", "Maret 2024", "in March 2024"),
            ("2024", "2024", "in 2024"),
            ("2024-05-XX", "Mei 2024", "in May 2024"),
            ("-0044-03-15", "15 Maret 45 SM", "on 15 March 45 BC"),
            ("0000", "1 SM", "in 1 BC"),
            ("1500-03-15", "15 Maret 1500", "on 15 March 1500"),
            ("2024-03-12?", "kemungkinan Selasa (12/3/2024)", "possibly on Tuesday, 12 March 2024"),
            ("2024-03-12~", "sekitar 12 Maret 2024", "around 12 March 2024"),
            ("2024-03~", "sekitar Maret 2024", "around March 2024"),
            ("2024%", "kemungkinan sekitar 2024", "possibly around 2024"),
            ("XXXX-10-19", "19 Oktober pada tahun yang tidak diketahui", "on 19 October of an unknown year"),
            ("XXXX-08", "Agustus pada tahun yang tidak diketahui", "in August of an unknown year"),
            (
                "XXXX-33",
                "triwulan I pada tahun yang tidak diketahui",
                "in the first quarter of an unknown year",
            ),
            ("XXXX", "pada tahun yang tidak diketahui", "in an unknown year"),
            (
                "2012-XX-10",
                "tanggal 10 pada bulan yang tidak diketahui tahun 2012",
                "on the 10th of an unknown month in 2012",
            ),
            ("198X", "tahun 1980-an", "in the 1980s"),
            ("198X~", "sekitar tahun 1980-an", "around the 1980s"),
            ("19XX", "antara 1900 dan 1999", "between 1900 and 1999"),
            ("2012-06-2X", "antara 20 dan 29 Juni 2012", "between 20 and 29 June 2012"),
            ("2012-06-X5", "antara 5 dan 25 Juni 2012", "between 5 and 25 June 2012"),
            ("2020-21", "musim semi 2020", "in spring 2020"),
            ("2020-25", "musim semi belahan utara 2020", "in northern spring 2020"),
            ("2020-35", "triwulan III 2020", "in the third quarter of 2020"),
            ("2020-35~", "sekitar triwulan III 2020", "around the third quarter of 2020"),
            ("2020-40", "semester I 2020", "in the first half of 2020"),
        ]);
        for (day, written) in [(1, "1st"), (2, "2nd"), (3, "3rd"), (11, "11th"), (22, "22nd"), (30, "30th")] {
            assert_eq!(format!("{day}{}", ordinal(day)), written);
        }
    }

    #[test]
    fn two_dates_are_a_part_of_a_sentence() {
        check(&[
            ("2024-03-01/2024-03-05", "1–5 Maret 2024", "from 1 to 5 March 2024"),
            ("2024-06-28/2024-07-03", "28 Juni sampai 3 Juli 2024", "from 28 June to 3 July 2024"),
            ("2023/2024", "2023 sampai 2024", "from 2023 to 2024"),
            (
                "2020-33/2020-34",
                "triwulan I 2020 sampai triwulan II 2020",
                "from the first quarter of 2020 to the second quarter of 2020",
            ),
            ("1950~/1960", "sekitar 1950 sampai 1960", "from around 1950 to 1960"),
            ("2019/..", "sejak 2019", "from 2019 on"),
            ("../2020-05", "sampai Mei 2020", "until May 2020"),
            ("2019/", "sejak 2019 sampai waktu yang tidak diketahui", "from 2019 to an unknown date"),
            ("/2020", "dari waktu yang tidak diketahui sampai 2020", "from an unknown date to 2020"),
            ("[2020-06-06,2020-06-08]", "6 atau 8 Juni 2020", "on 6 or 8 June 2020"),
            ("[2019,2021]", "2019 atau 2021", "in 2019 or 2021"),
            ("[2019,2020-06-08]", "2019 atau 8 Juni 2020", "in 2019 or on 8 June 2020"),
            ("[2020-06-06..2020-06-08]", "antara 6 dan 8 Juni 2020", "between 6 and 8 June 2020"),
            ("[2020-06..]", "paling awal Juni 2020", "in June 2020 or later"),
            ("[..1760-12-03]", "paling lambat 3 Desember 1760", "on 3 December 1760 or earlier"),
            ("..", "pada waktu yang tidak diketahui", "at an unknown time"),
        ]);
    }
}
