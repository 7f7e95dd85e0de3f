//! How long a typed key waits for its answer: `cargo bench --bench typing -- --statements N` (a million by default; with
//! `--build` only the index is built).
//!
//! Thirty queries are typed letter by letter over a generated archive. Every key is answered as the explorer does it: at
//! once, then exactly. Where `fzf` or `sk` is on the PATH, the same queries are asked of it over the same texts.

#![expect(clippy::print_stdout, reason = "a table is what it is for")]

use std::io::Write as _;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use lawat::load::load_text;
use lawat::model::Archive;
use lawat::search::{Ask, Depth, Hits, Index, Query, Searcher};

mod generator;
use generator::{A_VISIT, Generator};

/// Words of the generated texts, names half remembered, offices, typos, affixes, fields, phrases.
const QUERIES: [&str; 30] = [
    "mpp",
    "mutu",
    "layanan",
    "pelayanan publik",
    "inspirasi kesehatan",
    "wali kota balikpapan",
    "pelayanna",
    "motifasi",
    "inspirsai",
    "mengunjungi",
    "kunjung",
    "sekda",
    "sekretaris daerah",
    "rsud obat",
    "antrean loket",
    "warga desa air",
    "dinas arsip digital",
    "siapa:sekretaris mutu",
    "di:mpp antrean",
    "\"wali kota\"",
    "kepala dinas",
    "sinergi -kota",
    "umkm | koperasi halal",
    "^pel kan$",
    "plyn",
    "khatulistiwa tugu",
    "produk ekspor",
    "jenis:kutipan sungai",
    "tgl:2019 jembatan",
    "zqxj",
];
const FIRST_LETTERS: &str = "abcdefghijklmnopqrstuvwxyz";
const LIMIT: usize = 100;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let value = |name: &str| arguments.iter().position(|it| it == name).and_then(|at| arguments.get(at + 1));
    let statements = value("--statements").and_then(|it| it.parse().ok()).unwrap_or(1_000_000);
    let archive = archive(statements);
    let text: usize = archive.visits.iter().flat_map(|visit| &visit.statements).map(|it| it.text.len()).sum();
    println!(
        "{statements} statements, {:.0} MB of text; memory with the archive {}\n",
        megabytes(text),
        memory()
    );

    let (one, _) = timed(|| Index::on(&archive, 1));
    let (two, index) = timed(|| Index::on(&archive, 2));
    let index = Arc::new(index);
    println!(
        "| build, one thread | build, two threads | index, MB | bytes a byte of text | memory with the index |"
    );
    println!("|---|---|---|---|---|");
    #[expect(clippy::cast_precision_loss, reason = "a ratio")]
    let ratio = index.bytes() as f64 / text as f64;
    println!(
        "| {} ms | {} ms | {:.0} | {ratio:.2} | {} |\n",
        ms(one),
        ms(two),
        megabytes(index.bytes()),
        memory()
    );
    for (part, bytes) in index.parts() {
        println!("- {part}: {:.1} MB", megabytes(bytes));
    }

    if arguments.iter().any(|it| it == "--build") {
        return;
    }
    if let Some(query) = value("--query") {
        let whole: Vec<Typed> = std::iter::repeat_n(query, 200).filter_map(|text| ask(text)).collect();
        let depth = if arguments.iter().any(|it| it == "--exact") { Depth::Exact } else { Depth::AtOnce };
        row(
            query,
            &each(&whole, |ask| {
                answer(&mut Searcher::new(Arc::clone(&index)), ask, depth);
            }),
        );
        return;
    }
    println!("\n| | p50 ms | p99 ms | max ms | slowest |\n|---|---|---|---|---|");
    let asks = typed();
    let mut searcher = Searcher::new(Arc::clone(&index));
    row(
        "a key, at once",
        &each(&asks, |ask| {
            answer(&mut searcher, ask, Depth::AtOnce);
        }),
    );
    row(
        "a key, at once, nothing remembered",
        &each(&asks, |ask| {
            answer(&mut Searcher::new(Arc::clone(&index)), ask, Depth::AtOnce);
        }),
    );
    let mut searcher = Searcher::new(Arc::clone(&index));
    row(
        "a key, at once and exactly",
        &each(&asks, |ask| {
            if !answer(&mut searcher, ask, Depth::AtOnce).is_exact {
                answer(&mut searcher, ask, Depth::Exact);
            }
        }),
    );
    let whole: Vec<Typed> = QUERIES.iter().filter_map(|text| ask(text)).collect();
    row(
        "a whole query, exactly, nothing remembered",
        &each(&whole, |ask| {
            answer(&mut Searcher::new(Arc::clone(&index)), ask, Depth::Exact);
        }),
    );
    let letters: Vec<Typed> = FIRST_LETTERS.chars().filter_map(|letter| ask(&letter.to_string())).collect();
    row(
        "a first letter, at once",
        &each(&letters, |ask| {
            answer(&mut Searcher::new(Arc::clone(&index)), ask, Depth::AtOnce);
        }),
    );
    row(
        "a first letter, exactly",
        &each(&letters, |ask| {
            answer(&mut Searcher::new(Arc::clone(&index)), ask, Depth::Exact);
        }),
    );
    beside_others(&archive, &index);
}

