//! Changes to record files: records are added and fields are set, and every other byte stays as it is.
//!
//! The text is parsed into a tree whose values know where they stand (`tree`). [`merge`] compares the records that are there with
//! those that come and collects the changes (`merging`), each a piece of text in the style of its surroundings (`layout`). The new
//! text is parsed again: it must have exactly the values that were there and those that came (`values`), or nothing is written.
//! [`RecordFile`] reads and replaces the file, and [`add`] does both with a record that somebody entered. A text
//! without fields, such as that of a new file, gets the version of the format and a language first.

mod adding;
mod error;
mod file;
mod layout;
mod merging;
mod tree;
mod values;

use serde_yaml::Mapping;

pub use adding::{AddError, add};
pub use error::EditError;
pub use file::{RecordFile, SaveError, Saved};
pub use merging::{Merged, RecordChange, add_visits, merge};

/// Whether records can be added to a text at all.
pub fn check_syntax(text: &str) -> Result<(), EditError> {
    merge(text, &Mapping::new(), None).map(drop)
}
