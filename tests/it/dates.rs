//! Dates in all their forms: read, worded, searched, counted, cited, exported, and compared with printed dates.

use std::fmt::Write as _;

use lawat::cite::{Citation, PostOrder, Style};
use lawat::export::{ExportFormat, ExportTable};
use lawat::lang::Lang;
use lawat::load::{Loaded, load, load_text};
use lawat::page::{PageContext, no_highlights};
use lawat::plain::{PlainOptions, run_session};

use crate::command_line::{lawat, run};
use crate::exports::written;
use crate::session::Session;

const SPANS: &str = include_str!("../data/dates/spans.yaml");
const SPANS_FILE: &str = "tests/data/dates/spans.yaml";

fn records(name: &str) -> Loaded {
    load(&[format!("tests/data/dates/{name}.yaml").into()])
}

/// Visits with these fields.
fn visits(fields: &[&str]) -> Loaded {
    let mut text = String::from("schema_version: '1.0'\nvisits:\n");
    for (at, fields) in fields.iter().enumerate() {
        let _ = writeln!(text, "  - {{id: v{at}, title: Visit {at}, {fields}}}");
    }
    load_text("a.yaml", text.into())
}

fn codes(loaded: &Loaded) -> Vec<&'static str> {
    loaded.diagnostics.iter().map(|diagnostic| diagnostic.code().name()).collect()
}

/// The date on the page of each visit.
fn dates_in_words(loaded: &Loaded, lang: Lang) -> Vec<String> {
    let archive = &loaded.archive;
    let ctx = PageContext {
        archive,
        lang,
        columns: 200,
        highlights: &no_highlights,
        mixed_visits: false,
        translation: None,
        published: false,
    };
    let date = |page: Vec<lawat::text::Line>| {
        let lines: Vec<String> = page.iter().map(lawat::text::Line::plain).collect();
        let label = lang.messages().date;
        lines.iter().find_map(|line| Some(line.strip_prefix(label)?.trim().to_owned()))
    };
    archive.targets().filter_map(|target| date(ctx.detail(archive.record(target)?))).collect()
}

#[test]
fn each_date_loads_or_its_suggestion_means_the_same() {
    let loaded = records("forms");
    let suggestions: Vec<String> =
        loaded.diagnostics.iter().filter_map(|it| it.problem.help(Lang::En)).collect();
    for (suggestion, says) in suggestions.iter().zip([
        "2025-08-20",
        "2025-07-03 for 3 July 2025, or 2025-03-07 for 7 March 2025",
        "2020-21",
        "2024-03-12",
    ]) {
        assert!(suggestion.contains(says), "{suggestion}");
    }
    assert_eq!(suggestions.len(), 4);
    assert_eq!(
        dates_in_words(&loaded, Lang::Id),
        [
            "musim semi 2020",
            "1–3 Juni 2019",
            "tahun 1980-an",
            "15 Maret 45 SM",
            "sejak sekitar 1950",
            "6 atau 8 Juni 2020"
        ]
    );
    assert_eq!(dates_in_words(&records("seconds"), Lang::En), ["Tuesday, 12 March 2024, 09:00"]);
}

#[test]
fn dates_survive_an_export_to_json() {
    let dates = [
        "start_date: 2024-03-12 09:00:00 +07:00",
        "start_date: 2020-21, end_date: '..'",
        "start_date: ../2020",
        "start_date: '[2020..2021]'",
        "start_date: -0044",
    ];
    let loaded = visits(&dates);
    assert_eq!(codes(&loaded), [""; 0]);
    let json = written(&loaded.archive, ExportFormat::Json, ExportTable::Statements, Lang::En);
    let again = load_text("a.json", json.into_bytes());
    let starts = |loaded: &Loaded| {
        loaded.archive.visits.iter().map(|it| (it.start_date, it.end_date)).collect::<Vec<_>>()
    };
    assert_eq!(starts(&again), starts(&loaded));
}

