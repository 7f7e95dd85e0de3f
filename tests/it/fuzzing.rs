//! Long runs of random and broken input through every door, optimized and with all checks, before a release:
//!
//! `LAWAT_RUNS=10000000 cargo test --profile fuzz --test it fuzzing:: -- --ignored --nocapture --test-threads=1`
//!
//! `LAWAT_RUNS` is the number of executions in all; each target has a share of them, by its speed. Without `--ignored`, a short
//! run of each. A failure names its seed, which `LAWAT_SEED` repeats.

use std::env;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Arc;
use std::time::Instant;

use lawat::app::command::{COMMANDS, Context};
use lawat::app::event::{Event, Mouse, MouseKind};
use lawat::app::key::{Code, Key};
use lawat::app::keymap::Keymap;
use lawat::diagnostic::concise;
use lawat::draft::draft;
use lawat::edit::merge;
use lawat::export::{CsvDialect, write_table};
use lawat::import::{ImportInput, ImportOptions, KnownVisits, Map, import};
use lawat::lang::Lang;
use lawat::load::{EXAMPLE, load_text};
use lawat::search::{Index, Query};
use lawat::text::{Line, TextRole, is_hidden, visible_lines, visible_string, width};
use lawat::view::{Palette, Theme};

use crate::session::{DOZEN, Session};

const AWKWARD: &str = include_str!("../data/awkward.yaml");
const WHOLE: &str = include_str!("../data/whole.yaml");

/// Pieces that mean something to a parser or to a terminal.
const PIECES: &[&str] = &[
    "\u{1b}[2J",
    "\u{1b}]0;x\u{7}",
    "\u{1b}]52;c;eA==\u{7}",
    "\u{9b}31m",
    "\u{9d}",
    "\u{90}",
    "\r",
    "\n",
    "\r\n",
    "\t",
    "\0",
    "\u{8}",
    "\u{7f}",
    "\u{202e}",
    "\u{2066}",
    "\u{200b}",
    "\u{200d}",
    "\u{feff}",
    "\u{2028}",
    "\u{e0041}",
    "\u{301}",
    "\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}",
    "\u{fe0f}",
    "👨‍👩‍👧",
    "🇮🇩",
    "می‌خواهم",
    "ﾞ",
    "İ",
    "ß",
    "你",
    "é",
    "\u{3000}",
    ": ",
    "- ",
    "? ",
    "# ",
    "---\n",
    "...\n",
    "[",
    "]",
    "{",
    "}",
    ",",
    "&a ",
    "*a",
    "<<: *a",
    "!!str ",
    "!x ",
    "|",
    ">",
    "|2-\n",
    "\"",
    "'",
    "\\",
    "%YAML 1.2\n",
    "visits:",
    "  - id: ",
    "title: ",
    "statements:",
    "text: ",
    "type: quote",
    "null",
    "~",
    "1e999",
    "0x1F",
    "-1",
    "99999999999999999999",
    "2026-02-31",
    "2024-03-12",
    "12/3/2024",
    "2023..2024",
    "who:",
    "siapa:",
    "date:",
    "tgl:>",
    "^",
    "$",
    "|",
    "=1+1",
    "=cmd|' /C calc'!A0",
    "@SUM(1)",
    "+1",
    "＝1",
    ";",
    "“",
    "”",
    "‘",
    "kata Bima, Wali Kota Randu, ",
    "said ",
    "<script>",
    "](javascript:x)",
    "&amp;",
    "]]>",
    "BEGIN:VEVENT\n",
    "DTSTART:20260105\n",
    "tanggal,judul\n",
    "…",
];

