//! Decodes documents.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::error::DocumentError;
use super::output::Output;

/// The maximum size of a document, in MiB.
const MIB: usize = 256;
/// How much of a document shows its format, in bytes.
const BEGINNING: usize = 4096;

/// Fails if a document is too large.
pub(super) fn check_size(bytes: &[u8]) -> Result<(), DocumentError> {
    if bytes.len() > MIB << 20 { Err(DocumentError::TooLarge(MIB)) } else { Ok(()) }
}

/// The beginning of a document; what cannot be decoded is replaced.
pub(super) fn beginning(bytes: &[u8]) -> String {
    let start = bytes.get(..bytes.len().min(BEGINNING)).unwrap_or_default();
    encoding(start).decode(start).0.into_owned()
}

/// The text of a document: UTF-8, UTF-16 with a byte order mark, or the encoding that an XML declaration names.
pub(super) fn decode(bytes: &[u8]) -> Result<String, DocumentError> {
    let encoding = encoding(bytes);
    let (text, encoding, is_damaged) = encoding.decode(bytes);
    if is_damaged { Err(DocumentError::NotText(encoding.name().to_owned())) } else { Ok(text.into_owned()) }
}

/// The text of a document whose format states no encoding: UTF-8 or UTF-16, else Windows-1252, which is told.
pub(super) fn decode_or_windows(bytes: &[u8], out: &mut Output<'_>) -> String {
    decode(bytes).unwrap_or_else(|_| {
        out.changed("1", out.lang.import_read_as_windows());
        WINDOWS_1252.decode(bytes).0.into_owned()
    })
}

/// The encoding by the byte order mark, else the one that is declared, else UTF-8.
fn encoding(bytes: &[u8]) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding;
    }
    match bytes {
        [b'<', 0, ..] => UTF_16LE,
        [0, b'<', ..] => UTF_16BE,
        _ => declared(bytes).and_then(|label| Encoding::for_label(label.as_bytes())).unwrap_or(UTF_8),
    }
}

/// The encoding that an XML declaration names.
fn declared(bytes: &[u8]) -> Option<&str> {
    let end = bytes.iter().take(BEGINNING).position(|byte| *byte == b'>')?;
    let declaration = str::from_utf8(bytes.get(..end)?).ok()?.strip_prefix("<?xml")?;
    let value = declaration.split_once("encoding")?.1.trim_start().strip_prefix('=')?.trim_start();
    let mark = value.chars().next().filter(|mark| matches!(mark, '"' | '\''))?;
    value.get(1..)?.split(mark).next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stated_encoding_holds() {
        let latin = b"<?xml version='1.0' encoding='ISO-8859-1'?><a>\xe9</a>";
        assert!(decode(latin).unwrap().ends_with("<a>é</a>"));
        let wide: Vec<u8> = "<a>é</a>".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode(&wide).unwrap(), "<a>é</a>");
        assert_eq!(decode("\u{feff}{}".as_bytes()).unwrap(), "{}");
        assert_eq!(decode(b"{\"a\": \"\xe9\"}"), Err(DocumentError::NotText("UTF-8".to_owned())));
    }
}
