//! YAML as a tree whose nodes know their source span.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use compact_str::CompactString;

use super::problem::LocatedProblem;
use crate::diagnostic::{Problem, Shape, SourceSpan};
use crate::model::ExtraValue;

/// Up to this many keys, duplicates are found by comparing all pairs.
const SCAN_LIMIT: usize = 24;

/// A YAML value with its span.
#[derive(Debug, Clone)]
pub(super) struct Node {
    pub(super) at: SourceSpan,
    pub(super) value: NodeValue,
}

/// The value of a node.
#[derive(Debug, Clone)]
pub(super) enum NodeValue {
    /// Text; most keys and many values are kept in place. It is `plain` if it is not quoted, so that it may mean `null`.
    Scalar { text: CompactString, plain: bool },
    /// A list.
    Sequence(Vec<Node>),
    /// Keys and values in source order.
    Mapping(Vec<(Node, Node)>),
    /// A placeholder for a value with an error that has been reported. It deserializes as any type.
    Poisoned,
}

impl Node {
    /// A placeholder for a value with an error.
    pub(super) fn poisoned(at: SourceSpan) -> Self {
        Self { at, value: NodeValue::Poisoned }
    }

    /// A text that is not in the file.
    pub(super) fn text(text: &str, at: SourceSpan) -> Self {
        Self { at, value: NodeValue::Scalar { text: text.into(), plain: false } }
    }

    /// The text of a scalar.
    pub(super) fn as_str(&self) -> Option<&str> {
        match &self.value {
            NodeValue::Scalar { text, .. } => Some(text),
            _ => None,
        }
    }

    /// Whether the value is null: `null`, `~`, or an empty plain scalar (YAML 1.2 core schema).
    pub(super) fn is_null(&self) -> bool {
        matches!(&self.value, NodeValue::Scalar { text, plain: true }
            if matches!(&**text, "" | "~" | "null" | "Null" | "NULL"))
    }

    /// The value of a key, if the node is a mapping.
    pub(super) fn get(&self, key: &str) -> Option<&Self> {
        match &self.value {
            NodeValue::Mapping(entries) => {
                entries.iter().find(|(name, _)| name.as_str() == Some(key)).map(|(_, value)| value)
            }
            _ => None,
        }
    }

    /// The items of a list field without the poisoned ones: one for each item of the typed record.
    pub(super) fn items(&self, key: &str) -> impl Iterator<Item = &Self> + Clone {
        let items = match self.get(key).map(|list| &list.value) {
            Some(NodeValue::Sequence(items)) => items.as_slice(),
            _ => &[],
        };
        items.iter().filter(|item| !matches!(item.value, NodeValue::Poisoned))
    }

    /// The values of a field that takes one value or a list, without the poisoned ones.
    pub(super) fn one_or_more(&self, key: &str) -> impl Iterator<Item = &Self> + Clone {
        let values = match self.get(key) {
            Some(Self { value: NodeValue::Sequence(items), .. }) => items.as_slice(),
            Some(one) if !one.is_null() => std::slice::from_ref(one),
            _ => &[],
        };
        values.iter().filter(|item| !matches!(item.value, NodeValue::Poisoned))
    }

    /// The items of a list field, mutably.
    pub(super) fn items_mut(&mut self, key: &str) -> impl Iterator<Item = &mut Self> {
        let items = match self.get_mut(key).map(|list| &mut list.value) {
            Some(NodeValue::Sequence(items)) => items.as_mut_slice(),
            _ => &mut [],
        };
        items.iter_mut().filter(|item| !matches!(item.value, NodeValue::Poisoned))
    }

    /// The values of a field that takes one value or a list, mutably.
    pub(super) fn one_or_more_mut(&mut self, key: &str) -> impl Iterator<Item = &mut Self> {
        self.get_mut(key).into_iter().flat_map(Self::each_mut)
    }

    /// The items of a list, or the value itself, mutably.
    pub(super) fn each_mut(&mut self) -> impl Iterator<Item = &mut Self> {
        let is_nothing = self.is_null();
        let values = match self {
            Self { value: NodeValue::Sequence(items), .. } => items.as_mut_slice(),
            one => std::slice::from_mut(one),
        };
        values.iter_mut().filter(move |item| !is_nothing && !matches!(item.value, NodeValue::Poisoned))
    }

