//! Why a text is not YAML: what its writer did, and what would mend it.

use crate::lang::{Both, Lang};

/// Why a text is not YAML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Snag {
    /// A quotation mark that is not closed.
    Quote,
    /// Text behind a closing quotation mark.
    BehindQuote,
    /// A bracket or brace that is not closed, or not the right one.
    Bracket,
    /// Text behind a closing bracket.
    BehindBracket,
    /// A comment that swallows the end of a list or record in brackets.
    Comment,
    /// A tab where spaces must be.
    Tab,
    /// A blank that is no space, as web pages have it, where spaces must be.
    NoBreakSpace,
    /// A blank that is no space, behind a colon or a dash.
    OddBlank,
    /// A list that no field has.
    NamelessList,
    /// A line that stands too far left or right.
    Indentation,
    /// A colon within a text.
    Colon,
    /// A colon without a space behind it.
    NoSpace,
    /// A dash that is not the one of the keyboard.
    Dash,
    /// A text that begins with a sign which YAML keeps for itself.
    Sign,
    /// A backslash in front of something that it means nothing to.
    Escape,
    /// An alias to an anchor that does not stand before it.
    Alias,
    /// Something rarer, in the parser's own words.
    Other(String),
}

impl Snag {
    /// What is wrong.
    pub(super) fn words(&self, lang: Lang) -> String {
        let both = match self {
            Self::Quote => Both {
                id: "tanda kutip yang dibuka di sini belum ditutup",
                en: "the quotation mark that opens here is not closed",
            },
            Self::BehindQuote => Both {
                id: "ada teks sesudah tanda kutip penutup",
                en: "there is text behind the closing quotation mark",
            },
            Self::Bracket => Both {
                id: "tanda kurung yang dibuka di sini belum ditutup",
                en: "the bracket that opens here is not closed",
            },
            Self::BehindBracket => Both {
                id: "ada teks sesudah tanda kurung penutup",
                en: "there is text behind the closing bracket",
            },
            Self::Comment => Both {
                id: "sesudah “#” semuanya dianggap komentar",
                en: "all that follows on “#” is a comment",
            },
            Self::Colon => Both {
                id: "titik dua di tempat yang tidak semestinya",
                en: "a colon stands where none can be",
            },
            Self::NoSpace => {
                Both { id: "tidak ada spasi sesudah titik dua", en: "there is no space behind the colon" }
            }
            Self::Dash => Both {
                id: "yang tertulis tanda pisah (–), bukan tanda hubung (-)",
                en: "this dash is not a hyphen",
            },
            Self::Sign => {
                Both { id: "teks tidak boleh diawali tanda ini", en: "a text cannot begin with this sign" }
            }
            Self::Escape => {
                Both { id: "garis miring terbalik ini tidak bermakna", en: "this backslash means nothing" }
            }
            Self::Alias => Both { id: "alias ini tidak menunjuk apa pun", en: "the alias points to nothing" },
            Self::Other(words) => {
                return match lang {
                    Lang::Id => format!("susunannya tidak dikenal YAML ({words})"),
                    Lang::En => words.clone(),
                };
            }
            _ => return self.in_layout().map_or_else(String::new, |(words, _)| words.get(lang).to_owned()),
        };
        both.get(lang).to_owned()
    }

    /// What is wrong with blanks and with where lines begin, and what would mend it.
    fn in_layout(&self) -> Option<(Both, Both)> {
        Some(match self {
            Self::Tab => (
                Both {
                    id: "baris ini memuat tab; indentasi harus memakai spasi",
                    en: "a tab stands where spaces must be",
                },
                Both { id: "Ganti tab dengan spasi.", en: "Replace the tab with spaces." },
            ),
            Self::NoBreakSpace => (
                Both {
                    id: "baris ini dijorokkan dengan spasi tak putus (U+00A0), bukan spasi biasa",
                    en: "the line is indented with no-break spaces (U+00A0), not with spaces",
                },
                Both {
                    id: "Hapus spasi di awal baris ini, lalu ketik ulang.",
                    en: "Delete the blanks at the beginning of the line, and type them again.",
                },
            ),
            Self::OddBlank => (
                Both {
                    id: "sesudah titik dua atau tanda hubung ada spasi lain, misalnya spasi tak putus (U+00A0)",
                    en: "behind the colon or the dash stands another blank than a space, such as U+00A0",
                },
                Both {
                    id: "Hapus spasi sesudah titik dua atau tanda hubung itu, lalu ketik ulang.",
                    en: "Delete the blank behind the colon or the dash, and type it again.",
                },
            ),
            Self::NamelessList => (
                Both { id: "daftar ini tidak punya nama isian", en: "the list has no name" },
                Both {
                    id: "Tulis namanya pada baris di atasnya, misalnya visits:",
                    en: "Write its name on the line above, such as visits:",
                },
            ),
            Self::Indentation => (
                Both {
                    id: "indentasi baris ini tidak sejajar dengan baris lain yang setingkat",
                    en: "the line is not indented like the lines that it belongs to",
                },
                Both {
                    id: "Samakan jumlah spasi di awal baris ini dengan isian lain dalam catatan yang sama.",
                    en: "Let the line begin where the other fields of its record begin.",
                },
            ),
            _ => return None,
        })
    }

    /// What would mend it.
    pub(super) fn remedy(&self) -> Option<Both> {
        Some(match self {
            Self::Quote => {
                Both { id: "Tutup tanda kutipnya di akhir teks.", en: "Close it at the end of the text." }
            }
            Self::BehindQuote => Both {
                id: "Apit seluruh teksnya dengan '…'; tanda ' di dalamnya ditulis dua kali.",
                en: "Put all of the text between '…'; write a ' inside it twice.",
            },
            Self::Bracket => Both {
                id: "Tutup setiap [ dengan ] dan setiap { dengan }.",
                en: "Close each [ with ] and each { with }.",
            },
            Self::BehindBracket => Both {
                id: "Apit seluruh teksnya dengan tanda kutip.",
                en: "Put all of the text between quotation marks.",
            },
            Self::Comment => Both {
                id: "Apit teks yang memuat # dengan tanda kutip.",
                en: "Put a text that holds a # between quotation marks.",
            },
            Self::Colon => Both {
                id: "Apit teks yang memuat titik dua dengan tanda kutip.",
                en: "Put a text that holds a colon between quotation marks.",
            },
            Self::NoSpace => Both {
                id: "Tulis misalnya “title: Judul”.",
                en: "Write for example “title: The title”.",
            },
            Self::Dash => Both {
                id: "Butir daftar diawali “- ”, dengan tanda hubung.",
                en: "An item of a list begins with “- ”, a hyphen.",
            },
            Self::Sign => {
                Both { id: "Apit teksnya dengan tanda kutip.", en: "Put the text between quotation marks." }
            }
            Self::Escape => Both {
                id: "Tulis \\\\, atau apit teksnya dengan '…'.",
                en: "Write \\\\, or put the text between '…'.",
            },
            Self::Alias => Both {
                id: "Bila dimaksud sebagai teks biasa, apit dengan tanda kutip.",
                en: "If it is meant as text, put it between quotation marks.",
            },
            _ => return self.in_layout().map(|(_, remedy)| remedy),
        })
    }
}
