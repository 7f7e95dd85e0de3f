//! Visits as others take them: JSON, tables, pages to publish, calendars, linked data. Bytes go to a writer, which may be a file.
//!
//! A record is never cut: a selection chooses visits, and for what shows statements one by one also statements. What is
//! written is inert: no formula in a spreadsheet, no tag in a page, nothing that acts on a terminal.

mod briefing;
mod calendar;
mod file;
mod html;
mod leaf;
mod linked;
mod markdown;
mod selection;
mod sheet;
mod table;
mod workbook;

pub use briefing::Briefing;
pub use file::{SaveError, SaveOptions, save, write_atomically};
pub use selection::{Selection, VisitSelection};
pub use table::{CsvDialect, ExportTable, write_table};

use std::collections::HashSet;
use std::io::{self, Write};

use jiff::Timestamp;

use crate::lang::{self, Both, Counted, Lang};
use crate::model::{Archive, Document, Header, Visit};
use crate::text::{slug, write_json};

/// A form in which visits are exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ExportFormat {
    /// A sheet of quote cards, as text.
    Sheet,
    /// The records, as they were loaded: one archive, or an array of them when the files say different things of their visits
    /// as a whole.
    Json,
    /// A visit a line.
    Jsonl,
    /// A table.
    Csv,
    /// All tables, for an office.
    Workbook,
    /// A page for each visit, as Markdown.
    Markdown,
    /// A page to publish: one file that needs no other.
    Html,
    /// Visits and stops as events of a calendar.
    Calendar,
    /// Linked data in the words of schema.org.
    JsonLd,
}

impl ExportFormat {
    /// Every format.
    pub const ALL: [Self; 9] = [
        Self::Sheet,
        Self::Json,
        Self::Jsonl,
        Self::Csv,
        Self::Workbook,
        Self::Markdown,
        Self::Html,
        Self::Calendar,
        Self::JsonLd,
    ];

    /// Its name on the command line, which is also the end of the names of files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sheet => "txt",
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
}

impl ExportFormat {
    /// Whether it is text, which a terminal can show.
    pub fn is_text(self) -> bool {
        self != Self::Workbook
    }

    /// What it is called on the screen.
    pub fn label(self, lang: Lang) -> &'static str {
        let both = match self {
            Self::Sheet => {
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

/// What is to be exported, and how.
#[derive(Debug, Clone, Copy)]
pub struct Export<'a> {
    /// The records.
    pub archive: &'a Archive,
    /// Which of them.
    pub selection: &'a Selection,
    /// The form.
    pub format: ExportFormat,
    /// The table, where the form is one.
    pub table: ExportTable,
    /// How that is written.
    pub dialect: CsvDialect,
    /// The language of everything that is not in the records.
    pub lang: Lang,
    /// When it is written: calendars say so.
    pub now: Timestamp,
}

/// What was written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ExportSummary {
    /// How many visits, rows or events.
    pub records: usize,
    /// The references of visits and stops without a day, which no calendar can hold.
    pub left_out: Vec<String>,
}

impl<'a> Export<'a> {
    /// Writes it.
    pub fn write(&self, out: &mut dyn Write) -> io::Result<ExportSummary> {
        match self.format {
            ExportFormat::Json => self.json(out)?,
            ExportFormat::Jsonl => {
                for (visit, _) in self.visits() {
                    write_json(&mut *out, visit, false)?;
                    out.write_all(b"\n")?;
                }
            }
            ExportFormat::Text => return sheet::write(self, out),
            ExportFormat::Csv => return table::write(self, out),
            ExportFormat::Workbook => return workbook::write(self, out),
            ExportFormat::Markdown => markdown::write(self, out)?,
            ExportFormat::Html => html::write(self, out)?,
            ExportFormat::Calendar => return calendar::write(self, out),
            ExportFormat::JsonLd => linked::write(self, out)?,
        }
        Ok(ExportSummary { records: self.selection.parts.len(), ..ExportSummary::default() })
    }

