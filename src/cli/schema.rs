//! `lawat schema`: the record format for editors.

use std::process::ExitCode;

use super::output::{self, Failure};
use crate::model;

/// The schema as a file.
pub(super) fn text() -> String {
    format!("{:#}\n", model::schema())
}

/// Writes it.
pub(super) fn run() -> Result<ExitCode, Failure> {
    output::say(&text())?;
    Ok(ExitCode::SUCCESS)
}
