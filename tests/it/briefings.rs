//! Briefings: short texts about a visit, a person, an organization or a place, with nothing that is not in the record.

use lawat::app::event::Effect;
use lawat::cite::PostOrder;
use lawat::export::{Briefing, ExportFormat, ExportTable};
use lawat::lang::Lang;
use lawat::load::load_text;
use lawat::model::RecordKind;

use crate::exports::{replace_texts, written};
use crate::session::{DOZEN, Session};

/// The text that is copied when these keys are pressed.
fn copied(session: Session, keys: &str) -> String {
    let session = session.press(keys);
    match session.effects.as_slice() {
        [.., Effect::Copy(text, _)] => text.clone(),
        other => panic!("{other:?} on\n{}", session.screen()),
    }
}

#[test]
fn of_a_visit() {
    let text = copied(Session::open(DOZEN).press("/tiga hari<enter>"), "yy");
    assert_eq!(
        text,
        "\
Tiga hari di Kota Batu
Tanggal: Selasa, 12 Maret 2024 – Kamis, 14 Maret 2024
Jenis: studi banding
Delegasi: Pemerintah Kota Awan
Tuan rumah: Pemerintah Kota Batu

Lokasi kunjungan
Selasa, 12 Maret 2024:
- 08.30 MPP (Mal Pelayanan Publik Kota Batu), Kota Batu
- 10.45 RSUD Kota Batu, Kota Batu

Rabu, 13 Maret 2024:
- Balai Kota Batu, Kota Batu

Tanggal tidak disebut:
- Monumen Kota Batu, Kota Batu

Peserta
Delegasi:
- Sari Wangi, Kepala Dinas Kominfo, Pemerintah Kota Awan
- Rombongan dari Pemerintah Kota Awan, 40 orang

Tuan rumah:
- Ratna Kencana, Kepala MPP Kota Batu, Pemerintah Kota Batu
- Joko Lelana, Petugas Loket, Pemerintah Kota Batu
- Direktur RSUD Kota Batu

Kutipan utama (5 dari 8 pernyataan)
- “Satu pintu untuk semua instansi,” kata Kepala MPP Kota Batu Ratna Kencana, Selasa (12/3/2024).
- “Kami ingin meniru antrean terpadu ini,” kata Kepala Dinas Kominfo Sari Wangi, Selasa (12/3/2024).
- “Lansia kami jemput sampai loket,” kata Petugas Loket Joko Lelana.
- “Rekam medis sudah tanpa kertas,” kata Direktur RSUD Kota Batu.
- “Terima kasih atas sambutannya,” kata pembicara yang tidak disebut namanya.

Hal yang belum pasti
- belum jelas: Kapan monumen didatangi tidak disebut. (Monumen Kota Batu)"
    );
}

#[test]
fn of_a_person_in_all_visits() {
    let session = Session::open(DOZEN).press("/ratna kencana<enter>");
    let text = copied(session, "y<enter>");
    assert_eq!(
        text,
        "\
Ratna Kencana

3 kunjungan, 4 pernyataan

Kota Batu ke Kota Awan, 3 Feb 2026
Jabatan: Sekretaris Daerah Kota Batu
Organisasi: Pemerintah Kota Batu
Pihak: delegasi
Kehadiran: tidak disebut
- “Antrean di sini lebih tertib,” kata Sekretaris Daerah Kota Batu Ratna Kencana.

Kabupaten Cadas melihat MPP, Mei 2025
Jabatan: Kepala MPP Kota Batu
Pihak: tuan rumah
Kehadiran: tidak disebut
- “Dua puluh tujuh instansi dalam satu gedung,” kata Kepala MPP Kota Batu Ratna Kencana, Selasa (20/5/2025).

Tiga hari di Kota Batu, 12–14 Mar 2024
Jabatan: Kepala MPP Kota Batu
Organisasi: Pemerintah Kota Batu
Pihak: tuan rumah
Kehadiran: Mal Pelayanan Publik Kota Batu
- “Satu pintu untuk semua instansi,” kata Kepala MPP Kota Batu Ratna Kencana, Selasa (12/3/2024).
- Waktu tunggu turun sejak loket disatukan, menurut Kepala MPP Kota Batu Ratna Kencana."
    );
}

