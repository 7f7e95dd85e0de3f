//! Ids of records, with their positions in the file.

use std::borrow::Cow;
use std::fmt;
use std::hash::{Hash, Hasher};

use borsh::{BorshDeserialize, BorshSerialize};
use compact_str::CompactString;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, Error, SeqAccess, Visitor};
use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{UnicodeNormalization as _, is_nfc};

/// The id of a record, or a reference to it. Equality ignores the position.
#[derive(Debug, Clone, Default, BorshSerialize, BorshDeserialize)]
pub struct Id {
    /// Most ids are short: up to 24 bytes are kept in place.
    name: CompactString,
    line: u32,
    column: u32,
}

impl Id {
    /// The newtype name by which a position-aware deserializer recognizes an id; it provides a sequence of line, column and name.
    /// Other deserializers provide a string.
    pub const WITH_POSITION: &str = "lawat::Id";

    /// The maximum number of characters of an id.
    pub const MAX_CHARS: usize = 100;

    /// An id without a position.
    ///
    /// The name is normalized to NFC, so that equal names compare equal.
    pub fn new(name: &str) -> Self {
        let name = if is_nfc(name) { name.into() } else { name.nfc().collect() };
        Self { name, line: 0, column: 0 }
    }

    /// Whether a name can be an id: letters and digits of any script, with their marks, `.`, `_` and `-`.
    pub fn is_valid(name: &str) -> bool {
        let fits = |c: char| c.is_alphanumeric() || is_combining_mark(c) || matches!(c, '.' | '_' | '-');
        !name.is_empty() && name.chars().all(fits) && name.chars().count() <= Self::MAX_CHARS
    }

    /// Deserializes line, column and name.
    pub(super) fn with_position<'de, A: SeqAccess<'de>>(mut seq: A) -> Result<Self, A::Error> {
        let lacking = || A::Error::custom("line, column and name");
        let line = seq.next_element()?.ok_or_else(lacking)?;
        let column = seq.next_element()?.ok_or_else(lacking)?;
        let Name(name) = seq.next_element()?.ok_or_else(lacking)?;
        Ok(Self { line, column, ..name })
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.name
    }

    /// The line, from 1; 0 without a position.
    pub fn line(&self) -> u32 {
        self.line
    }

    /// The column in characters, from 1; 0 without a position.
    pub fn column(&self) -> u32 {
        self.column
    }
}

impl PartialEq for Id {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Id {}

impl Hash for Id {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.name.hash(state);
    }
}

impl PartialOrd for Id {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Id {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.name.cmp(&other.name)
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(Self::WITH_POSITION, IdVisitor)
    }
}

/// Text, which may look like a number, of up to [`Id::MAX_CHARS`] characters.
impl JsonSchema for Id {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Id".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let pattern = format!(r"^[\p{{L}}\p{{M}}\p{{N}}._-]{{1,{}}}$", Self::MAX_CHARS);
        json_schema!({ "type": ["string", "number", "boolean"], "pattern": pattern })
    }
}

/// An id without a position, from a text.
struct Name(Id);

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(IdVisitor).map(Self)
    }
}

struct IdVisitor;

impl<'de> Visitor<'de> for IdVisitor {
    type Value = Id;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("text")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Id, E> {
        Ok(Id::new(name))
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Id, D::Error> {
        deserializer.deserialize_str(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Id, A::Error> {
        Id::with_position(seq)
    }
}
