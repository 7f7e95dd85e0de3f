//! `lawat stats`: counts by one or two facts, with rows for what is not stated and for zero.

use serde_json::Value;

use crate::command_line::{lawat, run};

const DOZEN: &str = "tests/data/dozen.yaml";
const PARTIES: &str = "tests/data/parties.yaml";
const DIARY: &str = "tests/data/diary.yaml";
/// How many statements there are.
const ALL: u64 = 21;

fn json(args: &[&str]) -> Value {
    let (code, out, err) = run(lawat().arg("stats").args(args).args(["--format", "json"]));
    assert_eq!((code, err.as_str()), (Some(0), ""), "{args:?}");
    serde_json::from_str(&out).unwrap()
}

fn rows(by: &str) -> Vec<Value> {
    json(&["--by", by, DOZEN]).as_array().unwrap().clone()
}

fn sum(rows: &[Value], field: &str) -> u64 {
    rows.iter().map(|row| row[field].as_u64().unwrap()).sum()
}

/// The lines of a table without bars.
fn lines(args: &[&str]) -> Vec<String> {
    let (code, out, err) = run(lawat().arg("stats").args(args));
    assert_eq!((code, err.as_str()), (Some(0), ""), "{args:?}");
    out.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

#[test]
fn every_statement_is_counted_once_by_any_fact() {
    for by in ["stop", "person", "organization", "month", "year", "kind", "status", "classification", "visit"]
    {
        assert_eq!(sum(&rows(by), "statements"), ALL, "{by}");
        assert_eq!(sum(&rows(by), "quotes"), sum(&rows("kind"), "quotes"), "{by}");
    }
    // A statement with several topics or cities counts for each of them.
    assert!(sum(&rows("topic"), "statements") >= ALL && sum(&rows("city"), "statements") >= ALL);
}

#[test]
fn the_most_frequent_comes_first_and_what_is_not_stated_last() {
    let people = rows("person");
    assert_eq!(
        (&people[0]["key"], &people[0]["statements"], &people[0]["visits"]),
        (&"ratna".into(), &4.into(), &3.into())
    );
    let last = people.last().unwrap();
    assert!(last["key"].is_null() && last["name"] == "speaker not stated", "{last}");
    let months = rows("month");
    let keys: Vec<&str> = months.iter().filter_map(|row| row["key"].as_str()).collect();
    assert!(keys.is_sorted() && keys.contains(&"2024-03"), "{keys:?}");
    assert!(months.last().unwrap()["key"].is_null());
}

#[test]
fn terminals_get_bars_and_pipes_a_table() {
    let (_, out, _) = run(lawat().args(["--lang", "id", "stats", "--by", "stop", DOZEN]));
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(lines[0], "Pernyataan menurut lokasi");
    assert!(lines[1].ends_with(" 7") && out.contains("\nlokasi tidak disebut"), "{out}");
    assert!(out.contains("21 pernyataan dalam 10 kunjungan."), "{out}");
    // Bars are for terminals.
    assert!(!out.contains('#'), "{out}");
    let (_, out, _) = run(lawat().args(["stats", "--by", "kind", "--format", "csv", DOZEN]));
    assert_eq!(out.lines().next(), Some("key,name,statements,quotes,visits"));
    assert!(out.contains("quote,QUOTE,14,14,"), "{out}");
}

#[test]
fn an_archive_without_statements_is_counted_by_its_visits() {
    assert_eq!(
        lines(&[DIARY]),
        [
            "Visits by participant",
            "Minister 1",
            "total 1",
            "",
            "In all: 1 visit, 1 participant, 0 stops, 0 statements."
        ]
    );
    assert_eq!(
        lines(&["--count", "statement", DIARY])[1],
        "There are no statements to count; choose something else with --count."
    );
    let (code, out, err) = run(lawat().args(["stats", "--count", "stop", "--format", "json", DIARY]));
    assert_eq!((code, out.as_str()), (Some(0), "[]\n"));
    assert!(err.contains("no stops to count") && err.contains("1 visit, 1 participant"), "{err}");
}

#[test]
fn a_city_is_that_of_an_organization_its_place_or_its_parent() {
    let counted = lines(&["--count", "visit", "--by", "city", PARTIES]);
    assert_eq!(
        counted[..6],
        ["Visits by city", "Awan 2", "Kabupaten Batu 1", "Kota Hulu 1", "no city known 1", "total 3"]
    );
    let counted = lines(&["--count", "visit", "--by", "country", PARTIES]);
    assert_eq!(counted[..4], ["Visits by country", "ID 2", "no country known 1", "total 3"]);
    let counted = lines(&["--count", "person", "--by", "city", PARTIES]);
    assert_eq!(counted[..3], ["Participants by city", "Awan 2", "no city known 1"]);
}

#[test]
fn hosts_and_visitors_are_organizations_or_else_people() {
    let counted = lines(&["--by", "host", PARTIES]);
    assert_eq!(counted[1..4], ["Dinas Air 1", "Pemkab Batu 1", "Wiguna Lestari 1"]);
    let counted = lines(&["--by", "visitor", PARTIES]);
    assert_eq!(counted[1..3], ["Pemkot Awan 2", "no visitor stated 1"]);
}

#[test]
fn months_without_records_are_listed_with_zero() {
    let counted = lines(&["--by", "month", PARTIES]);
    assert_eq!(
        counted[..7],
        [
            "Visits by month",
            "2024-01 1",
            "2024-02 0",
            "2024-03 1",
            "2024-04 – 2026-01 0",
            "2026-02 1",
            "total 3"
        ]
    );
    let years = json(&["--by", "year", PARTIES]);
    let counts: Vec<(&str, u64)> = years
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (row["key"].as_str().unwrap(), row["visits"].as_u64().unwrap()))
        .collect();
    assert_eq!(counts, [("2024", 2), ("2025", 0), ("2026", 1)]);
}

