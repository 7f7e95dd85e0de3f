//! Messages with numbers and names.

use std::io;

use super::counted::{Counted, ERRORS, FILES, QUOTES, STATEMENTS, VISITS, WARNINGS};
use super::{Both, Lang};

impl Lang {
    /// The comment at the head of a script for PostgreSQL.
    pub fn sql_head(self) -> &'static str {
        match self {
            Self::Id => {
                "\
-- Untuk PostgreSQL 13 atau lebih baru, dalam basis data dengan pengodean UTF8:
--     psql -v ON_ERROR_STOP=1 -d BASIS_DATA -f BERKAS
-- PERHATIAN: skema lawat dihapus beserta seluruh isinya, lalu dibuat lagi. Jika ada yang gagal, tidak ada yang berubah.
"
            }
            Self::En => {
                "\
-- For PostgreSQL 13 or later, in a database with the encoding UTF8:
--     psql -v ON_ERROR_STOP=1 -d DATABASE -f FILE
-- WARNING: the schema lawat is dropped with everything in it, and made again. If anything fails, nothing changes.
"
            }
        }
    }

    /// A list of names: `A`, `A dan B`, `A, B, dan C`.
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

    /// A cited source has no title.
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

    /// The number of errors and warnings in the data; zeros are left out.
    pub fn problem_counts(self, errors: usize, warnings: usize) -> String {
        let (error_count, warning_count) = (self.counted(errors, ERRORS), self.counted(warnings, WARNINGS));
        match (errors, warnings) {
            (_, 0) => error_count,
            (0, _) => warning_count,
            _ => format!("{error_count}, {warning_count}"),
        }
    }

    /// The number of errors, where they cannot be listed.
    pub fn problems_elsewhere(self, count: usize) -> String {
        match self {
            Self::Id => {
                format!(
                    "{} dalam data; jalankan `lawat check` untuk melihatnya",
                    self.problem_counts(count, 0)
                )
            }
            Self::En => {
                format!("{} in the data; run `lawat check` for details", self.problem_counts(count, 0))
            }
        }
    }

    /// The shown records are older than the files, and why.
    pub fn outdated_because(self, reason: &str, key: &str) -> String {
        match self {
            Self::Id => format!("{reason}; yang tampak data sebelumnya ({key}: masalahnya)"),
            Self::En => format!("{reason}; what you see is the data from before ({key}: problems)"),
        }
    }

    /// A visit, or a file, is left out because of an error.
    pub fn left_out_because(self, visit: Option<&str>, error: &str) -> String {
        let visit = visit.map(|title| format!("“{title}”: ")).unwrap_or_default();
        match self {
            Self::Id => format!("tidak disertakan: {visit}{error}"),
            Self::En => format!("left out: {visit}{error}"),
        }
    }

    /// The number of visits that are usable despite errors.
    pub fn usable_despite_errors(self, visits: usize) -> String {
        let counted = self.counted(visits, VISITS);
        match (self, visits) {
            (Self::Id, 0) => "Tidak ada kunjungan yang dapat dipakai.".to_owned(),
            (Self::Id, _) => format!("{counted} lainnya tetap dapat dipakai."),
            (Self::En, 0) => "No visit can be used.".to_owned(),
            (Self::En, 1) => "The other visit can still be used.".to_owned(),
            (Self::En, _) => format!("The other {counted} can still be used."),
        }
    }

    /// The number of visits that are usable despite warnings.
    pub fn usable_despite_warnings(self, visits: usize, warnings: usize) -> String {
        let (counted, warnings) = (self.counted(visits, VISITS), self.problem_counts(0, warnings));
        match (self, visits) {
            (Self::Id, 1) => format!("Kunjungan ini dapat dipakai; {warnings}."),
            (Self::Id, _) => format!("Semua ({counted}) dapat dipakai; {warnings}."),
            (Self::En, 1) => format!("The visit can be used; {warnings}."),
            (Self::En, _) => format!("All {counted} can be used; {warnings}."),
        }
    }

    /// The number of further problems that are not shown.
    pub fn unreported(self, errors: usize, warnings: usize) -> String {
        let problems = self.problem_counts(errors, warnings);
        match self {
            Self::Id => format!("Masih ada {problems} yang tidak ditampilkan."),
            Self::En => format!("Not shown: {problems} more."),
        }
    }

    /// The position of a result.
    pub fn result_number(self, number: usize, count: usize) -> String {
        let (number, count) = (self.number(number), self.number(count));
        match self {
            Self::Id => format!("hasil {number}/{count}"),
            Self::En => format!("result {number}/{count}"),
        }
    }

    /// The number of statements that would remain without a filter.
    pub fn would_give(self, count: usize) -> String {
        let count = self.number(count);
        match self {
            Self::Id => format!("bila dilepas: {count}"),
            Self::En => format!("without it: {count}"),
        }
    }

    /// The terminal is too small; columns and rows.
    pub fn too_small(self, has: (u16, u16), needs: (u16, u16)) -> String {
        let ((columns, rows), (width, height)) = (has, needs);
        match self {
            Self::Id => format!("Terlalu kecil: {columns}×{rows}, perlu {width}×{height}"),
            Self::En => format!("Too small: {columns}×{rows}, needs {width}×{height}"),
        }
    }

    /// Words that were left out of the query to find similar results.
    pub fn words_left_out(self, words: &str) -> String {
        match self {
            Self::Id => format!("tanpa: {words}"),
            Self::En => format!("without: {words}"),
        }
    }

    /// The number of quotes that were verified in source texts.
    pub fn quotes_verified(self, proved: usize, looked: usize, texts: &str) -> String {
        let (proved, looked_for) = (self.number(proved), self.counted(looked, QUOTES));
        match self {
            Self::Id => format!("{proved} dari {looked_for} ditemukan dalam {texts}"),
            Self::En => format!("{proved} of {looked_for} found in {texts}"),
        }
    }

    /// The summary of a check.
    pub fn checked(self, visits: usize, errors: usize, warnings: usize) -> String {
        let problems = format!("{}, {}", self.counted(errors, ERRORS), self.counted(warnings, WARNINGS));
        let visits = self.counted(visits, VISITS);
        match self {
            Self::Id => format!("{visits} dapat dipakai; {problems}"),
            Self::En => format!("{visits} usable; {problems}"),
        }
    }

    /// There is no problem code with this name.
    pub fn unknown_code(self, name: &str, nearest: Option<&str>) -> String {
        match (self, nearest) {
            (Self::Id, None) => format!("tidak ada kode “{name}”"),
            (Self::Id, Some(known)) => format!("tidak ada kode “{name}”; maksudnya “{known}”?"),
            (Self::En, None) => format!("there is no code “{name}”"),
            (Self::En, Some(known)) => format!("there is no code “{name}”; did you mean “{known}”?"),
        }
    }

    /// No record has this ID.
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

    /// Another table is written because there are no statements.
    pub fn table_instead(self, what: Counted) -> String {
        match self {
            Self::Id => format!("tidak ada pernyataan; yang ditulis adalah tabel {}", what.id),
            Self::En => format!("there are no statements; writing the table of {} instead", what.several),
        }
    }

    /// The preview of an export.
    pub fn would_export(self, file: &str, visits: usize, statements: Option<usize>) -> String {
        let statements = statements.map(|count| format!(", {}", self.counted(count, STATEMENTS)));
        format!("→ {file}\n{}{}", self.counted(visits, VISITS), statements.unwrap_or_default())
    }

    /// An export would overwrite an input file.
    pub fn is_input(self, path: &str) -> String {
        match self {
            Self::Id => format!("{path} adalah berkas sumber dan tidak akan ditimpa; sebutkan nama lain"),
            Self::En => format!("{path} is an input file and will not be overwritten; name another file"),
        }
    }

    /// The output file is a symbolic link.
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

    /// The output file exists.
    pub fn file_exists(self, path: &str) -> String {
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

    /// Files were written to a folder.
    pub fn exported_files(self, folder: &str, files: usize) -> String {
        let files = self.counted(files, FILES);
        match self {
            Self::Id => format!("{files} ditulis di {folder}"),
            Self::En => format!("wrote {files} to {folder}"),
        }
    }

    /// Visits and stops left out of a calendar because they have no date.
    pub fn left_out_of_calendar(self, references: &[String]) -> String {
        self.not_in_calendar(references, Both { id: "tanggalnya tidak diketahui", en: "the date is unknown" })
    }

    /// Visits and stops left out of a calendar because they are before the year 1.
    pub fn too_early_for_calendar(self, references: &[String]) -> String {
        self.not_in_calendar(
            references,
            Both {
                id: "kalender tidak memuat tahun sebelum Masehi",
                en: "calendars cannot hold dates before the year 1",
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

    /// The record to cite is not a statement.
    pub fn not_a_statement_id(self, id: &str) -> String {
        match self {
            Self::Id => {
                format!("“{id}” bukan pernyataan; `lawat list --kind statement` mendaftar semua pernyataan")
            }
            Self::En => {
                format!("“{id}” is not a statement; `lawat list --kind statement` lists all statements")
            }
        }
    }

    /// The statement has no translation into this language.
    pub fn no_translation(self, language: &str, known: &str) -> String {
        match (self, known) {
            (Self::Id, "") => "pernyataan ini tidak punya terjemahan".to_owned(),
            (Self::Id, known) => format!("tidak ada terjemahan ke “{language}”; yang tersedia: {known}"),
            (Self::En, "") => "this statement has no translation".to_owned(),
            (Self::En, known) => format!("there is no translation into “{language}”; available: {known}"),
        }
    }

    /// Several records have this ID.
    pub fn several_records(self, id: &str, references: &str) -> String {
        match self {
            Self::Id => format!("beberapa catatan punya id “{id}”; sebutkan salah satu: {references}"),
            Self::En => format!("several records have the id “{id}”; name one of them: {references}"),
        }
    }

    /// Other records have the same ID as the one shown.
    pub fn others_have_the_id(self, id: &str, references: &str) -> String {
        match self {
            Self::Id => format!("ada beberapa catatan dengan id “{id}”; yang lain: {references}"),
            Self::En => format!("several records have the id “{id}”; the others: {references}"),
        }
    }

    /// The number of results in this visit, where other visits have more.
    pub fn in_this_visit(self, count: usize) -> String {
        let count = self.number(count);
        match self {
            Self::Id => format!("{count} dalam kunjungan ini"),
            Self::En => format!("{count} in this visit"),
        }
    }

    /// A search in a limited scope found nothing.
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

    /// The reason of an I/O error: our own message where there is one, otherwise that of the system.
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
            io::ErrorKind::FileTooLarge => {
                Both { id: "lebih besar dari 256 MiB", en: "it is larger than 256 MiB" }
            }
            io::ErrorKind::Unsupported => Both { id: "itu bukan berkas", en: "it is not a file" },
            _ => return words.to_owned(),
        };
        both.get(self).to_owned()
    }

    /// A path cannot be read.
    pub fn unreadable(self, path: &str, reason: &io::Error) -> String {
        let reason = self.reason(reason.kind(), &reason.to_string());
        match self {
            Self::Id => format!("tidak dapat membaca {path}: {reason}"),
            Self::En => format!("cannot read {path}: {reason}"),
        }
    }

    /// An argument is no file, but similar to a subcommand.
    pub fn mistyped_command(self, word: &str, command: &str) -> String {
        match self {
            Self::Id => format!("tidak ada berkas atau perintah “{word}”. Maksudnya `lawat {command}`?"),
            Self::En => format!("there is no file or command “{word}”. Did you mean `lawat {command}`?"),
        }
    }

    /// A new file already exists.
    pub fn new_file_exists(self, path: &str) -> String {
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

    /// The tour cannot be shown on this terminal.
    pub fn demo_needs_screen(self) -> &'static str {
        match self {
            Self::Id => "`lawat demo` memerlukan terminal yang dapat menggambar layar",
            Self::En => "`lawat demo` needs a terminal that can draw a screen",
        }
    }

    /// The terminal, or a thread or signal handler for it, has failed.
    pub fn terminal_failed(self, reason: &io::Error) -> String {
        let reason = self.reason(reason.kind(), &reason.to_string());
        match self {
            Self::Id => format!("terminal bermasalah: {reason}"),
            Self::En => format!("the terminal has failed: {reason}"),
        }
    }

    /// A new record was created.
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

    /// The number of shown results and the total.
    pub fn results_shown(self, shown: usize, total: usize) -> String {
        let (shown, total) = (self.number(shown), self.number(total));
        match self {
            Self::Id => format!("{shown} dari {total} hasil; --limit 0 menampilkan semua"),
            Self::En => format!("{shown} of {total} results; --limit 0 shows all"),
        }
    }

    /// The line of a visit with errors.
    pub fn in_line(self, line: u32) -> String {
        match self {
            Self::Id => format!("baris {line}"),
            Self::En => format!("line {line}"),
        }
    }
}
