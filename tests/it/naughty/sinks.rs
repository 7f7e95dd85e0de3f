//! What leaves the program: screens, output of commands, copies, citations, exports and sites.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use lawat::app::event::Effect;
use lawat::cite::{Citation, PostOrder, Style};
use lawat::lang::Lang;
use lawat::plain::{PlainOptions, run_session};
use lawat::search::{Index, Query};
use lawat::text::is_hidden;
use lawat::view::{Palette, Theme};
use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::Value;

use super::{MIXED, VISITS, load, strings, text_of};
use crate::active_content::terminal_control;
use crate::command_line::{lawat, run};
use crate::exports::assert_inert;
use crate::session::Session;

/// The characters that no terminal may get: all that is hidden, but for what shapes its neighbours.
fn acts(c: char) -> bool {
    let shapes = matches!(c, '\u{200c}' | '\u{200d}' | '\u{fe0e}' | '\u{fe0f}' | '\u{e0100}'..='\u{e01ef}');
    c != '\n' && is_hidden(c) && !shapes
}

#[track_caller]
pub(super) fn assert_for_terminals(what: &str, text: &str) {
    let near = text.split(acts).next().filter(|before| before.len() < text.len());
    let near = near.map(|before| {
        before.chars().rev().take(80).collect::<Vec<_>>().into_iter().rev().collect::<String>()
    });
    assert_eq!(near, None, "{what}: something acts after this");
}

/// A file with all texts.
fn file() -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("all.json");
    fs::write(&path, text_of(&MIXED)).unwrap();
    let path = path.to_str().unwrap().to_owned();
    (folder, path)
}

#[test]
fn no_cell_of_a_screen_acts() {
    for (columns, rows) in [(124, 31), (80, 24), (40, 20)] {
        let mut session = Session::open(&text_of(&MIXED)).size(columns, rows);
        for _ in 0..VISITS {
            for keys in ["", "3<enter>", "4<enter>", "5<enter>"] {
                session = session.press(keys);
                for cell in session.buffer(Theme::new(Palette::Dark)).content {
                    assert_for_terminals("a cell", cell.symbol());
                    assert!(
                        cell.symbol().len() <= 80 && !cell.symbol().contains('\n'),
                        "{:?}",
                        cell.symbol()
                    );
                }
                session = session.press("<esc><esc>");
            }
            session = session.press("1j");
        }
    }
}

/// The keys of the menu of forms.
const FORMS: [&str; 13] = ["y", "t", "f", "a", "o", "m", "b", "r", "s", "n", "d", "i", "p"];

#[test]
fn no_copy_acts() {
    let mut session = Session::open(&text_of(&MIXED)).size(124, 31);
    let mut copies = 0;
    for number in 0..VISITS {
        // The letter of a form in the menu.
        let form = FORMS[number % FORMS.len()];
        for pane in ["1", "2", "3", "4"] {
            session = session.press(&format!("{pane}y{form}<esc><esc>"));
        }
        session = session.press("1j");
        for effect in session.effects.drain(..) {
            if let Effect::Copy(text, _) = effect {
                // RIS ends its lines like this.
                let text = text.replace("\r\n", "\n");
                assert!(!text.contains(|c: char| c.is_control() && c != '\n' && c != '\t'), "{text:?}");
                copies += 1;
            }
        }
    }
    assert!(copies > 2 * VISITS, "{copies}");
}

/// Texts with the markup of other interfaces are shown as they are, and look like any other text.
#[test]
fn markup_of_interfaces_is_shown_as_text() {
    for markup in [
        "[red::b]x[-]",
        "{bold}x{/}",
        "#[fg=red]x",
        "%F{red}x%f",
        "<b>x</b>",
        "**x**",
        "\\e[31mx",
        "`x`",
        "&lt;x",
    ] {
        let records = |title: &str| {
            let title = serde_json::to_string(title).unwrap();
            format!(
                "schema_version: '1.1'\nvisits: [{{id: v, title: {title}, statements: [{{id: q, type: quote, text: {title}}}]}}]\n"
            )
        };
        // Nothing in this text could be taken for markup.
        let plain = "x".repeat(markup.len());
        for keys in ["", "1<enter>", "4<enter>"] {
            let cells = |title: &str| {
                let session = Session::open(&records(title)).size(124, 31).press(keys);
                assert!(session.shows(title), "{title} after {keys:?}\n{}", session.screen());
                let cells = session.buffer(Theme::new(Palette::Dark)).content;
                cells.iter().map(ratatui::buffer::Cell::style).collect::<Vec<_>>()
            };
            assert_eq!(cells(markup), cells(&plain), "{markup} after {keys:?}");
        }
    }
}

#[test]
fn no_output_of_a_command_acts() {
    let (_folder, path) = file();
    let commands: &[&[&str]] = &[
        &["check"],
        &["list"],
        &["list", "--kind", "stop"],
        &["list", "--kind", "participant"],
        &["list", "--kind", "organization"],
        &["list", "--kind", "statement"],
        &["search", "--limit", "0", "kata | a | 1"],
        &["stats", "--by", "topic"],
        &["stats", "--by", "person"],
        &["stats", "--by", "city"],
        &["stats"],
    ];
    for (command, lang) in commands.iter().zip(["id", "en"].into_iter().cycle()) {
        let (code, out, err) = run(lawat().args(["--lang", lang]).args(*command).arg(&path));
        assert!(code == Some(0) || code == Some(1), "{command:?}: {err}");
        assert!(!out.is_empty(), "{command:?}: {err}");
        assert_for_terminals(&format!("{command:?}"), &out);
        assert_for_terminals(&format!("{command:?}"), &err);
    }
}

