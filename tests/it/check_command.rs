//! `lawat check`: reports and explanations.

use std::fmt::Write as _;

use lawat::diagnostic::ProblemCode;
use lawat::lang::Lang;

use crate::command_line::{lawat, run};

#[test]
fn valid_records_have_no_problems() {
    let (code, out, err) = run(lawat().args(["check", "visits.yaml"]));
    assert_eq!((code, out.as_str()), (Some(0), ""));
    assert_eq!(err, "lawat: 1 visit usable; 0 errors, 0 warnings\n");
}

#[test]
fn concise_lines_have_locations_for_editors() {
    let (code, out, err) = run(lawat().args(["check", "--format", "concise", "tests/data/faults"]));
    assert_eq!(code, Some(1));
    assert!(err.contains("errors"), "{err}");
    let mut files: Vec<&str> = Vec::new();
    for line in out.lines() {
        let (place, rest) = line.split_once(": error[").or_else(|| line.split_once(": warning[")).unwrap();
        let code = rest.split_once("]: ").unwrap().0;
        let file = place.split(':').next().unwrap();
        assert!(file.ends_with(&format!("{code}.yaml")), "{line}");
        assert!(code == "not-text" || place.split(':').skip(1).all(|number| number.parse::<u32>().is_ok()));
        files.push(file);
    }
    assert!(files.is_sorted() && files.len() >= 13, "{files:?}");
}

#[test]
fn full_reports_show_the_line_a_caret_and_help() {
    let (code, out, _) = run(lawat().args(["check", "tests/data/faults/unknown-field.yaml"]));
    assert_eq!(code, Some(1));
    assert!(
        out.contains("error[unknown-field]") && out.contains('^') && out.contains("Did you mean"),
        "{out}"
    );
    let (_, out, _) = run(lawat().args(["--lang", "id", "check", "tests/data/faults/unknown-field.yaml"]));
    assert!(out.contains("kesalahan[unknown-field]") && out.contains("Maksudnya"), "{out}");
}

#[test]
fn json_has_the_same_content() {
    let (code, out, _) = run(lawat().args(["check", "--format", "json", "tests/data/faults/bad-date.yaml"]));
    let found: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!((code, &found[0]["code"]), (Some(1), &"bad-date".into()));
    assert!(
        found[0]["line"].is_u64() && found[0]["column"].is_u64() && found[0]["help"].is_string(),
        "{out}"
    );
    let (code, out, _) = run(lawat().args(["check", "--format", "json", "visits.yaml"]));
    assert_eq!((code, out.as_str()), (Some(0), "[]\n"));
}

#[test]
fn warnings_count_only_when_strict() {
    let fixture = "tests/data/faults/weekday-mismatch.yaml";
    let (code, out, err) = run(lawat().args(["check", "--format", "concise", fixture]));
    assert_eq!((code, out.contains(":6:16: warning[weekday-mismatch]: ")), (Some(0), true), "{out}");
    assert_eq!(err, "lawat: 1 visit usable; 0 errors, 1 warning\n");
    assert_eq!(run(lawat().args(["check", "--strict", fixture])).0, Some(1));
}

#[test]
fn standard_input_is_checked_too() {
    let (code, out, _) =
        run(lawat().args(["check", "--format", "concise", "-"]).write_stdin("schema_version: 1"));
    assert_eq!(code, Some(1));
    assert!(out.contains(": error[") && out.contains(":1:"), "{out}");
}

#[test]
fn the_language_may_stand_before_the_command() {
    let (code, _, err) = run(lawat().args(["--lang", "id", "check", "visits.yaml"]));
    assert_eq!(
        (code, err.as_str()),
        (Some(0), "lawat: 1 kunjungan dapat dipakai; 0 kesalahan, 0 peringatan\n")
    );
    // After a path it is a path, too.
    let (code, _, err) = run(lawat().args(["visits.yaml", "check"]));
    assert_eq!((code, err.contains("cannot read check")), (Some(2), true), "{err}");
}

