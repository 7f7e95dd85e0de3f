//! The words of every record, in one vocabulary, with the way from each word to the records that have it.

use std::collections::HashMap;

use jiff::civil::Date;

use super::abbreviations::{beside, initials, is_special};
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
        let mut numbers = Numbers::default();
        for target in newest_first(archive) {
            let Some(record) = archive.record(target) else { continue };
            index.begins.push(number(index.entries.len()));
            index.records.push(facts(record, target));
            for (text, field) in fields(record) {
                index.read(text, field, &mut numbers);
            }
        }
        index.begins.push(number(index.entries.len()));
        index.sort_vocabulary(numbers.of);
        index.post();
        index
    }

    fn read(&mut self, text: &str, field: Field, numbers: &mut Numbers) {
        let words: Vec<String> = folded_words(text).collect();
        let from = self.entries.len();
        let mut special = false;
        for word in &words {
            let number = numbers.number(word);
            special |= numbers.is_special(number);
            self.entries.push((number, field));
        }
        if self.entries.len() > from {
            self.entries.push((GAP, field));
        }
        let named = matches!(field, Field::Name | Field::Organization | Field::Stop);
        let short = if named { initials(&words) } else { None };
        let added = if special { beside(&words) } else { Vec::new() };
        for word in added.into_iter().chain(short.as_deref()) {
            // What is put beside a text is no phrase of its own.
            self.entries.extend([(numbers.number(word), field), (GAP, field)]);
        }
    }

    /// Words get their numbers in the order of the alphabet, so that a word is found by halving.
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

    /// Turns records with words into words with records: counts, then fills.
    fn post(&mut self) {
        let mut counts = vec![0_u32; self.vocabulary.len() + 1];
        self.each_word_once(|word, _| {
            bump(&mut counts, word);
        });
        let mut sum = 0;
        for count in &mut counts {
            (*count, sum) = (sum, sum + *count);
        }
        self.starts.clone_from(&counts);
        let mut postings = vec![0; usize::try_from(sum).unwrap_or_default()];
        self.each_word_once(|word, record| {
            let at = bump(&mut counts, word);
            if let Some(place) = postings.get_mut(at) {
                *place = record;
            }
        });
        self.postings = postings;
    }

    /// Goes through the different words of each record.
    fn each_word_once(&self, mut meet: impl FnMut(u32, u32)) {
        let mut last = vec![u32::MAX; self.vocabulary.len()];
        for record in 0..number(self.records.len()) {
            for (word, _) in self.entries_of(record) {
                let seen = usize::try_from(*word).ok().and_then(|at| last.get_mut(at));
                if let Some(seen) = seen.filter(|seen| **seen != record) {
                    *seen = record;
                    meet(*word, record);
                }
            }
        }
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

/// The numbers of words while an archive is read.
#[derive(Default)]
struct Numbers {
    of: HashMap<String, u32>,
    /// Which words have to do with abbreviations.
    special: Vec<bool>,
}

impl Numbers {
    fn number(&mut self, word: &str) -> u32 {
        if let Some(known) = self.of.get(word) {
            return *known;
        }
        let next = number(self.of.len());
        self.of.insert(word.to_owned(), next);
        self.special.push(is_special(word));
        next
    }

    fn is_special(&self, number: u32) -> bool {
        usize::try_from(number).ok().and_then(|at| self.special.get(at)).copied().unwrap_or_default()
    }
}

/// Counts one up, and says how many there were before.
fn bump(counts: &mut [u32], word: u32) -> usize {
    let Some(count) = usize::try_from(word).ok().and_then(|at| counts.get_mut(at)) else { return usize::MAX };
    *count += 1;
    usize::try_from(*count - 1).unwrap_or(usize::MAX)
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
