//! A table as it stands in a file: rows of cells, each as text, with the numbers that the writer of the table sees.

use std::collections::BTreeMap;

/// The maximum number of columns.
pub(super) const COLUMNS: usize = 1024;
/// The maximum number of rows: that of spreadsheets.
pub(super) const ROWS: usize = 1_048_576;
/// The maximum number of cells of a file, including empty ones before the last of a row.
const CELLS: usize = 20_000_000;
/// The maximum size of a cell, in bytes: 32 times that of spreadsheets.
const CELL: usize = 1 << 20;
/// The maximum size of the texts of a file, in bytes.
const TEXT: usize = 1 << 29;

/// A table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Sheet {
    /// The name of the sheet; empty for a file that has only one.
    pub(super) name: String,
    /// The rows with any text.
    pub(super) rows: Vec<Row>,
    /// Cells whose value could not be read.
    pub(super) errors: Vec<CellError>,
    /// Its hidden rows and columns.
    pub(super) hidden: Hidden,
    /// Whether the whole sheet is hidden.
    pub(super) is_hidden: bool,
}

/// A row with any text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Row {
    /// Its number, from 1.
    pub(super) number: usize,
    /// The texts of its cells, without spaces around them. Empty cells at the end may be missing.
    pub(super) cells: Vec<String>,
}

/// A cell whose value could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct CellError {
    pub(super) row: usize,
    /// The column, from 0.
    pub(super) column: usize,
    pub(super) what: CellFault,
}

/// Why the value of a cell could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum CellFault {
    /// It is an error: `#REF!`.
    Error(String),
    /// It is a formula whose value is not stored. The formula is empty if it is that of another cell.
    NoValue(String),
}

/// The hidden rows, from 1, and columns, from 0, of a sheet: the first and the last of each run.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Hidden {
    pub(super) rows: Vec<(usize, usize)>,
    pub(super) columns: Vec<(usize, usize)>,
}

impl Hidden {
    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty() && self.columns.is_empty()
    }

    /// Brings the runs into their order, by which they are found.
    pub(super) fn sort(&mut self) {
        self.rows.sort_unstable();
        self.columns.sort_unstable();
    }

    pub(super) fn has_row(&self, row: usize) -> bool {
        has(&self.rows, row)
    }

    pub(super) fn has_column(&self, column: usize) -> bool {
        has(&self.columns, column)
    }
}

fn has(runs: &[(usize, usize)], number: usize) -> bool {
    let after = runs.partition_point(|(first, _)| *first <= number);
    runs.get(..after).and_then(<[_]>::last).is_some_and(|(_, last)| number <= *last)
}

/// A limit that a table exceeds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// The columns of a table.
    Columns(usize),
    /// The rows of a table.
    Rows(usize),
    /// The cells of a file.
    Cells(usize),
    /// The size of a cell, in bytes.
    Cell(usize),
    /// The size of a file and of the texts in it, in bytes.
    Size(usize),
}

/// Some cells that are one; from 0, including the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Merged {
    pub(super) rows: (usize, usize),
    pub(super) columns: (usize, usize),
}

impl Row {
    /// The text of a cell; empty for a cell that is missing.
    pub(super) fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }

    /// The number of cells with a text.
    pub(super) fn filled(&self) -> usize {
        self.cells.iter().filter(|cell| !cell.is_empty()).count()
    }
}

/// What is left of the limits of a file.
#[derive(Debug)]
pub(super) struct Budget {
    cells: usize,
    text: usize,
}

impl Default for Budget {
    fn default() -> Self {
        Self { cells: CELLS, text: TEXT }
    }
}

impl Budget {
    fn take(&mut self, cells: usize, text: usize) -> Result<(), Limit> {
        self.cells = self.cells.checked_sub(cells).ok_or(Limit::Cells(CELLS))?;
        self.text = self.text.checked_sub(text).ok_or(Limit::Size(TEXT))?;
        Ok(())
    }
}

/// Collects the cells of a sheet in any order.
#[derive(Debug, Default)]
pub(super) struct SheetBuilder {
    rows: BTreeMap<usize, Vec<String>>,
    errors: Vec<CellError>,
}

