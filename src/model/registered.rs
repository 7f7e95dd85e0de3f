//! JSON Schema helpers for records that may refer to the register.

use std::borrow::Cow;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::Id;

/// For the schema: a record, or the id of a record in the register.
pub(super) struct IdOr<T>(PhantomData<T>);

impl<T: JsonSchema> JsonSchema for IdOr<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("IdOr{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let id = Id::json_schema(generator);
        let record = generator.subschema_for::<T>();
        json_schema!({ "anyOf": [id, record] })
    }
}

/// For the schema: required fields may come from the register, except for the id.
pub(super) fn only_the_id_is_required(schema: &mut Schema) {
    schema.insert("required".to_owned(), serde_json::json!(["id"]));
}
