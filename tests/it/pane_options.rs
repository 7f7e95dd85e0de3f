//! Options of panes: full screen, sort order, lines per statement, scroll bars, and menus of key sequences.

use lawat::app::layout::Pane;

use crate::session::{DOZEN, Session};

fn names(session: &Session, pane: Pane) -> Vec<String> {
    let archive = &session.app.data().archive;
    let rows = session.app.rows_of(pane).iter().filter_map(|row| row.target());
    rows.map(|target| archive.record(target).unwrap().label().to_owned()).collect()
}

#[test]
fn a_pane_takes_the_whole_screen_and_gives_it_back() {
    let session = Session::example()
        .press("4z")
        .expect("4 Pernyataan")
        .expect_no("Kunjungan ━")
        .expect_no("2 Lokasi kunjungan");
    let session = session.press("<tab>").expect("5 Rincian").expect_no("4 Pernyataan");
    session.press("z").expect("4 Pernyataan").expect("2 Lokasi kunjungan");
}

#[test]
fn statements_are_sorted_by_speaker_stop_and_time() {
    let session =
        Session::open(DOZEN).size(124, 31).press("/satu pintu<enter>sn").expect("urut: pembicara ↑");
    let first = names(&session, Pane::Statements);
    assert_eq!(first.first().map(String::as_str), Some("Rekam medis sudah tanpa kertas"), "Direktur RSUD");
    assert!(
        first.last().is_some_and(|text| text.contains("Terima kasih") || text.contains("menyaksikan")),
        "unnamed speakers are last"
    );
    let session = session.press("sn").expect("urut: pembicara ↓");
    let turned = names(&session, Pane::Statements);
    assert!(
        turned.last().is_some_and(|text| text.contains("Terima kasih") || text.contains("menyaksikan")),
        "last all the same"
    );
    assert_ne!(first.first(), turned.first());
    let session = session.press("sp").expect("urut: lokasi ↑");
    assert_eq!(
        names(&session, Pane::Statements).first().map(String::as_str),
        Some("Terima kasih atas sambutannya"),
        "Balai"
    );
    session.press("ss").expect_no("urut:");
}

#[test]
fn visits_stops_and_participants_have_their_own_sort_orders() {
    let session = Session::open(DOZEN).size(124, 31).press("1sn");
    assert!(names(&session, Pane::Visits).is_sorted_by_key(|name| name.to_lowercase()));
    let session = session.press("st").expect("urut: waktu ↑");
    assert_eq!(names(&session, Pane::Visits).first().map(String::as_str), Some("友好城市访问"), "2019");
    let session = session.press("sc");
    assert_eq!(names(&session, Pane::Visits).first().map(String::as_str), Some("Tiga hari di Kota Batu"));
    session.press("sp").expect("urutan itu tidak tersedia");
    let session = Session::open(DOZEN)
        .size(124, 31)
        .press("/satu pintu<enter>3sn")
        .expect("Delegasi")
        .expect("Tuan rumah");
    assert_eq!(
        names(&session, Pane::Participants)[2..5],
        ["Direktur RSUD Kota Batu", "Joko Lelana", "Ratna Kencana"]
    );
}

#[test]
fn sorting_keeps_the_selection() {
    let session = Session::open(DOZEN).size(124, 31).press("/meniru<enter>");
    let before = session.app.detail_target();
    assert_eq!(session.press("sn").app.detail_target(), before);
}

#[test]
fn statements_show_one_line_three_or_all() {
    let session = Session::example().size(80, 24).press("4");
    let whole = session.screen();
    let session = session.press("w");
    assert_ne!(session.screen(), whole);
    let session = session.expect(" …").expect("satu baris").press("ww").expect("utuh").press("jk");
    assert_eq!(session.screen(), whole);
}

#[test]
fn a_first_key_lists_the_keys_that_may_follow() {
    Session::example()
        .press("4s")
        .expect("┏ s ")
        .expect("n  Urutkan: nama")
        .expect_no("Urutkan: banyaknya")
        .press("<esc>")
        .expect_no("┏ s ");
    Session::example().press("4v").expect("p  Halaman orang").expect("c  Baca dalam konteks");
    Session::example().press("2<enter>x").expect("1  lokasi:").expect("x  Lepas saringan terakhir");
}

#[test]
fn a_scroll_bar_shows_which_part_is_visible() {
    let column = |session: &Session| {
        let screen = session.screen();
        screen.lines().map(|line| line.chars().last().unwrap_or(' ')).collect::<String>()
    };
    let top = column(&Session::example().press("4zg"));
    let end = column(&Session::example().press("4zG"));
    assert!(top.contains('▐') && end.contains('▐') && top != end, "{top} {end}");
    assert!(!column(&Session::example().size(124, 60).press("2z")).contains('▐'), "everything is visible");
}
