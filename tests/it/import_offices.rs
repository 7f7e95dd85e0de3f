//! `lawat import` of what offices have: formulas without values, hidden parts, corrected sheets, several names in a cell.

use std::collections::BTreeSet;
use std::fs;

use lawat::import::Unreadable;
use lawat::load::load_text;
use lawat::model::Visit;
use rust_xlsxwriter::{Formula, Workbook};
use tempfile::tempdir;

use crate::command_line::{lawat, run};
use crate::import_tables::{archive, cell, imported, ods, remarks, try_import, with_file};

const HEAD: &str = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">";

fn text_cell(at: &str, text: &str) -> String {
    format!("<c r=\"{at}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
}

/// A workbook with the sheet XML that begins with these elements and has these rows.
fn workbook(before: &str, rows: &str) -> Vec<u8> {
    with_file("xl/worksheets/sheet1.xml", &format!("{HEAD}{before}<sheetData>{rows}</sheetData></worksheet>"))
}

#[test]
fn formulas_without_a_stored_value_are_told_with_cell_and_formula() {
    let told = |bytes: Vec<u8>| {
        let import = try_import(&[("a", bytes)], "").unwrap();
        (archive(&import).visits.len(), remarks(&import).join("\n"))
    };
    let head = format!("<row r=\"1\">{}{}</row>", text_cell("A1", "Judul"), text_cell("B1", "Jumlah"));
    let row = |value: &str| {
        let formula = "<f>SUM(D2:E2)</f>";
        format!("{head}<row r=\"2\">{}<c r=\"B2\"{value}</c></row>", text_cell("A2", "Rapat"))
            .replace("F!", formula)
    };
    for nothing in [">F!", ">F!<v></v>", ">F!<v/>"] {
        let (visits, told) = told(workbook("", &row(nothing)));
        assert_eq!(visits, 1);
        assert!(told.contains("cell B2: left out: the formula =SUM(D2:E2) has no stored value"), "{told}");
    }
    for stored in [" t=\"str\">F!<v></v>", ">F!<v>7</v>"] {
        assert!(!told(workbook("", &row(stored))).1.contains("formula"), "{stored}");
    }
    // Programs that do not compute write 0 and ask for a computation.
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "Judul").unwrap().write(0, 1, "Jumlah").unwrap().write(1, 0, "Rapat").unwrap();
    sheet.write_formula(1, 1, Formula::new("=5+7")).unwrap();
    sheet.write(2, 0, "Apel").unwrap().write_formula(2, 1, Formula::new("=5+7").set_result("12")).unwrap();
    let (visits, said) = told(book.save_to_buffer().unwrap());
    assert_eq!(visits, 2);
    assert!(said.contains("cell B2: left out: the formula =5+7 has no stored value"), "{said}");
    assert!(!said.contains("B3"), "{said}");
    // A formula over several cells is told for each of them.
    let shared = format!(
        "{head}<row r=\"2\">{}<c r=\"B2\"><f t=\"shared\" ref=\"B2:B3\" si=\"0\">D2</f></c></row><row r=\"3\">{}<c r=\"B3\"><f t=\"shared\" si=\"0\"/></c></row>",
        text_cell("A2", "Rapat"),
        text_cell("A3", "Apel")
    );
    let (_, said) = told(workbook("", &shared));
    assert!(
        said.contains("cell B2: left out: the formula =D2") && said.contains("cell B3: left out"),
        "{said}"
    );
    let table = format!(
        "<table:table-row>{}{}</table:table-row><table:table-row>{}<table:table-cell table:formula=\"of:=SUM([.D2])\"/></table:table-row>",
        cell("Judul"),
        cell("Jumlah"),
        cell("Rapat")
    );
    let (visits, said) = told(ods(&table));
    assert_eq!(visits, 1);
    assert!(said.contains("cell B2: left out: the formula =SUM([.D2]) has no stored value"), "{said}");
}

