//! The layers of the program: imports run downwards only, every file opens with a sentence, none is too long.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The layers from the top. Modules of one layer do not import each other.
const LAYERS: &[&[&str]] = &[
    &["main"],
    &["cli"],
    &["tui", "plain", "config"],
    &["view"],
    &["app"],
    &["edit", "cache"],
    &["facet", "export", "draft", "import"],
    &["chart"],
    &["search", "load", "page", "cite", "stats", "entry"],
    &["diagnostic"],
    &["lang"],
    &["model"],
    &["text"],
    &["bit_set", "parallel"],
];

/// The layers inside `app`, from events down to plain values.
const APP_LAYERS: &[&[&str]] = &[
    &["handle"],
    &["arrange"],
    &["action", "present"],
    &["state"],
    &["similar_name"],
    &["overlay", "basket", "additions", "session"],
    &["notice"],
    &["event"],
    &["input"],
    &["browse"],
    &["data"],
    &["frame"],
    &["copied", "form", "identity", "layout", "list", "scroll", "theme"],
];

/// Crates that only these modules may use.
const RESTRICTED: &[(&str, &[&str])] = &[
    ("granit_parser", &["load", "edit"]),
    ("fuzzy_matcher", &["search"]),
    ("snowball_stemmers_rs", &["search"]),
    ("crossterm", &["tui"]),
    ("rustix", &["tui", "load", "export", "cache", "cli"]),
    ("shell_words", &["tui"]),
    ("open", &["tui"]),
    ("signal_hook", &["tui", "cli"]),
    ("base64", &["tui"]),
    ("clap", &["cli"]),
    ("clap_complete", &["cli"]),
    ("clap_mangen", &["cli"]),
    ("serde_json", &["edit", "export", "import", "text", "model"]),
    ("serde_yaml", &["edit", "entry", "import", "text"]),
    ("schemars", &["model"]),
    ("iso_currency", &["load", "model"]),
    ("language_tags", &["load"]),
    ("etcetera", &["config", "export"]),
    ("toml", &["config", "import"]),
    ("csv", &["export", "import"]),
    ("calamine", &["import"]),
    ("encoding_rs", &["import"]),
    ("quick_xml", &["import"]),
    ("zip", &["import"]),
    ("rust_xlsxwriter", &["export", "import"]),
    ("maud", &["export", "chart"]),
    ("icalendar", &["export", "import"]),
    ("ratatui", &["app", "view", "tui", "cli"]),
    ("rustyline", &["cli"]),
    ("tui_input", &["app"]),
    ("textwrap", &["text"]),
    (
        "jiff",
        &[
            "model", "lang", "stats", "chart", "facet", "search", "load", "export", "cli", "app", "tui",
            "import",
        ],
    ),
    ("tempfile", &["cache", "cli", "export", "load", "tui"]),
    ("similar", &["page"]),
    ("sha2", &["cli", "cache", "load"]),
    ("borsh", &["bit_set", "cache", "diagnostic", "load", "model", "search"]),
    ("crc32fast", &["cache"]),
];

fn files() -> Vec<(PathBuf, String)> {
    let files = files_in("src");
    assert!(files.len() > 30, "{} files", files.len());
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

fn module(path: &Path) -> String {
    let first = path.components().next().unwrap().as_os_str().to_str().unwrap();
    first.trim_end_matches(".rs").to_owned()
}

fn layer(module: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| layer.contains(&module))
}

/// The modules that a file names by `crate::`.
fn imports(text: &str) -> BTreeSet<String> {
    let word = |tail: &str| tail.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let mut modules = BTreeSet::new();
    for tail in text.split("crate::").skip(1) {
        match tail.strip_prefix('{') {
            // `use crate::{load, text::{fold, json}};`
            Some(list) => {
                let mut depth = 0;
                let own = |c: &char| {
                    depth += i32::from(*c == '{') - i32::from(*c == '}');
                    depth >= 0
                };
                let list: String = list.chars().take_while(own).collect();
                let parts = top_level(&list);
                modules.extend(parts.iter().map(|part| word(part.trim())).filter(|name| !name.is_empty()));
            }
            None => drop(modules.insert(word(tail))),
        }
    }
    modules
}

/// The parts of a list between commas outside of inner braces.
fn top_level(list: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut depth = 0;
    for c in list.chars() {
        depth += i32::from(c == '{') - i32::from(c == '}');
        match c {
            ',' if depth == 0 => parts.push(String::new()),
            _ => parts.last_mut().unwrap().push(c),
        }
    }
    parts
}

/// Tests may import anything.
fn without_tests(text: &str) -> &str {
    text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default()
}

#[test]
fn imports_are_read_from_lists_in_lists() {
    let text = "use crate::{load::{self, read}, text};\nuse crate::model::Visit;\n#[cfg(test)]\nmod tests { use crate::cli; }";
    let found: Vec<String> = imports(without_tests(text)).into_iter().collect();
    assert_eq!(found, ["load", "model", "text"]);
}

