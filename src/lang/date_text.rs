//! Parses dates as people write them in Indonesian and English: `10/1/2026`, `Sabtu, 10 Januari 2026`, `10–12 Maret
//! 2024`, `Q1 2025`, `spring 2020`. An ambiguous text has several readings.

mod names;
mod span;
mod tokens;
mod unit;

use std::ops::Range;

pub(super) use names::weekday_named;
use names::{ABOUT, is_between, is_filler, is_from, is_now, is_since, zone_named};
pub use span::DateOrder;
use span::{DateSpan, Joint};
pub(super) use tokens::{DateToken, TokenKind, tokens};
use unit::DateParser;

use crate::model::{Edge, PartialDate};

/// One reading of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DateReading {
    /// The date in this reading.
    pub date: PartialDate,
    /// Which number was read as the day.
    pub order: DateOrder,
}

/// The readings of a text that is a date as a whole, the most likely first.
pub fn date_readings(text: &str) -> Vec<DateReading> {
    parse_readings(text).into_iter().filter(|(_, is_full)| *is_full).map(|(reading, _)| reading).collect()
}

/// The readings of a text whose year has two digits, in the most likely century.
pub fn date_readings_in_usual_century(text: &str) -> Vec<DateReading> {
    parse_readings(text).into_iter().map(|(reading, _)| reading).collect()
}

/// Whether the text is a date except that its month has no such day: `29/02/2023`, `31 April 2024`.
pub fn has_invalid_day(text: &str) -> bool {
    let is_high =
        |token: &&DateToken| token.number().is_some_and(|digits| digits.len() == 2 && digits > HIGHEST);
    // Every month has this day.
    let with_another = |token: &DateToken| {
        let (before, after) = (text.get(..token.at.start)?, text.get(token.at.end..)?);
        Some(format!("{before}{HIGHEST}{after}"))
    };
    let has_it = |date: PartialDate| {
        let dates = [Some(date.first()), date.last().map(|(_, last)| last)].into_iter().flatten();
        dates.filter_map(Edge::date).any(|date| date.day().is_some_and(|day| day.to_string() == HIGHEST))
    };
    date_readings(text).is_empty()
        && tokens(text)
            .iter()
            .filter(is_high)
            .filter_map(with_another)
            .any(|text| date_readings(&text).iter().any(|reading| has_it(reading.date)))
}

/// The last day that every month has.
const HIGHEST: &str = "28";

/// The interval that the word before a date indicates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bound {
    None,
    Since,
    Until,
    From,
    Between,
}

/// The readings of a whole text, each with whether all its years have four digits.
fn parse_readings(text: &str) -> Vec<(DateReading, bool)> {
    let tokens = tokens(text);
    let parser = DateParser { tokens: &tokens };
    let start = skip_fillers(&tokens, count_approximate(&tokens, 0));
    let (bound, next) = bound(&parser, start);
    let first = skip_fillers(&tokens, next + count_approximate(&tokens, next));
    let is_about = count_approximate(&tokens, 0) + count_approximate(&tokens, next) > 0;
    let Some((spans, next)) = parser.span(first) else { return Vec::new() };
    let now = parser.joint(next).filter(|(joint, at)| {
        *joint == Joint::Through && tokens.get(*at).and_then(DateToken::word).is_some_and(is_now)
    });
    let (bound, next) = match (bound, now) {
        (Bound::None | Bound::Since | Bound::From, Some((_, at))) => (Bound::Since, at + 1),
        (bound, _) => (bound, next),
    };
    let Some((time, next)) = time(&tokens, skip_fillers(&tokens, next)) else { return Vec::new() };
    let next = skip_fillers(&tokens, next);
    let sign =
        tokens.get(next).and_then(|token| ['?', '~', '%'].into_iter().find(|sign| token.is_sign(*sign)));
    if skip_fillers(&tokens, next + usize::from(sign.is_some())) < tokens.len() {
        return Vec::new();
    }
    let doubt = match (is_about, sign) {
        (false, None) => "",
        (false, Some('?')) => "?",
        (true, None | Some('~')) | (false, Some('~')) => "~",
        _ => "%",
    };
    let mut found: Vec<(DateReading, bool)> = Vec::new();
    for span in spans {
        let whole = span.in_usual_century();
        let date = match bound {
            Bound::None if time.is_empty() => Some(whole.date(doubt)),
            Bound::None => Some(format!("{}{time}{doubt}", whole.date(""))),
            Bound::Since if span.is_single() => Some(format!("{}/..", whole.date(doubt))),
            Bound::Until if span.is_single() => Some(format!("../{}", whole.date(doubt))),
            Bound::Since | Bound::From if !span.is_single() => Some(whole.date(doubt)),
            Bound::Between => whole.between(doubt),
            _ => None,
        };
        if let Some(Ok(date)) = date.map(|date| date.parse())
            && found.iter().all(|(known, _)| known.date != date)
        {
            found.push((DateReading { date, order: span.order() }, !span.lacks_century()));
        }
    }
    found
}

