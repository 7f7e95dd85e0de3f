//! Typing and pasting: in inputs, outside of them, and over a slow connection.

use std::thread::sleep;
use std::time::Duration;

use lawat::app::event::Event;
use lawat::lang::Lang;
use lawat::view::{Palette, Theme};

use crate::session::Session;
use crate::terminal::driver::{Seen, Terminal};

fn paste(mut session: Session, text: &str) -> Session {
    session.send(Event::Paste(text.to_owned()));
    session
}

#[test]
fn pasted_lines_become_words_in_every_input() {
    for (open, close) in [("/", ""), ("4gf", ""), (":", "")] {
        let session = Session::example().press(open);
        let before = session.app.context();
        for (text, seen) in [
            ("pelayanan\nprima", "pelayanan prima"),
            ("pelayanan\r\nprima\r\n", "pelayanan prima"),
            ("pelayanan\r\rprima\tx", "pelayanan  prima x"),
            ("pelayanan\u{2028}prima\n\n", "pelayanan prima"),
            ("sal\u{1b}in\u{7}", "salin"),
        ] {
            let session = paste(Session::example().press(open), text).expect(&format!("{seen}{close}"));
            assert_eq!((session.app.context(), session.effects.len()), (before, 0), "{open} {text:?}");
        }
        // It is inserted at the cursor, up to the maximum length.
        paste(Session::example().press(open).press("ab<left>"), "1\n2").expect("a1 2b");
        paste(Session::example().press(open), &"x".repeat(1 << 20));
    }
}

#[test]
fn a_paste_outside_an_input_runs_no_commands() {
    for (lang, words) in
        [(Lang::Id, "teks tidak dapat ditempel di sini; /"), (Lang::En, "text cannot be pasted here; /")]
    {
        for keys in ["", "4g<enter>", "y", "ye", "x", "v", "b"] {
            let session = Session::example().lang(lang).press(keys);
            let (context, focus) = (session.app.context(), session.app.focus());
            let session = paste(session, "q\nQ\nyy:jG/x\u{3}").expect(words);
            assert_eq!((session.app.context(), session.app.focus()), (context, focus), "{keys}");
            assert_eq!(session.effects, []);
        }
    }
    // A first key of a sequence is no longer pending.
    assert!(paste(Session::example().press("x"), "1").app.pending().is_empty());
}

#[test]
fn word_movements_work_in_every_input() {
    for open in ["/", "4gf", ":"] {
        for (keys, seen) in [
            ("satu dua tiga<alt-b>x", "satu dua xtiga"),
            ("satu dua tiga<ctrl-left><ctrl-left>x", "satu xdua tiga"),
            ("satu dua tiga<home><alt-f>x", "satu xdua tiga"),
            ("satu dua tiga<home><ctrl-right><ctrl-right>x", "satu dua xtiga"),
            ("satu dua tiga<ctrl-w>x", "satu dua x"),
            ("satu dua tiga<alt-backspace><ctrl-backspace>x", "satu x"),
            ("satu dua tiga<home><alt-d>x", "xdua tiga"),
        ] {
            Session::example().press(open).press(keys).expect(seen);
        }
    }
}

/// Input methods, dead keys and magnifiers follow the cursor of the terminal.
#[test]
fn the_terminal_cursor_is_at_the_input() {
    for (keys, before) in [
        ("", None),
        ("/", Some("> ")),
        ("/dua<left>", Some("> du")),
        ("/政府x", Some("> 政府x")),
        ("4gfwarga<left><left>", Some("› war")),
        (":sal", Some("> sal")),
        ("/dua<esc>", None),
        ("?/", Some("> ")),
        ("y", None),
    ] {
        for (columns, rows) in [(124, 31), (80, 24), (40, 20)] {
            let session = Session::example().size(columns, rows).press(keys);
            let cursor = lawat::view::cursor(&session.app);
            let buffer = session.buffer(Theme::new(Palette::Plain));
            let left = cursor.map(|at| (0..at.x).map(|x| buffer[(x, at.y)].symbol()).collect::<String>());
            // A wide cluster is followed by an empty cell.
            let left = left.map(|left| left.replace("政 府 ", "政府"));
            assert_eq!(left.is_some(), before.is_some(), "{keys}");
            assert!(
                left.as_ref().zip(before).is_none_or(|(left, before)| left.ends_with(before)),
                "{keys} {left:?}\n{}",
                session.screen()
            );
        }
    }
    // However long the text is, the cursor is on the screen.
    let session = Session::example().press("/").press(&"x".repeat(500));
    assert!(lawat::view::cursor(&session.app).is_some_and(|at| at.x < 80));
    assert_eq!(lawat::view::cursor(&session.size(25, 5).app), None);
    let mut terminal = Terminal::open(80, 24).started();
    let is_hidden = |seen: &Seen| seen.parser.screen().hide_cursor();
    terminal.wait("hidden cursor", is_hidden);
    terminal.press("/dua\x1b[D");
    terminal.wait("cursor", |seen| !is_hidden(seen) && seen.parser.screen().cursor_position() == (1, 6));
    terminal.press("\x1b");
    terminal.wait("hidden cursor", is_hidden);
    terminal.quit("q");
}

#[test]
fn a_split_arrow_key_does_not_close_the_search() {
    let mut terminal = Terminal::open(80, 24).started();
    terminal.press("/ab");
    terminal.wait_for("ab");
    for (milliseconds, typed) in [(5, "1"), (20, "2"), (60, "3")] {
        for piece in ["\x1b", "[D", typed, "\x1b", "[", "D", "\x1b", "OC"] {
            terminal.press(piece);
            sleep(Duration::from_millis(milliseconds));
        }
    }
    terminal.wait_for("a321b");
    // Esc is still Esc.
    terminal.press("\x1b");
    terminal.wait("the panes", |seen| !seen.parser.screen().contents().contains("a321b"));
    terminal.quit("q");
}

#[test]
fn a_paste_is_inserted_and_an_unfinished_one_ends() {
    let mut terminal = Terminal::open(80, 24).started();
    terminal.press("\x1b[200~q\rQ\r\x1b[201~");
    terminal.wait_for("text cannot be pasted here");
    terminal.press("/\x1b[200~pelayanan\rprima\x1b[201~");
    terminal.wait_for("pelayanan prima");
    terminal.press("\x15\x1b[200~inspirasi");
    terminal.wait_for("inspirasi");
    terminal.press("\x1b");
    terminal.wait("the panes", |seen| !seen.parser.screen().contents().contains("inspirasi"));
    terminal.quit("q");
}
