//! Warnings about records that can be used but should be checked, with their messages in both languages.

use super::binary;
use super::code::ProblemCode;
use super::id_conflict::IdConflict;
use crate::lang::{Both, Lang, date_short, span_short, weekday};
use crate::model::PartialDate;
use borsh::{BorshDeserialize, BorshSerialize};

/// A problem in a record that can still be used.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum Warning {
    /// An invisible or control character.
    HiddenCharacter {
        /// The first such character.
        #[borsh(serialize_with = "binary::write_char", deserialize_with = "binary::read_char")]
        character: char,
        /// How many such characters the text contains.
        count: usize,
    },
    /// `date_text` has another weekday than the date.
    WeekdayMismatch {
        /// The weekday as printed.
        printed: String,
        /// The date.
        date: PartialDate,
    },
    /// `date_text` has another date than the record.
    PrintedDateMismatch {
        /// The date as printed.
        printed: String,
        /// The start date of the record, and the end date if there is one.
        dates: Box<(PartialDate, Option<PartialDate>)>,
    },
    /// An ID that stands for another person, group or organization elsewhere.
    SameIdDifferentName {
        /// The id.
        id: String,
        /// The fact that differs.
        conflict: Box<IdConflict>,
        /// How many more records differ from the first.
        more: usize,
    },
    /// Quotation marks that enclose the quote or are unmatched.
    QuotationMarksInQuote(MarkProblem),
    /// A quote that names no source.
    QuoteWithoutSource {
        /// Its id.
        id: String,
        /// How many other quotes of the visit lack a source, too; 0 if the visit lists sources.
        others: usize,
    },
    /// A time zone that is not in the IANA database.
    UnknownTimezone {
        /// As written.
        zone: String,
        /// "Did you mean".
        nearest: Option<String>,
    },
    /// A language tag that is not in the IANA registry.
    UnknownLanguage(String),
    /// A date outside the dates of the visit.
    OutsideTheVisit {
        /// The date.
        date: PartialDate,
        /// The start date of the visit, and the end date if there is one.
        visit: Box<(PartialDate, Option<PartialDate>)>,
    },
    /// The part of a text after ` #`, which YAML reads as a comment.
    CommentInText(String),
    /// A source that nothing refers to.
    UnusedSource(String),
    /// A visit that is not in the files that were read.
    UnresolvedRelated(String),
    /// A tag that is not in the YAML core schema.
    UnknownTag(String),
    /// An anchor, with its `&`, that no alias uses.
    UnusedAnchor(String),
    /// A value that is not in the list of common values.
    UnlistedValue {
        /// As written.
        value: String,
        /// "Did you mean".
        #[borsh(deserialize_with = "binary::read_optional_word")]
        nearest: Option<&'static str>,
        /// The listed values.
        #[borsh(deserialize_with = "binary::read_words")]
        listed: &'static [&'static str],
        /// How often the value appears elsewhere in the file.
        more: usize,
    },
    /// An amount that is not a number or is ambiguous, or a currency that is not an ISO 4217 code.
    BadMoney {
        /// The field, `amount` or `currency`.
        #[borsh(deserialize_with = "binary::read_word")]
        field: &'static str,
        /// As written.
        written: String,
        /// The same amount or currency in the format, if it could be understood. An ambiguous amount has two: with a
        /// thousands separator, then with a decimal separator.
        suggestions: Box<[String]>,
        /// Words to keep in the note.
        note: Option<Box<str>>,
    },
}

/// A problem with the quotation marks in a quote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum MarkProblem {
    /// They enclose the whole quote.
    Enclosing,
    /// One is unmatched.
    Unpaired,
    /// Only part of the text is quoted; the rest is the reporter's.
    ReporterText,
}

