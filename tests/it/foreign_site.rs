//! The site in the hands of others: validators of HTML, Chromium and axe.

use assert_cmd::Command;
use serde_json::Value;

use crate::command_line::lawat;
use crate::foreign_programs::{Kind, packages, printed};

const ARCHIVES: [&str; 4] =
    ["tests/data/dozen.yaml", "tests/data/cited.yaml", "tests/data/awkward.yaml", "visits.yaml"];

fn site(files: &[&str]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let mut export = lawat();
    export.args([
        "--lang",
        "id",
        "export",
        "--format",
        "site",
        "--base-url",
        "https://example.org/",
        "--output",
    ]);
    export.arg(folder.path().join("site")).arg("--partial").args(files).assert().success();
    folder
}

#[test]
fn html_validate_accepts_every_page() {
    let folder = site(&ARCHIVES);
    let mut checker = Command::new(packages().join("node/node_modules/.bin/html-validate"));
    // Ids of records and anchors of parts hold dots and colons, which HTML allows; titles are as long as in the records.
    checker.args([
        "--preset",
        "recommended",
        "--rule",
        "valid-id:off",
        "--rule",
        "long-title:off",
        "--formatter",
        "text",
    ]);
    checker.arg(folder.path().join("site"));
    let Some(said) = printed(&mut checker, "npm package html-validate", Kind::Package) else { return };
    assert_eq!(String::from_utf8_lossy(&said), "");
}

/// Typing finds what the records hold, also with a typo; keys open it; axe finds nothing wrong at any width.
#[test]
fn a_reader_searches_the_site_in_chromium() {
    if !std::path::Path::new("/usr/bin/chromium").exists() {
        return crate::foreign_programs::skipped(Kind::OfTheSystem, "no chromium");
    }
    let folder = site(&ARCHIVES[..1]);
    let mut node = Command::new("node");
    node.arg("tests/foreign/site.mjs").arg(packages().join("node")).arg(folder.path().join("site"));
    node.timeout(std::time::Duration::from_secs(170));
    let Some(seen) = printed(&mut node, "node", Kind::Package) else { return };
    let seen: Value = serde_json::from_slice(&seen).unwrap();
    for nothing in ["errors", "violations", "overflowing"] {
        assert_eq!(seen[nothing], Value::Array(Vec::new()), "{seen:#}");
    }
    let group = |query: &str, at: usize| &seen["searches"][query]["groups"][at];
    assert_eq!(group("ratna", 0)["name"], "Peserta", "{seen:#}");
    assert_eq!(group("ratna", 0)["links"][0], "people/ratna.html");
    assert_eq!(seen["searches"]["ANTRÉAN"], seen["searches"]["antraen"], "an accent, capitals and a typo");
    let marks = seen["searches"]["antraen"]["groups"].as_array().unwrap().iter();
    assert!(
        marks.flat_map(|group| group["marks"].as_array().unwrap()).any(|mark| *mark == "Antrean"),
        "{seen:#}"
    );
    // All words have to be there, and a statement also has the name of its speaker.
    let links = group("ratna antrean", 0)["links"].as_array().unwrap();
    assert!(links.iter().any(|link| *link == "visits/kunjungan-balasan.html#q1"), "{seen:#}");
    assert_eq!(seen["searches"]["zzzz"]["status"], "Tidak ada yang cocok.");
    assert_eq!(seen["searches"]["zzzz"]["groups"], Value::Array(Vec::new()));
    assert_eq!(seen["opened"], serde_json::json!(["../people/ratna.html", "people/ratna.html"]));
    assert_eq!((&seen["isBackInInput"], &seen["isClosed"]), (&Value::Bool(true), &Value::Bool(true)));
    assert_eq!(seen["plain"]["quotes"].as_array().unwrap().len(), 5, "{seen:#}");
    assert_eq!((&seen["plain"]["searches"], &seen["plain"]["buttons"]), (&0.into(), &0.into()));
}
