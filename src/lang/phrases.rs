//! Messages with numbers and names in them.

use std::io;

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
                format!("sumber “{id}” tanpa judul; tambahkan `title` di catatan sebelum mengutipnya")
            }
            Self::En => format!("source “{id}” has no title; add its `title` to the record before citing it"),
        }
    }

    /// How many people.
    pub fn people(self, count: u32) -> String {
        match (self, count) {
            (Self::Id, _) => format!("{count} orang"),
            (Self::En, 1) => "1 person".to_owned(),
            (Self::En, _) => format!("{count} people"),
        }
    }

    /// How many errors and warnings of the data, as far as there are any.
    pub fn faults(self, errors: usize, warnings: usize) -> String {
        let errors_said = match (self, errors) {
            (Self::Id, _) => format!("{} galat", self.number(errors)),
            (Self::En, 1) => "1 error".to_owned(),
            (Self::En, _) => format!("{} errors", self.number(errors)),
        };
        let warnings_said = match (self, warnings) {
            (Self::Id, _) => format!("{} peringatan", self.number(warnings)),
            (Self::En, 1) => "1 warning".to_owned(),
            (Self::En, _) => format!("{} warnings", self.number(warnings)),
        };
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
                format!("{} dalam data; `lawat check` menjelaskannya", self.faults(count, 0))
            }
            Self::En => format!("{} in the data; `lawat check` explains them", self.faults(count, 0)),
        }
    }

    /// How much of the data can be used in spite of the errors.
    pub fn still_usable(self, visits: usize) -> String {
        match (self, visits) {
            (Self::Id, 0) => "Tidak ada kunjungan yang dapat dipakai.".to_owned(),
            (Self::Id, _) => format!("{visits} kunjungan lainnya tetap dapat dipakai."),
            (Self::En, 0) => "No visit can be used.".to_owned(),
            (Self::En, 1) => "The other visit can still be used.".to_owned(),
            (Self::En, _) => format!("The other {visits} visits can still be used."),
        }
    }

    /// Nothing is lost to mere warnings.
    pub fn all_usable(self, visits: usize, warnings: usize) -> String {
        let warnings = self.faults(0, warnings);
        match (self, visits) {
            (Self::Id, 1) => format!("Kunjungannya dapat dipakai; {warnings}."),
            (Self::Id, _) => format!("Semua {} kunjungan dapat dipakai; {warnings}.", self.number(visits)),
            (Self::En, 1) => format!("The visit can be used; {warnings}."),
            (Self::En, _) => format!("All {} visits can be used; {warnings}.", self.number(visits)),
        }
    }

    /// Faults beyond those that are shown.
    pub fn unreported(self, errors: usize, warnings: usize) -> String {
        let faults = self.faults(errors, warnings);
        match self {
            Self::Id => format!("Dan {faults} lagi, yang tidak ditampilkan satu per satu."),
            Self::En => format!("And {faults} more, which are not shown one by one."),
        }
    }

    /// How many statements of how many.
    pub fn statements_of(self, shown: usize, total: usize) -> String {
        let (few, all) = (self.number(shown), self.number(total));
        match (self, shown == total, total) {
            (Self::Id, true, _) => format!("{all} pernyataan"),
            (Self::Id, false, _) => format!("{few} dari {all} pernyataan"),
            (Self::En, true, 1) => "1 statement".to_owned(),
            (Self::En, true, _) => format!("{all} statements"),
            (Self::En, false, _) => format!("{few} of {all} statements"),
        }
    }

    /// The number of a hit among all.
    pub fn hit(self, number: usize, count: usize) -> String {
        let (number, count) = (self.number(number), self.number(count));
        match self {
            Self::Id => format!("hasil {number}/{count}"),
            Self::En => format!("hit {number}/{count}"),
        }
    }

    /// How many statements taking off a chip would give.
    pub fn would_give(self, count: usize) -> String {
        match (self, count) {
            (Self::Id, _) => format!("bila dilepas: {count}"),
            (Self::En, _) => format!("without it: {count}"),
        }
    }

    /// In how many visits.
    pub fn in_visits(self, count: usize) -> String {
        match (self, count) {
            (Self::Id, _) => format!("{count} kunjungan"),
            (Self::En, 1) => "1 visit".to_owned(),
            (Self::En, _) => format!("{count} visits"),
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

    /// Words of a query that had to be left out.
    pub fn left_out(self, words: &str) -> String {
        match self {
            Self::Id => format!("tanpa: {words}"),
            Self::En => format!("without: {words}"),
        }
    }

    /// How many of the quotes that were looked for in texts are there.
    pub fn proved(self, proved: usize, looked: usize, texts: &str) -> String {
        let (proved, looked_for) = (self.number(proved), self.number(looked));
        match self {
            Self::Id => format!("{proved} dari {looked_for} kutipan terbukti dalam {texts}"),
            Self::En if looked == 1 => format!("{proved} of 1 quote is proved by {texts}"),
            Self::En => format!("{proved} of {looked_for} quotes are proved by {texts}"),
        }
    }

    /// What a check came to.
    pub fn checked(self, visits: usize, errors: usize, warnings: usize) -> String {
        let (good, wrong, doubtful) = (self.number(visits), self.number(errors), self.number(warnings));
        match self {
            Self::Id => format!("{good} kunjungan dapat dipakai; {wrong} galat, {doubtful} peringatan"),
            Self::En => {
                let s = |count: usize| if count == 1 { "" } else { "s" };
                format!(
                    "{good} visit{} can be used; {wrong} error{}, {doubtful} warning{}",
                    s(visits),
                    s(errors),
                    s(warnings)
                )
            }
        }
    }

    /// There is no such code of a fault.
    pub fn unknown_code(self, name: &str, nearest: Option<&str>) -> String {
        match (self, nearest) {
            (Self::Id, None) => format!("tidak ada kode galat “{name}”"),
            (Self::Id, Some(known)) => format!("tidak ada kode galat “{name}”; maksudnya “{known}”?"),
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
    pub fn table_instead(self, what: Both) -> String {
        match self {
            Self::Id => format!("tidak ada pernyataan; yang ditulis tabel {}", what.id),
            Self::En => format!("there are no statements; this is the table of the {}", what.en),
        }
    }

    /// What an export would write, and into which file.
    pub fn would_export(self, file: &str, visits: usize, statements: Option<usize>) -> String {
        let statements = statements.map(|count| format!(", {}", self.statements_of(count, count)));
        let visits = self.records_of(visits, &Both { id: "kunjungan", en: "visits" });
        format!("→ {file}\n{visits}{}", statements.unwrap_or_default())
    }

    /// A file that was read would be written over.
    pub fn is_input(self, path: &str) -> String {
        match self {
            Self::Id => format!("{path} adalah berkas yang dibaca dan tidak ditimpa; sebutkan nama lain"),
            Self::En => format!("{path} is a file that was read, and is not written over; name another"),
        }
    }

    /// A link stands where a file would be written.
    pub fn is_link(self, path: &str) -> String {
        match self {
            Self::Id => {
                format!("{path} adalah tautan ke berkas lain dan tidak ditimpa; hapus dahulu tautannya")
            }
            Self::En => {
                format!("{path} is a link to another file, and is not written over; remove the link first")
            }
        }
    }

    /// A file that is there would be written over.
    pub fn not_forced(self, path: &str) -> String {
        match self {
            Self::Id => format!("{path} sudah ada; sebutkan nama lain, atau --force untuk menimpanya"),
            Self::En => format!("{path} is already there; name another file, or --force to write over it"),
        }
    }

    /// A file was written.
    pub fn exported(self, path: &str, count: &str) -> String {
        match self {
            Self::Id => format!("{path} ditulis: {count}"),
            Self::En => format!("{path} is written: {count}"),
        }
    }

    /// So many files were written into a folder.
    pub fn exported_files(self, folder: &str, files: usize) -> String {
        let number = self.number(files);
        match (self, files) {
            (Self::Id, _) => format!("{number} berkas ditulis di {folder}"),
            (Self::En, 1) => format!("1 file is written in {folder}"),
            (Self::En, _) => format!("{number} files are written in {folder}"),
        }
    }

    /// Visits and stops without a day, which have no place in a calendar.
    pub fn left_out_of_calendar(self, references: &[String]) -> String {
        self.not_in_calendar(references, Both { id: "harinya tidak diketahui", en: "the day is not known" })
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
            Self::Id => format!("{number} tidak masuk kalender, karena {why}: {some}{more}"),
            Self::En => format!("{number} not in the calendar, because {why}: {some}{more}"),
        }
    }

    /// How many of what an export has.
    pub fn records_of(self, count: usize, what: &Both) -> String {
        let what = match (self, count) {
            (Self::En, 1) => what.en.trim_end_matches('s'),
            _ => what.get(self),
        };
        format!("{} {what}", self.number(count))
    }

    /// What was to be cited is something else.
    pub fn no_statement(self, id: &str) -> String {
        match self {
            Self::Id => {
                format!("“{id}” bukan pernyataan; `lawat list --kind statement` menyebut semua pernyataan")
            }
            Self::En => format!("“{id}” is no statement; `lawat list --kind statement` lists them"),
        }
    }

    /// A statement is not translated into this language.
    pub fn no_translation(self, language: &str, known: &str) -> String {
        match (self, known) {
            (Self::Id, "") => "pernyataan ini tidak diterjemahkan".to_owned(),
            (Self::Id, known) => format!("tidak ada terjemahan ke “{language}”; yang ada: {known}"),
            (Self::En, "") => "this statement has no translation".to_owned(),
            (Self::En, known) => format!("there is no translation into “{language}”; there is: {known}"),
        }
    }

    /// Several records have this id.
    pub fn several_records(self, id: &str, references: &str) -> String {
        match self {
            Self::Id => format!("ada beberapa catatan dengan id “{id}”; sebutkan salah satu: {references}"),
            Self::En => format!("several records have the id “{id}”; name one of them: {references}"),
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
            io::ErrorKind::StorageFull => Both { id: "tempat penyimpanan penuh", en: "the storage is full" },
            io::ErrorKind::ReadOnlyFilesystem => {
                Both { id: "tempat itu hanya dapat dibaca", en: "the place can only be read" }
            }
            io::ErrorKind::IsADirectory => {
                Both { id: "itu folder, bukan berkas", en: "that is a folder, not a file" }
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
            Self::Id => format!("{path} sudah ada dan tidak ditimpa; sebutkan nama lain"),
            Self::En => format!("{path} is already there and was not overwritten; name another file"),
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
                    "{path} is written; edit it, then check it with `lawat check {path}` and open it with `lawat {path}`"
                )
            }
        }
    }

    /// How many hits are told of how many, when not all are.
    pub fn hits_told(self, told: usize, total: usize) -> String {
        let (told, total) = (self.number(told), self.number(total));
        match self {
            Self::Id => format!("{told} dari {total}; --limit 0 untuk semua"),
            Self::En => format!("{told} of {total}; --limit 0 for all"),
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