#[test]
fn hidden_rows_columns_and_sheets_are_told() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Rekap").unwrap();
    for (column, heading) in [(0, "Judul"), (1, "Tanggal"), (2, "Tempat")] {
        sheet.write(0, column, heading).unwrap();
    }
    for row in 1..6 {
        sheet.write(row, 0, format!("Rapat {row}")).unwrap().write(row, 1, "2026-01-10").unwrap();
        sheet.write(row, 2, "MPP").unwrap();
    }
    sheet.set_row_hidden(2).unwrap().set_row_hidden(3).unwrap().set_row_hidden(4).unwrap();
    sheet.set_column_hidden(2).unwrap();
    let arsip = book.add_worksheet().set_name("Arsip & lain").unwrap().set_hidden(true);
    arsip.write(0, 0, "Judul").unwrap().write(0, 1, "Tanggal").unwrap();
    arsip.write(1, 0, "Lama").unwrap().write(1, 1, "2020-01-10").unwrap();
    arsip.set_row_hidden(1).unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let import = try_import(&[("a.xlsx", bytes.clone())], "").unwrap();
    assert_eq!(archive(&import).visits.len(), 5);
    let told = import.records.told(lawat::lang::Lang::En).join("\n");
    assert!(told.contains("rows 3–5: hidden or filtered out, but taken"), "{told}");
    assert!(told.contains("column C: hidden, but taken"), "{told}");
    assert!(told.contains("Arsip & lain: left out: a hidden sheet"), "{told}");
    let map = "[visits]\nsheet = ['Rekap', 'Arsip & lain']\n";
    let import = try_import(&[("a.xlsx", bytes)], map).unwrap();
    assert_eq!(archive(&import).visits.len(), 6);
    let told = remarks(&import).join("\n");
    assert!(told.contains("Arsip & lain: hidden, but taken"), "{told}");
    assert!(told.contains("Arsip & lain, row 2: hidden or filtered out, but taken"), "{told}");

    let row = |text: &str, more: &str| {
        format!("<table:table-row{more}>{}{}</table:table-row>", cell(text), cell("x"))
    };
    let table = format!(
        "<table:table-column/><table:table-column table:visibility=\"collapse\"/>{}{}{}",
        row("Judul", "").replace(&cell("x"), &cell("Tempat")),
        row("Rapat", " table:visibility=\"filter\""),
        row("Apel", ""),
    );
    let import = try_import(&[("a.ods", ods(&table))], "").unwrap();
    let told = remarks(&import).join("\n");
    assert!(told.contains("row 2: hidden or filtered out, but taken"), "{told}");
    assert!(told.contains("column B: hidden, but taken") && !told.contains("row 3: hidden"), "{told}");
}

#[test]
fn absurd_references_are_refused_and_do_not_end_the_program() {
    for (before, row, reference) in [
        ("", 2, "A99999999999"),
        ("", 2, "ZZZZZZZZZZ2"),
        ("", 2, "A4294967296"),
        ("<dimension ref=\"A1:A99999999999\"/>", 2, "A2"),
        ("<dimension ref=\"B9:A1\"/>", 2, "A2"),
        ("", 99_999_999_999_usize, "A2"),
    ] {
        let rows = format!("<row r=\"{row}\">{}</row>", text_cell(reference, "x"));
        let error = try_import(&[("a.xlsx", workbook(before, &rows))], "").unwrap_err();
        assert!(matches!(error, Unreadable::TooLarge(_) | Unreadable::Damaged(_)), "{reference}: {error:?}");
    }
    let merged = format!(
        "{HEAD}<sheetData/><mergeCells><mergeCell ref=\"A1:A99999999999\"/></mergeCells></worksheet>"
    );
    let error = try_import(&[("a.xlsx", with_file("xl/worksheets/sheet1.xml", &merged))], "").unwrap_err();
    assert!(matches!(error, Unreadable::TooLarge(_)), "{error:?}");
}

/// Imports sheets one after the other into one file: the ids of its visits and what the last import said.
fn into(sheets: &[&str]) -> (Vec<Visit>, String) {
    let folder = tempdir().unwrap();
    let (sheet, target) = (folder.path().join("rekap.csv"), folder.path().join("visits.yaml"));
    let mut last = String::new();
    for text in sheets {
        fs::write(&sheet, text).unwrap();
        let (code, _, said) =
            run(lawat().args(["import", "--lang", "en"]).arg(&sheet).arg("--into").arg(&target));
        assert_eq!(code, Some(0), "{said}");
        last = said;
    }
    (load_text("t", fs::read(&target).unwrap()).archive.visits.into_iter().collect(), last)
}

fn ids(visits: &[Visit]) -> BTreeSet<&str> {
    visits.iter().map(|visit| visit.id.as_str()).collect()
}

