//! A script for PostgreSQL: tables, their rows, then keys, indexes for the search, and a view of quotes.
//!
//! Nothing of a record is left out, and nothing of it is SQL: rows are data of `COPY`, written by [`copy`]. What has no column of its own is
//! in the column `details` of its row, topics are in `topics`, and references to other records in `links`. Visits are written one after the
//! other in blocks of [`BLOCK_BYTES`], so the memory in use does not grow with the archive.

mod columns;
mod copy;
mod days;
mod tables;

use std::io::{self, Write};

use serde::Serialize;
use serde_json::{Map, Value};

use self::columns::{Column, LINKED, LINKS, TOPICS, Table};
use super::job::{Export, ExportSummary};
use super::selection::VisitSelection;
use super::table::RecordRow;
use crate::model::Visit;

/// The size at which the collected rows are written.
const BLOCK_BYTES: usize = 8 << 20;

/// Writes the script.
pub(super) fn write(export: &Export<'_>, out: &mut dyn Write) -> io::Result<ExportSummary> {
    writeln!(out, "{}", export.lang.sql_head())?;
    out.write_all(include_bytes!("begin.sql"))?;
    tables::each(&mut Definitions(out))?;
    let mut rows = Rows { export, blocks: Vec::new(), bytes: 0 };
    for (number, (visit, part)) in (1..).zip(export.visits()) {
        rows.add_visit(number, visit, part)?;
        if rows.bytes >= BLOCK_BYTES {
            rows.write(out)?;
        }
    }
    rows.write(out)?;
    out.write_all(include_bytes!("end.sql"))?;
    Ok(ExportSummary { records: export.selection.parts.len(), ..ExportSummary::default() })
}

/// What is done with each table.
trait EachTable {
    fn table<R>(&mut self, table: &Table<R>) -> io::Result<()>;
}

/// Defines the tables.
struct Definitions<'o>(&'o mut dyn Write);

impl EachTable for Definitions<'_> {
    fn table<R>(&mut self, table: &Table<R>) -> io::Result<()> {
        let columns: Vec<String> = table.columns.iter().map(Column::definition).collect();
        let generated = table.generated.iter().map(|it| (*it).to_owned());
        let columns: Vec<String> = columns.into_iter().chain(generated).collect();
        writeln!(self.0, "CREATE TABLE {} (\n    {}\n);\n", table.name, columns.join(",\n    "))
    }
}

/// The rows of a table that are not yet written.
struct Block {
    table: &'static str,
    rows: Vec<u8>,
}

/// The rows of all tables that are not yet written.
struct Rows<'e, 'a> {
    export: &'e Export<'a>,
    blocks: Vec<Block>,
    bytes: usize,
}

/// The record that a row of `topics` or `links` belongs to.
#[derive(Clone, Copy)]
struct Owner<'r> {
    visit: &'r str,
    kind: &'static str,
    id: &'r str,
}

