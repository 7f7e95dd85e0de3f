//! Records that may be abbreviated to an id or a text.

/// The newtype name by which a position-aware deserializer recognizes a record that may be written as an id alone: it provides
/// the same as for [`super::Id::WITH_POSITION`], or a map. Other deserializers provide a string or a map.
pub const ID_OR_RECORD: &str = "lawat::IdOrRecord";

/// The newtype name by which a position-aware deserializer recognizes a record that may be written as a text alone: it provides
/// the text, or a map. Other deserializers provide a string or a map.
pub const TEXT_OR_RECORD: &str = "lawat::TextOrRecord";

/// Defines a record of an id and optional fields, which may be written as the id alone.
macro_rules! id_or_record {
    (
        $(#[$doc:meta])* $record:ident {
            $(#[$id_doc:meta])* $id:ident,
            $($(#[$other_doc:meta])* $other:ident: $type:ty,)+
        }
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq)]
        pub struct $record {
            $(#[$id_doc])*
            pub $id: Id,
            $($(#[$other_doc])* pub $other: Option<$type>,)+
            /// Custom fields, whose names begin with `x-`.
            pub extra: Extra,
        }

        const _: () = {
            use std::borrow::Cow;
            use std::fmt;

            use schemars::{Schema, SchemaGenerator, json_schema};
            use serde::de::value::MapAccessDeserializer;
            use serde::de::{Deserializer, Error, MapAccess, SeqAccess, Visitor};

            /// The long form.
            $(#[$doc])*
            #[derive(Deserialize, JsonSchema)]
            #[serde(deny_unknown_fields)]
            #[schemars(rename = "Long")]
            struct LongForm {
                $(#[$id_doc])*
                $id: Id,
                $($(#[$other_doc])* $other: Option<$type>,)+
                /// Custom fields, whose names begin with `x-`.
                #[serde(rename = "x-", default)]
                extra: Extra,
            }

            struct ShorthandVisitor;

            impl<'de> Visitor<'de> for ShorthandVisitor {
                type Value = $record;

                fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.write_str("an id or a record")
                }

                fn visit_str<E: Error>(self, id: &str) -> Result<$record, E> {
                    Ok($record { $id: Id::new(id), $($other: None,)+ extra: Extra::default() })
                }

                fn visit_seq<A: SeqAccess<'de>>(self, id: A) -> Result<$record, A::Error> {
                    Ok($record { $id: Id::with_position(id)?, $($other: None,)+ extra: Extra::default() })
                }

                fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<$record, A::Error> {
                    let LongForm { $id, $($other,)+ extra } = LongForm::deserialize(MapAccessDeserializer::new(map))?;
                    Ok($record { $id, $($other,)+ extra })
                }

                fn visit_newtype_struct<D>(self, deserializer: D) -> Result<$record, D::Error>
                where
                    D: Deserializer<'de>,
                {
                    deserializer.deserialize_any(self)
                }
            }

            impl<'de> Deserialize<'de> for $record {
                fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    deserializer.deserialize_newtype_struct($crate::model::ID_OR_RECORD, ShorthandVisitor)
                }
            }

            impl JsonSchema for $record {
                fn schema_name() -> Cow<'static, str> {
                    stringify!($record).into()
                }

                fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                    let (id, long_form) = (Id::json_schema(generator), LongForm::json_schema(generator));
                    json_schema!({ "anyOf": [id, long_form] })
                }
            }
        };
    };
}

/// Defines a record that may be written as the text of one of its fields alone; all other fields have a default.
macro_rules! text_or_record {
    ($(#[$doc:meta])* $record:ident { $(#[$text_doc:meta])* $text:ident: $text_type:ty, $($(#[$other_doc:meta])* $other:ident: $type:ty,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Default)]
        pub struct $record {
            $(#[$text_doc])*
            pub $text: $text_type,
            $($(#[$other_doc])* pub $other: $type,)+
            /// Custom fields, whose names begin with `x-`.
            pub extra: Extra,
        }

        const _: () = {
            use std::borrow::Cow;
            use std::fmt;

            use schemars::{Schema, SchemaGenerator, json_schema};
            use serde::de::value::MapAccessDeserializer;
            use serde::de::{Deserializer, Error, MapAccess, Visitor};

            /// The long form.
            $(#[$doc])*
            #[derive(Deserialize, JsonSchema)]
            #[serde(deny_unknown_fields)]
            #[schemars(rename = "Long")]
            struct LongForm {
                $(#[$text_doc])*
                $text: $text_type,
                $($(#[$other_doc])* #[serde(default)] $other: $type,)+
                /// Custom fields, whose names begin with `x-`.
                #[serde(rename = "x-", default)]
                extra: Extra,
            }

            struct ShorthandVisitor;

            impl<'de> Visitor<'de> for ShorthandVisitor {
                type Value = $record;

                fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.write_str("a text or a record")
                }

                fn visit_str<E: Error>(self, text: &str) -> Result<$record, E> {
                    Ok($record { $text: text.to_owned().into(), ..$record::default() })
                }

                fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<$record, A::Error> {
                    let LongForm { $text, $($other,)+ extra } = LongForm::deserialize(MapAccessDeserializer::new(map))?;
                    Ok($record { $text, $($other,)+ extra })
                }

                fn visit_newtype_struct<D>(self, deserializer: D) -> Result<$record, D::Error>
                where
                    D: Deserializer<'de>,
                {
                    deserializer.deserialize_any(self)
                }
            }

            impl<'de> Deserialize<'de> for $record {
                fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    deserializer.deserialize_newtype_struct($crate::model::TEXT_OR_RECORD, ShorthandVisitor)
                }
            }

            impl JsonSchema for $record {
                fn schema_name() -> Cow<'static, str> {
                    stringify!($record).into()
                }

                fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                    let long_form = LongForm::json_schema(generator);
                    json_schema!({ "anyOf": [{ "type": "string" }, long_form] })
                }
            }
        };
    };
}

pub(super) use {id_or_record, text_or_record};
