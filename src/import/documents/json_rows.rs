//! JSON of any shape as rows: each record of a list is a row, and each of its values a cell under its path.
//!
//! `{"judul": "A", "tempat": {"kota": "Bogor"}, "tamu": [{"nama": "Ratna"}, {"nama": "Bima"}]}` has the cells `judul`,
//! `tempat.kota` and, with a line for each guest, `tamu[*].nama`. If the rows are in lists of other records, as at
//! `kunjungan[*].tempat[*]`, what those records say themselves is a cell, too: `kunjungan[*].judul`.

use std::collections::HashMap;

use serde_yaml::{Mapping, Value};

use super::error::DocumentError;

/// The maximum number of columns.
const COLUMNS: usize = 1000;
/// The maximum number of cells, including empty ones.
const CELLS: usize = 20_000_000;
/// The maximum size of all cells, in bytes: what is said around rows is repeated in each.
const TEXT: usize = 512 << 20;

/// Rows, each with a cell for each heading; missing cells at the end are empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rows {
    /// The paths of the cells, in the order in which they are met.
    pub headings: Vec<String>,
    /// The cells of each row.
    pub rows: Vec<Vec<String>>,
}

/// Reads the rows at a path; without one, the list of records that is nearest to the top.
pub(super) fn read(value: &Value, path: Option<&str>) -> Result<Rows, DocumentError> {
    let mut table = Table::default();
    let path = match path {
        Some(path) => path.to_owned(),
        None => nearest(value).ok_or(DocumentError::NoRows)?,
    };
    let steps: Vec<&str> = path.split('.').map(str::trim).filter(|step| !matches!(*step, "" | "$")).collect();
    table.rows_at(value, &steps, &Outer::default())?;
    if table.rows.is_empty() {
        return Err(DocumentError::NoRowsAt(path));
    }
    Ok(Rows { headings: table.headings, rows: table.rows })
}

/// The path of the list of records that is nearest to the top; the longest of several.
fn nearest(value: &Value) -> Option<String> {
    let is_list = |value: &Value| match value {
        Value::Sequence(items) if items.first().is_some_and(Value::is_mapping) => Some(items.len()),
        _ => None,
    };
    let mut level: Vec<(String, &Value)> = vec![(String::new(), value)];
    while !level.is_empty() {
        let lists = level.iter().filter_map(|(path, value)| Some((is_list(value)?, path)));
        if let Some((_, path)) = lists.max_by_key(|(length, _)| *length) {
            return Some(format!("{path}[*]"));
        }
        level = level
            .iter()
            .flat_map(|(path, value)| {
                let fields = value.as_mapping().into_iter().flatten();
                fields.filter_map(|(name, value)| Some((join(path, name.as_str()?), value)))
            })
            .collect();
    }
    None
}

/// What the records around a row say, with the path to it.
#[derive(Debug, Default, Clone)]
struct Outer {
    path: String,
    cells: Vec<(String, String)>,
}

#[derive(Default)]
struct Table {
    headings: Vec<String>,
    columns: HashMap<String, usize>,
    rows: Vec<Vec<String>>,
    cells: usize,
    text: usize,
}

impl Table {
    /// Adds the rows at the end of a path.
    fn rows_at(&mut self, value: &Value, steps: &[&str], outer: &Outer) -> Result<(), DocumentError> {
        let Some((step, rest)) = steps.split_first() else { return self.row(value, outer) };
        let (name, is_each) = match step.strip_suffix("[*]") {
            Some(name) => (name, true),
            None => (*step, false),
        };
        let inner = if name.is_empty() { Some(value) } else { value.get(name) };
        let Some(inner) = inner else { return Ok(()) };
        let path = join(&outer.path, step);
        match inner {
            Value::Sequence(items) if is_each || rest.is_empty() => {
                items.iter().try_for_each(|item| self.inside(item, rest, (outer, &path)))
            }
            inner => self.inside(inner, rest, (outer, &path)),
        }
    }

    /// Adds the rows below a record on the path, and what it says itself.
    fn inside(
        &mut self,
        value: &Value,
        rest: &[&str],
        (outer, path): (&Outer, &str),
    ) -> Result<(), DocumentError> {
        let mut inner = Outer { path: path.to_owned(), cells: outer.cells.clone() };
        if let Some(record) = value.as_mapping().filter(|_| !rest.is_empty()) {
            let own = record.iter().filter_map(|(name, value)| Some((name.as_str()?, scalar(value)?)));
            inner.cells.extend(own.map(|(name, text)| (join(path, name), text)));
        }
        self.rows_at(value, rest, &inner)
    }

    fn row(&mut self, value: &Value, outer: &Outer) -> Result<(), DocumentError> {
        let mut cells = Vec::new();
        for (heading, text) in &outer.cells {
            self.put(&mut cells, heading, text)?;
        }
        match value {
            Value::Mapping(record) => self.fields(&mut cells, record, "")?,
            // A list of texts has one column, without a name.
            other => self.put(&mut cells, "", &scalar(other).unwrap_or_default())?,
        }
        self.rows.push(cells);
        Ok(())
    }

    fn fields(&mut self, cells: &mut Vec<String>, record: &Mapping, path: &str) -> Result<(), DocumentError> {
        for (name, value) in record {
            let path = join(path, name.as_str().unwrap_or_default());
            self.field(cells, value, &path)?;
        }
        Ok(())
    }

    fn field(&mut self, cells: &mut Vec<String>, value: &Value, path: &str) -> Result<(), DocumentError> {
        match value {
            Value::Mapping(record) => self.fields(cells, record, path),
            Value::Sequence(items) => items.iter().try_for_each(|item| match item {
                Value::Mapping(record) => self.fields(cells, record, &format!("{path}[*]")),
                item => self.field(cells, item, path),
            }),
            value => self.put(cells, path, &scalar(value).unwrap_or_default()),
        }
    }

    /// The column of a heading.
    fn column(&mut self, heading: &str) -> Result<usize, DocumentError> {
        if let Some(column) = self.columns.get(heading) {
            return Ok(*column);
        }
        let column = self.headings.len();
        if column >= COLUMNS {
            return Err(DocumentError::TooManyColumns(COLUMNS));
        }
        self.columns.insert(heading.to_owned(), column);
        self.headings.push(heading.to_owned());
        Ok(column)
    }

    /// Puts a text into the cell of a heading, on a line of its own.
    fn put(&mut self, cells: &mut Vec<String>, heading: &str, text: &str) -> Result<(), DocumentError> {
        self.text += text.len();
        if self.text > TEXT {
            return Err(DocumentError::TooLarge(TEXT >> 20));
        }
        let column = self.column(heading)?;
        if column >= cells.len() {
            self.cells += column + 1 - cells.len();
            if self.cells > CELLS {
                return Err(DocumentError::TooManyValues(CELLS));
            }
            cells.resize(column + 1, String::new());
        }
        if let Some(cell) = cells.get_mut(column).filter(|_| !text.is_empty()) {
            if !cell.is_empty() {
                cell.push('\n');
            }
            cell.push_str(text);
        }
        Ok(())
    }
}

fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

/// A single value as text.
fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(value) => Some(value.to_string()),
        _ => None,
    }
}
