//! What a cell holds: several texts, a date, a time, a number of people, an amount of money.

use super::workbook::serial_date;
use crate::lang::{DateOrder, Lang, date_readings, date_readings_in_usual_century, weekday, weekdays_in};
use crate::load::currency_code;
use crate::model::{Edge, Join, PartialDate};
use crate::text::{fold, folded_words};

/// The texts of a cell: on lines of their own, numbered, or between semicolons.
pub(super) fn texts(cell: &str) -> Vec<String> {
    let mut found = 0;
    let pieces = cell.split(['\n', ';']).flat_map(|line| numbered(line, &mut found));
    pieces.map(|it| it.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|it| !it.is_empty()).collect()
}

/// The texts after the numbers of a line such as `1. Ratna 2. Bima`; a line without numbers is one text. The numbers go on where
/// those of the lines before have ended.
fn numbered(line: &str, found: &mut usize) -> Vec<String> {
    let mut pieces = vec![String::new()];
    for word in line.split_whitespace() {
        let number =
            word.strip_suffix(['.', ')']).and_then(|it| it.trim_start_matches('(').parse::<usize>().ok());
        let is_first = pieces.iter().all(String::is_empty);
        // A list begins at the start of a line: a house number does not begin one.
        let is_next = number == Some(*found + 1) && (is_first || *found > 0);
        let is_bullet = is_first && ["-", "•", "–"].contains(&word);
        match pieces.last_mut() {
            _ if is_next => {
                *found += 1;
                pieces.push(String::new());
            }
            Some(piece) if !is_bullet => {
                piece.push_str(word);
                piece.push(' ');
            }
            _ => {}
        }
    }
    pieces
}

/// A date of a cell.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct CellDate {
    pub(super) start: String,
    pub(super) end: Option<String>,
    /// Whether the text says more than the date, so that it is kept, too.
    pub(super) keeps_text: bool,
}

/// Why a date is not certain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum DateDoubt {
    /// It is no date that the program can read.
    Unreadable,
    /// The day and the month may be swapped.
    Order,
    /// The weekday is not that of the date.
    Weekday,
    /// It may be the serial number that a spreadsheet has for this date.
    Serial(String),
}

/// Which dates of a column show that the month stands first, or the day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct OrderEvidence {
    pub(super) has_month_first: bool,
}

impl OrderEvidence {
    /// Looks at a date that can be read in one way only.
    pub(super) fn note(&mut self, cell: &str) {
        if is_numeric(cell)
            && let [only] = readings(cell).0.as_slice()
        {
            self.has_month_first |= only.1 == DateOrder::MonthFirst;
        }
    }
}

fn is_numeric(text: &str) -> bool {
    !text.contains(char::is_alphabetic)
}

/// Reads a date, also with a time of day behind it.
pub(super) fn moment(cell: &str, evidence: OrderEvidence) -> Result<CellDate, DateDoubt> {
    let doubt = match date(cell, evidence) {
        Err(DateDoubt::Unreadable) => DateDoubt::Unreadable,
        read => return read,
    };
    if let Some(date) = serial_date(cell) {
        return Err(DateDoubt::Serial(date));
    }
    for (at, _) in cell.match_indices([' ', ',', '\n']) {
        let head = cell.get(..at).unwrap_or_default().trim_end_matches([' ', ',', ';', '/', '-']);
        let Some((start, end)) = cell.get(at + 1..).and_then(time) else { continue };
        match date(head, evidence) {
            Ok(date) if date.end.is_none() && is_day(&date.start) => {
                let at = |time: String| format!("{}T{time}", date.start);
                return Ok(CellDate { start: at(start), end: end.map(at), keeps_text: date.keeps_text });
            }
            Ok(_) | Err(DateDoubt::Unreadable) => {}
            Err(doubt) => return Err(doubt),
        }
    }
    Err(doubt)
}

/// Whether a date is a single day without a time.
pub(super) fn is_day(date: &str) -> bool {
    date.len() == "2026-01-10".len() && date.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
}

