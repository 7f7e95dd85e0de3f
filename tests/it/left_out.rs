//! Visits that are left out because of errors: they are named with their errors, and the exit code is 1.

use std::fs;

use crate::command_line::{lawat, run};

const RECORDS: &str = "\
schema_version: '1.1'
visits:
  - id: utuh
    title: Kunjungan utuh
    participants: [{id: bima, name: Bima}]
    statements: [{id: q, type: quote, text: Baik, speaker: bima}]
  - id: rusak
    title: Kunjungan rusak
    start_date: 2026-02-31
    end_date: besok
";

const COMMANDS: [&[&str]; 6] = [
    &["search", "utuh"],
    &["list"],
    &["show", "utuh"],
    &["cite", "utuh#q"],
    &["stats"],
    &["export", "--format", "json"],
];

#[test]
fn what_is_left_out_is_told_and_gives_exit_code_1() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("visits.yaml");
    fs::write(&file, RECORDS).unwrap();
    fs::write(folder.path().join("lain.yaml"), b"visits: \xff").unwrap();
    for arguments in COMMANDS {
        let all = |more: &[&str]| run(lawat().current_dir(folder.path()).args(arguments).args(more));
        let (code, out, err) = all(&["visits.yaml"]);
        assert_eq!(code, Some(1), "{arguments:?}: {err}");
        assert!(!out.is_empty());
        assert!(
            err.contains("lawat: left out: “Kunjungan rusak”: visits.yaml:9:17: error[bad-date]: "),
            "{err}"
        );
        assert_eq!(err.matches("left out").count(), 1, "{err}");
        let (code, partial, same) = all(&["--partial", "visits.yaml"]);
        assert_eq!((code, partial.as_str(), same.as_str()), (Some(0), out.as_str(), err.as_str()));
        let (code, _, err) = all(&["visits.yaml", "lain.yaml", "--lang", "id"]);
        assert!(
            code == Some(1) && err.contains("lawat: tidak disertakan: lain.yaml:1:9: kesalahan[not-text]: "),
            "{err}"
        );
        assert!(err.contains("“Kunjungan rusak”: visits.yaml:9:17: kesalahan[bad-date]"), "{err}");
    }
}

#[test]
fn nothing_is_told_of_valid_records() {
    for arguments in COMMANDS {
        let valid = RECORDS.split("  - id: rusak").next().unwrap();
        let output = lawat().args(arguments).arg("-").write_stdin(valid).output().unwrap();
        assert_eq!(output.status.code(), Some(0));
        assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
    }
}

/// Of many visits, not every error is printed.
#[test]
fn what_is_told_is_bounded() {
    let visit = |number| format!("  - {{id: v{number}, title: Judul, start_date: besok}}\n");
    let broken: String = (0..5000).map(visit).collect();
    let records = RECORDS.replace("  - id: rusak", &(broken + "  - id: rusak"));
    let output = lawat().args(["list", "-"]).write_stdin(records).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let err = String::from_utf8(output.stderr).unwrap();
    assert_eq!(err.matches("left out").count(), 20);
    assert!(err.lines().last().unwrap().contains("errors in the data; run `lawat check`"), "{err}");
    assert!(err.len() < 4_000);
}
