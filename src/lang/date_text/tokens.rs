//! Splits a text into numbers, words and punctuation.

use std::ops::Range;

use crate::text::fold;

/// A token of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::lang) struct DateToken {
    pub(in crate::lang) kind: TokenKind,
    /// The byte range.
    pub(in crate::lang) at: Range<usize>,
    /// Whether it follows the previous token without a space.
    pub(in crate::lang) is_close: bool,
}

/// The kind of a token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::lang) enum TokenKind {
    /// Digits.
    Number(String),
    /// Letters, folded.
    Word(String),
    /// Any other character except white space.
    Sign(char),
}

impl DateToken {
    pub(in crate::lang) fn number(&self) -> Option<&str> {
        match &self.kind {
            TokenKind::Number(digits) => Some(digits),
            _ => None,
        }
    }

    pub(in crate::lang) fn word(&self) -> Option<&str> {
        match &self.kind {
            TokenKind::Word(word) => Some(word),
            _ => None,
        }
    }

    pub(in crate::lang) fn is_sign(&self, sign: char) -> bool {
        self.kind == TokenKind::Sign(sign)
    }
}

/// Splits a text where letters, digits and punctuation meet.
pub(in crate::lang) fn tokens(text: &str) -> Vec<DateToken> {
    let sort = |c: char| match c {
        c if c.is_ascii_digit() => Some(0),
        c if c.is_alphabetic() || matches!(c, '\'' | '’' | '‘' | '`') => Some(1),
        _ => None,
    };
    let mut tokens: Vec<DateToken> = Vec::new();
    let mut last = None;
    for (at, c) in text.char_indices() {
        let (now, end) = (sort(c), at + c.len_utf8());
        // Chinese has no spaces between words.
        let goes_on = now.is_some() && now == last && !matches!(c, '\u{4e00}'..='\u{9fff}');
        last = now;
        if c.is_whitespace() {
            continue;
        }
        if let Some(token) = tokens.last_mut().filter(|_| goes_on) {
            token.at.end = end;
        } else {
            let is_close = tokens.last().is_some_and(|before| before.at.end == at);
            tokens.push(DateToken { kind: TokenKind::Sign(c), at: at..end, is_close });
        }
    }
    for token in &mut tokens {
        let written = text.get(token.at.clone()).unwrap_or_default();
        token.kind = match (written.chars().next().and_then(sort), &token.kind) {
            (Some(0), _) => TokenKind::Number(written.to_owned()),
            (Some(_), _) => TokenKind::Word(fold(written)),
            (None, sign) => sign.clone(),
        };
    }
    tokens
}
