//! YAML syntax errors: each is reported at the mistake, with help.

use lawat::diagnostic::full;
use lawat::lang::Lang;
use lawat::load::load_text;
use lawat::text::Line;

const HEAD: &str = "schema_version: '1.0'\nvisits:\n";

/// Lines from line 3 on, the reported position, and a part of the report.
const MISTAKES: &[(&str, (u32, u32), &str)] = &[
    ("  - id: a\n    title: A\n\tsummary: x\n", (5, 1), "tab where spaces are required"),
    (
        "  - id: a\n    title: \"Tanpa penutup\n    start_date: 2026\n",
        (4, 12),
        "the quotation mark opened here",
    ),
    (
        "  - id: a\n    title: 'Tanpa penutup\n    start_date: 2026\n",
        (4, 12),
        "the quotation mark opened here",
    ),
    ("  - id: a\n    topics: [a, b\n    title: A\n", (4, 13), "the bracket opened here is never closed"),
    (
        "  - id: a\n    title: A\n    participants:\n      - {id: b, name: B\n      - {id: c, name: C}\n",
        (6, 9),
        "the bracket opened here is never closed",
    ),
    (
        "  - id: a\n    title: A\n    media:\n      - {type: \"link, title: B}\n",
        (6, 16),
        "the quotation mark opened here",
    ),
    (
        "  - id: a\n    topics: [a,\n      b\n    title: A\n",
        (4, 13),
        "the bracket opened here is never closed",
    ),
    ("  - id: a\n    title: A\n    topics: [a, b]'\n", (5, 19), "the quotation mark opened here"),
    ("  - id: a\n    title: A\n     start_date: 2026\n", (5, 6), "the indentation does not match"),
    ("  - id: a\n    title: A\n   start_date: 2026\n", (5, 4), "the indentation does not match"),
    ("  - id: a\n    title:Satu\n    start_date: 2026\n", (4, 10), "missing space after the colon"),
    ("  – id: a\n    title: A\n", (3, 3), "this character is not a hyphen (-)"),
    (
        "  - id: a\n    title: \"Kami senang,\" kata Ratna.\n",
        (4, 27),
        "text after the closing quotation mark",
    ),
    ("  - id: a\n    title: [Rilis] Kunjungan\n", (4, 20), "text after the closing bracket"),
    ("  - id: a\n    title: Rilis: Kunjungan\n", (4, 17), "a text that contains a colon"),
    (
        "  - id: a\n    title: A\n    media: [{type: link, title: B: C}]\n",
        (5, 34),
        "a text that contains a colon",
    ),
    ("  - id: a\n    title: A\n    media: [{type: link, title: B #1}]\n", (5, 35), "everything after “#”"),
    ("  - id: a\n    title: A #1\n      dan B\n", (4, 14), "everything after “#”"),
    ("  - id: a\n    title: @kota\n", (4, 12), "unquoted text cannot start with this character"),
    ("  - id: a\n    title: %x\n", (4, 12), "unquoted text cannot start with this character"),
    ("  - id: a\n    title: - x\n", (4, 12), "unquoted text cannot start with this character"),
    ("  - id: a\n    title: } x\n", (4, 12), "unquoted text cannot start with this character"),
    ("  - id: a\n    title: > x\n", (4, 12), "unquoted text cannot start with this character"),
    ("  - id: a\n    title: *x\n", (4, 12), "the alias has no anchor"),
    ("  - id: a\n    title: \"C:\\data\"\n", (4, 12), "unknown escape sequence"),
    ("  - id: a\n    title:\u{a0}Satu\n    start_date: 2026\n", (4, 11), "such as a no-break space"),
    ("  - id: a\n    title: Satu\n    start_date:\u{a0}2026\n\n", (5, 16), "such as a no-break space"),
    (
        "  - id: a\n    title: A\n    statements:\n      - id: q\n        text:\u{2002}Halo\n",
        (7, 14),
        "such as a no-break space",
    ),
    ("  -\u{a0}id: a\n    title: A\n", (3, 4), "such as a no-break space"),
    ("  - id: a\n    title: Rapat\n      hasil: satu\n", (5, 12), "a text that contains a colon"),
    ("  - id: a\n    title: Rapat\n      hasil rapat: satu\n", (5, 18), "a text that contains a colon"),
    ("  - id: a\n    title: Rapat\n      summary: satu\n", (5, 7), "the indentation does not match"),
    ("  - id: a\n    title：Satu\n    start_date: 2026\n", (4, 10), "“：” (U+FF1A"),
    ("  - id: a\n    title： Satu\n", (4, 10), "Replace it with a colon and a space"),
];

