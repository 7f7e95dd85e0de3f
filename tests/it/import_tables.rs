//! `lawat import` of tables: what offices have, our own exports, and files that are made to do harm.

use std::fs;
use std::io::{Cursor, Write as _};
use std::path::Path;

use lawat::export::{ExportFormat, ExportTable};
use lawat::import::{
    Import, ImportInput, ImportOptions, KnownVisits, Limit, Map, RemarkKind, Unreadable, import,
    template_workbook,
};
use lawat::lang::Lang;
use lawat::load::load_text;
use lawat::model::{Archive, Id, Visit};
use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use tempfile::tempdir;

use crate::command_line::{lawat, run};
use crate::exports::{replace_texts, written};

pub fn try_import(files: &[(&str, Vec<u8>)], map: &str) -> Result<Import, Unreadable> {
    let map = Map::read(map).unwrap();
    let inputs: Vec<_> = files.iter().map(|(name, bytes)| ImportInput { name, bytes }).collect();
    let known = KnownVisits::default();
    let options = ImportOptions { lang: Lang::En, format: None, map: &map, known: &known };
    import(&inputs, &options).map_err(|(_, error)| error)
}

pub fn imported(text: &str, map: &str) -> Import {
    try_import(&[("sheet.csv", text.into())], map).unwrap()
}

/// The records as an archive; they must be without errors.
pub fn archive(import: &Import) -> Archive {
    let written = import.records.write().unwrap();
    let loaded = load_text("import.yaml", written.text.clone().into());
    let errors: Vec<_> = loaded.diagnostics.iter().filter(|it| it.problem.is_fatal()).collect();
    assert!(errors.is_empty(), "{errors:#?}\n{}", written.text);
    loaded.archive
}

/// The visits of a table in any format.
pub fn visits(bytes: Vec<u8>) -> Vec<Visit> {
    archive(&try_import(&[("table", bytes)], "").unwrap()).visits.into_iter().collect()
}

pub fn remarks(import: &Import) -> Vec<String> {
    let line = |remark: &lawat::import::Remark| match &remark.what {
        RemarkKind::LeftOut(what) => format!("{}: left out: {what}", remark.place.text(Lang::En)),
        RemarkKind::Changed(what) | RemarkKind::Asked(what) => {
            format!("{}: {what}", remark.place.text(Lang::En))
        }
    };
    import.records.remarks.iter().map(line).collect()
}

#[test]
fn a_sheet_of_an_office_becomes_visits_and_nothing_is_dropped_in_silence() {
    let import = imported(&fs::read_to_string("tests/data/import/rekap.csv").unwrap(), "");
    archive(&import);
    insta::assert_snapshot!("import-rekap", import.records.write().unwrap().text);
    insta::assert_snapshot!("import-rekap-remarks", remarks(&import).join("\n"));
    insta::assert_snapshot!("import-rekap-map", import.map());
}

#[test]
fn the_map_that_is_proposed_means_the_same_and_names_can_be_made_one() {
    let text = fs::read_to_string("tests/data/import/rekap.csv").unwrap();
    let first = imported(&text, "");
    let again = imported(&text, &first.map());
    assert_eq!(again.records.visits, first.records.visits);
    let one = "\"Bagus Susetio\" = \"Dr. Bagus Susetyo, M.Si.\"\n\"Bagus Susetyo\" = \"Dr. Bagus Susetyo, M.Si.\"\n";
    let merged = imported(&text, &format!("[names]\n{one}"));
    assert!(merged.names.is_empty(), "{:?}", merged.names);
    let archive = archive(&merged);
    let of =
        |visit: usize| archive.visits[visit].participants.iter().any(|it| it.id.as_str() == "bagus-susetyo");
    assert!(of(0) && of(1) && of(3));
}

