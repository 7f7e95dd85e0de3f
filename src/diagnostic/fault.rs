//! What can be wrong, with the facts that it takes to say so in both languages.

use super::Code;
use crate::lang::{Both, Lang};

/// Something wrong in the data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The system's reason.
    UnreadableFile(String),
    /// The first byte, from 0, that belongs to no text.
    NotText {
        /// Its offset.
        byte: usize,
    },
    /// The limit, in bytes.
    TooLarge(u64),
    /// The parser's own words.
    Syntax(String),
    /// The limit.
    TooDeep(usize),
    /// Aliases outgrew the file.
    TooManyAliases,
    /// The version that the file names.
    UnsupportedVersion(String),
    /// The field that stands twice.
    DuplicateKey(String),
    /// The field, and a known one that is spelt nearly so.
    UnknownField {
        /// As written.
        field: String,
        /// "Did you mean".
        nearest: Option<String>,
    },
    /// The field that is missing.
    MissingField(String),
    /// What should stand there, and what does.
    WrongType {
        /// Wanted.
        expected: Shape,
        /// Found.
        found: Shape,
    },
    /// A word outside its list.
    UnknownValue {
        /// As written.
        value: String,
        /// "Did you mean".
        nearest: Option<String>,
        /// The list.
        allowed: Vec<&'static str>,
    },
    /// The text that is no date.
    BadDate(String),
    /// Two records of one id.
    DuplicateId {
        /// The id.
        id: String,
        /// Where the first stands: a line of the same file, or `file:line`.
        first: String,
    },
    /// An id that names nothing of the kind wanted.
    UnknownReference {
        /// As written.
        id: String,
        /// What it should name.
        wanted: Kind,
        /// "Did you mean".
        nearest: Option<String>,
    },
}

/// The shapes of a YAML value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// One piece of text.
    Text,
    /// A whole number from 0.
    Count,
    /// A number.
    Number,
    /// A list.
    List,
    /// Fields with values.
    Record,
    /// Nothing, or `null`.
    Nothing,
}

/// What a reference may name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A stop of the itinerary.
    Stop,
    /// A participant or an organization.
    Actor,
    /// An organization.
    Organization,
    /// A statement.
    Statement,
    /// A source.
    Source,
    /// Anything in the visit.
    Anything,
}

impl Shape {
    fn words(self, lang: Lang) -> &'static str {
        let both = match self {
            Self::Text => Both { id: "teks", en: "text" },
            Self::Count => Both { id: "bilangan bulat", en: "a whole number" },
            Self::Number => Both { id: "bilangan", en: "a number" },
            Self::List => Both { id: "daftar", en: "a list" },
            Self::Record => Both { id: "isian berpasangan (kunci: nilai)", en: "fields (key: value)" },
            Self::Nothing => Both { id: "kosong", en: "nothing" },
        };
        both.get(lang)
    }
}

impl Kind {
    fn words(self, lang: Lang) -> &'static str {
        let both = match self {
            Self::Stop => Both { id: "persinggahan", en: "stop" },
            Self::Actor => Both { id: "peserta atau organisasi", en: "participant or organization" },
            Self::Organization => Both { id: "organisasi", en: "organization" },
            Self::Statement => Both { id: "pernyataan", en: "statement" },
            Self::Source => Both { id: "sumber", en: "source" },
            Self::Anything => Both { id: "apa pun dalam kunjungan ini", en: "record of this visit" },
        };
        both.get(lang)
    }
}

impl Fault {
    /// Its stable code.
    pub fn code(&self) -> Code {
        match self {
            Self::UnreadableFile(_) => Code::UnreadableFile,
            Self::NotText { .. } => Code::NotText,
            Self::TooLarge(_) => Code::TooLarge,
            Self::Syntax(_) => Code::Syntax,
            Self::TooDeep(_) => Code::TooDeep,
            Self::TooManyAliases => Code::TooManyAliases,
            Self::UnsupportedVersion(_) => Code::UnsupportedVersion,
            Self::DuplicateKey(_) => Code::DuplicateKey,
            Self::UnknownField { .. } => Code::UnknownField,
            Self::MissingField(_) => Code::MissingField,
            Self::WrongType { .. } => Code::WrongType,
            Self::UnknownValue { .. } => Code::UnknownValue,
            Self::BadDate(_) => Code::BadDate,
            Self::DuplicateId { .. } => Code::DuplicateId,
            Self::UnknownReference { .. } => Code::UnknownReference,
        }
    }

    /// What is wrong, in one line.
    pub fn message(&self, lang: Lang) -> String {
        match lang {
            Lang::Id => self.message_id(),
            Lang::En => self.message_en(),
        }
    }