/// A generator of numbers (SplitMix64): a run depends on its seed alone.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(limit.max(1)).unwrap()).unwrap()
    }

    fn of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }

    /// A text of pieces and letters.
    fn text(&mut self, most: usize) -> String {
        let mut text = String::new();
        for _ in 0..self.below(most + 1) {
            match self.below(4) {
                0 => text.push_str(self.of::<&str>(PIECES)),
                1 => text.extend(char::from_u32(u32::try_from(self.below(0x11_0000)).unwrap())),
                _ => text.push(*self.of(&['a', 'b', 'B', ' ', 'u', '1', '-', '.'])),
            }
        }
        text
    }

    /// A part of a seed with some faults in it.
    fn broken(&mut self, seed: &str, most: usize) -> Vec<u8> {
        let seed = seed.as_bytes();
        let start = if self.below(3) == 0 { self.below(seed.len()) } else { 0 };
        let mut bytes = seed[start..(start + most).min(seed.len())].to_vec();
        for _ in 0..=self.below(6) {
            let at = self.below(bytes.len() + 1);
            let to = (at + self.below(12)).min(bytes.len());
            let piece = match self.below(5) {
                0 => Vec::new(),
                1 => vec![u8::try_from(self.below(256)).unwrap()],
                2 => bytes[at..to].repeat(2),
                _ => self.of::<&str>(PIECES).as_bytes().to_vec(),
            };
            let to = if self.below(2) == 0 { to } else { at };
            bytes.splice(at..to, piece);
        }
        bytes
    }
}

fn number(name: &str) -> Option<u64> {
    env::var(name).ok().map(|it| it.parse().unwrap())
}

/// The number of failures after which a run ends: more would say the same.
const MOST_FAILURES: usize = 20;

/// Runs a target with one seed after another.
#[expect(clippy::print_stdout, reason = "the number is a figure of a release")]
fn fuzz(name: &str, runs: u64, target: impl Fn(&mut Random)) {
    if let Some(seed) = number("LAWAT_SEED") {
        return target(&mut Random(seed));
    }
    let start = Instant::now();
    let mut failed = Vec::new();
    // Far apart, so that no run is a part of another.
    for seed in (1..=runs).map(|run| run.wrapping_mul(0xd134_2543_de82_ef95)) {
        if panic::catch_unwind(AssertUnwindSafe(|| target(&mut Random(seed)))).is_err() {
            failed.push(seed);
            assert!(failed.len() < MOST_FAILURES, "{name}: LAWAT_SEED repeats each: {failed:?}");
        }
    }
    println!("{name}: {runs} executions in {:.1?}", start.elapsed());
    assert!(failed.is_empty(), "{name}: LAWAT_SEED repeats each: {failed:?}");
}

/// The executions of a target in a long run, of which it has so many thousandths.
fn long(thousandths: u64) -> u64 {
    number("LAWAT_RUNS").unwrap_or(100_000) * thousandths / 1_000
}

/// Every file gives records or problems, all of which can be told.
fn load(random: &mut Random) {
    let seed = *random.of(&[AWKWARD, WHOLE, EXAMPLE, DOZEN]);
    let loaded = load_text("a.yaml", random.broken(seed, 1500));
    for diagnostic in &loaded.diagnostics {
        for lang in [Lang::Id, Lang::En] {
            assert!(!concise(diagnostic, lang).is_empty());
        }
    }
    assert!(!loaded.archive.visits.is_empty() || !loaded.diagnostics.is_empty());
}

/// No text acts on a terminal, whatever its width.
fn visible(random: &mut Random) {
    let text = random.text(60);
    let shown = visible_string(&text);
    let acts = |c: char| {
        c.is_control()
            || (is_hidden(c)
                && !matches!(
                    c,
                    '\u{200c}' | '\u{200d}' | '\u{fe0e}' | '\u{fe0f}' | '\u{e0100}'..='\u{e01ef}'
                ))
    };
    assert!(!shown.contains(acts), "{text:?} -> {shown:?}");
    assert_eq!(visible_string(&shown), shown, "{text:?}");
    let line = Line::of(&text, TextRole::Plain);
    for columns in [0, 1, 2, 7, 40] {
        assert!(width(&line.cut(columns).plain()) <= columns, "{text:?} in {columns}");
        assert_eq!(line.fit(columns).width(), columns, "{text:?}");
    }
}

