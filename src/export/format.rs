//! The formats of export.

use crate::lang::{Both, Lang};

/// A format in which visits are exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ExportFormat {
    /// Quote cards, as plain text.
    Text,
    /// The records as loaded: one archive, or an array of archives if the headers of the files differ.
    Json,
    /// JSON Lines: one visit per line.
    Jsonl,
    /// One table, as CSV.
    Csv,
    /// All tables, as an XLSX workbook.
    Workbook,
    /// A Markdown page for each visit.
    Markdown,
    /// A self-contained HTML page.
    Html,
    /// Visits and stops as iCalendar events.
    Calendar,
    /// Linked data with the vocabulary of schema.org.
    JsonLd,
}

impl ExportFormat {
    /// Every format.
    pub const ALL: [Self; 9] = [
        Self::Text,
        Self::Json,
        Self::Jsonl,
        Self::Csv,
        Self::Workbook,
        Self::Markdown,
        Self::Html,
        Self::Calendar,
        Self::JsonLd,
    ];

    /// The name on the command line, which is also the file name extension.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Json => "json",
            Self::Jsonl => "jsonl",
            Self::Csv => "csv",
            Self::Workbook => "xlsx",
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Calendar => "ics",
            Self::JsonLd => "jsonld",
        }
    }

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
