//! The query language: what somebody types, as clauses that a record must satisfy.
//!
//! Words apart are all wanted; `"a phrase"`, `'exact`, `^prefix`, `suffix$`, `-without` (or `!without`), `either | or`,
//! and `field:value` with the names of the fields in Indonesian and English.

use super::dates::{self, DayFilter, NoDays, ReadAs};
use super::fields::FieldName;
use super::hints::Hint;
use super::joined::joinings;
use super::labels::ListValue;
use super::tokens::{Token, tokens, with_whole_dates};
use crate::lang::{Lang, is_title};
use crate::model::{RecordKind, StatementType};
use crate::text::{fold, folded_words, nearest, shorten};

/// More words than this are a pasted text; the first ones are enough to find it.
pub(super) const ATOMS: usize = 32;
/// A longer word is no word of any record.
const LETTERS: usize = 64;

/// What to look for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    pub(super) clauses: Vec<Clause>,
    /// How its dates were read, where there was another way.
    pub(super) read_as: Vec<ReadAs>,
    /// What else may surprise whoever typed it.
    pub(super) hints: Vec<Hint>,
}

/// One of the things that a record must have, or must not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Clause {
    pub(super) any: Vec<Atom>,
    pub(super) without: bool,
    /// It is better to have it, but not necessary.
    pub(super) optional: bool,
}

impl Clause {
    /// Whether it is made of words that may stand anywhere, and is wanted.
    pub(super) fn may_be_left_out(&self) -> bool {
        let is_bare = |atom: &Atom| atom.field.is_none();
        !self.without && !self.optional && self.any.iter().all(is_bare)
    }
}

/// A word or a phrase, perhaps in a certain field only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Atom {
    pub(super) field: Option<FieldName>,
    pub(super) form: Form,
    /// The word before it in the query, with which some write it as one.
    pub(super) after: Option<String>,
}

/// How it is to be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Form {
    /// In any of the ways, the closer the better.
    Word(String),
    /// This word.
    Exact(String),
    /// A word that begins so.
    Prefix(String),
    /// A word that ends so.
    Suffix(String),
    /// These words, one after the other; or the same with some of them written as one.
    Phrase(Vec<Vec<String>>),
    /// A statement of this type.
    Type(StatementType),
    /// A record of this kind.
    Kind(RecordKind),
    /// A word of a list.
    List(ListValue),
    /// Of a time that fits these days.
    Days(DayFilter),
}

/// Why a text is no query, where, and what would mend it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrongQuery {
    /// The character, from 0, where it goes wrong.
    pub at: usize,
    /// What is wrong.
    pub fault: QueryFault,
}

/// What can be wrong with a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum QueryFault {
    /// A quotation mark is not closed.
    OpenQuote,
    /// The value of a field is none of those it can have.
    BadValue(&'static str, String),
    /// The value of a date names no days.
    BadDate(String, NoDays),
}

impl WrongQuery {
    /// What is wrong, and what would mend it.
    pub fn message(&self, lang: Lang) -> String {
        match &self.fault {
            QueryFault::OpenQuote => lang.unclosed_quote().to_owned(),
            QueryFault::BadValue(field, value) => lang.bad_search_value(field, &shorten(value)),
            QueryFault::BadDate(value, NoDays::Relative) => lang.relative_date(&shorten(value)),
            QueryFault::BadDate(value, NoDays::NoYear) => lang.date_without_year(&shorten(value)),
            QueryFault::BadDate(value, NoDays::NotADate) => lang.not_a_date(&shorten(value)),
        }
    }
}

