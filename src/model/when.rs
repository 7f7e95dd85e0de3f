//! The time of a record as far as it is known, and whether it matches a range of days.

use borsh::{BorshDeserialize, BorshSerialize};
use jiff::civil::Date;

use super::date::binary::read_members;
use super::{Certainty, Days, Doubt, Edge, Join, PartialDate, SingleDate, Statement, Stop, Visit};

/// The time of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, BorshSerialize, BorshDeserialize)]
pub struct RecordTime {
    time: TimeSpan,
    /// Whether the time is certain.
    is_sure: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, BorshSerialize, BorshDeserialize)]
enum TimeSpan {
    /// Some day of a date.
    On(SingleDate),
    /// From some day of the first range to some day of the second.
    From(Days, Days),
    /// One or each of several dates.
    Set(Join, #[borsh(deserialize_with = "read_members")] &'static [PartialDate]),
}

/// A part of the time of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimePiece {
    /// The days that it may touch; [`Date::MIN`] and [`Date::MAX`] if it is open or its end unknown.
    pub possible: Days,
    /// The days that it touches whatever is unknown, if there are any.
    pub certain: Option<Days>,
}

/// Whether the time of a record matches a range of days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DateMatch {
    /// It does not match.
    No,
    /// It may match, given what is known.
    Possible,
    /// It matches, whatever is unknown.
    Certain,
}

impl RecordTime {
    /// The time from `start` to `end`, or on the single date given; `None` if nothing is known.
    pub fn new(start: Option<PartialDate>, end: Option<PartialDate>) -> Option<Self> {
        let dates = || [start, end].into_iter().flatten();
        if !dates().any(is_informative) {
            return None;
        }
        let time = match (start, end) {
            (Some(date), None) => TimeSpan::of(date)?,
            (start, end) => TimeSpan::From(
                start.map_or(Days::ALL, |start| Bounds::of(start).first),
                Bounds::of(end?).last,
            ),
        };
        Some(Self { time, is_sure: dates().all(|date| date.doubt() == Doubt::None) })
    }

    fn certain_as(self, certainty: Option<Certainty>) -> Self {
        Self { is_sure: self.is_sure && certainty != Some(Certainty::Unknown), ..self }
    }

    /// Some time within this one, for a record that is part of a longer one.
    #[must_use]
    pub fn sometime(self) -> Self {
        Self { time: self.time.sometime(), ..self }
    }

    /// Whether any part of it is in the range.
    pub fn overlaps(self, days: Days) -> DateMatch {
        let (may, must) = self.time.overlaps(days);
        self.fit(may, must)
    }

    /// Whether all of it is in the range.
    pub fn is_within(self, days: Days) -> DateMatch {
        let is_within = self.outer().is_some_and(|outer| days.holds(outer));
        self.fit(is_within, is_within)
    }

    fn fit(self, may: bool, must: bool) -> DateMatch {
        match (may, must && self.is_sure) {
            (false, _) => DateMatch::No,
            (true, false) => DateMatch::Possible,
            (true, true) => DateMatch::Certain,
        }
    }

    /// The range of all days that it may touch; `None` if the year is not known.
    pub fn outer(self) -> Option<Days> {
        self.time.outer()
    }

    /// Its parts, of which a list of dates has several; none if the year is not known.
    pub fn pieces(self) -> Vec<TimePiece> {
        self.time.pieces()
    }

    /// Whether the time is not marked as uncertain or approximate.
    pub fn is_sure(self) -> bool {
        self.is_sure
    }

    /// Its range of days, if start and end are known exactly.
    pub fn exact(self) -> Option<Days> {
        let (first, last) = match self.time {
            TimeSpan::On(date) => (date.civil()?, date.civil()?),
            TimeSpan::From(first, last) if first.first == first.last && last.first == last.last => {
                (first.first, last.last)
            }
            TimeSpan::From(..) | TimeSpan::Set(..) => return None,
        };
        let is_bounded = first != Date::MIN && last != Date::MAX;
        (self.is_sure && is_bounded && first <= last).then_some(Days { first, last })
    }

    /// Its day, if it was on a single, certain day.
    pub fn day(self) -> Option<Date> {
        self.exact().filter(|days| days.first == days.last).map(|days| days.first)
    }

    /// The month, or else the year, that contains all of it.
    pub fn month(self) -> Option<PartialDate> {
        let Days { first, last } = self.outer()?;
        let day = SingleDate::from(first);
        let month = if first.month() == last.month() { day.without_day() } else { day.without_month() };
        (first.year() == last.year()).then(|| PartialDate::from(month))
    }
}

