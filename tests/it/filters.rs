//! Filters: how panes narrow each other, counts, places across visits, history, and the search with filters.

use lawat::app::event::MouseKind;
use lawat::app::layout::Pane;
use lawat::app::{Row, RowState};
use lawat::facet::Scope;
use lawat::lang::Lang;
use lawat::model::Record;

use crate::session::{DOZEN, Session};

/// The visit of three days, with the focus on its stops.
fn three_days() -> Session {
    Session::open(DOZEN).size(124, 31).press("/tiga hari<enter><enter>")
}

fn shown(session: &Session) -> Vec<String> {
    let rows = session.app.rows_of(Pane::Statements).iter();
    rows.filter_map(|row| Some(session.app.data().archive.record(row.target()?)?.id().to_string())).collect()
}

/// The count in the row of a record.
fn count(session: &Session, pane: Pane, id: &str) -> Option<usize> {
    session.app.rows_of(pane).iter().find_map(|row| match row {
        Row::Record { target, count, .. } => {
            let record = session.app.data().archive.record(target)?;
            if record.id().as_str() == id { count } else { None }
        }
        _ => None,
    })
}

#[test]
fn enter_sets_a_stop_as_filter_and_removes_it() {
    let session = three_days();
    assert_eq!(session.app.focus(), Pane::Stops);
    let session = session.press("<enter>").expect("[1 lokasi: MPP ×]");
    assert_eq!(
        (session.app.focus(), shown(&session)),
        (Pane::Statements, vec!["q1", "q2", "p1", "q3", "n1"].into_iter().map(String::from).collect())
    );
    assert_eq!(session.app.statements(), (5, 8));
    // The filters of its own kind are ignored: the other stops show what choosing them would give.
    assert_eq!(count(&session, Pane::Stops, "rsud"), Some(1));
    assert_eq!(count(&session, Pane::Participants, "ratna"), Some(2));
    assert_eq!(count(&session, Pane::Participants, "direktur"), None, "hidden");
    let session = session.press(".");
    assert_eq!(count(&session, Pane::Participants, "direktur"), Some(0));
    let session = session.press("2<enter>");
    assert_eq!(
        (session.app.focus(), session.app.statements()),
        (Pane::Stops, (8, 8)),
        "removed where it was set"
    );
}

#[test]
fn filters_of_one_kind_are_alternatives_and_kinds_combine() {
    let session = three_days().press("<enter>2j+");
    assert_eq!(session.app.statements().0, 6, "MPP or RSUD");
    let session = session.press("3G").expect("pembicara tidak disebut");
    let session = session.press("<enter>");
    assert_eq!(shown(&session), ["n1"], "at one of them, by an unnamed speaker");
    let session = session.press("x2").expect("[1 lokasi: MPP ×]").expect("[2 siapa: tidak disebut ×]");
    assert_eq!(shown(&session), ["n1"]);
    let session = session.press("xx");
    assert_eq!(session.app.statements().0, 5);
    let session = session.press("X");
    assert_eq!(session.app.statements().0, 8);
    let session = session.press("u").expect("[1 lokasi: MPP ×]").press("U").expect_no("Saringan:");
    session.press("X").expect("tidak ada saringan yang dapat dilepas");
}

#[test]
fn the_line_of_filters_has_hints() {
    for (lang, line) in [
        (Lang::Id, "\n Saringan: [1 lokasi: MPP ×]  x x lepas yang terakhir · X lepas semua · u urungkan\n"),
        (Lang::En, "\n Filters: [1 stop: MPP ×]  x x remove last · X remove all · u undo\n"),
    ] {
        three_days().press("<enter>").lang(lang).expect(line);
    }
}

#[test]
fn another_stop_replaces_the_first() {
    let session = three_days().press("<enter>2j<enter>").expect("[1 lokasi: RSUD Kota Batu ×]");
    assert_eq!((session.app.filters().active().len(), shown(&session)), (1, vec!["q4".to_owned()]));
}

#[test]
fn not_stated_can_be_a_filter() {
    let session = three_days().press("G").expect("lokasi tidak disebut").press("<enter>");
    assert_eq!(shown(&session), ["p2"]);
    session
        .expect("[1 lokasi: tidak disebut ×]")
        .press("<esc>")
        .expect_no("Saringan:")
        .press("u")
        .expect("Saringan:");
}

