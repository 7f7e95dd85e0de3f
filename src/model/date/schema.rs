//! Dates in records: how they are read from a tree, and what a schema says of them.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, Error, Unexpected, Visitor};

use super::PartialDate;

impl PartialDate {
    /// What a deserializer says it expected when text is not a date.
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

/// The notation; that the calendar has such a day is beyond a schema.
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
        let interval = format!(r"{date}/({date}|\.\.)?|(\.\.)?/{date}");
        let set = format!(r"\[({date})?\.\.({date})?\]|\[{date}, ?{date}\]");
        let pattern = format!(r"^({date}|{with_time}|{interval}|{set}|\.\.)$");
        // A year alone is a number to YAML, which does not tell how many digits it is written with.
        json_schema!({
            "type": ["string", "integer"],
            "pattern": pattern,
            "minimum": -9999,
            "maximum": 9999,
            "not": { "type": "integer", "minimum": 1, "maximum": 999 },
        })
    }
}
