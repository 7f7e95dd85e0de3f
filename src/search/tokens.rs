//! Splits the text of a query into tokens.

use super::dates::{self, DateFilterError};
use super::fields::QueryField;
use super::query_error::{QueryError, QueryErrorKind};

/// The maximum number of words of a date after the first one.
const MAX_DATE_WORDS: usize = 5;

/// A part of the query without blanks and `|`, or in quotation marks; or a `|`.
#[derive(Clone)]
pub(super) struct QueryToken {
    /// The position in the query, in characters.
    pub(super) position: usize,
    /// A minus or an exclamation mark before it.
    pub(super) sign: Option<char>,
    /// The name of a field before it, with its position.
    pub(super) field: Option<(usize, String)>,
    pub(super) text: String,
    pub(super) quoted: bool,
    /// Whether it follows the previous token without a blank.
    pub(super) is_adjacent: bool,
}

impl QueryToken {
    /// Whether it is the `|` between alternatives.
    pub(super) fn is_bar(&self) -> bool {
        self.text == "|" && !self.quoted && self.field.is_none() && self.sign.is_none()
    }
}

/// Splits a text at its blanks and at `|`, but not inside quotation marks.
pub(super) fn tokenize(text: &str) -> Result<Vec<QueryToken>, QueryError> {
    let is_quote = |c: char| matches!(c, '"' | '“' | '”');
    let mut tokens = Vec::new();
    let mut chars = text.chars().enumerate().peekable();
    let mut is_adjacent = false;
    while let Some(&(position, c)) = chars.peek() {
        if c.is_whitespace() || c.is_control() {
            chars.next();
            is_adjacent = false;
            continue;
        }
        let (sign, field, text) = (None, None, String::new());
        let mut token = QueryToken { position, sign, field, text, quoted: false, is_adjacent };
        is_adjacent = true;
        if c == '|' {
            chars.next();
            token.text.push(c);
            tokens.push(token);
            continue;
        }
        if matches!(c, '-' | '!') {
            token.sign = Some(c);
            chars.next();
        }
        while let Some(&(here, c)) = chars.peek() {
            if c.is_whitespace() || c == '|' {
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
                    return Err(QueryError { position: here, kind: QueryErrorKind::UnclosedQuote });
                }
                break;
            }
            let names_a_field = c == ':' && token.field.is_none() && !token.text.is_empty();
            if names_a_field && token.text.chars().all(char::is_alphabetic) {
                token.field = Some((token.position, std::mem::take(&mut token.text)));
                continue;
            }
            token.text.push(c);
        }
        tokens.push(token);
    }
    share_across_bars(&mut tokens);
    Ok(tokens)
}

/// Gives the token after a `|` without blanks the field and the sign of the token before it: `kota:a|b`.
fn share_across_bars(tokens: &mut [QueryToken]) {
    for at in 2..tokens.len() {
        if let Some([before, bar, token]) = tokens.get_mut(at - 2..=at)
            && bar.is_bar()
            && bar.is_adjacent
            && token.is_adjacent
            && !token.is_bar()
        {
            token.field = token.field.take().or_else(|| before.field.clone());
            token.sign = token.sign.or(before.sign);
        }
    }
}

/// Joins the tokens of a date of several words, such as `tgl:januari 2025`, if its first word is not a date by itself.
pub(super) fn join_dates(tokens: &[QueryToken]) -> Vec<QueryToken> {
    let is_date = |token: &QueryToken| {
        let name = token.field.as_ref().and_then(|(_, name)| QueryField::find(name));
        name == Some(QueryField::Date) && !token.quoted && !token.text.is_empty()
    };
    let is_plain = |token: &&QueryToken| {
        token.field.is_none() && token.sign.is_none() && !token.quoted && !token.is_bar()
    };
    let mut joined: Vec<QueryToken> = Vec::new();
    let mut rest = tokens;
    while let [token, following @ ..] = rest {
        let plain = following.iter().take(MAX_DATE_WORDS).take_while(is_plain).count();
        let text_of = |count: usize| {
            let words = std::iter::once(token).chain(following.iter().take(count)).map(|it| it.text.as_str());
            words.collect::<Vec<_>>().join(" ")
        };
        // A date that depends on today is complete, too: hari ini.
        let is_complete = |text: &str| matches!(dates::parse(text), Ok(_) | Err(DateFilterError::Relative));
        let is_incomplete = is_date(token) && !is_complete(&token.text);
        let counts = (1..=plain).filter(|_| is_incomplete);
        let longer = counts.map(|count| (count, text_of(count))).find(|(_, text)| is_complete(text));
        let (count, text) = longer.unwrap_or_else(|| (0, token.text.clone()));
        joined.push(QueryToken { text, ..token.clone() });
        rest = following.get(count..).unwrap_or_default();
    }
    joined
}
