//! YAML syntax errors, in terms of what the author typed, and how to fix them.

use borsh::{BorshDeserialize, BorshSerialize};

use super::binary;
use crate::lang::{Both, Lang};
use crate::text::character_name;

/// The cause of a YAML syntax error.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum SyntaxError {
    /// A quotation mark that is not closed.
    UnclosedQuote,
    /// Text after a closing quotation mark.
    TextAfterQuote,
    /// A bracket or brace that is unclosed or mismatched.
    UnclosedBracket,
    /// Text after a closing bracket.
    TextAfterBracket,
    /// A comment that hides the end of a list or record in brackets.
    CommentInBrackets,
    /// A tab where spaces are required.
    Tab,
    /// A no-break space in the indentation, often copied from a web page.
    NoBreakSpaceIndentation,
    /// White space other than an ASCII space after a colon or a dash.
    NonAsciiSpace,
    /// A list below a field that already has a value.
    UnnamedList,
    /// A line with the wrong indentation.
    Indentation,
    /// A colon within unquoted text.
    UnexpectedColon,
    /// A colon without a space after it.
    MissingSpace,
    /// A character that looks like a colon, after a field name.
    NotAColon(#[borsh(serialize_with = "binary::write_char", deserialize_with = "binary::read_char")] char),
    /// A line that is meant to separate archives, but does not.
    NotASeparator,
    /// A typographic dash or bullet instead of a hyphen.
    NotAHyphen,
    /// Unquoted text that starts with a reserved character.
    ReservedCharacter,
    /// An unknown escape sequence.
    UnknownEscape,
    /// An alias without an earlier anchor.
    UnknownAlias,
    /// Any other cause, in the words of the parser.
    Other(String),
}

/// Whether a character of another script or of mathematics looks like a colon.
pub fn is_colon_lookalike(c: char) -> bool {
    matches!(c, '：' | '﹕' | '︰' | '︓' | '∶' | '꞉' | 'ː' | '׃' | '։')
}

impl SyntaxError {
    /// The message.
    pub(super) fn words(&self, lang: Lang) -> String {
        let both = match self {
            Self::UnclosedQuote => Both {
                id: "tanda kutip yang dibuka di sini belum ditutup",
                en: "the quotation mark opened here is never closed",
            },
            Self::TextAfterQuote => Both {
                id: "ada teks sesudah tanda kutip penutup",
                en: "unexpected text after the closing quotation mark",
            },
            Self::UnclosedBracket => Both {
                id: "tanda kurung yang dibuka di sini belum ditutup",
                en: "the bracket opened here is never closed",
            },
            Self::TextAfterBracket => Both {
                id: "ada teks sesudah tanda kurung penutup",
                en: "unexpected text after the closing bracket",
            },
            Self::CommentInBrackets => Both {
                id: "semua teks sesudah “#” dianggap komentar",
                en: "everything after “#” is a comment",
            },
            Self::UnexpectedColon => {
                Both { id: "titik dua di tempat yang tidak semestinya", en: "unexpected colon" }
            }
            Self::MissingSpace => {
                Both { id: "tidak ada spasi sesudah titik dua", en: "missing space after the colon" }
            }
            Self::NotAColon(c) => {
                return match lang {
                    Lang::Id => format!("“{c}” ({}) bukan titik dua (:)", character_name(*c)),
                    Lang::En => format!("“{c}” ({}) is not a colon (:)", character_name(*c)),
                };
            }
            Self::NotAHyphen => {
                Both { id: "karakter ini bukan tanda hubung (-)", en: "this character is not a hyphen (-)" }
            }
            Self::ReservedCharacter => Both {
                id: "teks tidak boleh diawali karakter ini",
                en: "unquoted text cannot start with this character",
            },
            Self::UnknownEscape => {
                Both { id: "urutan garis miring terbalik ini tidak dikenal", en: "unknown escape sequence" }
            }
            Self::UnknownAlias => {
                Both { id: "alias ini tidak merujuk ke apa pun", en: "the alias has no anchor" }
            }
            Self::Other(words) => {
                return match lang {
                    Lang::Id => format!("susunan ini tidak sah dalam YAML ({words})"),
                    Lang::En => words.clone(),
                };
            }
            _ => {
                return self
                    .layout_message_and_help()
                    .map_or_else(String::new, |(words, _)| words.get(lang).to_owned());
            }
        };
        both.get(lang).to_owned()
    }

