//! The name of a record, or a reference to one, and where in its file it is written.

use std::borrow::Cow;
use std::fmt;
use std::hash::{Hash, Hasher};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, Error, SeqAccess, Visitor};
use unicode_normalization::{UnicodeNormalization as _, is_nfc};

/// An id: two are equal when their names are, wherever they stand.
#[derive(Debug, Clone, Default)]
pub struct Id {
    name: Box<str>,
    line: u32,
    column: u32,
}

impl Id {
    /// Under this name a deserializer that knows places is asked for an id; it answers with a sequence
    /// of line, column and name. Any other deserializer answers with a string.
    pub const WITH_POSITION: &str = "lawat::Id";

    /// The most characters of an id.
    pub const LONGEST: usize = 100;

    /// An id that stands nowhere.
    ///
    /// A name is one however its accents are encoded: it is kept in NFC.
    pub fn new(name: &str) -> Self {
        let name = if is_nfc(name) { name.into() } else { name.nfc().collect() };
        Self { name, line: 0, column: 0 }
    }

    /// Reads line, column and name.
    pub(super) fn with_place<'de, A: SeqAccess<'de>>(mut seq: A) -> Result<Self, A::Error> {
        let lacking = || A::Error::custom("line, column and name");
        let line = seq.next_element()?.ok_or_else(lacking)?;
        let column = seq.next_element()?.ok_or_else(lacking)?;
        let name: String = seq.next_element()?.ok_or_else(lacking)?;
        Ok(Self { line, column, ..Self::new(&name) })
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.name
    }

    /// The line, from 1; 0 when it stands nowhere.
    pub fn line(&self) -> u32 {
        self.line
    }

    /// The column in characters, from 1; 0 when it stands nowhere.
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

/// Text that may look like a number; see [`Id::MAX_CHARS`] for its length.
impl JsonSchema for Id {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Id".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let pattern = format!(r"^[\p{{L}}\p{{M}}\p{{N}}._-]{{1,{}}}$", Self::LONGEST);
        json_schema!({ "type": ["string", "number", "boolean"], "pattern": pattern })
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
        Id::with_place(seq)
    }
}
