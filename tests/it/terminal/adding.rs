//! `lawat add` in a pseudo-terminal: questions, completion, refusals, and every way to leave.

use std::fs;
use std::path::Path;

use super::driver::Terminal;

const CTRL_C: &str = "\x03";
const CTRL_D: &str = "\x04";
const CTRL_U: &str = "\x15";
const UP: &str = "\x1b[A";

const RECORDS: &str = "\
schema_version: '1.1'
visits:
  # The first visit.
  - id: kota-a-kota-b
    title: Studi tiru Kota A ke Kota B
    participants:
      - {id: ratna, name: Ratna Contoh, post: Kepala MPP}
      - {id: bima, name: Bima Contoh}
# The end.
";

fn add(kind: &str, folder: &Path, size: (u16, u16)) -> Terminal {
    let script = format!(r#"cd "$1" && exec "$0" --lang en add {kind}"#);
    Terminal::script(&script, &[folder], size)
}

fn folder_with(records: &str) -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("visits.yaml");
    fs::write(&file, records).unwrap();
    (folder, file)
}

#[test]
fn a_visit_is_asked_for_and_written_to_a_new_file() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = add("visit", folder.path(), (80, 24));
    terminal.wait_for("Title:");
    // Keys that are typed ahead are answers to the next questions.
    terminal.press("Studi tiru\r10 January 2026\r\rPemkot A\r");
    terminal.wait_for("Host:");
    terminal.press("\r");
    terminal.wait_for("Type:");
    terminal.press("stud\t\r");
    terminal.wait_for("Type: study visit");
    terminal.press("\r\r\r\r\r");
    terminal.wait_for("Write to visits.yaml? (y/n):");
    // Enter alone passes over questions; it must not write.
    terminal.press("\r");
    terminal.wait_for("y or n");
    assert!(!folder.path().join("visits.yaml").exists());
    terminal.press("y\r");
    let end = terminal.end();
    assert!(end.status.success(), "{}", end.screen);
    end.is_clean();
    assert!(end.screen.contains("visits.yaml:4"), "{}", end.screen);
    let expected = "\
schema_version: '1.1'
language: en
visits:
  - id: studi-tiru-2026
    title: Studi tiru
    classification: study_visit
    start_date: 2026-01-10
    organizations:
    - id: pemkot-a
      name: Pemkot A
      role: visitor
";
    assert_eq!(fs::read_to_string(folder.path().join("visits.yaml")).unwrap(), expected);
}

#[test]
fn a_statement_is_completed_checked_and_added_to_its_visit() {
    let (_folder, file) = folder_with(RECORDS);
    let mut terminal = add("statement", file.parent().unwrap(), (80, 30));
    terminal.wait_for("Statement:");
    // A pasted text keeps its lines, and an empty line ends it.
    terminal.press("\x1b[200~Satu pintu\nuntuk semua\x1b[201~\r\r");
    terminal.wait_for("Type:");
    terminal.press("\r");
    terminal.wait_for("Speaker:");
    terminal.press("kepala");
    terminal.wait_for("Ratna Contoh · Kepala MPP");
    terminal.press("\t; bim\t");
    terminal.wait_for("Speaker: Ratna Contoh; Bima Contoh");
    terminal.press("\r\r\r");
    terminal.wait_for("Date:");
    terminal.press("kemarin\r");
    terminal.wait_for("depends on today; write the date");
    terminal.press(CTRL_U);
    terminal.press("11/1/2026\r");
    terminal.wait_for("Topics:");
    // Back to the date, which is still in its line.
    terminal.press(UP);
    terminal.wait("the date again", |seen| {
        seen.parser.screen().contents().matches("Date: 11/1/2026").count() == 2
    });
    terminal.press("\r\r\r\r\r");
    terminal.wait_for("Ratna Contoh: is in this visit");
    terminal.press("y\r");
    let end = terminal.end();
    assert!(end.status.success(), "{}", end.screen);
    end.is_clean();
    let added = "    statements:
      - id: q1
        type: quote
        text: |-
          Satu pintu
          untuk semua
        speaker:
        - ratna
        - bima
        date: 2026-01-11
";
    assert_eq!(
        fs::read_to_string(&file).unwrap(),
        RECORDS.replace("# The end.", &format!("{added}# The end."))
    );
}

