//! How dates are deserialized, and their JSON Schema.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, Error, Unexpected, Visitor};

use super::PartialDate;

impl PartialDate {
    /// What a deserializer expects for a date.
    pub const EXPECTED: &str = "a date";
}

impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct DateVisitor;

        impl Visitor<'_> for DateVisitor {
            type Value = PartialDate;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(PartialDate::EXPECTED)
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<PartialDate, E> {
                let date = text.parse::<PartialDate>().ok();
                date.ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self))
            }
        }

        deserializer.deserialize_str(DateVisitor)
    }
}

/// A pattern for the notation; it cannot tell whether a day exists.
impl JsonSchema for PartialDate {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let days = "-?[0-9X]{4}(-[0-9X]{2}(-[0-9X]{2})?)?";
        let date = format!("{days}[?~%]?");
        let clock = r"[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?";
        let with_time = format!(r"{days}[T ]{clock} ?(Z|[+-][0-9]{{2}}(:[0-9]{{2}})?)?[?~%]?");
        let interval = format!(r"{date} ?/ ?({date}|\.\.)?|(\.\.)? ?/ ?{date}");
        let member = format!(r"({date}|{date}\.\.({date})?|\.\.{date})");
        let members = format!("{member}( ?, ?{member})*");
        let set = format!(r"\[{members}\]|\{{{members}\}}");
        let pattern = format!(r"^({date}|{with_time}|{interval}|{set}|\.\.)$");
        // YAML reads a year alone as a number, without the number of written digits.
        json_schema!({
            "type": ["string", "integer"],
            "pattern": pattern,
            "minimum": -9999,
            "maximum": 9999,
            "not": { "type": "integer", "minimum": 1, "maximum": 999 },
        })
    }
}
