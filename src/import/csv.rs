//! Reads CSV: any usual delimiter and encoding.

use encoding_rs::WINDOWS_1252;

use super::sheet::{Budget, CellFault, Sheet, SheetBuilder, is_error};
use super::unreadable::Unreadable;

/// The usual delimiters; the first is taken where there is only one column.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// The number of records by which the delimiter is recognized.
const SAMPLE: usize = 200;

/// The text of a file, and its encoding.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct DecodedText {
    pub(super) text: String,
    /// Whether the encoding is Windows-1252, which is assumed where nothing else fits.
    pub(super) is_windows_1252: bool,
}

/// Decodes a text: UTF-8 or UTF-16, with a byte order mark or without, or else Windows-1252.
pub(super) fn decode(bytes: &[u8]) -> Result<DecodedText, Unreadable> {
    let (text, is_windows_1252) = match utf_16(bytes) {
        Some(encoding) => (encoding.decode(bytes).0.into_owned(), false),
        None => match std::str::from_utf8(bytes) {
            Ok(text) => (text.strip_prefix('\u{feff}').unwrap_or(text).to_owned(), false),
            Err(_) => (WINDOWS_1252.decode(bytes).0.into_owned(), true),
        },
    };
    let is_binary =
        |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}');
    if text.contains(is_binary) { Err(Unreadable::NoText) } else { Ok(DecodedText { text, is_windows_1252 }) }
}

/// UTF-16, by its byte order mark, or because every second byte of the first characters is zero.
fn utf_16(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let start = bytes.get(..bytes.len().min(64)).unwrap_or_default();
    let pairs = start.chunks_exact(2);
    let is_each = |zero: usize| {
        pairs.len() > 1
            && pairs.clone().all(|pair| pair.get(zero) == Some(&0) && pair.get(1 - zero) != Some(&0))
    };
    match start {
        [0xff, 0xfe, ..] => Some(encoding_rs::UTF_16LE),
        [0xfe, 0xff, ..] => Some(encoding_rs::UTF_16BE),
        _ if is_each(1) => Some(encoding_rs::UTF_16LE),
        _ if is_each(0) => Some(encoding_rs::UTF_16BE),
        _ => None,
    }
}

/// Reads a table.
pub(super) fn read(text: &str) -> Result<Sheet, Unreadable> {
    let (delimiter, text) = match stated_delimiter(text) {
        Some((delimiter, rest)) => (delimiter, rest),
        None => (sniff(text), text),
    };
    let mut reader = reader(text, delimiter);
    let (mut sheet, mut budget) = (SheetBuilder::default(), Budget::default());
    let mut record = csv::StringRecord::new();
    // Excel counts the line that states the delimiter.
    let mut row = 0;
    loop {
        let start = reader.position().clone();
        if !reader.read_record(&mut record).map_err(|error| Unreadable::Damaged(error.to_string()))? {
            break;
        }
        let end = reader.position();
        let is_last = end.byte() == text.len() as u64;
        let has_no_end = usize::from(is_last && !text.ends_with('\n'));
        let lines = usize::try_from(end.line() - start.line()).unwrap_or_default() + has_no_end;
        let within: usize = record.iter().map(|cell| cell.matches('\n').count()).sum();
        // The reader skips empty lines, which spreadsheets count.
        row += lines.saturating_sub(within + 1);
        if is_last {
            let from = usize::try_from(start.byte()).unwrap_or_default();
            check_closed(text.get(from..).unwrap_or_default(), row + 1)?;
        }
        for (column, cell) in record.iter().enumerate() {
            if is_error(cell) {
                sheet.fail((row, column), CellFault::Error(cell.to_owned()));
            } else {
                sheet.put((row, column), cell, &mut budget)?;
            }
        }
        row += 1;
    }
    Ok(sheet.finish(String::new(), &[], &mut budget)?)
}

fn reader(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes())
}

