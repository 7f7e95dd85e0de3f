//! When something was, as far as it is known, and whether that was within certain days.

use jiff::civil::Date;

use super::{Certainty, Days, Doubt, Edge, Join, PartialDate, SingleDate, Statement, Stop, Visit};

/// The time of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct RecordTime {
    time: Span,
    /// Whether the record is sure of it.
    is_sure: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Span {
    /// On some day of either of two dates, which mostly are the same.
    On(SingleDate, SingleDate),
    /// All the time from one of some days to one of some others.
    From(Days, Days),
}

/// Whether a record is of certain days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DateMatch {
    /// It is not.
    Not,
    /// It may be, by what is known of its time.
    Perhaps,
    /// It is, whatever is not known.
    Surely,
}

impl RecordTime {
    /// From a date to another; on one date when there is no other. None when nothing is known.
    pub fn new(start: Option<PartialDate>, end: Option<PartialDate>) -> Option<Self> {
        let dates = || [start, end].into_iter().flatten();
        if !dates().any(says_something) {
            return None;
        }
        let time = match (start, end) {
            (Some(date), None) => Span::of(date)?,
            (start, end) => {
                Span::From(start.map_or(Days::ALL, |start| Bounds::of(start).first), Bounds::of(end?).last)
            }
        };
        Some(Self { time, is_sure: dates().all(|date| date.doubt() == Doubt::None) })
    }

    fn certain_as(self, certainty: Option<Certainty>) -> Self {
        Self { is_sure: self.is_sure && certainty != Some(Certainty::Unknown), ..self }
    }

    /// Some time within it, as what belongs to something longer.
    #[must_use]
    pub fn sometime(self) -> Self {
        let time = match self.time {
            Span::From(first, last) => {
                let within = Days { first: first.first, last: last.last };
                Span::From(within, within)
            }
            on @ Span::On(..) => on,
        };
        Self { time, ..self }
    }

    /// Whether any of its time is among the days.
    pub fn overlaps(self, days: Days) -> DateMatch {
        let (may, must) = match self.time {
            Span::On(one, other) => {
                let dates = [one, other];
                let may = dates.iter().any(|date| date.first_in(days).is_some());
                (may, dates.iter().all(|date| date.days().is_some_and(|all| days.holds(all))))
            }
            Span::From(first, last) => {
                let begins_at_last = first.last.min(last.last);
                let ends_at_first = last.first.max(first.first);
                let may = Days { first: first.first, last: last.last }.overlaps(days);
                (may, begins_at_last <= days.last && ends_at_first >= days.first)
            }
        };
        self.fit(may, must)
    }

    /// Whether all of its time is among the days.
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

    /// All days that it may have anything of; none when the year is not known.
    pub fn outer(self) -> Option<Days> {
        match self.time {
            Span::On(one, other) => {
                let (one, other) = (one.days()?, other.days()?);
                Some(Days { first: one.first.min(other.first), last: one.last.max(other.last) })
            }
            Span::From(first, last) => Some(Days { first: first.first, last: last.last }),
        }
    }

    /// Its days, when it is known exactly from which to which it was.
    pub fn exact(self) -> Option<Days> {
        let (first, last) = match self.time {
            Span::On(one, other) => (one.civil().filter(|_| one == other)?, one.civil()?),
            Span::From(first, last) if first.first == first.last && last.first == last.last => {
                (first.first, last.last)
            }
            Span::From(..) => return None,
        };
        let is_bounded = first != Date::MIN && last != Date::MAX;
        (self.is_sure && is_bounded && first <= last).then_some(Days { first, last })
    }

    /// The one day on which it was, when that is certain.
    pub fn day(self) -> Option<Date> {
        self.exact().filter(|days| days.first == days.last).map(|days| days.first)
    }

    /// The month that has all of its time, or else the year.
    pub fn month(self) -> Option<PartialDate> {
        let Days { first, last } = self.outer()?;
        let day = SingleDate::from(first);
        let month = if first.month() == last.month() { day.without_day() } else { day.without_month() };
        (first.year() == last.year()).then(|| PartialDate::from(month))
    }
}

/// Whether a date is more than an open end or `XXXX`.
fn says_something(date: PartialDate) -> bool {
    let dates = [Some(date.first()), date.last().map(|(_, last)| last)].into_iter().flatten();
    let says = |date: SingleDate| !date.is_of_any_year() || date.names_months() || date.names_days();
    dates.filter_map(Edge::date).any(says)
}

