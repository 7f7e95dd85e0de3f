//! Changes to record files: what is added stands in its place, and every other byte stays.

use std::fs;

use lawat::edit::{EditError, RecordFile, SaveError, add, add_visits, check_syntax, merge};
use lawat::entry::{Entry, Kind, Known};
use lawat::lang::Lang;
use lawat::load::load_text;
use proptest::prelude::*;
use serde_json::Value;
use serde_yaml::Mapping;

use crate::random_errors::archives;

fn archive(yaml: &str) -> Mapping {
    serde_yaml::from_str(yaml).unwrap()
}

fn merged(file: &str, yaml: &str) -> String {
    merge(file, &archive(yaml), None).unwrap_or_else(|error| panic!("{error:?}\n{file}")).text
}

const STATEMENT: &str = "visits: [{id: a, statements: [{id: q2, type: quote, text: \"Satu: pintu\"}]}]";

#[test]
fn a_record_is_added_behind_the_others_of_its_list() {
    let file = "\
# My visits
visits:
  - id: a   # first
    title: A
    statements:
      - id: q1
        type: quote
        text: |
          Two

          lines

      # about the next
    sources: [b]   # kept
# the end
";
    assert_eq!(
        merged(file, STATEMENT),
        file.replace(
            "          lines\n",
            "          lines\n      - id: q2\n        type: quote\n        text: 'Satu: pintu'\n"
        )
    );
}

#[test]
fn a_new_list_stands_where_the_order_of_the_fields_puts_it() {
    for (file, expected) in [
        (
            "visits:\n- id: a\n  title: A # c\n  sources: []\n",
            "visits:\n- id: a\n  title: A # c\n  statements:\n  - id: q2\n    type: quote\n    text: 'Satu: pintu'\n  sources: []\n",
        ),
        (
            "visits:\n    - id: a\n      title: A",
            "visits:\n    - id: a\n      title: A\n      statements:\n          - id: q2\n            type: quote\n            text: 'Satu: pintu'",
        ),
        (
            "visits:\r\n  - title: A\r\n    id: a\r\n\r\n  - id: b\r\n    title: B\r\n",
            "visits:\r\n  - title: A\r\n    id: a\r\n    statements:\r\n      - id: q2\r\n        type: quote\r\n        text: 'Satu: pintu'\r\n\r\n  - id: b\r\n    title: B\r\n",
        ),
        (
            "visits: [{id: a, title: A}, {id: b, title: B}]\n",
            "visits: [{id: a, title: A, statements: [{id: q2, type: quote, text: \"Satu: pintu\"}]}, {id: b, title: B}]\n",
        ),
        (
            "{\"visits\": [\n  {\n    \"id\": \"a\",\n    \"title\": \"A\"\n  }\n]}",
            "{\"visits\": [\n  {\n    \"id\": \"a\",\n    \"title\": \"A\",\n    \"statements\": [{\"id\":\"q2\",\"type\":\"quote\",\"text\":\"Satu: pintu\"}]\n  }\n]}",
        ),
    ] {
        assert_eq!(merged(file, STATEMENT), expected);
    }
}

#[test]
fn an_empty_list_is_filled() {
    let record = "      - id: q2\n        type: quote\n        text: 'Satu: pintu'\n";
    for (list, expected) in [
        ("    statements: []\n", format!("    statements:\n{record}")),
        ("    statements: [] # none\n", format!("    statements: # none\n{record}")),
        ("    statements:\n", format!("    statements:\n{record}")),
        ("    statements:   # none yet\n", format!("    statements:   # none yet\n{record}")),
        ("    statements: null\n", format!("    statements:\n{record}")),
        ("    \"statements\":", format!("    \"statements\":\n{}", record.trim_end())),
    ] {
        let file = format!("visits:\n  - id: a\n    title: A\n{list}");
        assert_eq!(merged(&file, STATEMENT), format!("visits:\n  - id: a\n    title: A\n{expected}"));
    }
}

#[test]
fn a_new_visit_is_added_to_the_visits() {
    let visit = "visits: [{id: b, title: B}]";
    for (file, expected) in [
        ("schema_version: '1.1'\n", "schema_version: '1.1'\nvisits:\n  - id: b\n    title: B\n"),
        (
            "visits:\n  - id: a\n\n# places\nplaces: []\n",
            "visits:\n  - id: a\n  - id: b\n    title: B\n\n# places\nplaces: []\n",
        ),
        (
            "visits:\n  - id: c\n---\nvisits:\n  - id: a\n...\n",
            "visits:\n  - id: c\n---\nvisits:\n  - id: a\n  - id: b\n    title: B\n...\n",
        ),
        (
            "visits:\n  - id: a\n    x-t: |+\n      end\n\n",
            "visits:\n  - id: a\n    x-t: |+\n      end\n\n  - id: b\n    title: B\n",
        ),
    ] {
        assert_eq!(merged(file, visit), expected);
    }
    let new = merge("", &archive(visit), Some(Lang::Id)).unwrap().text;
    assert_eq!(new, "schema_version: '1.1'\nlanguage: id\nvisits:\n  - id: b\n    title: B\n");
}