#[test]
fn ctrl_c_and_ctrl_d_leave_without_a_trace() {
    for key in [CTRL_C, CTRL_D] {
        let folder = tempfile::tempdir().unwrap();
        let mut terminal = add("visit", folder.path(), (40, 20));
        terminal.wait_for("Title:");
        terminal.press("Studi tiru\r");
        terminal.wait_for("Date:");
        terminal.press(key);
        let end = terminal.end();
        assert_eq!(end.status.exit_code(), 1);
        end.is_clean();
        assert!(end.screen.contains("nothing was written"), "{}", end.screen);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}

#[test]
fn a_file_that_changes_meanwhile_is_read_again_and_the_answers_are_kept() {
    let (_folder, file) = folder_with(RECORDS);
    let mut terminal = add("person", file.parent().unwrap(), (80, 30));
    terminal.wait_for("Name:");
    terminal.press("Sari Contoh\r\r\r\r\r\r");
    terminal.wait_for("Write to visits.yaml? (y/n):");
    let changed = RECORDS.replace("The first visit", "Changed by somebody else");
    fs::write(&file, &changed).unwrap();
    terminal.press("y\r");
    terminal.wait_for("your answers are still here");
    terminal.wait("the question again", |seen| {
        seen.parser.screen().contents().matches("Write to visits.yaml? (y/n):").count() == 2
    });
    assert_eq!(fs::read_to_string(&file).unwrap(), changed);
    terminal.press("y\r");
    assert!(terminal.end().status.success());
    let person = "      - id: sari-contoh\n        name: Sari Contoh\n";
    let expected = changed.replace("# The end.", &format!("{person}# The end."));
    assert_eq!(fs::read_to_string(&file).unwrap(), expected);
}

#[test]
fn the_visit_is_chosen_by_a_part_of_its_title() {
    let second = "  - {id: lain, title: Kunjungan lain, start_date: 2020}\n# The end.\n";
    let (_folder, file) = folder_with(&RECORDS.replace("# The end.\n", second));
    let mut terminal = add("stop", file.parent().unwrap(), (80, 24));
    terminal.wait_for("Visit:");
    terminal.press("tidak ada\r");
    terminal.wait_for("which visit?");
    terminal.press(CTRL_U);
    terminal.press("lain\r");
    terminal.wait_for("New stop · Kunjungan lain · visits.yaml");
    terminal.press(CTRL_C);
    assert_eq!(terminal.end().status.exit_code(), 1);
}

#[test]
fn a_dumb_terminal_asks_without_drawing() {
    let folder = tempfile::tempdir().unwrap();
    let script = r#"cd "$1" && TERM=dumb exec "$0" --lang en add visit"#;
    let mut terminal = Terminal::script(script, &[folder.path()], (80, 30));
    terminal.wait_for("Title (required");
    terminal.press("Studi tiru\r");
    terminal.wait_for("Date (");
    terminal.press("kemarin\r");
    terminal.wait_for("lawat: “kemarin” depends on today; write the date");
    terminal.press("2026\r\r\r\r\r\r\r\r\r\r");
    terminal.wait_for("(y/n)");
    terminal.press("y\r");
    let end = terminal.end();
    assert!(end.status.success(), "{}", end.screen);
    assert!(!end.bytes.contains(&0x1b), "{}", end.screen);
    let written = fs::read_to_string(folder.path().join("visits.yaml")).unwrap();
    assert!(written.ends_with("    title: Studi tiru\n    start_date: '2026'\n"), "{written}");
}
