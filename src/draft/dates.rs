//! The days that an article names.

use super::article::{Article, ParagraphKind, Token, sentences};
use super::source::Publication;
use super::words::{is_calendar, is_visiting};
use crate::lang::{dates_in, weekdays_in};
use crate::model::PartialDate;

/// A day in an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PrintedDay {
    pub(super) date: PartialDate,
    /// As printed, with the weekday.
    pub(super) text: String,
    /// The number of its paragraph.
    pub(super) paragraph: usize,
    /// Whether the weekday is that of the date, as far as one is printed.
    pub(super) is_consistent: bool,
}

/// Longer paragraphs are searched only so far, in bytes.
const LONGEST: usize = 20_000;
/// Dates behind so many paragraphs are not looked for.
const PARAGRAPHS: usize = 500;

/// The days that an article prints. Where that is no day but its own date, the day before it counts if the visit was “kemarin”.
pub(super) fn days(
    article: &Article<'_>,
    narration: &[Vec<Vec<Token<'_>>>],
    publication: &Publication,
) -> Vec<PrintedDay> {
    let printed = printed_days(article);
    let is_own = |day: &PrintedDay| {
        Some(day.date) == publication.date && Some(day.paragraph) == publication.date_paragraph
    };
    let yesterday = || day_before(article, narration, publication.date?);
    if printed.iter().all(is_own) { yesterday().map_or(printed, |day| vec![day]) } else { printed }
}

/// The day before the date of an article, where the narrator says “kemarin” or “yesterday” of a visit.
fn day_before(
    article: &Article<'_>,
    narration: &[Vec<Vec<Token<'_>>>],
    date: PartialDate,
) -> Option<PrintedDay> {
    let date = date.earliest()?.yesterday().ok()?.to_string().parse().ok()?;
    let mut all = article.paragraphs.iter().zip(narration).flat_map(|(paragraph, pieces)| {
        pieces.iter().flat_map(|piece| sentences(piece)).map(move |words| (paragraph.number, words))
    });
    let (paragraph, word) =
        all.find_map(|(paragraph, words)| Some((paragraph, yesterday_of_visit(words)?)))?;
    Some(PrintedDay { date, text: word.to_owned(), paragraph, is_consistent: true })
}

/// The word “kemarin” or “yesterday” in a sentence about a visit. With a weekday or a date beside it, it may be another day.
fn yesterday_of_visit<'a>(words: &[Token<'a>]) -> Option<&'a str> {
    let at = words.iter().position(|it| ["kemarin", "yesterday"].contains(&it.lower().as_str()))?;
    let is_date = |it: &Token<'_>| {
        is_calendar(it.text)
            || matches!(it.text, "(" | ")")
            || it.text.starts_with(|c: char| c.is_ascii_digit())
    };
    let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
    let is_plain = !beside.filter_map(|at| words.get(at)).any(is_date);
    let is_visit = words.iter().any(|it| is_visiting(it.text));
    words.get(at).filter(|_| is_plain && is_visit).map(|it| it.text)
}

/// The days with a year, in the order of the text, each once.
fn printed_days(article: &Article<'_>) -> Vec<PrintedDay> {
    let mut days: Vec<PrintedDay> = Vec::new();
    for paragraph in article.paragraphs.iter().filter(|it| it.kind == ParagraphKind::Body).take(PARAGRAPHS) {
        let text = article.str(paragraph.range.clone());
        let end = (0..=LONGEST.min(text.len())).rev().find(|end| text.is_char_boundary(*end));
        let text = end.and_then(|end| text.get(..end)).unwrap_or(text);
        for (dates, printed) in dates_in(text) {
            // Day before month, as both languages print it here.
            let Some(date) = dates.into_iter().find(|date| day(*date).is_some()) else { continue };
            let (written, weekday) = with_weekday(text, printed);
            let is_consistent = weekday.is_none_or(|weekday| day(date).is_some_and(|day| day == weekday));
            if !days.iter().any(|known| known.date == date) {
                let text = written.split_whitespace().collect::<Vec<_>>().join(" ");
                days.push(PrintedDay { date, text, paragraph: paragraph.number, is_consistent });
            }
        }
    }
    days
}

/// The weekday of a date that is a day, from 0 for Monday.
fn day(date: PartialDate) -> Option<usize> {
    let day = date.earliest().filter(|first| date.latest() == Some(*first))?;
    usize::try_from(day.weekday().to_monday_zero_offset()).ok()
}

/// A printed date with the weekday before it: “Sabtu (10/1/2026)”.
fn with_weekday<'t>(text: &'t str, printed: &'t str) -> (&'t str, Option<usize>) {
    let start = printed.as_ptr() as usize - text.as_ptr() as usize;
    let before = text.get(..start).unwrap_or_default();
    let trimmed = before.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '('));
    let word_start =
        trimmed.rfind(|c: char| !(c.is_alphabetic() || matches!(c, '\'' | '’'))).map_or(0, |at| at + 1);
    let word_start =
        (word_start..=trimmed.len()).find(|at| trimmed.is_char_boundary(*at)).unwrap_or(trimmed.len());
    let weekday = trimmed.get(word_start..).and_then(|word| weekdays_in(word).first().map(|(day, _)| *day));
    let end = start + printed.len();
    let closes = text.get(end..).is_some_and(|rest| rest.starts_with(')')) && before.ends_with('(');
    let from = if weekday.is_some() { word_start } else { start };
    let from = if closes && weekday.is_none() { start - 1 } else { from };
    (text.get(from..end + usize::from(closes)).unwrap_or(printed), weekday)
}

#[cfg(test)]
mod tests {
    use crate::draft::record::find;

    /// The days that an article with a date line names.
    fn days_of(body: &str) -> Vec<String> {
        let text = format!("Judul Berita Ini\nSenin, 2 Maret 2026 | 10:30 WIB\n{body}\n");
        find(&text).days.iter().map(|day| day.date.to_string()).collect()
    }

    #[test]
    fn yesterday_is_the_day_before_the_article_unless_another_day_is_printed() {
        for (body, days) in [
            ("Wali Kota Awan berkunjung ke Kota Batu kemarin.", ["2026-03-01"].as_slice()),
            ("Wali Kota Awan berkunjung ke Kota Batu.", &["2026-03-02"]),
            ("Wali Kota Awan berkunjung ke Kota Batu, Kamis kemarin.", &["2026-03-02"]),
            ("Wali Kota Awan berkunjung ke Kota Batu. Jalan itu dibuka kemarin.", &["2026-03-02"]),
            ("Wali Kota Awan berkunjung ke Kota Batu. “Kemarin hujan,” kata dia.", &["2026-03-02"]),
            (
                "Wali Kota Awan berkunjung ke Kota Batu kemarin. Loket itu dibuka pada 5 Mei 2024.",
                &["2026-03-02", "2024-05-05"],
            ),
        ] {
            assert_eq!(days_of(body), days, "{body}");
        }
    }
}