    /// Appends an item to a list field. Creates the list if it does not exist.
    pub(super) fn push(&mut self, key: &str, item: Self) {
        let at = item.at;
        let NodeValue::Mapping(entries) = &mut self.value else { return };
        entries.retain(|(name, value)| name.as_str() != Some(key) || !value.is_null());
        match entries.iter_mut().find(|(name, _)| name.as_str() == Some(key)) {
            Some((_, Self { value: NodeValue::Sequence(items), .. })) => items.push(item),
            Some(_) => {}
            None => {
                let list = Self { at, value: NodeValue::Sequence(vec![item]) };
                entries.push((Self::text(key, at), list));
            }
        }
    }

    /// A copy in which all nodes have this span.
    pub(super) fn moved(&self, at: SourceSpan) -> Self {
        let value = match &self.value {
            NodeValue::Sequence(items) => {
                NodeValue::Sequence(items.iter().map(|item| item.moved(at)).collect())
            }
            NodeValue::Mapping(entries) => NodeValue::Mapping(
                entries.iter().map(|(key, value)| (key.moved(at), value.moved(at))).collect(),
            ),
            other => other.clone(),
        };
        Self { at, value }
    }

    /// Removes list items that do not pass, or poisons the value itself.
    pub(super) fn keep(&mut self, fits: impl Fn(&Self) -> bool) {
        if let NodeValue::Sequence(items) = &mut self.value {
            items.retain(fits);
        } else if !fits(self) {
            self.value = NodeValue::Poisoned;
        }
    }

    /// The record without one of its fields.
    pub(super) fn without(mut self, name: &str) -> Self {
        if let NodeValue::Mapping(entries) = &mut self.value {
            entries.retain(|(key, _)| key.as_str() != Some(name));
        }
        self
    }

    fn get_mut(&mut self, key: &str) -> Option<&mut Self> {
        match &mut self.value {
            NodeValue::Mapping(entries) => {
                entries.iter_mut().find(|(name, _)| name.as_str() == Some(key)).map(|(_, value)| value)
            }
            _ => None,
        }
    }

    /// The span of a field's value, or of the record if the field is missing.
    pub(super) fn span_of(&self, key: &str) -> SourceSpan {
        self.get(key).map_or(self.at, |value| value.at)
    }

    /// The shape, for messages.
    pub(super) fn shape(&self) -> Shape {
        match &self.value {
            _ if self.is_null() => Shape::Nothing,
            NodeValue::Scalar { .. } => Shape::Text,
            NodeValue::Sequence(_) => Shape::List,
            NodeValue::Mapping(_) => Shape::Record,
            NodeValue::Poisoned => Shape::Nothing,
        }
    }

    /// The memory that the node takes, in bytes.
    pub(super) fn bytes(&self) -> usize {
        let within = match &self.value {
            NodeValue::Scalar { text, .. } => text.len(),
            NodeValue::Sequence(items) => items.iter().map(Self::bytes).sum(),
            NodeValue::Mapping(entries) => {
                entries.iter().map(|(key, value)| key.bytes() + value.bytes()).sum()
            }
            NodeValue::Poisoned => 0,
        };
        size_of::<Self>() + within
    }

    /// The depth of nesting below the node.
    pub(super) fn height(&self) -> usize {
        match &self.value {
            NodeValue::Scalar { .. } | NodeValue::Poisoned => 0,
            NodeValue::Sequence(items) => 1 + items.iter().map(Self::height).max().unwrap_or_default(),
            NodeValue::Mapping(entries) => {
                1 + entries
                    .iter()
                    .map(|(key, value)| key.height().max(value.height()))
                    .max()
                    .unwrap_or_default()
            }
        }
    }
}

