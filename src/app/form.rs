//! The forms in which a record can be copied.

use crate::cite::Style;
use crate::lang::Lang;
use crate::model::RecordKind;

/// A form in which a record is copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    /// A citation in this style; for records other than statements, a briefing, the name or the reference.
    Cite(Style),
    /// JSON.
    Json,
    /// JSON-LD.
    JsonLd,
    /// `file:line` of the record.
    FileLine,
    /// The URL of its source.
    SourceUrl,
}

impl Form {
    /// Every form, in the order of the menu. On a screen of 40×20 the menu shows eleven of them without scrolling.
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
        Self::JsonLd,
        Self::Cite(Style::Reference),
        Self::FileLine,
        Self::SourceUrl,
    ];

    /// Its name in the menu, for records of this kind. The message after copying shows its first word.
    pub fn label(self, of: RecordKind, lang: Lang) -> &'static str {
        let m = lang.messages();
        match (self, of) {
            (Self::Cite(style), RecordKind::Statement) => style.label(lang),
            (Self::Cite(Style::Press), _) => m.briefing,
            (Self::Cite(Style::Markdown), _) => m.briefing_in_markdown,
            (Self::Cite(Style::Text), RecordKind::Visit) => m.title,
            (Self::Cite(Style::Text), _) => m.name,
            (Self::Cite(style), _) => style.label(lang),
            (Self::Json, _) => "JSON",
            (Self::JsonLd, _) => "JSON-LD",
            (Self::FileLine, _) => m.file_and_line,
            (Self::SourceUrl, _) => m.address_of_source,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The menu has no row for a form that is missing here, and none that no command copies.
    #[test]
    fn every_form_is_in_the_menu_once() {
        let forms = |form: Form| match form {
            Form::Cite(style) => Style::ALL.contains(&style),
            Form::Json | Form::JsonLd | Form::FileLine | Form::SourceUrl => true,
        };
        assert!(Form::ALL.into_iter().all(forms));
        for style in Style::ALL {
            assert!(Form::ALL.contains(&Form::Cite(style)), "{style:?}");
        }
        let mut seen = Vec::new();
        for form in Form::ALL {
            assert!(!seen.contains(&form), "{form:?}");
            seen.push(form);
        }
    }
}
