//! The files of exports: written completely or not at all, under safe names, and never over an input file.

use std::collections::HashSet;
use std::fs;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, symlink};
use std::os::unix::process::ExitStatusExt as _;
use std::path::Path;
use std::process::Stdio;

use lawat::export::ExportFormat;
use lawat::load::load_text;
use lawat::text::slug;
use serde_json::Value;

use crate::command_line::{lawat, run};

const CITED: &str = include_str!("../data/cited.yaml");

/// A folder with a record in it.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("in.yaml"), CITED).unwrap();
    folder
}

fn export(folder: &Path, arguments: &[&str]) -> (Option<i32>, String, String) {
    run(lawat().current_dir(folder).args(["--lang", "en", "export", "--format"]).args(arguments))
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn an_input_file_is_never_overwritten() {
    let folder = folder();
    let at = |name: &str| folder.path().join(name);
    symlink(at("in.yaml"), at("soft.json")).unwrap();
    fs::hard_link(at("in.yaml"), at("hard.json")).unwrap();
    let ways: [&[&str]; 5] = [
        &["in.yaml", "--output", "in.yaml"],
        &["in.yaml", "--output", "soft.json"],
        &["in.yaml", "--output", "./hard.json"],
        &["soft.json", "--output", "in.yaml"],
        &[".", "--output", "hard.json"],
    ];
    for arguments in ways {
        for force in [&[][..], &["--force"]] {
            let (code, out, err) = export(folder.path(), &[&["json"], arguments, force].concat());
            assert_eq!((code, out.as_str()), (Some(2), ""), "{arguments:?}");
            assert!(err.contains("is an input file and will not be overwritten"), "{err}");
        }
    }
    fs::rename(at("in.yaml"), at("randu-cemara.json")).unwrap();
    let (code, _, err) =
        export(folder.path(), &["json", "randu-cemara.json", "--output-dir", ".", "--force"]);
    assert!(code == Some(2) && err.contains("is an input file"), "{err}");
    assert_eq!(fs::read_to_string(at("randu-cemara.json")).unwrap(), CITED);
    assert_eq!(names(folder.path()), ["hard.json", "randu-cemara.json", "soft.json"]);
}

#[test]
fn existing_files_are_kept_without_force() {
    let folder = folder();
    let out = folder.path().join("out.csv");
    fs::write(&out, "lama").unwrap();
    let (code, _, err) = export(folder.path(), &["csv", "in.yaml", "-o", "out.csv"]);
    assert!(code == Some(2) && err.contains("out.csv already exists"), "{err}");
    assert_eq!(fs::read_to_string(&out).unwrap(), "lama");
    fs::create_dir(folder.path().join("map")).unwrap();
    for force in [&[][..], &["--force"]] {
        let (code, _, err) = export(folder.path(), &[&["csv", "in.yaml", "-o", "map"], force].concat());
        assert!(code == Some(2) && err.starts_with("lawat: ") && err.contains("map"), "{err}");
    }
    let (code, _, err) = export(folder.path(), &["csv", "in.yaml", "-o", "nowhere/out.csv"]);
    assert!(code == Some(2) && err.starts_with("lawat: cannot write nowhere/out.csv: "), "{err}");
    let (code, _, err) = export(folder.path(), &["csv", "in.yaml", "--output-dir", "out.csv"]);
    assert!(code == Some(2) && err.starts_with("lawat: cannot write out.csv: "), "{err}");
    assert_eq!(names(folder.path()), ["in.yaml", "map", "out.csv"]);
}

#[test]
fn a_full_disk_is_reported() {
    for format in ExportFormat::ALL.map(ExportFormat::name) {
        let (code, out, err) = export(folder().path(), &[format, "in.yaml", "-o", "/dev/full"]);
        assert_eq!((code, out.as_str()), (Some(2), ""), "{format}");
        assert!(err.starts_with("lawat: cannot write /dev/full: "), "{err}");
    }
}

/// The limit stands for a full disk. Its signal would end the process.
#[test]
fn a_failed_write_leaves_no_file() {
    let folder = folder();
    fs::write(folder.path().join("old.html"), "lama").unwrap();
    let targets = ["-o new.html", "-o old.html --force", "--output-dir ."];
    for (trap, target) in ["", "trap '' XFSZ; "].into_iter().flat_map(|trap| targets.map(|it| (trap, it))) {
        let script = format!(
            "{trap}ulimit -f 1; exec {} --lang en export --format html in.yaml {target}",
            env!("CARGO_BIN_EXE_lawat")
        );
        let mut shell = std::process::Command::new("sh");
        let output = shell.args(["-c", &script]).current_dir(folder.path()).output().unwrap();
        let err = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.code() == Some(2) && err.contains("lawat: cannot write "), "{err}");
        assert_eq!(names(folder.path()), ["in.yaml", "old.html"]);
    }
    assert_eq!(fs::read_to_string(folder.path().join("old.html")).unwrap(), "lama");
}

