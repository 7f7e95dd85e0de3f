//! Hints about a query that is valid but may not mean what the user intended.

use super::fields::QueryField;
use super::keywords;
use crate::lang::Lang;
use crate::text::shorten;

/// The number of known values in a message.
const MAX_VALUES: usize = 5;

/// A property of a query that may surprise the user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum QueryHint {
    /// An unknown field, whose name is searched as text: the name, and the most similar field.
    UnknownField(String, Option<&'static str>),
    /// The value is not in the list of its field: the field as typed, the field, and the value.
    UnknownValue(String, QueryField, String),
    /// The query is too long: only the first words are searched; their number.
    Shortened(usize),
}

impl QueryHint {
    pub(super) fn message(&self, lang: Lang) -> String {
        match self {
            Self::UnknownField(name, nearest) => lang.unknown_search_field(&shorten(name), *nearest),
            Self::UnknownValue(name, field, value) => {
                let known = keywords::words(*field, lang);
                let values = known.iter().take(MAX_VALUES).copied().collect::<Vec<_>>().join(", ");
                lang.unknown_search_value(&shorten(name), &shorten(value), &values)
            }
            Self::Shortened(words) => lang.shortened_query(*words),
        }
    }
}
