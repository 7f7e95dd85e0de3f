//! `lawat import --template`: written by the command, filled in as an office would, read again.

use std::fs;
use std::io::{Cursor, Read as _};
use std::path::Path;

use lawat::entry::Kind;
use lawat::lang::Lang;
use lawat::load::load_text;
use lawat::model::Archive;
use tempfile::tempdir;

use crate::command_line::{lawat, run};
use crate::import_tables::zipped;

/// A row that somebody fills in: fields and what was typed. A number that begins with `date:` is the serial number of a date.
type Entry<'a> = &'a [(&'a str, &'a str)];

const VISITS: &[Entry<'_>] = &[
    &[
        ("title", "Studi tiru Kota A"),
        ("start_date", "date:46034"),
        ("visitor", "Pemkot A"),
        ("host", "Pemkot B"),
    ],
    &[
        ("title", "Kunjungan kerja"),
        ("start_date", "Senin, 19 Januari 2026"),
        ("count", "25 orang"),
        ("receivers", "Ratna Contoh, S.H. dan Bima Contoh (Sekretaris Daerah)"),
        ("stops", "MPP; RSUD Contoh"),
        ("topics", "antrean; loket"),
    ],
];
const STOPS: &[Entry<'_>] =
    &[&[("visit", "Studi tiru Kota A"), ("name", "Balai Kota"), ("place.locality", "Kota B")]];
const PEOPLE: &[Entry<'_>] = &[
    &[
        ("visit", "Studi tiru Kota A"),
        ("name", "Wulan Contoh"),
        ("post", "Kepala Dinas"),
        ("organization", "Pemkot B"),
    ],
    &[("visit", "Studi tiru Kota A"), ("name", "Sari Contoh"), ("side", "SIDE")],
];
const SAID: &[Entry<'_>] = &[&[
    ("visit", "Studi tiru Kota A"),
    ("text", "Antrean kami singkat."),
    ("type", "TYPE"),
    ("speaker", "Wulan Contoh"),
    ("stop", "Balai Kota"),
]];

/// The words that the drop-down lists have for two of the entries.
fn chosen(text: &str, lang: Lang) -> &str {
    match (text, lang) {
        ("SIDE", Lang::Id) => "delegasi",
        ("SIDE", Lang::En) => "delegation",
        ("TYPE", Lang::Id) => "kutipan",
        ("TYPE", Lang::En) => "quote",
        _ => text,
    }
}

fn column(kind: Kind, field: &str) -> usize {
    kind.fields().iter().position(|it| it.name == field).unwrap()
}

fn letters(column: usize) -> String {
    let letter = |at: usize| char::from(b'A' + u8::try_from(at).unwrap());
    if column < 26 {
        letter(column).into()
    } else {
        [letter(column / 26 - 1), letter(column % 26)].iter().collect()
    }
}

/// The rows of a sheet below the line of help and the headings.
fn rows(kind: Kind, entries: &[Entry<'_>], date_style: usize, lang: Lang) -> String {
    let row = |(number, entry): (usize, &Entry<'_>)| {
        let mut cells: Vec<(usize, &str)> =
            entry.iter().map(|(field, text)| (column(kind, field), *text)).collect();
        cells.sort_unstable();
        let cells = cells.into_iter().map(|(column, text)| {
            let at = format!("{}{number}", letters(column));
            match text.strip_prefix("date:") {
                Some(serial) => format!("<c r=\"{at}\" s=\"{date_style}\"><v>{serial}</v></c>"),
                None => format!("<c r=\"{at}\" t=\"inlineStr\"><is><t>{}</t></is></c>", chosen(text, lang)),
            }
        });
        format!("<row r=\"{number}\">{}</row>", cells.collect::<String>())
    };
    (3..).zip(entries).map(row).collect()
}

/// The workbook with filled sheets, as a spreadsheet program saves it: a date has a style of its own.
fn filled(template: &[u8], lang: Lang) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(template)).unwrap();
    let mut files: Vec<(String, String)> = Vec::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        files.push((name, text));
    }
    let styles = files.iter_mut().find(|(name, _)| name == "xl/styles.xml").map(|(_, text)| text).unwrap();
    let (before, after) = styles.split_once("</cellXfs>").unwrap();
    let date_style = before.split("<cellXfs").nth(1).unwrap().matches("<xf ").count();
    let date =
        "<xf numFmtId=\"14\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>";
    *styles = format!("{before}{date}</cellXfs>{after}");
    let sheets =
        [(Kind::Visit, VISITS), (Kind::Stop, STOPS), (Kind::Person, PEOPLE), (Kind::Statement, SAID)];
    assert_eq!(sheets.map(|(kind, _)| kind), Kind::ALL);
    for (number, (kind, entries)) in (1..).zip(sheets) {
        let path = format!("xl/worksheets/sheet{number}.xml");
        let sheet = files.iter_mut().find(|(name, _)| *name == path).map(|(_, text)| text).unwrap();
        let more = format!("{}</sheetData>", rows(kind, entries, date_style, lang));
        assert!(sheet.contains("</sheetData>"));
        *sheet = sheet.replace("</sheetData>", &more);
    }
    let files: Vec<(&str, &[u8])> =
        files.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
    zipped(&files)
}

