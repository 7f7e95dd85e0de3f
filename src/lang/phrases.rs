//! Messages with numbers and names in them.

use std::io;

use super::counted::{Counted, ERRORS, FILES, QUOTES, STATEMENTS, VISITS, WARNINGS};
use super::{Both, Lang};

impl Lang {
    /// `A`, `A dan B`, `A, B, dan C`.
    pub fn all_of(self, names: &[String]) -> String {
        let and = match self {
            Self::Id => "dan",
            Self::En => "and",
        };
        match names {
            [] => String::new(),
            [one] => one.clone(),
            [one, other] => format!("{one} {and} {other}"),
            [firsts @ .., last] => format!("{}, {and} {last}", firsts.join(", ")),
        }
    }

    /// A source of a citation has no title.
    pub fn untitled_source(self, id: &str) -> String {
        match self {
            Self::Id => {
                format!(
                    "sumber “{id}” tidak punya judul; tambahkan `title` dalam catatan sebelum mengutipnya"
                )
            }
            Self::En => format!("source “{id}” has no title; add its `title` to the record before citing it"),
        }
    }

    /// How many errors and warnings of the data, as far as there are any.
    pub fn faults(self, errors: usize, warnings: usize) -> String {
        let (errors_said, warnings_said) = (self.counted(errors, ERRORS), self.counted(warnings, WARNINGS));
        match (errors, warnings) {
            (_, 0) => errors_said,
            (0, _) => warnings_said,
            _ => format!("{errors_said}, {warnings_said}"),
        }
    }

    /// Faults of the data, told where they cannot be shown.
    pub fn problems_elsewhere(self, count: usize) -> String {
        match self {
            Self::Id => {
                format!("{} dalam data; jalankan `lawat check` untuk melihatnya", self.faults(count, 0))
            }
            Self::En => format!("{} in the data; run `lawat check` for details", self.faults(count, 0)),
        }
    }

    /// How much of the data can be used in spite of the errors.
    pub fn still_usable(self, visits: usize) -> String {
        let counted = self.counted(visits, VISITS);
        match (self, visits) {
            (Self::Id, 0) => "Tidak ada kunjungan yang dapat dipakai.".to_owned(),
            (Self::Id, _) => format!("{counted} lainnya tetap dapat dipakai."),
            (Self::En, 0) => "No visit can be used.".to_owned(),
            (Self::En, 1) => "The other visit can still be used.".to_owned(),
            (Self::En, _) => format!("The other {counted} can still be used."),
        }
    }

    /// Nothing is lost to mere warnings.
    pub fn all_usable(self, visits: usize, warnings: usize) -> String {
        let (counted, warnings) = (self.counted(visits, VISITS), self.faults(0, warnings));
        match (self, visits) {
            (Self::Id, 1) => format!("Kunjungan ini dapat dipakai; {warnings}."),
            (Self::Id, _) => format!("Semua ({counted}) dapat dipakai; {warnings}."),
            (Self::En, 1) => format!("The visit can be used; {warnings}."),
            (Self::En, _) => format!("All {counted} can be used; {warnings}."),
        }
    }

    /// Faults beyond those that are shown.
    pub fn unreported(self, errors: usize, warnings: usize) -> String {
        let faults = self.faults(errors, warnings);
        match self {
            Self::Id => format!("Masih ada {faults} yang tidak ditampilkan."),
            Self::En => format!("Not shown: {faults} more."),
        }
    }

    /// The number of a result among all.
    pub fn hit(self, number: usize, count: usize) -> String {
        let (number, count) = (self.number(number), self.number(count));
        match self {
            Self::Id => format!("hasil {number}/{count}"),
            Self::En => format!("result {number}/{count}"),
        }
    }

    /// How many statements taking off a filter would give.
    pub fn would_give(self, count: usize) -> String {
        let count = self.number(count);
        match self {
            Self::Id => format!("bila dilepas: {count}"),
            Self::En => format!("without it: {count}"),
        }
    }