impl Query {
    /// Reads a query. Any text is one, but for an open quotation mark and a value that its field cannot have.
    pub fn parse(text: &str) -> Result<Self, WrongQuery> {
        // A pasted text may be long: cut it before looking for its words.
        let end = text.char_indices().nth(ATOMS * LETTERS).map_or(text.len(), |(at, _)| at);
        let (text, beyond) = text.split_at_checked(end).unwrap_or((text, ""));
        let mut query = Self::default();
        let mut either = false;
        let mut asked = 0;
        for token in with_whole_dates(&tokens(text)?) {
            if token.text == "|" && !token.quoted && token.field.is_none() && token.sign.is_none() {
                either = !query.clauses.is_empty();
                continue;
            }
            let without = token.sign.is_some();
            for atom in query.atoms(&token)? {
                asked += 1;
                if asked > ATOMS {
                    break;
                }
                let clauses = &mut query.clauses;
                let beside = clauses.last_mut().filter(|last| either && !without && !last.without);
                if let Some(last) = beside {
                    last.any.push(atom);
                } else {
                    clauses.push(Clause { any: vec![atom], without, optional: false });
                }
                either = false;
            }
        }
        if asked > ATOMS || !beyond.trim().is_empty() {
            query.hints.push(Hint::Shortened(ATOMS));
        }
        query.join_neighbours();
        query.make_titles_optional();
        Ok(query)
    }

    /// How it was understood, where something else may be meant.
    pub fn remark(&self, lang: Lang) -> Option<String> {
        let hints = self.hints.iter().map(|it| it.message(lang));
        let remarks: Vec<String> = self.read_as.iter().map(|it| it.message(lang)).chain(hints).collect();
        (!remarks.is_empty()).then(|| remarks.join("; "))
    }

    /// What a token asks for; a token without any letter or digit asks for nothing.
    fn atoms(&mut self, token: &Token) -> Result<Vec<Atom>, WrongQuery> {
        let Some((at, name)) = &token.field else { return Ok(text(token, None)) };
        let Some(field) = FieldName::find(name) else { return Ok(self.without_field(name, token)) };
        // What has no value yet is still being typed.
        if token.text.is_empty() {
            return Ok(Vec::new());
        }
        let wrong = |fault| WrongQuery { at: *at, fault };
        let form = match field {
            FieldName::Type => of_type(&token.text)
                .ok_or_else(|| wrong(QueryFault::BadValue("jenis", token.text.clone())))?,
            FieldName::Date => {
                let read = dates::read(&token.text);
                let (days, other_way) =
                    read.map_err(|why| wrong(QueryFault::BadDate(token.text.clone(), why)))?;
                self.read_as.extend(other_way);
                Form::Days(days)
            }
            _ if field.is_list() => {
                let value = ListValue::new(field, &token.text);
                if value.terms.is_empty() {
                    self.hints.push(Hint::UnknownValue(name.clone(), field, token.text.clone()));
                }
                Form::List(value)
            }
            _ => return Ok(text(token, Some(field))),
        };
        Ok(vec![Atom::new(Some(field), form)])
    }

    /// What stands before a colon is text unless it is a field. An address of the web is a phrase.
    fn without_field(&mut self, name: &str, token: &Token) -> Vec<Atom> {
        if token.text.starts_with("//") {
            let address = format!("{name}:{}", token.text);
            return text(&Token { text: address, field: None, ..token.clone() }, None);
        }
        self.hints.push(Hint::UnknownField(name.to_owned(), nearest(name, FieldName::names())));
        let name = Token { text: name.to_owned(), field: None, quoted: false, ..token.clone() };
        [text(&name, None), text(token, None)].concat()
    }

    /// Two words may be one in a record.
    fn join_neighbours(&mut self) {
        let mut before: Option<String> = None;
        for clause in &mut self.clauses {
            let word = match clause.any.as_mut_slice() {
                [Atom { field: None, form: Form::Word(word), after }] if !clause.without => {
                    *after = before;
                    Some(word.clone())
                }
                _ => None,
            };
            before = word;
        }
    }

    /// Whether there are dates that a record may have, and may not have.
    pub(super) fn has_dates(&self) -> bool {
        let mut atoms = self.clauses.iter().flat_map(|clause| &clause.any);
        atoms.any(|atom| matches!(atom.form, Form::Days(_)))
    }

