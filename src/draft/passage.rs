//! Words between quotation marks, with the narrator's words around them.

use std::ops::Range;

use super::article::{Article, Token};

/// Words between marks with the narrator's words around them.
#[derive(Debug)]
pub(super) struct Passage<'a> {
    /// The bytes between the marks; several if the quotation goes on in further paragraphs.
    pub(super) parts: Vec<Range<usize>>,
    pub(super) is_complete: bool,
    /// The index of the first paragraph.
    pub(super) paragraph: usize,
    /// The index of the last paragraph.
    pub(super) last_paragraph: usize,
    /// The narrator's words in the sentence before it, in the same paragraph.
    pub(super) before: Vec<Token<'a>>,
    /// Those behind it, up to the end of the sentence or the next passage.
    pub(super) after: Vec<Token<'a>>,
    /// Whether the words before are those behind an earlier passage of the sentence.
    pub(super) is_interrupted: bool,
    pub(super) position: Position,
    pub(super) kind: PassageKind,
}

/// Where a passage stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Position {
    /// At the start of its paragraph.
    First,
    /// Behind another one, without a word between them.
    Adjacent,
    Within,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PassageKind {
    /// Somebody's speech.
    Quote,
    /// A part of the narrator's sentence.
    Fragment,
    /// The name or the title of something.
    Name,
}

impl Passage<'_> {
    /// The words, with single spaces.
    pub(super) fn words(&self, article: &Article<'_>) -> String {
        let parts = self.parts.iter().flat_map(|part| article.str(part.clone()).split_whitespace());
        parts.collect::<Vec<_>>().join(" ")
    }

    /// Whether the quote ends with a comma, a question mark or an exclamation mark, so that who spoke may follow.
    pub(super) fn leads_on(&self, article: &Article<'_>) -> bool {
        let Some(last) = self.parts.last() else { return false };
        let behind = article.text.get(last.end..).unwrap_or_default();
        let comma = behind.starts_with(',') || self.after.first().is_some_and(|it| it.text == ",");
        comma || article.str(last.clone()).ends_with(['?', '!'])
    }

    /// Whether the speech goes on in the sentence behind it: it ends with a comma, a question mark, an exclamation mark or nothing.
    pub(super) fn is_open(&self, article: &Article<'_>) -> bool {
        let Some(last) = self.parts.last() else { return false };
        let behind = article.text.get(last.end..).unwrap_or_default();
        let words = article.str(last.clone());
        let comma = behind.starts_with(',') || self.after.first().is_some_and(|it| it.text == ",");
        comma || !words.ends_with(['.', '…'])
    }
}
