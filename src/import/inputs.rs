//! Reads files of any format that can be imported.

use super::columns::RowKind;
use super::container::Container;
use super::csv;
use super::documents::{Document, DocumentFormat, read_document};
use super::format::ImportFormat;
use super::imported::Imported;
use super::remark::{Place, Remark, RemarkKind};
use super::request::{Import, ImportInput, ImportOptions};
use super::sheet::{Limit, Row, Sheet};
use super::tables::{self, NamedSheet};
use super::unreadable::Unreadable;
use super::workbook;

/// The largest file, in bytes.
const LARGEST: usize = 1 << 28;

/// Imports files. An error names the file that cannot be read.
pub fn import(
    inputs: &[ImportInput<'_>],
    options: &ImportOptions<'_>,
) -> Result<Import, (String, Unreadable)> {
    let mut read =
        Inputs { options, is_only: inputs.len() == 1, sheets: Vec::new(), records: Imported::default() };
    for input in inputs {
        read.file(input).map_err(|error| (input.name.to_owned(), error))?;
    }
    Ok(tables::read(&read.sheets, options, read.records))
}

/// What was read of the files so far.
struct Inputs<'a> {
    options: &'a ImportOptions<'a>,
    /// Whether there is only one file, which needs no name in messages.
    is_only: bool,
    sheets: Vec<NamedSheet>,
    /// The records of documents.
    records: Imported,
}

impl Inputs<'_> {
    fn file(&mut self, input: &ImportInput<'_>) -> Result<(), Unreadable> {
        if input.bytes.len() > LARGEST {
            return Err(Limit::Size(LARGEST).into());
        }
        let format = match self.options.format {
            Some(format) => format,
            None => ImportFormat::of_content(input.bytes)?,
        };
        match (format, format.document()) {
            (_, Some(document)) => self.document(input, document),
            (ImportFormat::Xlsx, _) => self.workbook(input, Container::Xlsx),
            (ImportFormat::Ods, _) => self.workbook(input, Container::Ods),
            _ => self.table(input),
        }
    }

    fn label(&self, input: &ImportInput<'_>) -> String {
        if self.is_only { String::new() } else { input.name.to_owned() }
    }

    fn table(&mut self, input: &ImportInput<'_>) -> Result<(), Unreadable> {
        let decoded = csv::decode(input.bytes)?;
        let label = self.label(input);
        if decoded.is_windows_1252 {
            let what = RemarkKind::Changed(self.options.lang.import_windows_1252().to_owned());
            self.records.remarks.push(Remark { place: Place::Text(label.clone()), what });
        }
        let sheet = csv::read(&decoded.text)?;
        self.sheets.push(NamedSheet { label, hint: stem(input.name).to_owned(), sheet });
        Ok(())
    }

    fn workbook(&mut self, input: &ImportInput<'_>, kind: Container) -> Result<(), Unreadable> {
        let sheets = workbook::read(input.bytes, kind)?;
        let name = self.label(input);
        let is_only = sheets.iter().filter(|sheet| !sheet.is_hidden).count() == 1;
        for sheet in sheets {
            let label = match (name.is_empty(), is_only && !sheet.is_hidden) {
                (_, true) => name.clone(),
                (true, _) => sheet.name.clone(),
                _ => format!("{name}, {}", sheet.name),
            };
            if sheet.is_hidden {
                let lang = self.options.lang;
                let what = if self.options.map.names_sheet(&sheet.name) {
                    RemarkKind::Changed(lang.import_hidden().to_owned())
                } else {
                    RemarkKind::LeftOut(lang.import_hidden_sheet().to_owned())
                };
                let is_taken = matches!(what, RemarkKind::Changed(_));
                self.records.remarks.push(Remark { place: Place::Text(label.clone()), what });
                if !is_taken {
                    continue;
                }
            }
            self.sheets.push(NamedSheet { label, hint: sheet.name.clone(), sheet });
        }
        Ok(())
    }

    /// The records of a document, or its rows at each place that the map names.
    fn document(&mut self, input: &ImportInput<'_>, format: DocumentFormat) -> Result<(), Unreadable> {
        let mapped: Vec<(RowKind, &str)> = self.options.map.rows().collect();
        let places = if mapped.is_empty() { vec![None] } else { mapped.into_iter().map(Some).collect() };
        for place in places {
            let path = place.map(|(_, path)| path);
            let found = read_document(format, input.bytes, path, self.options.lang, &mut self.records)?;
            let Document::Rows(rows) = found else { break };
            let headings = Row { number: 0, cells: rows.headings };
            let rows = (1..).zip(rows.rows).map(|(number, cells)| Row { number, cells });
            // The name says of what kind the rows are.
            let name = place.map(|(kind, _)| kind.name().to_owned()).unwrap_or_default();
            let rows = [headings].into_iter().chain(rows.filter(|row| row.filled() > 0)).collect();
            let sheet = Sheet { name: name.clone(), rows, ..Sheet::default() };
            self.sheets.push(NamedSheet { label: self.label(input), hint: name, sheet });
        }
        self.records.places.resize(self.records.visits.len(), self.label(input));
        Ok(())
    }
}

/// The name of a file without its folder and its end.
fn stem(path: &str) -> &str {
    let name = path.rsplit(['/', '\\']).next().unwrap_or_default();
    name.split('.').next().unwrap_or_default()
}
