//! Where the program keeps its state, and what it can make again.

use std::path::PathBuf;

use etcetera::BaseStrategy as _;
use etcetera::base_strategy::Xdg;

/// The folder for the state of the program: `lawat` in `XDG_STATE_HOME`, by default `~/.local/state`; `None` if there is no home
/// directory.
pub fn state_dir() -> Option<PathBuf> {
    Some(Xdg::new().ok()?.state_dir()?.join("lawat"))
}

/// The folder of the cache: `lawat` in `XDG_CACHE_HOME`, by default `~/.cache`; `None` if there is no home directory.
pub fn cache_dir() -> Option<PathBuf> {
    Some(Xdg::new().ok()?.cache_dir().join("lawat"))
}