/// A number or boolean that is written exactly as it was read. `None` for other text.
pub(super) fn number_or_bool(text: &str) -> Option<ExtraValue> {
    match text {
        "true" => Some(ExtraValue::Bool(true)),
        "false" => Some(ExtraValue::Bool(false)),
        _ => {
            let whole =
                text.parse().ok().filter(|value: &i64| value.to_string() == text).map(ExtraValue::Whole);
            let number = || text.parse().ok().filter(|value: &f64| value.to_string() == text);
            // Other numbers would be written with an exponent in JSON.
            whole.or_else(|| {
                number().filter(|value| (1e-5..1e16).contains(&value.abs())).map(ExtraValue::Number)
            })
        }
    }
}

/// Moves the ID of a mapping to the start of the mapping if it comes from an earlier one, by an alias or a merge key.
pub(super) fn relocate_merged_id(entries: &mut [(Node, Node)], start: SourceSpan) {
    let id = entries.iter_mut().find(|(key, _)| key.as_str() == Some("id")).map(|(_, value)| value);
    if let Some(id) = id.filter(|id| (id.at.line, id.at.column) < (start.line, start.column)) {
        id.at = start;
    }
}

/// Replaces merge keys (`<<`) by the entries of the mappings they refer to. Entries of the mapping itself take
/// precedence, then those of earlier mappings.
pub(super) fn merge(entries: &mut Vec<(Node, Node)>) {
    let is_merge = |(key, value): &(Node, Node)| {
        let is_key = matches!(&key.value, NodeValue::Scalar { text, plain: true } if &**text == "<<");
        let is_mapping = |node: &Node| matches!(node.value, NodeValue::Mapping(_));
        let is_meant = match &value.value {
            NodeValue::Sequence(items) => items.iter().all(is_mapping),
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
            NodeValue::Mapping(others) => entries.extend(others),
            NodeValue::Sequence(items) => {
                entries.extend(items.into_iter().flat_map(|item| match item.value {
                    NodeValue::Mapping(others) => others,
                    _ => Vec::new(),
                }));
            }
            NodeValue::Scalar { .. } | NodeValue::Poisoned => {}
        }
    }
    remove_duplicate_keys(entries);
}

/// Removes entries whose key occurs before, and reports them.
pub(super) fn remove_duplicate_keys(entries: &mut Vec<(Node, Node)>) -> Vec<LocatedProblem> {
    let duplicates =
        if entries.len() <= SCAN_LIMIT { duplicates_by_scan(entries) } else { duplicates(entries) };
    let to_problem = |&(first, later): &(usize, usize)| {
        let ((first, _), (later, _)) = (entries.get(first)?, entries.get(later)?);
        let problem = Problem::DuplicateKey(later.as_str().unwrap_or_default().to_owned());
        Some(LocatedProblem::new(problem, later.at).with_related(first.at))
    };
    let problems = duplicates.iter().filter_map(to_problem).collect();
    let mut later = duplicates.into_iter().map(|(_, later)| later).peekable();
    if later.peek().is_some() {
        let mut at = 0..;
        entries.retain(|_| later.next_if_eq(&at.next().unwrap_or_default()).is_none());
    }
    problems
}

/// The indices of entries with the same key as an earlier one, each with the index of the earlier one: compares all
/// pairs.
fn duplicates_by_scan(entries: &[(Node, Node)]) -> Vec<(usize, usize)> {
    let mut duplicates = Vec::new();
    for (later, entry) in entries.iter().enumerate().skip(1) {
        let Some(name) = entry.0.as_str() else { continue };
        let first = entries.iter().take(later).position(|(other, _)| other.as_str() == Some(name));
        duplicates.extend(first.map(|first| (first, later)));
    }
    duplicates
}

/// The same with a hash table.
fn duplicates(entries: &[(Node, Node)]) -> Vec<(usize, usize)> {
    let mut seen: HashMap<&str, usize> = HashMap::new();
    let mut duplicates = Vec::new();
    for (at, (key, _)) in entries.iter().enumerate() {
        let Some(key) = key.as_str() else { continue };
        match seen.entry(key) {
            Entry::Occupied(first) => duplicates.push((*first.get(), at)),
            Entry::Vacant(new) => drop(new.insert(at)),
        }
    }
    duplicates
}
