//! A statement as it is cited: in the styles of the press, of scholars, of programs for references, and of plain text.
//!
//! A citation says no more than the record. A paraphrase never stands within quotation marks, a translation says that it is
//! one, only the statement's own date is its date, and what the writer of the record concluded is said to be concluded or left out.
//! No text from a record gets into a citation but through [`text::visible_lines`](crate::text::visible_lines).

mod attribution;
mod author;
mod card;
mod exchange;
mod facts;
mod marks;
mod press;
mod scholar;

pub use attribution::PostOrder;
pub use card::{Brief, Card};

use crate::lang::{Both, Lang};
use crate::model::{Record, Source, SourceRef, Statement, Visit};

/// A statement to be cited, and how.
#[derive(Debug, Clone, Copy)]
pub struct Citation<'a> {
    /// The visit it belongs to.
    pub visit: &'a Visit,
    /// The statement.
    pub statement: &'a Statement,
    /// In the words of one of its translations, by its place among them.
    pub translation: Option<usize>,
    /// The language of everything but the words themselves.
    pub lang: Lang,
    /// Where a post stands beside a name in a sentence for the press.
    pub post_order: PostOrder,
}

/// A form of citation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Style {
    /// A sentence for a news report: “…,” kata JABATAN NAMA, HARI (tanggal).
    Press,
    /// The words alone, as they are.
    Text,
    /// The words, and below them who, where, when and the sources.
    Card,
    /// The reference of the statement: `visit-id#statement-id`.
    Reference,
    /// APA, 7th edition: in the text, and the entry of the list of references.
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

    /// Whether it is for a list of references, in which a source needs a title.
    pub fn is_for_references(self) -> bool {
        matches!(self, Self::Apa | Self::Chicago | Self::Bibtex | Self::Ris | Self::CslJson)
    }

    /// How its lines end.
    pub fn line_end(self) -> &'static str {
        if self == Self::Ris { "\r\n" } else { "\n" }
    }

    /// Its name on the command line.
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

    /// What it is called on the screen.
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

/// Where a record can be read on the web: the page of a person or an organization, else the first source that has an
/// address.
pub fn address(record: Record<'_>) -> Option<String> {
    let page = |same_as: &[String]| same_as.iter().find_map(|url| facts::on_the_web(url));
    let source = |visit: &Visit, sources: &[SourceRef]| {
        sources.iter().filter_map(|it| visit.source(&it.id)).find_map(facts::address)
    };
    match record {
        Record::Statement(visit, statement) => source(visit, &statement.sources),
        Record::Stop(visit, stop) => source(visit, &stop.sources),
        Record::Participant(visit, person) => {
            page(&person.same_as).or_else(|| source(visit, &person.sources))
        }
        Record::Organization(_, organization) => page(&organization.same_as),
        Record::Visit(visit) => visit.sources.iter().find_map(facts::address),
    }
}

impl<'a> Citation<'a> {
    /// A statement in its own words.
    pub fn new(visit: &'a Visit, statement: &'a Statement, lang: Lang) -> Self {
        Self { visit, statement, translation: None, lang, post_order: PostOrder::default() }
    }

    /// The citation in a style. It ends without the end of a line ([`Style::line_end`]).
    pub fn write(&self, style: Style) -> String {
        match style {
            Style::Press => press::sentence(self),
            Style::Text => self.words(),
            Style::Card => card::plain(self),
            Style::Reference => self.reference(),
            Style::Apa => scholar::apa(self),
            Style::Chicago => scholar::chicago(self),
            Style::Markdown => self.card().markdown(self.lang.messages()),
            Style::Bibtex => exchange::bibtex(self),
            Style::Ris => exchange::ris(self),
            Style::CslJson => exchange::csl_json(self),
        }
    }

    /// `visit-id#statement-id`.
    pub fn reference(&self) -> String {
        Record::Statement(self.visit, self.statement).reference()
    }

    /// The first address on the web among its sources.
    pub fn address(&self) -> Option<String> {
        self.sources().find_map(|(source, _)| facts::address(source))
    }

    /// The sources of the statement that the record knows, each with its place in the source.
    fn sources(&self) -> impl Iterator<Item = (&'a Source, &'a SourceRef)> {
        let visit = self.visit;
        self.statement.sources.iter().filter_map(move |it| Some((visit.source(&it.id)?, it)))
    }
}
