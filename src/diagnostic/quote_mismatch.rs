//! How a quote differs from the text of its source, with messages in both languages.

use borsh::{BorshDeserialize, BorshSerialize};

use super::binary;
use super::code::ProblemCode;
use crate::lang::{Both, Lang};
use crate::text::character_name;

/// The maximum number of texts that a message names.
const NAMED: usize = 3;

/// A quote that could not be verified in the text of its source.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct UnverifiedQuote {
    /// The id of the quote.
    pub id: String,
    /// How it differs.
    pub mismatch: QuoteMismatch,
}

/// How a quote differs from the text of its source.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum QuoteMismatch {
    /// No text contains it as recorded.
    NotFound {
        /// The first difference from the most similar passage.
        difference: Option<Box<Difference>>,
        /// The names of the texts that were searched.
        texts: Vec<String>,
    },
    /// These words of the quote are outside quotation marks.
    OutsideMarks(String),
    /// These words are omitted without an ellipsis.
    MissingEllipsis(String),
    /// It begins or ends in the middle of a word.
    CutWord(Box<Difference>),
    /// This quotation mark is unmatched.
    UnpairedMark(
        #[borsh(serialize_with = "binary::write_char", deserialize_with = "binary::read_char")] char,
    ),
    /// Its parts are separate quotations in the source.
    SeparateQuotations,
    /// Its parts are in a different order in the source; these words come first there.
    Reordered(String),
}

/// The words of the record and those of the source. Either may be empty.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Difference {
    /// As recorded.
    pub record: String,
    /// As printed.
    pub source: String,
}

impl Difference {
    /// The differing characters, if only one differs and it is easily confused or overlooked.
    fn characters(&self) -> Option<(Option<char>, Option<char>)> {
        let (record, source): (Vec<char>, Vec<char>) =
            (self.record.chars().collect(), self.source.chars().collect());
        let same = |a: &[char], b: &[char]| a.iter().zip(b).take_while(|(a, b)| a == b).count();
        let before = same(&record, &source);
        let (record, source) = (record.get(before..)?, source.get(before..)?);
        let common_end = record.iter().rev().zip(source.iter().rev()).take_while(|(a, b)| a == b).count();
        let record = record.get(..record.len() - common_end)?;
        let source = source.get(..source.len() - common_end)?;
        let is_plain = |c: &&char| c.is_ascii_alphanumeric() || **c == ' ';
        match (record, source) {
            ([a], [b]) if ![a, b].iter().all(is_plain) => Some((Some(*a), Some(*b))),
            ([a], []) if !is_plain(&a) => Some((Some(*a), None)),
            ([], [b]) if !is_plain(&b) => Some((None, Some(*b))),
            _ => None,
        }
    }

    /// The difference in words.
    fn words(&self, lang: Lang) -> String {
        let Self { record, source } = self;
        let words = match (lang, record.is_empty(), source.is_empty()) {
            (Lang::Id, false, true) => format!("catatan memuat “{record}”, sumber tidak"),
            (Lang::En, false, true) => format!("the record has “{record}”, the source does not"),
            (Lang::Id, true, _) => format!("sumber memuat “{source}”, catatan tidak"),
            (Lang::En, true, _) => format!("the source has “{source}”, the record does not"),
            (Lang::Id, ..) => format!("di catatan “{record}”, di sumber “{source}”"),
            (Lang::En, ..) => format!("the record has “{record}”, the source “{source}”"),
        };
        let nothing = Both { id: "tanpa karakter", en: "no character" }.get(lang);
        let name = |c: Option<char>| c.map_or_else(|| nothing.to_owned(), character_name);
        match (self.characters(), lang) {
            (Some((a, b)), Lang::Id) => format!("{words} ({}, bukan {})", name(a), name(b)),
            (Some((a, b)), Lang::En) => format!("{words} ({} instead of {})", name(a), name(b)),
            (None, _) => words,
        }
    }
}

