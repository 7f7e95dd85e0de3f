//! Errors in queries.

use super::dates::DateFilterError;
use crate::lang::Lang;
use crate::text::shorten;

/// An error in a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueryError {
    /// The position of the error, in characters from 0.
    pub position: usize,
    /// The kind of error.
    pub kind: QueryErrorKind,
}

/// The kinds of errors in a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum QueryErrorKind {
    /// A quotation mark is not closed.
    UnclosedQuote,
    /// A field cannot have this value: the name of the field, and the value.
    InvalidValue(&'static str, String),
    /// The value of a date field is not a range of days.
    InvalidDate(String, DateFilterError),
}

impl QueryError {
    /// The message for the user: what is wrong, and how to fix it.
    pub fn message(&self, lang: Lang) -> String {
        match &self.kind {
            QueryErrorKind::UnclosedQuote => lang.unclosed_quote().to_owned(),
            QueryErrorKind::InvalidValue(field, value) => lang.bad_search_value(field, &shorten(value)),
            QueryErrorKind::InvalidDate(value, DateFilterError::Relative) => {
                lang.relative_date(&shorten(value))
            }
            QueryErrorKind::InvalidDate(value, DateFilterError::MissingYear) => {
                lang.date_without_year(&shorten(value))
            }
            QueryErrorKind::InvalidDate(value, DateFilterError::Invalid) => lang.not_a_date(&shorten(value)),
        }
    }
}
