//! What can be used, but deserves a look: a warning, in the words of both languages.

use super::{Code, Differing};
use crate::lang::{Both, Lang, date_short, span_short, weekday};
use crate::model::PartialDate;

/// What deserves a look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Warning {
    /// What is not seen, or acts on a terminal.
    HiddenCharacter {
        /// The first one.
        character: char,
        /// How many there are in the text.
        count: usize,
    },
    /// The printed text names another day of the week.
    WeekdayMismatch {
        /// The day as printed.
        printed: String,
        /// The date.
        date: PartialDate,
    },
    /// The printed text names another date.
    PrintedDateMismatch {
        /// The date as printed.
        printed: String,
        /// The first date of the record, and the last if it is another.
        dates: Box<(PartialDate, Option<PartialDate>)>,
    },
    /// An id of a person, a group or an organization that is somebody else elsewhere.
    SameIdDifferentName {
        /// The id.
        id: String,
        /// What tells them apart.
        differing: Box<Differing>,
        /// How many more places differ from the first.
        more: usize,
    },
    /// Quotation marks that stand around the words, or without their other half.
    QuotationMarksInQuote(Marks),
    /// A quote that names no source.
    QuoteWithoutSource {
        /// Its id.
        id: String,
        /// How many other quotes of a visit without any source name none either.
        others: usize,
    },
    /// A time zone that the IANA database does not have.
    UnknownTimezone {
        /// As written.
        zone: String,
        /// "Did you mean".
        nearest: Option<&'static str>,
    },
    /// A language tag that the IANA registry does not have.
    UnknownLanguage(String),
    /// A date outside of the visit's.
    OutsideTheVisit {
        /// The date.
        date: PartialDate,
        /// The first day of the visit, and the last if it is another.
        visit: Box<(PartialDate, Option<PartialDate>)>,
    },
    /// What stands behind a `#` in a text.
    CommentInText(String),
    /// A source that nothing refers to.
    UnusedSource(String),
    /// A visit that is not in the files that were read.
    UnresolvedRelated(String),
    /// A tag that YAML's core does not have.
    UnknownTag(String),
    /// A word that an open list does not have.
    UnlistedValue {
        /// As written.
        value: String,
        /// "Did you mean".
        nearest: Option<&'static str>,
        /// The words of the list.
        listed: &'static [&'static str],
        /// How often it stands elsewhere in the file.
        more: usize,
    },
    /// What is written as an amount is no number, or its currency no code of ISO 4217.
    BadMoney {
        /// The field, `amount` or `currency`.
        field: &'static str,
        /// As written.
        written: String,
        /// How it is written instead.
        meant: Option<String>,
    },
}

/// What is wrong with the quotation marks of a quote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marks {
    /// They stand around all of it.
    Around,
    /// One has no other half.
    Alone,
    /// Only a part of the text is quoted; the rest are the words of a reporter.
    Reported,
}

impl Warning {
    /// Its stable code.
    pub(super) fn code(&self) -> Code {
        match self {
            Self::HiddenCharacter { .. } => Code::HiddenCharacter,
            Self::WeekdayMismatch { .. } => Code::WeekdayMismatch,
            Self::PrintedDateMismatch { .. } => Code::PrintedDateMismatch,
            Self::SameIdDifferentName { .. } => Code::SameIdDifferentName,
            Self::QuotationMarksInQuote(_) => Code::QuotationMarksInQuote,
            Self::QuoteWithoutSource { .. } => Code::QuoteWithoutSource,
            Self::UnknownTimezone { .. } => Code::UnknownTimezone,
            Self::UnknownLanguage(_) => Code::UnknownLanguage,
            Self::OutsideTheVisit { .. } => Code::OutsideTheVisit,
            Self::CommentInText(_) => Code::CommentInText,
            Self::UnusedSource(_) => Code::UnusedSource,
            Self::UnresolvedRelated(_) => Code::UnresolvedRelated,
            Self::UnknownTag(_) => Code::UnknownTag,
            Self::UnlistedValue { .. } => Code::UnlistedValue,
            Self::BadMoney { .. } => Code::BadMoney,
        }
    }

    /// What is doubtful, in one line.
    pub(super) fn message(&self, lang: Lang) -> String {
        match lang {
            Lang::Id => self.message_id(),
            Lang::En => self.message_en(),
        }
    }

