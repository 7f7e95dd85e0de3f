//! Looks through the files of an Excel workbook before its reader does: for numbers that the reader trusts, and for what it does not tell.

use std::collections::HashMap;
use std::io::{BufReader, Cursor};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::container::CELLS;
use super::sheet::{COLUMNS, Hidden, Limit, ROWS};
use super::unreadable::Unreadable;

/// The columns that a spreadsheet has.
const ALL_COLUMNS: usize = 16_384;

/// What the reader of workbooks does not tell.
#[derive(Debug, Default)]
pub(super) struct XlsxParts {
    /// Whether values are yet to be computed: the workbook was written by a program that does not compute.
    pub(super) is_uncomputed: bool,
    /// The hidden parts of sheets by the names of their files.
    hidden: HashMap<String, Hidden>,
    /// The names of sheets, and the ids of their files.
    sheets: Vec<(String, String)>,
    /// The files by their ids.
    targets: HashMap<String, String>,
}

impl XlsxParts {
    /// Reads all files.
    pub(super) fn read(bytes: &[u8]) -> Result<Self, Unreadable> {
        let mut archive = ZipArchive::new(Cursor::new(bytes))?;
        let mut parts = Self::default();
        for index in 0..archive.len() {
            let file = archive.by_index(index)?;
            let name = file.name()?.to_ascii_lowercase();
            let mut reader = Reader::from_reader(BufReader::new(file));
            let config = reader.config_mut();
            config.check_end_names = false;
            let mut part = Part { name, ..Part::default() };
            let mut buffer = Vec::new();
            // Where a file is no XML, the reader stops, too.
            while let Ok(event) = reader.read_event_into(&mut buffer) {
                match event {
                    Event::Start(element) | Event::Empty(element) => part.element(&element, &mut parts)?,
                    Event::Eof => break,
                    _ => {}
                }
                buffer.clear();
            }
            if !part.hidden.is_empty() {
                part.hidden.sort();
                parts.hidden.insert(part.name, part.hidden);
            }
        }
        Ok(parts)
    }

    /// The hidden parts of a sheet.
    pub(super) fn hidden(&self, sheet: &str) -> Hidden {
        let id = self.sheets.iter().find(|(name, _)| name == sheet).map(|(_, id)| id);
        let target = id.and_then(|id| self.targets.get(id)).map(|it| it.to_ascii_lowercase());
        let Some(target) = target else { return Hidden::default() };
        // Targets are paths from the root, or from the folder of the workbook.
        let path = target.trim_start_matches('/');
        let found = self.hidden.iter().find(|(name, _)| *name == path || name.ends_with(&format!("/{path}")));
        found.map(|(_, hidden)| hidden.clone()).unwrap_or_default()
    }
}

/// A file of a workbook.
#[derive(Debug, Default)]
struct Part {
    name: String,
    hidden: Hidden,
    /// The number of rows so far: rows may come without their numbers.
    row: usize,
}

impl Part {
    fn element(&mut self, element: &BytesStart<'_>, parts: &mut XlsxParts) -> Result<(), Unreadable> {
        let attribute = |name: &str| {
            let mut attributes = element.attributes();
            let mut all = attributes.with_checks(false).flatten();
            all.find(|it| it.key.local_name().as_ref() == name).map(|it| it.value.into_owned())
        };
        let number = |name: &str| attribute(name).and_then(|it| it.trim().parse::<usize>().ok());
        let is_set = |name: &str| attribute(name).is_some_and(|it| it == "1" || it == "true");
        match element.local_name().as_ref() {
            "sst" if number("uniqueCount").is_some_and(|count| count > CELLS) => {
                return Err(Limit::Cells(CELLS).into());
            }
            "row" => {
                check_references(element, "r")?;
                self.row = number("r").unwrap_or(self.row + 1);
                if is_set("hidden") {
                    self.hidden.rows.push((self.row, self.row));
                }
            }
            "col" if is_set("hidden") => {
                if let Some((first, last)) = number("min").zip(number("max")) {
                    self.hidden.columns.push((first.saturating_sub(1), last.saturating_sub(1)));
                }
            }
            "c" => check_references(element, "r")?,
            "dimension" | "mergeCell" | "f" => check_references(element, "ref")?,
            "sheet" => parts.sheets.extend(attribute("name").map(|it| unescaped(&it)).zip(attribute("id"))),
            "calcPr" => parts.is_uncomputed |= is_set("fullCalcOnLoad"),
            "Relationship" if self.name.ends_with("workbook.xml.rels") => {
                parts.targets.extend(attribute("Id").zip(attribute("Target")));
            }
            _ => {}
        }
        Ok(())
    }
}

/// A text without entities; one with unknown entities as it is.
fn unescaped(text: &str) -> String {
    quick_xml::escape::unescape(text).map_or_else(|_| text.to_owned(), std::borrow::Cow::into_owned)
}

/// Checks the references to cells in an attribute, by which the reader computes without bounds.
fn check_references(element: &BytesStart<'_>, name: &str) -> Result<(), Unreadable> {
    for attribute in element.attributes().with_checks(false).flatten() {
        if attribute.key.as_ref() != name {
            continue;
        }
        let text = attribute.value.as_ref();
        let mut first = (0, 0);
        for reference in text.split(':') {
            let at = position(reference)?;
            if at.0 < first.0 || at.1 < first.1 {
                return Err(Unreadable::Damaged(text.chars().take(40).collect()));
            }
            first = at;
        }
    }
    Ok(())
}

/// The row and the column of a reference; 0 where there is none.
fn position(reference: &str) -> Result<(usize, usize), Unreadable> {
    let digits = reference.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let letters = reference.get(..reference.len() - digits.len()).unwrap_or_default();
    let column = letters.bytes().fold(0usize, |column, letter| {
        column.saturating_mul(26).saturating_add(usize::from(letter.to_ascii_uppercase() - b'A') + 1)
    });
    if column > ALL_COLUMNS {
        return Err(Limit::Columns(COLUMNS).into());
    }
    // What is no number, the reader refuses itself.
    let is_number = digits.bytes().all(|byte| byte.is_ascii_digit());
    let row = if is_number && !digits.is_empty() { digits.parse().unwrap_or(usize::MAX) } else { 0 };
    if row > ROWS { Err(Limit::Rows(ROWS).into()) } else { Ok((row, column)) }
}
