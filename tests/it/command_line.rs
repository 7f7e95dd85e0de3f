//! The command line: output, errors and exit codes.

use assert_cmd::Command;

pub fn lawat() -> Command {
    let mut command = Command::cargo_bin("lawat").unwrap();
    command
        .env_remove("LC_ALL")
        .env_remove("LC_MESSAGES")
        .env_remove("LANGUAGE")
        .env("LANG", "C.UTF-8")
        .env("XDG_CACHE_HOME", "/dev/null")
        .env("LAWAT_CONFIG", "/dev/null");
    command
}

pub fn run(command: &mut Command) -> (Option<i32>, String, String) {
    let output = command.output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (output.status.code(), text(&output.stdout), text(&output.stderr))
}

#[test]
fn without_a_terminal_it_says_so_and_writes_no_escape() {
    let (code, out, err) = run(lawat().arg("visits.yaml"));
    assert_eq!((code, out.as_str()), (Some(2), ""));
    assert_eq!(err, "lawat: the explorer needs a terminal, but the output is not one\n");
}

#[test]
fn the_language_comes_from_the_argument_or_the_locale() {
    for command in
        [lawat().args(["--lang", "id"]), lawat().env("LANG", "ms_MY.UTF-8"), lawat().env("LC_ALL", "id_ID")]
    {
        let (code, _, err) = run(command);
        assert_eq!((code, err.contains("bukan terminal")), (Some(2), true), "{err}");
    }
}

#[test]
fn a_mistyped_subcommand_is_no_missing_file() {
    let (code, out, err) = run(lawat().args(["serch", "layanan", "--lang", "en"]));
    assert_eq!((code, out.as_str()), (Some(2), ""));
    assert_eq!(err, "lawat: there is no file or command “serch”. Did you mean `lawat search`?\n");
    let (_, _, err) = run(lawat().args(["cit", "--lang", "id"]));
    assert_eq!(err, "lawat: tidak ada berkas atau perintah “cit”. Maksudnya `lawat cite`?\n");
    let (_, _, err) = run(lawat().args(["records.yaml", "--lang", "en"]));
    assert_eq!(err, "lawat: cannot read records.yaml: no such file or folder\n");
}

/// Help and errors are in the chosen language, even if the rest of the command line is invalid.
#[test]
fn help_and_argument_errors_are_in_the_chosen_language() {
    let folder = tempfile::tempdir().unwrap();
    let settings = folder.path().join("config.toml");
    std::fs::write(&settings, "language = \"id\"\n").unwrap();
    for command in [
        lawat().args(["--lang", "id", "--help"]),
        lawat().args(["search", "--help", "--lang=id"]),
        lawat().args(["search", "-h", "--lang", "id"]),
        lawat().args(["--lang", "id", "help", "config", "show"]),
        lawat().env("LAWAT_LANGUAGE", "id").arg("--help"),
        lawat().env("LANG", "id_ID.UTF-8").args(["export", "--help"]),
        lawat().env("LANGUAGE", "id:en").env("LANG", "en_US.UTF-8").args(["check", "--help"]),
        lawat().env("LAWAT_CONFIG", &settings).args(["stats", "--help"]),
    ] {
        let (code, out, err) = run(command);
        assert_eq!((code, err.as_str()), (Some(0), ""));
        assert!(out.contains("\n\nPenggunaan: lawat ") && !out.contains("Usage"), "{out}");
    }
    for command in [
        lawat().env("LANG", "id_ID.UTF-8").args(["--lang", "en", "--help"]),
        lawat().env("LAWAT_LANGUAGE", "en").env("LANG", "id_ID.UTF-8").arg("--help"),
        lawat().args(["--help", "--", "--lang", "id"]),
    ] {
        assert!(run(command).1.contains("\n\nUsage: lawat "));
    }
    let (code, out, err) = run(lawat().args(["--lang", "id", "list", "--knd", "stop"]));
    assert_eq!((code, out.as_str()), (Some(2), ""));
    assert_eq!(
        err,
        "kesalahan: argumen '--knd' tidak dikenal\n\n  saran: mungkin maksudnya '--kind'\n\n\
         Penggunaan: lawat list --kind <JENIS> [BERKAS]...\n\n\
         Untuk keterangan selengkapnya, coba '--help'.\n"
    );
    let (code, out, err) = run(lawat().args(["--lang", "id", "config"]));
    assert_eq!((code, out.as_str()), (Some(2), ""));
    assert!(err.contains("\nPerintah:\n  path  Tulis lokasi berkas pengaturan"), "{err}");
    assert!(run(lawat().args(["--lang", "xx", "list"])).2.starts_with("error: invalid value 'xx'"));
    let (_, out, _) = run(lawat().args(["--lang", "id", "--color", "always", "--help"]));
    assert!(
        out.contains("Penggunaan:\u{1b}[0m ") && out.contains("- \u{1b}[1mauto\u{1b}[0m:   Di terminal"),
        "{out:?}"
    );
}