#[test]
fn fields_of_a_known_record_are_set_and_its_comments_stay() {
    let file = "\
visits:
  - id: a
    title: Lama   # to be checked
    start_date: 2026-01-10
    summary: >-
      two
      lines
    topics: [air, jalan]
    participants:
      - {id: p, name: Bima, side: host}   # the host
      - ratna
";
    let new = merge(
        file,
        &archive(
            "visits: [{id: a, title: Baru, start_date: '2026-01-10', summary: \"one\\ntwo\", topics: [air], local_term: studi tiru,
             participants: [{id: p, name: Bima, side: visitor, post: Camat}, {id: ratna, side: host}]}]",
        ),
        None,
    )
    .unwrap();
    assert_eq!(
        new.text,
        "\
visits:
  - id: a
    title: Baru   # to be checked
    local_term: studi tiru
    start_date: 2026-01-10
    summary: |-
      one
      two
    topics:
    - air
    participants:
      - {id: p, name: Bima, post: Camat, side: visitor}   # the host
      - id: ratna
        side: host
"
    );
    let changes: Vec<(&str, Option<&str>, &str, Vec<&str>)> = new
        .changes
        .iter()
        .map(|it| {
            let fields = it.fields.iter().map(String::as_str).collect();
            (it.list.as_str(), it.visit.as_deref(), it.id.as_str(), fields)
        })
        .collect();
    assert_eq!(
        changes,
        [
            ("participants", Some("a"), "p", vec!["side", "post"]),
            ("participants", Some("a"), "ratna", vec!["id", "side"]),
            ("visits", None, "a", vec!["title", "summary", "topics", "local_term"]),
        ]
    );
}

#[test]
fn what_is_there_already_changes_nothing() {
    let file = "visits:\n- id: a\n  title: \"A\"\n  statements: [{id: q1, type: quote, text: x, speaker: [p], sources: [s]}]\n";
    let same = "visits: [{id: a, title: A, statements: [{id: q1, type: quote, text: x, speaker: p, sources: [{id: s}]}]}]";
    let merged = merge(file, &archive(same), None).unwrap();
    assert_eq!((merged.text.as_str(), merged.changes.len(), merged.unchanged), (file, 0, 2));
    // An id is the same as a record that has only this id; no value is none, and an empty list is no list.
    let file = "visits:\n- id: a\n  summary: ~\n  participants: [ratna, {id: bima}]\n";
    let same = "visits: [{id: a, summary: null, statements: [], participants: [{id: ratna}, bima]}]";
    let merged = merge(file, &archive(same), None).unwrap();
    assert_eq!((merged.text.as_str(), merged.changes.len(), merged.unchanged), (file, 0, 3));
}

#[test]
fn what_cannot_be_changed_is_said_with_its_line() {
    for (file, error) in [
        ("visits:\n  - id: a\n    title: 'A\n", EditError::Syntax(3)),
        ("x-s: &s []\nvisits:\n  - id: a\n    statements: *s\n", EditError::Unsupported(4)),
        ("x-v: &v {statements: []}\nvisits:\n  - <<: *v\n    id: a\n", EditError::Unsupported(3)),
        ("visits: [{id: a, statements: }]\n", EditError::Unsupported(1)),
        ("visits: [{id: a, statements: x}]\n", EditError::Unsupported(1)),
        ("x-v: &v {id: a}\nvisits:\n  - *v\n", EditError::Unsupported(3)),
        ("- id: a\n", EditError::Unsupported(1)),
        ("{\"id\": \"a\",\n\"title\": [}", EditError::Syntax(2)),
        ("visits: [\n{\"id\": ]\n{\n", EditError::Syntax(2)),
        ("{\"id\": \"a\", \"title\": \"A\"}\n{\"id\": \"b\", \"title\": \"B\"}\n", EditError::JsonLines),
    ] {
        assert_eq!(merge(file, &archive(STATEMENT), None).unwrap_err(), error, "{file}");
    }
}