#[test]
fn an_organization_counts_the_statements_of_its_people() {
    let session = three_days().press("3");
    assert_eq!(
        count(&session, Pane::Participants, "pemkot-batu"),
        Some(4),
        "two of Ratna, one of Joko, one of its own"
    );
    let rows = session.app.rows_of(Pane::Participants);
    assert!(rows.iter().any(|row| row.target().is_some()));
}

#[test]
fn a_stop_separates_those_present_from_the_others() {
    let session = three_days().press("<enter>.");
    let state = |id: &str| {
        session.app.rows_of(Pane::Participants).iter().find_map(|row| match row {
            Row::Record { target, state, heading: lead, .. } => {
                let record = session.app.data().archive.record(target)?;
                (record.id().as_str() == id).then_some((state, lead))
            }
            _ => None,
        })
    };
    assert_eq!(state("ratna").map(|it| it.0), Some(RowState::Inside), "she spoke there");
    assert_eq!(state("direktur").map(|it| it.0), Some(RowState::Outside), "was elsewhere");
    assert_eq!(state("rombongan").map(|it| it.0), Some(RowState::Outside), "attendance unknown");
    let session = session.expect("Kehadiran tidak diketahui").press(".");
    let session = session.expect_no("Kehadiran tidak diketahui").expect_no("Direktur RSUD").expect("3/5");
    session.press(".").expect("Direktur RSUD");
}

#[test]
fn without_matches_each_filter_shows_what_its_removal_gives() {
    let session = three_days().press("<enter>3jj").press("3g");
    let session = session.press("/rekam medis<enter>").expect("dilepas: lokasi: MPP");
    assert_eq!(session.app.statements().0, 8, "the filter had hidden the result");
    let session = session.press("2g<enter>3").press("G<enter>").press("5<enter>");
    session.press("<esc>");
    let session = three_days().press("<enter>2G<enter>.3gjj<enter>");
    session
        .expect("Tidak ada pernyataan yang cocok")
        .expect("[1 lokasi: tidak disebut ×]")
        .expect("bila dilepas:");
}

#[test]
fn the_filter_menu_offers_every_kind_of_filter() {
    let session = three_days().press("4<enter><enter>").expect("Saring menurut …");
    let session = session
        .expect("jenis: kutipan")
        .expect("siapa: Ratna Kencana")
        .expect("organisasi: Pemerintah Kota Batu")
        .expect("pihak: tuan rumah")
        .expect("lokasi: MPP")
        .expect("hari: 12 Mar 2024")
        .expect("topik: antrean");
    let session = session.press("<enter>").expect("[1 jenis: kutipan ×]");
    assert_eq!(session.app.statements().0, 5);
    let session =
        session.press("5<enter>G+").expect("◆ topik: antrean").press("q").expect("[2 topik: antrean ×]");
    assert_eq!(shown(&session), ["q1", "q2"]);
}

#[test]
fn find_in_pane_narrows_one_pane_and_can_become_a_filter() {
    let session =
        three_days().press("3fkominfo").expect("1/5").expect("Sari Wangi").expect_no("Ratna Kencana  ");
    let session = session.press("<esc>").expect("5/5");
    let session = session.press("4fantrean").expect("3/8").press("<enter>").expect("[1 teks: antrean ×]");
    assert_eq!(
        count(&session, Pane::Stops, "mpp"),
        Some(3),
        "a text of the statements narrows what is counted"
    );
    session.press("xx").expect("8/8");
}

#[test]
fn back_and_forward_restore_focus_selection_and_filters() {
    let session = three_days().press("j").press("<enter>").press("<enter>");
    assert_eq!(session.app.focus(), Pane::Detail);
    let session = session.press("H").expect("[1 lokasi: RSUD");
    assert_eq!(session.app.focus(), Pane::Statements);
    let session = session.press("[");
    assert_eq!((session.app.focus(), session.app.list(Pane::Stops).selected()), (Pane::Stops, Some(1)));
    assert!(session.app.filters().active().is_empty());
    let session = session.press("<alt-right>L").expect("[1 lokasi: RSUD");
    assert_eq!(session.app.focus(), Pane::Detail);
    session.press("L").expect("sudah di akhir riwayat").press("HHHHH").expect("sudah di awal riwayat");
}

