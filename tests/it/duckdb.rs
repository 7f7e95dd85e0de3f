//! DuckDB reads CSV and JSON Lines of lawat, and counts the same.

use std::fs;

use lawat::export::{ExportFormat, ExportTable};
use lawat::lang::Lang;
use lawat::load::load_text;
use lawat::model::{Archive, Visit};
use serde_json::{Value, json};

use crate::exports::written;
use crate::foreign_programs::written_by;
use crate::postgres::blocks;

const FILES: [&str; 3] = ["visits.yaml", "tests/data/cited.yaml", "tests/data/awkward.yaml"];

/// A table, the field with its records, and how many there are in a visit.
type List = (&'static str, &'static str, fn(&Visit) -> usize);

fn archive(file: &str) -> Archive {
    load_text(file, fs::read(file).unwrap()).archive
}

/// The rows of each query, with the exports under the names of the page.
fn rows(archive: &Archive, queries: &[&str]) -> Option<Value> {
    let export = |format, table| written(archive, format, table, Lang::Id);
    let mut files: serde_json::Map<String, Value> = ExportTable::ALL
        .map(|table| (format!("{}.csv", table.name()), export(ExportFormat::Csv, table).into()))
        .into_iter()
        .collect();
    files.insert("visits.jsonl".into(), export(ExportFormat::Jsonl, ExportTable::Statements).into());
    let asked = json!({ "files": files, "queries": queries });
    written_by("database.py", &[], asked.to_string().as_bytes())
        .map(|it| serde_json::from_slice(&it).unwrap())
}

fn count(archive: &Archive, of: fn(&Visit) -> usize) -> usize {
    archive.visits.iter().map(of).sum()
}

#[test]
fn duckdb_counts_the_same() {
    let lists: [List; 5] = [
        ("statements", "statements", |visit| visit.statements.len()),
        ("stops", "itinerary", |visit| visit.itinerary.len()),
        ("participants", "participants", |visit| visit.participants.len()),
        ("organizations", "organizations", |visit| visit.organizations.len()),
        ("sources", "sources", |visit| visit.sources.len()),
    ];
    for file in FILES {
        let archive = archive(file);
        let queries = lists.iter().flat_map(|(table, field, _)| {
            [
                format!("SELECT count(*) FROM read_csv('{table}.csv', header = true, all_varchar = true)"),
                format!(
                    "SELECT coalesce(sum(len({field})), 0)::bigint
                     FROM read_json('visits.jsonl', format = 'newline_delimited', columns = {{{field}: 'JSON[]'}})"
                ),
            ]
        });
        let queries: Vec<String> = queries.collect();
        let queries: Vec<&str> = queries.iter().map(String::as_str).collect();
        let Some(rows) = rows(&archive, &queries) else { return };
        let expected: Vec<Value> = lists
            .iter()
            .flat_map(|(.., of)| [count(&archive, *of); 2])
            .map(|count| json!([[count]]))
            .collect();
        assert_eq!(rows.as_array().unwrap(), &expected, "{file}");
    }
}

/// The queries of docs/SCALE.md find what is in the example, and write the same to Parquet.
#[test]
fn the_queries_of_the_page_work_in_duckdb() {
    let archive = archive(FILES[0]);
    for file in ["docs/SCALE.md", "docs/id/SCALE.md"] {
        let page = fs::read_to_string(file).unwrap();
        let queries = blocks(&page, "duckdb");
        assert_eq!(queries.len(), 3, "{file}");
        let Some(rows) = rows(&archive, &queries) else { return };
        assert_eq!(rows[0], json!([[count(&archive, |visit| visit.statements.len())]]), "rows in Parquet");
        for quotes in [&rows[1], &rows[2]] {
            let quotes = quotes.as_array().unwrap().iter().map(|row| row[1].as_u64().unwrap()).sum::<u64>();
            assert!(quotes > 0, "{rows}");
        }
    }
}
