//! `lawat init`: creates a small record to start from.

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use super::output::{self, Failure};
use crate::export::write_atomically;
use crate::lang::Lang;

/// The file name under which a new record refers to the schema.
const SCHEMA: &str = "visits.schema.json";

/// Create a small commented record to start from, in the chosen language. An existing file is never overwritten.
///
/// The schema of the format is written next to it as visits.schema.json, so that editors can complete and check as you
/// type.
#[derive(Debug, Args)]
pub(super) struct InitArgs {
    /// The new file.
    #[arg(value_name = "FILE", default_value = "visits.yaml")]
    file: PathBuf,
}

/// Creates the record.
pub(super) fn run(args: &InitArgs, lang: Lang) -> Result<ExitCode, Failure> {
    let name = args.file.to_string_lossy();
    if name == "-" {
        return Err(Failure::new(lang.messages().init_needs_a_name));
    }
    let record = match lang {
        Lang::Id => include_str!("start/id.yaml"),
        Lang::En => include_str!("start/en.yaml"),
    };
    write(&args.file, record).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => Failure::new(&lang.new_file_exists(&name)),
        _ => Failure::new(&lang.unwritable(&name, &error)),
    })?;
    let schema = args.file.with_file_name(SCHEMA);
    match write(&schema, &super::schema::text()) {
        // An existing schema belongs to another record in the folder, and serves this one as well.
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
            return Err(Failure::new(&lang.unwritable(&schema.to_string_lossy(), &error)));
        }
        _ => {}
    }
    output::print_message(&lang.started(&name));
    Ok(ExitCode::SUCCESS)
}

/// Writes a new file; an existing one is an error.
fn write(path: &Path, text: &str) -> io::Result<()> {
    write_atomically(path, false, |out| out.write_all(text.as_bytes()).map(|()| true)).map(drop)
}