/// The delimiter in a first line such as `sep=;`, which Excel writes and reads, and the rest of the text.
fn stated_delimiter(text: &str) -> Option<(u8, &str)> {
    let (first, rest) = text.split_once('\n')?;
    match first.trim_end_matches('\r').strip_prefix("sep=")?.as_bytes() {
        [delimiter] => Some((*delimiter, rest)),
        _ => None,
    }
}

/// The delimiter by which most records have the same number of cells.
fn sniff(text: &str) -> u8 {
    let score = |delimiter: u8| {
        let mut widths = [0usize; 256];
        for record in reader(text, delimiter).into_byte_records().take(SAMPLE).flatten() {
            if let Some(count) = widths.get_mut(record.len().min(255)).filter(|_| record.len() > 1) {
                *count += 1;
            }
        }
        widths.iter().enumerate().map(|(width, count)| (*count, width)).max().unwrap_or_default()
    };
    // Of equal ones the first is taken.
    DELIMITERS.into_iter().rev().max_by_key(|delimiter| score(*delimiter)).unwrap_or(b',')
}

/// Fails if a quotation mark of the last record, which began at `row`, is not closed: the rest of the file would be one cell.
fn check_closed(record: &str, row: usize) -> Result<(), Unreadable> {
    let has_lines = record.trim_end().contains('\n');
    let is_open = record.matches('"').count() % 2 == 1;
    if has_lines && is_open { Err(Unreadable::OpenQuote(row)) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<(usize, Vec<String>)> {
        read(text).unwrap().rows.into_iter().map(|row| (row.number, row.cells)).collect()
    }

    #[test]
    fn the_delimiter_is_recognized() {
        for text in ["a,b\n1,\"2;3\"\n", "a;b\n1;2,3\n4,5;6\n", "a\tb\n1, 2\t3\n", "sep=|\na|b\n1;2|3\n"] {
            let rows = rows(text);
            assert_eq!(rows[0], (1, vec!["a".to_owned(), "b".to_owned()]), "{text:?}");
            assert!(rows.iter().all(|(_, cells)| cells.len() == 2), "{text:?}");
        }
        assert_eq!(rows("a\nb c\n").len(), 2);
    }

    #[test]
    fn rows_have_the_numbers_that_spreadsheets_show() {
        let text = "a,b\n\n\n\"x\ny\",1\n\nz,2";
        let numbers: Vec<usize> = rows(text).into_iter().map(|(number, _)| number).collect();
        assert_eq!(numbers, [1, 4, 6]);
        assert_eq!(rows(&text.replace('\n', "\r\n")).len(), 3);
    }

    #[test]
    fn a_quotation_mark_that_is_not_closed_is_told() {
        assert_eq!(read("a,b\n1,\"2\n3,4\n5,6\n"), Err(Unreadable::OpenQuote(2)));
        assert_eq!(rows("a,b\n1,5\" pipe\n")[1].1[1], "5\" pipe");
    }

    #[test]
    fn all_encodings_give_the_same_text() {
        let text = "nama,é\n“Ratna”,–\n";
        let utf_16 = |mark: bool, order: fn(u16) -> [u8; 2]| -> Vec<u8> {
            mark.then_some(0xfeff).into_iter().chain(text.encode_utf16()).flat_map(order).collect()
        };
        let (windows, ..) = WINDOWS_1252.encode(text);
        for (bytes, is_windows_1252) in [
            (text.as_bytes().to_vec(), false),
            (format!("\u{feff}{text}").into_bytes(), false),
            (utf_16(true, u16::to_le_bytes), false),
            (utf_16(true, u16::to_be_bytes), false),
            (windows.into_owned(), true),
        ] {
            assert_eq!(decode(&bytes), Ok(DecodedText { text: text.to_owned(), is_windows_1252 }));
        }
        let plain: Vec<u8> = "a,b\n1,2\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode(&plain).unwrap().text, "a,b\n1,2\n");
        assert_eq!(decode(b"\x89PNG\r\n\x1a\n\0\0"), Err(Unreadable::NoText));
    }
}
