//! The query for the background of the terminal: answered, not answered, and answered too late.

use std::time::{Duration, Instant};

use crate::terminal::driver::Terminal;

const QUERY: &[u8] = b"\x1b]11;?";
/// White, and the attributes of a terminal.
const ANSWER: &str = "\x1b]11;rgb:ffff/ffff/ffff\x1b\\\x1b[?62;22c";

/// A program without a configured theme that has just sent the query.
fn querying() -> Terminal {
    let terminal = Terminal::script(r#"LAWAT_THEME= exec "$0""#, &[], (80, 24));
    terminal.wait("question", |seen| has(&seen.bytes, QUERY));
    terminal
}

fn has(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[test]
fn a_white_terminal_gets_the_light_theme() {
    let mut terminal = querying();
    terminal.press(ANSWER);
    let mut terminal = terminal.started();
    terminal.press("q");
    let end = terminal.end();
    assert!(
        has(&end.bytes, b"38;5;23;") && !has(&end.bytes, b"38;5;73;"),
        "the accent for a light background"
    );
    end.is_clean();
}

#[test]
fn a_terminal_that_does_not_support_the_query_is_not_waited_for() {
    let start = Instant::now();
    let mut terminal = querying();
    terminal.press("\x1b[?62c");
    let mut terminal = terminal.started();
    assert!(start.elapsed() < Duration::from_millis(900), "{:?}", start.elapsed());
    terminal.press("q");
    let end = terminal.end();
    assert!(!has(&end.bytes, b"38;5;23;") && !has(&end.bytes, b"38;5;73;"), "the terminal's own colours");
    end.is_clean();
}

#[test]
fn keys_typed_while_no_answer_comes_do_no_harm() {
    let mut terminal = querying();
    terminal.press("q/x\x1b[Bq");
    let mut terminal = terminal.started();
    let (before, screen) = terminal.settled();
    assert!(screen.contains("1 Visits"), "{screen}");
    // A late answer is not read as keys.
    terminal.press(ANSWER);
    assert_eq!(terminal.settled(), (before, screen));
    terminal.quit("q");
}

#[test]
fn an_answer_split_by_keys_is_not_read_as_keys() {
    let mut terminal = querying();
    terminal.press("\x1b[B\x1b]11;rgb:1c1c/1c1c/1c1c\x07\x1b[?62c");
    let terminal = terminal.started();
    let (_, screen) = terminal.settled();
    assert!(screen.contains("1 Visits"), "{screen}");
}

#[test]
fn clicks_are_left_to_the_terminal_if_the_user_says_so() {
    let mut terminal = Terminal::script(r#"LAWAT_MOUSE=false exec "$0""#, &[], (80, 24)).started();
    terminal.press("q");
    assert!(!has(&terminal.end().bytes, b"\x1b[?1000h"));
    let mut terminal = Terminal::open(80, 24).started();
    terminal.press("q");
    assert!(has(&terminal.end().bytes, b"\x1b[?1000h"));
}

#[test]
fn a_chosen_theme_overrides_no_color() {
    for (script, coloured) in [
        (r#"NO_COLOR=1 LAWAT_THEME=dark exec "$0""#, true),
        (r#"NO_COLOR=1 LAWAT_THEME= exec "$0""#, false),
        (r#"NO_COLOR=1 LAWAT_THEME= exec "$0" --theme dark"#, true),
    ] {
        let mut terminal = Terminal::script(script, &[], (80, 24)).started();
        terminal.press("q");
        assert_eq!(has(&terminal.end().bytes, b"38;5;73;"), coloured, "{script}");
    }
}
