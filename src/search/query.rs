//! The query language: parses what the user types into clauses that a record must satisfy.
//!
//! A record must match all words; `"a phrase"`, `'exact`, `^prefix`, `suffix$`, `-not` (or `!not`), `either | or`, and
//! `field:value` with the names of the fields in Indonesian and English.

use super::dates::{self, DateFilter, DateInterpretation};
use super::fields::QueryField;
use super::hints::QueryHint;
use super::keywords::KeywordQuery;
use super::query_error::{QueryError, QueryErrorKind};
use super::spellings::{is_clock_time, spellings};
use super::tokens::{QueryToken, join_dates, tokenize};
use crate::lang::{Lang, is_title};
use crate::model::{City, RecordKind, StatementType};
use crate::text::{fold, folded_words, nearest};

/// The maximum number of atoms. Longer queries are pasted texts, and their first words are enough to find them.
pub(super) const MAX_ATOMS: usize = 32;
/// The maximum length of a word, in characters.
const MAX_LETTERS: usize = 64;

/// A parsed query.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// A record must satisfy all of them.
    pub(super) clauses: Vec<Clause>,
    /// How its ambiguous dates were interpreted.
    pub(super) interpretations: Vec<DateInterpretation>,
    /// Further hints for the user.
    pub(super) hints: Vec<QueryHint>,
}

/// A condition: a record must match at least one atom, or, if negated, none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Clause {
    pub(super) alternatives: Vec<Atom>,
    pub(super) negated: bool,
    /// A match raises the score, but is not required.
    pub(super) optional: bool,
}

impl Clause {
    /// Whether it can be dropped if nothing matches it: it only has words without a field.
    pub(super) fn is_droppable(&self) -> bool {
        let has_no_field = |atom: &Atom| atom.field.is_none();
        !self.negated && !self.optional && self.alternatives.iter().all(has_no_field)
    }
}

/// A single condition: a word, a phrase or a filter, perhaps on a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Atom {
    pub(super) field: Option<QueryField>,
    pub(super) form: AtomForm,
    /// The previous word of the query, if the two may be written as one word.
    pub(super) previous: Option<String>,
}

/// What an atom matches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum AtomForm {
    /// This word or a similar one; the closer, the better.
    Word(String),
    /// Exactly this word.
    Exact(String),
    /// A word with this prefix.
    Prefix(String),
    /// A word with this suffix.
    Suffix(String),
    /// A sequence of words, in any of these variants: as typed first, then in other spellings.
    Phrase(Vec<Vec<String>>),
    /// A statement of this type.
    Type(StatementType),
    /// A record of this kind.
    Kind(RecordKind),
    /// A record with this keyword.
    Keyword(KeywordQuery),
    /// A record with a time that satisfies this filter.
    Days(DateFilter),
}

impl Query {
    /// Parses a query. Any text is valid, unless it has an unclosed quotation mark or a value that its field cannot have.
    pub fn parse(text: &str) -> Result<Self, QueryError> {
        // A pasted text may be long: cut it before it is split.
        let end = text.char_indices().nth(MAX_ATOMS * MAX_LETTERS).map_or(text.len(), |(at, _)| at);
        let (text, beyond) = text.split_at_checked(end).unwrap_or((text, ""));
        let mut query = Self::default();
        let mut either = false;
        let mut count = 0;
        for token in join_dates(&tokenize(text)?) {
            if token.is_bar() {
                either = !query.clauses.is_empty();
                continue;
            }
            let negated = token.sign.is_some();
            for atom in query.atoms(&token)? {
                count += 1;
                if count > MAX_ATOMS {
                    break;
                }
                let clauses = &mut query.clauses;
                let previous = clauses.last_mut().filter(|last| either && !negated && !last.negated);
                if let Some(last) = previous {
                    last.alternatives.push(atom);
                } else {
                    clauses.push(Clause { alternatives: vec![atom], negated, optional: false });
                }
                either = false;
            }
        }
        if count > MAX_ATOMS || !beyond.trim().is_empty() {
            query.hints.push(QueryHint::Shortened(MAX_ATOMS));
        }
        query.set_previous_words();
        query.make_titles_optional();
        Ok(query)
    }

    /// A remark for the user: how ambiguous dates were interpreted, and hints.
    pub fn remark(&self, lang: Lang) -> Option<String> {
        let hints = self.hints.iter().map(|it| it.message(lang));
        let remarks: Vec<String> =
            self.interpretations.iter().map(|it| it.message(lang)).chain(hints).collect();
        (!remarks.is_empty()).then(|| remarks.join("; "))
    }

    /// The atoms of a token; none for a token without any letter or digit.
    fn atoms(&mut self, token: &QueryToken) -> Result<Vec<Atom>, QueryError> {
        let Some((position, name)) = &token.field else { return Ok(text_atoms(token, None)) };
        let Some(field) = QueryField::find(name) else { return Ok(self.unknown_field(name, token)) };
        // A field without a value is still being typed.
        if token.text.is_empty() {
            return Ok(Vec::new());
        }
        let error = |kind| QueryError { position: *position, kind };
        let form = match field {
            QueryField::Type => type_form(&token.text)
                .ok_or_else(|| error(QueryErrorKind::InvalidValue("jenis", token.text.clone())))?,
            QueryField::Date => {
                let parsed = dates::parse(&token.text);
                let (days, interpretation) =
                    parsed.map_err(|why| error(QueryErrorKind::InvalidDate(token.text.clone(), why)))?;
                self.interpretations.extend(interpretation);
                AtomForm::Days(days)
            }
            _ if field.has_keywords() => {
                let value = KeywordQuery::new(field, &token.text);
                if value.terms.is_empty() {
                    self.hints.push(QueryHint::UnknownValue(name.clone(), field, token.text.clone()));
                }
                AtomForm::Keyword(value)
            }
            _ => return Ok(text_atoms(token, Some(field))),
        };
        Ok(vec![Atom::new(Some(field), form)])
    }

