//! Hostile and unsuitable files: each is rejected quickly, with its own message.

use std::ffi::OsString;
use std::fs;

use lawat::diagnostic::Diagnostic;
use lawat::lang::Lang;
use lawat::load::{Loaded, load, load_text};

fn read(text: &str) -> Loaded {
    load_text("a.yaml", text.into())
}

fn codes(loaded: &Loaded) -> Vec<&'static str> {
    loaded.diagnostics.iter().map(|diagnostic| diagnostic.code().name()).collect()
}

/// The code and the message of the only problem.
fn sentence(loaded: &Loaded) -> (&'static str, String) {
    let [problem] = loaded.diagnostics.as_slice() else { panic!("{:?}", loaded.diagnostics) };
    (problem.code().name(), problem.problem.message(Lang::En))
}

#[test]
fn other_file_formats_are_recognized() {
    let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    for (bytes, code, words) in [
        (b"%PDF-1.7 ...".to_vec(), "not-text", "this is a PDF document"),
        (b"PK\x03\x04...".to_vec(), "not-text", "this is an office document"),
        (b"\x89PNG\r\n".to_vec(), "not-text", "this is an image"),
        (b"a: b\0c".to_vec(), "not-text", "this is a binary file"),
        (utf16("visits: []"), "not-text", "this is UTF-16 without a byte order mark"),
        (b"visits: caf\xe9".to_vec(), "not-text", "not UTF-8 text (invalid byte at offset 11"),
        (b"\n <!DOCTYPE html><html>".to_vec(), "syntax", "this is a web page"),
        (b"<html><body>404".to_vec(), "syntax", "this is a web page"),
        (b"date,guest,host\n12/03/2024,Kota A,Kota B\n".to_vec(), "syntax", "this is a table (CSV)"),
        ("tanggal;tamu\n1/2/2024;\"Kota A; Dinas\"\n".into(), "syntax", "this is a table (CSV)"),
        (b"".to_vec(), "missing-field", "the file is empty"),
        (b"# nothing\n".to_vec(), "missing-field", "the file is empty"),
        (b"---\n".to_vec(), "missing-field", "the file is empty"),
        (b"just words".to_vec(), "wrong-type", "expected fields"),
        (b"- a\n- b\n".to_vec(), "wrong-type", "expected fields"),
    ] {
        let (found, message) = sentence(&load_text("a.yaml", bytes));
        assert!(found == code && message.starts_with(words), "{found}: {message}");
    }
}

#[test]
fn folders_and_devices_are_not_read_as_files() {
    let folder = tempfile::tempdir().unwrap();
    let of = |path: OsString| sentence(&load(&[path])).1;
    assert_eq!(of(folder.path().into()), "the folder contains no *.yaml or *.yml files");
    // A folder may have a YAML extension.
    fs::create_dir(folder.path().join("a.yaml")).unwrap();
    assert_eq!(of(folder.path().join("a.yaml").into()), "the folder contains no *.yaml or *.yml files");
    // A device without an end.
    assert_eq!(of("/dev/zero".into()), "this is neither a file nor a folder");
}

#[test]
fn hostile_files_are_rejected_quickly() {
    let row = |n| format!("x-{n}: &a{n} [{}]\n", vec![format!("*a{}", n - 1); 9].join(", "));
    let laughs = (1..30).map(row).collect::<Vec<_>>().concat();
    let bomb = format!("schema_version: '1.0'\nx-0: &a0 [lol]\n{laughs}visits: []\n");
    assert_eq!(codes(&read(&bomb)), ["too-many-aliases"]);
    let deep = format!("schema_version: '1.0'\nvisits: {}", "[".repeat(100_000));
    assert_eq!(read(&deep).diagnostics.len(), 1);
    let links: String =
        (1..3_000).map(|n| format!("x-{n}: &a{n} [*a{}]\n", n - 1)).collect::<Vec<_>>().concat();
    let chain = format!("x-0: &a0 [lol]\n{links}schema_version: '1.0'\nvisits: []\n");
    assert_eq!(codes(&read(&chain)), ["too-deep"]);
    let one_line = format!("schema_version: '1.0'\nvisits: [{}]\n", "{},".repeat(50_000));
    let loaded = read(&one_line);
    assert_eq!((loaded.diagnostics.len(), loaded.unreported.errors), (1_000, 99_000));
    let many = "---\n".repeat(100_000);
    assert_eq!(codes(&read(&many)), ["missing-field"]);
    let broken = format!("schema_version: '1.0'\nvisits:\n{}", "  - {id: [}\n".repeat(10_000));
    let loaded = read(&broken);
    assert!(loaded.diagnostics.len() <= 502);
    let words = |it: &Diagnostic| it.problem.message(Lang::En);
    assert!(loaded.diagnostics.iter().any(|it| words(it).contains("the rest of the list was skipped")));
    assert_eq!(codes(&read("schema_version: '1.0'\nvisits: &v [*v]\n")).len(), 1);
}

