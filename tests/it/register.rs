//! The register: facts that several visits share are described once, in any of the files.

use std::fs;

use lawat::lang::Lang;
use lawat::load::{Loaded, SourceTexts, check, load, load_text};
use lawat::model::{Id, Visit};

use crate::command_line::{lawat, run};

const FOLDER: &str = "tests/data/register";

fn folder() -> Loaded {
    load(&[FOLDER.into()])
}

fn visit<'a>(loaded: &'a Loaded, id: &str) -> &'a Visit {
    loaded.archive.visit(&Id::new(id)).unwrap()
}

/// The problems of a text, as `line: message | help`.
fn found(loaded: &Loaded) -> Vec<String> {
    let line = |it: &lawat::diagnostic::Diagnostic| it.location.at.map_or(0, |at| at.line);
    let suggestion = |it: &lawat::diagnostic::Diagnostic| it.problem.help(Lang::En).unwrap_or_default();
    let all = loaded.diagnostics.iter();
    all.map(|it| format!("{}: {} | {}", line(it), it.problem.message(Lang::En), suggestion(it))).collect()
}

#[test]
fn visits_are_completed_from_a_later_file() {
    let loaded = folder();
    assert_eq!(found(&loaded), [""; 0]);
    assert_eq!(loaded.skipped, []);
    let studi = visit(&loaded, "studi-2024");
    let ratna = studi.participant(&Id::new("ratna")).unwrap();
    assert_eq!(ratna.name.as_deref(), Some("Ratna Contoh"));
    assert_eq!(studi.post_of(ratna).as_deref(), Some("Kepala DPMPTSP Contoh"));
    assert_eq!(
        (ratna.id.line(), loaded.archive.source_location(studi, &ratna.id).as_str()),
        (11, "tests/data/register/kunjungan.yaml:11")
    );
    // The fields of the visit itself take precedence, and a replaced name loses its translation.
    let bima = studi.participant(&Id::new("bima")).unwrap();
    assert_eq!(bima.name.as_deref(), Some("Bima Misal"));
    assert_eq!(studi.post_of(bima).as_deref(), Some("Ketua Rombongan"));
    assert_eq!(studi.post_of_in(bima, "en"), None);
    // Referenced organizations and their parents are added.
    let mut names: Vec<&str> = studi.organizations.iter().map(|it| it.name.as_str()).collect();
    names.sort_unstable();
    assert_eq!(names, ["DPMPTSP Kota Contoh", "Dinas Contoh", "Pemerintah Kota Contoh", "RSUD Contoh"]);
    let seat = studi.organization(&Id::new("dpmptsp-contoh")).unwrap().place.as_ref().unwrap();
    assert_eq!(seat.locality.as_deref(), Some("Kota Contoh"));
    // Places.
    let [mpp, old] = studi.itinerary.as_slice() else { panic!("two stops") };
    assert_eq!(mpp.place[0].address.as_deref(), Some("Jalan Contoh 1"));
    assert_eq!(old.place[0].address.as_deref(), Some("Pintu belakang"));
    assert_eq!(old.place[0].locality.as_deref(), Some("Kota Contoh"));
    assert_eq!(old.place[1].locality.as_deref(), Some("Kota Seberang"));
    let balasan = visit(&loaded, "balasan-2025");
    assert_eq!(balasan.itinerary[0].place[0].locality.as_deref(), Some("Kota Lain"));
    assert_eq!(balasan.participants[0].name.as_deref(), Some("Dr. Ratna Contoh"));
    assert_eq!(balasan.participants[0].same_as, ["https://example.org/ratna"]);
}

#[test]
fn check_and_exports_see_the_completed_records() {
    let checked = check(&[FOLDER.into()], &SourceTexts::default());
    assert_eq!((checked.visits, checked.diagnostics.len()), (2, 0));
    let (code, json, _) = run(lawat().args(["export", "--format", "json", FOLDER]));
    assert_eq!(code, Some(0));
    let again = load_text("a.json", json.into_bytes());
    assert_eq!(found(&again), [""; 0]);
    let of = |loaded: &Loaded| {
        loaded.archive.visits.iter().map(|it| Visit { header: 0, ..it.clone() }).collect::<Vec<_>>()
    };
    assert_eq!(of(&again), of(&folder()));
    assert_eq!(again.archive.headers[0].schema_version, "1.1");
}

#[test]
fn a_register_may_be_anywhere_and_alone() {
    let visits = "visits: [{id: v, title: V, participants: [a]}]\n";
    let people = "people: [{id: a, name: A}]\n";
    for text in [
        format!("schema_version: '1.1'\n{people}{visits}"),
        format!("schema_version: '1.1'\n{visits}{people}"),
        format!("schema_version: '1.1'\n{visits}---\nschema_version: '1.1'\n{people}"),
        r#"[{"schema_version": "1.1", "visits": [{"id": "v", "title": "V", "participants": ["a"]}], "people": [{"id": "a", "name": "A"}]}]"#.to_owned(),
    ] {
        let loaded = load_text("a.yaml", text.clone().into());
        assert_eq!(found(&loaded), [""; 0], "{text}");
        assert_eq!(loaded.archive.visits[0].participants[0].name.as_deref(), Some("A"), "{text}");
    }
    let alone = load_text("a.yaml", format!("schema_version: '1.1'\n{people}").into());
    assert_eq!((found(&alone), alone.archive.visits.len()), (vec![], 0));
    for bare in
        ["schema_version: '1.1'\n", "schema_version: '1.1'\nvisits:\n", "schema_version: '1.1'\npeople:\n"]
    {
        let loaded = load_text("a.yaml", bare.into());
        assert!(found(&loaded)[0].contains("the field “visits” is required"), "{bare}: {:?}", found(&loaded));
    }
    // A register of an unknown version is ignored.
    let text = format!("schema_version: '1.1'\n{visits}---\nschema_version: '2.0'\n{people}");
    assert!(
        found(&load_text("a.yaml", text.into()))[0]
            .contains("there is no person in the register with the ID “a”")
    );
}

