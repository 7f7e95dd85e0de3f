//! The languages of the interface: every message in Indonesian and English, dates in words, and the choice.
//!
//! A message that lacks one of the two does not compile. What files say stays in their own language.

mod dates;
mod messages;
mod phrases;
mod terms;

pub use dates::{clock, date_long, date_short, span_short};
pub use messages::Messages;

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Bahasa Indonesia.
    Id,
    /// English.
    En,
}

/// Words in both languages, for tables that hold their words in the row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Both {
    /// Bahasa Indonesia.
    pub id: &'static str,
    /// English.
    pub en: &'static str,
}

impl Both {
    /// The words in a language.
    pub fn get(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Id => self.id,
            Lang::En => self.en,
        }
    }
}

impl Lang {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Id, Self::En];

    /// The messages of the interface.
    pub fn messages(self) -> &'static Messages {
        match self {
            Self::Id => &messages::ID,
            Self::En => &messages::EN,
        }
    }

    /// Its code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::En => "en",
        }
    }

    /// The other one.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Id => Self::En,
            Self::En => Self::Id,
        }
    }

    /// The language that a locale such as `id_ID.UTF-8` asks for: Indonesian for Indonesian and Malay, else English.
    pub fn of_locale(locale: &str) -> Self {
        let language = locale.split(['_', '-', '.', '@']).next().unwrap_or_default();
        match language.to_ascii_lowercase().as_str() {
            "id" | "in" | "ms" => Self::Id,
            _ => Self::En,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_locale_chooses() {
        for (locale, lang) in [
            ("id_ID.UTF-8", Lang::Id),
            ("id", Lang::Id),
            ("ms_MY.UTF-8", Lang::Id),
            ("en_GB.UTF-8", Lang::En),
            ("C.UTF-8", Lang::En),
            ("POSIX", Lang::En),
            ("", Lang::En),
        ] {
            assert_eq!(Lang::of_locale(locale), lang, "{locale}");
        }
    }
}
