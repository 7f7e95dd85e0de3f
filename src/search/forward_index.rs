//! A forward index: the words of all texts in their order, as numbers. It is read to score records and to find phrases.
//!
//! A document is a record or a shared text. It consists of the number of shared texts that it refers to and their numbers
//! within the visit, and then of its texts: for each the field, the number of words, and the ids of the words. A number has
//! seven bits in each byte. The leading ones of its first byte tell how many bytes follow, so that it is read without a
//! branch: lengths cannot be predicted. The most frequent words have the lowest ids, and take one byte.

use std::ops::Range;

use super::fields::Field;
use super::numbers::{to_u32, to_usize};
use super::vocabulary::WordId;
use borsh::{BorshDeserialize, BorshSerialize};

/// The bytes that are read for a number; as many zeros follow the last one.
const READ: usize = 8;
/// Marks the field of a synonym.
const SYNONYM: u8 = 1 << 7;

/// A part of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// Its first text.
    Main,
    /// All others.
    Others,
}

/// The texts of documents.
#[derive(Debug, Default, BorshSerialize, BorshDeserialize)]
pub(super) struct ForwardIndex {
    bytes: Vec<u8>,
    starts: Vec<u32>,
}

impl ForwardIndex {
    /// Starts a document that refers to these shared texts.
    pub(super) fn start_document(&mut self, shared_texts: &[u32]) {
        self.starts.push(to_u32(self.bytes.len()));
        self.write(to_u32(shared_texts.len()));
        for text in shared_texts {
            self.write(*text);
        }
    }

    /// Adds a text to the document, or a synonym of words of the text before.
    pub(super) fn push_text(&mut self, field: Field, words: &[WordId], is_synonym: bool) {
        if words.is_empty() {
            return;
        }
        self.bytes.push(field as u8 | if is_synonym { SYNONYM } else { 0 });
        self.write(to_u32(words.len()));
        for word in words {
            self.write(*word);
        }
    }

    /// Completes the last document.
    pub(super) fn finish(&mut self) {
        self.starts.push(to_u32(self.bytes.len()));
        self.bytes.extend([0; READ]);
        self.bytes.shrink_to_fit();
        self.starts.shrink_to_fit();
    }

    fn write(&mut self, number: u32) {
        let [.., a, b, c, d] = number.to_be_bytes();
        match number {
            0..0x80 => self.bytes.push(d),
            0x80..0x4000 => self.bytes.extend([c | 0x80, d]),
            0x4000..0x20_0000 => self.bytes.extend([b | 0xc0, c, d]),
            0x20_0000..0x1000_0000 => self.bytes.extend([a | 0xe0, b, c, d]),
            _ => self.bytes.extend([0xf0, a, b, c, d]),
        }
    }

    /// The numbers of all documents.
    pub(super) fn documents(&self) -> Range<u32> {
        0..to_u32(self.starts.len().saturating_sub(1))
    }

    pub(super) fn bytes(&self) -> usize {
        self.bytes.len() + self.starts.len() * 4
    }

    /// Reads a document from its start.
    pub(super) fn open(&self, document: u32) -> TextReader<'_> {
        let position = |at: usize| self.starts.get(at).copied().map_or(self.bytes.len(), to_usize);
        let at = to_usize(document);
        let rest = self.bytes.get(position(at)..).unwrap_or_default();
        TextReader { rest, after: self.bytes.len().saturating_sub(position(at + 1)) }
    }

    /// Reads the texts of a document.
    pub(super) fn texts(&self, document: u32) -> TextReader<'_> {
        let mut reader = self.open(document);
        reader.shared_texts().for_each(drop);
        reader
    }

    /// Calls `visit` with each word of a document, and with the part of the document that it is in.
    pub(super) fn for_each_word(&self, document: u32, mut visit: impl FnMut(WordId, Part)) {
        let mut reader = self.texts(document);
        let mut part = Part::Main;
        while let Some(TextHeader { count, .. }) = reader.next_text() {
            reader.words(count).for_each(|word| visit(word, part));
            part = Part::Others;
        }
    }

    /// Whether the words are consecutive in a searched field of a document.
    pub(super) fn has_phrase(
        &self,
        document: u32,
        words: &[WordId],
        is_searched: impl Fn(Field) -> bool,
    ) -> bool {
        let mut reader = self.texts(document);
        while let Some(TextHeader { field, count, .. }) = reader.next_text() {
            let is_searched = is_searched(field);
            for left in (0..count).rev() {
                let first = reader.read();
                if is_searched && first.is_some() && first == words.first().copied() {
                    let mut ahead = reader;
                    let mut following = words.iter().skip(1);
                    let fits = words.len() - 1 <= to_usize(left);
                    if fits && following.all(|word| ahead.read() == Some(*word)) {
                        return true;
                    }
                }
            }
        }
        false
    }

    /// Whether a searched field of a document has any word that satisfies a condition.
    pub(super) fn has_any(
        &self,
        document: u32,
        is_match: impl Fn(u32) -> bool,
        is_searched: impl Fn(Field) -> bool,
    ) -> bool {
        let mut reader = self.texts(document);
        while let Some(TextHeader { field, count, .. }) = reader.next_text() {
            let found = reader.words(count).filter(|word| is_match(*word)).count();
            if found > 0 && is_searched(field) {
                return true;
            }
        }
        false
    }
}

