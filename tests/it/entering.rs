//! Records from what people type: fields, names of known records, and what is created beside them.

use lawat::entry::{Entry, EntryError, Input, Kind, Known, NewRecord, same_name};
use lawat::lang::Lang;
use lawat::load::load_text;
use lawat::model::Archive;

const ARCHIVE: &str = "
schema_version: '1.1'
visits:
  - id: lama
    title: Studi tiru
    organizations: [{id: kota-b, name: Pemerintah Kota B, other_names: [Pemkot B]}]
    participants: [{id: ratna, name: Ratna Contoh, post: Kepala MPP, organization: kota-b}]
  - id: baru
    title: Kunjungan baru
    participants: [{id: bima, name: Bima Contoh}]
    itinerary: [{id: mpp, name: Mal Pelayanan Publik, short_name: MPP}]
    statements: [{id: q1, type: quote, text: Satu pintu}]
    sources: [{id: berita, url: 'https://example.org/1'}]
";

fn archive() -> Archive {
    load_text("a.yaml", ARCHIVE.into()).archive
}

fn enter(kind: Kind, visit: Option<usize>, answers: &[(&str, &str)]) -> Result<NewRecord, EntryError> {
    let archive = archive();
    let mut entry = Entry::new(kind);
    for (name, text) in answers {
        entry.answer(kind.field(name).unwrap(), text, Lang::En)?;
    }
    entry.record(Known { archive: &archive, visit: visit.map(|at| &archive.visits[at]) }, Lang::En)
}

fn yaml(kind: Kind, visit: Option<usize>, answers: &[(&str, &str)]) -> String {
    serde_yaml::to_string(&enter(kind, visit, answers).unwrap().archive).unwrap()
}

#[test]
fn a_statement_finds_its_speaker_its_stop_and_its_source() {
    let answers = [
        ("text", "Semua selesai di satu tempat."),
        ("speaker", "bima contoh"),
        ("stop", "MPP"),
        ("topics", "layanan; antrean"),
        ("date", "10 Januari 2026"),
        ("locator", "paragraph 3"),
    ];
    assert_eq!(
        yaml(Kind::Statement, Some(1), &answers),
        "\
visits:
- id: baru
  statements:
  - id: q2
    type: quote
    text: Semua selesai di satu tempat.
    speaker: bima
    stop: mpp
    date: 2026-01-10
    topics:
    - layanan
    - antrean
    sources:
    - id: berita
      locator: paragraph 3
"
    );
}

#[test]
fn a_speaker_who_is_not_in_the_visit_is_added_to_it() {
    let known = enter(Kind::Statement, Some(1), &[("text", "A"), ("speaker", "Ratna Contoh, S.E.")]).unwrap();
    assert_eq!((known.found[0].id.as_str(), known.found[0].is_in_visit), ("ratna", false));
    assert_eq!(known.created, [("participants", "Ratna Contoh".to_owned())]);
    let new = yaml(Kind::Statement, Some(1), &[("text", "A"), ("speaker", "Sari Contoh; Bima Contoh")]);
    assert!(new.contains("  participants:\n  - id: sari-contoh\n    name: Sari Contoh\n"), "{new}");
    assert!(new.contains("    speaker:\n    - sari-contoh\n    - bima\n"), "{new}");
}

#[test]
fn a_visit_has_its_organizations_its_group_and_its_source() {
    let answers = [
        ("title", "Kunjungan kerja"),
        ("start_date", "3-5 Maret 2025"),
        ("visitor", "Pemerintah Kota A"),
        ("host", "Pemkot B"),
        ("classification", "kunjungan kerja"),
        ("count", "12"),
        ("url", "https://example.org/berita"),
    ];
    assert_eq!(
        yaml(Kind::Visit, None, &answers),
        "\
visits:
- id: kunjungan-kerja-2025
  title: Kunjungan kerja
  classification: working_visit
  start_date: 2025-03-03/2025-03-05
  organizations:
  - id: pemerintah-kota-a
    name: Pemerintah Kota A
    role: visitor
  - id: kota-b
    name: Pemerintah Kota B
    role: host
  participants:
  - id: delegation
    type: group
    post: Delegation
    side: visitor
    count: 12
  sources:
  - id: source
    url: https://example.org/berita
"
    );
}

