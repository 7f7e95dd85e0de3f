//! Parsing, days and order of dates.

use proptest::prelude::*;

use super::*;

fn date(text: &str) -> PartialDate {
    text.parse().expect(text)
}

#[test]
fn every_written_form_is_read_and_written_back() {
    for text in [
        "2026",
        "2026-01",
        "2026-01-10",
        "2026-01-10T09:30",
        "2026-01-10T09:30:00",
        "2026-01-10T09:30+07:00",
        "2026-01-10T09:30:15-03:30?",
        "XXXX-10-19",
        "202X",
        "199X",
        "2012-06-2X",
        "2026-XX-10",
        "2026-01-10?",
        "2026-01~",
        "2026%",
        "2024-02-29",
        "XXXX-02-29",
        "2020-21",
        "2020-24~",
        "2020-33",
        "2020-41",
        "0000",
        "-0044-03-15",
        "-019X",
        "2024-03-01/2024-03-05",
        "2019-06~/2020?",
        "2020-21/2020-23",
        "2019/..",
        "../2020",
        "2019/",
        "/2020",
        "..",
        "[2020-06-06,2020-06-08]",
        "[2020-06-06..2020-06-08]",
        "[..1760-12-03]",
        "[1760-12..]",
        "[2020,2021,2023]",
        "[1667,1668,1670..1672]",
        "[..1984,2020-06~]",
        "{2020-06-06,2020-06-08}",
        "{1960,1961-12..}",
        "{2020..2022}",
    ] {
        assert_eq!(date(text).to_string(), text);
    }
}

#[test]
fn other_spellings_of_the_time_of_day_are_read() {
    for (text, same) in [
        ("2024-03-12 09:00:00", "2024-03-12T09:00:00"),
        ("2024-03-12T09:00:00Z", "2024-03-12T09:00:00+00:00"),
        ("2024-03-12T09:00:00.000Z", "2024-03-12T09:00:00+00:00"),
        ("2024-03-12 09:00 +07:00", "2024-03-12T09:00+07:00"),
        ("2024-03-12T09:00+07", "2024-03-12T09:00+07:00"),
        ("[2020-06-06, 2020-06-08]", "[2020-06-06,2020-06-08]"),
        ("{ 2020-06-06 , 2020-06-08 }", "{2020-06-06,2020-06-08}"),
        ("[2026]", "2026"),
        ("2019-06-01 / 2019-06-03", "2019-06-01/2019-06-03"),
        ("2019 / ..", "2019/.."),
    ] {
        assert_eq!(date(text).to_string(), same);
    }
}

#[test]
fn what_no_calendar_has_is_not_a_date() {
    for text in [
        "",
        "26",
        "2026-1",
        "2026-13",
        "2026-20",
        "2026-42",
        "2026-21-01",
        "2026-02-30",
        "2025-02-29",
        "XXXX-02-30",
        "XXX1-02-29",
        "2026-01-10T25:00",
        "2026-01-10T09:00:60",
        "2026-01-10T09",
        "2026-01-10T09:00:00.",
        "2026-01T09:00",
        "10/1/2026",
        "2026-01-10-01",
        "2026-1X-32",
        "Sabtu",
        "2026-01-10T09:30+99:00",
        "２０２６",
        "-0000",
        "--044",
        "/",
        "../..",
        "2026/2025",
        "2026-01-10/2026-01-09",
        "2026/2027/2028",
        "2026-01-10T09:00/2026-01-11",
        "2026-01-10?T09:00",
        "[]",
        "[..]",
        "[2026..2025]",
        "{}",
        "{..}",
        "{2026,}",
        "{2026,2027]",
        "[2026,2027..2025]",
    ] {
        assert_eq!(text.parse::<PartialDate>(), Err(NotADate), "{text}");
    }
}