/// Files with the wrong layout: the code, a part of the first message, and the help.
const ARCHIVES: &[(&str, &str, &str, &str)] = &[
    (
        "schema_version: '1.0'\n- id: a\n  title: A\n",
        "syntax",
        "the list has no field name",
        "Write the field name on the line above, for example visits:",
    ),
    (
        "- id: a\n  title: A\n- id: b\n  title: B\n",
        "missing-field",
        "a list of visits",
        "Write schema_version: \"1.1\" and visits: on the two lines above it.",
    ),
    (
        "id: a\ntitle: A\nstatements:\n  - {id: q, type: quote, text: Halo}\n",
        "missing-field",
        "fields of a visit",
        "Write schema_version: \"1.1\" and visits: above",
    ),
    (
        "schema_version: '1.0'\ntitle: A\nstart_date: 2026\n",
        "missing-field",
        "fields of a visit",
        "Write schema_version: \"1.1\" and visits: above",
    ),
    (
        "schema_version: '1.0'\nvisits: [{id: a, title: A}]\nschema_version: '1.0'\nvisits: [{id: b, title: B}]\n",
        "duplicate-key",
        "“schema_version” appears twice",
        "If another archive starts here, add a line --- above it.",
    ),
    (
        "schema_version: “1.0”\nvisits: [{id: a, title: A}]\n",
        "unsupported-version",
        "is not supported",
        "Write 1.0 without curly quotation marks, or use straight ones: \"1.0\".",
    ),
    (
        "schema_version: '1.0'\nvisits: [{id: a, title: A, start_date: „2026-01-10“}]\n",
        "bad-date",
        "is not a valid date",
        "Write 2026-01-10 without curly quotation marks",
    ),
    (
        "schema_version: '1.0'\nvisits: [{id: a, “title”: A}]\n",
        "unknown-field",
        "",
        "Write title without curly quotation marks",
    ),
    (
        "schema_version: '1.0'\nvisits: [{id: a, title:\u{a0}A}]\n",
        "unknown-field",
        "",
        "Delete the white space after the colon",
    ),
    ("schema_version:\u{a0}'1.0'\nvisits: []\n", "wrong-type", "", "Delete the white space after the colon"),
    (
        "schema_version: '1.0'\nvisits:\n  - id: a\n    title\u{a0}: Satu\n",
        "unknown-field",
        "",
        "The name contains U+00A0 NO-BREAK SPACE; delete it, and write title:",
    ),
    (
        "schema_version: '1.0'\nvisits: [{id: a, title: A, summary：Satu}]\n",
        "unknown-field",
        "",
        "Replace it with a colon and a space",
    ),
    (
        "schema_version: '1.0'\nvisits:\n  - id: a\n    title: A\n    objectives:\n      - Tujuan: belajar\n",
        "wrong-type",
        "expected text, found fields",
        "If the colon is part of the text",
    ),
    (
        "schema_version: '1.0'\nvisits:\n  - id: a\n    title: A\n    topics:\n      - Layanan: publik\n",
        "wrong-type",
        "expected text, found fields",
        "If the colon is part of the text",
    ),
    (
        "schema_version: '1.0'\nvisits: [{id: a, title: A}]\n-----\nschema_version: '1.0'\nvisits: [{id: b, title: B}]\n",
        "syntax",
        "this line does not separate archives",
        "The separator of archives is a line ---",
    ),
    (
        "schema_version: '1.0'\nvisits:\n  - id: a\n    title: A\n=====\nschema_version: '1.0'\nvisits:\n  - id: b\n    title: B\n",
        "syntax",
        "this line does not separate archives",
        "The separator of archives is a line ---",
    ),
    (
        "schema_version: '1.0'\nvisits: [{id: a, title: A}]\n***\nschema_version: '1.0'\nvisits: [{id: b, title: B}]\n",
        "syntax",
        "this line does not separate archives",
        "The separator of archives is a line ---",
    ),
    (
        "visits: [{id: a, title: A}]\n",
        "missing-field",
        "the field “schema_version” is required",
        "Write schema_version: \"1.1\" on the first line.",
    ),
    (
        "schema_version: '1.0'\nvisits: [{id: a, title: A, classification: [a, b]}]\n",
        "wrong-type",
        "expected text, found a list",
        "One value only",
    ),
    (
        "schema_version: '1.0'\nvisits: [{id: a, title: A, participants: [{id: x, name: X, role: [member, interpreter]}]}]\n",
        "wrong-type",
        "expected text, found a list",
        "One value only",
    ),
];

