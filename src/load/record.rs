//! From a tree to a typed record, telling every fault and not only the first.
//!
//! The record types say what they want through `serde`; the tree answers. serde stops at the first fault, so the
//! fault is noted, what is faulty is replaced by a hole that fits any type, and the record is read again: each
//! reading finds the next fault.

use std::fmt;

use serde::de::value::{MapAccessDeserializer, StrDeserializer};
use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, Error, Expected, IntoDeserializer, MapAccess, SeqAccess,
    Unexpected, Visitor,
};

use super::crosscheck::kinds_in;
use super::finding::Finding;
use super::node::{Node, Value};
use crate::diagnostic::{At, Fault, Kind, Shape, Snag};
use crate::lang::name_meant;
use crate::model::{Extra, Free, ID_OR_RECORD, Id, ONE_OR_MORE, TEXT_OR_RECORD};
use crate::text::nearest;

/// A record with more faults than this is beyond help; the first ones are told.
const FAULTS: usize = 100;

/// A fault of a record.
#[derive(Debug)]
pub(super) struct Flaw {
    pub(super) finding: Finding,
    /// The field of the record that it lies in.
    field: String,
    /// How many lists and records lie between it and the record: 0 or 1 for a field of its own.
    depth: usize,
}

impl Flaw {
    /// The kinds of record of which one could not be read because of it.
    pub(super) fn hidden_kinds(&self) -> &'static [Kind] {
        match (&self.finding.fault, self.depth) {
            // Any list may be misspelt, beyond recognition.
            (Fault::UnknownField { nearest: None, .. }, 0..=1) => Kind::ALL,
            (Fault::WrongType { expected: Shape::List, .. }, 0..=1) => kinds_in(&self.field),
            // An item of a list, or its id.
            (Fault::WrongType { .. }, 2) | (Fault::WrongType { expected: Shape::Text, .. }, 3) => {
                kinds_in(&self.field)
            }
            (Fault::MissingField(field), 2) if field == "id" => kinds_in(&self.field),
            _ => &[],
        }
    }
}

/// The record, as far as it can be made, and its faults. The record is complete only when there are none.
pub(super) fn read<T: for<'de> Deserialize<'de>>(node: &mut Node) -> (Option<T>, Vec<Flaw>) {
    let mut faults = Vec::new();
    loop {
        match T::deserialize(&*node) {
            Ok(record) => return (Some(record), faults),
            Err(wrong) => {
                let at = wrong.at.unwrap_or(node.at);
                let field = field_of(node, &wrong);
                let hopeless = faults.len() >= FAULTS || !mend(node, &wrong);
                faults.push(Flaw { finding: Finding::new(wrong.fault, at), field, depth: wrong.trail.len() });
                if hopeless {
                    return (None, faults);
                }
            }
        }
    }
}

/// The field of the record that a fault lies in.
fn field_of(root: &Node, wrong: &Wrong) -> String {
    let entry = match (&root.value, wrong.trail.last()) {
        (Value::Mapping(entries), Some(child)) => entries.get(*child),
        _ => None,
    };
    entry.and_then(|(key, _)| key.as_str()).unwrap_or_default().to_owned()
}

/// Replaces what is wrong by a hole; false when the record itself is what is wrong.
fn mend(root: &mut Node, wrong: &Wrong) -> bool {
    let mut node = root;
    for (depth, &child) in wrong.trail.iter().rev().enumerate() {
        let last = depth + 1 == wrong.trail.len();
        node = match &mut node.value {
            Value::Mapping(entries) if last && wrong.is_key => {
                rename_or_remove(entries, child, &wrong.fault);
                return true;
            }
            Value::Mapping(entries) => match entries.get_mut(child) {
                Some((_, value)) => value,
                None => return false,
            },
            Value::Sequence(items) => match items.get_mut(child) {
                Some(item) => item,
                None => return false,
            },
            Value::Scalar { .. } | Value::Hole => return false,
        };
    }
    match (&wrong.fault, &mut node.value) {
        (Fault::MissingField(field), Value::Mapping(entries)) => {
            entries.push((Node::text(field, node.at), Node::hole(node.at)));
            true
        }
        _ if wrong.trail.is_empty() => false,
        (_, value) => {
            *value = Value::Hole;
            true
        }
    }
}