/// Whether a date is more informative than an open end or `XXXX`.
fn is_informative(date: PartialDate) -> bool {
    if let Some((_, members)) = date.members() {
        return members.iter().copied().any(is_informative);
    }
    let dates = [Some(date.first()), date.last().map(|(_, last)| last)].into_iter().flatten();
    let is_informative_date =
        |date: SingleDate| !date.is_of_any_year() || date.names_months() || date.names_days();
    dates.filter_map(Edge::date).any(is_informative_date)
}

const FIRST_EVER: Days = Days { first: Date::MIN, last: Date::MIN };
const LAST_EVER: Days = Days { first: Date::MAX, last: Date::MAX };

impl TimeSpan {
    /// The time of a single date.
    fn of(date: PartialDate) -> Option<Self> {
        if let Some((join, members)) = date.members() {
            return Some(Self::Set(join, members));
        }
        match (date.first(), date.last()) {
            (Edge::Date(date), None) => Some(Self::On(date)),
            (Edge::Open | Edge::Unknown, None) => None,
            (_, Some((join, _))) => {
                let Bounds { first, last } = Bounds::of(date);
                let time = Self::From(first, last);
                Some(if join == Join::Between { time.sometime() } else { time })
            }
        }
    }

    /// Some time within it.
    fn sometime(self) -> Self {
        match self {
            Self::On(date) => Self::On(date),
            Self::From(first, last) => {
                let within = Days { first: first.first, last: last.last };
                Self::From(within, within)
            }
            Self::Set(_, members) => Self::Set(Join::Or, members),
        }
    }

    /// Whether any of it may be among the days, and whether it must.
    fn overlaps(self, days: Days) -> (bool, bool) {
        match self {
            Self::On(date) => (date.first_in(days).is_some(), date.days().is_some_and(|all| days.holds(all))),
            Self::From(first, last) => {
                let begins_at_last = first.last.min(last.last);
                let ends_at_first = last.first.max(first.first);
                let may = Days { first: first.first, last: last.last }.overlaps(days);
                (may, begins_at_last <= days.last && ends_at_first >= days.first)
            }
            Self::Set(join, members) => {
                let is_each = join == Join::And;
                let times = members.iter().filter_map(|date| Self::of(*date));
                let fits = times.map(|time| if is_each { time } else { time.sometime() }.overlaps(days));
                fits.fold((false, !is_each), |(may, must), (this_may, this_must)| {
                    (may || this_may, if is_each { must || this_must } else { must && this_must })
                })
            }
        }
    }

    fn pieces(self) -> Vec<TimePiece> {
        match self {
            Self::Set(join, members) => {
                let times = members.iter().filter_map(|date| Self::of(*date));
                let times = times.map(|time| if join == Join::And { time } else { time.sometime() });
                let all: Vec<TimePiece> = times.flat_map(Self::pieces).collect();
                let is_one_of_several = join == Join::Or && all.len() > 1;
                let certain = |piece: &TimePiece| piece.certain.filter(|_| !is_one_of_several);
                all.iter().map(|piece| TimePiece { certain: certain(piece), ..*piece }).collect()
            }
            Self::On(date) => {
                let certain = date.civil().map(Days::one);
                date.days().map(|possible| TimePiece { possible, certain }).into_iter().collect()
            }
            Self::From(first, last) => {
                let certain = Days { first: first.last.min(last.last), last: last.first.max(first.first) };
                let possible = Days { first: first.first, last: last.last };
                vec![TimePiece { possible, certain: Some(certain).filter(|it| it.first <= it.last) }]
            }
        }
    }

    /// All days that it may have anything of; none when the year is not known.
    fn outer(self) -> Option<Days> {
        match self {
            Self::On(date) => date.days(),
            Self::From(first, last) => Some(Days { first: first.first, last: last.last }),
            Self::Set(_, members) => {
                let mut all = members.iter().map(|date| Self::of(*date)?.outer());
                let first = all.next()??;
                all.try_fold(first, |outer, days| days.map(|days| outer.and(days)))
            }
        }
    }
}

/// The days on which something may have begun and ended.
struct Bounds {
    first: Days,
    last: Days,
}

