//! A piece of YAML as a tree in which every node knows where it stands.

use crate::diagnostic::{At, Shape};

/// A value and its place.
#[derive(Debug, Clone)]
pub(super) struct Node {
    pub(super) at: At,
    pub(super) value: Value,
}

/// What stands there.
#[derive(Debug, Clone)]
pub(super) enum Value {
    /// Text. `plain` text is not quoted, so it may mean `null`.
    Scalar { text: Box<str>, plain: bool },
    /// A list.
    Sequence(Vec<Node>),
    /// Keys and values in the order of the file.
    Mapping(Vec<(Node, Node)>),
    /// Something faulty stood here. It has been reported, and fits every type.
    Hole,
}

impl Node {
    /// A hole at a place.
    pub(super) fn hole(at: At) -> Self {
        Self { at, value: Value::Hole }
    }

    /// A text that was made up.
    pub(super) fn text(text: &str, at: At) -> Self {
        Self { at, value: Value::Scalar { text: text.into(), plain: false } }
    }

    /// The text of a scalar.
    pub(super) fn as_str(&self) -> Option<&str> {
        match &self.value {
            Value::Scalar { text, .. } => Some(text),
            _ => None,
        }
    }

    /// Whether it says nothing: `null`, `~`, or an empty plain scalar (YAML 1.2 core schema).
    pub(super) fn is_null(&self) -> bool {
        matches!(&self.value, Value::Scalar { text, plain: true }
            if matches!(&**text, "" | "~" | "null" | "Null" | "NULL"))
    }

    /// The value of a key in a mapping.
    pub(super) fn get(&self, key: &str) -> Option<&Self> {
        match &self.value {
            Value::Mapping(entries) => {
                entries.iter().find(|(name, _)| name.as_str() == Some(key)).map(|(_, value)| value)
            }
            _ => None,
        }
    }

    /// The items of a list field, without the faulty ones: one for each that the typed record has.
    pub(super) fn items(&self, key: &str) -> impl Iterator<Item = &Self> {
        let items = match self.get(key).map(|list| &list.value) {
            Some(Value::Sequence(items)) => items.as_slice(),
            _ => &[],
        };
        items.iter().filter(|item| !matches!(item.value, Value::Hole))
    }

    /// Where the value of a field stands; where the record itself does, when it has no such field.
    pub(super) fn at_of(&self, key: &str) -> At {
        self.get(key).map_or(self.at, |value| value.at)
    }

    /// What it is, for a message.
    pub(super) fn shape(&self) -> Shape {
        match &self.value {
            _ if self.is_null() => Shape::Nothing,
            Value::Scalar { .. } => Shape::Text,
            Value::Sequence(_) => Shape::List,
            Value::Mapping(_) => Shape::Record,
            Value::Hole => Shape::Nothing,
        }
    }

    /// The bytes of memory it takes.
    pub(super) fn bytes(&self) -> usize {
        let within = match &self.value {
            Value::Scalar { text, .. } => text.len(),
            Value::Sequence(items) => items.iter().map(Self::bytes).sum(),
            Value::Mapping(entries) => entries.iter().map(|(key, value)| key.bytes() + value.bytes()).sum(),
            Value::Hole => 0,
        };
        size_of::<Self>() + within
    }

    /// How many levels lie below it.
    pub(super) fn height(&self) -> usize {
        match &self.value {
            Value::Scalar { .. } | Value::Hole => 0,
            Value::Sequence(items) => 1 + items.iter().map(Self::height).max().unwrap_or_default(),
            Value::Mapping(entries) => {
                1 + entries
                    .iter()
                    .map(|(key, value)| key.height().max(value.height()))
                    .max()
                    .unwrap_or_default()
            }
        }
    }
}
