//! The time from a typed key to its search results: `cargo bench --bench typing -- --statements N` (a million by
//! default).
//!
//! Thirty queries are typed letter by letter on a generated archive, and every key is answered as in the explorer:
//! quickly, then exactly. `--build` only builds the index; `--query Q` runs one query many times (`--exact` exactly). If
//! `fzf` or `sk` is on the PATH, the whole queries are also run with it on the same texts.

#![expect(clippy::print_stdout, reason = "it prints a table")]

use std::io::Write as _;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use clap::Parser;
use lawat::load::load_text;
use lawat::model::Archive;
use lawat::search::{CachingSearcher, Depth, Index, Query, SearchRequest, SearchResults, Searcher};

mod generator;
use generator::{A_VISIT, Generator};

/// Words of the generated texts, partial names, posts, typos, affixes, fields, phrases.
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
const LIMIT: usize = 100;

#[derive(Parser)]
struct TypingArgs {
    #[arg(long, default_value_t = 1_000_000)]
    statements: usize,
    #[arg(long)]
    build: bool,
    #[arg(long)]
    query: Option<String>,
    #[arg(long)]
    exact: bool,
    /// Passed by Cargo.
    #[arg(long)]
    bench: bool,
}

/// A typed text and its request.
type Typed = (String, SearchRequest);

fn main() {
    let arguments = TypingArgs::parse();
    let (loading, archive) = timed(|| archive(arguments.statements));
    let text: usize = archive.visits.iter().flat_map(|visit| &visit.statements).map(|it| it.text.len()).sum();
    println!(
        "{} statements, {:.0} MB of text, made and loaded in {:.1} s; memory {}\n",
        arguments.statements,
        megabytes(text),
        loading.as_secs_f64(),
        memory()
    );
    let index = build(&archive, text);
    if let Some(query) = &arguments.query {
        let depth = if arguments.exact { Depth::Exact } else { Depth::Quick };
        let requests: Vec<Typed> = (0..100).filter_map(|_| request(query)).collect();
        head();
        row(
            query,
            &each(&requests, || (), |(), request| drop(answer(&mut searcher(&index), request, depth))),
        );
    } else if !arguments.build {
        type_queries(&index);
        compare_with_others(&archive, &index);
    }
}

/// Builds the index on one thread and on two, and prints the cost.
fn build(archive: &Archive, text: usize) -> Arc<Index> {
    let (one, _) = timed(|| Index::on(archive, 1));
    let (two, index) = timed(|| Index::on(archive, 2));
    #[expect(clippy::cast_precision_loss, reason = "a ratio")]
    let ratio = index.bytes() as f64 / text as f64;
    println!("| build on one thread | on two | index | bytes a byte of text | memory with it |");
    println!("|---|---|---|---|---|");
    println!(
        "| {} ms | {} ms | {:.0} MB | {ratio:.2} | {} |\n",
        ms(one),
        ms(two),
        megabytes(index.bytes()),
        memory()
    );
    let parts = index.sizes();
    let parts: Vec<String> =
        parts.iter().map(|(part, bytes)| format!("{part} {:.1} MB", megabytes(*bytes))).collect();
    println!("Parts of the index: {}.\n", parts.join(", "));
    Arc::new(index)
}

fn type_queries(index: &Arc<Index>) {
    let typed = typed();
    let letters: Vec<Typed> = ('a'..='z').filter_map(|letter| request(&letter.to_string())).collect();
    let whole: Vec<Typed> = QUERIES.iter().filter_map(|text| request(text)).collect();
    let at_once = |searcher: &mut Searcher, request: &SearchRequest| answer(searcher, request, Depth::Quick);
    let settled = |searcher: &mut CachingSearcher, request: &SearchRequest| {
        let is_exact = |depth| searcher.search(request, depth, &|| false).is_some_and(|it| it.is_exact);
        let is_found = [Depth::Quick, Depth::Exact].into_iter().any(is_exact);
        assert!(is_found, "nothing cancels it");
    };
    let new = || CachingSearcher::new(Arc::clone(index));
    let (time, _) = timed(|| ahead(new()));
    println!("The short terms are searched in {} ms.\n", ms(time));
    head();
    row("a key, at once", &each(&typed, || searcher(index), |it, request| drop(at_once(it, request))));
    row(
        "a key, at once, nothing remembered",
        &each(&typed, || (), |(), request| drop(at_once(&mut searcher(index), request))),
    );
    row("a key, at once and then exactly", &each(&typed, new, settled));
    row("the same after the short terms were searched", &each(&typed, || ahead(new()), settled));
    let exactly = |request: &SearchRequest| drop(answer(&mut searcher(index), request, Depth::Exact));
    row("a whole query, exactly, nothing remembered", &each(&whole, || (), |(), request| exactly(request)));
    row(
        "a first letter, at once",
        &each(&letters, || (), |(), request| drop(at_once(&mut searcher(index), request))),
    );
    row("a first letter, exactly", &each(&letters, || (), |(), request| exactly(request)));
}

/// A searcher that knows the short terms.
fn ahead(mut searcher: CachingSearcher) -> CachingSearcher {
    searcher.prepare();
    while searcher.search_ahead(LIMIT, &|| false) {}
    searcher
}

