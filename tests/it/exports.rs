//! Exports: JSON can be read back, and no format contains anything active.

use std::fs;
use std::sync::LazyLock;

use jiff::Timestamp;
use lawat::export::{CsvDialect, Export, ExportFormat, ExportTable, Opening, Selection};
use lawat::lang::Lang;
use lawat::load::load_text;
use lawat::model::{Archive, Claim, Header, Post, Visit};
use proptest::prelude::*;
use serde_json::Value;

use crate::active_content::{active_markdown, forbidden_tag, formula, terminal_control};
use crate::postgres::without_data;
use crate::random_errors::archives;

const CITED: &str = include_str!("../data/cited.yaml");

/// An export of everything, at a fixed time.
pub fn written(archive: &Archive, format: ExportFormat, table: ExportTable, lang: Lang) -> String {
    let selection = Selection::all(archive);
    let now = Timestamp::from_second(1_700_000_000).unwrap();
    let mut out = Vec::new();
    let (selection, dialect) = (&selection, CsvDialect::default());
    Export { archive, selection, format, table, dialect, lang, now, opening: Opening::default() }
        .write(&mut out)
        .unwrap();
    String::from_utf8(out).unwrap()
}

fn set(field: &mut Option<String>, text: &mut dyn FnMut() -> String) {
    *field = Some(text());
}

fn set_all(fields: &mut [String], text: &mut dyn FnMut() -> String) {
    for field in fields {
        *field = text();
    }
}

/// Replaces the text of every field.
pub fn replace_texts(archive: &mut Archive, text: &mut dyn FnMut() -> String) {
    for header in &mut archive.headers {
        set(&mut header.title, text);
        set(&mut header.license, text);
    }
    for visit in archive.visits.iter_mut() {
        replace_texts_of_visit(visit, text);
        replace_texts_of_people(visit, text);
        replace_texts_of_stops(visit, text);
        replace_other_texts(visit, text);
    }
}

fn replace_texts_of_visit(visit: &mut Visit, text: &mut dyn FnMut() -> String) {
    visit.title = text();
    for field in [&mut visit.local_term, &mut visit.date_text, &mut visit.title_en, &mut visit.title_id] {
        set(field, text);
    }
    visit.summary = Some(Claim { text: text(), ..Claim::default() });
    visit.objectives = vec![Claim { text: text(), ..Claim::default() }];
    visit.topics = vec![text().into(), text().into()];
    for statement in &mut visit.statements {
        statement.text = text();
        set(&mut statement.attribution_text, text);
        set(&mut statement.context, text);
        statement.topics = vec![text().into()].into();
        statement.translations.iter_mut().for_each(|it| it.text = text());
        for source in statement.sources.iter_mut() {
            source.locator = Some(text().into());
        }
    }
}

fn replace_texts_of_people(visit: &mut Visit, text: &mut dyn FnMut() -> String) {
    for it in &mut visit.organizations {
        it.name = text();
        it.other_names = vec![text()];
        set(&mut it.classification, text);
        it.same_as = vec![text(), text()];
    }
    for it in &mut visit.participants {
        set(&mut it.name, text);
        it.post = vec![Post { title: text(), ..Post::default() }].into();
        it.other_names = vec![text()];
        it.same_as = vec![text(), text()];
    }
}

fn replace_texts_of_stops(visit: &mut Visit, text: &mut dyn FnMut() -> String) {
    for it in &mut visit.itinerary {
        it.name = text();
        for field in [&mut it.short_name, &mut it.date_text, &mut it.classification] {
            set(field, text);
        }
        set_all(&mut it.activities, text);
        it.topics = vec![text().into()];
        for place in it.place.iter_mut() {
            for field in [&mut place.address, &mut place.locality, &mut place.region, &mut place.country] {
                set(field, text);
            }
        }
    }
}

fn replace_other_texts(visit: &mut Visit, text: &mut dyn FnMut() -> String) {
    for it in &mut visit.sources {
        for field in [&mut it.title, &mut it.publisher, &mut it.author, &mut it.url, &mut it.archive_url] {
            set(field, text);
        }
        for field in [&mut it.license, &mut it.path] {
            set(field, text);
        }
    }
    for it in &mut visit.media {
        for field in [&mut it.title, &mut it.url, &mut it.path, &mut it.credit, &mut it.license] {
            set(field, text);
        }
    }
    visit.outcomes.iter_mut().for_each(|it| it.text = text());
    visit.expenses.iter_mut().for_each(|it| set(&mut it.note, text));
    visit.notes.iter_mut().for_each(|it| it.text = text());
}

/// The fields of a header that an export keeps.
/// It is written in the newest version of the format, and registered facts are already in the visits.
fn comparable(header: &Header) -> Header {
    let Header { title, language, timezone, license, extra, .. } = header.clone();
    Header {
        schema_version: "1.1".to_owned(),
        title,
        language,
        timezone,
        license,
        extra,
        ..Header::default()
    }
}