/// Every query is answered or refused with a message.
fn query(random: &mut Random, index: &Arc<Index>) {
    let text = random.text(12);
    match Query::parse(&text) {
        Ok(query) => {
            let found = index.search(&query).ranked();
            query.highlights(&random.text(12));
            assert!(found.iter().all(|it| it.score.is_finite()), "{text:?}");
        }
        Err(error) => assert!(!error.message(Lang::En).is_empty()),
    }
}

fn event(random: &mut Random, keys: &[Key]) -> Event {
    let mut size = || u16::try_from(random.below(220)).unwrap();
    let (columns, rows) = (size(), size() / 3);
    match random.below(10) {
        0 => Event::Resize { columns, rows },
        1 => {
            let kind = *random.of(&[
                MouseKind::Click,
                MouseKind::DoubleClick,
                MouseKind::Drag,
                MouseKind::Release,
                MouseKind::WheelDown,
                MouseKind::WheelUp,
            ]);
            Event::Mouse(Mouse { column: columns, row: rows, kind })
        }
        2 => Event::Paste(random.text(10)),
        3 => Event::Key(Key::plain(Code::Char(*random.of(&['a', 'z', ' ', 'é', '你', '\u{301}'])))),
        _ => Event::Key(*random.of(keys)),
    }
}

/// No keys, clicks and sizes end the explorer.
fn keys(random: &mut Random, keys: &[Key]) {
    let text = random.of(&[AWKWARD, DOZEN, "schema_version: '1.0'\nvisits: []\n", "x: ["]);
    let mut session = Session::open(text);
    for _ in 0..40 {
        let event = event(random, keys);
        if let Event::Resize { columns, rows } = event {
            session = session.size(columns, rows);
        } else {
            session.send(event);
        }
        session.buffer(Theme::new(Palette::Dark));
    }
}

fn all_keys() -> Vec<Key> {
    let keymap = Keymap::default();
    let pairs = COMMANDS.iter().flat_map(|command| Context::ALL.map(|context| (command, context)));
    pairs
        .flat_map(|(command, context)| keymap.keys(command, context).flatten().copied().collect::<Vec<_>>())
        .collect()
}

const ARTICLE: &str = "RANDU, Senin (5/1/2026) – Wali Kota Randu Bima Contoh mengunjungi MPP Cemara. “Satu pintu untuk semua,” \
kata Bima. Menurut Ratna Contoh, Kepala MPP, “antrean kini 10 menit”.\n\nThe mayor, Sari Example, said: “We learned a lot.” \
“It works,” she added on Tuesday (6/1).\n";

/// A draft can always be loaded, and each of its quotes is in the article.
fn drafts(random: &mut Random) {
    let article = String::from_utf8_lossy(&random.broken(ARTICLE, 600)).into_owned();
    let draft = draft(&[&article], Lang::Id);
    let loaded = load_text("draft.yaml", draft.text.clone().into());
    let errors = loaded.diagnostics.iter().filter(|it| it.problem.is_fatal());
    assert_eq!(errors.count(), 0, "{article:?}\n{}", draft.text);
}

const SHEETS: &[(&str, &str)] = &[
    (
        "a.csv",
        "tanggal,judul,tuan rumah,tamu,lokasi\n2026-01-05,Studi tiru,Kota A,Kota B,MPP\n6/1/2026,\"Rapat, lagi\",Kota A,,\n",
    ),
    ("a.csv", "Speaker;Quote;Date\nBima;“Satu pintu”;2026-01-05\nSari;Baik;2026\n"),
    (
        "a.ics",
        "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1\nDTSTART:20260105T090000Z\nSUMMARY:Kunjungan\nLOCATION:MPP\nEND:VEVENT\nEND:VCALENDAR\n",
    ),
    ("a.json", "[{\"judul\": \"Studi tiru\", \"tanggal\": \"2026-01-05\", \"tamu\": [\"Kota B\"]}]"),
    ("a.jsonl", "{\"schema_version\":\"1.1\",\"id\":\"v\",\"title\":\"Studi tiru\",\"statements\":[]}\n"),
    (
        "a.xml",
        "<TEI xmlns='http://www.tei-c.org/ns/1.0'><text><body><div><u who='#b'><seg>Baik</seg></u></div></body></text></TEI>",
    ),
];

