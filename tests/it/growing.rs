//! Records that are shown while others are still being loaded.

use std::fs;
use std::io::Write as _;
use std::process::Command;

use lawat::app::event::Event;
use lawat::app::layout::Pane;
use lawat::app::{App, Data, Row};
use lawat::lang::Lang;
use lawat::load::{Loaded, Progress, load_text};
use lawat::model::{Archive, Visits};

use crate::session::{DOZEN, Session};
use crate::terminal::driver::Terminal;

/// So many visits of the dozen, the oldest first.
fn dozen(count: usize) -> Data {
    let archive = load_text("visits.yaml", DOZEN.into()).archive;
    let oldest = archive.newest_first().into_iter().rev().take(count);
    let mut visits = Visits::default();
    visits.extend(oldest.map(|at| archive.visits[at].clone()));
    let Archive { headers, files, .. } = archive;
    let mut data = Data::from(Loaded { archive: Archive { visits, headers, files }, ..Loaded::default() });
    let progress = Progress { visits: count, bytes: count, all_bytes: 12, seconds_left: Some(6) };
    data.progress = (count < 12).then_some(progress);
    data
}

/// An explorer that has so many of the visits.
fn growing(count: usize) -> Session {
    let mut session = Session::open("schema_version: '1.1'\nvisits: []\n").size(124, 31);
    session.app = App::new(Lang::Id);
    session = session.size(124, 31);
    session.send(Event::Grown(Box::new(dozen(count))));
    session
}

fn grow(mut session: Session, count: usize) -> Session {
    session.send(Event::Grown(Box::new(dozen(count))));
    session
}

fn finish(mut session: Session) -> Session {
    session.send(Event::Loaded(Box::new(dozen(12))));
    session
}

/// The title of the open visit.
fn open_visit(session: &Session) -> String {
    let archive = &session.app.data().archive;
    session.app.scope().and_then(|scope| scope.visit_in(archive)).unwrap().title.clone()
}

fn visits(session: &Session) -> usize {
    session.app.rows_of(Pane::Visits).iter().filter(|row| matches!(row, Row::Record { .. })).count()
}

#[test]
fn what_is_loaded_is_there_while_the_rest_comes() {
    let session = growing(5).expect("5 dari sekitar 12 kunjungan · 41% · sisa 6 dtk");
    assert_eq!(visits(&session), 5);
    let mut session = session.press("1jj");
    let (title, row) = (open_visit(&session), session.app.detail_target());
    session.send(Event::Progress(Progress { visits: 7, bytes: 7, all_bytes: 12, seconds_left: Some(2) }));
    let session = grow(session.expect("7 dari sekitar 12 kunjungan · 58% · sisa 2 dtk"), 9);
    assert_eq!((visits(&session), open_visit(&session)), (9, title.clone()));
    let session = finish(session);
    assert_eq!((visits(&session), open_visit(&session)), (12, title));
    assert_eq!(session.app.detail_target().map(|it| it.kind), row.map(|it| it.kind));
    let screen = session.screen();
    assert!(!screen.contains("dari sekitar") && !screen.contains("dimuat ulang"), "{screen}");
}

#[test]
fn a_narrow_screen_shows_the_share() {
    growing(5).size(40, 20).expect("41%").expect_no("dari sekitar");
}

#[test]
fn the_newest_visit_is_open_until_a_key_is_pressed() {
    let whole = Session::open_as(DOZEN, |data| *data = dozen(12)).size(124, 31);
    let first = growing(3);
    let before = open_visit(&first);
    assert_ne!(before, open_visit(&whole), "a newer one comes later");
    let untouched = finish(grow(first, 6));
    assert_eq!(untouched.screen(), whole.screen());
    let used = finish(grow(growing(3).press("?<esc>"), 6));
    assert_eq!(open_visit(&used), before);
}

/// A part would look like everything, and nothing is known of the files yet.
#[test]
fn what_needs_all_records_waits_for_them() {
    let later = "tersedia setelah semua catatan dimuat";
    for keys in ["e", "a", "p"] {
        growing(5).press(keys).expect(later);
    }
    let session = growing(5).press(":ekspor csv<enter>");
    assert!(session.effects.is_empty(), "{:?}", session.effects);
    finish(session.expect(later)).press("p").expect_no(later);
}

#[test]
fn a_search_answers_on_what_is_there() {
    let found = |session: &Session| match session.app.overlay() {
        Some(lawat::app::Overlay::Search(search)) => search.total,
        overlay => panic!("{overlay:?}"),
    };
    let session = growing(8).press("/kota");
    let some = found(&session);
    assert!(some > 0);
    let session = finish(session);
    assert!(found(&session) > some);
    assert_eq!(found(&session), found(&Session::open(DOZEN).press("/kota")));
}

/// A pipe whose other end waits: what has arrived is on the screen.
#[test]
fn a_stream_is_read_while_it_comes() {
    let folder = tempfile::tempdir().unwrap();
    let fifo = folder.path().join("fifo");
    assert!(Command::new("mkfifo").arg(&fifo).status().unwrap().success());
    let mut terminal = Terminal::script(r#"exec "$0" "$1""#, &[&fifo], (120, 30));
    let mut pipe = fs::File::options().write(true).open(&fifo).unwrap();
    pipe.write_all(b"schema_version: '1.1'\nvisits:\n  - {id: a, title: Pontianak satu}\n  - {id: b, title: Rapat}\n  - {id: c, title: Sing").unwrap();
    terminal.wait_for("Pontianak satu");
    terminal.press("?");
    terminal.wait_for("Next row");
    pipe.write_all(b"kawang}\n").unwrap();
    drop(pipe);
    terminal.press("\x1b");
    terminal.wait_for("Singkawang");
    terminal.wait("end of the load", |seen| !seen.parser.screen().contents().contains(" MB"));
    terminal.quit("q");
}

/// Quitting does not wait for the rest.
#[test]
fn an_endless_stream_can_be_left() {
    let folder = tempfile::tempdir().unwrap();
    let fifo = folder.path().join("fifo");
    assert!(Command::new("mkfifo").arg(&fifo).status().unwrap().success());
    let terminal = Terminal::script(r#"exec "$0" "$1""#, &[&fifo], (120, 30));
    let mut pipe = fs::File::options().write(true).open(&fifo).unwrap();
    pipe.write_all(
        b"schema_version: '1.1'\nvisits:\n  - {id: a, title: Pontianak satu}\n  - {id: b, title: Rapat}\n",
    )
    .unwrap();
    terminal.wait_for("Pontianak satu");
    terminal.quit("q");
}
