//! What is wrong, and what would mend it, in the words of both languages.

use super::fault::{Binary, Fault, Kind, Marks, Shape};
use crate::lang::{Both, Lang, date_short, weekday};
use crate::model::PartialDate;

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
            Self::NotAFile => "ini perangkat, bukan berkas atau folder".to_owned(),
            Self::Binary(what) => format!("ini {}, bukan teks UTF-8", what.words(Lang::Id)),
            Self::WebPage => "ini halaman web (HTML), bukan catatan kunjungan".to_owned(),
            Self::EmptyFile => "berkas ini kosong: tidak ada apa pun selain spasi dan komentar".to_owned(),
            Self::NotText { byte } => format!("bukan teks UTF-8 (sesudah {byte} byte)"),
            Self::TooLarge(limit) => format!("berkas lebih besar dari {} MiB", limit >> 20),
            Self::TooManyValues => "nilai di berkas ini terlalu banyak untuk ukurannya".to_owned(),
            Self::GivenUp(breaks) => format!("sesudah {breaks} kali terputus, sisa daftar ini tidak dibaca"),
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
                format!("seharusnya {}, tertulis {}", expected.words(Lang::Id), found.words(Lang::Id))
            }
            Self::UnknownValue { value, .. } => format!("“{value}” tidak ada dalam daftar pilihan"),
            Self::BadDate(text) => format!("“{text}” bukan tanggal yang sah"),
            Self::EndBeforeStart { end, start } => format!("berakhir {end}, sebelum mulai {start}"),
            Self::BadCoordinates(text) => format!("{text} tidak mungkin"),
            Self::BadId(text) => format!("“{text}” tidak dapat dipakai sebagai id"),
            Self::DuplicateId(id) => format!("id “{id}” sudah dipakai"),
            Self::UnknownReference { id, wanted, .. } => {
                format!("tidak ada {} dengan id “{id}”", wanted.words(Lang::Id))
            }
            Self::HiddenCharacter { character, count } => {
                let others = if *count > 1 { format!(", dan {} lagi", count - 1) } else { String::new() };
                format!("{}{others}", hidden(*character).id.replace('@', &code_point(*character)))
            }
            Self::WeekdayMismatch { printed, date } => {
                let day = weekday(Lang::Id, date).unwrap_or_default();
                format!("tertulis “{printed}”, padahal {} jatuh pada hari {day}", date_short(Lang::Id, date))
            }
            Self::SameIdDifferentName { id, names } => {
                let (name, known) = &**names;
                format!("nama untuk id “{id}” di sini “{name}”, di tempat lain “{known}”")
            }
            Self::QuotationMarksInQuote(Marks::Around) => "kutipan ini diapit tanda kutip".to_owned(),
            Self::QuotationMarksInQuote(Marks::Alone) => {
                "ada tanda kutip tanpa pasangan di dalam kutipan ini".to_owned()
            }
            Self::QuotationMarksInQuote(Marks::Reported) => {
                "kutipan ini memuat kalimat pengiring wartawan".to_owned()
            }
            Self::QuoteWithoutSource { id, others: 0 } => format!("kutipan “{id}” tidak menyebut sumber"),
            Self::QuoteWithoutSource { id, others } => {
                format!("kutipan “{id}” dan {others} kutipan lain tidak menyebut sumber")
            }
            Self::QuoteNotInSource { id, .. } => format!("kutipan “{id}” tidak ada dalam teks sumber"),
            Self::UnknownTimezone { zone, .. } => format!("zona waktu “{zone}” tidak dikenal"),
            Self::UnknownLanguage(tag) => format!("kode bahasa “{tag}” tidak dikenal"),
            Self::OutsideTheVisit { date, visit } => {
                format!("{date} di luar tanggal kunjungan ({})", span(*visit))
            }
            Self::CommentInText(text) => format!("“{text}” dianggap komentar dan tidak terbaca"),
            Self::UnusedSource(id) => format!("sumber “{id}” tidak dirujuk dari mana pun"),
            Self::UnresolvedRelated(id) => format!("kunjungan “{id}” tidak ada dalam berkas yang dibuka"),
            Self::UnknownTag(tag) => format!("tag “{tag}” tidak berarti apa-apa di sini"),
        }
    }

    fn message_en(&self) -> String {
        match self {
            Self::UnreadableFile(kind, words) => {
                format!("the file cannot be read: {}", Lang::En.reason(*kind, words))
            }
            Self::EmptyFolder => "the folder holds no *.yaml or *.yml".to_owned(),
            Self::NotAFile => "this is a device, not a file or folder".to_owned(),
            Self::Binary(what) => format!("this is {}, not UTF-8 text", what.words(Lang::En)),
            Self::WebPage => "this is a web page (HTML), not a visit record".to_owned(),
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
            Self::HiddenCharacter { character, count } => {
                let others = if *count > 1 { format!(", and {} more", count - 1) } else { String::new() };
                format!("{}{others}", hidden(*character).en.replace('@', &code_point(*character)))
            }
            Self::WeekdayMismatch { printed, date } => {
                let day = weekday(Lang::En, date).unwrap_or_default();
                format!("the text says “{printed}”, but {} is a {day}", date_short(Lang::En, date))
            }
            Self::SameIdDifferentName { id, names } => {
                let (name, known) = &**names;
                format!("“{id}” is named “{name}” here and “{known}” elsewhere")
            }
            Self::QuotationMarksInQuote(Marks::Around) => "the quote stands in quotation marks".to_owned(),
            Self::QuotationMarksInQuote(Marks::Alone) => {
                "a quotation mark in the quote has no other half".to_owned()
            }
            Self::QuotationMarksInQuote(Marks::Reported) => {
                "the quote holds words of the reporter".to_owned()
            }
            Self::QuoteWithoutSource { id, others: 0 } => format!("the quote “{id}” names no source"),
            Self::QuoteWithoutSource { id, others } => {
                format!("the quote “{id}” and {others} more name no source")
            }
            Self::QuoteNotInSource { id, .. } => format!("the quote “{id}” is not in the source text"),
            Self::UnknownTimezone { zone, .. } => format!("the time zone “{zone}” is not known"),
            Self::UnknownLanguage(tag) => format!("the language “{tag}” is not known"),
            Self::OutsideTheVisit { date, visit } => {
                format!("{date} lies outside of the visit ({})", span(*visit))
            }
            Self::CommentInText(text) => format!("“{text}” is a comment and is not read"),
            Self::UnusedSource(id) => format!("nothing refers to the source “{id}”"),
            Self::UnresolvedRelated(id) => format!("the visit “{id}” is not in the files that were opened"),
            Self::UnknownTag(tag) => format!("the tag “{tag}” means nothing here"),
        }
    }

    /// What to say before the other place of a fault.
    pub fn other_place(&self, lang: Lang) -> &'static str {
        let both = match self {
            Self::EndBeforeStart { .. } => Both { id: "Mulainya:", en: "The start:" },
            Self::WeekdayMismatch { .. } => Both { id: "Tanggalnya:", en: "The date:" },
            Self::OutsideTheVisit { .. } => Both { id: "Tanggal kunjungan:", en: "The date of the visit:" },
            _ => Both { id: "Yang pertama:", en: "The first one:" },
        };
        both.get(lang)
    }
}

/// What a hidden character does; `@` stands for its number.
fn hidden(c: char) -> Both {
    match c {
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            Both { id: "karakter @ membalik arah baca", en: "the character @ turns the direction of reading" }
        }
        c if c.is_control() => Both { id: "karakter kendali @", en: "the control character @" },
        _ => Both { id: "karakter @ tidak terlihat", en: "the character @ is invisible" },
    }
}

fn code_point(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

fn span((start, end): (PartialDate, Option<PartialDate>)) -> String {
    match end {
        Some(end) if end != start => format!("{start} – {end}"),
        _ => start.to_string(),
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
