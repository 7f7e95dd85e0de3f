//! A piece of YAML as a tree in which every node knows where it stands.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::finding::Finding;
use crate::diagnostic::{At, Fault, Shape};

/// Mappings of more keys are searched for twins by a table.
const FEW_KEYS: usize = 24;

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
    pub(super) fn items(&self, key: &str) -> impl Iterator<Item = &Self> + Clone {
        let items = match self.get(key).map(|list| &list.value) {
            Some(Value::Sequence(items)) => items.as_slice(),
            _ => &[],
        };
        items.iter().filter(|item| !matches!(item.value, Value::Hole))
    }

    /// The values of a field that has one or several, without the faulty ones.
    pub(super) fn one_or_more(&self, key: &str) -> impl Iterator<Item = &Self> + Clone {
        let values = match self.get(key) {
            Some(Self { value: Value::Sequence(items), .. }) => items.as_slice(),
            Some(one) if !one.is_null() => std::slice::from_ref(one),
            _ => &[],
        };
        values.iter().filter(|item| !matches!(item.value, Value::Hole))
    }

    /// The items of a list field, to be changed.
    pub(super) fn items_mut(&mut self, key: &str) -> impl Iterator<Item = &mut Self> {
        let items = match self.get_mut(key).map(|list| &mut list.value) {
            Some(Value::Sequence(items)) => items.as_mut_slice(),
            _ => &mut [],
        };
        items.iter_mut().filter(|item| !matches!(item.value, Value::Hole))
    }

    /// The values of a field that has one or several, to be changed.
    pub(super) fn one_or_more_mut(&mut self, key: &str) -> impl Iterator<Item = &mut Self> {
        self.get_mut(key).into_iter().flat_map(Self::each_mut)
    }

    /// The items of a list, or the value itself.
    pub(super) fn each_mut(&mut self) -> impl Iterator<Item = &mut Self> {
        let is_nothing = self.is_null();
        let values = match self {
            Self { value: Value::Sequence(items), .. } => items.as_mut_slice(),
            one => std::slice::from_mut(one),
        };
        values.iter_mut().filter(move |item| !is_nothing && !matches!(item.value, Value::Hole))
    }

    /// Adds an item to a list field, which is begun if there is none.
    pub(super) fn push(&mut self, key: &str, item: Self) {
        let at = item.at;
        let Value::Mapping(entries) = &mut self.value else { return };
        entries.retain(|(name, value)| name.as_str() != Some(key) || !value.is_null());
        match entries.iter_mut().find(|(name, _)| name.as_str() == Some(key)) {
            Some((_, Self { value: Value::Sequence(items), .. })) => items.push(item),
            Some(_) => {}
            None => {
                let list = Self { at, value: Value::Sequence(vec![item]) };
                entries.push((Self::text(key, at), list));
            }
        }
    }

    /// The same at another place.
    pub(super) fn moved(&self, at: At) -> Self {
        let value = match &self.value {
            Value::Sequence(items) => Value::Sequence(items.iter().map(|item| item.moved(at)).collect()),
            Value::Mapping(entries) => {
                Value::Mapping(entries.iter().map(|(key, value)| (key.moved(at), value.moved(at))).collect())
            }
            other => other.clone(),
        };
        Self { at, value }
    }

    /// Drops the items of a list, or the value itself, that do not fit.
    pub(super) fn keep(&mut self, fits: impl Fn(&Self) -> bool) {
        if let Value::Sequence(items) = &mut self.value {
            items.retain(fits);
        } else if !fits(self) {
            self.value = Value::Hole;
        }
    }

    /// The record without a field.
    pub(super) fn without(mut self, name: &str) -> Self {
        if let Value::Mapping(entries) = &mut self.value {
            entries.retain(|(key, _)| key.as_str() != Some(name));
        }
        self
    }

    fn get_mut(&mut self, key: &str) -> Option<&mut Self> {
        match &mut self.value {
            Value::Mapping(entries) => {
                entries.iter_mut().find(|(name, _)| name.as_str() == Some(key)).map(|(_, value)| value)
            }
            _ => None,
        }
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

/// Puts in the place of merge keys (`<<`) the entries of the mappings that they name, as far as they have not been said: a
/// mapping's own before those of others, and the first of these before the next.
pub(super) fn merge(entries: &mut Vec<(Node, Node)>) {
    let is_merge = |(key, value): &(Node, Node)| {
        let is_key = matches!(&key.value, Value::Scalar { text, plain: true } if &**text == "<<");
        let is_mapping = |node: &Node| matches!(node.value, Value::Mapping(_));
        let is_meant = match &value.value {
            Value::Sequence(items) => items.iter().all(is_mapping),
            _ => is_mapping(value),
        };
        is_key && is_meant
    };
    let merged: Vec<Node> = entries.extract_if(.., |entry| is_merge(entry)).map(|(_, value)| value).collect();
    if merged.is_empty() {
        return;
    }
    for node in merged {
        match node.value {
            Value::Mapping(others) => entries.extend(others),
            Value::Sequence(items) => entries.extend(items.into_iter().flat_map(|item| match item.value {
                Value::Mapping(others) => others,
                _ => Vec::new(),
            })),
            Value::Scalar { .. } | Value::Hole => {}
        }
    }
    drop_twins(entries);
}

/// Keeps the first of the entries that have the same key, and tells of the others.
pub(super) fn drop_twins(entries: &mut Vec<(Node, Node)>) -> Vec<Finding> {
    let twins = if entries.len() <= FEW_KEYS { few_twins(entries) } else { twins(entries) };
    let told = |&(first, later): &(usize, usize)| {
        let ((first, _), (later, _)) = (entries.get(first)?, entries.get(later)?);
        let fault = Fault::DuplicateKey(later.as_str().unwrap_or_default().to_owned());
        Some(Finding::new(fault, later.at).and(first.at))
    };
    let findings = twins.iter().filter_map(told).collect();
    let mut later = twins.into_iter().map(|(_, later)| later).peekable();
    if later.peek().is_some() {
        let mut at = 0..;
        entries.retain(|_| later.next_if_eq(&at.next().unwrap_or_default()).is_none());
    }
    findings
}

/// The entries whose key another has before them, each with that one, as indices.
fn few_twins(entries: &[(Node, Node)]) -> Vec<(usize, usize)> {
    let mut twins = Vec::new();
    for (later, entry) in entries.iter().enumerate().skip(1) {
        let Some(name) = entry.0.as_str() else { continue };
        let first = entries.iter().take(later).position(|(other, _)| other.as_str() == Some(name));
        twins.extend(first.map(|first| (first, later)));
    }
    twins
}

/// The same for a mapping of many keys.
fn twins(entries: &[(Node, Node)]) -> Vec<(usize, usize)> {
    let mut seen: HashMap<&str, usize> = HashMap::new();
    let mut twins = Vec::new();
    for (at, (key, _)) in entries.iter().enumerate() {
        let Some(key) = key.as_str() else { continue };
        match seen.entry(key) {
            Entry::Occupied(first) => twins.push((*first.get(), at)),
            Entry::Vacant(new) => drop(new.insert(at)),
        }
    }
    twins
}
