//! Reads workbooks: XLSX and ODS. Formulas count by the value that the spreadsheet stored.

use std::io::Cursor;

use calamine::{
    Data, DataRef, ExcelDateTime, ExcelDateTimeType, Ods, Reader as _, SheetType, SheetVisible, Xlsx,
    XlsxError, XlsxFormulaMetadata,
};

use super::container::{self, Container, OdsTable};
use super::sheet::{Budget, CellFault, Limit, Merged, Sheet, SheetBuilder, is_error};
use super::unreadable::Unreadable;
use super::xlsx_parts::XlsxParts;
use crate::text::shorten;

/// The seconds of a day.
const DAY: f64 = 86_400.0;
/// The first day that spreadsheets cannot represent, in either date system.
const DAYS: f64 = 2_958_466.0;

/// Reads the sheets of a workbook.
pub(super) fn read(bytes: &[u8], kind: Container) -> Result<Vec<Sheet>, Unreadable> {
    container::check_size(bytes)?;
    match kind {
        Container::Xlsx => read_xlsx(bytes, &XlsxParts::read(bytes)?),
        Container::Ods => read_ods(bytes, &container::check_ods(bytes)?),
    }
}

impl From<XlsxError> for Unreadable {
    fn from(error: XlsxError) -> Self {
        match error {
            XlsxError::Password => Self::OldOrProtected,
            error => Self::Damaged(error.to_string()),
        }
    }
}

impl From<calamine::OdsError> for Unreadable {
    fn from(error: calamine::OdsError) -> Self {
        match error {
            calamine::OdsError::Password => Self::OldOrProtected,
            calamine::OdsError::CellLimitExceeded { max, .. } => Limit::Cells(max).into(),
            error => Self::Damaged(error.to_string()),
        }
    }
}

fn read_xlsx(bytes: &[u8], parts: &XlsxParts) -> Result<Vec<Sheet>, Unreadable> {
    let mut file: Xlsx<_> = Xlsx::new(Cursor::new(bytes))?;
    let mut sheets = Vec::new();
    let mut budget = Budget::default();
    for sheet in file.sheets_metadata().to_vec() {
        if sheet.typ != SheetType::WorkSheet {
            continue;
        }
        let cells = xlsx_cells(&mut file, &sheet.name, parts.is_uncomputed, &mut budget)?;
        let merged = file.merge_cells_by_sheet_name(&sheet.name)?;
        let merged: Vec<Merged> = merged
            .into_iter()
            .map(|area| {
                let (first, last) = (position(area.start), position(area.end));
                Merged { rows: (first.0, last.0), columns: (first.1, last.1) }
            })
            .collect();
        let (hidden, is_hidden) = (parts.hidden(&sheet.name), sheet.visible != SheetVisible::Visible);
        let read = cells.finish(sheet.name, &merged, &mut budget)?;
        sheets.push(Sheet { hidden, is_hidden, ..read });
    }
    Ok(sheets)
}

/// The cells of a sheet, one after the other: the size that the sheet states may be wrong.
fn xlsx_cells(
    file: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
    is_uncomputed: bool,
    budget: &mut Budget,
) -> Result<SheetBuilder, Unreadable> {
    let is_1904 = file.has_1904_epoch();
    let mut builder = SheetBuilder::default();
    let mut cells = file.worksheet_cells_reader(name)?;
    let mut next = (0, 0);
    loop {
        let cell = match cells.next_cell_with_formula_metadata() {
            Ok(Some(cell)) => cell,
            Ok(None) => return Ok(builder),
            // Errors of newer functions, such as #SPILL!.
            Err(XlsxError::CellError(text)) => {
                builder.fail(next, CellFault::Error(text));
                continue;
            }
            Err(error) => return Err(error.into()),
        };
        let at = position(cell.pos);
        next = (at.0, at.1 + 1);
        // Programs that do not compute write 0, or nothing.
        let is_zero = matches!(cell.value, DataRef::Int(0)) || matches!(cell.value, DataRef::Float(0.0));
        match cell.formula {
            Some(formula) if cell.value == DataRef::Empty || is_uncomputed && is_zero => {
                builder.fail(at, CellFault::NoValue(formula_text(formula)));
            }
            _ => match xlsx_text(&cell.value, is_1904) {
                Ok(text) => builder.put(at, &text, budget)?,
                Err(text) => builder.fail(at, CellFault::Error(text)),
            },
        }
    }
}

