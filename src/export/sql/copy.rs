//! Rows in the text format of `COPY`: tabs between cells, `\N` for none, and escapes that keep the script harmless on a terminal.

use std::io::{self, Write};

use crate::text::is_hidden;

/// Writes a row.
pub(super) fn write_row<'c>(
    out: &mut Vec<u8>,
    cells: impl Iterator<Item = Option<&'c str>>,
) -> io::Result<()> {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            out.push(b'\t');
        }
        match cell {
            None => out.extend_from_slice(b"\\N"),
            Some(text) => write_text(out, text)?,
        }
    }
    out.push(b'\n');
    Ok(())
}

fn write_text(out: &mut Vec<u8>, text: &str) -> io::Result<()> {
    let mut rest = text;
    while let Some(at) = rest.find(|c| c == '\\' || is_hidden(c)) {
        let (plain, tail) = rest.split_at(at);
        out.extend_from_slice(plain.as_bytes());
        let mut chars = tail.chars();
        if let Some(c) = chars.next() {
            write_escaped(out, c)?;
        }
        rest = chars.as_str();
    }
    out.extend_from_slice(rest.as_bytes());
    Ok(())
}

fn write_escaped(out: &mut Vec<u8>, c: char) -> io::Result<()> {
    match c {
        '\\' => out.extend_from_slice(b"\\\\"),
        '\n' => out.extend_from_slice(b"\\n"),
        '\t' => out.extend_from_slice(b"\\t"),
        '\r' => out.extend_from_slice(b"\\r"),
        // PostgreSQL has no text with this character.
        '\0' => out.extend_from_slice("␀".as_bytes()),
        c => {
            for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                write!(out, "\\x{byte:02x}")?;
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn row(cells: &[Option<&str>]) -> String {
        let mut out = Vec::new();
        write_row(&mut out, cells.iter().copied()).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn what_means_something_to_copy_or_a_terminal_is_escaped() {
        assert_eq!(row(&[Some("a\tb\\c\nd\re"), None, Some("")]), "a\\tb\\\\c\\nd\\re\t\\N\t\n");
        assert_eq!(row(&[Some("\\."), Some("\\N")]), "\\\\.\t\\\\N\n");
        assert_eq!(row(&[Some("\u{1b}[31m\u{202e}é\0")]), "\\x1b[31m\\xe2\\x80\\xaeé␀\n");
    }

    proptest! {
        #[test]
        fn a_row_is_one_line_without_hidden_characters(cells in prop::collection::vec(any::<Option<String>>(), 1..5)) {
            let cells: Vec<Option<&str>> = cells.iter().map(Option::as_deref).collect();
            let row = row(&cells);
            let line = row.strip_suffix('\n').unwrap();
            prop_assert_eq!(line.matches('\t').count(), cells.len() - 1);
            prop_assert!(!line.chars().any(|c| c != '\t' && is_hidden(c)));
        }
    }
}
