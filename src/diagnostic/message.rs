//! The message of each problem, in both languages.

use super::problem::{BinaryFormat, Problem, ReferenceKind, Shape};
use super::warning::Warning;
use crate::lang::{Both, Lang};

impl Problem {
    /// The message: one line without a final full stop.
    pub fn message(&self, lang: Lang) -> String {
        quoted_once(&match lang {
            Lang::Id => self.message_id(),
            Lang::En => self.message_en(),
        })
    }

    fn message_id(&self) -> String {
        match self {
            Self::UnreadableFile(kind, words) => {
                format!("berkas tidak dapat dibaca: {}", Lang::Id.reason(*kind, words))
            }
            Self::EmptyFolder => "folder ini tidak memuat berkas *.yaml atau *.yml".to_owned(),
            Self::NotAFile => "ini bukan berkas dan bukan folder".to_owned(),
            Self::Binary(what) => format!("ini {}, bukan teks UTF-8", what.words(Lang::Id)),
            Self::WebPage => "ini halaman web (HTML), bukan catatan kunjungan".to_owned(),
            Self::Table => "ini tabel (CSV), bukan catatan kunjungan".to_owned(),
            Self::VisitOutsideList => {
                "isian ini milik satu kunjungan, tetapi berada di luar daftar visits".to_owned()
            }
            Self::ListWithoutArchive => {
                "ini daftar kunjungan, tetapi tanpa schema_version dan visits".to_owned()
            }
            Self::EmptyFile => "berkas ini kosong: hanya berisi spasi atau komentar".to_owned(),
            Self::NotText { byte } => format!("bukan teks UTF-8 (byte ke-{byte}, dihitung dari 0)"),
            Self::TooLarge(limit) => format!("berkas lebih besar dari {} MiB", limit >> 20),
            Self::TooManyValues => "jumlah nilai dalam berkas ini terlalu banyak untuk ukurannya".to_owned(),
            Self::TooManySyntaxErrors(breaks) => {
                format!("setelah {breaks} kesalahan sintaks, sisa daftar ini tidak dibaca")
            }
            Self::Syntax(error) => format!("YAML tidak sah: {}", error.words(Lang::Id)),
            Self::TooDeep(limit) => format!("bersarang lebih dari {limit} tingkat"),
            Self::TooManyAliases => "alias membuat isi berkas terlalu besar".to_owned(),
            Self::UnsupportedVersion(version) => format!("versi format “{version}” tidak didukung"),
            Self::DuplicateKey(key) => format!("“{key}” ditulis dua kali"),
            Self::UnknownField { field, .. } => format!("isian “{field}” tidak dikenal"),
            Self::StrayText(text) => format!("“{text}” bukan isian"),
            Self::UnnamedParticipant => "peserta harus memiliki name atau post".to_owned(),
            Self::MissingField(field) => format!("isian “{field}” wajib diisi"),
            Self::WrongType { expected, found } => {
                format!("seharusnya {}, bukan {}", expected.words(Lang::Id), found.words(Lang::Id))
            }
            Self::UnknownValue { value, .. } | Self::ValueOfOtherField { value, .. } => {
                format!("nilai “{value}” tidak diperbolehkan")
            }
            Self::BadDate(text) => format!("“{text}” bukan tanggal yang sah"),
            Self::EndBeforeStart { end, start } => {
                format!("tanggal selesai ({end}) mendahului tanggal mulai ({start})")
            }
            Self::BadCoordinates(text) => format!("koordinat di luar rentang: {text}"),
            Self::BadId(text) => format!("“{text}” bukan ID yang sah"),
            Self::DuplicateId(id) => format!("ID “{id}” sudah dipakai"),
            Self::UnknownReference { id, wanted, .. } => {
                format!("tidak ada {} dengan ID “{id}”", wanted.words(Lang::Id))
            }
            Self::UnverifiedQuote(unverified) => unverified.message(Lang::Id),
            Self::Warning(warning) => warning.message(Lang::Id),
        }
    }

    fn message_en(&self) -> String {
        match self {
            Self::UnreadableFile(kind, words) => {
                format!("cannot read the file: {}", Lang::En.reason(*kind, words))
            }
            Self::EmptyFolder => "the folder contains no *.yaml or *.yml files".to_owned(),
            Self::NotAFile => "this is neither a file nor a folder".to_owned(),
            Self::Binary(what) => format!("this is {}, not UTF-8 text", what.words(Lang::En)),
            Self::WebPage => "this is a web page (HTML), not a visit record".to_owned(),
            Self::Table => "this is a table (CSV), not a visit record".to_owned(),
            Self::VisitOutsideList => "fields of a visit outside the visits list".to_owned(),
            Self::ListWithoutArchive => "a list of visits without schema_version and visits".to_owned(),
            Self::EmptyFile => "the file is empty: it contains only white space or comments".to_owned(),
            Self::NotText { byte } => format!("not UTF-8 text (invalid byte at offset {byte})"),
            Self::TooLarge(limit) => format!("the file is larger than {} MiB", limit >> 20),
            Self::TooManyValues => "the file has too many values for its size".to_owned(),
            Self::TooManySyntaxErrors(breaks) => {
                format!("the rest of the list was skipped after {breaks} syntax errors")
            }
            Self::Syntax(error) => format!("invalid YAML: {}", error.words(Lang::En)),
            Self::TooDeep(limit) => format!("nested more than {limit} levels deep"),
            Self::TooManyAliases => "aliases expand the file too far".to_owned(),
            Self::UnsupportedVersion(version) => format!("format version “{version}” is not supported"),
            Self::DuplicateKey(key) => format!("“{key}” appears twice"),
            Self::UnknownField { field, .. } => format!("unknown field “{field}”"),
            Self::StrayText(text) => format!("“{text}” is not a field"),
            Self::UnnamedParticipant => "a participant must have a name or a post".to_owned(),
            Self::MissingField(field) => format!("the field “{field}” is required"),
            Self::WrongType { expected, found } => {
                format!("expected {}, found {}", expected.words(Lang::En), found.words(Lang::En))
            }
            Self::UnknownValue { value, .. } | Self::ValueOfOtherField { value, .. } => {
                format!("“{value}” is not an allowed value")
            }
            Self::BadDate(text) => format!("“{text}” is not a valid date"),
            Self::EndBeforeStart { end, start } => {
                format!("the end date ({end}) is before the start date ({start})")
            }
            Self::BadCoordinates(text) => format!("coordinate out of range: {text}"),
            Self::BadId(text) => format!("“{text}” is not a valid ID"),
            Self::DuplicateId(id) => format!("the ID “{id}” is already in use"),
            Self::UnknownReference { id, wanted, .. } => {
                format!("there is no {} with the ID “{id}”", wanted.words(Lang::En))
            }
            Self::UnverifiedQuote(unverified) => unverified.message(Lang::En),
            Self::Warning(warning) => warning.message(Lang::En),
        }
    }

