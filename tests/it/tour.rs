//! The tour of `lawat demo`: it says which keys to press, and goes on when the explorer is where they lead.

use std::fs;

use lawat::app::App;
use lawat::app::event::{Delivery, Effect, Event};
use lawat::lang::Lang;
use lawat::load::{EXAMPLE, load_text};

use crate::session::Session;
use crate::terminal::driver::Terminal;

fn tour() -> Session {
    let mut session = Session::example();
    session.app = App::new(Lang::Id).with_tour();
    let mut session = session.size(80, 24);
    let mut data: lawat::app::Data = load_text("visits.yaml", EXAMPLE.into()).into();
    data.built_in = true;
    session.send(Event::Loaded(Box::new(data)));
    session
}

/// The number of the current step.
fn number(session: &Session) -> usize {
    session.app.tour_step().map_or(0, |(number, ..)| number)
}

/// Copies what was to be copied.
fn copy(mut session: Session) -> Session {
    if let Some(Effect::Copy(_, what)) = session.effects.pop() {
        session.send(Event::Copied(what, Delivery::Sent(10)));
    }
    session
}

/// The keys of the steps, and a word of each step in both languages.
const STEPS: &[(&str, &str, &str)] = &[
    ("j", "Tekan j untuk ke ucapan berikutnya", "Press j for the next statement"),
    ("<enter>", "Tekan ↵ untuk membacanya", "Press ↵ to read it"),
    ("3", "Tekan 3 untuk ke daftar peserta", "Press 3 to go to the participants"),
    ("<enter>", "Tekan ↵: yang tersisa", "Press ↵: only what"),
    ("X", "Tekan X untuk menampilkan", "Press X to show everything"),
    ("/referensi", "Tekan /, lalu ketik: referensi", "Press /, then type: referensi"),
    ("<enter>", "Tekan ↵ untuk membuka hasil", "Press ↵ to open the best"),
    ("ya", "Tekan y a untuk menyalin", "Press y a to copy"),
    (" ", "tekan Space untuk menandai", "press Space to mark"),
    ("vo", "Tekan v o: seluruh", "Press v o: the whole"),
    ("?", "Tekan ?: semua tombol", "Press ?: all keys"),
    ("", "Selesai! q menutup", "That is all! q closes"),
];

#[test]
fn the_keys_of_each_step_lead_to_the_next() {
    for (columns, rows) in [(124, 31), (80, 24), (40, 20)] {
        for lang in [Lang::Id, Lang::En] {
            let mut session = tour().lang(lang).size(columns, rows);
            for (at, (keys, id, en)) in STEPS.iter().enumerate() {
                let words = if lang == Lang::Id { id } else { en };
                let shown = session.screen().split_whitespace().collect::<Vec<_>>().join(" ");
                assert_eq!(number(&session), at + 1, "{words}: {shown}");
                assert!(shown.contains(words), "no {words:?} on\n{}", session.screen());
                session = copy(session.press(keys));
            }
            assert_eq!(session.app.tour_step().map(|(_, count, _)| count), Some(STEPS.len()));
            assert!(session.press("qqqq").effects.contains(&Effect::Quit));
        }
    }
}

#[test]
fn other_keys_work_and_other_ways_lead_on() {
    let session = tour().press("kw5w");
    assert_eq!(number(&session), 1, "nothing was done yet");
    // Where the state is right already, a step is passed.
    let session = session.press("4 ").press("<down>5");
    assert_eq!(number(&session), 3);
    let session = session.press("g3<enter>X/referensi<enter>");
    assert_eq!(number(&session), 8, "nothing was copied\n{}", session.screen());
    assert_eq!(number(&copy(session.press("ya"))), 10, "one was marked already");
}

#[test]
fn esc_ends_the_tour_but_first_closes_what_is_open() {
    let session = tour().press("j<enter>3<enter>X/kua<esc>");
    assert_eq!(number(&session), 6);
    assert!(session.screen().contains("Esc mengakhiri tur"), "{}", session.screen());
    let session = session.press("/kualitas<esc><enter><esc>");
    assert_eq!(number(&session), 0);
    assert!(session.app.layout().tour.is_empty() && !session.screen().contains("Tekan"));
    assert_eq!(session.press("<esc>").effects, []);
}

#[test]
fn only_the_demo_has_a_tour() {
    assert!(Session::example().app.tour_step().is_none());
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("visits.yaml"), "schema_version: '1.0'\nvisits: [{id: a, title: Lain}]\n")
        .unwrap();
    let script = r#"cd "$1" && exec "$0" demo --lang en"#;
    let mut terminal = Terminal::script(script, &[folder.path()], (80, 24)).started();
    terminal.wait_for("1/12  This is what people said");
    terminal.press("j");
    terminal.wait_for("2/12  Press ↵");
    terminal.press("\x1b");
    terminal.wait("an end of the tour", |seen| !seen.parser.screen().contents().contains("2/12"));
    terminal.press("q");
    terminal.end().is_clean();
}
