//! Reading in pieces and reading as a whole agree on any text.

use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::*;
use crate::load::EXAMPLE;
use crate::load::compose::Budget;
use crate::load::quotes::SourceTexts;
use crate::load::register::Register;

const HEADS: &[&str] = &[
    "schema_version: '1.1'\nvisits:\n",
    "schema_version: '1.1'\ntitle: 'Ar\n\n  sip'\ntimezone: Asia/Jakarta\nvisits: # all\n\n",
    "# ? a question\nschema_version: '1.1'\nlanguage: id\nx-a: &a {x: 1}\nvisits:\n",
    "schema_version: '1.1'\npeople:\n  - {id: p, name: Sari}\nvisits:\n",
    "schema_version: '9.9'\nvisits:\n",
    "title: |\n  visits:\n  - id: text\n  - id: text\nvisits:\n",
    "--- # comment\nvisits:\n",
    "{schema_version: '1.1', visits: []}\n",
    "[1, 2]\n",
    "--- |\nvisits:\n  - id: text\n  - id: text\n  - id: text\n",
];
/// The dash of each item is in column `@`.
const ITEMS: &[&str] = &[
    "@- id: v%\n@  title: Kunjungan\n",
    "@- id: v%\n@  title: |\n@    Satu\n\n@    - dua\n@     - id: tiga\n",
    "@- id: v%\n@  title: >+\n@    Satu\n\n\n",
    "@- id: v%\n@  title: 'Satu\n@    - id: dua'\n",
    "@- id: v%\n@  title: Satu\n@    - id: dua\n",
    "@- id: v%\n@  title: 'Satu\n@- id: dua'\n",
    "@- id: v%\n@  title: S # a comment\n# ? another\n@# and one\n@  topics: [a,\n@    b]\n",
    "@- id: v%\n@  title: S\n@  topics: [a,\n@- id: b]\n",
    "@- id: v%\n@  title: S\n@  local_term:\n",
    "@- id: v%\n@  title: S #tight\n@  date_text: a #b\n",
    "@- id: v%\n@  title: S\n@  classification: unlisted\n@  status: odd\n@  wrong: 1\n",
    "@- id: v%\n@  title: S\n@  summary: &a Ringkasan\n@  local_term: *a\n",
    "@- id: v%\n@  title: S\n@  local_term: *a\n",
    "@- id: v%\n@  title: S\n@  local_term: &a b\n",
    "@- id: v%\n@  title: !odd S\n@  statements:\n@  - {id: s, type: quote, text: \"A \\\"b\"}\n@  - id: t\n@    type: paraphrase\n@    text: |2\n@       - a\n",
    "@- {id: v%, title: S}\n",
    "@-\n@  id: v%\n@  title: S\n",
    "@- id: same\n@  title: S\n",
    "@- title: S\n",
    "@- text that slipped\n",
    "@- - id: nested\n",
    "@- ? id\n@  : v%\n",
    "@-\tid: v%\n",
    "@- \"id\": v%\n@  \"title\": \"a\u{200b}b\"\n",
    "@- id: v%\n@  title: \"\u{a0}É\\t\"\n@  related: [{visit: v1, type: follow_up}]\n",
    "@- id: v%\n@  title: S\n@  title: T\n@  x-own: {<<: *a}\n",
    "@- \n",
    "@- id: v%\n @ title: S\n",
];
const TAILS: &[&str] = &[
    "",
    "title: Arsip\n",
    "license: CC0\nx-text: |\n  - id: a\n  - id: b\n",
    "language: en\n",
    "people:\n  - {id: p, name: Sari}\n",
    "visits:\n  - {id: other, title: S}\n",
    "x-b: *a\n",
    "...\n",
    "# end",
    "- id: bare\n",
    "title: 'open\n",
];
/// What mutations insert.
const PIECES: &[&str] = &[
    "\n",
    "\r\n",
    "\r",
    "\t",
    " ",
    "  ",
    "'",
    "\"",
    "- ",
    "-",
    ": ",
    ":",
    "#",
    " #",
    "&a ",
    "*a",
    "{",
    "}",
    "[",
    "]",
    ",",
    "|",
    ">",
    "%",
    "!",
    "---\n",
    "\n---\n",
    "\n...\n",
    "\u{feff}",
    "\u{a0}",
    "\u{2028}",
    "é",
    "\n- id: a\n",
    "\n  - id: a\n",
    "\nvisits:\n",
    "\n%YAML 1.2\n",
    "\n%TAG ! tag:a:\n",
    "? ",
    "<<: *a\n",
    "\u{85}",
];