    fn message_id(&self) -> String {
        match self {
            Self::HiddenCharacter { character, count } => {
                let others = if *count > 1 { format!(", dan {} lagi", count - 1) } else { String::new() };
                format!("{}{others}", hidden(*character).id.replace('@', &code_point(*character)))
            }
            Self::WeekdayMismatch { printed, date } => {
                let day = weekday(Lang::Id, date).unwrap_or_default();
                format!("tertulis “{printed}”, padahal {} jatuh pada hari {day}", date_short(Lang::Id, date))
            }
            Self::PrintedDateMismatch { printed, dates } => {
                let (start, end) = &**dates;
                let dates = span_short(Lang::Id, start, end.as_ref());
                format!("tertulis “{printed}”, padahal tanggalnya {dates}")
            }
            Self::SameIdDifferentName { id, differing, more } => differing.message(Lang::Id, id, *more),
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
            Self::UnknownTimezone { zone, .. } => format!("zona waktu “{zone}” tidak dikenal"),
            Self::UnknownLanguage(tag) => format!("kode bahasa “{tag}” tidak dikenal"),
            Self::OutsideTheVisit { date, visit } => {
                format!("{date} di luar tanggal kunjungan ({})", span(**visit))
            }
            Self::CommentInText(text) => format!("“{text}” dianggap komentar dan tidak terbaca"),
            Self::UnusedSource(id) => format!("sumber “{id}” tidak dirujuk dari mana pun"),
            Self::UnresolvedRelated(id) => format!("kunjungan “{id}” tidak ada dalam berkas yang dibuka"),
            Self::UnknownTag(tag) => format!("tag “{tag}” tidak berarti apa-apa di sini"),
            Self::UnlistedValue { value, more, .. } => {
                let also = if *more > 0 { format!(" (juga di {more} tempat lain)") } else { String::new() };
                format!("“{value}” tidak ada dalam daftar; ditampilkan seperti tertulis{also}")
            }
            Self::BadMoney { field: "currency", written, .. } => {
                format!("“{written}” bukan kode mata uang ISO 4217")
            }
            Self::BadMoney { written, .. } => format!("“{written}” bukan angka"),
        }
    }

    fn message_en(&self) -> String {
        match self {
            Self::HiddenCharacter { character, count } => {
                let others = if *count > 1 { format!(", and {} more", count - 1) } else { String::new() };
                format!("{}{others}", hidden(*character).en.replace('@', &code_point(*character)))
            }
            Self::WeekdayMismatch { printed, date } => {
                let day = weekday(Lang::En, date).unwrap_or_default();
                format!("the text says “{printed}”, but {} is a {day}", date_short(Lang::En, date))
            }
            Self::PrintedDateMismatch { printed, dates } => {
                let (start, end) = &**dates;
                let dates = span_short(Lang::En, start, end.as_ref());
                format!("the text says “{printed}”, but the date is {dates}")
            }
            Self::SameIdDifferentName { id, differing, more } => differing.message(Lang::En, id, *more),
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
            Self::UnknownTimezone { zone, .. } => format!("the time zone “{zone}” is not known"),
            Self::UnknownLanguage(tag) => format!("the language “{tag}” is not known"),
            Self::OutsideTheVisit { date, visit } => {
                format!("{date} lies outside of the visit ({})", span(**visit))
            }
            Self::CommentInText(text) => format!("“{text}” is a comment and is not read"),
            Self::UnusedSource(id) => format!("nothing refers to the source “{id}”"),
            Self::UnresolvedRelated(id) => format!("the visit “{id}” is not in the files that were opened"),
            Self::UnknownTag(tag) => format!("the tag “{tag}” means nothing here"),
            Self::UnlistedValue { value, more, .. } => {
                let also = match more {
                    0 => String::new(),
                    1 => " (and in 1 other place)".to_owned(),
                    more => format!(" (and in {more} other places)"),
                };
                format!("“{value}” is not in the list; it is shown as written{also}")
            }
            Self::BadMoney { field: "currency", written, .. } => {
                format!("“{written}” is not a currency code of ISO 4217")
            }
            Self::BadMoney { written, .. } => format!("“{written}” is not a number"),
        }
    }

    /// What would clear it up.
    pub(super) fn remedy(&self, lang: Lang) -> String {
        match (self, lang) {
            (
                Self::UnknownTimezone { nearest: Some(name), .. }
                | Self::UnlistedValue { nearest: Some(name), .. },
                Lang::Id,
            ) => format!("Maksudnya “{name}”?"),
            (
                Self::UnknownTimezone { nearest: Some(name), .. }
                | Self::UnlistedValue { nearest: Some(name), .. },
                Lang::En,
            ) => {
                format!("Did you mean “{name}”?")
            }
            (Self::UnlistedValue { listed, .. }, Lang::Id) => {
                format!("Bila ada yang sama artinya, pakai: {}.", listed.join(", "))
            }
            (Self::UnlistedValue { listed, .. }, Lang::En) => {
                format!("If one of these means the same, use it: {}.", listed.join(", "))
            }
            (Self::BadMoney { meant: Some(meant), .. }, Lang::Id) => format!("Tulis {meant}."),
            (Self::BadMoney { meant: Some(meant), .. }, Lang::En) => format!("Write {meant}."),
            _ => self.advice().get(lang).to_owned(),
        }
    }