    fn message_id(&self) -> String {
        match self {
            Self::UnreadableFile(reason) => format!("berkas tidak dapat dibaca: {reason}"),
            Self::NotText { byte } => format!("bukan teks UTF-8 (bita ke-{byte})"),
            Self::TooLarge(limit) => format!("berkas lebih besar dari {} MiB", limit >> 20),
            Self::Syntax(detail) => format!("YAML tidak terbaca: {detail}"),
            Self::TooDeep(limit) => format!("bersarang lebih dari {limit} tingkat"),
            Self::TooManyAliases => "alias membuat isi berkas membengkak".to_owned(),
            Self::UnsupportedVersion(version) => format!("versi format “{version}” tidak dikenal"),
            Self::DuplicateKey(key) => format!("“{key}” ditulis dua kali"),
            Self::UnknownField { field, .. } => format!("isian “{field}” tidak dikenal"),
            Self::MissingField(field) => format!("isian “{field}” wajib ada"),
            Self::WrongType { expected, found } => {
                format!("seharusnya {}, tertulis {}", expected.words(Lang::Id), found.words(Lang::Id))
            }
            Self::UnknownValue { value, .. } => format!("“{value}” tidak ada dalam daftar pilihan"),
            Self::BadDate(text) => format!("“{text}” bukan tanggal"),
            Self::DuplicateId { id, .. } => format!("id “{id}” sudah dipakai"),
            Self::UnknownReference { id, wanted, .. } => {
                format!("tidak ada {} dengan id “{id}”", wanted.words(Lang::Id))
            }
        }
    }

    fn message_en(&self) -> String {
        match self {
            Self::UnreadableFile(reason) => format!("the file cannot be read: {reason}"),
            Self::NotText { byte } => format!("not UTF-8 text (at byte {byte})"),
            Self::TooLarge(limit) => format!("the file is larger than {} MiB", limit >> 20),
            Self::Syntax(detail) => format!("this is not YAML: {detail}"),
            Self::TooDeep(limit) => format!("nested more than {limit} levels deep"),
            Self::TooManyAliases => "aliases make the file swell".to_owned(),
            Self::UnsupportedVersion(version) => format!("format version “{version}” is not known"),
            Self::DuplicateKey(key) => format!("“{key}” is written twice"),
            Self::UnknownField { field, .. } => format!("there is no field “{field}”"),
            Self::MissingField(field) => format!("the field “{field}” is required"),
            Self::WrongType { expected, found } => {
                format!("expected {}, found {}", expected.words(Lang::En), found.words(Lang::En))
            }
            Self::UnknownValue { value, .. } => format!("“{value}” is not one of the choices"),
            Self::BadDate(text) => format!("“{text}” is not a date"),
            Self::DuplicateId { id, .. } => format!("the id “{id}” is already taken"),
            Self::UnknownReference { id, wanted, .. } => {
                format!("no {} has the id “{id}”", wanted.words(Lang::En))
            }
        }
    }

    /// What would mend it, if there is something to say.
    pub fn remedy(&self, lang: Lang) -> Option<String> {
        let both = |id: String, en: String| match lang {
            Lang::Id => id,
            Lang::En => en,
        };
        let meant = |name: &str| both(format!("Maksudnya “{name}”?"), format!("Did you mean “{name}”?"));
        Some(match self {
            Self::UnknownField { nearest: Some(name), .. }
            | Self::UnknownValue { nearest: Some(name), .. }
            | Self::UnknownReference { nearest: Some(name), .. } => meant(name),
            Self::UnknownField { .. } => both(
                "Isian buatan sendiri harus diawali “x-”.".to_owned(),
                "A field of your own must begin with “x-”.".to_owned(),
            ),
            Self::UnknownValue { allowed, .. } => {
                let list = allowed.join(", ");
                both(format!("Pilihannya: {list}."), format!("Choose from: {list}."))
            }
            Self::BadDate(_) => both(
                "Tulis 2026, 2026-01, 2026-01-10 atau 2026-01-10T09:30.".to_owned(),
                "Write 2026, 2026-01, 2026-01-10 or 2026-01-10T09:30.".to_owned(),
            ),
            Self::DuplicateId { first, .. } => {
                both(format!("Yang pertama: {first}."), format!("The first one: {first}."))
            }
            Self::UnsupportedVersion(_) => {
                both("Versi yang dikenal: 1.0.".to_owned(), "The known version is 1.0.".to_owned())
            }
            Self::NotText { .. } => {
                both("Simpan berkas sebagai UTF-8.".to_owned(), "Save the file as UTF-8.".to_owned())
            }
            _ => return None,
        })
    }
}