fn archive(statements: usize) -> Archive {
    let mut generator = Generator::new(1, statements);
    let mut archive = Archive::default();
    let mut left = statements;
    while left > 0 {
        let mut text = Generator::HEAD.to_owned();
        // Not all text at once, for the sake of memory.
        for _ in 0..1000 {
            let some = left.min(A_VISIT);
            if some > 0 {
                generator.visit(&mut text, some);
                left -= some;
            }
        }
        let loaded = load_text("typing.yaml", text.into_bytes());
        assert_eq!(loaded.diagnostics.first(), None, "the generated archive is valid");
        archive.files = loaded.archive.files;
        archive.visits.extend(loaded.archive.visits);
    }
    archive
}

/// What is typed, and what that asks.
type Typed = (String, Ask);

fn ask(text: &str) -> Option<Typed> {
    Some((text.to_owned(), Ask { query: Query::parse(text).ok()?, limit: LIMIT, ..Ask::default() }))
}

/// What is asked while the queries are typed: after each letter, when what stands there then is a query.
fn typed() -> Vec<Typed> {
    let prefixes =
        |text: &'static str| (1..=text.chars().count()).map(|n| text.chars().take(n).collect::<String>());
    let mut asks: Vec<Typed> =
        QUERIES.iter().flat_map(|text| prefixes(text)).filter_map(|text| ask(&text)).collect();
    asks.dedup_by(|a, b| a.1 == b.1);
    asks
}

fn answer(searcher: &mut Searcher, ask: &Ask, depth: Depth) -> Hits {
    searcher.answer(ask, depth, &|| false).unwrap_or_default()
}

/// How long each takes: the median of three rounds over all.
fn each<'a>(asks: &'a [Typed], mut work: impl FnMut(&Ask)) -> Vec<(Duration, &'a str)> {
    let mut rounds: Vec<Vec<Duration>> = Vec::new();
    for _ in 0..3 {
        rounds.push(asks.iter().map(|(_, ask)| timed(|| work(ask)).0).collect());
    }
    let median = |at: usize| {
        let mut times: Vec<Duration> = rounds.iter().filter_map(|round| round.get(at)).copied().collect();
        times.sort();
        times.get(1).copied().unwrap_or_default()
    };
    asks.iter().enumerate().map(|(at, (text, _))| (median(at), text.as_str())).collect()
}

fn row(name: &str, times: &[(Duration, &str)]) {
    let mut times: Vec<&(Duration, &str)> = times.iter().collect();
    times.sort_by_key(|(time, _)| *time);
    let at =
        |part: usize| times.get((times.len() - 1) * part / 100).map(|(time, _)| *time).unwrap_or_default();
    let slowest: Vec<String> =
        times.iter().rev().take(8).map(|(time, text)| format!("{text} {}", ms(*time))).collect();
    println!("| {name} | {} | {} | {} | {} |", ms(at(50)), ms(at(99)), ms(at(100)), slowest.join(", "));
}

/// The same queries, whole, asked of programs that search lines.
fn beside_others(archive: &Archive, index: &Arc<Index>) {
    for program in ["fzf", "sk"] {
        if Command::new(program).arg("--version").stdout(Stdio::null()).status().is_err() {
            println!("\n{program} is not on the PATH.");
            continue;
        }
        let lines: String = archive
            .visits
            .iter()
            .flat_map(|visit| &visit.statements)
            .map(|it| it.text.clone() + "\n")
            .collect();
        println!("\n| query | lawat, ms | {program}, ms | ratio |\n|---|---|---|---|");
        for text in QUERIES.iter().filter(|text| !text.contains([':', '"', '|', '-', '^'])) {
            let Some((_, ask)) = ask(text) else { continue };
            let (ours, _) = timed(|| answer(&mut Searcher::new(Arc::clone(index)), &ask, Depth::Exact));
            let (theirs, _) = timed(|| filter(program, text, &lines));
            println!(
                "| {text} | {} | {} | {:.0} |",
                ms(ours),
                ms(theirs),
                theirs.as_secs_f64() / ours.as_secs_f64()
            );
        }
    }
}

fn filter(program: &str, query: &str, lines: &str) -> std::io::Result<()> {
    let mut command = Command::new(program);
    command.args(["--filter", query]).stdin(Stdio::piped()).stdout(Stdio::null());
    let mut child = command.spawn()?;
    if let Some(mut input) = child.stdin.take() {
        input.write_all(lines.as_bytes())?;
    }
    child.wait().map(drop)
}

fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let done = work();
    (start.elapsed(), done)
}

fn ms(time: Duration) -> String {
    format!("{:.2}", time.as_secs_f64() * 1e3)
}

#[expect(clippy::cast_precision_loss, reason = "to be read by people")]
fn megabytes(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}

/// What the whole program takes now and took at most, where the system tells.
fn memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let of = |name: &str| {
        let line = status.lines().find(|line| line.starts_with(name)).unwrap_or_default();
        let kilobytes = line.split_whitespace().nth(1).and_then(|it| it.parse().ok()).unwrap_or(0_usize);
        format!("{:.0} MB", megabytes(kilobytes * 1024))
    };
    format!("{}, at most {}", of("VmRSS:"), of("VmHWM:"))
}
