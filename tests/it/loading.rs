//! Loading: files in, visits and problems out.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use insta::assert_snapshot;
use lawat::diagnostic::{ProblemCode, concise, full};
use lawat::lang::Lang;
use lawat::load::{EXAMPLE, Loaded, SkipReason, SourceTexts, check, describe_skipped, load, load_text};
use lawat::model::{Certainty, StatementType, Visit};
use lawat::text::Line;
use proptest::prelude::*;

fn read(text: &str) -> Loaded {
    load_text("a.yaml", text.into())
}

fn ids(loaded: &Loaded) -> Vec<&str> {
    loaded.archive.visits.iter().map(|visit| visit.id.as_str()).collect()
}

fn codes(loaded: &Loaded) -> Vec<&'static str> {
    loaded.diagnostics.iter().map(|diagnostic| diagnostic.code().name()).collect()
}

/// Each problem has a fixture that yields it, and no other.
#[test]
fn every_fixture_yields_its_problem_and_no_other() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/faults");
    let mut seen = Vec::new();
    let mut report = String::new();
    let mut files: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    for file in files.into_iter().filter(|file| file.extension().is_some_and(|end| end == "yaml")) {
        let name = file.file_stem().unwrap().to_str().unwrap().to_owned();
        // A text beside a fixture is the source of its quotes.
        let text = Path::new("tests/data/faults").join(format!("{name}.txt"));
        let texts: Vec<_> = Some(text).filter(|text| text.exists()).into_iter().collect();
        let texts = SourceTexts::read(&texts).unwrap();
        let checked = check(&[format!("tests/data/faults/{name}.yaml").into()], &texts);
        let codes: Vec<&str> = checked.diagnostics.iter().map(|it| it.code().name()).collect();
        assert_eq!(codes, [name.as_str()]);
        for diagnostic in &checked.diagnostics {
            for lang in Lang::ALL {
                let lines: Vec<String> = full(diagnostic, lang, 78).iter().map(Line::plain).collect();
                report.push_str(&lines.join("\n"));
                report.push_str("\n\n");
            }
        }
        seen.push(name);
    }
    // These two cannot have a fixture: an unreadable file, and one of more than 1 GiB.
    let elsewhere = [ProblemCode::UnreadableFile, ProblemCode::TooLarge];
    let missing: Vec<&str> = ProblemCode::ALL
        .iter()
        .filter(|code| !elsewhere.contains(code))
        .map(|code| code.name())
        .filter(|name| !seen.iter().any(|seen| seen == name))
        .collect();
    assert_eq!(missing, [""; 0], "codes without a fixture");
    assert_snapshot!(report);
}

#[test]
fn the_example_has_no_problems() {
    let loaded = load_text("visits.yaml", EXAMPLE.into());
    assert_eq!(codes(&loaded), [""; 0]);
    let [visit] = loaded.archive.visits.as_slice() else { panic!("one visit") };
    assert_eq!(visit.itinerary.len(), 4);
    assert_eq!(visit.participants.len(), 4);
    let of = |kind| visit.statements.iter().filter(move |statement| statement.kind == kind);
    assert_eq!(of(StatementType::Quote).count(), 5);
    assert_eq!(of(StatementType::Paraphrase).count(), 8);
    assert!(visit.statements.iter().all(|statement| !statement.sources.is_empty()));
    let dated: Vec<&str> =
        visit.statements.iter().filter(|it| it.date.is_some()).map(|it| it.id.as_str()).collect();
    assert_eq!(dated, ["q1"], "the text has one date");
    let spoke = visit.statements.iter().filter(|it| it.speaker.iter().any(|id| id.as_str() == "amirullah"));
    assert!(
        spoke.clone().count() == 3
            && spoke.into_iter().all(|it| it.stop_certainty == Some(Certainty::Unknown))
    );
}