/// A misspelt field is read as the one that is meant, so that nothing is found missing that is there; any other is left
/// out.
fn rename_or_remove(entries: &mut Vec<(Node, Node)>, at: usize, fault: &Fault) {
    let meant = match fault {
        Fault::UnknownField { nearest, .. } => nearest.as_deref(),
        _ => None,
    };
    let is_free = |name: &&str| entries.iter().all(|(key, _)| key.as_str() != Some(name));
    match (meant.filter(is_free), entries.get_mut(at)) {
        (Some(name), Some((key, _))) => *key = Node::text(name, key.at),
        _ => drop(entries.remove(at)),
    }
}

/// A fault on its way up from where it was found.
#[derive(Debug)]
pub(super) struct Wrong {
    fault: Fault,
    at: Option<At>,
    /// Whether the last child's key is meant, and not its value.
    is_key: bool,
    /// The children that lead to it, the innermost first.
    trail: Vec<usize>,
}

impl Wrong {
    fn new(fault: Fault) -> Self {
        Self { fault, at: None, is_key: false, trail: Vec::new() }
    }

    fn inside(mut self, child: usize, at: At) -> Self {
        self.at.get_or_insert(at);
        self.trail.push(child);
        self
    }
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.fault.code().name())
    }
}

impl std::error::Error for Wrong {}

impl Error for Wrong {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::new(Fault::Syntax(Snag::Other(message.to_string())))
    }

    /// Only dates refuse the value of a text.
    fn invalid_value(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        match found {
            Unexpected::Str(text) => Self::new(Fault::BadDate(text.to_owned())),
            found => Self::custom(format!("{found}, expected {expected}")),
        }
    }

    fn unknown_variant(value: &str, allowed: &'static [&'static str]) -> Self {
        let nearest = name_meant(value, allowed).or_else(|| nearest(value, allowed.iter().copied()));
        let nearest = nearest.map(str::to_owned);
        Self::new(Fault::UnknownValue { value: value.to_owned(), nearest, allowed: allowed.into() })
    }

    fn unknown_field(field: &str, known: &'static [&'static str]) -> Self {
        let known: Vec<&str> = known.iter().copied().filter(|known| *known != Extra::FIELD).collect();
        let nearest = name_meant(field, &known).or_else(|| nearest(field, known.iter().copied()));
        let nearest = nearest.map(str::to_owned);
        Self::new(Fault::UnknownField { field: field.to_owned(), nearest, known: known.into() })
    }

    fn missing_field(field: &'static str) -> Self {
        Self::new(Fault::MissingField(field.to_owned()))
    }
}

impl Node {
    fn refuse<T>(&self, expected: Shape) -> Result<T, Wrong> {
        let fault = Fault::WrongType { expected, found: self.shape() };
        Err(Wrong { at: Some(self.at), ..Wrong::new(fault) })
    }

    /// The text of a scalar that says something.
    fn said(&self, expected: Shape) -> Result<&str, Wrong> {
        match &self.value {
            Value::Hole => Ok(""),
            Value::Scalar { text, .. } if !self.is_null() => Ok(text),
            _ => self.refuse(expected),
        }
    }

    fn parsed<T: std::str::FromStr + Default>(&self, expected: Shape) -> Result<T, Wrong> {
        match self.value {
            Value::Hole => Ok(T::default()),
            _ => self.said(expected)?.parse().or_else(|_| self.refuse(expected)),
        }
    }
}

