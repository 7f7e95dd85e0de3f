//! Parses one date or interval at a position in a text.

use std::fmt::Write as _;

use super::names::{is_and, is_until, month_named, ordinal, part_named, season_named};
use super::tokens::DateToken;

/// Which number of a date was taken as the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateOrder {
    /// The text is unambiguous.
    Explicit,
    /// The first number.
    DayFirst,
    /// The second number, as in the United States.
    MonthFirst,
}

/// Year, month and day, as far as they are given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct DateParts {
    /// Four digits, of which the last may be `X`, or two.
    year: Option<String>,
    /// The month, or the EDTF number of a part of the year.
    month: Option<u8>,
    day: Option<u8>,
    order: DateOrder,
}

/// A date, or two dates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct DateSpan {
    from: DateParts,
    to: Option<DateParts>,
    /// Whether the two dates are items of a list instead of the ends of an interval.
    is_list: bool,
}

/// A parser over the tokens of a text.
pub(super) struct DateParser<'t> {
    pub(super) tokens: &'t [DateToken],
}

/// The possible readings, and the position after them.
type Read<T> = Option<(Vec<T>, usize)>;

impl DateParts {
    fn new(year: Option<&str>, month: Option<u8>, day: Option<u8>) -> Self {
        Self { year: year.map(str::to_owned), month, day, order: DateOrder::Explicit }
    }

    /// The date in the notation of the format.
    fn date(&self) -> String {
        let mut date = self.year.clone().unwrap_or_else(|| "XXXX".to_owned());
        for part in [self.month, self.day].into_iter().flatten() {
            let _ = write!(date, "-{part:02}");
        }
        date
    }

    /// Whether the date exists in the calendar, in any century.
    fn is_possible(&self) -> bool {
        let is_short = self.year.as_ref().is_some_and(|year| year.len() == 2);
        let year =
            if is_short { self.year.as_ref().map(|year| format!("20{year}")) } else { self.year.clone() };
        Self { year, ..self.clone() }.date().parse::<crate::model::PartialDate>().is_ok()
    }

    fn in_century(&self, century: &str) -> Self {
        let year = self
            .year
            .as_ref()
            .map(|year| if year.len() == 2 { format!("{century}{year}") } else { year.clone() });
        Self { year, ..self.clone() }
    }
}

impl DateSpan {
    fn one(from: DateParts) -> Self {
        Self { from, to: None, is_list: false }
    }

    /// Days of one month, from the first to the last.
    fn days(year: Option<&str>, month: u8, days: &[u8], is_list: bool) -> Option<Self> {
        let (first, last) = (days.first()?, days.last()?);
        let piece = |day: &u8| DateParts::new(year, Some(month), Some(*day));
        let has_gaps = days.windows(2).any(|pair| matches!(pair, [a, b] if a.checked_add(1) != Some(*b)));
        let to = (days.len() > 1).then(|| piece(last));
        Some(Self { from: piece(first), to, is_list: is_list && has_gaps })
    }

    /// Two dates, where the first takes what only the second specifies.
    fn joined(from: &DateParts, to: &DateParts, is_list: bool) -> Option<Self> {
        let order = match (from.order, to.order) {
            (order, DateOrder::Explicit) | (DateOrder::Explicit, order) => order,
            (one, other) => (one == other).then_some(one)?,
        };
        let mut from = DateParts { order, ..from.clone() };
        if from.year.is_none() {
            from.year.clone_from(&to.year);
            let is_behind = (from.month, from.day) > (to.month, to.day);
            let year = to.year.as_ref().and_then(|year| year.parse::<i16>().ok());
            if let Some(year) = year.filter(|_| is_behind) {
                from.year = Some(format!("{:04}", year - 1));
            }
        }
        Some(Self { from, to: Some(to.clone()), is_list })
    }

    pub(super) fn order(&self) -> DateOrder {
        self.from.order
    }

    /// Whether it is a list of days that are not consecutive.
    pub(super) fn leaves_days_out(&self) -> bool {
        self.is_list
    }

    /// The date in the notation of the format. `None` if the century is unknown.
    pub(super) fn date(&self) -> Option<String> {
        let is_full = |piece: &DateParts| piece.year.as_ref().is_none_or(|year| year.len() == 4);
        let all_are_full = is_full(&self.from) && self.to.as_ref().is_none_or(is_full);
        all_are_full.then(|| match &self.to {
            Some(to) => format!("{}/{}", self.from.date(), to.date()),
            None => self.from.date(),
        })
    }

    /// The date in the notation of the format. With a two-digit year, in this century and the last; for a list, also
    /// its ends.
    pub(super) fn in_any_century(&self) -> Vec<String> {
        let ends = self.to.iter().chain([&self.from]).filter(|_| self.is_list).cloned().map(Self::one);
        let spans: Vec<Self> = std::iter::once(self.clone()).chain(ends).collect();
        let within = |(span, century): (&Self, &str)| {
            let to = span.to.as_ref().map(|to| to.in_century(century));
            Self { from: span.from.in_century(century), to, is_list: false }.date()
        };
        let in_each = spans.iter().flat_map(|span| ["20", "19"].map(|century| (span, century)));
        in_each.filter_map(within).collect()
    }