#[test]
fn a_stop_has_its_place_and_a_person_its_post() {
    let stop = [("name", "Rumah Sakit B"), ("place.locality", "Kota B"), ("organization", "Pemkot B")];
    let stop = yaml(Kind::Stop, Some(1), &stop);
    assert!(stop.contains("  - id: rumah-sakit-b\n    name: Rumah Sakit B\n    organization: kota-b\n    place:\n      locality: Kota B\n"), "{stop}");
    let person = yaml(Kind::Person, Some(1), &[("post", "Camat; Plt Lurah"), ("side", "tuan rumah")]);
    assert!(
        person.contains("  - id: camat\n    post:\n    - Camat\n    - Plt Lurah\n    side: host\n"),
        "{person}"
    );
}

#[test]
fn what_does_not_fit_is_refused_with_the_reason() {
    let message =
        |kind, visit, answers: &[(&str, &str)]| enter(kind, visit, answers).unwrap_err().message(Lang::En);
    for (kind, visit, answers, expected) in [
        (Kind::Visit, None, &[("topics", "a")][..], "Title is required"),
        (Kind::Visit, None, &[("start_date", "kemarin")], "“kemarin” depends on today; write the date"),
        (Kind::Person, Some(1), &[("side", "x")], "“x” is not known; choose: delegation, host, third party"),
        (Kind::Person, Some(1), &[("role", "staf")], "enter a name, a post or an organization"),
        (Kind::Person, Some(1), &[("name", "Bima Contoh")], "“Bima Contoh” is in this visit already"),
        (Kind::Statement, None, &[("text", "a")], "which visit? enter its ID or title"),
        (
            Kind::Statement,
            Some(0),
            &[("text", "a"), ("locator", "p. 1")],
            "a place in the source needs the source",
        ),
        (Kind::Statement, Some(1), &[("text", "a"), ("stop", "MPP; Pasar")], "only one name fits here"),
        (Kind::Stop, Some(1), &[("name", "a"), ("position", "x")], "“x” is not a number"),
        (
            Kind::Stop,
            Some(1),
            &[("name", "a"), ("id", "a b")],
            "“a b” cannot be an ID: only letters, digits, “.”, “_” and “-”, at most 100",
        ),
        (Kind::Stop, Some(1), &[("name", "a"), ("id", "q1")], "“q1” is in this visit already"),
    ] {
        assert_eq!(message(kind, visit, answers), expected);
    }
}

#[test]
fn names_are_the_same_without_case_accents_and_titles() {
    assert!(same_name("Drs. H. Bima Contoh, M.Si", "bima contoh"));
    assert!(!same_name("Bima Contoh", "Bima Conto"));
    assert!(!same_name("", "…"));
}

#[test]
fn headings_of_sheets_name_their_fields() {
    for (kind, heading, field) in [
        (Kind::Visit, "Hari/Tanggal", "start_date"),
        (Kind::Visit, "INSTANSI ASAL", "visitor"),
        (Kind::Visit, "Jml. Peserta", "count"),
        (Kind::Person, "Nama Lengkap", "name"),
        (Kind::Statement, "Kutipan", "text"),
        (Kind::Stop, "place.locality", "place.locality"),
    ] {
        assert_eq!(kind.field_of_heading(heading).map(|it| it.name), Some(field), "{heading}");
    }
    // No heading means two fields of a kind.
    for kind in Kind::ALL {
        let mut seen = std::collections::HashMap::new();
        for field in kind.fields() {
            for heading in field.headings() {
                let known = seen.insert(heading.to_lowercase(), field.name);
                assert!(known.is_none_or(|it| it == field.name), "{heading}: {known:?}, {}", field.name);
            }
            assert!(!field.is_asked || field.input != Input::Visit);
        }
    }
}