    /// The atoms of a token with an unknown field: its name is text. The address of a web page is a phrase.
    fn unknown_field(&mut self, name: &str, token: &QueryToken) -> Vec<Atom> {
        if token.text.starts_with("//") {
            let address = format!("{name}:{}", token.text);
            return text_atoms(&QueryToken { text: address, field: None, ..token.clone() }, None);
        }
        self.hints.push(QueryHint::UnknownField(name.to_owned(), nearest(name, QueryField::names())));
        let name = QueryToken { text: name.to_owned(), field: None, quoted: false, ..token.clone() };
        [text_atoms(&name, None), text_atoms(token, None)].concat()
    }

    /// Records the previous word of each word: the two may be one word in a record.
    fn set_previous_words(&mut self) {
        let mut last: Option<String> = None;
        for clause in &mut self.clauses {
            let word = match clause.alternatives.as_mut_slice() {
                [Atom { field: None, form: AtomForm::Word(word), previous }] if !clause.negated => {
                    *previous = last;
                    Some(word.clone())
                }
                _ => None,
            };
            last = word;
        }
    }

    /// Whether it has dates, so that some records may match possibly.
    pub(super) fn has_dates(&self) -> bool {
        let mut atoms = self.clauses.iter().flat_map(|clause| &clause.alternatives);
        atoms.any(|atom| matches!(atom.form, AtomForm::Days(_)))
    }

    /// Whether it has no clauses, so that it matches nothing.
    pub fn is_empty(&self) -> bool {
        self.clauses.is_empty()
    }

    /// Whether it has words that can match loosely.
    pub(super) fn has_words(&self) -> bool {
        let positive = self.clauses.iter().filter(|clause| !clause.negated);
        positive.flat_map(|clause| &clause.alternatives).any(|atom| matches!(atom.form, AtomForm::Word(_)))
    }

    /// Makes titles, such as Dr., optional if there are other words.
    fn make_titles_optional(&mut self) {
        let is_title = |clause: &Clause| matches!(clause.alternatives.as_slice(), [Atom { field: None, form: AtomForm::Word(word), .. }] if is_title(word));
        if self.clauses.iter().any(|clause| !clause.negated && !is_title(clause)) {
            for clause in &mut self.clauses {
                clause.optional = !clause.negated && is_title(clause);
            }
        }
    }
}

impl Atom {
    fn new(field: Option<QueryField>, form: AtomForm) -> Self {
        Self { field, form, previous: None }
    }

    /// The words as they were typed, folded; empty for a filter.
    pub(super) fn folded_text(&self) -> String {
        match &self.form {
            AtomForm::Word(word)
            | AtomForm::Exact(word)
            | AtomForm::Prefix(word)
            | AtomForm::Suffix(word) => word.clone(),
            AtomForm::Phrase(variants) => variants.first().map(|words| words.join(" ")).unwrap_or_default(),
            AtomForm::Type(_) | AtomForm::Kind(_) | AtomForm::Keyword(_) | AtomForm::Days(_) => String::new(),
        }
    }

    /// Whether it is a condition on properties instead of words.
    pub(super) fn is_filter(&self) -> bool {
        matches!(self.form, AtomForm::Type(_) | AtomForm::Kind(_) | AtomForm::Keyword(_) | AtomForm::Days(_))
    }
}

/// The atoms of a token that is text, in a field or anywhere.
fn text_atoms(token: &QueryToken, field: Option<QueryField>) -> Vec<Atom> {
    let cut = |word: String| -> String { word.chars().take(MAX_LETTERS).collect() };
    let found: Vec<String> = folded_words(&token.text).map(cut).collect();
    let form = match found.as_slice() {
        [] => return Vec::new(),
        // A token of several words, such as `10/1/2026`, is a phrase.
        [_] if token.quoted => AtomForm::Phrase(spellings(&found)),
        [_, _, ..] => AtomForm::Phrase(phrase_variants(&found, field)),
        [word] if token.text.starts_with(['\'', '’']) => AtomForm::Exact(word.clone()),
        [word] if token.text.starts_with('^') => AtomForm::Prefix(word.clone()),
        [word] if token.text.ends_with('$') => AtomForm::Suffix(word.clone()),
        [word] if is_clock_time(word) => AtomForm::Phrase(spellings(&found)),
        [word] => AtomForm::Word(word.clone()),
    };
    vec![Atom::new(field, form)]
}

/// The spellings of a phrase. The value of `city:` may be any name of a city or a regency, or that of its government.
fn phrase_variants(words: &[String], field: Option<QueryField>) -> Vec<Vec<String>> {
    let mut variants = spellings(words);
    if field == Some(QueryField::City)
        && let Some(city) = City::governed_by(&words.join(" "), None)
    {
        let name = folded_words(&city.with_kind()).collect();
        if !variants.contains(&name) {
            variants.push(name);
        }
    }
    variants
}

/// The form of the value of `type:`: a type of statement, a kind of record, or the keyword for the type of something else.
fn type_form(value: &str) -> Option<AtomForm> {
    let list = || KeywordQuery::new(QueryField::Type, value);
    let kind = statement_type(value).map(AtomForm::Type).or_else(|| record_kind(value).map(AtomForm::Kind));
    kind.or_else(|| Some(list()).filter(|list| !list.terms.is_empty()).map(AtomForm::Keyword))
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
