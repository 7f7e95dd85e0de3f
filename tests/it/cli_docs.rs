//! The documentation of the command line: its help as a page, its manual pages, and shell completions.

use std::fmt::Write as _;

use crate::command_line::{lawat, run};

const SUBCOMMANDS: &[&str] = &[
    "search",
    "list",
    "show",
    "cite",
    "stats",
    "export",
    "check",
    "draft",
    "add",
    "import",
    "init",
    "keys",
    "config",
    "cache",
    "schema",
    "demo",
    "completions",
    "man",
];

/// Subcommands of subcommands that have flags of their own.
const NESTED: &[&str] = &["add visit", "add stop", "add person", "add statement"];

/// The file is the page, with a link to the other language below its title. `UPDATE_DOCS=1 cargo test` regenerates the file.
fn assert_is_in(file: &str, page: &str, link: &str) {
    let (title, rest) = page.split_once('\n').unwrap();
    let page = format!("{title}\n\n{link}\n{rest}");
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(file, &page).unwrap();
    }
    assert!(std::fs::read_to_string(file).unwrap() == page, "{file}: run UPDATE_DOCS=1 cargo test");
}

/// The help of every command, below a heading.
fn page_of_helps(lang: &str, head: &str) -> String {
    let mut page = head.to_owned();
    let nested = |name: &'static str| NESTED.iter().filter(move |it| it.starts_with(&format!("{name} ")));
    let names = SUBCOMMANDS.iter().flat_map(|name| std::iter::once(name).chain(nested(name)));
    let helps = names.map(|name| name.split(' ').chain(["--help"]).collect());
    let helps = std::iter::once(vec!["--help"]).chain(helps);
    for arguments in helps {
        let (code, out, _) = run(lawat().env("LAWAT_LANGUAGE", lang).args(&arguments));
        assert_eq!(code, Some(0));
        let title =
            arguments.iter().filter(|it| **it != "--help").fold("lawat".to_owned(), |all, it| all + " " + it);
        let help: String = out.lines().fold(String::new(), |all, line| all + line.trim_end() + "\n");
        let _ = write!(page, "\n## {title}\n\n```text\n{}\n```\n", help.trim_end());
    }
    page
}

#[test]
fn the_generated_pages_of_the_command_line_are_up_to_date() {
    let page = page_of_helps(
        "en",
        "# The command line\n\nMade from `lawat --help` and the help of each subcommand. Results go to standard output, messages to \
         standard error. The exit code is 0 for success, 1 when nothing was found or the data has errors, and 2 for failure.\n",
    );
    assert_is_in("docs/CLI.md", &page, "[Bahasa Indonesia](id/CLI.md)");
    let page = page_of_helps(
        "id",
        "# Baris perintah\n\nDibuat dari `lawat --lang id --help` dan bantuan setiap perintah. Hasil ditulis ke keluaran standar, sedangkan \
         pemberitahuan ke keluaran kesalahan standar. Kode keluarnya 0 jika berhasil, 1 jika tidak ada yang ditemukan atau ada \
         kesalahan dalam data, dan 2 jika perintah tidak dapat dijalankan.\n",
    );
    assert_is_in("docs/id/CLI.md", &page, "[English](../CLI.md)");
}

#[test]
fn the_generated_pages_of_keys_are_up_to_date() {
    for (lang, file, link) in [
        ("en", "docs/KEYS.md", "[Bahasa Indonesia](id/KEYS.md)"),
        ("id", "docs/id/KEYS.md", "[English](../KEYS.md)"),
    ] {
        let (code, page, _) = run(lawat().args(["keys", "--format", "md", "--lang", lang]));
        assert_eq!(code, Some(0));
        assert_is_in(file, &page, link);
    }
    let (_, list, _) = run(lawat().args(["--lang", "id", "keys"]));
    assert!(list.contains("di panel (panes)\n  j  ↓"), "{list}");
}

/// Each page for users exists in Indonesian, too, and both link to each other.
#[test]
fn the_pages_for_users_link_to_their_translation() {
    for (english, indonesian, there, back) in [
        ("README.md", "docs/id/README.md", "docs/id/README.md", "../../README.md"),
        ("docs/FORMAT.md", "docs/id/FORMAT.md", "id/FORMAT.md", "../FORMAT.md"),
        ("docs/KEYS.md", "docs/id/KEYS.md", "id/KEYS.md", "../KEYS.md"),
        ("docs/CLI.md", "docs/id/CLI.md", "id/CLI.md", "../CLI.md"),
        ("docs/SCALE.md", "docs/id/SCALE.md", "id/SCALE.md", "../SCALE.md"),
    ] {
        for (file, link) in
            [(english, format!("[Bahasa Indonesia]({there})")), (indonesian, format!("[English]({back})"))]
        {
            let page = std::fs::read_to_string(file).unwrap();
            assert_eq!(page.lines().nth(2), Some(link.as_str()), "{file}");
        }
    }
}

