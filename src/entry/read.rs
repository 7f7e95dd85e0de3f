//! Reads what somebody typed into a field, or a cell holds.

use serde_yaml::Value as Yaml;

use super::field::Field;
use super::input::Input;
use crate::lang::{DateOrder, Lang, date_readings, is_relative};
use crate::model::PartialDate;

/// What a text means in its field.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// A value as the format has it.
    Value(Yaml),
    /// Names or ids of other records.
    Names(Vec<String>),
}

/// Why a text is no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EntryError {
    /// The field needs a value.
    Missing(&'static Field),
    /// It is not a date.
    NotADate(String),
    /// It depends on the current day.
    Relative(String),
    /// It is not a number.
    NotANumber(String),
    /// It is none of the words of a closed vocabulary, which are given.
    NotAWord(String, Vec<String>),
    /// The field takes one name only.
    SeveralNames,
    /// A person needs a name, a post or an organization.
    Nameless,
    /// A record with this id is in the visit.
    IdTaken(String),
    /// An id has other characters than letters, digits, `.`, `_` and `-`, or too many.
    BadId(String),
    /// The visit is not known.
    NoVisit,
    /// A place in a source is given, but not in which.
    NoSource,
}

impl PartialEq for Field {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other) || (self.name == other.name && self.input == other.input)
    }
}

impl Eq for Field {}

impl EntryError {
    /// The message.
    pub fn message(&self, lang: Lang) -> String {
        match self {
            Self::Missing(field) => lang.entry_missing(field.label(lang)),
            Self::NotADate(text) => lang.entry_not_a_date(text),
            Self::Relative(text) => lang.entry_relative_date(text),
            Self::NotANumber(text) => lang.entry_not_a_number(text),
            Self::NotAWord(text, words) => lang.entry_not_a_word(text, words),
            Self::SeveralNames => lang.entry_one_name_only().to_owned(),
            Self::Nameless => lang.entry_nameless().to_owned(),
            Self::IdTaken(id) => lang.entry_id_taken(id),
            Self::BadId(id) => lang.entry_bad_id(id),
            Self::NoVisit => lang.entry_no_visit().to_owned(),
            Self::NoSource => lang.entry_no_source().to_owned(),
        }
    }
}

impl Field {
    /// Reads a text; `None` if it is empty.
    pub fn read(&self, text: &str, lang: Lang) -> Result<Option<Answer>, EntryError> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(None);
        }
        let words = || text.split_whitespace().collect::<Vec<_>>().join(" ");
        Ok(Some(match self.input {
            Input::Text => Answer::Value(words().into()),
            Input::Lines => Answer::Value(lines(text).into()),
            Input::Texts | Input::Topics => {
                Answer::Value(Yaml::Sequence(pieces(text).into_iter().map(Yaml::from).collect()))
            }
            Input::Number => {
                let number: Option<u32> = text.parse().ok();
                Answer::Value(number.ok_or_else(|| EntryError::NotANumber(text.to_owned()))?.into())
            }
            Input::Decimal => {
                let number = text.replace(',', ".").parse::<f64>().ok().filter(|it| it.is_finite());
                Answer::Value(number.ok_or_else(|| EntryError::NotANumber(text.to_owned()))?.into())
            }
            Input::Date => Answer::Value(date(text)?.to_string().into()),
            Input::Word(words) => match words.term(text) {
                Some(term) => Answer::Value(term.into()),
                None if words.is_closed() => {
                    let labels = words.terms(lang).into_iter().map(|(_, label)| label).collect();
                    return Err(EntryError::NotAWord(text.to_owned(), labels));
                }
                None => Answer::Value(text.into()),
            },
            Input::People | Input::Organizations | Input::Stops => Answer::Names(pieces(text)),
            Input::Visit | Input::Source => Answer::Names(vec![words()]),
        }))
    }
}

/// A date as the format writes it, or as people do: the day before the month.
fn date(text: &str) -> Result<PartialDate, EntryError> {
    if let Ok(date) = text.parse::<PartialDate>() {
        return Ok(date);
    }
    let readings = date_readings(text);
    let preferred = readings.iter().find(|it| it.order != DateOrder::MonthFirst);
    match preferred {
        Some(reading) => Ok(reading.date),
        None if is_relative(text) => Err(EntryError::Relative(text.to_owned())),
        None => Err(EntryError::NotADate(text.to_owned())),
    }
}

/// Texts separated by semicolons or line ends.
fn pieces(text: &str) -> Vec<String> {
    let pieces = text.split([';', '\n']).map(|it| it.split_whitespace().collect::<Vec<_>>().join(" "));
    pieces.filter(|piece| !piece.is_empty()).collect()
}

/// Lines without spaces at their ends, separated by line feeds.
fn lines(text: &str) -> String {
    text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
}