/// Another parser gives the same records.
#[test]
fn the_example_reads_the_same_with_serde_saphyr() {
    #[derive(serde::Deserialize)]
    struct Archive {
        language: String,
        timezone: String,
        visits: Vec<Visit>,
    }
    for text in [EXAMPLE, include_str!("../data/whole.yaml")] {
        let theirs: Archive = serde_saphyr::from_str(text).unwrap();
        let ours = read(text);
        assert_eq!(codes(&ours), [""; 0]);
        assert_eq!(ours.archive.visits.len(), theirs.visits.len());
        for (ours, mut theirs) in ours.archive.visits.into_iter().zip(theirs.visits) {
            theirs.language.get_or_insert(theirs_of(ours.language.as_ref()));
            theirs.timezone.get_or_insert(theirs_of(ours.timezone.as_ref()));
            assert_eq!(ours, theirs);
        }
        assert!(!theirs.language.is_empty() && !theirs.timezone.is_empty());
    }
}

/// A value that a visit inherits from its archive.
fn theirs_of(inherited: Option<&String>) -> String {
    inherited.cloned().unwrap_or_default()
}

#[test]
fn an_error_in_one_visit_leaves_out_that_visit_only() {
    let loaded = read(
        "schema_version: '1.0'\nvisits:\n  - {id: a, title: A}\n  - {id: b, titel: B}\n  - id: c\n    title: \"C\n  \
         - {id: d, title: D}\n",
    );
    assert_eq!(ids(&loaded), ["a", "d"]);
    assert_eq!(codes(&loaded), ["unknown-field", "syntax"]);
}

#[test]
fn a_visit_before_a_syntax_error_is_never_shown_in_part() {
    let loaded = read(
        "schema_version: '1.0'\nvisits:\n  - id: a\n    title: A\n   statements: []\n  - {id: b, title: B}\n  \
         - {id: [}\n  - id: c\n   title: C\n  - {id: d, title: D}\n",
    );
    assert_eq!(ids(&loaded), ["b", "d"]);
    assert_eq!(codes(&loaded), ["syntax", "syntax", "syntax"]);
}

/// Lines with less indentation than their list do not end it, and the archive continues after them.
#[test]
fn a_list_continues_after_lines_with_too_little_indentation() {
    let loaded = read(
        "schema_version: '1.0'\nvisits:\n  - {id: a, title: A}\n  - id: b\n    title: B\n  start_date: 2026\n  - id: c\n    \
         title: C\n summary: x\n  - id: d\n    title: \"D\nbaris kedua: x\"\n  - id: e\n   title: E\n  id: f\n  - {id: g, title: G}\n\
         title: Arsip\ntimezone: Asia/Jakarta\nlanguages: id\n",
    );
    assert_eq!(ids(&loaded), ["a", "g"]);
    let lines: Vec<(u32, &str)> =
        loaded.diagnostics.iter().map(|it| (it.location.at.unwrap().line, it.code().name())).collect();
    let expected = [(6, "syntax"), (9, "syntax"), (11, "syntax"), (14, "syntax"), (19, "unknown-field")];
    assert_eq!(lines, expected);
    assert_eq!(loaded.archive.headers[0].title.as_deref(), Some("Arsip"));
    assert_eq!(loaded.archive.visits[1].timezone.as_deref(), Some("Asia/Jakarta"));
}

