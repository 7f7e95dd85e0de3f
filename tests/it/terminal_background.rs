//! The query for the background of the terminal: answered, not answered, and answered too late.

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

/// The accents for a light and for a dark background.
const LIGHT: &[u8] = b"38;5;23;";
const DARK: &[u8] = b"38;5;73;";

#[test]
fn a_white_terminal_gets_the_light_theme() {
    let mut terminal = querying();
    terminal.press(ANSWER);
    terminal.wait("light accent", |seen| has(&seen.bytes, LIGHT));
    let end = terminal.started().quit("q");
    assert!(!has(&end.bytes, DARK));
}

#[test]
fn a_terminal_that_never_answers_is_not_waited_for() {
    let mut terminal = querying().started();
    // The keys work at once, and none is lost.
    terminal.press("?");
    terminal.wait_for("Next row");
    terminal.press("\x1b");
    terminal.wait("the panes", |seen| !seen.parser.screen().contents().contains("Next row"));
    let end = terminal.quit("q");
    assert!(!has(&end.bytes, LIGHT) && !has(&end.bytes, DARK), "the terminal's own colours");
}

#[test]
fn a_terminal_without_a_colour_keeps_its_own() {
    let mut terminal = querying();
    terminal.press("\x1b[?62c");
    let end = terminal.started().quit("q");
    assert!(!has(&end.bytes, LIGHT) && !has(&end.bytes, DARK), "the terminal's own colours");
}

#[test]
fn a_late_answer_changes_the_colours_only() {
    let mut terminal = querying().started();
    let (_, before) = terminal.settled();
    terminal.press(ANSWER);
    terminal.wait("light accent", |seen| has(&seen.bytes, LIGHT));
    assert_eq!(terminal.settled().1, before);
    terminal.quit("q");
}

/// An answer in the middle of keys is taken out of them.
#[test]
fn an_answer_split_by_keys_is_not_read_as_keys() {
    let mut terminal = querying();
    terminal.press("\x1b[B\x1b]11;rgb:1c1c/1c1c/1c1c\x07\x1b[?62c?");
    terminal.wait_for("Next row");
    terminal.wait("dark accent", |seen| has(&seen.bytes, DARK));
}

/// What the terminal answers after a key that quits is not left to the shell.
#[test]
fn an_answer_after_the_last_key_is_not_left_behind() {
    let script = r#"LAWAT_THEME= "$0"; stty -icanon min 0 time 0; printf 'left: %s.' "$(cat | wc -c)""#;
    let mut terminal = Terminal::script(script, &[], (80, 24));
    terminal.wait("question", |seen| has(&seen.bytes, QUERY));
    terminal.press(&format!("q{ANSWER}"));
    terminal.wait("rest", |seen| has(&seen.bytes, b"left: "));
    assert!(has(&terminal.end().bytes, b"left: 0."));
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
