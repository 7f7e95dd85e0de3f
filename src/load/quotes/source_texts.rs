//! The texts of the sources that quotes are compared with, and the text that a quote matches best.

use std::path::PathBuf;

use super::closest::{ClosestPassage, closest};
use super::source_text::{LocatedMismatch, Quote, SourceText, severity};
use super::words::Words;
use crate::diagnostic::{Diagnostic, Location, QuoteMismatch};
use crate::load::files::{self, RecordInput};
use crate::load::text_file::TextFile;

/// The texts that quotes are compared with.
#[derive(Debug, Default)]
pub struct SourceTexts(Vec<SourceText>);

impl SourceTexts {
    /// Reads the texts from files.
    pub fn read(paths: &[PathBuf]) -> Result<Self, Box<Diagnostic>> {
        let read = |path: &PathBuf| {
            let input = RecordInput::Named(path.clone());
            Ok(SourceText::of(TextFile::decode(&input.name(), files::bytes(&input, false, None)?)?))
        };
        paths.iter().map(read).collect::<Result<_, _>>().map(Self)
    }

    /// The display names of the files.
    pub fn names(&self) -> Vec<String> {
        self.0.iter().map(|text| text.source.name.clone()).collect()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The mismatch of a quote with the text that it matches best, and its location. `None` if a text contains the
    /// quote.
    pub(super) fn mismatch(
        &self,
        quote: &str,
        needs_marks: bool,
    ) -> Option<(QuoteMismatch, Option<Location>)> {
        let quote = Quote { text: quote, words: Words::of(quote), needs_marks };
        let absent = || QuoteMismatch::NotFound { difference: None, texts: self.names() };
        if quote.words.len() == 0 {
            let is_there = self.0.iter().any(|text| text.source.text.contains(quote.text.trim()));
            return (!is_there).then(|| (absent(), None));
        }
        let mut best: Option<(&SourceText, LocatedMismatch)> = None;
        for text in &self.0 {
            let Some(passage) = text.passage(&quote) else { continue };
            let mismatch = passage.mismatch?;
            if best.as_ref().is_none_or(|(_, best)| severity(&mismatch) < severity(best)) {
                best = Some((text, mismatch));
            }
        }
        let near = || {
            let near =
                self.0.iter().filter_map(|text| Some((text, closest(text, &quote, text.missing(&quote))?)));
            near.max_by_key(|(_, ClosestPassage { matched, .. })| *matched)
        };
        let Some((text, mismatch)) = best.or_else(|| near().map(|(text, near)| (text, near.mismatch))) else {
            return Some((absent(), None));
        };
        Some((mismatch.kind, Some(text.source.location(text.source.place(&mismatch.place), 0))))
    }
}

#[cfg(test)]
#[path = "source_texts_tests.rs"]
mod tests;
