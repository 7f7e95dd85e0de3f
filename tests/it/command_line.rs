//! The command line: what it prints, and how it ends.

use assert_cmd::Command;

pub fn lawat() -> Command {
    let mut command = Command::cargo_bin("lawat").unwrap();
    command
        .env_remove("LC_ALL")
        .env_remove("LC_MESSAGES")
        .env_remove("LANGUAGE")
        .env("LANG", "C.UTF-8")
        .env("LAWAT_CONFIG", "/dev/null");
    command
}

pub fn told(command: &mut Command) -> (Option<i32>, String, String) {
    let output = command.output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (output.status.code(), text(&output.stdout), text(&output.stderr))
}

#[test]
fn without_a_terminal_it_says_so_and_writes_no_escape() {
    let (code, out, err) = told(lawat().arg("visits.yaml"));
    assert_eq!((code, out.as_str()), (Some(2), ""));
    assert_eq!(err, "lawat: the explorer needs a terminal, but the output is not one\n");
}

#[test]
fn the_language_comes_from_the_argument_or_the_locale() {
    for command in
        [lawat().args(["--lang", "id"]), lawat().env("LANG", "ms_MY.UTF-8"), lawat().env("LC_ALL", "id_ID")]
    {
        let (code, _, err) = told(command);
        assert_eq!((code, err.contains("bukan terminal")), (Some(2), true), "{err}");
    }
}

/// The language of help and of errors is that of everything else, whatever of the command line can be read.
#[test]
fn help_and_wrong_arguments_are_answered_in_the_language() {
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
        let (code, out, err) = told(command);
        assert_eq!((code, err.as_str()), (Some(0), ""));
        assert!(out.contains("\n\nPenggunaan: lawat ") && !out.contains("Usage"), "{out}");
    }
    for command in [
        lawat().env("LANG", "id_ID.UTF-8").args(["--lang", "en", "--help"]),
        lawat().env("LAWAT_LANGUAGE", "en").env("LANG", "id_ID.UTF-8").arg("--help"),
        lawat().args(["--help", "--", "--lang", "id"]),
    ] {
        assert!(told(command).1.contains("\n\nUsage: lawat "));
    }
    let (code, out, err) = told(lawat().args(["--lang", "id", "list", "--knd", "stop"]));
    assert_eq!((code, out.as_str()), (Some(2), ""));
    assert_eq!(
        err,
        "kesalahan: argumen '--knd' tidak dikenal\n\n  saran: mungkin maksudnya '--kind'\n\n\
         Penggunaan: lawat list --kind <JENIS> [BERKAS]...\n\n\
         Untuk keterangan selengkapnya, coba '--help'.\n"
    );
    let (code, out, err) = told(lawat().args(["--lang", "id", "config"]));
    assert_eq!((code, out.as_str()), (Some(2), ""));
    assert!(err.contains("\nPerintah:\n  path  Tulis nama berkasnya"), "{err}");
    assert!(told(lawat().args(["--lang", "xx", "list"])).2.starts_with("error: invalid value 'xx'"));
    let (_, out, _) = told(lawat().args(["--lang", "id", "--color", "always", "--help"]));
    assert!(
        out.contains("Penggunaan:\u{1b}[0m ") && out.contains("- \u{1b}[1mauto\u{1b}[0m:   Di terminal"),
        "{out:?}"
    );
}

#[test]
fn a_path_that_cannot_be_read_is_named() {
    let (code, out, err) = told(lawat().arg("nowhere.yaml"));
    assert_eq!((code, out.as_str()), (Some(2), ""));
    assert!(err.starts_with("lawat: cannot read nowhere.yaml: "), "{err}");
    let (code, _, err) = told(lawat().arg("no\u{1b}]0;where\u{7}.yaml"));
    assert!(code == Some(2) && !err.contains('\u{1b}') && err.contains('␛'), "{err}");
}

