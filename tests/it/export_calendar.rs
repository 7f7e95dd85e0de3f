//! The export to a calendar: visits and stops as events with date, location and status.

use crate::command_line::{lawat, run};

/// The events of a calendar, each as its lines.
fn events(record: &str) -> Vec<Vec<String>> {
    let output = lawat().args(["export", "-", "--format", "ics"]).write_stdin(record).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap().replace("\r\n ", "");
    let events = text.split("BEGIN:VEVENT\r\n").skip(1);
    events.map(|event| event.lines().map(str::to_owned).collect()).collect()
}

/// The value of a property of an event, with its parameters.
fn fact<'a>(event: &'a [String], name: &str) -> Option<&'a str> {
    event.iter().find_map(|line| line.strip_prefix(name).filter(|rest| rest.starts_with([':', ';'])))
}

fn one(fields: &str) -> Vec<String> {
    let record = format!("schema_version: '1.0'\nvisits: [{{id: v, title: V, {fields}}}]\n");
    events(&record).into_iter().next().unwrap()
}

#[test]
fn each_dated_visit_and_each_dated_stop_is_an_event() {
    let record = std::fs::read_to_string("tests/data/dated.yaml").unwrap();
    let events = events(&record);
    let facts: Vec<_> = events
        .iter()
        .map(|event| {
            ["UID", "DTSTART", "DTEND", "STATUS", "LOCATION"].map(|name| fact(event, name).unwrap_or("-"))
        })
        .collect();
    let day = |date: &str| format!(";VALUE=DATE:{date}");
    assert_eq!(
        facts,
        [
            [":a@lawat", &day("20260301"), "-", ":CANCELLED", ":Bogor"],
            [":a#t@lawat", ":20260301T020000Z", ":20260301T040000Z", ":CANCELLED", ":Bogor"],
            [
                ":a#s@lawat",
                &day("20260301"),
                "-",
                ":CANCELLED",
                r":Balai Kota Bogor\, Bogor\, Jawa Barat\, ID"
            ],
            [":b@lawat", &day("20260401"), &day("20260404"), "-", "-"],
            [":c@lawat", &day("20260501"), "-", "-", "-"],
            [":d@lawat", ":20260601T013000Z", "-", ":TENTATIVE", "-"],
            [":d#s@lawat", ":20260601T013000Z", "-", ":TENTATIVE", "-"],
        ]
    );
}

#[test]
fn events_without_a_day_are_reported() {
    let (code, _, err) = run(lawat().args(["export", "--format", "ics", "tests/data/dated.yaml"]));
    assert_eq!(code, Some(0));
    assert!(err.contains("2 not in the calendar because the date is unknown: b#s, b#t"), "{err}");
    let record = "schema_version: '1.0'\nvisits: [{id: v, title: V, start_date: 2024-03, itinerary: [{id: s, name: S}]}]\n";
    let output = lawat().args(["export", "-", "--format", "ics"]).write_stdin(record).output().unwrap();
    assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0));
}

#[test]
fn a_start_with_a_time_and_an_end_with_a_day_only_are_whole_days() {
    let event = one("start_date: 2026-04-01T09:00, end_date: 2026-04-03, timezone: Asia/Jakarta");
    assert_eq!(fact(&event, "DTSTART"), Some(";VALUE=DATE:20260401"));
    assert_eq!(fact(&event, "DTEND"), Some(";VALUE=DATE:20260404"));
    let said = fact(&event, "DESCRIPTION").unwrap();
    assert!(said.contains("09:00 WIB") && said.contains("until Friday\\, 3 April 2026"), "{said}");
    let event = one("start_date: 2026-04-01T09:00, end_date: 2026-04-03T17:00, timezone: Asia/Jakarta");
    assert_eq!(fact(&event, "DTEND"), Some(":20260403T100000Z"));
    let event = one("start_date: 2026-04-01, end_date: 2026-05");
    assert_eq!(fact(&event, "DTEND"), None);
    assert!(fact(&event, "DESCRIPTION").unwrap().contains("until May 2026"));
}

#[test]
fn the_location_of_a_visit_is_that_of_its_stops_or_hosts() {
    let stops = "itinerary: [{id: s, name: S, place: {locality: Bogor}}, {id: t, name: T, place: {locality: Kota Bogor}}, {id: u, name: U, place: {locality: Depok}}]";
    assert_eq!(fact(&one(&format!("start_date: 2026-04-01, {stops}")), "LOCATION"), Some(r":Bogor\, Depok"));
    let host = "organizations: [{id: o, name: Pemkot Bogor, role: host}, {id: p, name: Pemkot Depok, role: visitor}]";
    assert_eq!(fact(&one(&format!("start_date: 2026-04-01, {host}")), "LOCATION"), Some(":Bogor"));
}

#[test]
fn no_name_is_repeated_in_a_location() {
    let record = "schema_version: '1.0'\nvisits: [{id: v, title: V, itinerary: [{id: s, name: Kota Bogor, start_date: 2026-04-01, place: {address: 'Jalan Juanda 1, Bogor', locality: Bogor, region: Jawa Barat}}]}]\n";
    let events = events(record);
    assert_eq!(fact(&events[0], "LOCATION"), Some(r":Kota Bogor\, Jalan Juanda 1\, Jawa Barat"));
}

#[test]
fn an_inferred_date_makes_an_event_tentative_unless_it_is_cancelled() {
    let status = |fields: &str| fact(&one(fields), "STATUS").map(str::to_owned);
    assert_eq!(status("start_date: 2026-04-01?").as_deref(), Some(":TENTATIVE"));
    assert_eq!(
        status("start_date: 2026-04-01, date_certainty: inferred, status: passed").as_deref(),
        Some(":TENTATIVE")
    );
    assert_eq!(status("start_date: 2026-04-01?, status: cancelled").as_deref(), Some(":CANCELLED"));
    assert_eq!(status("start_date: 2026-04-01, status: passed").as_deref(), Some(":CONFIRMED"));
    assert_eq!(status("start_date: 2026-04-01"), None);
}
