//! A quote that the text of its source does not bear out, in the words of both languages.

use super::Code;
use crate::lang::{Both, Lang};
use crate::text::character_name;

/// So many texts are named.
const NAMED: usize = 3;

/// A quote, and how the text of its source differs from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unproved {
    /// The id of the quote.
    pub id: String,
    /// How.
    pub how: Discrepancy,
}

/// How a quote differs from the text of its source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Discrepancy {
    /// No text has it as recorded.
    Absent {
        /// In what it differs from the passage that is most like it.
        difference: Option<Box<Difference>>,
        /// The texts that it was looked for in.
        texts: Vec<String>,
    },
    /// These of its words stand outside quotation marks.
    OutsideMarks(String),
    /// These words are left out in its middle, without an ellipsis.
    LeftOut(String),
    /// It begins or ends within a word.
    CutWord(Box<Difference>),
    /// This mark has no other half.
    Unpaired(char),
    /// Its parts are quotations of different paragraphs.
    Joined,
}

/// The words of the record, and those that the source has instead. Either may be none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// As recorded.
    pub record: String,
    /// As printed.
    pub source: String,
}

impl Difference {
    /// The characters in which they differ, if it is a single one that is easily taken for another, or overlooked.
    fn characters(&self) -> Option<(Option<char>, Option<char>)> {
        let (record, source): (Vec<char>, Vec<char>) =
            (self.record.chars().collect(), self.source.chars().collect());
        let same = |a: &[char], b: &[char]| a.iter().zip(b).take_while(|(a, b)| a == b).count();
        let before = same(&record, &source);
        let (record, source) = (record.get(before..)?, source.get(before..)?);
        let behind = record.iter().rev().zip(source.iter().rev()).take_while(|(a, b)| a == b).count();
        let record = record.get(..record.len() - behind)?;
        let source = source.get(..source.len() - behind)?;
        let is_plain = |c: &&char| c.is_ascii_alphanumeric() || **c == ' ';
        match (record, source) {
            ([a], [b]) if ![a, b].iter().all(is_plain) => Some((Some(*a), Some(*b))),
            ([a], []) if !is_plain(&a) => Some((Some(*a), None)),
            ([], [b]) if !is_plain(&b) => Some((None, Some(*b))),
            _ => None,
        }
    }

    /// “mutu” in the record, “kualitas” in the source.
    fn words(&self, lang: Lang) -> String {
        let Self { record, source } = self;
        let words = match (lang, record.is_empty(), source.is_empty()) {
            (Lang::Id, false, true) => format!("dalam catatan ada “{record}”, dalam sumber tidak"),
            (Lang::En, false, true) => format!("the record has “{record}”, the source has not"),
            (Lang::Id, true, _) => format!("dalam sumber ada “{source}”, dalam catatan tidak"),
            (Lang::En, true, _) => format!("the source has “{source}”, the record has not"),
            (Lang::Id, ..) => format!("dalam catatan “{record}”, dalam sumber “{source}”"),
            (Lang::En, ..) => format!("the record has “{record}”, the source “{source}”"),
        };
        let nothing = Both { id: "tanpa karakter", en: "no character" }.get(lang);
        let name = |c: Option<char>| c.map_or_else(|| nothing.to_owned(), character_name);
        match (self.characters(), lang) {
            (Some((a, b)), Lang::Id) => format!("{words} ({}, bukan {})", name(a), name(b)),
            (Some((a, b)), Lang::En) => format!("{words} ({} against {})", name(a), name(b)),
            (None, _) => words,
        }
    }
}

impl Unproved {
    /// Its stable code.
    pub(super) fn code(&self) -> Code {
        match self.how {
            Discrepancy::Absent { .. } => Code::QuoteNotInSource,
            Discrepancy::OutsideMarks(_) => Code::QuoteOutsideMarks,
            Discrepancy::LeftOut(_) => Code::QuoteWithoutEllipsis,
            Discrepancy::CutWord(_) => Code::QuoteCutsWord,
            Discrepancy::Unpaired(_) => Code::UnpairedMarkInSource,
            Discrepancy::Joined => Code::QuotesJoined,
        }
    }

    /// What is wrong, in one line.
    pub(super) fn message(&self, lang: Lang) -> String {
        match lang {
            Lang::Id => self.message_id(),
            Lang::En => self.message_en(),
        }
    }

