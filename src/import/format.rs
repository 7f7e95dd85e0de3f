//! The formats that can be imported.

use super::container::{self, Container};
use super::documents::DocumentFormat;
use super::unreadable::Unreadable;
use crate::text::named_enum;

named_enum! {
    /// The formats that can be imported.
    pub enum ImportFormat {
        /// A table as text.
        Csv = "csv",
        /// An Excel workbook.
        Xlsx = "xlsx",
        /// A spreadsheet in the format of `OpenDocument`.
        Ods = "ods",
        /// JSON: an export of `lawat`, Popolo, or rows.
        Json = "json",
        /// JSON Lines: one visit or one row per line.
        JsonLines = "jsonl",
        /// A calendar.
        Calendar = "ics",
        /// A debate in Akoma Ntoso.
        AkomaNtoso = "akn",
        /// A transcript in TEI.
        Tei = "tei",
    }
}

impl ImportFormat {
    /// The format of a document; none for tables.
    pub(super) fn document(self) -> Option<DocumentFormat> {
        DocumentFormat::named(self.name())
    }

    /// The format of a file, by its content.
    pub(super) fn of_content(bytes: &[u8]) -> Result<Self, Unreadable> {
        /// The first bytes of workbooks of before 2007, and of workbooks with a password.
        const COMPOUND_FILE: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0];
        if bytes.starts_with(COMPOUND_FILE) {
            return Err(Unreadable::OldOrProtected);
        }
        if bytes.starts_with(b"PK\x03\x04") {
            return match container::kind(bytes)? {
                Some(Container::Xlsx) => Ok(Self::Xlsx),
                Some(Container::Ods) => Ok(Self::Ods),
                None => Err(Unreadable::NoText),
            };
        }
        let document = DocumentFormat::of_content(bytes).and_then(|format| Self::named(format.name()));
        Ok(document.unwrap_or(Self::Csv))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_of_documents_can_be_imported() {
        for format in DocumentFormat::ALL {
            assert_eq!(ImportFormat::named(format.name()).and_then(ImportFormat::document), Some(format));
        }
        assert!(
            [ImportFormat::Csv, ImportFormat::Xlsx, ImportFormat::Ods]
                .iter()
                .all(|it| it.document().is_none())
        );
    }
}
