//! Records that may be written as an id or a text alone.

/// Under this name a deserializer that knows places is asked for a record that may be written as an id alone: it
/// answers as for [`super::Id::WITH_POSITION`], or with a map. Any other deserializer answers with a string or a map.
pub const ID_OR_RECORD: &str = "lawat::IdOrRecord";

/// Under this name a deserializer that knows places is asked for a record that may be written as a text alone: it answers
/// with the text, or with a map. Any other deserializer answers with a string or a map.
pub const TEXT_OR_RECORD: &str = "lawat::TextOrRecord";

/// A record of an id and further fields, and how it is read in both forms.
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
            /// Fields of the writer's own.
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
            struct Long {
                $(#[$id_doc])*
                $id: Id,
                $($(#[$other_doc])* $other: Option<$type>,)+
                /// Fields of the writer's own.
                #[serde(rename = "x-", default)]
                extra: Extra,
            }

            struct Either;

            impl<'de> Visitor<'de> for Either {
                type Value = $record;

                fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.write_str("an id or a record")
                }

                fn visit_str<E: Error>(self, id: &str) -> Result<$record, E> {
                    Ok($record { $id: Id::new(id), $($other: None,)+ extra: Extra::default() })
                }

                fn visit_seq<A: SeqAccess<'de>>(self, id: A) -> Result<$record, A::Error> {
                    Ok($record { $id: Id::with_place(id)?, $($other: None,)+ extra: Extra::default() })
                }

                fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<$record, A::Error> {
                    let Long { $id, $($other,)+ extra } = Long::deserialize(MapAccessDeserializer::new(map))?;
                    Ok($record { $id, $($other,)+ extra })
                }

                fn visit_newtype_struct<D>(self, either: D) -> Result<$record, D::Error>
                where
                    D: Deserializer<'de>,
                {
                    either.deserialize_any(self)
                }
            }

            impl<'de> Deserialize<'de> for $record {
                fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    deserializer.deserialize_newtype_struct($crate::model::ID_OR_RECORD, Either)
                }
            }

            impl JsonSchema for $record {
                fn schema_name() -> Cow<'static, str> {
                    stringify!($record).into()
                }

                fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                    let (id, long) = (Id::json_schema(generator), Long::json_schema(generator));
                    json_schema!({ "anyOf": [id, long] })
                }
            }
        };
    };
}

/// How a record is read that may be written as the text of one of its fields alone; all its other fields have a default.
macro_rules! text_or_record {
    ($(#[$doc:meta])* $record:ident { $(#[$text_doc:meta])* $text:ident: $text_type:ty, $($(#[$other_doc:meta])* $other:ident: $type:ty,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Default)]
        pub struct $record {
            $(#[$text_doc])*
            pub $text: $text_type,
            $($(#[$other_doc])* pub $other: $type,)+
            /// Fields of the writer's own.
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
            struct Long {
                $(#[$text_doc])*
                $text: $text_type,
                $($(#[$other_doc])* #[serde(default)] $other: $type,)+
                /// Fields of the writer's own.
                #[serde(rename = "x-", default)]
                extra: Extra,
            }

            struct Either;

            impl<'de> Visitor<'de> for Either {
                type Value = $record;

                fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.write_str("a text or a record")
                }

                fn visit_str<E: Error>(self, text: &str) -> Result<$record, E> {
                    Ok($record { $text: text.to_owned().into(), ..$record::default() })
                }

                fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<$record, A::Error> {
                    let Long { $text, $($other,)+ extra } = Long::deserialize(MapAccessDeserializer::new(map))?;
                    Ok($record { $text, $($other,)+ extra })
                }

                fn visit_newtype_struct<D>(self, either: D) -> Result<$record, D::Error>
                where
                    D: Deserializer<'de>,
                {
                    either.deserialize_any(self)
                }
            }

            impl<'de> Deserialize<'de> for $record {
                fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    deserializer.deserialize_newtype_struct($crate::model::TEXT_OR_RECORD, Either)
                }
            }

            impl JsonSchema for $record {
                fn schema_name() -> Cow<'static, str> {
                    stringify!($record).into()
                }

                fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                    let long = Long::json_schema(generator);
                    json_schema!({ "anyOf": [{ "type": "string" }, long] })
                }
            }
        };
    };
}

pub(super) use {id_or_record, text_or_record};
