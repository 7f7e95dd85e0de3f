//! Messages about what is outside: the editor, the browser, files that have changed, files that are not read.

use super::Lang;
use super::counted::{Counted, FILES, STATEMENTS, VISITS};

/// Files with the content of another file.
const COPIES: Counted = Counted { id: "salinan", one: "copy", several: "copies" };

impl Lang {
    /// `VISUAL` or `EDITOR` cannot be cut into words.
    pub fn editor_unbalanced(self, named: &str) -> String {
        match self {
            Self::Id => format!("tanda kutip di VISUAL atau EDITOR tidak berpasangan: {named}"),
            Self::En => format!("unbalanced quotation marks in VISUAL or EDITOR: {named}"),
        }
    }

    /// The editor cannot be started; without a reason there is no such program.
    pub fn editor_not_started(self, name: &str, reason: Option<&str>) -> String {
        match (self, reason) {
            (Self::Id, None) => format!("editor {name} tidak ditemukan; atur VISUAL atau EDITOR"),
            (Self::Id, Some(reason)) => format!("editor {name} tidak dapat dijalankan: {reason}"),
            (Self::En, None) => format!("editor {name} not found; set VISUAL or EDITOR"),
            (Self::En, Some(reason)) => format!("cannot start the editor {name}: {reason}"),
        }
    }

    /// The editor says that it has failed.
    pub fn editor_failed(self, name: &str, status: i32) -> String {
        match self {
            Self::Id => format!("{name} berakhir dengan status {status}"),
            Self::En => format!("{name} exited with status {status}"),
        }
    }

    /// The editor has died of a signal.
    pub fn editor_killed(self, name: &str, signal: i32) -> String {
        match self {
            Self::Id => format!("{name} dihentikan oleh sinyal {signal}"),
            Self::En => format!("{name} was killed by signal {signal}"),
        }
    }

    /// An address has been handed to a program.
    pub fn opened(self, address: &str) -> String {
        match self {
            Self::Id => format!("dibuka di peramban: {address}"),
            Self::En => format!("opened in the browser: {address}"),
        }
    }

    /// There is no browser here that the reader could see.
    pub fn open_yourself(self, address: &str, copy: &str) -> String {
        match self {
            Self::Id => format!("buka di komputer Anda ({copy} untuk menyalin): {address}"),
            Self::En => format!("open it on your own computer ({copy} to copy): {address}"),
        }
    }

    /// No program has taken an address.
    pub fn not_opened(self, address: &str, copy: &str) -> String {
        match self {
            Self::Id => format!("tidak ada program untuk membukanya ({copy} untuk menyalin): {address}"),
            Self::En => format!("no program to open it with ({copy} to copy): {address}"),
        }
    }

    /// So many files of a folder hold no records.
    pub fn no_records(self, files: usize, names: &str) -> String {
        let word = FILES.word(self, files);
        match self {
            Self::Id => format!("{files} {word} YAML lain dilewati: bukan catatan kunjungan ({names})."),
            Self::En => format!("SkippedFile {files} other YAML {word} without visit records ({names})."),
        }
    }

    /// So many files of a folder are hidden.
    pub fn hidden_files(self, files: usize, names: &str) -> String {
        let word = FILES.word(self, files);
        match self {
            Self::Id => format!("{files} {word} tersembunyi dilewati ({names})."),
            Self::En => format!("SkippedFile {files} hidden {word} ({names})."),
        }
    }

    /// So many files of a folder are what macOS keeps beside others.
    pub fn metadata_files(self, files: usize, names: &str) -> String {
        let word = FILES.word(self, files);
        match self {
            Self::Id => format!("{files} {word} metadata macOS dilewati ({names})."),
            Self::En => format!("SkippedFile {files} macOS metadata {word} ({names})."),
        }
    }

    /// So many files of a folder have been read under another name.
    pub fn same_files(self, files: usize, names: &str) -> String {
        let copies = self.counted(files, COPIES);
        match self {
            Self::Id => format!("{copies} dilewati karena isinya sama ({names})."),
            Self::En => format!("SkippedFile {copies} with the same content ({names})."),
        }
    }

    /// The records have been read again: how many visits and statements there were, and are.
    pub fn reloaded(self, visits: (usize, usize), statements: (usize, usize), has_changed: bool) -> String {
        let words = match (self, has_changed) {
            (Self::Id, true) => "dimuat ulang",
            (Self::Id, false) => "dimuat ulang; tidak ada yang berubah",
            (Self::En, true) => "reloaded",
            (Self::En, false) => "reloaded; nothing has changed",
        };
        let differences = [(visits, VISITS), (statements, STATEMENTS)];
        let differences = differences.into_iter().filter_map(|(counts, what)| self.difference(counts, what));
        std::iter::once(words.to_owned()).chain(differences).collect::<Vec<_>>().join(" · ")
    }

    /// How many more or less there are, with their sign.
    fn difference(self, (were, are): (usize, usize), what: Counted) -> Option<String> {
        let sign = if are > were { "+" } else { "−" };
        let count = were.abs_diff(are);
        (count > 0).then(|| format!("{sign}{}", self.counted(count, what)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_changed_is_counted() {
        for (visits, statements, has_changed, id, en) in [
            (
                (1, 2),
                (9, 7),
                true,
                "dimuat ulang · +1 kunjungan · −2 pernyataan",
                "reloaded · +1 visit · −2 statements",
            ),
            (
                (4, 2),
                (7, 8),
                true,
                "dimuat ulang · −2 kunjungan · +1 pernyataan",
                "reloaded · −2 visits · +1 statement",
            ),
            ((2, 2), (7, 7), true, "dimuat ulang", "reloaded"),
            ((2, 2), (7, 7), false, "dimuat ulang; tidak ada yang berubah", "reloaded; nothing has changed"),
        ] {
            assert_eq!(Lang::Id.reloaded(visits, statements, has_changed), id);
            assert_eq!(Lang::En.reloaded(visits, statements, has_changed), en);
        }
    }
}
