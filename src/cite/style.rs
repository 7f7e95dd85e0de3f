//! The styles of citation.

use crate::lang::{Both, Lang};

/// A style of citation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Style {
    /// A sentence for a news report: “…,” kata JABATAN NAMA, HARI (tanggal).
    Press,
    /// The text alone, unchanged.
    Text,
    /// The text, and below it speaker, place, date and sources.
    Card,
    /// The reference of the statement: `visit-id#statement-id`.
    Reference,
    /// APA, 7th edition: the in-text citation and the reference list entries.
    Apa,
    /// Chicago, 17th edition: a note.
    Chicago,
    /// A block quotation.
    Markdown,
    /// `BibTeX`: an entry for each source.
    Bibtex,
    /// RIS: a record for each source.
    Ris,
    /// CSL-JSON: an array with an item for each source.
    CslJson,
}

impl Style {
    /// Every style.
    pub const ALL: [Self; 10] = [
        Self::Press,
        Self::Text,
        Self::Card,
        Self::Reference,
        Self::Apa,
        Self::Chicago,
        Self::Markdown,
        Self::Bibtex,
        Self::Ris,
        Self::CslJson,
    ];

    /// Whether the style is for reference lists, where each source needs a title.
    pub fn is_for_references(self) -> bool {
        matches!(self, Self::Apa | Self::Chicago | Self::Bibtex | Self::Ris | Self::CslJson)
    }

    /// The line ending of the style: `\r\n` for RIS, `\n` for all others.
    pub fn line_end(self) -> &'static str {
        if self == Self::Ris { "\r\n" } else { "\n" }
    }

    /// The name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Press => "press",
            Self::Text => "text",
            Self::Card => "card",
            Self::Reference => "reference",
            Self::Apa => "apa",
            Self::Chicago => "chicago",
            Self::Markdown => "markdown",
            Self::Bibtex => "bibtex",
            Self::Ris => "ris",
            Self::CslJson => "csl-json",
        }
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