#[test]
fn a_different_printed_date_is_reported_even_if_its_weekday_matches() {
    assert_eq!(codes(&records("printed")), ["printed-date-mismatch"; 3]);
    let of = |fields: &str| codes(&visits(&[fields]));
    for good in [
        "start_date: 2026-01-10, date_text: Sabtu (10/1/2026)",
        "start_date: 2026-01-10, date_text: 'January 10, 2026'",
        "start_date: 2026-07-03, date_text: Friday 3/7/2026",
        "start_date: 2026-07-03, date_text: Friday 7/3/2026",
        "start_date: 2026-01-10, date_text: 10-12 Januari 2026",
        "start_date: 2026-01-11, date_text: 10-12 Januari",
        "start_date: 2026-01-10, end_date: 2026-01-12, date_text: '12 Januari 2026'",
        "start_date: 2026-01, date_text: '12 Januari 2026'",
        "start_date: 2026-01-10?, date_text: '12 Januari 2026'",
        "start_date: 2026-01-10, end_date: '..', date_text: '12 Maret 2026'",
        "start_date: 2026-01-10, date_text: Sabtu (10/1) pukul 09.00-10.30 WIB",
        "start_date: 2026-01-10, date_text: 'diterima pada 9 Januari, berkunjung pada 10 Januari 2026'",
        "start_date: 2026-01-10, date_text: 'Media Indonesia, Minggu'",
        "start_date: 2026-01-10, date_text: The Sunday Times",
        "start_date: 2026-01-10/2026-01-12, date_text: Senin",
        "start_date: 2026-01-10, date_text: '10/1/26'",
        "start_date: 2024-12-31, end_date: 2025-01-02, date_text: 31 Desember – 2 Januari",
        "start_date: 2026-01-10, date_text: awal Januari 2026",
        "start_date: 2026-01-10, date_text: '17 Januari 2026, 10 Januari 2026'",
        "start_date: 2026-01-12, date_text: '10, 12 dan 14 Januari 2026'",
        "start_date: 2026-01-10, date_text: Nomor 800/12/2024",
        "start_date: '-0044-03-15', date_text: 15 March 45 BC",
        "start_date: '-0044-03-15', date_text: '15 Maret'",
        "start_date: 2024-03-12, date_text: pekan ke-3 Maret",
        "start_date: 2024-03-12, date_text: rapat ke-5 Maret 2024",
        "start_date: 2026-01-10, end_date: 2026-01-12, date_text: 10-11 Januari 2026",
        "start_date: 2026-01-10, end_date: 2026-01-14, date_text: '10, 12 dan 14 Januari'",
        "start_date: '{2026-01-10,2026-01-14}', date_text: 10 dan 14 Januari 2026",
        "start_date: 2026-01-11, date_text: '2026年1月11日'",
    ] {
        assert_eq!(of(good), [""; 0], "{good}");
    }
    for bad in [
        "start_date: 2026-01-10, date_text: 'January 11, 2026'",
        "start_date: 2026-01-10, date_text: 11-12 Januari 2026",
        "start_date: 2026-01-10, date_text: Sabtu (17/1)",
        "start_date: 2026-01-10, date_text: '10 Februari'",
        "start_date: 2026-01-10, date_text: Januari 2025",
        "start_date: 2026-01-10, date_text: '2025'",
        "start_date: 2026-01, date_text: '12 Februari 2026'",
        "start_date: 2026-01-10, end_date: 2026-01-12, date_text: 13–14 Januari",
        "start_date: 2026-01-10/2026-01-12, date_text: '13 Januari 2026'",
        "start_date: '-0044-03-15', date_text: 15 March 44 BC",
        "start_date: '-0044-03-15', date_text: '16 Maret'",
        "start_date: 2024-03-12, date_text: pekan ke-3 April 2024",
        "start_date: 2026-01-10, end_date: 2026-01-12, date_text: 9-11 Januari 2026",
        "start_date: 2026-01-10, end_date: 2026-01-12, date_text: 10 s.d. 13 Januari",
        "start_date: 2026-01-10, end_date: 2026-01-12, date_text: 10 dan 14 Januari 2026",
        "start_date: 2026-01-10, date_text: '2026年1月11日'",
        "start_date: 2023-02-28, date_text: 29 Februari",
    ] {
        assert_eq!(of(bad), ["printed-date-mismatch"], "{bad}");
    }
    assert_eq!(of("start_date: 2026-01-10/2026-01-12, date_text: Rabu"), ["weekday-mismatch"]);
    let stop = "start_date: 2026-01-10, itinerary: [{id: s, name: S, start_date: 2026-01-10, date_text: Sabtu (17/1/2026)}]";
    assert_eq!(of(stop), ["printed-date-mismatch"]);
    assert_eq!(of(&format!("{stop}, notes: [{{type: conflict, about: [s], text: keliru}}]")), [""; 0]);
}

