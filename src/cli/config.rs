//! `lawat config`: shows the settings and their origins, and creates a settings file.

use std::fs;
use std::io;
use std::path::Path;
use std::process::ExitCode;

use clap::{Args, Subcommand};

use super::output::{self, Failure};
use crate::config::{self, Config};
use crate::export::write_atomically;
use crate::lang::Lang;
use crate::text::visible_string;

/// Show the settings, or create a settings file.
///
/// Settings come from arguments, from environment variables (`LAWAT_THEME` for `theme`), and from a file: lawat/config.toml in
/// the configuration folder, usually ~/.config, or the file named by `LAWAT_CONFIG`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  lawat config init             write a commented settings file
  lawat config show             the settings in effect, and their origin
  LAWAT_KEYS='panes.search = [\"/\", \"ctrl-s\"]' lawat")]
pub(super) struct ConfigArgs {
    #[command(subcommand)]
    command: ConfigCommand,
}

#[derive(Debug, Subcommand)]
enum ConfigCommand {
    /// Print the path of the settings file, whether it exists or not.
    Path,
    /// Print the settings in effect as TOML, with the origin of each; exits with 1 when any is invalid.
    Show,
    /// Write a commented settings file to start from, in the chosen language.
    Init {
        /// Overwrite an existing file.
        #[arg(long)]
        force: bool,
    },
}

impl ConfigArgs {
    /// Whether the command concerns the file itself: its content does not matter, and it need not exist.
    pub(super) fn is_about_file(&self) -> bool {
        matches!(self.command, ConfigCommand::Path | ConfigCommand::Init { .. })
    }
}

/// Runs the command.
pub(super) fn run(args: &ConfigArgs, config: &Config) -> Result<ExitCode, Failure> {
    match args.command {
        ConfigCommand::Path => {
            output::write_text(&(visible_string(&path(config)?.to_string_lossy()) + "\n"))?;
        }
        ConfigCommand::Show => {
            output::write_text(&config::show(config))?;
            if !config.errors.is_empty() {
                return Ok(ExitCode::from(1));
            }
        }
        ConfigCommand::Init { force } => init(path(config)?, force, config.lang)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// Prints the errors in the settings.
pub(super) fn print_errors(config: &Config) {
    for error in &config.errors {
        output::print_message(error);
    }
    if config.more_errors > 0 {
        output::print_message(&config.lang.more_in_settings(config.more_errors));
    }
}

fn path(config: &Config) -> Result<&Path, Failure> {
    config.path.as_deref().ok_or_else(|| Failure::new(config.lang.messages().no_home))
}

fn init(path: &Path, force: bool, lang: Lang) -> Result<(), Failure> {
    let name = path.to_string_lossy();
    write(path, force, &config::start(lang)).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => Failure::new(&lang.settings_are_there(&name)),
        _ => Failure::new(&lang.unwritable(&name, &error)),
    })?;
    output::print_message(&lang.settings_started(&name));
    Ok(())
}

fn write(path: &Path, force: bool, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    write_atomically(path, force, |out| out.write_all(text.as_bytes()).map(|()| true)).map(drop)
}
