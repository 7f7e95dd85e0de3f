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
        match self {
            Self::Other(words) => words.clone(),
            snag => snag.both().0.get(lang).to_owned(),
        }
    }

    /// What would mend it.
    pub(super) fn remedy(&self) -> Option<Both> {
        (!matches!(self, Self::Other(_))).then_some(self.both().1)
    }

    fn both(&self) -> (Both, Both) {
        let pair = |what: [&'static str; 2], remedy: [&'static str; 2]| {
            (Both { id: what[0], en: what[1] }, Both { id: remedy[0], en: remedy[1] })
        };
        match self {
            Self::Quote => pair(
                [
                    "tanda kutip yang dibuka di sini belum ditutup",
                    "the quotation mark that opens here is not closed",
                ],
                ["Tutup tanda kutipnya di akhir teks.", "Close it at the end of the text."],
            ),
            Self::BehindQuote => pair(
                ["ada teks sesudah tanda kutip penutup", "there is text behind the closing quotation mark"],
                [
                    "Apit seluruh teksnya dengan '…'; tanda ' di dalamnya ditulis dua kali.",
                    "Put all of the text between '…'; write a ' inside it twice.",
                ],
            ),
            Self::Bracket => pair(
                [
                    "tanda kurung yang dibuka di sini belum ditutup",
                    "the bracket that opens here is not closed",
                ],
                ["Tutup setiap [ dengan ] dan setiap { dengan }.", "Close each [ with ] and each { with }."],
            ),
            Self::BehindBracket => pair(
                ["ada teks sesudah tanda kurung penutup", "there is text behind the closing bracket"],
                ["Apit seluruh teksnya dengan tanda kutip.", "Put all of the text between quotation marks."],
            ),
            Self::Comment => pair(
                [
                    "sesudah “#” semuanya dianggap komentar, juga kurung penutupnya",
                    "all that follows on “#” is a comment, and so is the closing bracket",
                ],
                [
                    "Apit teks yang memuat # dengan tanda kutip.",
                    "Put a text that holds a # between quotation marks.",
                ],
            ),
            Self::Tab => pair(
                ["ada tab; baris hanya boleh dijorokkan dengan spasi", "a tab stands where spaces must be"],
                ["Ganti tab dengan spasi.", "Replace the tab with spaces."],
            ),
            Self::Indentation => pair(
                [
                    "jarak baris ini dari tepi kiri tidak sama dengan baris sekelompoknya",
                    "the line is not indented like the lines that it belongs to",
                ],
                [
                    "Samakan jumlah spasi di awal baris ini dengan isian lain dalam catatan yang sama.",
                    "Let the line begin where the other fields of its record begin.",
                ],
            ),
            Self::Colon => pair(
                ["titik dua di tempat yang tidak semestinya", "a colon stands where none can be"],
                [
                    "Apit teks yang memuat titik dua dengan tanda kutip.",
                    "Put a text that holds a colon between quotation marks.",
                ],
            ),
            Self::NoSpace => pair(
                ["tidak ada spasi sesudah titik dua", "there is no space behind the colon"],
                ["Tulis misalnya “title: Judul”.", "Write for example “title: The title”."],
            ),
            Self::Dash => pair(
                ["tanda pisah ini bukan tanda hubung", "this dash is not a hyphen"],
                [
                    "Butir daftar diawali “- ”, dengan tanda hubung.",
                    "An item of a list begins with “- ”, a hyphen.",
                ],
            ),
            Self::Sign => pair(
                ["teks tidak boleh diawali tanda ini", "a text cannot begin with this sign"],
                ["Apit teksnya dengan tanda kutip.", "Put the text between quotation marks."],
            ),
            Self::Escape => pair(
                ["garis miring terbalik ini tidak bermakna", "this backslash means nothing"],
                ["Tulis \\\\, atau apit teksnya dengan '…'.", "Write \\\\, or put the text between '…'."],
            ),
            Self::Alias => pair(
                ["alias ini tidak menunjuk apa pun", "the alias points to nothing"],
                [
                    "Bila dimaksud sebagai teks biasa, apit dengan tanda kutip.",
                    "If it is meant as text, put it between quotation marks.",
                ],
            ),
            Self::Other(_) => pair(["", ""], ["", ""]),
        }
    }
}