/// A formula as it is told.
fn formula_text(formula: XlsxFormulaMetadata) -> String {
    match formula {
        XlsxFormulaMetadata::Normal { formula } | XlsxFormulaMetadata::Shared { formula, .. } => {
            shorten(&formula)
        }
        _ => String::new(),
    }
}

fn read_ods(bytes: &[u8], tables: &[OdsTable]) -> Result<Vec<Sheet>, Unreadable> {
    let mut file: Ods<_> = Ods::new(Cursor::new(bytes))?;
    let mut sheets = Vec::new();
    let mut budget = Budget::default();
    for (index, sheet) in file.sheets_metadata().to_vec().into_iter().enumerate() {
        let range = file.worksheet_range(&sheet.name)?;
        let mut builder = SheetBuilder::default();
        let start = position(range.start().unwrap_or_default());
        for (row, column, value) in range.used_cells() {
            let at = (start.0 + row, start.1 + column);
            match ods_text(value) {
                Ok(text) => builder.put(at, &text, &mut budget)?,
                Err(text) => builder.fail(at, CellFault::Error(text)),
            }
        }
        let formulas = file.worksheet_formula(&sheet.name)?;
        let start = formulas.start().unwrap_or_default();
        for (row, column, formula) in formulas.used_cells() {
            let offset = |start: u32, by: usize| start.saturating_add(u32::try_from(by).unwrap_or(u32::MAX));
            let at = (offset(start.0, row), offset(start.1, column));
            if matches!(range.get_value(at), None | Some(Data::Empty)) {
                let formula = formula.strip_prefix("of:").unwrap_or(formula).trim_start_matches('=');
                builder.fail(position(at), CellFault::NoValue(shorten(formula)));
            }
        }
        let table = tables.get(index);
        let merged = table.map_or(&[][..], |table| &table.merged);
        let hidden = table.map(|table| table.hidden.clone()).unwrap_or_default();
        let read = builder.finish(sheet.name, merged, &mut budget)?;
        sheets.push(Sheet { hidden, is_hidden: sheet.visible != SheetVisible::Visible, ..read });
    }
    Ok(sheets)
}

fn position((row, column): (u32, u32)) -> (usize, usize) {
    let number = |number| usize::try_from(number).unwrap_or(usize::MAX);
    (number(row), number(column))
}

/// The text of a cell; the error that it holds.
fn xlsx_text(value: &DataRef<'_>, is_1904: bool) -> Result<String, String> {
    match value {
        DataRef::SharedString(text) => Ok((*text).to_owned()),
        DataRef::String(text) => Ok(text.clone()),
        DataRef::Int(number) => Ok(number.to_string()),
        DataRef::Float(number) => Ok(decimal(*number)),
        DataRef::Bool(is) => Ok(is.to_string()),
        DataRef::DateTime(moment) => moment_text(moment, is_1904),
        DataRef::DateTimeIso(text) => Ok(iso_date(text)),
        DataRef::DurationIso(text) => Ok(iso_time(text)),
        DataRef::Error(error) => Err(error.to_string()),
        DataRef::Empty => Ok(String::new()),
    }
}

fn ods_text(value: &Data) -> Result<String, String> {
    match value {
        // LibreOffice writes errors as texts.
        Data::String(text) if is_error(text) => Err(text.clone()),
        Data::String(text) => Ok(text.clone()),
        Data::Int(number) => Ok(number.to_string()),
        Data::Float(number) => Ok(decimal(*number)),
        Data::Bool(is) => Ok(is.to_string()),
        Data::DateTime(moment) => moment_text(moment, false),
        Data::DateTimeIso(text) => Ok(iso_date(text)),
        Data::DurationIso(text) => Ok(iso_time(text)),
        Data::Error(error) => Err(error.to_string()),
        Data::Empty => Ok(String::new()),
    }
}

/// A number with the 15 digits that spreadsheets keep.
fn decimal(number: f64) -> String {
    format!("{number:.14e}").parse::<f64>().unwrap_or(number).to_string()
}

/// The date of a number that may be the serial number of a date between 1954 and 2119.
pub(super) fn serial_date(text: &str) -> Option<String> {
    let has_five_digits = text.split('.').next().is_some_and(|whole| whole.len() == 5);
    let number: f64 = text.parse().ok().filter(|it| has_five_digits && (20_000.0..80_000.0).contains(it))?;
    moment_text(&ExcelDateTime::new(number, ExcelDateTimeType::DateTime, false), false).ok()
}