/// Each with the visits that remain: only what is wrong is lost.
#[test]
fn the_list_is_found_again_at_any_indentation() {
    let rest = "  - id: b\n    title: B\n  - id: c\n    title: C\n";
    let flat = "- id: b\n  title: B\n- id: c\n  title: C\n";
    for (first, rest, left) in [
        ("   - id: a\n    title: A\n", rest, ["b", "c"]),
        (" - id: a\n    title: A\n", rest, ["b", "c"]),
        ("  -id: a\n    title: A\n", rest, ["b", "c"]),
        ("\t- id: a\n    title: A\n", rest, ["b", "c"]),
        ("  - id: a\n    title: A\ntopics: [x]\n    summary: y\n", rest, ["b", "c"]),
        ("  - id: a\n    title: A\n    topics:\n[x]\n", rest, ["b", "c"]),
        ("  - id: a\n    title: A\n\u{a0}\u{a0}\u{a0}\u{a0}summary: y\n", rest, ["b", "c"]),
        ("- id: a\n  title: A\ntimezone: Asia/Jakarta\n", flat, ["b", "c"]),
        ("- id: a\n  title: A\ntopics: [x]\n  summary: y\n", flat, ["b", "c"]),
    ] {
        let loaded = read(&format!("schema_version: '1.0'\nvisits:\n{first}{rest}"));
        assert_eq!((ids(&loaded), codes(&loaded)), (left.to_vec(), vec!["syntax"]), "{first}");
    }
    let slipped = read(&format!(
        "schema_version: '1.0'\nvisits:\n  - id: a\n    title: A\n    topics:\n      - x\n  - y\n{rest}"
    ));
    assert_eq!((ids(&slipped), codes(&slipped)), (vec!["b", "c"], vec!["wrong-type"]));
    // Fields after a correct list are not part of it.
    for behind in [
        "x-own:\n  - id: d\n",
        "x-own: &x\n  - id: d\nx-more: *x\n",
        "title: |\n  - id: d\nlanguage: id\n",
        "license: CC0\n",
    ] {
        let loaded = read(&format!("schema_version: '1.0'\nvisits:\n{rest}{behind}"));
        assert_eq!((ids(&loaded), codes(&loaded)), (vec!["b", "c"], vec![]), "{behind}");
    }
}

#[test]
fn a_syntax_error_in_the_first_visit_leaves_out_that_one_only() {
    let loaded = read("schema_version: '1.0'\nvisits:\n  - @x\n  - {id: b, title: B}\n");
    assert_eq!((ids(&loaded), codes(&loaded)), (vec!["b"], vec!["syntax"]));
}

#[test]
fn errors_in_the_head_leave_out_no_visit() {
    let loaded = read(
        "x-mine: {a: 1, a: 2}\nschema_version: '1.0'\ntitle: T\ntitle: U\nlanguage: id\nvisits: [{id: a, title: A}]\n",
    );
    assert_eq!((ids(&loaded), codes(&loaded)), (vec!["a"], vec!["duplicate-key", "duplicate-key"]));
    assert_eq!(loaded.archive.visits[0].language.as_deref(), Some("id"));
    let loaded = read("schema_version: '2.0'\ntitle: T\ntitle: U\nvisits: [{id: a, titel: A}]\n");
    assert_eq!((ids(&loaded), codes(&loaded)), (vec![], vec!["unsupported-version"]));
    assert_eq!(codes(&read("schema_version: '1.0'\nvisits:\n")), ["missing-field"]);
    let loaded = read("schema_version: '1.0'\nx-all: &all [{id: a, title: A}]\nvisits: *all\n");
    assert_eq!(ids(&loaded), ["a"]);
}

#[test]
fn a_misspelt_list_causes_no_unknown_references() {
    let loaded = read(
        "schema_version: '1.0'\nvisits:\n  - {id: a, title: A, partisipants: [{id: p, name: P}], statements: [{id: s, type: quote, text: x, speaker: p}]}\n",
    );
    assert_eq!(codes(&loaded), ["unknown-field"]);
}

#[test]
fn an_error_in_one_document_keeps_the_others() {
    let loaded = read(
        "schema_version: '1.0'\nvisits: [{id: a, title: A}, {id: [}]\n---\nschema_version: '1.0'\nvisits:\n\
         - {id: b, title: B}\n...\n%YAML 1.2\n---\nschema_version: '1.9'\nvisits: [{id: c, title: C}]\n",
    );
    assert_eq!(ids(&loaded), ["a", "b", "c"]);
    assert_eq!(codes(&loaded), ["syntax"]);
}

