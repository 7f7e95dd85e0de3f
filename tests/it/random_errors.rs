//! Random archives with one random mistake: it is found or harmless, and never affects another visit.

use std::fmt::Write as _;

use lawat::diagnostic::ProblemCount;
use lawat::load::{Loaded, load_text};
use lawat::model::Visit;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// Texts that look like other YAML values.
const TEXTS: &[&str] = &[
    "Satu pintu",
    "政府: ya",
    "# bukan komentar",
    "- bukan daftar",
    "a: b",
    "null",
    "~",
    "12",
    "0812",
    "1.50",
    "true",
    "[",
    "{}",
    "&a",
    "*b",
    "!c",
    "%d",
    "@e",
    "|",
    ">",
    "?",
    ": x",
    "x #y",
    "می\u{200c}خواهم",
    "Jum'at",
    "baris\nbaru\n",
    "  spasi  ",
    "2026-01-10",
    "é",
    "a\\b",
    "=",
];

/// A source of choices; when it is exhausted, the first option is chosen.
struct Choices<'a>(std::slice::Iter<'a, u8>);

impl Choices<'_> {
    fn below(&mut self, end: usize) -> usize {
        usize::from(self.0.next().copied().unwrap_or_default()) % end
    }

    fn one<'b>(&mut self, of: &[&'b str]) -> &'b str {
        of[self.below(of.len())]
    }

    /// Adds a random subset of the fields.
    fn maybe(&mut self, record: &mut Map<String, Value>, fields: &[(&str, Value)]) {
        for (name, value) in fields {
            if self.below(3) == 0 {
                record.insert((*name).to_owned(), value.clone());
            }
        }
    }

    fn text(&mut self) -> Value {
        json!(self.one(TEXTS))
    }

    fn visit(&mut self, number: usize) -> Value {
        let mut visit = Map::new();
        visit.insert("id".to_owned(), json!(format!("v{number}")));
        visit.insert("title".to_owned(), self.text());
        let date = json!(self.one(&[
            "2026-01-10",
            "2026",
            "2026-01",
            "XXXX-01-10",
            "2026-01?",
            "2026-21",
            "2026-01-1X",
            "2026-01-10/2026-01-12",
            "2026/..",
            "../2026",
            "[2026-01-10,2026-01-12]",
            "-0044-03-15",
            "2026-01-10T09:30+07:00"
        ]));
        let sources = json!(["s", {"id": "s", "locator": self.text()}]);
        let fields = [
            ("classification", json!("study_visit")),
            ("start_date", date.clone()),
            ("date_certainty", json!("inferred")),
            ("timezone", json!("Asia/Pontianak")),
            ("language", json!("id")),
            ("summary", self.text()),
            ("topics", json!([self.text(), self.text()])),
            ("outcomes", json!([{"id": "o", "text": self.text(), "parties": ["org"], "sources": sources}])),
            ("media", json!([{"type": "photo", "title": self.text()}])),
            ("expenses", json!([{"amount": 1500, "currency": "IDR", "sources": sources}])),
            ("related", json!([{"type": "follows", "visit": "v0"}])),
            ("notes", json!([{"text": self.text(), "about": ["p", "q0"]}])),
            ("x-own", json!({"list": [1, self.text()], "null": null})),
        ];
        self.maybe(&mut visit, &fields);
        visit.insert(
            "organizations".to_owned(),
            json!([{"id": "org", "name": "Kota Contoh", "role": "host"}]),
        );
        visit.insert(
            "participants".to_owned(),
            json!([{"id": "p", "name": "Ratna Contoh", "attendance": ["m", {"stop": "m"}]}]),
        );
        let mut stop = json!({"id": "m", "name": self.text()}).as_object().unwrap().clone();
        let place = json!({"locality": self.text(), "coordinates": {"latitude": -1.5, "longitude": 116.25}});
        let fields = [("short_name", self.text()), ("place", place), ("position", json!(1))];
        self.maybe(&mut stop, &fields);
        visit.insert("itinerary".to_owned(), json!([stop]));
        let statements: Vec<Value> =
            (0..=self.below(3)).map(|at| self.statement(at, &date, &sources)).collect();
        visit.insert("statements".to_owned(), json!(statements));
        visit.insert("sources".to_owned(), json!([{"id": "s", "type": "news", "title": self.text()}]));
        Value::Object(visit)
    }

    fn statement(&mut self, at: usize, date: &Value, sources: &Value) -> Value {
        let kind = self.one(&["quote", "paraphrase", "narrative"]);
        let mut statement = Map::new();
        statement.insert("id".to_owned(), json!(format!("q{at}")));
        statement.insert("type".to_owned(), json!(kind));
        statement.insert("text".to_owned(), self.text());
        statement.insert("sources".to_owned(), sources.clone());
        let speaker = json!(self.one(&["p", "org"]));
        let translations = json!([{"language": "en", "text": self.text()}]);
        let fields = [
            ("speaker", speaker),
            ("stop", json!("m")),
            ("date", date.clone()),
            ("translations", translations),
        ];
        self.maybe(&mut statement, &fields);
        Value::Object(statement)
    }
}

/// A value in block style, after its key or dash; text is always quoted.
fn block(value: &Value, indent: usize, out: &mut String) {
    let blank = " ".repeat(indent);
    match value {
        Value::Object(fields) if !fields.is_empty() => {
            for (name, value) in fields {
                let _ = write!(out, "\n{blank}{name}:");
                block(value, indent + 2, out);
            }
        }
        Value::Array(items) if !items.is_empty() => {
            for item in items {
                let mut inner = String::new();
                block(item, indent + 2, &mut inner);
                let _ = write!(out, "\n{blank}- {}", inner.trim_start());
            }
        }
        scalar => drop(write!(out, " {scalar}")),
    }
}

