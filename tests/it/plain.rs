//! The plain mode: whole conversations as text, and what it does with pipes and terminals.

use std::process::{Command, Stdio};

use insta::assert_snapshot;
use lawat::cite::PostOrder;
use lawat::lang::Lang;
use lawat::load::{EXAMPLE, load_text};
use lawat::plain::{PlainOptions, run_session};
use proptest::prelude::*;

use crate::command_line::{lawat, told};
use crate::session::DOZEN;
use crate::terminal::driver::Terminal;

const AWKWARD: &str = include_str!("../data/awkward.yaml");

const BROKEN: &str = "schema_version: '1.0'\nvisits:\n  - id: v\n    title: \"Kunjungan\\e[31m contoh\"\n    start_date: kemarin\n    \
                      itinerary: [{id: mpp-kota, name: MPP}]\n    statements: [{id: s, type: quote, text: Halo, stop: mpp}]\n  \
                      - {id: w, title: Kunjungan baik}\n";

/// What is written when these lines are typed.
fn written(text: &str, options: PlainOptions, lines: &[&str]) -> String {
    let loaded = load_text("visits.yaml", text.into());
    let typed = lines.iter().fold(String::new(), |all, line| all + line + "\n");
    let mut out = Vec::new();
    run_session(&loaded, options, typed.as_bytes(), &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn options(lang: Lang) -> PlainOptions {
    PlainOptions { lang, columns: 78, prompt: false, ascii: false, post_order: PostOrder::Auto }
}

/// The conversation as a terminal shows it: each line behind the prompt, and below it the answer.
fn conversation(text: &str, lang: Lang, lines: &[&str]) -> String {
    let out = written(text, PlainOptions { prompt: true, ..options(lang) }, lines);
    let mut answers = out.split("> ");
    let first = answers.next().unwrap().to_owned();
    let typed = lines.iter().copied().chain(["^D"]);
    typed.zip(answers).fold(first, |all, (line, answer)| format!("{all}> {line}\n{answer}"))
}

/// What is said first, and the answer to each line.
fn answers(text: &str, lines: &[&str]) -> Vec<String> {
    let mut before = String::new();
    let mut told = Vec::new();
    for count in 0..=lines.len() {
        let so_far = written(text, options(Lang::En), &lines[..count]);
        // Nothing is taken back.
        told.push(so_far.strip_prefix(&before).unwrap().trim_start_matches('\n').to_owned());
        before = so_far;
    }
    told
}

#[test]
fn one_visit_is_told_at_once() {
    for (lang, tag) in [(Lang::Id, "id"), (Lang::En, "en")] {
        let lines = ["1", "2", "y", "y apa", "n", "b", "b", "", "", "8", "b", "k"];
        assert_snapshot!(format!("example-{tag}"), conversation(EXAMPLE, lang, &lines));
    }
}

#[test]
fn many_visits_are_listed() {
    for (lang, tag) in [(Lang::Id, "id"), (Lang::En, "en")] {
        let lines = ["5", "7", "2", "b", "p", "b", "1", "r", "b", "b", "n"];
        assert_snapshot!(format!("dozen-{tag}"), conversation(DOZEN, lang, &lines));
    }
}

#[test]
fn words_are_searched_in_everything() {
    for (lang, tag) in [(Lang::Id, "id"), (Lang::En, "en")] {
        let lines = [
            "/ratna",
            "3",
            "n",
            "c zebra",
            "search siap:ratna",
            "cari satu \"pintu",
            "/",
            "s antrian terpadu",
            "b",
        ];
        assert_snapshot!(format!("search-{tag}"), conversation(DOZEN, lang, &lines));
    }
}

#[test]
fn faults_are_told_without_a_drawing() {
    for (lang, tag) in [(Lang::Id, "id"), (Lang::En, "en")] {
        let lines = ["!", "2", "p", "b", "b"];
        assert_snapshot!(format!("broken-{tag}"), conversation(BROKEN, lang, &lines));
    }
}

#[test]
fn help_is_a_few_lines() {
    for (lang, tag) in [(Lang::Id, "id"), (Lang::En, "en")] {
        let lines = ["help", "caro", "antrean", "y", "n", "99", "en", "id", "keluar", "not answered"];
        assert_snapshot!(format!("help-{tag}"), conversation(BROKEN, lang, &lines));
    }
}

#[test]
fn long_lists_come_in_parts() {
    let visits: Vec<String> = (1..=45).map(|n| format!("{{id: v{n}, title: Visit {n}}}")).collect();
    let text = format!("schema_version: '1.0'\nvisits: [{}]\n", visits.join(", "));
    let told = answers(&text, &["", "lanjut", "more", "45", "n", "b", "r"]);
    assert!(told[0].contains("\n20. Visit 20\n1–20 of 45; Enter for the next part.\n"), "{}", told[0]);
    assert!(told[1].starts_with("All visits.\nVisits: 45\n21. Visit 21\n"), "{}", told[1]);
    assert!(told[2].ends_with("\n45. Visit 45\n41–45 of 45.\n"), "{}", told[2]);
    assert_eq!(told[3], "This is the end of the list.\n");
    assert!(told[4].starts_with("All visits, visit “Visit 45”, 45 of 45.\n"), "{}", told[4]);
    assert_eq!(told[5], "This is the last entry in the list.\n");
    assert!(told[6].contains("\n41. Visit 41\n"), "one comes back to the part that one left: {}", told[6]);
    assert!(told[7].contains("\n1. Visit 1\n"), "{}", told[7]);
}

#[test]
fn who_goes_on_in_a_list_meets_all_of_it() {
    let told = answers(DOZEN, &[&["5", "1"][..], &["n"; 19]].concat());
    for (number, answer) in (1..=19).zip(&told[2..]) {
        assert!(answer.replace('\n', " ").contains(&format!(", {number} of 19.")), "{number}: {answer}");
    }
    assert_eq!(told[21], "This is the last entry in the list.\n");
}

#[test]
fn numbers_go_on_meaning_the_list_that_was_told() {
    let told = answers(DOZEN, &["5", "12", "13", "b", "b"]);
    assert!(told[2].contains("statement q1, 12 of 19."), "{}", told[2]);
    assert!(told[3].contains("statement q2, 13 of 19."), "{}", told[3]);
    assert!(told[4].starts_with("All visits, visit “Tiga hari di Kota Batu”, 5 of 12.\n"), "{}", told[4]);
    assert!(told[5].starts_with("All visits.\n"), "{}", told[5]);
}

#[test]
fn every_style_of_citation_is_written_by_name() {
    for style in lawat::cite::Style::ALL {
        let told = answers(EXAMPLE, &["15", &format!("copy {}", style.name())]);
        assert!(told[2].contains("Pontianak mencatatkan") || told[2].contains("2026"), "{}", told[2]);
    }
    let told = answers(EXAMPLE, &["15", "y mla"]);
    assert!(told[2].starts_with("There is no style “mla”; available: press, text, card,"), "{}", told[2]);
}

#[test]
fn a_line_that_nobody_typed_is_one_line() {
    let told = answers(EXAMPLE, &[&"x".repeat(100_000), "q"]);
    assert_eq!(told[1].lines().count(), 2, "{}", told[1]);
}

#[test]
fn lines_are_no_longer_than_they_may_be() {
    for columns in [20, 40, 78] {
        for text in [EXAMPLE, DOZEN, BROKEN] {
            let options = PlainOptions { columns, ..options(Lang::Id) };
            let out = written(text, options, &["1", "1", "b", "b", "/mpp", "1", "h", "!", "1", "zzzz"]);
            for line in out.lines() {
                assert!(lawat::text::width(line) <= columns, "{columns}: {line}");
            }
        }
    }
}

/// What a screen reader stumbles over: box drawing, blocks, braille.
#[test]
fn nothing_is_drawn() {
    for text in [EXAMPLE, DOZEN, BROKEN] {
        let out = written(text, options(Lang::En), &["1", "1", "1", "b", "/mpp", "h", "!", "1"]);
        let drawn = |c: char| matches!(c, '\u{2500}'..='\u{259f}' | '\u{2800}'..='\u{28ff}');
        assert!(!out.contains(drawn), "{out}");
    }
}

fn line() -> impl Strategy<Value = String> {
    let words = vec!["", "b", "n", "p", "y", "!", "r", "id", "en", "more", "y ris", "/mpp", "/awas", "h"];
    prop_oneof![
        4 => (0usize..40).prop_map(|number| number.to_string()),
        4 => prop::sample::select(words).prop_map(str::to_owned),
        1 => any::<String>(),
        1 => any::<String>().prop_map(|words| format!("/{words}")),
        1 => any::<String>().prop_map(|style| format!("y {style}")),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_line_makes_it_panic_or_write_what_acts_on_a_terminal(
        text in prop::sample::select(vec![EXAMPLE, AWKWARD, DOZEN, BROKEN, "x: [", "schema_version: '1.0'\nvisits: []\n"]),
        lines in prop::collection::vec(line(), 0..24),
        columns in 0usize..90,
        prompt in any::<bool>(),
    ) {
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        let out = written(text, PlainOptions { columns, prompt, ..options(Lang::Id) }, &lines);
        prop_assert!(out.chars().all(|c| c == '\n' || !c.is_control()), "{out:?}");
    }
}

#[test]
fn commands_come_through_a_pipe() {
    let (code, out, err) =
        told(lawat().args(["--plain", "visits.yaml"]).write_stdin("15\r\ny\r\nq\r\nb\r\n"));
    assert_eq!((code, err.as_str()), (Some(0), ""));
    assert!(out.starts_with("Loaded: 1 file, 1 visit, 13 statements.\nVisit “"), "{out}");
    assert!(out.contains("\n“Pontianak mencatatkan") && !out.contains("> "), "{out}");
    let (code, out, err) = told(lawat().args(["--plain", "--lang", "id"]).write_stdin(""));
    assert_eq!((code, err.as_str()), (Some(0), ""));
    assert!(out.starts_with("Termuat: ") && out.ends_with("q untuk\nkeluar.\n"), "{out}");
}

#[test]
fn a_reader_who_leaves_is_no_failure_and_a_full_disk_is_one() {
    let run = |script: &str| {
        let script =
            format!("yes 14 | head -5000 | {} --plain visits.yaml {script}", env!("CARGO_BIN_EXE_lawat"));
        Command::new("bash").args(["-c", &script]).output().unwrap()
    };
    let output = run("| head -1; exit ${PIPESTATUS[2]}");
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
    let output = run("> /dev/full");
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stderr.starts_with(b"lawat: "));
}

#[test]
fn plain_goes_with_no_subcommand() {
    let (code, out, err) = told(lawat().args(["--plain", "search", "x"]));
    assert_eq!((code, out.as_str()), (Some(2), ""));
    assert_eq!(err, "lawat: --plain cannot be used with a subcommand\n");
}

#[test]
fn a_dumb_terminal_gets_it_by_itself() {
    for script in [r#"TERM=dumb exec "$0" --lang en"#, r#"unset TERM; exec "$0" --lang en"#] {
        let mut terminal = Terminal::script(script, &[], (60, 24));
        terminal.wait_for("> ");
        assert_eq!(terminal.termios(), terminal.before, "lines are edited as ever");
        terminal.press("15\r");
        terminal.wait_for("balikpapan-pontianak-2026#q1");
        terminal.press("\u{4}");
        let end = terminal.end();
        assert!(end.status.success(), "{:?}", end.status);
        let written = String::from_utf8(end.bytes.clone()).unwrap();
        assert!(!written.contains('\u{1b}'), "{written}");
        assert!(written.lines().all(|line| lawat::text::width(line) <= 60), "{written}");
        assert!(written.ends_with("> \r\n"), "the shell goes on on a line of its own: {written}");
        end.is_clean();
    }
}

#[test]
fn ctrl_c_leaves() {
    let mut terminal = Terminal::script(r#"exec "$0" --plain"#, &[], (80, 24));
    terminal.wait_for("> ");
    terminal.press("\u{3}");
    let end = terminal.end();
    end.died_of("Interrupt");
    end.is_clean();
}

#[test]
fn records_from_a_pipe_leave_the_keyboard_for_commands() {
    let script =
        r#"printf "schema_version: '1.0'\nvisits: [{id: v, title: Apa}]\n" | "$0" --plain --lang en -"#;
    let mut terminal = Terminal::script(script, &[], (80, 24));
    terminal.wait_for("Visit “Apa”.");
    terminal.press("b\r");
    terminal.wait_for("There is nothing to go back to");
    terminal.press("q\r");
    assert!(terminal.end().status.success());
    // In a session without a terminal nobody can be asked.
    let child = Command::new("setsid")
        .args([env!("CARGO_BIN_EXE_lawat"), "--plain", "--lang", "en", "-"])
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert_eq!((child.status.code(), child.stdout.as_slice()), (Some(2), &b""[..]));
    assert!(String::from_utf8_lossy(&child.stderr).contains("there is no terminal to read commands from"));
}

#[test]
fn a_locale_without_letters_of_other_scripts_gets_none() {
    let out = written(EXAMPLE, PlainOptions { ascii: true, ..options(Lang::Id) }, &["1", "14", "f", "help"]);
    assert!(out.is_ascii() && out.contains('"'), "{out}");
}

#[test]
fn what_is_no_field_is_said_beside_what_was_found() {
    let told = answers(EXAMPLE, &["/Catatan: inspirasi", "/kutip: zzzz"]);
    assert!(told[1].contains("unknown field “Catatan:”, searched as text"), "{}", told[1]);
    assert!(told[2].contains("unknown field “kutip:”") && told[2].contains("Nothing"), "{}", told[2]);
}
