//! What was read of a date: its parts, and how several belong together.

use std::fmt::Write as _;

use crate::model::PartialDate;

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

/// What joins two dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Joint {
    /// From the one to the other.
    Through,
    /// Both.
    And,
    /// Either.
    Or,
    /// What is said behind the next one.
    Comma,
}

/// Year, month and day, as far as they are given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct DateParts {
    /// As the format writes it; or two digits.
    year: Option<String>,
    /// The month, or the EDTF number of a part of the year.
    month: Option<u8>,
    day: Option<u8>,
    order: DateOrder,
}

/// A date, or a time from one to another.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Stretch {
    from: DateParts,
    to: Option<DateParts>,
}

/// A date or a time, or several of which one or each is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct DateSpan {
    members: Vec<Stretch>,
    is_either: bool,
}

impl DateParts {
    pub(super) fn new(year: Option<&str>, month: Option<u8>, day: Option<u8>) -> Self {
        Self { year: year.map(str::to_owned), month, day, order: DateOrder::Explicit }
    }

    pub(super) fn in_order(self, order: DateOrder) -> Self {
        Self { order, ..self }
    }

    /// The date in the notation of the format.
    fn date(&self) -> String {
        let mut date = self.year.clone().unwrap_or_else(|| "XXXX".to_owned());
        for part in [self.month, self.day].into_iter().flatten() {
            let _ = write!(date, "-{part:02}");
        }
        date
    }

    pub(super) fn has_month(&self) -> bool {
        self.month.is_some_and(|month| (1..=12).contains(&month))
    }

    fn lacks_century(&self) -> bool {
        self.year.as_ref().is_some_and(|year| year.len() == 2)
    }

    /// Whether the date exists in the calendar, in any century.
    pub(super) fn is_possible(&self) -> bool {
        self.in_century("20").date().parse::<PartialDate>().is_ok()
    }

    fn in_century(&self, century: &str) -> Self {
        let year = self.year.as_ref().filter(|_| self.lacks_century()).map(|year| format!("{century}{year}"));
        Self { year: year.or_else(|| self.year.clone()), ..self.clone() }
    }

    /// With the year of a later one where it has none: the year before, when it comes behind it in the calendar.
    fn with_year_of(&self, later: &Self) -> Self {
        let is_behind = (self.month, self.day) > (later.month, later.day);
        let number = later.year.as_ref().and_then(|year| year.parse::<i16>().ok());
        let year = match number.filter(|_| is_behind) {
            Some(year) => Some(year - 1)
                .map(|year| format!("{}{:04}", if year < 0 { "-" } else { "" }, year.unsigned_abs())),
            None => later.year.clone(),
        };
        Self { year: self.year.clone().or(year), ..self.clone() }
    }

    /// The day after it within its month.
    fn is_followed_by(&self, next: &Self) -> bool {
        let months = (self.year == next.year).then_some((self.month, next.month));
        let days = self.day.zip(next.day);
        months.is_some_and(|(one, other)| one == other)
            && days.is_some_and(|(a, b)| a.checked_add(1) == Some(b))
    }
}

impl Stretch {
    fn pieces(&self) -> impl Iterator<Item = &DateParts> {
        std::iter::once(&self.from).chain(&self.to)
    }

    /// As the format writes it, with a sign between its ends and one behind each.
    fn date(&self, sign: &str, doubt: &str) -> String {
        self.pieces().map(|piece| piece.date() + doubt).collect::<Vec<_>>().join(sign)
    }
}

impl DateSpan {
    pub(super) fn one(from: DateParts) -> Self {
        Self { members: vec![Stretch { from, to: None }], is_either: false }
    }

    /// Days of a month, each alone or the first of some.
    pub(super) fn days((year, month): (Option<&str>, u8), days: &[(u8, Option<u8>)], joint: Joint) -> Self {
        let piece = |day: u8| DateParts::new(year, Some(month), Some(day));
        let stretch = |(first, last): &(u8, Option<u8>)| Stretch { from: piece(*first), to: last.map(piece) };
        Self { members: days.iter().map(stretch).collect(), is_either: joint == Joint::Or }.merged()
    }