/// Reads a date. The day stands before the month, unless the column shows that it does not.
pub(super) fn date(cell: &str, evidence: OrderEvidence) -> Result<CellDate, DateDoubt> {
    let text = cell.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Ok(date) = text.parse::<PartialDate>() {
        return Ok(dated(date, false));
    }
    let (weekdays, rest) = without_weekdays(&text);
    let (found, is_short) = readings(rest);
    let first = |order| found.iter().find(|it| it.1 == order);
    let reading = match (first(DateOrder::Explicit), first(DateOrder::DayFirst), first(DateOrder::MonthFirst))
    {
        (Some(explicit), None, None) if found.len() == 1 => explicit,
        (None, Some(_), Some(_)) if evidence.has_month_first => return Err(DateDoubt::Order),
        (None, Some(day_first), _) => day_first,
        (None, None, Some(only)) => only,
        _ => return Err(DateDoubt::Unreadable),
    };
    let dated = dated(reading.0, is_short || found.len() > 1);
    if let Some(printed) = weekdays.first()
        && weekday_of(&dated.start).is_some_and(|real| real != *printed)
    {
        return Err(DateDoubt::Weekday);
    }
    Ok(dated)
}

/// The readings of a date, and whether its year has only two digits.
fn readings(text: &str) -> (Vec<(PartialDate, DateOrder)>, bool) {
    let pairs =
        |found: Vec<crate::lang::DateReading>| found.into_iter().map(|it| (it.date, it.order)).collect();
    let full = date_readings(text);
    if !full.is_empty() {
        return (pairs(full), false);
    }
    let short = date_readings_in_usual_century(text);
    if !short.is_empty() {
        return (pairs(short), true);
    }
    // 12 Jan 26
    let year = text
        .rsplit([' ', '\'', '’'])
        .next()
        .filter(|it| it.len() == 2 && it.bytes().all(|c| c.is_ascii_digit()));
    let before = year.and_then(|year| text.strip_suffix(year)).filter(|it| it.contains(char::is_alphabetic));
    let whole = before
        .zip(year)
        .map(|(before, year)| format!("{} 20{year}", before.trim_end_matches([' ', '\'', '’'])));
    (whole.map(|text| pairs(date_readings(&text))).unwrap_or_default(), true)
}

fn dated(date: PartialDate, keeps_text: bool) -> CellDate {
    if let (Edge::Date(start), Some((Join::Through, Edge::Date(end)))) = (date.first(), date.last()) {
        return CellDate { start: start.to_string(), end: Some(end.to_string()), keeps_text };
    }
    CellDate { start: date.to_string(), end: None, keeps_text }
}

/// The weekdays before a date, from 0 for Monday, and the rest: `Senin/12 Januari`, `Senin – Selasa, 12–13 Januari`.
fn without_weekdays(text: &str) -> (Vec<usize>, &str) {
    let mut rest = text;
    let mut weekdays = Vec::new();
    loop {
        let word = rest.split(|c: char| !c.is_alphabetic() && !"’'".contains(c)).next().unwrap_or_default();
        let Some((day, _)) = weekdays_in(word).first().copied().filter(|_| !word.is_empty()) else { break };
        weekdays.push(day);
        let after = rest.get(word.len()..).unwrap_or_default();
        rest = after.trim_start_matches(|c: char| c.is_whitespace() || ",/-–—&".contains(c));
        for joint in ["s.d.", "s/d", "sd ", "dan ", "and ", "to "] {
            rest = rest.strip_prefix(joint).unwrap_or(rest).trim_start();
        }
    }
    (weekdays, rest)
}

fn weekday_of(date: &str) -> Option<usize> {
    let date: PartialDate = date.parse().ok()?;
    let name = weekday(Lang::En, &date)?;
    weekdays_in(name).first().map(|(day, _)| *day)
}

/// A time of day, or from one to another: `09.00 s.d. 11.30 WIB`, `pkl. 9`, `9 am`.
pub(super) fn time(cell: &str) -> Option<(String, Option<String>)> {
    /// Words after which a number alone is an hour.
    const HOURS: &[&str] = &["pukul", "jam", "pkl"];
    /// Words beside the times; `selesai` is an end that is not known.
    const BESIDE: &[&str] =
        &["sampai", "dengan", "sd", "s", "d", "selesai", "until", "to", "from", "mulai", "at"];
    const ZONES: &[(&str, &str)] = &[("wib", "+07:00"), ("wita", "+08:00"), ("wit", "+09:00")];
    let mut times: Vec<String> = Vec::new();
    let (mut zone, mut has_hours) = ("", false);
    let folded = fold(cell);
    let mut words = folded.split(|c: char| !c.is_alphanumeric() && !".:".contains(c)).peekable();
    while let Some(word) = words.next() {
        let word = word.trim_matches('.');
        let (mark, word) = word.split_once("pkl.").map_or((false, word), |(_, word)| (true, word));
        has_hours |= mark || HOURS.contains(&word);
        let half = words.peek().and_then(|next| half_of_day(next));
        if let Some(time) = half.and_then(|half| clock_of_half(word, half)) {
            words.next();
            times.push(time);
        } else if let Some(time) = clock(word).or_else(|| hour(word).filter(|_| has_hours)) {
            times.push(time);
        } else if let Some((number, half)) = split_half(word) {
            times.push(clock_of_half(number, half)?);
        } else if let Some((_, offset)) = ZONES.iter().find(|(name, _)| *name == word) {
            zone = offset;
        } else if !word
            .split('.')
            .all(|part| part.is_empty() || BESIDE.contains(&part) || HOURS.contains(&part))
        {
            return None;
        }
    }
    match times.as_slice() {
        [start] => Some((format!("{start}{zone}"), None)),
        [start, end] => Some((format!("{start}{zone}"), Some(format!("{end}{zone}")))),
        _ => None,
    }
}