    /// Whether it is certainly a date within a running text. Two numbers are a date only if the context marks them.
    pub(super) fn is_date(&self, is_marked: bool) -> bool {
        let piece = self.to.as_ref().unwrap_or(&self.from);
        let is_sure = piece.order == DateOrder::Explicit || piece.year.is_some();
        piece.month.is_some() && (piece.year.is_some() || piece.day.is_some()) && (is_sure || is_marked)
    }
}

impl DateParser<'_> {
    /// Parses a date or an interval.
    pub(super) fn span(&self, at: usize) -> Read<DateSpan> {
        let (spans, next) = self.unit(at)?;
        let joined = self.joint(next).and_then(|(is_list, start)| {
            let (others, end) = self.unit(start)?;
            let pairs = spans.iter().flat_map(|one| others.iter().map(move |other| (one, other)));
            let join = |(one, other): (&DateSpan, &DateSpan)| {
                let is_single = one.to.is_none() && other.to.is_none();
                DateSpan::joined(&one.from, &other.from, is_list).filter(|_| is_single)
            };
            let joined: Vec<DateSpan> = pairs.filter_map(join).collect();
            (!joined.is_empty()).then_some((joined, end))
        });
        Some(joined.unwrap_or((spans, next)))
    }

    fn unit(&self, at: usize) -> Read<DateSpan> {
        let ways = [
            Self::numbers,
            Self::days_in_numbers,
            Self::part_of_year,
            Self::days_of_month,
            Self::month_with_days,
            Self::years,
        ];
        ways.into_iter().find_map(|way| way(self, at))
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

    /// The position after one of the signs, if one is there.
    fn past(&self, at: usize, signs: &[char]) -> usize {
        at + usize::from(self.is_sign(at, signs))
    }

    /// Parses what joins two dates: whether it makes a list, and the position after it.
    fn joint(&self, at: usize) -> Option<(bool, usize)> {
        let is = |at: usize, word: &str| self.word(at) == Some(word);
        // s.d., s/d
        if is(at, "s") && self.is_sign(at + 1, &['.', '/']) && is(at + 2, "d") {
            return Some((false, self.past(at + 3, &['.'])));
        }
        if self.is_sign(at, &['-', '–', '—', '−']) {
            return Some((false, at + 1));
        }
        if self.is_sign(at, &['&', ',']) {
            let and = self.word(at + 1).is_some_and(is_and);
            return Some((true, at + 1 + usize::from(and)));
        }
        let word = self.word(at)?;
        let next = at + 1 + usize::from(is(at, "sampai") && is(at + 1, "dengan"));
        (is_until(word) || is_and(word)).then(|| (is_and(word), next))
    }

    /// `10/1/2026`, `2026-1-10`, `10.1.26`; `1/2026`, `2026/1`, `10/1`.
    fn numbers(&self, at: usize) -> Read<DateSpan> {
        let sign = ['/', '-', '–', '.'].into_iter().find(|sign| self.is_sign(at + 1, &[*sign]));
        let Some(sign) = sign else { return self.eight_digits(at) };
        let (a, b) = (self.number(at)?, self.number(at + 2)?);
        let third = self.number(at + 4).filter(|_| self.is_sign(at + 3, &[sign]) && sign != '–');
        let small = |digits: &str| digits.parse::<u8>().ok().filter(|_| digits.len() <= 2);
        let both = |year: Option<&str>, one: u8, other: u8| {
            let day_first =
                DateParts { order: DateOrder::DayFirst, ..DateParts::new(year, Some(other), Some(one)) };
            let month_first =
                DateParts { order: DateOrder::MonthFirst, ..DateParts::new(year, Some(one), Some(other)) };
            vec![day_first, month_first]
        };
        let pieces = match (a.len(), b.len(), third.map(str::len)) {
            (4, _, Some(1 | 2)) => {
                let (one, other) = (small(b)?, small(third?)?);
                let usual = DateParts::new(Some(a), Some(one), Some(other));
                let turned = DateParts::new(Some(a), Some(other), Some(one));
                if usual.is_possible() { vec![usual] } else { vec![turned] }
            }
            (1 | 2, 1 | 2, Some(2 | 4)) => both(third, small(a)?, small(b)?),
            (_, _, Some(_)) | (4, 4, None) => return None,
            (4, _, None) => vec![DateParts::new(Some(a), Some(small(b)?), None)],
            (_, 4, None) => vec![DateParts::new(Some(b), Some(small(a)?), None)],
            _ if sign == '/' => both(None, small(a)?, small(b)?),
            _ => return None,
        };
        let is_month = |piece: &DateParts| piece.month.is_some_and(|month| (1..=12).contains(&month));
        let pieces = pieces.into_iter().filter(|piece| is_month(piece) && piece.is_possible());
        let spans: Vec<DateSpan> = pieces.map(DateSpan::one).collect();
        (!spans.is_empty()).then_some((spans, at + if third.is_some() { 5 } else { 3 }))
    }

    /// `20260110`.
    fn eight_digits(&self, at: usize) -> Read<DateSpan> {
        let digits = self.number(at).filter(|digits| digits.len() == 8)?;
        let small =
            |range: std::ops::Range<usize>| digits.get(range).and_then(|part| part.parse::<u8>().ok());
        let piece = DateParts::new(digits.get(..4), small(4..6), small(6..8));
        piece.is_possible().then(|| (vec![DateSpan::one(piece)], at + 1))
    }

    /// `2-3/3/2026`, `2–3/3`.
    fn days_in_numbers(&self, at: usize) -> Read<DateSpan> {
        let (days, is_list, next) = self.list_of_days(at)?;
        let month = self.small(next + 1).filter(|_| days.len() > 1 && self.is_sign(next, &['/']))?;
        let year = self
            .number(next + 3)
            .filter(|year| self.is_sign(next + 2, &['/']) && matches!(year.len(), 2 | 4));
        let mut span = DateSpan::days(year, month, &days, is_list)?;
        span.from.order = DateOrder::DayFirst;
        let is_month = (1..=12).contains(&month);
        is_month.then(|| (vec![span], next + if year.is_some() { 4 } else { 2 }))
    }

    /// `10`, `10-12`, `10, 11 dan 12`, with English ordinal suffixes.
    fn list_of_days(&self, at: usize) -> Option<(Vec<u8>, bool, usize)> {
        let suffix = |at: usize| usize::from(matches!(self.word(at), Some("st" | "nd" | "rd" | "th")));
        let mut days = vec![self.small(at)?];
        let mut next = at + 1 + suffix(at + 1);
        let mut is_list = false;
        while let Some((is_member, start)) = self.joint(next)
            && let Some(day) = self.small(start)
        {
            is_list |= is_member;
            days.push(day);
            next = start + 1 + suffix(start + 1);
        }
        Some((days, is_list, next))
    }

    /// `10 Januari 2026`, `10–12 Januari`, `12-Mar-2024`, `12th of March, 2024`.
    fn days_of_month(&self, at: usize) -> Read<DateSpan> {
        let (days, is_list, next) = self.list_of_days(at)?;
        let next = self.past(next, &['-', '/']);
        let next = next + usize::from(self.word(next) == Some("of"));
        let month = self.word(next).and_then(month_named)?;
        let (year, next) = self.year_behind(next + 1);
        Some((vec![DateSpan::days(year, month, &days, is_list)?], next))
    }

    /// `January 10, 2026`, `Januari 2026`, `Jan. 10–12`, `Januari`.
    fn month_with_days(&self, at: usize) -> Read<DateSpan> {
        let month = self.word(at).and_then(month_named)?;
        let behind = self.past(at + 1, &['.']);
        if let Some((days, is_list, next)) = self.list_of_days(behind) {
            let (year, next) = self.year_behind(next);
            return Some((vec![DateSpan::days(year, month, &days, is_list)?], next));
        }
        let (year, next) = self.year_behind(at + 1);
        Some((vec![DateSpan::one(DateParts::new(year, Some(month), None))], next))
    }

    /// The year after a month or a day, with the signs and words before it.
    fn year_behind(&self, at: usize) -> (Option<&str>, usize) {
        let next = self.past(self.past(at, &['.']), &[',', '-', '/']);
        let next = next + usize::from(matches!(self.word(next), Some("of" | "tahun")));
        self.year(next).map_or((None, at), |year| (Some(year), next + 1))
    }

    /// `Q1 2025`, `2025-Q1`, `triwulan I 2025`, `first quarter of 2025`, `spring 2020`, `musim semi 2020`.
    fn part_of_year(&self, at: usize) -> Read<DateSpan> {
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
            (part, year, next)
        } else {
            let (part, next) = part(at)?;
            let (year, next) = self.year_behind(next);
            (part, year?, next)
        };
        Some((vec![DateSpan::one(DateParts::new(Some(year), Some(part), None))], next))
    }

    /// `2026`, `1990s`, `1990-an`, `199x`.
    fn years(&self, at: usize) -> Read<DateSpan> {
        let digits = self.number(at)?;
        let is_close = |at: usize| self.tokens.get(at).is_some_and(|token| token.is_close);
        let word = |at: usize| self.word(at).filter(|_| is_close(at));
        let hyphen = usize::from(self.is_sign(at + 1, &['-']));
        let decade = digits.strip_suffix('0').filter(|decade| decade.len() == 3);
        let is_decade = word(at + 1) == Some("s") || word(at + 1 + hyphen) == Some("an");
        let (year, next) = match (digits.len(), word(at + 1)) {
            (3, Some("x")) => (format!("{digits}X"), at + 2),
            (4, _) if is_decade && decade.is_some() => (format!("{}X", decade?), at + 2 + hyphen),
            (4, _) => (digits.to_owned(), at + 1),
            _ => return None,
        };
        Some((vec![DateSpan::one(DateParts::new(Some(&year), None, None))], next))
    }
}
