//! Times of records as date ranges of PostgreSQL.

use jiff::civil::Date;

use crate::model::{Days, RecordTime, Statement, Stop, Visit};

/// PostgreSQL has no days before 4713 BC.
const FIRST_YEAR: i16 = -4712;

/// The range of all days that a time may touch; empty if its year is not known.
pub(super) fn range(when: Option<RecordTime>) -> String {
    when.and_then(RecordTime::outer).map(written).unwrap_or_default()
}

/// Whether start and end are known exactly; empty if nothing is known.
pub(super) fn are_exact(when: Option<RecordTime>) -> String {
    when.map(|when| when.exact().is_some().to_string()).unwrap_or_default()
}

/// The record that the time of a statement is taken from; empty if nothing is known.
pub(super) fn source(visit: &Visit, statement: &Statement) -> &'static str {
    let stop = || statement.stop.as_ref().and_then(|id| visit.stop(id));
    if statement.when().is_some() {
        "statement"
    } else if stop().and_then(Stop::when).is_some() {
        "stop"
    } else if visit.when().is_some() {
        "visit"
    } else {
        ""
    }
}

fn written(days: Days) -> String {
    let first = Some(days.first).filter(|day| day.year() >= FIRST_YEAR);
    let last = Some(days.last).filter(|day| *day != Date::MAX);
    let (first, last) = (first.map(day).unwrap_or_default(), last.map(day).unwrap_or_default());
    format!("[{first},{last}]")
}

fn day(day: Date) -> String {
    let (year, era) = if day.year() > 0 { (day.year(), "") } else { (1 - day.year(), " BC") };
    format!("\"{year:04}-{:02}-{:02}{era}\"", day.month(), day.day())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_has_the_days_that_a_date_may_mean() {
        for (date, expected, exact) in [
            ("2024-03-12", "[\"2024-03-12\",\"2024-03-12\"]", "true"),
            ("2024-03-12?", "[\"2024-03-12\",\"2024-03-12\"]", "false"),
            ("2024-02", "[\"2024-02-01\",\"2024-02-29\"]", "false"),
            ("2024-03-12/..", "[\"2024-03-12\",]", "false"),
            ("../2024-03-12", "[,\"2024-03-12\"]", "false"),
            ("-0044-03-15", "[\"0045-03-15 BC\",\"0045-03-15 BC\"]", "true"),
            ("0000-12", "[\"0001-12-01 BC\",\"0001-12-31 BC\"]", "false"),
            ("XXXX-10-19", "", "false"),
        ] {
            let when = RecordTime::new(date.parse().ok(), None);
            assert_eq!((range(when).as_str(), are_exact(when).as_str()), (expected, exact), "{date}");
        }
        assert_eq!((range(None), are_exact(None)), (String::new(), String::new()));
    }
}
