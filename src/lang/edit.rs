//! Messages about changes to record files.

use super::Lang;

impl Lang {
    /// A file has a syntax error.
    pub fn edit_syntax(self, path: &str, line: usize) -> String {
        match self {
            Self::Id => format!("{path} tidak diubah: ada kesalahan YAML di baris {line}; perbaiki dulu"),
            Self::En => {
                format!("{path} was not changed: there is a YAML error in line {line}; correct it first")
            }
        }
    }

    /// A file has a JSON record on each line.
    pub fn edit_json_lines(self, path: &str) -> String {
        match self {
            Self::Id => {
                format!("{path} tidak diubah: JSON Lines hanya dibaca; jadikan YAML dengan “lawat import”")
            }
            Self::En => {
                format!(
                    "{path} was not changed: JSON Lines are only read; make YAML of it with “lawat import”"
                )
            }
        }
    }

    /// A line of a file cannot be changed by the program.
    pub fn edit_unsupported(self, path: &str, line: usize) -> String {
        match self {
            Self::Id => format!(
                "{path} tidak diubah: baris {line} memakai alias, nilai gabungan, atau bentuk lain yang hanya dapat disunting sendiri"
            ),
            Self::En => format!(
                "{path} was not changed: line {line} uses an alias, merged values or another form that only you can edit"
            ),
        }
    }

    /// A record cannot be written as YAML.
    pub fn edit_unwritable(self, path: &str, reason: &str) -> String {
        match self {
            Self::Id => format!("{path} tidak diubah: data tidak dapat ditulis sebagai YAML ({reason})"),
            Self::En => format!("{path} was not changed: the record cannot be written as YAML ({reason})"),
        }
    }

    /// The new text, read again, has other values than it should.
    pub fn edit_mismatch(self, path: &str) -> String {
        match self {
            Self::Id => format!(
                "{path} tidak diubah: setelah dibaca kembali, isinya tidak seperti seharusnya; sunting sendiri berkas ini"
            ),
            Self::En => format!(
                "{path} was not changed: read again, its content would not be what it should; edit the file yourself"
            ),
        }
    }

    /// A file is not UTF-8.
    pub fn edit_not_utf8(self, path: &str) -> String {
        match self {
            Self::Id => format!("{path} tidak diubah: hanya berkas UTF-8 yang dapat diubah"),
            Self::En => format!("{path} was not changed: only UTF-8 files can be changed"),
        }
    }

    /// A file has changed since it was read.
    pub fn edit_file_changed(self, path: &str) -> String {
        match self {
            Self::Id => format!("{path} tidak diubah: berkas itu baru saja berubah; coba lagi"),
            Self::En => format!("{path} was not changed: it has just been changed; try again"),
        }
    }

    /// The new text of a file would have errors; the first of them.
    pub fn edit_faulty(self, path: &str, error: &str) -> String {
        match self {
            Self::Id => format!("{path} tidak diubah: hasilnya akan bermasalah: {error}"),
            Self::En => format!("{path} was not changed: the result would have an error: {error}"),
        }
    }
}
