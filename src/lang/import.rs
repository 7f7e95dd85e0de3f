//! Messages about imports: what was left out or changed, and why a file cannot be read.

use super::{Counted, Lang};

impl Lang {
    /// A date that cannot be read is kept as text in a field.
    pub fn import_no_date(self, text: &str, field: &str) -> String {
        match self {
            Self::Id => format!("“{text}” tidak terbaca sebagai tanggal; disimpan di {field}"),
            Self::En => format!("“{text}” could not be read as a date; kept in {field}"),
        }
    }

    /// A date whose day and month may be swapped.
    pub fn import_date_order(self, text: &str, field: &str) -> String {
        match self {
            Self::Id => format!(
                "“{text}”: tanggal atau bulan yang di depan? Kolom ini juga memuat tanggal yang bulannya di depan; disimpan di {field}"
            ),
            Self::En => format!(
                "“{text}”: is the day first, or the month? Other dates of the column have the month first; kept in {field}"
            ),
        }
    }

    /// A date whose weekday is another one.
    pub fn import_date_weekday(self, text: &str, field: &str) -> String {
        match self {
            Self::Id => format!("“{text}”: hari dan tanggalnya tidak cocok; disimpan di {field}"),
            Self::En => format!("“{text}”: the weekday does not match the date; kept in {field}"),
        }
    }

    /// A text that is not an exact number.
    pub fn import_no_number(self, text: &str, field: &str) -> String {
        match self {
            Self::Id => format!("“{text}” bukan angka pasti; disimpan di {field}"),
            Self::En => format!("“{text}” is not an exact number; kept in {field}"),
        }
    }