impl Bounds {
    fn of(date: PartialDate) -> Self {
        if date.members().is_some() {
            return Self::within(TimeSpan::of(date).and_then(TimeSpan::outer).unwrap_or(Days::ALL));
        }
        let begins = |edge| bound(edge, FIRST_EVER);
        let ends = |edge| bound(edge, LAST_EVER);
        match (date.first(), date.last()) {
            (first, None) => Self { first: begins(first), last: ends(first) },
            (first, Some((Join::Between, last))) => {
                Self::within(Days { first: begins(first).first, last: ends(last).last })
            }
            (first, Some((_, last))) => Self { first: begins(first), last: ends(last) },
        }
    }

    fn within(days: Days) -> Self {
        Self { first: days, last: days }
    }
}

fn bound(edge: Edge, open: Days) -> Days {
    match edge {
        Edge::Date(date) => date.days().unwrap_or(Days::ALL),
        Edge::Open => open,
        Edge::Unknown => Days::ALL,
    }
}

impl Stop {
    /// The time of the stop, if it has its own.
    pub fn when(&self) -> Option<RecordTime> {
        RecordTime::new(self.start_date, self.end_date).map(|when| when.certain_as(self.date_certainty))
    }
}

impl Statement {
    /// The time of the statement, if it has its own.
    pub fn when(&self) -> Option<RecordTime> {
        RecordTime::new(self.date, None).map(|when| when.certain_as(self.date_certainty))
    }
}

impl Visit {
    /// The time of the visit.
    pub fn when(&self) -> Option<RecordTime> {
        RecordTime::new(self.start_date, self.end_date).map(|when| when.certain_as(self.date_certainty))
    }

