//! Documents that are imported: what is read of each format, and that what was exported comes back.

use std::fmt::Write as _;
use std::fs;

use lawat::diagnostic::ProblemCount;
use lawat::export::{ExportFormat, ExportTable};
use lawat::import::{Document, DocumentError, DocumentFormat, Imported, RemarkKind, Rows, read_document};
use lawat::lang::Lang;
use lawat::load::{Loaded, load_text};
use lawat::model::{Archive, Visit};
use proptest::prelude::*;
use serde_yaml::{Mapping, Value};

use crate::exports::{hostile, replace_texts, written};
use crate::random_errors::archives;

/// The samples, each with its format.
pub const SAMPLES: &[(&str, DocumentFormat)] = &[
    ("debate.xml", DocumentFormat::AkomaNtoso),
    ("sitting.xml", DocumentFormat::Tei),
    ("corpus.xml", DocumentFormat::Tei),
    ("popolo.json", DocumentFormat::Json),
    ("calendar.ics", DocumentFormat::Calendar),
];

pub fn sample(name: &str) -> Vec<u8> {
    fs::read(format!("tests/data/import/{name}")).unwrap()
}

pub fn read(format: DocumentFormat, bytes: &[u8]) -> Result<Imported, DocumentError> {
    let mut found = Imported::default();
    read_document(format, bytes, None, Lang::En, &mut found).map(|_| found)
}

/// The records of an import as a file.
pub fn yaml(found: &Imported) -> String {
    let mut archive = Mapping::new();
    archive.insert("schema_version".into(), "1.1".into());
    for (name, records) in
        [("people", &found.people), ("organizations", &found.organizations), ("visits", &found.visits)]
    {
        if !records.is_empty() {
            archive.insert(name.into(), records.iter().cloned().map(Value::from).collect::<Vec<_>>().into());
        }
    }
    lawat::text::yaml(&archive).unwrap()
}

/// The records of an import, loaded; none may have an error.
pub fn loaded(found: &Imported) -> Loaded {
    let text = yaml(found);
    let loaded = load_text("import.yaml", text.clone().into());
    assert_eq!(ProblemCount::of(&loaded.diagnostics).errors, 0, "{:?}\n{text}", loaded.diagnostics);
    assert_eq!(loaded.archive.visits.len(), found.visits.len(), "{text}");
    loaded
}

fn remarks(found: &Imported) -> String {
    let mut text = String::new();
    for remark in &found.remarks {
        let (sign, what) = match &remark.what {
            RemarkKind::LeftOut(reason) => ('-', reason),
            RemarkKind::Changed(what) | RemarkKind::Asked(what) => ('~', what),
        };
        let _ = writeln!(text, "{sign} {}: {what}", remark.place.text(Lang::En));
    }
    text
}

#[test]
fn each_sample_becomes_records_that_can_be_loaded() {
    for (name, format) in SAMPLES {
        let bytes = sample(name);
        assert_eq!(DocumentFormat::of_content(&bytes), Some(*format), "{name}");
        let found = read(*format, &bytes).unwrap();
        let loaded = loaded(&found);
        insta::assert_snapshot!(
            format!("import-{}", name.replace('.', "-")),
            format!("{}\n{}\n{:#?}", yaml(&found), remarks(&found), problems(&loaded))
        );
    }
}

/// The problems of loaded records, as `check` names them.
fn problems(loaded: &Loaded) -> Vec<String> {
    loaded.diagnostics.iter().map(|it| format!("{:?}", it.problem.code())).collect()
}