    /// An amount without a currency.
    pub fn import_no_currency(self) -> &'static str {
        match self {
            Self::Id => "mata uang tidak disebut; dicatat dalam rupiah (IDR)",
            Self::En => "no currency is named; recorded in rupiah (IDR)",
        }
    }

    /// A text that is not a time of day, or has no day.
    pub fn import_no_time(self, text: &str, field: &str) -> String {
        match self {
            Self::Id => format!("“{text}” tidak terbaca sebagai jam pada satu tanggal; disimpan di {field}"),
            Self::En => format!("“{text}” could not be read as a time on one day; kept in {field}"),
        }
    }

    /// A word that is not in a closed list.
    pub fn import_no_word(self, text: &str, field: &str, words: &[String]) -> String {
        let words = words.join(", ");
        match self {
            Self::Id => format!("“{text}” tidak termasuk pilihan ({words}); disimpan di {field}"),
            Self::En => format!("“{text}” is none of the choices ({words}); kept in {field}"),
        }
    }

    /// A column that no field has.
    pub fn import_custom(self, heading: &str, field: &str) -> String {
        match self {
            Self::Id if heading.is_empty() => format!("tidak berjudul; disimpan di {field}"),
            Self::En if heading.is_empty() => format!("it has no heading; kept in {field}"),
            Self::Id => format!("“{heading}” tidak dikenal; disimpan di {field}"),
            Self::En => format!("“{heading}” was not recognized; kept in {field}"),
        }
    }

    /// Rows about the same thing that say different things.
    pub fn import_differing(self, fields: &str) -> String {
        match self {
            Self::Id => format!(
                "berbeda dari baris sebelumnya tentang hal yang sama ({fields}); yang sebelumnya dipakai"
            ),
            Self::En => {
                format!(
                    "differs from an earlier row about the same record ({fields}); the earlier row is used"
                )
            }
        }
    }

    /// A name that is another one but for case and spaces.
    pub fn import_same_name(self, name: &str, other: &str, place: &str) -> String {
        match self {
            Self::Id => format!("“{name}” dianggap sama dengan “{other}” ({place})"),
            Self::En => format!("“{name}” is treated as the same as “{other}” ({place})"),
        }
    }

    /// Names that may be one.
    pub fn import_similar_names(self, name: &str, other: &str, place: &str) -> String {
        match self {
            Self::Id => {
                format!("apakah “{name}” sama dengan “{other}” ({place})? Jika ya, sebutkan di [names]")
            }
            Self::En => format!("is “{name}” the same as “{other}” ({place})? If so, say it in [names]"),
        }
    }

    /// Titles are made of the visitors or the objectives.
    pub fn import_made_title(self, title: &str) -> String {
        match self {
            Self::Id => format!("judul dibuat dari tamu atau tujuan, di sini “{title}”"),
            Self::En => format!("titles are made of the visitors or the objectives, here “{title}”"),
        }
    }

    /// A visit without a title, and nothing to make one of.
    pub fn import_no_title(self) -> &'static str {
        match self {
            Self::Id => "tidak ada judul, tamu, atau tujuan",
            Self::En => "no title, visitor or objective",
        }
    }

    /// A row lacks what a record needs.
    pub fn import_lacks(self, fields: &[&str]) -> String {
        let fields = fields.join(", ");
        match self {
            Self::Id => format!("tidak memuat cukup isian (perlu salah satu: {fields})"),
            Self::En => format!("does not say enough (one of these is needed: {fields})"),
        }
    }

    /// A row that belongs to no visit.
    pub fn import_no_visit(self) -> &'static str {
        match self {
            Self::Id => "tidak menyebut kunjungannya",
            Self::En => "does not name its visit",
        }
    }

    /// A row that may belong to several visits.
    pub fn import_several_visits(self, name: &str) -> String {
        match self {
            Self::Id => format!("ada beberapa kunjungan “{name}”; sebutkan tanggal atau id kunjungannya"),
            Self::En => format!("there are several visits “{name}”; give the date or the id of the visit"),
        }
    }

    /// A statement that is not in quotation marks, and no column says what it is.
    pub fn import_paraphrase(self) -> &'static str {
        match self {
            Self::Id => "tanpa tanda kutip, jadi dicatat sebagai parafrasa",
            Self::En => "without quotation marks, so it is recorded as a paraphrase",
        }
    }

    /// No row of a sheet looks like headings.
    pub fn import_no_headings(self) -> &'static str {
        match self {
            Self::Id => "judul kolomnya tidak dikenali; tulis peta dengan --map",
            Self::En => "no headings were recognized; write a map for --map",
        }
    }

    /// A row above the headings.
    pub fn import_above_headings(self) -> &'static str {
        match self {
            Self::Id => "di atas judul kolom",
            Self::En => "above the headings",
        }
    }

    /// A single cell below the table.
    pub fn import_footer(self) -> &'static str {
        match self {
            Self::Id => "satu sel di bawah tabel",
            Self::En => "a single cell below the table",
        }
    }

    /// The headings once more.
    pub fn import_headings_again(self) -> &'static str {
        match self {
            Self::Id => "judul kolom yang diulang",
            Self::En => "the headings once more",
        }
    }

    /// Numbers of columns.
    pub fn import_column_numbers(self) -> &'static str {
        match self {
            Self::Id => "nomor kolom",
            Self::En => "numbers of columns",
        }
    }

    /// A sum.
    pub fn import_total(self) -> &'static str {
        match self {
            Self::Id => "baris jumlah",
            Self::En => "a row of totals",
        }
    }

    /// A row with a number only.
    pub fn import_only_number(self) -> &'static str {
        match self {
            Self::Id => "hanya berisi nomor",
            Self::En => "nothing but a number",
        }
    }

    /// A text that is not Unicode.
    pub fn import_windows_1252(self) -> &'static str {
        match self {
            Self::Id => "bukan Unicode; dibaca sebagai Windows-1252",
            Self::En => "not Unicode; read as Windows-1252",
        }
    }
}

