//! What `docs/PROMISES.md` and `docs/DEPENDENCIES.md` say is there: each test that they name, and each dependency.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use toml::de::DeTable;

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

fn rust_files(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_dir() {
            rust_files(&entry, files);
        } else if entry.extension().is_some_and(|it| it == "rs") {
            files.push(entry);
        }
    }
}

/// The words in backticks that look like the name of a test: `module::name`.
fn tests_named(page: &str) -> BTreeSet<&str> {
    let words = page.split('`').skip(1).step_by(2);
    let is_test = |word: &&str| {
        word.contains("::") && word.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == ':')
    };
    words.filter(is_test).collect()
}

#[test]
fn every_test_that_the_promises_name_exists() {
    let mut files = Vec::new();
    for folder in ["src", "tests/it"] {
        rust_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut files);
    }
    let sources: Vec<String> = files.iter().map(|path| fs::read_to_string(path).unwrap()).collect();
    let page = read("docs/PROMISES.md");
    let tests = tests_named(&page);
    assert!(tests.len() > 50, "{tests:?}");
    for test in tests {
        let name = test.rsplit("::").next().unwrap();
        let is_there = |source: &String| {
            source.contains(&format!("fn {name}(")) || source.contains(&format!("    {name}: "))
        };
        assert!(sources.iter().any(is_there), "there is no test {test}");
    }
}

#[test]
fn every_threat_has_a_row_in_the_promises() {
    let page = read("docs/PROMISES.md");
    let page = page.split("## Figures").next().unwrap();
    let rows =
        page.lines().filter_map(|line| line.strip_prefix("| ")?.split(' ').next()?.parse::<u32>().ok());
    let threats: Vec<u32> = rows.collect();
    assert_eq!(threats, (1..=60).collect::<Vec<_>>());
}

#[test]
fn every_dependency_has_its_reason() {
    let manifest = read("Cargo.toml");
    let manifest = DeTable::parse(&manifest).unwrap();
    let page = read("docs/DEPENDENCIES.md");
    let mut tables = page.split("\n## ").skip(1).map(|part| {
        let rows = part.lines().filter_map(|line| line.strip_prefix("| ")?.split_once(" | "));
        rows.filter(|(name, _)| *name != "Crate")
            .map(|(name, why)| (name.to_owned(), why.len() > 12))
            .collect()
    });
    for kind in ["dependencies", "dev-dependencies"] {
        let crates = manifest.get_ref()[kind].get_ref().as_table().unwrap();
        let named: Vec<(String, bool)> = crates.keys().map(|it| (it.get_ref().to_string(), true)).collect();
        let table: Vec<(String, bool)> = tables.next().unwrap();
        assert_eq!(table, named, "{kind}");
    }
}