impl Warning {
    /// Its stable code.
    pub(super) fn code(&self) -> ProblemCode {
        match self {
            Self::HiddenCharacter { .. } => ProblemCode::HiddenCharacter,
            Self::WeekdayMismatch { .. } => ProblemCode::WeekdayMismatch,
            Self::PrintedDateMismatch { .. } => ProblemCode::PrintedDateMismatch,
            Self::SameIdDifferentName { .. } => ProblemCode::SameIdDifferentName,
            Self::QuotationMarksInQuote(_) => ProblemCode::QuotationMarksInQuote,
            Self::QuoteWithoutSource { .. } => ProblemCode::QuoteWithoutSource,
            Self::UnknownTimezone { .. } => ProblemCode::UnknownTimezone,
            Self::UnknownLanguage(_) => ProblemCode::UnknownLanguage,
            Self::OutsideTheVisit { .. } => ProblemCode::OutsideTheVisit,
            Self::CommentInText(_) => ProblemCode::CommentInText,
            Self::UnusedSource(_) => ProblemCode::UnusedSource,
            Self::UnresolvedRelated(_) => ProblemCode::UnresolvedRelated,
            Self::UnknownTag(_) => ProblemCode::UnknownTag,
            Self::UnusedAnchor(_) => ProblemCode::UnusedAnchor,
            Self::UnlistedValue { .. } => ProblemCode::UnlistedValue,
            Self::BadMoney { .. } => ProblemCode::BadMoney,
        }
    }

