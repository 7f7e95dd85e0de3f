//! Sessions: the explorer comes back where it was left.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use lawat::app::event::Event;
use lawat::app::layout::Pane;
use lawat::app::{App, Notice, Session as Saved};
use lawat::lang::Lang;
use lawat::load::load_text;

use crate::session::{DOZEN, Session};
use crate::terminal::driver::Terminal;

/// The explorer with these records, started after a session.
fn reopened(text: &str, saved: Saved) -> Session {
    let mut session = Session::open(text);
    session.app = App::new(Lang::Id).with_session(saved);
    let mut session = session.size(124, 31);
    session.send(Event::Loaded(Box::new(load_text("visits.yaml", text.into()).into())));
    session
}

fn opened(keys: &str) -> Session {
    Session::open(DOZEN).size(124, 31).press(keys)
}

/// The session as the next start reads it.
fn saved(session: &Session) -> Saved {
    let saved = session.app.session().unwrap();
    let read = Saved::parse(&saved.to_json()).unwrap();
    assert_eq!(read, saved);
    read
}

/// The rows above the footer.
fn body(session: &Session) -> String {
    let screen = session.screen();
    screen.lines().take(30).collect::<Vec<_>>().join("\n")
}

/// Keys that lead to a state whose lists are not scrolled.
const STATES: &[&str] = &[
    "",
    "jj",
    "g",
    "g4jj",
    "jj2j<enter>",
    "jj3<enter>",
    "g3j<enter>2j+",
    "4j5",
    "4<enter><esc>",
    "2sn",
    "g4sp",
    "1scsc",
    "w",
    "4jz",
    "d",
    "1fkota<enter>",
    "4flayanan<enter>",
    "1f2024<enter>",
    "/layanan<ctrl-s>",
    "vo",
    "vojjjjjf<esc>",
    "vojjjjjjjjjjfg",
    "g4j<enter>",
    "vm",
    "vx",
    "vt",
];

#[test]
fn the_explorer_comes_back_where_it_was_left() {
    for keys in STATES {
        let left = opened(keys);
        let saved = saved(&left);
        let back = reopened(DOZEN, saved.clone());
        assert_eq!(back.app.session(), Some(saved), "{keys}");
        assert_eq!(body(&back), body(&left), "{keys}");
        let is_start = left.app.session() == opened("").app.session();
        assert_eq!(back.app.notice() == Some(&Notice::SessionRestored), !is_start, "{keys}");
    }
}

#[test]
fn a_session_is_not_lost_before_all_records_are_there() {
    let saved = saved(&opened("jj4j"));
    let data = || Box::new(load_text("visits.yaml", DOZEN.into()).into());
    let waiting = || {
        let mut session = Session::open(DOZEN);
        session.app = App::new(Lang::Id).with_session(saved.clone());
        session.send(Event::Grown(data()));
        assert_eq!(session.app.session(), None);
        session
    };
    let mut session = waiting();
    session.send(Event::Loaded(data()));
    assert_eq!(session.app.session(), Some(saved.clone()));
    // Whoever has gone somewhere meanwhile stays there.
    let mut session = waiting().press("j");
    session.send(Event::Loaded(data()));
    assert_eq!(session.app.session(), opened("j").app.session());
}

#[test]
fn going_back_leads_to_the_start() {
    let back = reopened(DOZEN, saved(&opened("jj4j")));
    assert!(back.screen().contains("H kembali ke awal"), "{}", back.screen());
    let start = back.press("H");
    assert_eq!(start.app.session(), opened("").app.session());
}

#[test]
fn the_filters_of_a_session_can_be_removed() {
    let back = reopened(DOZEN, saved(&opened("g3j<enter>")));
    assert_eq!(back.app.filters().active().len(), 1);
    assert!(back.press("<esc>").app.filters().active().is_empty());
}

#[test]
fn what_is_gone_is_not_looked_for() {
    let kept =
        |id: &str| format!("schema_version: '1.0'\nvisits:\n  - id: {id}\n    title: Kunjungan lain\n");
    for keys in STATES {
        let saved = saved(&opened(keys));
        for text in [kept("another"), kept(""), "visits: [".to_owned(), String::new()] {
            let back = reopened(&text, saved.clone());
            let all = saved.to_json().contains("\"visit\":null");
            assert!(
                all || back.app.notice() != Some(&Notice::SessionRestored)
                    || back.app.focus() == Pane::Visits
            );
            // Every key still works.
            back.press("jk<tab><tab>4j<enter><esc>HvoqL");
        }
    }
}

