//! Deserializes a tree into a typed record and reports all its problems: `serde` stops at the first error, so that value
//! is poisoned (it then fits any type) and the record is deserialized again.

use std::fmt;

use serde::de::value::{MapAccessDeserializer, StrDeserializer};
use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, Error, Expected, IntoDeserializer, MapAccess, SeqAccess,
    Unexpected, Visitor,
};

use super::node::{Node, NodeValue, number_or_bool};
use super::problem::LocatedProblem;
use super::{references::reference_kinds, vocabulary::attendance_word};
use crate::diagnostic::{Problem, ReferenceKind, Shape, SourceSpan, SyntaxError};
use crate::lang::format_name;
use crate::model::{Extra, ExtraValue, ID_OR_RECORD, Id, ONE_OR_MORE, TEXT_OR_RECORD};
use crate::text::nearest;

/// How many problems of a record are reported before the rest is given up.
const MAX_PROBLEMS: usize = 100;

/// A problem of a record.
#[derive(Debug)]
pub(super) struct RecordProblem {
    pub(super) located: LocatedProblem,
    /// The field of the record that contains the problem.
    field: String,
    /// The depth below the record: 0 or 1 for its own fields.
    depth: usize,
}

impl RecordProblem {
    /// The kinds of record that may be missing because of this problem.
    pub(super) fn unreadable_kinds(&self) -> &'static [ReferenceKind] {
        match (&self.located.problem, self.depth) {
            // The misspelled field may be any list.
            (Problem::UnknownField { nearest: None, .. }, 0..=1) => ReferenceKind::ALL,
            (Problem::WrongType { expected: Shape::List, .. }, 0..=1) => reference_kinds(&self.field),
            // An item of a list, or its ID.
            (Problem::WrongType { .. }, 2) | (Problem::WrongType { expected: Shape::Text, .. }, 3) => {
                reference_kinds(&self.field)
            }
            (Problem::MissingField(field), 2) if field == "id" => reference_kinds(&self.field),
            _ => &[],
        }
    }
}

/// Deserializes the record as far as possible. It is complete only if there are no problems.
pub(super) fn read<T: for<'de> Deserialize<'de>>(node: &mut Node) -> (Option<T>, Vec<RecordProblem>) {
    let mut problems = Vec::new();
    loop {
        match T::deserialize(&*node) {
            Ok(record) => return (Some(record), problems),
            Err(error) => {
                let at = error.at.unwrap_or(node.at);
                let field = field_of(node, &error);
                let give_up = problems.len() >= MAX_PROBLEMS || !poison(node, &error);
                problems.push(RecordProblem {
                    located: LocatedProblem::new(error.problem, at),
                    field,
                    depth: error.trail.len(),
                });
                if give_up {
                    return (None, problems);
                }
            }
        }
    }
}

/// The field of the record that contains the problem.
fn field_of(root: &Node, error: &DeserializeError) -> String {
    let entry = match (&root.value, error.trail.last()) {
        (NodeValue::Mapping(entries), Some(child)) => entries.get(*child),
        _ => None,
    };
    entry.and_then(|(key, _)| key.as_str()).unwrap_or_default().to_owned()
}

/// Poisons the value that caused an error. Returns false if it is the record itself.
fn poison(root: &mut Node, error: &DeserializeError) -> bool {
    let mut node = root;
    for (depth, &child) in error.trail.iter().rev().enumerate() {
        let last = depth + 1 == error.trail.len();
        node = match &mut node.value {
            NodeValue::Mapping(entries) if last && error.is_key => {
                rename_or_remove(entries, child, &error.problem);
                return true;
            }
            NodeValue::Mapping(entries) => match entries.get_mut(child) {
                Some((_, value)) => value,
                None => return false,
            },
            NodeValue::Sequence(items) => match items.get_mut(child) {
                Some(item) => item,
                None => return false,
            },
            NodeValue::Scalar { .. } | NodeValue::Poisoned => return false,
        };
    }
    match (&error.problem, &mut node.value) {
        (Problem::MissingField(field), NodeValue::Mapping(entries)) => {
            entries.push((Node::text(field, node.at), Node::poisoned(node.at)));
            true
        }
        _ if error.trail.is_empty() => false,
        (_, value) => {
            *value = NodeValue::Poisoned;
            true
        }
    }
}

