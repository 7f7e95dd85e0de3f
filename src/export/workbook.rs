//! A workbook for offices (XLSX): every table on a sheet of its own.

use std::io::{self, Write};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use super::table::{Content, content};
use super::{Export, ExportSummary, ExportTable};
use crate::text::visible_lines;

/// No cell holds more characters.
const LONGEST: usize = 32_767;
/// A number of more digits is changed by spreadsheets, and is a text.
const DIGITS: usize = 15;

/// Writes the tables of an export.
pub(super) fn write(export: &Export<'_>, out: &mut dyn Write) -> io::Result<ExportSummary> {
    let mut workbook = Workbook::new();
    let moment = ExcelDateTime::from_timestamp(export.now.as_second()).map_err(io::Error::other)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&moment));
    for table in ExportTable::ALL {
        // Its rows go into an unnamed file until all are there, so that a long export has room in memory.
        let sheet = workbook.add_worksheet_with_constant_memory().map_err(io::Error::other)?;
        fill(sheet, table, content(export, table)).map_err(io::Error::other)?;
    }
    out.write_all(&workbook.save_to_buffer().map_err(io::Error::other)?)?;
    Ok(ExportSummary { records: export.selection.parts.len(), ..ExportSummary::default() })
}

/// The heading stays in sight, and rows can be chosen by what stands under it.
fn fill(sheet: &mut Worksheet, table: ExportTable, content: Content<'_>) -> Result<(), XlsxError> {
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

/// A number where the cell is written as one; else a text, which here no sign makes a formula.
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