#[test]
fn of_an_organization_and_a_place_with_open_questions() {
    let text = copied(Session::open(DOZEN).press("/tiga hari<enter>3Gk"), "yy");
    assert!(text.starts_with("Pemerintah Kota Batu\n\n3 kunjungan, 5"), "{text}");
    assert!(text.contains("Peran: tuan rumah\nPeserta: Ratna Kencana; Joko Lelana\n- “Satu pintu"), "{text}");
    assert!(text.contains("Pameran perangkat antrean, sekitar Sep 2024\nPeran: tuan rumah"), "{text}");
    let text = copied(Session::open(DOZEN).press("/monumen<enter>"), "yy");
    assert!(
        text.starts_with("Monumen Kota Batu\n\n1 kunjungan, 0 pernyataan\n\nAlamat: Kota Batu"),
        "{text}"
    );
    assert!(text.contains("Tanggal: tidak disebut\nHal yang belum pasti:\n- belum jelas: Kapan"), "{text}");
    // Inferred facts are marked, and unnamed people get no names.
    let text = copied(Session::open(DOZEN).press("/joko<enter>"), "yy");
    assert!(
        text.contains("Kehadiran: Mal Pelayanan Publik Kota Batu; Balai Kota Batu (disimpulkan)"),
        "{text}"
    );
    let text = copied(Session::open(DOZEN).press("/direktur rsud<enter>"), "yy");
    assert!(text.contains("\n\nnama tidak disebut\n"), "{text}");
    let text = copied(Session::example(), "1yy");
    assert!(text.contains("\nTanggal: Sabtu, 10 Januari 2026 (disimpulkan)\n"), "{text}");
}

#[test]
fn as_markdown_and_in_english() {
    let text = copied(Session::open(DOZEN).lang(Lang::En).press("/tiga hari<enter>"), "ym");
    for part in [
        "# Tiga hari di Kota Batu\n\n- **Date:** Tuesday, 12 March 2024 – Thursday, 14 March 2024\n",
        "- **Delegation:** Pemerintah Kota Awan\n- **Host:** Pemerintah Kota Batu\n\n## Stops\n\n### Tuesday",
        "## Main quotes (5 of 8 statements)\n\n- “Satu pintu untuk semua instansi,” said Ratna Kencana",
        "## Open questions\n\n- unclear: Kapan",
    ] {
        assert!(text.contains(part), "no {part:?} in\n{text}");
    }
    let session = Session::open(DOZEN).lang(Lang::En).press("/tiga hari<enter>y");
    session.expect("y  briefing").expect("m  briefing (Markdown)").expect("title only");
}

#[test]
fn a_briefing_has_no_escapes_or_markup() {
    let mut archive = load_text("visits.yaml", DOZEN.into()).archive;
    replace_texts(&mut archive, &mut || "a\u{1b}[31m\n\n# b <script>c</script> \u{202e}d".to_owned());
    for at in 0..archive.visits.len() {
        for target in archive.targets_of(at).filter(|it| it.kind != RecordKind::Statement) {
            let records = [target, lawat::model::Target::visit(at), target];
            for lang in Lang::ALL {
                let post_order = PostOrder::default();
                let briefing = Briefing { archive: &archive, lang, post_order, records: &records };
                let (text, markdown) = (briefing.text(), briefing.markdown());
                let acts = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
                assert!(!text.contains(acts) && !markdown.contains(acts), "{text}");
                assert!(!markdown.contains("<script>") && !markdown.contains("\n# b"), "{markdown}");
            }
        }
    }
}

/// Names and titles are in the language of the text, where the record has them.
#[test]
fn names_are_in_the_language_of_the_page() {
    let archive = "
schema_version: '1.0'
visits:
  - id: v
    title: Kunjungan
    title_en: A visit
    language: id
    organizations: [{id: o, name: Pemerintah Kota Rekaan, name_en: City of Rekaan, role: host}]
    participants:
      - {id: r, name: Rano Umpamawan, post: Kepala MPP, post_en: Head of the MPP, organization: o, side: host}
      - {id: g, type: group, organization: o, side: host}
    itinerary: [{id: s, name: Balai Kota, name_en: City Hall, organization: o}]
    statements: [{id: q, type: quote, text: Baik, speaker: r, stop: s, interpreted_by: g}]
    outcomes: [{id: x, text: Nota, parties: [o], responsible: o, stop: s}]
";
    let archive = load_text("v.yaml", archive.into()).archive;
    let page = |lang| written(&archive, ExportFormat::Markdown, ExportTable::Statements, lang);
    let english = page(Lang::En);
    for part in [
        "# A visit",
        "### City Hall",
        "- **Organization:** City of Rekaan",
        "- Rano Umpamawan, Head of the MPP, City of Rekaan",
        "- A group from City of Rekaan",
        "Nota (City of Rekaan, responsible: City of Rekaan, City Hall, #x)",
    ] {
        assert!(english.contains(part), "{part}: {english}");
    }
    assert!(!english.contains("Pemerintah") && !english.contains("Kepala"), "{english}");
    let indonesian = page(Lang::Id);
    assert!(!indonesian.contains("Head of") && indonesian.contains("Rombongan dari Pemerintah Kota Rekaan"));
}
