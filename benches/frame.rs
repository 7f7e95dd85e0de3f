//! The time from a key to its frame: `cargo bench --bench frame`.
//!
//! An archive with a given number of statements (100,000 by default; `-- --statements N`) is opened in a terminal of
//! 200×60 cells in memory. Each row of the table is a kind of key, pressed many times: the time from the key to the drawn
//! cells, without the output to the terminal.

#![expect(clippy::print_stdout, reason = "it prints a table")]

use std::time::{Duration, Instant};

use lawat::app::event::Event;
use lawat::app::key::{Code, Key};
use lawat::app::{App, Data};
use lawat::lang::Lang;
use lawat::view::{Palette, Theme, draw};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

mod generator;
use generator::{A_VISIT, Generator};

const SIZE: (u16, u16) = (200, 60);
/// The maximum time for a row of the table.
const MAX_ROW_TIME: Duration = Duration::from_secs(15);
/// Statements in the long visit.
const LONG_VISIT: usize = 1_000;

/// Visits with `visit_size` statements each; stops and people occur in several visits.
fn archive(statements: usize, visit_size: usize) -> String {
    let mut generator = Generator::new(7, statements);
    let mut text = Generator::HEAD.to_owned();
    for visit in 0..statements.div_ceil(visit_size) {
        generator.visit(&mut text, visit_size.min(statements - visit * visit_size));
    }
    text
}

/// The explorer with such an archive loaded.
fn open(statements: usize, visit_size: usize) -> App {
    let loaded = lawat::load::load_text("bench.yaml", archive(statements, visit_size).into_bytes());
    assert_eq!(loaded.diagnostics.first(), None, "the generated archive is valid");
    let mut app = App::new(Lang::Id);
    app.handle(Event::Resize { columns: SIZE.0, rows: SIZE.1 });
    app.handle(Event::Loaded(Box::new(Data::from(loaded))));
    app
}

fn key(name: &str) -> Key {
    name.parse().unwrap_or(Key::plain(Code::Esc))
}

fn press(app: &mut App, buffer: &mut Buffer, name: &str) -> Duration {
    let start = Instant::now();
    let mut events = vec![Event::Key(key(name))];
    while let Some(event) = events.pop() {
        events.extend(app.handle(event).into_iter().filter_map(|effect| effect.run_search()));
    }
    draw(app, Theme::new(Palette::Dark), buffer);
    start.elapsed()
}

