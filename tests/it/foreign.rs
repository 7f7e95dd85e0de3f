//! What other programs read in the output of lawat. A test of a missing program is skipped, except in CI.

use std::path::Path;

use assert_cmd::Command;
use lawat::cite::{Citation, Style};
use lawat::export::{ExportFormat, ExportTable};
use lawat::lang::Lang;
use lawat::load::load_text;
use lawat::model::Archive;
use lawat::text::{visible_lines, visible_string};
use serde_json::Value;

use crate::active_content::{ELEMENTS, is_of_pictures};
use crate::command_line::lawat;
use crate::exports::{replace_texts, written};
use crate::foreign_programs::{Kind, packages, printed, skipped, written_by};

const CITED: &str = "tests/data/cited.yaml";
const AWKWARD: &str = "tests/data/awkward.yaml";
const REAL: &str = "visits.yaml";

/// The same as text.
fn printed_text(command: &mut Command, name: &str, kind: Kind) -> Option<String> {
    printed(command, name, kind).map(|bytes| String::from_utf8(bytes).unwrap())
}

/// What a script of tests/foreign read in a text.
fn read_by(script: &str, text: &[u8]) -> Option<Value> {
    written_by(script, &[], text).map(|json| serde_json::from_slice(&json).unwrap())
}

fn exported(file: &str, arguments: &[&str]) -> Vec<u8> {
    let output = lawat().args(["--lang", "id", "export", file]).args(arguments).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

fn archive(file: &str) -> Archive {
    load_text(file, std::fs::read(file).unwrap()).archive
}

fn texts(list: &Value) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|text| text.as_str().unwrap()).collect()
}

/// The records that the rows of a table are about, as the export to JSON has them.
fn records(json: &Value, table: ExportTable) -> Vec<&Value> {
    let visits = json["visits"].as_array().unwrap();
    let list = match table {
        ExportTable::Visits => return visits.iter().collect(),
        ExportTable::Stops => "itinerary",
        table => table.name(),
    };
    visits.iter().filter_map(|visit| visit[list].as_array()).flatten().collect()
}

fn is_formula(cell: &str) -> bool {
    cell.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
        && cell.parse::<f64>().is_err()
}

/// A cell without the apostrophes that prevent formulas in it, and in parts that a spreadsheet may split off.
fn without_guard(cell: &str) -> String {
    let pieces = cell.split_inclusive([';', '\n']);
    pieces.map(|piece| piece.strip_prefix('\'').filter(|piece| is_formula(piece)).unwrap_or(piece)).collect()
}

/// Each cell has the value of the record, and none is a formula.
#[test]
fn python_reads_in_every_table_what_the_records_say() {
    for (file, table) in
        [CITED, AWKWARD, REAL].into_iter().flat_map(|file| ExportTable::ALL.map(|it| (file, it)))
    {
        let json: Value = serde_json::from_slice(&exported(file, &["--format", "json"])).unwrap();
        let records = records(&json, table);
        if records.is_empty() {
            continue;
        }
        let csv = exported(file, &["--format", "csv", "--table", table.name()]);
        let Some(rows) = read_by("csv_rows.py", &csv) else { return };
        let (heading, rows) = rows.as_array().unwrap().split_first().unwrap();
        assert_eq!(rows.len(), records.len(), "{file} {table:?}");
        let mut compared = 0;
        for (row, record) in rows.iter().zip(records) {
            let cells = texts(row);
            assert_eq!(cells.len(), texts(heading).len(), "{row}");
            let mut pieces = cells.iter().flat_map(|cell| cell.split([';', '\n']));
            assert!(!pieces.any(is_formula), "{row}");
            for (name, cell) in texts(heading).into_iter().zip(cells) {
                let Some(text) = record[name].as_str() else { continue };
                let text = visible_lines(text);
                assert_eq!(without_guard(cell), text, "{name} of {row}");
                compared += 1;
            }
        }
        assert!(compared >= 2 * rows.len(), "{file} {table:?}: {compared} texts");
    }
}

