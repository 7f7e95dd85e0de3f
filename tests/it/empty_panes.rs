//! Panes without records: they take no space until they get the focus, and differ from panes whose rows are hidden.

use lawat::app::command::{Command, Context};
use lawat::app::event::MouseKind;
use lawat::app::keymap::{Keymap, sequence};
use lawat::app::layout::Pane;
use lawat::lang::Lang;

use crate::session::{DOZEN, Session};

const APPOINTMENTS: &str = include_str!("../data/appointments.yaml");
const SIZES: [(u16, u16); 3] = [(124, 31), (80, 24), (40, 20)];

fn shown(session: &Session, pane: Pane) -> bool {
    !session.app.layout().pane(pane).is_empty()
}

#[test]
fn lists_without_records_have_no_pane() {
    for (columns, rows) in SIZES {
        // The visit to the dam has stops and people.
        let session = Session::open(APPOINTMENTS).size(columns, rows).press("/bendungan<enter>");
        assert!(!shown(&session, Pane::Statements), "{}", session.screen());
        let session = session.press("4").expect("Catatan ini tidak memuat pernyataan.");
        assert!(shown(&session, Pane::Statements));
        let session = session.press("z").expect("tidak memuat pernyataan.").press("z1");
        assert!(!shown(&session, Pane::Statements));
        // The visit to the road has stops only, the closed meeting has nothing.
        let session = session.press("/jalan<enter>");
        assert!(!shown(&session, Pane::Participants));
        session.press("3").expect("Tidak ada dalam catatan").press("/tertutup<enter>2").expect("Tidak ada");
    }
}

#[test]
fn a_row_for_not_stated_alone_needs_no_pane() {
    // Its only statement has neither a stop nor a speaker.
    let session = Session::open(DOZEN).size(124, 31).press("/perjalanan dinas<enter>");
    assert!(!shown(&session, Pane::Stops) && !shown(&session, Pane::Participants));
    session.press("2").expect("lokasi tidak disebut");
}

#[test]
fn tab_skips_empty_panes() {
    let session = Session::open(APPOINTMENTS).press("/jalan<enter>1<tab>");
    assert_eq!(session.app.focus(), Pane::Stops);
    let session = session.press("<tab>");
    assert_eq!(session.app.focus(), Pane::Detail);
    assert_eq!(session.press("h").app.focus(), Pane::Stops);
    let session = Session::open(APPOINTMENTS).press("/jalan<enter>3<tab>");
    assert_eq!(session.app.focus(), Pane::Detail, "from an empty pane on");
    let session = Session::open(APPOINTMENTS).press("/tertutup<enter><enter>");
    assert_eq!(session.app.focus(), Pane::Detail, "there is nothing else to go to");
    let session = session.mouse_on(MouseKind::Click, "Menerima").press("<enter>");
    assert_eq!(session.app.focus(), Pane::Participants);
}

#[test]
fn a_visit_without_statements_shows_the_counts_it_has() {
    let session = Session::open(APPOINTMENTS).size(124, 31);
    let session = session.expect("2 peserta").expect("1 lokasi");
    session.lang(Lang::En).expect("2 participants").expect("1 stop ");
    // A number alone counts statements.
    Session::open(DOZEN).size(124, 31).expect("1 lokasi").expect("Tiga hari di Kota Batu       8");
}

#[test]
fn without_statements_no_row_is_outside_and_enter_opens_the_detail() {
    let session = Session::open(APPOINTMENTS).size(124, 31).press("/bendungan<enter>2.");
    let session = session.expect("Waduk Bening").expect("Tirta Wening").expect("↵ baca").press("<enter>");
    assert_eq!(session.app.focus(), Pane::Detail);
    let session = session.expect("Hadir         Wira").press("2+").expect("[1 lokasi: Waduk Bening ×]");
    // The attendance of the others is not stated.
    session.expect("Kehadiran tidak diketahui");
}

#[test]
fn hidden_rows_are_counted_with_the_key_that_shows_them() {
    for (columns, rows) in SIZES {
        let hidden = Session::open(DOZEN).size(columns, rows).press("/tiga hari<enter>3fzzz");
        let hidden =
            hidden.expect("5 tersembunyi · Esc batal").press("<enter>").expect("5 tersembunyi · x 1");
        assert!(shown(&hidden, Pane::Participants));
        hidden.press("x1").expect("Ratna Kencana");
        let session = Session::open(DOZEN).size(columns, rows).press("/tiga hari<enter>4fzzz<enter>");
        let session = session.expect("8 tersembunyi · X lepas").expect("bila dilepas: 8").press("1");
        assert!(columns == 40 || shown(&session, Pane::Statements));
        // No stop has a matching statement, and rows outside the filters are hidden.
        let session = session.press("2").expect("4 tersembunyi · . lihat").press(".");
        session.expect("RSUD Kota Batu");
    }
    let mut keymap = Keymap::default();
    keymap.rebind(Context::Panes, Command::named("outside").unwrap(), vec![sequence("D").unwrap()]);
    let session = Session::open(DOZEN).keymap(keymap).press("/tiga hari<enter>4fzzz<enter>2");
    session.expect("4 tersembunyi · D lihat");
}
