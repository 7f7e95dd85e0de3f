//! Messages about the files that the program keeps for its user: baskets, and the last session.

use std::io;
use std::path::{Path, PathBuf};

use super::Lang;
use super::counted::FILES;

impl Lang {
    /// No basket has this name; those that are kept.
    pub fn basket_is_not_known(self, name: &str, known: &[String]) -> String {
        let known = known.join(", ");
        match (self, known.is_empty()) {
            (Self::Id, true) => format!("tidak ada keranjang “{name}”; belum ada yang disimpan"),
            (Self::En, true) => format!("there is no basket “{name}”; none is saved"),
            (Self::Id, false) => format!("tidak ada keranjang “{name}”; yang ada: {known}"),
            (Self::En, false) => format!("there is no basket “{name}”; there are: {known}"),
        }
    }

    /// Files of baskets cannot be read: the first, and how many more.
    pub fn baskets_unreadable(self, unreadable: &[(PathBuf, io::Error)]) -> String {
        let Some((path, error)) = unreadable.first() else { return String::new() };
        let first = self.own_file_unreadable(path, error);
        match (self, unreadable.len() - 1) {
            (_, 0) => first,
            (Self::Id, more) => format!("{first}; juga {} lain", self.counted(more, FILES)),
            (Self::En, more) => format!("{first}; {} more as well", self.counted(more, FILES)),
        }
    }

    /// The session cannot be read that was kept last.
    pub fn session_unreadable(self, path: &Path, error: &io::Error) -> String {
        let reason = self.own_file_unreadable(path, error);
        match self {
            Self::Id => format!("mulai tanpa sesi terakhir: {reason}"),
            Self::En => format!("starting without the last session: {reason}"),
        }
    }

    /// A file that the program itself writes cannot be read, or holds something else.
    fn own_file_unreadable(self, path: &Path, error: &io::Error) -> String {
        let path = path.to_string_lossy();
        match (self, error.kind()) {
            (Self::Id, io::ErrorKind::InvalidData) => format!("tidak dapat membaca {path}: isinya rusak"),
            (Self::En, io::ErrorKind::InvalidData) => format!("cannot read {path}: its content is damaged"),
            _ => self.unreadable(&path, error),
        }
    }
}