/// A workbook has every table on a sheet, with the values of CSV; no cell is a formula.
#[test]
fn openpyxl_reads_in_a_workbook_what_the_tables_say() {
    for file in [CITED, AWKWARD, REAL] {
        let Some(sheets) = read_by("xlsx.py", &exported(file, &["--format", "xlsx"])) else { return };
        let sheets = sheets.as_array().unwrap();
        assert_eq!(sheets.len(), ExportTable::ALL.len());
        for (table, sheet) in ExportTable::ALL.into_iter().zip(sheets) {
            assert_eq!(sheet[0], table.name());
            // An empty table is not written to CSV, but has a sheet with its header.
            if sheet[1].as_array().unwrap().len() == 1 {
                continue;
            }
            let csv = exported(file, &["--format", "csv", "--table", table.name()]);
            let Some(rows) = read_by("csv_rows.py", &csv) else { return };
            let rows = rows.as_array().unwrap();
            assert_eq!(sheet[1].as_array().unwrap().len(), rows.len(), "{file} {table:?}");
            for (row, cells) in rows.iter().zip(sheet[1].as_array().unwrap()) {
                let said: Vec<String> = texts(row).into_iter().map(without_guard).collect();
                assert_eq!(said, texts(cells), "{file} {table:?}");
            }
        }
    }
}

