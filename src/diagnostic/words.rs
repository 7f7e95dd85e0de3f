//! What is wrong, and what would mend it, in the words of both languages.

use super::fault::{Binary, Fault, Kind, Shape};
use super::warning::Warning;
use crate::lang::{Both, Lang};

impl Fault {
    /// What is wrong, in one line.
    pub fn message(&self, lang: Lang) -> String {
        match lang {
            Lang::Id => self.message_id(),
            Lang::En => self.message_en(),
        }
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
            Self::Sheet => "ini tabel (CSV), bukan catatan kunjungan".to_owned(),
            Self::BareVisit => "ini isian satu kunjungan, tetapi di luar daftar visits".to_owned(),
            Self::BareList => "ini daftar kunjungan, tetapi tanpa schema_version dan visits".to_owned(),
            Self::EmptyFile => "berkas ini kosong: tidak ada apa pun selain spasi dan komentar".to_owned(),
            Self::NotText { byte } => format!("bukan teks UTF-8 (sesudah {byte} byte)"),
            Self::TooLarge(limit) => format!("berkas lebih besar dari {} MiB", limit >> 20),
            Self::TooManyValues => "nilai di berkas ini terlalu banyak untuk ukurannya".to_owned(),
            Self::GivenUp(breaks) => {
                format!("setelah {breaks} kesalahan tata tulis, sisa daftar ini tidak dibaca")
            }
            Self::Syntax(snag) => format!("YAML tidak terbaca: {}", snag.words(Lang::Id)),
            Self::TooDeep(limit) => format!("bersarang lebih dari {limit} tingkat"),
            Self::TooManyAliases => "alias membuat isi berkas membengkak".to_owned(),
            Self::UnsupportedVersion(version) => format!("versi format “{version}” tidak dikenal"),
            Self::DuplicateKey(key) => format!("“{key}” ditulis dua kali"),
            Self::UnknownField { field, .. } => format!("isian “{field}” tidak dikenal"),
            Self::StrayText(text) => format!("“{text}” bukan isian"),
            Self::Nameless => "peserta ini perlu name atau post".to_owned(),
            Self::MissingField(field) => format!("isian “{field}” wajib ada"),
            Self::WrongType { expected, found } => {
                format!("seharusnya {}, tetapi isinya {}", expected.words(Lang::Id), found.words(Lang::Id))
            }
            Self::UnknownValue { value, .. } => format!("“{value}” tidak ada dalam daftar pilihan"),
            Self::BadDate(text) => format!("“{text}” bukan tanggal yang sah"),
            Self::EndBeforeStart { end, start } => {
                format!("tanggal akhir ({end}) mendahului tanggal mulai ({start})")
            }
            Self::BadCoordinates(text) => format!("{text} di luar rentang yang sah"),
            Self::BadId(text) => format!("“{text}” tidak dapat dipakai sebagai id"),
            Self::DuplicateId(id) => format!("id “{id}” sudah dipakai"),
            Self::UnknownReference { id, wanted, .. } => {
                format!("tidak ada {} dengan id “{id}”", wanted.words(Lang::Id))
            }
            Self::Unproved(unproved) => unproved.message(Lang::Id),
            Self::Warning(warning) => warning.message(Lang::Id),
        }
    }

    fn message_en(&self) -> String {
        match self {
            Self::UnreadableFile(kind, words) => {
                format!("the file cannot be read: {}", Lang::En.reason(*kind, words))
            }
            Self::EmptyFolder => "the folder holds no *.yaml or *.yml".to_owned(),
            Self::NotAFile => "this is neither a file nor a folder".to_owned(),
            Self::Binary(what) => format!("this is {}, not UTF-8 text", what.words(Lang::En)),
            Self::WebPage => "this is a web page (HTML), not a visit record".to_owned(),
            Self::Sheet => "this is a sheet (CSV), not a visit record".to_owned(),
            Self::BareVisit => "these are the fields of a visit, outside the list of visits".to_owned(),
            Self::BareList => "this is a list of visits without schema_version and visits".to_owned(),
            Self::EmptyFile => "the file is empty: there is nothing but blanks and comments".to_owned(),
            Self::NotText { byte } => format!("not UTF-8 text (at byte {byte}, counted from 0)"),
            Self::TooLarge(limit) => format!("the file is larger than {} MiB", limit >> 20),
            Self::TooManyValues => "the file has too many values for its size".to_owned(),
            Self::GivenUp(breaks) => format!("after {breaks} breaks the rest of the list is not read"),
            Self::Syntax(snag) => format!("invalid YAML: {}", snag.words(Lang::En)),
            Self::TooDeep(limit) => format!("nested more than {limit} levels deep"),
            Self::TooManyAliases => "aliases expand the file too far".to_owned(),
            Self::UnsupportedVersion(version) => format!("format version “{version}” is not known"),
            Self::DuplicateKey(key) => format!("“{key}” is written twice"),
            Self::UnknownField { field, .. } => format!("there is no field “{field}”"),
            Self::StrayText(text) => format!("“{text}” is no field"),
            Self::Nameless => "the participant needs a name or a post".to_owned(),
            Self::MissingField(field) => format!("the field “{field}” is required"),
            Self::WrongType { expected, found } => {
                format!("expected {}, found {}", expected.words(Lang::En), found.words(Lang::En))
            }
            Self::UnknownValue { value, .. } => format!("“{value}” is not one of the choices"),
            Self::BadDate(text) => format!("“{text}” is not a valid date"),
            Self::EndBeforeStart { end, start } => format!("it ends on {end}, before it starts on {start}"),
            Self::BadCoordinates(text) => format!("there is no place on earth at {text}"),
            Self::BadId(text) => format!("“{text}” cannot be an id"),
            Self::DuplicateId(id) => format!("the id “{id}” is already taken"),
            Self::UnknownReference { id, wanted, .. } => {
                format!("no {} has the id “{id}”", wanted.words(Lang::En))
            }
            Self::Unproved(unproved) => unproved.message(Lang::En),
            Self::Warning(warning) => warning.message(Lang::En),
        }
    }

    /// What to say before the other place of a fault.
    pub fn other_place(&self, lang: Lang) -> &'static str {
        let both = match self {
            Self::EndBeforeStart { .. } => Both { id: "Mulainya:", en: "The start:" },
            Self::Unproved(_) => Both { id: "Dalam teks sumber:", en: "In the text of the source:" },
            Self::Warning(Warning::WeekdayMismatch { .. } | Warning::PrintedDateMismatch { .. }) => {
                Both { id: "Tanggalnya:", en: "The date:" }
            }
            Self::Warning(Warning::OutsideTheVisit { .. }) => {
                Both { id: "Tanggal kunjungan:", en: "The date of the visit:" }
            }
            _ => Both { id: "Yang pertama:", en: "The first one:" },
        };
        both.get(lang)
    }
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

