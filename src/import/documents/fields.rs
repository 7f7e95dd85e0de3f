//! Builds records: fields in the order in which they are put, none of them empty.

use std::collections::HashSet;
use std::hash::Hash;

use serde_yaml::{Mapping, Value};

use crate::model::PartialDate;

/// A record in the making.
#[derive(Debug, Default, Clone)]
pub(super) struct Fields(Mapping);

impl Fields {
    /// A record with an id.
    pub(super) fn with_id(id: &str) -> Self {
        Self::default().text("id", id)
    }

    /// Adds a text, unless it is empty.
    pub(super) fn text(self, name: &str, text: &str) -> Self {
        self.value(name, text.trim().into())
    }

    /// Adds a text, if there is one.
    pub(super) fn maybe(self, name: &str, text: Option<&str>) -> Self {
        self.text(name, text.unwrap_or_default())
    }

    /// Adds texts, unless there are none.
    pub(super) fn texts(self, name: &str, texts: impl IntoIterator<Item = String>) -> Self {
        self.value(name, texts.into_iter().map(Value::from).collect::<Vec<_>>().into())
    }

    /// Adds records, unless there are none.
    pub(super) fn records(self, name: &str, records: Vec<Mapping>) -> Self {
        self.value(name, records.into_iter().map(Value::from).collect::<Vec<_>>().into())
    }

    /// Adds one value as itself, several as a list.
    pub(super) fn one_or_more(self, name: &str, mut values: Vec<Value>) -> Self {
        let value = if values.len() == 1 { values.pop().unwrap_or_default() } else { values.into() };
        self.value(name, value)
    }

    /// Adds a value, unless it is null or empty.
    pub(super) fn value(mut self, name: &str, value: Value) -> Self {
        let is_empty = match &value {
            Value::Null => true,
            Value::String(text) => text.is_empty(),
            Value::Sequence(items) => items.is_empty(),
            Value::Mapping(fields) => fields.is_empty(),
            _ => false,
        };
        if !is_empty {
            self.0.insert(name.into(), value);
        }
        self
    }

    /// Adds the fields of another record.
    pub(super) fn and(mut self, others: Self) -> Self {
        self.0.extend(others.0);
        self
    }

    pub(super) fn done(self) -> Mapping {
        self.0
    }
}

/// A date in ISO 8601 as the format writes it; `None` if it is none.
pub(super) fn date(text: &str) -> Option<String> {
    text.trim().parse::<PartialDate>().ok().map(|date| date.to_string())
}

/// The items without those that are equal to an earlier one.
pub(super) fn distinct<T: Hash + Eq + Clone>(items: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut met = HashSet::new();
    items.into_iter().filter(|item| met.insert(item.clone())).collect()
}

/// The beginning of a text that many records repeat: three hundred characters, more than any heading has.
pub(super) fn beginning(text: &str) -> String {
    match text.char_indices().nth(300) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// The name of a custom field for the name of a foreign one.
pub(super) fn custom(name: &str) -> String {
    let is_allowed = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.');
    let name: String = name.chars().take(80).map(|c| if is_allowed(c) { c } else { '_' }).collect();
    if name.starts_with("x-") { name } else { format!("x-{name}") }
}