    /// The message: one line without a final full stop.
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
                format!("date_text menyebut “{printed}”, padahal {} hari {day}", date_short(Lang::Id, date))
            }
            Self::PrintedDateMismatch { printed, dates } => {
                let (start, end) = &**dates;
                let dates = span_short(Lang::Id, start, end.as_ref());
                format!("date_text menyebut “{printed}”, padahal tanggal catatan {dates}")
            }
            Self::SameIdDifferentName { id, conflict, more } => conflict.message(Lang::Id, id, *more),
            Self::QuotationMarksInQuote(MarkProblem::Enclosing) => {
                "kutipan ini diapit tanda kutip".to_owned()
            }
            Self::QuotationMarksInQuote(MarkProblem::Unpaired) => {
                "ada tanda kutip tanpa pasangan di dalam kutipan ini".to_owned()
            }
            Self::QuotationMarksInQuote(MarkProblem::ReporterText) => {
                "kutipan ini memuat kalimat pengiring".to_owned()
            }
            Self::QuoteWithoutSource { id, others: 0 } => format!("kutipan “{id}” tidak mencantumkan sumber"),
            Self::QuoteWithoutSource { id, others } => {
                format!("kutipan “{id}” dan {others} kutipan lain tidak mencantumkan sumber")
            }
            Self::UnknownTimezone { zone, .. } => format!("zona waktu “{zone}” tidak dikenal"),
            Self::UnknownLanguage(tag) => format!("kode bahasa “{tag}” tidak dikenal"),
            Self::OutsideTheVisit { date, visit } => {
                format!("{date} di luar tanggal kunjungan ({})", span(**visit))
            }
            Self::CommentInText(text) => format!("“{text}” dianggap komentar dan tidak dibaca"),
            Self::UnusedSource(id) => format!("sumber “{id}” tidak dirujuk dari mana pun"),
            Self::UnresolvedRelated(id) => format!("kunjungan “{id}” tidak ada dalam berkas yang dibuka"),
            Self::UnknownTag(tag) => format!("tag “{tag}” tidak dikenal"),
            Self::UnusedAnchor(name) => {
                format!("“{name}” dibaca sebagai anchor YAML, bukan teks, dan tidak dipakai alias mana pun")
            }
            Self::UnlistedValue { value, more, .. } => {
                let also = if *more > 0 { format!(" (juga di {more} tempat lain)") } else { String::new() };
                format!("“{value}” tidak ada dalam daftar nilai lazim; ditampilkan seperti tertulis{also}")
            }
            Self::BadMoney { field: "currency", written, .. } => {
                format!("“{written}” bukan kode mata uang ISO 4217")
            }
            Self::BadMoney { written, suggestions, .. } if suggestions.len() > 1 => {
                format!("“{written}” bermakna ganda")
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
                format!("date_text says “{printed}”, but {} is a {day}", date_short(Lang::En, date))
            }
            Self::PrintedDateMismatch { printed, dates } => {
                let (start, end) = &**dates;
                let dates = span_short(Lang::En, start, end.as_ref());
                format!("date_text says “{printed}”, but the record is dated {dates}")
            }
            Self::SameIdDifferentName { id, conflict, more } => conflict.message(Lang::En, id, *more),
            Self::QuotationMarksInQuote(MarkProblem::Enclosing) => {
                "the quote is enclosed in quotation marks".to_owned()
            }
            Self::QuotationMarksInQuote(MarkProblem::Unpaired) => {
                "the quote contains an unmatched quotation mark".to_owned()
            }
            Self::QuotationMarksInQuote(MarkProblem::ReporterText) => {
                "the quote contains the reporter's words".to_owned()
            }
            Self::QuoteWithoutSource { id, others: 0 } => format!("the quote “{id}” has no source"),
            Self::QuoteWithoutSource { id, others } => {
                let plural = if *others == 1 { "" } else { "s" };
                format!("the quote “{id}” and {others} other{plural} have no source")
            }
            Self::UnknownTimezone { zone, .. } => format!("unknown time zone “{zone}”"),
            Self::UnknownLanguage(tag) => format!("unknown language tag “{tag}”"),
            Self::OutsideTheVisit { date, visit } => {
                format!("{date} is outside the dates of the visit ({})", span(**visit))
            }
            Self::CommentInText(text) => format!("“{text}” is read as a comment and ignored"),
            Self::UnusedSource(id) => format!("nothing refers to the source “{id}”"),
            Self::UnresolvedRelated(id) => format!("the visit “{id}” is not in the opened files"),
            Self::UnknownTag(tag) => format!("unknown tag “{tag}”"),
            Self::UnusedAnchor(name) => {
                format!("“{name}” is a YAML anchor, not text, and no alias uses it")
            }
            Self::UnlistedValue { value, more, .. } => {
                let also = match more {
                    0 => String::new(),
                    1 => " (and in 1 other place)".to_owned(),
                    more => format!(" (and in {more} other places)"),
                };
                format!("“{value}” is not a listed value; it is shown as written{also}")
            }
            Self::BadMoney { field: "currency", written, .. } => {
                format!("“{written}” is not an ISO 4217 currency code")
            }
            Self::BadMoney { written, suggestions, .. } if suggestions.len() > 1 => {
                format!("“{written}” is ambiguous")
            }
            Self::BadMoney { written, .. } => format!("“{written}” is not a number"),
        }
    }

    /// The known name most similar to the one written.
    fn nearest(&self) -> Option<&str> {
        match self {
            Self::UnknownTimezone { nearest, .. } => nearest.as_deref(),
            Self::UnlistedValue { nearest, .. } => *nearest,
            _ => None,
        }
    }

    /// How to fix the problem.
    pub(super) fn help(&self, lang: Lang) -> String {
        if let Some(name) = self.nearest() {
            return match lang {
                Lang::Id => format!("Maksudnya “{name}”?"),
                Lang::En => format!("Did you mean “{name}”?"),
            };
        }
        match (self, lang) {
            (Self::UnlistedValue { listed, .. }, Lang::Id) => {
                format!("Bila salah satunya sama artinya, pakai: {}.", listed.join(", "))
            }
            (Self::UnlistedValue { listed, .. }, Lang::En) => {
                format!("If one of these means the same, use it: {}.", listed.join(", "))
            }
            (Self::BadMoney { suggestions, note, .. }, _) if !suggestions.is_empty() => {
                written_instead(suggestions, note.as_deref(), lang)
            }
            _ => self.help_text().get(lang).to_owned(),
        }
    }

    /// How to replace a value that is not understood.
    fn advice_on_words(&self) -> Both {
        match self {
            Self::BadMoney { field: "currency", .. } => Both {
                id: "Pakai kode tiga huruf, misalnya IDR, USD, atau SGD.",
                en: "Use the three-letter code, such as IDR, USD or SGD.",
            },
            Self::BadMoney { .. } => Both {
                id: "Tulis angkanya saja, tanpa pemisah ribuan, misalnya 20000000; teks aslinya dapat dicatat di note.",
                en: "Write digits only, without thousands separators, for example 20000000; the original wording can go in note.",
            },
            _ => Both {
                id: "Biarkan bila memang itu yang dimaksud.",
                en: "Leave it if that is the value you want.",
            },
        }
    }

    fn help_text(&self) -> Both {
        match self {
            Self::HiddenCharacter { .. } => Both {
                id: "Hapus karakter itu, lalu ketik ulang teks di sekitarnya.",
                en: "Delete the character and retype the text around it.",
            },
            Self::WeekdayMismatch { .. } | Self::PrintedDateMismatch { .. } => Both {
                id: "Periksa tanggalnya; bila sumbernya yang keliru, catat dalam notes (type: conflict).",
                en: "Check the date; if the source itself is wrong, say so in notes (type: conflict).",
            },
            Self::SameIdDifferentName { conflict, .. } => conflict.help_text(),
            Self::QuotationMarksInQuote(MarkProblem::Enclosing) => Both {
                id: "Hapus tanda kutipnya; program menambahkannya sendiri.",
                en: "Remove the marks; the program adds them.",
            },
            Self::QuotationMarksInQuote(MarkProblem::Unpaired | MarkProblem::ReporterText) => Both {
                id: "Sisakan hanya kata-kata di antara tanda kutip; kutipan yang terputus (“…,” katanya, “…”) dicatat sebagai dua kutipan.",
                en: "Keep only the words between the marks; record “…,” she said, “…” as two quotes.",
            },
            Self::QuoteWithoutSource { .. } => Both {
                id: "Tambahkan sources: [ID sumber], dengan letaknya (locator) bila diketahui.",
                en: "Add sources: [ID of a source], with a locator if you know it.",
            },
            Self::UnknownTimezone { .. } => Both {
                id: "Pakai nama IANA, misalnya Asia/Jakarta, Asia/Makassar, atau Asia/Jayapura.",
                en: "Use an IANA name, such as Asia/Jakarta, Asia/Makassar or Asia/Jayapura.",
            },
            Self::UnknownLanguage(_) => Both {
                id: "Pakai kode bahasa (BCP 47): id untuk bahasa Indonesia, en, jv untuk bahasa Jawa.",
                en: "Use a language tag (BCP 47): id for Indonesian, en, jv for Javanese.",
            },
            Self::OutsideTheVisit { .. } => Both {
                id: "Periksa tanggalnya, atau sesuaikan start_date dan end_date kunjungan.",
                en: "Check the date, or adjust start_date and end_date of the visit.",
            },
            Self::CommentInText(_) => Both {
                id: "Apit seluruh teksnya dengan tanda kutip; bila memang komentar, beri spasi sesudah #.",
                en: "Enclose the whole text in quotation marks; if it is meant as a comment, add a space after the #.",
            },
            Self::UnusedSource(_) => Both {
                id: "Cantumkan ID-nya dalam sources suatu pernyataan atau catatan lain, atau hapus sumber ini.",
                en: "Refer to it in the sources of a statement or another record, or remove it.",
            },
            Self::UnresolvedRelated(_) => Both {
                id: "Mungkin ada di berkas lain: buka juga berkas atau foldernya.",
                en: "It may be in another file: open that file or its folder as well.",
            },
            Self::UnknownTag(_) => Both { id: "Hapus tagnya.", en: "Remove the tag." },
            Self::UnusedAnchor(_) => Both {
                id: "Bila itu bagian dari teks, apit seluruh teksnya dengan tanda kutip; bila bukan, hapus.",
                en: "If it is part of the text, enclose all of it in quotation marks; otherwise remove it.",
            },
            Self::UnlistedValue { .. } | Self::BadMoney { .. } => self.advice_on_words(),
        }
    }
}

/// The suggestion for an amount or a currency.
fn written_instead(suggestions: &[String], note: Option<&str>, lang: Lang) -> String {
    let write = match (suggestions, lang) {
        ([thousands, decimal, ..], Lang::Id) => {
            format!("Tulis {thousands} bila tandanya pemisah ribuan, atau {decimal} bila pemisah desimal")
        }
        ([thousands, decimal, ..], Lang::En) => {
            format!(
                "Write {thousands} if the sign is a thousands separator, or {decimal} if it is the decimal separator"
            )
        }
        (suggestions, Lang::Id) => format!("Tulis {}", suggestions.concat()),
        (suggestions, Lang::En) => format!("Write {}", suggestions.concat()),
    };
    match (note, lang) {
        (None, _) => format!("{write}."),
        (Some(words), Lang::Id) => format!("{write}; “{words}” ditaruh di note."),
        (Some(words), Lang::En) => format!("{write}; keep “{words}” in note."),
    }
}

/// What a hidden character does; `@` stands for its code point.
fn hidden(c: char) -> Both {
    match c {
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            Both { id: "karakter @ membalik arah baca", en: "the character @ changes the reading direction" }
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
