//! Checks a ZIP archive before a reader trusts it: what it unpacks to, and the numbers in it by which readers allocate memory.

use std::io::{self, BufReader, Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::sheet::{COLUMNS, Hidden, Limit, Merged, ROWS};
use super::unreadable::Unreadable;

/// The maximum size of all files in an archive, in bytes.
const UNPACKED: u64 = 1 << 30;
/// The maximum number of files in an archive.
const FILES: usize = 10_000;
/// The maximum number of cells and of shared texts for which a reader allocates memory at once.
pub(super) const CELLS: usize = 10_000_000;
/// The maximum number of spaces that elements stand for.
const SPACES: usize = 10_000_000;

/// A kind of workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Container {
    Xlsx,
    Ods,
}

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

impl From<zip::result::ZipError> for Unreadable {
    fn from(error: zip::result::ZipError) -> Self {
        Self::Damaged(error.to_string())
    }
}

impl From<quick_xml::Error> for Unreadable {
    fn from(error: quick_xml::Error) -> Self {
        Self::Damaged(error.to_string())
    }
}

/// The kind of a ZIP archive; none if it is no workbook.
pub(super) fn kind(bytes: &[u8]) -> Result<Option<Container>, Unreadable> {
    let archive = ZipArchive::new(Cursor::new(bytes))?;
    let has = |start: &str| archive.file_names().flatten().any(|name| name.starts_with(start));
    Ok(if has("content.xml") && has("mimetype") {
        Some(Container::Ods)
    } else if has("[Content_Types].xml") && has("xl/") {
        Some(Container::Xlsx)
    } else {
        None
    })
}

/// Unpacks all files once and keeps nothing, because the sizes that an archive states may be wrong.
pub(super) fn check_size(bytes: &[u8]) -> Result<(), Unreadable> {
    check_unpacked(bytes, UNPACKED)
}

fn check_unpacked(bytes: &[u8], most: u64) -> Result<(), Unreadable> {
    let mut archive: Archive<'_> = ZipArchive::new(Cursor::new(bytes))?;
    if archive.len() > FILES {
        return Err(Unreadable::Damaged(format!("{} files", archive.len())));
    }
    let mut left = most;
    for index in 0..archive.len() {
        let mut file = archive.by_index(index)?.take(left);
        let size =
            io::copy(&mut file, &mut io::sink()).map_err(|error| Unreadable::Damaged(error.to_string()))?;
        left -= size;
        if left == 0 {
            return Err(Limit::Size(usize::try_from(most).unwrap_or(usize::MAX)).into());
        }
    }
    Ok(())
}

/// Checks the repetitions in a spreadsheet of `OpenDocument`, and returns what its reader does not tell of each table.
pub(super) fn check_ods(bytes: &[u8]) -> Result<Vec<OdsTable>, Unreadable> {
    let mut archive: Archive<'_> = ZipArchive::new(Cursor::new(bytes))?;
    let content = archive.by_name("content.xml")?;
    let mut reader = Reader::from_reader(BufReader::new(content));
    let mut check = OdsCheck::default();
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer)? {
            Event::Start(element) => check.open(&element)?,
            Event::Empty(element) => {
                check.open(&element)?;
                check.close(element.name().as_ref())?;
            }
            Event::End(element) => check.close(element.name().as_ref())?,
            Event::Eof => {
                check.tables.iter_mut().for_each(|table| table.hidden.sort());
                return Ok(check.tables);
            }
            _ => {}
        }
    }
}

/// What the reader of spreadsheets does not tell of a table.
#[derive(Debug, Default)]
pub(super) struct OdsTable {
    pub(super) merged: Vec<Merged>,
    pub(super) hidden: Hidden,
}

/// The area of a table that is filled, counted with all repetitions.
#[derive(Debug, Default)]
struct OdsCheck {
    tables: Vec<OdsTable>,
    /// The cells of all rows of all tables, repeated as they are.
    cells: usize,
    /// The columns that were declared so far.
    declared: usize,
    /// The rows before the current one.
    rows: usize,
    /// The rows up to the last one with a value.
    filled_rows: usize,
    /// The most columns up to a value.
    width: usize,
    /// The repetitions of the current row.
    row_repeats: usize,
    /// The columns before the next cell of the row, and up to the last value.
    columns: usize,
    filled_columns: usize,
    /// The spaces in all texts that elements stand for.
    spaces: usize,
}