fn document() -> impl Strategy<Value = String> {
    let items = prop::collection::vec((select(ITEMS), 0..30_u8), 1..12);
    let columns = prop_oneof![Just(""), Just("  "), Just("    ")];
    let heads = prop_oneof![3 => select(&HEADS[..3]), 1 => select(HEADS)];
    let tails = prop_oneof![2 => select(&TAILS[..3]), 1 => select(TAILS)];
    (heads, items, columns, tails).prop_map(|(head, items, column, tail)| {
        // Mostly sound items, since one error is enough to read the whole.
        let sound =
            items.into_iter().map(|(item, luck)| if luck > 1 { ITEMS[usize::from(luck) % 4] } else { item });
        let item =
            |(number, text): (usize, &str)| text.replace('%', &number.to_string()).replace('@', column);
        head.to_owned() + &sound.enumerate().map(item).collect::<String>() + tail
    })
}

fn archive() -> impl Strategy<Value = String> {
    let documents = prop::collection::vec(document(), 1..3).prop_map(|them| them.join("---\n"));
    let example = (0..EXAMPLE.len()).prop_map(|most| EXAMPLE.chars().take(most).collect());
    let text = prop_oneof![4 => documents, 1 => example];
    let windows = any::<bool>();
    (text, windows).prop_map(|(text, windows)| if windows { text.replace('\n', "\r\n") } else { text })
}

fn mutated() -> impl Strategy<Value = String> {
    let mutation = (any::<Index>(), 0..6_usize, select(PIECES));
    (archive(), prop::collection::vec(mutation, 0..2)).prop_map(|(text, mutations)| {
        let mut chars: Vec<char> = text.chars().collect();
        for (at, removed, inserted) in mutations {
            let at = at.index(chars.len() + 1);
            let end = (at + removed).min(chars.len());
            chars.splice(at..end, inserted.chars());
        }
        chars.into_iter().collect()
    })
}

/// Reads a text as a whole, and in pieces of about `size` bytes, if it is not in doubt.
fn both_ways(text: &str, size: usize, keep: bool) -> (ParsedFile, Option<ParsedFile>) {
    let source = TextFile::decode("a.yaml", text.as_bytes().to_vec()).unwrap();
    let (texts, mut register) = (SourceTexts::default(), Register::default());
    register.add_file(text.as_bytes());
    let options = ReadOptions { texts: &texts, register: &register, keep };
    let in_pieces = sections(&source.text, size).and_then(|sections| {
        let found = parts(&sections).into_iter().map(|part| read_part(&source, options, part));
        join(&source, options, (&sections, 0), found.collect::<Option<Vec<_>>>()?)
    });
    (read(&source, options), in_pieces)
}

fn described(file: &ParsedFile) -> String {
    format!("{file:#?}")
}

proptest! {
    #[test]
    fn pieces_and_whole_agree(text in mutated(), size in 1..100_usize, keep: bool) {
        let (whole, in_pieces) = both_ways(&text, size, keep);
        if let Some(in_pieces) = in_pieces {
            prop_assert!(whole.spent.is_within(in_pieces.spent));
            let in_pieces = ParsedFile { spent: whole.spent, ..in_pieces };
            prop_assert_eq!(described(&in_pieces), described(&whole));
        }
    }
}

