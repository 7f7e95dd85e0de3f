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
    /// What stands in the way of reading YAML.
    Syntax(Snag),
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
    /// The end, and the start that lies behind it, as written.
    EndBeforeStart {
        /// The end.
        end: String,
        /// The start.
        start: String,
    },
    /// Latitude and longitude, one of which is out of range.
    BadCoordinates(String),
    /// The text that cannot be an id.
    BadId(String),
    /// Two records of one id.
    DuplicateId {
        /// The id.
        id: String,
        /// Where the first stands: `file:line`.
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

/// Why a text is not YAML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Snag {
    /// A quotation mark that is not closed, or text behind the closing one.
    Quote,
    /// A bracket or brace that is not closed, or not the right one.
    Bracket,
    /// A tab where spaces must be.
    Tab,
    /// A line that stands too far left or right.
    Indentation,
    /// A colon that no key belongs to.
    Colon,
    /// An alias to an anchor that does not stand before it.
    Alias,
    /// Something rarer, in the parser's own words.
    Other(String),
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
            Self::Record => Both { id: "pasangan kunci: nilai", en: "fields (key: value)" },
            Self::Nothing => Both { id: "kosong", en: "nothing" },
        };
        both.get(lang)
    }
}

impl Snag {
    fn words(&self, lang: Lang) -> String {
        let both = match self {
            Self::Quote => {
                Both { id: "tanda kutip belum ditutup dengan benar", en: "a quotation mark is not closed" }
            }
            Self::Bracket => {
                Both { id: "tanda kurung belum ditutup dengan benar", en: "a bracket is not closed" }
            }
            Self::Tab => {
                Both { id: "tab dipakai sebagai ganti spasi", en: "a tab stands where spaces must be" }
            }
            Self::Indentation => Both {
                id: "baris ini menjorok terlalu jauh atau kurang",
                en: "the line is indented too far or not far enough",
            },
            Self::Colon => Both {
                id: "titik dua di tempat yang tidak semestinya",
                en: "a colon stands where none can be",
            },
            Self::Alias => Both { id: "alias ini tidak menunjuk apa pun", en: "the alias points to nothing" },
            Self::Other(words) => return words.clone(),
        };
        both.get(lang).to_owned()
    }

    fn remedy(&self) -> Option<Both> {
        Some(match self {
            Self::Quote => Both {
                id: "Tutup tanda kutipnya; tanda kutip di dalamnya ditulis dua kali atau diawali \\.",
                en: "Close it; write quotation marks inside it twice, or with a \\ before them.",
            },
            Self::Bracket => Both {
                id: "Tutup setiap [ dengan ] dan setiap { dengan }.",
                en: "Close each [ with ] and each { with }.",
            },
            Self::Tab => Both { id: "Ganti tab dengan spasi.", en: "Replace the tab with spaces." },
            Self::Indentation => Both {
                id: "Samakan awal baris ini dengan isian lain dalam catatan yang sama.",
                en: "Let the line begin where the other fields of its record begin.",
            },
            Self::Colon => Both {
                id: "Apit teks yang memuat titik dua dengan tanda kutip.",
                en: "Put a text that holds a colon between quotation marks.",
            },
            Self::Alias | Self::Other(_) => return None,
        })
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
            Self::Anything => Both { id: "catatan dalam kunjungan ini", en: "record of this visit" },
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
            Self::EndBeforeStart { .. } => Code::EndBeforeStart,
            Self::BadCoordinates(_) => Code::BadCoordinates,
            Self::BadId(_) => Code::BadId,
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
            Self::NotText { byte } => format!("bukan teks UTF-8 (sesudah {byte} bita)"),
            Self::TooLarge(limit) => format!("berkas lebih besar dari {} MiB", limit >> 20),
            Self::Syntax(snag) => format!("YAML tidak terbaca: {}", snag.words(Lang::Id)),
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
            Self::BadDate(text) => format!("“{text}” bukan tanggal yang sah"),
            Self::EndBeforeStart { end, start } => format!("berakhir {end}, sebelum mulai {start}"),
            Self::BadCoordinates(text) => format!("tidak ada tempat di bumi pada {text}"),
            Self::BadId(text) => format!("“{text}” tidak dapat dipakai sebagai id"),
            Self::DuplicateId { id, .. } => format!("id “{id}” sudah dipakai"),
            Self::UnknownReference { id, wanted, .. } => {
                format!("tidak ada {} dengan id “{id}”", wanted.words(Lang::Id))
            }
        }
    }

    fn message_en(&self) -> String {
        match self {
            Self::UnreadableFile(reason) => format!("the file cannot be read: {reason}"),
            Self::NotText { byte } => format!("not UTF-8 text (at byte {byte}, counted from 0)"),
            Self::TooLarge(limit) => format!("the file is larger than {} MiB", limit >> 20),
            Self::Syntax(snag) => format!("invalid YAML: {}", snag.words(Lang::En)),
            Self::TooDeep(limit) => format!("nested more than {limit} levels deep"),
            Self::TooManyAliases => "aliases expand the file too far".to_owned(),
            Self::UnsupportedVersion(version) => format!("format version “{version}” is not known"),
            Self::DuplicateKey(key) => format!("“{key}” is written twice"),
            Self::UnknownField { field, .. } => format!("there is no field “{field}”"),
            Self::MissingField(field) => format!("the field “{field}” is required"),
            Self::WrongType { expected, found } => {
                format!("expected {}, found {}", expected.words(Lang::En), found.words(Lang::En))
            }
            Self::UnknownValue { value, .. } => format!("“{value}” is not one of the choices"),
            Self::BadDate(text) => format!("“{text}” is not a valid date"),
            Self::EndBeforeStart { end, start } => format!("it ends on {end}, before it starts on {start}"),
            Self::BadCoordinates(text) => format!("there is no place on earth at {text}"),
            Self::BadId(text) => format!("“{text}” cannot be an id"),
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
            Self::EndBeforeStart { .. } => both(
                "Periksa start_date dan end_date.".to_owned(),
                "Look at start_date and end_date.".to_owned(),
            ),
            Self::BadCoordinates(_) => both(
                "latitude dari -90 sampai 90, longitude dari -180 sampai 180.".to_owned(),
                "latitude goes from -90 to 90, longitude from -180 to 180.".to_owned(),
            ),
            Self::BadId(_) => both(
                "Pakai huruf, angka, titik, garis bawah atau tanda hubung; paling banyak 100 karakter."
                    .to_owned(),
                "Use letters, digits, points, underscores or hyphens; at most 100 characters.".to_owned(),
            ),
            Self::DuplicateId { first, .. } => {
                both(format!("Yang pertama: {first}."), format!("The first one: {first}."))
            }
            Self::UnsupportedVersion(_) => {
                both("Versi yang dikenal: 1.0.".to_owned(), "The known version is 1.0.".to_owned())
            }
            Self::Syntax(snag) => snag.remedy()?.get(lang).to_owned(),
            Self::NotText { .. } => {
                both("Simpan berkas sebagai UTF-8.".to_owned(), "Save the file as UTF-8.".to_owned())
            }
            _ => return None,
        })
    }
}