#[test]
fn headings_over_two_rows_and_merged_dates_are_understood() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let plain = Format::new();
    for (column, heading) in [(0, "No"), (1, "Tanggal"), (2, "Kegiatan")] {
        sheet.merge_range(0, column, 1, column, heading, &plain).unwrap();
    }
    sheet.merge_range(0, 3, 0, 4, "Jumlah", &plain).unwrap();
    sheet.write(1, 3, "peserta").unwrap().write(1, 4, "sopir").unwrap();
    let day = Format::new().set_num_format("dd/mm/yyyy");
    let date = ExcelDateTime::from_ymd(2026, 1, 10).unwrap();
    sheet.merge_range(2, 1, 3, 1, "", &day).unwrap().write_datetime_with_format(2, 1, &date, &day).unwrap();
    for (row, title) in [(2, "Studi tiru"), (3, "Rapat")] {
        sheet.write(row, 0, row - 1).unwrap().write(row, 2, title).unwrap().write(row, 3, 12).unwrap();
    }
    sheet.write(4, 2, "Tanpa tanggal").unwrap().write_formula(4, 3, "=1/0").unwrap();
    let import = try_import(&[("a.xlsx", book.save_to_buffer().unwrap())], "").unwrap();
    let dates: Vec<_> =
        archive(&import).visits.iter().map(|it| it.start_date.map(|it| it.to_string())).collect();
    let day = Some("2026-01-10".to_owned());
    assert_eq!(dates, [day.clone(), day, None], "{:?}", remarks(&import));
    assert!(import.map().contains("count = \"Jumlah peserta\""), "{}", import.map());
}

#[test]
fn headings_over_two_rows_are_understood_without_merged_cells() {
    let head = "No;Hari/Tanggal;Tamu;Tujuan;Penerimaan;;Surat;;Jumlah;\n;;;;Tempat;Pejabat Penerima;Nomor;Tanggal;Tamu;Mobil\n";
    let row = ";10/1/2026;Kota A;Antrean;MPP;Ratna (Kepala Dinas);5;1/1/2026;12;2\n";
    let import = imported(&format!("REKAP\n{head}1{row}{head}2{}", row.replace("10/1", "11/1")), "");
    let archive = archive(&import);
    let told = remarks(&import).join("\n");
    assert_eq!(archive.visits.len(), 2, "{told}");
    for visit in &archive.visits {
        assert_eq!(visit.itinerary[0].name, "MPP");
        assert!(visit.participants.iter().any(|it| it.name.as_deref() == Some("Ratna")), "{told}");
    }
    assert!(told.contains("row 5: left out: the headings once more"), "{told}");
    // Whose date and whose number it is, the lower row does not say.
    for heading in ["Surat Tanggal", "Jumlah Tamu"] {
        let column = import.plans[0].columns.iter().find(|it| it.heading == heading).unwrap();
        assert_ne!(column.field(), Some("start_date"));
        assert_ne!(column.field(), Some("visitor"));
    }
}

#[test]
fn headings_that_were_merged_are_no_record_where_they_are_repeated() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for row in [0, 3] {
        for (column, heading) in [(0, "Tanggal"), (1, "Kegiatan"), (2, "Penerimaan")] {
            sheet.write(row, column, heading).unwrap();
        }
        sheet.write(row + 1, 2, "Tempat").unwrap().write(row + 1, 3, "Pejabat Penerima").unwrap();
        sheet.write(row + 2, 0, "10/1/2026").unwrap().write(row + 2, 1, "Rapat").unwrap();
        sheet.write(row + 2, 2, "MPP").unwrap();
    }
    let plain = Format::new();
    sheet.merge_range(0, 0, 1, 0, "Tanggal", &plain).unwrap();
    sheet.merge_range(0, 1, 1, 1, "Kegiatan", &plain).unwrap();
    let import = try_import(&[("a.xlsx", book.save_to_buffer().unwrap())], "").unwrap();
    let titles: Vec<_> = archive(&import).visits.iter().map(|it| it.title.clone()).collect();
    assert_eq!(titles, ["Rapat", "Rapat"], "{:?}", remarks(&import));
}