    /// What to write instead of a word that is not understood.
    fn advice_on_words(&self) -> Both {
        match self {
            Self::BadMoney { field: "currency", .. } => Both {
                id: "Pakai kode tiga huruf, misalnya IDR, USD, SGD.",
                en: "Use the code of three letters, such as IDR, USD, SGD.",
            },
            Self::BadMoney { .. } => Both {
                id: "Tulis angkanya saja, tanpa pemisah ribuan, misalnya 20000000; bunyi aslinya boleh ditaruh di note.",
                en: "Write digits only, without separators, such as 20000000; the words of the source may stand in note.",
            },
            _ => Both {
                id: "Biarkan, bila memang kata itu yang dimaksud.",
                en: "Leave it, if that is the word you want.",
            },
        }
    }

    fn advice(&self) -> Both {
        match self {
            Self::HiddenCharacter { .. } => Both {
                id: "Hapus, lalu ketik ulang teks di sekitarnya.",
                en: "Delete it, and type the text around it again.",
            },
            Self::WeekdayMismatch { .. } | Self::PrintedDateMismatch { .. } => Both {
                id: "Periksa tanggalnya; bila sumbernya sendiri keliru, tulis di notes (type: conflict).",
                en: "Look at the date; if the source itself is wrong, say so in notes (type: conflict).",
            },
            Self::SameIdDifferentName { differing, .. } => differing.advice(),
            Self::QuotationMarksInQuote(Marks::Around) => Both {
                id: "Hapus tanda kutipnya; program akan menambahkannya sendiri.",
                en: "Remove the marks: the program adds them.",
            },
            Self::QuotationMarksInQuote(Marks::Alone | Marks::Reported) => Both {
                id: "Sisakan hanya kata-kata di antara tanda kutip; kutipan yang terputus (“…,” katanya, “…”) ditulis sebagai dua kutipan.",
                en: "Keep only the words between the marks; make two quotes of “…,” she said, “…”.",
            },
            Self::QuoteWithoutSource { .. } => Both {
                id: "Tambahkan sources: [id sumber], dan letaknya (locator) bila diketahui.",
                en: "Add sources: [id of a source], with the place in it if you know it.",
            },
            Self::UnknownTimezone { .. } => Both {
                id: "Pakai nama IANA, misalnya Asia/Jakarta, Asia/Makassar, Asia/Jayapura.",
                en: "Use an IANA name, such as Asia/Jakarta, Asia/Makassar, Asia/Jayapura.",
            },
            Self::UnknownLanguage(_) => Both {
                id: "Pakai kode bahasa (BCP 47): id untuk bahasa Indonesia, en, jv untuk bahasa Jawa.",
                en: "Use a language tag (BCP 47): id for Indonesian, en, jv for Javanese.",
            },
            Self::OutsideTheVisit { .. } => Both {
                id: "Periksa tanggalnya, atau sesuaikan start_date dan end_date kunjungan.",
                en: "Look at the date, or at start_date and end_date of the visit.",
            },
            Self::CommentInText(_) => Both {
                id: "Apit seluruh teksnya dengan tanda kutip; bila memang komentar, beri spasi sesudah #.",
                en: "Put all of the text between quotation marks; if it is a comment, put a space behind the #.",
            },
            Self::UnusedSource(_) => Both {
                id: "Cantumkan id-nya di sources suatu pernyataan atau catatan lain, atau hapus sumber ini.",
                en: "Refer to it in the sources of a statement or another record, or remove it.",
            },
            Self::UnresolvedRelated(_) => Both {
                id: "Mungkin ada di berkas lain: buka juga berkas atau foldernya.",
                en: "It may stand in another file: open that file, or its folder, as well.",
            },
            Self::UnknownTag(_) => Both { id: "Hapus tagnya.", en: "Remove the tag." },
            Self::UnlistedValue { .. } | Self::BadMoney { .. } => self.advice_on_words(),
        }
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

impl From<Warning> for super::Fault {
    fn from(warning: Warning) -> Self {
        Self::Warning(warning)
    }
}
