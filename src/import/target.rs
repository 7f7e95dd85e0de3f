//! What becomes of a column.

use super::columns::Column;

/// What becomes of a column.
#[derive(Debug, Clone)]
pub(super) enum Target {
    /// A field of the format.
    Field(Column),
    /// A custom field.
    Custom(String),
    /// It is not taken.
    Ignored,
}

impl Target {
    /// The field of the format.
    pub(super) fn name_of_field(&self) -> Option<&'static str> {
        match self {
            Self::Field(column) => Some(column.name),
            Self::Custom(_) | Self::Ignored => None,
        }
    }
}
