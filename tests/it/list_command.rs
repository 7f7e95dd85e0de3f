//! `lawat list` and `lawat show`.

use serde_json::Value;

use crate::command_line::{lawat, run};

const DOZEN: &str = "tests/data/dozen.yaml";

#[test]
fn visits_are_listed_with_the_newest_first() {
    let (code, out, err) = run(lawat().args(["list", DOZEN]));
    assert_eq!((code, err.as_str()), (Some(0), ""));
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(lines.len(), 12);
    assert_eq!(lines[0], "kunjungan-balasan  2026-02-03        Kota Batu ke Kota Awan");
    assert!(lines[11].starts_with("tahun-entah") || lines[11].starts_with("tanpa-nama"), "{out}");
}

#[test]
fn people_of_several_visits_are_listed_once() {
    let (code, out, _) = run(lawat().args(["list", "--kind", "participant", DOZEN]));
    assert_eq!(code, Some(0));
    let of_ratna: Vec<&str> = out.lines().filter(|line| line.contains("Ratna Kencana")).collect();
    assert_eq!(of_ratna, ["ratna                Ratna Kencana, Sekretaris Daerah Kota Batu (×3)"]);
    let (_, out, _) = run(lawat().args(["list", "--kind", "participant", "--format", "json", DOZEN]));
    let people: Value = serde_json::from_str(&out).unwrap();
    let ratna = people.as_array().unwrap().iter().find(|it| it["cite"] == "ratna").unwrap();
    assert_eq!((&ratna["visits"], &ratna["post"]), (&3.into(), &"Sekretaris Daerah Kota Batu".into()));
    assert!(ratna["line"].is_u64() && ratna["file"] == DOZEN, "{ratna}");
}

#[test]
fn stops_are_listed_with_their_references() {
    let (_, out, _) = run(lawat().args(["list", "--kind", "stop", "--format", "jsonl", DOZEN]));
    let first: Value = serde_json::from_str(out.lines().next().unwrap()).unwrap();
    assert_eq!((&first["cite"], &first["kind"]), (&"kunjungan-balasan#galeri".into(), &"stop".into()));
    assert_eq!(run(lawat().args(["list", "--kind", "stop", "tests/data/life/meeting.yaml"])).0, Some(1));
}

#[test]
fn a_record_is_shown_as_in_the_explorer() {
    let (code, out, err) = run(lawat().args(["show", "balikpapan-pontianak-2026#q3", "visits.yaml"]));
    assert_eq!((code, err.as_str()), (Some(0), ""));
    for words in
        ["“Pengelolaan dan sistem", "— Bagus Susetyo, Wakil Wali Kota Balikpapan", "paragraf 9", "(inferred)"]
    {
        assert!(out.contains(words), "{words}\n{out}");
    }
    let (_, out, _) = run(lawat().args(["--lang", "id", "show", "balikpapan-pontianak-2026", "visits.yaml"]));
    assert!(
        out.starts_with("Studi tiru Balikpapan ke Pontianak\n") && out.contains("Lokasi             4"),
        "{out}"
    );
}

#[test]
fn a_person_is_shown_with_all_visits_by_the_id_alone() {
    let (code, out, _) = run(lawat().args(["show", "ratna", DOZEN]));
    assert_eq!(code, Some(0));
    for words in
        ["Ratna Kencana", "Kota Batu ke Kota Awan", "Kabupaten Cadas melihat MPP", "Tiga hari di Kota Batu"]
    {
        assert!(out.contains(words), "{words}\n{out}");
    }
}

#[test]
fn unknown_and_ambiguous_ids_are_reported() {
    let (code, out, err) = run(lawat().args(["show", "q1", DOZEN]));
    assert_eq!((code, out.as_str()), (Some(1), ""));
    assert!(err.contains("kunjungan-balasan#q1, studi-mpp#q1, tiga-hari#q1"), "{err}");
    let (code, _, err) = run(lawat().args(["show", "bagus", "visits.yaml"]));
    assert_eq!(code, Some(1));
    assert_eq!(err, "lawat: no record has the id “bagus”; did you mean “bagus-susetyo”?\n");
    let (code, _, err) = run(lawat().args(["--lang", "id", "show", "zebra", "visits.yaml"]));
    assert_eq!((code, err.as_str()), (Some(1), "lawat: tidak ada catatan dengan id “zebra”\n"));
    assert_eq!(run(lawat().args(["show", "a", "nowhere.yaml"])).0, Some(2));
}