    /// The terminal has too few columns or rows.
    pub fn too_small(self, has: (u16, u16), needs: (u16, u16)) -> String {
        let ((columns, rows), (width, height)) = (has, needs);
        match self {
            Self::Id => format!("Terlalu kecil: {columns}×{rows}, perlu {width}×{height}"),
            Self::En => format!("Too small: {columns}×{rows}, needs {width}×{height}"),
        }
    }

    /// Words that the results of a query lack.
    pub fn left_out(self, words: &str) -> String {
        match self {
            Self::Id => format!("tanpa: {words}"),
            Self::En => format!("without: {words}"),
        }
    }

    /// How many of the quotes that were looked for in texts are there.
    pub fn proved(self, proved: usize, looked: usize, texts: &str) -> String {
        let (proved, looked_for) = (self.number(proved), self.counted(looked, QUOTES));
        match self {
            Self::Id => format!("{proved} dari {looked_for} ditemukan dalam {texts}"),
            Self::En => format!("{proved} of {looked_for} found in {texts}"),
        }
    }

    /// What a check came to.
    pub fn checked(self, visits: usize, errors: usize, warnings: usize) -> String {
        let faults = format!("{}, {}", self.counted(errors, ERRORS), self.counted(warnings, WARNINGS));
        let visits = self.counted(visits, VISITS);
        match self {
            Self::Id => format!("{visits} dapat dipakai; {faults}"),
            Self::En => format!("{visits} usable; {faults}"),
        }
    }

    /// There is no such code of a fault.
    pub fn unknown_code(self, name: &str, nearest: Option<&str>) -> String {
        match (self, nearest) {
            (Self::Id, None) => format!("tidak ada kode kesalahan “{name}”"),
            (Self::Id, Some(known)) => format!("tidak ada kode kesalahan “{name}”; maksudnya “{known}”?"),
            (Self::En, None) => format!("there is no code “{name}”"),
            (Self::En, Some(known)) => format!("there is no code “{name}”; did you mean “{known}”?"),
        }
    }

    /// No record has this id.
    pub fn no_record(self, id: &str, nearest: Option<&str>) -> String {
        match (self, nearest) {
            (Self::Id, None) => format!("tidak ada catatan dengan id “{id}”"),
            (Self::Id, Some(known)) => format!("tidak ada catatan dengan id “{id}”; maksudnya “{known}”?"),
            (Self::En, None) => format!("no record has the id “{id}”"),
            (Self::En, Some(known)) => format!("no record has the id “{id}”; did you mean “{known}”?"),
        }
    }

    /// The record cannot be copied in this form.
    pub fn not_in_this_form(self, form: &str) -> String {
        match self {
            Self::Id => format!("catatan ini tidak dapat disalin sebagai {form}"),
            Self::En => format!("this record cannot be copied as {form}"),
        }
    }

    /// That a table is one of other records, because there are no statements.
    pub fn table_instead(self, what: Counted) -> String {
        match self {
            Self::Id => format!("tidak ada pernyataan; yang ditulis adalah tabel {}", what.id),
            Self::En => format!("there are no statements; writing the table of {} instead", what.several),
        }
    }

    /// What an export would write, and into which file.
    pub fn would_export(self, file: &str, visits: usize, statements: Option<usize>) -> String {
        let statements = statements.map(|count| format!(", {}", self.counted(count, STATEMENTS)));
        format!("→ {file}\n{}{}", self.counted(visits, VISITS), statements.unwrap_or_default())
    }

    /// An input file would be overwritten.
    pub fn is_input(self, path: &str) -> String {
        match self {
            Self::Id => format!("{path} adalah berkas sumber dan tidak akan ditimpa; sebutkan nama lain"),
            Self::En => format!("{path} is an input file and will not be overwritten; name another file"),
        }
    }

