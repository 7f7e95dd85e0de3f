//! `lawat import` in a pseudo-terminal: from an empty folder to an archive that is open in the explorer, and a corrected sheet.

use std::fs;

use lawat::load::load_text;

use super::driver::Terminal;

/// A shell in a folder, in which lines are typed.
fn shell(folder: &std::path::Path) -> Terminal {
    let script = r#"cd "$1"; PATH="$(dirname "$0"):$PATH"; LANG=C.UTF-8; PS1='ready> '; export PATH LANG PS1; unset ENV; exec sh -i"#;
    Terminal::script(script, &[folder], (110, 40))
}

#[test]
fn a_sheet_becomes_an_archive_and_a_corrected_one_updates_it() {
    let folder = tempfile::tempdir().unwrap();
    let (sheet, records) = (folder.path().join("rekap.csv"), folder.path().join("visits.yaml"));
    fs::write(
        &sheet,
        "No;No. Surat;Tanggal;Kegiatan;Tamu\n1;005/1/2026;12/1/2026;Studi tiru;Pemkot A\n2;005/2/2026;minggu depan;Rapat;\n",
    )
    .unwrap();
    let mut terminal = shell(folder.path());
    terminal.wait_for("ready>");
    terminal.press("lawat import --lang en --dry-run rekap.csv\r");
    terminal.wait_for("“Tanggal” → start_date");
    terminal.wait_for("cell C3: “minggu depan” could not be read as a date");
    terminal.wait_for("nothing was written");
    assert!(!records.exists());
    terminal.press("clear; lawat import --lang en rekap.csv --into visits.yaml\r");
    terminal.wait_for("visits.yaml: 3 records added");
    terminal.wait_for("2 visits");
    let corrected = fs::read_to_string(&sheet).unwrap().replace("minggu depan", "19/1/2026");
    fs::write(&sheet, corrected).unwrap();
    terminal.press("clear; lawat import --lang en rekap.csv --into visits.yaml\r");
    terminal.wait_for("0 records added, 1 updated");
    let archive = load_text("visits.yaml", fs::read(&records).unwrap()).archive;
    assert_eq!(archive.visits.len(), 2);
    assert_eq!(archive.visits[1].start_date.unwrap().to_string(), "2026-01-19");
    terminal.press("clear; exec lawat --lang en visits.yaml\r");
    terminal.wait("the explorer", |seen| {
        let screen = seen.parser.screen();
        screen.alternate_screen() && screen.contents().contains("Studi tiru")
    });
    let end = terminal.quit("q");
    assert!(end.status.success(), "{}", end.screen);
}

#[test]
fn what_cannot_be_read_ends_in_a_word() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.xlsx"), b"PK\x03\x04 and no more").unwrap();
    let mut terminal = shell(folder.path());
    terminal.wait_for("ready>");
    terminal.press("lawat import --lang en a.xlsx --into visits.yaml; echo \"code $?\"\r");
    terminal.wait_for("a.xlsx is damaged");
    terminal.wait_for("code 2");
    assert!(!folder.path().join("visits.yaml").exists());
    terminal.press("exit\r");
    assert!(terminal.end().status.success());
}
