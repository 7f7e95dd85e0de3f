//! Where the program keeps its state.

use std::path::PathBuf;

use etcetera::BaseStrategy as _;
use etcetera::base_strategy::Xdg;

/// The folder for the state of the program: `lawat` in `XDG_STATE_HOME`, by default `~/.local/state`; `None` if there is no home
/// directory.
pub fn state_dir() -> Option<PathBuf> {
    Some(Xdg::new().ok()?.state_dir()?.join("lawat"))
}
