//! Messages about what people type into the fields of a record.

use super::Lang;

impl Lang {
    /// A required field is empty.
    pub fn entry_missing(self, field: &str) -> String {
        match self {
            Self::Id => format!("{field} harus diisi"),
            Self::En => format!("{field} is required"),
        }
    }

    /// A text is not a date.
    pub fn entry_not_a_date(self, text: &str) -> String {
        match self {
            Self::Id => {
                format!("“{text}” bukan tanggal; misalnya: 2026-01-10, 10 Januari 2026, Januari 2026")
            }
            Self::En => {
                format!("“{text}” is not a date; for example: 2026-01-10, 10 January 2026, January 2026")
            }
        }
    }

    /// A date depends on the current day.
    pub fn entry_relative_date(self, text: &str) -> String {
        match self {
            Self::Id => format!("“{text}” bergantung pada hari ini; tulis tanggalnya"),
            Self::En => format!("“{text}” depends on today; write the date"),
        }
    }

    /// A text is not a number.
    pub fn entry_not_a_number(self, text: &str) -> String {
        match self {
            Self::Id => format!("“{text}” bukan angka"),
            Self::En => format!("“{text}” is not a number"),
        }
    }

    /// A word is not in a closed vocabulary.
    pub fn entry_not_a_word(self, text: &str, words: &[String]) -> String {
        let words = words.join(", ");
        match self {
            Self::Id => format!("“{text}” tidak dikenal; pilih: {words}"),
            Self::En => format!("“{text}” is not known; choose: {words}"),
        }
    }

    /// A field takes one name only.
    pub fn entry_one_name_only(self) -> &'static str {
        match self {
            Self::Id => "hanya satu nama yang dapat diisikan di sini",
            Self::En => "only one name fits here",
        }
    }

    /// A person has neither name nor post nor organization.
    pub fn entry_nameless(self) -> &'static str {
        match self {
            Self::Id => "isi nama, jabatan, atau lembaganya",
            Self::En => "enter a name, a post or an organization",
        }
    }

    /// An id is taken.
    pub fn entry_id_taken(self, id: &str) -> String {
        match self {
            Self::Id => format!("“{id}” sudah ada di kunjungan ini"),
            Self::En => format!("“{id}” is in this visit already"),
        }
    }

    /// An id is malformed.
    pub fn entry_bad_id(self, id: &str) -> String {
        match self {
            Self::Id => format!(
                "“{id}” tidak dapat dipakai sebagai ID: hanya huruf, angka, “.”, “_”, dan “-”, paling banyak 100"
            ),
            Self::En => {
                format!("“{id}” cannot be an ID: only letters, digits, “.”, “_” and “-”, at most 100")
            }
        }
    }

    /// The visit of a new record is not known.
    pub fn entry_no_visit(self) -> &'static str {
        match self {
            Self::Id => "kunjungan mana? isi ID atau judulnya",
            Self::En => "which visit? enter its ID or title",
        }
    }

    /// A place in a source is given, but not in which.
    pub fn entry_no_source(self) -> &'static str {
        match self {
            Self::Id => "letak dalam sumber membutuhkan sumbernya",
            Self::En => "a place in the source needs the source",
        }
    }

    /// The first line of the fields of a record in an editor.
    pub fn text_form_head(self) -> &'static str {
        match self {
            Self::Id => "Simpan, lalu tutup editor untuk kembali ke formulir. Baris dengan # tidak dibaca.",
            Self::En => "Save, then close the editor to return to the form. Lines with # are not read.",
        }
    }

    /// The fields of a record that come from an editor are not YAML.
    pub fn text_form_syntax(self, reason: &str) -> String {
        match self {
            Self::Id => format!("teks dari editor bukan YAML yang benar: {reason}"),
            Self::En => format!("the text from the editor is not valid YAML: {reason}"),
        }
    }

    /// A field that comes from an editor is not one of the record.
    pub fn text_form_unknown_field(self, name: &str) -> String {
        match self {
            Self::Id => format!("teks dari editor: “{name}” bukan nama isian"),
            Self::En => format!("the text from the editor: “{name}” is not the name of a field"),
        }
    }

    /// A field that comes from an editor is not a text.
    pub fn text_form_nested(self, name: &str) -> String {
        match self {
            Self::Id => format!("teks dari editor: “{name}” harus teks atau daftar teks"),
            Self::En => format!("the text from the editor: “{name}” must be a text or a list of texts"),
        }
    }
}