/// Every other program that writes a file, at the limit.
#[test]
fn no_writer_leaves_a_file_at_the_size_limit() {
    let folder = folder();
    let long = "Kata yang panjang sekali. ".repeat(100);
    let article = format!("“{long}”, kata Bima, Wali Kota Randu, Senin (5/1/2026).\n");
    fs::write(folder.path().join("article.txt"), article).unwrap();
    fs::write(folder.path().join("sheet.csv"), format!("tanggal,judul\n2026-01-05,{long}\n")).unwrap();
    let before = fs::read(folder.path().join("in.yaml")).unwrap();
    for command in [
        "init new.yaml",
        "import sheet.csv --into in.yaml",
        "import --template new.xlsx",
        "draft article.txt --into in.yaml",
        "add visit in.yaml --title Baru",
    ] {
        let script =
            format!("ulimit -f 1; exec {} --lang en {command} </dev/null", env!("CARGO_BIN_EXE_lawat"));
        let mut shell = std::process::Command::new("sh");
        shell.env("LAWAT_CONFIG", "/dev/null");
        let output = shell.args(["-c", &script]).current_dir(folder.path()).output().unwrap();
        let err = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.code() == Some(2) && err.contains("lawat: cannot write "), "{command}: {err}");
        assert_eq!(names(folder.path()), ["article.txt", "in.yaml", "sheet.csv"], "{command}");
        assert!(fs::read(folder.path().join("in.yaml")).unwrap() == before, "{command}");
    }
}

/// Everything is written beside its place, never in a folder that all users share; but the rows of a workbook, in a file
/// without a name.
#[test]
fn no_writer_uses_the_folder_for_temporary_files() {
    let folder = folder();
    fs::write(folder.path().join("article.txt"), "“Satu pintu,” kata Bima, Wali Kota Randu.\n").unwrap();
    fs::write(folder.path().join("sheet.csv"), "tanggal,judul\n2026-01-05,Rapat\n").unwrap();
    for command in [
        "init new.yaml",
        "import sheet.csv --into in.yaml",
        "import --template new.xlsx",
        "draft article.txt --into in.yaml",
        "add visit in.yaml --title Baru",
        "export --format html in.yaml -o new.html",
        "export --format html in.yaml -o new.html --force",
        "export --format md in.yaml --output-dir pages",
        "export --format site in.yaml -o site",
        "export --format site in.yaml -o site",
    ] {
        let mut lawat = lawat();
        lawat.current_dir(folder.path()).env("TMPDIR", "/nonexistent").args(command.split(' '));
        let (code, _, err) = run(&mut lawat);
        assert_eq!(code, Some(0), "{command}: {err}");
    }
    let shared = tempfile::tempdir().unwrap();
    let (code, _, err) = run(lawat()
        .current_dir(folder.path())
        .env("TMPDIR", shared.path())
        .args(["export", "--format", "xlsx", "in.yaml", "-o", "all.xlsx"]));
    assert!(code == Some(0) && names(shared.path()).is_empty(), "{err}");
}

/// Sends a signal to an export while it writes. Whether that ended it: on a busy machine the signal may come too late.
#[cfg(target_os = "linux")]
fn is_ended_while_writing(folder: &Path, signal: &str, target: &str) -> bool {
    let mut lawat = std::process::Command::new(env!("CARGO_BIN_EXE_lawat"));
    lawat.args(["export", "--format", "html", "in.yaml", "--force", "-o", target]);
    let mut child = lawat.current_dir(folder).stderr(Stdio::null()).spawn().unwrap();
    let descriptors = format!("/proc/{}/fd", child.id());
    let is_writing = || {
        let links = fs::read_dir(&descriptors).into_iter().flatten().flatten();
        let mut targets = links.filter_map(|link| fs::read_link(link.path()).ok());
        targets.any(|it| it.starts_with(folder) && it.to_string_lossy().ends_with(" (deleted)"))
    };
    while !is_writing() && child.try_wait().unwrap().is_none() {}
    let pid = child.id().to_string();
    // Fails if the process has ended.
    let _ =
        std::process::Command::new("kill").args(["-s", signal, &pid]).stderr(Stdio::null()).status().unwrap();
    child.wait().unwrap().signal().is_some()
}

