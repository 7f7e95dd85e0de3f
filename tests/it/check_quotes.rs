//! `lawat check --text`: compares quotes with the texts of their sources.

use std::path::{Path, PathBuf};

use crate::command_line::{lawat, run};

/// A folder with a text and a record of these quotes.
struct Desk(tempfile::TempDir);

impl Desk {
    fn new(quotes: &[(&str, &str)]) -> Self {
        let statements: Vec<_> = quotes
            .iter()
            .map(|(id, text)| serde_json::json!({"id": id, "type": "quote", "text": text, "sources": ["s"]}))
            .collect();
        let visit =
            serde_json::json!({"id": "v", "title": "V", "statements": statements, "sources": [{"id": "s"}]});
        let record = serde_json::json!({"schema_version": "1.0", "visits": [visit]});
        let desk = Self(tempfile::tempdir().unwrap());
        desk.put("a.json", &record.to_string());
        desk
    }

    fn put(&self, name: &str, text: &str) -> PathBuf {
        let path = self.0.path().join(name);
        std::fs::write(&path, text).unwrap();
        path
    }

    fn check(&self, options: &[&str]) -> (Option<i32>, String, String) {
        run(lawat().current_dir(&self.0).arg("check").args(options).arg("a.json"))
    }
}

#[test]
fn each_quote_is_verified_by_one_of_the_texts() {
    let desk = Desk::new(&[
        ("q1", "Antrean kini lima menit - 'tidak lebih'"),
        ("q2", "Loket buka pukul tujuh"),
        ("q3", "Loket buka pukul delapan"),
    ]);
    desk.put("artikel.txt", "“Antrean  kini lima\nmenit — ‘tidak lebih’,” kata Ratna Contoh.\n");
    desk.put("notula.txt", "Ratna: \"Loket buka pukul tujuh.\"\n");
    assert_eq!(desk.check(&[]).0, Some(0));
    let (code, out, err) =
        desk.check(&["--text", "artikel.txt", "--text", "notula.txt", "--format", "concise"]);
    assert_eq!(code, Some(1));
    let expected = ": error[quote-not-in-source]: the quote “q3” differs from the source: \
                    the record has “delapan”, the source “tujuh” (notula.txt:1:26)\n";
    assert!(out.lines().count() == 1 && out.ends_with(expected), "{out}");
    // The record is wrong, but can be used.
    assert_eq!(
        err,
        "lawat: 2 of 3 quotes found in artikel.txt, notula.txt\nlawat: 1 visit usable; 1 error, 0 warnings\n"
    );
    let (_, out, _) = desk.check(&["--text", "artikel.txt", "--format", "concise"]);
    assert!(out.lines().count() == 2 && out.contains("the quote “q2” is not in artikel.txt\n"), "{out}");
    let (code, _, err) = run(lawat().args(["check", "--text", "nowhere.txt", "visits.yaml"]));
    assert!(code == Some(2) && err.contains("nowhere.txt"), "{err}");
}

#[test]
fn full_reports_show_both_locations() {
    let desk = Desk::new(&[("q", "Antrean kini enam menit")]);
    desk.put("artikel.txt", "Pagi.\n“Antrean kini lima menit,” kata Ratna Contoh.\n");
    let (_, out, _) = desk.check(&["--text", "artikel.txt", "--lang", "id"]);
    for part in [
        "kutipan “q” berbeda dari sumbernya: di catatan “enam”",
        "Dalam teks sumber: artikel.txt:2:15",
        "     2│ “Antrean kini lima menit,” kata Ratna Contoh.\n      │               ----\n",
    ] {
        assert!(out.contains(part), "{part} in {out}");
    }
    let (_, out, _) = desk.check(&["--text", "artikel.txt", "--format", "json"]);
    let found: serde_json::Value = serde_json::from_str(&out).unwrap();
    let other = &found[0]["other"];
    assert_eq!(
        (&other["file"], &other["line"], &other["column"]),
        (&"artikel.txt".into(), &2.into(), &15.into())
    );
    assert!(found[0].get("visit").is_none(), "{out}");
}

#[test]
fn an_ellipsis_equals_three_dots() {
    let desk = Desk::new(&[("a", "Satu kalimat ... lalu")]);
    desk.put("a.txt", "“Satu kalimat … lalu.”\n");
    let (code, out, _) = desk.check(&["--text", "a.txt", "--strict"]);
    assert_eq!((code, out.as_str()), (Some(0), ""));
}

#[test]
fn similar_characters_are_named() {
    let desk = Desk::new(&[("a", "Satu k\u{430}ta lagi")]);
    desk.put("a.txt", "“Satu kata lagi.”\n");
    let (_, out, _) = desk.check(&["--text", "a.txt", "--format", "concise"]);
    assert!(out.contains("(U+0430 CYRILLIC SMALL LETTER A instead of U+0061 LATIN SMALL LETTER A)"), "{out}");
}

/// In a transcript, the speaker may quote others at any length.
#[test]
fn quotes_from_transcripts_may_have_marks_or_not() {
    let record = Path::new("tests/data/transcript.yaml");
    let (code, out, _) = run(lawat().args(["check", "--strict"]).arg(record));
    assert_eq!((code, out.as_str()), (Some(0), ""));
    let (code, out, err) =
        run(lawat().args(["check", "--strict", "--text", "tests/data/transcript.txt"]).arg(record));
    assert_eq!((code, out.as_str()), (Some(0), ""));
    assert!(err.contains("5 of 5 quotes found in tests/data/transcript.txt"), "{err}");
}

/// If the source lacks a mark, a note explains it.
#[test]
fn a_note_suppresses_warnings_about_the_source() {
    let text = "tests/data/faults/unpaired-mark-in-source.txt";
    let record = std::fs::read_to_string("tests/data/faults/unpaired-mark-in-source.yaml").unwrap();
    let desk = Desk::new(&[]);
    let path = std::fs::canonicalize(text).unwrap();
    desk.put("a.json", &record);
    let check = || desk.check(&["--strict", "--text", path.to_str().unwrap()]);
    let (code, out, _) = check();
    assert!(code == Some(1) && out.contains("warning[unpaired-mark-in-source]"), "{out}");
    let note = "    notes: [{type: conflict, about: [q], text: Tanda kutip penutupnya tidak tercetak.}]\n";
    desk.put("a.json", &(record + note));
    assert_eq!(check().0, Some(0));
}

#[test]
fn the_example_is_verified_by_its_article() {
    // The article is under copyright: only its quotes, one per paragraph.
    let visit = &lawat::load::load_text("visits.yaml", lawat::load::EXAMPLE.into()).archive.visits[0];
    let quotes = visit.statements.iter().filter(|it| it.kind == lawat::model::StatementType::Quote);
    let article: Vec<String> = quotes.map(|quote| format!("“{},” katanya.\n", quote.text)).collect();
    let desk = Desk::new(&[]);
    desk.put("artikel.txt", &article.join("\n"));
    desk.put("a.json", lawat::load::EXAMPLE);
    let (code, out, _) = desk.check(&["--strict", "--text", "artikel.txt"]);
    assert_eq!((code, out.as_str()), (Some(0), ""));
}
