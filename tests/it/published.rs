//! What editors and protocol publish: collected quotes, and briefings on visits.

use std::fs;
use std::path::Path;

use crate::command_line::{lawat, run};

const RECORDS: &str = "schema_version: '1.1'
visits:
  - id: studi
    title: Studi tiru antrean
    start_date: 2026-01-10
    organizations:
      - { id: a, name: Pemkot A, role: visitor }
      - { id: b, name: Pemkot B, role: host, same_as: ['https://b.example/'], x-phone: '0561 123' }
    participants:
      - { id: asisten, name: Rina, post: Asisten Ekonomi, organization: a, side: visitor }
      - { id: wawali, name: Budi, other_names: ['H. Budi, S.E.'], post: Wakil Wali Kota A, organization: a, side: visitor }
      - { id: tuan, name: Sari, post: Kepala Dinas, organization: b, side: host, attendance: [balai] }
    itinerary:
      - { id: balai, name: Balai Kota B, start_date: '2026-01-10T09:30', organization: b }
      - { id: mpp, name: MPP, start_date: '2026-01-10T13:00', organization: b }
    outcomes: [{ id: nota, type: agreement, text: Nota kerja sama ditandatangani. }]
    statements:
      - { id: q1, type: quote, speaker: wawali, stop: balai, text: Antrean jadi singkat. }
      - { id: q2, type: quote, speaker: tuan, stop: mpp, text: Kami senang berbagi. }
";

/// Runs an export in a folder with `in.yaml`; returns the exit code and the two outputs.
fn export(folder: &Path, args: &[&str]) -> (Option<i32>, String, String) {
    fs::write(folder.join("in.yaml"), RECORDS).unwrap();
    run(lawat().current_dir(folder).args(["--lang", "id", "export", "in.yaml"]).args(args))
}

/// Whether the parts occur in this order.
fn in_order(text: &str, parts: &[&str]) -> bool {
    let places: Vec<Option<usize>> = parts.iter().map(|part| text.find(part)).collect();
    places.iter().all(Option::is_some) && places.is_sorted()
}

#[test]
fn quotes_are_collected_in_their_order_with_title_and_lead() {
    let folder = tempfile::tempdir().unwrap();
    let select =
        ["--select", "studi#q2", "--select", "studi#q1", "--title", "Kata tamu", "--lead", "Satu.\n\nDua."];
    let (code, page, err) = export(folder.path(), &[&["--format", "quotes-md"][..], &select].concat());
    assert_eq!(code, Some(0), "{err}");
    let parts = [
        "# Kata tamu",
        "Satu.",
        "Dua.",
        "Kami senang berbagi",
        "Studi tiru antrean, 10 Jan 2026",
        "Antrean jadi singkat",
        "## Lampiran: kunjungan",
        "Pemkot A → Pemkot B",
    ];
    assert!(in_order(&page, &parts), "{page}");
    // The name of the file says which of the two forms is meant.
    let written = |name: &str| {
        let to_file = [&["--format", "quotes", "-o", name][..], &select].concat();
        assert_eq!(export(folder.path(), &to_file).0, Some(0));
        fs::read_to_string(folder.path().join(name)).unwrap()
    };
    assert_eq!(written("q.md"), page);
    assert!(in_order(
        &written("q.html"),
        &["<title>Kata tamu</title>", "Kami senang berbagi", "Antrean jadi singkat"]
    ));
}

#[test]
fn a_briefing_has_hours_ranks_hosts_results_and_contacts() {
    let folder = tempfile::tempdir().unwrap();
    let (code, page, err) = export(folder.path(), &["--format", "briefing-md"]);
    assert_eq!(code, Some(0), "{err}");
    let parts = [
        "# Studi tiru antrean",
        "Sabtu, 10 Januari 2026",
        "## Susunan acara",
        r"09\.30 Balai Kota B",
        r"13\.00 MPP",
        "H. Budi, S.E., Wakil Wali Kota A",
        "Rina, Asisten Ekonomi",
        "## Tuan rumah di tiap lokasi",
        "### Balai Kota B",
        "Sari, Kepala Dinas",
        "### MPP",
        "Nota kerja sama",
        "## Alamat dan kontak",
        "https://b.example/",
        "0561 123",
    ];
    assert!(in_order(&page, &parts), "{page}");
    assert!(!page.contains("Antrean jadi singkat"), "{page}");
}

#[test]
fn a_page_of_a_visit_begins_with_the_occasion_and_ends_with_technical_facts() {
    let folder = tempfile::tempdir().unwrap();
    let (code, _, err) = export(folder.path(), &["-o", "x.md"]);
    assert_eq!(code, Some(0), "{err}");
    let page = fs::read_to_string(folder.path().join("x.md")).unwrap();
    let parts = [
        "# Studi tiru antrean",
        "Sabtu, 10 Januari 2026",
        "Pemkot A → Pemkot B",
        "Antrean jadi singkat",
        "## Lokasi",
        "## Peserta",
        "## Tentang catatan ini",
        "studi\n",
    ];
    assert!(in_order(&page, &parts), "{page}");
}

#[test]
fn what_is_not_known_is_told() {
    let folder = tempfile::tempdir().unwrap();
    for (args, expected) in [
        (&["-o", "x.doc"][..], "nama berkas keluaran"),
        (&["--format", "html", "--title", "x"], "--title dan --lead"),
        (&["--format", "quotes", "--select", "balai"], "bukan kunjungan atau pernyataan"),
        (&["--format", "quotes", "--select", "q9"], "q9"),
    ] {
        let (code, out, err) = export(folder.path(), args);
        assert!(code != Some(0) && out.is_empty() && err.contains(expected), "{code:?} {err}");
    }
}