#[test]
fn unknown_ids_are_reported_with_the_nearest_match() {
    let text = "schema_version: '1.1'
people:
  - {id: ratna, name: Ratna Contoh, organization: hilang}
  - {id: bima, name: Bima Misal}
organizations:
  - {id: pemkot, name: Pemkot, parent: provinsi, place: gudang}
places: [{id: gedung-1, name: Gedung Satu}, {id: bulan, coordinates: {latitude: 91, longitude: 0}}]
visits:
  - id: a
    title: A
    participants: [ratn, Bima Misal]
    organizations: [pemkop]
    itinerary: [{id: s, name: S, place: gedung-l}]
  - id: b
    title: B
    organizations: [{id: provinsi, name: Provinsi}]
    participants: [ratna]
    itinerary: [{id: s, name: S, place: bulan, organization: pemkot}]
";
    let loaded = load_text("a.yaml", text.into());
    let of_line =
        |line: &str| found(&loaded).into_iter().filter(|it| it.starts_with(line)).collect::<Vec<_>>();
    for (line, expected) in [
        ("3:", &["there is no organization in the register with the ID “hilang”"][..]),
        // A visit has it.
        ("6:", &["there is no place with the ID “gudang”"]),
        ("7:", &["coordinate out of range: latitude 91"]),
        (
            "11:",
            &[
                "“ratn” | Did you mean “ratna”?",
                "“Bima Misal” | Did you mean “bima”?",
                "“Bima Misal” is not a valid ID",
            ],
        ),
        ("12:", &["no organization in the register with the ID “pemkop” | Did you mean “pemkot”?"]),
        ("13:", &["there is no place with the ID “gedung-l” | Did you mean “gedung-1”?"]),
    ] {
        let found = of_line(line);
        assert!(
            found.len() == expected.len()
                && expected.iter().all(|it| found.iter().any(|line| line.contains(it))),
            "{found:?}"
        );
    }
    assert_eq!(loaded.diagnostics.len(), 8, "{:?}", found(&loaded));
    // Errors in the register leave out no visit.
    assert_eq!(loaded.archive.visits.len(), 1);
    let b = visit(&loaded, "b");
    assert!(b.participants[0].organization.is_empty());
    let parent = b.organization(&Id::new("pemkot")).unwrap().parent.as_ref();
    assert_eq!(parent.map(Id::as_str), Some("provinsi"));
}

#[test]
fn an_id_is_described_at_most_once() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    write(
        "a.yaml",
        "schema_version: '1.1'\npeople: [{id: x, name: Satu}]\nplaces: [{id: x, name: Gedung}]\n",
    );
    write("b.yaml", "schema_version: '1.1'\norganizations: [{id: x, name: Dua}]\n");
    write("c.yaml", "schema_version: '1.1'\nvisits: [{id: v, title: V, participants: [x]}]\n");
    let loaded = load(&[folder.path().into()]);
    let problems = found(&loaded);
    assert!(problems[0].starts_with("2: the ID “x” is already in use"), "{problems:?}");
    let other = loaded.diagnostics[0].related.as_ref().unwrap();
    assert!(other.file.ends_with("a.yaml"));
    assert_eq!(loaded.archive.visits[0].participants[0].name.as_deref(), Some("Satu"));
    // Lists of other formats are ignored.
    write("d.yaml", "people: [{id: y, name: Lain}]\n");
    write("e.yaml", "schema_version: '1.1'\nvisits: [{id: w, title: W, participants: [y]}]\n");
    let loaded = load(&[folder.path().into()]);
    assert!(found(&loaded).iter().any(|it| it.contains("with the ID “y”")), "{:?}", found(&loaded));
}

#[test]
fn a_register_can_be_read_from_a_pipe() {
    use std::process::Command;
    let folder = tempfile::tempdir().unwrap();
    let (fifo, file) = (folder.path().join("fifo"), folder.path().join("v.yaml"));
    assert!(Command::new("mkfifo").arg(&fifo).status().unwrap().success());
    fs::write(&file, "schema_version: '1.1'\nvisits: [{id: v, title: V, participants: [a]}]\n").unwrap();
    let writer = std::thread::spawn({
        let fifo = fifo.clone();
        move || fs::write(fifo, "schema_version: '1.1'\npeople: [{id: a, name: A}]\n").unwrap()
    });
    let checked = check(&[file.into(), fifo.into()], &SourceTexts::default());
    writer.join().unwrap();
    assert_eq!((checked.visits, checked.diagnostics.len()), (1, 0));
}
