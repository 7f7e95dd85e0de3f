//! How sure a date is, and the error for text that is not a date.

use std::fmt;

use borsh::{BorshDeserialize, BorshSerialize};

/// The EDTF qualifier of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, BorshSerialize, BorshDeserialize)]
pub enum Doubt {
    /// None.
    #[default]
    None,
    /// `?`: the source may be wrong.
    Uncertain,
    /// `~`: about this time.
    Approximate,
    /// `%`: both.
    Both,
}

impl Doubt {
    /// Splits the qualifier off the end of a text.
    pub(super) fn strip(text: &str) -> (&str, Self) {
        let signs = [Self::Uncertain, Self::Approximate, Self::Both];
        let found = signs.into_iter().find_map(|doubt| Some((text.strip_suffix(doubt.sign())?, doubt)));
        found.unwrap_or((text, Self::None))
    }

    pub(super) fn sign(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Uncertain => "?",
            Self::Approximate => "~",
            Self::Both => "%",
        }
    }

    pub(super) fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::None, doubt) | (doubt, Self::None) => doubt,
            (one, other) if one == other => one,
            _ => Self::Both,
        }
    }
}

/// The error for a text that is not a date of the format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotADate;

impl fmt::Display for NotADate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a date")
    }
}