fn template(path: &Path, lang: Lang) {
    let (code, out, said) = run(lawat().args(["import", "--lang", lang.code(), "--template"]).arg(path));
    assert_eq!((code, out.as_str()), (Some(0), ""), "{said}");
}

/// Imports a file; nothing may be left out, changed or asked.
fn import(path: &Path) -> Archive {
    let (code, out, said) = run(lawat().args(["import", "--lang", "en"]).arg(path));
    assert_eq!(code, Some(0), "{said}");
    let told: Vec<_> = said.lines().filter(|line| !line.contains("headings in row")).collect();
    assert_eq!(told.len(), 1, "{said}");
    let loaded = load_text("out", out.into());
    assert!(loaded.diagnostics.iter().all(|it| !it.problem.is_fatal()), "{:?}", loaded.diagnostics);
    loaded.archive
}

#[test]
fn a_workbook_that_is_filled_in_has_the_values_that_were_typed() {
    for lang in Lang::ALL {
        let folder = tempdir().unwrap();
        let path = folder.path().join("kunjungan.xlsx");
        template(&path, lang);
        fs::write(&path, filled(&fs::read(&path).unwrap(), lang)).unwrap();
        let archive = import(&path);
        let [study, work] = archive.visits.as_slice() else { panic!("{} visits", archive.visits.len()) };
        assert_eq!(study.id.as_str(), "studi-tiru-kota-a-2026-01-12");
        assert_eq!(study.start_date.unwrap().to_string(), "2026-01-12");
        let organizations: Vec<_> = study.organizations.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(organizations, ["Pemkot B", "Pemkot A"]);
        assert_eq!((study.itinerary[0].name.as_str(), study.itinerary.len()), ("Balai Kota", 1));
        assert_eq!(study.itinerary[0].place[0].locality.as_deref(), Some("Kota B"));
        let wulan = &study.participants[0];
        assert_eq!((wulan.id.as_str(), wulan.organization[0].as_str()), ("wulan-contoh", "pemkot-b"));
        assert_eq!(study.participants[1].side.unwrap().name(), "visitor");
        let quote = &study.statements[0];
        assert_eq!((quote.kind.name(), quote.text.as_str()), ("quote", "Antrean kami singkat."));
        assert_eq!(quote.speaker[0], wulan.id);
        assert_eq!(quote.stop.as_ref(), Some(&study.itinerary[0].id));
        assert_eq!(work.start_date.unwrap().to_string(), "2026-01-19");
        assert_eq!(work.topics, ["antrean", "loket"]);
        let stops: Vec<_> = work.itinerary.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(stops, ["MPP", "RSUD Contoh"]);
        let people: Vec<_> = work.participants.iter().filter_map(|it| it.name.as_deref()).collect();
        assert_eq!(people[people.len() - 2..], ["Ratna Contoh, S.H.", "Bima Contoh"]);
        assert!(work.participants.iter().any(|it| it.count == Some(25)));
    }
}

#[test]
fn a_table_that_is_filled_in_has_the_values_that_were_typed() {
    for lang in Lang::ALL {
        for (name, kind, entries) in [
            ("visits.csv", Kind::Visit, VISITS),
            ("peserta.csv", Kind::Person, PEOPLE),
            ("a.csv", Kind::Visit, VISITS),
        ] {
            let folder = tempdir().unwrap();
            let path = folder.path().join(name);
            template(&path, lang);
            let head = fs::read_to_string(&path).unwrap();
            let delimiter = if lang == Lang::Id { b';' } else { b',' };
            let mut table = csv::WriterBuilder::new().delimiter(delimiter).from_writer(head.into_bytes());
            for entry in entries {
                let mut cells = vec![String::new(); kind.fields().len()];
                for (field, text) in *entry {
                    let typed = if *text == "date:46034" { "12/1/2026" } else { chosen(text, lang) };
                    typed.clone_into(&mut cells[column(kind, field)]);
                }
                table.write_record(&cells).unwrap();
            }
            fs::write(&path, table.into_inner().unwrap()).unwrap();
            let archive = import(&path);
            let visit = &archive.visits[0];
            assert_eq!(visit.title, "Studi tiru Kota A");
            if kind == Kind::Visit {
                assert_eq!(archive.visits.len(), 2);
                assert_eq!(visit.start_date.unwrap().to_string(), "2026-01-12");
                assert_eq!(archive.visits[1].itinerary.len(), 2);
            } else {
                let names: Vec<_> = visit.participants.iter().filter_map(|it| it.name.as_deref()).collect();
                assert_eq!(names, ["Wulan Contoh", "Sari Contoh"]);
            }
        }
    }
}

#[test]
fn a_template_overwrites_nothing_and_its_name_must_say_its_format() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("a.csv");
    template(&path, Lang::En);
    fs::write(&path, "mine").unwrap();
    let (code, _, said) = run(lawat().args(["import", "--lang", "en", "--template"]).arg(&path));
    assert_eq!(code, Some(2), "{said}");
    assert_eq!(fs::read_to_string(&path).unwrap(), "mine");
    let other = folder.path().join("a.txt");
    let (code, _, said) = run(lawat().args(["import", "--lang", "en", "--template"]).arg(&other));
    assert_eq!((code, other.exists()), (Some(2), false), "{said}");
}
