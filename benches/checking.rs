//! The cost of checking records, compared with loading them: `cargo bench --bench checking`.
//!
//! An archive with a given number of statements (125,000 by default, about 44 MB; `-- --statements N`) is written to a
//! temporary folder. It is loaded and checked alternately, each time in a new process, which reports its time and peak
//! memory.

#![expect(clippy::print_stdout, reason = "it prints a table")]

use std::error::Error;
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use lawat::load::{SourceTexts, check, load};

mod generator;
use generator::{A_VISIT, Generator};

const ROUNDS: usize = 7;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().collect();
    let after = |name: &str| {
        arguments.iter().position(|argument| argument == name).and_then(|at| arguments.get(at + 1))
    };
    if let Some(file) = after("--load") {
        return measure(|| load(&[file.into()]).diagnostics.len());
    }
    if let Some(file) = after("--check") {
        return measure(|| check(&[file.into()], &SourceTexts::default()).diagnostics.len());
    }
    let statements = after("--statements").map_or(Ok(125_000), |number| number.parse())?;
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("archive.yaml");
    fs::write(&file, archive(statements))?;
    let bytes = fs::metadata(&file)?.len();
    let mut rounds = [Vec::new(), Vec::new()];
    for _ in 0..ROUNDS {
        for (mode, all) in ["--load", "--check"].into_iter().zip(&mut rounds) {
            all.push(run(mode, &file)?);
        }
    }
    println!("{statements} statements, {} MB; medians of {ROUNDS} rounds\n", bytes / 1_000_000);
    println!("| | ms | peak memory, KiB | of the file |\n|---|---|---|---|");
    let mut times = Vec::new();
    for (name, all) in ["load", "check"].into_iter().zip(&mut rounds) {
        all.sort_unstable();
        let (time, memory) = all.get(ROUNDS / 2).copied().ok_or("a round")?;
        println!(
            "| {name} | {time} | {memory} | {}.{:02} |",
            memory * 1024 / bytes,
            memory * 102_400 / bytes % 100
        );
        times.push(time);
    }
    let [load, check] = times.as_slice() else { return Err("two modes".into()) };
    println!("\ncheck takes {}.{:02} times as long as load", check / load, check * 100 / load % 100);
    Ok(())
}

/// Visits of a hundred statements each.
fn archive(statements: usize) -> String {
    let mut generator = Generator::new(7, statements);
    let mut text = Generator::HEAD.to_owned();
    for visit in 0..statements.div_ceil(A_VISIT) {
        generator.visit(&mut text, A_VISIT.min(statements - visit * A_VISIT));
    }
    text
}

/// Runs `work` and prints milliseconds and peak memory in KiB.
fn measure(work: impl Fn() -> usize) -> Result<(), Box<dyn Error>> {
    let start = Instant::now();
    assert!(black_box(work()) == 0, "the generated archive is valid");
    let time = start.elapsed().as_millis();
    let status = fs::read_to_string("/proc/self/status")?;
    let memory = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).ok_or("VmHWM")?;
    println!("{time} {}", memory.trim_end_matches("kB").trim());
    Ok(())
}

/// Runs this program in a mode, `--load` or `--check`.
fn run(mode: &str, file: &Path) -> Result<(u64, u64), Box<dyn Error>> {
    let out = Command::new(std::env::current_exe()?).arg(mode).arg(file).output()?;
    let out = String::from_utf8(out.stdout)?;
    let (time, memory) = out.trim().split_once(' ').ok_or("two numbers")?;
    Ok((time.parse()?, memory.parse()?))
}