#[test]
fn icalendar_reads_the_moments_and_texts_of_stops() {
    let moments = [
        (CITED, "randu-cemara#mpp", r#"["utc","2024-03-12T02:00:00"]"#, r#"["utc","2024-03-12T03:30:00"]"#),
        (CITED, "randu-cemara#museum", r#"["utc","2024-03-13T07:00:00"]"#, "null"),
        (CITED, "randu-cemara#taman", r#"["date","2024-03-13"]"#, "null"),
        (AWKWARD, "awas#hari-1", r#"["floating","2024-03-12T09:30:00"]"#, "null"),
        (AWKWARD, "awas#batal", r#"["date","2024-03-13"]"#, "null"),
    ];
    for file in [CITED, AWKWARD] {
        let ics = exported(file, &["--format", "ics"]);
        let archive = archive(file);
        let Some(events) = read_by("ics.py", &ics) else { return };
        let of_file: Vec<_> = moments.iter().filter(|(of, ..)| *of == file).collect();
        let of_stops = events.as_array().unwrap().iter();
        let of_stops: Vec<_> = of_stops.filter(|it| it["uid"].as_str().unwrap().contains('#')).collect();
        assert_eq!(of_stops.len(), of_file.len(), "{events}");
        for (event, (_, reference, start, end)) in of_stops.into_iter().zip(of_file) {
            assert_eq!(event["uid"], format!("{reference}@lawat"), "{event}");
            assert_eq!(
                (event["dtstart"].to_string(), event["dtend"].to_string()),
                ((*start).into(), (*end).into())
            );
            assert_eq!(event["dtstamp"][0], "utc", "{event}");
            let visit = &archive.visits[0];
            let stop = visit.itinerary.iter().find(|it| reference.ends_with(&format!("#{}", it.id))).unwrap();
            assert_eq!(event["summary"], visible_string(&stop.name));
            let lines: Vec<&str> = event["description"].as_str().unwrap().lines().collect();
            assert_eq!(lines[0], visible_string(&visit.title));
            let activities = stop.activities.iter().map(|it| format!("– {it}")).collect::<Vec<_>>();
            assert_eq!(lines[1..=activities.len()], activities);
            assert_eq!(lines.last(), Some(&format!("Kode: {reference}").as_str()));
        }
    }
}

/// RFC 5545: lines of at most 75 octets that end in CRLF; no character is split.
#[test]
fn the_lines_of_a_calendar_follow_the_standard() {
    for file in [CITED, AWKWARD, REAL] {
        let ics = String::from_utf8(exported(file, &["--format", "ics"])).unwrap();
        let lines: Vec<&str> = ics.strip_suffix("\r\n").unwrap().split("\r\n").collect();
        assert!(lines.iter().all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])), "{ics}");
    }
}

/// Calendars take two events with one UID for the same.
#[test]
fn no_two_events_share_a_uid() {
    let record = "schema_version: '1.0'\nvisits:\n  - {id: a.b, title: A, itinerary: [{id: c, name: C, start_date: 2024-03-12}]}\n  \
                  - {id: a, title: A, itinerary: [{id: b.c, name: C, start_date: 2024-03-12}]}\n";
    let output = lawat().args(["export", "-", "--format", "ics"]).write_stdin(record).output().unwrap();
    let Some(events) = read_by("ics.py", &output.stdout) else { return };
    assert_eq!(events[0]["uid"], "a.b#c@lawat");
    assert_eq!(events[1]["uid"], "a#b.c@lawat");
}

/// The script compares each node before and after the expansion, and knows the terms of schema.org.
#[test]
fn pyld_loses_nothing_of_linked_data() {
    for file in [CITED, AWKWARD, REAL] {
        let Some(found) = read_by("jsonld.py", &exported(file, &["--format", "jsonld"])) else { return };
        assert_eq!(found["dangling"], Value::Array(Vec::new()), "{file}");
        let archive = archive(file);
        let statements = archive.visits.iter().flat_map(|visit| &visit.statements);
        let said: Vec<&str> = statements
            .flat_map(|it| std::iter::once(&it.text).chain(it.translations.iter().map(|it| &it.text)))
            .map(String::as_str)
            .collect();
        assert_eq!(texts(&found["texts"]), said);
        assert_eq!(found["counts"]["Trip"], archive.visits.len());
    }
}

/// Every statement of an archive in a style, with an empty line between them.
fn cited(archive: &Archive, style: Style) -> String {
    let all = archive.visits.iter().flat_map(|visit| visit.statements.iter().map(move |it| (visit, it)));
    let written: Vec<String> =
        all.map(|(visit, it)| Citation::new(visit, it, Lang::Id).write(style)).collect();
    written.join("\n\n") + "\n"
}

/// An entry: its author, title and URL, and the words of its note.
type Entry = (Option<String>, Option<String>, Option<String>, String);

fn expected(archive: &Archive) -> Vec<Entry> {
    let mut entries = Vec::new();
    for visit in &archive.visits {
        for statement in &visit.statements {
            let note = Citation::new(visit, statement, Lang::Id).write(Style::Press);
            let mut sources: Vec<_> = statement.sources.iter().map(|it| visit.source(&it.id)).collect();
            if sources.is_empty() {
                sources.push(None);
            }
            entries.extend(sources.into_iter().map(|source| {
                let field = |field: Option<&String>| field.map(|text| visible_string(text));
                let author = field(source.and_then(|it| it.author.as_ref()));
                let title = field(source.and_then(|it| it.title.as_ref()));
                (author, title, field(source.and_then(|it| it.url.as_ref())), note.clone())
            }));
        }
    }
    entries
}

fn has_entries(found: &Value, archive: &Archive, names: [&str; 5]) {
    let [id, author, title, url, note] = names;
    let entries = found.as_array().unwrap();
    let expected = expected(archive);
    assert_eq!(entries.len(), expected.len());
    let mut ids: Vec<&str> = entries.iter().map(|entry| entry[id].as_str().unwrap()).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), entries.len(), "keys are distinct");
    for (entry, (its_author, its_title, its_url, its_note)) in entries.iter().zip(expected) {
        // Some readers make lists of repeatable fields.
        let says = |name: &str| {
            let field = if entry[name].is_array() { &entry[name][0] } else { &entry[name] };
            field.as_str().unwrap_or_default()
        };
        for (name, text) in [(author, its_author), (title, its_title), (url, its_url)] {
            assert!(text.is_none_or(|text| says(name) == text), "{name} of {entry}");
        }
        assert!(says(note).starts_with(&its_note), "{its_note}\n{entry}");
    }
}

#[test]
fn bibtexparser_reads_every_entry() {
    for archive in [archive(CITED), archive(REAL)] {
        let Some(found) = read_by("bibtex.py", cited(&archive, Style::Bibtex).as_bytes()) else { return };
        has_entries(&found, &archive, ["ID", "author", "title", "url", "note"]);
    }
}

/// `BibTeX` counts braces, and a backslash before one does not make it less.
#[test]
fn a_brace_without_a_partner_swallows_no_other_entry() {
    let mut archive = archive(CITED);
    archive.visits[0].statements[0].text = "Satu { pintu".to_owned();
    archive.visits[0].statements[1].text = "} } \\".to_owned();
    archive.visits[0].sources[0].title = Some("\\{".to_owned());
    let Some(found) = read_by("bibtex.py", cited(&archive, Style::Bibtex).as_bytes()) else { return };
    has_entries(&found, &archive, ["ID", "author", "title", "url", "note"]);
}

