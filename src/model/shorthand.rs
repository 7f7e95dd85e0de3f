//! Records that may be abbreviated to one of their fields: an ID or a text.

use std::fmt;
use std::marker::PhantomData;

use schemars::{JsonSchema as _, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserializer, Error, MapAccess, SeqAccess, Unexpected, Visitor};

use super::Id;

/// The newtype name by which a position-aware deserializer recognizes a record that may be abbreviated to an ID: it
/// provides the same as for [`Id::WITH_POSITION`], or a map. Other deserializers provide a string or a map.
pub const ID_OR_RECORD: &str = "lawat::IdOrRecord";

/// The newtype name by which a position-aware deserializer recognizes a record that may be abbreviated to a text: it
/// provides the text, or a map. Other deserializers provide a string or a map.
pub const TEXT_OR_RECORD: &str = "lawat::TextOrRecord";

/// The type of a field that a record may be abbreviated to.
pub(super) trait ShortForm: Sized {
    /// The newtype name for deserializers.
    const NEWTYPE: &str;

    /// What a deserializer expects, for its errors.
    const EXPECTED: &str;

    fn from_text(text: &str) -> Self;

    /// Deserializes what a position-aware deserializer provides for an ID; an error for texts.
    fn from_seq<'de, A: SeqAccess<'de>>(_seq: A) -> Result<Self, A::Error> {
        Err(A::Error::invalid_type(Unexpected::Seq, &Self::EXPECTED))
    }

    fn schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string" })
    }
}

impl ShortForm for Id {
    const NEWTYPE: &str = ID_OR_RECORD;
    const EXPECTED: &str = "an id or a record";

    fn from_text(text: &str) -> Self {
        Self::new(text)
    }

    fn from_seq<'de, A: SeqAccess<'de>>(seq: A) -> Result<Self, A::Error> {
        Self::with_position(seq)
    }

    fn schema(generator: &mut SchemaGenerator) -> Schema {
        Self::json_schema(generator)
    }
}

impl ShortForm for String {
    const NEWTYPE: &str = TEXT_OR_RECORD;
    const EXPECTED: &str = "a text or a record";

    fn from_text(text: &str) -> Self {
        text.to_owned()
    }
}

impl ShortForm for Option<String> {
    const NEWTYPE: &str = String::NEWTYPE;
    const EXPECTED: &str = String::EXPECTED;

    fn from_text(text: &str) -> Self {
        Some(text.to_owned())
    }
}

/// A record that may be abbreviated to one of its fields.
pub(super) trait Shorthand: Sized {
    type Short: ShortForm;

    /// The record with this field only.
    fn from_short(short: Self::Short) -> Self;

    /// Deserializes the record with all its fields.
    fn from_map<'de, A: MapAccess<'de>>(map: A) -> Result<Self, A::Error>;
}

/// Deserializes a record in its short or long form.
pub(super) fn deserialize<'de, T: Shorthand, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_newtype_struct(T::Short::NEWTYPE, ShorthandVisitor(PhantomData))
}

struct ShorthandVisitor<T>(PhantomData<T>);

impl<'de, T: Shorthand> Visitor<'de> for ShorthandVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::Short::EXPECTED)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        Ok(T::from_short(T::Short::from_text(text)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<T, A::Error> {
        T::Short::from_seq(seq).map(T::from_short)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        T::from_map(map)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        deserializer.deserialize_any(self)
    }
}

/// Defines a record that may be abbreviated to its first field; all other fields have a default.
macro_rules! shorthand_record {
    (
        $(#[$doc:meta])* $record:ident {
            $(#[$short_doc:meta])* $short:ident: $short_type:ty,
            $($(#[$other_doc:meta])* $other:ident: $type:ty,)+
        }
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Default, borsh::BorshSerialize, borsh::BorshDeserialize)]
        pub struct $record {
            $(#[$short_doc])*
            pub $short: $short_type,
            $($(#[$other_doc])* pub $other: $type,)+
            /// Custom fields, whose names begin with `x-`.
            pub extra: Extra,
        }

        const _: () = {
            use std::borrow::Cow;

            use schemars::{Schema, SchemaGenerator, json_schema};
            use serde::de::value::MapAccessDeserializer;
            use serde::de::{Deserializer, MapAccess};

            use $crate::model::shorthand::{ShortForm, Shorthand, deserialize};

            /// The long form.
            $(#[$doc])*
            #[derive(Deserialize, JsonSchema)]
            #[serde(deny_unknown_fields)]
            #[schemars(rename = "Long")]
            struct LongForm {
                $(#[$short_doc])*
                $short: $short_type,
                $($(#[$other_doc])* #[serde(default)] $other: $type,)+
                /// Custom fields, whose names begin with `x-`.
                #[serde(rename = "x-", default)]
                extra: Extra,
            }

            impl Shorthand for $record {
                type Short = $short_type;

                fn from_short($short: $short_type) -> Self {
                    Self { $short, ..Self::default() }
                }

                fn from_map<'de, A: MapAccess<'de>>(map: A) -> Result<Self, A::Error> {
                    let LongForm { $short, $($other,)+ extra } = LongForm::deserialize(MapAccessDeserializer::new(map))?;
                    Ok(Self { $short, $($other,)+ extra })
                }
            }

            impl<'de> Deserialize<'de> for $record {
                fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    deserialize(deserializer)
                }
            }

            impl JsonSchema for $record {
                fn schema_name() -> Cow<'static, str> {
                    stringify!($record).into()
                }

                fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                    let (short, long) = (<$short_type>::schema(generator), LongForm::json_schema(generator));
                    json_schema!({ "anyOf": [short, long] })
                }
            }
        };
    };
}

pub(super) use shorthand_record;
