//! Why a record file cannot be changed.

use crate::lang::Lang;

/// Why a text cannot be changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EditError {
    /// It has a syntax error in this line.
    Syntax(usize),
    /// It has a JSON record on each line.
    JsonLines,
    /// What is in this line cannot be changed: an alias, a merged value, a document without fields.
    Unsupported(usize),
    /// A record that comes cannot be written as YAML; the reason.
    Unwritable(String),
    /// The new text would not have the right values.
    Mismatch,
}

impl EditError {
    /// The message for the file with this name.
    pub fn message(&self, path: &str, lang: Lang) -> String {
        match self {
            Self::Syntax(line) => lang.edit_syntax(path, *line),
            Self::JsonLines => lang.edit_json_lines(path),
            Self::Unsupported(line) => lang.edit_unsupported(path, *line),
            Self::Unwritable(reason) => lang.edit_unwritable(path, reason),
            Self::Mismatch => lang.edit_mismatch(path),
        }
    }
}