/// An export to JSON is read as what was exported.
pub fn assert_round_trip(name: &str, text: &str) {
    let before = load_text(name, text.into()).archive;
    let json = written(&before, ExportFormat::Json, ExportTable::Statements, Lang::Id);
    let loaded = load_text("out.json", json.clone().into());
    assert_eq!(loaded.archive.visits.len(), before.visits.len(), "{name}: {:?}", loaded.diagnostics);
    // In the original order, each with its own header.
    for (visit, after) in before.visits.iter().zip(&loaded.archive.visits) {
        assert_eq!(Visit { header: 0, ..after.clone() }, Visit { header: 0, ..visit.clone() }, "{name}");
        let header = |of: &Archive, visit| comparable(of.header(visit).unwrap());
        assert_eq!(header(&loaded.archive, after), header(&before, visit), "{name}");
    }
    let again = written(&loaded.archive, ExportFormat::Json, ExportTable::Statements, Lang::Id);
    assert_eq!(again, json, "{name}");
}

/// Documents between others and documents without visits keep their place, too.
#[test]
fn documents_keep_their_order_in_a_round_trip() {
    let document = |title: &str, visits: &str| format!("schema_version: '1.0'\ntitle: {title}\n{visits}\n");
    let visit = |id: &str| format!("visits: [{{id: {id}, title: T}}]");
    let documents = [
        document("A", &visit("a")),
        document("A", &visit("aa")),
        document("B", &visit("b")),
        document("A", &visit("c")),
        document("C", "visits: []\nx-catatan: tersimpan"),
    ];
    let text = documents.join("---\n");
    assert_round_trip("several.yaml", &text);
    let archive = load_text("several.yaml", text.into()).archive;
    let json = written(&archive, ExportFormat::Json, ExportTable::Statements, Lang::Id);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let titles: Vec<&str> = json.as_array().unwrap().iter().map(|it| it["title"].as_str().unwrap()).collect();
    assert_eq!(titles, ["A", "B", "A", "C"], "neighbours that say the same are one");
    assert_eq!(json[3]["x-catatan"], "tersimpan");
}

#[test]
fn every_fixture_survives_a_json_round_trip() {
    let mut tried = 0;
    let folders = ["tests/data", "tests/data/life"];
    let in_folders = folders.into_iter().flat_map(|folder| fs::read_dir(folder).unwrap());
    let files = in_folders.map(|entry| entry.unwrap().path()).filter(|path| path.is_file());
    for path in files.chain(["visits.yaml".into()]) {
        let name = path.to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).unwrap();
        let loaded = load_text(&name, text.clone().into());
        if !loaded.archive.visits.is_empty() {
            assert_round_trip(&name, &text);
            tried += 1;
        }
    }
    assert!(tried >= 10, "{tried} files");
}

/// Texts that a program could take for markup, formulas or controls.
pub fn hostile() -> impl Strategy<Value = String> {
    let acting = prop::sample::select(vec![
        "<script>alert(1)</script>",
        "</title>",
        "</style>",
        "<img src=x onerror=alert(1)>",
        "=cmd|'/C calc'!A0",
        "+1+1",
        "-1+1",
        "@SUM(1)",
        "＝1",
        "＠a",
        "\u{1b}[31m",
        "\u{1b}]0;x\u{7}",
        "\u{9b}31m",
        "\u{202e}",
        "\u{2066}",
        "\u{200f}",
        "]]>",
        "-->",
        "javascript:alert(1)",
        "https://a.example/",
        "\" onload=\"x",
        "'",
        "\\",
        "`",
        ">",
        "](javascript:x)",
        "\r",
        "\n",
        "\r\n",
        "\t",
        " ",
        "\u{a0}",
        "\0",
        "\u{feff}",
        "&lt;",
        "&#60;",
        "END:VEVENT",
        ";",
        ",",
        "{",
        "}",
        "e\u{301}",
    ]);
    prop::collection::vec(prop_oneof![4 => acting.prop_map(str::to_owned), 1 => any::<String>()], 0..5)
        .prop_map(|parts| parts.concat())
}

/// The archive whose texts are replaced; read once.
static WHOLE: LazyLock<Archive> = LazyLock::new(|| {
    let mut archive = load_text("whole.yaml", include_str!("../data/whole.yaml").into()).archive;
    let cited = load_text("cited.yaml", CITED.into()).archive;
    archive.visits.extend(cited.visits);
    archive.visits.iter_mut().for_each(|visit| visit.header = 0);
    archive
});

