//! `lawat cache`: where what was loaded from long files is kept for the next start, and how to remove it.

use std::process::ExitCode;
use std::sync::OnceLock;

use clap::{Args, Subcommand};

use super::output::{self, Failure};
use crate::cache::Cache;
use crate::config::{Config, cache_dir};
use crate::text::visible_string;

/// Show the folder of the cache, or empty it.
///
/// What was loaded from more than 2 MB of files is kept in the cache folder, usually ~/.cache/lawat, so that the next start is fast. It
/// counts only if not one byte of the files has changed, and is removed after 90 days. To do without: --no-cache, or `cache = false` in
/// the settings.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  lawat cache path              the folder, usually ~/.cache/lawat
  lawat cache clear             remove what is in it")]
pub(super) struct CacheArgs {
    #[command(subcommand)]
    command: CacheCommand,
}

#[derive(Debug, Subcommand)]
enum CacheCommand {
    /// Print the path of the folder, whether it exists or not.
    Path,
    /// Remove what is in it; your records are not touched.
    Clear,
}

/// The cache that the program uses.
static USED: OnceLock<Cache> = OnceLock::new();

/// Sets the cache that the program uses.
pub(super) fn use_cache(config: &Config) {
    let _ = USED.set(Cache::new(cache_dir().filter(|_| config.cache)));
}

/// The cache of the user; one that keeps nothing if it is turned off.
pub(super) fn used() -> &'static Cache {
    USED.get_or_init(Cache::default)
}

/// Runs the command.
pub(super) fn run(args: &CacheArgs, config: &Config) -> Result<ExitCode, Failure> {
    let lang = config.lang;
    let folder = cache_dir().ok_or_else(|| Failure::new(lang.messages().no_home))?;
    let name = folder.to_string_lossy().into_owned();
    match args.command {
        CacheCommand::Path => output::write_text(&(visible_string(&name) + "\n"))?,
        CacheCommand::Clear => {
            let removed = Cache::new(Some(folder)).clear();
            let removed = removed.map_err(|error| Failure::new(&lang.cache_uncleared(&name, &error)))?;
            output::print_message(&lang.cache_cleared(removed));
        }
    }
    Ok(ExitCode::SUCCESS)
}
