//! An export and its options.

use jiff::Timestamp;

use super::format::ExportFormat;
use super::selection::{Selection, VisitSelection};
use super::table_kind::{CsvDialect, ExportTable};
use crate::lang::Lang;
use crate::model::{Archive, Visit};

/// An export and its options.
#[derive(Debug, Clone, Copy)]
pub struct Export<'a> {
    /// The archive.
    pub archive: &'a Archive,
    /// The visits and statements to export.
    pub selection: &'a Selection,
    /// The format.
    pub format: ExportFormat,
    /// The table to write, if the format is CSV.
    pub table: ExportTable,
    /// The CSV options.
    pub dialect: CsvDialect,
    /// The language of everything that does not come from the records.
    pub lang: Lang,
    /// The time of the export, which calendars record.
    pub now: Timestamp,
    /// How a collection of quotes begins.
    pub opening: Opening<'a>,
}

/// The title and the first paragraphs of a collection of quotes, in the user's own words.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Opening<'a> {
    /// The title.
    pub title: Option<&'a str>,
    /// The paragraphs, with empty lines between them.
    pub lead: Option<&'a str>,
}

/// The summary of an export.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ExportSummary {
    /// The number of visits, rows or events.
    pub records: usize,
    /// The references of visits and stops that a calendar cannot hold, because their day is not known.
    pub left_out: Vec<String>,
    /// The references of those before the year 1; iCalendar has no such years.
    pub too_early: Vec<String>,
}

impl ExportSummary {
    /// Adds what was left out of another file.
    pub fn leave_out(&mut self, mut other: Self) {
        self.left_out.append(&mut other.left_out);
        self.too_early.append(&mut other.too_early);
    }

    /// Messages about records that were left out.
    pub fn remarks(&self, lang: Lang) -> Vec<String> {
        let remark = |references: &[String], words: fn(Lang, &[String]) -> String| {
            (!references.is_empty()).then(|| words(lang, references))
        };
        let remarks = [
            remark(&self.left_out, Lang::left_out_of_calendar),
            remark(&self.too_early, Lang::too_early_for_calendar),
        ];
        remarks.into_iter().flatten().collect()
    }
}

impl<'a> Export<'a> {
    /// The selected visits, each with its selection.
    pub(super) fn visits(&self) -> impl Iterator<Item = (&'a Visit, &'a VisitSelection)> + use<'a> {
        let archive = self.archive;
        self.selection.parts.iter().filter_map(move |part| Some((archive.visits.get(part.visit)?, part)))
    }
}