    /// There is a link in place of the file to write.
    pub fn is_link(self, path: &str) -> String {
        match self {
            Self::Id => {
                format!("{path} adalah tautan ke berkas lain dan tidak akan ditimpa; hapus dahulu tautannya")
            }
            Self::En => {
                format!("{path} is a link to another file and will not be overwritten; remove the link first")
            }
        }
    }

    /// An existing file would be overwritten.
    pub fn not_forced(self, path: &str) -> String {
        match self {
            Self::Id => {
                format!("{path} sudah ada; sebutkan nama lain, atau tambahkan --force untuk menimpanya")
            }
            Self::En => format!("{path} already exists; name another file, or add --force to overwrite it"),
        }
    }

    /// A file was written.
    pub fn exported(self, path: &str, count: &str) -> String {
        match self {
            Self::Id => format!("{path} ditulis: {count}"),
            Self::En => format!("wrote {path}: {count}"),
        }
    }

    /// So many files were written into a folder.
    pub fn exported_files(self, folder: &str, files: usize) -> String {
        let files = self.counted(files, FILES);
        match self {
            Self::Id => format!("{files} ditulis di {folder}"),
            Self::En => format!("wrote {files} to {folder}"),
        }
    }

    /// Visits and stops without a day, which have no place in a calendar.
    pub fn left_out_of_calendar(self, references: &[String]) -> String {
        self.not_in_calendar(references, Both { id: "tanggalnya tidak diketahui", en: "the date is unknown" })
    }

    /// Visits and stops of years before the year 1.
    pub fn too_early_for_calendar(self, references: &[String]) -> String {
        self.not_in_calendar(
            references,
            Both {
                id: "kalender tidak memuat tahun sebelum Masehi",
                en: "a calendar has no years before Christ",
            },
        )
    }

    fn not_in_calendar(self, references: &[String], why: Both) -> String {
        let some = references.iter().take(5).map(String::as_str).collect::<Vec<_>>().join(", ");
        let more = if references.len() > 5 { ", …" } else { "" };
        let (number, why) = (self.number(references.len()), why.get(self));
        match self {
            Self::Id => format!("{number} tidak masuk kalender karena {why}: {some}{more}"),
            Self::En => format!("{number} not in the calendar because {why}: {some}{more}"),
        }
    }

    /// What was to be cited is something else.
    pub fn no_statement(self, id: &str) -> String {
        match self {
            Self::Id => {
                format!("“{id}” bukan pernyataan; `lawat list --kind statement` mendaftar semua pernyataan")
            }
            Self::En => {
                format!("“{id}” is not a statement; `lawat list --kind statement` lists all statements")
            }
        }
    }

    /// A statement is not translated into this language.
    pub fn no_translation(self, language: &str, known: &str) -> String {
        match (self, known) {
            (Self::Id, "") => "pernyataan ini tidak punya terjemahan".to_owned(),
            (Self::Id, known) => format!("tidak ada terjemahan ke “{language}”; yang tersedia: {known}"),
            (Self::En, "") => "this statement has no translation".to_owned(),
            (Self::En, known) => format!("there is no translation into “{language}”; available: {known}"),
        }
    }

    /// Several records have this id.
    pub fn several_records(self, id: &str, references: &str) -> String {
        match self {
            Self::Id => format!("beberapa catatan punya id “{id}”; sebutkan salah satu: {references}"),
            Self::En => format!("several records have the id “{id}”; name one of them: {references}"),
        }
    }

    /// Others have the id of what is shown.
    pub fn others_have_the_id(self, id: &str, references: &str) -> String {
        match self {
            Self::Id => format!("ada beberapa catatan dengan id “{id}”; yang lain: {references}"),
            Self::En => format!("several records have the id “{id}”; the others: {references}"),
        }
    }

    /// So many in the visit that a page is about, where there are more in others.
    pub fn in_this_visit(self, count: usize) -> String {
        let count = self.number(count);
        match self {
            Self::Id => format!("{count} dalam kunjungan ini"),
            Self::En => format!("{count} in this visit"),
        }
    }