/// While a file is written, it has no name.
#[cfg(target_os = "linux")]
#[test]
fn a_killed_export_leaves_no_file() {
    let folder = folder();
    let visit = |number| format!("  - {{id: v{number}, title: Kunjungan ke-{number}}}\n");
    let visits: String = (0..4000).map(visit).collect();
    fs::write(folder.path().join("in.yaml"), format!("schema_version: '1.0'\nvisits:\n{visits}")).unwrap();
    for (signal, target) in
        [("KILL", "new.html"), ("KILL", "old.html"), ("TERM", "new.html"), ("INT", "old.html")]
    {
        let is_ended = || {
            let _ = fs::remove_file(folder.path().join("new.html"));
            fs::write(folder.path().join("old.html"), "lama").unwrap();
            is_ended_while_writing(folder.path(), signal, target)
        };
        assert!((0..50).any(|_| is_ended()), "no export was ended by {signal}");
        assert_eq!(names(folder.path()), ["in.yaml", "old.html"]);
        assert_eq!(fs::read_to_string(folder.path().join("old.html")).unwrap(), "lama");
    }
}

#[test]
fn force_keeps_the_mode_of_a_file_and_the_link_to_it() {
    let folder = folder();
    let at = |name: &str| folder.path().join(name);
    fs::write(at("real.csv"), "lama").unwrap();
    fs::set_permissions(at("real.csv"), fs::Permissions::from_mode(0o626)).unwrap();
    symlink("real.csv", at("link.csv")).unwrap();
    let (code, out, err) = export(folder.path(), &["csv", "in.yaml", "-o", "link.csv", "--force"]);
    assert_eq!((code, out.as_str()), (Some(0), ""), "{err}");
    assert!(fs::symlink_metadata(at("link.csv")).unwrap().is_symlink());
    assert_eq!(fs::metadata(at("real.csv")).unwrap().mode() & 0o777, 0o626);
    assert!(fs::read_to_string(at("real.csv")).unwrap().starts_with("reference,visit,"));
    assert_eq!(names(folder.path()), ["in.yaml", "link.csv", "real.csv"]);
}

#[test]
fn an_empty_export_creates_no_file() {
    let folder = folder();
    let empty = "schema_version: '1.0'\nvisits: [{id: v, title: Apa}]\n";
    fs::write(folder.path().join("in.yaml"), empty).unwrap();
    for target in [["-o", "x.ics"], ["--output-dir", "."]] {
        let (code, out, err) = export(folder.path(), &["ics", "in.yaml", target[0], target[1]]);
        assert!(code == Some(1) && out.is_empty() && !err.is_empty(), "{err}");
        assert_eq!(names(folder.path()), ["in.yaml"]);
    }
}

#[test]
fn exported_files_have_distinct_and_safe_names() {
    // The name that another of the files gets.
    let looks_changed = slug("Kota-A");
    let ids = [
        "..",
        ".",
        "-",
        "CON",
        "con",
        "nul",
        "com1",
        "a.b",
        "a_b",
        "a-b",
        "A",
        "a",
        "بوجور",
        "北京",
        "é",
        ".hidden",
        "-rf",
        &looks_changed,
        "Kota-A",
    ];
    let visits: Vec<String> =
        ids.iter().map(|id| format!("  - {{id: '{id}', title: 'Judul {id}'}}\n")).collect();
    let folder = folder();
    fs::write(folder.path().join("in.yaml"), format!("schema_version: '1.0'\nvisits:\n{}", visits.concat()))
        .unwrap();
    let valid = load_text("in.yaml", fs::read(folder.path().join("in.yaml")).unwrap()).archive.visits.len();
    assert_eq!(valid, ids.len());
    for round in [&[][..], &["--force"]] {
        let arguments = [&["json", "in.yaml", "--output-dir", "keluar"][..], round].concat();
        let (code, out, err) = export(folder.path(), &arguments);
        assert_eq!((code, out.as_str()), (Some(0), ""), "{err}");
        let names = names(&folder.path().join("keluar"));
        assert_eq!(names.len(), ids.len(), "{names:?}");
        let mut read = HashSet::new();
        for name in &names {
            let stem = name.strip_suffix(".json").unwrap();
            let is_plain = |c: u8| matches!(c, b'a'..=b'z' | b'0'..=b'9' | b'-');
            assert!(stem.bytes().all(is_plain) && !stem.starts_with('-') && !stem.is_empty(), "{name}");
            assert!(!["con", "nul", "com1"].contains(&stem), "{name}");
            let text = fs::read_to_string(folder.path().join("keluar").join(name)).unwrap();
            let json: Value = serde_json::from_str(&text).unwrap();
            read.insert(json["visits"][0]["id"].as_str().unwrap().to_owned());
        }
        assert_eq!(read.len(), ids.len(), "{read:?}");
    }
}

