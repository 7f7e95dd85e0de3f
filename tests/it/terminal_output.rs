//! Output of the real program: to the clipboard of a terminal, onto the main screen, into a file.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::terminal::driver::Terminal;

const QUOTE: &str = "menurut Wakil Wali Kota Balikpapan Bagus Susetyo.";

/// The program in Indonesian, as if over SSH, without a multiplexer.
fn over_ssh() -> Terminal {
    let script = r#"unset TMUX STY; SSH_CONNECTION="a 1 b 2" exec "$0" --lang id"#;
    Terminal::script(script, &[], (124, 31)).started()
}

/// What was sent to the clipboard of the terminal, each as it was decoded.
fn sent(bytes: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes);
    let encoded = text.split("\u{1b}]52;c;").skip(1).filter_map(|tail| tail.split_once('\u{7}'));
    encoded.map(|(encoded, _)| String::from_utf8(STANDARD.decode(encoded).unwrap()).unwrap()).collect()
}

#[test]
fn a_copied_quote_is_sent_to_the_terminal_and_not_claimed_to_be_copied() {
    let mut terminal = over_ssh();
    terminal.press("yy");
    terminal.wait_for("Dikirim ke terminal: ");
    terminal.press("jyb");
    terminal.wait("second text", |seen| sent(&seen.bytes).len() == 2);
    // The text is copied even if the program is quit at once.
    terminal.press("yiq");
    let end = terminal.end();
    assert!(end.status.success(), "{:?}", end.status);
    end.is_clean();
    let sent = sent(&end.bytes);
    assert!(sent[0].ends_with(QUOTE), "{sent:?}");
    assert!(sent[1].starts_with("@misc{balikpapan-pontianak-2026:p1b"), "{sent:?}");
    assert_eq!(sent[2], "balikpapan-pontianak-2026#p1b");
}

#[test]
fn a_printed_quote_stays_on_the_main_screen() {
    let mut terminal = over_ssh();
    terminal.press("yc");
    terminal.wait("normal screen", |seen| {
        let screen = seen.parser.screen();
        !screen.alternate_screen() && screen.contents().contains("Tekan sembarang tombol")
    });
    // Any key returns, and does nothing else.
    terminal.press("q");
    terminal.wait("explorer", |seen| seen.parser.screen().alternate_screen());
    terminal.wait_for("Pernyataan");
    let end = terminal.quit("q");
    assert!(end.screen.replace('\n', "").contains(QUOTE), "{}", end.screen);
}

#[test]
fn an_export_is_a_new_file_in_the_working_folder() {
    let folder = tempfile::tempdir().unwrap();
    let script = r#"cd "$1" && exec "$0" --lang id"#;
    let mut terminal = Terminal::script(script, &[folder.path()], (124, 31)).started();
    let written = |terminal: &mut Terminal, name: &str| {
        terminal.press("yec");
        terminal.wait_for("Nama");
        terminal.press("\r");
        terminal.wait_for(name);
    };
    written(&mut terminal, "balikpapan-pontianak-2026.csv ditulis: 13 pernyataan");
    written(&mut terminal, "balikpapan-pontianak-2026-2.csv ditulis");
    terminal.press("q");
    assert!(terminal.end().status.success());
    let mut names: Vec<_> =
        std::fs::read_dir(folder.path()).unwrap().map(|it| it.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["balikpapan-pontianak-2026-2.csv", "balikpapan-pontianak-2026.csv"]);
    let table = std::fs::read_to_string(folder.path().join(&names[1])).unwrap();
    assert_eq!(table.lines().count(), 14);
}

#[test]
fn long_work_shows_that_it_is_running() {
    let script = r#"(sleep 1.5; cat visits.yaml) | "$0" --lang id list -"#;
    let end = Terminal::script(script, &[], (80, 24)).end();
    let said = String::from_utf8_lossy(&end.bytes);
    assert!(said.contains("lawat: memuat … 1 s"), "{said}");
    // The message disappears afterwards.
    assert!(!end.screen.contains("memuat"), "{}", end.screen);
    assert!(end.screen.contains("balikpapan-pontianak-2026"), "{}", end.screen);
}