#[test]
fn imports_run_downwards_only() {
    for (path, text) in files() {
        let here = module(&path);
        let Some(own) = layer(&here).filter(|_| here != "lib") else { continue };
        if path.to_string_lossy().ends_with("_tests.rs") {
            continue;
        }
        let text = without_tests(&text);
        for there in imports(text) {
            let Some(other) = layer(&there) else { continue };
            let allowed = there == here || other > own;
            assert!(allowed, "{} may not import {there}: {here} is in a lower layer", path.display());
        }
    }
}

/// The names of its own folder that a file imports.
fn imports_within(folder: &str, text: &str) -> BTreeSet<String> {
    names_after(&format!("crate::{folder}::"), text)
}

fn names_after(prefix: &str, text: &str) -> BTreeSet<String> {
    let word = |tail: &str| tail.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    text.split(prefix).skip(1).map(word).filter(|name| !name.is_empty()).collect()
}

#[test]
fn imports_run_downwards_inside_app() {
    let layer = |name: &str| APP_LAYERS.iter().position(|layer| layer.contains(&name));
    for (path, text) in files() {
        let Ok(inside) = path.strip_prefix("app") else { continue };
        let here = module(inside);
        if here == "mod" || path.to_string_lossy().ends_with("_tests.rs") {
            continue;
        }
        let own = layer(&here).unwrap_or_else(|| panic!("{here} has no layer"));
        let text = without_tests(&text);
        assert!(!text.contains("super::super"), "{} uses super::super", path.display());
        for there in imports_within("app", text) {
            let Some(other) = layer(&there) else { panic!("{}: {there} has no layer", path.display()) };
            let allowed = there == here || other > own;
            assert!(allowed, "{} may not import {there}: {here} is in a lower layer", path.display());
        }
    }
}

/// Files of one folder do not import each other in a circle. A folder within it counts as one file.
#[test]
fn no_files_import_each_other_in_a_circle() {
    let mut imports: BTreeMap<String, BTreeMap<String, BTreeSet<String>>> = BTreeMap::new();
    for (path, text) in files() {
        let folder = module(&path);
        let Ok(inside) = path.strip_prefix(&folder) else { continue };
        let here = module(inside);
        if here == "mod" || path.to_string_lossy().ends_with("_tests.rs") {
            continue;
        }
        let text = without_tests(&text);
        let mut there = imports_within(&folder, text);
        // A file in a folder of its own has other siblings.
        if inside.components().count() == 1 {
            there.extend(names_after("super::", text));
        }
        there.remove(&here);
        imports.entry(folder).or_default().entry(here).or_default().extend(there);
    }
    assert!(imports["search"]["searcher"].contains("index"), "{:?}", imports["search"]["searcher"]);
    for (folder, files) in &imports {
        let mut left = files.clone();
        // Files that import none of those that are left belong to no circle.
        while let Some(free) = left
            .iter()
            .find(|(_, there)| !there.iter().any(|name| left.contains_key(name)))
            .map(|(name, _)| name.clone())
        {
            left.remove(&free);
        }
        assert!(left.is_empty(), "{folder}: a circle of imports among or above {:?}", left.keys());
    }
}

#[test]
fn every_module_has_a_layer() {
    for (path, _) in files() {
        let here = module(&path);
        assert!(here == "lib" || layer(&here).is_some(), "{here} has no layer");
    }
}

#[test]
fn each_restricted_crate_is_used_only_where_allowed() {
    let own = files().into_iter().filter(|(path, _)| !path.to_string_lossy().ends_with("_tests.rs"));
    for (path, text) in own {
        let here = module(&path);
        for (name, modules) in RESTRICTED {
            let named = text.contains(&format!("{name}::")) && !text.contains(&format!("//! {name}::"));
            assert!(!named || modules.contains(&here.as_str()), "{} may not use {name}", path.display());
        }
    }
}

#[test]
fn every_file_opens_with_a_sentence_and_is_short_enough() {
    for (path, text) in files().into_iter().chain(files_in("tests")) {
        assert!(text.starts_with("//! "), "{} does not open with a sentence", path.display());
        assert!(text.lines().count() <= 500, "{} is too long", path.display());
    }
}

#[test]
fn cells_are_filled_in_one_place() {
    for (path, text) in files() {
        if module(&path) == "view" && !path.ends_with("paint.rs") {
            for by_hand in ["set_string", "set_symbol", "set_char", "Span::", "Paragraph", "text::Line::raw"]
            {
                assert!(!text.contains(by_hand), "{}: {by_hand} belongs in paint.rs", path.display());
            }
        }
    }
}

#[test]
fn the_explorer_does_no_io() {
    for (path, text) in files() {
        if matches!(module(&path).as_str(), "app" | "view" | "page" | "search" | "model" | "text") {
            let text = without_tests(&text);
            // The caller passes the writer.
            if path.ends_with("text/json.rs") {
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
