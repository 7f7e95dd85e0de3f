//! Moving through the visits: all panes show the same visit, and passing one leaves nothing in the history.

use lawat::app::event::{Mouse, MouseKind};
use lawat::app::layout::Pane;
use lawat::facet::Scope;
use proptest::prelude::*;

use crate::session::{DOZEN, Session, keys};

const LISTS: [Pane; 3] = [Pane::Stops, Pane::Participants, Pane::Statements];

/// The visits that the panes are about: what they list, what is open, what the detail shows.
fn visits_on_screen(session: &Session) -> Vec<usize> {
    let app = &session.app;
    let listed = LISTS.into_iter().flat_map(|pane| app.rows_of(pane).iter()).filter_map(|row| row.target());
    let open = app.scope().and_then(Scope::visit);
    let mut visits: Vec<usize> =
        listed.chain(app.detail_target()).map(|target| target.visit).chain(open).collect();
    visits.sort_unstable();
    visits.dedup();
    visits
}

/// Fails if the panes show different visits, unless all are open.
#[track_caller]
fn expect_one_visit(session: &Session) {
    let visits = visits_on_screen(session);
    let is_one = session.app.scope() == Some(Scope::All) || visits.len() <= 1;
    assert!(is_one, "{visits:?} on\n{}", session.screen());
}

/// The visit of three days, with the focus on the visits.
fn three_days() -> Session {
    Session::open(DOZEN).size(124, 31).press("/tiga hari<enter>")
}

#[test]
fn the_panes_show_the_selected_visit() {
    for (columns, rows) in [(124, 31), (80, 24), (40, 20)] {
        let session = Session::open(DOZEN).size(columns, rows).press("1").expect("Kota Batu ke Kota Awan");
        let session = session.press("j");
        expect_one_visit(&session);
        // On a narrow screen only one pane is visible; the others follow the selection.
        let session = session.press("4").expect("Arsip lama perlu dipindai").expect_no("Antrean di sini");
        let session = session.press("1jl").expect("MPP").press("3").expect("Bima Perkasa");
        session
            .press("1gj")
            .mouse_on(MouseKind::Click, "Rapat")
            .press("4")
            .expect("Arsip lama perlu dipindai");
    }
}

#[test]
fn passing_a_visit_is_not_in_the_history_and_opening_one_is() {
    let session = three_days().press("jjjjkk").press("H").expect("lawat  Semua kunjungan › Tiga hari");
    assert_eq!(session.app.focus(), Pane::Visits);
    session.press("L").expect("› Inspeksi pasar");
    // Two visits were passed on the way to this one, and neither is in the history.
    let session = three_days().press("jjj<enter>").expect("› Perjalanan dinas");
    let session = session.press("H").expect("› Tiga hari").press("L").expect("› Perjalanan dinas");
    // Moving away and back adds nothing to the history.
    let there = session.press("H");
    let places = |session: Session| (0..9).fold(session, |session, _| session.press("H"));
    let first = places(three_days()).screen();
    assert_eq!(places(there.press("jjkk<enter>1")).screen(), first);
    // Moving to a pane opens the visit.
    three_days().press("j3H").expect("› Tiga hari").press("j<tab>H").expect("› Tiga hari");
}

#[test]
fn filters_survive_passing_visits_without_their_targets() {
    let session = three_days().press("3g<enter>1").expect("[1 siapa: Sari Wangi ×]");
    let session = session.press("j").expect("dilepas: siapa: Sari Wangi · u").expect_no("[1 siapa");
    let session = session.press("k").expect("[1 siapa: Sari Wangi ×]").press("kkkk");
    assert_eq!(session.app.statements(), (1, 2), "she spoke in that visit, too:\n{}", session.screen());
    // Opening a visit keeps the filters that apply there; u restores those that were dropped.
    let session = session.press("jjjjj<enter>").expect("dilepas: siapa: Sari Wangi");
    session.press("u").expect("siapa: Sari Wangi");
    // It does so without opening the visit, too; filters that were removed there stay removed.
    let session = three_days().press("3g<enter>1j").press("u").expect("siapa: Sari Wangi");
    session.press("Xk").expect_no("siapa: Sari Wangi");
}

