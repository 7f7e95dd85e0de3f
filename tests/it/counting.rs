//! `lawat stats`: every statement is counted, and what is not stated has a row of its own.

use serde_json::Value;

use crate::command_line::{lawat, told};

const DOZEN: &str = "tests/data/dozen.yaml";
/// How many statements there are.
const ALL: u64 = 21;

fn rows(by: &str) -> Vec<Value> {
    let (code, out, err) = told(lawat().args(["stats", "--by", by, "--format", "json", DOZEN]));
    assert_eq!((code, err.as_str()), (Some(0), ""), "{by}");
    serde_json::from_str::<Value>(&out).unwrap().as_array().unwrap().clone()
}

fn sum(rows: &[Value], field: &str) -> u64 {
    rows.iter().map(|row| row[field].as_u64().unwrap()).sum()
}

#[test]
fn every_statement_counts_once_however_they_are_counted() {
    for by in ["stop", "person", "organization", "city", "month", "kind"] {
        assert_eq!(sum(&rows(by), "statements"), ALL, "{by}");
        assert_eq!(sum(&rows(by), "quotes"), sum(&rows("kind"), "quotes"), "{by}");
    }
    // Of those with topics, each topic counts.
    assert!(sum(&rows("topic"), "statements") >= ALL);
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
fn people_get_columns_and_programs_a_table() {
    let (_, out, _) = told(lawat().args(["--lang", "id", "stats", "--by", "stop", DOZEN]));
    let lines: Vec<&str> = out.lines().collect();
    assert!(lines[0].ends_with(" 7") && lines.last().unwrap().starts_with("tempat tidak disebut"), "{out}");
    // Bars are for terminals.
    assert!(!out.contains('#'), "{out}");
    let (_, out, _) = told(lawat().args(["stats", "--by", "kind", "--format", "csv", DOZEN]));
    assert_eq!(out.lines().next(), Some("key,name,statements,quotes,visits"));
    assert!(out.contains("quote,VERBATIM,14,14,"), "{out}");
    assert_eq!(told(lawat().args(["stats", "tests/data/life/delegation.yaml"])).0, Some(1));
}