/// The targets of links in the Indonesian pages exist.
#[test]
fn the_links_of_the_pages_exist() {
    for file in [
        "README.md",
        "docs/FORMAT.md",
        "docs/SCALE.md",
        "docs/id/README.md",
        "docs/id/FORMAT.md",
        "docs/id/SCALE.md",
    ] {
        let page = std::fs::read_to_string(file).unwrap();
        let links = page.split("](").skip(1).filter_map(|rest| rest.split(')').next());
        let links: Vec<&str> = links.filter(|link| !link.starts_with("http")).collect();
        assert!(links.len() > 1, "{file}");
        for link in links {
            let path = std::path::Path::new(file).with_file_name(link);
            assert!(path.exists(), "{file} leads to {link}");
        }
    }
}

#[test]
fn every_subcommand_is_on_the_page() {
    let (_, out, _) = run(lawat().arg("--help"));
    let commands = out.split("Commands:\n").nth(1).unwrap().split("\n\n").next().unwrap();
    let names: Vec<&str> = commands.lines().filter_map(|line| line.split_whitespace().next()).collect();
    let all: Vec<&str> = SUBCOMMANDS.iter().copied().chain(["help"]).collect();
    assert_eq!(names, all);
}

/// The completions that a shell gets for the last of these words.
fn completed(shell: &str, words: &[&str]) -> String {
    let mut lawat = lawat();
    let index = words.len() - 1;
    lawat.env("LAWAT_COMPLETE", shell).env("_CLAP_COMPLETE_INDEX", index.to_string()).env("_CLAP_IFS", "\n");
    let (code, out, err) = run(lawat.arg("--").args(words));
    assert_eq!((code, err.as_str()), (Some(0), ""), "{shell}");
    out
}

#[test]
fn shells_complete_subcommands_and_the_ids_of_records() {
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let (code, script, err) = run(lawat().args(["completions", shell]));
        assert_eq!((code, err.as_str()), (Some(0), ""), "{shell}");
        assert!(script.contains("LAWAT_COMPLETE"), "{shell} does not ask");
        let commands = completed(shell, &["lawat", ""]);
        for name in SUBCOMMANDS {
            assert!(commands.contains(name), "{shell} does not get {name}");
        }
        assert!(completed(shell, &["lawat", "cite", "balikpapan"]).contains("balikpapan-pontianak-2026#q1"));
        assert!(completed(shell, &["lawat", "show", ""]).contains("balikpapan-pontianak-2026#mpp"));
        assert!(completed(shell, &["lawat", "export", "--format", ""]).contains("jsonld"));
    }
    assert!(
        run(lawat().args(["completions", "bash"])).1.contains("-o filenames"),
        "what is inserted is quoted"
    );
    // Nushell cannot run the program for completions, and gets everything but the ids.
    let (_, script, _) = run(lawat().args(["completions", "nushell"]));
    for name in SUBCOMMANDS {
        assert!(script.contains(name), "nushell does not get {name}");
    }
    assert_eq!(run(lawat().args(["completions", "cmd"])).0, Some(2));
}

#[test]
fn shells_complete_files_wherever_they_can_stand() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("rekaman baru.yaml"), "").unwrap();
    std::fs::create_dir(folder.path().join("rekam")).unwrap();
    let completed = |words: &[&str]| {
        let mut lawat = lawat();
        lawat.current_dir(&folder).env("LAWAT_COMPLETE", "bash").env("_CLAP_IFS", "\n");
        run(lawat.env("_CLAP_COMPLETE_INDEX", (words.len() - 1).to_string()).arg("--").args(words)).1
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
        &["lawat", "add", "visit"],
    ] {
        let out = completed(&[words, &["rek"]].concat());
        assert_eq!(out, "rekam/\nrekaman baru.yaml", "{words:?}");
    }
    assert_eq!(completed(&["lawat", "export", "--output-dir", "rek"]).lines().next(), Some("rekam/"));
}

#[test]
fn ids_of_large_files_are_completed_within_a_time_limit() {
    let folder = tempfile::tempdir().unwrap();
    let visit = |at: usize| format!("  - {{id: v{at}, title: V, summary: {}}}\n", "x".repeat(1 << 20));
    let visits: String = (0..20).map(visit).collect::<Vec<_>>().concat();
    std::fs::write(folder.path().join("visits.yml"), format!("schema_version: '1.0'\nvisits:\n{visits}"))
        .unwrap();
    let mut lawat = lawat();
    lawat.current_dir(&folder).env("LAWAT_COMPLETE", "fish");
    assert!(run(lawat.args(["--", "lawat", "show", "v"])).1.starts_with("v0\tV\nv1\tV\nv2\tV\n"));
}

#[test]
fn the_manual_has_a_page_for_each_subcommand() {
    let (code, out, _) = run(lawat().arg("man"));
    assert_eq!(code, Some(0));
    // `config` has three more, `cache` two.
    assert_eq!(out.matches(".TH ").count(), 1 + SUBCOMMANDS.len() + NESTED.len() + 3 + 2);
    assert!(out.contains("lawat\\-add\\-statement") && out.contains("\\-\\-speaker"), "{out}");
    assert!(out.contains("lawat\\-check") && out.contains("\\-\\-strict"), "{out}");
}