impl Kind {
    fn words(self, lang: Lang) -> &'static str {
        let both = match self {
            Self::Stop => Both { id: "persinggahan", en: "stop" },
            Self::Actor => Both { id: "peserta atau organisasi", en: "participant or organization" },
            Self::Organization => Both { id: "organisasi", en: "organization" },
            Self::Statement => Both { id: "pernyataan", en: "statement" },
            Self::Source => Both { id: "sumber", en: "source" },
            Self::Anything => Both { id: "catatan dalam kunjungan ini", en: "record of this visit" },
            Self::RegisteredPerson => Both { id: "orang di register", en: "person of the register" },
            Self::RegisteredOrganization => {
                Both { id: "organisasi di register", en: "organization of the register" }
            }
            Self::Place => Both { id: "tempat", en: "place" },
        };
        both.get(lang)
    }
}

impl Binary {
    fn words(self, lang: Lang) -> &'static str {
        let both = match self {
            Self::Pdf => Both { id: "dokumen PDF", en: "a PDF document" },
            Self::Office => Both {
                id: "dokumen kantor atau berkas terkompresi",
                en: "an office document or a compressed file",
            },
            Self::Picture => Both { id: "gambar", en: "a picture" },
            Self::Utf16 => Both { id: "teks UTF-16 tanpa tandanya", en: "UTF-16 without its mark" },
            Self::Other => Both { id: "berkas biner", en: "a binary file" },
        };
        both.get(lang)
    }
}