/// A date in EDTF, or a time of day. An error if there is no such day.
fn moment_text(moment: &ExcelDateTime, is_1904: bool) -> Result<String, String> {
    let value = moment.as_f64();
    let seconds = (value * DAY).round();
    let days = (seconds / DAY).floor();
    if !(0.0..DAYS).contains(&days) {
        return Err(decimal(value));
    }
    let (_, _, _, hour, minute, second, _) = civil((seconds - days * DAY + 0.25) / DAY, false);
    let time = if second == 0 {
        format!("{hour:02}:{minute:02}")
    } else {
        format!("{hour:02}:{minute:02}:{second:02}")
    };
    if moment.is_duration() {
        let hours = (seconds / 3600.0).floor();
        return Ok(format!("{hours:02}:{minute:02}"));
    }
    if days == 0.0 {
        return Ok(time);
    }
    let (year, month, day, ..) = civil(days, is_1904);
    // Spreadsheets count a day that did not exist.
    if (year, month, day) == (1900, 2, 29) {
        return Err("1900-02-29".to_owned());
    }
    let date = format!("{year:04}-{month:02}-{day:02}");
    Ok(if time == "00:00" { date } else { format!("{date}T{time}") })
}

fn civil(value: f64, is_1904: bool) -> (u16, u8, u8, u8, u8, u8, u16) {
    ExcelDateTime::new(value, ExcelDateTimeType::DateTime, is_1904).to_ymd_hms_milli()
}

/// An ISO date without a time of midnight and without fractions of a second.
fn iso_date(text: &str) -> String {
    let Some((date, time)) = text.split_once('T') else { return text.to_owned() };
    let time = time.split('.').next().unwrap_or_default();
    let time = time.strip_suffix(":00").filter(|time| time.contains(':')).unwrap_or(time);
    if time == "00:00" { date.to_owned() } else { format!("{date}T{time}") }
}

/// `PT09H30M00S` as 09:30; other durations as they are.
fn iso_time(text: &str) -> String {
    let parts = || {
        let (hours, rest) = text.strip_prefix("PT")?.split_once('H')?;
        let (minutes, _) = rest.split_once('M')?;
        Some((hours.parse::<u32>().ok()?, minutes.parse::<u8>().ok()?))
    };
    parts().map_or_else(|| text.to_owned(), |(hours, minutes)| format!("{hours:02}:{minutes:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(value: f64, is_1904: bool) -> Result<String, String> {
        moment_text(&ExcelDateTime::new(value, ExcelDateTimeType::DateTime, is_1904), is_1904)
    }

    #[test]
    fn both_date_systems_give_the_days_that_spreadsheets_show() {
        for (value, is_1904, expected) in [
            (1.0, false, Ok("1900-01-01")),
            (59.0, false, Ok("1900-02-28")),
            (60.0, false, Err("1900-02-29")),
            (61.0, false, Ok("1900-03-01")),
            (46_032.0, false, Ok("2026-01-10")),
            (44_570.0, true, Ok("2026-01-10")),
            (46_032.395_833_333_3, false, Ok("2026-01-10T09:30")),
            (46_032.999_999_99, false, Ok("2026-01-11")),
            (0.395_833_333_3, false, Ok("09:30")),
            (-1.0, false, Err("-1")),
            (3e6, false, Err("3000000")),
            (f64::NAN, false, Err("NaN")),
        ] {
            let found = text(value, is_1904);
            assert_eq!(found.as_deref().map_err(String::as_str), expected, "{value}");
        }
    }

    #[test]
    fn numbers_have_the_digits_that_spreadsheets_show() {
        for (number, text) in [(12.0, "12"), (0.1 + 0.2, "0.3"), (1_500_000.5, "1500000.5"), (-3.0, "-3")] {
            assert_eq!(decimal(number), text);
        }
    }

    #[test]
    fn dates_and_times_of_open_documents_are_shortened() {
        assert_eq!(iso_date("2026-01-10T09:30:00.000000000"), "2026-01-10T09:30");
        assert_eq!(iso_date("2026-01-10T00:00:00"), "2026-01-10");
        assert_eq!(iso_time("PT09H30M00S"), "09:30");
    }
}
