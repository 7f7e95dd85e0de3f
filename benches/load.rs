//! The cost of loading: `cargo bench --bench load`.
//!
//! Archives of 10,000 and 100,000 statements (`-- --statements N` for another size) are written to a temporary folder: as one
//! file, as a stream of documents, and as a folder of files. Each is loaded in a new process, on one processor and on two, which
//! reports its time, its peak memory, and its memory at rest, without and with the index of the search. Then the time until all is
//! loaded and indexed is compared with that from the cache, and with that after a visit was added; and a pipe that delivers 5 MB/s
//! shows how soon its first visit can be read.

#![expect(clippy::print_stdout, reason = "it prints a table")]

use std::cell::Cell;
use std::error::Error;
use std::ffi::OsString;
use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use lawat::cache::Cache;
use lawat::load::{Loader, ProgressCounter, Watch, load};
use lawat::model::Archive;
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
    match (after("--load"), after("--start"), after("--cache")) {
        (Some(path), ..) => return measure(path),
        (_, Some(path), cache) => {
            start(path, cache);
            return Ok(());
        }
        _ if arguments.iter().any(|argument| argument == "--pipe") => {
            read_pipe();
            return Ok(());
        }
        _ => {}
    }
    let sizes = match after("--statements") {
        Some(number) => vec![number.parse()?],
        None => vec![10_000, 100_000],
    };
    let folder = tempfile::tempdir()?;
    let mut archives = Vec::new();
    for statements in sizes {
        let folder = folder.path().join(statements.to_string());
        fs::create_dir(&folder)?;
        let name = |name| format!("{statements} statements, {name}");
        archives.extend(write(&folder, statements)?.into_iter().map(|(form, path)| (name(form), path)));
    }
    println!("| archive | MB | processors | ms | MB/s | peak / file | at rest / file | with index / file |");
    println!("|---|---|---|---|---|---|---|---|");
    for (name, path) in &archives {
        for processors in 1..=2_usize {
            row(name, path, processors)?;
        }
    }
    println!("\n| archive | loaded and indexed, ms | from the cache, ms |\n|---|---|---|");
    for (name, path) in &archives {
        starts(name, path, &folder.path().join("cache"))?;
    }
    println!(
        "\n| archive | a visit more: loaded again, ms | indexed again, ms | indexed anew, ms |\n|---|---|---|---|"
    );
    for (name, path) in &archives {
        additions(name, path, &folder.path().join("cache"))?;
    }
    if let Some((name, path)) = archives.iter().rfind(|(_, path)| path.is_file()) {
        println!(
            "\n{name}, from a pipe: the first visit is there {} ms after its bytes",
            first_of_pipe(path)?
        );
    }
    Ok(())
}

/// Prints the medians of starts without and with a cache.
fn starts(name: &str, path: &Path, cache: &Path) -> Result<(), Box<dyn Error>> {
    let milliseconds = |arguments: &[&Path]| -> Result<u64, Box<dyn Error>> {
        let mut command = Command::new(std::env::current_exe()?);
        command.arg("--start").arg(path).args(arguments);
        Ok(String::from_utf8(command.output()?.stdout)?.trim().parse()?)
    };
    let cached = [Path::new("--cache"), cache];
    milliseconds(&cached)?;
    let (mut cold, mut warm) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        cold.push(milliseconds(&[])?);
        warm.push(milliseconds(&cached)?);
    }
    cold.sort_unstable();
    warm.sort_unstable();
    let median = |values: &[u64]| values.get(ROUNDS / 2).copied().unwrap_or_default();
    println!("| {name} | {} | {} |", median(&cold), median(&warm));
    Ok(())
}

