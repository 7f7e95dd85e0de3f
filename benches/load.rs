//! The cost of loading: `cargo bench --bench load`.
//!
//! Archives of 10,000 and 100,000 statements (`-- --statements N` for another size) are written to a temporary folder: as one
//! file, as a stream of documents, and as a folder of files. Each is loaded in a new process, on one processor and on two, which
//! reports its time, its peak memory, and its memory at rest, without and with the index of the search.

#![expect(clippy::print_stdout, reason = "it prints a table")]

use std::error::Error;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use lawat::load::load;
use lawat::search::Index;

mod generator;
use generator::{A_VISIT, Generator};

const ROUNDS: usize = 5;
/// The visits of one document of a stream, and of one file of a folder.
const A_DOCUMENT: usize = 4;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().collect();
    let after = |name: &str| {
        arguments.iter().position(|argument| argument == name).and_then(|at| arguments.get(at + 1))
    };
    if let Some(path) = after("--load") {
        return measure(path);
    }
    let sizes = match after("--statements") {
        Some(number) => vec![number.parse()?],
        None => vec![10_000, 100_000],
    };
    println!("| archive | MB | processors | ms | MB/s | peak / file | at rest / file | with index / file |");
    println!("|---|---|---|---|---|---|---|---|");
    for statements in sizes {
        let folder = tempfile::tempdir()?;
        for (name, path) in write(folder.path(), statements)? {
            for processors in 1..=2_usize {
                row(&format!("{statements} statements, {name}"), &path, processors)?;
            }
        }
    }
    Ok(())
}

/// Writes an archive in each form.
fn write(folder: &Path, statements: usize) -> Result<Vec<(&'static str, PathBuf)>, Box<dyn Error>> {
    let mut generator = Generator::new(7, statements);
    let visits: Vec<String> = (0..statements.div_ceil(A_VISIT))
        .map(|visit| {
            let mut text = String::new();
            generator.visit(&mut text, A_VISIT.min(statements - visit * A_VISIT));
            text
        })
        .collect();
    let documents: Vec<String> =
        visits.chunks(A_DOCUMENT).map(|visits| Generator::HEAD.to_owned() + &visits.concat()).collect();
    let (file, stream, many) = (folder.join("file.yaml"), folder.join("stream.yaml"), folder.join("many"));
    fs::write(&file, Generator::HEAD.to_owned() + &visits.concat())?;
    fs::write(&stream, documents.join("---\n"))?;
    fs::create_dir(&many)?;
    for (number, document) in documents.iter().enumerate() {
        fs::write(many.join(format!("{number:05}.yaml")), document)?;
    }
    Ok(vec![("one file", file), ("a stream", stream), ("a folder", many)])
}

/// Prints the medians of several processes.
fn row(name: &str, path: &Path, processors: usize) -> Result<(), Box<dyn Error>> {
    let bytes: u64 = match fs::read_dir(path) {
        Ok(files) => files.map(|file| Ok(file?.metadata()?.len())).sum::<Result<_, std::io::Error>>()?,
        Err(_) => fs::metadata(path)?.len(),
    };
    let mut rounds = Vec::new();
    for _ in 0..ROUNDS {
        rounds.push(run(path, processors)?);
    }
    let median = |which: usize| {
        let mut values: Vec<u64> = rounds.iter().filter_map(|round| round.get(which).copied()).collect();
        values.sort_unstable();
        values.get(values.len() / 2).copied().ok_or("a round")
    };
    let time = median(0)?.max(1);
    let share = |kilobytes: u64| {
        let hundredths = kilobytes * 102_400 / bytes;
        format!("{}.{:02}", hundredths / 100, hundredths % 100)
    };
    println!(
        "| {name} | {}.{} | {processors} | {time} | {} | {} | {} | {} |",
        bytes / 1_000_000,
        bytes / 100_000 % 10,
        bytes / 1_000 / time,
        share(median(1)?),
        share(median(2)?),
        share(median(3)?)
    );
    Ok(())
}

/// Loads an archive, and prints milliseconds and the memory in KiB: at most, at rest, and with the index.
fn measure(path: &str) -> Result<(), Box<dyn Error>> {
    let start = Instant::now();
    let loaded = load(&[OsString::from(path)]);
    let time = start.elapsed().as_millis();
    assert!(loaded.diagnostics.is_empty(), "the generated archive is valid");
    let (peak, rest) = (memory("VmHWM:")?, memory("VmRSS:")?);
    let index = Index::new(&loaded.archive);
    println!("{time} {peak} {rest} {}", memory("VmRSS:")?);
    drop((loaded, index));
    Ok(())
}

fn memory(name: &str) -> Result<u64, Box<dyn Error>> {
    let status = fs::read_to_string("/proc/self/status")?;
    let value = status.lines().find_map(|line| line.strip_prefix(name)).ok_or("the memory")?;
    Ok(value.trim_end_matches("kB").trim().parse()?)
}

/// Runs this program on some of the processors.
fn run(path: &Path, processors: usize) -> Result<Vec<u64>, Box<dyn Error>> {
    let of_processors = format!("0-{}", processors - 1);
    let mut command = Command::new("taskset");
    command.arg("-c").arg(of_processors).arg(std::env::current_exe()?).arg("--load").arg(path);
    let out = String::from_utf8(command.output()?.stdout)?;
    Ok(out.split_whitespace().map(str::parse).collect::<Result<_, _>>()?)
}
