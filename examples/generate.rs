//! Generates a valid archive of any size, the same for the same seed.
//! `cargo run --release --example generate -- --statements N > big.yaml`, or with `--output DIR` a folder of files of up
//! to 64 MB; `--seed N` for another archive, `--per-visit N` for visits of another size.

use std::fs;
use std::io::{self, BufWriter, Write as _};
use std::path::PathBuf;

use clap::Parser;

#[path = "../benches/generator/mod.rs"]
mod generator;
use generator::{A_VISIT, Generator};

/// The maximum size of a file in the folder, in bytes.
const MAX_FILE_BYTES: usize = 64 << 20;

#[derive(Parser)]
struct GenerateArgs {
    /// The number of statements.
    #[arg(long, default_value_t = 100_000)]
    statements: usize,
    /// The number of statements of each visit.
    #[arg(long, default_value_t = A_VISIT)]
    per_visit: usize,
    /// The seed; each seed gives another archive.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// A new folder for the files; by default, one file is written to standard output.
    #[arg(long)]
    output: Option<PathBuf>,
}

fn main() -> io::Result<()> {
    let arguments = GenerateArgs::parse();
    let mut generator = Generator::new(arguments.seed, arguments.statements);
    let per_visit = arguments.per_visit.max(1);
    let mut visits = (0..arguments.statements.div_ceil(per_visit)).map(|visit| {
        let mut text = String::new();
        generator.visit(&mut text, per_visit.min(arguments.statements - visit * per_visit));
        text
    });
    let Some(folder) = arguments.output else {
        let mut out = BufWriter::new(io::stdout().lock());
        out.write_all(Generator::HEAD.as_bytes())?;
        visits.try_for_each(|visit| out.write_all(visit.as_bytes()))?;
        return out.flush();
    };
    fs::create_dir(&folder)?;
    let mut next = visits.next();
    let mut number = 0;
    while let Some(first) = next.take() {
        let mut text = Generator::HEAD.to_owned() + &first;
        for visit in visits.by_ref() {
            if text.len() + visit.len() > MAX_FILE_BYTES {
                next = Some(visit);
                break;
            }
            text.push_str(&visit);
        }
        fs::write(folder.join(format!("{number:04}.yaml")), text)?;
        number += 1;
    }
    Ok(())
}