/// Prints the medians of what it takes to load and index an archive again after a visit was added, as the explorer does.
fn additions(name: &str, path: &Path, cache: &Path) -> Result<(), Box<dyn Error>> {
    let paths = [OsString::from(path)];
    let file = if path.is_dir() { path.join("00000.yaml") } else { path.to_owned() };
    let mut loader = Loader::new(paths.to_vec()).remembering();
    let mut entry = Cache::new(Some(cache.join("additions"))).entry(&paths);
    let mut before =
        entry.load(&mut loader, Watch { counter: &ProgressCounter::default(), grown: None }).archive;
    let mut index = Index::new(&before);
    let (mut loads, mut updates, mut builds) = (Vec::new(), Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        let visit = format!("  - id: added{round}\n    title: Rapat {round}\n    start_date: 2030-01-01\n");
        fs::OpenOptions::new().append(true).open(&file)?.write_all(visit.as_bytes())?;
        let begin = Instant::now();
        let archive = entry.reload(&mut loader).archive;
        loads.push(begin.elapsed().as_millis());
        let begin = Instant::now();
        let new = index.update(&before, &archive);
        updates.push(begin.elapsed().as_millis());
        let begin = Instant::now();
        drop(Index::new(&archive));
        builds.push(begin.elapsed().as_millis());
        (before, index) = (archive, new);
    }
    let [loads, updates, builds] = [loads, updates, builds].map(|mut times| {
        times.sort_unstable();
        times.get(ROUNDS / 2).copied().unwrap_or_default()
    });
    println!("| {name} | {loads} | {updates} | {builds} |");
    Ok(())
}

/// Prints the milliseconds until an archive is loaded and indexed.
fn start(path: &str, cache: Option<&String>) {
    let begin = Instant::now();
    let paths = [OsString::from(path)];
    let mut entry = Cache::new(cache.map(PathBuf::from)).entry(&paths);
    let watch = Watch { counter: &ProgressCounter::default(), grown: None };
    let loaded = entry.load(&mut Loader::new(paths.to_vec()), watch);
    let index = entry.index(&loaded.archive);
    println!("{}", begin.elapsed().as_millis());
    entry.wait();
    // The process ends now: freeing every record would only take time.
    std::mem::forget((loaded, index));
}

/// How many milliseconds after its last byte the first visit of a pipe is there, if the pipe delivers 5 MB/s.
fn first_of_pipe(path: &Path) -> Result<u128, Box<dyn Error>> {
    const A_MILLISECOND: usize = 5_000;
    let bytes = fs::read(path)?;
    // The second visit begins behind the end of the first one.
    let end = memchr::memmem::find_iter(&bytes, b"\n  - id: v").nth(1).ok_or("two visits")?;
    let mut command = Command::new(std::env::current_exe()?);
    let mut child = command.arg("--pipe").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    let (mut pipe, out) = (child.stdin.take().ok_or("a pipe")?, child.stdout.take().ok_or("an output")?);
    let shown = std::thread::spawn(move || {
        let mut line = String::new();
        BufReader::new(out).read_line(&mut line).map(|_| Instant::now())
    });
    let (begin, mut sent, mut arrived) = (Instant::now(), 0, None);
    while sent < bytes.len() && !shown.is_finished() {
        std::thread::sleep(Duration::from_millis(1));
        let due =
            usize::try_from(begin.elapsed().as_millis())?.saturating_mul(A_MILLISECOND).min(bytes.len());
        pipe.write_all(bytes.get(sent..due).unwrap_or_default())?;
        sent = sent.max(due);
        arrived = arrived.or_else(|| (sent > end).then(Instant::now));
    }
    drop(pipe);
    let shown = shown.join().map_err(|_panic| "the output")??;
    child.wait()?;
    Ok(shown.duration_since(arrived.ok_or("the first visit")?).as_millis())
}

/// Reads standard input, and prints a line once the first visit is there.
fn read_pipe() {
    let is_shown = Cell::new(false);
    let grown = |archive: Archive| {
        if !archive.visits.is_empty() && !is_shown.replace(true) {
            println!("{} visits", archive.visits.len());
        }
    };
    let watch = Watch { counter: &ProgressCounter::default(), grown: Some(&grown) };
    Loader::new(vec![OsString::from("-")]).load_watched(watch);
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