/// An import of the same file again gives the same ids, also after records were added to it.
#[test]
fn ids_are_the_same_every_time() {
    for (name, format) in SAMPLES {
        let found = read(*format, &sample(name)).unwrap();
        assert_eq!(read(*format, &sample(name)).unwrap(), found, "{name}");
    }
    let calendar = String::from_utf8(sample("calendar.ics")).unwrap();
    let event = "BEGIN:VEVENT\r\nSUMMARY:Baru\r\nDTSTART:20240101\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\n";
    let longer = calendar.replacen("BEGIN:VEVENT\r\n", event, 1);
    let ids = |text: &str| -> Vec<String> {
        let found = read(DocumentFormat::Calendar, text.as_bytes()).unwrap();
        found.visits.iter().map(|it| it["id"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(ids(&longer)[0], "baru-2024-01-01");
    assert_eq!(ids(&longer)[1..], ids(&calendar));
}

/// People of a list that was imported before keep what the list says about them.
#[test]
fn a_sitting_refers_to_the_people_of_its_corpus() {
    let mut found = Imported::default();
    for name in ["corpus.xml", "sitting.xml"] {
        read_document(DocumentFormat::Tei, &sample(name), None, Lang::En, &mut found).unwrap();
    }
    let archive = loaded(&found).archive;
    let names: Vec<&str> =
        archive.visits[0].participants.iter().filter_map(|it| it.name.as_deref()).collect();
    assert_eq!(names, ["Ratna Contoh", "Bima Misal", "Renée Umpama"]);
    assert!(!remarks(&found).contains("only by their ids"), "{}", remarks(&found));
}

fn rows(bytes: &[u8], path: Option<&str>) -> Result<Rows, DocumentError> {
    let mut found = Imported::default();
    let format = DocumentFormat::of_content(bytes).unwrap();
    match read_document(format, bytes, path, Lang::Id, &mut found)? {
        Document::Rows(rows) => Ok(rows),
        Document::Records => panic!("{found:?}"),
    }
}

#[test]
fn json_of_any_shape_becomes_rows() {
    let bytes = sample("visits.json");
    let visits = rows(&bytes, None).unwrap();
    assert_eq!(visits, rows(&bytes, Some("data.kunjungan[*]")).unwrap());
    assert_eq!(
        visits.headings,
        [
            "data.jumlah",
            "kode",
            "judul",
            "tanggal",
            "biaya",
            "resmi",
            "tamu[*].nama",
            "tamu[*].jabatan",
            "tempat[*].nama",
            "tempat[*].kota.nama",
            "topik",
            "catatan"
        ][1..]
    );
    let first = ["k1", "Studi tiru", "2024-03-12", "1500000.5", "true", "Ratna Contoh\nBima Misal", "Kepala"];
    assert_eq!(visits.rows[0][..7], first);
    assert_eq!(visits.rows[0][7..], ["MPP\nRSUD", "Randu", "antrean\nsatu pintu"]);
    let stops = rows(&bytes, Some("data.kunjungan[*].tempat[*]")).unwrap();
    let cell = |row: usize, heading: &str| {
        let column = stops.headings.iter().position(|it| it == heading).unwrap();
        stops.rows[row].get(column).map_or("", String::as_str)
    };
    assert_eq!(stops.rows.len(), 3);
    assert_eq!(
        [cell(0, "nama"), cell(0, "kota.nama"), cell(0, "data.kunjungan[*].kode")],
        ["MPP", "Randu", "k1"]
    );
    assert_eq!([cell(2, "nama"), cell(2, "data.kunjungan[*].kode")], ["Balai Kota", "k2"]);
    assert_eq!(rows(&bytes, Some("data.tamu[*]")), Err(DocumentError::NoRowsAt("data.tamu[*]".to_owned())));
    assert_eq!(rows(b"{\"a\": [1, 2]}", None), Err(DocumentError::NoRows));
    let lines = rows(b"{\"judul\": \"A\"}\n\n{\"judul\": \"B\", \"n\": 1}\n", None).unwrap();
    assert_eq!((lines.headings.join(" "), lines.rows[1].join(" ")), ("judul n".to_owned(), "B 1".to_owned()));
}

/// The visits of an export are those of the archive, whatever their header says.
fn assert_comes_back(archive: &Archive, name: &str) {
    for format in [ExportFormat::Json, ExportFormat::Jsonl] {
        let export = written(archive, format, ExportTable::Statements, Lang::Id);
        let Some(kind) = DocumentFormat::of_content(export.as_bytes()) else {
            assert!(archive.visits.is_empty(), "{name}");
            continue;
        };
        let mut found = Imported::default();
        // An archive without visits is a header alone.
        let document = read_document(kind, export.as_bytes(), None, Lang::Id, &mut found);
        assert_eq!(document, Ok(Document::Records), "{name} {format:?}");
        let after = loaded(&found).archive.visits;
        assert_eq!(after.len(), archive.visits.len());
        for (before, after) in archive.visits.iter().zip(after) {
            assert_eq!(after, Visit { header: 0, ..before.clone() }, "{name} {format:?}");
        }
    }
}

#[test]
fn every_fixture_comes_back_from_its_export() {
    let mut tried = 0;
    let folders = ["tests/data", "tests/data/life"].map(|folder| fs::read_dir(folder).unwrap());
    let files =
        folders.into_iter().flatten().map(|entry| entry.unwrap().path()).filter(|path| path.is_file());
    for path in files.chain(["visits.yaml".into()]) {
        let name = path.to_string_lossy().into_owned();
        let archive = load_text(&name, fs::read(&path).unwrap()).archive;
        if !archive.visits.is_empty() {
            assert_comes_back(&archive, &name);
            tried += 1;
        }
    }
    assert!(tried >= 10, "{tried} files");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn any_archive_comes_back_from_its_export((_, text) in archives()) {
        let archive = load_text("a.yaml", text.into()).archive;
        prop_assert!(!archive.visits.is_empty());
        assert_comes_back(&archive, "random");
    }

    #[test]
    fn any_text_comes_back_from_an_export(texts in prop::collection::vec(hostile(), 1..8)) {
        let mut archive = load_text("cited.yaml", include_str!("../data/cited.yaml").into()).archive;
        let mut next = texts.iter().cycle();
        // What is empty or white space is nothing in a record.
        replace_texts(&mut archive, &mut || format!("a{}", next.next().unwrap()));
        let text = written(&archive, ExportFormat::Json, ExportTable::Statements, Lang::Id);
        let archive = load_text("a.json", text.into()).archive;
        assert_comes_back(&archive, "hostile");
    }

    #[test]
    fn any_damage_ends_in_records_that_can_be_loaded_or_in_a_word(
        which in 0..SAMPLES.len(),
        damages in prop::collection::vec((any::<prop::sample::Index>(), 0usize..40, damage()), 1..4),
    ) {
        let (name, format) = SAMPLES[which];
        let mut damaged = sample(name);
        for (at, length, bytes) in damages {
            let at = at.index(damaged.len());
            let end = (at + length).min(damaged.len());
            damaged.splice(at..end, bytes);
        }
        match read(format, &damaged) {
            Ok(found) => drop(loaded(&found)),
            Err(error) => prop_assert!(!error.message(Lang::Id).is_empty()),
        }
    }
}

/// What may stand in a document instead of something else.
fn damage() -> impl Strategy<Value = Vec<u8>> {
    let signs = [
        "",
        " ",
        "\"",
        "#",
        "0",
        ",",
        "é",
        "\u{0}",
        "&#1;",
        "&#x202e;",
        "2024-02-30",
        "9999",
        "x y",
        "\n",
        "<p>",
        "</p>",
    ];
    let signs = prop::sample::select(signs.map(|it| it.as_bytes().to_vec()).to_vec());
    prop_oneof![3 => signs, 1 => prop::collection::vec(any::<u8>(), 0..20)]
}

/// The facts of visits and stops that a calendar carries.
fn carried(archive: &Archive) -> Vec<String> {
    let mut facts = Vec::new();
    for visit in &archive.visits {
        let date =
            |date: Option<lawat::model::PartialDate>| date.map(|it| it.to_string()).unwrap_or_default();
        facts.push(format!(
            "{} {:?} {} {}",
            visit.id,
            visit.title,
            date(visit.start_date),
            date(visit.end_date)
        ));
        for stop in visit.itinerary.iter().filter(|stop| stop.start_date.is_some()) {
            let dates = format!("{} {}", date(stop.start_date), date(stop.end_date));
            facts.push(format!("{}#{} {:?} {dates} {:?}", visit.id, stop.id, stop.name, stop.activities));
        }
    }
    facts
}

#[test]
fn a_calendar_of_lawat_comes_back_as_far_as_it_carries() {
    for lang in [Lang::Id, Lang::En] {
        let text = "schema_version: '1.1'\nvisits:\n- id: randu\n  title: Studi tiru\n  status: confirmed\n  \
                    start_date: 2024-03-12\n  end_date: 2024-03-13\n  date_certainty: inferred\n  \
                    summary: |-\n    Dua hari.\n    Dua kota.\n  itinerary:\n  - id: mpp\n    name: MPP\n    \
                    start_date: 2024-03-12T02:00Z\n    end_date: 2024-03-12T03:30Z\n    activities: [loket, rapat]\n    \
                    place: {address: Jalan 1, locality: Randu, coordinates: {latitude: -1.5, longitude: 116.25}}\n  \
                    - {id: batal, name: Museum, start_date: 2024-03-13, status: cancelled}\n- id: tanpa-hari\n  \
                    title: Tanpa hari\n  itinerary: [{id: a, name: A, start_date: 2024-05-01}]\n";
        let before = load_text("a.yaml", text.into()).archive;
        let ics = written(&before, ExportFormat::Calendar, ExportTable::Statements, lang);
        let found = read(DocumentFormat::Calendar, ics.as_bytes()).unwrap();
        assert_eq!(remarks(&found), "");
        let after = loaded(&found).archive;
        assert_eq!(carried(&after), carried(&before), "{ics}");
        let (old, new) = (&before.visits[0], &after.visits[0]);
        assert_eq!(new.summary.as_ref().unwrap().text, "Dua hari. Dua kota.");
        assert_eq!(new.date_certainty, old.date_certainty);
        assert_eq!(new.itinerary[1].status, old.itinerary[1].status);
        let place = &new.itinerary[0].place[0];
        assert_eq!(place.address.as_deref(), Some("Jalan 1, Randu"));
        assert_eq!(place.coordinates, old.itinerary[0].place[0].coordinates);
    }
}
