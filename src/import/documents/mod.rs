//! Documents whose format says what they contain: exports of `lawat`, calendars, transcripts, lists of people and organizations.
//! What JSON of any other shape contains is said by a mapping: it becomes rows, as of a table.

mod akoma_ntoso;
mod calendar;
mod error;
mod fields;
mod ids;
mod json;
mod json_rows;
mod output;
mod popolo;
mod tei;
mod text;
mod transcript;
mod xml;

pub use error::DocumentError;
pub use json_rows::Rows;

use self::json::JsonKind;
use self::output::Output;
use super::Imported;
use crate::lang::Lang;
use crate::text::named_enum;

named_enum! {
    /// A format of documents.
    pub enum DocumentFormat {
        /// JSON: an export of `lawat`, Popolo, or rows.
        Json = "json",
        /// JSON Lines: one visit or one row per line.
        JsonLines = "jsonl",
        /// iCalendar (RFC 5545).
        Calendar = "ics",
        /// A debate in Akoma Ntoso (the OASIS standard).
        AkomaNtoso = "akn",
        /// A transcript in TEI, as in `ParlaMint`, or its lists of people and organizations.
        Tei = "tei",
    }
}

/// What was found in a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Document {
    /// Records, which have been added.
    Records,
    /// Rows, in which the headings say nothing by themselves.
    Rows(Rows),
}

impl DocumentFormat {
    /// The format of a document, by the way it begins.
    pub fn of_content(bytes: &[u8]) -> Option<Self> {
        let start = text::beginning(bytes);
        let start = start.trim_start();
        match start.chars().next()? {
            '{' | '[' if json::is_one_value(bytes) => Some(Self::Json),
            '{' => Some(Self::JsonLines),
            '<' if start.contains("akomaNtoso") => Some(Self::AkomaNtoso),
            '<' if ["<TEI", "<teiCorpus", "tei-c.org/ns"].iter().any(|it| start.contains(it)) => {
                Some(Self::Tei)
            }
            _ => {
                let begin = start.get(..15)?;
                begin.eq_ignore_ascii_case("BEGIN:VCALENDAR").then_some(Self::Calendar)
            }
        }
    }
}

/// Reads a document and adds what it contains. In JSON, `rows` says where the rows are: `data.items[*]`.
pub fn read_document(
    format: DocumentFormat,
    bytes: &[u8],
    rows: Option<&str>,
    lang: Lang,
    found: &mut Imported,
) -> Result<Document, DocumentError> {
    text::check_size(bytes)?;
    let mut out = Output::new(lang, found);
    match format {
        DocumentFormat::Json | DocumentFormat::JsonLines => {
            let value = json::parse(bytes, format == DocumentFormat::JsonLines)?;
            let kind = if rows.is_some() { JsonKind::Other } else { json::kind(&value) };
            match kind {
                JsonKind::Archive => json::read(value, &mut out),
                JsonKind::Popolo => popolo::read(value, &mut out),
                JsonKind::Other => return json_rows::read(&value, rows).map(Document::Rows),
            }
        }
        DocumentFormat::Calendar => calendar::read(bytes, &mut out)?,
        DocumentFormat::AkomaNtoso => akoma_ntoso::read(&xml::read(bytes, &mut out)?, &mut out)?,
        DocumentFormat::Tei => tei::read(&xml::read(bytes, &mut out)?, &mut out)?,
    }
    Ok(Document::Records)
}