#[test]
fn a_stop_filter_means_its_place_in_other_visits() {
    let session = three_days().press("2g<enter>1").expect("[1 lokasi: MPP ×]");
    let session = session.press("kk").expect("[1 lokasi: MPP Batu ×]").expect("◆MPP Batu");
    session.press("jj").expect("[1 lokasi: MPP ×]");
}

#[test]
fn all_visits_can_be_passed_like_a_visit() {
    let session = three_days().press("3g<enter>1g").expect("[1 siapa: Sari Wangi ×]");
    assert_eq!((session.app.scope(), session.app.statements().0), (Some(Scope::All), 2));
    let session = session.press("j").expect("› Kota Batu ke Kota Awan");
    session.press("H").expect("› Tiga hari").expect("[1 siapa: Sari Wangi ×]");
}

#[test]
fn a_visit_with_errors_cannot_be_opened() {
    let text = "schema_version: '1.0'\nvisits:\n  - {id: good, title: Baik, statements: [{id: s, type: quote, text: Terbaca}]}\n  \
                - {id: bad, title: Rusak, start_date: kemarin}\n";
    let session = Session::open(text).expect("Terbaca").press("1G").expect("kesalahan[bad-date]");
    assert_eq!(session.app.scope(), None);
    // It stays selected after a reload, and is opened if it has no errors any more.
    let session = session.expect_no("Terbaca").reload(&text.replace("Terbaca", "Lain"));
    let session = session.expect_no("Lain").expect("kesalahan[bad-date]").press("y");
    assert!(session.app.overlay().is_none(), "there is nothing visible to copy or export");
    let session = session.reload(&text.replace("start_date: kemarin", "start_date: 2020"));
    assert!(session.app.scope().is_some(), "{}", session.screen());
    session.press("1").expect_no("kesalahan[bad-date]");
}

#[test]
fn the_visit_of_a_result_is_listed() {
    let session = Session::open(DOZEN).size(124, 31).press("1fdinas<enter>").expect("[1 teks: dinas");
    let session = session.press("/meniru<enter>").expect("dilepas: teks: dinas (kunjungan)");
    expect_one_visit(&session);
    session.press("1").expect("▌Tiga hari di Kota Batu");
}

#[test]
fn find_in_the_visits_opens_the_first_match() {
    let session = Session::open(DOZEN).size(124, 31).press("1ftiga hari").press("<down>");
    expect_one_visit(&session);
    let session = session.expect("› Tiga hari").press("<esc>").expect("› Kota Batu ke Kota Awan");
    assert_eq!(session.app.scope(), Session::open(DOZEN).app.scope());
    let session = session.press("ftiga hari<enter>G").expect("› Tiga hari").expect("[1 teks: tiga hari");
    session.press("H").expect("› Kota Batu ke Kota Awan");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]
    #[test]
    fn all_panes_always_show_the_same_visit(
        steps in prop::collection::vec(
            prop_oneof![
                4 => prop::sample::select(vec!["j", "k", "1", "G", "<pgdn>", "<pgup>"]),
                2 => prop::sample::select(vec!["g", "<enter>", "H", "L", "u", "X", "<tab>", "h", "l", "<esc>", "."]),
                1 => prop::sample::select(vec!["2", "3", "4", "5", "z", "+", "sn", "/loket<enter>", "n", "fa<enter>", "fo", "sc"]),
            ],
            1..30,
        ),
        wheel in (0u16..124, 0u16..31),
    ) {
        let mut session = Session::open(DOZEN).size(124, 31);
        for (number, step) in steps.iter().enumerate() {
            for key in keys(step) {
                session.send(lawat::app::event::Event::Key(key));
                expect_one_visit(&session);
            }
            if number % 7 == 3 {
                let (column, row) = wheel;
                let kind = if number % 2 == 0 { MouseKind::WheelDown } else { MouseKind::Click };
                session.send(lawat::app::event::Event::Mouse(Mouse { column, row, kind }));
                expect_one_visit(&session);
            }
        }
    }
}