#[test]
fn a_query_selects_visits_and_statements() {
    let folder = folder();
    let rows = |query: &str| {
        let (code, out, err) = export(folder.path(), &["csv", "in.yaml", "--query", query]);
        assert_eq!(code, Some(0), "{err}");
        let mut reader = csv::Reader::from_reader(out.as_bytes());
        reader.records().map(|row| row.unwrap()[0].to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(rows("lansia"), ["randu-cemara#tanpa-nama"]);
    assert_eq!(rows("lanjutkan"), ["tanpa-apa-apa#s"]);
    assert_eq!(rows("museum").len(), 13, "a place, but no statement: all of its visit");
    let (_, json, _) = export(folder.path(), &["json", "in.yaml", "--query", "lansia"]);
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["visits"].as_array().unwrap().len(), 1);
    assert_eq!(json["visits"][0]["statements"].as_array().unwrap().len(), 13, "a record is never cut");
    let (_, page, _) = export(folder.path(), &["md", "in.yaml", "--query", "lansia"]);
    assert!(page.contains("Lansia kami") && !page.contains("Layanan akan diperluas"), "{page}");
    let (code, out, err) = export(folder.path(), &["json", "in.yaml", "--query", "zebra", "-o", "x.json"]);
    assert!(code == Some(1) && out.is_empty() && !err.is_empty(), "{err}");
    let (code, _, err) = export(folder.path(), &["json", "in.yaml", "--query", "siap:bima"]);
    assert!(code == Some(1) && err.contains("did you mean “siapa:”?"), "{err}");
    assert_eq!(names(folder.path()), ["in.yaml"]);
}

#[test]
fn standard_input_is_not_overwritten() {
    let folder = folder();
    let path = folder.path().join("in.yaml");
    let before = fs::read(&path).unwrap();
    let mut lawat = std::process::Command::new(env!("CARGO_BIN_EXE_lawat"));
    lawat.current_dir(folder.path()).stdin(fs::File::open(&path).unwrap());
    lawat.args(["--lang", "en", "export", "--format", "html", "-", "--force", "-o", "in.yaml"]);
    let output = lawat.output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.code() == Some(2) && said.contains("is an input file"), "{said}");
    assert_eq!(fs::read(&path).unwrap(), before);
}

/// A folder of exports is written completely or not at all, and links in it are not followed.
#[test]
fn a_folder_is_checked_before_anything_is_written() {
    let folder = folder();
    let at = |name: &str| folder.path().join(name);
    fs::create_dir(at("keluar")).unwrap();
    fs::write(at("keluar/tanpa-apa-apa.md"), "lama").unwrap();
    let (code, _, err) = export(folder.path(), &["md", "in.yaml", "--output-dir", "keluar"]);
    assert!(code == Some(2) && err.contains("tanpa-apa-apa.md already exists"), "{err}");
    assert_eq!(names(&at("keluar")), ["tanpa-apa-apa.md"]);
    fs::write(at("lain.txt"), "lain").unwrap();
    symlink("../lain.txt", at("keluar/randu-cemara.md")).unwrap();
    let (code, _, err) = export(folder.path(), &["md", "in.yaml", "--output-dir", "keluar", "--force"]);
    assert!(code == Some(2) && err.contains("is a link to another file"), "{err}");
    assert_eq!(fs::read_to_string(at("lain.txt")).unwrap(), "lain");
}
