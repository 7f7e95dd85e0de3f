//! The query language: what somebody types, as clauses that a record must satisfy.
//!
//! Words apart are all wanted; `"a phrase"`, `'exact`, `^prefix`, `suffix$`, `-without` (or `!without`), `either | or`,
//! and `field:value` with the names of the fields in Indonesian and English.

use std::ops::Range;

use super::dates::{self, DayFilter, NoDays, ReadAs};
use super::fields::FieldName;
use super::matching::{Loosely, Scattered, literal};
use crate::lang::{Lang, is_title};
use crate::model::StatementType;
use crate::text::{Word, folded_words, nearest, words};

/// More words than this are a pasted text; the first ones are enough to find it.
pub(super) const ATOMS: usize = 32;
/// A date is written in so many words more than its first, at most.
const WORDS_OF_A_DATE: usize = 5;
/// A longer word is no word of any record.
const LETTERS: usize = 64;
/// What to look for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    pub(super) clauses: Vec<Clause>,
    /// How its dates were read, where there was another way.
    pub(super) read_as: Vec<ReadAs>,
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
    /// These words, one after the other.
    Phrase(Vec<String>),
    /// A statement of this type.
    Type(StatementType),
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
    /// There is no such field; a known one may be meant.
    UnknownField(String, Option<&'static str>),
    /// The value of a field is none of those it can have.
    BadValue(&'static str, String),
    /// The value of a date names no days.
    BadDate(String, NoDays),
}

impl WrongQuery {
    /// What is wrong, and what would mend it.
    pub fn message(&self, lang: Lang) -> String {
        match &self.fault {
            QueryFault::OpenQuote => lang.open_quote().to_owned(),
            QueryFault::UnknownField(name, nearest) => lang.unknown_search_field(name, *nearest),
            QueryFault::BadValue(field, value) => lang.bad_search_value(field, value),
            QueryFault::BadDate(value, NoDays::Relative) => lang.relative_date(value),
            QueryFault::BadDate(value, NoDays::NoYear) => lang.date_without_year(value),
            QueryFault::BadDate(value, NoDays::NotADate) => lang.no_date(value),
        }
    }
}

/// A piece of the text: its characters, and whether it stood in quotation marks.
#[derive(Clone)]
struct Token {
    at: usize,
    sign: Option<char>,
    field: Option<(usize, String)>,
    text: String,
    quoted: bool,
}

impl Query {
    /// Reads a query. Any text is one, but for an open quotation mark and a field that nobody knows.
    pub fn parse(text: &str) -> Result<Self, WrongQuery> {
        // A pasted text may be long: cut it before looking for its words.
        let end = text.char_indices().nth(ATOMS * LETTERS).map_or(text.len(), |(at, _)| at);
        let text = text.get(..end).unwrap_or(text);
        let mut clauses: Vec<Clause> = Vec::new();
        let mut either = false;
        let mut asked = 0;
        let mut read_as = Vec::new();
        for token in with_whole_dates(&tokens(text)?) {
            if token.text == "|" && !token.quoted && token.field.is_none() && token.sign.is_none() {
                either = !clauses.is_empty();
                continue;
            }
            let without = token.sign.is_some();
            for atom in atoms(&token, &mut read_as)? {
                asked += 1;
                if asked > ATOMS {
                    break;
                }
                let beside = clauses.last_mut().filter(|last| either && !without && !last.without);
                if let Some(last) = beside {
                    last.any.push(atom);
                } else {
                    clauses.push(Clause { any: vec![atom], without, optional: false });
                }
                either = false;
            }
        }
        let mut query = Self { clauses, read_as };
        query.make_titles_optional();
        Ok(query)
    }

    /// How its dates were read, where they could be read in another way.
    pub fn remark(&self, lang: Lang) -> Option<String> {
        let read_as: Vec<String> = self.read_as.iter().map(|it| it.message(lang)).collect();
        (!read_as.is_empty()).then(|| read_as.join("; "))
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
        let is_title = |clause: &Clause| matches!(clause.any.as_slice(), [Atom { field: None, form: Form::Word(word) }] if is_title(word));
        if self.clauses.iter().any(|clause| !clause.without && !is_title(clause)) {
            for clause in &mut self.clauses {
                clause.optional = !clause.without && is_title(clause);
            }
        }
    }

    /// Whether every wanted word stands in full in one of the texts, fields aside.
    pub fn fits(&self, texts: &[&str]) -> bool {
        let found: Vec<String> = texts.iter().flat_map(|text| folded_words(text)).collect();
        let has = |atom: &Atom| match &atom.form {
            Form::Word(word) => found.iter().any(|it| literal(word, it).is_some()),
            Form::Exact(word) => found.contains(word),
            Form::Prefix(word) => found.iter().any(|it| it.starts_with(word.as_str())),
            Form::Suffix(word) => found.iter().any(|it| it.ends_with(word.as_str())),
            Form::Phrase(words) => found.windows(words.len().max(1)).any(|window| window == words.as_slice()),
            Form::Type(_) | Form::Days(_) => true,
        };
        let is_filter = |atom: &Atom| matches!(atom.form, Form::Type(_) | Form::Days(_));
        let mut asked =
            self.clauses.iter().filter(|clause| !clause.optional && !clause.any.iter().any(is_filter));
        asked.all(|clause| clause.any.iter().any(has) != clause.without)
    }

    /// The byte ranges of `text` that the query matches, on character boundaries, in order. Words that match loosely are
    /// marked where the text has a word of the query nowhere in full, and scattered letters where it has nothing better.
    pub fn ranges(&self, text: &str) -> Vec<Range<usize>> {
        let atoms: Vec<&Atom> =
            self.clauses.iter().filter(|clause| !clause.without).flat_map(|clause| &clause.any).collect();
        if atoms.is_empty() {
            return Vec::new();
        }
        let found: Vec<Word> = words(text).collect();
        let mut ranges: Vec<Range<usize>> = atoms.iter().flat_map(|atom| atom.ranges(&found)).collect();
        ranges.sort_by_key(|range| (range.start, range.end));
        ranges
    }
}

impl Atom {
    /// The words as they were typed, folded.
    pub(super) fn shown(&self) -> String {
        match &self.form {
            Form::Word(word) | Form::Exact(word) | Form::Prefix(word) | Form::Suffix(word) => word.clone(),
            Form::Phrase(words) => words.join(" "),
            Form::Type(_) | Form::Days(_) => String::new(),
        }
    }

    fn ranges(&self, found: &[Word]) -> Vec<Range<usize>> {
        let whole = |word: &Word| word.source(0..word.folded.chars().count());
        match &self.form {
            Form::Word(term) => {
                let in_full: Vec<_> = found.iter().filter_map(|word| part(term, word)).collect();
                if !in_full.is_empty() {
                    return in_full;
                }
                let loosely = Loosely::new(term);
                let loose: Vec<_> =
                    found.iter().filter(|word| loosely.fits(&word.folded)).map(whole).collect();
                match Scattered::new(term).filter(|_| loose.is_empty()) {
                    Some(matcher) => found.iter().flat_map(|word| letters(&matcher, word)).collect(),
                    None => loose,
                }
            }
            Form::Exact(term) => found.iter().filter(|word| word.folded == *term).map(whole).collect(),
            Form::Prefix(term) => found
                .iter()
                .filter(|word| word.folded.starts_with(term.as_str()))
                .filter_map(|word| part(term, word))
                .collect(),
            Form::Suffix(term) => {
                let end = |word: &&Word| word.folded.ends_with(term.as_str());
                let tail = |word: &Word| {
                    let length = word.folded.chars().count();
                    word.source(length - term.chars().count()..length)
                };
                found.iter().filter(end).map(tail).collect()
            }
            Form::Phrase(terms) => {
                let stands =
                    |window: &&[Word]| window.iter().zip(terms).all(|(word, term)| word.folded == *term);
                let windows = found.windows(terms.len().max(1)).filter(stands);
                windows
                    .filter_map(|window| Some(whole(window.first()?).start..whole(window.last()?).end))
                    .collect()
            }
            Form::Type(_) | Form::Days(_) => Vec::new(),
        }
    }
}

fn part(term: &str, word: &Word) -> Option<Range<usize>> {
    literal(term, &word.folded)?;
    let at = word.folded.find(term)?;
    let before = word.folded.get(..at)?.chars().count();
    Some(word.source(before..before + term.chars().count()))
}

fn letters(matcher: &Scattered<'_>, word: &Word) -> Vec<Range<usize>> {
    let letters = matcher.letters(&word.folded).unwrap_or_default();
    letters.into_iter().map(|at| word.source(at..at + 1)).collect()
}

/// Cuts a text at its blanks, but not inside quotation marks.
fn tokens(text: &str) -> Result<Vec<Token>, WrongQuery> {
    let is_quote = |c: char| matches!(c, '"' | '“' | '”');
    let mut tokens = Vec::new();
    let mut chars = text.chars().enumerate().peekable();
    while let Some(&(at, c)) = chars.peek() {
        if c.is_whitespace() || c.is_control() {
            chars.next();
            continue;
        }
        let mut token = Token { at, sign: None, field: None, text: String::new(), quoted: false };
        if matches!(c, '-' | '!') {
            token.sign = Some(c);
            chars.next();
        }
        while let Some(&(here, c)) = chars.peek() {
            if c.is_whitespace() {
                break;
            }
            chars.next();
            if is_quote(c) && token.text.is_empty() {
                token.quoted = true;
                let mut closed = false;
                for (_, c) in chars.by_ref() {
                    if is_quote(c) {
                        closed = true;
                        break;
                    }
                    token.text.push(c);
                }
                if !closed {
                    return Err(WrongQuery { at: here, fault: QueryFault::OpenQuote });
                }
                break;
            }
            let names_a_field = c == ':' && token.field.is_none() && !token.text.is_empty();
            if names_a_field && token.text.chars().all(char::is_alphabetic) {
                token.field = Some((token.at, std::mem::take(&mut token.text)));
                continue;
            }
            token.text.push(c);
        }
        tokens.push(token);
    }
    Ok(tokens)
}

/// Joins a date that is written in several words, such as `tgl:januari 2025`, when its first word is no date.
fn with_whole_dates(tokens: &[Token]) -> Vec<Token> {
    let is_date = |token: &Token| {
        let name = token.field.as_ref().and_then(|(_, name)| FieldName::find(name));
        name == Some(FieldName::Date) && !token.quoted && !token.text.is_empty()
    };
    let is_plain =
        |token: &&Token| token.field.is_none() && token.sign.is_none() && !token.quoted && token.text != "|";
    let mut whole: Vec<Token> = Vec::new();
    let mut rest = tokens;
    while let [token, behind @ ..] = rest {
        let plain = behind.iter().take(WORDS_OF_A_DATE).take_while(is_plain).count();
        let joined = |count: usize| {
            let words = std::iter::once(token).chain(behind.iter().take(count)).map(|it| it.text.as_str());
            words.collect::<Vec<_>>().join(" ")
        };
        // A word that depends on today settles it, too: hari ini.
        let is_settled = |text: &str| matches!(dates::read(text), Ok(_) | Err(NoDays::Relative));
        let is_open = is_date(token) && !is_settled(&token.text);
        let counts = (1..=plain).filter(|_| is_open);
        let longer = counts.map(|count| (count, joined(count))).find(|(_, text)| is_settled(text));
        let (count, text) = longer.unwrap_or_else(|| (0, token.text.clone()));
        whole.push(Token { text, ..token.clone() });
        rest = behind.get(count..).unwrap_or_default();
    }
    whole
}

/// What a token asks for; a token without any letter or digit asks for nothing.
fn atoms(token: &Token, read_as: &mut Vec<ReadAs>) -> Result<Vec<Atom>, WrongQuery> {
    let field = match &token.field {
        None => None,
        Some((at, name)) => Some(FieldName::find(name).ok_or_else(|| {
            let nearest = nearest(name, FieldName::names());
            WrongQuery { at: *at, fault: QueryFault::UnknownField(name.clone(), nearest) }
        })?),
    };
    let bad = |kind| WrongQuery { at: token.at, fault: QueryFault::BadValue(kind, token.text.clone()) };
    match field {
        // What has no value yet is still being typed.
        Some(FieldName::Type | FieldName::Date) if token.text.is_empty() => return Ok(Vec::new()),
        Some(FieldName::Type) => {
            let form = Form::Type(statement_type(&token.text).ok_or_else(|| bad("jenis"))?);
            return Ok(vec![Atom { field, form }]);
        }
        Some(FieldName::Date) => {
            let no_days =
                |why| WrongQuery { at: token.at, fault: QueryFault::BadDate(token.text.clone(), why) };
            let (days, other_way) = dates::read(&token.text).map_err(no_days)?;
            read_as.extend(other_way);
            return Ok(vec![Atom { field, form: Form::Days(days) }]);
        }
        _ => {}
    }
    let cut = |word: String| -> String { word.chars().take(LETTERS).collect() };
    let found: Vec<String> = folded_words(&token.text).map(cut).collect();
    let single = |form: fn(String) -> Form| found.first().cloned().map(form).filter(|_| found.len() == 1);
    let form = if token.quoted {
        Some(Form::Phrase(found)).filter(|form| *form != Form::Phrase(Vec::new()))
    } else if token.text.starts_with(['\'', '’']) {
        single(Form::Exact).or_else(|| several(&found))
    } else if token.text.starts_with('^') {
        single(Form::Prefix).or_else(|| several(&found))
    } else if token.text.ends_with('$') {
        single(Form::Suffix).or_else(|| several(&found))
    } else {
        single(Form::Word).or_else(|| several(&found))
    };
    Ok(form.into_iter().map(|form| Atom { field, form }).collect())
}

/// A token of several words, such as `10/1/2026`, is a phrase.
fn several(found: &[String]) -> Option<Form> {
    (!found.is_empty()).then(|| Form::Phrase(found.to_vec()))
}

fn statement_type(name: &str) -> Option<StatementType> {
    Some(match crate::text::fold(name).as_str() {
        "kutipan" | "quote" | "verbatim" => StatementType::Quote,
        "parafrasa" | "paraphrase" => StatementType::Paraphrase,
        "narasi" | "narrative" => StatementType::Narrative,
        _ => return None,
    })
}

#[cfg(test)]
#[path = "query_tests.rs"]
mod tests;