#[test]
fn a_path_that_cannot_be_read_is_named() {
    let (code, out, err) = run(lawat().arg("nowhere.yaml"));
    assert_eq!((code, out.as_str()), (Some(2), ""));
    assert!(err.starts_with("lawat: cannot read nowhere.yaml: "), "{err}");
    let (code, _, err) = run(lawat().arg("no\u{1b}]0;where\u{7}.yaml"));
    assert!(code == Some(2) && !err.contains('\u{1b}') && err.contains('␛'), "{err}");
}

/// A message may repeat an argument, which may be of any length.
#[test]
fn messages_are_bounded_and_inert() {
    let long = "q".repeat(100_000);
    let hostile = "\u{1b}]0;x\u{7}\u{202e}\u{9b}31m";
    for word in [long.as_str(), hostile] {
        for before in [
            &["search"][..],
            &["show"],
            &["cite"],
            &["cite", "balikpapan-pontianak-2026#q1", "--translation"],
            &["stats", "--of"],
            &["stats", "--during"],
            &["stats", "--by"],
            &["export", "--format", "json", "--query"],
            &["export", "--format"],
            &["export", "--format", "csv", "--delimiter"],
            &["export", "--format", "csv", "-o", "/nowhere/x", "--table"],
            &["list"],
            &["list", "--kind"],
            &["check"],
            &["check", "--explain"],
            &["check", "--text"],
            &["import"],
            &["import", "--map"],
            &["draft"],
            &["add"],
            &["add", "visit", "/nowhere/x", "--title", "x", "--date"],
            &["--theme"],
            &[],
        ] {
            for lang in ["id", "en"] {
                let mut command = lawat();
                command.args(["--lang", lang, "--color", "always"]).args(before).arg(word);
                let (code, _, err) = run(command.env_remove("NO_COLOR"));
                assert!(code.is_some_and(|code| code > 0), "{before:?}: {code:?}");
                assert!(!err.is_empty() && err.len() <= 8_000, "{before:?}: {} bytes", err.len());
                let acts =
                    |text: &str| text.contains("\u{1b}]") || text.contains(['\u{9b}', '\u{202e}', '\u{7}']);
                assert!(!acts(&err), "{before:?}: {err:?}");
            }
        }
    }
}

