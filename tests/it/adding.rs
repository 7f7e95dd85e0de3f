//! `lawat add` with flags, for scripts; and what newcomers see.

use std::fs;
use std::path::Path;

use crate::command_line::{lawat, run};
use crate::session::Session;
use lawat::load::EXAMPLE;

const RECORDS: &str = "\
schema_version: '1.1'
visits:
  - id: lama   # keeps its comment
    title: Kunjungan lama
    participants: [{id: ratna, name: Ratna Contoh}]
    sources: [{id: berita}]
  - {id: baru, title: Kunjungan baru}
";

/// Runs `lawat add` in a folder with the records. Returns the exit code, both outputs and the file.
fn add(arguments: &[&str]) -> (Option<i32>, String, String, String) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("visits.yaml");
    fs::write(&file, RECORDS).unwrap();
    let (code, out, err) = run(lawat().current_dir(folder.path()).arg("add").args(arguments));
    (code, out, err, fs::read_to_string(file).unwrap())
}

#[test]
fn flags_add_a_statement_and_nothing_else_changes() {
    let arguments = ["statement", "--visit", "lama", "--text", "Satu pintu", "--speaker", "ratna contoh"];
    let (code, out, err, file) = add(&[&arguments[..], &["--locator", "paragraf 2"]].concat());
    assert_eq!((code, out.as_str()), (Some(0), "visits.yaml:7\n"), "{err}");
    let added = "    statements:
      - id: q1
        type: quote
        text: Satu pintu
        speaker: ratna
        sources:
        - id: berita
          locator: paragraf 2
";
    let expected = RECORDS.replace("    sources:", &format!("{added}    sources:"));
    assert_eq!(file, expected);
}

#[test]
fn a_dry_run_prints_the_record_only() {
    let (code, out, _, file) =
        add(&["visit", "--title", "Kunjungan kerja", "--start-date", "1 Mei 2024", "--dry-run"]);
    let expected = "\
visits:
- id: kunjungan-kerja-2024
  title: Kunjungan kerja
  start_date: 2024-05-01
";
    assert_eq!((code, out.as_str(), file.as_str()), (Some(0), expected, RECORDS));
}

#[test]
fn wrong_flags_are_told_by_their_names() {
    for (arguments, message) in [
        (&["visit"][..], "lawat: --title: Title is required\n"),
        (
            &["visit", "--title", "a", "--start-date", "besok"],
            "lawat: --start-date: “besok” depends on today; write the date\n",
        ),
        (&["statement", "--text", "a"], "lawat: --visit: which visit? enter its ID or title\n"),
        (
            &["statement", "--text", "a", "--visit", "x"],
            "lawat: --visit: which visit? enter its ID or title\n",
        ),
        (
            &["person", "--name", "Ratna Contoh", "--visit", "lama"],
            "lawat: “Ratna Contoh” is in this visit already\n",
        ),
        (&["stop", "--name", "a", "--visit", "baru", "--id", "a b"], "lawat: --id: “a b” cannot be an ID"),
    ] {
        let (code, out, err, file) = add(arguments);
        assert_eq!((code, out.as_str(), file.as_str()), (Some(2), "", RECORDS), "{arguments:?}");
        assert!(err.starts_with(message), "{arguments:?}: {err}");
    }
}