#[test]
fn visits_with_comments_are_added_as_they_are_written() {
    let visits = "- id: b\n  title: B\n  # ? when\n";
    assert_eq!(
        add_visits("visits:\n  - id: a   # first\n    title: A\n", visits).unwrap(),
        "visits:\n  - id: a   # first\n    title: A\n  - id: b\n    title: B\n    # ? when\n"
    );
    assert_eq!(
        add_visits("visits: []\n", visits).unwrap(),
        "visits:\n  - id: b\n    title: B\n    # ? when\n"
    );
    assert_eq!(
        add_visits("{\"visits\": []}\n", visits).unwrap(),
        "{\"visits\": [{\"id\":\"b\",\"title\":\"B\"}]}\n"
    );
}

/// The archive without the last statements, participants and stops of each visit, and without the last visits.
fn shortened(archive: &Value, cuts: [usize; 4]) -> Value {
    let mut short = archive.clone();
    let visits = short["visits"].as_array_mut().unwrap();
    visits.truncate(visits.len().saturating_sub(cuts[0]).max(1));
    for visit in visits {
        for (list, cut) in ["statements", "participants", "itinerary"].into_iter().zip(&cuts[1..]) {
            if let Some(items) = visit.get_mut(list).and_then(Value::as_array_mut) {
                items.truncate(items.len().saturating_sub(*cut));
            }
        }
    }
    short
}