#[test]
fn all_visits_can_be_opened_at_once() {
    let session = Session::open(DOZEN).size(124, 50).press("1g").expect("Semua kunjungan").press("<enter>");
    assert_eq!(session.app.scope(), Some(Scope::All));
    let people = session.app.rows_of(Pane::Participants);
    let ratnas = people.iter().filter(|row| {
        matches!(row.target().and_then(|target| session.app.data().archive.record(target)), Some(Record::Participant(_, it)) if it.id.as_str() == "ratna")
    });
    assert_eq!(ratnas.count(), 1, "one person, one row");
    assert_eq!(count(&session, Pane::Participants, "ratna"), Some(4), "what she said in three visits");
    let session =
        session.press("/ratna kencana<enter>").expect("3 kunjungan").expect("Sekretaris Daerah Kota Batu");
    assert_eq!(session.app.scope(), Some(Scope::All), "a result is shown among all visits");
    let session = session.press("<enter>").expect("[1 siapa: Ratna Kencana ×]");
    assert_eq!(session.app.statements().0, 4);
    // In a visit in which she takes part, the filter stays; elsewhere it is dropped with a notice.
    let session = session.press("/kabupaten cadas<enter><enter>").expect("[1 siapa: Ratna");
    assert_eq!(session.app.statements(), (1, 2));
    let session = session.press("/rapat daring<enter>").expect("dilepas: siapa: Ratna Kencana");
    session.press("u").expect("Ratna Kencana");
}

#[test]
fn a_place_is_the_same_in_all_visits() {
    let session = Session::open(DOZEN).size(124, 50).press("1g<enter>");
    let stops = session.app.rows_of(Pane::Stops).iter().filter(|row| row.target().is_some()).count();
    assert_eq!(stops, 7, "eight stops, two of them at one place");
    let session = session.press("/mal pelayanan<enter><enter>");
    assert_eq!(session.app.statements().0, 7);
}

#[test]
fn n_goes_through_the_results_after_the_search() {
    let session = Session::open(DOZEN).press("/antrean<enter>").press("n").expect("hasil 2/");
    let session = session.press("N").expect("hasil 1/").press("<shift-f3>").expect("hasil");
    let session = session.press("/").expect("antrean").press("<esc>");
    session.press("/x<esc>n").expect("belum ada hasil");
}

#[test]
fn the_last_query_comes_back_and_typing_replaces_it() {
    let session =
        Session::open(DOZEN).press("/antrean<esc>/").expect("> antrean").press("loket").expect("> loket");
    session.press("<esc>/<backspace>").expect("> loke");
}

#[test]
fn the_scope_of_the_search_can_be_narrowed() {
    let session = three_days().press("/loket").expect("lingkup: semua");
    let all = session.screen();
    let session = session.press("<ctrl-r>").expect("lingkup: kunjungan ini").expect_no("Loket Desa");
    assert_ne!(all, session.screen());
    session.press("<ctrl-r>").expect("lingkup: MPP").press("<ctrl-r>").expect("lingkup: semua");
}

#[test]
fn the_mouse_removes_filters_and_goes_up() {
    let session = three_days().press("<enter>").mouse_on(MouseKind::Click, "×]").expect_no("Saringan:");
    let session = session.mouse_on(MouseKind::Click, "Semua kunjungan ›");
    assert_eq!(session.app.scope(), Some(Scope::All));
}

#[test]
fn an_incomplete_key_sequence_shows_how_it_can_continue() {
    let session =
        three_days().press("<enter>x").expect("x  Lepas saringan terakhir").expect("1  lokasi: MPP");
    session.press("<esc>").expect("[1 lokasi").press("xz").expect("[1 lokasi");
}

/// The id of the selected record of a pane.
fn chosen(session: &Session, pane: Pane) -> Option<String> {
    let target = session.app.selected_row(pane)?.target()?;
    Some(session.app.data().archive.record(target)?.id().to_string())
}