/// The visits that are shown when half of a text is read, and all in the end, if it is read in pieces.
fn shown_and_read(text: &str, size: usize, first_header: usize) -> Option<[Vec<Arc<Visit>>; 2]> {
    let source = TextFile::decode("a.yaml", text.as_bytes().to_vec()).unwrap();
    let (texts, mut register) = (SourceTexts::default(), Register::default());
    register.add_file(text.as_bytes());
    let options = ReadOptions { texts: &texts, register: &register, keep: true };
    let sections = sections(&source.text, size)?;
    let pieces = (sections.as_slice(), first_header);
    let mut found: Vec<_> =
        parts(&sections).into_iter().map(|part| read_part(&source, options, part)).collect();
    let half = found.len() / 2;
    let (_, shown) = first_parts(&source, options, pieces, &mut found[..half]);
    let found = found.into_iter().collect::<Option<Vec<_>>>()?;
    Some([shown, join(&source, options, pieces, found)?.visits])
}

/// The number of visits that are shown early, all of which are there in the end.
fn shown_early(text: &str, size: usize, first_header: usize) -> Option<usize> {
    let [shown, read] = shown_and_read(text, size, first_header)?;
    // The fields after a list are not known when its first visits are shown.
    let own = |visit: &Arc<Visit>| Visit { timezone: None, language: None, ..(**visit).clone() };
    let read: Vec<Visit> = read.iter().map(own).collect();
    for visit in shown.iter().map(own) {
        assert!(read.contains(&visit), "{visit:#?}\n{read:#?}");
    }
    Some(shown.len())
}

proptest! {
    #[test]
    fn what_is_shown_early_is_there_in_the_end(text in mutated(), size in 1..100_usize, first_header in 0..3_usize) {
        shown_early(&text, size, first_header);
    }
}

/// Such as where the fields of an archive end in `...`, so that the list is in a document of its own.
#[test]
fn a_list_behind_another_document_has_its_own_header() {
    let list = visits(20, "  - id: v%\n    title: Satu\n");
    for before in ["title: Arsip\n...\n", "title: Arsip\n...\n---\ntitle: Lagi\n...\n"] {
        let text = format!("schema_version: '1.1'\n{before}visits:\n{list}");
        for text in [text.clone(), [text.clone(), text].join("---\n")] {
            assert!(shown_early(&text, 50, 2) > Some(8), "{text}");
        }
    }
}

#[test]
fn what_is_shown_early_is_not_copied() {
    let item = "  - id: v%\n    title: Satu\n";
    let list = format!("schema_version: '1.1'\nlanguage: id\nvisits:\n{}", visits(20, item));
    for (text, copied) in [(list.clone(), 1), ([list.clone(), list.clone()].join("---\n"), 2)] {
        let [shown, read] = shown_and_read(&text, 50, 7).unwrap();
        assert!(shown.len() > 8, "{} visits are shown", shown.len());
        let shared = shown.iter().filter(|shown| read.iter().any(|read| Arc::ptr_eq(read, shown)));
        // The first one of a list is read again with the fields around the list.
        assert!(shown.len() - shared.count() <= copied);
    }
}

/// Reads a text after another one whose pieces are known.
fn read_after(before: &ParsedFile, text: &str, size: usize, first_header: usize) -> ParsedFile {
    let source = TextFile::decode("a.yaml", text.as_bytes().to_vec()).unwrap();
    let (texts, register) = (SourceTexts::default(), Register::default());
    let options = ReadOptions { texts: &texts, register: &register, keep: true };
    let counter = ProgressCounter::default();
    let watch = FileWatch { counter: &counter, first_header, grown: None, pieces: Some(&before.pieces) };
    let mut read = read_with(&[&source], options, watch, (2, size)).remove(0);
    read.renumber(first_header);
    read
}

/// The same without what reading in pieces adds.
fn contents(file: ParsedFile) -> String {
    described(&ParsedFile { pieces: KnownPieces::default(), spent: Budget::default(), ..file })
}

