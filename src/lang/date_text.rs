//! Parses dates as people write them in Indonesian and English: `10/1/2026`, `Sabtu, 10 Januari 2026`, `10–12 Maret
//! 2024`, `Q1 2025`, `spring 2020`. An ambiguous text has several readings.

mod names;
mod tokens;
mod unit;

use std::ops::Range;

pub(super) use names::weekday_named;
use names::{is_approximate, is_filler, zone_named};
pub(super) use tokens::{DateToken, TokenKind, tokens};
pub use unit::DateOrder;
use unit::{DateParser, DateSpan};

use crate::model::PartialDate;

/// One reading of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DateReading {
    /// The date in this reading.
    pub date: PartialDate,
    /// Which number was taken as the day.
    pub order: DateOrder,
}

/// The readings of a text that is a date as a whole, the most likely first.
pub fn date_readings(text: &str) -> Vec<DateReading> {
    let tokens = tokens(text);
    let is_approximate = tokens.first().is_some_and(|token| token.word().is_some_and(is_approximate));
    let parser = DateParser { tokens: &tokens };
    let first = skip_fillers(&tokens, usize::from(is_approximate));
    let Some((spans, next)) = parser.span(first) else { return Vec::new() };
    let Some((time, next)) = time(&tokens, skip_fillers(&tokens, next)) else { return Vec::new() };
    if skip_fillers(&tokens, next) < tokens.len() {
        return Vec::new();
    }
    let doubt = if is_approximate { "~" } else { "" };
    // A list of days is not an interval, unless the days are consecutive.
    let meant = spans.iter().filter(|span| !span.leaves_days_out());
    let read = |span: &DateSpan| {
        let order = span.order();
        let date = format!("{}{time}{doubt}", span.date()?).parse().ok()?;
        Some(DateReading { date, order })
    };
    let mut found: Vec<DateReading> = Vec::new();
    for reading in meant.filter_map(read) {
        if found.iter().all(|known| known.date != reading.date) {
            found.push(reading);
        }
    }
    found
}

/// Whether the text contains a word relative to today: kemarin, last week.
pub fn is_relative(text: &str) -> bool {
    tokens(text).iter().filter_map(DateToken::word).any(names::depends_on_today)
}

/// A date within a text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct FoundDate {
    /// Its readings.
    pub(super) dates: Vec<PartialDate>,
    /// The byte range.
    pub(super) at: Range<usize>,
}

/// Finds the dates in a running text.
pub(super) fn dates_within(text: &str) -> Vec<FoundDate> {
    let tokens = tokens(text);
    let parser = DateParser { tokens: &tokens };
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let before = at.checked_sub(1).and_then(|before| tokens.get(before));
        let is_marked = before.is_some_and(|before| {
            before.is_sign('(') || before.word().is_some_and(|word| weekday_named(word).is_some())
        });
        // The rest of a longer number, such as a reference number, is not a date.
        let is_rest = before.is_some_and(|before| before.is_sign('/') && before.is_close);
        let read = parser.span(at).filter(|_| !is_rest);
        let read = read.filter(|(spans, _)| spans.iter().any(|span| span.is_date(is_marked)));
        let Some((spans, next)) = read else {
            at += 1;
            continue;
        };
        let mut dates: Vec<PartialDate> =
            spans.iter().flat_map(DateSpan::in_any_century).filter_map(|text| text.parse().ok()).collect();
        dates.dedup();
        let ends = tokens.get(at).zip(next.checked_sub(1).and_then(|last| tokens.get(last)));
        if let Some((first, last)) = ends.filter(|_| !dates.is_empty()) {
            found.push(FoundDate { dates, at: first.at.start..last.at.end });
        }
        at = next;
    }
    found
}

/// Skips weekdays, and words and signs without meaning for the date.
fn skip_fillers(tokens: &[DateToken], from: usize) -> usize {
    let says_nothing = |token: &DateToken| match &token.kind {
        TokenKind::Word(word) => is_filler(word) || weekday_named(word).is_some(),
        TokenKind::Sign(sign) => matches!(sign, ',' | '.' | '(' | ')' | ';'),
        TokenKind::Number(_) => false,
    };
    from + tokens.iter().skip(from).take_while(|token| says_nothing(token)).count()
}

/// The time of day after a date, in the notation of the format; empty if there is none. `None` if it cannot be parsed.
fn time(tokens: &[DateToken], from: usize) -> Option<(String, usize)> {
    let named = tokens.get(from).and_then(DateToken::word);
    let at =
        from + usize::from(named.is_some_and(|word| matches!(word, "t" | "pukul" | "jam" | "pkl" | "at")));
    let at = at + usize::from(at > from && tokens.get(at).is_some_and(|token| token.is_sign('.')));
    let part = |at: usize| tokens.get(at).and_then(DateToken::number).filter(|digits| digits.len() <= 2);
    let divides = |at: usize| tokens.get(at).is_some_and(|token| token.is_sign(':') || token.is_sign('.'));
    let Some(hour) = part(at) else { return (at == from).then_some((String::new(), from)) };
    let minute = Some(at + 1).filter(|at| divides(*at)).and_then(|at| part(at + 1))?;
    let second = Some(at + 3).filter(|at| divides(*at)).and_then(|at| part(at + 1));
    let next = at + if second.is_some() { 5 } else { 3 };
    let second = second.map(|second| format!(":{second:0>2}")).unwrap_or_default();
    let zone = tokens.get(next).and_then(DateToken::word).and_then(zone_named);
    Some((
        format!("T{hour:0>2}:{minute:0>2}{second}{}", zone.unwrap_or_default()),
        next + usize::from(zone.is_some()),
    ))
}

#[cfg(test)]
mod tests;
