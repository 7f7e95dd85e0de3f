//! Dates as people write them in Indonesian and English: `10/1/2026`, `Sabtu, 10 Januari 2026`, `10–12 Maret 2024`,
//! `Q1 2025`, `spring 2020`. What can be read in several ways is read in all of them.

mod names;
mod tokens;
mod unit;

use std::ops::Range;

pub(super) use names::weekday_named;
use names::{is_about, is_beside, zone_named};
pub(super) use tokens::{Kind, Token, tokens};
pub use unit::Order;
use unit::{Reader, Span};

use crate::model::PartialDate;

/// A way to read what somebody wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// What it means then.
    pub date: PartialDate,
    /// Which number is taken for the day.
    pub order: Order,
}

/// The ways to read a whole text as a date, the most likely first.
pub fn readings(text: &str) -> Vec<Reading> {
    let tokens = tokens(text);
    let is_about = tokens.first().is_some_and(|token| token.word().is_some_and(is_about));
    let reader = Reader { tokens: &tokens };
    let first = skip_beside(&tokens, usize::from(is_about));
    let Some((spans, next)) = reader.span(first) else { return Vec::new() };
    let Some((time, next)) = time(&tokens, skip_beside(&tokens, next)) else { return Vec::new() };
    if skip_beside(&tokens, next) < tokens.len() {
        return Vec::new();
    }
    let doubt = if is_about { "~" } else { "" };
    // Days that are named one by one are no stretch of days, unless they are neighbours.
    let meant = spans.iter().filter(|span| !span.leaves_days_out());
    let read = |span: &Span| {
        let order = span.order();
        let date = format!("{}{time}{doubt}", span.date()?).parse().ok()?;
        Some(Reading { date, order })
    };
    let mut found: Vec<Reading> = Vec::new();
    for reading in meant.filter_map(read) {
        if found.iter().all(|known| known.date != reading.date) {
            found.push(reading);
        }
    }
    found
}

/// Whether a text says when something is only to who knows what day it is: kemarin, last week.
pub fn is_relative(text: &str) -> bool {
    tokens(text).iter().filter_map(Token::word).any(names::depends_on_today)
}

/// A date within a text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Found {
    /// What it may mean.
    pub(super) dates: Vec<PartialDate>,
    /// Where it stands.
    pub(super) at: Range<usize>,
}

/// The dates in a running text.
pub(super) fn dates_within(text: &str) -> Vec<Found> {
    let tokens = tokens(text);
    let reader = Reader { tokens: &tokens };
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let before = at.checked_sub(1).and_then(|before| tokens.get(before));
        let is_marked = before.is_some_and(|before| {
            before.is_sign('(') || before.word().is_some_and(|word| weekday_named(word).is_some())
        });
        // The rest of a longer number, such as that of a letter, is no date.
        let is_rest = before.is_some_and(|before| before.is_sign('/') && before.is_close);
        let read = reader.span(at).filter(|_| !is_rest);
        let read = read.filter(|(spans, _)| spans.iter().any(|span| span.is_date(is_marked)));
        let Some((spans, next)) = read else {
            at += 1;
            continue;
        };
        let mut dates: Vec<PartialDate> =
            spans.iter().flat_map(Span::in_any_century).filter_map(|text| text.parse().ok()).collect();
        dates.dedup();
        let ends = tokens.get(at).zip(next.checked_sub(1).and_then(|last| tokens.get(last)));
        if let Some((first, last)) = ends.filter(|_| !dates.is_empty()) {
            found.push(Found { dates, at: first.at.start..last.at.end });
        }
        at = next;
    }
    found
}

/// Past the names of days, and words and signs that belong to a date and say nothing of it.
fn skip_beside(tokens: &[Token], from: usize) -> usize {
    let says_nothing = |token: &Token| match &token.kind {
        Kind::Word(word) => is_beside(word) || weekday_named(word).is_some(),
        Kind::Sign(sign) => matches!(sign, ',' | '.' | '(' | ')' | ';'),
        Kind::Number(_) => false,
    };
    from + tokens.iter().skip(from).take_while(|token| says_nothing(token)).count()
}

/// The time of day behind a date, as it is written in the format; nothing when there is none. None when it cannot be read.
fn time(tokens: &[Token], from: usize) -> Option<(String, usize)> {
    let named = tokens.get(from).and_then(Token::word);
    let at =
        from + usize::from(named.is_some_and(|word| matches!(word, "t" | "pukul" | "jam" | "pkl" | "at")));
    let at = at + usize::from(at > from && tokens.get(at).is_some_and(|token| token.is_sign('.')));
    let part = |at: usize| tokens.get(at).and_then(Token::number).filter(|digits| digits.len() <= 2);
    let divides = |at: usize| tokens.get(at).is_some_and(|token| token.is_sign(':') || token.is_sign('.'));
    let Some(hour) = part(at) else { return (at == from).then_some((String::new(), from)) };
    let minute = Some(at + 1).filter(|at| divides(*at)).and_then(|at| part(at + 1))?;
    let second = Some(at + 3).filter(|at| divides(*at)).and_then(|at| part(at + 1));
    let next = at + if second.is_some() { 5 } else { 3 };
    let second = second.map(|second| format!(":{second:0>2}")).unwrap_or_default();
    let zone = tokens.get(next).and_then(Token::word).and_then(zone_named);
    Some((
        format!("T{hour:0>2}:{minute:0>2}{second}{}", zone.unwrap_or_default()),
        next + usize::from(zone.is_some()),
    ))
}

#[cfg(test)]
mod tests;