#[test]
fn a_corrected_row_with_a_letter_number_updates_its_visit() {
    for heading in ["No. Surat", "Nomor", "Reg.", "Nomor Agenda"] {
        let sheet =
            format!("{heading};Judul;Tanggal\n005/1/2026;Rapat;10/1/2026\n005/2/2026;Rapat;11/1/2026\n");
        let corrected = sheet.replace("10/1", "12/1").replace("/2026;Rapat;11", "/2026;Rapat kerja;11");
        let (visits, said) = into(&[&sheet, &corrected]);
        assert_eq!(visits.len(), 2, "{heading}: {said}");
        assert!(said.contains("2 updated"), "{said}");
        assert_eq!(visits[0].start_date.unwrap().to_string(), "2026-01-12");
        assert!(visits[0].id.as_str().starts_with("005-1-2026-"), "{}", visits[0].id);
        assert!(!visits[0].extra.fields().is_empty(), "the number itself is kept");
        assert!(said.contains(&format!("column A: “{heading}” is filled and differs in each row")), "{said}");
    }
}

#[test]
fn numbers_that_change_or_come_again_make_no_ids() {
    for (heading, one, other) in
        [("Nomor", "1", "2"), ("No. Surat", "A/1", "A/1"), ("No. Surat", "A/1", ""), ("No", "A/1", "A/2")]
    {
        let sheet = format!("{heading};Judul;Tanggal\n{one};Rapat;10/1/2026\n{other};Apel;11/1/2026\n");
        let import = imported(&sheet, "");
        let ids: Vec<_> = import.records.ids().collect();
        assert_eq!(ids, ["rapat-2026-01-10", "apel-2026-01-11"], "{heading}");
    }
    // The first letter of another year.
    let (visits, said) =
        into(&["Reg.;Judul;Tanggal\nR-1;Rapat;10/1/2025\n", "Reg.;Judul;Tanggal\nR-1;Apel;12/1/2026\n"]);
    assert_eq!(ids(&visits), BTreeSet::from(["R-1", "R-1-2"]), "{said}");
}

#[test]
fn ids_that_cannot_be_ids_are_made_usable() {
    let sheet = "Kode;Judul;Tanggal\nK 1/2026;Rapat;10/1/2026\n";
    let (visits, _) = into(&[sheet, &sheet.replace("10/1", "11/1").replace("Rapat", "Apel")]);
    assert_eq!((visits.len(), visits[0].title.as_str()), (1, "Apel"));
    assert!(visits[0].id.as_str().starts_with("k-1-2026-"), "{}", visits[0].id);
}

#[test]
fn a_corrected_row_without_a_number_is_told() {
    let sheet =
        "Judul;Tanggal;Tamu;Tempat\nRapat;10/1/2026;Kota A;MPP\nApel;11/1/2026;;\nSenam;12/1/2026;;\n";
    for (wrong, right, id) in [
        ("10/1", "13/1", "rapat-2026-01-10"),
        ("Rapat", "Rapat kerja", "rapat-2026-01-10"),
        ("Apel", "Apel.", ""),
        ("Senam", "Senamm", "senam-2026-01-12"),
    ] {
        let (visits, said) = into(&[sheet, &sheet.replace(wrong, right)]);
        let told = format!("perhaps a corrected version of the visit {id}, which the input no longer has");
        assert_eq!(said.contains(&told), !id.is_empty(), "{right}: {said}");
        assert_eq!(visits.len(), if id.is_empty() { 3 } else { 4 }, "{right}: {said}");
    }
    let (_, said) = into(&[sheet, "Judul;Tanggal\nUpacara;10/1/2026\n"]);
    assert!(!said.contains("perhaps"), "{said}");
}

#[test]
fn rows_that_are_inserted_change_no_id_of_visits_with_one_title() {
    let rows = ["Rapat;;Kota A", "Rapat;;Kota B", "Rapat;10/1/2026;Kota C", "Rapat;10/1/2026;Kota D"];
    let sheet = |rows: &[&str]| format!("Judul;Tanggal;Tamu\n{}\n", rows.join("\n"));
    let (visits, _) = into(&[&sheet(&rows)]);
    let before: Vec<_> = visits.iter().map(|it| (it.id.clone(), it.organizations[0].name.clone())).collect();
    assert_eq!(before[0].0.as_str(), "rapat-kota-a");
    assert_eq!(before[2].0.as_str(), "rapat-2026-01-10-kota-c");
    let more = ["Rapat;;Kota X", rows[1], rows[0], "Rapat;10/1/2026;Kota Y", rows[3], rows[2]];
    let (visits, said) = into(&[&sheet(&rows), &sheet(&more)]);
    assert_eq!(visits.len(), 6, "{said}");
    for (id, organization) in before {
        let visit = visits.iter().find(|it| it.id == id).unwrap();
        let names: Vec<_> = visit.organizations.iter().map(|it| it.name.clone()).collect();
        assert_eq!(names, [organization], "{id}");
    }
    // Where a visit was the only one of its title and date, its id stays.
    let (visits, said) = into(&[&sheet(&rows[2..3]), &sheet(&[rows[3], rows[2]])]);
    let expected = BTreeSet::from(["rapat-2026-01-10", "rapat-2026-01-10-kota-d"]);
    assert_eq!(ids(&visits), expected, "{said}");
    // Equal rows are numbered, which is told.
    let (visits, said) = into(&[&sheet(&[rows[0], rows[0]])]);
    assert_eq!(visits.len(), 2);
    assert!(said.contains("rows 2, 3: the same title, date and visitor as another row"), "{said}");
}