/// Renames a misspelled field to the intended one, so that it is not reported as missing. Removes any other unknown
/// field.
fn rename_or_remove(entries: &mut Vec<(Node, Node)>, at: usize, problem: &Problem) {
    let intended = match problem {
        Problem::UnknownField { nearest, .. } => nearest.as_deref(),
        _ => None,
    };
    let is_free = |name: &&str| entries.iter().all(|(key, _)| key.as_str() != Some(name));
    match (intended.filter(is_free), entries.get_mut(at)) {
        (Some(name), Some((key, _))) => *key = Node::text(name, key.at),
        _ => drop(entries.remove(at)),
    }
}

/// A deserialization error, on its way up to the record.
#[derive(Debug)]
pub(super) struct DeserializeError {
    problem: Problem,
    at: Option<SourceSpan>,
    /// Whether the error is in the key of the last child instead of its value.
    is_key: bool,
    /// The indices of the children that lead to the error, innermost first.
    trail: Vec<usize>,
}

impl DeserializeError {
    fn new(problem: Problem) -> Self {
        Self { problem, at: None, is_key: false, trail: Vec::new() }
    }

    /// Whether the problem is that a mapping has only unknown fields. It is probably a text with a colon.
    fn has_no_known_field(&self, entries: &[(Node, Node)]) -> bool {
        let Problem::UnknownField { nearest: None, known, .. } = &self.problem else { return false };
        let is_known = |(key, _): &(Node, Node)| key.as_str().is_some_and(|name| known.contains(&name));
        self.is_key && self.trail.len() == 1 && !entries.iter().any(is_known)
    }

    fn inside(mut self, child: usize, at: SourceSpan) -> Self {
        self.at.get_or_insert(at);
        self.trail.push(child);
        self
    }
}

impl fmt::Display for DeserializeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.problem.code().name())
    }
}

impl std::error::Error for DeserializeError {}

impl Error for DeserializeError {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::new(Problem::Syntax(SyntaxError::Other(message.to_string())))
    }

    /// Only dates reject the content of a string.
    fn invalid_value(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        match found {
            Unexpected::Str(text) => Self::new(Problem::BadDate(text.to_owned())),
            found => Self::custom(format!("{found}, expected {expected}")),
        }
    }

    fn unknown_variant(value: &str, allowed: &'static [&'static str]) -> Self {
        let nearest = format_name(value, allowed).or_else(|| nearest(value, allowed.iter().copied()));
        let nearest = nearest.map(str::to_owned);
        Self::new(Problem::UnknownValue { value: value.to_owned(), nearest, allowed: allowed.into() })
    }

    fn unknown_field(field: &str, known: &'static [&'static str]) -> Self {
        let known: Vec<&str> = known.iter().copied().filter(|known| *known != Extra::FIELD).collect();
        let nearest = format_name(field, &known).or_else(|| nearest(field, known.iter().copied()));
        let nearest = nearest.map(str::to_owned);
        Self::new(Problem::UnknownField { field: field.to_owned(), nearest, known: known.into() })
    }

    fn missing_field(field: &'static str) -> Self {
        Self::new(Problem::MissingField(field.to_owned()))
    }
}

impl Node {
    fn wrong_type<T>(&self, expected: Shape) -> Result<T, DeserializeError> {
        let problem = Problem::WrongType { expected, found: self.shape() };
        Err(DeserializeError { at: Some(self.at), ..DeserializeError::new(problem) })
    }

    /// The text of a scalar that is not null.
    fn scalar(&self, expected: Shape) -> Result<&str, DeserializeError> {
        match &self.value {
            NodeValue::Poisoned => Ok(""),
            NodeValue::Scalar { text, .. } if !self.is_null() => Ok(text),
            _ => self.wrong_type(expected),
        }
    }

    fn parsed<T: std::str::FromStr + Default>(&self, expected: Shape) -> Result<T, DeserializeError> {
        match self.value {
            NodeValue::Poisoned => Ok(T::default()),
            _ => self.scalar(expected)?.parse().or_else(|_| self.wrong_type(expected)),
        }
    }
}