#[test]
fn a_place_filter_stays_when_a_visit_is_opened_and_left() {
    let session = Session::open(DOZEN).size(124, 50).press("1g<enter>/mal pelayanan<enter><enter>");
    assert_eq!(session.app.statements().0, 7);
    let session = session.press("/tiga hari<enter>").expect("[1 lokasi: MPP ×]").expect("◆08.30 MPP");
    assert_eq!(session.app.statements(), (5, 8));
    let session = session.press("2g<enter>");
    assert!(session.app.filters().active().is_empty(), "it is removed, and not added twice");
    let session = session.press("<enter>1g<enter>").expect("◆MPP Batu");
    assert_eq!(session.app.statements().0, 7);
}

#[test]
fn text_filters_combine() {
    let session = three_days().press("4fantrean<enter>");
    let one = session.app.statements().0;
    let session = session.press("floket<enter>");
    assert!(session.app.statements().0 < one);
    let session = session.press("fantrean<enter>");
    assert_eq!(session.app.filters().active().len(), 2, "the same text twice is one filter");
}

#[test]
fn speakers_at_a_stop_were_present_whatever_other_filters_say() {
    // Sari is quoted at the MPP; the other filter is for paraphrases.
    let session =
        three_days().press("<enter>4jjj<enter><enter>").expect("jenis: kutipan").press("<esc><esc>");
    let session = session.press("4Gk<enter><enter><enter>").expect("jenis");
    let rows = session.app.rows_of(Pane::Participants);
    let unknown = rows.iter().skip_while(|row| {
        !matches!(row, Row::Record { heading: Some(lawat::app::RowHeading::UnknownAttendance), .. })
    });
    let names: Vec<String> = unknown
        .filter_map(|row| match session.app.data().archive.record(row.target()?)? {
            Record::Participant(visit, person) => Some(visit.label(person).to_owned()),
            _ => None,
        })
        .collect();
    assert!(!names.contains(&"Sari Wangi".to_owned()), "{names:?}");
}

#[test]
fn leaving_a_visit_resets_the_scope_of_the_search() {
    let session = three_days().press("/loket<ctrl-r><esc>1g<enter>/").expect("lingkup: semua");
    session.expect("Loket Desa");
}

#[test]
fn only_the_text_filter_that_hides_a_result_is_dropped() {
    let session = three_days().press("3fsari<enter>/joko<enter>").expect("dilepas: teks: sari (peserta)");
    assert_eq!(chosen(&session, Pane::Participants).as_deref(), Some("joko"));
    let session =
        session.press("3fjoko<enter>2g<enter>j<enter>.").press("/joko<enter>").expect_no("dilepas: teks");
    assert_eq!(chosen(&session, Pane::Participants).as_deref(), Some("joko"));
}

#[test]
fn detours_keep_the_selection() {
    let session = three_days().press("4jjj");
    let before = chosen(&session, Pane::Statements);
    for detour in ["fzzz<esc>", "2g<enter>u", "fantrean<esc>", "2j<enter>X"] {
        let session = three_days().press("4jjj").press(detour);
        assert_eq!(chosen(&session, Pane::Statements), before, "{detour}");
    }
    let session = three_days().press("2<enter>3G<enter>").press(".H");
    assert!(
        matches!(session.app.selected_row(Pane::Participants), Some(Row::NotStated { .. })),
        "back to the very row"
    );
}

#[test]
fn going_back_is_not_undone_as_a_filter_change() {
    let session = three_days().press("<enter>H");
    assert!(session.app.filters().active().is_empty());
    assert!(session.press("u").app.filters().active().is_empty());
}

#[test]
fn on_a_narrow_screen_the_mouse_removes_the_filter_too() {
    let session = three_days().size(40, 20).press("<enter>").mouse_on(MouseKind::Click, "MPP ×");
    assert!(session.app.filters().active().is_empty());
    let session = three_days().press("<enter>x").mouse(MouseKind::Click, 60, 10).press("1");
    assert_eq!(
        (session.app.filters().active().len(), session.app.focus()),
        (1, Pane::Visits),
        "the click ended the sequence"
    );
}

#[test]
fn every_visit_shows_how_many_statements_match_the_filters() {
    let session = Session::open(DOZEN).size(124, 50).press("1g<enter>/ratna kencana<enter><enter>");
    assert_eq!(count(&session, Pane::Visits, "tiga-hari"), Some(2));
    assert_eq!(count(&session, Pane::Visits, "rapat"), None, "hidden");
    assert_eq!(count(&session.press("."), Pane::Visits, "rapat"), Some(0));
}
