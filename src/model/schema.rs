//! The JSON Schema of the record format, derived from the types.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use schemars::Schema;
use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform as _};
use serde_json::{Map, Value, json};

use super::{Extra, Header};

/// The JSON Schema (draft 7, which editors support) of a document.
pub fn schema() -> Value {
    let mut schema = SchemaSettings::draft07().into_generator().into_root_schema_for::<Header>();
    RecursiveTransform(as_yaml_is_written).transform(&mut schema);
    schema.to_value()
}

/// Whether any record of the format has a field with this name.
pub fn is_field(name: &str) -> bool {
    static FIELDS: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
        let mut names = BTreeSet::new();
        fields_in(&schema(), &mut names);
        names
    });
    FIELDS.contains(name)
}

fn fields_in(schema: &Value, names: &mut BTreeSet<String>) {
    let properties = schema.get("properties").and_then(Value::as_object);
    names.extend(properties.into_iter().flat_map(Map::keys).cloned());
    match schema {
        Value::Object(members) => members.values().for_each(|it| fields_in(it, names)),
        Value::Array(items) => items.iter().for_each(|it| fields_in(it, names)),
        _ => {}
    }
}

/// Allows what YAML documents may contain beyond the Rust types: text that looks like a number, empty lists, custom fields.
fn as_yaml_is_written(schema: &mut Schema) {
    let Some(schema) = schema.as_object_mut() else { return };
    // Rust integer formats are not part of the record format.
    for of_rust in ["format", "default"] {
        schema.remove(of_rust);
    }
    let is_bare = !["enum", "const", "pattern"].iter().any(|key| schema.contains_key(*key));
    if is_bare && ["integer", "number"].iter().any(|kind| types(schema).contains(&json!(kind))) {
        // A quoted number is accepted, too.
        let is_whole = types(schema).contains(&json!("integer"));
        let pattern = if is_whole { "^[0-9]+$" } else { r"^[+-]?[0-9.]+([eE][+-]?[0-9]+)?$" };
        schema.insert("pattern".to_owned(), json!(pattern));
        widen(schema, "integer", &["string"]);
        widen(schema, "number", &["string"]);
    } else if is_bare {
        widen(schema, "string", &["number", "boolean"]);
    }
    let required: Vec<Value> = schema.get("required").and_then(Value::as_array).cloned().unwrap_or_default();
    if let Some(properties) = schema.get_mut("properties").and_then(Value::as_object_mut) {
        properties.remove(Extra::FIELD);
        for (name, property) in properties.iter_mut() {
            if let Some(property) = property.as_object_mut().filter(|_| !required.contains(&json!(name))) {
                widen(property, "array", &["null"]);
            }
        }
        schema.insert("patternProperties".to_owned(), json!({ format!("^{}", Extra::FIELD): true }));
    }
}

/// Allows further types where a type is allowed.
fn widen(schema: &mut Map<String, Value>, kind: &str, others: &[&str]) {
    let mut kinds = types(schema);
    if kinds.contains(&json!(kind)) {
        for other in others.iter().map(|other| json!(other)) {
            if !kinds.contains(&other) {
                kinds.push(other);
            }
        }
        schema.insert("type".to_owned(), Value::Array(kinds));
    }
}

fn types(schema: &Map<String, Value>) -> Vec<Value> {
    match schema.get("type") {
        Some(Value::Array(many)) => many.clone(),
        one => one.cloned().into_iter().collect(),
    }
}
