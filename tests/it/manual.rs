//! What is written of the command line: its help as a page, its manual, the completions of shells.

use std::fmt::Write as _;

use crate::command_line::{lawat, told};

const SUBCOMMANDS: &[&str] = &[
    "search",
    "list",
    "show",
    "cite",
    "stats",
    "export",
    "check",
    "init",
    "keys",
    "config",
    "schema",
    "completions",
    "man",
];

/// `UPDATE_DOCS=1 cargo test` writes the page anew.
#[test]
fn the_page_of_the_command_line_is_true() {
    let mut page = String::from(
        "# The command line\n\nMade from `lawat --help` and the help of each subcommand. Results go to standard output, words about the \
         work to standard error. The exit code is 0 when it was done or found, 1 when there are findings or nothing was found, and 2 \
         when it could not be done.\n",
    );
    let helps = std::iter::once(vec!["--help"]).chain(SUBCOMMANDS.iter().map(|name| vec![*name, "--help"]));
    for arguments in helps {
        let (code, out, _) = told(lawat().args(&arguments));
        assert_eq!(code, Some(0));
        let title =
            arguments.iter().filter(|it| **it != "--help").fold("lawat".to_owned(), |all, it| all + " " + it);
        let help: String = out.lines().fold(String::new(), |all, line| all + line.trim_end() + "\n");
        let _ = write!(page, "\n## {title}\n\n```text\n{}\n```\n", help.trim_end());
    }
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write("docs/CLI.md", &page).unwrap();
    }
    assert!(std::fs::read_to_string("docs/CLI.md").unwrap() == page, "run UPDATE_DOCS=1 cargo test");
}

#[test]
fn the_page_of_keys_is_true() {
    let (code, page, _) = told(lawat().args(["keys", "--format", "md"]));
    assert_eq!(code, Some(0));
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write("docs/KEYS.md", &page).unwrap();
    }
    assert!(std::fs::read_to_string("docs/KEYS.md").unwrap() == page, "run UPDATE_DOCS=1 cargo test");
    let (_, list, _) = told(lawat().args(["--lang", "id", "keys"]));
    assert!(list.contains("di panel (panes)\n  j  ↓"), "{list}");
}

#[test]
fn every_subcommand_is_on_the_page() {
    let (_, out, _) = told(lawat().arg("--help"));
    let commands = out.split("Commands:\n").nth(1).unwrap().split("\n\n").next().unwrap();
    let names: Vec<&str> = commands.lines().filter_map(|line| line.split_whitespace().next()).collect();
    let all: Vec<&str> = SUBCOMMANDS.iter().copied().chain(["help"]).collect();
    assert_eq!(names, all);
}

/// What a shell is told when somebody has typed these words and asks for the last one.
fn completed(shell: &str, words: &[&str]) -> String {
    let mut lawat = lawat();
    let index = words.len() - 1;
    lawat.env("LAWAT_COMPLETE", shell).env("_CLAP_COMPLETE_INDEX", index.to_string()).env("_CLAP_IFS", "\n");
    let (code, out, err) = told(lawat.arg("--").args(words));
    assert_eq!((code, err.as_str()), (Some(0), ""), "{shell}");
    out
}

#[test]
fn shells_complete_subcommands_and_the_ids_of_records() {
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let (code, script, err) = told(lawat().args(["completions", shell]));
        assert_eq!((code, err.as_str()), (Some(0), ""), "{shell}");
        assert!(script.contains("LAWAT_COMPLETE"), "{shell} does not ask");
        let commands = completed(shell, &["lawat", ""]);
        for name in SUBCOMMANDS {
            assert!(commands.contains(name), "{shell} is not told of {name}");
        }
        assert!(completed(shell, &["lawat", "cite", "balikpapan"]).contains("balikpapan-pontianak-2026#q1"));
        assert!(completed(shell, &["lawat", "show", ""]).contains("balikpapan-pontianak-2026#mpp"));
        assert!(completed(shell, &["lawat", "export", "--format", ""]).contains("jsonld"));
    }
    assert!(
        told(lawat().args(["completions", "bash"])).1.contains("-o filenames"),
        "what is inserted is quoted"
    );
    // Nushell cannot ask, and is told everything but the ids.
    let (_, script, _) = told(lawat().args(["completions", "nushell"]));
    for name in SUBCOMMANDS {
        assert!(script.contains(name), "nushell is not told of {name}");
    }
    assert_eq!(told(lawat().args(["completions", "cmd"])).0, Some(2));
}

#[test]
fn shells_complete_files_wherever_they_can_stand() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("rekaman baru.yaml"), "").unwrap();
    std::fs::create_dir(folder.path().join("rekam")).unwrap();
    let completed = |words: &[&str]| {
        let mut lawat = lawat();
        lawat.current_dir(&folder).env("LAWAT_COMPLETE", "bash").env("_CLAP_IFS", "\n");
        told(lawat.env("_CLAP_COMPLETE_INDEX", (words.len() - 1).to_string()).arg("--").args(words)).1
    };
    for words in [
        &["lawat"][..],
        &["lawat", "--plain"],
        &["lawat", "search", "kata"],
        &["lawat", "list", "--format", "csv"],
        &["lawat", "show", "id"],
        &["lawat", "cite", "id"],
        &["lawat", "stats"],
        &["lawat", "export"],
        &["lawat", "export", "--output"],
        &["lawat", "check"],
        &["lawat", "check", "--text"],
        &["lawat", "init"],
    ] {
        let out = completed(&[words, &["rek"]].concat());
        assert_eq!(out, "rekam/\nrekaman baru.yaml", "{words:?}");
    }
    assert_eq!(completed(&["lawat", "export", "--output-dir", "rek"]).lines().next(), Some("rekam/"));
}

#[test]
fn ids_of_large_files_are_completed_as_far_as_there_is_time() {
    let folder = tempfile::tempdir().unwrap();
    let visit = |at: usize| format!("  - {{id: v{at}, title: V, summary: {}}}\n", "x".repeat(1 << 20));
    let visits: String = (0..20).map(visit).collect::<Vec<_>>().concat();
    std::fs::write(folder.path().join("visits.yml"), format!("schema_version: '1.0'\nvisits:\n{visits}"))
        .unwrap();
    let mut lawat = lawat();
    lawat.current_dir(&folder).env("LAWAT_COMPLETE", "fish");
    assert!(told(lawat.args(["--", "lawat", "show", "v"])).1.starts_with("v0\tV\nv1\tV\nv2\tV\n"));
}

#[test]
fn the_manual_has_a_page_for_each_subcommand() {
    let (code, out, _) = told(lawat().arg("man"));
    assert_eq!(code, Some(0));
    assert_eq!(out.matches(".TH ").count(), SUBCOMMANDS.len() + 1);
    assert!(out.contains("lawat\\-check") && out.contains("\\-\\-strict"), "{out}");
}
