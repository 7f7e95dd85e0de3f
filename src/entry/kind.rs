//! The kinds of records that people enter, and their fields.

use super::field::Field;
use super::fields;
use crate::text::{fold, named_enum};

named_enum! {
    /// The kinds of records that people enter.
    #[derive(PartialOrd, Ord)]
    pub enum Kind {
        /// A visit.
        Visit = "visit",
        /// A stop of a visit.
        Stop = "stop",
        /// A person or a group in a visit.
        Person = "person",
        /// A statement.
        Statement = "statement",
    }
}

impl Kind {
    /// The fields, in the order in which they are asked for.
    pub fn fields(self) -> &'static [Field] {
        match self {
            Self::Visit => fields::VISIT,
            Self::Stop => fields::STOP,
            Self::Person => fields::PERSON,
            Self::Statement => fields::STATEMENT,
        }
    }

    /// The list of a visit that holds such records; for visits, that of the archive.
    pub fn list(self) -> &'static str {
        match self {
            Self::Visit => "visits",
            Self::Stop => "itinerary",
            Self::Person => "participants",
            Self::Statement => "statements",
        }
    }

    /// The field with this name.
    pub fn field(self, name: &str) -> Option<&'static Field> {
        self.fields().iter().find(|field| field.name == name)
    }

    /// The field that a heading of a sheet means: its name, its label in a language, or another usual heading.
    pub fn field_of_heading(self, heading: &str) -> Option<&'static Field> {
        let heading = plain(heading);
        self.fields().iter().find(|field| field.headings().any(|known| plain(known) == heading))
    }
}

/// A heading without case, accents and punctuation.
fn plain(heading: &str) -> String {
    let spaced: String = fold(heading).chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}
