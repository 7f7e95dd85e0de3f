//! The fields of a record as a text that people change in an editor, and back.

use serde_yaml::{Mapping, Value as Yaml};

use super::field::Field;
use super::kind::Kind;
use crate::lang::Lang;

/// Why a text does not have the fields of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TextFormError {
    /// It is not YAML; the reason, with the line.
    Syntax(String),
    /// It has a field with this name, which the record has not.
    UnknownField(String),
    /// The field with this name has a value within which there are others.
    Nested(String),
}

impl TextFormError {
    /// The message.
    pub fn message(&self, lang: Lang) -> String {
        match self {
            Self::Syntax(reason) => lang.text_form_syntax(reason),
            Self::UnknownField(name) => lang.text_form_unknown_field(name),
            Self::Nested(name) => lang.text_form_nested(name),
        }
    }
}

/// The text for these fields, in YAML: each by its name, with its label and its hint in a comment above it.
pub fn write_text_form<'a>(
    fields: impl IntoIterator<Item = (&'static Field, &'a str)>,
    lang: Lang,
) -> Result<String, TextFormError> {
    let mut text = format!("# {}\n", lang.text_form_head());
    for (field, answer) in fields {
        let (label, hint) = (field.label(lang), field.hint(lang));
        let comment = if hint.is_empty() { label.to_owned() } else { format!("{label}: {hint}") };
        let written = if answer.trim().is_empty() {
            format!("{}:\n", field.name)
        } else {
            let value: Mapping = [(field.name.into(), answer.into())].into_iter().collect();
            crate::text::yaml(&value).map_err(|error| TextFormError::Syntax(error.to_string()))?
        };
        text = text + "\n# " + &comment + "\n" + &written;
    }
    Ok(text)
}

/// The answers in such a text, in its order; none if it is empty.
pub fn read_text_form(kind: Kind, text: &str) -> Result<Vec<(&'static Field, String)>, TextFormError> {
    let fields: Option<Mapping> =
        serde_yaml::from_str(text).map_err(|error| TextFormError::Syntax(error.to_string()))?;
    let answer = |(name, value): (Yaml, Yaml)| {
        let name = plain(&name).unwrap_or_default();
        let field = kind.field(&name).ok_or_else(|| TextFormError::UnknownField(name.clone()))?;
        let text = match value {
            Yaml::Sequence(several) => {
                several.iter().map(plain).collect::<Option<Vec<_>>>().map(|it| it.join("; "))
            }
            value => plain(&value),
        };
        Ok((field, text.ok_or(TextFormError::Nested(name))?))
    };
    fields.unwrap_or_default().into_iter().map(answer).collect()
}

/// A scalar as text.
fn plain(value: &Yaml) -> Option<String> {
    match value {
        Yaml::Null => Some(String::new()),
        Yaml::Bool(value) => Some(value.to_string()),
        Yaml::Number(value) => Some(value.to_string()),
        Yaml::String(value) => Some(value.trim_end().to_owned()),
        Yaml::Sequence(_) | Yaml::Mapping(_) | Yaml::Tagged(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields<'a>(answers: &[(&str, &'a str)]) -> Vec<(&'static Field, &'a str)> {
        let field = |(name, text): &(&str, &'a str)| (Kind::Statement.field(name).unwrap(), *text);
        answers.iter().map(field).collect()
    }

    #[test]
    fn what_was_typed_comes_back_as_it_was() {
        let typed = [
            ("text", "Satu pintu: cepat.\n\n- bukan daftar\n#bukan komentar"),
            ("type", ""),
            ("date", "2026"),
            ("topics", "a; b"),
            ("speaker", "no"),
        ];
        let text = write_text_form(fields(&typed), Lang::En).unwrap();
        assert!(text.contains("\n# Type: quote, paraphrase or narrative\ntype:\n"), "{text}");
        let read = read_text_form(Kind::Statement, &text).unwrap();
        let read: Vec<(&str, &str)> = read.iter().map(|(field, text)| (field.name, text.as_str())).collect();
        assert_eq!(read, typed);
    }

    #[test]
    fn lists_are_joined_and_other_texts_refused() {
        let read = |text: &str| read_text_form(Kind::Statement, text);
        assert_eq!(read("topics: [a, 2]").unwrap()[0].1, "a; 2");
        assert_eq!(read("# nothing\n"), Ok(Vec::new()));
        assert_eq!(read("talker: x"), Err(TextFormError::UnknownField("talker".into())));
        assert_eq!(read("text: {a: b}"), Err(TextFormError::Nested("text".into())));
        assert!(matches!(read("text: 'a"), Err(TextFormError::Syntax(_))));
        assert!(matches!(read("text"), Err(TextFormError::Syntax(_))));
    }
}
