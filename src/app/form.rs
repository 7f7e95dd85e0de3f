//! The forms in which a record can be copied.

use crate::cite::Style;
use crate::lang::Lang;
use crate::model::RecordKind;

/// A form in which a record is copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    /// As a citation; of what is no statement, a briefing, its name or its reference.
    Cite(Style),
    /// As JSON.
    Json,
    /// As linked data.
    Linked,
    /// The file and the line where it is written.
    Place,
    /// The address of its source on the web.
    Address,
}

impl Form {
    /// Every form, in the order of the menu.
    pub const ALL: [Self; 14] = [
        Self::Cite(Style::Press),
        Self::Cite(Style::Text),
        Self::Cite(Style::Card),
        Self::Cite(Style::Apa),
        Self::Cite(Style::Chicago),
        Self::Cite(Style::Markdown),
        Self::Cite(Style::Bibtex),
        Self::Cite(Style::Ris),
        Self::Cite(Style::CslJson),
        Self::Json,
        Self::Linked,
        Self::Cite(Style::Reference),
        Self::Place,
        Self::Address,
    ];

    /// What it is called for records of a kind: what is no statement has a briefing where that has a citation.
    pub fn words(self, of: RecordKind, lang: Lang) -> &'static str {
        let m = lang.messages();
        match (self, of) {
            (Self::Cite(style), RecordKind::Statement) => style.label(lang),
            (Self::Cite(Style::Press), _) => m.briefing,
            (Self::Cite(Style::Markdown), _) => m.briefing_in_markdown,
            (Self::Cite(Style::Text), RecordKind::Visit) => m.title,
            (Self::Cite(Style::Text), _) => m.name,
            (Self::Cite(style), _) => style.label(lang),
            (Self::Json, _) => "JSON",
            (Self::Linked, _) => "JSON-LD",
            (Self::Place, _) => m.file_and_line,
            (Self::Address, _) => m.address_of_source,
        }
    }
}