/// `9.30` or `09:30` as 09:30.
fn clock(word: &str) -> Option<String> {
    let (hour, minute) = word.split_once([':', '.'])?;
    let minute = minute.strip_suffix(":00").unwrap_or(minute);
    let number = |text: &str, most: u8| text.parse::<u8>().ok().filter(|it| *it < most && text.len() <= 2);
    let (hour, minute) = (number(hour, 24)?, number(minute, 60).filter(|_| minute.len() == 2)?);
    Some(format!("{hour:02}:{minute:02}"))
}

/// `9` as 09:00.
fn hour(word: &str) -> Option<String> {
    clock(&format!("{word}:00"))
}

/// The hours that a word such as `pm` adds.
fn half_of_day(word: &str) -> Option<u8> {
    match word {
        "am" | "a.m." | "a.m" => Some(0),
        "pm" | "p.m." | "p.m" => Some(12),
        _ => None,
    }
}

/// `9am` as the number and the hours to add.
fn split_half(word: &str) -> Option<(&str, u8)> {
    let number = word.strip_suffix("am").map(|it| (it, 0));
    number.or_else(|| word.strip_suffix("pm").map(|it| (it, 12)))
}

/// A time of a half of the day: 12 is its beginning.
fn clock_of_half(word: &str, half: u8) -> Option<String> {
    let time = clock(word).or_else(|| hour(word))?;
    let (hour, minute) = time.split_once(':')?;
    let hour: u8 = hour.parse().ok().filter(|hour| (1..=12).contains(hour))?;
    Some(format!("{:02}:{minute}", hour % 12 + half))
}

/// A number of people that is stated exactly: `25`, `25 orang`, `25 (dua puluh lima) orang`.
pub(super) fn count(cell: &str) -> Option<u32> {
    const UNITS: &[&str] = &["orang", "org", "peserta", "people", "persons", "pax", "tamu"];
    let number: String = cell.chars().take_while(char::is_ascii_digit).collect();
    let rest = cell.get(number.len()..)?.trim_start();
    let rest = match rest.strip_prefix('(') {
        Some(words) => {
            words.split_once(')').filter(|(words, _)| !words.contains(|c: char| c.is_ascii_digit()))?.1
        }
        None => rest,
    };
    let has_unit = folded_words(rest).all(|word| UNITS.contains(&word.as_str()));
    let is_plain = !rest.contains(|c: char| c.is_numeric() || "+/-–,±".contains(c));
    number.parse().ok().filter(|_| has_unit && is_plain)
}

/// An amount of money as the format writes it, and its currency if the cell names it. `20.000` alone is not certain.
pub(super) fn amount(cell: &str) -> (String, Option<&'static str>) {
    let text = cell.trim();
    let rupiah = ["Rp.", "Rp", "IDR"].iter().find_map(|sign| text.strip_prefix(sign));
    let Some(digits) = rupiah else {
        return other_currency(text).unwrap_or_else(|| (text.to_owned(), None));
    };
    let digits = digits.trim().trim_end_matches(",-").trim_end_matches(",–");
    let (whole, part) = digits.split_once(',').unwrap_or((digits, ""));
    let mut groups = whole.split('.');
    let is_head = groups.next().is_some_and(|it| (1..=3).contains(&it.len()) || !whole.contains('.'));
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if is_head && groups.all(|it| it.len() == 3) && is_number(&whole.replace('.', "")) && is_number(part) {
        let point = if part.is_empty() { "" } else { "." };
        return (format!("{}{point}{part}", whole.replace('.', "")), Some("IDR"));
    }
    (text.to_owned(), None)
}

