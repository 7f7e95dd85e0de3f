//! Loading: from files to an archive of visits, with a diagnostic for every problem on the way.
//!
//! Only this module knows YAML. Each file is parsed into trees whose nodes know their source span (`compose`, `node`), one
//! visit at a time (`read`). A tree is deserialized into a typed record, and all its problems are reported (`record`). A
//! record is checked for references (`references`), plausible values (`plausibility`, `money`), the listed words
//! (`vocabulary`), hidden text (`hidden_text`) and quotes (`quotes`), then against the other files (`cross_file`). A visit
//! with an error is left out as a whole, because half a visit could attribute words to the wrong speaker.
//!
//! All processors are used (`parallel`): long files are cut (`cut`), and their pieces are read separately (`pieces`). The
//! result is the same as if every file was read from its start to its end.
//!
//! ```
//! use lawat::load::load_text;
//!
//! let records = "schema_version: '1.1'\nvisits: [{ id: visit, title: Studi tiru }, { id: untitled }]";
//! let loaded = load_text("visits.yaml", records.into());
//! assert_eq!(loaded.archive.visits.len(), 1);
//! assert!(loaded.archive.visits[0].statements.is_empty());
//! assert!(!loaded.diagnostics.is_empty());
//! ```

mod archive_head;
mod arrival;
mod assemble;
mod bounded;
mod compose;
mod contents;
mod cross_file;
mod cut;
mod file_text;
mod files;
mod hidden_text;
mod identity;
mod known_files;
mod loader;
mod money;
mod node;
mod parallel;
mod parsed_file;
mod piece_key;
mod pieces;
mod plausibility;
mod problem;
mod progress;
mod quotes;
mod read;
mod record;
mod recovery;
mod references;
mod register;
mod skipped;
mod syntax;
mod text_file;
mod version;
mod visit_list;
mod vocabulary;

use std::ffi::OsString;

use crate::model::Archive;

pub use assemble::Loaded;
pub use bounded::read_bounded;
pub use contents::Contents;
pub use files::{EXAMPLE, UnreadablePath, check_paths, is_piped, record_files};
pub use loader::{Checked, ListedFiles, Loader, check, check_counted};
pub use money::currency_code;
pub use progress::{Progress, ProgressCounter, Watch};
pub use quotes::{Quotation, QuoteCount, SourceTexts, quotations};
pub use skipped::{SkipReason, SkippedFile, describe_skipped};

/// Loads everything the paths stand for. What cannot be read or used becomes a diagnostic; loading always continues.
pub fn load(paths: &[OsString]) -> Loaded {
    load_counted(paths, &ProgressCounter::default())
}

/// Loads likewise, and counts what was read.
pub fn load_counted(paths: &[OsString], counter: &ProgressCounter) -> Loaded {
    Loader::new(paths.to_vec()).load_watched(Watch { counter, grown: None })
}

/// The usable visits in the first `most` bytes of `visits.yaml` and `visits.yml` in the current folder, or of the example.
/// The last visit may be incomplete.
pub fn preview(most: u64) -> Archive {
    let bytes = |input: &files::RecordInput| files::head(input, most);
    assemble::read_head(&files::inputs(&[]), bytes)
}

/// Decodes a text as files of records are decoded: UTF-8, or UTF-16 with a byte order mark. `None` if the bytes are no text.
pub fn decode(bytes: Vec<u8>) -> Option<String> {
    text_file::TextFile::decode("", bytes).ok().map(|file| file.text)
}

/// Loads one text as a file of this name.
pub fn load_text(name: &str, bytes: Vec<u8>) -> Loaded {
    assemble::read_text(name, bytes)
}
