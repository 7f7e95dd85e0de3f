//! The plain mode: whole conversations as text, and what it does with pipes and terminals.

use std::process::{Command, Stdio};

use insta::assert_snapshot;
use lawat::cite::PostOrder;
use lawat::lang::Lang;
use lawat::load::{EXAMPLE, load_text};
use lawat::plain::{PlainOptions, run_session};
use proptest::prelude::*;

use crate::command_line::{lawat, run};
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
    let mut all = Vec::new();
    for count in 0..=lines.len() {
        let so_far = written(text, options(Lang::En), &lines[..count]);
        // Earlier output does not change.
        all.push(so_far.strip_prefix(&before).unwrap().trim_start_matches('\n').to_owned());
        before = so_far;
    }
    all
}

/// Conversations as a whole, each in one language.
#[test]
fn whole_conversations() {
    for (name, records, lang, lines) in [
        (
            "example-id",
            EXAMPLE,
            Lang::Id,
            &["1", "2", "y", "y apa", "n", "b", "b", "", "", "8", "b", "k"][..],
        ),
        ("dozen-en", DOZEN, Lang::En, &["5", "7", "2", "b", "p", "b"]),
        ("search-en", DOZEN, Lang::En, SEARCHES),
        ("help-id", BROKEN, Lang::Id, HELP),
    ] {
        assert_snapshot!(name, conversation(records, lang, lines));
    }
}

/// Searches with results, without results, with suggestions, in fields, with errors, and from another page.
const SEARCHES: &[&str] =
    &["/ratna", "3", "n", "c zebra", "search siap:ratna", "cari satu \"pintu", "/", "s antrian terpadu", "b"];

/// Commands that do nothing here, and both languages.
const HELP: &[&str] = &["help", "caro", "antrean", "y", "n", "99", "en", "id", "keluar", "not answered"];

/// Checks that a conversation has these lines, in this order, in the language that no snapshot has.
#[track_caller]
fn assert_lines(conversation: &str, lines: &[&str]) {
    let mut rest = conversation.lines();
    for line in lines {
        assert!(rest.any(|it| it == *line), "no {line:?}, or not in this place\n{conversation}");
    }
}

#[test]
fn a_visit_is_shown_in_english() {
    let lines = ["1", "2", "y", "y apa", "n", "b", "b", "", "", "8", "b", "k"];
    assert_lines(
        &conversation(EXAMPLE, Lang::En, &lines),
        &[
            "Loaded: 1 file, 1 visit, 13 statements.",
            "Visit “Studi tiru Balikpapan ke Pontianak”.",
            "Date               Saturday, 10 January 2026 (inferred)",
            "Date as printed    Sabtu (10/1/2026)",
            "Type               study visit",
            "Term in source     studi tiru",
            "Status             completed",
            "Organizations      Pemerintah Kota Balikpapan (visitor)",
            "Reference          balikpapan-pontianak-2026",
            "Objectives",
            "Notes",
            "Sources",
            "Stops: 4",
            "Participants: 4",
            "Organizations: 3",
            "Statements: 13",
            "15. QUOTE  Bagus Susetyo (inferred) · MPP? · 10 Jan 2026",
            "1–20 of 24; Enter for the next part.",
            "Type a number to open, / and words to search, h for help, q to quit.",
            "> 1",
            "Visit “Studi tiru Balikpapan ke Pontianak”, stop “MPP”, 1 of 24.",
            "Short name         MPP",
            "Present            Bagus Susetyo (inferred)",
            "> 2",
            "QUOTE",
            "— Bagus Susetyo (inferred), Wakil Wali Kota Balikpapan",
            "Attribution        “ujarnya”",
            "Occasion           usai meninjau MPP",
            "About              Pemerintah Kota Pontianak",
            "> n",
            "PARAPHRASE",
            "Date               Saturday, 10 January 2026 (date of the stop, inferred)",
            "> ",
            "21–24 of 24.",
            "> ",
            "This is the end of the list.",
            "> 8",
            "name not stated",
            "Title              Direktur RSUD SSMA",
            "Role               presenter",
            "> k",
            "There is nothing to go back to; q quits.",
        ],
    );
}