    /// The message and the help for problems with white space and indentation.
    fn layout_message_and_help(&self) -> Option<(Both, Both)> {
        Some(match self {
            Self::Tab => (
                Both {
                    id: "baris ini memuat tab, padahal indentasi harus memakai spasi",
                    en: "tab where spaces are required",
                },
                Both { id: "Ganti tab dengan spasi.", en: "Replace the tab with spaces." },
            ),
            Self::NoBreakSpaceIndentation => (
                Both {
                    id: "indentasi baris ini memakai spasi tak putus (U+00A0), bukan spasi biasa",
                    en: "the line is indented with no-break spaces (U+00A0) instead of spaces",
                },
                Both {
                    id: "Hapus spasi di awal baris ini, lalu ketik ulang.",
                    en: "Delete the white space at the start of the line and retype it.",
                },
            ),
            Self::NonAsciiSpace => (
                Both {
                    id: "spasi sesudah titik dua atau tanda hubung bukan spasi biasa, misalnya spasi tak putus (U+00A0)",
                    en: "the colon or dash is followed by a character such as a no-break space (U+00A0) instead of a space",
                },
                Both {
                    id: "Hapus spasi sesudah titik dua atau tanda hubung itu, lalu ketik ulang.",
                    en: "Delete the white space after the colon or dash and retype it.",
                },
            ),
            Self::UnnamedList => (
                Both { id: "daftar ini tidak memiliki nama isian", en: "the list has no field name" },
                Both {
                    id: "Tulis namanya pada baris di atasnya, misalnya visits:",
                    en: "Write the field name on the line above, for example visits:",
                },
            ),
            Self::Indentation => (
                Both {
                    id: "indentasi baris ini tidak sejajar dengan baris lain yang setingkat",
                    en: "the indentation does not match the surrounding lines",
                },
                Both {
                    id: "Samakan jumlah spasi di awal baris ini dengan isian lain dalam catatan yang sama.",
                    en: "Indent the line by as many spaces as the other fields of its record.",
                },
            ),
            Self::NotASeparator => (
                Both { id: "baris ini tidak memisahkan arsip", en: "this line does not separate archives" },
                Both {
                    id: "Pemisah arsip adalah baris --- (tiga tanda hubung).",
                    en: "The separator of archives is a line --- (three hyphens).",
                },
            ),
            _ => return None,
        })
    }

    /// The advice on how to fix it.
    pub(super) fn help(&self) -> Option<Both> {
        Some(match self {
            Self::UnclosedQuote => {
                Both { id: "Tutup tanda kutip di akhir teks.", en: "Close it at the end of the text." }
            }
            Self::TextAfterQuote => Both {
                id: "Apit seluruh teksnya dengan '…'; tanda ' di dalamnya ditulis dua kali.",
                en: "Enclose the whole text in '…'; write any ' inside it twice.",
            },
            Self::UnclosedBracket => Both {
                id: "Tutup setiap [ dengan ] dan setiap { dengan }.",
                en: "Close each [ with ] and each { with }.",
            },
            Self::TextAfterBracket => Both {
                id: "Apit seluruh teksnya dengan tanda kutip.",
                en: "Enclose the whole text in quotation marks.",
            },
            Self::CommentInBrackets => Both {
                id: "Apit teks yang memuat # dengan tanda kutip.",
                en: "Enclose a text that contains # in quotation marks.",
            },
            Self::UnexpectedColon => Both {
                id: "Apit teks yang memuat titik dua dengan tanda kutip.",
                en: "Enclose a text that contains a colon in quotation marks.",
            },
            Self::MissingSpace => Both {
                id: "Beri spasi sesudah titik dua, misalnya “title: Judul”.",
                en: "Add a space after the colon, for example “title: The title”.",
            },
            Self::NotAColon(_) => Both {
                id: "Ganti dengan titik dua dan spasi, misalnya “title: Judul”.",
                en: "Replace it with a colon and a space, for example “title: The title”.",
            },
            Self::NotAHyphen => Both {
                id: "Awali butir daftar dengan tanda hubung dan spasi: “- ”.",
                en: "Start a list item with a hyphen and a space: “- ”.",
            },
            Self::ReservedCharacter => {
                Both { id: "Apit teksnya dengan tanda kutip.", en: "Enclose the text in quotation marks." }
            }
            Self::UnknownEscape => Both {
                id: "Tulis \\\\, atau apit teksnya dengan '…'.",
                en: "Write \\\\, or enclose the text in '…'.",
            },
            Self::UnknownAlias => Both {
                id: "Bila yang dimaksud teks biasa, apit dengan tanda kutip.",
                en: "If it is meant as text, enclose it in quotation marks.",
            },
            _ => return self.layout_message_and_help().map(|(_, help)| help),
        })
    }
}