impl UnverifiedQuote {
    /// Its stable code.
    pub(super) fn code(&self) -> ProblemCode {
        match self.mismatch {
            QuoteMismatch::NotFound { .. } | QuoteMismatch::Reordered(_) => ProblemCode::QuoteNotInSource,
            QuoteMismatch::OutsideMarks(_) => ProblemCode::QuoteOutsideMarks,
            QuoteMismatch::MissingEllipsis(_) => ProblemCode::QuoteWithoutEllipsis,
            QuoteMismatch::CutWord(_) => ProblemCode::QuoteCutsWord,
            QuoteMismatch::UnpairedMark(_) => ProblemCode::UnpairedMarkInSource,
            QuoteMismatch::SeparateQuotations => ProblemCode::QuotesJoined,
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
        let id = &self.id;
        match &self.mismatch {
            QuoteMismatch::NotFound { difference: Some(difference), .. } => {
                format!("kutipan “{id}” berbeda dari sumbernya: {}", difference.words(Lang::Id))
            }
            QuoteMismatch::NotFound { texts, .. } if texts.len() == 1 => {
                format!("kutipan “{id}” tidak ada dalam {}", named(texts))
            }
            QuoteMismatch::NotFound { texts, .. } => {
                format!("kutipan “{id}” tidak ada dalam teks mana pun: {}", named(texts))
            }
            QuoteMismatch::OutsideMarks(words) => {
                format!("kutipan “{id}” memuat kata-kata di luar tanda kutip sumbernya: “{words}”")
            }
            QuoteMismatch::MissingEllipsis(words) => {
                format!("kutipan “{id}” melewatkan “{words}” tanpa elipsis")
            }
            QuoteMismatch::CutWord(difference) => {
                format!("kutipan “{id}” terpotong di tengah kata: {}", difference.words(Lang::Id))
            }
            QuoteMismatch::UnpairedMark(mark) => {
                format!(
                    "kutipan “{id}” berbatasan dengan tanda kutip {mark} yang tidak berpasangan dalam sumber"
                )
            }
            QuoteMismatch::SeparateQuotations => {
                format!("kutipan “{id}” menggabungkan beberapa kutipan yang terpisah dalam sumber")
            }
            QuoteMismatch::Reordered(words) => {
                format!("urutan kutipan “{id}” berbeda dari sumbernya: “{words}” tercetak lebih dahulu")
            }
        }
    }

    fn message_en(&self) -> String {
        let id = &self.id;
        match &self.mismatch {
            QuoteMismatch::NotFound { difference: Some(difference), .. } => {
                format!("the quote “{id}” differs from the source: {}", difference.words(Lang::En))
            }
            QuoteMismatch::NotFound { texts, .. } if texts.len() == 1 => {
                format!("the quote “{id}” is not in {}", named(texts))
            }
            QuoteMismatch::NotFound { texts, .. } => {
                format!("the quote “{id}” is in none of these texts: {}", named(texts))
            }
            QuoteMismatch::OutsideMarks(words) => {
                format!(
                    "the quote “{id}” contains words that the source prints outside quotation marks: “{words}”"
                )
            }
            QuoteMismatch::MissingEllipsis(words) => {
                format!("the quote “{id}” omits “{words}” without an ellipsis")
            }
            QuoteMismatch::CutWord(difference) => {
                format!("the quote “{id}” is cut off in the middle of a word: {}", difference.words(Lang::En))
            }
            QuoteMismatch::UnpairedMark(mark) => {
                format!("the quote “{id}” is next to an unmatched quotation mark {mark} in the source")
            }
            QuoteMismatch::SeparateQuotations => {
                format!("the quote “{id}” combines separate quotations of the source")
            }
            QuoteMismatch::Reordered(words) => {
                format!("the order of the quote “{id}” differs from the source, where “{words}” comes first")
            }
        }
    }

    /// The advice on how to fix it.
    pub(super) fn help(&self) -> Both {
        match self.mismatch {
            QuoteMismatch::NotFound { .. } => Both {
                id: "Salin kata-katanya persis seperti tercetak, atau ubah type menjadi paraphrase.",
                en: "Copy the words exactly as printed, or change the type to paraphrase.",
            },
            QuoteMismatch::OutsideMarks(_) => Both {
                id: "Itu kata-kata penulis, bukan narasumber. Sisakan hanya yang di antara tanda kutip, atau ubah type menjadi paraphrase dan tulis dengan kata-kata sendiri.",
                en: "Those are the reporter's words. Keep only what is between the marks, or change the type to paraphrase and use your own words.",
            },
            QuoteMismatch::MissingEllipsis(_) => Both {
                id: "Tulis … di tempat yang dilewatkan, atau catat sebagai dua kutipan.",
                en: "Write … where words are omitted, or record two quotes.",
            },
            QuoteMismatch::CutWord(_) => Both { id: "Salin kata itu seutuhnya.", en: "Copy the whole word." },
            QuoteMismatch::UnpairedMark(_) => Both {
                id: "Pastikan batas ucapan itu, lalu jelaskan dalam notes (type: conflict) dengan about kutipan ini.",
                en: "Find out where the speaker's words end, and explain it in notes (type: conflict) about this quote.",
            },
            QuoteMismatch::SeparateQuotations | QuoteMismatch::Reordered(_) => Both {
                id: "Catat masing-masing sebagai kutipan tersendiri.",
                en: "Record each as a separate quote.",
            },
        }
    }
}

/// The names of the first texts, with an ellipsis if there are more.
fn named(texts: &[String]) -> String {
    let few: Vec<&str> = texts.iter().take(NAMED).map(String::as_str).collect();
    let more = if texts.len() > NAMED { ", …" } else { "" };
    few.join(", ") + more
}