#[test]
fn several_people_in_a_cell_become_several() {
    let import = imported(
        "Judul;Tanggal;Tuan rumah;Pejabat penerima;Peserta\n\
         Rapat;10/1/2026;Kota B;Ratna, S.H., M.M. dan Bima;Sari (Sekda) dan rombongan\n",
        "",
    );
    let people = &archive(&import).visits[0].participants;
    let names: Vec<_> = people.iter().map(|it| it.name.as_deref().unwrap_or_default()).collect();
    assert_eq!(names, ["Sari (Sekda) dan rombongan", "Ratna, S.H., M.M.", "Bima"]);
    assert!(people[1..].iter().all(|it| it.organization[0].as_str() == "kota-b"));
    let told = remarks(&import).join("\n");
    assert!(told.contains("row 2: “Sari (Sekda) dan rombongan”: one person or several?"), "{told}");

    let people = "Kunjungan;Nama;Jabatan\nRapat;Ratna, Kepala Dinas Kesehatan;\nRapat;Bima / Sari;Staf\nRapat;Camat Timur (Wulan);\n";
    let said = "Kunjungan;Pernyataan;Pembicara\nRapat;“Baik”;Ratna dan Bima\n";
    let files = [("a.csv", "Judul\nRapat\n"), ("peserta.csv", people), ("pernyataan.csv", said)];
    let import = try_import(&files.map(|(name, text)| (name, text.into())), "").unwrap();
    let visit = &archive(&import).visits[0];
    let of = |at: usize| {
        let person = &import.records.visits[0]["participants"][at];
        (person["name"].as_str().unwrap().to_owned(), person["post"].as_str().unwrap_or_default().to_owned())
    };
    let text = |name: &str, post: &str| (name.to_owned(), post.to_owned());
    assert_eq!(of(0), text("Ratna", "Kepala Dinas Kesehatan"));
    assert_eq!((of(1), of(2)), (text("Bima", "Staf"), text("Sari", "Staf")));
    assert_eq!(of(3), text("Wulan", "Camat Timur"));
    assert_eq!(visit.participants.len(), 4);
    assert_eq!(visit.statements[0].speaker.len(), 2);
}

#[test]
fn the_date_in_a_sheet_of_people_or_stops_is_that_of_the_visit() {
    let visits = "Judul;Tanggal;Tanggal selesai\nRapat;10/1/2026;\nRapat;12/1/2026;14/1/2026\n";
    for (name, sheet) in [
        ("Peserta", "Tanggal;Kunjungan;Nama\n13/1/2026;Rapat;Ratna\n"),
        ("Participants", "Date;Visit;Name\n13/1/2026;Rapat;Ratna\n"),
        ("Peserta", "Tanggal;Nama;Jabatan\n12/1/2026;Ratna;Sekda\n"),
        ("Tempat", "Tanggal;Kunjungan;Tempat\n13/1/2026;Rapat;MPP\n"),
        ("Tempat", "Tanggal;Tempat;Alamat\n12/1/2026;MPP;Jalan 1\n"),
    ] {
        let files = [("visits.csv".to_owned(), visits), (format!("{name}.csv"), sheet)];
        let files: Vec<_> =
            files.iter().map(|(name, text)| (name.as_str(), text.as_bytes().to_vec())).collect();
        let import = try_import(&files, "").unwrap();
        let archive = archive(&import);
        let told = remarks(&import).join("\n");
        assert_eq!(archive.visits.len(), 2, "{sheet}: {told}");
        let second = &archive.visits[1];
        assert_eq!(second.participants.len() + second.itinerary.len(), 1, "{sheet}: {told}");
        assert!(!told.contains("x-tanggal"), "{told}");
    }
}