    /// The label before the related location of a problem.
    pub fn related_label(&self, lang: Lang) -> &'static str {
        let both = match self {
            Self::EndBeforeStart { .. } => Both { id: "Tanggal mulai:", en: "Start date:" },
            Self::UnverifiedQuote(_) => Both { id: "Dalam teks sumber:", en: "In the source text:" },
            Self::Warning(Warning::WeekdayMismatch { .. } | Warning::PrintedDateMismatch { .. }) => {
                Both { id: "Tanggal catatan:", en: "Date of the record:" }
            }
            Self::Warning(Warning::OutsideTheVisit { .. }) => {
                Both { id: "Tanggal kunjungan:", en: "Date of the visit:" }
            }
            _ => Both { id: "Letak pertama:", en: "First occurrence:" },
        };
        both.get(lang)
    }
}

/// Removes quotation marks around text with quotation marks of its own: `““1.0””` becomes `“1.0”`.
pub(super) fn quoted_once(text: &str) -> String {
    let mark_pairs = [('“', '”'), ('"', '"'), ('„', '“'), ('«', '»'), ('‘', '’'), ('\'', '\'')];
    let mut text = text.to_owned();
    for (open, close) in mark_pairs {
        let (opens, closes) = (format!("“{open}"), format!("{close}”"));
        let mut done = String::new();
        while let Some((before, (inner, after))) = text.split_once(&opens).and_then(|(before, rest)| {
            Some((before, rest.split_once(&closes).filter(|(it, _)| !it.contains('”'))?))
        }) {
            done.extend([before, &open.to_string(), inner, &close.to_string()]);
            text = after.to_owned();
        }
        text = done + &text;
    }
    text
}

impl Shape {
    fn words(self, lang: Lang) -> &'static str {
        let both = match self {
            Self::Text => Both { id: "teks", en: "text" },
            Self::Count => Both { id: "bilangan bulat", en: "a whole number" },
            Self::Number => Both { id: "angka", en: "a number" },
            Self::List => Both { id: "daftar", en: "a list" },
            Self::Record => Both { id: "pasangan kunci: nilai", en: "fields (key: value)" },
            Self::Nothing => Both { id: "nilai kosong", en: "an empty value" },
        };
        both.get(lang)
    }
}

impl ReferenceKind {
    fn words(self, lang: Lang) -> &'static str {
        let both = match self {
            Self::Stop => Both { id: "lokasi kunjungan", en: "stop" },
            Self::Actor => Both { id: "peserta atau organisasi", en: "participant or organization" },
            Self::Organization => Both { id: "organisasi", en: "organization" },
            Self::Statement => Both { id: "pernyataan", en: "statement" },
            Self::Source => Both { id: "sumber", en: "source" },
            Self::Anything => Both { id: "catatan dalam kunjungan ini", en: "record in this visit" },
            Self::RegisteredPerson => Both { id: "orang dalam register", en: "person in the register" },
            Self::RegisteredOrganization => {
                Both { id: "organisasi dalam register", en: "organization in the register" }
            }
            Self::Place => Both { id: "tempat", en: "place" },
        };
        both.get(lang)
    }
}

impl BinaryFormat {
    fn words(self, lang: Lang) -> &'static str {
        let both = match self {
            Self::Pdf => Both { id: "dokumen PDF", en: "a PDF document" },
            Self::Office => Both {
                id: "dokumen perkantoran atau berkas terkompresi",
                en: "an office document or a compressed file",
            },
            Self::Picture => Both { id: "gambar", en: "an image" },
            Self::Utf16 => Both { id: "teks UTF-16 tanpa BOM", en: "UTF-16 without a byte order mark" },
            Self::Other => Both { id: "berkas biner", en: "a binary file" },
        };
        both.get(lang)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_quotation_marks_is_not_quoted_again() {
        for (text, once) in [
            ("versi ““1.0”” tidak dikenal", "versi “1.0” tidak dikenal"),
            ("“\"a\"” and ““b”” and “c”", "\"a\" and “b” and “c”"),
            ("“'Jum'at”", "“'Jum'at”"),
            ("““a” b”", "““a” b”"),
            ("“a”", "“a”"),
        ] {
            assert_eq!(quoted_once(text), once);
        }
    }
}
