//! The formats of export.

use crate::lang::{Both, Lang};
use crate::text::named_enum;

named_enum! {
    /// A format in which visits are exported. Its name is also the file name extension.
    pub enum ExportFormat {
        /// Quote cards, as plain text.
        Text = "txt",
        /// The records as loaded: one archive, or an array of archives if the headers of the files differ.
        Json = "json",
        /// JSON Lines: one visit per line.
        Jsonl = "jsonl",
        /// One table, as CSV.
        Csv = "csv",
        /// All tables, as an XLSX workbook.
        Workbook = "xlsx",
        /// A Markdown page for each visit.
        Markdown = "md",
        /// A self-contained HTML page.
        Html = "html",
        /// Visits and stops as iCalendar events.
        Calendar = "ics",
        /// Linked data with the vocabulary of schema.org.
        JsonLd = "jsonld",
    }
}

impl ExportFormat {
    /// Whether the format is text, and so can be written to a terminal.
    pub fn is_text(self) -> bool {
        self != Self::Workbook
    }

    /// The label in the interface.
    pub fn label(self, lang: Lang) -> &'static str {
        let both = match self {
            Self::Text => {
                Both { id: "Teks: lembar kutipan beserta sumbernya", en: "Text: a quote sheet with sources" }
            }
            Self::Json => Both { id: "JSON: catatan utuh", en: "JSON: complete records" },
            Self::Jsonl => {
                Both { id: "JSON Lines: satu kunjungan per baris", en: "JSON Lines: one visit per line" }
            }
            Self::Csv => Both { id: "CSV: tabel untuk lembar kerja", en: "CSV: a table for spreadsheets" },
            Self::Workbook => {
                Both { id: "XLSX: semua tabel, untuk Excel", en: "XLSX: all tables, for Excel" }
            }
            Self::Markdown => {
                Both { id: "Markdown: halaman kunjungan", en: "Markdown: a page about each visit" }
            }
            Self::Html => Both {
                id: "HTML: halaman untuk diterbitkan atau dicetak",
                en: "HTML: a page to publish or print",
            },
            Self::Calendar => {
                Both { id: "iCalendar: kunjungan untuk kalender", en: "iCalendar: visits for a calendar" }
            }
            Self::JsonLd => {
                Both { id: "JSON-LD: data tertaut (schema.org)", en: "JSON-LD: linked data (schema.org)" }
            }
        };
        both.get(lang)
    }
}
