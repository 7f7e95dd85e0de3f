//! `lawat import` of documents: what the command itself writes for each format.

use std::fs;

use lawat::load::load_text;
use lawat::model::{Archive, Visit};
use tempfile::tempdir;

use crate::command_line::{lawat, run};

/// What the command makes of files of the samples; it must be without errors.
fn import(arguments: &[&str]) -> (Archive, String) {
    let (code, out, said) = run(lawat().args(["import", "--lang", "en"]).args(arguments));
    assert_eq!(code, Some(0), "{said}");
    assert!(said.lines().last().unwrap().contains("imported"), "{said}");
    let loaded = load_text("out", out.clone().into());
    assert!(loaded.diagnostics.iter().all(|it| !it.problem.is_fatal()), "{:?}\n{out}", loaded.diagnostics);
    (loaded.archive, said)
}

#[test]
fn a_calendar() {
    let (archive, _) = import(&["tests/data/import/calendar.ics"]);
    let visit = archive.visits.iter().find(|it| it.id.as_str() == "kunjungan-randu-2024").unwrap();
    assert_eq!(visit.title, "Studi tiru ke Randu, hari pertama");
    assert_eq!(visit.start_date.unwrap().to_string(), "2024-03-12T09:00");
    assert_eq!(visit.timezone.as_deref(), Some("Asia/Makassar"));
    assert!(visit.participants.iter().any(|it| it.name.as_deref() == Some("Bima Misal")));
}

#[test]
fn transcripts_with_their_speakers() {
    let (archive, _) = import(&["tests/data/import/debate.xml"]);
    assert!(
        archive.visits[0].statements.iter().any(|it| it.kind.name() == "quote" && !it.speaker.is_empty())
    );
    let (archive, _) = import(&["tests/data/import/corpus.xml", "tests/data/import/sitting.xml"]);
    assert_eq!((archive.headers[0].people.len(), archive.visits.len()), (2, 1));
    assert!(
        archive.visits[0].statements.iter().any(|it| it.kind.name() == "quote" && !it.speaker.is_empty())
    );
    let (forced, _) = import(&["--format", "tei", "tests/data/import/corpus.xml"]);
    assert_eq!(forced.headers[0].people.len(), 2);
}

#[test]
fn people_in_popolo() {
    let (archive, said) = import(&["tests/data/import/popolo.json"]);
    let names: Vec<_> = archive.headers[0].people.iter().filter_map(|it| it.name.as_deref()).collect();
    assert_eq!(names[..2], ["Ratna Contoh", "Bima Misal"]);
    assert!(said.contains("left out"), "the person without a name is told: {said}");
}

#[test]
fn json_of_any_shape_by_a_map() {
    let folder = tempdir().unwrap();
    let map = folder.path().join("map.toml");
    fs::write(
        &map,
        "[visits]\nrows = 'data.kunjungan[*]'\n[visits.columns]\nid = 'kode'\ntitle = 'judul'\nstart_date = 'tanggal'\n\
         [stops]\nrows = 'data.kunjungan[*].tempat[*]'\n[stops.columns]\nvisit = 'data.kunjungan[*].kode'\nname = 'nama'\n",
    )
    .unwrap();
    let (archive, _) = import(&["--map", map.to_str().unwrap(), "tests/data/import/visits.json"]);
    let visit = &archive.visits[0];
    assert_eq!((visit.id.as_str(), visit.title.as_str()), ("k1", "Studi tiru"));
    assert_eq!(visit.start_date.unwrap().to_string(), "2024-03-12");
    let stops: Vec<_> = visit.itinerary.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(stops, ["MPP", "RSUD"]);
}

#[test]
fn json_lines_of_any_shape() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("a.jsonl");
    fs::write(
        &path,
        "{\"judul\": \"Rapat\", \"tanggal\": \"2026-01-10\"}\n{\"judul\": \"Apel\", \"tanggal\": \"11 Januari 2026\"}\n",
    )
    .unwrap();
    let (archive, _) = import(&[path.to_str().unwrap()]);
    let visits: Vec<_> =
        archive.visits.iter().map(|it| format!("{} {}", it.title, it.start_date.unwrap())).collect();
    assert_eq!(visits, ["Rapat 2026-01-10", "Apel 2026-01-11"]);
}

#[test]
fn our_own_exports() {
    let folder = tempdir().unwrap();
    let before = load_text("a", fs::read("tests/data/whole.yaml").unwrap()).archive;
    for format in ["json", "jsonl", "ics"] {
        let path = folder.path().join(format!("a.{format}"));
        let (code, _, said) =
            run(lawat().args(["export", "--format", format, "tests/data/whole.yaml", "-o"]).arg(&path));
        assert_eq!(code, Some(0), "{said}");
        let (after, _) = import(&[path.to_str().unwrap()]);
        // A calendar has no visits without a day.
        let is_there = |visit: &&Visit| format != "ics" || after.visits.iter().any(|it| it.id == visit.id);
        let before: Vec<&Visit> = before.visits.iter().filter(is_there).collect();
        assert!(!before.is_empty() && before.len() == after.visits.len(), "{format}");
        for (before, after) in before.iter().zip(&after.visits) {
            assert_eq!(
                (&before.id, &before.title, before.start_date),
                (&after.id, &after.title, after.start_date)
            );
            if format != "ics" {
                assert_eq!(
                    (&before.statements, &before.participants),
                    (&after.statements, &after.participants)
                );
            }
        }
    }
}

#[test]
fn standard_input() {
    use std::io::Write as _;
    use std::process::Stdio;
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_lawat"));
    command.args(["import", "--lang", "en", "-"]).env("LAWAT_CONFIG", "/dev/null");
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(b"Judul;Tanggal\nRapat;10/1/2026\n").unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    assert_eq!(load_text("out", output.stdout).archive.visits[0].title, "Rapat");
}