    /// How many statements it would write: a record of JSON is never cut, and a calendar has none.
    pub fn statements(&self) -> Option<usize> {
        match self.format {
            ExportFormat::Json | ExportFormat::Jsonl => {
                Some(self.visits().map(|(visit, _)| visit.statements.len()).sum())
            }
            ExportFormat::Calendar => None,
            ExportFormat::Text
            | ExportFormat::Csv
            | ExportFormat::Workbook
            | ExportFormat::Markdown
            | ExportFormat::Html
            | ExportFormat::JsonLd => Some(self.selection.statements(self.archive)),
        }
    }

    /// What [`ExportSummary::records`] counts, in words.
    pub fn counted(&self) -> Counted {
        match (self.format, self.table) {
            (ExportFormat::Text, _) | (ExportFormat::Csv, ExportTable::Statements) => lang::STATEMENTS,
            (ExportFormat::Csv, ExportTable::Stops) => lang::STOPS,
            (ExportFormat::Csv, ExportTable::Participants) => lang::PARTICIPANTS,
            (ExportFormat::Csv, ExportTable::Organizations) => lang::ORGANIZATIONS,
            (ExportFormat::Csv, ExportTable::Outcomes) => lang::OUTCOMES,
            (ExportFormat::Csv, ExportTable::Expenses) => lang::EXPENSES,
            (ExportFormat::Csv, ExportTable::Media) => lang::MEDIA,
            (ExportFormat::Csv, ExportTable::Notes) => lang::NOTES,
            (ExportFormat::Csv, ExportTable::Sources) => lang::SOURCES,
            (ExportFormat::Calendar, _) => lang::EVENTS,
            _ => lang::VISITS,
        }
    }

    /// The chosen visits, each with what is chosen of it.
    fn visits(&self) -> impl Iterator<Item = (&'a Visit, &'a VisitSelection)> + use<'a> {
        let archive = self.archive;
        self.selection.parts.iter().filter_map(move |part| Some((archive.visits.get(part.visit)?, part)))
    }

    /// An archive for each document; neighbours that say the same of their visits are one. One without visits belongs to an
    /// export of everything.
    fn json(&self, out: &mut dyn Write) -> io::Result<()> {
        let headers = &self.archive.headers;
        let mut visits: Vec<Vec<&Visit>> = vec![Vec::new(); headers.len()];
        for (visit, _) in self.visits() {
            visits.get_mut(visit.header).into_iter().for_each(|visits| visits.push(visit));
        }
        let is_all = self.selection.parts.len() == self.archive.visits.len();
        let mut documents: Vec<Document<'_>> = Vec::new();
        for (header, mut visits) in
            headers.iter().zip(visits).filter(|(_, visits)| is_all || !visits.is_empty())
        {
            match documents.last_mut().filter(|last| says_the_same(last.header, header)) {
                Some(last) => last.visits.append(&mut visits),
                None => documents.push(Document { header, visits }),
            }
        }
        match documents.as_slice() {
            [document] => write_json(&mut *out, document, true)?,
            documents => write_json(&mut *out, documents, true)?,
        }
        out.write_all(b"\n")
    }

    /// The same export of each visit on its own, with a name for its file. The names are distinct, and safe on any system.
    pub fn per_visit(&self) -> impl Iterator<Item = (String, Selection)> {
        let format = self.format;
        let mut taken = HashSet::new();
        self.visits().map(move |(visit, part)| {
            let slug = slug(visit.id.as_str());
            // An id may be written so that it looks like the changed name of another.
            let mut name = slug.clone();
            let mut number = 2;
            while !taken.insert(name.clone()) {
                name = format!("{slug}-{number}");
                number += 1;
            }
            (
                format!("{name}.{}", format.name()),
                Selection { parts: vec![part.clone()], ordered: Vec::new() },
            )
        })
    }
}

fn says_the_same(one: &Header, other: &Header) -> bool {
    let facts = |it: &Header| [&it.title, &it.language, &it.timezone, &it.license].map(Clone::clone);
    facts(one) == facts(other) && one.extra == other.extra
}
