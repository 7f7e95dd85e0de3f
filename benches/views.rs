//! The time of the views of the whole: `cargo bench --bench views`.
//!
//! An archive with a given number of statements (1,000,000 by default; `-- --statements N`) is loaded, its index of facts is
//! made, and every view is computed several times, for all records and under a filter. The table has medians.

#![expect(clippy::print_stdout, reason = "it prints a table")]

use std::hint::black_box;
use std::time::Instant;

use lawat::lang::Lang;
use lawat::load::load_text;
use lawat::model::{RecordKind, Target};
use lawat::stats::{CountBy, CountQuery, CountUnit, FactIndex, Limit, Selection, View};

mod generator;
use generator::{A_VISIT, Generator};

const ROUNDS: usize = 7;

/// Prints the median time of a row in milliseconds.
fn row<T>(name: &str, mut work: impl FnMut() -> T) {
    let mut times: Vec<f64> = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            black_box(work());
            start.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    times.sort_by(f64::total_cmp);
    println!("| {name} | {:.1} |", times.get(ROUNDS / 2).copied().unwrap_or_default());
}

fn rows(view: &View<'_>, of: &str) {
    let query = |unit, by, across| CountQuery { unit, by, across };
    let places = query(CountUnit::Statement, CountBy::Person, Some(CountBy::Stop));
    let topics = query(CountUnit::Statement, CountBy::Person, Some(CountBy::Topic));
    let years = query(CountUnit::Visit, CountBy::Host, Some(CountBy::Year));
    row(&format!("{of}: overview"), || view.overview(10));
    row(&format!("{of}: timeline"), || view.timeline());
    row(&format!("{of}: one visit by day and hour"), || view.days_of(0));
    row(&format!("{of}: map"), || view.map(200));
    row(&format!("{of}: matrix, person × stop"), || view.count(places, Limit::of(40)));
    row(&format!("{of}: matrix, person × topic"), || view.count(topics, Limit::of(40)));
    row(&format!("{of}: matrix, host × year"), || view.count(years, Limit::of(40)));
    let keys: Vec<_> = view.count(topics, Limit::of(3)).rows.into_iter().filter_map(|row| row.key).collect();
    row(&format!("{of}: comparison of 3 people"), || view.compare(CountBy::Person, &keys));
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let at = arguments.iter().position(|it| it == "--statements");
    let statements = at.and_then(|at| arguments.get(at + 1)?.parse().ok()).unwrap_or(1_000_000);
    let mut generator = Generator::new(7, statements);
    let mut text = Generator::HEAD.to_owned();
    (0..statements.div_ceil(A_VISIT)).for_each(|_| generator.visit(&mut text, A_VISIT));
    let archive = load_text("big.yaml", text.into_bytes()).archive;
    println!("{} statements, medians of {ROUNDS} rounds\n\n| | ms |\n|---|---|", archive.statements());
    row("the index of facts", || FactIndex::new(&archive));
    let facts = FactIndex::new(&archive);
    let all = Selection::all();
    let view = View { archive: &archive, facts: &facts, selection: &all, lang: Lang::Id };
    rows(&view, "all");
    let every_third = |visit: usize| {
        (0..A_VISIT).step_by(3).map(move |item| Target::new(visit, RecordKind::Statement, item))
    };
    let some: Vec<Target> = (0..archive.visits.len()).flat_map(every_third).collect();
    row("a third: the selection", || Selection::of_statements(&facts, some.iter().copied()));
    let third = Selection::of_statements(&facts, some.iter().copied());
    rows(&View { selection: &third, ..view }, "a third");
}