proptest! {
    #[test]
    fn what_is_known_of_other_texts_does_not_matter(
        texts in prop::collection::vec((archive(), mutated(), any::<Index>(), 0..3_usize), 1..4),
        size in 1..100_usize,
    ) {
        let mut known = ParsedFile::default();
        let mut before = String::new();
        for (new, other, at, first_header) in texts {
            // Mostly the beginning or the end of the text before.
            let chars: Vec<char> = before.chars().collect();
            let (first, last) = chars.split_at(at.index(chars.len() + 1));
            let [first, last] = [first, last].map(|part| part.iter().collect::<String>());
            let retitled = first.clone() + &last.replacen("Satu", "Dua", 1).replacen('a', "b", 1);
            for text in [new.clone(), retitled, first + &new, new + &last, other] {
                known = read_after(&known, &text, size, first_header);
                let fresh = read_after(&ParsedFile::default(), &text, size, first_header);
                prop_assert_eq!(contents(known.clone()), contents(fresh));
                let source = TextFile::decode("a.yaml", text.as_bytes().to_vec()).unwrap();
                let (texts, register) = (SourceTexts::default(), Register::default());
                let mut whole = read(&source, ReadOptions { texts: &texts, register: &register, keep: true });
                whole.renumber(first_header);
                prop_assert_eq!(contents(known.clone()), contents(whole));
                before = text;
            }
        }
    }
}

#[test]
fn only_changed_pieces_are_read_again() {
    let text = format!(
        "schema_version: '1.1'\nlanguage: id\nvisits:\n{}",
        visits(20, "  - id: v%\n    title: Satu\n")
    );
    let before = read_after(&ParsedFile::default(), &text, 60, 0);
    for (now, shared) in [
        (text.clone(), 18..=19),
        (text.clone() + "  - id: baru\n    title: Baru\n", 17..=18),
        (text.replace("v10\n    title: Satu", "v10\n    title: Dua"), 15..=17),
        // The lines of all visits after it have changed.
        (text.replace("v10\n", "v10\n    status: held\n"), 7..=9),
        (text.replace("language: id", "language: en"), 0..=0),
        (text.replace("v0\n    title: Satu", "v0\n    title: Dua"), 14..=17),
    ] {
        let again = read_after(&before, &now, 60, 0);
        let is_shared = |visit: &&Arc<Visit>| before.visits.iter().any(|it| Arc::ptr_eq(it, visit));
        let count = again.visits.iter().filter(is_shared).count();
        assert!(shared.contains(&count), "{count} visits are shared, {shared:?} expected: {now}");
        assert_eq!(contents(again), contents(read_after(&ParsedFile::default(), &now, 60, 0)));
    }
    // In a folder, other files may have more documents than before.
    let moved = read_after(&before, &text, 60, 3);
    assert_eq!(contents(moved.clone()), contents(read_after(&ParsedFile::default(), &text, 60, 3)));
    assert!(moved.visits.iter().all(|visit| visit.header == 3));
    assert!(before.visits.iter().all(|visit| visit.header == 0));
}

/// Reads a text after another one, as if it were alone.
fn compare_after(before: &str, text: &str, size: usize) {
    let before = read_after(&ParsedFile::default(), before, size, 0);
    assert!(before.pieces.len() > 3);
    let again = read_after(&before, text, size, 0);
    assert_eq!(contents(again), contents(read_after(&ParsedFile::default(), text, size, 0)), "{size}");
}

#[test]
fn a_problem_shows_the_lines_above_its_piece() {
    let item = "  - id: v%\n    status: odd\n    title: Satu\n";
    let text = format!("schema_version: '1.1'\nvisits:\n{}", visits(20, item));
    let text = text.replace("id: v10\n    status", "status");
    let now = text.replace("v9\n    status: odd\n    title: Satu", "v9\n    status: odd\n    title: Dua");
    compare_after(&text, &now, 60);
}