#[test]
fn what_stands_beside_the_headings_and_errors_as_text_are_told() {
    let import = imported("Judul;Tanggal\nRapat;10/1/2026;;penting\nApel;#REF!;\n", "");
    assert_eq!(import.records.visits[0]["x-d"], "penting");
    let told = remarks(&import).join("\n");
    assert!(told.contains("column D: it has no heading; kept in x-d"), "{told}");
    assert!(told.contains("cell B3: left out: it holds an error: #REF!"), "{told}");
}

#[test]
fn rows_find_their_visit_their_people_and_their_stop_by_name() {
    let visits = "Judul;Tanggal;Tuan rumah\nStudi tiru;10/1/2026;Kota B\nStudi tiru;2026-02-03;\n";
    let people = "Kunjungan;Tanggal kunjungan;Nama;Jabatan;Instansi;Pihak\n\
                  Studi tiru;10/1/2026;Dr. Ratna Contoh, M.Si.;Kepala Dinas;Kota B;tuan rumah\n\
                  Studi tiru;;Bima;;;\n;;Sari;;;\n";
    let stops = "Kunjungan;Tanggal kunjungan;Tempat;Jam\nstudi  TIRU;10/1/2026;MPP;09.00\n";
    let said = "Kunjungan;Tanggal kunjungan;Pernyataan;Pembicara;Tempat;Sumber;Paragraf\n\
                Studi tiru;10/1/2026;“Satu pintu”;Ratna Contoh;mpp;https://example.org/1;5\n\
                Studi tiru;10/1/2026;Antrean singkat;Wulan;;;\n";
    let files =
        [("visits.csv", visits), ("peserta.csv", people), ("stops.csv", stops), ("statements.csv", said)];
    let files = files.map(|(name, text)| (name, text.as_bytes().to_vec()));
    let import = try_import(&files, "").unwrap();
    let archive = archive(&import);
    assert_eq!(archive.visits.len(), 2);
    let visit = &archive.visits[0];
    let names: Vec<_> =
        visit.participants.iter().map(|it| (it.id.as_str(), it.name.as_deref().unwrap())).collect();
    assert_eq!(names, [("ratna-contoh", "Dr. Ratna Contoh, M.Si."), ("wulan", "Wulan")]);
    let quote = &visit.statements[0];
    assert_eq!((quote.text.as_str(), quote.kind.name()), ("Satu pintu", "quote"));
    assert_eq!(quote.speaker.iter().map(Id::as_str).collect::<Vec<_>>(), ["ratna-contoh"]);
    assert_eq!(quote.stop.as_ref().map(Id::as_str), Some("mpp"));
    assert_eq!(quote.sources[0].locator.as_deref(), Some("5"));
    assert_eq!(visit.statements[1].kind.name(), "paraphrase");
    let told = remarks(&import).join("\n");
    assert!(told.contains("peserta.csv, row 3: left out: there are several visits “Studi tiru”"), "{told}");
    assert!(told.contains("peserta.csv, row 4: left out: does not name its visit"), "{told}");
}

#[test]
fn a_column_with_the_month_first_stays_text_where_it_is_not_certain() {
    let import = imported("Judul,Tanggal\nA,1/25/2026\nB,3/4/2026\n", "");
    let archive = archive(&import);
    assert_eq!(archive.visits[0].start_date.unwrap().to_string(), "2026-01-25");
    assert_eq!(
        (archive.visits[1].start_date, archive.visits[1].date_text.as_deref()),
        (None, Some("3/4/2026"))
    );
}

/// Every table of an archive in our own CSV, without the columns that say where a record stands.
fn tables(archive: &Archive) -> Vec<(&'static str, String)> {
    let all = ExportTable::ALL.iter();
    all.map(|table| (table.name(), written(archive, ExportFormat::Csv, *table, Lang::En))).collect()
}

fn rows(table: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(table.as_bytes());
    let rows: Vec<Vec<String>> =
        reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
    let is_kept = |at: usize| !["file", "line"].contains(&rows[0][at].as_str());
    rows.iter()
        .map(|row| (0..row.len()).filter(|at| is_kept(*at)).map(|at| row[at].clone()).collect())
        .collect()
}