#[test]
fn the_search_separates_certain_and_possible_dates() {
    let search = |query: &str, format: &str| {
        run(lawat().args(["search", query, SPANS_FILE, "--format", format, "--lang", "en"]))
    };
    let ids = |query: &str| -> Vec<String> {
        let (_, out, _) = search(query, "jsonl");
        let hit = |line: &str| -> String {
            let hit: serde_json::Value = serde_json::from_str(line).unwrap();
            format!("{} {}", hit["id"].as_str().unwrap(), hit["class"].as_str().unwrap())
        };
        out.lines().map(hit).collect()
    };
    assert_eq!(ids("date:2024-06"), ["a literal", "b literal", "c literal"]);
    assert_eq!(ids("date:2024-07"), ["a literal"]);
    assert_eq!(ids("date:2024-06-25"), ["b possible", "c possible"]);
    assert_eq!(ids("date:2024-06-28"), ["a literal", "b possible", "c possible"]);
    assert_eq!(ids("date:=2024-06"), ["b literal", "c literal"]);
    assert_eq!(ids("tgl:juni 2024 \"28 june\""), ["a phrase"]);
    let (code, out, err) = search("date:28/06/2024", "text");
    assert_eq!((code, err.as_str()), (Some(0), "lawat: read as day/month: 28 Jun 2024\n"));
    let (certain, possible) = out.split_once("DATE MAY MATCH\n").unwrap();
    assert!(certain.contains("From 28 June") && possible.contains("June only"), "{out}");
    let (_, csv, _) = search("date:2024-06-25", "csv");
    assert_eq!(csv.lines().filter(|line| line.contains(",possible,")).count(), 2, "{csv}");
    let (code, _, err) = search("date:yesterday", "text");
    assert_eq!(
        (code, err.as_str()),
        (Some(2), "lawat: “yesterday” depends on today; write the date, for example 2026-01-10 or 2026-01\n")
    );
    assert_eq!(
        run(lawat().args(["search", "date:2024-06-25", SPANS_FILE, "--limit", "1"])).2,
        "lawat: 1 of 2\n".replace("1 of 2", &Lang::En.results_shown(1, 2))
    );
}

#[test]
fn the_explorer_lists_possible_dates_under_their_own_heading() {
    let session = Session::open(SPANS).size(124, 31).press("/tgl:28/06/2024");
    let session = session.expect("dibaca tanggal/bulan: 28 Jun 2024").expect("From 28 June to 3 July");
    let screen = session.expect("TANGGALNYA MUNGKIN COCOK").screen();
    let line = screen.lines().find(|line| line.contains("TANGGALNYA MUNGKIN COCOK")).unwrap();
    assert!(line.contains('2'), "they are counted: {line}");
    Session::open(SPANS).lang(Lang::En).press("/date:yesterday").expect("depends on today");
    Session::open(SPANS).press("/tgl:juni 2024").expect("June only").expect_no("MUNGKIN");
}

#[test]
fn the_plain_mode_lists_possible_dates_under_their_own_heading() {
    let loaded = load_text("a.yaml", SPANS.into());
    let mut out = Vec::new();
    let options = PlainOptions {
        lang: Lang::En,
        columns: 78,
        prompt: false,
        ascii: false,
        post_order: PostOrder::default(),
    };
    run_session(&loaded, options, "/date:28/6/2024\n".as_bytes(), &mut out).unwrap();
    let out = String::from_utf8(out).unwrap();
    for line in ["Read as day/month: 28 Jun 2024", "Visits: 1", "Date may match: 2"] {
        assert!(out.to_lowercase().contains(&line.to_lowercase()), "{line}: {out}");
    }
}

/// A statement on one of several days counts for no single day, and for a month only if all of the days are in it.
#[test]
fn a_day_and_a_month_count_only_certain_dates() {
    let text = "schema_version: '1.0'\nvisits:\n  - id: v\n    title: V\n    start_date: 2024-06-28\n    end_date: 2024-07-03\n    \
                itinerary: [{id: s, name: S, start_date: 2024-06-29, end_date: 2024-06-30}, {id: t, name: T, start_date: 2024-07-01}]\n    \
                statements: [{id: a, type: quote, text: A}, {id: b, type: quote, text: B, stop: s}, {id: c, type: quote, text: C, stop: t}, \
                {id: d, type: quote, text: D, date: 2024-06-28}, {id: e, type: quote, text: E, date: '2024-06-28?'}]\n";
    let session = Session::open(text);
    let visit = &session.app.data().archive.visits[0];
    let days = |id: &str| {
        let statement = visit.statements.iter().find(|it| it.id.as_str() == id).unwrap();
        let when = visit.when_said(statement).unwrap();
        (when.day().map(|day| day.to_string()), when.month().map(|month| month.to_string()))
    };
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(days("a"), (None, some("2024")));
    assert_eq!(days("b"), (None, some("2024-06")));
    assert_eq!(days("c"), (some("2024-07-01"), some("2024-07")));
    assert_eq!(days("d"), (some("2024-06-28"), some("2024-06")));
    assert_eq!(days("e"), (None, some("2024-06")));
    let words = dates_in_words(&load_text("a.yaml", text.into()), Lang::En);
    for shown in ["28 June – 3 July 2024 (date of the visit)", "29–30 June 2024 (date of the stop)"] {
        assert!(words.iter().any(|date| date == shown), "{words:?}");
    }
}

