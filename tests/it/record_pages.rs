//! Pages across visits: persons and places, a statement in its context, its variants, its translation and its sources.

use lawat::app::event::Effect;
use lawat::view::{Palette, Theme};

use crate::session::{DOZEN, Session};

const CITED: &str = include_str!("../data/cited.yaml");

fn dozen() -> Session {
    Session::open(DOZEN).size(124, 60)
}

#[test]
fn the_page_of_a_person_has_all_visits_titles_and_statements() {
    let session = dozen().press("/satu pintu<enter>vp");
    session
        .expect("┏ Ratna Kencana ")
        .expect("Sekretaris Daerah Kota Batu")
        .expect("Kepala MPP Kota Batu")
        .expect("“Antrean di sini lebih tertib”")
        .expect("“Satu pintu untuk semua instansi”")
        .expect_no("Kami ingin meniru");
}

#[test]
fn the_page_of_a_place_lists_the_delegations() {
    let session = dozen().press("/satu pintu<enter>2").press("f").press("mpp<enter>vp");
    session
        .expect("┏ Mal Pelayanan Publik Kota Batu ")
        .expect("Delegasi: Pemerintah Kota Awan")
        .expect("Kabupaten Cadas melihat MPP");
}

#[test]
fn a_page_leads_to_a_statement_and_back() {
    let session = dozen().press("/satu pintu<enter>vp").press("jj<enter>");
    assert!(session.app.overlay().is_none());
    let session = session.expect("Kota Batu ke Kota Awan").press("H").expect("Tiga hari di Kota Batu");
    session.press("vp<esc>").expect("4 Pernyataan");
    dozen().press("1gjvp").expect("pilih orang, organisasi, atau lokasi dahulu");
}

#[test]
fn a_statement_is_read_in_its_context() {
    let session = dozen().press("/meniru<enter>vc");
    session
        .expect("Dalam konteks: Mal Pelayanan Publik Kota Batu")
        .expect("Satu pintu")
        .expect("Lansia kami jemput")
        .expect_no("Rekam medis");
    let session = dozen().press("/meniru<enter>vcj<enter>");
    assert!(session.app.overlay().is_none());
    let session = dozen().press("/meniru<enter>vc").press("yt");
    assert!(
        matches!(session.effects.as_slice(), [Effect::Copy(text, _)] if text.starts_with("Kami ingin meniru"))
    );
}

#[test]
fn variants_are_side_by_side_with_differences_marked() {
    let session =
        dozen().press("/loket ini milik<enter>vv").expect("Varian").expect("│ lain").expect("adalah milik");
    let buffer = session.buffer(Theme::new(Palette::Plain));
    let bold = ratatui::style::Modifier::BOLD | ratatui::style::Modifier::UNDERLINED;
    let marked: String = buffer
        .content
        .iter()
        .filter(|cell| cell.modifier.contains(bold))
        .map(ratatui::buffer::Cell::symbol)
        .collect();
    assert_eq!(marked.trim(), "adalah");
    dozen().size(40, 20).press("/loket ini milik<enter>vv").expect("asli").expect("lain");
    dozen().press("/meniru<enter>vv").expect("tidak punya varian");
}

#[test]
fn a_translation_replaces_the_original_and_is_marked_as_one() {
    let session = Session::open(CITED).size(200, 40).press("/27 instansi<enter>t");
    let session = session
        .expect("“One door for 27 agencies; nobody has to change buildings.”")
        .expect("(terjemahan: bahasa Inggris)")
        .expect("TERJEMAHAN");
    let session = session.press("yt");
    assert!(
        matches!(session.effects.as_slice(), [Effect::Copy(text, _)] if text.starts_with("One door")),
        "the visible text"
    );
    session.press("t").expect_no("(terjemahan: bahasa Inggris)");
    dozen().press("/meniru<enter>t").expect("tidak punya terjemahan");
}

#[test]
fn the_source_trail_leads_from_the_text_to_the_line_of_the_file() {
    let session = Session::open(CITED).size(124, 60).press("/27 instansi<enter>i");
    session
        .expect("Asal pernyataan")
        .expect("Sumber 1")
        .expect("Sumber 2")
        .expect("paragraf 4")
        .expect("visits.yaml:")
        .expect("#");
    let session = dozen().press("/meniru<enter>iyt");
    assert!(
        matches!(session.effects.as_slice(), [Effect::Copy(text, _)] if text == "Kami ingin meniru antrean terpadu ini")
    );
    session.expect("Asal pernyataan");
    dozen().press("/terima kasih<enter>i").expect("Paragraf/halaman").expect("tidak disebut");
    dozen().press("/menyaksikan<enter>i").expect("tidak dicantumkan");
}