#[test]
fn a_text_comes_from_standard_input() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a b.yaml");
    fs::write(&file, "visits: [{id: a, title: A}]\n").unwrap();
    fs::write(folder.path().join("text"), "Satu\npintu\n").unwrap();
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_lawat"));
    command.current_dir(folder.path()).args(["add", "statement", "a b.yaml", "--text", "-"]);
    let output = command.stdin(fs::File::open(folder.path().join("text")).unwrap()).output().unwrap();
    assert_eq!(String::from_utf8(output.stdout).unwrap(), "a b.yaml:1\n");
    let written = fs::read_to_string(&file).unwrap();
    assert!(written.contains(r#"text: "Satu\npintu""#), "{written}");
}

#[test]
fn files_that_cannot_be_changed_are_told_before_anything_else() {
    let folder = tempfile::tempdir().unwrap();
    let fails = |name: &str, kind: &str, message: &str| {
        let (code, _, err) = run(lawat().current_dir(folder.path()).args(["add", kind, name, "--id", "a"]));
        assert_eq!(code, Some(2));
        assert!(err.contains(message), "{err}");
    };
    fs::write(folder.path().join("wrong.yaml"), "visits: [").unwrap();
    fs::write(folder.path().join("empty.yaml"), "visits: []").unwrap();
    fails("wrong.yaml", "visit", "there is a YAML error in line");
    fails("empty.yaml", "stop", "has no visit that can be used yet; start with `lawat add visit`");
    fails("nowhere/a.yaml", "visit", "cannot write nowhere/a.yaml");
    fails("-", "visit", "records can only be added to a file");
    assert!(!Path::new("nowhere").exists());
}

#[test]
fn a_file_without_records_keeps_what_is_in_it() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("visits.yaml");
    for before in ["", "\n", "# Kunjungan kami\n", "\u{feff}"] {
        fs::write(&file, before).unwrap();
        let arguments = ["add", "visit", "--title", "Rapat", "--start-date", "2026-01-05"];
        let (code, _, err) = run(lawat().current_dir(folder.path()).args(arguments));
        assert_eq!(code, Some(0), "{before:?}: {err}");
        let head = "schema_version: '1.1'\nlanguage: en\nvisits:\n  - id: rapat-2026\n";
        let written = fs::read_to_string(&file).unwrap();
        assert!(written.starts_with(&format!("{before}{head}")), "{before:?}: {written}");
    }
}

#[test]
fn a_part_of_a_known_name_is_not_taken_for_a_new_one() {
    let flags = ["statement", "--visit", "lama", "--text", "a", "--speaker", "ratna"];
    let (code, _, err, file) = add(&flags);
    assert_eq!((code, file.contains("speaker: ratna")), (Some(0), true), "the id: {err}");
    let flags = ["statement", "--visit", "lama", "--text", "a", "--speaker", "Rat"];
    let (code, _, err, file) = add(&flags);
    assert_eq!((code, file.as_str()), (Some(2), RECORDS));
    let expected = "lawat: “Rat” is not known, but “Ratna Contoh” is; write ratna if that is meant, or add --new-names if it is new\n";
    assert_eq!(err, expected);
    let (code, _, err, file) = add(&[&flags[..], &["--new-names"]].concat());
    assert_eq!((code, file.contains("{id: rat, name: Rat}")), (Some(0), true), "{err}{file}");
    // The name of a new person, too.
    let (code, _, err, _) = add(&["person", "--visit", "baru", "--name", "Ratna"]);
    assert_eq!(code, Some(2), "{err}");
    let (code, _, err, file) = add(&["person", "--visit", "baru", "--name", "Ratna Contoh"]);
    assert_eq!(
        (code, file.contains("participants: [{id: ratna, name: Ratna Contoh}]}\n")),
        (Some(0), true),
        "{err}{file}"
    );
}

#[test]
fn organizations_speak_as_organizations() {
    let speaker = |name: &str| {
        let flags = ["statement", "--visit", "lama", "--text", "a", "--speaker", name];
        add(&flags).3.replace(' ', "")
    };
    let file = speaker("Dinas Kesehatan");
    assert!(file.contains("organizations:\n-id:dinas-kesehatan\nname:DinasKesehatan"), "{file}");
    assert!(file.contains("speaker:dinas-kesehatan") && !file.contains("Ratna Contoh},"), "{file}");
    assert!(speaker("Dina Kesuma").contains("{id:dina-kesuma,name:DinaKesuma}"));
}

#[test]
fn newcomers_are_shown_three_ways_to_begin() {
    let mut example = Session::open_as(EXAMPLE, |data| data.built_in = true);
    for (columns, rows) in [(124, 31), (80, 24), (40, 20)] {
        example = example.size(columns, rows);
        for way in ["ARTIKEL", "dengan tanya jawab", "LEMBAR"] {
            example = example.expect(way);
        }
    }
    example.press("j").expect_no("ARTIKEL");
    Session::open("schema_version: '1.1'\nvisits: []").expect("Belum ada catatan").expect("lawat add visit");
    Session::open(EXAMPLE).expect_no("ARTIKEL");
    // A file with errors is another matter.
    Session::open("visits: [").expect_no("ARTIKEL");
}
