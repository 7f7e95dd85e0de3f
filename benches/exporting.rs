//! The cost of exporting an archive that is loaded: `cargo bench --bench exporting`.
//!
//! An archive with a given number of visits (100,000 by default, of three statements each; `-- --visits N`) is loaded
//! once and exported in every format, several times; the output is discarded. The table has medians, and the additional
//! peak memory, which is measured in the first round.

#![expect(clippy::print_stdout, reason = "it prints a table")]

use std::error::Error;
use std::fs;
use std::io::{self, Write};
use std::time::Instant;

use jiff::Timestamp;
use lawat::export::{CsvDialect, Export, ExportFormat, ExportTable, Opening, Selection};
use lawat::lang::Lang;
use lawat::load::load_text;

mod generator;
use generator::{A_VISIT, Generator};

const ROUNDS: usize = 5;
/// Statements per visit: few, so that there are many visits.
const STATEMENTS: usize = A_VISIT / 33;

/// A writer that only counts bytes.
#[derive(Default)]
struct ByteCounter(usize);

impl Write for ByteCounter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().collect();
    let after = |name: &str| {
        arguments.iter().position(|argument| argument == name).and_then(|at| arguments.get(at + 1))
    };
    let visits = after("--visits").map_or(Ok(100_000), |number| number.parse())?;
    let mut generator = Generator::new(7, visits * STATEMENTS);
    let mut text = Generator::HEAD.to_owned();
    (0..visits).for_each(|_| generator.visit(&mut text, STATEMENTS));
    let bytes = text.len();
    let archive = load_text("big.yaml", text.into_bytes()).archive;
    assert!(archive.visits.len() == visits, "the generated archive is valid");
    let selection = Selection::all(&archive);
    let mut rounds: Vec<(ExportFormat, usize, Vec<u128>, u64)> = Vec::new();
    for round in 0..ROUNDS {
        for (at, format) in ExportFormat::ALL.into_iter().enumerate() {
            let export = Export {
                archive: &archive,
                selection: &selection,
                format,
                table: ExportTable::Statements,
                dialect: CsvDialect::default(),
                lang: Lang::Id,
                now: Timestamp::UNIX_EPOCH,
                opening: Opening::default(),
            };
            let before = memory("VmRSS:")?;
            // Resets the peak, which from here on is that of this format.
            fs::write("/proc/self/clear_refs", "5")?;
            let start = Instant::now();
            let mut out = ByteCounter::default();
            export.write(&mut out)?;
            let time = start.elapsed().as_micros();
            if round == 0 {
                rounds.push((format, out.0, vec![time], memory("VmHWM:")?.saturating_sub(before)));
            } else if let Some((.., times, _)) = rounds.get_mut(at) {
                times.push(time);
            }
        }
    }
    println!("{visits} visits, {} MB; medians of {ROUNDS} rounds\n", bytes / 1_000_000);
    println!("| | MB | ms | MB/s | more memory, KiB |\n|---|---|---|---|---|");
    for (format, bytes, mut times, more) in rounds {
        times.sort_unstable();
        let time = times.get(ROUNDS / 2).copied().ok_or("a round")?.max(1);
        let bytes = u128::try_from(bytes)?;
        println!(
            "| {} | {} | {} | {} | {more} |",
            format.name(),
            bytes / 1_000_000,
            time / 1000,
            bytes / time
        );
    }
    Ok(())
}

/// Memory of this process in KiB: the current or the peak value.
fn memory(which: &str) -> Result<u64, Box<dyn Error>> {
    let status = fs::read_to_string("/proc/self/status")?;
    let memory = status.lines().find_map(|line| line.strip_prefix(which)).ok_or("memory")?;
    Ok(memory.trim_end_matches("kB").trim().parse()?)
}
