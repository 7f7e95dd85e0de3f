//! Texts that programs take for something else, in every field of a record and through every way out.

mod adding;
mod files;
mod sinks;
mod strings;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use lawat::export::{ExportFormat, ExportTable};
use lawat::lang::Lang;
use lawat::load::{Loaded, load_text};
use lawat::text::json;
use serde_json::{Value, json};

use crate::exports::written;

/// The places of the fields that take any text, in `tests/data/whole.yaml`.
static FIELDS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut all = Vec::new();
    leaves(&WHOLE, "", &mut all);
    let takes =
        |place: &String| ["kata", "two words"].iter().all(|word| errors(&with(word, [place])).is_empty());
    all.into_iter().filter(takes).collect()
});

static WHOLE: LazyLock<Value> =
    LazyLock::new(|| serde_saphyr::from_str(include_str!("../../data/whole.yaml")).unwrap());

/// The places of all texts below a value.
fn leaves(value: &Value, place: &str, all: &mut Vec<String>) {
    match value {
        Value::Object(entries) => {
            entries.iter().for_each(|(name, inner)| leaves(inner, &format!("{place}/{name}"), all));
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(at, item)| leaves(item, &format!("{place}/{at}"), all));
        }
        Value::String(_) => all.push(place.to_owned()),
        _ => {}
    }
}

/// The archive with every field, in which these places have this text.
fn with<'a>(text: &str, places: impl IntoIterator<Item = &'a String>) -> Value {
    let mut archive = WHOLE.clone();
    for place in places {
        *archive.pointer_mut(place).unwrap() = json!(text);
    }
    archive
}

/// The archive as the text of a file.
fn text_of(archive: &Value) -> String {
    json(archive, false).unwrap()
}

fn load(archive: &Value) -> Loaded {
    load_text("a.yaml", text_of(archive).into_bytes())
}

/// The codes of the errors in an archive.
fn errors(archive: &Value) -> BTreeSet<&'static str> {
    let loaded = load(archive);
    loaded.diagnostics.iter().filter(|it| it.problem.is_fatal()).map(|it| it.code().name()).collect()
}

/// The fields that may consist of spaces.
static OPTIONAL: LazyLock<Vec<&String>> = LazyLock::new(|| {
    let takes = |place: &&String| errors(&with(" ", [*place])).is_empty();
    FIELDS.iter().filter(takes).collect()
});

/// The fields that take a text.
fn fields_for(text: &str) -> Vec<&'static String> {
    if text.trim().is_empty() { OPTIONAL.clone() } else { FIELDS.iter().collect() }
}

/// An archive in which every text stands in some fields, and every field has some of the texts.
static MIXED: LazyLock<Value> = LazyLock::new(|| {
    let texts = strings::all();
    let visit = |number: usize| {
        let mut archive = WHOLE.clone();
        for (at, place) in FIELDS.iter().enumerate() {
            let text = &texts[(number * FIELDS.len() + at) % texts.len()];
            if !text.trim().is_empty() || OPTIONAL.contains(&place) {
                *archive.pointer_mut(place).unwrap() = json!(text);
            }
        }
        let mut visit = archive["visits"][0].take();
        visit["id"] = json!(format!("v{number}"));
        visit["related"] = json!([]);
        visit["notes"][0]["about"] = json!(["q"]);
        visit
    };
    let visits: Vec<Value> = (0..VISITS).map(visit).collect();
    json!({ "schema_version": "1.1", "visits": visits })
});

/// The visits of that archive.
const VISITS: usize = 20;

/// Every text is read in every field, and comes back from JSON as it was.
#[test]
fn every_field_takes_every_text_and_gives_it_back() {
    assert!(FIELDS.len() > 60 && OPTIONAL.len() > 20, "{FIELDS:?}, {OPTIONAL:?}");
    for text in strings::all() {
        let places = fields_for(&text);
        let archive = with(&text, places.iter().copied());
        assert_eq!(errors(&archive), BTreeSet::new(), "{text:?}");
        let loaded = load(&archive).archive;
        let exported = written(&loaded, ExportFormat::Json, ExportTable::Statements, Lang::Id);
        let exported: Value = serde_json::from_str(&exported).unwrap();
        let mut written = Vec::new();
        leaves(&exported, "", &mut written);
        let same = written.iter().filter(|place| exported.pointer(place).unwrap() == text.as_str()).count();
        assert!(same >= places.len(), "{same} of {} fields have {text:?}", places.len());
        assert_eq!(load(&exported).archive.visits, loaded.visits, "{text:?}");
    }
}