/// Fails unless a text export, with `\n` at the ends of its lines, is inert in its format.
fn assert_inert_text(archive: &Archive, format: ExportFormat, lines: &str) {
    match format {
        ExportFormat::Text => {
            let statements: usize = archive.visits.iter().map(|visit| visit.statements.len()).sum();
            assert!(lines.matches("Reference: ").count() >= statements, "{lines}");
        }
        ExportFormat::Csv => assert_eq!(formula(lines), None),
        ExportFormat::Workbook => {}
        ExportFormat::Html | ExportFormat::Quotes | ExportFormat::Briefing => {
            let (head, rest) = lines.split_once("<style>").unwrap();
            let (_, body) = rest.split_once("</style>").unwrap();
            assert_eq!(forbidden_tag(&format!("{head}{body}")), None);
        }
        ExportFormat::Markdown | ExportFormat::QuotesMarkdown | ExportFormat::BriefingMarkdown => {
            assert_eq!(active_markdown(lines), None);
        }
        ExportFormat::Calendar => {
            let begins_with = |line: &str, own: &&str| {
                line.strip_prefix(own).is_some_and(|rest| rest.starts_with([':', ';']))
            };
            let is_own = |line: &str| line.starts_with(' ') || OWN.iter().any(|own| begins_with(line, own));
            assert!(lines.lines().all(is_own), "{lines}");
            let begins = lines.lines().filter(|line| *line == "BEGIN:VEVENT").count();
            let ends = lines.lines().filter(|line| *line == "END:VEVENT").count();
            assert!(begins == ends && begins >= 3, "{lines}");
        }
        ExportFormat::Sql => {
            let mut harmless = archive.clone();
            replace_texts(&mut harmless, &mut || "a".to_owned());
            let harmless = written(&harmless, format, ExportTable::Statements, Lang::En);
            assert_eq!(without_data(lines), without_data(&harmless));
        }
        ExportFormat::Jsonl => {
            assert!(lines.lines().all(|line| serde_json::from_str::<Value>(line).is_ok()));
        }
        ExportFormat::Json | ExportFormat::JsonLd => {
            assert!(serde_json::from_str::<Value>(lines).is_ok());
            // Linked data may stand within a page.
            assert!(format == ExportFormat::Json || !lines.contains('<'), "{lines}");
        }
    }
}

/// Fails unless every export that is a text contains the texts of an archive as texts only.
pub fn assert_inert(archive: &Archive) {
    for format in ExportFormat::ALL.into_iter().filter(|format| format.is_text()) {
        let is_table = format == ExportFormat::Csv;
        let tables: &[ExportTable] = if is_table { &ExportTable::ALL } else { &[ExportTable::Statements] };
        for &table in tables {
            let page = written(archive, format, table, Lang::En);
            let lines = match format {
                ExportFormat::Calendar => page.replace("\r\n", "\n"),
                // Between cells.
                ExportFormat::Sql => page.replace('\t', " "),
                _ => page,
            };
            assert_eq!(terminal_control(&lines), None, "{format:?}: {lines}");
            assert_inert_text(archive, format, &lines);
        }
    }
}

proptest! {
    // Every case is written in all formats.
    #![proptest_config(ProptestConfig::with_cases(ProptestConfig::default().cases / 4))]

    /// Whatever a record contains, its exports contain it as text only.
    #[test]
    fn no_export_contains_active_content(texts in prop::collection::vec(hostile(), 1..40)) {
        let mut archive = WHOLE.clone();
        let mut next = texts.iter().cycle();
        replace_texts(&mut archive, &mut || next.next().cloned().unwrap_or_default());
        assert_inert(&archive);
    }

    /// An export of any archive, and an export of that, are read as the same archive.
    #[test]
    fn any_archive_survives_a_json_round_trip((_, text) in archives()) {
        assert_round_trip("a.yaml", &text);
    }
}

/// The properties that lawat writes in calendars.
const OWN: [&str; 13] = [
    "BEGIN",
    "END",
    "VERSION",
    "PRODID",
    "UID",
    "DTSTAMP",
    "DTSTART",
    "DTEND",
    "SUMMARY",
    "DESCRIPTION",
    "STATUS",
    "LOCATION",
    "GEO",
];

/// No published format contains a path of the machine on which it was made.
#[test]
fn no_published_format_names_a_local_file() {
    let archive = "
schema_version: '1.0'
visits:
  - id: v
    title: V
    start_date: 2024-05-06
    organizations: [{id: kota, name: Kota Contoh, same_as: ['file:///rumah/pribadi/kota.html']}]
    itinerary: [{id: balai, name: Balai}]
    statements: [{id: q, type: quote, text: Baik, sources: [s]}]
    media:
      - {type: photo, path: /rumah/pribadi/foto.jpg}
      - {type: photo, url: 'file:///rumah/pribadi/foto.jpg'}
    sources:
      - {id: s, title: T, path: /rumah/pribadi/artikel.txt, url: 'file:///rumah/pribadi/artikel.html'}
";
    let loaded = load_text("/rumah/pribadi/v.yaml", archive.into());
    assert_eq!(loaded.archive.visits.len(), 1);
    for format in [
        ExportFormat::Text,
        ExportFormat::Markdown,
        ExportFormat::Html,
        ExportFormat::Calendar,
        ExportFormat::JsonLd,
    ] {
        let page = written(&loaded.archive, format, ExportTable::Statements, Lang::Id);
        assert!(!page.contains("pribadi"), "{format:?}: {page}");
    }
}
