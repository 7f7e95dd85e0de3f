//! Every text of the format can be searched, and a result shows why it matches.

use std::sync::Arc;

use lawat::load::load_text;
use lawat::model::Archive;
use lawat::search::{Index, Query, explain};
use serde_json::{Value, json};

use crate::command_line::lawat;
use crate::session::Session;

/// Fields that are not text: references, codes, and locators.
const NO_TEXTS: &[&str] =
    &["id", "visit", "schema_version", "language", "original_language", "timezone", "locator", "country"];

/// The places of all single values below a value.
fn values(value: &Value, place: &str, all: &mut Vec<String>) {
    match value {
        Value::Object(entries) => {
            entries.iter().for_each(|(name, inner)| values(inner, &format!("{place}/{name}"), all));
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(at, item)| values(item, &format!("{place}/{at}"), all));
        }
        _ => all.push(place.to_owned()),
    }
}

/// Gives every record a field of the writer's own.
fn with_own_fields(value: &mut Value) {
    match value {
        Value::Object(entries) => {
            entries.values_mut().for_each(with_own_fields);
            entries.insert("x-own".to_owned(), json!({ "list": ["text", 7] }));
        }
        Value::Array(items) => items.iter_mut().for_each(with_own_fields),
        _ => {}
    }
}

/// The archive, if no visit of it has an error.
fn load(archive: &Value) -> Option<Archive> {
    let loaded = load_text("a.yaml", archive.to_string().into_bytes()).archive;
    (loaded.visits.len() == 2).then_some(loaded)
}

#[test]
fn every_text_of_the_format_is_searchable() {
    let mut archive: Value = serde_saphyr::from_str(include_str!("../data/whole.yaml")).unwrap();
    with_own_fields(&mut archive);
    load(&archive).unwrap();
    let mut all = Vec::new();
    values(&archive, "", &mut all);
    let (mut found, mut missed) = (0, Vec::new());
    for (number, place) in all.iter().enumerate() {
        let name = place.rsplit('/').find(|part| part.parse::<usize>().is_err()).unwrap();
        if NO_TEXTS.contains(&name) {
            continue;
        }
        let word = format!("Qz{number}kx");
        let mut changed = archive.clone();
        *changed.pointer_mut(place).unwrap() = json!(word);
        // Values that cannot be any word are no text: dates, references, terms of closed lists.
        let Some(changed) = load(&changed) else { continue };
        let query = Query::parse(&word).unwrap();
        let hits = Arc::new(Index::new(&changed)).search(&query);
        let hits = hits.groups.iter().flat_map(|group| &group.results);
        let says_why = |it: &lawat::search::SearchResult| {
            explain(&changed, it.target, &query, std::iter::empty()).iter().any(|it| it.text.contains(&word))
        };
        match hits.filter(|it| says_why(it)).count() {
            0 => missed.push(place),
            _ => found += 1,
        }
    }
    assert!(missed.is_empty(), "{missed:#?}");
    assert!(found > 150, "{found} of {}", all.len());
}

/// The made-up words of a file, and the part of the screen that must show each.
const WORDS: &[&str] = &[
    "Aaaa", "Sumsum", "Objobj", "Locloc", "Dtdt", "Toptop", "Xownx", "Orgorg", "Othorg", "Idid99", "Perper",
    "Pospos", "Othper", "Stosto", "Actact", "Adradr", "Locity", "Regreg", "Quoquo", "Conctx", "Attatt",
    "Tratra", "Outout", "Expexp", "Medmed", "Crecre", "Srcsrc", "Pubpub", "Autaut", "Notnot",
];

#[test]
fn results_show_the_matching_text() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/what-is-searched.yaml");
    let text = include_str!("../data/what-is-searched.yaml");
    for word in WORDS {
        assert!(text.contains(word), "{word}");
        let typed = word.to_lowercase();
        let out = lawat().args(["search", &typed, file]).assert().success();
        let out = String::from_utf8(out.get_output().stdout.clone()).unwrap();
        assert!(out.contains(word), "{word} in {out}");
        let session = Session::open(text).size(124, 31);
        let screen = session.press(&format!("/{typed}")).screen();
        assert!(screen.lines().skip(3).any(|line| line.contains(word)), "{word} on {screen}");
    }
}

#[test]
fn json_names_the_matching_field() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/what-is-searched.yaml");
    let out = assert_cmd::Command::cargo_bin("lawat")
        .unwrap()
        .args(["search", "notnot", file, "--format", "json"])
        .assert()
        .success();
    let hits: Value = serde_json::from_slice(&out.get_output().stdout).unwrap();
    assert_eq!(hits[0]["matches"], json!([{ "field": "note", "text": "Notnot", "ranges": [[0, 6]] }]));
}

#[test]
fn unknown_fields_are_searched_as_text_and_reported() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/what-is-searched.yaml");
    let out = lawat().args(["--lang", "en", "search", "quoqo: quoquo", file]).assert().success();
    let said = String::from_utf8(out.get_output().stderr.clone()).unwrap();
    assert!(said.contains("unknown field “quoqo:”, searched as text"), "{said}");
    let session =
        Session::open(include_str!("../data/what-is-searched.yaml")).size(124, 31).press("/outcom:x");
    session.expect("isian “outcom:” tidak dikenal, dicari sebagai teks; maksudnya “outcome:”?");
    let address = lawat().args(["search", "https://kota.go.id/x?y=1", file]).assert().code(1);
    let said = String::from_utf8(address.get_output().stderr.clone()).unwrap();
    assert!(!said.contains("isian") && !said.contains("no field"), "{said}");
}

#[test]
fn long_queries_get_short_answers() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/what-is-searched.yaml");
    for long in [
        "a".repeat(100_000),
        "kata ".repeat(20_000),
        format!("{}:x", "b".repeat(100_000)),
        "é".repeat(50_000),
    ] {
        let out = lawat().args(["search", &long, file]).assert().code(1);
        let said = String::from_utf8(out.get_output().stderr.clone()).unwrap();
        assert!(!said.is_empty() && said.chars().count() < 400, "{said}");
    }
}
