//! `lawat demo`: the explorer with the built-in example, and a tour in which the user presses the keys.

use std::process::ExitCode;

use super::output::Failure;
use super::storage::UserFiles;
use crate::app::Data;
use crate::config::Config;
use crate::load::{EXAMPLE, Loaded, load_text};

/// Runs the command.
pub(super) fn run(config: &Config) -> Result<ExitCode, Failure> {
    if super::plain::is_needed() {
        return Err(Failure::new(config.lang.demo_needs_screen()));
    }
    let example = || Data::from(Loaded { built_in: true, ..load_text("visits.yaml", EXAMPLE.into()) });
    super::run_explorer(
        super::new_app(config).with_tour(),
        config,
        (example, UserFiles::without_session(config)),
    )
}