#[test]
fn all_errors_of_a_visit_are_reported_at_once() {
    let loaded = read(
        "schema_version: '1.0'\nvisits:\n  - id: a\n    start_date: 2026-02-30\n    statements:\n      \
         - {id: s, type: kutip, text: x, speaker: nobody}\n      - {type: paraphrase, text: [y]}\n",
    );
    assert_eq!(
        codes(&loaded),
        ["missing-field", "bad-date", "unknown-value", "unknown-reference", "missing-field", "wrong-type"]
    );
}

#[test]
fn places_are_known() {
    let loaded = read(
        "schema_version: '1.0'\nvisits:\n  - title: A\n    id: a\n    statements:\n      - id: s\n        type: quote\n        text: x\n",
    );
    let visit = &loaded.archive.visits[0];
    assert_eq!(loaded.archive.source_location(visit, &visit.id), "a.yaml:4");
    assert_eq!(loaded.archive.source_location(visit, &visit.statements[0].id), "a.yaml:6");
    assert_eq!(visit.statements[0].id.column(), 13);
}

#[test]
fn yaml_numbers_and_booleans_are_still_text() {
    let loaded = read(
        "schema_version: 1.0\nvisits: [{id: 0123, title: 2026, topics: [no, 1e3, ~x], start_date: 2026}]\n",
    );
    let visit = &loaded.archive.visits[0];
    assert_eq!((visit.id.as_str(), visit.title.as_str()), ("0123", "2026"));
    assert_eq!(visit.topics, ["no", "1e3", "~x"]);
}

#[test]
fn optional_fields_may_be_null_and_custom_fields_may_be_anything() {
    let loaded = read(
        "schema_version: '1.0'\nvisits: [{id: a, title: A, topics: null, itinerary: ~, x-mine: [1], summary: }]\n",
    );
    assert_eq!((ids(&loaded), codes(&loaded)), (vec!["a"], vec![""; 0]));
}

#[test]
fn anchors_and_aliases_are_read() {
    let loaded = read(
        "schema_version: '1.0'\nvisits:\n  - {id: a, title: A, topics: &t [x, y]}\n  - {id: b, title: B, topics: *t}\n",
    );
    assert_eq!(loaded.archive.visits[1].topics, ["x", "y"]);
}

#[test]
fn bom_line_ends_and_encodings_do_not_matter() {
    let text = "schema_version: '1.0'\nvisits:\n  - id: a\n    title: Kafé\n";
    let utf16 = |order: fn(u16) -> [u8; 2]| {
        std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(order).collect::<Vec<u8>>()
    };
    for bytes in [
        text.as_bytes().to_vec(),
        format!("\u{feff}{text}").into_bytes(),
        text.replace('\n', "\r\n").into_bytes(),
        utf16(u16::to_le_bytes),
        utf16(u16::to_be_bytes),
    ] {
        let loaded = load_text("a.yaml", bytes);
        assert_eq!((codes(&loaded), loaded.archive.visits[0].title.as_str()), (vec![""; 0], "Kafé"));
    }
}

#[test]
fn folders_are_searched_and_files_are_read_once() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        path.into_os_string()
    };
    let visit = |id: &str| format!("schema_version: '1.0'\nvisits: [{{id: {id}, title: T}}]\n");
    write("b.yaml", &visit("b"));
    let a = write("a.yml", &visit("a"));
    write("deep/c.yaml", &visit("c"));
    write(".hidden/d.yaml", &visit("d"));
    write("other.yaml", "services: {web: {}}\n");
    write("notes.txt", "not yaml");
    write("z.yaml", &visit("a").replace("T}", "Z}"));
    std::os::unix::fs::symlink(folder.path(), folder.path().join("deep/loop")).unwrap();
    let loaded = load(&[a, folder.path().as_os_str().to_owned()]);
    assert_eq!(ids(&loaded), ["a", "b", "c"]);
    assert_eq!((codes(&loaded), loaded.skipped.len()), (vec!["duplicate-id"], 1));
    assert!(
        loaded.skipped[0].name.ends_with("other.yaml") && loaded.skipped[0].reason == SkipReason::NoRecords
    );
    assert!(concise(&loaded.diagnostics[0], Lang::En).contains("z.yaml:2:15: error[duplicate-id]"));
}

