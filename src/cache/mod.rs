//! Keeps what was loaded from long archives, and the indexes of their search, so that the next program need not read the records
//! again.
//!
//! An entry of the cache belongs to a list of paths, and consists of up to three files: what was loaded, the index, and the references
//! of all records, which completions need (`references`). Each names the program that wrote it and the contents that were loaded
//! (`load::Contents`), and it counts only for the same program and the same contents: so the bytes of all files are compared, by their
//! checksum, each time (`entry`). A file of the cache is a list of parts with checksums, which are read on all processors, and written
//! in the background (`stored`). It is read only if nobody else can have written it, and all files together have a maximum size
//! (`folder`). Whatever is wrong with the cache, the records are read as if there was none.

mod entry;
mod folder;
mod program;
mod references;
mod stored;

use std::ffi::OsString;
use std::io;
use std::path::PathBuf;

pub use entry::Entry;
pub use references::{Reference, References};

use folder::Folder;
use program::Program;

/// The cache of a user.
#[derive(Debug, Clone, Default)]
pub struct Cache(Option<Folder>);

impl Cache {
    /// The cache in a folder, which need not exist. `None`: there is no cache.
    pub fn new(folder: Option<PathBuf>) -> Self {
        Self(folder.map(Folder::new))
    }

    /// The entry for the records at these paths.
    pub fn entry(&self, paths: &[OsString]) -> Entry {
        let place = self.0.as_ref().and_then(|folder| folder.place(paths));
        Entry::new(place.zip(Program::running()))
    }

    /// Removes all entries. Returns the number of bytes that they had.
    pub fn clear(&self) -> io::Result<u64> {
        self.0.as_ref().map_or(Ok(0), Folder::clear)
    }
}

#[cfg(test)]
mod tests;
