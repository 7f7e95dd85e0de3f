//! Days as text for serde: `2024-03-12`.

use jiff::civil::Date;
use serde::de::{Deserialize as _, Error as _};
use serde::{Deserializer, Serializer};

/// Writes a day.
pub fn serialize<S: Serializer>(day: &Date, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(day)
}

/// Reads a day.
pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
    String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
}
