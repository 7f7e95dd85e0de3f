//! Why a document cannot be read.

use crate::lang::Lang;

/// Why a document cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DocumentError {
    /// It is larger than this many MiB.
    TooLarge(usize),
    /// It is not text in the encoding that it states, or in UTF-8.
    NotText(String),
    /// It is not JSON from this line and column on.
    NotJson {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
    },
    /// It ends before its lists and records do.
    EndsEarly,
    /// A record has the same field twice in this line.
    FieldTwice(usize),
    /// It is nested more deeply than this.
    TooDeep(usize),
    /// It has more than this many values or elements.
    TooManyValues(usize),
    /// Its rows have more than this many different fields.
    TooManyColumns(usize),
    /// It has no list of records.
    NoRows,
    /// It has no list of records at this path.
    NoRowsAt(String),
    /// It is not XML in this line.
    NotXml(usize),
    /// An element is not closed: its name, and the line where it begins.
    Unclosed(String, usize),
    /// An element has more than this many attributes: the number, and its line.
    TooManyAttributes(usize, usize),
    /// Its outermost element is another one.
    OtherRoot(String),
    /// It is not a calendar.
    NotACalendar,
}

impl DocumentError {
    /// The message for the user.
    pub fn message(&self, lang: Lang) -> String {
        match self {
            Self::TooLarge(limit) => lang.import_document_too_large(*limit),
            Self::NotText(encoding) => lang.import_document_not_text(encoding),
            Self::NotJson { line, column } => lang.import_not_json(*line, *column),
            Self::EndsEarly => lang.import_document_ends_early().to_owned(),
            Self::FieldTwice(line) => lang.import_field_twice(*line),
            Self::TooDeep(limit) => lang.import_document_too_deep(*limit),
            Self::TooManyValues(limit) => lang.import_too_many_values(*limit),
            Self::TooManyColumns(limit) => lang.import_too_many_columns(*limit),
            Self::NoRows => lang.import_no_json_rows().to_owned(),
            Self::NoRowsAt(path) => lang.import_no_json_rows_at(path),
            Self::NotXml(line) => lang.import_not_xml(*line),
            Self::Unclosed(name, line) => lang.import_unclosed_element(name, *line),
            Self::TooManyAttributes(limit, line) => lang.import_too_many_attributes(*limit, *line),
            Self::OtherRoot(name) => lang.import_other_root(name),
            Self::NotACalendar => lang.import_not_a_calendar().to_owned(),
        }
    }
}