#[test]
fn numbers_of_columns_are_no_visit() {
    for numbers in
        ["1;2;3;4", "(1);(2);(3);(4)", "1.;2.;3.;4.", "a;b;c;d", "I;II;III;IV", "1;2;;4", "1;2;3;4=3+2"]
    {
        for head in ["No;Tanggal;Kegiatan;Tamu\n", "REKAP;;;\nNo;Tanggal;Kegiatan;Tamu\n"] {
            let import = imported(&format!("{head}{numbers}\n1;10/1/2026;Rapat;Kota A\n"), "");
            let told = remarks(&import).join("\n");
            assert_eq!(import.records.visits.len(), 1, "{numbers}: {told}");
            assert!(told.contains("left out: numbers of columns"), "{numbers}: {told}");
        }
    }
    let import = imported("Kegiatan;Tanggal\n1;2\nRapat;10/1/2026\n", "");
    assert_eq!(import.records.visits.len(), 1);
}

#[test]
fn times_are_read_and_serial_numbers_are_only_proposed() {
    let sheet = "Judul;Tanggal;Waktu\n\
        a;12/1/2026;09.00-11.00 WIB\n\
        b;12/1/2026;pkl. 9\n\
        c;Senin, 12 Januari 2026 pukul 09.00 s.d. 11.00 WITA;\n\
        d;46034;\n\
        e;12/1/2026;9:30 am - 1 pm\n\
        f;12/1/2026;2 jam\n";
    let import = imported(sheet, "");
    let archive = archive(&import);
    let told = remarks(&import).join("\n");
    let date = |at: usize| {
        let visit = &archive.visits[at];
        let text =
            |date: Option<lawat::model::PartialDate>| date.map(|it| it.to_string()).unwrap_or_default();
        (text(visit.start_date), text(visit.end_date))
    };
    let pair = |start: &str, end: &str| (start.to_owned(), end.to_owned());
    assert_eq!(date(0), pair("2026-01-12T09:00+07:00", "2026-01-12T11:00+07:00"), "{told}");
    assert_eq!(date(1), pair("2026-01-12T09:00", ""), "{told}");
    assert_eq!(date(2), pair("2026-01-12T09:00+08:00", "2026-01-12T11:00+08:00"), "{told}");
    assert_eq!((date(3), archive.visits[3].date_text.as_deref()), (pair("", ""), Some("46034")), "{told}");
    assert!(
        told.contains("cell B5: “46034” may be the serial number of 2026-01-12; if so, write the date"),
        "{told}"
    );
    assert_eq!(date(4), pair("2026-01-12T09:30", "2026-01-12T13:00"), "{told}");
    assert_eq!(date(5), pair("2026-01-12", ""), "{told}");
    assert!(told.contains("“2 jam” could not be read as a time"), "{told}");
}

#[test]
fn the_same_message_about_many_rows_is_one_line() {
    let rows: Vec<String> = (0..40).map(|row| format!("Rapat {row};minggu depan")).collect();
    let folder = tempdir().unwrap();
    let (sheet, target) = (folder.path().join("a.csv"), folder.path().join("v.yaml"));
    fs::write(&sheet, format!("Judul;Tanggal\n{}\n", rows.join("\n"))).unwrap();
    let (_, _, said) = run(lawat().args(["import", "--dry-run", "--lang", "en"]).arg(&sheet));
    assert!(said.contains("column B, rows 2–41: “minggu depan” could not be read"), "{said}");
    assert_eq!(said.lines().count(), 3, "{said}");
    fs::write(&sheet, "Judul;Tanggal\nRapat;10/1/2026\n").unwrap();
    let into =
        |lang: &str| run(lawat().args(["import", "--lang", lang]).arg(&sheet).arg("--into").arg(&target)).2;
    assert!(into("en").contains("1 record added, 0 updated"), "plural");
    assert!(into("id").contains("0 catatan ditambahkan"), "plural");
}

#[test]
fn several_organizations_in_a_cell_become_several() {
    let import = imported(
        "Judul;Tanggal;Tamu;Tuan rumah\n\
         Rapat;10/1/2026;Dinas Kesehatan, Bappeda;Dinas Koperasi, UKM dan Perdagangan, RSUD A\n",
        "",
    );
    let organizations = &archive(&import).visits[0].organizations;
    let names: Vec<_> = organizations.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["Dinas Kesehatan", "Bappeda", "Dinas Koperasi, UKM dan Perdagangan, RSUD A"]);
    let told = remarks(&import).join("\n");
    assert!(
        told.contains("row 2: “Dinas Koperasi, UKM dan Perdagangan, RS…”: one organization or several?"),
        "{told}"
    );
}