#[test]
fn years_before_year_one_are_written_as_in_dates() {
    let record = "schema_version: '1.1'\nvisits: [{id: a, title: A, start_date: -0044-03-15}]\n";
    let output = lawat().args(["stats", "--by", "month", "-"]).write_stdin(record).output().unwrap();
    let out = String::from_utf8(output.stdout).unwrap();
    assert!(out.contains("\n-0044-03  1\n"), "{out}");
}

#[test]
fn ties_are_sorted_by_name() {
    assert_eq!(lines(&["--count", "stop", PARTIES])[1..3], ["Loket 2 1", "Loket 10 1"]);
}

#[test]
fn two_facts_give_a_table() {
    let counted = lines(&["--by", "status", "--by", "year", PARTIES]);
    assert_eq!(
        counted[..6],
        [
            "Visits by status and year",
            "2024 2025 2026 total",
            "cancelled 1 0 0 1",
            "confirmed 1 0 0 1",
            "not stated 0 0 1 1",
            "total 2 0 1 3"
        ]
    );
    let (_, csv, _) = run(lawat().args(["stats", "--by", "status,year", "--format", "csv", PARTIES]));
    assert_eq!(
        csv,
        "key,name,2024,2025,2026,total\ncancelled,cancelled,1,0,0,1\nconfirmed,confirmed,1,0,0,1\n,not stated,0,0,1,1\n,total,2,0,1,3\n"
    );
    let table = json(&["--by", "status", "--by", "year", PARTIES]);
    assert_eq!((&table["total"], &table["columns"][0]["total"]), (&3.into(), &2.into()));
    assert_eq!(table["rows"][2]["cells"], serde_json::json!([0, 0, 1]));
    let (code, _, err) = run(lawat().args(["stats", "--by", "status,year,month", PARTIES]));
    assert!(code == Some(2) && err.contains("at most twice"), "{err}");
}

#[test]
fn a_person_of_two_visits_is_counted_once() {
    let people = json(&["--count", "person", "--by", "organization", PARTIES]);
    assert_eq!((&people[0]["people"], &people[0]["visits"]), (&2.into(), &2.into()));
    assert!(lines(&["--count", "person", PARTIES]).contains(&"3 participants in 3 visits.".to_owned()));
}

/// A date that may lie in several years is not a missing one.
#[test]
fn dates_possible_in_several_years_have_their_own_row() {
    let dates = ["'2019/..'", "198X", "XXXX-10-19", "2020-24", "'[2018,2020]'", "'{2020-06-06,2020-06-08}'"];
    let records =
        dates.iter().enumerate().map(|(at, date)| format!("{{id: v{at}, title: V, start_date: {date}}}"));
    let visits = records.chain(["{id: u, title: U}".to_owned()]).collect::<Vec<_>>().join(", ");
    let record = format!("schema_version: '1.1'\nvisits: [{visits}]\n");
    for (by, known) in [("year", "2020"), ("month", "2020-06")] {
        let counted = |lang| {
            let (code, out, _) =
                run(lawat().args(["--lang", lang, "stats", "--by", by, "-"]).write_stdin(record.clone()));
            assert_eq!(code, Some(0));
            let table = out.lines().skip(1).take(4);
            table.map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect::<Vec<_>>()
        };
        let known = format!("{known} 1");
        assert_eq!(counted("en"), [&known, "several years possible 5", "date not stated 1", "total 7"]);
        assert_eq!(
            counted("id"),
            [&known, "beberapa tahun mungkin 5", "tanggal tidak disebut 1", "jumlah 7"]
        );
    }
}

#[test]
fn a_stop_without_coordinates_is_on_the_map_in_its_city() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.yaml");
    let stops = "{id: mpp, name: Mal, organization: pnk}, {id: aula, name: Aula, place: {locality: Barcelona}}, \
         {id: balai, name: Balai, place: {locality: Kota Sesuatu, coordinates: {latitude: 1.5, longitude: 110}}}, \
         {id: pasar, name: Pasar, place: {locality: Kota Sesuatu}}";
    let visit = format!(
        "{{id: a, title: A, organizations: [{{id: pnk, name: Pemkot Pontianak}}], itinerary: [{stops}]}}"
    );
    std::fs::write(&file, format!("schema_version: '1.1'\nvisits: [{visit}]\n")).unwrap();
    let map = json(&["--view", "map", file.to_str().unwrap()]);
    let inferred = |name: &str| {
        let points = map["points"].as_array().unwrap();
        let point = points.iter().find(|point| point["name"] == name).unwrap();
        (point["latitude"].as_f64().unwrap(), point["inferred_from"].as_str().map(ToOwned::to_owned))
    };
    assert_eq!(inferred("Mal"), (-0.03, Some("Pontianak (Indonesia, GeoNames)".into())));
    // Another place of the city in the archive is better than the list.
    assert_eq!(inferred("Pasar"), (1.5, Some("Kota Sesuatu".into())));
    assert_eq!(inferred("Balai"), (1.5, None));
    // Several countries have a Barcelona.
    assert_eq!(map["without_coordinates"][0]["name"], "Aula");
}
