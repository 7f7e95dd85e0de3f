//! The user's settings: from the command line, the environment and a file. Problems are reported, and valid settings are used.
//!
//! Arguments override environment variables, which override the file. Only [`Config::load`] reads, once, and only [`save()`] writes; the rest is pure.

mod document;
mod environment;
mod reader;
mod save;
mod setting;
mod settings;
mod show;
mod state;

pub use environment::is_monochrome;
pub use save::{SaveError, save};
pub use setting::Setting;
pub use settings::Config;
pub use show::{show, start};
pub use state::{cache_dir, state_dir};

/// The environment variable that names another settings file.
const FILE_VARIABLE: &str = "LAWAT_CONFIG";
/// The environment variable with key bindings, in the format of the table `keys` of the file.
const KEYS_VARIABLE: &str = "LAWAT_KEYS";
