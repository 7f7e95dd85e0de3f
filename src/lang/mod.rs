//! The languages of the interface: all messages in Indonesian and English, dates in words, and the choice of the
//! language.
//! A message without one of the languages does not compile. Texts from the records are not translated.

mod add;
mod counted;
mod countries;
mod date_text;
mod dates;
mod draft;
mod edit;
mod entry;
mod format_names;
mod import;
mod import_documents;
mod import_places;
mod messages;
mod name_words;
mod outside;
mod own_files;
mod phrases;
mod plain;
mod pressed;
mod printed_dates;
mod progress;
mod query_messages;
mod settings;
mod site;
mod stats;
mod terms;

pub use counted::{
    Counted, EVENTS, EXPENSES, MEDIA, NOTES, ORGANIZATIONS, OUTCOMES, PARTICIPANTS, SOURCES, STATEMENTS,
    STOPS, VISITS,
};
pub use countries::Country;
pub use date_text::{
    DateOrder, DateReading, date_readings, date_readings_in_usual_century, has_invalid_day, is_relative,
};
pub use dates::{
    clock, date_in_sentence, date_long, date_plain, date_short, day_and_month, days_short, from_to,
    span_plain, span_short, weekday,
};
pub use format_names::format_name;
pub use import::ImportLimit;
pub use messages::Messages;
pub use name_words::{is_degree, is_organization, is_post, names_no_person};
pub use printed_dates::{dates_in, weekdays_in};
pub use site::{SITE, SiteWords};
pub use terms::{classifications, is_reporting, is_saying, is_title};

use crate::model::Decimal;

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Bahasa Indonesia.
    Id,
    /// English.
    En,
}

/// A text in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Both {
    /// Bahasa Indonesia.
    pub id: &'static str,
    /// English.
    pub en: &'static str,
}

impl Both {
    /// The text in a language.
    pub fn get(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Id => self.id,
            Lang::En => self.en,
        }
    }
}

impl Lang {
    /// All languages.
    pub const ALL: [Self; 2] = [Self::Id, Self::En];

    /// The messages of the interface.
    pub fn messages(self) -> &'static Messages {
        match self {
            Self::Id => &messages::ID,
            Self::En => &messages::EN,
        }
    }

    /// The ISO 639-1 code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::En => "en",
        }
    }

    /// The other language.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Id => Self::En,
            Self::En => Self::Id,
        }
    }

    /// A number with separators: 91.736 in Indonesian, 91,736 in English.
    pub fn number(self, number: usize) -> String {
        self.grouped(&number.to_string())
    }

    /// Which of several, or how many of them: `3/1,200`.
    pub fn position(self, number: usize, count: usize) -> String {
        format!("{}/{}", self.number(number), self.number(count))
    }

    /// An amount with separators: `1.500.000,50`, `1,500,000.50`.
    pub fn decimal(self, amount: Decimal) -> String {
        let (whole, part) = amount.digits();
        let (sign, digits) = whole.strip_prefix('-').map_or(("", whole.as_str()), |digits| ("-", digits));
        let whole = self.grouped(digits);
        let point = if self == Self::Id { ',' } else { '.' };
        if part.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}{point}{part}") }
    }

    fn grouped(self, digits: &str) -> String {
        let mut written = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                written.push(if self == Self::Id { '.' } else { ',' });
            }
            written.push(digit);
        }
        written
    }

    /// The language for a locale such as `id_ID.UTF-8`: Indonesian for Indonesian and Malay, otherwise English.
    pub fn of_locale(locale: &str) -> Self {
        Self::supported(locale).unwrap_or(Self::En)
    }

    /// The same, but none for a locale in another language.
    pub fn supported(locale: &str) -> Option<Self> {
        let language = locale.split(['_', '-', '.', '@']).next().unwrap_or_default();
        match language.to_ascii_lowercase().as_str() {
            "id" | "in" | "ms" => Some(Self::Id),
            "en" => Some(Self::En),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_numbers_have_signs_in_them() {
        for (number, id, en) in [
            (0, "0", "0"),
            (999, "999", "999"),
            (1000, "1.000", "1,000"),
            (91_736, "91.736", "91,736"),
            (1_000_000, "1.000.000", "1,000,000"),
        ] {
            assert_eq!((Lang::Id.number(number).as_str(), Lang::En.number(number).as_str()), (id, en));
        }
    }

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