/// An amount with another sign, name or code of a currency before or after it: `USD 500`, `RM20`.
fn other_currency(text: &str) -> Option<(String, Option<&'static str>)> {
    let number = text.trim_matches(|c: char| !c.is_ascii_digit());
    let code = currency_code(text.replacen(number, "", 1).trim())?;
    Some((number.to_owned(), Some(code)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(cell: &str) -> Result<(String, Option<String>, bool), DateDoubt> {
        date(cell, OrderEvidence::default()).map(|it| (it.start, it.end, it.keeps_text))
    }

    #[test]
    fn dates_are_read_as_offices_write_them() {
        let day = |date: &str, keeps| Ok((date.to_owned(), None, keeps));
        let days = |from: &str, to: &str| Ok((from.to_owned(), Some(to.to_owned()), false));
        for (cell, expected) in [
            ("2026-01-10", day("2026-01-10", false)),
            ("2026-01-10T09:30", day("2026-01-10T09:30", false)),
            ("10-1-26", day("2026-01-10", true)),
            ("10/1/2026", day("2026-01-10", true)),
            ("13/1/2026", day("2026-01-13", false)),
            ("12 Jan 26", day("2026-01-12", true)),
            ("Senin, 12 Januari 2026", day("2026-01-12", false)),
            ("Senin / 12-01-2026", day("2026-01-12", true)),
            ("10 s.d. 12 Januari 2026", days("2026-01-10", "2026-01-12")),
            ("Senin – Selasa, 12-13 Januari 2026", days("2026-01-12", "2026-01-13")),
            ("Januari 2026", day("2026-01", false)),
            ("Senin, 10 Januari 2026", Err(DateDoubt::Weekday)),
            ("minggu depan", Err(DateDoubt::Unreadable)),
            ("31 April 2026", Err(DateDoubt::Unreadable)),
            ("45000", Err(DateDoubt::Unreadable)),
        ] {
            assert_eq!(read(cell), expected, "{cell}");
        }
    }

    #[test]
    fn a_column_with_the_month_first_is_not_read_with_the_day_first() {
        let mut evidence = OrderEvidence::default();
        evidence.note("1/25/2026");
        assert_eq!(date("3/4/2026", evidence), Err(DateDoubt::Order));
        assert_eq!(date("1/25/2026", evidence).unwrap().start, "2026-01-25");
    }

    #[test]
    fn times_are_read_with_their_zone() {
        for (cell, start, end) in [
            ("09.00", "09:00", None),
            ("9:30 WIB", "09:30+07:00", None),
            ("Pukul 09.00 s.d. 11.30 WITA", "09:00+08:00", Some("11:30+08:00")),
            ("10.00 - selesai", "10:00", None),
        ] {
            assert_eq!(time(cell), Some((start.to_owned(), end.map(str::to_owned))), "{cell}");
        }
        for cell in ["pagi", "09.00 setelah apel", "25.00", ""] {
            assert_eq!(time(cell), None, "{cell}");
        }
    }

    #[test]
    fn only_exact_numbers_of_people_are_counts() {
        for (cell, expected) in [
            ("25", Some(25)),
            ("25 orang", Some(25)),
            ("25 (dua puluh lima) orang", Some(25)),
            ("±25 orang", None),
            ("20-25 orang", None),
            ("25 orang dan sopir", None),
            ("10 L / 5 P", None),
        ] {
            assert_eq!(count(cell), expected, "{cell}");
        }
    }

    #[test]
    fn several_people_in_a_cell_are_told_apart() {
        assert_eq!(texts("1. Ratna Contoh, S.Sos.\n2. Bima"), ["Ratna Contoh, S.Sos.", "Bima"]);
        assert_eq!(texts("1) Ratna 2) Bima; Sari"), ["Ratna", "Bima", "Sari"]);
        assert_eq!(texts("- Ratna\n- Bima\n\n"), ["Ratna", "Bima"]);
        assert_eq!(texts("Gedung 2. Lantai 3"), ["Gedung 2. Lantai 3"]);
    }

    #[test]
    fn amounts_lose_the_signs_of_their_currencies() {
        for (cell, amount_, currency) in [
            ("Rp 1.500.000,-", "1500000", Some("IDR")),
            ("Rp1.500.000,50", "1500000.50", Some("IDR")),
            ("1500000.50", "1500000.50", None),
            ("20.000", "20.000", None),
            ("USD 500", "500", Some("USD")),
            ("500 usd", "500", Some("USD")),
            ("RM20.50", "20.50", Some("MYR")),
            ("500 orang", "500 orang", None),
        ] {
            assert_eq!(amount(cell), (amount_.to_owned(), currency), "{cell}");
        }
    }
}
