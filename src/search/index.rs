//! The words of every record, in one vocabulary, with the way from each word to the records that have it.

use std::collections::HashMap;

use jiff::civil::Date;

use super::abbreviations::{beside, initials};
use super::fields::{Field, fields};
use crate::model::{Archive, PartialDate, Record, RecordKind, StatementType, Target};
use crate::text::folded_words;

/// A word of a record: its number in the vocabulary, and its field.
pub(super) type Entry = (u32, Field);

/// Between two texts of one field, so that no phrase reaches from one into the other.
pub(super) const GAP: u32 = u32::MAX;

/// What the index knows of a record besides its words.
#[derive(Debug, Clone, Copy)]
pub(super) struct Facts {
    pub(super) target: Target,
    pub(super) kind: Option<StatementType>,
    pub(super) days: Option<(Date, Date)>,
}

/// The words of an archive.
#[derive(Debug, Default)]
pub struct Index {
    /// Folded words, sorted.
    pub(super) vocabulary: Vec<String>,
    /// The records, the newest first.
    pub(super) records: Vec<Facts>,
    /// The words of all records in the order of their texts, and where those of each record begin.
    entries: Vec<Entry>,
    begins: Vec<u32>,
    /// The records of all words, and where those of each word begin.
    postings: Vec<u32>,
    starts: Vec<u32>,
}

impl Index {
    /// Reads an archive.
    pub fn new(archive: &Archive) -> Self {
        let mut index = Self::default();
        let mut numbers: HashMap<String, u32> = HashMap::new();
        for target in newest_first(archive) {
            let Some(record) = archive.record(target) else { continue };
            index.begins.push(number(index.entries.len()));
            index.records.push(facts(record, target));
            for (text, field) in fields(record) {
                index.read(text, field, &mut numbers);
            }
        }
        index.begins.push(number(index.entries.len()));
        index.sort_vocabulary(numbers);
        index.post();
        index
    }

    fn read(&mut self, text: &str, field: Field, numbers: &mut HashMap<String, u32>) {
        let words: Vec<String> = folded_words(text).collect();
        let named = matches!(field, Field::Name | Field::Organization | Field::Stop);
        let short = if named { initials(&words) } else { None };
        let added: Vec<String> = beside(&words).into_iter().map(str::to_owned).chain(short).collect();
        for (group, gap) in [(words, true), (added, false)] {
            let is_empty = group.is_empty();
            for word in group {
                let next = number(numbers.len());
                self.entries.push((*numbers.entry(word).or_insert(next), field));
                // What is put beside a text is no phrase of its own.
                if !gap {
                    self.entries.push((GAP, field));
                }
            }
            if gap && !is_empty {
                self.entries.push((GAP, field));
            }
        }
    }

    /// Words get their numbers in the order of the alphabet, so that a prefix is a range.
    fn sort_vocabulary(&mut self, numbers: HashMap<String, u32>) {
        let mut words: Vec<(String, u32)> = numbers.into_iter().collect();
        words.sort_unstable();
        let mut renamed = vec![0; words.len()];
        for (new, (word, old)) in words.into_iter().enumerate() {
            if let Some(place) = usize::try_from(old).ok().and_then(|old| renamed.get_mut(old)) {
                *place = number(new);
            }
            self.vocabulary.push(word);
        }
        for (word, _) in &mut self.entries {
            if *word != GAP {
                *word = usize::try_from(*word).ok().and_then(|old| renamed.get(old)).copied().unwrap_or(GAP);
            }
        }
    }

    /// Turns records with words into words with records.
    fn post(&mut self) {
        let mut pairs: Vec<(u32, u32)> = Vec::with_capacity(self.entries.len());
        for record in 0..self.records.len() {
            pairs.extend(
                self.entries_of(number(record))
                    .iter()
                    .filter(|(word, _)| *word != GAP)
                    .map(|(word, _)| (*word, number(record))),
            );
        }
        pairs.sort_unstable();
        pairs.dedup();
        let mut word = 0;
        for (at, (of, _)) in pairs.iter().enumerate() {
            while word <= *of {
                self.starts.push(number(at));
                word += 1;
            }
        }
        while self.starts.len() <= self.vocabulary.len() {
            self.starts.push(number(pairs.len()));
        }
        self.postings = pairs.into_iter().map(|(_, record)| record).collect();
    }

    /// The words of a record.
    pub(super) fn entries_of(&self, record: u32) -> &[Entry] {
        stretch(&self.entries, &self.begins, record)
    }

    /// The records that have a word.
    pub(super) fn records_of(&self, word: u32) -> &[u32] {
        stretch(&self.postings, &self.starts, word)
    }

    /// The number of a word.
    pub(super) fn word(&self, word: &str) -> Option<u32> {
        self.vocabulary.binary_search_by(|known| known.as_str().cmp(word)).ok().map(number)
    }
}

fn stretch<'a, T>(of: &'a [T], starts: &[u32], at: u32) -> &'a [T] {
    let index = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
    let start = starts.get(index(at)).copied().map_or(0, index);
    let end = starts.get(index(at).saturating_add(1)).copied().map_or(start, index);
    of.get(start..end).unwrap_or_default()
}

fn number(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

/// Visits, their stops, people and organizations first, then statements; each the newest first.
fn newest_first(archive: &Archive) -> Vec<Target> {
    let mut targets = Vec::new();
    let mut statements = Vec::new();
    for at in archive.newest_first() {
        let Some(visit) = archive.visits.get(at) else { continue };
        let list = |kind, length: usize| (0..length).map(move |item| Target::new(at, kind, item));
        targets.push(Target::visit(at));
        targets.extend(list(RecordKind::Stop, visit.itinerary.len()));
        targets.extend(list(RecordKind::Participant, visit.participants.len()));
        targets.extend(list(RecordKind::Organization, visit.organizations.len()));
        let order = visit.statements_in_order();
        statements.extend(order.into_iter().map(|item| Target::new(at, RecordKind::Statement, item)));
    }
    targets.append(&mut statements);
    targets
}

fn facts(record: Record<'_>, target: Target) -> Facts {
    let interval = |date: PartialDate| date.earliest().zip(date.latest());
    let visit = record.visit();
    let of_visit = || visit.start_date.and_then(interval);
    let days = match record {
        Record::Statement(visit, statement) => visit.dated(statement).and_then(|dated| interval(dated.date)),
        Record::Stop(_, stop) => stop.start_date.map_or_else(of_visit, interval),
        Record::Visit(_) | Record::Participant(..) | Record::Organization(..) => of_visit(),
    };
    let kind = match record {
        Record::Statement(_, statement) => Some(statement.kind),
        _ => None,
    };
    Facts { target, kind, days }
}

#[cfg(test)]
#[path = "search_tests.rs"]
mod tests;
