//! The themes by their names; `view` has their colours.

use crate::lang::{Both, Lang};
use crate::text::named_enum;

named_enum! {
    /// Where the colours come from.
    pub enum Palette {
        /// For a dark background, from those of the 256 colours that are the same in all terminals.
        Dark = "dark",
        /// For a light background, from the same colours.
        Light = "light",
        /// Warm colours on a dark grey of its own.
        Warm = "warm",
        /// Dark brown on a cream colour of its own.
        Sepia = "sepia",
        /// Colours that people with any kind of colour blindness can tell apart, on a black of its own.
        ColourBlind = "colour-blind",
        /// Bright colours on black.
        HighContrast = "high-contrast",
        /// The sixteen colours that are configured in the terminal.
        Sixteen = "sixteen",
        /// No colours.
        Plain = "plain",
    }
}

impl Palette {
    /// What the menu of themes says about it.
    pub(in crate::app) fn label(self, lang: Lang) -> &'static str {
        let both = match self {
            Self::Dark => Both { id: "Untuk terminal gelap", en: "For dark terminals" },
            Self::Light => Both { id: "Untuk terminal terang", en: "For light terminals" },
            Self::Warm => Both { id: "Hangat, latar gelap", en: "Warm, on dark grey" },
            Self::Sepia => Both { id: "Sepia, latar krem", en: "Sepia, on cream" },
            Self::ColourBlind => Both { id: "Ramah buta warna", en: "Colour-blind safe" },
            Self::HighContrast => Both { id: "Kontras tinggi", en: "High contrast" },
            Self::Sixteen => Both { id: "Warna terminal", en: "Terminal colours" },
            Self::Plain => Both { id: "Tanpa warna", en: "No colours" },
        };
        both.get(lang)
    }
}