#[test]
fn wrong_layouts_are_recognized() {
    for (text, code, words, suggestion) in ARCHIVES {
        let loaded = load_text("a.yaml", (*text).into());
        let first = loaded.diagnostics.first().unwrap_or_else(|| panic!("no problem in\n{text}"));
        assert!(first.code().name() == *code && first.problem.message(Lang::En).contains(words), "{first:?}");
        let mut suggestions = loaded.diagnostics.iter().filter_map(|it| it.problem.help(Lang::En));
        assert!(suggestions.any(|it| it.starts_with(suggestion)), "{suggestion}: {:?}", loaded.diagnostics);
    }
    // In a folder, such files are not skipped.
    let folder = tempfile::tempdir().unwrap();
    for (number, (text, ..)) in ARCHIVES.iter().enumerate() {
        std::fs::write(folder.path().join(format!("{number}.yaml")), text).unwrap();
    }
    std::fs::write(folder.path().join("other.yaml"), "- {id: 1, name: x}\n").unwrap();
    let loaded = lawat::load::load(&[folder.path().into()]);
    let skipped: Vec<&str> = loaded.skipped.iter().map(|it| it.name.rsplit('/').next().unwrap()).collect();
    assert_eq!(skipped, ["other.yaml"]);
}

#[test]
fn a_bare_visit_is_one_error() {
    for text in [
        "id: a\ntitle: A\n",
        "id: a\ntitle: A\nsummary: Ringkasan\ntopics: [x]\n",
        "title: A\nstart_date: 2026\n",
        "schema_version: '1.0'\nid: a\ntitle: A\nnotes: []\n",
    ] {
        let loaded = load_text("a.yaml", text.into());
        let [problem] = loaded.diagnostics.as_slice() else { panic!("{text}: {:?}", loaded.diagnostics) };
        assert!(problem.problem.message(Lang::En).contains("fields of a visit"), "{problem:?}");
    }
}

