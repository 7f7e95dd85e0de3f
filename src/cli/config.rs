//! `lawat config`: the settings, where they come from, and a file to start from.

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
  lawat config init             write a file in which everything is explained
  lawat config show             what counts, and where it comes from
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
    /// Whether it is about the file as such, whatever stands in it, and even if it is not there yet.
    pub(super) fn is_about_file(&self) -> bool {
        matches!(self.command, ConfigCommand::Path | ConfigCommand::Init { .. })
    }
}

/// Does it.
pub(super) fn run(args: &ConfigArgs, config: &Config) -> Result<ExitCode, Failure> {
    match args.command {
        ConfigCommand::Path => output::say(&(visible_string(&path(config)?.to_string_lossy()) + "\n"))?,
        ConfigCommand::Show => {
            output::say(&config::show(config))?;
            if !config.errors.is_empty() {
                return Ok(ExitCode::from(1));
            }
        }
        ConfigCommand::Init { force } => init(path(config)?, force, config.lang)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// Says what is wrong with the settings.
pub(super) fn complain(config: &Config) {
    for error in &config.errors {
        output::narrate(error);
    }
    if config.more_errors > 0 {
        output::narrate(&config.lang.more_in_settings(config.more_errors));
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
    output::narrate(&lang.settings_started(&name));
    Ok(())
}

fn write(path: &Path, force: bool, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    write_atomically(path, force, |out| out.write_all(text.as_bytes()).map(|()| true)).map(drop)
}
