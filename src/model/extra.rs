//! Custom fields, whose names begin with `x-`. They are kept as written.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};

/// The custom fields of a record, in the order of the file.
///
/// Records deserialize them as one field named [`Extra::FIELD`] that holds a map.
#[derive(Debug, Clone, PartialEq, Default, borsh::BorshSerialize, borsh::BorshDeserialize)]
pub struct Extra(Option<Box<Fields>>);

/// Names and values.
#[derive(Debug, Clone, PartialEq, borsh::BorshSerialize, borsh::BorshDeserialize)]
struct Fields(Box<[(String, ExtraValue)]>);

/// The value of a custom field.
#[derive(Debug, Clone, PartialEq, borsh::BorshSerialize, borsh::BorshDeserialize)]
pub enum ExtraValue {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// An integer that can be written back unchanged.
    Whole(i64),
    /// Any other number that can be written back unchanged.
    Number(f64),
    /// Text, and numbers such as `0812` or `1.50`, which would be changed as numbers.
    Text(String),
    /// A list.
    List(Vec<ExtraValue>),
    /// A map, in the order of the file.
    Record(Vec<(String, ExtraValue)>),
}

impl Extra {
    /// The prefix of their names, and the field name under which a record deserializes them.
    pub const FIELD: &str = "x-";

    /// The fields, as pairs of name and value.
    pub fn fields(&self) -> &[(String, ExtraValue)] {
        self.0.as_ref().map_or(&[], |fields| &fields.0)
    }
}

impl fmt::Display for ExtraValue {
    /// As YAML on one line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("null"),
            Self::Bool(value) => write!(f, "{value}"),
            Self::Whole(value) => write!(f, "{value}"),
            Self::Number(value) => write!(f, "{value}"),
            Self::Text(text) => f.write_str(text),
            Self::List(items) => {
                for (at, item) in items.iter().enumerate() {
                    write!(f, "{}{item}", if at == 0 { "[" } else { ", " })?;
                }
                f.write_str(if items.is_empty() { "[]" } else { "]" })
            }
            Self::Record(fields) => {
                for (at, (name, value)) in fields.iter().enumerate() {
                    write!(f, "{}{name}: {value}", if at == 0 { "{" } else { ", " })?;
                }
                f.write_str(if fields.is_empty() { "{}" } else { "}" })
            }
        }
    }
}

impl<'de> Deserialize<'de> for Extra {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match ExtraValue::deserialize(deserializer)? {
            ExtraValue::Record(fields) if !fields.is_empty() => {
                Ok(Self(Some(Box::new(Fields(fields.into())))))
            }
            _ => Ok(Self::default()),
        }
    }
}

impl<'de> Deserialize<'de> for ExtraValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Anything;

        impl<'de> Visitor<'de> for Anything {
            type Value = ExtraValue;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("anything")
            }

            fn visit_unit<E: Error>(self) -> Result<ExtraValue, E> {
                Ok(ExtraValue::Null)
            }

            fn visit_bool<E: Error>(self, value: bool) -> Result<ExtraValue, E> {
                Ok(ExtraValue::Bool(value))
            }

            fn visit_i64<E: Error>(self, value: i64) -> Result<ExtraValue, E> {
                Ok(ExtraValue::Whole(value))
            }

            fn visit_f64<E: Error>(self, value: f64) -> Result<ExtraValue, E> {
                Ok(ExtraValue::Number(value))
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<ExtraValue, E> {
                Ok(ExtraValue::Text(text.to_owned()))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<ExtraValue, A::Error> {
                let mut items = Vec::new();
                while let Some(item) = seq.next_element()? {
                    items.push(item);
                }
                Ok(ExtraValue::List(items))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<ExtraValue, A::Error> {
                let mut fields = Vec::new();
                while let Some(field) = map.next_entry()? {
                    fields.push(field);
                }
                Ok(ExtraValue::Record(fields))
            }
        }

        deserializer.deserialize_any(Anything)
    }
}

/// Any value; [`super::schema()`] allows it for every name that begins with `x-`.
impl JsonSchema for Extra {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Extra".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({})
    }
}