#[test]
fn unreadable_paths_are_failures_not_problems() {
    assert_eq!(run(lawat().args(["check", "nowhere.yaml"])).0, Some(2));
    let (code, _, err) = run(lawat().args(["check", "--explain", "bad-dat"]));
    assert_eq!(
        (code, err.as_str()),
        (Some(2), "lawat: there is no code “bad-dat”; did you mean “bad-date”?\n")
    );
}

#[test]
fn every_code_is_explained_in_both_languages() {
    for code in ProblemCode::ALL {
        let of = |lang: &str| run(lawat().args(["--lang", lang, "check", "--explain", code.name()]));
        let ((status, id, _), (_, en, _)) = (of("id"), of("en"));
        assert_eq!(status, Some(0));
        assert!(
            id != en && id.starts_with(&format!("{}[{}]\n", code.severity().word(Lang::Id), code.name())),
            "{id}"
        );
    }
}

/// `UPDATE_DOCS=1 cargo test` regenerates the page.
#[test]
fn the_page_of_checks_is_up_to_date() {
    let mut page = String::from(
        "# What `lawat check` finds\n\nMade from the table of codes in `src/diagnostic/code.rs`; `lawat check --explain CODE` says the same.\n",
    );
    for code in ProblemCode::ALL {
        let (name, severity, words) = (code.name(), code.severity().name(), code.explanation());
        let _ =
            write!(page, "\n## {name}\n\n*{severity}.* {}\n\n{}\n", words.get(Lang::En), words.get(Lang::Id));
    }
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write("docs/CHECKS.md", &page).unwrap();
    }
    assert_eq!(std::fs::read_to_string("docs/CHECKS.md").unwrap(), page, "run UPDATE_DOCS=1 cargo test");
}

#[test]
fn init_never_overwrites_a_file() {
    for lang in ["id", "en"] {
        let folder = tempfile::tempdir().unwrap();
        let (code, out, err) = run(lawat().current_dir(&folder).args(["init", "--lang", lang]));
        assert_eq!((code, out.as_str()), (Some(0), ""), "{err}");
        let (code, out, err) = run(lawat().current_dir(&folder).args(["check", "--strict", "visits.yaml"]));
        assert_eq!((code, out.as_str()), (Some(0), ""), "{err}");
        std::fs::write(folder.path().join("visits.yaml"), "mine").unwrap();
        let (code, _, err) = run(lawat().current_dir(&folder).args(["init", "--lang", lang]));
        assert!(code == Some(2) && err.contains("visits.yaml"), "{err}");
        assert_eq!(std::fs::read_to_string(folder.path().join("visits.yaml")).unwrap(), "mine");
    }
}

#[test]
fn checking_nothing_is_a_failure() {
    let folder = tempfile::tempdir().unwrap();
    let check = || {
        let mut command = lawat();
        command.current_dir(folder.path()).arg("check");
        command
    };
    let nothing =
        "lawat: nothing to check: there is no visits.yaml in this folder; name a file or a folder\n";
    let not_read = "lawat: data on standard input is not read; add - to read it\n";
    assert_eq!(run(&mut check()), (Some(2), String::new(), nothing.to_owned()));
    assert_eq!(run(check().write_stdin("")), (Some(2), String::new(), nothing.to_owned()), "an empty pipe");
    let piped = run(check().write_stdin("visits: ["));
    assert_eq!(piped, (Some(2), String::new(), format!("{not_read}{nothing}")));
    assert_eq!(run(check().arg("-").write_stdin("visits: [")).0, Some(1));
    // The shorter extension is accepted, too.
    std::fs::write(folder.path().join("visits.yml"), "schema_version: '1.0'\nvisits: [{id: v, titel: V}]\n")
        .unwrap();
    let (code, out, err) = run(&mut check());
    assert!(code == Some(1) && out.contains("visits.yml:2:") && !err.contains(not_read), "{out}{err}");
    // If both exist, both are read.
    std::fs::write(folder.path().join("visits.yaml"), "schema_version: '1.0'\nvisits: [{id: w, title: W}]\n")
        .unwrap();
    let (code, out, err) = run(check().write_stdin("visits: ["));
    assert!(code == Some(1) && out.contains("visits.yml:2:") && err.contains("1 visit usable"), "{out}{err}");
    assert!(err.starts_with(not_read), "{err}");
}