    fn message_id(&self) -> String {
        let id = &self.id;
        match &self.how {
            Discrepancy::Absent { difference: Some(difference), .. } => {
                format!("kutipan “{id}” tidak sama dengan sumbernya: {}", difference.words(Lang::Id))
            }
            Discrepancy::Absent { texts, .. } if texts.len() == 1 => {
                format!("kutipan “{id}” tidak ada dalam {}", named(texts))
            }
            Discrepancy::Absent { texts, .. } => {
                format!("kutipan “{id}” tidak ada dalam satu pun teks ini: {}", named(texts))
            }
            Discrepancy::OutsideMarks(words) => {
                format!("kutipan “{id}” memuat kata-kata di luar tanda kutip sumbernya: “{words}”")
            }
            Discrepancy::LeftOut(words) => {
                format!("kutipan “{id}” melewatkan “{words}” tanpa elipsis")
            }
            Discrepancy::CutWord(difference) => {
                format!("kutipan “{id}” terpotong di tengah kata: {}", difference.words(Lang::Id))
            }
            Discrepancy::Unpaired(mark) => {
                format!("kutipan “{id}” berada pada tanda kutip {mark} yang tidak berpasangan dalam sumber")
            }
            Discrepancy::Joined => {
                format!("kutipan “{id}” menyambung kutipan-kutipan yang terpisah dalam sumber")
            }
        }
    }

    fn message_en(&self) -> String {
        let id = &self.id;
        match &self.how {
            Discrepancy::Absent { difference: Some(difference), .. } => {
                format!("the quote “{id}” is not as in the source: {}", difference.words(Lang::En))
            }
            Discrepancy::Absent { texts, .. } if texts.len() == 1 => {
                format!("the quote “{id}” is not in {}", named(texts))
            }
            Discrepancy::Absent { texts, .. } => {
                format!("the quote “{id}” is in none of these texts: {}", named(texts))
            }
            Discrepancy::OutsideMarks(words) => {
                format!("the quote “{id}” has words outside the quotation marks of the source: “{words}”")
            }
            Discrepancy::LeftOut(words) => {
                format!("the quote “{id}” leaves out “{words}” without an ellipsis")
            }
            Discrepancy::CutWord(difference) => {
                format!("the quote “{id}” is cut within a word: {}", difference.words(Lang::En))
            }
            Discrepancy::Unpaired(mark) => {
                format!(
                    "the quote “{id}” stands at a quotation mark {mark} that has no other half in the source"
                )
            }
            Discrepancy::Joined => {
                format!("the quote “{id}” joins quotations that are apart in the source")
            }
        }
    }

    /// What would mend it.
    pub(super) fn remedy(&self) -> Both {
        match self.how {
            Discrepancy::Absent { .. } => Both {
                id: "Salin kata-katanya persis seperti tercetak, atau ubah type menjadi paraphrase.",
                en: "Copy the words exactly as printed, or make it a paraphrase.",
            },
            Discrepancy::OutsideMarks(_) => Both {
                id: "Itu kata-kata penulis sumber: sisakan yang di antara tanda kutip, atau ubah type menjadi paraphrase dengan kata-kata sendiri.",
                en: "Those are words of the reporter: keep what stands between the marks, or make it a paraphrase in your own words.",
            },
            Discrepancy::LeftOut(_) => Both {
                id: "Tulis … di tempat yang dilewatkan, atau catat sebagai dua kutipan.",
                en: "Write … where words are left out, or record two quotes.",
            },
            Discrepancy::CutWord(_) => Both { id: "Salin katanya seutuhnya.", en: "Copy the whole word." },
            Discrepancy::Unpaired(_) => Both {
                id: "Pastikan sampai di mana ucapan itu, lalu terangkan dalam notes (type: conflict) dengan about kutipan ini.",
                en: "Make sure how far the speaker's words go, and say so in notes (type: conflict) about this quote.",
            },
            Discrepancy::Joined => Both {
                id: "Catat masing-masing sebagai kutipan tersendiri.",
                en: "Record each as a quote of its own.",
            },
        }
    }
}

/// The names of texts, if they are not too many.
fn named(texts: &[String]) -> String {
    let few: Vec<&str> = texts.iter().take(NAMED).map(String::as_str).collect();
    let more = if texts.len() > NAMED { ", …" } else { "" };
    few.join(", ") + more
}

impl From<Unproved> for super::Fault {
    fn from(unproved: Unproved) -> Self {
        Self::Unproved(Box::new(unproved))
    }
}
