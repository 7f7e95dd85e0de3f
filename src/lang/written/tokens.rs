//! The numbers, words and signs of a text.

use std::ops::Range;

use crate::text::fold;

/// A piece of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::lang) struct Token {
    pub(in crate::lang) kind: Kind,
    /// Its bytes.
    pub(in crate::lang) at: Range<usize>,
    /// Whether it follows on the one before without a blank.
    pub(in crate::lang) is_close: bool,
}

/// What a piece of a text is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::lang) enum Kind {
    /// Digits.
    Number(String),
    /// Letters, folded.
    Word(String),
    /// Anything else but blanks.
    Sign(char),
}

impl Token {
    pub(in crate::lang) fn number(&self) -> Option<&str> {
        match &self.kind {
            Kind::Number(digits) => Some(digits),
            _ => None,
        }
    }

    pub(in crate::lang) fn word(&self) -> Option<&str> {
        match &self.kind {
            Kind::Word(word) => Some(word),
            _ => None,
        }
    }

    pub(in crate::lang) fn is_sign(&self, sign: char) -> bool {
        self.kind == Kind::Sign(sign)
    }
}

/// Cuts a text where letters, digits and signs change.
pub(in crate::lang) fn tokens(text: &str) -> Vec<Token> {
    let sort = |c: char| match c {
        c if c.is_ascii_digit() => Some(0),
        c if c.is_alphabetic() || matches!(c, '\'' | '’' | '‘' | '`') => Some(1),
        _ => None,
    };
    let mut tokens: Vec<Token> = Vec::new();
    let mut last = None;
    for (at, c) in text.char_indices() {
        let (now, end) = (sort(c), at + c.len_utf8());
        let goes_on = now.is_some() && now == last;
        last = now;
        if c.is_whitespace() {
            continue;
        }
        if let Some(token) = tokens.last_mut().filter(|_| goes_on) {
            token.at.end = end;
        } else {
            let is_close = tokens.last().is_some_and(|before| before.at.end == at);
            tokens.push(Token { kind: Kind::Sign(c), at: at..end, is_close });
        }
    }
    for token in &mut tokens {
        let written = text.get(token.at.clone()).unwrap_or_default();
        token.kind = match (written.chars().next().and_then(sort), &token.kind) {
            (Some(0), _) => Kind::Number(written.to_owned()),
            (Some(_), _) => Kind::Word(fold(written)),
            (None, sign) => sign.clone(),
        };
    }
    tokens
}