    /// The time of a statement: its own, else some time at its stop, else some time during the visit.
    pub fn when_said(&self, statement: &Statement) -> Option<RecordTime> {
        let stop = || statement.stop.as_ref().and_then(|id| self.stop(id));
        statement
            .when()
            .or_else(|| stop().and_then(Stop::when).map(RecordTime::sometime))
            .or_else(|| self.when().map(RecordTime::sometime))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn date(text: &str) -> PartialDate {
        text.parse().expect(text)
    }

    fn days(text: &str) -> Days {
        let date = date(text);
        Days { first: date.earliest().expect(text), last: date.latest().expect(text) }
    }

    fn fits(start: &str, end: &str, wanted: &str) -> DateMatch {
        let date = |text: &str| (!text.is_empty()).then(|| date(text));
        RecordTime::new(date(start), date(end)).map_or(DateMatch::No, |when| when.overlaps(days(wanted)))
    }

    #[test]
    fn what_overlaps_does_so_surely_or_perhaps() {
        for (start, end, wanted, fit) in [
            ("2024-06-28", "2024-07-03", "2024-06", DateMatch::Certain),
            ("2024-06-28", "2024-07-03", "2024-07", DateMatch::Certain),
            ("2024-06-28", "2024-07-03", "2024-08", DateMatch::No),
            ("2024-06-28/2024-07-03", "", "2024-07", DateMatch::Certain),
            ("2024-06", "", "2024-06", DateMatch::Certain),
            ("2024-06", "", "2024-06-25", DateMatch::Possible),
            ("2012-06-2X", "", "2012-06-25", DateMatch::Possible),
            ("2012-06-2X", "", "2012-06-19", DateMatch::No),
            ("2012-06-X5", "", "2012-06-16", DateMatch::No),
            ("2012-06-X5", "", "2012-06-15", DateMatch::Possible),
            ("2024?", "", "2024", DateMatch::Possible),
            ("2020-21", "", "2020-04", DateMatch::Possible),
            ("2020-21", "", "2020", DateMatch::Certain),
            ("2020-24", "", "2021", DateMatch::Possible),
            ("2019/..", "", "2024", DateMatch::Certain),
            ("2019/..", "", "2018", DateMatch::No),
            ("2019/..", "", "2019-03", DateMatch::Possible),
            ("2019", "..", "2024", DateMatch::Certain),
            ("2019/", "", "2024", DateMatch::Possible),
            ("../2020", "", "1900", DateMatch::Certain),
            ("", "2020", "1900", DateMatch::Possible),
            ("", "2020", "2021", DateMatch::No),
            ("", "2020", "2020", DateMatch::Certain),
            ("XXXX-10-19", "", "2024", DateMatch::Possible),
            ("XXXX-10-19", "", "2024-11", DateMatch::No),
            ("XXXX", "", "2024", DateMatch::No),
            ("[2020-06-06,2020-06-08]", "", "2020-06-07", DateMatch::No),
            ("[2020-06-06,2020-06-08]", "", "2020-06-08", DateMatch::Possible),
            ("[2020-06-06,2020-06-08]", "", "2020-06", DateMatch::Certain),
            ("[2020-06-06..2020-06-08]", "", "2020-06-07", DateMatch::Possible),
            ("[2020-06-06,2020-06-08,2020-06-10]", "", "2020-06-07", DateMatch::No),
            ("[2020-06-06,2020-06-08,2020-06-10]", "", "2020-06-10", DateMatch::Possible),
            ("[2020-06-06,2020-06-08,2020-07-10]", "", "2020-06", DateMatch::Possible),
            ("[2018,2020..2022]", "", "2021", DateMatch::Possible),
            ("[2018,2020..2022]", "", "2019", DateMatch::No),
            ("{2020-06-06,2020-06-08}", "", "2020-06-07", DateMatch::No),
            ("{2020-06-06,2020-06-08}", "", "2020-06-08", DateMatch::Certain),
            ("{2020-06-06,2020-06-08}", "", "2020", DateMatch::Certain),
            ("{2020-06-06,2020-06-08?}", "", "2020", DateMatch::Possible),
            ("{2018,2020..2022}", "", "2021", DateMatch::Certain),
            ("{2018,2020..}", "", "2031", DateMatch::Certain),
            ("{2020-06-06,2020-06-08}", "2020-06-20", "2020-06-10", DateMatch::Certain),
            ("..", "..", "2024", DateMatch::No),
            ("-0044-03-15", "", "-0044", DateMatch::Certain),
        ] {
            assert_eq!(fits(start, end, wanted), fit, "{start} to {end} in {wanted}");
        }
    }

    #[test]
    fn pieces_tell_what_is_certain_from_what_is_possible() {
        let pieces = |start: &str, end: &str| {
            let date = |text: &str| (!text.is_empty()).then(|| date(text));
            let when = RecordTime::new(date(start), date(end)).expect(start);
            let text = |days: Days| format!("{}..{}", days.first, days.last).replace("2024-", "");
            let piece = |it: &TimePiece| (text(it.possible), it.certain.map(text).unwrap_or_default());
            when.pieces().iter().map(piece).collect::<Vec<_>>()
        };
        let one = |possible: &str, certain: &str| vec![(possible.to_owned(), certain.to_owned())];
        assert_eq!(pieces("2024-03-12", "2024-03-13"), one("03-12..03-13", "03-12..03-13"));
        assert_eq!(pieces("2024-03", ""), one("03-01..03-31", ""));
        assert_eq!(pieces("2024-03", "2024-05-10"), one("03-01..05-10", "03-31..05-10"));
        assert_eq!(pieces("2024-03-1X", ""), one("03-10..03-19", ""));
        assert_eq!(pieces("[2024-03-01,2024-03-05]", "").len(), 2);
        assert_eq!(pieces("[2024-03-01,2024-03-05]", "")[1], ("03-05..03-05".to_owned(), String::new()));
        assert_eq!(pieces("{2024-03-01,2024-03-05}", "")[1].1, "03-05..03-05");
        assert_eq!(pieces("2024-03-01/..", ""), one("03-01..9999-12-31", "03-01..9999-12-31"));
        assert_eq!(pieces("XXXX-10-19", ""), []);
    }

    #[test]
    fn what_is_within_is_so_wholly() {
        let within = |start, end, wanted| {
            let end = Some(end).filter(|end: &&str| !end.is_empty()).map(date);
            RecordTime::new(Some(date(start)), end).map(|when| when.is_within(days(wanted)))
        };
        assert_eq!(within("2024-06-28", "2024-07-03", "2024-06"), Some(DateMatch::No));
        assert_eq!(within("2024-06-28", "2024-06-30", "2024-06"), Some(DateMatch::Certain));
        assert_eq!(within("2024-06", "", "2024-06-25"), Some(DateMatch::No));
        assert_eq!(within("2024-06?", "", "2024"), Some(DateMatch::Possible));
        assert_eq!(within("2019/..", "", "2024"), Some(DateMatch::No));
    }

    #[test]
    fn a_day_or_a_month_is_told_only_when_it_is_certain() {
        let month_of = |start, end| {
            let end = Some(end).filter(|end: &&str| !end.is_empty()).map(date);
            let when = RecordTime::new(Some(date(start)), end).expect(start);
            (when.day().is_some(), when.month().map(|month| month.to_string()).unwrap_or_default())
        };
        assert_eq!(month_of("2024-03-12", ""), (true, "2024-03".to_owned()));
        assert_eq!(month_of("2024-03-12?", ""), (false, "2024-03".to_owned()));
        assert_eq!(month_of("2024-03-12", "2024-03-13"), (false, "2024-03".to_owned()));
        assert_eq!(month_of("2024-06-28", "2024-07-03"), (false, "2024".to_owned()));
        assert_eq!(month_of("2024-12-30", "2025-01-02"), (false, String::new()));
        assert_eq!(month_of("2024-21", ""), (false, "2024".to_owned()));
        assert_eq!(month_of("-0044-03-15", ""), (true, "-0044-03".to_owned()));
        assert_eq!(month_of("2024/..", ""), (false, String::new()));
        assert_eq!(month_of("XXXX-03-12", ""), (false, String::new()));
    }

    /// Dates of a few months, so that they often overlap.
    fn a_date() -> impl Strategy<Value = PartialDate> {
        let one = || "2024(-(0[1-3]|0X|21|33)|-0[1-3]-([0-2][0-9]|[0X]X|2X|X5))";
        let text = prop_oneof![
            one().prop_map(|one| one),
            (one(), one()).prop_map(|(one, other)| format!("{one}/{other}")),
            (one(), one()).prop_map(|(one, other)| format!("[{one},{other}]")),
            (one(), one()).prop_map(|(one, other)| format!("[{one}..{other}]")),
        ];
        text.prop_filter_map("a date", |text| text.parse().ok())
    }

    /// All pairs of possible first and last days.
    fn worlds(date: PartialDate) -> Vec<(Date, Date)> {
        let each = |edge: Edge| {
            let date = edge.date().expect("a date");
            let all = date.days().into_iter().flat_map(Days::each);
            all.filter(|day| date.first_in(Days::one(*day)).is_some()).collect::<Vec<Date>>()
        };
        let on = |days: Vec<Date>| days.into_iter().map(|day| (day, day)).collect::<Vec<_>>();
        let first = each(date.first());
        match date.last() {
            None => on(first),
            Some((Join::Or | Join::And, last)) => on([first, each(last)].concat()),
            Some((Join::Between, last)) => {
                let days = Days { first: first[0], last: *each(last).last().expect("a day") };
                on(days.each().collect())
            }
            Some((Join::Through, last)) => {
                let (first, last) = (each(date.first()), each(last));
                let pairs = first.iter().flat_map(|a| last.iter().map(|b| (*a, *b)));
                pairs.filter(|(a, b)| a <= b).collect()
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]

        #[test]
        fn it_agrees_with_going_through_all_days(date in a_date(), wanted in a_date()) {
            let wanted = Days { first: wanted.earliest().unwrap(), last: wanted.latest().unwrap() };
            let when = RecordTime::new(Some(date), None).unwrap();
            let worlds = worlds(date);
            let meets = |(first, last): &(Date, Date)| Days { first: *first, last: *last }.overlaps(wanted);
            let fit = when.overlaps(wanted);
            prop_assert_eq!(fit > DateMatch::No, worlds.iter().any(meets), "{}", date);
            // With gaps from unknown digits, the result may be weaker than possible, but not wrong.
            prop_assert!(fit < DateMatch::Certain || worlds.iter().all(meets), "{}", date);
            if !date.to_string().contains('X') {
                prop_assert_eq!(fit == DateMatch::Certain, worlds.iter().all(meets), "{}", date);
            }
            let within = |(first, last): &(Date, Date)| wanted.holds(Days { first: *first, last: *last });
            prop_assert_eq!(when.is_within(wanted) == DateMatch::Certain, worlds.iter().all(within), "{}", date);
            prop_assert!(when.is_within(wanted) <= when.overlaps(wanted));
            prop_assert!(when.sometime().overlaps(wanted) <= fit || fit > DateMatch::No);
        }

        #[test]
        fn to_overlap_is_mutual(one in a_date(), other in a_date()) {
            let days = |date: PartialDate| Days { first: date.earliest().unwrap(), last: date.latest().unwrap() };
            let fit = |one, other| RecordTime::new(Some(one), None).unwrap().overlaps(days(other));
            prop_assert_eq!(days(one).overlaps(days(other)), days(other).overlaps(days(one)));
            // For dates without gaps, the result is exact.
            if [one, other].iter().all(|date| !date.to_string().contains(['X', ','])) {
                prop_assert_eq!(fit(one, other) > DateMatch::No, fit(other, one) > DateMatch::No);
            }
        }
    }
}
