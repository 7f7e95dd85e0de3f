//! Messages about what is outside: the editor, the browser, files that have changed, files that are not read.

use super::Lang;

impl Lang {
    /// `VISUAL` or `EDITOR` cannot be cut into words.
    pub fn editor_unbalanced(self, named: &str) -> String {
        match self {
            Self::Id => format!("tanda kutip di VISUAL atau EDITOR tidak berpasangan: {named}"),
            Self::En => format!("a quotation mark in VISUAL or EDITOR has no twin: {named}"),
        }
    }

    /// The editor cannot be started; without a reason there is no such program.
    pub fn editor_not_started(self, name: &str, reason: Option<&str>) -> String {
        match (self, reason) {
            (Self::Id, None) => format!("editor {name} tidak ditemukan; atur VISUAL atau EDITOR"),
            (Self::Id, Some(reason)) => format!("editor {name} tidak dapat dijalankan: {reason}"),
            (Self::En, None) => format!("there is no editor {name}; set VISUAL or EDITOR"),
            (Self::En, Some(reason)) => format!("the editor {name} cannot be started: {reason}"),
        }
    }

    /// The editor says that it has failed.
    pub fn editor_failed(self, name: &str, status: i32) -> String {
        match self {
            Self::Id => format!("{name} berakhir dengan status {status}"),
            Self::En => format!("{name} ended with status {status}"),
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
            Self::Id => format!("buka di komputer Anda ({copy} menyalin): {address}"),
            Self::En => format!("open it on your own computer ({copy} copies): {address}"),
        }
    }

    /// No program has taken an address.
    pub fn not_opened(self, address: &str, copy: &str) -> String {
        match self {
            Self::Id => format!("tidak ada program yang membukanya ({copy} menyalin): {address}"),
            Self::En => format!("no program opens it ({copy} copies): {address}"),
        }
    }

    /// So many files of a folder hold no records.
    pub fn no_records(self, files: usize, names: &str) -> String {
        match (self, files) {
            (Self::Id, _) => format!("{files} berkas YAML lain dilewati: bukan catatan kunjungan ({names})."),
            (Self::En, 1) => format!("1 other YAML file was skipped: not a visit record ({names})."),
            (Self::En, _) => format!("{files} other YAML files were skipped: not visit records ({names})."),
        }
    }

    /// So many files of a folder are hidden.
    pub fn hidden_files(self, files: usize, names: &str) -> String {
        match (self, files) {
            (Self::Id, _) => format!("{files} berkas tersembunyi dilewati ({names})."),
            (Self::En, 1) => format!("1 hidden file was skipped ({names})."),
            (Self::En, _) => format!("{files} hidden files were skipped ({names})."),
        }
    }

    /// So many files of a folder are what macOS keeps beside others.
    pub fn metadata_files(self, files: usize, names: &str) -> String {
        match (self, files) {
            (Self::Id, _) => format!("{files} berkas metadata macOS dilewati ({names})."),
            (Self::En, 1) => format!("1 file with metadata of macOS was skipped ({names})."),
            (Self::En, _) => format!("{files} files with metadata of macOS were skipped ({names})."),
        }
    }

    /// So many files of a folder have been read under another name.
    pub fn same_files(self, files: usize, names: &str) -> String {
        match (self, files) {
            (Self::Id, _) => format!("{files} salinan dilewati, karena isinya sama ({names})."),
            (Self::En, 1) => format!("1 copy was skipped, as its content is the same ({names})."),
            (Self::En, _) => format!("{files} copies were skipped, as their content is the same ({names})."),
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
        let [visits, statements] = [visits, statements].map(|(were, are)| self.difference(were, are));
        let visits = visits.map(|(signed, count)| match (self, count) {
            (Self::Id, _) => format!("{signed} kunjungan"),
            (Self::En, 1) => format!("{signed} visit"),
            (Self::En, _) => format!("{signed} visits"),
        });
        let statements = statements.map(|(signed, count)| match (self, count) {
            (Self::Id, _) => format!("{signed} pernyataan"),
            (Self::En, 1) => format!("{signed} statement"),
            (Self::En, _) => format!("{signed} statements"),
        });
        std::iter::once(words.to_owned()).chain(visits).chain(statements).collect::<Vec<_>>().join(" · ")
    }

    /// How many more or less there are, with their sign.
    fn difference(self, were: usize, are: usize) -> Option<(String, usize)> {
        let sign = if are > were { "+" } else { "−" };
        let count = were.abs_diff(are);
        (count > 0).then(|| (format!("{sign}{}", self.number(count)), count))
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
