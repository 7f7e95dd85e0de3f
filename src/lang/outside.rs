//! Messages about the editor, the browser, changed files and skipped files.

use super::Lang;
use super::counted::{Counted, FILES, STATEMENTS, VISITS};

/// Copies of a file.
const COPIES: Counted = Counted { id: "salinan", one: "copy", several: "copies" };

impl Lang {
    /// `VISUAL` or `EDITOR` has unbalanced quotation marks.
    pub fn editor_unbalanced(self, named: &str) -> String {
        match self {
            Self::Id => format!("tanda kutip di VISUAL atau EDITOR tidak berpasangan: {named}"),
            Self::En => format!("unbalanced quotation marks in VISUAL or EDITOR: {named}"),
        }
    }

    /// The editor cannot be started; `reason` is none if it is not found.
    pub fn editor_not_started(self, name: &str, reason: Option<&str>) -> String {
        match (self, reason) {
            (Self::Id, None) => format!("editor {name} tidak ditemukan; atur VISUAL atau EDITOR"),
            (Self::Id, Some(reason)) => format!("editor {name} tidak dapat dijalankan: {reason}"),
            (Self::En, None) => format!("editor {name} not found; set VISUAL or EDITOR"),
            (Self::En, Some(reason)) => format!("cannot start the editor {name}: {reason}"),
        }
    }

    /// The editor has exited with an error.
    pub fn editor_failed(self, name: &str, status: i32) -> String {
        match self {
            Self::Id => format!("{name} berakhir dengan status {status}"),
            Self::En => format!("{name} exited with status {status}"),
        }
    }

    /// The editor was terminated by a signal.
    pub fn editor_killed(self, name: &str, signal: i32) -> String {
        match self {
            Self::Id => format!("{name} dihentikan oleh sinyal {signal}"),
            Self::En => format!("{name} was killed by signal {signal}"),
        }
    }

    /// An address was passed to the browser.
    pub fn opened(self, address: &str) -> String {
        match self {
            Self::Id => format!("dibuka di peramban: {address}"),
            Self::En => format!("opened in the browser: {address}"),
        }
    }

    /// No browser is available on this machine, for example over SSH.
    pub fn open_manually(self, address: &str, copy: &str) -> String {
        match self {
            Self::Id => format!("buka di komputer Anda ({copy} untuk menyalin): {address}"),
            Self::En => format!("open it on your own computer ({copy} to copy): {address}"),
        }
    }

    /// No program could open an address.
    pub fn not_opened(self, address: &str, copy: &str) -> String {
        match self {
            Self::Id => format!("tidak ada program untuk membukanya ({copy} untuk menyalin): {address}"),
            Self::En => format!("no program to open it with ({copy} to copy): {address}"),
        }
    }

    /// YAML files of a folder were skipped because they contain no records.
    pub fn no_records(self, files: usize, names: &str) -> String {
        let word = FILES.word(self, files);
        match self {
            Self::Id => format!("{files} {word} YAML lain dilewati: bukan catatan kunjungan ({names})."),
            Self::En => format!("Skipped {files} other YAML {word} without visit records ({names})."),
        }
    }

    /// Hidden files of a folder were skipped.
    pub fn hidden_files(self, files: usize, names: &str) -> String {
        let word = FILES.word(self, files);
        match self {
            Self::Id => format!("{files} {word} tersembunyi dilewati ({names})."),
            Self::En => format!("Skipped {files} hidden {word} ({names})."),
        }
    }

    /// Metadata files of macOS were skipped.
    pub fn metadata_files(self, files: usize, names: &str) -> String {
        let word = FILES.word(self, files);
        match self {
            Self::Id => format!("{files} {word} metadata macOS dilewati ({names})."),
            Self::En => format!("Skipped {files} macOS metadata {word} ({names})."),
        }
    }

    /// Files of a folder were skipped because their content was already read.
    pub fn same_files(self, files: usize, names: &str) -> String {
        let copies = self.counted(files, COPIES);
        match self {
            Self::Id => format!("{copies} dilewati karena isinya sama ({names})."),
            Self::En => format!("Skipped {copies} with the same content ({names})."),
        }
    }

    /// The records were reloaded: the number of visits and statements before and after.
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

    /// The difference between two counts, with its sign; none if they are equal.
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
