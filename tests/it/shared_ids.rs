//! One id in several visits: which participants are the same, which are different, and what is reported.

use lawat::diagnostic::{Diagnostic, concise};
use lawat::lang::Lang;
use lawat::load::load_text;
use serde_json::Value;

use crate::command_line::{lawat, run};
use crate::session::Session;

const NAMESAKES: &str = "tests/data/namesakes.yaml";

/// Visits, each with one participant with the id `x` and a statement.
fn visits(participants: &[&str]) -> String {
    let visit = |(at, fields): (usize, &&str)| {
        format!(
            "  - id: v{at}\n    title: Visit {at}\n    start_date: 2025-01-{:02}\n    organizations: [{{id: o, name: O}}, {{id: p, name: P}}]\n    participants: [{{id: x, {fields}}}]\n    statements: [{{id: q, type: paraphrase, text: Word {at}, speaker: x}}]\n",
            at % 28 + 1
        )
    };
    let visits: String = participants.iter().enumerate().map(visit).collect();
    format!("schema_version: '1.0'\nvisits:\n{visits}")
}

/// The warnings about ids.
fn warnings(participants: &[&str]) -> Vec<String> {
    let problems = load_text("a.yaml", visits(participants).into()).diagnostics;
    let line = |it: &Diagnostic| {
        let (_, words) =
            concise(it, Lang::En).split_once("]: ").map(|(a, b)| (a.to_owned(), b.to_owned())).unwrap();
        words
    };
    problems.iter().map(line).collect()
}

#[test]
fn participants_without_a_name_are_counted_separately() {
    let (code, out, _) = run(lawat().args(["stats", "--by", "person", "--format", "json", NAMESAKES]));
    let rows: Value = serde_json::from_str(&out).unwrap();
    let names: Vec<&str> = rows.as_array().unwrap().iter().map(|row| row["name"].as_str().unwrap()).collect();
    assert_eq!(code, Some(0));
    assert_eq!(names.len(), 4, "{out}");
    for name in ["Direktur RSUD Depok", "Direktur RSUD Padang", "Kota Bogor", "Kota Medan"] {
        assert!(names.contains(&name), "{out}");
    }
}

#[test]
fn different_participants_with_one_id_are_listed_and_shown_separately() {
    let (_, out, _) = run(lawat().args(["list", "--kind", "participant", NAMESAKES]));
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(
        lines,
        [
            "b#rombongan  Kota Medan",
            "b#direktur   Direktur RSUD Padang",
            "a#rombongan  Kota Bogor",
            "a#direktur   Direktur RSUD Depok"
        ]
    );
    let (code, _, err) = run(lawat().args(["show", "direktur", NAMESAKES]));
    assert!(code == Some(1) && err.contains("b#direktur, a#direktur"), "{err}");
    let (code, out, _) = run(lawat().args(["show", "a#direktur", NAMESAKES]));
    assert!(code == Some(0) && out.contains("RSUD Depok") && !out.contains("Medan ke Padang"), "{out}");
}

#[test]
fn every_listed_id_can_be_shown() {
    let participants = [
        "name: Ratna",
        "post: Lurah",
        "post: Camat, organization: o",
        "post: CAMAT, organization: o",
        "name: Ratna",
    ];
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.yaml");
    std::fs::write(&file, visits(&participants)).unwrap();
    let (_, out, _) = run(lawat().args(["list", "--kind", "participant", "--format", "json"]).arg(&file));
    let listed: Value = serde_json::from_str(&out).unwrap();
    let cites: Vec<&str> = listed.as_array().unwrap().iter().map(|it| it["cite"].as_str().unwrap()).collect();
    assert_eq!(cites, ["x", "x@o:camat", "v1#x"]);
    for cite in cites {
        let (code, out, err) = run(lawat().args(["show", cite]).arg(&file));
        assert_eq!(code, Some(0), "{cite}: {out}{err}");
    }
    assert_eq!(run(lawat().args(["show", "x@o:lurah"]).arg(&file)).0, Some(1));
}

#[test]
fn in_all_visits_they_have_separate_rows_and_filters() {
    let text = std::fs::read_to_string(NAMESAKES).unwrap();
    let session = Session::open(&text).lang(Lang::En).size(124, 31).press("1g<enter>3");
    session
        .expect("Direktur RSUD Depok")
        .expect("Direktur RSUD Padang")
        .expect("Medan ke Padang")
        .press("f")
        .press("padang<enter>")
        .press("3g<enter>")
        .expect("Kata direktur Padang")
        .expect_no("Kata direktur Depok");
}