#[test]
fn search_has_output_for_people_and_programs() {
    let (code, out, err) = run(lawat().args(["search", "inspirasi", "visits.yaml"]));
    assert_eq!((code, err.as_str()), (Some(0), ""));
    assert!(out.starts_with("balikpapan-pontianak-2026#q3  visits.yaml:"), "{out}");
    assert!(out.contains("“Pengelolaan dan sistem"), "{out}");
    let (code, out, _) =
        run(lawat().args(["search", "--format", "json", "--limit", "1", "bagus motivasi", "visits.yaml"]));
    let results: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(code, Some(0));
    let result = &results[0];
    assert_eq!(result["cite"], "balikpapan-pontianak-2026#q4");
    assert_eq!(
        (&result["kind"], &result["type"], &result["id"]),
        (&"statement".into(), &"quote".into(), &"q4".into())
    );
    assert_eq!(result["speaker"]["post"], "Wakil Wali Kota Balikpapan");
    assert_eq!(result["stop"]["id"], "rsud");
    assert_eq!(result["file"], "visits.yaml");
    let text = result["text"].as_str().unwrap();
    let range = &result["matches"][0]["ranges"][0];
    let at = |end: usize| usize::try_from(range[end].as_u64().unwrap()).unwrap();
    let (from, to) = (at(0), at(1));
    assert_eq!(text.chars().skip(from).take(to - from).collect::<String>(), "motivasi");
    let (_, out, _) =
        run(lawat().args(["search", "--format", "jsonl", "--limit", "0", "pelayanan", "visits.yaml"]));
    assert!(
        out.lines().count() > 5
            && out.lines().all(|line| serde_json::from_str::<serde_json::Value>(line).is_ok())
    );
    let (_, out, _) =
        run(lawat().args(["search", "--format", "csv", "--kind", "stop", "tugu", "visits.yaml"]));
    // The others match through a note about them.
    assert!(out.starts_with("kind,cite,text,") && out.lines().nth(1).unwrap().contains("#tugu,"), "{out}");
}

#[test]
fn search_has_exit_codes() {
    let code = |arguments: &[&str]| run(lawat().arg("search").args(arguments));
    assert_eq!(code(&["zebra", "visits.yaml"]).0, Some(1));
    let (status, out, err) = code(&["\"bagus", "visits.yaml"]);
    assert_eq!((status, out.as_str()), (Some(2), ""));
    assert!(err.contains("quotation mark"), "{err}");
    let (status, _, err) = code(&["siap:bagus", "visits.yaml"]);
    assert_eq!(status, Some(0), "what is no field is text");
    assert!(err.contains("did you mean “siapa:”?"), "{err}");
    assert_eq!(code(&["x", "nowhere.yaml"]).0, Some(2));
    assert_eq!(code(&["-pelayanan sinergi", "visits.yaml"]).0, Some(1), "a query may begin with a dash");
    assert_eq!(code(&["--limit", "1", "-zebra inspirasi", "visits.yaml"]).0, Some(0));
    let piped = lawat()
        .args(["search", "apa", "-"])
        .write_stdin("schema_version: '1.0'\nvisits: [{id: v, title: Apa}]\n")
        .output()
        .unwrap();
    assert_eq!(piped.status.code(), Some(0));
    let broken = lawat().args(["search", "apa", "-"]).write_stdin("visits: [").output().unwrap();
    assert_eq!(broken.status.code(), Some(2));
}

#[test]
fn search_output_has_no_escapes_or_formulas() {
    let record =
        "schema_version: '1.0'\nvisits:\n  - id: v\n    title: \"=1+1 awas\\e]0;x\\a \\u202e\\x9b31m\"\n";
    for format in ["text", "json", "jsonl", "csv"] {
        let output =
            lawat().args(["search", "awas", "-", "--format", format]).write_stdin(record).output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(text.contains("awas"), "{text}");
        assert!(
            !text.chars().any(|c| c != '\n' && (c.is_control() || c == '\u{202e}')),
            "{format}: {text:?}"
        );
        assert!(format != "csv" || text.contains("'=1+1"), "{text}");
        if format == "json" {
            let results: serde_json::Value = serde_json::from_str(&text).unwrap();
            assert_eq!(results[0]["text"], "=1+1 awas\u{1b}]0;x\u{7} \u{202e}\u{9b}31m", "nothing is lost");
        }
    }
}