const FIRST_EVER: Days = Days { first: Date::MIN, last: Date::MIN };
const LAST_EVER: Days = Days { first: Date::MAX, last: Date::MAX };

impl Span {
    /// The time of a date that stands alone.
    fn of(date: PartialDate) -> Option<Self> {
        match (date.first(), date.last()) {
            (Edge::Date(date), None) => Some(Self::On(date, date)),
            (Edge::Date(one), Some((Join::Or, Edge::Date(other)))) => Some(Self::On(one, other)),
            (Edge::Open | Edge::Unknown, None) => None,
            (_, Some((join, _))) => {
                let Bounds { first, last } = Bounds::of(date);
                let within = Days { first: first.first, last: last.last };
                Some(if join == Join::Between { Self::From(within, within) } else { Self::From(first, last) })
            }
        }
    }
}

/// On which days something may have begun, and on which it may have ended.
struct Bounds {
    first: Days,
    last: Days,
}

impl Bounds {
    fn of(date: PartialDate) -> Self {
        let begins = |edge| bound(edge, FIRST_EVER);
        let ends = |edge| bound(edge, LAST_EVER);
        match (date.first(), date.last()) {
            (first, None) => Self { first: begins(first), last: ends(first) },
            (first, Some((Join::Through, last))) => Self { first: begins(first), last: ends(last) },
            (first, Some((Join::Between, last))) => {
                Self::within(Days { first: begins(first).first, last: ends(last).last })
            }
            (first, Some((Join::Or, last))) => {
                let (one, other) = (begins(first), ends(last));
                Self::within(Days { first: one.first.min(other.first), last: one.last.max(other.last) })
            }
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
    /// When it was visited, if the stop says so itself.
    pub fn when(&self) -> Option<RecordTime> {
        RecordTime::new(self.start_date, self.end_date).map(|when| when.certain_as(self.date_certainty))
    }
}

impl Statement {
    /// When it was said, if the statement says so itself.
    pub fn when(&self) -> Option<RecordTime> {
        RecordTime::new(self.date, None).map(|when| when.certain_as(self.date_certainty))
    }
}

impl Visit {
    /// When it was.
    pub fn when(&self) -> Option<RecordTime> {
        RecordTime::new(self.start_date, self.end_date).map(|when| when.certain_as(self.date_certainty))
    }

    /// When something was said: as the statement says itself, else some time at its stop, or during the visit.
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
            ("..", "..", "2024", DateMatch::No),
            ("-0044-03-15", "", "-0044", DateMatch::Certain),
        ] {
            assert_eq!(fits(start, end, wanted), fit, "{start} to {end} in {wanted}");
        }
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
        let told = |start, end| {
            let end = Some(end).filter(|end: &&str| !end.is_empty()).map(date);
            let when = RecordTime::new(Some(date(start)), end).expect(start);
            (when.day().is_some(), when.month().map(|month| month.to_string()).unwrap_or_default())
        };
        assert_eq!(told("2024-03-12", ""), (true, "2024-03".to_owned()));
        assert_eq!(told("2024-03-12?", ""), (false, "2024-03".to_owned()));
        assert_eq!(told("2024-03-12", "2024-03-13"), (false, "2024-03".to_owned()));
        assert_eq!(told("2024-06-28", "2024-07-03"), (false, "2024".to_owned()));
        assert_eq!(told("2024-12-30", "2025-01-02"), (false, String::new()));
        assert_eq!(told("2024-21", ""), (false, "2024".to_owned()));
        assert_eq!(told("-0044-03-15", ""), (true, "-0044-03".to_owned()));
        assert_eq!(told("2024/..", ""), (false, String::new()));
        assert_eq!(told("XXXX-03-12", ""), (false, String::new()));
    }

    /// Dates of a few months, so that they meet often.
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

    /// Every pair of days from which to which something may have been.
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
            Some((Join::Or, last)) => on([first, each(last)].concat()),
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
            // Where some digits leave gaps, it says less than it could, but nothing wrong.
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
            // Of dates without gaps, either may be the one that is asked for.
            if [one, other].iter().all(|date| !date.to_string().contains(['X', ','])) {
                prop_assert_eq!(fit(one, other) > DateMatch::No, fit(other, one) > DateMatch::No);
            }
        }
    }
}