impl OdsCheck {
    fn open(&mut self, element: &BytesStart<'_>) -> Result<(), Unreadable> {
        match element.name().as_ref() {
            "table:table" => {
                self.tables.push(OdsTable::default());
                (self.rows, self.filled_rows, self.width, self.declared) = (0, 0, 0, 0);
            }
            "table:table-column" => {
                let repeats = number(element, "table:number-columns-repeated").unwrap_or(1);
                let next = self.declared.saturating_add(repeats);
                if let Some(table) = self.tables.last_mut().filter(|_| is_hidden(element)) {
                    table.hidden.columns.push((self.declared, next.saturating_sub(1)));
                }
                self.declared = next;
            }
            "table:table-row" => {
                self.row_repeats = number(element, "table:number-rows-repeated").unwrap_or(1).min(ROWS);
                (self.columns, self.filled_columns) = (0, 0);
                let rows = (self.rows + 1, self.rows + self.row_repeats);
                if let Some(table) = self.tables.last_mut().filter(|_| is_hidden(element)) {
                    table.hidden.rows.push(rows);
                }
            }
            "table:table-cell" | "table:covered-table-cell" => self.cell(element),
            "text:s" => {
                self.spaces = self.spaces.saturating_add(number(element, "text:c").unwrap_or(1));
                if self.spaces > SPACES {
                    return Err(Limit::Size(SPACES).into());
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn cell(&mut self, element: &BytesStart<'_>) {
        let repeats = number(element, "table:number-columns-repeated").unwrap_or(1).min(16_384);
        let column = self.columns;
        self.columns += repeats;
        let has_value = element
            .attributes()
            .flatten()
            .any(|it| it.key.as_ref().starts_with("office:") || it.key.as_ref() == "table:formula");
        if has_value {
            self.filled_columns = self.columns;
        }
        let span = |name| number(element, name).unwrap_or(1).max(1) - 1;
        let (down, right) = (span("table:number-rows-spanned"), span("table:number-columns-spanned"));
        if let Some(table) = self.tables.last_mut().filter(|_| down + right > 0 && column < COLUMNS) {
            let (rows, columns) =
                ((self.rows, self.rows.saturating_add(down)), (column, column.saturating_add(right)));
            table.merged.push(Merged { rows, columns });
        }
    }

    fn close(&mut self, name: &str) -> Result<(), Unreadable> {
        if name != "table:table-row" {
            return Ok(());
        }
        self.rows = self.rows.saturating_add(self.row_repeats);
        if self.filled_columns > 0 {
            self.filled_rows = self.rows;
            self.width = self.width.max(self.filled_columns);
            self.cells += self.filled_columns;
        }
        if self.width > COLUMNS {
            return Err(Limit::Columns(COLUMNS).into());
        }
        if self.filled_rows > ROWS {
            return Err(Limit::Rows(ROWS).into());
        }
        if self.cells > CELLS || self.filled_rows.saturating_mul(self.width) > CELLS {
            return Err(Limit::Cells(CELLS).into());
        }
        Ok(())
    }
}

/// Whether a row or a column is hidden, by hand or by a filter.
fn is_hidden(element: &BytesStart<'_>) -> bool {
    let attribute = element.try_get_attribute("table:visibility").ok().flatten();
    attribute.is_some_and(|it| ["collapse", "filter"].contains(&it.value.as_ref()))
}

/// The number in an attribute; the largest one if it is too long.
fn number(element: &BytesStart<'_>, name: &str) -> Option<usize> {
    let attribute = element.try_get_attribute(name).ok().flatten()?;
    let text = attribute.value.as_ref().trim();
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().unwrap_or(usize::MAX))
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    #[test]
    fn an_archive_that_unpacks_to_too_much_is_refused() {
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        archive.start_file("a", zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(&[b' '; 10_000]).unwrap();
        let bytes = archive.finish().unwrap().into_inner();
        assert!(bytes.len() < 1000);
        assert_eq!(check_unpacked(&bytes, 10_001), Ok(()));
        assert_eq!(check_unpacked(&bytes, 10_000), Err(Limit::Size(10_000).into()));
    }
}