/// Archives of one to four visits, as values and as text in block style.
pub fn archives() -> impl Strategy<Value = (Value, String)> {
    (prop::collection::vec(any::<u8>(), 0..300), 1usize..5).prop_map(|(choices, visits)| {
        let mut choices = Choices(choices.iter());
        let visits: Vec<Value> = (0..visits).map(|number| choices.visit(number)).collect();
        let mut text = "schema_version: \"1.0\"\nvisits:".to_owned();
        block(&json!(visits), 2, &mut text);
        (json!({ "schema_version": "1.0", "visits": visits }), text + "\n")
    })
}

fn read(text: &str) -> Loaded {
    load_text("a.yaml", text.into())
}

fn errors(loaded: &Loaded) -> usize {
    ProblemCount::of(&loaded.diagnostics).plus(loaded.unreported).errors
}

/// The index of the visit that contains a line; `None` for the head.
fn visit_of(lines: &[String], line: usize) -> Option<usize> {
    lines.iter().take(line + 1).filter(|line| line.starts_with("  - ")).count().checked_sub(1)
}

/// A mistake in a line.
#[derive(Debug, Clone)]
enum Mistake {
    Delete,
    Double,
    Rename,
    Junk(&'static str),
    Insert(usize, char),
    Remove(usize),
    Indent(usize),
    Dedent,
    Swap,
    End,
}

fn mistakes() -> impl Strategy<Value = Mistake> {
    let signs: Vec<char> = ":\"'[]{}#&*!|>%@`\t-,?~ x0\u{200b}\u{202e}é".chars().collect();
    prop_oneof![
        Just(Mistake::Delete),
        Just(Mistake::Double),
        Just(Mistake::Rename),
        prop::sample::select(vec!["[]", "{}", "[1, 2]", "{a: b}", "2026-02-30", "~", "'x y'", "-5", "*x"])
            .prop_map(Mistake::Junk),
        (0usize..60, prop::sample::select(signs)).prop_map(|(at, sign)| Mistake::Insert(at, sign)),
        (0usize..60).prop_map(Mistake::Remove),
        (1usize..4).prop_map(Mistake::Indent),
        Just(Mistake::Dedent),
        Just(Mistake::Swap),
        Just(Mistake::End),
    ]
}

impl Mistake {
    fn make(&self, lines: &mut Vec<String>, at: usize) {
        let line = lines[at].clone();
        let chars: Vec<char> = line.chars().collect();
        match self {
            Self::Delete => drop(lines.remove(at)),
            Self::Double => lines.insert(at, line),
            Self::Rename => lines[at] = line.replacen(':', "z:", 1),
            Self::Junk(value) => {
                let head = line.split_inclusive(": ").next().filter(|head| head.ends_with(": "));
                lines[at] = head.map_or_else(|| line.clone(), |head| format!("{head}{value}"));
            }
            Self::Insert(place, sign) => {
                let (head, tail) = chars.split_at(place % (chars.len() + 1));
                lines[at] = head.iter().chain([sign]).chain(tail).collect();
            }
            Self::Remove(place) => {
                let gone = place % chars.len().max(1);
                lines[at] = chars.iter().enumerate().filter(|(n, _)| *n != gone).map(|(_, c)| *c).collect();
            }
            Self::Indent(by) => lines[at].insert_str(0, &" ".repeat(*by)),
            Self::Dedent => lines[at] = line.replacen(' ', "", 1),
            Self::Swap if at + 1 < lines.len() => lines.swap(at, at + 1),
            Self::Swap => {}
            Self::End => lines.truncate(at),
        }
    }
}

proptest! {
    /// Any valid archive has no problems, in block style and on one line.
    #[test]
    fn any_valid_archive_has_no_problems((json, text) in archives()) {
        let loaded = read(&text);
        prop_assert_eq!(&loaded.diagnostics, &[], "{}", text);
        let on_one_line = read(&json.to_string());
        prop_assert_eq!(&on_one_line.diagnostics, &[], "{}", json);
        prop_assert_eq!(loaded.archive.visits, on_one_line.archive.visits);
    }

    /// A mistake is reported, or affects no other visit.
    #[test]
    fn any_mistake_is_found_or_harmless((_, text) in archives(), line in 0usize..400, mistake in mistakes()) {
        let before = read(&text).archive.visits;
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        let at = line % lines.len();
        let is_inside = !lines[at].starts_with("  - ") && visit_of(&lines, at).is_some();
        // A line may be swapped with one of an adjacent visit.
        let own = [at.saturating_sub(1), at, at + 1].map(|at| visit_of(&lines, at));
        mistake.make(&mut lines, at);
        let changed = lines.join("\n") + "\n";
        let after = read(&changed);
        let is_other = |(number, _): &(usize, &Visit)| !own.contains(&Some(*number));
        let others: Vec<&Visit> = before.iter().enumerate().filter(is_other).map(|(_, visit)| visit).collect();
        let missing = others.iter().filter(|visit| !after.archive.visits.iter().any(|it| it == **visit)).count();
        if matches!(mistake, Mistake::End) {
            // A loss at the end cannot be noticed, but nothing may be added.
            prop_assert!(after.archive.visits.len() <= before.len());
        } else if is_inside {
            prop_assert_eq!(missing, 0, "{:?} in line {} of\n{}", mistake, at + 1, changed);
        } else {
            prop_assert!(missing == 0 || errors(&after) > 0, "{:?} in line {} of\n{}", mistake, at + 1, changed);
        }
    }
}
