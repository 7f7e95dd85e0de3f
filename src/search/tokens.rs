//! What somebody types, cut into pieces.

use super::dates::{self, NoDays};
use super::fields::FieldName;
use super::query::{QueryFault, WrongQuery};

/// A date is written in so many words more than its first, at most.
const WORDS_OF_A_DATE: usize = 5;

/// A piece of the text: its characters, and whether it stood in quotation marks.
#[derive(Clone)]
pub(super) struct Token {
    pub(super) at: usize,
    pub(super) sign: Option<char>,
    pub(super) field: Option<(usize, String)>,
    pub(super) text: String,
    pub(super) quoted: bool,
}

/// Cuts a text at its blanks, but not inside quotation marks.
pub(super) fn tokens(text: &str) -> Result<Vec<Token>, WrongQuery> {
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
pub(super) fn with_whole_dates(tokens: &[Token]) -> Vec<Token> {
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