#[test]
fn many_visits_are_listed_in_indonesian() {
    let lines = ["5", "7", "2", "b", "p", "b", "1", "r", "b", "b", "n"];
    let conversation = conversation(DOZEN, Lang::Id, &lines);
    assert_lines(
        &conversation,
        &[
            "Termuat: 1 berkas, 12 kunjungan, 21 pernyataan; 7 peringatan (! untuk",
            "Semua kunjungan.",
            "Kunjungan: 12",
            "4. sekitar Sep 2024  Pameran perangkat antrean",
            "9. 20 Mar 2020 (dibatalkan)  Kunjungan yang dibatalkan",
            "12. 19 Okt, tahun tidak diketahui  Kunjungan yang tahunnya hilang",
            "> 5",
            "Semua kunjungan, kunjungan “Tiga hari di Kota Batu”, 5 dari 12.",
            "Lokasi kunjungan: 4",
            "1. 08.30 MPP",
            "Peserta: 5",
            "8. Pemerintah Kota Awan (40 orang)",
            "Organisasi: 2",
            "18. NARASI  pembicara tidak disebut · MPP",
            "> 7",
            "Pihak              delegasi",
            "Kehadiran          tidak disebut",
            "Juga dalam kunjungan lain: 1",
            "> 1",
            "Tanggal            Selasa, 12 Maret 2024, 08.30 WIB",
            "> n",
            "Semua kunjungan, kunjungan “Peresmian loket desa”, 6 dari 12.",
        ],
    );
    // A repeated page is the same, in full.
    let answers: Vec<&str> = conversation.split("> ").collect();
    let (opened, repeated) =
        (answers[7].strip_prefix("1\n").unwrap(), answers[8].strip_prefix("r\n").unwrap());
    assert_eq!(opened, repeated);
}

#[test]
fn searches_are_answered_in_indonesian() {
    assert_lines(
        &conversation(DOZEN, Lang::Id, SEARCHES),
        &[
            "Semua kunjungan, pencarian “ratna”.",
            "Pernyataan: 4",
            "3. “Satu pintu untuk semua instansi”",
            "   Ratna Kencana · MPP · 12 Mar 2024, 09.10 WIB",
            "   PARAFRASA · Ratna Kencana · MPP?",
            "Peserta: 3",
            "> c zebra",
            "Tidak ada yang cocok dengan “zebra”.",
            "isian “siap:” tidak dikenal, dicari sebagai teks; maksudnya “siapa:”?",
            "Kueri tidak dapat dibaca mulai karakter ke-6: tanda kutip belum ditutup",
            "Ketik beberapa kata: dari kutipan, nama, jabatan, atau lokasi.",
            "Mungkin maksudnya:",
            "1. “Kami ingin meniru antrean terpadu ini”",
        ],
    );
}

#[test]
fn problems_are_listed_without_drawing() {
    let lines = ["!", "2", "p", "b", "b"];
    assert_lines(
        &conversation(BROKEN, Lang::En, &lines),
        &[
            "Loaded: 1 file, 1 visit, 0 statements; 2 errors, 1 warning (! to list).",
            "> !",
            "Visit “Kunjungan baik”, data check.",
            "The other visit can still be used.",
            "Problems in the data: 3",
            "1. visits.yaml:4:12: warning[hidden-character]: the control character U+001B",
            "2. visits.yaml:5:17: error[bad-date]: “kemarin” is not a valid date",
            "> 2",
            "Visit “Kunjungan baik”, data check, bad-date, 2 of 3.",
            "visits.yaml:5:17: error[bad-date]: “kemarin” is not a valid date",
            "line 5: start_date: kemarin",
            "Write year-month-day, for example 2026-01-10; 2026-01 or 2026 is also valid.",
            "> p",
            "Visit “Kunjungan baik”, data check, hidden-character, 1 of 3.",
            "line 4: title: \"Kunjungan\\e[31m contoh\"",
            "> b",
            "Problems in the data: 3",
            "> b",
            "Visit “Kunjungan baik”.",
        ],
    );
    assert_lines(
        &conversation(BROKEN, Lang::Id, &lines),
        &[
            "Termuat: 1 berkas, 1 kunjungan, 0 pernyataan; 2 kesalahan, 1 peringatan (!",
            "Kunjungan “Kunjungan baik”, pemeriksaan data.",
            "1 kunjungan lainnya tetap dapat dipakai.",
            "Masalah dalam data: 3",
            "2. visits.yaml:5:17: error[bad-date]: “kemarin” bukan tanggal yang sah",
            "Kunjungan “Kunjungan baik”, pemeriksaan data, bad-date, 2 dari 3.",
            "baris 5: start_date: kemarin",
            "Tulis tahun-bulan-tanggal, misalnya 2026-01-10; 2026-01 atau 2026 juga boleh.",
            "Hapus karakter itu, lalu ketik ulang teks di sekitarnya.",
        ],
    );
}

