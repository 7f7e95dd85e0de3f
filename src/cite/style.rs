//! The styles of citation.

use crate::lang::{Both, Lang};
use crate::text::named_enum;

named_enum! {
    /// A style of citation.
    pub enum Style {
        /// A sentence for a news report: “…,” kata JABATAN NAMA, HARI (tanggal).
        Press = "press",
        /// The text alone, unchanged.
        Text = "text",
        /// The text, and below it speaker, place, date and sources.
        Card = "card",
        /// The reference of the statement: `visit-id#statement-id`.
        Reference = "reference",
        /// APA, 7th edition: the in-text citation and the reference list entries.
        Apa = "apa",
        /// Chicago, 17th edition: a note.
        Chicago = "chicago",
        /// A block quotation.
        Markdown = "markdown",
        /// `BibTeX`: an entry for each source.
        Bibtex = "bibtex",
        /// RIS: a record for each source.
        Ris = "ris",
        /// CSL-JSON: an array with an item for each source.
        CslJson = "csl-json",
    }
}

impl Style {
    /// Whether the style is for reference lists, where each source needs a title.
    pub fn is_for_references(self) -> bool {
        matches!(self, Self::Apa | Self::Chicago | Self::Bibtex | Self::Ris | Self::CslJson)
    }

    /// The line ending of the style: `\r\n` for RIS, `\n` for all others.
    pub fn line_end(self) -> &'static str {
        if self == Self::Ris { "\r\n" } else { "\n" }
    }

    /// The label in the interface.
    pub fn label(self, lang: Lang) -> &'static str {
        let both = match self {
            Self::Press => Both { id: "kutipan + atribusi", en: "quote + attribution" },
            Self::Text => Both { id: "teks saja", en: "text only" },
            Self::Card => Both { id: "kartu kutipan", en: "quote card" },
            Self::Reference => Both { id: "kode", en: "reference" },
            Self::Apa => Both { id: "APA", en: "APA" },
            Self::Chicago => Both { id: "Chicago", en: "Chicago" },
            Self::Markdown => Both { id: "Markdown", en: "Markdown" },
            Self::Bibtex => Both { id: "BibTeX", en: "BibTeX" },
            Self::Ris => Both { id: "RIS", en: "RIS" },
            Self::CslJson => Both { id: "CSL-JSON", en: "CSL-JSON" },
        };
        both.get(lang)
    }
}
