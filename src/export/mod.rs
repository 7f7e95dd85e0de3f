//! Exports visits as JSON, tables, published pages, calendars, linked data and databases, to any writer.
//!
//! A [`Selection`] chooses visits and, for formats that list statements, statements; other parts of a record are never left
//! out. The output is inert: no formulas in spreadsheets, no tags in pages, no control characters for terminals.
//!
//! ```
//! use lawat::export::{CsvDialect, Export, ExportFormat, ExportTable, Selection};
//! use lawat::lang::Lang;
//! use lawat::load::load_text;
//!
//! let records = "schema_version: '1.1'\nvisits: [{ id: visit, title: Studi tiru }]";
//! let archive = load_text("visits.yaml", records.into()).archive;
//! let export = Export {
//!     archive: &archive,
//!     selection: &Selection::all(&archive),
//!     format: ExportFormat::Csv,
//!     table: ExportTable::Visits,
//!     dialect: CsvDialect::default(),
//!     lang: Lang::En,
//!     now: jiff::Timestamp::UNIX_EPOCH,
//!     opening: lawat::export::Opening::default(),
//! };
//! let mut csv = Vec::new();
//! let summary = export.write(&mut csv)?;
//! assert_eq!(summary.records, 1);
//! assert!(String::from_utf8_lossy(&csv).contains("Studi tiru"));
//! # Ok::<(), std::io::Error>(())
//! ```

mod article;
mod blocks;
mod briefing;
mod calendar;
mod file;
mod format;
mod html;
mod job;
mod kept_basket;
mod linked;
mod markdown;
mod names;
mod new_file;
mod protocol;
mod quotes;
mod selection;
mod site;
mod sql;
mod table;
mod table_kind;
mod temporary;
mod text;
mod visit_parts;
mod workbook;

pub use briefing::Briefing;
pub use file::{
    SaveError, SaveOptions, create_private_folder, keep_privately, save, write_atomically, write_privately,
};
pub use format::ExportFormat;
pub use job::{Export, ExportSummary, Opening};
pub use kept_basket::{KeptBasket, KeptBaskets, Naming, baskets_folder};
pub use selection::{Selection, VisitSelection};
pub use site::{BaseUrl, Site, SiteError, SiteSummary};
pub use table::write_table;
pub use table_kind::{CsvDialect, ExportTable};
pub use temporary::{TemporaryFile, remove_temporary_files};

use std::io::{self, Write};

use self::names::FileNames;
use crate::lang::{self, Counted};
use crate::model::{Document, Header, Visit};
use crate::text::write_json;

impl Export<'_> {
    /// Writes the export to `out`.
    pub fn write(&self, out: &mut dyn Write) -> io::Result<ExportSummary> {
        match self.format {
            ExportFormat::Json => self.json(out)?,
            ExportFormat::Jsonl => {
                for (visit, _) in self.visits() {
                    write_json(&mut *out, visit, false)?;
                    out.write_all(b"\n")?;
                }
            }
            ExportFormat::Text => return text::write(self, out),
            ExportFormat::Csv => return table::write(self, out),
            ExportFormat::Workbook => return workbook::write(self, out),
            ExportFormat::QuotesMarkdown | ExportFormat::Quotes => return self.quotes(out),
            ExportFormat::Markdown | ExportFormat::BriefingMarkdown => markdown::write(self, out)?,
            ExportFormat::Html | ExportFormat::Briefing => html::write(self, out)?,
            ExportFormat::Calendar => return calendar::write(self, out),
            ExportFormat::JsonLd => linked::write(self, out)?,
            ExportFormat::Sql => return sql::write(self, out),
        }
        Ok(ExportSummary { records: self.selection.parts.len(), ..ExportSummary::default() })
    }

    /// Writes a collection of quotes, unless there are none.
    fn quotes(&self, out: &mut dyn Write) -> io::Result<ExportSummary> {
        let records = text::statements(self).len();
        match self.format {
            _ if records == 0 => {}
            ExportFormat::QuotesMarkdown => markdown::write(self, out)?,
            _ => html::write(self, out)?,
        }
        Ok(ExportSummary { records, ..ExportSummary::default() })
    }

    /// The number of statements that would be written: JSON holds all statements of its visits, and a calendar has none (`None`).
    pub fn statements(&self) -> Option<usize> {
        match self.format {
            ExportFormat::Json | ExportFormat::Jsonl => {
                Some(self.visits().map(|(visit, _)| visit.statements.len()).sum())
            }
            ExportFormat::Calendar | ExportFormat::Briefing | ExportFormat::BriefingMarkdown => None,
            ExportFormat::Text
            | ExportFormat::Csv
            | ExportFormat::Workbook
            | ExportFormat::Markdown
            | ExportFormat::Html
            | ExportFormat::Quotes
            | ExportFormat::QuotesMarkdown
            | ExportFormat::JsonLd
            | ExportFormat::Sql => Some(self.selection.statements(self.archive)),
        }
    }

    /// The plural name of what [`ExportSummary::records`] counts.
    pub fn unit(&self) -> Counted {
        match (self.format, self.table) {
            (ExportFormat::Text | ExportFormat::Quotes | ExportFormat::QuotesMarkdown, _)
            | (ExportFormat::Csv, ExportTable::Statements) => lang::STATEMENTS,
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

    /// One archive per header; adjacent equal headers are merged. An archive without visits is written only when everything is
    /// exported.
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
            match documents.last_mut().filter(|last| is_equivalent(last.header, header)) {
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

    /// A selection for each visit on its own, with a file name. The names are distinct and valid on any system.
    pub fn per_visit(&self) -> impl Iterator<Item = (String, Selection)> {
        let format = self.format;
        let mut names = FileNames::default();
        self.visits().map(move |(visit, part)| {
            (
                format!("{}.{}", names.name(visit.id.as_str()), format.extension()),
                Selection { parts: vec![part.clone()], ordered: Vec::new() },
            )
        })
    }
}

fn is_equivalent(one: &Header, other: &Header) -> bool {
    let facts = |it: &Header| [&it.title, &it.language, &it.timezone, &it.license].map(Clone::clone);
    facts(one) == facts(other) && one.extra == other.extra
}