#[test]
fn help_is_a_few_lines_in_english() {
    assert_lines(
        &conversation(BROKEN, Lang::En, HELP),
        &[
            "Help.",
            "a number: open the entry with that number",
            "lanjut, more: the next part of the list; same as an empty line",
            "/, c, s, cari, search WORDS: search all records; also who: stop: date: type:",
            "b, k, kembali, back: go back one step",
            "r, ulangi, repeat: repeat this page or list from the start",
            "n, berikutnya, next: the next entry in the list",
            "p, sebelumnya, previous: the previous entry in the list",
            "y, salin, copy STYLE: copy the statement with its attribution, or in another",
            "!, masalah, problems: problems in the data",
            "h, ?, bantuan, help: this help",
            "id, indonesia, indonesian: switch to Indonesian",
            "en, inggris, english: switch to English",
            "q, keluar, quit: quit",
            "A ? after a stop or a date: inferred, not stated by the source.",
            "“caro” is not a command; did you mean “cari”? h for help.",
            "“antrean” is not a command; h for help, or put / before it to search for it.",
            "Only statements can be copied; open one first.",
            "There is no list here.",
            "There is no list here.",
        ],
    );
}

#[test]
fn long_lists_come_in_parts() {
    let visits: Vec<String> = (1..=45).map(|n| format!("{{id: v{n}, title: Visit {n}}}")).collect();
    let text = format!("schema_version: '1.0'\nvisits: [{}]\n", visits.join(", "));
    let answers = answers(&text, &["", "lanjut", "more", "45", "n", "b", "r"]);
    assert!(answers[0].contains("\n20. Visit 20\n1–20 of 45; Enter for the next part.\n"), "{}", answers[0]);
    assert!(answers[1].starts_with("All visits.\nVisits: 45\n21. Visit 21\n"), "{}", answers[1]);
    assert!(answers[2].ends_with("\n45. Visit 45\n41–45 of 45.\n"), "{}", answers[2]);
    assert_eq!(answers[3], "This is the end of the list.\n");
    assert!(answers[4].starts_with("All visits, visit “Visit 45”, 45 of 45.\n"), "{}", answers[4]);
    assert_eq!(answers[5], "This is the last entry in the list.\n");
    assert!(
        answers[6].contains("\n41. Visit 41\n"),
        "one comes back to the part that one left: {}",
        answers[6]
    );
    assert!(answers[7].contains("\n1. Visit 1\n"), "{}", answers[7]);
}

#[test]
fn next_goes_through_the_whole_list() {
    let answers = answers(DOZEN, &[&["5", "1"][..], &["n"; 19]].concat());
    for (number, answer) in (1..=19).zip(&answers[2..]) {
        assert!(answer.replace('\n', " ").contains(&format!(", {number} of 19.")), "{number}: {answer}");
    }
    assert_eq!(answers[21], "This is the last entry in the list.\n");
}

#[test]
fn numbers_refer_to_the_last_printed_list() {
    let answers = answers(DOZEN, &["5", "12", "13", "b", "b"]);
    assert!(answers[2].contains("statement q1, 12 of 19."), "{}", answers[2]);
    assert!(answers[3].contains("statement q2, 13 of 19."), "{}", answers[3]);
    assert!(
        answers[4].starts_with("All visits, visit “Tiga hari di Kota Batu”, 5 of 12.\n"),
        "{}",
        answers[4]
    );
    assert!(answers[5].starts_with("All visits.\n"), "{}", answers[5]);
}