impl SheetBuilder {
    /// Puts a text into a cell; rows and columns count from 0. Empty cells are not kept.
    pub(super) fn put(
        &mut self,
        (row, column): (usize, usize),
        text: &str,
        budget: &mut Budget,
    ) -> Result<(), Limit> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(());
        }
        if text.len() > CELL {
            return Err(Limit::Cell(CELL));
        }
        if column >= COLUMNS {
            return Err(Limit::Columns(COLUMNS));
        }
        if row >= ROWS {
            return Err(Limit::Rows(ROWS));
        }
        let cells = self.rows.entry(row).or_default();
        let missing = (column + 1).saturating_sub(cells.len());
        budget.take(missing, text.len())?;
        cells.resize(cells.len() + missing, String::new());
        if let Some(cell) = cells.get_mut(column) {
            text.clone_into(cell);
        }
        Ok(())
    }

    /// Notes a cell whose value could not be read.
    pub(super) fn fail(&mut self, (row, column): (usize, usize), what: CellFault) {
        if self.errors.len() < ROWS {
            self.errors.push(CellError { row: row + 1, column, what });
        }
    }

    /// The sheet. What stands in a cell that was merged downwards holds for each of its rows.
    pub(super) fn finish(
        mut self,
        name: String,
        merged: &[Merged],
        budget: &mut Budget,
    ) -> Result<Sheet, Limit> {
        for area in merged.iter().filter(|area| area.rows.0 < area.rows.1) {
            let (first, last) = area.rows;
            let column = area.columns.0;
            let Some(text) = self.rows.get(&first).and_then(|row| row.get(column)).cloned() else { continue };
            // Rows without any other cell are no rows of the table.
            let rows: Vec<usize> = self.rows.range(first + 1..=last).map(|(row, _)| *row).collect();
            for row in rows {
                self.put((row, column), &text, budget)?;
            }
        }
        let rows = self.rows.into_iter().map(|(row, cells)| Row { number: row + 1, cells }).collect();
        Ok(Sheet { name, rows, errors: self.errors, ..Sheet::default() })
    }
}

/// Whether a text is an error that a spreadsheet wrote as a text.
pub(super) fn is_error(text: &str) -> bool {
    let is_named = ["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"].contains(&text);
    is_named || text.strip_prefix("Err:").is_some_and(|number| number.parse::<u16>().is_ok())
}

/// The name of a column as spreadsheets print it: A, B, … Z, AA.
pub(super) fn column_name(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        let letter = u8::try_from((rest - 1) % 26).unwrap_or_default();
        letters.push(char::from(b'A' + letter));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_the_names_of_spreadsheets() {
        for (column, name) in [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")] {
            assert_eq!(column_name(column), name);
        }
    }

    #[test]
    fn a_cell_merged_downwards_holds_for_each_row_that_has_others() {
        let (mut sheet, mut budget) = (SheetBuilder::default(), Budget::default());
        for (at, text) in [((0, 0), "Senin"), ((0, 1), "a"), ((1, 1), "b"), ((3, 1), "c")] {
            sheet.put(at, text, &mut budget).unwrap();
        }
        let merged = [Merged { rows: (0, 2), columns: (0, 0) }];
        let sheet = sheet.finish(String::new(), &merged, &mut budget).unwrap();
        let rows: Vec<_> = sheet.rows.iter().map(|row| (row.number, row.cell(0), row.cell(1))).collect();
        assert_eq!(rows, [(1, "Senin", "a"), (2, "Senin", "b"), (4, "", "c")]);
    }

    #[test]
    fn a_sheet_that_needs_too_much_memory_is_refused() {
        let (mut sheet, mut budget) = (SheetBuilder::default(), Budget::default());
        assert_eq!(sheet.put((0, COLUMNS), "x", &mut budget), Err(Limit::Columns(COLUMNS)));
        assert_eq!(sheet.put((ROWS, 0), "x", &mut budget), Err(Limit::Rows(ROWS)));
        let full = (0..ROWS).find_map(|row| sheet.put((row, COLUMNS - 1), "x", &mut budget).err());
        assert_eq!(full, Some(Limit::Cells(CELLS)));
    }
}
