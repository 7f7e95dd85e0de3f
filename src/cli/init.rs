//! `lawat init`: a small record to start from.

use std::fs::File;
use std::io::{self, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::output::{self, Failure};
use crate::lang::Lang;

/// Write a small commented record to start from, in the chosen language; never over a file.
#[derive(Debug, Args)]
pub(super) struct InitArgs {
    /// The new file.
    #[arg(value_name = "FILE", default_value = "visits.yaml")]
    file: PathBuf,
}

/// Writes the record.
pub(super) fn run(args: &InitArgs, lang: Lang) -> Result<ExitCode, Failure> {
    let name = args.file.to_string_lossy();
    let record = match lang {
        Lang::Id => include_str!("start/id.yaml"),
        Lang::En => include_str!("start/en.yaml"),
    };
    let written = File::create_new(&args.file).and_then(|mut file| file.write_all(record.as_bytes()));
    written.map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => Failure::new(&lang.already_there(&name)),
        _ => Failure::new(&lang.unwritable(&name, &error)),
    })?;
    output::narrate(&lang.started(&name));
    Ok(ExitCode::SUCCESS)
}