/// The header of a text; its words follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TextHeader {
    pub(super) field: Field,
    /// The number of words.
    pub(super) count: u32,
    pub(super) is_synonym: bool,
}

/// Reads a document: first its shared texts, then text by text.
#[derive(Clone, Copy)]
pub(super) struct TextReader<'a> {
    /// The document from here on, and what follows it.
    rest: &'a [u8],
    /// The length of what follows it.
    after: usize,
}

impl TextReader<'_> {
    /// The shared texts, as numbers within the visit. All must be read before the first text.
    pub(super) fn shared_texts(&mut self) -> impl Iterator<Item = u32> {
        let count = self.read().unwrap_or_default();
        (0..count).filter_map(|_| self.read())
    }

    /// The header of the next text.
    pub(super) fn next_text(&mut self) -> Option<TextHeader> {
        let (head, rest) = self.rest.split_first().filter(|_| self.rest.len() > self.after)?;
        self.rest = rest;
        let field = *Field::ALL.get(usize::from(head & !SYNONYM))?;
        Some(TextHeader { field, count: self.read()?, is_synonym: head & SYNONYM != 0 })
    }

    /// The words of the text. All must be read before the next text.
    pub(super) fn words(&mut self, count: u32) -> impl Iterator<Item = WordId> {
        (0..count).map_while(|_| self.read())
    }

    fn read(&mut self) -> Option<u32> {
        let bits = u64::from_be_bytes(*self.rest.first_chunk::<READ>()?);
        let length = bits.leading_ones() + 1;
        self.rest = self.rest.get(to_usize(length)..)?;
        let number = bits.checked_shl(length)? >> length >> (64_u32.checked_sub(8 * length)?);
        u32::try_from(number).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::fields::FIELDS;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn documents_are_read_as_they_were_written(documents in prop::collection::vec((prop::collection::vec(0u32..40_000, 0..4), prop::collection::vec((0usize..FIELDS, prop::collection::vec(0u32..1 << 31, 1..9)), 0..4)), 0..6), part in 0usize..9, length in 1usize..4) {
            let mut index = ForwardIndex::default();
            for (shared_texts, texts) in &documents {
                index.start_document(shared_texts);
                for (field, words) in texts {
                    index.push_text(Field::ALL[*field], words, words.len() == 1);
                }
            }
            index.finish();
            prop_assert_eq!(to_usize(index.documents().end), documents.len());
            for (document, (shared_texts, texts)) in documents.iter().enumerate() {
                let document = to_u32(document);
                let mut reader = index.open(document);
                prop_assert_eq!(&reader.shared_texts().collect::<Vec<_>>(), shared_texts);
                for (field, words) in texts {
                    let TextHeader { field: of, count, is_synonym } = reader.next_text().expect("a text");
                    prop_assert_eq!((of, to_usize(count), is_synonym), (Field::ALL[*field], words.len(), words.len() == 1));
                    prop_assert_eq!(&reader.words(count).collect::<Vec<_>>(), words);
                    if let Some(phrase) = words.get(part..part + length) {
                        prop_assert!(index.has_phrase(document, phrase, |it| it == of));
                        prop_assert!(index.has_any(document, |it| it == phrase[0], |it| it == of));
                        prop_assert!(!index.has_phrase(document, phrase, |_| false));
                    }
                }
                prop_assert!(reader.next_text().is_none());
                prop_assert!(!index.has_phrase(document, &[u32::MAX], |_| true));
            }
        }
    }
}
