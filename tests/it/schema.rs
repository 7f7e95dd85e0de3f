//! The schema of the format: generated from the types, documented, and consistent with `lawat check`.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use jsonschema::Validator;
use lawat::diagnostic::ProblemCode;
use lawat::load::{EXAMPLE, load_text};
use lawat::model::schema;
use serde_json::Value;

use crate::command_line::{lawat, run};

const FILE: &str = "schema/visits.schema.json";

/// The problems that a schema can find. The order of dates, references and comparisons of records are beyond it.
const STRUCTURAL: &[ProblemCode] = &[
    ProblemCode::UnknownField,
    ProblemCode::MissingField,
    ProblemCode::WrongType,
    ProblemCode::UnknownValue,
    ProblemCode::BadId,
    ProblemCode::BadDate,
    ProblemCode::BadCoordinates,
];

/// `UPDATE_DOCS=1 cargo test` regenerates the file.
#[test]
fn the_schema_is_up_to_date() {
    let (code, out, err) = run(lawat().arg("schema"));
    assert_eq!((code, err.as_str()), (Some(0), ""));
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::create_dir_all("schema").unwrap();
        fs::write(FILE, &out).unwrap();
    }
    assert!(fs::read_to_string(FILE).unwrap() == out, "run UPDATE_DOCS=1 cargo test");
    jsonschema::meta::validate(&schema()).unwrap();
    assert_eq!(schema()["$schema"], "http://json-schema.org/draft-07/schema#");
}

/// Calls `with` for every object of fields below a value.
fn each_property(value: &Value, with: &mut impl FnMut(&str, &Value)) {
    if let Some(properties) = value.get("properties").and_then(Value::as_object) {
        properties.iter().for_each(|(name, property)| with(name, property));
    }
    match value {
        Value::Object(fields) => fields.values().for_each(|inner| each_property(inner, with)),
        Value::Array(items) => items.iter().for_each(|inner| each_property(inner, with)),
        _ => {}
    }
}

#[test]
fn every_field_is_described_in_the_schema_and_named_on_the_pages() {
    let pages = ["docs/FORMAT.md", "docs/id/FORMAT.md"].map(|page| (page, fs::read_to_string(page).unwrap()));
    let mut fields = 0;
    each_property(&schema(), &mut |name, property| {
        fields += 1;
        assert!(property["description"].as_str().is_some_and(|text| text.len() > 8), "{name}: {property}");
        let words = property["enum"].as_array().into_iter().flatten().filter_map(Value::as_str);
        for word in words.chain([name]) {
            for (name, page) in &pages {
                assert!(page.contains(&format!("`{word}`")), "{name} does not name {word}");
            }
        }
    });
    assert!(fields > 130, "{fields}");
}

/// Collects the fields that the schema knows for a value, as `Record.field`; those that the value has are `true`.
fn known_fields(schema: &Value, record: &str, value: Option<&Value>, fields: &mut BTreeMap<String, bool>) {
    if let Some(name) = schema["$ref"].as_str().and_then(|path| path.rsplit('/').next()) {
        // Without a value, records refer to no other: each definition is visited by itself.
        if let Some(value) = value {
            known_fields(&self::schema()["definitions"][name], name, Some(value), fields);
        }
    }
    for choice in ["anyOf", "oneOf", "allOf"].iter().filter_map(|it| schema[it].as_array()).flatten() {
        known_fields(choice, record, value, fields);
    }
    for (name, property) in schema["properties"].as_object().into_iter().flatten() {
        let inner = value.and_then(|value| value.get(name));
        *fields.entry(format!("{record}.{name}")).or_default() |= inner.is_some();
        if inner.is_some() {
            known_fields(property, record, inner, fields);
        }
    }
    for item in value.and_then(Value::as_array).into_iter().flatten() {
        known_fields(&schema["items"], record, Some(item), fields);
    }
}

/// Other tests check that all fields of these files are shown, searched and exported.
#[test]
fn the_test_files_have_every_field_of_the_format() {
    let schema = schema();
    let mut fields = BTreeMap::new();
    for (name, record) in schema["definitions"].as_object().unwrap() {
        known_fields(record, name, None, &mut fields);
    }
    for text in [include_str!("../data/whole.yaml"), include_str!("../data/register/register.yaml")] {
        let archive: Value = serde_saphyr::from_str(text).unwrap();
        known_fields(&schema, "archive", Some(&archive), &mut fields);
    }
    let missing: Vec<_> = fields.iter().filter(|(_, is_used)| !**is_used).map(|(name, _)| name).collect();
    assert!(missing.is_empty(), "add to tests/data/whole.yaml or register.yaml: {missing:?}");
    assert!(fields.len() > 200, "{}", fields.len());
}

/// Whether the schema and the checker find nothing structural in a text.
fn results(validator: &Validator, text: &str) -> (bool, bool) {
    let json: Value = serde_saphyr::from_str(text).unwrap();
    let loaded = load_text("a.yaml", text.into());
    let is_structural = loaded.diagnostics.iter().any(|diagnostic| STRUCTURAL.contains(&diagnostic.code()));
    (validator.is_valid(&json), !is_structural)
}

#[test]
fn schema_and_checker_agree_on_whole_files() {
    let validator = jsonschema::validator_for(&schema()).unwrap();
    assert_eq!(results(&validator, EXAMPLE), (true, true));
    for folder in ["tests/data", "tests/data/life", "tests/data/faults", "src/cli/start"] {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            // Some errors make a file unreadable for the other parser, and some are no errors of a single type.
            let beyond = ["duplicate-key", "syntax", "not-text", "too-deep", "too-many-aliases", "bad-date"];
            let is_beyond = beyond.iter().any(|name| path.file_stem().is_some_and(|stem| stem == *name));
            if path.extension().is_none_or(|end| end != "yaml") || is_beyond {
                continue;
            }
            let (schema, checker) = results(&validator, &fs::read_to_string(&path).unwrap());
            assert_eq!(schema, checker, "{}", path.display());
        }
    }
}

