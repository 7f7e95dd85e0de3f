//! Slips of the pen that stop a text from being YAML: each is told where it was made, with what would mend it.

use lawat::diagnostic::full;
use lawat::lang::Lang;
use lawat::load::load_text;
use lawat::text::Line;

const HEAD: &str = "schema_version: '1.0'\nvisits:\n";

/// Lines behind the head, which are lines 3 and on; where the slip is told, and words of what is told.
const SLIPS: &[(&str, (u32, u32), &str)] = &[
    ("  - id: a\n    title: A\n\tsummary: x\n", (5, 1), "a tab stands where spaces must be"),
    (
        "  - id: a\n    title: \"Tanpa penutup\n    start_date: 2026\n",
        (4, 12),
        "the quotation mark that opens here",
    ),
    (
        "  - id: a\n    title: 'Tanpa penutup\n    start_date: 2026\n",
        (4, 12),
        "the quotation mark that opens here",
    ),
    ("  - id: a\n    topics: [a, b\n    title: A\n", (4, 13), "the bracket that opens here is not closed"),
    (
        "  - id: a\n    title: A\n    participants:\n      - {id: b, name: B\n      - {id: c, name: C}\n",
        (6, 9),
        "the bracket that opens here is not closed",
    ),
    (
        "  - id: a\n    title: A\n    media:\n      - {type: \"link, title: B}\n",
        (6, 16),
        "the quotation mark that opens here",
    ),
    (
        "  - id: a\n    topics: [a,\n      b\n    title: A\n",
        (4, 13),
        "the bracket that opens here is not closed",
    ),
    ("  - id: a\n    title: A\n    topics: [a, b]'\n", (5, 19), "the quotation mark that opens here"),
    ("  - id: a\n    title: A\n     start_date: 2026\n", (5, 6), "the line is not indented"),
    ("  - id: a\n    title: A\n   start_date: 2026\n", (5, 4), "the line is not indented"),
    ("  - id: a\n    title:Satu\n    start_date: 2026\n", (4, 10), "there is no space behind the colon"),
    ("  – id: a\n    title: A\n", (3, 3), "this dash is not a hyphen"),
    (
        "  - id: a\n    title: \"Kami senang,\" kata Ratna.\n",
        (4, 27),
        "text behind the closing quotation mark",
    ),
    ("  - id: a\n    title: [Rilis] Kunjungan\n", (4, 20), "text behind the closing bracket"),
    ("  - id: a\n    title: Rilis: Kunjungan\n", (4, 17), "a text that holds a colon"),
    (
        "  - id: a\n    title: A\n    media: [{type: link, title: B: C}]\n",
        (5, 34),
        "a text that holds a colon",
    ),
    ("  - id: a\n    title: A\n    media: [{type: link, title: B #1}]\n", (5, 35), "all that follows on “#”"),
    ("  - id: a\n    title: @kota\n", (4, 12), "a text cannot begin with this sign"),
    ("  - id: a\n    title: %x\n", (4, 12), "a text cannot begin with this sign"),
    ("  - id: a\n    title: - x\n", (4, 12), "a text cannot begin with this sign"),
    ("  - id: a\n    title: } x\n", (4, 12), "a text cannot begin with this sign"),
    ("  - id: a\n    title: > x\n", (4, 12), "a text cannot begin with this sign"),
    ("  - id: a\n    title: *x\n", (4, 12), "the alias points to nothing"),
    ("  - id: a\n    title: \"C:\\data\"\n", (4, 12), "this backslash means nothing"),
];

#[test]
fn slips_are_told_where_they_were_made() {
    for (lines, place, words) in SLIPS {
        let loaded = load_text("a.yaml", format!("{HEAD}{lines}  - id: z\n    title: Z\n").into());
        let first = loaded.diagnostics.first().unwrap_or_else(|| panic!("nothing is told of\n{lines}"));
        let at = first.spot.at.unwrap();
        let told: Vec<String> = full(first, Lang::En, 120).iter().map(Line::plain).collect();
        let told = told.join("\n");
        assert_eq!((first.code().name(), (at.line, at.column)), ("syntax", *place), "{told}");
        assert!(told.contains(words), "{words}:\n{told}");
        assert!(first.fault.remedy(Lang::Id).is_some(), "no remedy for\n{told}");
        // Whatever the slip, the next visit is there, if it is an item of the list at all.
        if lines.contains('–') {
            continue;
        }
        let ids: Vec<&str> = loaded.archive.visits.iter().map(|visit| visit.id.as_str()).collect();
        assert_eq!(ids, ["z"], "{told}");
    }
}

#[test]
fn what_people_write_instead_is_understood() {
    let fields = "judul: A\n    start_date: 13/1/2026\n    participants: [{id: ratna, name: Ratna Contoh, side: tamu}, \
                  {id: b, name: Siti, S.Kom.}]\n    statements: [{id: q, type: kutipan, text: x, speaker: Ratna Contoh}]\n    \
                  timezone: WIB\n    topics: antrean\n    itinerary: [{id: m, name: MPP, position: satu}]";
    let loaded = load_text("a.yaml", format!("{HEAD}  - id: a\n    {fields}\n").into());
    let remedies: Vec<String> =
        loaded.diagnostics.iter().filter_map(|it| it.fault.remedy(Lang::En)).collect();
    for remedy in [
        "Did you mean “title”?",
        "Write 2026-01-13; the words of the source may stand in date_text.",
        "Did you mean “visitor”?",
        "Put a text that holds a comma between quotation marks.",
        "Did you mean “quote”?",
        "Did you mean “ratna”?",
        "Did you mean “Asia/Jakarta”?",
        "Write [one, two], or each item on a line of its own, behind “- ”.",
        "Write digits only, such as 12.",
    ] {
        assert!(remedies.iter().any(|told| told == remedy), "{remedy}: {remedies:#?}");
    }
}