fn searcher(index: &Arc<Index>) -> Searcher {
    Searcher::new(Arc::clone(index))
}

fn archive(statements: usize) -> Archive {
    let mut generator = Generator::new(1, statements);
    let mut archive = Archive::default();
    let mut remaining = statements;
    while remaining > 0 {
        let mut text = Generator::HEAD.to_owned();
        // In parts, to limit the memory for text.
        for _ in 0..1000 {
            let some = remaining.min(A_VISIT);
            if some > 0 {
                generator.visit(&mut text, some);
                remaining -= some;
            }
        }
        let loaded = load_text("typing.yaml", text.into_bytes());
        assert_eq!(loaded.diagnostics.first(), None, "the generated archive is valid");
        archive.files = loaded.archive.files;
        archive.headers = loaded.archive.headers;
        archive.visits.extend(loaded.archive.visits);
    }
    archive
}

fn request(text: &str) -> Option<Typed> {
    Some((
        text.to_owned(),
        SearchRequest { query: Query::parse(text).ok()?, limit: LIMIT, ..SearchRequest::default() },
    ))
}

/// The requests while the queries are typed: one per letter, if the text so far is a valid query.
fn typed() -> Vec<Typed> {
    let beginnings = |text: &&'static str| {
        text.char_indices()
            .map(|(at, c)| text.get(..at + c.len_utf8()).unwrap_or_default().to_owned())
            .collect()
    };
    let beginnings = QUERIES.iter().flat_map(|text| -> Vec<String> { beginnings(text) });
    let mut requests: Vec<Typed> = beginnings.filter_map(|text| request(&text)).collect();
    requests.dedup_by(|a, b| a.1 == b.1);
    requests
}

fn answer(searcher: &mut Searcher, request: &SearchRequest, depth: Depth) -> SearchResults {
    searcher.search(request, depth, &|| false).unwrap_or_default()
}

/// The time of each request: the median of three rounds over all of them, each with a new state, which takes no time.
fn each<S>(
    requests: &[Typed],
    start: impl Fn() -> S,
    work: impl Fn(&mut S, &SearchRequest),
) -> Vec<(Duration, &str)> {
    let mut rounds: Vec<Vec<Duration>> = Vec::new();
    for _ in 0..3 {
        let mut state = start();
        rounds.push(requests.iter().map(|(_, request)| timed(|| work(&mut state, request)).0).collect());
    }
    let median = |at: usize| {
        let mut times: Vec<Duration> = rounds.iter().filter_map(|round| round.get(at)).copied().collect();
        times.sort();
        times.get(1).copied().unwrap_or_default()
    };
    requests.iter().enumerate().map(|(at, (text, _))| (median(at), text.as_str())).collect()
}

fn head() {
    println!("| | p50 ms | p99 ms | max ms | slowest |\n|---|---|---|---|---|");
}

fn row(name: &str, times: &[(Duration, &str)]) {
    let mut times = times.to_vec();
    times.sort();
    let at = |part: usize| {
        times.get((times.len() - 1) * part / 100).map(|(time, _)| ms(*time)).unwrap_or_default()
    };
    let slowest = times.iter().rev().take(6).map(|(time, text)| format!("`{text}` {}", ms(*time)));
    println!(
        "| {name} | {} | {} | {} | {} |",
        at(50),
        at(99),
        at(100),
        slowest.collect::<Vec<_>>().join(", ").replace('|', "\\|")
    );
}

/// The same whole queries in programs that search lines.
fn compare_with_others(archive: &Archive, index: &Arc<Index>) {
    for program in ["fzf", "sk"] {
        if Command::new(program).arg("--version").stdout(Stdio::null()).status().is_err() {
            println!("\n{program} is not on the PATH.");
            continue;
        }
        let statements = archive.visits.iter().flat_map(|visit| &visit.statements);
        let lines: String = statements.map(|it| it.text.clone() + "\n").collect();
        println!(
            "\nlawat with its index ready; {program} as a whole process, which reads the lines each time."
        );
        println!("\n| query | lawat, ms | {program}, ms | ratio |\n|---|---|---|---|");
        for text in QUERIES.iter().filter(|text| !text.contains([':', '"', '|', '-', '^'])) {
            let Some((_, request)) = request(text) else { continue };
            let (own_time, _) = timed(|| answer(&mut searcher(index), &request, Depth::Exact));
            let (other_time, _) = timed(|| filter(program, text, &lines));
            let ratio = other_time.as_secs_f64() / own_time.as_secs_f64();
            println!("| {text} | {} | {} | {ratio:.0} |", ms(own_time), ms(other_time));
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

/// The current and the peak memory of this process, on Linux.
fn memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let of = |name: &str| {
        let line = status.lines().find(|line| line.starts_with(name)).unwrap_or_default();
        let kilobytes = line.split_whitespace().nth(1).and_then(|it| it.parse().ok()).unwrap_or(0_usize);
        format!("{:.0} MB", megabytes(kilobytes * 1024))
    };
    format!("{}, at most {}", of("VmRSS:"), of("VmHWM:"))
}
