//! An XLSX workbook with every table on its own sheet.

use std::io::{self, Write};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use super::job::{Export, ExportSummary};
use super::table::{TableContent, content};
use super::table_kind::ExportTable;
use crate::text::visible_lines;

/// The maximum number of characters in a cell.
const LONGEST: usize = 32_767;
/// The maximum number of digits: spreadsheets round longer numbers, which are therefore written as text.
const DIGITS: usize = 15;

/// Writes the tables of an export.
pub(super) fn write(export: &Export<'_>, out: &mut dyn Write) -> io::Result<ExportSummary> {
    let mut workbook = Workbook::new();
    let moment = ExcelDateTime::from_timestamp(export.now.as_second()).map_err(io::Error::other)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&moment));
    for table in ExportTable::ALL {
        // Rows go to a temporary file until all are written, so that long exports need little memory.
        let sheet = workbook.add_worksheet_with_constant_memory().map_err(io::Error::other)?;
        fill(sheet, table, content(export, table)).map_err(io::Error::other)?;
    }
    out.write_all(&workbook.save_to_buffer().map_err(io::Error::other)?)?;
    Ok(ExportSummary { records: export.selection.parts.len(), ..ExportSummary::default() })
}

/// The header row is frozen, and the columns have filters.
fn fill(sheet: &mut Worksheet, table: ExportTable, content: TableContent<'_>) -> Result<(), XlsxError> {
    sheet.set_name(table.name())?.set_freeze_panes(1, 0)?;
    let strong = Format::new().set_bold();
    let mut columns = 0;
    for (column, name) in (0..).zip(content.heading) {
        sheet.write_string_with_format(0, column, name, &strong)?;
        columns = column;
    }
    let mut last = 0;
    for (row, cells) in (1..).zip(content.rows) {
        for (column, cell) in (0..).zip(cells) {
            put(sheet, (row, column), &cell)?;
        }
        last = row;
    }
    sheet.autofilter(0, 0, last, columns)?;
    Ok(())
}

/// A number if the cell holds one, else a text; a text cell is never a formula in XLSX.
fn put(sheet: &mut Worksheet, (row, column): (u32, u16), cell: &str) -> Result<(), XlsxError> {
    let number = cell.parse::<f64>().ok().filter(|number| cell.len() <= DIGITS && number.to_string() == cell);
    if let Some(number) = number {
        sheet.write_number(row, column, number)?;
    } else if !cell.is_empty() {
        let mut text = visible_lines(cell);
        if text.chars().count() > LONGEST {
            text = text.chars().take(LONGEST - 1).chain(['…']).collect();
        }
        sheet.write_string(row, column, text)?;
    }
    Ok(())
}