#[test]
fn aliases_and_merge_keys_share_fields_between_visits() {
    let loaded = read(
        "schema_version: '1.0'\nvisits:\n  - &dasar\n    id: v1\n    title: Kunjungan satu\n    organizations:\n      \
         - {id: kota-a, name: Kota A, role: visitor}\n  - <<: *dasar\n    id: v2\n    title: Kunjungan dua\n",
    );
    assert_eq!((codes(&loaded), ids(&loaded)), (vec![""; 0], vec!["v1", "v2"]));
    let second = &loaded.archive.visits[1];
    assert_eq!((second.title.as_str(), second.organizations[0].name.as_str()), ("Kunjungan dua", "Kota A"));
}

#[test]
fn other_files_in_a_folder_are_explained() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let write = |name: &str, text: &str| fs::write(path(name), text).unwrap();
    let visit = |id: &str| format!("schema_version: '1.0'\nvisits: [{{id: {id}, title: T}}]\n");
    write("a.yaml", &visit("a"));
    write("B.YAML", &visit("b"));
    write("c.Yml", &visit("c"));
    // Copies by a browser, of a link, by a file manager; but the next file of a series is no copy.
    write("a (1).yaml", &visit("a"));
    write("a (2).yaml", &visit("a2"));
    fs::hard_link(path("B.YAML"), path("keras.yaml")).unwrap();
    std::os::unix::fs::symlink("a.yaml", path("tautan.yaml")).unwrap();
    // Files of macOS and of editors.
    write("._a.yaml", "\0\u{5}\u{16}\u{7}\0\u{2}\0\0Mac OS X");
    write(".a.yaml", &visit("h"));
    let loaded = load(&[folder.path().as_os_str().to_owned()]);
    assert_eq!((codes(&loaded), ids(&loaded)), (vec![""; 0], vec!["b", "a", "a2", "c"]));
    let shown = |name: &str| path(name).to_string_lossy().into_owned();
    let [metadata, hidden, copy, b, a] = ["._a.yaml", ".a.yaml", "a (1).yaml", "B.YAML", "a.yaml"].map(shown);
    let (hard, soft) = (shown("keras.yaml"), shown("tautan.yaml"));
    let mut remarks = describe_skipped(&loaded.skipped, Lang::En);
    let copies = remarks.pop().unwrap();
    assert_eq!(
        remarks,
        [
            format!("Skipped 1 hidden file ({hidden})."),
            format!("Skipped 1 macOS metadata file ({metadata})."),
        ]
    );
    assert!(copies.starts_with("Skipped 3 copies with the same content"), "{copies}");
    for pair in [format!("{copy} = {a}"), format!("{hard} = {b}"), format!("{soft} = {a}")] {
        assert!(copies.contains(&pair), "{copies}");
    }
    // A named file is always read.
    assert_eq!(ids(&load(&[path(".a.yaml").into()])), ["h"]);
    assert_eq!(load(&[path("a.yaml").into(), folder.path().into()]).skipped.len(), 5, "its own way is none");
}

#[test]
fn unreadable_folders_are_errors() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.yaml"), "schema_version: '1.0'\nvisits: [{id: a, title: A}]\n").unwrap();
    std::os::unix::fs::symlink("nowhere.yaml", folder.path().join("b.yaml")).unwrap();
    let closed = folder.path().join("tertutup");
    fs::create_dir(&closed).unwrap();
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o000)).unwrap();
    let loaded = load(&[folder.path().as_os_str().to_owned()]);
    assert_eq!(ids(&loaded), ["a"]);
    let files: Vec<&str> =
        loaded.diagnostics.iter().map(|it| it.location.file.rsplit('/').next().unwrap()).collect();
    // root can read everything.
    let expected =
        if rustix::process::geteuid().is_root() { vec!["b.yaml"] } else { vec!["b.yaml", "tertutup"] };
    assert_eq!(files, expected);
    assert!(codes(&loaded).iter().all(|code| *code == "unreadable-file"));
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o700)).unwrap();
}

