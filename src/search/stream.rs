//! The words of all texts in their order, as small numbers: what is read again to judge a record.
//!
//! Each unit (a record, or a lender) is: how many lenders it has, their numbers within the visit; then its texts, each as
//! its field, how many words it has, and the numbers of the words. A number takes two bytes, or four from 32,768 on; the
//! sooner a word was met, the smaller its number, so that most take two. (Seven bits a byte would take a tenth less,
//! and three times as long to read: whether a byte is the last one cannot be guessed.)

use std::ops::Range;
use std::slice;

use super::fields::Field;
use super::postings::{index, number, stretch};

/// A number from here on takes two places.
const LONG: u32 = 1 << 15;
/// A bit beside the field.
const BESIDE: u16 = 1 << 8;

/// The texts of many units.
#[derive(Debug, Default)]
pub(super) struct Stream {
    numbers: Vec<u16>,
    starts: Vec<u32>,
}

impl Stream {
    /// Begins a unit with these lenders.
    pub(super) fn begin(&mut self, lenders: &[u32]) {
        self.starts.push(number(self.numbers.len()));
        self.write(number(lenders.len()));
        for lender in lenders {
            self.write(*lender);
        }
    }

    /// Adds a text to the unit; or what is put beside one, which is a word that does not stand there.
    pub(super) fn text(&mut self, field: Field, words: &[u32], is_beside: bool) {
        if words.is_empty() {
            return;
        }
        self.numbers.push(field as u16 | if is_beside { BESIDE } else { 0 });
        self.write(number(words.len()));
        for word in words {
            self.write(*word);
        }
    }

    /// The last unit is complete.
    pub(super) fn end(&mut self) {
        self.starts.push(number(self.numbers.len()));
        self.numbers.shrink_to_fit();
    }

    fn write(&mut self, number: u32) {
        let [a, b, c, d] = number.to_le_bytes();
        let (low, high) = (u16::from_le_bytes([a, b]), u16::from_le_bytes([c, d]));
        if number < LONG {
            self.numbers.push(low);
        } else {
            self.numbers.extend([high | 0x8000, low]);
        }
    }

    /// All units.
    pub(super) fn units(&self) -> Range<u32> {
        0..number(self.starts.len().saturating_sub(1))
    }

    pub(super) fn bytes(&self) -> usize {
        self.numbers.len() * 2 + self.starts.len() * 4
    }

    /// Reads a unit from its beginning.
    pub(super) fn open(&self, unit: u32) -> Reader<'_> {
        Reader(stretch(&self.numbers, &self.starts, unit).iter())
    }

    /// Reads the texts of a unit.
    pub(super) fn texts(&self, unit: u32) -> Reader<'_> {
        let mut reader = self.open(unit);
        reader.lenders().for_each(drop);
        reader
    }

    /// Goes through all words of a unit.
    pub(super) fn each_word(&self, unit: u32, mut meet: impl FnMut(u32)) {
        let mut reader = self.texts(unit);
        while let Some(Text { count, .. }) = reader.text() {
            reader.words(count).for_each(&mut meet);
        }
    }

    /// Whether words stand in a unit one after the other, in a field that is meant.
    pub(super) fn has_phrase(&self, unit: u32, words: &[u32], is_meant: impl Fn(Field) -> bool) -> bool {
        let mut reader = self.texts(unit);
        while let Some(Text { field, count, .. }) = reader.text() {
            let is_meant = is_meant(field);
            for left in (0..count).rev() {
                let first = read(&mut reader.0);
                if is_meant && first.is_some() && first == words.first().copied() {
                    let mut ahead = reader.0.clone();
                    let mut following = words.iter().skip(1);
                    let is_room = words.len() - 1 <= index(left);
                    if is_room && following.all(|wanted| read(&mut ahead) == Some(*wanted)) {
                        return true;
                    }
                }
            }
        }
        false
    }

    /// Whether any word that is wanted stands in a unit, in a field that is meant.
    pub(super) fn has_any(
        &self,
        unit: u32,
        is_wanted: impl Fn(u32) -> bool,
        is_meant: impl Fn(Field) -> bool,
    ) -> bool {
        let mut reader = self.texts(unit);
        while let Some(Text { field, count, .. }) = reader.text() {
            let found = reader.words(count).filter(|word| is_wanted(*word)).count();
            if found > 0 && is_meant(field) {
                return true;
            }
        }
        false
    }
}

/// A text of which the words are to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Text {
    pub(super) field: Field,
    /// How many words it has.
    pub(super) count: u32,
    pub(super) is_beside: bool,
}

/// A unit that is being read: first its lenders, then text by text.
pub(super) struct Reader<'a>(slice::Iter<'a, u16>);

impl Reader<'_> {
    /// The lenders, as numbers within the visit; all must be taken before the first text.
    pub(super) fn lenders(&mut self) -> impl Iterator<Item = u32> {
        let count = read(&mut self.0).unwrap_or_default();
        (0..count).filter_map(|_| read(&mut self.0))
    }

    /// The next text.
    pub(super) fn text(&mut self) -> Option<Text> {
        let head = *self.0.next()?;
        let field = *Field::ALL.get(usize::from(head & !BESIDE))?;
        Some(Text { field, count: read(&mut self.0)?, is_beside: head & BESIDE != 0 })
    }

    /// The numbers of the words of the text; all must be taken before the next one.
    pub(super) fn words(&mut self, count: u32) -> impl Iterator<Item = u32> {
        (0..count).map_while(|_| read(&mut self.0))
    }
}

fn read(numbers: &mut slice::Iter<'_, u16>) -> Option<u32> {
    let first = u32::from(*numbers.next()?);
    if first < LONG {
        return Some(first);
    }
    Some((first - LONG) << 16 | u32::from(*numbers.next()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::fields::FIELDS;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_written_is_read(units in prop::collection::vec((prop::collection::vec(0u32..40_000, 0..4), prop::collection::vec((0usize..FIELDS, prop::collection::vec(0u32..1 << 31, 1..9)), 0..4)), 0..6), part in 0usize..9, length in 1usize..4) {
            let mut stream = Stream::default();
            for (lenders, texts) in &units {
                stream.begin(lenders);
                for (field, words) in texts {
                    stream.text(Field::ALL[*field], words, words.len() == 1);
                }
            }
            stream.end();
            prop_assert_eq!(index(stream.units().end), units.len());
            for (unit, (lenders, texts)) in units.iter().enumerate() {
                let unit = number(unit);
                let mut reader = stream.open(unit);
                prop_assert_eq!(&reader.lenders().collect::<Vec<_>>(), lenders);
                for (field, words) in texts {
                    let Text { field: of, count, is_beside } = reader.text().expect("a text");
                    prop_assert_eq!((of, index(count), is_beside), (Field::ALL[*field], words.len(), words.len() == 1));
                    prop_assert_eq!(&reader.words(count).collect::<Vec<_>>(), words);
                    if let Some(phrase) = words.get(part..part + length) {
                        prop_assert!(stream.has_phrase(unit, phrase, |it| it == of));
                        prop_assert!(stream.has_any(unit, |it| it == phrase[0], |it| it == of));
                        prop_assert!(!stream.has_phrase(unit, phrase, |_| false));
                    }
                }
                prop_assert!(reader.text().is_none());
                prop_assert!(!stream.has_phrase(unit, &[u32::MAX], |_| true));
            }
        }
    }
}
