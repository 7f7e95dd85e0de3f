//! What is typed into `lawat add`: the flags, and the questions in a pseudo-terminal.

use std::fs;
use std::path::Path;

use lawat::load::load_text;

use super::sinks::assert_for_terminals;
use super::strings;
use crate::command_line::{lawat, run};
use crate::terminal::driver::Terminal;

/// The texts that can be an argument and an answer.
fn answers() -> Vec<String> {
    strings::all().into_iter().filter(|text| !text.contains('\0') && !text.trim().is_empty()).collect()
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn lines(text: &str) -> String {
    text.trim().lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_text_in_a_flag_comes_back() {
    let answers = answers();
    let mut added = 0;
    // A process takes its time.
    for texts in answers.chunks(4) {
        let text = |at: usize| texts.get(at).map_or("kata", String::as_str);
        let folder = tempfile::tempdir().unwrap();
        let flags = ["title", "summary", "title-en", "local-term"].iter().enumerate();
        let flags = flags.map(|(at, flag)| format!("--{flag}={}", text(at)));
        let (code, out, err) = run(lawat().current_dir(folder.path()).args(["add", "visit"]).args(flags));
        assert_eq!(code, Some(0), "{texts:?}: {err}");
        assert_for_terminals("output of add", &out);
        assert_for_terminals("output of add", &err);
        let loaded = load_text("visits.yaml", fs::read(folder.path().join("visits.yaml")).unwrap());
        let visit = &loaded.archive.visits[0];
        assert_eq!(visit.title, words(text(0)), "{texts:?}");
        assert_eq!(visit.summary.as_ref().unwrap().text, lines(text(1)), "{texts:?}");
        assert_eq!(visit.local_term.as_deref(), Some(words(text(3)).as_str()), "{texts:?}");
        added += 1;
    }
    assert!(added > 80, "{added}");
}

#[test]
fn a_text_that_is_refused_acts_on_no_terminal() {
    let flags = ["start-date", "id", "classification", "count", "language"].iter().cycle();
    for (text, flag) in answers().iter().step_by(8).zip(flags) {
        let folder = tempfile::tempdir().unwrap();
        let arguments =
            ["--lang", "en", "add", "visit", "--title", "Studi tiru", &format!("--{flag}={text}")];
        let (code, out, err) = run(lawat().current_dir(folder.path()).args(arguments));
        assert_for_terminals(text, &out);
        assert_for_terminals(text, &err);
        let files = fs::read_dir(folder.path()).unwrap().count();
        assert!(matches!((code, files), (Some(0), 1) | (Some(2), 0)), "{flag} {text:?}: {code:?}, {err}");
    }
}

/// What was written without the sequences that the line editor writes itself: it takes escapes out of what is pasted.
fn without_sequences(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    let mut parts = text.split("\u{1b}[");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let mut rest = part.chars();
        let last = rest.find(char::is_ascii_alphabetic).unwrap();
        assert!("ABCJKhlm".contains(last), "{part:?}");
        plain.push_str(rest.as_str());
    }
    plain.replace('\r', "")
}

#[test]
fn what_is_pasted_into_a_question_acts_on_no_terminal() {
    for options in ["--color never", "--color always"] {
        let folder = tempfile::tempdir().unwrap();
        let script = format!(r#"cd "$1" && exec "$0" --lang en {options} add visit"#);
        let mut terminal = Terminal::script(&script, &[Path::new(folder.path())], (120, 40));
        terminal.wait_for("Title:");
        for text in strings::all() {
            // Ctrl-U empties the line.
            terminal.press(&format!("\u{1b}[200~{}\u{1b}[201~\u{15}", words(&text)));
        }
        terminal.press("selesai");
        terminal.wait("the last text", |seen| {
            seen.parser.screen().contents().lines().any(|line| line.trim_end() == "Title: selesai")
        });
        // A character that is typed at the end of a line may be drawn alone.
        terminal.press("\u{1b}[200~\u{9b}31m\u{1b}[201~\u{202e}");
        terminal.press(&"\r".repeat(11));
        terminal.wait_for("(y/n)");
        terminal.wait_for("31m⟨U+202E⟩");
        terminal.press("y\r");
        let end = terminal.end();
        assert!(end.status.success(), "{}", end.screen);
        end.is_clean();
        assert_for_terminals(options, &without_sequences(&end.bytes));
        let written = fs::read(folder.path().join("visits.yaml")).unwrap();
        assert_eq!(load_text("visits.yaml", written).archive.visits[0].title, "selesai\u{9b}31m\u{202e}");
    }
}