#[test]
fn each_syntax_error_is_recovered_from_once() {
    let lists = "visits:\n- @\n".repeat(50_000);
    let loaded = read(&format!("schema_version: '1.0'\n{lists}"));
    assert!(loaded.archive.visits.is_empty() && !loaded.diagnostics.is_empty());
    let fields = "visits:\n- {id: a, title: A}\ntitle: [\n".repeat(20_000);
    assert!(!read(&format!("schema_version: '1.0'\n{fields}")).diagnostics.is_empty());
}

#[test]
fn merge_keys_do_not_duplicate_entries() {
    let rows: Vec<String> = (1..30)
        .map(|n| format!("x-{n}: &a{n} {{<<: [{}]}}\n", vec![format!("*a{}", n - 1); 9].join(", ")))
        .collect();
    // A record that is merged nine times has its entries once.
    let once = format!("schema_version: '1.0'\nx-0: &a0 {{k: v}}\n{}x-30: *a29\nvisits: []\n", rows.concat());
    assert_eq!(codes(&read(&once)), [""; 0]);
    // Merged entries are copied, within the limit of aliases.
    let long = "x".repeat(1 << 20);
    let many = vec!["{<<: *a}"; 40].join(", ");
    let bomb = format!("schema_version: '1.0'\nx-0: &a {{k: {long}}}\nx-1: [{many}]\nvisits: []\n");
    assert_eq!(codes(&read(&bomb)), ["too-many-aliases"]);
    let own = read("schema_version: '1.0'\nvisits: [{id: a, title: A, <<: summary}]\n");
    assert_eq!(codes(&own), ["unknown-field"]);
}

#[test]
fn ordinary_aliases_are_read() {
    let anchors: String =
        (0..9).map(|n| format!("  - &o{n} {{id: o{n}, name: Kota {n}}}\n")).collect::<Vec<_>>().concat();
    let visits: Vec<String> =
        (0..158).map(|n| format!("  - {{id: v{n}, title: T, organizations: [*o{}]}}\n", n % 9)).collect();
    let loaded = read(&format!("x-cities:\n{anchors}schema_version: '1.0'\nvisits:\n{}", visits.concat()));
    assert_eq!((codes(&loaded), loaded.archive.visits.len()), (vec![], 158));
}

/// Columns must be computed from an index; a scan from the start of the line would take minutes.
#[test]
fn a_very_long_line_is_scanned_once() {
    let long = "x".repeat(3_000_000);
    let faulty = ", {id: b, titel: A}".repeat(1_000);
    let loaded = read(&format!("schema_version: '1.0'\nvisits: [{{id: a, title: {long}}}{faulty}]\n"));
    let far = |it: &Diagnostic| it.location.at.is_some_and(|at| at.line == 2 && at.column > 3_000_000);
    assert!(loaded.diagnostics.len() == 1_000 && loaded.diagnostics.iter().all(far));
    let hidden = ", \"a\u{200b}b\"".repeat(50_000);
    let loaded =
        read(&format!("schema_version: '1.0'\nvisits: [{{id: a, title: A, topics: [a{hidden}]}}]\n"));
    assert_eq!((loaded.diagnostics.len(), loaded.unreported.warnings), (1_000, 49_000));
    let related = ", {type: follows, visit: b}".repeat(20_000);
    let loaded = read(&format!(
        "schema_version: '1.0'\nvisits: [{{id: a, title: A, related: [{}]}}]\n",
        related.trim_start_matches(", ")
    ));
    assert_eq!((loaded.diagnostics.len(), loaded.unreported.warnings), (1_000, 19_000));
}