fn assert_round_trip(name: &str, before: &Archive) {
    let tables_before = tables(before);
    let files = tables_before.iter().map(|(table, text)| (*table, text.clone().into_bytes()));
    let names: Vec<(String, Vec<u8>)> = files.map(|(table, bytes)| (format!("{table}.csv"), bytes)).collect();
    let files: Vec<(&str, Vec<u8>)> =
        names.iter().map(|(name, bytes)| (name.as_str(), bytes.clone())).collect();
    let after = archive(&try_import(&files, "").unwrap());
    for ((table, before), (_, after)) in tables_before.iter().zip(tables(&after)) {
        assert_eq!(rows(before), rows(&after), "{name}: {table}");
    }
}

fn records(path: &Path) -> Archive {
    load_text("before.yaml", fs::read(path).unwrap()).archive
}

#[test]
fn our_own_tables_come_back_as_they_were() {
    for entry in fs::read_dir("tests/data").unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|end| end == "yaml") {
            let before = records(&path);
            if !before.visits.is_empty() {
                assert_round_trip(&path.to_string_lossy(), &before);
            }
        }
    }
    assert_round_trip("visits.yaml", &records(Path::new("visits.yaml")));
}

#[test]
fn our_own_workbook_comes_back_as_it_was() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("all.xlsx");
    let (code, _, said) =
        run(lawat().args(["export", "--format", "xlsx", "tests/data/whole.yaml", "-o"]).arg(&path));
    assert_eq!(code, Some(0), "{said}");
    let before = records(Path::new("tests/data/whole.yaml"));
    let after = archive(&try_import(&[("all.xlsx", fs::read(&path).unwrap())], "").unwrap());
    for ((table, before), (_, after)) in tables(&before).iter().zip(tables(&after)) {
        assert_eq!(rows(before), rows(&after), "{table}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn our_own_tables_come_back_with_any_words(words in prop::collection::vec("[A-Z][a-zé,'\"=+@-]{1,8}( [a-z0-9#:.]{1,6}){0,3}", 60)) {
        let mut before = records(Path::new("tests/data/whole.yaml"));
        let mut at = 0;
        // Each text is another one: names that are the same stand for the same.
        replace_texts(&mut before, &mut || {
            at += 1;
            format!("{} {at}", words[at % words.len()].trim())
        });
        assert_round_trip("any words", &before);
    }

    #[test]
    fn no_table_makes_the_import_fail(text in "([A-Za-z0-9;,\n\" /.(-]|Judul|Tanggal|Tamu|Peserta|Pembicara|[^\u{0}-\u{1f}]){0,200}") {
        if let Ok(import) = try_import(&[("any.csv", text.into_bytes())], "") {
            prop_assert!(import.records.write().is_ok());
        }
    }
}

/// A ZIP archive of these files.
pub fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        archive.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(content).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// An XLSX workbook in which one file was replaced.
pub fn with_file(name: &str, content: &str) -> Vec<u8> {
    let mut book = Workbook::new();
    book.add_worksheet().write(0, 0, "Judul").unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).unwrap();
        let own = file.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        std::io::copy(&mut file, &mut bytes).unwrap();
        files.push((own.clone(), if own == name { content.into() } else { bytes }));
    }
    let files: Vec<(&str, &[u8])> =
        files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    zipped(&files)
}

pub fn ods(table: &str) -> Vec<u8> {
    let spaces = ["office", "table", "text"]
        .map(|it| format!("xmlns:{it}=\"urn:oasis:names:tc:opendocument:xmlns:{it}:1.0\""));
    let content = format!(
        "<office:document-content {}><office:body><office:spreadsheet><table:table table:name=\"A\">{table}</table:table></office:spreadsheet></office:body></office:document-content>",
        spaces.join(" ")
    );
    let mimetype = "application/vnd.oasis.opendocument.spreadsheet";
    zipped(&[
        ("mimetype", mimetype.as_bytes()),
        ("META-INF/manifest.xml", b"<manifest:manifest xmlns:manifest=\"urn:x\"/>"),
        ("content.xml", content.as_bytes()),
    ])
}