#[test]
fn unread_standard_input_is_reported() {
    let not_read = "lawat: data on standard input is not read; add - to read it\n";
    let record = "schema_version: '1.0'\nvisits: [{id: v, title: V}]\n";
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("data");
    std::fs::write(&file, record).unwrap();
    for arguments in [
        &["list"][..],
        &["search", "v"],
        &["show", "v"],
        &["stats"],
        &["cite", "v#q"],
        &["export", "--format", "json"],
        &[],
    ] {
        let is_reported = |command: &mut Command| run(command.args(arguments)).2.contains(not_read);
        assert!(is_reported(lawat().write_stdin(record)), "{arguments:?}");
        assert!(is_reported(lawat().pipe_stdin(&file).unwrap()), "{arguments:?}");
        assert!(!is_reported(lawat().write_stdin("")) && !is_reported(&mut lawat()), "{arguments:?}");
        assert!(
            !is_reported(lawat().args(arguments).arg("visits.yaml").write_stdin(record)),
            "it belongs to another program"
        );
    }
    // Redirected from a file, and already read to its end.
    let run = |script: &str| {
        let mut command = std::process::Command::new("sh");
        command.args(["-c", script, env!("CARGO_BIN_EXE_lawat")]).arg(&file).env("LANG", "C.UTF-8");
        String::from_utf8(command.output().unwrap().stderr).unwrap()
    };
    assert!(run(r#""$0" list <"$1""#).contains(not_read));
    assert!(!run(r#"(cat >/dev/null; "$0" list) <"$1""#).contains(not_read));
    assert!(!run(r#""$0" list </dev/null"#).contains(not_read));
    assert!(!run(r#"sleep 0.5 | "$0" list"#).contains(not_read), "a pipe in which there is nothing");
}

#[test]
fn a_closed_pipe_is_quiet() {
    let script =
        format!("{} search p --limit 0 --format jsonl visits.yaml | head -1", env!("CARGO_BIN_EXE_lawat"));
    let output = std::process::Command::new("sh").args(["-c", &script]).output().unwrap();
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
    assert!(!output.stdout.is_empty());
}

/// A reader of the first line only must not take the archive for valid.
#[test]
fn a_closed_pipe_does_not_change_the_exit_code() {
    let script = format!(
        "{} check tests/data/faults/bad-coordinates.yaml | head -1; echo ${{PIPESTATUS[0]}}",
        env!("CARGO_BIN_EXE_lawat")
    );
    for _ in 0..5 {
        let output = std::process::Command::new("bash").args(["-c", &script]).output().unwrap();
        assert!(String::from_utf8(output.stdout).unwrap().ends_with("\n1\n"));
    }
}

#[test]
fn failed_writes_are_failures() {
    for arguments in
        ["--help", "--version", "check --help", "check visits.yaml --format json", "list visits.yaml"]
    {
        let script = format!("{} {arguments} >/dev/full", env!("CARGO_BIN_EXE_lawat"));
        let output = std::process::Command::new("sh").args(["-c", &script]).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments}");
        assert!(String::from_utf8(output.stderr).unwrap().starts_with("lawat: "), "{arguments}");
    }
}

/// Tests are built with more features of shared crates than the program: its messages must not depend on them.
#[test]
fn parse_errors_are_explained_in_the_real_program_too() {
    let tree = std::process::Command::new(env!("CARGO"))
        .args(["tree", "--offline", "-e", "normal,features", "-i", "granit-parser", "--manifest-path"])
        .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"))
        .output()
        .unwrap();
    assert!(String::from_utf8_lossy(&tree.stdout).contains("error_messages"));
}

#[test]
fn help_and_version_are_printed() {
    let (code, out, _) = run(lawat().arg("--help"));
    assert!(code == Some(0) && out.contains("--lang") && out.contains("visits.yaml"), "{out}");
    let (code, out, _) = run(lawat().arg("--version"));
    assert_eq!((code, out.trim()), (Some(0), concat!("lawat ", env!("CARGO_PKG_VERSION"))));
    let (code, _, _) = run(lawat().arg("--nonsense"));
    assert_eq!(code, Some(2));
}

#[test]
fn an_ascii_locale_gets_ascii_output() {
    for arguments in [
        &["list", "--kind", "statement"][..],
        &["list"],
        &["show", "bagus-susetyo"],
        &["stats"],
        &["search", "inspirasi"],
        &["check"],
        &["check", "tests/data/faults/unknown-field.yaml"],
        &["show", "tidak-ada"],
    ] {
        for lang in ["id", "en"] {
            let (_, out, err) = run(lawat().args(["--lang", lang]).args(arguments).env("LC_ALL", "C"));
            assert!(out.is_ascii() && err.is_ascii(), "{arguments:?}: {out}{err}");
        }
        let (_, out, err) = run(lawat().args(arguments).env("LC_ALL", "C").env("LAWAT_BORDERS", "unicode"));
        assert_eq!((out, err), {
            let (_, out, err) = run(lawat().args(arguments));
            (out, err)
        });
    }
    // Data is not changed.
    let (_, out, _) = run(lawat().args(["search", "--format", "json", "inspirasi"]).env("LC_ALL", "C"));
    assert_eq!(out, run(lawat().args(["search", "--format", "json", "inspirasi"])).1);
}

#[test]
fn a_reference_needs_no_quoting_in_a_shell() {
    for reference in
        ["balikpapan-pontianak-2026#q1", "balikpapan-pontianak-2026/q1", "balikpapan-pontianak-2026:q1"]
    {
        assert_eq!(run(lawat().args(["show", reference])).0, Some(0), "{reference}");
        let (code, out, _) = run(lawat().args(["cite", "--style", "reference", reference]));
        assert_eq!((code, out.as_str()), (Some(0), "balikpapan-pontianak-2026#q1\n"));
    }
    let (code, _, err) = run(lawat().args(["show", "balikpapan-pontianak-2026/q100"]));
    assert!(code == Some(1) && err.contains("balikpapan-pontianak-2026#q"), "{err}");
}

#[test]
fn the_help_has_colours_when_they_are_wanted() {
    let has = |arguments: &[&str]| run(lawat().args(arguments).env_remove("NO_COLOR")).1.contains('\u{1b}');
    assert!(has(&["--color", "always", "--help"]) && has(&["list", "--color=always", "-h"]));
    assert!(!has(&["--color", "never", "--help"]) && !has(&["--help"]));
    let forced = |arguments: &[&str]| {
        run(lawat().args(arguments).env("CLICOLOR_FORCE", "1").env_remove("NO_COLOR")).1.contains('\u{1b}')
    };
    assert!(forced(&["--help"]) && forced(&["list"]));
    assert!(!forced(&["--color", "never", "--help"]) && !forced(&["--color=never", "list"]));
    assert!(!run(lawat().arg("list").env("CLICOLOR_FORCE", "1").env("NO_COLOR", "1")).1.contains('\u{1b}'));
}

#[test]
fn pipes_get_no_colours_unless_they_are_forced() {
    let search = ["search", "inspirasi", "visits.yaml"];
    let (_, plain, _) = run(lawat().args(search));
    assert!(!plain.contains('\u{1b}'));
    let (_, coloured, _) = run(lawat().args(["--color", "always"]).args(search).env("NO_COLOR", "1"));
    assert!(coloured.contains("\u{1b}[1;4minspirasi\u{1b}[0m"), "{coloured}");
    for arguments in
        [&["list", "--kind", "statement"][..], &["show", "bagus-susetyo"], &["stats"], &["check"]]
    {
        let (_, plain, _) = run(lawat().args(arguments).arg("--color=auto"));
        let (_, coloured, _) = run(lawat().args(arguments).arg("--color=always"));
        assert!(!plain.contains('\u{1b}'), "{plain}");
        let mut pieces = coloured.split('\u{1b}');
        let first = pieces.next().unwrap().to_owned();
        let stripped = pieces.fold(first, |all, piece| all + piece.split_once('m').unwrap().1);
        let trimmed = |text: &str| text.lines().map(|line| line.trim_end().to_owned()).collect::<Vec<_>>();
        assert_eq!(trimmed(&plain), trimmed(&stripped), "{arguments:?}");
    }
}