#[test]
fn rispy_reads_every_reference() {
    for archive in [archive(CITED), archive(REAL)] {
        let Some(found) = read_by("ris.py", cited(&archive, Style::Ris).as_bytes()) else { return };
        has_entries(&found, &archive, ["id", "authors", "title", "urls", "notes"]);
    }
}

#[test]
fn citeproc_makes_a_list_of_references_of_every_item() {
    let archive = archive(CITED);
    let one = |visit, statement| {
        let json = Citation::new(visit, statement, Lang::Id).write(Style::CslJson);
        serde_json::from_str::<Vec<Value>>(&json).unwrap()
    };
    let items: Vec<Value> = archive
        .visits
        .iter()
        .flat_map(|visit| visit.statements.iter().flat_map(move |it| one(visit, it)))
        .collect();
    let Some(list) = read_by("csl.py", Value::from(items).to_string().as_bytes()) else { return };
    let list = texts(&list);
    for (entry, (author, title, url, _)) in list.iter().zip(expected(&archive)) {
        assert!([author, title, url].into_iter().flatten().all(|text| entry.contains(&text)), "{entry}");
    }
    assert_eq!(list.len(), expected(&archive).len());
    assert!(list[0].starts_with("Wartawan Misal, 2024. Randu Belajar"), "{}", list[0]);
}

#[test]
fn markdown_it_finds_the_text_and_no_markup_in_it() {
    let mut poisoned = archive(CITED);
    let hostile = ["<script>x</script>", "![a](javascript:b)", "https://a.example/\\", "> # - *a*", "`</p>`"];
    let mut next = hostile.into_iter().cycle();
    replace_texts(&mut poisoned, &mut || next.next().unwrap_or_default().to_owned());
    // A backslash before the end of a link would escape the end.
    poisoned.visits[0].sources[0].url = Some("https://a.example/\\".to_owned());
    for archive in [archive(CITED), archive(AWKWARD), archive(REAL), poisoned] {
        let page = written(&archive, ExportFormat::Markdown, ExportTable::Statements, Lang::Id);
        let Some(found) = read_by("page_md.py", page.as_bytes()) else { return };
        let kinds = texts(&found["kinds"]);
        let own =
            ["html_block", "html_inline", "image", "em_open", "fence", "code_block", "table_open", "hr"];
        assert!(!kinds.iter().any(|kind| own.contains(kind)), "{kinds:?}");
        assert!(texts(&found["links"]).iter().all(|link| link.starts_with("http")), "{}", found["links"]);
        let texts = texts(&found["texts"]);
        assert!(!texts.iter().any(|text| text.contains("](http")), "a link that is none: {texts:?}");
        for visit in &archive.visits {
            for statement in &visit.statements {
                let words = Citation::new(visit, statement, Lang::Id).card().words;
                assert!(texts.contains(&words.as_str()), "{words:?} in {texts:?}");
            }
        }
    }
}

/// An archive in which every text is active content.
fn active_content() -> Archive {
    let mut archive = archive(CITED);
    let acts = [
        "</style></title></p><script>document.title='ran'</script>",
        "\"><img src=x onerror=\"document.title='ran'\">",
        "javascript:document.title='ran'",
        "https://a.example/\" onmouseover=\"document.title='ran'",
        "<svg onload=document.title='ran'>",
        "]]> --> <a href=javascript:alert(1)>x</a>",
    ];
    let mut next = acts.into_iter().cycle();
    replace_texts(&mut archive, &mut || next.next().unwrap_or_default().to_owned());
    archive
}

/// The pages for validators and browsers.
fn pages() -> Vec<(Archive, String)> {
    let archives = [archive(CITED), archive(AWKWARD), archive(REAL), active_content()];
    let page = |archive: Archive| {
        let page = written(&archive, ExportFormat::Html, ExportTable::Statements, Lang::Id);
        (archive, page)
    };
    archives.into_iter().map(page).collect()
}

#[test]
fn html_validate_accepts_the_pages() {
    for (_, page) in pages() {
        let mut checker = Command::new(packages().join("node/node_modules/.bin/html-validate"));
        checker.args(["--preset", "recommended", "--formatter", "text", "--stdin"]).write_stdin(page);
        let Some(said) = printed_text(&mut checker, "npm package html-validate", Kind::Package) else {
            return;
        };
        assert_eq!(said, "");
    }
}

