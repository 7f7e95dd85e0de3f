//! Tables of the script as values: what each column is called, its type, and what it takes from a record.

use serde_json::{Map, Value};

use crate::export::table::RecordRow;
use crate::text::json;

/// A table.
pub(super) struct Table<R: 'static> {
    /// The name.
    pub(super) name: &'static str,
    /// What a row is called in `topics` and `links`.
    pub(super) record: &'static str,
    pub(super) columns: &'static [Column<R>],
    /// The definition of a column that PostgreSQL fills in.
    pub(super) generated: Option<&'static str>,
}

/// A column, with its name and its type.
pub(super) enum Column<R: 'static> {
    /// A field of the record.
    Field(&'static str, &'static str),
    /// What follows from the record; nothing if it is empty.
    Derived(&'static str, &'static str, fn(&RecordRow<'_, R>) -> String),
    /// The position of the record in its list, from 1.
    Number,
    /// All fields that have no column.
    Details,
}

impl<R> Table<R> {
    /// Whether a field of the record has a column.
    pub(super) fn has_field(&self, name: &str) -> bool {
        self.columns.iter().any(|column| matches!(column, Column::Field(field, _) if *field == name))
    }
}

impl<R> Column<R> {
    /// The definition in `CREATE TABLE`.
    pub(super) fn definition(&self) -> String {
        match self {
            Self::Field(name, kind) | Self::Derived(name, kind, _) => format!("{name} {kind}"),
            Self::Number => "number integer NOT NULL".to_owned(),
            Self::Details => "details jsonb".to_owned(),
        }
    }

    /// The cell of a record. A field that it holds is taken from those that are left for `details`.
    pub(super) fn take(
        &self,
        row: &RecordRow<'_, R>,
        number: usize,
        fields: &mut Map<String, Value>,
    ) -> Option<String> {
        match self {
            Self::Field(name, _) => match fields.remove(*name)? {
                Value::String(text) => Some(text),
                value => Some(value.to_string()),
            },
            Self::Derived(name, _, cell) => {
                let cell = cell(row);
                if fields.get(*name).and_then(Value::as_str) == Some(&cell) {
                    fields.remove(*name);
                }
                Some(cell).filter(|cell| !cell.is_empty())
            }
            Self::Number => Some(number.to_string()),
            Self::Details => details(fields),
        }
    }
}

/// Fields as JSON; none if there are none.
pub(super) fn details(fields: &Map<String, Value>) -> Option<String> {
    if fields.is_empty() { None } else { json(fields, false).ok().map(|json| without_nul(&json)) }
}

/// JSON without NUL, which PostgreSQL does not take: it is replaced as in [`super::copy`].
fn without_nul(json: &str) -> String {
    // An escaped backslash may stand before `u0000`.
    json.split(r"\\").map(|part| part.replace(r"\u0000", "␀")).collect::<Vec<_>>().join(r"\\")
}

/// The topics of visits, stops and statements.
pub(super) const TOPICS: Table<()> = Table {
    name: "topics",
    record: "topic",
    columns: &[
        Column::Field("visit_id", "text NOT NULL"),
        Column::Field("record", "text NOT NULL"),
        Column::Field("id", "text NOT NULL"),
        Column::Number,
        Column::Field("topic", "text NOT NULL"),
    ],
    generated: None,
};

/// The references of records to other records of the visit, or to another visit.
pub(super) const LINKS: Table<()> = Table {
    name: "links",
    record: "link",
    columns: &[
        Column::Field("visit_id", "text NOT NULL"),
        Column::Field("record", "text NOT NULL"),
        Column::Field("id", "text NOT NULL"),
        Column::Field("relation", "text NOT NULL"),
        Column::Number,
        Column::Field("target", "text NOT NULL"),
        Column::Details,
    ],
    generated: None,
};

/// Fields with references, which are rows of `links`; and the part of a reference that is the id.
pub(super) const LINKED: &[(&str, &str)] = &[
    ("speaker", "id"),
    ("delivered_by", "id"),
    ("interpreted_by", "id"),
    ("on_behalf_of", "id"),
    ("audience", "id"),
    ("about", "id"),
    ("organization", "id"),
    ("attendance", "stop"),
    ("parties", "id"),
    ("related", "visit"),
    ("role_sources", "id"),
    ("sources", "id"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nul_is_replaced_and_its_escape_in_a_text_is_not() {
        let Value::Object(fields) = serde_json::json!({ "a\0": "\0 \\u0000 \\\0\n\0" }) else { panic!() };
        let written: Value = serde_json::from_str(&details(&fields).unwrap()).unwrap();
        assert_eq!(written, serde_json::json!({ "a␀": "␀ \\u0000 \\␀\n␀" }));
        assert_eq!(details(&Map::new()), None);
    }
}