impl Lang {
    /// The name of a sheet to fill in with records of a kind.
    pub fn import_sheet(self, kind: &str) -> &'static str {
        match (kind, self) {
            ("visit", Self::Id) => "Kunjungan",
            ("visit", Self::En) => "Visits",
            ("stop", Self::Id) => "Tempat",
            ("stop", Self::En) => "Stops",
            ("person", Self::Id) => "Orang",
            ("person", Self::En) => "People",
            (_, Self::Id) => "Pernyataan",
            (_, Self::En) => "Statements",
        }
    }

    /// The line of help above a sheet to fill in.
    pub fn import_help(self, kind: &str) -> &'static str {
        match (kind, self) {
            ("visit", Self::Id) => {
                "Satu baris untuk satu kunjungan. Yang wajib hanya yang bergaris bawah. Tanggal: 2026-01-10 atau 10 Januari 2026; beberapa nama dipisahkan titik koma."
            }
            ("visit", Self::En) => {
                "A row for each visit. Only what is underlined is needed. Dates: 2026-01-10 or 10 January 2026; several names are separated by semicolons."
            }
            ("stop", Self::Id) => {
                "Satu baris untuk satu tempat yang dikunjungi. Kunjungan ditulis dengan judulnya, seperti di lembar Kunjungan."
            }
            ("stop", Self::En) => {
                "A row for each place that was visited. A visit is named by its title, as on the sheet Visits."
            }
            ("person", Self::Id) => {
                "Satu baris untuk satu orang atau rombongan dalam sebuah kunjungan. Bila namanya tidak diketahui, cukup jabatannya."
            }
            ("person", Self::En) => {
                "A row for each person or group of a visit. If the name is not known, the post is enough."
            }
            (_, Self::Id) => {
                "Satu baris untuk satu pernyataan. Kutipan ditulis persis seperti di sumbernya, tanpa tanda kutip."
            }
            (_, Self::En) => {
                "A row for each statement. A quote is written exactly as in its source, without quotation marks."
            }
        }
    }

    /// A row or a cell that was left out.
    pub fn import_left_out(self, reason: &str) -> String {
        match self {
            Self::Id => format!("tidak diambil: {reason}"),
            Self::En => format!("left out: {reason}"),
        }
    }

    /// What the columns of a sheet were taken for.
    pub fn import_plan(self, label: &str, kind: Counted, row: usize, columns: &str) -> String {
        let sheet = if label.is_empty() { String::new() } else { format!("{label}: ") };
        let columns = if columns.is_empty() { String::new() } else { format!(": {columns}") };
        let kind = kind.word(self, 2);
        match self {
            Self::Id => format!("{sheet}{kind}, judul kolom di baris {row}{columns}"),
            Self::En => format!("{sheet}{kind}, headings in row {row}{columns}"),
        }
    }

    /// A column that is not taken.
    pub fn import_ignored_column(self) -> &'static str {
        match self {
            Self::Id => "tidak diambil",
            Self::En => "left out",
        }
    }

    /// What was imported: how many records, and how many remarks say that something was left out.
    pub fn import_done(self, records: &str, left_out: usize) -> String {
        match (self, left_out) {
            (Self::Id, 0) => format!("{records} diimpor"),
            (Self::En, 0) => format!("{records} imported"),
            (Self::Id, _) => format!("{records} diimpor; {left_out} bagian tidak diambil (lihat di atas)"),
            (Self::En, 1) => format!("{records} imported; 1 part was left out (see above)"),
            (Self::En, _) => format!("{records} imported; {left_out} parts were left out (see above)"),
        }
    }

    /// Nothing was written, as the user wanted.
    pub fn import_dry_run(self, records: &str, left_out: usize) -> String {
        let parts = match (self, left_out) {
            (_, 0) => String::new(),
            (Self::Id, _) => format!(", {left_out} bagian tidak"),
            (Self::En, 1) => ", 1 part would not".to_owned(),
            (Self::En, _) => format!(", {left_out} parts would not"),
        };
        match self {
            Self::Id => format!("percobaan: {records} akan diimpor{parts}; tidak ada yang ditulis"),
            Self::En => format!("dry run: {records} would be imported{parts}; nothing was written"),
        }
    }

    /// What was changed in a file.
    pub fn import_merged(self, path: &str, added: usize, changed: usize, unchanged: usize) -> String {
        let records = if added == 1 { "record" } else { "records" };
        match self {
            Self::Id => {
                format!(
                    "{path}: {added} catatan ditambahkan, {changed} diperbarui, {unchanged} tidak berubah"
                )
            }
            Self::En => format!("{path}: {added} {records} added, {changed} updated, {unchanged} unchanged"),
        }
    }

    /// A file was written.
    pub fn import_written(self, path: &str) -> String {
        match self {
            Self::Id => format!("{path} ditulis"),
            Self::En => format!("{path} written"),
        }
    }

    /// While files are imported.
    pub fn import_working(self) -> &'static str {
        match self {
            Self::Id => "mengimpor …",
            Self::En => "importing …",
        }
    }

    /// There was nothing to import.
    pub fn import_nothing(self) -> &'static str {
        match self {
            Self::Id => "tidak ada yang dapat diimpor",
            Self::En => "there is nothing to import",
        }
    }

    /// A record that has an error, and so cannot be used.
    pub fn import_faulty(self, place: &str, problem: &str) -> String {
        match self {
            Self::Id => format!("{place}: belum dapat dipakai: {problem}"),
            Self::En => format!("{place}: cannot be used yet: {problem}"),
        }
    }

    /// What is wrong with a map.
    pub fn import_bad_map(self, path: &str, wrong: &str) -> String {
        match self {
            Self::Id => format!("{path}: “{wrong}” tidak dapat dipakai; contoh peta ditulis oleh --map-out"),
            Self::En => format!("{path}: “{wrong}” cannot be used; --map-out writes a map to start from"),
        }
    }

    /// A template can only be a workbook or a table.
    pub fn import_template_name(self) -> &'static str {
        match self {
            Self::Id => "nama berkas isian harus berakhir dengan .xlsx atau .csv",
            Self::En => "the name of a template must end in .xlsx or .csv",
        }
    }

    /// A file that is no text and no workbook.
    pub fn import_no_text(self, path: &str) -> String {
        match self {
            Self::Id => format!("{path} bukan berkas yang dapat diimpor; tabelnya CSV, XLSX, atau ODS"),
            Self::En => format!("{path} cannot be imported; tables are CSV, XLSX or ODS"),
        }
    }

    /// A workbook of before 2007, or with a password.
    pub fn import_old_workbook(self, path: &str) -> String {
        match self {
            Self::Id => format!(
                "{path} berformat .xls lama atau dikunci kata sandi; simpan sebagai .xlsx tanpa kata sandi"
            ),
            Self::En => format!(
                "{path} is an old .xls workbook or has a password; save it as .xlsx without a password"
            ),
        }
    }

    /// A damaged workbook.
    pub fn import_damaged(self, path: &str, reason: &str) -> String {
        match self {
            Self::Id => format!("{path} rusak: {reason}"),
            Self::En => format!("{path} is damaged: {reason}"),
        }
    }

    /// A quotation mark that is not closed.
    pub fn import_open_quote(self, path: &str, row: usize) -> String {
        match self {
            Self::Id => {
                format!("{path}: tanda kutip di baris {row} tidak ditutup, sehingga sisanya menjadi satu sel")
            }
            Self::En => {
                format!("{path}: a quotation mark in row {row} is not closed, so that the rest is one cell")
            }
        }
    }

    /// A file that is larger than the program reads: the limit, in words.
    pub fn import_too_large(self, path: &str, limit: usize, what: ImportLimit) -> String {
        let number = self.number(limit);
        let what = match (what, self) {
            (ImportLimit::Columns, Self::Id) => "kolom",
            (ImportLimit::Columns, Self::En) => "columns",
            (ImportLimit::Rows, Self::Id) => "baris",
            (ImportLimit::Rows, Self::En) => "rows",
            (ImportLimit::Cells, Self::Id) => "sel",
            (ImportLimit::Cells, Self::En) => "cells",
            (ImportLimit::BytesOfCell, Self::Id) => "bita dalam satu sel",
            (ImportLimit::BytesOfCell, Self::En) => "bytes in a cell",
            (ImportLimit::Bytes, Self::Id) => "bita",
            (ImportLimit::Bytes, Self::En) => "bytes",
        };
        match self {
            Self::Id => format!("{path} terlalu besar: paling banyak {number} {what}"),
            Self::En => format!("{path} is too large: at most {number} {what}"),
        }
    }
}

/// What there is too much of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportLimit {
    /// Columns of a table.
    Columns,
    /// Rows of a table.
    Rows,
    /// Cells of a file.
    Cells,
    /// Bytes of a cell.
    BytesOfCell,
    /// Bytes of a file, or of what it unpacks to.
    Bytes,
}