    /// A search that does not look everywhere found nothing.
    pub fn nothing_found_within(self, query: &str, scope: &str, wider: &str) -> String {
        match self {
            Self::Id => {
                format!("Tidak ada yang cocok dengan “{query}” ({scope}). Perluas pencarian dengan {wider}.")
            }
            Self::En => format!("Nothing matches “{query}” ({scope}). Widen the search with {wider}."),
        }
    }

    /// A search found nothing.
    pub fn nothing_found(self, query: &str) -> String {
        match self {
            Self::Id => format!("Tidak ada yang cocok dengan “{query}”."),
            Self::En => format!("Nothing matches “{query}”."),
        }
    }

    /// Why the system refused, in our words where we have some.
    pub fn reason(self, kind: io::ErrorKind, words: &str) -> String {
        let both = match kind {
            io::ErrorKind::NotFound => {
                Both { id: "berkas atau folder tidak ditemukan", en: "no such file or folder" }
            }
            io::ErrorKind::PermissionDenied => Both { id: "tidak ada izin", en: "permission denied" },
            io::ErrorKind::StorageFull => {
                Both { id: "ruang penyimpanan penuh", en: "no space left on the device" }
            }
            io::ErrorKind::ReadOnlyFilesystem => {
                Both { id: "sistem berkas itu hanya dapat dibaca", en: "the file system is read-only" }
            }
            io::ErrorKind::IsADirectory => {
                Both { id: "itu folder, bukan berkas", en: "it is a folder, not a file" }
            }
            _ => return words.to_owned(),
        };
        both.get(self).to_owned()
    }

    /// A path that was named cannot be read.
    pub fn unreadable(self, path: &str, reason: &io::Error) -> String {
        let reason = self.reason(reason.kind(), &reason.to_string());
        match self {
            Self::Id => format!("tidak dapat membaca {path}: {reason}"),
            Self::En => format!("cannot read {path}: {reason}"),
        }
    }

    /// A file that was to be new is there already.
    pub fn already_there(self, path: &str) -> String {
        match self {
            Self::Id => format!("{path} sudah ada dan tidak akan ditimpa; sebutkan nama lain"),
            Self::En => format!("{path} already exists and will not be overwritten; name another file"),
        }
    }

    /// A file cannot be written.
    pub fn unwritable(self, path: &str, reason: &io::Error) -> String {
        let reason = self.reason(reason.kind(), &reason.to_string());
        match self {
            Self::Id => format!("{path} tidak dapat ditulis: {reason}"),
            Self::En => format!("cannot write {path}: {reason}"),
        }
    }

    /// The explorer ended because the terminal, or a thread or signal that serves it, failed.
    pub fn terminal_failed(self, reason: &io::Error) -> String {
        let reason = self.reason(reason.kind(), &reason.to_string());
        match self {
            Self::Id => format!("terminal bermasalah: {reason}"),
            Self::En => format!("the terminal has failed: {reason}"),
        }
    }

    /// A record to start from was written.
    pub fn started(self, path: &str) -> String {
        match self {
            Self::Id => {
                format!(
                    "{path} dibuat; sunting, lalu periksa dengan `lawat check {path}` dan buka dengan `lawat {path}`"
                )
            }
            Self::En => {
                format!(
                    "created {path}; edit it, then check it with `lawat check {path}` and open it with `lawat {path}`"
                )
            }
        }
    }

    /// How many results are shown of how many, when not all are.
    pub fn hits_told(self, told: usize, total: usize) -> String {
        let (told, total) = (self.number(told), self.number(total));
        match self {
            Self::Id => format!("{told} dari {total} hasil; --limit 0 menampilkan semua"),
            Self::En => format!("{told} of {total} results; --limit 0 shows all"),
        }
    }

    /// Where in its file a visit cannot be used.
    pub fn in_line(self, line: u32) -> String {
        match self {
            Self::Id => format!("baris {line}"),
            Self::En => format!("line {line}"),
        }
    }
}
