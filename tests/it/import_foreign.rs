//! Documents and tables that programs of others write. A test of a missing program is skipped, except in CI.

use lawat::import::DocumentFormat;
use lawat::model::Visit;
use serde_json::json;

use crate::foreign_programs::{Kind, written_by, written_with};
use crate::import_documents::{loaded, read};
use crate::import_tables;

/// Texts that need escapes, folded lines, or characters beyond Latin-1.
const TEXTS: &[&str] = &[
    "Satu pintu, dua loket; tiga \\ empat: <lima> & \"enam\"",
    "Kunjungan kerja Pemerintah Kota Randu ke Cemara “untuk melihat” pelayanan – 政府の窓口 – sepanjang hari, beserta rombongan",
    "Renée 🏛",
    "a",
];

fn visits(what: &str, format: DocumentFormat) -> Option<Vec<Visit>> {
    let bytes = written_by("documents.py", &[what], json!(TEXTS).to_string().as_bytes())?;
    assert_eq!(DocumentFormat::of_content(&bytes), Some(format), "{what}");
    Some(loaded(&read(format, &bytes).unwrap()).archive.visits.into_iter().collect())
}

#[test]
fn a_calendar_of_icalendar_is_read_as_it_was_meant() {
    let Some(visits) = visits("calendar", DocumentFormat::Calendar) else { return };
    assert_eq!(visits.len(), TEXTS.len());
    for ((number, visit), text) in (1..).zip(&visits).zip(TEXTS) {
        assert_eq!(
            (visit.id.as_str(), visit.title.as_str()),
            (format!("acara-{}", number - 1).as_str(), *text)
        );
        assert_eq!(visit.start_date.unwrap().to_string(), format!("2024-03-{number:02}T09:30"));
        assert_eq!(visit.end_date.unwrap().to_string(), format!("2024-03-{number:02}T11:30"));
        assert_eq!(visit.timezone.as_deref(), Some("Asia/Jakarta"));
        assert_eq!(visit.summary.as_ref().unwrap().text, format!("{text}\n{text}"));
        assert_eq!(visit.topics, [*text, "b"]);
        assert_eq!(visit.itinerary[0].name, *text);
        assert_eq!(visit.participants[0].name.as_deref(), Some("Contoh, Ratna"));
    }
}

#[test]
fn transcripts_of_lxml_are_read_word_for_word() {
    for (what, format, id) in
        [("debate", DocumentFormat::AkomaNtoso, "pidato-"), ("sitting", DocumentFormat::Tei, "u")]
    {
        let Some(visits) = visits(what, format) else { return };
        let said = visits[0].statements.iter().map(|it| (it.id.as_str().to_owned(), it.text.as_str()));
        let meant = (0..).zip(TEXTS).map(|(number, text)| (format!("{id}{number}"), *text));
        assert_eq!(said.collect::<Vec<_>>(), meant.collect::<Vec<_>>(), "{what}");
    }
}

#[test]
fn tables_of_all_writers_have_the_same_visits() {
    let rows = json!([
        ["REKAPITULASI KUNJUNGAN", null, null, null, null, null],
        ["No", "Tanggal", "Instansi Tamu", "Jumlah (orang)", "Penerimaan", null],
        [null, null, null, null, "Tempat", "Pejabat Penerima"],
        [
            1,
            "2026-01-10",
            "Kota Bogor",
            12,
            "1. MPP\n2. RSUD",
            "Renée Contoh, S.Sos. (Kepala Dinas); Drs. Andi"
        ],
        [null, null, null, null, null, null],
        [
            2,
            "12 s.d. 14 Januari 2026",
            "“Kota” Depok, Jabar",
            "±25 orang",
            "MPP",
            "Renée Contoh, S.Sos. (Kepala Dinas)"
        ],
        ["Jumlah", null, null, 37, null, null],
    ]);
    for writer in ["xlsx", "ods", "comma", "semicolon", "tab", "xlsx of LibreOffice", "ods of LibreOffice"] {
        let kind = if writer.ends_with("LibreOffice") { Kind::OfTheSystem } else { Kind::Package };
        let bytes = written_with(kind, "tables.py", &[writer], rows.to_string().as_bytes());
        let Some(bytes) = bytes else { return };
        let visits = import_tables::visits(bytes);
        let days: Vec<_> = visits.iter().flat_map(|it| [it.start_date, it.end_date]).collect();
        let days: Vec<_> = days.into_iter().flatten().map(|it| it.to_string()).collect();
        assert_eq!(days, ["2026-01-10", "2026-01-12", "2026-01-14"], "{writer}");
        let stops = visits.iter().flat_map(|it| &it.itinerary).map(|it| it.name.as_str());
        assert_eq!(stops.collect::<Vec<_>>(), ["MPP", "RSUD", "MPP"], "{writer}");
        let people = visits.iter().flat_map(|it| &it.participants).filter_map(|it| it.name.as_deref());
        let receiver = "Renée Contoh, S.Sos.";
        assert_eq!(people.collect::<Vec<_>>(), [receiver, "Drs. Andi", receiver], "{writer}");
        assert_eq!(visits[1].organizations[0].name, "“Kota” Depok, Jabar", "{writer}");
    }
}
