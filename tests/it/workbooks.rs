//! Tables as offices read them: CSV with their own signs, and workbooks.

use jiff::Timestamp;
use lawat::export::{CsvDialect, Export, ExportFormat, ExportTable, Selection};
use lawat::lang::Lang;
use lawat::load::{EXAMPLE, load_text};

use crate::command_line::lawat;
use crate::terminal::driver::{DEADLINE, Terminal};

#[test]
fn offices_get_tables_as_they_read_them() {
    let export = |arguments: &[&str]| {
        let output = lawat().arg("export").args(arguments).arg("visits.yaml").output().unwrap();
        (output.status.code(), output.stdout, String::from_utf8(output.stderr).unwrap())
    };
    let (_, plain, _) = export(&["--format", "csv", "--table", "stops"]);
    let (code, marked, _) = export(&["--format", "csv", "--table", "stops", "--bom", "--delimiter", ";"]);
    let marked = String::from_utf8(marked).unwrap();
    let (plain, heading) = (String::from_utf8(plain).unwrap(), marked.lines().next().unwrap());
    assert_eq!(code, Some(0));
    assert_eq!(heading, format!("\u{feff}{}", plain.lines().next().unwrap().replace(',', ";")));
    for (sign, between) in [("tab", '\t'), ("\\t", '\t'), ("|", '|')] {
        let (_, out, _) = export(&["--format", "csv", "--delimiter", sign]);
        assert!(
            String::from_utf8(out)
                .unwrap()
                .lines()
                .next()
                .is_some_and(|heading| heading.split(between).count() > 5),
            "{sign}"
        );
    }
    for wrong in [
        &["--format", "csv", "--delimiter", "a"][..],
        &["--format", "csv", "--delimiter", "\""],
        &["--format", "csv", "--delimiter", ";;"],
        &["--format", "json", "--bom"],
        &["--format", "xlsx", "--table", "stops"],
    ] {
        assert_eq!(export(wrong).0, Some(2), "{wrong:?}");
    }
    let (code, book, _) = export(&["--format", "xlsx"]);
    assert!(code == Some(0) && book.starts_with(b"PK\x03\x04"));
    // What it says does not depend on when it was written.
    let archive = load_text("visits.yaml", EXAMPLE.into()).archive;
    let selection = Selection::all(&archive);
    let write = || {
        let (selection, table, dialect) = (&selection, ExportTable::Statements, CsvDialect::default());
        let (archive, format, lang, now) =
            (&archive, ExportFormat::Workbook, Lang::Id, Timestamp::UNIX_EPOCH);
        let mut out = Vec::new();
        let written =
            Export { archive, selection, format, table, dialect, lang, now }.write(&mut out).unwrap();
        (out, written.records)
    };
    assert_eq!(write(), write());
    assert_eq!(write().1, 1);
    // A workbook is nothing for a screen.
    let mut terminal = Terminal::script(
        r#"LANG=C.UTF-8 "$0" export --format xlsx visits.yaml; echo "ends with $?""#,
        &[],
        (80, 24),
    );
    terminal.wait_for("ends with 2");
    assert!(terminal.wait_for_exit(DEADLINE).success());
}