impl<'a> Rows<'_, 'a> {
    /// Adds the rows of a visit to all tables.
    fn add_visit(&mut self, number: usize, visit: &'a Visit, part: &VisitSelection) -> io::Result<()> {
        let mut fields = fields_of(visit)?;
        let mut list = |name: &str| match fields.remove(name) {
            Some(Value::Array(records)) => records,
            _ => Vec::new(),
        };
        let organizations = list("organizations");
        self.add_all(&tables::ORGANIZATIONS, visit, &visit.organizations, organizations)?;
        self.add_all(&tables::PARTICIPANTS, visit, &visit.participants, list("participants"))?;
        self.add_all(&tables::STOPS, visit, &visit.itinerary, list("itinerary"))?;
        self.add_all(&tables::OUTCOMES, visit, &visit.outcomes, list("outcomes"))?;
        self.add_all(&tables::MEDIA, visit, &visit.media, list("media"))?;
        self.add_all(&tables::EXPENSES, visit, &visit.expenses, list("expenses"))?;
        self.add_all(&tables::NOTES, visit, &visit.notes, list("notes"))?;
        self.add_all(&tables::SOURCES, visit, &visit.sources, list("sources"))?;
        let statements = visit.statements.iter().zip(list("statements")).enumerate();
        for (at, (statement, fields)) in statements.filter(|(at, _)| part.has(*at)) {
            self.add(&tables::STATEMENTS, (visit, statement), at + 1, fields)?;
        }
        self.add(&tables::VISITS, (visit, visit), number, Value::Object(fields))
    }

    fn add_all<R>(
        &mut self,
        table: &Table<R>,
        visit: &'a Visit,
        records: &'a [R],
        fields: Vec<Value>,
    ) -> io::Result<()> {
        let mut all = (1..).zip(records).zip(fields);
        all.try_for_each(|((number, record), fields)| self.add(table, (visit, record), number, fields))
    }

    /// Adds the row of a record, and those of its topics and its references.
    fn add<R>(
        &mut self,
        table: &Table<R>,
        (visit, record): (&'a Visit, &'a R),
        number: usize,
        fields: Value,
    ) -> io::Result<()> {
        let Value::Object(mut fields) = fields else { return Ok(()) };
        let id = fields.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
        let owner = Owner { visit: visit.id.as_str(), kind: table.record, id: &id };
        if !id.is_empty() {
            self.add_topics(owner, fields.remove("topics"))?;
            for (relation, key) in LINKED {
                let references = if table.has_field(relation) { None } else { fields.remove(*relation) };
                if let Some(references) = references {
                    self.add_links(owner, (relation, key), references)?;
                }
            }
        }
        let row = RecordRow { archive: self.export.archive, visit, record };
        let cells: Vec<Option<String>> =
            table.columns.iter().map(|column| column.take(&row, number, &mut fields)).collect();
        self.row(table.name, cells.iter().map(Option::as_deref))
    }

    fn add_topics(&mut self, owner: Owner<'_>, topics: Option<Value>) -> io::Result<()> {
        for (number, topic) in (1..).zip(items(topics.unwrap_or_default())) {
            let number: usize = number;
            let topic = topic.as_str().unwrap_or_default();
            let cells = [owner.visit, owner.kind, owner.id, &number.to_string(), topic];
            self.row(TOPICS.name, cells.into_iter().map(Some))?;
        }
        Ok(())
    }

    /// Adds the references of a field; what a reference says beyond its target is in `details`.
    fn add_links(&mut self, owner: Owner<'_>, field: (&str, &str), references: Value) -> io::Result<()> {
        let (relation, key) = field;
        for (number, reference) in (1..).zip(items(references)) {
            let number: usize = number;
            let (target, details) = match reference {
                Value::Object(mut parts) => (parts.remove(key).unwrap_or_default(), columns::details(&parts)),
                target => (target, None),
            };
            let target = target.as_str();
            let number = number.to_string();
            let own = [owner.visit, owner.kind, owner.id, relation, &number].map(Some);
            self.row(LINKS.name, own.into_iter().chain([target, details.as_deref()]))?;
        }
        Ok(())
    }

    fn row<'c>(
        &mut self,
        table: &'static str,
        cells: impl Iterator<Item = Option<&'c str>>,
    ) -> io::Result<()> {
        let at = self.blocks.iter().position(|block| block.table == table).unwrap_or_else(|| {
            self.blocks.push(Block { table, rows: Vec::new() });
            self.blocks.len() - 1
        });
        if let Some(Block { rows, .. }) = self.blocks.get_mut(at) {
            let before = rows.len();
            copy::write_row(rows, cells)?;
            self.bytes += rows.len() - before;
        }
        Ok(())
    }

    /// Writes the collected rows. They are frozen: the tables are as new as the transaction.
    fn write(&mut self, out: &mut dyn Write) -> io::Result<()> {
        for Block { table, rows } in self.blocks.iter_mut().filter(|block| !block.rows.is_empty()) {
            writeln!(out, "COPY {table} FROM stdin WITH (FREEZE);")?;
            out.write_all(rows)?;
            out.write_all(b"\\.\n")?;
            rows.clear();
        }
        self.bytes = 0;
        Ok(())
    }
}

/// The fields of a record.
fn fields_of(record: &impl Serialize) -> io::Result<Map<String, Value>> {
    match serde_json::to_value(record)? {
        Value::Object(fields) => Ok(fields),
        _ => Ok(Map::new()),
    }
}

/// The items of a field with one value or a list.
fn items(value: Value) -> Vec<Value> {
    match value {
        Value::Array(items) => items,
        Value::Null => Vec::new(),
        one => vec![one],
    }
}