#[test]
fn every_citation_style_has_a_name() {
    for style in lawat::cite::Style::ALL {
        let answers = answers(EXAMPLE, &["15", &format!("copy {}", style.name())]);
        assert!(
            answers[2].contains("Pontianak mencatatkan") || answers[2].contains("2026"),
            "{}",
            answers[2]
        );
    }
    let answers = answers(EXAMPLE, &["15", "y mla"]);
    assert!(
        answers[2].starts_with("There is no style “mla”; available: press, text, card,"),
        "{}",
        answers[2]
    );
}

#[test]
fn a_very_long_line_gets_a_short_answer() {
    let answers = answers(EXAMPLE, &[&"x".repeat(100_000), "q"]);
    assert_eq!(answers[1].lines().count(), 2, "{}", answers[1]);
}

#[test]
fn lines_fit_the_width() {
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

/// Signs that disturb screen readers: box drawing, blocks, braille.
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
    fn no_input_makes_it_panic_or_write_controls(
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
    let (code, out, err) = run(lawat().args(["--plain", "visits.yaml"]).write_stdin("15\r\ny\r\nq\r\nb\r\n"));
    assert_eq!((code, err.as_str()), (Some(0), ""));
    assert!(out.starts_with("Loaded: 1 file, 1 visit, 13 statements.\nVisit “"), "{out}");
    assert!(out.contains("\n“Pontianak mencatatkan") && !out.contains("> "), "{out}");
    let (code, out, err) = run(lawat().args(["--plain", "--lang", "id"]).write_stdin(""));
    assert_eq!((code, err.as_str()), (Some(0), ""));
    assert!(out.starts_with("Termuat: ") && out.ends_with("q untuk\nkeluar.\n"), "{out}");
}

#[test]
fn a_closed_pipe_is_no_failure_and_a_full_disk_is_one() {
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
fn plain_cannot_be_combined_with_a_subcommand() {
    let (code, out, err) = run(lawat().args(["--plain", "search", "x"]));
    assert_eq!((code, out.as_str()), (Some(2), ""));
    assert_eq!(err, "lawat: --plain cannot be used with a subcommand\n");
}

#[test]
fn a_dumb_terminal_starts_the_plain_mode() {
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
fn ctrl_c_quits() {
    let mut terminal = Terminal::script(r#"exec "$0" --plain"#, &[], (80, 24));
    terminal.wait_for("> ");
    terminal.press("\u{3}");
    let end = terminal.end();
    end.died_of("Interrupt");
    end.is_clean();
}

#[test]
fn with_records_from_a_pipe_commands_come_from_the_keyboard() {
    let script =
        r#"printf "schema_version: '1.0'\nvisits: [{id: v, title: Apa}]\n" | "$0" --plain --lang en -"#;
    let mut terminal = Terminal::script(script, &[], (80, 24));
    terminal.wait_for("Visit “Apa”.");
    terminal.press("b\r");
    terminal.wait_for("There is nothing to go back to");
    terminal.press("q\r");
    assert!(terminal.end().status.success());
    // Without a terminal there is nowhere to read commands from.
    let child = Command::new("setsid")
        .args([env!("CARGO_BIN_EXE_lawat"), "--plain", "--lang", "en", "-"])
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert_eq!((child.status.code(), child.stdout.as_slice()), (Some(2), &b""[..]));
    assert!(String::from_utf8_lossy(&child.stderr).contains("there is no terminal to read commands from"));
}

#[test]
fn an_ascii_locale_gets_ascii_output() {
    let out = written(EXAMPLE, PlainOptions { ascii: true, ..options(Lang::Id) }, &["1", "14", "f", "help"]);
    assert!(out.is_ascii() && out.contains('"'), "{out}");
}

#[test]
fn unknown_fields_are_reported_with_the_results() {
    let answers = answers(EXAMPLE, &["/Catatan: inspirasi", "/kutip: zzzz"]);
    assert!(answers[1].contains("unknown field “Catatan:”, searched as text"), "{}", answers[1]);
    assert!(
        answers[2].contains("unknown field “kutip:”") && answers[2].contains("Nothing"),
        "{}",
        answers[2]
    );
}