pub fn cell(text: &str) -> String {
    format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>")
}

#[test]
fn files_that_need_too_much_memory_are_refused_first() {
    let refused = |bytes: Vec<u8>| try_import(&[("x", bytes)], "").unwrap_err();
    let columns = refused("a,".repeat(1_000_000).into_bytes());
    assert!(matches!(columns, Unreadable::TooLarge(Limit::Columns(_))), "{columns:?}");
    let cell_of = |size: usize| format!("Judul,Tanggal\n{},\n", "a".repeat(size)).into_bytes();
    assert!(matches!(refused(cell_of((1 << 20) + 1)), Unreadable::TooLarge(Limit::Cell(_))));
    let strings = refused(with_file("xl/sharedStrings.xml", "<sst uniqueCount=\"9999999999999\"></sst>"));
    assert!(matches!(strings, Unreadable::TooLarge(Limit::Cells(_))), "{strings:?}");
    let row = format!(
        "<table:table-row table:number-rows-repeated=\"1000000\">{}</table:table-row>",
        cell("a").repeat(30)
    );
    let repeated = refused(ods(&row));
    assert!(matches!(repeated, Unreadable::TooLarge(Limit::Cells(_))), "{repeated:?}");
    let spaces = refused(ods(&format!(
        "<table:table-row>{}</table:table-row>",
        cell("<text:s text:c=\"99999999999\"/>")
    )));
    assert!(matches!(spaces, Unreadable::TooLarge(Limit::Size(_))), "{spaces:?}");
    assert_eq!(refused(vec![0xd0, 0xcf, 0x11, 0xe0, 0, 0]), Unreadable::OldOrProtected);
    assert_eq!(refused(zipped(&[("a.txt", b"a")])), Unreadable::NoText);
    assert!(matches!(refused(b"PK\x03\x04 and no more".to_vec()), Unreadable::Damaged(_)));
}

#[test]
fn errors_in_cells_and_lies_about_the_size_do_no_harm() {
    let cells = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Judul</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>Tanggal</t></is></c></row>\
                 <row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>Rapat</t></is></c><c r=\"B2\" t=\"e\"><v>#REF!</v></c><c r=\"C2\" t=\"e\"><v>#SPILL!</v></c></row>";
    let sheet = format!(
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><dimension ref=\"A1:XFD1048576\"/><sheetData>{cells}</sheetData></worksheet>"
    );
    let import = try_import(&[("a.xlsx", with_file("xl/worksheets/sheet1.xml", &sheet))], "").unwrap();
    assert_eq!(archive(&import).visits.len(), 1);
    let told = remarks(&import).join("\n");
    assert!(told.contains("cell B2: left out: it holds an error: #REF!"), "{told}");
    assert!(told.contains("cell C2: left out: it holds an error: #SPILL!"), "{told}");
}

#[test]
fn an_open_document_spreadsheet_is_read_with_its_repetitions() {
    let table = format!(
        "<table:table-row>{}{}</table:table-row><table:table-row table:number-rows-repeated=\"3\"><table:table-cell/></table:table-row>\
         <table:table-row>{}<table:table-cell office:value-type=\"date\" office:date-value=\"2026-01-10\"><text:p>10/01/26</text:p></table:table-cell></table:table-row>\
         <table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>",
        cell("Judul"),
        cell("Tanggal"),
        cell("Rapat")
    );
    let import = try_import(&[("a.ods", ods(&table))], "").unwrap();
    assert_eq!(import.records.places, ["row 5"]);
    assert_eq!(archive(&import).visits[0].start_date.unwrap().to_string(), "2026-01-10");
}