impl<'de> Deserializer<'de> for &Node {
    type Error = DeserializeError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DeserializeError> {
        match &self.value {
            _ if self.is_null() => visitor.visit_unit(),
            NodeValue::Scalar { text, plain: true } => match number_or_bool(text) {
                Some(ExtraValue::Bool(value)) => visitor.visit_bool(value),
                Some(ExtraValue::Whole(value)) => visitor.visit_i64(value),
                Some(ExtraValue::Number(value)) => visitor.visit_f64(value),
                _ => visitor.visit_str(text),
            },
            NodeValue::Scalar { text, .. } => visitor.visit_str(text),
            NodeValue::Sequence(_) => self.deserialize_seq(visitor),
            NodeValue::Mapping(_) => self.deserialize_map(visitor),
            NodeValue::Poisoned => visitor.visit_unit(),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DeserializeError> {
        visitor.visit_str(self.scalar(Shape::Text)?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DeserializeError> {
        self.deserialize_str(visitor)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DeserializeError> {
        visitor.visit_u32(self.parsed(Shape::Count)?)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DeserializeError> {
        let number: f64 = self.parsed(Shape::Number)?;
        if number.is_finite() { visitor.visit_f64(number) } else { self.wrong_type(Shape::Number) }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DeserializeError> {
        match self.value {
            NodeValue::Poisoned => visitor.visit_none(),
            _ if self.is_null() => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DeserializeError> {
        match &self.value {
            NodeValue::Sequence(items) => visitor.visit_seq(ItemAccess { items, next: 0 }),
            NodeValue::Poisoned => visitor.visit_seq(ItemAccess { items: &[], next: 0 }),
            _ if self.is_null() => visitor.visit_seq(ItemAccess { items: &[], next: 0 }),
            _ => self.wrong_type(Shape::List),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DeserializeError> {
        match &self.value {
            NodeValue::Mapping(entries) => visitor.visit_map(FieldAccess::new(entries, FieldFilter::All)),
            _ => self.wrong_type(Shape::Record),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, DeserializeError> {
        match &self.value {
            NodeValue::Mapping(entries) if fields.contains(&Extra::FIELD) => {
                visitor.visit_map(FieldAccess::new(entries, FieldFilter::Known))
            }
            _ => self.deserialize_map(visitor),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, DeserializeError> {
        let text = match self.value {
            NodeValue::Poisoned => variants.first().copied().unwrap_or_default(),
            _ => self.scalar(Shape::Text)?,
        };
        let text: StrDeserializer<'_, DeserializeError> = text.into_deserializer();
        visitor.visit_enum(text)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, DeserializeError> {
        match (name, &self.value) {
            (ONE_OR_MORE, NodeValue::Sequence(_) | NodeValue::Poisoned) => self.deserialize_seq(visitor),
            (ONE_OR_MORE, _) if self.is_null() => visitor.visit_unit(),
            (ONE_OR_MORE, _) => visitor.visit_some(self),
            (TEXT_OR_RECORD, NodeValue::Sequence(_)) => self.wrong_type(Shape::Text),
            (TEXT_OR_RECORD, NodeValue::Scalar { .. } | NodeValue::Poisoned) => {
                visitor.visit_str(self.scalar(Shape::Text)?)
            }
            (ID_OR_RECORD | TEXT_OR_RECORD, NodeValue::Mapping(entries)) => {
                let read = visitor.visit_map(FieldAccess::new(entries, FieldFilter::Known));
                read.or_else(|error| match name {
                    TEXT_OR_RECORD if error.has_no_known_field(entries) => self.wrong_type(Shape::Text),
                    _ => Err(error),
                })
            }
            (ID_OR_RECORD | Id::WITH_POSITION, value) => {
                let at = if matches!(value, NodeValue::Poisoned) { SourceSpan::default() } else { self.at };
                visitor.visit_seq(IdAccess { at, text: self.scalar(Shape::Text)?, next: 0 })
            }
            _ => visitor.visit_newtype_struct(self),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DeserializeError> {
        visitor.visit_unit()
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u64 u128 f32 char bytes byte_buf identifier unit unit_struct tuple tuple_struct
    }
}

/// The items of a list without the poisoned ones, which have been reported.
struct ItemAccess<'a> {
    items: &'a [Node],
    next: usize,
}

impl<'de> SeqAccess<'de> for ItemAccess<'_> {
    type Error = DeserializeError;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, DeserializeError> {
        while let Some(node) = self.items.get(self.next) {
            let child = self.next;
            self.next += 1;
            if !matches!(node.value, NodeValue::Poisoned) {
                return seed.deserialize(node).map(Some).map_err(|error| error.inside(child, node.at));
            }
        }
        Ok(None)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.items.len() - self.next)
    }
}

/// Which fields of a mapping are visited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum FieldFilter {
    /// All fields.
    All,
    /// The fields of the format, followed by all custom fields as one.
    Known,
    /// The custom fields, whose names start with `x-`.
    Extra,
}

/// The fields of a record.
struct FieldAccess<'a> {
    all: &'a [(Node, Node)],
    filter: FieldFilter,
    next: usize,
}

impl<'a> FieldAccess<'a> {
    fn new(entries: &'a [(Node, Node)], filter: FieldFilter) -> Self {
        Self { all: entries, filter, next: 0 }
    }

    fn is_given(&self, key: &Node) -> bool {
        let is_of_the_writer = key.as_str().is_some_and(|name| name.starts_with(Extra::FIELD));
        match self.filter {
            FieldFilter::All => true,
            FieldFilter::Known => !is_of_the_writer,
            FieldFilter::Extra => is_of_the_writer,
        }
    }
}

impl<'de> MapAccess<'de> for FieldAccess<'_> {
    type Error = DeserializeError;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, DeserializeError> {
        let mut rest = self.all.iter().enumerate().skip(self.next);
        if let Some((child, (key, value))) = rest.find(|(_, (key, _))| self.is_given(key)) {
            self.next = child;
            // A key is always text, even if YAML would read it as another type.
            let named = match key.as_str() {
                Some(name) => seed.deserialize(StrDeserializer::new(name)),
                None => key.wrong_type(Shape::Text),
            };
            return named.map(Some).map_err(|mut error| {
                // In a flow mapping, text after an unquoted comma is read as a key.
                if let Problem::UnknownField { field, nearest: None, .. } = &error.problem
                    && value.is_null()
                    && !field.chars().all(|c| c.is_ascii_lowercase() || c == '_')
                {
                    error.problem = Problem::StrayText(field.clone());
                }
                DeserializeError { is_key: true, ..error }.inside(child, key.at)
            });
        }
        let has_own = self.next <= self.all.len() && self.all.iter().any(|(key, _)| !self.is_given(key));
        self.next = self.all.len();
        if self.filter == FieldFilter::Known && has_own {
            return seed.deserialize(Extra::FIELD.into_deserializer()).map(Some);
        }
        Ok(None)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, DeserializeError> {
        let child = self.next;
        self.next += 1;
        let Some((key, node)) = self.all.get(child) else {
            let custom_fields = FieldAccess::new(self.all, FieldFilter::Extra);
            return seed.deserialize(MapAccessDeserializer::new(custom_fields));
        };
        seed.deserialize(node).map_err(|mut error| {
            // A required field with the value null is missing.
            let nothing = matches!(error.problem, Problem::WrongType { found: Shape::Nothing, .. });
            if nothing && error.trail.is_empty() {
                error.problem = Problem::MissingField(key.as_str().unwrap_or_default().to_owned());
                error.at = Some(key.at);
            }
            let is_attendance = self.all.iter().any(|(key, _)| key.as_str() == Some("stop"));
            if error.trail.is_empty() && is_attendance && key.as_str() == Some("certainty") {
                error.problem = attendance_word(error.problem);
            }
            error.inside(child, node.at)
        })
    }
}

/// An ID as a sequence of line, column and text.
struct IdAccess<'a> {
    at: SourceSpan,
    text: &'a str,
    next: u8,
}

impl<'de> SeqAccess<'de> for IdAccess<'_> {
    type Error = DeserializeError;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, DeserializeError> {
        self.next += 1;
        match self.next {
            1 => seed.deserialize(self.at.line.into_deserializer()).map(Some),
            2 => seed.deserialize(self.at.column.into_deserializer()).map(Some),
            3 => seed.deserialize(self.text.into_deserializer()).map(Some),
            _ => Ok(None),
        }
    }
}