    /// Whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.clauses.is_empty()
    }

    /// Whether there are words that may also be found in looser ways.
    pub(super) fn has_words(&self) -> bool {
        let wanted = self.clauses.iter().filter(|clause| !clause.without);
        wanted.flat_map(|clause| &clause.any).any(|atom| matches!(atom.form, Form::Word(_)))
    }

    /// Titles do not count against a name when there is something else to look for.
    fn make_titles_optional(&mut self) {
        let is_title = |clause: &Clause| matches!(clause.any.as_slice(), [Atom { field: None, form: Form::Word(word), .. }] if is_title(word));
        if self.clauses.iter().any(|clause| !clause.without && !is_title(clause)) {
            for clause in &mut self.clauses {
                clause.optional = !clause.without && is_title(clause);
            }
        }
    }
}

impl Atom {
    fn new(field: Option<FieldName>, form: Form) -> Self {
        Self { field, form, after: None }
    }

    /// The words as they were typed, folded.
    pub(super) fn shown(&self) -> String {
        match &self.form {
            Form::Word(word) | Form::Exact(word) | Form::Prefix(word) | Form::Suffix(word) => word.clone(),
            Form::Phrase(ways) => ways.first().map(|words| words.join(" ")).unwrap_or_default(),
            Form::Type(_) | Form::Kind(_) | Form::List(_) | Form::Days(_) => String::new(),
        }
    }

    /// Whether it asks for something else than words.
    pub(super) fn is_filter(&self) -> bool {
        matches!(self.form, Form::Type(_) | Form::Kind(_) | Form::List(_) | Form::Days(_))
    }
}

/// The words of a token, in a field or anywhere.
fn text(token: &Token, field: Option<FieldName>) -> Vec<Atom> {
    let cut = |word: String| -> String { word.chars().take(LETTERS).collect() };
    let found: Vec<String> = folded_words(&token.text).map(cut).collect();
    let form = match found.as_slice() {
        [] => return Vec::new(),
        // A token of several words, such as `10/1/2026`, is a phrase.
        [_] if token.quoted => Form::Phrase(joinings(&found)),
        [_, _, ..] => Form::Phrase(joinings(&found)),
        [word] if token.text.starts_with(['\'', '’']) => Form::Exact(word.clone()),
        [word] if token.text.starts_with('^') => Form::Prefix(word.clone()),
        [word] if token.text.ends_with('$') => Form::Suffix(word.clone()),
        [word] => Form::Word(word.clone()),
    };
    vec![Atom::new(field, form)]
}

/// A type of statements, a kind of records, or a word that files have as a type of something else.
fn of_type(value: &str) -> Option<Form> {
    let list = || ListValue::new(FieldName::Type, value);
    let kind = statement_type(value).map(Form::Type).or_else(|| record_kind(value).map(Form::Kind));
    kind.or_else(|| Some(list()).filter(|list| !list.terms.is_empty()).map(Form::List))
}

fn record_kind(name: &str) -> Option<RecordKind> {
    Some(match fold(name).as_str() {
        "kunjungan" | "visit" => RecordKind::Visit,
        "lokasi" | "persinggahan" | "stop" => RecordKind::Stop,
        "peserta" | "orang" | "participant" | "person" => RecordKind::Participant,
        "organisasi" | "organization" => RecordKind::Organization,
        "pernyataan" | "statement" => RecordKind::Statement,
        _ => return None,
    })
}

fn statement_type(name: &str) -> Option<StatementType> {
    Some(match fold(name).as_str() {
        "kutipan" | "quote" | "verbatim" => StatementType::Quote,
        "parafrasa" | "paraphrase" => StatementType::Paraphrase,
        "narasi" | "narrative" => StatementType::Narrative,
        _ => return None,
    })
}

#[cfg(test)]
#[path = "query_tests.rs"]
mod tests;
