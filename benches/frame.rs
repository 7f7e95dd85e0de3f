//! How long a key takes until its frame is drawn: `cargo bench --bench frame`.
//!
//! An archive of visits with as many statements as asked (100,000 by default; `-- --statements N`) is opened in a
//! terminal of 200×60 made of memory. Each row of the table is a kind of key, pressed many times: the time from the
//! key to the finished cells, without the terminal itself.

#![expect(clippy::print_stdout, reason = "a table is what it is for")]

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use lawat::app::event::Event;
use lawat::app::key::{Code, Key};
use lawat::app::{App, Data};
use lawat::lang::Lang;
use lawat::view::{Theme, draw};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

const SIZE: (u16, u16) = (200, 60);
const WORDS: &[&str] = &[
    "pelayanan",
    "publik",
    "warga",
    "antrean",
    "terpadu",
    "loket",
    "kesehatan",
    "gedung",
    "kota",
    "daerah",
    "mutu",
    "kami",
    "belajar",
    "banyak",
    "dari",
    "untuk",
    "dengan",
    "yang",
    "sudah",
    "lebih",
    "instansi",
    "petugas",
    "arsip",
    "digital",
];

/// A small generator of numbers that is the same everywhere.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % u64::try_from(below.max(1)).unwrap_or(1)).unwrap_or_default()
    }
}

/// Visits of a hundred statements each, with stops and people that come again in others.
fn archive(statements: usize) -> String {
    let mut numbers = Numbers(7);
    let mut text = String::from("schema_version: '1.0'\nvisits:\n");
    for visit in 0..statements.div_ceil(100) {
        let year = 2000 + numbers.next(26);
        let _ = write!(
            text,
            "  - id: v{visit}\n    title: Kunjungan nomor {visit} tentang {}\n    start_date: {year}-0{}-1{}\n",
            WORDS[numbers.next(WORDS.len())],
            1 + numbers.next(9),
            numbers.next(10)
        );
        text.push_str("    participants:\n");
        for person in 0..8 {
            let number = numbers.next(200) * 8 + person;
            let side = ["visitor", "host"][person % 2];
            let _ = writeln!(
                text,
                "      - {{id: p{number}, name: Nama {number}, post: Kepala {person}, side: {side}}}"
            );
        }
        let people: Vec<String> = text
            .rsplit("participants:")
            .next()
            .unwrap_or_default()
            .split("id: ")
            .skip(1)
            .filter_map(|tail| tail.split(',').next().map(str::to_owned))
            .collect();
        text.push_str("    itinerary:\n");
        for stop in 0..5 {
            let _ = writeln!(text, "      - {{id: s{stop}, name: Tempat {}}}", numbers.next(500));
        }
        text.push_str("    statements:\n");
        for statement in 0..100.min(statements - visit * 100) {
            let words: Vec<&str> =
                (0..15 + numbers.next(25)).map(|_| WORDS[numbers.next(WORDS.len())]).collect();
            let kind = ["quote", "paraphrase"][numbers.next(2)];
            let speaker = &people[numbers.next(people.len())];
            let _ = writeln!(
                text,
                "      - {{id: q{statement}, type: {kind}, speaker: {speaker}, stop: s{}, topics: [t{}], text: {}}}",
                numbers.next(5),
                numbers.next(20),
                words.join(" ")
            );
        }
    }
    text
}

fn key(name: &str) -> Key {
    name.parse().unwrap_or(Key::plain(Code::Esc))
}

fn press(app: &mut App, buffer: &mut Buffer, name: &str) -> Duration {
    let start = Instant::now();
    app.handle(Event::Key(key(name)));
    draw(app, Theme::new(true), buffer);
    start.elapsed()
}

/// Presses keys in turn, many times, and says how long one of them took.
fn measure(app: &mut App, buffer: &mut Buffer, keys: &[&str], measured: &str) -> [Duration; 3] {
    let mut times = Vec::new();
    while times.len() < 400 {
        for name in keys {
            let time = press(app, buffer, name);
            if *name == measured {
                times.push(time);
            }
        }
    }
    times.sort();
    let at = |part: usize| times[(times.len() - 1) * part / 100];
    [at(50), at(99), at(100)]
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let asked = arguments
        .iter()
        .position(|it| it == "--statements")
        .and_then(|at| arguments.get(at + 1)?.parse().ok());
    let statements = asked.unwrap_or(100_000);
    let loaded = lawat::load::load_text("bench.yaml", archive(statements).into_bytes());
    assert_eq!(loaded.diagnostics.first(), None, "the generated archive is valid");
    let mut app = App::new(Lang::Id);
    app.handle(Event::Resize { columns: SIZE.0, rows: SIZE.1 });
    app.handle(Event::Loaded(Box::new(Data::from(loaded))));
    let mut buffer = Buffer::empty(Rect::new(0, 0, SIZE.0, SIZE.1));
    println!("{statements} statements, {}×{}\n", SIZE.0, SIZE.1);
    println!("| key | p50 ms | p99 ms | max ms |\n|---|---|---|---|");
    let mut row = |name: &str, keys: &[&str], measured: &str| {
        let [median, most, max] =
            measure(&mut app, &mut buffer, keys, measured).map(|time| time.as_secs_f64() * 1e3);
        println!("| {name} | {median:.2} | {most:.2} | {max:.2} |");
    };
    // All visits at once: the pane of the visits, its first row.
    row("one visit: a frame (j)", &["4", "j", "k"], "j");
    row("one visit: the chip of a stop", &["2", "enter", "X"], "enter");
    row("all visits: open", &["1", "g", "enter", "1", "j", "enter"], "enter");
    row("all visits: a frame (j)", &["1", "g", "enter", "4", "j", "j"], "j");
    row("all visits: a page (PgDn)", &["4", "pgdn"], "pgdn");
    row("all visits: the chip of a place", &["2", "g", "enter", "X"], "enter");
    row("all visits: the chip of a person", &["3", "g", "enter", "X"], "enter");
    row("all visits: all chips off", &["2", "g", "enter", "X"], "X");
    row("all visits: undo", &["2", "g", "enter", "u"], "u");
    row("all visits: a letter of a text (f)", &["4", "f", "m", "u", "esc"], "u");
    row("all visits: the menu of chips", &["4", "g", "enter", "enter", "esc", "esc"], "esc");
    row("all visits: a chip of the menu (+)", &["4", "g", "enter", "enter", "+", "+", "esc", "esc"], "+");
}
