//! Messages about imports: places of a sheet, hidden parts, formulas, and what identifies a visit.

use super::Lang;

impl Lang {
    /// A row of a sheet.
    pub fn import_row(self, label: &str, row: usize) -> String {
        let place = match self {
            Self::Id => format!("baris {row}"),
            Self::En => format!("row {row}"),
        };
        within(label, &place)
    }

    /// Several rows of a sheet.
    pub fn import_rows(self, label: &str, rows: &str) -> String {
        let place = match self {
            Self::Id => format!("baris {rows}"),
            Self::En => format!("rows {rows}"),
        };
        within(label, &place)
    }

    /// A column of a sheet.
    pub fn import_column(self, label: &str, column: &str) -> String {
        let place = match self {
            Self::Id => format!("kolom {column}"),
            Self::En => format!("column {column}"),
        };
        within(label, &place)
    }

    /// Several columns of a sheet.
    pub fn import_columns(self, label: &str, columns: &str) -> String {
        let place = match self {
            Self::Id => format!("kolom {columns}"),
            Self::En => format!("columns {columns}"),
        };
        within(label, &place)
    }

    /// A cell of a sheet.
    pub fn import_cell(self, label: &str, row: usize, column: &str) -> String {
        let place = match self {
            Self::Id => format!("sel {column}{row}"),
            Self::En => format!("cell {column}{row}"),
        };
        within(label, &place)
    }

    /// Several cells of a column.
    pub fn import_cells(self, label: &str, column: &str, rows: &str) -> String {
        let place = match self {
            Self::Id => format!("kolom {column}, baris {rows}"),
            Self::En => format!("column {column}, rows {rows}"),
        };
        within(label, &place)
    }

    /// A cell with an error of a formula.
    pub fn import_cell_error(self, error: &str) -> String {
        match self {
            Self::Id => format!("isinya kesalahan: {error}"),
            Self::En => format!("it holds an error: {error}"),
        }
    }

    /// A formula without a value. The formula is empty if it is that of another cell.
    pub fn import_no_value(self, formula: &str) -> String {
        let formula = if formula.is_empty() { String::new() } else { format!(" ={formula}") };
        match self {
            Self::Id => format!(
                "hasil rumus{formula} tidak tersimpan; buka dan simpan berkasnya di aplikasi lembar kerja"
            ),
            Self::En => format!(
                "the formula{formula} has no stored value; open and save the file in a spreadsheet program"
            ),
        }
    }

    /// A hidden sheet that is not taken.
    pub fn import_hidden_sheet(self) -> &'static str {
        match self {
            Self::Id => "lembar tersembunyi; tampilkan, atau sebutkan namanya dalam peta",
            Self::En => "a hidden sheet; unhide it, or name it in a map",
        }
    }

    /// A hidden sheet that is taken because a map names it, and hidden columns and rows.
    pub fn import_hidden(self) -> &'static str {
        match self {
            Self::Id => "tersembunyi, tetapi diambil",
            Self::En => "hidden, but taken",
        }
    }

    /// A row that is hidden, by hand or by a filter.
    pub fn import_hidden_row(self) -> &'static str {
        match self {
            Self::Id => "tersembunyi atau tersaring, tetapi diambil",
            Self::En => "hidden or filtered out, but taken",
        }
    }

    /// A cell may name several people.
    pub fn import_several_people(self, text: &str) -> String {
        match self {
            Self::Id => format!(
                "“{text}”: satu orang atau beberapa? Dicatat sebagai satu; pisahkan nama dengan titik koma"
            ),
            Self::En => {
                format!("“{text}”: one person or several? Taken for one; separate names by semicolons")
            }
        }
    }

    /// A cell may name several organizations.
    pub fn import_several_organizations(self, text: &str) -> String {
        match self {
            Self::Id => format!(
                "“{text}”: satu organisasi atau beberapa? Dicatat sebagai satu; pisahkan nama dengan titik koma"
            ),
            Self::En => {
                format!("“{text}”: one organization or several? Taken for one; separate names by semicolons")
            }
        }
    }

    /// A number that may be the serial number of a date.
    pub fn import_date_serial(self, text: &str, date: &str, field: &str) -> String {
        match self {
            Self::Id => format!(
                "“{text}” mungkin nomor seri tanggal {date}; jika ya, tulis tanggalnya; disimpan di {field}"
            ),
            Self::En => {
                format!("“{text}” may be the serial number of {date}; if so, write the date; kept in {field}")
            }
        }
    }

    /// A column whose numbers became the ids.
    pub fn import_id_column(self, heading: &str) -> String {
        match self {
            Self::Id => format!("“{heading}” terisi dan berbeda di tiap baris, jadi dipakai sebagai id"),
            Self::En => format!("“{heading}” is filled and differs in each row, so the ids are made of it"),
        }
    }

    /// A visit that differs from another one of the sheet by nothing of which ids are made.
    pub fn import_equal_visits(self) -> &'static str {
        match self {
            Self::Id => {
                "judul, tanggal, dan tamunya sama dengan baris lain; id-nya dinomori menurut urutan baris"
            }
            Self::En => {
                "the same title, date and visitor as another row; the ids are numbered in the order of the rows"
            }
        }
    }

    /// A new visit that may be a visit of the file, corrected.
    pub fn import_corrected(self, id: &str) -> String {
        match self {
            Self::Id => format!(
                "baru, tetapi mungkin perbaikan kunjungan {id}, yang tidak ada lagi di masukan; jika ya, isi {id} di kolom ID"
            ),
            Self::En => format!(
                "new, but perhaps a corrected version of the visit {id}, which the input no longer has; if so, put {id} into a column ID"
            ),
        }
    }
}

/// A place within a file or a sheet.
fn within(label: &str, place: &str) -> String {
    if label.is_empty() { place.to_owned() } else { format!("{label}, {place}") }
}