#[test]
fn a_template_is_read_as_it_is_filled_in() {
    for lang in Lang::ALL {
        let import = try_import(&[("t.xlsx", template_workbook(lang).unwrap())], "").unwrap();
        assert!(import.records.is_empty() && remarks(&import).is_empty(), "{:?}", remarks(&import));
        let kinds: Vec<&str> = import.plans.iter().map(|plan| plan.kind.name()).collect();
        assert_eq!(kinds, ["visits", "stops", "participants", "statements"]);
        let unknown = import.plans.iter().flat_map(|plan| &plan.columns).find(|column| column.is_custom());
        assert!(unknown.is_none(), "{unknown:?}");
    }
}

#[test]
fn a_second_import_into_a_file_updates_it() {
    let folder = tempdir().unwrap();
    let (sheet, target) = (folder.path().join("rekap.csv"), folder.path().join("visits.yaml"));
    let import = |text: &str| {
        fs::write(&sheet, text).unwrap();
        let (code, _, said) =
            run(lawat().args(["import", "--lang", "en"]).arg(&sheet).arg("--into").arg(&target));
        assert_eq!(code, Some(0), "{said}");
        said
    };
    import("Judul;Tanggal;Tujuan\nStudi tiru;10/1/2026;Antrean\nRapat;11/1/2026;\n");
    let first = fs::read_to_string(&target).unwrap();
    let said = import("Judul;Tanggal;Tujuan\nStudi tiru;10/1/2026;Antrean\nRapat;11/1/2026;\n");
    assert_eq!(fs::read_to_string(&target).unwrap(), first, "{said}");
    import("Judul;Tanggal;Tujuan;Ringkasan\nStudi tiru;10/1/2026;Antrean;Singkat\nRapat;11/1/2026;;\n");
    let archive = load_text("t", fs::read(&target).unwrap()).archive;
    assert_eq!(archive.visits.len(), 2);
    assert_eq!(archive.visits[0].summary.as_ref().map(|it| it.text.as_str()), Some("Singkat"));
}

#[test]
fn the_command_shows_a_proposal_and_writes_nothing_when_it_is_only_tried() {
    let folder = tempdir().unwrap();
    let map = folder.path().join("map.toml");
    let (code, out, said) =
        run(lawat().args(["import", "--dry-run", "--lang", "id", "tests/data/import/rekap.csv"]));
    assert_eq!((code, out.as_str()), (Some(0), ""));
    assert!(
        said.contains("B “Hari/Tanggal” → start_date") && said.contains("baris 10: tidak diambil"),
        "{said}"
    );
    let (code, out, _) = run(lawat().args(["import", "tests/data/import/rekap.csv", "--map-out"]).arg(&map));
    assert_eq!((code, out.as_str()), (Some(0), ""));
    let (code, out, said) = run(lawat().args(["import", "tests/data/import/rekap.csv", "--map"]).arg(&map));
    assert_eq!(code, Some(0), "{said}");
    assert_eq!(load_text("out", out.into()).archive.visits.len(), 4);
    let (code, _, said) =
        run(lawat().args(["import", "--lang", "en", "tests/data/import/rekap.csv", "--map-out"]).arg(&map));
    assert_eq!(code, Some(2), "{said}");
    fs::write(&map, "[visits]\nrow = 3\n").unwrap();
    let (code, _, said) =
        run(lawat().args(["import", "--lang", "en", "tests/data/import/rekap.csv", "--map"]).arg(&map));
    assert_eq!(code, Some(2));
    assert!(said.contains("“visits.row” cannot be used"), "{said}");
}

#[test]
fn visits_with_errors_are_told_with_their_row() {
    let folder = tempdir().unwrap();
    let sheet = folder.path().join("a.csv");
    fs::write(&sheet, "Judul,Tanggal,Tanggal selesai\nA,2026-01-10,2026-01-08\nB,2026-01-10,\n").unwrap();
    let (code, out, said) = run(lawat().args(["import", "--lang", "en"]).arg(&sheet));
    assert_eq!(code, Some(1));
    assert!(said.contains("row 2: cannot be used yet"), "{said}");
    assert_eq!(load_text("out", out.into()).archive.visits.len(), 1);
}
