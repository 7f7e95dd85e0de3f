//! What can be set, and what it can be set to.

use crate::cite::{PostOrder, Style};
use crate::lang::{Both, Lang};

/// Something that can be set, by one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// The language of the interface.
    Language,
    /// The colours of the explorer.
    Theme,
    /// What the explorer draws with.
    Borders,
    /// Whether the explorer takes clicks.
    Mouse,
    /// The form that is copied before another one has been chosen.
    CopyForm,
    /// Where a post stands beside a name in a sentence for the press.
    PostOrder,
}

impl Setting {
    /// Everything, in the order in which it is shown.
    pub const ALL: [Self; 6] =
        [Self::Language, Self::Theme, Self::Borders, Self::Mouse, Self::CopyForm, Self::PostOrder];

    /// Its name in the file.
    pub fn name(self) -> &'static str {
        match self {
            Self::Language => "language",
            Self::Theme => "theme",
            Self::Borders => "borders",
            Self::Mouse => "mouse",
            Self::CopyForm => "copy_form",
            Self::PostOrder => "post_order",
        }
    }

    /// The environment variable that goes before the file.
    pub fn variable(self) -> &'static str {
        match self {
            Self::Language => "LAWAT_LANGUAGE",
            Self::Theme => "LAWAT_THEME",
            Self::Borders => "LAWAT_BORDERS",
            Self::Mouse => "LAWAT_MOUSE",
            Self::CopyForm => "LAWAT_COPY_FORM",
            Self::PostOrder => "LAWAT_POST_ORDER",
        }
    }

    /// The argument that goes before both.
    pub fn flag(self) -> Option<&'static str> {
        match self {
            Self::Language => Some("--lang"),
            Self::Theme => Some("--theme"),
            Self::Borders | Self::Mouse | Self::CopyForm | Self::PostOrder => None,
        }
    }

    /// What it can be set to; first what it is by itself.
    pub fn values(self) -> Vec<&'static str> {
        match self {
            Self::Language => vec!["auto", "id", "en"],
            Self::Theme => vec!["auto", "dark", "light", "sixteen", "plain"],
            Self::Borders => vec!["auto", "unicode", "ascii"],
            Self::Mouse => vec!["true", "false"],
            Self::CopyForm => Style::ALL.map(Style::name).to_vec(),
            Self::PostOrder => PostOrder::ALL.map(PostOrder::name).to_vec(),
        }
    }

    /// Whether it is true or false, and not a word.
    pub fn is_switch(self) -> bool {
        self == Self::Mouse
    }

    /// A value as it stands in the file.
    pub fn written(self, value: &str) -> String {
        if self.is_switch() { value.to_owned() } else { format!("\"{value}\"") }
    }

    /// What it is for.
    pub fn label(self, lang: Lang) -> &'static str {
        let both = match self {
            Self::Language => Both {
                id: "Bahasa antarmuka. auto: menurut locale.",
                en: "The language of the interface. auto: from the locale.",
            },
            Self::Theme => Both {
                id: "Warna. auto: menurut latar terminal; sixteen: warna milik terminal; plain: tanpa warna.",
                en: "Colours. auto: to match the background of the terminal; sixteen: the terminal's own colours; plain: none.",
            },
            Self::Borders => Both {
                id: "Garis dan tanda. auto: ascii bila locale bukan UTF-8.",
                en: "Borders and symbols. auto: ascii if the locale is not UTF-8.",
            },
            Self::Mouse => Both {
                id: "Klik dan roda tetikus. false (bawaan di GNU screen): ditangani terminal, misalnya untuk memilih teks.",
                en: "Mouse clicks and wheel. false (the default in GNU screen): the terminal handles them, for example to select text.",
            },
            Self::CopyForm => Both {
                id: "Bentuk yang disalin dengan Y sebelum bentuk lain dipilih.",
                en: "The form that Y copies until you choose another.",
            },
            Self::PostOrder => Both {
                id: "Letak jabatan dalam kutipan berita. auto: di depan nama dalam bahasa Indonesia; before, after: di depan atau di belakang nama.",
                en: "Position of titles in press quotes. auto: before the name in Indonesian; before, after: before or after the name.",
            },
        };
        both.get(lang)
    }
}