#[test]
fn json_documents_may_follow_each_other() {
    let archive = |id: &str| {
        format!("{{\"schema_version\":\"1.0\",\"visits\":[{{\"id\":\"{id}\",\"title\":\"{{A}}\"}}]}}")
    };
    let visit = |id: &str| format!("{{\"id\":\"{id}\",\"title\":\"A\",\"start_date\":\"2026\"}}");
    let pretty = |id: &str| archive(id).replace(",\"visits\"", ",\n  \"visits\"").replace("]}", "]\n}");
    for text in [
        format!("{}\n{}\n", archive("a"), archive("b")),
        format!("{}\r\n\r\n{}", archive("a"), archive("b")),
        format!("{}\n{}\n", visit("a"), visit("b")),
        format!("{}\n{}\n", archive("a"), visit("b")),
        format!("{}\n{}\n", pretty("a"), pretty("b")),
    ] {
        let loaded = load_text("a.jsonl", text.clone().into());
        assert!(loaded.diagnostics.is_empty(), "{text}: {:?}", loaded.diagnostics);
        let ids: Vec<&str> = loaded.archive.visits.iter().map(|visit| visit.id.as_str()).collect();
        assert_eq!(ids, ["a", "b"], "{text}");
        let headers: Vec<usize> = loaded.archive.visits.iter().map(|visit| visit.header).collect();
        assert_eq!(headers, [0, 1]);
    }
    // An error affects only its line.
    let text = format!("{}\n{{\"id\":\"b\", \"title\"\n{}\n", visit("a"), visit("c"));
    let loaded = load_text("a.jsonl", text.into());
    let problem = loaded.diagnostics.first().unwrap();
    assert_eq!((problem.code().name(), problem.location.at.unwrap().line), ("syntax", 2), "{problem:?}");
    assert!(loaded.archive.visits.iter().any(|visit| visit.id.as_str() == "a"));
}

#[test]
fn a_merged_id_is_reported_at_its_record() {
    let text = format!("{HEAD}  - &v\n    id: v1\n    title: A\n  - <<: *v\n    title: B\n  - *v\n");
    let loaded = load_text("a.yaml", text.into());
    let positions: Vec<(u32, u32)> = (loaded.diagnostics.iter())
        .map(|it| (it.location.at.unwrap().line, it.related.as_ref().unwrap().at.unwrap().line))
        .collect();
    assert_eq!(positions, [(6, 4), (8, 4)], "{:?}", loaded.diagnostics);
}

#[test]
fn syntax_errors_are_reported_at_the_mistake() {
    for (lines, place, words) in MISTAKES {
        let loaded = load_text("a.yaml", format!("{HEAD}{lines}  - id: z\n    title: Z\n").into());
        let first = loaded.diagnostics.first().unwrap_or_else(|| panic!("no problem in\n{lines}"));
        let at = first.location.at.unwrap();
        let report: Vec<String> = full(first, Lang::En, 120).iter().map(Line::plain).collect();
        let report = report.join("\n");
        assert_eq!((first.code().name(), (at.line, at.column)), ("syntax", *place), "{report}");
        assert!(report.contains(words), "{words}:\n{report}");
        assert!(first.problem.help(Lang::Id).is_some(), "no help for\n{report}");
        // The next visit is always loaded, if it is an item of the list.
        if lines.contains('–') {
            continue;
        }
        let ids: Vec<&str> = loaded.archive.visits.iter().map(|visit| visit.id.as_str()).collect();
        assert_eq!(ids, ["z"], "{report}");
    }
}

#[test]
fn common_mistakes_get_a_suggestion() {
    let fields = "judul: A\n    start_date: 13/1/2026\n    participants: [{id: ratna, name: Ratna Contoh, side: tamu}, \
                  {id: b, name: Siti, S.Kom.}]\n    statements: [{id: q, type: kutipan, text: x, speaker: Ratna Contoh}]\n    \
                  timezone: WIB\n    topics: antrean\n    itinerary: [{id: m, name: MPP, position: satu}]";
    let loaded = load_text("a.yaml", format!("{HEAD}  - id: a\n    {fields}\n").into());
    let suggestions: Vec<String> =
        loaded.diagnostics.iter().filter_map(|it| it.problem.help(Lang::En)).collect();
    for suggestion in [
        "Did you mean “title”?",
        "Write 2026-01-13; the original wording can go in date_text.",
        "Did you mean “visitor”?",
        "Enclose a text that contains a comma in quotation marks.",
        "Did you mean “quote”?",
        "Did you mean “ratna”?",
        "Did you mean “Asia/Jakarta”?",
        "Write [one, two], or each item on its own line, starting with “- ”.",
        "Write digits only, for example 12.",
    ] {
        assert!(suggestions.iter().any(|it| it == suggestion), "{suggestion}: {suggestions:#?}");
    }
}