#[test]
fn no_page_and_no_citation_acts() {
    let loaded = load(&MIXED);
    for visit in &loaded.archive.visits {
        for lang in [Lang::Id, Lang::En] {
            for statement in &visit.statements {
                let citation = Citation::new(visit, statement, lang);
                for style in Style::ALL {
                    let text = citation.write(style).replace("\r\n", "\n");
                    assert_eq!(terminal_control(&text), None, "{style:?}: {text:?}");
                }
            }
        }
    }
    let shown = (0..VISITS).map(|number| format!("v{number}#q"));
    let typed: String =
        shown.flat_map(|id| [format!("show {id}\n"), "y\n".to_owned(), "n\n".to_owned()]).collect();
    for lang in [Lang::Id, Lang::En] {
        let options =
            PlainOptions { lang, columns: 78, prompt: false, ascii: false, post_order: PostOrder::Auto };
        let mut out = Vec::new();
        run_session(&loaded, options, typed.as_bytes(), &mut out).unwrap();
        assert_for_terminals("the plain mode", &String::from_utf8(out).unwrap());
    }
}

#[test]
fn every_text_is_a_query_or_is_refused() {
    let index = Arc::new(Index::new(&load(&MIXED).archive));
    let (folder, _) = file();
    for (number, text) in strings::all().iter().enumerate() {
        match Query::parse(text) {
            Ok(query) => assert!(index.search(&query).ranked().iter().all(|it| it.score.is_finite())),
            Err(error) => Lang::ALL.iter().for_each(|&lang| assert_for_terminals(text, &error.message(lang))),
        }
        // A process takes its time.
        if number % 8 == 0 && !text.contains('\0') {
            let arguments = ["--color", "never", "search", "--", text, "all.json"];
            let (code, out, err) = run(lawat().current_dir(folder.path()).args(arguments));
            assert!(code.is_some_and(|code| code <= 2), "{text:?}: {code:?}, {err}");
            assert_for_terminals(text, &out);
            assert_for_terminals(text, &err);
            assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "{text:?}");
        }
    }
}

#[test]
fn every_export_is_inert() {
    assert_inert(&load(&MIXED).archive);
}

/// The elements of HTML that have no end tag.
const VOID: &[&str] = &["meta", "link", "input", "br", "img", "hr"];

/// A page without the insides of its scripts and styles, which are no HTML and end at their end tags.
fn without_raw_texts(page: &str) -> String {
    let mut page = page.to_owned();
    for name in ["script", "style"] {
        let start = format!("<{name}");
        let mut parts = page.split(&start);
        let before = parts.next().unwrap_or_default().to_owned();
        page = parts.fold(before, |all, part| {
            let (tag, rest) = part.split_once('>').unwrap();
            let (_, after) = rest.split_once(&format!("</{name}>")).unwrap();
            format!("{all}<{name}{tag}></{name}>{after}")
        });
    }
    page
}

/// Fails unless a page or picture is well-formed, but for elements that HTML leaves open.
fn assert_well_formed(name: &str, text: &str) {
    let text = without_raw_texts(text);
    let mut reader = Reader::from_str(&text);
    reader.config_mut().check_end_names = false;
    let mut open: Vec<String> = Vec::new();
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{name}: {error}: {text}")) {
            Event::Start(tag) => {
                tag.html_attributes()
                    .for_each(|it| drop(it.unwrap_or_else(|error| panic!("{name}: {error}"))));
                let own = tag.name().as_ref().to_owned();
                if !VOID.contains(&own.as_str()) {
                    open.push(own);
                }
            }
            Event::End(tag) => assert_eq!(open.pop().as_deref(), Some(tag.name().as_ref()), "{name}"),
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(open, Vec::<String>::new(), "{name}");
}

/// The texts of a folder, by the names of its files.
fn texts(folder: &Path) -> BTreeMap<String, String> {
    let entries = walkdir::WalkDir::new(folder).into_iter().map(|entry| entry.unwrap());
    let files = entries.filter(|entry| entry.file_type().is_file());
    files.map(|it| (it.path().display().to_string(), fs::read_to_string(it.path()).unwrap())).collect()
}

#[test]
fn every_page_of_a_site_is_well_formed() {
    let (folder, path) = file();
    let to = folder.path().join("site");
    let mut export = lawat();
    export.args([
        "--lang",
        "en",
        "export",
        "--format",
        "site",
        "--base-url",
        "https://example.org/",
        "--output",
    ]);
    let (code, _, err) = run(export.arg(&to).arg(&path));
    assert_eq!(code, Some(0), "{err}");
    let files = texts(&to);
    assert!(files.len() > 2 * VISITS, "{}", files.len());
    for (name, text) in &files {
        // Files for browsers may hold tabs.
        assert_eq!(terminal_control(&text.replace('\t', " ")), None, "{name}");
        match name.rsplit('.').next() {
            Some("html" | "xml") => assert_well_formed(name, text),
            Some("json") => drop(serde_json::from_str::<Value>(text).unwrap()),
            _ => {}
        }
    }
    for format in ["html", "quotes", "briefing"] {
        let (code, page, err) = run(lawat().args(["export", "--format", format, &path]));
        assert_eq!(code, Some(0), "{format}: {err}");
        assert_well_formed(format, &page);
    }
    for by in ["topic", "person"] {
        let (_, picture, _) = run(lawat().args(["stats", "--by", by, "--format", "svg", &path]));
        assert_well_formed(by, &picture);
    }
}