/// The validator of the W3C.
#[test]
fn vnu_accepts_the_pages() {
    let jar = packages().join("node/node_modules/vnu-jar/build/dist/vnu.jar");
    if !jar.is_file() {
        return skipped(Kind::Package, "no npm package vnu-jar");
    }
    let folder = tempfile::tempdir().unwrap();
    let mut checker = Command::new("java");
    checker.arg("-jar").arg(jar).args(["--format", "json", "--stdout", "--exit-zero-always"]);
    for (number, (_, page)) in pages().into_iter().enumerate() {
        let path = folder.path().join(format!("{number}.html"));
        std::fs::write(&path, page).unwrap();
        checker.arg(path);
    }
    let Some(said) = printed_text(&mut checker, "java", Kind::OfTheSystem) else { return };
    let said: Value = serde_json::from_str(&said).unwrap();
    // URLs are written as in the record; and the validator only guesses the language of a page.
    let passed_over = ["Bad value “https://a.example/\"", "This document appears to be written in"];
    let is_error = |it: &&Value| {
        let message = it["message"].as_str().unwrap();
        !passed_over.iter().any(|begin| message.starts_with(begin))
    };
    let errors: Vec<&Value> = said["messages"].as_array().unwrap().iter().filter(is_error).collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

fn chromium(folder: &Path, arguments: &[&str]) -> Option<String> {
    let mut browser = Command::new("chromium");
    browser.args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]);
    browser.args(["--disable-background-networking", "--disable-component-update", "--disable-sync"]);
    browser.arg(format!("--user-data-dir={}", folder.join("profile").display())).args(arguments);
    printed_text(browser.timeout(std::time::Duration::from_secs(120)), "chromium", Kind::OfTheSystem)
}

#[test]
fn a_browser_shows_every_statement_and_runs_nothing() {
    let folder = tempfile::tempdir().unwrap();
    for (number, (archive, page)) in pages().into_iter().enumerate() {
        let path = folder.path().join(format!("{number}.html"));
        std::fs::write(&path, page).unwrap();
        let address = format!("file://{}", path.display());
        let Some(dom) = chromium(folder.path(), &["--dump-dom", &address]) else { return };
        let Some(found) = read_by("dom.py", dom.as_bytes()) else { return };
        let elements = texts(&found["elements"]);
        assert!(elements.iter().all(|it| ELEMENTS.contains(it)), "{elements:?}");
        let known = ["charset", "class", "content", "dir", "href", "id", "lang", "name", "rel"];
        let attributes = texts(&found["attributes"]);
        assert!(attributes.iter().all(|it| known.contains(it) || is_of_pictures(it)), "{attributes:?}");
        let is_safe = |link: &&str| {
            link.starts_with('#') || link.starts_with("http://") || link.starts_with("https://")
        };
        assert!(texts(&found["links"]).iter().all(is_safe), "{}", found["links"]);
        let shown = texts(&found["texts"]);
        assert_ne!(shown[0], "ran", "the title is the first text");
        for visit in &archive.visits {
            for statement in &visit.statements {
                let words = Citation::new(visit, statement, Lang::Id).card().words;
                assert!(shown.contains(&words.as_str()), "{words:?} in {shown:?}");
            }
        }
    }
}

#[test]
fn a_browser_prints_a_page() {
    let folder = tempfile::tempdir().unwrap();
    let (page, paper) = (folder.path().join("page.html"), folder.path().join("page.pdf"));
    std::fs::write(&page, exported(CITED, &["--format", "html"])).unwrap();
    let to = format!("--print-to-pdf={}", paper.display());
    let address = format!("file://{}", page.display());
    if chromium(folder.path(), &[&to, &address]).is_none() {
        return;
    }
    let pdf = std::fs::read(paper).unwrap();
    let sheets = String::from_utf8_lossy(&pdf).matches("/Type /Page\n").count();
    assert!(
        pdf.starts_with(b"%PDF-") && pdf.len() > 10_000 && sheets >= 2,
        "{} bytes, {sheets} sheets",
        pdf.len()
    );
}
