//! Further ways to start and to end: unusual terminals, none at all, and a signal while a question is asked.

use std::fs;
use std::path::Path;

use rustix::process::Signal;

use super::driver::{Terminal, modes};

#[test]
fn a_signal_ends_a_question_and_restores_the_terminal() {
    let folder = tempfile::tempdir().unwrap();
    let signals =
        [(Signal::TERM, "Terminated"), (Signal::HUP, "Hangup"), (Signal::QUIT, "Quit"), (Signal::INT, "")];
    for (signal, name) in signals {
        let script = r#"ulimit -c 0; cd "$1" && exec "$0" --lang en add visit"#;
        let mut terminal = Terminal::script(script, &[folder.path()], (80, 24));
        terminal.wait_for("Title:");
        terminal.press("Studi");
        terminal.wait_for("Title: Studi");
        terminal.signal_until_exit(signal);
        let end = terminal.end();
        end.is_clean();
        // SIGINT means what Ctrl-C does: the question is cancelled.
        if signal == Signal::INT {
            assert_eq!(end.status.exit_code(), 1);
        } else {
            end.died_of(name);
        }
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

/// What the parent ignores, the program ignores too.
#[test]
fn a_hangup_that_is_ignored_does_not_end_a_question() {
    let folder = tempfile::tempdir().unwrap();
    let script = r#"trap "" HUP; cd "$1" && exec "$0" --lang en add visit"#;
    let mut terminal = Terminal::script(script, &[folder.path()], (80, 24));
    terminal.wait_for("Title:");
    terminal.signal(Signal::HUP);
    terminal.press("Studi");
    terminal.wait_for("Title: Studi");
    terminal.press("\x03");
    assert_eq!(terminal.end().status.exit_code(), 1);
}

#[test]
fn a_terminal_of_an_unknown_kind_is_left_as_it_was() {
    let script = r#"TERM=no-such-terminal exec "$0""#;
    Terminal::script(script, &[], (80, 24)).started().quit("q");
}

#[test]
fn any_size_is_a_start() {
    for size in
        ["cols 0 rows 0", "cols 1 rows 1", "cols 65535 rows 1", "cols 1 rows 65535", "cols 9 rows 400"]
    {
        let script = format!(r#"stty {size}; exec "$0""#);
        let mut terminal = Terminal::script(&script, &[], (80, 24));
        terminal.wait("alternate screen", |seen| modes(&seen.bytes).get(&1049) == Some(&true));
        terminal.press("q");
        let end = terminal.end();
        assert!(end.status.success(), "{size}: {}", end.screen);
        end.is_clean();
    }
}

/// Standard output is a terminal, but there is none for keys.
#[test]
fn without_a_controlling_terminal_nothing_is_drawn() {
    for input in ["/dev/null", "/dev/zero"] {
        let terminal = Terminal::script(r#"setsid -w "$0" --lang en <"$1""#, &[Path::new(input)], (80, 24));
        let end = terminal.end();
        assert_eq!(end.status.exit_code(), 2, "{}", end.screen);
        assert!(!end.bytes.contains(&0x1b), "{}", end.screen);
        assert!(end.screen.contains("lawat: "), "{}", end.screen);
        end.is_clean();
    }
}

/// No library writes there either: it would be drawn over the screen. Texts in many scripts are wrapped meanwhile.
#[test]
fn nothing_is_written_to_standard_error() {
    let folder = tempfile::tempdir().unwrap();
    let (file, errors) = (folder.path().join("visits.yaml"), folder.path().join("errors"));
    let scripts = [
        "ประเทศไทย",
        "ປະເທດລາວ",
        "မြန်မာနိုင်ငံ",
        "ប្រទេសកម្ពុជា",
        "ꩡꩢꩣ",
        "ꧠꧡꧢ",
        "中国政府",
        "日本語の文章",
        "대한민국",
        "ᦑᦺᦟᧉ",
        "ᨴᩱ",
        "ꪼꪕ",
        "বাংলা",
        "தமிழ்",
        "བོད་ཡིག",
        "العربية",
        "𑜒𑜑𑜪",
    ];
    let text = scripts.map(|script| format!("{script} {}", script.repeat(20))).join(" ");
    let records = format!(
        "schema_version: '1.1'\nvisits: [{{id: v, title: '{text}', statements: [{{id: q, type: quote, text: '{text}'}}]}}]\n"
    );
    fs::write(&file, records).unwrap();
    let script = r#"exec "$0" --lang en "$1" 2>"$2""#;
    let terminal = Terminal::script(script, &[&file, &errors], (100, 30));
    // The page of the statement is there, and all its rows have been wrapped.
    terminal.wait_for("“ประเทศไทย");
    terminal.quit("Q");
    assert_eq!(fs::read_to_string(errors).unwrap(), "");
}
