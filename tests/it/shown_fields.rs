//! Every field of the format is shown on some page.

use lawat::lang::Lang;
use lawat::load::load_text;
use lawat::page::{PageContext, no_highlights};
use serde_json::{Value, json};

/// Every page of an archive, in one text; none if it has errors.
fn pages(archive: &Value) -> Option<String> {
    let loaded = load_text("a.yaml", archive.to_string().into_bytes());
    if loaded.diagnostics.iter().any(|it| it.visit.is_some()) || loaded.archive.visits.len() != 2 {
        return None;
    }
    let archive = &loaded.archive;
    let ctx = PageContext {
        archive,
        lang: Lang::En,
        columns: 300,
        highlights: &no_highlights,
        mixed_visits: false,
        translation: None,
        published: false,
    };
    let details = archive.targets().filter_map(|target| archive.record(target)).map(|it| ctx.detail(it));
    let lines = details.chain([ctx.archive_page(archive.counts())]).flatten();
    Some(lines.map(|line| line.plain() + "\n").collect())
}

/// The places of all fields below a value.
fn fields(value: &Value, place: &str, all: &mut Vec<String>) {
    match value {
        Value::Object(entries) => {
            for (name, inner) in entries {
                let place = format!("{place}/{name}");
                fields(inner, &place, all);
                all.push(place);
            }
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(at, item)| fields(item, &format!("{place}/{at}"), all));
        }
        _ => {}
    }
}

/// Gives every record a field of the writer's own.
fn with_own_fields(value: &mut Value, next: &mut usize) {
    match value {
        Value::Object(entries) => {
            entries.values_mut().for_each(|inner| with_own_fields(inner, next));
            *next += 1;
            entries.insert("x-own".to_owned(), json!({ "number": *next, "list": [true, null, "text"] }));
        }
        Value::Array(items) => items.iter_mut().for_each(|item| with_own_fields(item, next)),
        _ => {}
    }
}

/// The archive without a field, or else with another text in it.
fn without(archive: &Value, place: &str) -> Vec<Value> {
    let mut removed = archive.clone();
    let (parent, name) = place.rsplit_once('/').unwrap();
    if name.ends_with("certainty") {
        // Facts that the source states have no remark; inferred ones do.
        *removed.pointer_mut(place).unwrap() = json!("unknown");
    } else {
        removed.pointer_mut(parent).and_then(Value::as_object_mut).unwrap().remove(name);
    }
    let mut changed = archive.clone();
    let field = changed.pointer_mut(place).unwrap();
    match &*field {
        Value::String(text) => *field = json!(format!("{text}z")),
        Value::Number(_) => *field = json!(7),
        _ => return vec![removed],
    }
    vec![removed, changed]
}

/// Fails unless all wanted fields are shown on some page; returns their number.
fn seen(mut archive: Value, is_wanted: impl Fn(&str) -> bool) -> usize {
    with_own_fields(&mut archive, &mut 0);
    let whole = pages(&archive).unwrap();
    let mut all = Vec::new();
    fields(&archive, "", &mut all);
    let (mut seen, mut unseen) = (0, Vec::new());
    for place in all.iter().filter(|place| is_wanted(place)) {
        // A required field cannot be left out, but may be another.
        let others: Vec<String> = without(&archive, place).iter().filter_map(pages).collect();
        match others.iter().any(|other| *other != whole) {
            true => seen += 1,
            false if others.is_empty() => {}
            false => unseen.push(place),
        }
    }
    assert!(unseen.is_empty(), "{unseen:#?}");
    seen
}

#[test]
fn every_field_shows_on_some_page() {
    let archive = serde_saphyr::from_str(include_str!("../data/whole.yaml")).unwrap();
    // The version of the format is not part of the record.
    let seen = seen(archive, |place| place != "/schema_version");
    assert!(seen > 200, "{seen}");
}

#[test]
fn every_field_of_a_register_shows_with_the_visits() {
    let mut archive: Value = serde_saphyr::from_str(include_str!("../data/register/kunjungan.yaml")).unwrap();
    let register: Value = serde_saphyr::from_str(include_str!("../data/register/register.yaml")).unwrap();
    let lists = ["people", "organizations", "places"];
    for list in lists {
        archive[list] = register[list].clone();
    }
    // The fields of the visit about the second person take precedence.
    let is_wanted = |place: &str| {
        lists.iter().any(|list| place.starts_with(&format!("/{list}/"))) && !place.starts_with("/people/1/")
    };
    let seen = seen(archive, is_wanted);
    assert!(seen > 50, "{seen}");
}
