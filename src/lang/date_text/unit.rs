//! Parses one date or interval at a position in a text.

use super::names::{era_named, is_and, is_or, is_until, month_named, ordinal, part_named, season_named};
use super::span::{DateOrder, DateParts, DateSpan, Joint};
use super::tokens::DateToken;

/// The EDTF number of winter.
const WINTER: u8 = 24;

/// A recursive-descent parser over the tokens of a text.
pub(super) struct DateParser<'t> {
    pub(super) tokens: &'t [DateToken],
}

/// A day of a month, or the first and the last of a range.
type DayRange = (u8, Option<u8>);

/// The possible readings, and the position after them.
type Reading<T> = Option<(Vec<T>, usize)>;

impl DateParser<'_> {
    /// A date, an interval or a set of dates.
    pub(super) fn span(&self, at: usize) -> Reading<DateSpan> {
        let (first, next) = self.unit(at)?;
        let mut chains: Vec<Vec<DateSpan>> = first.iter().map(|span| vec![span.clone()]).collect();
        let (mut found, mut end) = ((first, next), next);
        while let Some((joint, start)) = self.joint(end)
            && let Some((others, after)) = self.unit(start)
        {
            let longer = chains.iter().flat_map(|chain| {
                others.iter().map(|other| chain.iter().cloned().chain([other.clone()]).collect())
            });
            chains = longer.collect();
            end = after;
            // Only the last separator of a list tells the relation that its commas stand for.
            if joint == Joint::Comma {
                continue;
            }
            let joined: Vec<DateSpan> =
                chains.iter().filter_map(|chain| DateSpan::joined(chain, joint)).collect();
            if !joined.is_empty() {
                found = (joined, end);
            }
            break;
        }
        Some(found)
    }

    fn unit(&self, at: usize) -> Reading<DateSpan> {
        let parsers = [
            Self::numbers,
            Self::days_in_numbers,
            Self::han,
            Self::part_of_year,
            Self::days_of_month,
            Self::month_with_days,
            Self::years,
        ];
        parsers.into_iter().find_map(|way| way(self, at))
    }

    fn number(&self, at: usize) -> Option<&str> {
        self.tokens.get(at).and_then(DateToken::number)
    }

    fn small(&self, at: usize) -> Option<u8> {
        self.number(at).filter(|digits| digits.len() <= 2)?.parse().ok()
    }

    fn year(&self, at: usize) -> Option<&str> {
        self.number(at).filter(|digits| digits.len() == 4)
    }

    fn word(&self, at: usize) -> Option<&str> {
        self.tokens.get(at).and_then(DateToken::word)
    }

    fn is_sign(&self, at: usize, signs: &[char]) -> bool {
        self.tokens.get(at).is_some_and(|token| signs.iter().any(|sign| token.is_sign(*sign)))
    }

    /// The position after one of these symbols, or `at` if there is none.
    fn past(&self, at: usize, signs: &[char]) -> usize {
        at + usize::from(self.is_sign(at, signs))
    }

    /// The relation between two dates, and the position after it.
    pub(super) fn joint(&self, at: usize) -> Option<(Joint, usize)> {
        let is = |at: usize, word: &str| self.word(at) == Some(word);
        // s.d., s/d
        if is(at, "s") && self.is_sign(at + 1, &['.', '/']) && is(at + 2, "d") {
            return Some((Joint::Through, self.past(at + 3, &['.'])));
        }
        if self.is_sign(at, &['-', '–', '—', '−', '~', '～', '〜']) {
            return Some((Joint::Through, at + 1));
        }
        if self.is_sign(at, &['.']) && self.is_sign(at + 1, &['.']) {
            return Some((Joint::Through, self.past(at + 2, &['.'])));
        }
        let comma = self.past(at, &[',']);
        let word = self.word(comma).unwrap_or_default();
        match word {
            word if is_and(word) => Some((Joint::And, comma + 1)),
            word if is_or(word) => Some((Joint::Or, comma + 1)),
            _ if self.is_sign(at, &['&']) => Some((Joint::And, at + 1)),
            _ if comma > at => Some((Joint::Comma, comma)),
            word if is_until(word) => {
                Some((Joint::Through, at + 1 + usize::from(word == "sampai" && is(at + 1, "dengan"))))
            }
            _ => None,
        }
    }

    /// `10/1/2026`, `2026-1-10`, `10.1.26`; `1/2026`, `2026/1`, `10/1`.
    fn numbers(&self, at: usize) -> Reading<DateSpan> {
        let sign = ['/', '-', '–', '.'].into_iter().find(|sign| self.is_sign(at + 1, &[*sign]));
        let Some(sign) = sign else { return self.eight_digits(at) };
        let (a, b) = (self.number(at)?, self.number(at + 2)?);
        let third = self.number(at + 4).filter(|_| self.is_sign(at + 3, &[sign]) && sign != '–');
        let small = |digits: &str| digits.parse::<u8>().ok().filter(|_| digits.len() <= 2);
        let both = |year: Option<&str>, one: u8, other: u8| {
            let day_first = DateParts::new(year, Some(other), Some(one)).in_order(DateOrder::DayFirst);
            let month_first = DateParts::new(year, Some(one), Some(other)).in_order(DateOrder::MonthFirst);
            vec![day_first, month_first]
        };
        let pieces = match (a.len(), b.len(), third.map(str::len)) {
            (4, _, Some(1 | 2)) => {
                let (one, other) = (small(b)?, small(third?)?);
                let usual = DateParts::new(Some(a), Some(one), Some(other));
                let month_first = DateParts::new(Some(a), Some(other), Some(one));
                if usual.is_possible() { vec![usual] } else { vec![month_first] }
            }
            (1 | 2, 1 | 2, Some(2 | 4)) => both(third, small(a)?, small(b)?),
            (_, _, Some(_)) | (4, 4, None) => return None,
            (4, _, None) => vec![DateParts::new(Some(a), Some(small(b)?), None)],
            (_, 4, None) => vec![DateParts::new(Some(b), Some(small(a)?), None)],
            _ if sign == '/' => both(None, small(a)?, small(b)?),
            _ => return None,
        };
        let pieces = pieces.into_iter().filter(|date| date.has_month() && date.is_possible());
        let spans: Vec<DateSpan> = pieces.map(DateSpan::one).collect();
        (!spans.is_empty()).then_some((spans, at + if third.is_some() { 5 } else { 3 }))
    }

    /// `20260110`.
    fn eight_digits(&self, at: usize) -> Reading<DateSpan> {
        let digits = self.number(at).filter(|digits| digits.len() == 8)?;
        let small =
            |range: std::ops::Range<usize>| digits.get(range).and_then(|part| part.parse::<u8>().ok());
        let date = DateParts::new(digits.get(..4), small(4..6), small(6..8));
        date.is_possible().then(|| (vec![DateSpan::one(date)], at + 1))
    }

    /// `2-3/3/2026`, `2–3/3`.
    fn days_in_numbers(&self, at: usize) -> Reading<DateSpan> {
        let (days, joint, next) = self.list_of_days(at)?;
        let month = self.small(next + 1).filter(|_| self.is_sign(next, &['/']))?;
        let year = self
            .number(next + 3)
            .filter(|year| self.is_sign(next + 2, &['/']) && matches!(year.len(), 2 | 4));
        let is_several = days.iter().any(|(_, last)| last.is_some()) || days.len() > 1;
        let span = DateSpan::days((year, month), &days, joint).in_order(DateOrder::DayFirst);
        let is_date = is_several && (1..=12).contains(&month);
        is_date.then(|| (vec![span], next + if year.is_some() { 4 } else { 2 }))
    }

    /// `2026年1月11日`, `1月10日至12日`.
    fn han(&self, at: usize) -> Reading<DateSpan> {
        let unit = |at: usize, word: &str| (self.word(at) == Some(word)).then_some(at + 1);
        let (year, next) = match self.year(at).zip(unit(at + 1, "年")) {
            Some((year, next)) => (Some(year), next),
            None => (None, at),
        };
        let Some((month, next)) = self.small(next).zip(unit(next + 1, "月")) else {
            return year.map(|_| (vec![DateSpan::one(DateParts::new(year, None, None))], next));
        };
        let day = |at: usize| self.small(at).zip(unit(at + 1, "日").or_else(|| unit(at + 1, "号")));
        let Some((first, next)) = day(next) else {
            return Some((vec![DateSpan::one(DateParts::new(year, Some(month), None))], next));
        };
        let until = self.joint(next).filter(|(joint, _)| *joint == Joint::Through);
        let (last, next) =
            until.and_then(|(_, at)| day(at)).map_or((None, next), |(day, at)| (Some(day), at));
        Some((vec![DateSpan::days((year, month), &[(first, last)], Joint::Through)], next))
    }

    /// `10`, `10-12`, `10, 11 dan 12`, `10-12 atau 14`; ordinal suffixes are skipped.
    fn list_of_days(&self, at: usize) -> Option<(Vec<DayRange>, Joint, usize)> {
        let suffix = |at: usize| usize::from(matches!(self.word(at), Some("st" | "nd" | "rd" | "th")));
        let mut days = vec![(self.small(at)?, None)];
        let mut next = at + 1 + suffix(at + 1);
        let mut all = Joint::And;
        while let Some((joint, start)) = self.joint(next)
            && let Some(day) = self.small(start)
        {
            match days.last_mut() {
                Some((_, last)) if joint == Joint::Through => *last = Some(day),
                _ => days.push((day, None)),
            }
            if joint == Joint::Or {
                all = joint;
            }
            next = start + 1 + suffix(start + 1);
        }
        Some((days, all, next))
    }

    /// `10 Januari 2026`, `10–12 Januari`, `12-Mar-2024`, `12th of March, 2024`.
    fn days_of_month(&self, at: usize) -> Reading<DateSpan> {
        let (days, joint, next) = self.list_of_days(at)?;
        let next = self.past(next, &['-', '/']);
        let next = next + usize::from(self.word(next) == Some("of"));
        let month = self.word(next).and_then(month_named)?;
        let (year, next) = self.year_behind(next + 1);
        Some((vec![DateSpan::days((year.as_deref(), month), &days, joint)], next))
    }

    /// `January 10, 2026`, `Januari 2026`, `Jan. 10–12`, `Januari`.
    fn month_with_days(&self, at: usize) -> Reading<DateSpan> {
        let month = self.word(at).and_then(month_named)?;
        let after = self.past(at + 1, &['.']);
        let (year, next) = self.year_behind(at + 1);
        // In “Maret 44 SM”, the number is a year.
        if year.is_none()
            && let Some((days, joint, next)) = self.list_of_days(after)
        {
            let (year, next) = self.year_behind(next);
            return Some((vec![DateSpan::days((year.as_deref(), month), &days, joint)], next));
        }
        Some((vec![DateSpan::one(DateParts::new(year.as_deref(), Some(month), None))], next))
    }

    /// The year after a month or a day, including punctuation and fillers before it.
    fn year_behind(&self, at: usize) -> (Option<String>, usize) {
        let next = self.past(self.past(at, &['.']), &[',', '-', '/']);
        let next = next + usize::from(matches!(self.word(next), Some("of" | "tahun")));
        let counted = self.counted_year(next);
        counted.map_or((None, at), |(year, next)| (Some(year), next))
    }

    /// `2026`, `44 SM`, `45 B.C.`, `79 AD`: the year in EDTF.
    fn counted_year(&self, at: usize) -> Option<(String, usize)> {
        let digits = self.number(at).filter(|digits| digits.len() <= 4)?;
        match self.era(at + 1) {
            // There is no year 0: 1 BC is the EDTF year 0000.
            Some((true, next)) => {
                let before = digits.parse::<u16>().ok()?.checked_sub(1)?;
                Some((format!("{}{before:04}", if before > 0 { "-" } else { "" }), next))
            }
            Some((false, next)) => Some((format!("{digits:0>4}"), next)),
            None => (digits.len() == 4).then(|| (digits.to_owned(), at + 1)),
        }
    }

    /// Whether an era means years before the year 1, and the position after it; none without an era.
    fn era(&self, at: usize) -> Option<(bool, usize)> {
        let word = self.word(at)?;
        if let Some(is_before) = era_named(word) {
            return Some((is_before, at + 1));
        }
        let letters = self.word(at + 2).filter(|_| self.is_sign(at + 1, &['.']))?;
        let is_before = era_named(&format!("{word}{letters}"))?;
        Some((is_before, self.past(at + 3, &['.']))).filter(|_| word.len() == 1)
    }

    /// `Q1 2025`, `2025-Q1`, `triwulan I 2025`, `first quarter of 2025`, `spring 2020`, `musim semi 2020`.
    fn part_of_year(&self, at: usize) -> Reading<DateSpan> {
        let ordinal = |at: usize| self.word(at).or_else(|| self.number(at)).and_then(ordinal);
        let part = |at: usize| -> Option<(u8, usize)> {
            let start = at + usize::from(self.word(at) == Some("musim"));
            if let Some(season) = self.word(start).and_then(season_named) {
                let is_named = start > at || !matches!(self.word(start), Some("semi" | "panas" | "dingin"));
                return is_named.then_some((season, start + 1));
            }
            if let Some(number) = ordinal(at) {
                let suffix = usize::from(matches!(self.word(at + 1), Some("st" | "nd" | "rd" | "th")));
                return Some((part_named(self.word(at + 1 + suffix)?, number)?, at + 2 + suffix));
            }
            Some((part_named(self.word(at)?, ordinal(at + 1)?)?, at + 2))
        };
        let (part, year, next) = if let Some(year) = self.year(at) {
            let (part, next) = part(self.past(at + 1, &['-', '/', ' ']))?;
            (part, year.to_owned(), next)
        } else {
            let (part, next) = part(at)?;
            let (year, next) = self.year_behind(next);
            let year = year?;
            let next = if part == WINTER { self.next_year(&year, next) } else { next };
            (part, year, next)
        };
        Some((vec![DateSpan::one(DateParts::new(Some(&year), Some(part), None))], next))
    }

    /// Skips the second year of a winter: `2020/2021`, `2020-21`.
    fn next_year(&self, year: &str, at: usize) -> usize {
        let next = year.parse::<u16>().map(|year| format!("{:04}", year + 1)).unwrap_or_default();
        let is_next = self
            .number(at + 1)
            .filter(|_| self.is_sign(at, &['/', '-', '–']))
            .is_some_and(|digits| digits.len() > 1 && next.ends_with(digits));
        if is_next { at + 2 } else { at }
    }

    /// `2026`, `1990s`, `1990-an`, `199x`, `44 SM`.
    fn years(&self, at: usize) -> Reading<DateSpan> {
        let digits = self.number(at)?;
        let is_close = |at: usize| self.tokens.get(at).is_some_and(|token| token.is_close);
        let word = |at: usize| self.word(at).filter(|_| is_close(at));
        let hyphen = usize::from(self.is_sign(at + 1, &['-']));
        let decade = digits.strip_suffix('0').filter(|decade| decade.len() == 3);
        let is_decade = word(at + 1) == Some("s") || word(at + 1 + hyphen) == Some("an");
        let (year, next) = match (digits.len(), word(at + 1)) {
            (3, Some("x")) => (format!("{digits}X"), at + 2),
            (4, _) if is_decade && decade.is_some() => (format!("{}X", decade?), at + 2 + hyphen),
            _ => self.counted_year(at)?,
        };
        Some((vec![DateSpan::one(DateParts::new(Some(&year), None, None))], next))
    }
}