#[test]
fn the_page_of_one_has_no_statements_of_another() {
    let text = std::fs::read_to_string(NAMESAKES).unwrap();
    Session::open(&text)
        .size(124, 31)
        .press("/kata direktur padang<enter>vp")
        .expect("Kata direktur Padang")
        .expect_no("Kata direktur Depok");
}

#[test]
fn exports_give_them_different_agents() {
    let (_, out, _) = run(lawat().args(["export", "--format", "csv", NAMESAKES]));
    for agent in ["a#rombongan", "a#direktur", "b#rombongan", "b#direktur"] {
        assert!(out.contains(&format!(",{agent},")), "{agent}\n{out}");
    }
    let (_, out, _) = run(lawat().args(["export", "--format", "jsonld", NAMESAKES]));
    assert!(
        out.contains("urn:lawat:agent:a%23direktur") && out.contains("urn:lawat:agent:b%23direktur"),
        "{out}"
    );
    assert!(!out.contains("urn:lawat:agent:direktur"), "{out}");
}

#[test]
fn an_ambiguous_id_is_reported_once_with_the_number() {
    assert_eq!(
        warnings(&["post: Lurah", "post: Camat", "post: Bupati", "post: Wali Kota"]),
        [
            "“x” is used for different people or groups: post “Camat” here, “Lurah” elsewhere; 2 more records differ"
        ]
    );
    assert_eq!(
        warnings(&["name: Ratna", "name: Rudi", "name: Ratna", "name: Roni"]),
        ["“x” is named “Rudi” here and “Ratna” elsewhere; 1 more record differs"]
    );
    assert_eq!(
        warnings(&["type: group, organization: o", "type: group, organization: p"]),
        ["“x” is used for different people or groups: organization “P” here, “O” elsewhere"]
    );
    assert_eq!(
        warnings(&["post: Lurah, side: host", "post: Lurah, side: visitor"]),
        ["“x” is used for different people or groups: side delegation here, host elsewhere"]
    );
    assert_eq!(
        warnings(&["name: Ratna, post: Lurah", "post: Lurah"]),
        ["“x” is used for different people or groups: name not stated here, “Ratna” elsewhere"]
    );
}

#[test]
fn separately_counted_participants_are_reported_even_without_differences() {
    for fields in [
        "post: Pemandu, side: host",
        "type: group, post: Warga",
        "type: group, organization: o",
        "post: —, organization: o",
    ] {
        assert_eq!(
            warnings(&[fields; 3]),
            [
                "“x” is used without a name in several visits, and nothing shows that it is the same person or group; 1 more record differs"
            ]
        );
    }
}

#[test]
fn show_mentions_other_participants_with_the_same_id() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.yaml");
    std::fs::write(&file, visits(&["name: Ratna, post: Lurah", "post: Lurah"])).unwrap();
    let (code, out, err) = run(lawat().args(["--lang", "en", "show", "x"]).arg(&file));
    assert!(code == Some(0) && out.contains("Ratna"), "{out}");
    assert!(err.contains("several records have the id “x”; the others: ") && err.contains("#x"), "{err}");
    let (code, _, err) = run(lawat().args(["--lang", "en", "cite", "x"]).arg(&file));
    assert!(err.contains("several records"), "{code:?} {err}");
}

#[test]
fn no_warning_where_an_id_plausibly_means_the_same() {
    for participants in [
        ["name: Ratna, post: Lurah, side: host", "name: Dr. Ratna, post: Camat, side: visitor"],
        ["post: Lurah, organization: o, side: host", "post: lurah, organization: o, side: visitor"],
    ] {
        assert_eq!(warnings(&participants), [""; 0], "{participants:?}");
    }
}

#[test]
fn many_visits_with_one_id_give_one_line() {
    let posts: Vec<String> = (0..5_000).map(|at| format!("post: Post {at}")).collect();
    let posts: Vec<&str> = posts.iter().map(String::as_str).collect();
    let warnings = warnings(&posts);
    assert!(warnings.len() == 1 && warnings[0].ends_with("; 4,998 more records differ"), "{warnings:?}");
}