/// Where an escaped character of a text of several lines is, is not known; it is looked for in what follows.
#[test]
fn a_problem_may_have_its_place_in_the_next_piece() {
    let item = "  - id: v%\n    title: Satu\n  - id: u%\n    title: Satu\n  - id: w%\n    title: \"S\\\n      \\u200bb\"\n";
    let text = format!("schema_version: '1.1'\nvisits:\n{}", visits(20, item));
    let now = text.replace("- id: v", "- id: \u{200b}v");
    compare_after(&text, &now, 20);
    compare_after(&text, &now, 40);
}

#[test]
fn pieces_are_known_only_if_their_visits_are_shared() {
    let text = format!("schema_version: '1.1'\nvisits:\n{}", visits(20, "  - id: v%\n    title: Satu\n"));
    let mut known = read_after(&ParsedFile::default(), &text, 60, 0);
    assert!(known.pieces.len() > 5);
    known.renumber(1);
    assert_eq!(known.pieces.len(), 0);
    let behind = text + "language: en\n";
    assert_eq!(read_after(&ParsedFile::default(), &behind, 60, 0).pieces.len(), 0);
}

/// Whether the text is read in pieces; if so, as it is as a whole.
fn is_cut(text: &str, size: usize) -> bool {
    let (whole, in_pieces) = both_ways(text, size, true);
    in_pieces.is_some_and(|found| {
        assert_eq!(described(&ParsedFile { spent: whole.spent, ..found }), described(&whole), "{text}");
        true
    })
}

fn visits(number: usize, item: &str) -> String {
    (0..number).map(|number| item.replace('%', &number.to_string())).collect()
}

#[test]
fn what_can_be_cut_is_read_in_pieces() {
    let list = |item| format!("schema_version: '1.1'\nvisits:\n{}", visits(20, item));
    for item in [
        "  - id: v%\n    title: Satu\n",
        "- id: v%\n  title: |\n    Satu\n    - dua\n",
        "# comment\n\n    - id: v%\n      title: 'Satu\n\n        - id: dua'\n",
        "  - id: v%\r\n    title: Satu\r\n    topics: [a,\r\n      b]\r\n",
        "  - id: v%\n    title: odd\n    status: odd\n    wrong: field\n",
        "  - id: same\n    title: Satu\n    related: [{visit: v7, type: follow_up}]\n",
    ] {
        assert!(is_cut(&list(item), 50), "{item}");
        assert!(is_cut(&(list(item) + "title: Arsip\npeople:\n  - {id: p, name: Sari}\n"), 50), "{item}");
        assert!(is_cut(&[list(item), list(item)].join("---\n"), 50), "{item}");
    }
    let document = "---\nschema_version: '1.1'\nvisits:\n  - {id: v%, title: &a Satu, local_term: *a}\n";
    assert!(is_cut(&visits(20, document), 50));
    let whole = list("  - id: v%\n    title: Satu\n");
    assert!(!is_cut(&whole, whole.len()), "it is short");
}

/// Pieces that are small enough may be too much together.
#[test]
fn what_pieces_cost_is_added_up() {
    let text = format!("schema_version: '1.1'\nvisits:\n{}", visits(20, "  - id: v%\n    title: Satu\n"));
    let (whole, in_pieces) = both_ways(&text, 50, true);
    let spent = in_pieces.unwrap().spent;
    assert!(whole.spent.is_within(spent) && !spent.is_within(Budget::default()));
}

#[test]
fn what_depends_on_other_pieces_is_read_as_a_whole() {
    let list = |items: &str| format!("schema_version: '1.1'\nvisits:\n{items}");
    let item = |number: &str| format!("  - id: v{number}\n    title: Satu\n");
    let many = visits(9, &item("%"));
    for odd in [
        "  - id: 'open\n    title: Satu\n",
        "  - id: odd\n    title: &a Satu\n",
        "  - id: odd\n    title: *a\n",
        "  - id: odd\n    title: [a,\n",
        "%YAML 1.2\n",
        "\r",
    ] {
        assert!(!is_cut(&list(&(many.clone() + odd + &many)), 20), "{odd}");
    }
    assert!(!is_cut(&list(&many).replace("1.1", "9.9"), 20));
}
