//! Which program has written a file of the cache: another one may have other records.

use std::os::unix::ffi::OsStringExt as _;
use std::os::unix::fs::MetadataExt as _;

use borsh::{BorshDeserialize, BorshSerialize};

/// A program: its version, its path, and what its file looks like. Two builds of one version differ in the file.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub(super) struct Program {
    version: String,
    path: Vec<u8>,
    file: [u64; 3],
    times: [i64; 4],
}

impl Program {
    /// This program. `None` if its file is not known, or was replaced.
    pub(super) fn running() -> Option<Self> {
        let path = std::env::current_exe().ok()?;
        let meta = path.metadata().ok()?;
        Some(Self {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            file: [meta.dev(), meta.ino(), meta.len()],
            times: [meta.mtime(), meta.mtime_nsec(), meta.ctime(), meta.ctime_nsec()],
            path: path.into_os_string().into_vec(),
        })
    }
}