#[test]
fn nothing_else_is_read_as_a_session() {
    let json = saved(&opened("g3j<enter>")).to_json();
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let other_version = json.replace("\"version\":1", "\"version\":2");
    let cut = [json.trim_start_matches('{'), json.trim_end_matches('}')];
    for text in ["", "{}", "null", "[]", &deep, &other_version].into_iter().chain(cut) {
        assert_eq!(Saved::parse(text), None, "{}", text.chars().take(60).collect::<String>());
    }
}

#[test]
fn the_example_and_pipes_have_no_session() {
    assert_eq!(Session::open_as(DOZEN, |data| data.built_in = true).press("jj").app.session(), None);
    assert_eq!(Session::open_as(DOZEN, |data| data.streams.push("-".into())).press("jj").app.session(), None);
}

/// Runs the program on a file in a folder for its state, presses keys until `shown` is on the screen, and quits.
fn run(script: &str, (state, file): (&Path, &Path), keys: &str, shown: &str) -> String {
    let mut terminal = Terminal::script(script, &[state, file], (100, 30));
    terminal.wait_for("Kota");
    terminal.press(keys);
    terminal.wait_for(shown);
    terminal.press("Q");
    let end = terminal.end();
    end.is_clean();
    end.screen
}

const WITH_FILE: &str = r#"XDG_STATE_HOME="$1" exec "$0" --lang en "$2""#;

/// The files of the sessions.
fn files(state: &Path) -> Vec<std::path::PathBuf> {
    let folder = state.join("lawat/sessions");
    fs::read_dir(folder).map(|it| it.map(|entry| entry.unwrap().path()).collect()).unwrap_or_default()
}

#[test]
fn a_session_is_kept_for_the_same_files() {
    let folder = tempfile::tempdir().unwrap();
    let (state, file, other) =
        (folder.path().join("state"), folder.path().join("a.yaml"), folder.path().join("b.yaml"));
    fs::write(&file, DOZEN).unwrap();
    fs::write(&other, DOZEN).unwrap();
    run(WITH_FILE, (&state, &file), "vm", "[Map]");
    let [session] = files(&state).try_into().unwrap();
    let mode = |path: &Path| path.metadata().unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&session), mode(session.parent().unwrap())), (0o600, 0o700));
    // It is there before any key; Esc closes it.
    run(WITH_FILE, (&state, &file), "", "[Map]");
    run(WITH_FILE, (&state, &other), "", "1 Visits");
    let fresh = r#"XDG_STATE_HOME="$1" exec "$0" --lang en --fresh "$2""#;
    run(fresh, (&state, &file), "", "1 Visits");
    assert_eq!(files(&state).len(), 2);
}

#[test]
fn a_closed_terminal_keeps_the_session_and_a_pipe_has_none() {
    let folder = tempfile::tempdir().unwrap();
    let (state, file) = (folder.path().join("state"), folder.path().join("a.yaml"));
    fs::write(&file, DOZEN).unwrap();
    let piped = r#"XDG_STATE_HOME="$1" exec "$0" --lang en - < "$2""#;
    run(piped, (&state, &file), "vm", "[Map]");
    assert_eq!(files(&state), Vec::<std::path::PathBuf>::new());
    let mut terminal = Terminal::script(WITH_FILE, &[&state, &file], (100, 30));
    terminal.wait_for("Kota");
    terminal.press("vx");
    terminal.wait_for("[Matrix]");
    terminal.signal(rustix::process::Signal::TERM);
    terminal.end();
    run(WITH_FILE, (&state, &file), "", "[Matrix]");
}

/// A session that cannot be read is not passed over in silence, and is replaced at the end.
#[test]
fn a_session_that_cannot_be_read_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let (state, file) = (folder.path().join("state"), folder.path().join("a.yaml"));
    fs::write(&file, DOZEN).unwrap();
    run(WITH_FILE, (&state, &file), "vm", "[Map]");
    let [session] = files(&state).try_into().unwrap();
    fs::write(&session, "{").unwrap();
    run(WITH_FILE, (&state, &file), "", "starting without the last session: cannot read");
    run(WITH_FILE, (&state, &file), "vm", "[Map]");
    run(WITH_FILE, (&state, &file), "", "[Map]");
}