/// A check that both agree on the fields of a visit.
fn agreement() -> impl Fn(&str, bool) {
    let validator = jsonschema::validator_for(&schema()).unwrap();
    move |fields, is_good| {
        let text = format!("schema_version: '1.0'\nvisits:\n  - {{id: a, title: A, {fields}}}\n");
        assert_eq!(results(&validator, &text), (is_good, is_good), "{fields}");
    }
}

#[test]
fn schema_and_checker_agree_on_dates() {
    let agree = agreement();
    for good in [
        "start_date: 2024-03-12T09:00:00",
        "start_date: 2024-03-12 09:00:00 +07:00",
        "start_date: 2024-03-12T09:00:00.000Z",
        "start_date: 2020-21",
        "start_date: 2019-06~/2020?",
        "start_date: 2019/..",
        "start_date: ../2020",
        "start_date: 2019/",
        "start_date: '-0044-03-15'",
        "start_date: -0044",
        "start_date: 0000",
        "start_date: 2012-06-2X",
        "start_date: '[2020-06-06, 2020-06-08]'",
        "start_date: '[2020-06..]'",
        "start_date: '{2020,2021}'",
        "start_date: '[1667, 1668,1670..1672]'",
        "start_date: '{..1984, 2020-06~}'",
        "start_date: 2019-06-01 / 2019-06-03",
        "start_date: 2019, end_date: '..'",
    ] {
        agree(good, true);
    }
    for bad in [
        "start_date: 2026-01-10T09",
        "start_date: 2026-01-10T09:00/2026-01-11",
        "start_date: 2026/2027/2028",
        "start_date: ../..",
        "start_date: [2020-06-06, 2020-06-08]",
        "start_date: '[2020;2021]'",
        "start_date: '{2020,2021]'",
        "start_date: {2020-06-06, 2020-06-08}",
    ] {
        agree(bad, false);
    }
}

/// A schema does not see what a register adds to visits; each file is valid alone.
#[test]
fn files_that_share_a_register_match_the_schema() {
    let validator = jsonschema::validator_for(&schema()).unwrap();
    for name in ["kunjungan", "register"] {
        let text = fs::read_to_string(format!("tests/data/register/{name}.yaml")).unwrap();
        assert!(validator.is_valid(&serde_saphyr::from_str(&text).unwrap()), "{name}");
    }
}

#[test]
fn schema_and_checker_agree_field_by_field() {
    let agree = agreement();
    for good in [
        "summary: 2026",
        "summary: 1.0",
        "summary: yes",
        "summary: ~",
        "topics: ~",
        "status: ditunda",
        "summary: {text: A, certainty: inferred}",
        "participants: [{id: b, name: A, post: [A, {title: B, start_date: 2020}]}]",
        "itinerary: [{id: s, name: S, place: [{locality: A}, {locality: B}]}]",
        "topics: [no, 1e3, 0123, true]",
        "itinerary: ~",
        "start_date: 2026",
        "start_date: 2026-01-10T09:30+07:00",
        "start_date: 'XXXX-10-19?'",
        "status: ~",
        "x-mine: {deep: [1, {x: ~}]}",
        "participants: [{id: 0123, name: A, count: 3, attendance: ~}]",
        "participants: [{id: b, name: A, count: '3'}]",
        "itinerary: [{id: s, name: S, place: {coordinates: {latitude: '-1.5', longitude: 2, x-by: me}}}]",
        "itinerary: [{id: s, name: S, place: ~}]",
        "itinerary: [{id: 政府.ñ_1-a, name: S}]",
        "expenses: [{amount: 1500000.50, currency: IDR}]",
        "sources: [{id: s}], statements: [{id: q, type: quote, text: x, sources: [s, {id: s, locator: 5, x-a: 1}]}]",
    ] {
        agree(good, true);
    }
    for bad in [
        "summary: [a]",
        "summary: {a: b}",
        "topics: tema",
        "topics: [[a]]",
        "topics: [~]",
        "start_date: 26",
        "start_date: 2026-1",
        "start_date: kemarin",
        "titel: A",
        "itinerary: {id: s}",
        "itinerary: [{id: s}]",
        "itinerary: [{id: s, name: ~}]",
        "itinerary: [{id: 'a b', name: S}]",
        "itinerary: [{id: s, name: S, position: -1}]",
        "itinerary: [{id: s, name: S, position: satu}]",
        "itinerary: [{id: s, name: S, place: {coordinates: {latitude: 91, longitude: 2}}}]",
        "itinerary: [{id: s, name: S, place: {coordinates: {latitude: 9}}}]",
        "participants: [{id: p, name: A, attendance: [{certainty: stated}]}]",
        "participants: [{id: p, name: A, attendance: [{stop: s, certainty: sure}]}]",
        "statements: [{id: q, type: kutipan, text: x}]",
        "statements: [{id: q, type: quote, text: x, sources: [{locator: 5}]}]",
        "expenses: [{amount: 5}]",
        "related: [{type: follows}]",
    ] {
        agree(bad, false);
    }
}

#[test]
fn the_example_and_new_records_name_the_schema() {
    let first = |text: &str| text.lines().next().unwrap().to_owned();
    let line = "# yaml-language-server: $schema=";
    assert_eq!(first(EXAMPLE), format!("{line}{FILE}"));
    assert!(Path::new(FILE).exists());
    for start in ["src/cli/start/id.yaml", "src/cli/start/en.yaml"] {
        assert!(first(&fs::read_to_string(start).unwrap()).starts_with(line), "{start}");
    }
}
