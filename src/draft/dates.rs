//! The days that an article names.

use super::article::{Article, ParagraphKind};
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

/// The days with a year, in the order of the text, each once.
pub(super) fn printed_days(article: &Article<'_>) -> Vec<PrintedDay> {
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
