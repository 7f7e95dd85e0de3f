//! The user's settings: from the command line, the environment and a file. Errors are reported, and valid settings are used.
//!
//! Arguments override environment variables, which override the file. Only [`Config::load`] does I/O, once; the rest is pure.

mod document;
mod environment;
mod error;
mod file;
mod keys;
mod setting;
mod settings;
mod show;

pub use environment::is_monochrome;
pub use error::{ConfigError, ConfigErrorKind, ExpectedValue, NameKind};
pub use setting::{FILE_VARIABLE, KEYS_VARIABLE, Setting, ValueOrigin};
pub use settings::Config;
pub use show::{show, start};