#[test]
fn a_date_is_an_interval() {
    let days = |text| date(text).earliest().zip(date(text).latest()).map(|(a, b)| format!("{a} {b}"));
    for (text, interval) in [
        ("2026-02", "2026-02-01 2026-02-28"),
        ("202X", "2020-01-01 2029-12-31"),
        ("2012-06-2X", "2012-06-20 2012-06-29"),
        ("2026-XX-31", "2026-01-31 2026-12-31"),
        ("2020-21", "2020-03-01 2020-05-31"),
        ("2020-24", "2020-12-01 2021-02-28"),
        ("2020-30", "2020-12-01 2021-02-28"),
        ("2020-34", "2020-04-01 2020-06-30"),
        ("2020-41", "2020-07-01 2020-12-31"),
        ("2019-06/2020-02-03", "2019-06-01 2020-02-03"),
        ("[2020-06-08,2020-06-06]", "2020-06-06 2020-06-08"),
        ("{2020-06-08,2019,2020-06-06}", "2019-01-01 2020-06-08"),
        ("[2018,2020..2022]", "2018-01-01 2022-12-31"),
        ("-0044-03-15", "-000044-03-15 -000044-03-15"),
        ("-019X", "-000199-01-01 -000190-12-31"),
    ] {
        assert_eq!(days(text).as_deref(), Some(interval), "{text}");
    }
    for unbounded in
        ["XXXX-10-19", "2019/..", "../2020", "/2020", "[..2020]", "[..2018,2020]", "{2018,XXXX-10-19}"]
    {
        assert_eq!(days(unbounded), None, "{unbounded}");
    }
}

#[test]
fn what_an_interval_shares_is_known_of_it() {
    let parts = |text| (date(text).year(), date(text).month(), date(text).day());
    assert_eq!(parts("2024-03-01/2024-03-05"), (Some(2024), Some(3), None));
    assert_eq!(parts("2024-03-01/2024-04-01"), (Some(2024), None, None));
    assert_eq!(parts("2024-03-01/2025-03-01"), (None, None, None));
    assert_eq!(parts("2024-21"), (Some(2024), None, None));
    assert_eq!(parts("{2024-03-01,2024-03-05,2024-03-08}"), (Some(2024), Some(3), None));
    assert_eq!(parts("[2024-03-01,2024-12-05,2024-03-08]"), (Some(2024), None, None));
    assert_eq!(parts("2024/.."), (None, None, None));
    assert_eq!(date("2024-03-05/2024-03-05").civil(), date("2024-03-05").civil());
}

#[test]
fn the_finer_comes_before_the_coarser_and_the_unknown_last() {
    let in_order = [
        "-0044-03-15",
        "../1999",
        "2025-12-31",
        "2026-01-01T08:00",
        "2026-01-01T08:00:01",
        "2026-01-01",
        "2026-01-01/2026-01-05",
        "2026-01",
        "2026",
        "2026-01-01/..",
        "2026-21",
        "2026-22",
        "XXXX-01-01",
    ];
    let mut dates: Vec<PartialDate> = in_order.iter().rev().map(|text| date(text)).collect();
    dates.sort_by_key(PartialDate::order);
    let sorted: Vec<String> = dates.iter().map(PartialDate::to_string).collect();
    assert_eq!(sorted, in_order);
}

/// There may be millions of days.
#[test]
fn it_is_small() {
    assert!(size_of::<PartialDate>() <= 40, "{}", size_of::<PartialDate>());
}

proptest! {
    #[test]
    fn any_text_is_a_date_or_not(text in "[0-9XTZ:+?~%/.,\\[\\]{} -]{0,24}") {
        if let Ok(date) = text.parse::<PartialDate>() {
            prop_assert_eq!(date.to_string().parse(), Ok(date));
        }
    }

    #[test]
    fn a_date_of_any_form_comes_back(
        first in "-?[12X][0-9X]{3}(-[0-9X]{2}(-[0-3X][0-9X])?)?[?~%]?|[.]{2}|",
        join in "/|,|[.]{2}|",
        last in "[12][0-9X]{3}(-[0-9X]{2}(-[0-3X][0-9X])?)?[?~%]?|[.]{2}|",
    ) {
        let text = match join.as_str() {
            "" => first,
            "/" => format!("{first}/{last}"),
            _ => format!("[{first}{join}{last}]"),
        };
        if let Ok(date) = text.parse::<PartialDate>() {
            prop_assert_eq!(date.to_string().parse(), Ok(date));
            if let (Some(first), Some(last)) = (date.earliest(), date.latest()) {
                prop_assert!(first <= last || date.last().is_some(), "{text}");
            }
        }
    }
}
