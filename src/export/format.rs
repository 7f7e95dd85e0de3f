//! The formats of export.

use std::path::Path;

use crate::lang::{Both, Lang};
use crate::text::named_enum;

named_enum! {
    /// A format in which visits are exported.
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
        /// A collection of quotes as a self-contained HTML page.
        Quotes = "quotes",
        /// The same as Markdown.
        QuotesMarkdown = "quotes-md",
        /// A page for protocol about each visit, as HTML.
        Briefing = "briefing",
        /// The same as Markdown.
        BriefingMarkdown = "briefing-md",
        /// Visits and stops as iCalendar events.
        Calendar = "ics",
        /// Linked data with the vocabulary of schema.org.
        JsonLd = "jsonld",
        /// A script for PostgreSQL: tables, indexes for the search, and a view of quotes.
        Sql = "sql",
    }
}

impl ExportFormat {
    /// Whether the format is text, and so can be written to a terminal.
    pub fn is_text(self) -> bool {
        self != Self::Workbook
    }

    /// The extension of a file of this format.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Quotes | Self::Briefing => Self::Html.name(),
            Self::QuotesMarkdown | Self::BriefingMarkdown => Self::Markdown.name(),
            _ => self.name(),
        }
    }

    /// The format of a file with this name, by its extension.
    pub fn of_file(path: &Path) -> Option<Self> {
        match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "htm" => Some(Self::Html),
            "markdown" => Some(Self::Markdown),
            end => Self::ALL.into_iter().find(|format| format.extension() == end && format.name() == end),
        }
    }

    /// The same content for a file with this name: Markdown if the name says so.
    #[must_use]
    pub fn for_file(self, path: &Path) -> Self {
        match (self, Self::of_file(path)) {
            (Self::Quotes, Some(Self::Markdown)) => Self::QuotesMarkdown,
            (Self::Briefing, Some(Self::Markdown)) => Self::BriefingMarkdown,
            _ => self,
        }
    }

    /// Whether it is a collection of quotes.
    pub fn is_of_quotes(self) -> bool {
        matches!(self, Self::Quotes | Self::QuotesMarkdown)
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
            Self::Quotes => Both { id: "Kumpulan kutipan, HTML", en: "Collected quotes, HTML" },
            Self::QuotesMarkdown => {
                Both { id: "Kumpulan kutipan, Markdown", en: "Collected quotes, Markdown" }
            }
            Self::Briefing => Both {
                id: "Lembar protokol tiap kunjungan, HTML",
                en: "Protocol briefing on each visit, HTML",
            },
            Self::BriefingMarkdown => Both {
                id: "Lembar protokol tiap kunjungan, Markdown",
                en: "Protocol briefing on each visit, Markdown",
            },
            Self::Calendar => {
                Both { id: "iCalendar: kunjungan untuk kalender", en: "iCalendar: visits for a calendar" }
            }
            Self::JsonLd => {
                Both { id: "JSON-LD: data tertaut (schema.org)", en: "JSON-LD: linked data (schema.org)" }
            }
            Self::Sql => Both { id: "SQL: basis data PostgreSQL", en: "SQL: a PostgreSQL database" },
        };
        both.get(lang)
    }
}