#[test]
fn search_answers_people_and_programs() {
    let (code, out, err) = told(lawat().args(["search", "inspirasi", "visits.yaml"]));
    assert_eq!((code, err.as_str()), (Some(0), ""));
    assert!(out.starts_with("balikpapan-pontianak-2026#q3  visits.yaml:"), "{out}");
    assert!(out.contains("“Pengelolaan dan sistem"), "{out}");
    let (code, out, _) =
        told(lawat().args(["search", "--format", "json", "--limit", "1", "bagus motivasi", "visits.yaml"]));
    let hits: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(code, Some(0));
    let hit = &hits[0];
    assert_eq!(hit["cite"], "balikpapan-pontianak-2026#q4");
    assert_eq!(
        (&hit["kind"], &hit["type"], &hit["id"]),
        (&"statement".into(), &"quote".into(), &"q4".into())
    );
    assert_eq!(hit["speaker"]["post"], "Wakil Wali Kota Balikpapan");
    assert_eq!(hit["stop"]["id"], "rsud");
    assert_eq!(hit["file"], "visits.yaml");
    let text = hit["text"].as_str().unwrap();
    let range = &hit["matches"][0]["ranges"][0];
    let at = |end: usize| usize::try_from(range[end].as_u64().unwrap()).unwrap();
    let (from, to) = (at(0), at(1));
    assert_eq!(text.chars().skip(from).take(to - from).collect::<String>(), "motivasi");
    let (_, out, _) =
        told(lawat().args(["search", "--format", "jsonl", "--limit", "0", "pelayanan", "visits.yaml"]));
    assert!(
        out.lines().count() > 5
            && out.lines().all(|line| serde_json::from_str::<serde_json::Value>(line).is_ok())
    );
    let (_, out, _) =
        told(lawat().args(["search", "--format", "csv", "--kind", "stop", "tugu", "visits.yaml"]));
    // The others have it in a note about them.
    assert!(out.starts_with("kind,cite,text,") && out.lines().nth(1).unwrap().contains("#tugu,"), "{out}");
}

#[test]
fn search_says_how_it_went_by_its_code() {
    let code = |arguments: &[&str]| told(lawat().arg("search").args(arguments));
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
fn search_cannot_carry_escapes_and_formulas() {
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
            let hits: serde_json::Value = serde_json::from_str(&text).unwrap();
            assert_eq!(hits[0]["text"], "=1+1 awas\u{1b}]0;x\u{7} \u{202e}\u{9b}31m", "nothing is lost");
        }
    }
}

#[test]
fn data_that_nobody_reads_is_told() {
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
        let is_told = |command: &mut Command| told(command.args(arguments)).2.contains(not_read);
        assert!(is_told(lawat().write_stdin(record)), "{arguments:?}");
        assert!(is_told(lawat().pipe_stdin(&file).unwrap()), "{arguments:?}");
        assert!(!is_told(lawat().write_stdin("")) && !is_told(&mut lawat()), "{arguments:?}");
        assert!(
            !is_told(lawat().args(arguments).arg("visits.yaml").write_stdin(record)),
            "it is somebody else's"
        );
    }
    // Led from a file, and read to its end by somebody before.
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

/// Whoever reads only the first line must not take the archive for a good one.
#[test]
fn a_closed_pipe_changes_no_verdict() {
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
fn what_cannot_be_written_is_no_success() {
    for arguments in
        ["--help", "--version", "check --help", "check visits.yaml --format json", "list visits.yaml"]
    {
        let script = format!("{} {arguments} >/dev/full", env!("CARGO_BIN_EXE_lawat"));
        let output = std::process::Command::new("sh").args(["-c", &script]).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments}");
        assert!(String::from_utf8(output.stderr).unwrap().starts_with("lawat: "), "{arguments}");
    }
}

/// The tests are built with more features of shared crates than the program is: what it says must not depend on them.
#[test]
fn the_parser_has_its_words_in_the_program_too() {
    let tree = std::process::Command::new(env!("CARGO"))
        .args(["tree", "--offline", "-e", "normal,features", "-i", "granit-parser", "--manifest-path"])
        .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"))
        .output()
        .unwrap();
    assert!(String::from_utf8_lossy(&tree.stdout).contains("error_messages"));
}

