//! Exports of tables: which table is written, the lists of a visit, and the CSV and workbooks of office programs.

use jiff::Timestamp;
use lawat::export::{CsvDialect, Export, ExportFormat, ExportTable, Opening, Selection};
use lawat::lang::Lang;
use lawat::load::{EXAMPLE, load_text};

use crate::command_line::{lawat, run};
use crate::terminal::driver::{DEADLINE, Terminal};

fn table(args: &[&str]) -> (String, String) {
    let (code, out, err) = run(lawat().args(["export", "--format", "csv"]).args(args));
    assert_eq!(code, Some(0), "{args:?}: {err}");
    (out, err)
}

#[test]
fn without_statements_the_fullest_table_is_written() {
    let (out, err) = table(&["tests/data/parties.yaml"]);
    assert!(out.starts_with("visit,id,name,short_name") && out.contains("satu,loket-10,Loket 10,"), "{out}");
    assert_eq!(err, "lawat: there are no statements; writing the table of stops instead\n");
    let (out, _) = table(&["tests/data/diary.yaml"]);
    assert!(out.contains("\nv,m,m,Minister,"), "{out}");
    let (out, err) = table(&["visits.yaml"]);
    assert!(out.starts_with("reference,visit,") && err.is_empty(), "{err}");
    // A requested table is written, or reported as empty.
    let (code, out, err) =
        run(lawat().args(["export", "--format", "csv", "--table", "statements", "tests/data/diary.yaml"]));
    assert_eq!((code, out.lines().count()), (Some(1), 1), "{err}");
}

#[test]
fn every_list_of_a_visit_has_a_table() {
    for (name, cells) in [
        (
            "organizations",
            "lengkap,pemkot-contoh,Pemerintah Kota Contoh,Pemkot Contoh,city,host,provinsi-contoh,Provinsi Contoh,Contoh,",
        ),
        ("expenses", "lengkap,Kunjungan dengan semua isian,1500000.50,IDR,transportasi,siaran,"),
        (
            "media",
            "lengkap,Kunjungan dengan semua isian,foto,photo,Loket,https://example.org/foto,foto.jpg,Contoh,loket,Loket Contoh,CC0,",
        ),
        ("notes", "lengkap,Kunjungan dengan semua isian,correction,q; lengkap,Ejaan diperbaiki,siaran,"),
        (
            "sources",
            "lengkap,Kunjungan dengan semua isian,siaran,press_release,Siaran Pers Contoh,Kota Contoh,Humas,2024-03-13,",
        ),
    ] {
        let (out, _) = table(&["--table", name, "tests/data/whole.yaml"]);
        assert!(out.contains(cells), "{name}: {out}");
    }
}

#[test]
fn tables_have_the_signs_of_office_programs() {
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
    // The content does not depend on the time of writing.
    let archive = load_text("visits.yaml", EXAMPLE.into()).archive;
    let selection = Selection::all(&archive);
    let write = || {
        let (selection, table, dialect) = (&selection, ExportTable::Statements, CsvDialect::default());
        let (archive, format, lang, now) =
            (&archive, ExportFormat::Workbook, Lang::Id, Timestamp::UNIX_EPOCH);
        let mut out = Vec::new();
        let written =
            Export { archive, selection, format, table, dialect, lang, now, opening: Opening::default() }
                .write(&mut out)
                .unwrap();
        (out, written.records)
    };
    assert_eq!(write(), write());
    assert_eq!(write().1, 1);
    // A workbook cannot be written to a terminal.
    let mut terminal = Terminal::script(
        r#"LANG=C.UTF-8 "$0" export --format xlsx visits.yaml; echo "ends with $?""#,
        &[],
        (80, 24),
    );
    terminal.wait_for("ends with 2");
    assert!(terminal.wait_for_exit(DEADLINE).success());
}
