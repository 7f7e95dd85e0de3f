//! Parsed dates: their parts, and intervals and sets of dates.

use std::fmt::Write as _;

use crate::model::PartialDate;

/// Which number of a date was read as the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateOrder {
    /// The day is unambiguous.
    Explicit,
    /// The first number is the day.
    DayFirst,
    /// The second number is the day, as in the United States.
    MonthFirst,
}

/// The relation between two consecutive dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Joint {
    /// From the first to the second.
    Through,
    /// Both dates.
    And,
    /// One of the dates.
    Or,
    /// The same relation as that of the next pair.
    Comma,
}

/// Year, month and day, as far as given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct DateParts {
    /// In the notation of the format, or two digits.
    year: Option<String>,
    /// The month, or the EDTF number of a part of the year.
    month: Option<u8>,
    day: Option<u8>,
    order: DateOrder,
}

/// A date or an interval.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Stretch {
    from: DateParts,
    to: Option<DateParts>,
}

/// A date, an interval, or a set of dates.
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

    /// The date in EDTF.
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

    /// Whether the date is valid in any century.
    pub(super) fn is_possible(&self) -> bool {
        self.in_century("20").date().parse::<PartialDate>().is_ok()
    }

    fn in_century(&self, century: &str) -> Self {
        let year = self.year.as_ref().filter(|_| self.lacks_century()).map(|year| format!("{century}{year}"));
        Self { year: year.or_else(|| self.year.clone()), ..self.clone() }
    }

    /// Takes the year from a later date if it has none; the previous year when it would come after that date.
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

    /// Whether `next` is the following day in the same month.
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

    /// The dates in EDTF, with `separator` between them and `doubt` after each.
    fn date(&self, sign: &str, doubt: &str) -> String {
        self.pieces().map(|day_of_month| day_of_month.date() + doubt).collect::<Vec<_>>().join(sign)
    }
}

impl DateSpan {
    pub(super) fn one(from: DateParts) -> Self {
        Self { members: vec![Stretch { from, to: None }], is_either: false }
    }

    /// Days or ranges of days of one month.
    pub(super) fn days((year, month): (Option<&str>, u8), days: &[(u8, Option<u8>)], joint: Joint) -> Self {
        let day_of_month = |day: u8| DateParts::new(year, Some(month), Some(day));
        let stretch = |(first, last): &(u8, Option<u8>)| Stretch {
            from: day_of_month(*first),
            to: last.map(day_of_month),
        };
        Self { members: days.iter().map(stretch).collect(), is_either: joint == Joint::Or }.merged()
    }

    /// Consecutive dates of a text; missing months and years are taken from later dates.
    pub(super) fn joined(spans: &[Self], joint: Joint) -> Option<Self> {
        let single = |span: &Self| span.single().cloned();
        let mut pieces = spans.iter().map(single).collect::<Option<Vec<DateParts>>>()?;
        let mut orders = pieces
            .iter()
            .map(|day_of_month| day_of_month.order)
            .filter(|order| *order != DateOrder::Explicit);
        let order = orders.next().unwrap_or(DateOrder::Explicit);
        if orders.any(|other| other != order) {
            return None;
        }
        let mut later: Option<DateParts> = None;
        for day_of_month in pieces.iter_mut().rev() {
            if let Some(later) = &later {
                *day_of_month = day_of_month.with_year_of(later);
            }
            day_of_month.order = order;
            later = Some(day_of_month.clone());
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

    /// Replaces consecutive days by an interval.
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
        for day_of_month in
            self.members.iter_mut().flat_map(|it| std::iter::once(&mut it.from).chain(&mut it.to))
        {
            day_of_month.order = order;
        }
        self
    }

    fn pieces(&self) -> impl Iterator<Item = &DateParts> {
        self.members.iter().flat_map(Stretch::pieces)
    }

    /// The date, if there is exactly one.
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
        self.pieces().next().map_or(DateOrder::Explicit, |day_of_month| day_of_month.order)
    }

    /// Whether a year has two digits.
    pub(super) fn lacks_century(&self) -> bool {
        self.pieces().any(DateParts::lacks_century)
    }

    /// In EDTF, with `doubt` after each date.
    pub(super) fn date(&self, doubt: &str) -> String {
        if let [one] = self.members.as_slice() {
            return one.date("/", doubt);
        }
        let members: Vec<String> = self.members.iter().map(|it| it.date("..", doubt)).collect();
        let members = members.join(",");
        if self.is_either { format!("[{members}]") } else { format!("{{{members}}}") }
    }

    /// Some time between the first and the last date, in EDTF; none for a single date.
    pub(super) fn between(&self, doubt: &str) -> Option<String> {
        let (first, last) = (self.pieces().next()?, self.pieces().last()?);
        (self.pieces().count() == 2).then(|| format!("[{}{doubt}..{}{doubt}]", first.date(), last.date()))
    }

    /// With this century where a year has two digits.
    pub(super) fn in_century(&self, century: &str) -> Self {
        let stretch = |it: &Stretch| {
            let to = it.to.as_ref().map(|to| to.in_century(century));
            Stretch { from: it.from.in_century(century), to }
        };
        Self { members: self.members.iter().map(stretch).collect(), ..*self }
    }

    /// With the most likely century where a year has two digits.
    pub(super) fn in_usual_century(&self) -> Self {
        let year = self.pieces().find_map(|day_of_month| day_of_month.year.as_ref()?.parse::<u8>().ok());
        self.in_century(if year.is_some_and(|year| year > LAST_YEAR_OF_THIS_CENTURY) { "19" } else { "20" })
    }

    /// Whether this is certainly a date in running text. Two numbers are a date only if the context marks them.
    pub(super) fn is_date(&self, is_marked: bool) -> bool {
        self.pieces().last().is_some_and(|day_of_month| {
            let is_sure = day_of_month.order == DateOrder::Explicit || day_of_month.year.is_some();
            day_of_month.month.is_some()
                && (day_of_month.year.is_some() || day_of_month.day.is_some())
                && (is_sure || is_marked)
        })
    }
}

/// The last two-digit year that belongs to this century, as in POSIX.
const LAST_YEAR_OF_THIS_CENTURY: u8 = 68;