/// The number of tokens at `from` that mark the date as approximate.
fn count_approximate(tokens: &[DateToken], from: usize) -> usize {
    let is = |token: &DateToken, word: &str| {
        token.word() == Some(word) || word.chars().all(|sign| token.is_sign(sign))
    };
    let matches = |words: &&&[&str]| {
        let here = tokens.get(from..from + words.len());
        here.is_some_and(|here| here.iter().zip(**words).all(|(token, word)| is(token, word)))
    };
    ABOUT.iter().find(matches).map_or(0, |words| words.len())
}

/// The interval that the word at `at` indicates, and the position after it.
fn bound(parser: &DateParser<'_>, at: usize) -> (Bound, usize) {
    let Some(word) = parser.tokens.get(at).and_then(DateToken::word) else { return (Bound::None, at) };
    match parser.joint(at) {
        Some((Joint::Through, next)) => (Bound::Until, next),
        _ if is_since(word) => (Bound::Since, at + 1),
        _ if is_from(word) => (Bound::From, at + 1),
        _ if is_between(word) => (Bound::Between, at + 1),
        _ => (Bound::None, at),
    }
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
        // The number is an ordinal: the third week, the second round.
        let is_ordinal = counts_something(&tokens, at);
        let read = parser.span(at).filter(|_| !is_rest && !is_ordinal);
        let read = read.filter(|(spans, _)| spans.iter().any(|span| span.is_date(is_marked)));
        let Some((spans, next)) = read else {
            at += 1;
            continue;
        };
        let mut dates: Vec<PartialDate> =
            spans.iter().flat_map(in_any_century).filter_map(|text| text.parse().ok()).collect();
        dates.dedup();
        let ends = tokens.get(at).zip(next.checked_sub(1).and_then(|last| tokens.get(last)));
        if let Some((first, last)) = ends.filter(|_| !dates.is_empty()) {
            found.push(FoundDate { dates, at: first.at.start..last.at.end });
        }
        at = next;
    }
    found
}

/// The date in EDTF; without a century, in the current one and the previous one.
fn in_any_century(span: &DateSpan) -> [String; 2] {
    ["20", "19"].map(|century| span.in_century(century).date(""))
}

/// Whether the number at `at` is an ordinal instead of a day: `pekan ke-3 Maret`.
fn counts_something(tokens: &[DateToken], at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).and_then(|at| tokens.get(at));
    let word = |back: usize| before(back).and_then(DateToken::word);
    let is_close = tokens.get(at).is_some_and(|token| token.is_close);
    match before(1) {
        Some(sign) if sign.is_sign('-') => word(2) == Some("ke"),
        _ => matches!(word(1), Some("pekan" | "week")) || (is_close && word(1) == Some("ke")),
    }
}

/// Skips weekdays, and words and punctuation that do not affect the date.
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
