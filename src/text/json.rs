//! JSON that is safe to print on a terminal: hidden characters are escaped, and restored by any parser.

use std::io::{self, Write};

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::is_hidden;

/// Serializes a value to `out`: on one line, or indented if `pretty`.
pub fn write_json<T: Serialize + ?Sized>(out: impl Write, value: &T, pretty: bool) -> io::Result<()> {
    let out = Escaping(out);
    if pretty { serde_json::to_writer_pretty(out, value) } else { serde_json::to_writer(out, value) }?;
    Ok(())
}

/// Serializes a value to a string: on one line, or indented if `pretty`.
pub fn json<T: Serialize + ?Sized>(value: &T, pretty: bool) -> io::Result<String> {
    let mut bytes = Vec::new();
    write_json(&mut bytes, value, pretty)?;
    String::from_utf8(bytes).map_err(io::Error::other)
}

/// The value in a JSON text; `None` if it is no such value.
pub fn parse_json<T: DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_str(text).ok()
}

/// A writer that escapes hidden characters in the chunks of the JSON serializer, which are valid UTF-8.
struct Escaping<W>(W);

impl<W: Write> Write for Escaping<W> {
    fn write(&mut self, piece: &[u8]) -> io::Result<usize> {
        // Line breaks occur only between values; within strings they are already escaped.
        let acts = |c: char| c != '\n' && is_hidden(c);
        if piece.is_ascii() && !piece.contains(&0x7f) {
            self.0.write_all(piece)?;
            return Ok(piece.len());
        }
        let mut rest = str::from_utf8(piece).map_err(io::Error::other)?;
        while let Some(at) = rest.find(acts) {
            let (head, tail) = rest.split_at(at);
            self.0.write_all(head.as_bytes())?;
            let mut chars = tail.chars();
            let mut units = [0; 2];
            for unit in chars.next().into_iter().flat_map(|c| c.encode_utf16(&mut units).to_vec()) {
                write!(self.0, "\\u{unit:04x}")?;
            }
            rest = chars.as_str();
        }
        self.0.write_all(rest.as_bytes())?;
        Ok(piece.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn hidden_characters_are_escaped() {
        let text = "a\u{1b}[31m\u{202e}\u{7f}\u{9b}\u{e0041}é";
        let written = json(text, false).unwrap();
        assert_eq!(written, r#""a\u001b[31m\u202e\u007f\u009b\udb40\udc41é""#);
        assert_eq!(json("a\u{7f}", false).unwrap(), r#""a\u007f""#);
    }

    #[test]
    fn what_is_written_can_be_flushed() {
        let mut out = Escaping(io::BufWriter::new(Vec::new()));
        out.write_all("é".as_bytes()).unwrap();
        assert_eq!(out.0.get_ref().len(), 0);
        out.flush().unwrap();
        assert_eq!(out.0.get_ref(), "é".as_bytes());
    }

    proptest! {
        #[test]
        fn any_text_comes_back(text in any::<String>(), pretty in any::<bool>()) {
            let written = json(&[&text], pretty).unwrap();
            prop_assert!(!written.chars().any(|c| c != '\n' && is_hidden(c)));
            prop_assert_eq!(serde_json::from_str::<Vec<String>>(&written).unwrap(), vec![text]);
        }
    }
}
