//! The values of a file without their places: what must be there after a change.

use serde_yaml::{Mapping, Value as Yaml};

use super::tree::{Node, Tree, Value};

/// Lists whose items are records with an id, by the name of their field.
const RECORD_LISTS: &[&str] = &[
    "visits",
    "people",
    "organizations",
    "places",
    "participants",
    "itinerary",
    "statements",
    "outcomes",
    "media",
    "sources",
    "expenses",
    "related",
    "notes",
];

/// Whether a field is a list of records. The sources of a statement or a stop are references.
pub(super) fn is_record_list(field: &str, value: &Yaml, in_record: bool) -> bool {
    !in_record && RECORD_LISTS.contains(&field) && value.is_sequence()
}

/// The value of a node: every scalar as text, whatever YAML takes it for, as the format reads it.
pub(super) fn value(node: &Node, tree: &Tree) -> Yaml {
    match &node.value {
        _ if node.is_null() => Yaml::Null,
        Value::Scalar { text, .. } => Yaml::String(text.clone()),
        Value::List { items, .. } => Yaml::Sequence(items.iter().map(|item| value(item, tree)).collect()),
        Value::Record { fields, .. } => {
            let fields = fields.iter().map(|(key, field)| (value(key, tree), value(field, tree)));
            Yaml::Mapping(fields.collect())
        }
        Value::Alias(anchor) => tree.anchors.get(anchor).map_or(Yaml::Null, |node| value(node, tree)),
    }
}

/// The same for a value that comes.
pub(super) fn plain(yaml: &Yaml) -> Yaml {
    match yaml {
        Yaml::Null => Yaml::Null,
        Yaml::Bool(it) => Yaml::String(it.to_string()),
        Yaml::Number(it) => Yaml::String(it.to_string()),
        Yaml::String(it) => Yaml::String(it.clone()),
        Yaml::Sequence(items) => Yaml::Sequence(items.iter().map(plain).collect()),
        Yaml::Mapping(fields) => {
            Yaml::Mapping(fields.iter().map(|(key, field)| (plain(key), plain(field))).collect())
        }
        Yaml::Tagged(tagged) => plain(&tagged.value),
    }
}

/// Whether two values mean the same in the format, where one value may stand for a list of one, and an id for a reference.
pub(super) fn means_the_same(one: &Yaml, other: &Yaml) -> bool {
    match (one, other) {
        (Yaml::Sequence(a), Yaml::Sequence(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| means_the_same(a, b))
        }
        (Yaml::Sequence(list), single) | (single, Yaml::Sequence(list)) => {
            matches!(list.as_slice(), [only] if means_the_same(only, single))
        }
        (Yaml::Mapping(a), Yaml::Mapping(b)) => {
            a.len() == b.len() && a.iter().all(|(key, a)| b.get(key).is_some_and(|b| means_the_same(a, b)))
        }
        (Yaml::Mapping(record), Yaml::String(id)) | (Yaml::String(id), Yaml::Mapping(record)) => {
            record.len() == 1 && record.get("id").and_then(Yaml::as_str) == Some(id)
        }
        _ => one == other,
    }
}

/// The id of a record, or of the record that it refers to.
pub(super) fn id_of(record: &Yaml) -> Option<&str> {
    record.get("id").unwrap_or(record).as_str()
}

/// Merges a record into another one, both plain: fields are set, records of lists are added or merged by their id.
pub(super) fn merge(old: &mut Mapping, new: &Mapping, in_record: bool) {
    for (key, value) in new {
        let name = key.as_str().unwrap_or_default();
        let is_list = is_record_list(name, value, in_record);
        match old.get_mut(key) {
            Some(Yaml::Sequence(there)) if is_list => {
                for item in value.as_sequence().into_iter().flatten() {
                    merge_item(there, item, name);
                }
            }
            Some(there) if means_the_same(there, value) => {}
            None if is_list && value.as_sequence().is_some_and(Vec::is_empty) => {}
            _ => drop(old.insert(key.clone(), value.clone())),
        }
    }
}

fn merge_item(list: &mut Vec<Yaml>, item: &Yaml, name: &str) {
    let same = match id_of(item) {
        Some(id) => list.iter_mut().find(|it| id_of(it) == Some(id)),
        None => list.iter_mut().find(|it| means_the_same(it, item)),
    };
    match (same, item) {
        (Some(Yaml::Mapping(there)), Yaml::Mapping(item)) => merge(there, item, name != "visits"),
        // A record takes the place of a mere reference to the register.
        (Some(there), Yaml::Mapping(item)) if item.len() > 1 => *there = Yaml::Mapping(item.clone()),
        (Some(_), _) => {}
        (None, _) => list.push(item.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_compared_by_what_they_mean() {
        for (one, other, expected) in [
            ("{a: [x], b: y}", "{b: y, a: x}", true),
            ("{a: x}", "{a: x, b: y}", false),
            ("{a: x, b: y}", "{a: x}", false),
            ("{a: x}", "{a: y}", false),
            ("[a, b]", "[a]", false),
            ("{id: a}", "a", true),
            ("{id: b}", "a", false),
            ("{id: a, name: A}", "a", false),
        ] {
            let read = |text: &str| serde_yaml::from_str::<Yaml>(text).unwrap();
            assert_eq!(means_the_same(&read(one), &read(other)), expected, "{one} and {other}");
            assert_eq!(means_the_same(&read(other), &read(one)), expected, "{other} and {one}");
        }
    }
}