#[test]
fn statements_of_a_visit_across_two_months_count_for_its_year() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.yaml");
    let text = "schema_version: '1.0'\nvisits:\n  - {id: v, title: V, start_date: 2024-06-28, end_date: 2024-07-03, statements: \
                [{id: a, type: quote, text: A}, {id: b, type: quote, text: B, date: 2024-07-01}]}\n";
    std::fs::write(&file, text).unwrap();
    let (_, out, _) = run(lawat().args(["stats", "--by", "month", "--format", "json"]).arg(&file));
    assert!(out.contains("\"2024\"") && out.contains("\"2024-07\"") && !out.contains("\"2024-06\""), "{out}");
}

const CITED: &str = "schema_version: '1.0'\nvisits:\n  - id: v\n    title: V\n    statements:\n";

/// A statement of each date in a style.
fn cited(date: &str, style: Style) -> String {
    let text = format!(
        "{CITED}      - {{id: q, type: quote, text: Ya, date: '{date}', sources: [s]}}\n    sources: [{{id: s, title: T, date: '{date}'}}]\n"
    );
    let loaded = load_text("a.yaml", text.into());
    let visit = &loaded.archive.visits[0];
    Citation::new(visit, &visit.statements[0], Lang::En).write(style)
}

#[test]
fn citations_are_as_exact_as_the_date() {
    for (date, style, says) in [
        ("2020-21", Style::Apa, "(2020, spring)"),
        ("2024-03-01/2024-03-05", Style::Apa, "(2024, March 1–5)"),
        ("199X", Style::Apa, "(1990s)"),
        ("2020-21", Style::Press, "in spring 2020"),
        ("2012-06-2X", Style::Press, " between 20 and 29 June 2012"),
        ("2019/..", Style::Press, " from 2019 on"),
        ("2024-03-01/2024-03-05", Style::Chicago, "1–5 March 2024"),
        ("-0044-03-15", Style::Press, "15 March 45 BC"),
        ("2020-21", Style::Bibtex, "year = {2020}"),
        ("2020-21", Style::Bibtex, "Date: spring 2020"),
        ("2024-03-01/2024-03-05", Style::Bibtex, "month = mar"),
        ("-0044-03-15", Style::Bibtex, "Date: 15 March 45 BC"),
        ("2020-21", Style::Ris, "DA  - 2020///spring"),
        ("2020-21", Style::CslJson, "\"season\": 1"),
    ] {
        let written = cited(date, style);
        assert!(written.contains(says), "{date}: {written}");
    }
    let csl: serde_json::Value =
        serde_json::from_str(&cited("2024-03-01/2024-03-05", Style::CslJson)).unwrap();
    assert_eq!(csl[0]["issued"]["date-parts"], serde_json::json!([[2024, 3, 1], [2024, 3, 5]]));
    for (date, style, silent) in [
        ("2024-03-01/2024-03-05", Style::Bibtex, "day ="),
        ("-0044-03-15", Style::Bibtex, "year ="),
        ("-0044-03-15", Style::CslJson, "issued"),
        ("2019/..", Style::CslJson, "issued"),
    ] {
        let written = cited(date, style);
        assert!(!written.contains(silent), "{date}: {written}");
    }
}

#[test]
fn exports_are_as_exact_as_the_date() {
    let stop =
        |date: &str| format!("start_date: '{date}', itinerary: [{{id: s, name: S, start_date: '{date}'}}]");
    let of = |date: &str, format| {
        written(&visits(&[&stop(date)]).archive, format, ExportTable::Statements, Lang::En)
    };
    let calendar = of("2024-03-01/2024-03-05", ExportFormat::Calendar);
    assert!(
        calendar.contains("DTSTART;VALUE=DATE:20240301") && calendar.contains("DTEND;VALUE=DATE:20240306"),
        "{calendar}"
    );
    for date in ["2020-21", "199X", "-0044-03-15", "2019/..", "[2020-06-06,2020-06-08]"] {
        assert!(!of(date, ExportFormat::Calendar).contains("DTSTART"), "{date}");
    }
    let linked = of("2024-03-01/2024-03-05", ExportFormat::JsonLd);
    assert!(
        linked.contains("\"startDate\":\"2024-03-01\"") && linked.contains("\"endDate\":\"2024-03-05\""),
        "{linked}"
    );
    for (date, words) in [("2020-21", "spring 2020"), ("199X", "the 1990s"), ("2019/..", "since 2019")] {
        let linked = of(date, ExportFormat::JsonLd);
        assert!(!linked.contains("startDate") && linked.contains(words), "{linked}");
    }
}
