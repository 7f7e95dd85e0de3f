//! Sheets to fill in: a workbook with a sheet for each kind of record, or a table of one kind.

use std::io;

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, Format, FormatAlign, FormatUnderline, Workbook, Worksheet,
    XlsxError,
};

use super::columns::RowKind;
use crate::entry::{Field, Input, Kind};
use crate::lang::Lang;

/// The number of rows with drop-down lists.
const ROWS: u32 = 1000;
/// The longest input message of a spreadsheet, in characters.
const LONGEST: usize = 255;

/// A workbook with a sheet for each kind of record that people enter: a line of help, headings, and drop-down lists.
pub fn template_workbook(lang: Lang) -> io::Result<Vec<u8>> {
    workbook(lang).map_err(io::Error::other)
}

fn workbook(lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    for kind in Kind::ALL {
        let sheet = workbook.add_worksheet();
        sheet.set_name(lang.import_sheet(kind.name()))?;
        sheet.set_freeze_panes(2, 0)?;
        let help = Format::new().set_italic().set_align(FormatAlign::Top);
        sheet.write_string_with_format(0, 0, lang.import_help(kind.name()), &help)?;
        for (column, field) in (0..).zip(kind.fields()) {
            add_column(sheet, column, field, lang)?;
        }
    }
    workbook.save_to_buffer()
}

fn add_column(sheet: &mut Worksheet, column: u16, field: &Field, lang: Lang) -> Result<(), XlsxError> {
    let label = field.label(lang);
    let bold = Format::new().set_bold();
    let heading = if field.is_required { bold.set_underline(FormatUnderline::Single) } else { bold };
    sheet.write_string_with_format(1, column, label, &heading)?;
    let width = u32::try_from(label.chars().count()).unwrap_or_default().clamp(12, 40);
    sheet.set_column_width(column, f64::from(width) + 2.0)?;
    let hint: String = field.hint(lang).chars().take(LONGEST).collect();
    let mut rule = DataValidation::new();
    if let Input::Word(words) = field.input {
        let labels: Vec<String> = words.terms(lang).into_iter().map(|(_, label)| label).collect();
        // A longer list does not fit into a cell's rule.
        let is_short = labels.iter().map(|label| label.chars().count() + 1).sum::<usize>() <= LONGEST;
        if is_short {
            rule = rule.allow_list_strings(&labels)?;
            if !words.is_closed() {
                rule = rule.set_error_style(DataValidationErrorStyle::Information);
            }
        }
    }
    if !hint.is_empty() {
        rule = rule.set_input_message(hint)?;
    }
    sheet.add_data_validation(2, column, ROWS, column, &rule)?;
    Ok(())
}

/// A table of one kind with its headings only.
pub fn template_table(name: &str, lang: Lang) -> io::Result<Vec<u8>> {
    let kind = RowKind::of_sheet(name).and_then(RowKind::kind).unwrap_or(Kind::Visit);
    let headings: Vec<&str> = kind.fields().iter().map(|field| field.label(lang)).collect();
    // Spreadsheets with Indonesian settings expect semicolons; the mark tells them that it is Unicode.
    let delimiter = if lang == Lang::Id { b';' } else { b',' };
    let mut table =
        csv::WriterBuilder::new().delimiter(delimiter).from_writer("\u{feff}".as_bytes().to_vec());
    table.write_record(&headings)?;
    table.into_inner().map_err(csv::IntoInnerError::into_error)
}
