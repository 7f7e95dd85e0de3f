//! The settings and their values.

use crate::cite::{PostOrder, Style};
use crate::lang::{Both, Lang};
use crate::text::named_enum;

named_enum! {
    /// A setting whose value is one word, by its name in the file.
    pub enum Setting {
        /// The language of the interface.
        Language = "language",
        /// The colours of the explorer.
        Theme = "theme",
        /// Whether the explorer draws with Unicode or with ASCII.
        Borders = "borders",
        /// Whether the explorer captures the mouse.
        Mouse = "mouse",
        /// The citation style to copy until another one is chosen.
        CopyForm = "copy_form",
        /// Where a post is written in press citations: before or after the name.
        PostOrder = "post_order",
        /// Whether what was loaded from long files is kept for the next start.
        Cache = "cache",
    }
}

impl Setting {
    /// The environment variable that overrides the file.
    pub(super) fn variable(self) -> String {
        format!("LAWAT_{}", self.name().to_ascii_uppercase())
    }

    /// The argument that overrides both.
    pub(super) fn flag(self) -> Option<&'static str> {
        match self {
            Self::Language => Some("--lang"),
            Self::Theme => Some("--theme"),
            Self::Cache => Some("--no-cache"),
            Self::Borders | Self::Mouse | Self::CopyForm | Self::PostOrder => None,
        }
    }

    /// The valid values, the default first.
    pub fn values(self) -> &'static [&'static str] {
        match self {
            Self::Language => &["auto", "id", "en"],
            Self::Theme => &[
                "auto",
                "dark",
                "light",
                "warm",
                "sepia",
                "colour-blind",
                "high-contrast",
                "sixteen",
                "plain",
            ],
            Self::Borders => &["auto", "unicode", "ascii"],
            Self::Mouse | Self::Cache => &["true", "false"],
            Self::CopyForm => Style::NAMES,
            Self::PostOrder => PostOrder::NAMES,
        }
    }

    /// The value, if it is valid.
    pub fn value(self, value: &str) -> Option<&'static str> {
        self.values().iter().copied().find(|known| *known == value)
    }

    /// Whether the value is a boolean instead of a string.
    pub(super) fn is_switch(self) -> bool {
        matches!(self, Self::Mouse | Self::Cache)
    }

    /// The value in TOML syntax.
    pub(super) fn to_toml(self, value: &str) -> String {
        if self.is_switch() { value.to_owned() } else { format!("\"{value}\"") }
    }

    /// The description of the setting.
    pub(super) fn description(self, lang: Lang) -> &'static str {
        let both = match self {
            Self::Language => Both {
                id: "Bahasa antarmuka. auto: menurut locale.",
                en: "The language of the interface. auto: from the locale.",
            },
            Self::Theme => Both {
                id: "Warna. auto: menurut latar terminal; warm, sepia, colour-blind, high-contrast: dengan latar sendiri; sixteen: warna milik terminal; plain: tanpa warna.",
                en: "Colours. auto: to match the background of the terminal; warm, sepia, colour-blind, high-contrast: with a background of their own; sixteen: the terminal's own colours; plain: none.",
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
            Self::Cache => Both {
                id: "Isi berkas besar yang sudah dibaca disimpan di folder cache agar lain kali cepat terbuka. false: tidak.",
                en: "What was read from long files is kept in the cache folder, so that they open fast the next time. false: it is not.",
            },
        };
        both.get(lang)
    }
}