proptest! {
    /// Texts that look like records: a change is made right, or an error says why not.
    #[test]
    fn no_text_is_changed_wrongly(text in "([ \\-]{0,4}(visits|id|statements|title|<<|x)?(: ?)?[a\\[\\]{}|>&*#\"',]{0,3}\n){0,12}") {
        if let Ok(new) = merge(&text, &archive(STATEMENT), None) {
            let again = merge(&new.text, &archive(STATEMENT), None).unwrap();
            prop_assert_eq!((again.text, again.changes), (new.text, Vec::new()));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_was_removed_can_be_added_again(
        (full, _) in archives(),
        cuts in prop::array::uniform4(0usize..3),
        in_block in any::<bool>(),
    ) {
        let short = shortened(&full, cuts);
        let text = if in_block {
            serde_yaml::to_string(&short).unwrap()
        } else {
            serde_json::to_string_pretty(&short).unwrap()
        };
        let incoming: Mapping = serde_yaml::from_str(&serde_json::to_string(&full).unwrap()).unwrap();
        let new = merge(&text, &incoming, None).unwrap();
        let whole = load_text("a.yaml", full.to_string().into());
        let loaded = load_text("a.yaml", new.text.clone().into());
        prop_assert_eq!(&loaded.archive.visits, &whole.archive.visits, "{}", new.text);
        // Every line stays, in its order; an empty list gets its items.
        let mut lines = new.text.lines();
        for line in text.lines().filter(|line| !line.trim_end_matches(',').ends_with("[]")) {
            let line = line.trim_end_matches(',');
            prop_assert!(lines.any(|new| new.trim_end_matches(',') == line), "{line:?} in\n{}", new.text);
        }
        // The same once more changes nothing.
        let again = merge(&new.text, &incoming, None).unwrap();
        prop_assert_eq!((&again.text, again.changes), (&new.text, Vec::new()));
    }
}

#[test]
fn texts_without_records_get_the_first_fields_behind_what_is_there() {
    let visit = archive("visits: [{id: b, title: B}]");
    let added = "schema_version: '1.1'\nlanguage: id\nvisits:\n  - id: b\n    title: B\n";
    for (file, before) in [
        ("", ""),
        ("\n", "\n"),
        ("  \n\n", "  \n\n"),
        ("# Kunjungan", "# Kunjungan\n"),
        ("---\n", "---\n"),
        ("%YAML 1.2\n---\n# c\n", "%YAML 1.2\n---\n# c\n"),
        ("# c\n...\n", "# c\n...\n"),
    ] {
        let new = merge(file, &visit, Some(Lang::Id)).unwrap();
        assert_eq!(new.text, format!("{before}{added}"), "{file:?}");
        let ids: Vec<_> = new.changes.iter().map(|it| (it.list.as_str(), it.id.as_str())).collect();
        assert_eq!(ids, [("visits", "b")], "{file:?}");
        assert_eq!(new.lines.first().unwrap().0, before.lines().count() + 1, "{file:?}");
        assert_eq!(new.lines.len(), 5, "{file:?}");
        let written = add_visits(file, "- id: b\n  title: B\n").unwrap();
        assert_eq!(written, new.text.replace("language: id\n", ""), "{file:?}");
    }
    let null = merge("null\n", &visit, None);
    assert_eq!(null.unwrap_err(), EditError::Unsupported(1));
}

#[test]
fn records_in_brackets_are_written_like_their_neighbours() {
    let file = "visits: [{id: a, statements: [{id: q1, text: Satu}]}]\n";
    let text = "visits: [{id: a, statements: [{id: q2, type: quote, text: 'Dua, tiga: ya', locator: '7', position: 2, topics: [air, a b]}]}]";
    let new =
        "{id: q2, type: quote, text: \"Dua, tiga: ya\", locator: \"7\", position: 2, topics: [air, a b]}";
    assert_eq!(merged(file, text), file.replace("Satu}", &format!("Satu}}, {new}")));
    let file = "visits: [{id: a, statements: null}]\n";
    let new = "[{id: q2, type: quote, text: \"Satu: pintu\"}]";
    assert_eq!(merged(file, STATEMENT), file.replace("null", new));
    let file = r#"{"visits": [{"id": "a", "title": "A"}]}"#;
    assert_eq!(
        merged(file, "visits: [{id: a, topics: [air, jalan]}]"),
        file.replace(r#""A""#, r#""A", "topics": ["air","jalan"]"#)
    );
    let file = r#"{"visits": [{"id": "a", "statements": [{"id": "q1"}]}]}"#;
    let new = r#"{"id":"q2","type":"quote","text":"Satu: pintu"}"#;
    assert_eq!(merged(file, STATEMENT), file.replace(r#""q1"}"#, &format!(r#""q1"}}, {new}"#)));
}

/// A record is added to the file it was made for; where its id is taken meanwhile, or the text cannot be read, nothing is written.
#[test]
fn a_record_is_added_to_its_file_or_nothing_is_written() {
    let records = "schema_version: '1.1'\nvisits:\n  - id: v\n    title: V\n";
    let archive = load_text("v.yaml", records.into()).archive;
    let mut entry = Entry::new(Kind::Person);
    let name = Kind::Person.fields().iter().find(|it| it.name == "name").unwrap();
    entry.answer(name, "Sari Contoh", Lang::Id).unwrap();
    let record = entry.record(Known { archive: &archive, visit: archive.visits.first() }, Lang::Id).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("v.yaml");
    let added = format!("{records}    participants:\n      - id: sari-contoh\n        name: Sari Contoh\n");
    fs::write(&file, records).unwrap();
    add(&file, &record, Lang::Id).unwrap();
    assert_eq!(fs::read_to_string(&file).unwrap(), added);
    // The same record again; another one with this id; a text that is no YAML; bytes that are no text.
    let other = added.replace("Sari Contoh", "Sari Lain");
    for (bytes, is_change) in
        [(added.as_bytes(), true), (other.as_bytes(), true), (b"visits: [", false), (b"\xff", false)]
    {
        fs::write(&file, bytes).unwrap();
        let error = add(&file, &record, Lang::Id).unwrap_err();
        assert_eq!(error.is_change(), is_change, "{error:?}");
        assert!(error.message("v.yaml", Lang::Id).contains("v.yaml"), "{error:?}");
        assert_eq!(fs::read(&file).unwrap(), bytes);
    }
    assert!(RecordFile::read(&folder.path().join("none.yaml")).unwrap().is_new());
    assert!(check_syntax(records).is_ok() && check_syntax("visits: [").is_err());
}

/// A new field stands where the order of the fields of its kind of record puts it, not at the end.
#[test]
fn a_new_field_has_its_place_in_every_kind_of_record() {
    for (list, field, after) in [
        ("organizations", "name", "role"),
        ("participants", "name", "side"),
        ("itinerary", "name", "activities"),
        ("statements", "text", "context"),
        ("outcomes", "text", "status"),
        ("media", "title", "credit"),
        ("sources", "title", "url"),
    ] {
        let file = format!("visits:\n  - id: a\n    {list}:\n      - id: x\n        {after}: Y\n");
        let record = format!("visits: [{{id: a, {list}: [{{id: x, {field}: N}}]}}]");
        let expected = file.replace("id: x\n", &format!("id: x\n        {field}: N\n"));
        assert_eq!(merged(&file, &record), expected);
    }
    assert_eq!(
        merged("schema_version: '1.1'\nvisits: []\n", "people: [{id: p, name: P}]"),
        "schema_version: '1.1'\npeople:\n  - id: p\n    name: P\nvisits: []\n"
    );
}

/// A block of text that keeps its blank lines ends at the start of a line, and what replaces it, too.
#[test]
fn a_block_with_blank_lines_is_replaced_as_a_whole() {
    let file = "visits:\n  - id: a\n    summary: |+\n      Satu\n\n    timezone: Asia/Jakarta\n";
    assert_eq!(
        merged(file, "visits: [{id: a, summary: Dua}]"),
        "visits:\n  - id: a\n    summary: Dua\n    timezone: Asia/Jakarta\n"
    );
}

/// An alias elsewhere in the file does not matter; nesting does, beyond what the program reads.
#[test]
fn what_is_not_changed_may_be_anything_that_is_read() {
    let file = "x-a: &a [1]\nx-b: *a\nvisits:\n  - id: a\n    title: A\n";
    assert_eq!(merged(file, "visits: [{id: a, title: B}]"), file.replace("title: A", "title: B"));
    for (open, close) in [("[", "]"), ("{a: ", "}")] {
        let nested = |depth: usize| format!("x-n: {}a{}\n", open.repeat(depth), close.repeat(depth));
        assert_eq!(check_syntax(&nested(63)), Ok(()));
        for depth in [64, 65] {
            assert_eq!(check_syntax(&nested(depth)), Err(EditError::Unsupported(1)), "{open}");
        }
    }
}

/// The lines that are shown before they are written: each line with a change once, with its number in the new text.
#[test]
fn the_changed_lines_are_told_with_their_numbers() {
    let file = "\
visits:
  - {id: a, title: A, status: planned}
  - id: b
    title: B

    topics: [x]
  - id: c
    title: C
";
    let came = "visits: [{id: a, title: Satu, status: completed}, \
                {id: b, title: Dua, statements: [{id: q, type: quote, text: Ya}]}, {id: c, summary: \"one\\ntwo\"}, {id: d, title: D}]";
    let new = merge(file, &archive(came), None).unwrap();
    let text = "\
visits:
  - {id: a, title: Satu, status: completed}
  - id: b
    title: Dua

    topics: [x]
    statements:
      - id: q
        type: quote
        text: Ya
  - id: c
    title: C
    summary: |-
      one
      two
  - id: d
    title: D
";
    assert_eq!(new.text, text);
    let changed = [2, 4, 7, 8, 9, 10, 13, 14, 15, 16, 17];
    let expected: Vec<(usize, String)> =
        changed.map(|number| (number, text.lines().nth(number - 1).unwrap().to_owned())).into();
    assert_eq!(new.lines, expected);
    // With the line ends of Windows, too.
    let windows = merge(&file.replace('\n', "\r\n"), &archive(came), None).unwrap();
    assert_eq!((windows.text, windows.lines), (text.replace('\n', "\r\n"), expected));
}

/// What was saved can be undone and done again, unless somebody else has changed the file.
#[test]
fn a_saved_file_can_be_restored() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("v.yaml");
    let records = |title: &str| format!("schema_version: '1.1'\nvisits: [{{id: v, title: {title}}}]\n");
    let (old, new) = (records("A"), records("Dua"));
    let read = || fs::read_to_string(&path).unwrap();
    let created = RecordFile::read(&path).unwrap().save(&old).unwrap();
    assert_eq!((read(), created.size()), (old.clone(), old.len()));
    let changed = RecordFile::read(&path).unwrap().save(&new).unwrap();
    assert_eq!((read(), changed.size()), (new.clone(), old.len() + new.len()));
    assert!(matches!(created.undo(), Err(SaveError::Changed)), "it is another text now");
    assert!(matches!(changed.redo(), Err(SaveError::Changed)));
    assert_eq!(read(), new);
    changed.undo().unwrap();
    assert_eq!(read(), old);
    changed.redo().unwrap();
    assert_eq!(read(), new);
    changed.undo().unwrap();
    created.undo().unwrap();
    assert!(!path.exists());
    created.redo().unwrap();
    assert_eq!(read(), old);
    assert!(RecordFile::read(folder.path()).is_err(), "a folder is no new file");
}

/// An error that is there already may stay; a new one is not written.
#[test]
fn no_new_error_is_saved() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("v.yaml");
    let records = |rest: &str| format!("schema_version: '1.1'\nvisits:\n  - {{id: v, title: V{rest}}}\n");
    fs::write(&path, records("")).unwrap();
    let refused = RecordFile::read(&path).unwrap().save(&records(", wrong: 1"));
    assert!(matches!(refused, Err(SaveError::Faulty(errors)) if errors.len() == 1));
    assert_eq!(fs::read_to_string(&path).unwrap(), records(""));
    fs::write(&path, records(", wrong: 1")).unwrap();
    let faulty = records(", wrong: 1, local_term: studi tiru");
    RecordFile::read(&path).unwrap().save(&faulty).unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), faulty);
}
