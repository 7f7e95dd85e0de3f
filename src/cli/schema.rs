//! `lawat schema`: prints the JSON Schema of the record format.

use std::process::ExitCode;

use super::output::{self, Failure};
use crate::model;

/// The content of the schema file.
pub(super) fn text() -> String {
    format!("{:#}\n", model::schema())
}

/// Prints the schema.
pub(super) fn run() -> Result<ExitCode, Failure> {
    output::write_text(&text())?;
    Ok(ExitCode::SUCCESS)
}
