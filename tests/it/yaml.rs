//! YAML 1.2.2: what values mean, and which texts are rejected. The cases follow the chapters of the specification.

use lawat::diagnostic::{Diagnostic, Problem, ProblemCode, Warning};
use lawat::load::{Loaded, load_text};
use lawat::model::ExtraValue;
use serde_json::{Value, json};

/// Loads a record with a custom field of this value.
fn with(value: &str) -> Loaded {
    let text = format!("schema_version: '1.0'\nvisits:\n  - id: a\n    title: A\n    x-case:{value}\n");
    load_text("a.yaml", text.into())
}

fn json_of(value: &ExtraValue) -> Value {
    match value {
        ExtraValue::Null => Value::Null,
        ExtraValue::Bool(value) => json!(value),
        ExtraValue::Whole(value) => json!(value),
        ExtraValue::Number(value) => json!(value),
        ExtraValue::Text(text) => json!(text),
        ExtraValue::List(items) => items.iter().map(json_of).collect(),
        ExtraValue::Record(fields) => {
            fields.iter().map(|(name, value)| (name.clone(), json_of(value))).collect()
        }
    }
}

/// YAML values and their meaning as JSON.
#[expect(clippy::too_many_lines, reason = "a list")]
fn cases() -> Vec<(&'static str, Value)> {
    vec![
        // Plain scalars (7.3.3) and the core schema (10.3).
        (" kata", json!("kata")),
        (" dua kata # dan komentar", json!("dua kata")),
        (" a#b", json!("a#b")),
        (" http://example.org/a:b", json!("http://example.org/a:b")),
        (" -x", json!("-x")),
        (" ?x", json!("?x")),
        (" :x", json!(":x")),
        ("\n      baris satu\n      baris dua\n\n      alinea", json!("baris satu baris dua\nalinea")),
        ("", Value::Null),
        (" ~", Value::Null),
        (" null", Value::Null),
        (" nul", json!("nul")),
        (" true", json!(true)),
        (" yes", json!("yes")),
        (" 12", json!(12)),
        (" -3", json!(-3)),
        (" 0812", json!("0812")),
        (" 1.50", json!("1.50")),
        (" 1.5", json!(1.5)),
        (" 2026-01-10", json!("2026-01-10")),
        (" 12:30", json!("12:30")),
        // Quoted scalars (7.3.1, 7.3.2).
        (" 'satu''dua'", json!("satu'dua")),
        (" ''", json!("")),
        (" \"\"", json!("")),
        (" '12'", json!("12")),
        (" \"null\"", json!("null")),
        (r#" "a\tb\n\"c\" \\ \/ \x41 \u00e9 \U0001F600""#, json!("a\tb\n\"c\" \\ / A é 😀")),
        (r#" "\e\0\a\b\v\f\r\_\N\L\P""#, json!("\u{1b}\0\u{7}\u{8}\u{b}\u{c}\r\u{a0}\u{85}\u{2028}\u{2029}")),
        (" \"satu\n      dua\n\n      tiga\"", json!("satu dua\ntiga")),
        (" \"satu\\\n      dua\"", json!("satudua")),
        (" 'satu\n      dua'", json!("satu dua")),
        // Block scalars (8.1).
        (" |\n      satu\n       dua\n\n      tiga\n", json!("satu\n dua\n\ntiga\n")),
        (" |-\n      satu\n", json!("satu")),
        (" |+\n      satu\n\n", json!("satu\n\n\n")),
        (
            " >\n      satu\n      dua\n\n      tiga\n        lebih\n      empat\n",
            json!("satu dua\ntiga\n  lebih\nempat\n"),
        ),
        (" >-\n      satu\n      dua\n", json!("satu dua")),
        (" |2\n       satu\n", json!(" satu\n")),
        (" | # komentar\n      # bukan komentar\n", json!("# bukan komentar\n")),
        // Collections (7.4, 8.2).
        ("\n      - satu\n      - dua\n", json!(["satu", "dua"])),
        ("\n    - satu\n    - - dua\n      - tiga\n", json!(["satu", ["dua", "tiga"]])),
        ("\n      - a: 1\n        b: 2\n      - c\n", json!([{"a": 1, "b": 2}, "c"])),
        ("\n      a:\n        b: c\n      d: []\n", json!({"a": {"b": "c"}, "d": []})),
        ("\n      ? a\n      : b\n", json!({"a": "b"})),
        ("\n      ? a\n", json!({"a": null})),
        ("\n      \"a b\": c\n      'd': e\n", json!({"a b": "c", "d": "e"})),
        (" [satu, dua, ]", json!(["satu", "dua"])),
        (" [a: b, c]", json!([{"a": "b"}, "c"])),
        (" {a: 1, b: [x, {c: d}], e}", json!({"a": 1, "b": ["x", {"c": "d"}], "e": null})),
        (" {\"a\":1,'b':2}", json!({"a": 1, "b": 2})),
        (" [\n      satu,   # komentar\n      dua\n      ]", json!(["satu", "dua"])),
        // Anchors, aliases, tags (6.9, 7.1).
        (" [&x satu, *x , &y {a: b}, *y ]", json!(["satu", "satu", {"a": "b"}, {"a": "b"}])),
        (" [&x satu, &x dua, *x ]", json!(["satu", "dua", "dua"])),
        // Merge keys (from YAML 1.1, widely supported): own fields take precedence, then those of the first mapping.
        (" [&x {a: 1, b: 2}, {<<: *x , b: 3}]", json!([{"a": 1, "b": 2}, {"b": 3, "a": 1}])),
        (" {<<: {a: 1}, b: 2}", json!({"b": 2, "a": 1})),
        (" {<<: [{a: 1}, {a: 2, c: 3}]}", json!({"a": 1, "c": 3})),
        (" {<<: [], a: 1}", json!({"a": 1})),
        (
            " [&x {a: 1}, &y {<<: *x , b: 2}, {<<: *y }]",
            json!([{"a": 1}, {"b": 2, "a": 1}, {"b": 2, "a": 1}]),
        ),
        (" {'<<': {a: 1}}", json!({"<<": {"a": 1}})),
        (" {<<: a}", json!({"<<": "a"})),
        (" !!str 12", json!("12")),
        (" !!str null", json!("null")),
        (" !!str", json!("")),
        (" !!seq [a]", json!(["a"])),
        (" !!map {a: b}", json!({"a": "b"})),
    ]
}

#[test]
fn unused_anchors_are_reported() {
    for (value, anchors) in [
        (" &c datang", &["&c 5:13"][..]),
        (" &c datang kata & lagi", &["&c 5:13"]),
        (" [&x satu, &x dua, *x ]", &["&x 5:14"]),
        ("\n      &daftar\n      - satu", &["&daftar 6:7"]),
        (" {&k a: &v b}", &["&k 5:14", "&v 5:20"]),
        (" [&a {b: c}, {<<: *a}]", &[]),
        (" \"&c datang\"", &[]),
        (" R&D", &[]),
    ] {
        let loaded = with(value);
        let problems = loaded.diagnostics.iter().map(|it| match (&it.problem, it.location.at) {
            (Problem::Warning(Warning::UnusedAnchor(name)), Some(at)) => {
                format!("{name} {}:{}", at.line, at.column)
            }
            other => format!("{other:?}"),
        });
        assert_eq!(problems.collect::<Vec<_>>(), anchors, "{value}");
    }
}

#[test]
fn valid_yaml_has_the_specified_meaning() {
    for (text, meaning) in cases() {
        let loaded = with(text);
        let is_fine =
            |it: &Diagnostic| matches!(it.code(), ProblemCode::HiddenCharacter | ProblemCode::UnusedAnchor);
        assert!(loaded.diagnostics.iter().all(is_fine), "{text}: {:?}", loaded.diagnostics);
        let [(name, value)] = loaded.archive.visits[0].extra.fields() else { panic!("one field: {text}") };
        assert_eq!((name.as_str(), json_of(value)), ("x-case", meaning), "{text}");
    }
}

#[test]
fn invalid_yaml_is_rejected() {
    for text in [
        // Quotation marks.
        " \"satu",
        " 'satu",
        " \"satu\" dua",
        " 'satu' dua",
        r#" "\q""#,
        r#" "\x4""#,
        " \"satu\n    dua\"",
        // Brackets.
        " [satu, dua",
        " {a: b",
        " [satu}",
        " {a: b]",
        " ]",
        " }",
        " [a]b",
        " [,]",
        " [a,,b]",
        " {a: b} c",
        // Colons and keys.
        " a: b",
        "\n      a: b: c",
        "\n      - a\n      b: c",
        "\n      a: b\n      - c",
        "\n      a\n      b: c",
        "\n      dua\n      baris: c",
        // Indentation.
        "\n      a: 1\n     b: 2",
        "\n      a: 1\n        b: 2",
        "\n       - a\n      - b",
        "\n\t- a",
        "\n      a:\n\t  b: c",
        // Reserved characters.
        " @satu",
        " `satu",
        " %satu",
        " *tanpa-jangkar",
        " &a &b satu",
        " &a *a",
        " |x\n      satu",
        " |0\n      satu",
        " > satu\n      dua",
        " -",
        " - a",
        " ? a",
        " !<tag satu",
        " !h!tag satu",
    ] {
        let loaded = with(text);
        assert!(!loaded.diagnostics.is_empty() && loaded.archive.visits.is_empty(), "{text}: {loaded:#?}");
    }
}

#[test]
fn streams_are_read_document_by_document() {
    let visit = |id: &str| format!("schema_version: '1.0'\nvisits: [{{id: {id}, title: T}}]\n");
    let (a, b) = (visit("a"), visit("b"));
    for text in [
        format!("---\n{a}---\n{b}"),
        format!("{a}...\n---\n{b}...\n"),
        format!("%YAML 1.2\n---\n{a}...\n%YAML 1.2\n# komentar\n---\n{b}"),
        format!("\u{feff}# komentar\n{a}\n---\n---\n{b}"),
        format!("--- # komentar\n{a}--- \n{b}"),
        format!("%TAG !e! tag:example.org,2026:\n---\n{a}---\n{b}"),
        // Concatenated files.
        format!("\u{feff}{a}\u{feff}---\n{b}"),
        format!("\u{feff}---\r\n{a}\u{feff}---\r\n{b}").replace("]\n", "]\r\n"),
        format!("{a}...\n\u{feff}# komentar\n---\n{b}"),
    ] {
        let loaded = load_text("a.yaml", text.clone().into());
        let ids: Vec<&str> = loaded.archive.visits.iter().map(|visit| visit.id.as_str()).collect();
        assert_eq!((ids, loaded.diagnostics), (vec!["a", "b"], vec![]), "{text}");
    }
    for text in [format!("%YAML 3.0\n---\n{a}"), format!("%YAML 1.2\n{a}"), format!("{a}...\nkata\n{b}: x")] {
        let loaded = load_text("a.yaml", text.clone().into());
        assert!(!loaded.diagnostics.is_empty(), "{text}");
    }
}
