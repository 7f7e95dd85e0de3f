//! Format 1.1: realistic fields are loaded, shown and exported without loss.

use std::fmt::Write as _;

use lawat::cite::{Citation, Style};
use lawat::diagnostic::{ProblemCode, Severity};
use lawat::lang::Lang;
use lawat::load::{Loaded, load, load_text};
use lawat::model::Id;

use crate::command_line::{lawat, run};

fn truth(name: &str) -> Loaded {
    load(&[format!("tests/data/truth/{name}.yaml").into()])
}

/// What is found in a file, as `line: code`.
fn found(loaded: &Loaded) -> String {
    loaded.diagnostics.iter().fold(String::new(), |mut all, it| {
        let _ = writeln!(all, "{}: {}", it.location.at.map_or(0, |at| at.line), it.code().name());
        all
    })
}

/// A status in the place of the certainty is kept.
#[test]
fn an_attendance_word_in_place_of_the_certainty_is_a_status() {
    let text = |word: &str| {
        format!(
            "schema_version: '1.0'\nvisits: [{{id: a, title: A, itinerary: [{{id: p, name: P}}], participants: [{{id: x, name: X, \
             attendance: [{{stop: p, certainty: {word}}}]}}]}}]\n"
        )
    };
    for word in ["absent", "apologies", "remote"] {
        let loaded = load_text("a.yaml", text(word).into());
        let attendance = &loaded.archive.visits[0].participants[0].attendance[0];
        assert_eq!(attendance.status().unwrap().name(), word);
        assert_eq!((attendance.certainty(), attendance.is_attended()), (None, word == "remote"));
    }
    for (word, status) in [("present", "present"), ("hadir", "present")] {
        let loaded = load_text("a.yaml", text(word).into());
        let [problem] = loaded.diagnostics.as_slice() else { panic!("{word}: {:?}", loaded.diagnostics) };
        assert_eq!((problem.code(), loaded.archive.visits.len()), (ProblemCode::UnknownValue, 0));
        assert_eq!(problem.problem.help(Lang::En).unwrap(), format!("Write status: {status}."));
    }
}

#[test]
fn common_custom_fields_are_shown() {
    let loaded = truth("natural-attempts");
    assert_eq!(loaded.archive.visits.len(), 15, "{}", found(&loaded));
    assert!(loaded.diagnostics.iter().all(|it| it.severity() == Severity::Warning), "{}", found(&loaded));
    let (code, out, _) =
        run(lawat().args(["--lang", "en", "show", "d#s", "tests/data/truth/natural-attempts.yaml"]));
    assert_eq!(code, Some(0));
    assert!(out.contains("— X and Y"), "{out}");
    let (_, out, _) =
        run(lawat().args(["--lang", "en", "show", "e#x", "tests/data/truth/natural-attempts.yaml"]));
    assert!(out.contains("P (absent)"), "{out}");
    let (_, out, _) =
        run(lawat().args(["--lang", "en", "show", "j#s", "tests/data/truth/natural-attempts.yaml"]));
    assert!(out.contains("30 percent"), "{out}");
}

#[test]
fn only_job_titles_of_the_time_are_cited() {
    let archive = "
schema_version: '1.1'
visits:
  - id: v
    title: V
    language: id
    start_date: 2024-03-12
    participants:
      - id: a
        name: Ratna Contoh
        post:
          - {title: Bupati Randu, title_en: Regent of Randu, start_date: 2021}
          - {title: Camat Lama, end_date: 2019}
          - {title: Gubernur Kelak, start_date: 2025-02}
    statements: [{id: s, type: quote, text: Baik, speaker: [a, a]}]
";
    let loaded = load_text("v.yaml", archive.into());
    let visit = &loaded.archive.visits[0];
    let cite = |lang| Citation::new(visit, &visit.statements[0], lang).write(Style::Press);
    assert_eq!(cite(Lang::Id), "“Baik,” kata Bupati Randu Ratna Contoh.");
    assert_eq!(cite(Lang::En), "“Baik,” said Ratna Contoh, Regent of Randu.");
}

#[test]
fn an_unlisted_term_is_reported_once_per_file() {
    let visit = |id: &str| format!("  - {{id: {id}, title: T, status: heboh, classification: heboh}}\n");
    let text = format!("schema_version: '1.1'\nvisits:\n{}{}{}", visit("a"), visit("b"), visit("c"));
    let messages: Vec<String> =
        load_text("a.yaml", text.into()).diagnostics.iter().map(|it| it.problem.message(Lang::En)).collect();
    let heboh = "“heboh” is not a listed value; it is shown as written (and in 2 other places)";
    assert_eq!(messages, [heboh, heboh]);
}

#[test]
fn amounts_are_numbers_or_reported_with_help() {
    let loaded = truth("money");
    assert_eq!(loaded.archive.visits.len(), 1);
    let suggestions: Vec<String> =
        loaded.diagnostics.iter().filter_map(|it| it.problem.help(Lang::En)).collect();
    assert_eq!(
        suggestions,
        [
            "Write amount: 20000000.",
            "Write amount: 20000000, currency: IDR.",
            "Write amount: 1000000000.",
            "Write IDR."
        ]
    );
}

#[test]
fn several_speakers_are_all_cited() {
    let archive = "
schema_version: '1.1'
visits:
  - id: v
    title: V
    language: id
    participants:
      - {id: a, name: Ratna Contoh, post: Bupati Randu, post_en: Regent of Randu}
      - {id: b, name: Bima Misal}
      - {id: c, name: Sekar Misal, post: [Kepala Dinas, Ketua Panitia]}
    statements:
      - {id: dua, type: quote, text: Baik, speaker: [a, b]}
      - {id: tiga, type: quote, text: Baik, speaker: [a, b, c]}
      - {id: satu, type: quote, text: Baik, speaker: a, original_language: ja, interpreted_by: b}
";
    let loaded = load_text("v.yaml", archive.into());
    let visit = &loaded.archive.visits[0];
    let cite = |id: &str, lang| {
        Citation::new(visit, visit.statement(&Id::new(id)).unwrap(), lang).write(Style::Press)
    };
    for (id, lang, sentence) in [
        ("dua", Lang::Id, "“Baik,” kata Bupati Randu Ratna Contoh dan Bima Misal."),
        (
            "tiga",
            Lang::Id,
            "“Baik,” kata Bupati Randu Ratna Contoh, Bima Misal, dan Sekar Misal (Kepala Dinas, Ketua Panitia).",
        ),
        ("dua", Lang::En, "“Baik,” said Ratna Contoh (Regent of Randu) and Bima Misal."),
        (
            "satu",
            Lang::En,
            "“Baik,” said Ratna Contoh, Regent of Randu [translated from Japanese; interpreted by Bima Misal].",
        ),
    ] {
        assert_eq!(cite(id, lang), sentence);
    }
}