#[test]
fn help_and_version_are_printed() {
    let (code, out, _) = told(lawat().arg("--help"));
    assert!(code == Some(0) && out.contains("--lang") && out.contains("visits.yaml"), "{out}");
    let (code, out, _) = told(lawat().arg("--version"));
    assert_eq!((code, out.trim()), (Some(0), concat!("lawat ", env!("CARGO_PKG_VERSION"))));
    let (code, _, _) = told(lawat().arg("--nonsense"));
    assert_eq!(code, Some(2));
}

#[test]
fn a_locale_without_letters_of_other_scripts_gets_none() {
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
            let (_, out, err) = told(lawat().args(["--lang", lang]).args(arguments).env("LC_ALL", "C"));
            assert!(out.is_ascii() && err.is_ascii(), "{arguments:?}: {out}{err}");
        }
        let (_, out, err) = told(lawat().args(arguments).env("LC_ALL", "C").env("LAWAT_BORDERS", "unicode"));
        assert_eq!((out, err), {
            let (_, out, err) = told(lawat().args(arguments));
            (out, err)
        });
    }
    // Data stays what it is.
    let (_, out, _) = told(lawat().args(["search", "--format", "json", "inspirasi"]).env("LC_ALL", "C"));
    assert_eq!(out, told(lawat().args(["search", "--format", "json", "inspirasi"])).1);
}

#[test]
fn a_reference_has_no_sign_that_a_shell_takes_for_itself() {
    for reference in
        ["balikpapan-pontianak-2026#q1", "balikpapan-pontianak-2026/q1", "balikpapan-pontianak-2026:q1"]
    {
        assert_eq!(told(lawat().args(["show", reference])).0, Some(0), "{reference}");
        let (code, out, _) = told(lawat().args(["cite", "--style", "reference", reference]));
        assert_eq!((code, out.as_str()), (Some(0), "balikpapan-pontianak-2026#q1\n"));
    }
    let (code, _, err) = told(lawat().args(["show", "balikpapan-pontianak-2026/q100"]));
    assert!(code == Some(1) && err.contains("balikpapan-pontianak-2026#q"), "{err}");
}

#[test]
fn the_help_has_colours_when_they_are_wanted() {
    let has = |arguments: &[&str]| told(lawat().args(arguments).env_remove("NO_COLOR")).1.contains('\u{1b}');
    assert!(has(&["--color", "always", "--help"]) && has(&["list", "--color=always", "-h"]));
    assert!(!has(&["--color", "never", "--help"]) && !has(&["--help"]));
    let forced = |arguments: &[&str]| {
        told(lawat().args(arguments).env("CLICOLOR_FORCE", "1").env_remove("NO_COLOR")).1.contains('\u{1b}')
    };
    assert!(forced(&["--help"]) && forced(&["list"]));
    assert!(!forced(&["--color", "never", "--help"]) && !forced(&["--color=never", "list"]));
    assert!(!told(lawat().arg("list").env("CLICOLOR_FORCE", "1").env("NO_COLOR", "1")).1.contains('\u{1b}'));
}

#[test]
fn colours_stay_out_of_pipes_unless_they_are_asked_for() {
    let search = ["search", "inspirasi", "visits.yaml"];
    let (_, plain, _) = told(lawat().args(search));
    assert!(!plain.contains('\u{1b}'));
    let (_, coloured, _) = told(lawat().args(["--color", "always"]).args(search).env("NO_COLOR", "1"));
    assert!(coloured.contains("\u{1b}[1;4minspirasi\u{1b}[0m"), "{coloured}");
    for arguments in
        [&["list", "--kind", "statement"][..], &["show", "bagus-susetyo"], &["stats"], &["check"]]
    {
        let (_, plain, _) = told(lawat().args(arguments).arg("--color=auto"));
        let (_, coloured, _) = told(lawat().args(arguments).arg("--color=always"));
        assert!(!plain.contains('\u{1b}'), "{plain}");
        let mut pieces = coloured.split('\u{1b}');
        let first = pieces.next().unwrap().to_owned();
        let stripped = pieces.fold(first, |all, piece| all + piece.split_once('m').unwrap().1);
        let trimmed = |text: &str| text.lines().map(|line| line.trim_end().to_owned()).collect::<Vec<_>>();
        assert_eq!(trimmed(&plain), trimmed(&stripped), "{arguments:?}");
    }
}
