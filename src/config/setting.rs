//! The settings and their values.

use crate::cite::{PostOrder, Style};
use crate::lang::{Both, Lang};

/// The environment variable that names another settings file.
pub const FILE_VARIABLE: &str = "LAWAT_CONFIG";
/// The environment variable with key bindings, in the format of the table `keys` of the file.
pub const KEYS_VARIABLE: &str = "LAWAT_KEYS";

/// Where a value comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ValueOrigin {
    /// The default.
    Default,
    /// The file, at this line from 1.
    File(u32),
    /// An environment variable.
    Variable(&'static str),
    /// A command line argument.
    Flag(&'static str),
}

/// A setting whose value is one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// The language of the interface.
    Language,
    /// The colours of the explorer.
    Theme,
    /// Whether the explorer draws with Unicode or with ASCII.
    Borders,
    /// Whether the explorer captures the mouse.
    Mouse,
    /// The citation style to copy until another one is chosen.
    CopyForm,
    /// Where a post is written in press citations: before or after the name.
    PostOrder,
}

impl Setting {
    /// All settings, in the order in which they are shown.
    pub const ALL: [Self; 6] =
        [Self::Language, Self::Theme, Self::Borders, Self::Mouse, Self::CopyForm, Self::PostOrder];

    /// The name in the file.
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

    /// The environment variable that overrides the file.
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

    /// The argument that overrides both.
    pub fn flag(self) -> Option<&'static str> {
        match self {
            Self::Language => Some("--lang"),
            Self::Theme => Some("--theme"),
            Self::Borders | Self::Mouse | Self::CopyForm | Self::PostOrder => None,
        }
    }

    /// The valid values, the default first.
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

    /// Whether the value is a boolean instead of a string.
    pub fn is_switch(self) -> bool {
        self == Self::Mouse
    }

    /// The value in TOML syntax.
    pub fn to_toml(self, value: &str) -> String {
        if self.is_switch() { value.to_owned() } else { format!("\"{value}\"") }
    }

    /// The description of the setting.
    pub fn description(self, lang: Lang) -> &'static str {
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