/// Presses the keys repeatedly and returns the median, the 99th percentile and the maximum time of the measured one.
fn measure(app: &mut App, buffer: &mut Buffer, keys: &[&str], measured: &str) -> [Duration; 3] {
    let mut times = Vec::new();
    let start = Instant::now();
    while times.len() < 400 && (times.len() < 20 || start.elapsed() < MAX_ROW_TIME) {
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

/// Prints a row of the table, unless others are asked for (`-- --row TEXT`: those whose names have the text).
fn print_row(app: &mut App, name: &str, keys: &[&str], measured: &str) {
    let mut arguments = std::env::args().skip_while(|it| it != "--row");
    if arguments.nth(1).is_some_and(|asked| !name.contains(&asked)) {
        return;
    }
    let mut buffer = Buffer::empty(Rect::new(0, 0, SIZE.0, SIZE.1));
    let [median, most, max] = measure(app, &mut buffer, keys, measured).map(|time| time.as_secs_f64() * 1e3);
    println!("| {name} | {median:.2} | {most:.2} | {max:.2} |");
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let asked = arguments
        .iter()
        .position(|it| it == "--statements")
        .and_then(|at| arguments.get(at + 1)?.parse().ok());
    let statements = asked.unwrap_or(100_000);
    let mut app = open(LONG_VISIT, LONG_VISIT);
    println!(
        "{LONG_VISIT} statements of one visit, then {statements} in visits of {A_VISIT}, {}×{}\n",
        SIZE.0, SIZE.1
    );
    println!("| key | p50 ms | p99 ms | max ms |\n|---|---|---|---|");
    let mut row = |name: &str, keys: &[&str], measured: &str| print_row(&mut app, name, keys, measured);
    row("a long visit: a frame (j)", &["4", "j", "j"], "j");
    row("a long visit: a page (PgDn)", &["4", "pgdn"], "pgdn");
    row("a long visit: a page up (PgUp)", &["4", "pgup"], "pgup");
    row("a long visit: the last row (G)", &["4", "g", "G"], "G");
    row("a long visit: a page of somebody (v p)", &["4", "v", "p", "esc"], "p");
    row("a long visit: an order (s n)", &["4", "s", "n"], "n");
    // The same screens with a small archive, for comparison.
    app = open(LONG_VISIT, A_VISIT);
    let mut row = |name: &str, keys: &[&str], measured: &str| print_row(&mut app, name, keys, measured);
    row("a small archive, one visit: a frame (j)", &["4", "j", "k"], "j");
    row("a small archive, another visit (j)", &["1", "j", "j", "k"], "j");
    row("a small archive, all visits: a frame (j)", &["1", "g", "enter", "4", "j", "j"], "j");
    row("a small archive, all visits: a page (PgDn)", &["4", "pgdn"], "pgdn");
    app = open(statements, A_VISIT);
    let mut row = |name: &str, keys: &[&str], measured: &str| print_row(&mut app, name, keys, measured);
    // All visits: the visits pane, its first row.
    row("one visit: a frame (j)", &["4", "j", "k"], "j");
    row("another visit (j)", &["1", "j", "j", "k"], "j");
    row("one visit: the filter of a stop", &["2", "enter", "X"], "enter");
    row("all visits: open (g)", &["1", "j", "g"], "g");
    row("all visits: a frame (j)", &["1", "g", "enter", "4", "j", "j"], "j");
    row("all visits: a page (PgDn)", &["4", "pgdn"], "pgdn");
    row("all visits: the filter of a place", &["2", "g", "enter", "X"], "enter");
    row("all visits: the filter of a person", &["3", "g", "enter", "X"], "enter");
    row("all visits: all filters off", &["2", "g", "enter", "X"], "X");
    row("all visits: undo", &["2", "g", "enter", "u"], "u");
    row("all visits: a letter of a text (f)", &["4", "f", "m", "u", "esc"], "u");
    row("all visits: the menu of filters", &["4", "g", "enter", "enter", "esc", "esc"], "esc");
    row("all visits: a filter of the menu (+)", &["4", "g", "enter", "enter", "+", "+", "esc", "esc"], "+");
    views(&mut app);
}

/// The views of the whole: the time until each is open, and that of a key in it.
fn views(app: &mut App) {
    let mut row = |name: &str, keys: &[&str], measured: &str| print_row(app, name, keys, measured);
    row("overview: open (v o)", &["v", "o", "esc"], "o");
    row("overview: a row down (j)", &["v", "o", "j", "j", "j", "j", "esc"], "j");
    row("overview: a filter (f)", &["v", "o", "j", "f", "u", "esc"], "f");
    row("overview: a filter, opened (Enter)", &["v", "o", "j", "enter", "H"], "enter");
    row("overview: the filter off (u)", &["v", "o", "j", "f", "u", "esc"], "u");
    row("timeline: open (v t)", &["v", "t", "esc"], "t");
    row("timeline: a row down (j)", &["v", "t", "j", "j", "j", "j", "esc"], "j");
    row("timeline: closer (+)", &["v", "t", "+", "+", "0", "esc"], "+");
    row("map: open (v m)", &["v", "m", "esc"], "m");
    row("map: a row down (j)", &["v", "m", "j", "j", "j", "j", "esc"], "j");
    row("map: closer (+)", &["v", "m", "+", "+", "0", "esc"], "+");
    row("matrix: open (v x)", &["v", "x", "esc"], "x");
    row("matrix: a row down (j)", &["v", "x", "j", "j", "j", "j", "esc"], "j");
    row("matrix: a column to the right (l)", &["v", "x", "l", "l", "h", "h", "esc"], "l");
    row("matrix: other rows (r)", &["v", "x", "r", "r", "esc"], "r");
    row("comparison: open (m)", &["v", "x", "space", "space", "space", "m", "esc", "esc"], "m");
    // Under a filter.
    row("one type: overview: open (v o)", &["4", "enter", "enter", "enter", "v", "o", "esc", "X"], "o");
}
