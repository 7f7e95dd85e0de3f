//! Formats citations of statements: for the press, in academic styles, for reference managers, and as plain text.
//!
//! A citation claims no more than the record: a paraphrase is never put in quotation marks, a translation is marked as one, only
//! the statement's own date is used, and inferred facts are marked or left out.
//! All text of a record goes through [`text::visible_lines`](crate::text::visible_lines).
//!
//! ```
//! use lawat::cite::{Citation, Style};
//! use lawat::lang::Lang;
//! use lawat::load::load_text;
//!
//! let records = r#"
//! schema_version: "1.1"
//! visits:
//!   - id: visit
//!     title: Studi tiru
//!     participants: [{ id: ratna, name: Ratna Contoh }]
//!     statements: [{ id: s1, type: quote, text: Satu pintu., speaker: ratna }]
//! "#;
//! let archive = load_text("visits.yaml", records.into()).archive;
//! let visit = &archive.visits[0];
//! let citation = Citation::new(visit, &visit.statements[0], Lang::En);
//! assert_eq!(citation.write(Style::Text), "Satu pintu.");
//! assert!(citation.write(Style::Press).contains("Ratna Contoh"));
//! ```

mod academic;
mod attribution;
mod author;
mod bibliography;
mod card;
mod citation;
mod facts;
mod post_order;
mod press;
mod quote_marks;
mod style;

pub use card::{Card, ShortCitation};
pub use citation::Citation;
pub use post_order::PostOrder;
pub use style::Style;

use crate::model::{Record, SourceRef, Visit};

/// A web address for a record: the page of the person or organization (`same_as`), else the first source that has one.
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

impl Citation<'_> {
    /// The citation in a style, without a final line ending (see [`Style::line_end`]).
    pub fn write(&self, style: Style) -> String {
        match style {
            Style::Press => press::sentence(self),
            Style::Text => self.words(),
            Style::Card => card::plain(self),
            Style::Reference => self.reference(),
            Style::Apa => academic::apa(self),
            Style::Chicago => academic::chicago(self),
            Style::Markdown => self.card().markdown(self.lang.messages()),
            Style::Bibtex => bibliography::bibtex(self),
            Style::Ris => bibliography::ris(self),
            Style::CslJson => bibliography::csl_json(self),
        }
    }
}
