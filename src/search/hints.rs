//! What to say beside the answer to a query that may be meant otherwise.

use super::fields::FieldName;
use super::labels;
use crate::lang::Lang;
use crate::text::shorten;

/// So many words of a list are named.
const NAMED: usize = 5;

/// Something about a query that may surprise whoever typed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Hint {
    /// There is no such field, so that its name is text; a known one may be meant.
    UnknownField(String, Option<&'static str>),
    /// A word that is in no list of its field, as the field was typed.
    UnknownValue(String, FieldName, String),
    /// Only so many words are looked for.
    Shortened(usize),
}

impl Hint {
    pub(super) fn message(&self, lang: Lang) -> String {
        match self {
            Self::UnknownField(name, nearest) => lang.unknown_search_field(&shorten(name), *nearest),
            Self::UnknownValue(name, field, value) => {
                let known = labels::words(*field, lang);
                let named = known.iter().take(NAMED).copied().collect::<Vec<_>>().join(", ");
                lang.unknown_search_value(&shorten(name), &shorten(value), &named)
            }
            Self::Shortened(words) => lang.shortened_query(*words),
        }
    }
}
