//! JSON: parses it within limits, recognizes its kind, and reads the exports of `lawat`.

use serde_yaml::{Mapping, Value};

use super::error::DocumentError;
use super::output::{Output, id_of};
use super::text::decode;
use crate::model::is_field;

/// The maximum depth; the record format has no more, either.
const DEPTH: usize = 64;
/// The maximum number of values.
const VALUES: usize = 5_000_000;

/// What JSON is about, by its fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum JsonKind {
    /// Visits in the record format.
    Archive,
    /// People and organizations in Popolo.
    Popolo,
    /// Anything else.
    Other,
}

/// Parses JSON; JSON Lines become a list.
pub(super) fn parse(bytes: &[u8], is_lines: bool) -> Result<Value, DocumentError> {
    let text = decode(bytes)?;
    check_limits(&text)?;
    if !is_lines {
        return value(&text, 0);
    }
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines.map(|(number, line)| value(line, number)).collect::<Result<Vec<_>, _>>().map(Value::from)
}

/// Whether there is one value, not one on each line.
pub(super) fn is_one_value(bytes: &[u8]) -> bool {
    let Ok(text) = decode(bytes) else { return true };
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let is_line = |line: &str| line.starts_with('{') && line.ends_with('}');
    let first = lines.next().is_some_and(is_line);
    // A single object on one line is JSON, whatever its extension.
    !(first && lines.next().is_some_and(is_line))
}

fn value(text: &str, lines_before: usize) -> Result<Value, DocumentError> {
    serde_json::from_str(text).map_err(|error| match error.classify() {
        serde_json::error::Category::Eof => DocumentError::EndsEarly,
        // The only thing that the target refuses.
        serde_json::error::Category::Data => DocumentError::FieldTwice(error.line() + lines_before),
        _ => DocumentError::NotJson { line: error.line() + lines_before, column: error.column() },
    })
}

/// Fails if a text has too many brackets within each other, or too many values.
fn check_limits(text: &str) -> Result<(), DocumentError> {
    let (mut depth, mut values, mut in_string) = (0usize, 0usize, false);
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        match byte {
            b'\\' if in_string => drop(bytes.next()),
            b'"' => in_string = !in_string,
            _ if in_string => {}
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            b',' => values += 1,
            _ => {}
        }
        if depth > DEPTH {
            return Err(DocumentError::TooDeep(DEPTH));
        }
        if values > VALUES {
            return Err(DocumentError::TooManyValues(VALUES));
        }
    }
    Ok(())
}

/// The kind of a value.
pub(super) fn kind(value: &Value) -> JsonKind {
    let of_record = |record: &Mapping| {
        let has = |name: &str| record.contains_key(name);
        if is_archive(record) || is_visit(record) {
            JsonKind::Archive
        } else if has("persons") || has("memberships") || (has("organizations") && !has("visits")) {
            JsonKind::Popolo
        } else {
            JsonKind::Other
        }
    };
    match value {
        Value::Mapping(record) => of_record(record),
        Value::Sequence(items) if !items.is_empty() => {
            let mut records = items.iter().map(Value::as_mapping);
            let is_ours = |it: Option<&Mapping>| it.is_some_and(|it| is_archive(it) || is_visit(it));
            if records.all(is_ours) { JsonKind::Archive } else { JsonKind::Other }
        }
        _ => JsonKind::Other,
    }
}

fn is_archive(record: &Mapping) -> bool {
    let lists = ["visits", "people", "organizations", "places"];
    record.contains_key("schema_version") && lists.iter().any(|it| record.contains_key(*it))
}

/// A visit has an id that is a text, a title, and no field that the format does not know.
fn is_visit(record: &Mapping) -> bool {
    let is_known = |name: &Value| name.as_str().is_some_and(|name| name.starts_with("x-") || is_field(name));
    id_of(record).is_some() && record.contains_key("title") && record.keys().all(is_known)
}

/// Reads visits, archives, or a list of both.
pub(super) fn read(value: Value, out: &mut Output<'_>) {
    let records = match value {
        Value::Sequence(items) => items,
        one => vec![one],
    };
    for (number, record) in (1..).zip(records) {
        match record {
            Value::Mapping(archive) if is_archive(&archive) => read_archive(archive, out),
            Value::Mapping(visit) => out.visit(visit),
            _ => out.left_out(format!("[{number}]"), out.lang.import_not_a_record()),
        }
    }
}

fn read_archive(mut archive: Mapping, out: &mut Output<'_>) {
    let defaults = ["timezone", "language"].map(|name| (name, default(&mut archive, name)));
    for visit in records(&mut archive, "visits", out) {
        out.visit(with_defaults(visit, &defaults));
    }
    for person in records(&mut archive, "people", out) {
        out.person(person);
    }
    for organization in records(&mut archive, "organizations", out) {
        out.organization(organization);
    }
    archive.remove("schema_version");
    for name in archive.keys().filter_map(Value::as_str) {
        out.left_out(name, out.lang.import_field_of_archive());
    }
}

/// Takes a list of records out of an archive.
fn records(archive: &mut Mapping, list: &str, out: &mut Output<'_>) -> Vec<Mapping> {
    let items = match archive.remove(list) {
        Some(Value::Sequence(items)) => items,
        Some(Value::Null) | None => return Vec::new(),
        Some(_) => {
            out.left_out(list, out.lang.import_not_a_list());
            return Vec::new();
        }
    };
    let mut records = Vec::new();
    for (number, item) in (1..).zip(items) {
        match item {
            Value::Mapping(record) => records.push(record),
            _ => out.left_out(format!("{list}[{number}]"), out.lang.import_not_a_record()),
        }
    }
    records
}

/// A visit with what its archive says for all visits.
fn with_defaults(mut visit: Mapping, defaults: &[(&str, Option<String>)]) -> Mapping {
    for (name, default) in defaults {
        if let Some(default) = default.as_deref().filter(|_| visit.get(*name).is_none_or(Value::is_null)) {
            visit.insert((*name).into(), default.into());
        }
    }
    visit
}

/// Takes what an archive says for all visits, if it is a short text as it should be.
fn default(archive: &mut Mapping, name: &str) -> Option<String> {
    let text = archive.get(name)?.as_str().filter(|text| text.len() <= 100)?.to_owned();
    archive.remove(name);
    Some(text)
}