proptest! {
    /// Whatever the bytes are, loading ends without a panic.
    #[test]
    fn any_bytes_are_a_file(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        load_text("a.yaml", bytes);
    }

    /// Pieces of YAML in any order, which are more like records than random bytes.
    #[test]
    fn any_pieces_are_a_file(pieces in prop::collection::vec(prop::sample::select(PIECES.to_vec()), 0..40)) {
        let loaded = read(&format!("schema_version: '1.0'\nvisits:\n{}", pieces.concat()));
        for diagnostic in &loaded.diagnostics {
            for columns in [1, 20, 78] {
                full(diagnostic, Lang::Id, columns);
            }
        }
    }

    /// A changed line of the example may give problems, but no panic.
    #[test]
    fn the_example_with_a_line_changed(line in 0usize..300, piece in prop::sample::select(PIECES.to_vec())) {
        let mut lines: Vec<&str> = EXAMPLE.lines().collect();
        let at = line % lines.len();
        lines[at] = piece;
        let loaded = read(&lines.join("\n"));
        prop_assert!(loaded.archive.visits.len() == 1 || !loaded.diagnostics.is_empty());
    }
}

const PIECES: &[&str] = &[
    "  - id: a\n",
    "    title: T\n",
    "    title: \"T\n",
    "  - {",
    "}\n",
    "[",
    "]\n",
    ": ",
    "- ",
    "\n",
    "---\n",
    "...\n",
    "    statements:\n",
    "      - id: s\n",
    "        type: quote\n",
    "        text: |\n",
    "          x\n",
    "&a ",
    "*a",
    "    start_date: 2026-99\n",
    "    itinerary: [{id: m, name: M}]\n",
    "\t",
    "'",
    "\"",
    "? ",
    "!!int ",
    "null",
    "# x\n",
    "    participants: [{id: p, attendance: [m, {stop: m}]}]\n",
    "政府",
    "\u{202e}",
    "<<: ",
    "%YAML 1.2\n",
    "  ",
];

/// Each record in the pages on the format and in the READMEs loads as it is.
#[test]
fn the_examples_in_the_docs_are_valid_records() {
    for page in ["docs/FORMAT.md", "README.md", "docs/id/FORMAT.md", "docs/id/README.md"] {
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(page)).unwrap();
        let records: Vec<&str> =
            text.split("```yaml\n").skip(1).map(|tail| tail.split("```").next().unwrap()).collect();
        assert!(!records.is_empty(), "{page}");
        for record in records {
            let loaded = load_text(page, record.as_bytes().to_vec());
            assert_eq!((codes(&loaded), loaded.archive.visits.len()), (vec![], 1), "{page}");
        }
    }
}

/// Archives with different headers are exported as a JSON list, which can be loaded.
#[test]
fn several_archives_are_exported_as_a_json_list() {
    let one = r#"{"schema_version": "1.0", "title": "A", "visits": [{"id": "a", "title": "A"}]}"#;
    let other = r#"{"schema_version": "1.0", "language": "en", "visits": [{"id": "b", "title": "B"}]}"#;
    let loaded = read(&format!("[{one},\n {other}]\n"));
    assert_eq!((codes(&loaded), ids(&loaded)), (vec![], vec!["a", "b"]));
    assert_eq!(loaded.archive.visits[1].language.as_deref(), Some("en"));
    assert_eq!(loaded.archive.headers[0].title.as_deref(), Some("A"));
    assert_eq!(codes(&read("[1]")), ["wrong-type"]);
    assert_eq!(codes(&read("- id: a\n  name: A\n")), ["wrong-type"]);
}