impl<'de> Deserializer<'de> for &Node {
    type Error = Wrong;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        match &self.value {
            _ if self.is_null() => visitor.visit_unit(),
            Value::Scalar { text, plain: true } => match number_or_bool(text) {
                Some(Free::Bool(value)) => visitor.visit_bool(value),
                Some(Free::Whole(value)) => visitor.visit_i64(value),
                Some(Free::Number(value)) => visitor.visit_f64(value),
                _ => visitor.visit_str(text),
            },
            Value::Scalar { text, .. } => visitor.visit_str(text),
            Value::Sequence(_) => self.deserialize_seq(visitor),
            Value::Mapping(_) => self.deserialize_map(visitor),
            Value::Hole => visitor.visit_unit(),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        visitor.visit_str(self.said(Shape::Text)?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        self.deserialize_str(visitor)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        visitor.visit_u32(self.parsed(Shape::Count)?)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        let number: f64 = self.parsed(Shape::Number)?;
        if number.is_finite() { visitor.visit_f64(number) } else { self.refuse(Shape::Number) }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        match self.value {
            Value::Hole => visitor.visit_none(),
            _ if self.is_null() => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        match &self.value {
            Value::Sequence(items) => visitor.visit_seq(Items { items, next: 0 }),
            Value::Hole => visitor.visit_seq(Items { items: &[], next: 0 }),
            _ if self.is_null() => visitor.visit_seq(Items { items: &[], next: 0 }),
            _ => self.refuse(Shape::List),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        match &self.value {
            Value::Mapping(entries) => visitor.visit_map(Entries::new(entries, Which::All)),
            _ => self.refuse(Shape::Record),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        match &self.value {
            Value::Mapping(entries) if fields.contains(&Extra::FIELD) => {
                visitor.visit_map(Entries::new(entries, Which::OfTheFormat))
            }
            _ => self.deserialize_map(visitor),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        let text = match self.value {
            Value::Hole => variants.first().copied().unwrap_or_default(),
            _ => self.said(Shape::Text)?,
        };
        let text: StrDeserializer<'_, Wrong> = text.into_deserializer();
        visitor.visit_enum(text)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        match (name, &self.value) {
            (ONE_OR_MORE, Value::Sequence(_) | Value::Hole) => self.deserialize_seq(visitor),
            (ONE_OR_MORE, _) if self.is_null() => visitor.visit_unit(),
            (ONE_OR_MORE, _) => visitor.visit_some(self),
            (TEXT_OR_RECORD, Value::Sequence(_)) => self.refuse(Shape::Text),
            (TEXT_OR_RECORD, Value::Scalar { .. } | Value::Hole) => {
                visitor.visit_str(self.said(Shape::Text)?)
            }
            (ID_OR_RECORD | TEXT_OR_RECORD, Value::Mapping(entries)) => {
                visitor.visit_map(Entries::new(entries, Which::OfTheFormat))
            }
            (ID_OR_RECORD | Id::WITH_PLACE, value) => {
                let at = if matches!(value, Value::Hole) { At::default() } else { self.at };
                visitor.visit_seq(Placed { at, text: self.said(Shape::Text)?, next: 0 })
            }
            _ => visitor.visit_newtype_struct(self),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        visitor.visit_unit()
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u64 u128 f32 char bytes byte_buf identifier unit unit_struct tuple tuple_struct
    }
}

/// The items of a list; holes are passed over, they have been reported.
struct Items<'a> {
    items: &'a [Node],
    next: usize,
}

impl<'de> SeqAccess<'de> for Items<'_> {
    type Error = Wrong;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Wrong> {
        while let Some(node) = self.items.get(self.next) {
            let child = self.next;
            self.next += 1;
            if !matches!(node.value, Value::Hole) {
                return seed.deserialize(node).map(Some).map_err(|wrong| wrong.inside(child, node.at));
            }
        }
        Ok(None)
    }
}

/// A value that is written back as it was read, when it is read as a number or a truth value; none for text.
fn number_or_bool(text: &str) -> Option<Free> {
    match text {
        "true" => Some(Free::Bool(true)),
        "false" => Some(Free::Bool(false)),
        _ => {
            let whole = text.parse().ok().filter(|value: &i64| value.to_string() == text).map(Free::Whole);
            let number = || text.parse().ok().filter(|value: &f64| value.to_string() == text);
            // Others are written with an exponent in JSON, where they would come back as something else.
            whole.or_else(|| number().filter(|value| (1e-5..1e16).contains(&value.abs())).map(Free::Number))
        }
    }
}

/// Which fields of a mapping are given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Which {
    /// All of them.
    All,
    /// Those of the format, and behind them, as one, those of the writer.
    OfTheFormat,
    /// Those of the writer, whose names begin with `x-`.
    OfTheWriter,
}

/// The fields of a record.
struct Entries<'a> {
    all: &'a [(Node, Node)],
    which: Which,
    next: usize,
}

impl<'a> Entries<'a> {
    fn new(entries: &'a [(Node, Node)], which: Which) -> Self {
        Self { all: entries, which, next: 0 }
    }

    fn is_given(&self, key: &Node) -> bool {
        let is_of_the_writer = key.as_str().is_some_and(|name| name.starts_with(Extra::FIELD));
        match self.which {
            Which::All => true,
            Which::OfTheFormat => !is_of_the_writer,
            Which::OfTheWriter => is_of_the_writer,
        }
    }
}

impl<'de> MapAccess<'de> for Entries<'_> {
    type Error = Wrong;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Wrong> {
        let mut rest = self.all.iter().enumerate().skip(self.next);
        if let Some((child, (key, value))) = rest.find(|(_, (key, _))| self.is_given(key)) {
            self.next = child;
            // A name is text, whatever YAML would make of it elsewhere.
            let named = match key.as_str() {
                Some(name) => seed.deserialize(StrDeserializer::new(name)),
                None => key.refuse(Shape::Text),
            };
            return named.map(Some).map_err(|mut wrong| {
                // Between braces, a comma in a text makes a field of what follows on it.
                if let Fault::UnknownField { field, nearest: None, .. } = &wrong.fault
                    && value.is_null()
                    && !field.chars().all(|c| c.is_ascii_lowercase() || c == '_')
                {
                    wrong.fault = Fault::StrayText(field.clone());
                }
                Wrong { is_key: true, ..wrong }.inside(child, key.at)
            });
        }
        let has_own = self.next <= self.all.len() && self.all.iter().any(|(key, _)| !self.is_given(key));
        self.next = self.all.len();
        if self.which == Which::OfTheFormat && has_own {
            return seed.deserialize(Extra::FIELD.into_deserializer()).map(Some);
        }
        Ok(None)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Wrong> {
        let child = self.next;
        self.next += 1;
        let Some((key, node)) = self.all.get(child) else {
            let own = Entries::new(self.all, Which::OfTheWriter);
            return seed.deserialize(MapAccessDeserializer::new(own));
        };
        seed.deserialize(node).map_err(|mut wrong| {
            // A required field that says nothing is missing.
            let nothing = matches!(wrong.fault, Fault::WrongType { found: Shape::Nothing, .. });
            if nothing && wrong.trail.is_empty() {
                wrong.fault = Fault::MissingField(key.as_str().unwrap_or_default().to_owned());
                wrong.at = Some(key.at);
            }
            wrong.inside(child, node.at)
        })
    }
}

/// An id as line, column and text.
struct Placed<'a> {
    at: At,
    text: &'a str,
    next: u8,
}

impl<'de> SeqAccess<'de> for Placed<'_> {
    type Error = Wrong;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Wrong> {
        self.next += 1;
        match self.next {
            1 => seed.deserialize(self.at.line.into_deserializer()).map(Some),
            2 => seed.deserialize(self.at.column.into_deserializer()).map(Some),
            3 => seed.deserialize(self.text.into_deserializer()).map(Some),
            _ => Ok(None),
        }
    }
}