/// What is imported is told or taken, and what is written can be loaded.
fn imports(random: &mut Random) {
    let (name, seed) = random.of(SHEETS);
    let bytes = random.broken(seed, 2000);
    let (map, known) = (Map::default(), KnownVisits::default());
    let options = ImportOptions { lang: Lang::En, format: None, map: &map, known: &known };
    match import(&[ImportInput { name, bytes: &bytes }], &options) {
        Ok(imported) => {
            let written = imported.records.write().unwrap();
            let loaded = load_text("a.yaml", written.text.clone().into());
            let syntax = loaded.diagnostics.iter().filter(|it| it.code().name() == "syntax");
            assert_eq!(syntax.count(), 0, "{}", written.text);
        }
        Err((name, unreadable)) => assert!(!unreadable.message(&name, Lang::En).is_empty()),
    }
}

/// Cells come back from CSV, but for formulas and what a terminal obeys.
fn csv_round_trip(random: &mut Random) {
    let rows: Vec<Vec<String>> =
        (0..=random.below(3)).map(|_| vec![random.text(8), random.text(8)]).collect();
    let delimiter = *random.of(b",;\t|");
    let mut bytes = Vec::new();
    let dialect = CsvDialect { delimiter, bom: false };
    write_table(&mut bytes, dialect, &["a", "b"], rows.iter().cloned()).unwrap();
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(bytes.as_slice());
    let read: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(read.len(), rows.len());
    for (cell, origin) in read.iter().flatten().zip(rows.iter().flatten()) {
        let is_number = cell.parse::<f64>().is_ok();
        assert!(
            is_number || !cell.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']),
            "{origin:?}"
        );
        let plain = visible_lines(origin);
        assert_eq!(cell.replace('\'', ""), plain.replace('\'', ""), "{origin:?}");
    }
}

/// An addition to a file is right, or refused.
fn edits(random: &mut Random) {
    let text = String::from_utf8_lossy(&random.broken(DOZEN, 900)).into_owned();
    let new = "visits: [{id: baru, title: Baru, statements: [{id: q, type: quote, text: 'Satu: pintu'}]}]";
    let new: serde_yaml::Mapping = serde_yaml::from_str(new).unwrap();
    if let Ok(merged) = merge(&text, &new, None) {
        let again = merge(&merged.text, &new, None).unwrap();
        assert_eq!((again.text, again.changes), (merged.text, Vec::new()), "{text:?}");
    }
}

macro_rules! targets {
    ($($name:ident: $short:expr, $long:ident: $thousandths:expr, $target:expr;)*) => {
        $(
            #[test]
            fn $name() {
                fuzz(stringify!($name), $short, $target);
            }

            #[test]
            #[ignore = "long; LAWAT_RUNS says how long"]
            fn $long() {
                fuzz(stringify!($long), long($thousandths), $target);
            }
        )*

        #[test]
        fn the_targets_share_all_executions() {
            assert_eq!([$($thousandths),*].iter().sum::<u64>(), 1_000);
        }
    };
}

targets! {
    any_file_loads_or_says_why: 300, load_long: 100, load;
    no_text_acts_on_a_terminal: 3_000, visible_long: 240, visible;
    any_query_is_answered: 300, query_long: 290, { let index = Arc::new(Index::new(&load_text("a.yaml", AWKWARD.into()).archive)); move |random: &mut Random| query(random, &index) };
    no_keys_end_the_explorer: 8, keys_long: 1, { let all = all_keys(); move |random: &mut Random| keys(random, &all) };
    any_article_gives_a_draft_that_loads: 300, draft_long: 14, drafts;
    any_import_is_taken_or_told: 500, import_long: 25, imports;
    cells_come_back_from_csv: 3_000, csv_long: 270, csv_round_trip;
    no_file_is_changed_wrongly: 300, edit_long: 60, edits;
}