    /// Dates that follow on each other in a text, with what only a later one says.
    pub(super) fn joined(spans: &[Self], joint: Joint) -> Option<Self> {
        let single = |span: &Self| span.single().cloned();
        let mut pieces = spans.iter().map(single).collect::<Option<Vec<DateParts>>>()?;
        let mut orders = pieces.iter().map(|piece| piece.order).filter(|order| *order != DateOrder::Explicit);
        let order = orders.next().unwrap_or(DateOrder::Explicit);
        if orders.any(|other| other != order) {
            return None;
        }
        let mut later: Option<DateParts> = None;
        for piece in pieces.iter_mut().rev() {
            if let Some(later) = &later {
                *piece = piece.with_year_of(later);
            }
            piece.order = order;
            later = Some(piece.clone());
        }
        let stretch = |from| Stretch { from, to: None };
        match (joint, pieces.as_slice()) {
            (Joint::Through, [from, to]) => {
                let members = vec![Stretch { from: from.clone(), to: Some(to.clone()) }];
                Some(Self { members, is_either: false })
            }
            (Joint::And | Joint::Or, _) => {
                let members = pieces.into_iter().map(stretch).collect();
                Some(Self { members, is_either: joint == Joint::Or }.merged())
            }
            _ => None,
        }
    }

    /// Days that are all neighbours are a time from the first to the last.
    fn merged(self) -> Self {
        let last = |it: &Stretch| it.to.clone().unwrap_or_else(|| it.from.clone());
        let are_neighbours = self
            .members
            .windows(2)
            .all(|pair| matches!(pair, [one, other] if last(one).is_followed_by(&other.from)));
        match self.members.as_slice() {
            [first, .., end] if are_neighbours && !self.is_either => {
                Self { members: vec![Stretch { from: first.from.clone(), to: Some(last(end)) }], ..self }
            }
            _ => self,
        }
    }

    pub(super) fn in_order(mut self, order: DateOrder) -> Self {
        for piece in self.members.iter_mut().flat_map(|it| std::iter::once(&mut it.from).chain(&mut it.to)) {
            piece.order = order;
        }
        self
    }

    fn pieces(&self) -> impl Iterator<Item = &DateParts> {
        self.members.iter().flat_map(Stretch::pieces)
    }

    /// The date, when it is a single one.
    fn single(&self) -> Option<&DateParts> {
        match self.members.as_slice() {
            [Stretch { from, to: None }] => Some(from),
            _ => None,
        }
    }

    pub(super) fn is_single(&self) -> bool {
        self.single().is_some()
    }

    pub(super) fn order(&self) -> DateOrder {
        self.pieces().next().map_or(DateOrder::Explicit, |piece| piece.order)
    }

    /// Whether a year is written with two digits.
    pub(super) fn lacks_century(&self) -> bool {
        self.pieces().any(DateParts::lacks_century)
    }

    /// As the format writes it, with a sign behind each date.
    pub(super) fn date(&self, doubt: &str) -> String {
        if let [one] = self.members.as_slice() {
            return one.date("/", doubt);
        }
        let members: Vec<String> = self.members.iter().map(|it| it.date("..", doubt)).collect();
        let members = members.join(",");
        if self.is_either { format!("[{members}]") } else { format!("{{{members}}}") }
    }

    /// Some time between its first and its last date, as the format writes it; none when there is one only.
    pub(super) fn between(&self, doubt: &str) -> Option<String> {
        let (first, last) = (self.pieces().next()?, self.pieces().last()?);
        (self.pieces().count() == 2).then(|| format!("[{}{doubt}..{}{doubt}]", first.date(), last.date()))
    }

    /// The same in a century, where that is not said.
    pub(super) fn in_century(&self, century: &str) -> Self {
        let stretch = |it: &Stretch| {
            let to = it.to.as_ref().map(|to| to.in_century(century));
            Stretch { from: it.from.in_century(century), to }
        };
        Self { members: self.members.iter().map(stretch).collect(), ..*self }
    }

    /// The same in the century of which two digits of a year are mostly meant.
    pub(super) fn in_usual_century(&self) -> Self {
        let year = self.pieces().find_map(|piece| piece.year.as_ref()?.parse::<u8>().ok());
        self.in_century(if year.is_some_and(|year| year > LAST_OF_THIS_CENTURY) { "19" } else { "20" })
    }

    /// Whether it is certainly a date within a running text. Two numbers are a date only if the context marks them.
    pub(super) fn is_date(&self, is_marked: bool) -> bool {
        self.pieces().last().is_some_and(|piece| {
            let is_sure = piece.order == DateOrder::Explicit || piece.year.is_some();
            piece.month.is_some() && (piece.year.is_some() || piece.day.is_some()) && (is_sure || is_marked)
        })
    }
}

/// Of two digits, the last that mean a year of this century, as in POSIX.
const LAST_OF_THIS_CENTURY: u8 = 68;
